### La página de seguimiento, la tarjeta y la forma de una línea.

title-order = Pedido { $order }
title-parcel = Pedido { $order } · paquete { $position } de { $count }
title-status = Estado del paquete

page-status = Estado
page-who = Quién lo tiene
page-where = Dónde
page-since = Desde cuándo
page-why = Por qué
page-act = A quién le toca actuar
page-words = En palabras del transportista
page-handed-over = Cambio de transportista
page-next = Qué sigue
page-unless = Si nadie hace nada
page-cost = Cuánto cuesta
page-when = Entrega prevista
page-todo = Qué tienes que hacer
page-silence = ¿Sin noticias?
page-trusted = Último paso confirmado
page-proof = Prueba de entrega
page-contents = En este paquete
page-follow = La página del transportista
follow-at = { $carrier }: { $url }

who-shop = Lo tenemos nosotros
who-warehouse = Está en nuestro almacén
who-carrier = Lo tiene { $carrier }
who-customs = Está en la aduana; { $carrier } se encarga de los trámites
who-pickup-point = Está en un punto de recogida; lo dejó allí { $carrier }
who-shopper = Lo entregó { $carrier }
who-shop-for-status = Lo tiene la tienda
who-last-seen = Visto por última vez con { $carrier }

act-shopper = A ti
act-shop = A nosotros
act-customs = A la aduana
act-carrier = { $brand ->
    [yes] A { $carrier }
    [next] Al siguiente transportista
   *[no] Al transportista
}

handed-over = { $Giver } pasó el relevo { $at }: ahora lo lleva { $carrier }.
proof-handed = { $handed ->
    [mailbox] dejado en el buzón
    [front_door] dejado en la puerta
    [reception] dejado en la recepción
    [household] entregado a alguien que estaba en tu domicilio
    [neighbour] entregado a un vecino
    [safe_place] dejado en un lugar seguro
    [locker] dejado en una taquilla
    [pickup_point] entregado en un punto de recogida
   *[other] {""}
}
proof-signed-by = firmado por { $name }
proof-told = { $signed ->
    [yes] Lo firmó { $name }
   *[no] Hay una prueba de entrega
}{ $linked ->
    [yes] {" "}({ $links })
   *[no] {""}
}.
proof-photo = foto: { $url }
proof-signature = firma: { $url }
proof-position = lugar de entrega: { $url }
delivered-missing = Si no lo encuentras, dímelo.
contents-item = { $quantity } × { $name }
line-expected = previsto para { $by }
line-lane = suele llegar { $when }
line-overdue = estaba previsto para { $by }
