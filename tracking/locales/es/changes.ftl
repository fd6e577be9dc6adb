### Cambios: lo que alguien quiere que sea distinto en un pedido. Lo que aún es posible pasa a un compañero;
### nunca se dice que esté hecho.

## El formulario, sea cual sea la petición

# Antes de una pregunta que se hizo hace un momento y quedó sin respuesta.
request-back = Volvamos a tu petición.
request-dropped = De acuerdo, no he pasado nada al equipo.
request-yes-or-no = No sé si te he entendido: con un sí lo paso, con un no lo dejo.
button-request-pass-on = Sí, pásalo
button-request-edit = Corregir
button-request-drop = Déjalo
button-request-all-parcels = Todos

## Lo que se pregunta

change-which-order = De uno en uno, para no mezclar nada. ¿De qué pedido se trata: { $numbers }?
change-which-parcel = ¿De qué paquete del pedido { $order } se trata?
change-only-parcel = El pedido { $order } viaja en varios paquetes. El paquete { $parcel } es el único con el que quizá todavía se pueda.
change-ask-address = Quizá todavía se pueda con el pedido { $order }. ¿Cuál es la nueva dirección completa: calle y número, código postal y localidad?
change-ask-delivery-instructions = Quizá todavía le llegue a tiempo al repartidor. ¿Qué debe saber sobre el pedido { $order }?
change-ask-reschedule = Quizá todavía se pueda con el pedido { $order }. ¿Qué día te vendría bien?
change-ask-pickup-point = Quizá todavía se pueda con el pedido { $order }. ¿Qué punto de recogida quieres? Basta con el nombre y la localidad.
change-ask-contents = Quizá todavía se pueda con el pedido { $order }. ¿Qué hay que cambiar?
# Preguntado otra vez, después de otra cosa.
change-again-address = ¿Cuál es la nueva dirección: calle y número, código postal y localidad?
change-again-delivery-instructions = ¿Qué debe saber el repartidor sobre el pedido { $order }?
change-again-reschedule = ¿Qué día quieres para el pedido { $order }?
change-again-pickup-point = ¿A qué punto de recogida hay que enviar el pedido { $order }?
change-again-contents = ¿Qué hay que cambiar en el pedido { $order }?
change-address-incomplete = Para eso necesito la dirección completa: calle y número, código postal y localidad.
change-day-past = Ese día ya ha pasado. ¿Qué día te vendría bien?
change-day-unclear = ¿Qué día te vendría bien? Basta con un día de la semana o una fecha.

## Lo que confirma un sí

# El pedido, o algunos de sus paquetes; al principio de la línea.
change-what = { $count ->
    [none] Pedido { $order }
    [one] Pedido { $order }, paquete { $parcel }
   *[several] Pedido { $order }, paquetes { $parcel }
}
# Las propias palabras de la persona.
change-quoted = «{ $value }»
change-confirm = ¿Se lo paso al equipo? Un compañero comprobará entonces si todavía es posible.
change-confirm-address = { $what }, nueva dirección: { $value }. { change-confirm }
change-confirm-delivery-instructions = { $what }, nota para el repartidor: { $value }. { change-confirm }
change-confirm-reschedule = { $what }, nuevo día de entrega: { $value }. { change-confirm }
change-confirm-pickup-point = { $what }, punto de recogida: { $value }. { change-confirm }
change-confirm-contents = { $what }, hay que cambiar: { $value }. { change-confirm }
change-confirm-cancel = { $what }: cancelar. { change-confirm }
change-confirm-cancel-why = { $what }: cancelar. Motivo: { $value }. { change-confirm }
change-page = O hazlo tú ahora mismo: { $url }
change-recorded = Ya se lo he pasado al equipo: referencia { $reference }. Un compañero comprueba si todavía es posible y te responde aquí. Hasta entonces todo sigue igual.
change-recorded-again = Lo he añadido a lo que ya tiene nuestro equipo: referencia { $reference }. Un compañero comprueba si todavía es posible y te responde aquí. Hasta entonces todo sigue igual.

## Demasiado tarde: después de una frase que dice dónde está el paquete

change-late-address = Por eso ya no podemos cambiar la dirección.
change-late-delivery-instructions = Por eso una nota nuestra ya no le llegaría al repartidor.
change-late-reschedule = Por eso ya no podemos mover la entrega.
change-late-pickup-point = Por eso ya no podemos enviarlo a un punto de recogida.
change-late-cancel = Por eso ya no podemos pararlo.
change-late-contents = Por eso ya no podemos cambiar lo que lleva.
change-over = Por eso ya no queda nada que cambiar en la entrega.
change-person = Un compañero puede ver si todavía se puede hacer algo. ¿Se lo paso?

## La tienda no lo hace nunca

change-never-address = No podemos cambiar la dirección de un pedido ya hecho.
change-never-delivery-instructions = No podemos pasarle notas al repartidor.
change-never-reschedule = No podemos elegir el día de entrega.
change-never-pickup-point = No podemos enviar pedidos a un punto de recogida.
change-never-cancel = No podemos cancelar un pedido ya hecho.
change-never-contents = No podemos cambiar lo que lleva un pedido ya hecho.
change-never-page = Puedes hacerlo tú aquí: { $url }

## Lo que se puede hacer en su lugar; un enlace siempre cierra el texto

instead-carrier-page = Quizá la página del transportista todavía te deje elegir: { $url }
instead-missed = Si no hay nadie, el repartidor suele volver a pasar o dejarlo en un punto de recogida.
instead-collect = Puedes recogerlo allí mientras te lo guarden.
instead-refuse = Puedes rechazarlo en la puerta y volverá a nosotros.
instead-return = { $there ->
    [yes] Puedes devolvérnoslo: { $url }
   *[no] Cuando lo tengas, puedes devolvérnoslo: { $url }
}
instead-return-no-page = { $there ->
    [yes] Puedes devolvérnoslo.
   *[no] Cuando lo tengas, puedes devolvérnoslo.
}
