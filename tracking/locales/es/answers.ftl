### Respuestas a lo que hace escribir a los clientes, y lo que se dice cuando algo se pregunta otra vez. Los
### `by-day-…` son motivos sin punto final. Un texto `again-x` sustituye a `x` si `x` se acaba de decir.

## «¿Estará aquí el viernes?»

by-day-day = { $near ->
    [today] hoy
   *[other] para { $day }
}
by-day-answer = { $chance ->
    [yes] Sí: { $reason }.
    [likely] Probablemente sí: { $reason }.
    [unlikely] Probablemente no { by-day-day }: { $reason }.
    [no] No, { by-day-day } no: { $reason }.
   *[untold] No puedo asegurarlo: { $reason }.
}
by-day-delivered = ya está entregado
by-day-waiting = te está esperando para que lo recojas
by-day-round = el repartidor lo lleva hoy
by-day-round-window = ya está en reparto, y { $when }
by-day-round-stale = salió a reparto, y desde entonces no se ha comunicado nada
by-day-customs = está en la aduana, que suele tardar de { $shortest } a { $longest } días laborables
by-day-customs-ask = la aduana sigue esperando lo que ha pedido; después suele tardar de { $shortest } a { $longest } días laborables
by-day-attempted = tras una entrega fallida, el nuevo intento o el traslado a un punto de recogida suele tardar de { $shortest } a { $longest } días laborables
by-day-attempted-ask = antes del próximo intento hay que resolver algo con { $carrier }
by-day-trouble = el problema comunicado aún no está resuelto, y nadie ha dado una fecha nueva
by-day-silent = { $days ->
    [0] la próxima novedad ya debería haber llegado
    [one] llevamos un día sin noticias, más de lo habitual
   *[other] llevamos { $days } días sin noticias
}
by-day-with-shop = todavía lo estamos preparando
by-day-not-collected = { $carrier } todavía no lo ha recogido
by-day-depot = está en el centro de reparto de tu zona, y de allí suele salir en { $shortest } a { $longest } días laborables
by-day-not-out = todavía no ha salido a reparto
by-day-day-off = hasta entonces normalmente no hay entregas
by-day-no-date = nadie ha dado todavía una fecha de entrega
by-day-coming-back = nos lo han devuelto
by-day-lost = el paquete se ha perdido
by-day-damaged = se dañó por el camino
by-day-cancelled = está cancelado

## «Tenía que llegar el lunes»

due-right = Tienes razón: { $when }.
due-on-record = Está tardando más de lo habitual: { $when }.
due-not-yet = Todavía no va con retraso: { $when }.
due-unknown = Nadie ha dado una fecha de entrega, así que no sé si va con retraso.
worry-from = Si no llega ninguna novedad, nuestro equipo puede investigarlo { $from }.

## «¡Estaba en casa!»

missed-none = No se ha comunicado ninguna entrega fallida.
missed-reported = { $known ->
    [yes] { $Carrier } comunicó { $at }: «{ $why }».
   *[no] { $Carrier } comunicó { $at } una entrega fallida y no dio ningún motivo.
} Si estabas en casa, eso no es cierto, y alguien del equipo puede reclamarlo.
missed-reason = { $Carrier } no pudo entregarlo { $at }. { $why }.
missed-today = { $linked ->
    [yes] Busca hoy un aviso del repartidor; el nuevo intento o el punto de recogida también aparece aquí: { $url }
   *[no] Busca hoy un aviso del repartidor: dice cuándo vuelve o dónde recogerlo.
}
missed-offer = ¿Quieres que alguien del equipo ponga una reclamación { part-to }?

## «¿Por qué lo lleva otra empresa?»

carrier-change-usual = Es frecuente que otro transportista se encargue del último tramo; tú no tienes que hacer nada.
carrier-follow = Con { $carrier } su número es { $number }: { $url }

## Una cosa concreta de la aduana

