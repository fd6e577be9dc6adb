### Por qué un paquete está donde está (`why-…`), qué hace el cliente (`todo-…`, solo si nadie más puede) y qué pasa
### si nadie hace nada (`unless-…`, sin punto final, después de lo que sigue). La aduana está en `customs.ftl`.

why-none = { $holder ->
    [shop] No se indicó ningún motivo.
   *[carrier] { $Carrier } no ha dado ningún motivo.
}

## Entrega

why-delivery-recipient-absent = No había nadie para recibirlo.
why-delivery-business-closed = El lugar estaba cerrado cuando llegó el repartidor.
why-delivery-address-incomplete = La dirección está incompleta: puede faltar el piso o el código del portal.
why-delivery-address-wrong = { $Carrier } no encontró la dirección tal como figura en el paquete.
why-delivery-no-access = El repartidor no pudo llegar hasta tu puerta.
why-delivery-refused = { $Carrier } anotó que el paquete fue rechazado.
why-delivery-signature-needed = Alguien tiene que firmar en persona.
why-delivery-payment-due = Hay un importe que pagar a la entrega.
why-delivery-rescheduled = La entrega se ha pasado a otro día.

todo-delivery-address-incomplete = Dile { part-to } qué falta; si te resulta difícil, dímelo y alguien del equipo se encargará.
todo-delivery-address-wrong = Comprueba la dirección en la confirmación del pedido; si hay que corregirla, dímelo y alguien del equipo se encargará.
todo-delivery-no-access = Explícale { part-to } cómo entrar (portal, código, timbre); si te resulta difícil, dímelo y alguien del equipo se encargará.
todo-delivery-signature-needed = Procura que la próxima vez alguien pueda firmar.
todo-delivery-payment-due = Ten preparado el importe; { $carrier } puede decirte cuánto es.

unless-delivery-recipient-absent = si entonces tampoco lo recibe ni lo recoge nadie, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline }
unless-delivery-business-closed = si entonces tampoco lo recibe ni lo recoge nadie, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline }
unless-delivery-address-incomplete = sin la dirección completa, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline }
unless-delivery-address-wrong = sin la dirección correcta, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline }
unless-delivery-no-access = si no hay forma de entrar y nadie lo recoge, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline }
unless-delivery-refused = si no fuiste tú quien lo rechazó, dímelo
unless-delivery-signature-needed = si nadie firma ni lo recoge, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline }
unless-delivery-payment-due = si nadie paga, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline }
unless-pickup = si nadie lo recoge, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline } (antes si está en una taquilla que en una tienda)
unless-from = , como muy pronto { $from }

## De camino

why-transit-weather = El mal tiempo está retrasando los envíos.
why-transit-backlog = { $Carrier } tiene más paquetes de lo habitual.
why-transit-misrouted = Salió en la dirección equivocada y hay que volver a encaminarlo.
why-transit-strike = Una huelga está retrasando los envíos.
why-transit-vehicle = Un vehículo se averió o llegó tarde.
why-transit-holiday = Un día festivo está retrasando los envíos.
why-transit-security = Tiene que pasar un control de seguridad antes de seguir.

## Pérdida, devolución y lo demás

why-loss-damaged = { $Carrier } comprobó que está dañado.
why-loss-lost = { $Carrier } no lo encuentra.
why-return-refused = Se rechazó en la entrega.
why-return-unclaimed = No se recogió a tiempo.
why-return-undeliverable = { $Carrier } no pudo entregarlo en la dirección.
why-other = { $worded ->
    [yes] { $Carrier } anotó: «{ $words }».
   *[no] { $Carrier } solo dice que surgió un imprevisto.
}
