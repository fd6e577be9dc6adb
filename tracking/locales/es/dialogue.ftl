### Lo que dice el asistente además de explicar un paquete.

## Pedir lo que falta

utter-ask-identify-form-order-number = ¿Cuál es tu número de pedido? Lo encontrarás en el correo de confirmación.
utter-ask-identify-form-proof = Gracias. ¿Y el correo electrónico o el código postal del pedido? Así solo te lo muestro a ti.
order-not-matched = No encuentro ningún pedido que reúna ese número y ese correo o código postal. ¿Puedes comprobar los dos y volver a enviármelos?
order-ask-number-for-tracking = Solo con ese número de seguimiento no sé a qué paquete te refieres. ¿Cuál es tu número de pedido?
order-ask-number-no-tracking = No conozco ese número de seguimiento. ¿Cuál es tu número de pedido? Lo encontrarás en el correo de confirmación.
order-not-matched-also = No he podido asociar { $numbers } con ese correo o código postal. ¿Puedes comprobarlo?
order-locked = Para proteger el pedido no puedo probar más datos aquí. He pedido a alguien del equipo que siga: referencia { $reference }. Te responderá en este chat.
order-status-only = Para ver los detalles, envíame tu número de pedido y el correo o el código postal del pedido.

## Sobre un pedido

order-parcels = { $count ->
    [one] El pedido { $order } viaja en un solo paquete:
   *[other] El pedido { $order } viaja en { $count } paquetes:
}
order-parcel-line = { $position }. { $line }
order-only-parcel = El pedido { $order } solo tiene este paquete.
order-late-offer = ¿Quieres que alguien del equipo lo investigue con el transportista?
order-case-opened = Se lo he pasado a nuestro equipo. Tu referencia es { $reference }.
order-case-open = Nuestro equipo ya lo tiene: referencia { $reference }.
order-same-as-before = No hay novedades desde hace un momento.

## Pasar a una persona

offer-change-address = Yo no puedo cambiar una dirección de entrega, pero alguien del equipo puede ver si aún es posible. ¿Se lo paso?
offer-cancel-order = Yo no puedo cancelar un pedido, pero alguien del equipo puede ver si aún es posible. ¿Se lo paso?
offer-return-refund = De las devoluciones y los reembolsos se encarga nuestro equipo. ¿Se lo paso a alguien?
offer-delivery-options = Solo conozco los pedidos que ya van de camino. Alguien del equipo puede informarte sobre las opciones y los gastos de envío. ¿Se lo paso?
affirm-nothing = Estupendo. ¿Quieres que busque algún pedido?
deny-offer = De acuerdo, lo dejo así. Si tienes alguna pregunta sobre un paquete, aquí estoy.
deny-nothing = De acuerdo. Si tienes alguna pregunta sobre un paquete, aquí estoy.

## Alrededor

utter-greet = ¡Hola! Soy el asistente de entregas de { $shop }. Pregúntame dónde está tu pedido: solo necesito el número de pedido y tu correo electrónico.
utter-thanks = ¡De nada! Aquí sigo si necesitas algo más sobre tu paquete.
goodbye = ¡Hasta luego, y que disfrutes de tu paquete!
utter-bot-challenge = Sí, soy el asistente automático de { $shop }. Miro dónde están los paquetes y puedo avisar a una persona cuando quieras.
utter-out-of-scope = Eso queda fuera de lo que sé hacer: solo me ocupo de paquetes y entregas.
utter-unclear = No sé si te he entendido bien. ¿Quieres saber dónde está un pedido?

## Cuando algo falla

turn-failed = Ahora mismo no puedo consultarlo. Tu mensaje queda guardado y te responderé en cuanto pueda.
turn-given-up = Algo ha fallado por nuestra parte y no puedo responder a ese mensaje. Prueba con otras palabras o pide hablar con una persona.
too-long = Es demasiado largo para mí. ¿Puedes decirlo en una o dos frases?
unavailable = Ahora mismo no podemos recibir mensajes. Prueba de nuevo dentro de un minuto.

## Botones: 20 caracteres como mucho, el límite más corto de los canales

button-track-order = ¿Dónde está?
button-ask-eta = ¿Cuándo llega?
button-ask-why = ¿Por qué?
button-human-agent = Hablar con alguien
button-affirm = Sí, por favor
button-deny = No, gracias
button-report-not-received = No me ha llegado
button-parcel = Paquete { $position }