customs-pay-safe = Aquí no puedo cobrar nada, y nunca envío enlaces de pago.
customs-amount = El importe exacto está en la solicitud { part-of }; yo no lo veo.
customs-papers-documents-missing = Qué papeles quiere está en la solicitud { part-of }. La confirmación de tu pedido muestra qué hay en el paquete y cuánto pagaste; si pide una factura, dímelo y alguien del equipo te ayudará.
customs-papers-invoice-missing = Quiere la factura, y la enviamos nosotros: tú no tienes que enviar nada.
customs-papers-id-required = Quiere saber quién eres: envía el documento como indica la solicitud { part-of }, y no en este chat.
customs-papers-valuation = Por ahora nada: si pregunta cuánto pagaste, envíale la confirmación del pedido.
customs-papers-duties-due = Nadie ha pedido papeles: lo que falta es el pago.
customs-papers-none = Por ahora nadie te ha pedido ningún papel.
customs-nothing-yet = Por ahora nadie ha pedido nada.

## Varios pedidos, varios paquetes

which-order = ¿A qué pedido te refieres?
which-order-line = { $position }. { $order }, hecho { $on }: { $items }
pick-by-number = Para saber más de uno, escribe su número, por ejemplo «{ $example }».
button-order = { $order }
order-line = Pedido { $order }: { $line }

## La misma pregunta

once-more = De nuevo: { $text }
once-more-2 = Como antes: { $text }
order-news = Hay novedades desde tu última pregunta.
order-still-same = Sigue igual, sin ningún registro nuevo.
order-looked-again = Acabo de mirar otra vez, y nada ha cambiado.

again-utter-ask-identify-form-order-number = Volvamos a tu pedido: ¿cuál es su número? Si no lo encuentras, puedo avisar a una persona.
again-2-utter-ask-identify-form-order-number = Cuando puedas, envíame el número de pedido: está en el correo de confirmación.
again-utter-ask-identify-form-proof = Volvamos a tu pedido: ¿con qué correo o código postal lo hiciste?
again-2-utter-ask-identify-form-proof = Todavía necesito el correo o el código postal del pedido antes de mostrártelo.
again-order-not-matched = Estos dos tampoco van juntos. El número está en el correo de confirmación, que llegó a la dirección con la que hiciste el pedido.
again-utter-greet = ¡Aquí estoy! ¿Qué quieres saber de tu pedido?
again-2-utter-greet = ¡Hola de nuevo! Dime tu número de pedido o pide hablar con alguien.
greet-back = ¡Hola de nuevo! ¿Qué quieres saber de tu pedido?
again-greet-back = Sí, aquí estoy. ¿Miro otra vez tu pedido?
again-utter-thanks = ¡Cuando quieras!
again-2-utter-thanks = Un placer.
again-goodbye = ¡Que te vaya bien!
again-utter-bot-challenge = Sigo siendo un robot: leo lo que los transportistas comunican sobre los paquetes. Si prefieres hablar con una persona, dímelo.
again-utter-out-of-scope = Con eso tampoco puedo ayudarte. Lo que sé es dónde están los paquetes y cuándo llegan.
again-2-utter-out-of-scope = De eso no sé nada. Pregúntame por un pedido, o aviso a una persona.
again-utter-unclear = Perdona, sigo sin entenderlo. Puede ayudarte una persona, o pregúntame dónde está un pedido.
again-unclear-which = Perdona, sigo sin entenderlo. ¿Es algo de esto?
again-2-unclear-which = Probemos así: toca lo que más se parezca.
again-utter-feedback = Gracias otra vez, nos ayuda.
again-affirm-nothing = Entonces envíame el número de pedido y lo busco.
affirm-done = Perfecto. Si necesitas algo más, pregúntame.
again-affirm-done = Aquí estoy cuando me necesites.
again-deny-nothing = No pasa nada. Aquí estoy si me necesitas.
language-on = Claro, sigamos en español.
language-offer = Claro, sigamos en español. ¿Se lo paso a alguien del equipo?
