### Dónde está un paquete. `state-…` abre una respuesta completa; `status-…` es todo lo que puede mostrar un
### número de seguimiento por sí solo; `label-…` es un título. Una etiqueta impresa nunca se cuenta como avance.
### «Pedido» y «paquete» son masculinos: una sola concordancia para ambos.

## Partes de lo que sigue

driver = { $brand ->
    [yes] el repartidor de { $carrier }
   *[no] el repartidor
}
pickup-point = { $brand ->
    [yes] en el punto de recogida de { $carrier }
   *[no] en un punto de recogida
}
there = { $placed ->
    [no] {""}
   *[other] , { $in }
}
aside = { $placed ->
    [no] {""}
   *[other] , { $in },
}
with-carrier = { $brand ->
    [yes] en manos de { $carrier }
   *[no] en sus manos
}
carrier-is = { $brand ->
    [yes] lo lleva { $carrier }
   *[no] todavía no se sabe quién lo lleva
}
part-of = { $brand ->
    [yes] de { $carrier }
    [next] del siguiente transportista
   *[no] del transportista
}
part-to = { $brand ->
    [yes] a { $carrier }
    [next] al siguiente transportista
   *[no] al transportista
}

## Todo

state-order-confirmed = { $Subject } está confirmado y lo estamos preparando { $in } { $since }.
state-packed = { $Subject } está embalado y listo { $in } { $since }; { $carrier } todavía no lo ha recogido.
state-label-created = { $Subject } aún no ha salido de aquí: la etiqueta está lista { $since }, pero { $carrier } todavía no ha recibido el paquete.
state-carrier-received = { $Carrier } tiene { $subject } { $in } { $since }.
state-departed-origin = { $placed ->
    [city] { $Subject } salió de { $place } { $at } y va de camino con { $carrier }.
    [country] { $Subject } se puso en marcha { $in } { $at } y va de camino con { $carrier }.
   *[no] { $Subject } se puso en marcha { $at } y va de camino con { $carrier }.
}
state-in-transit = { $placed ->
    [no] { $Subject } va de camino con { $carrier }: la última noticia llegó { $at }.
   *[other] { $Subject } va de camino con { $carrier }: su último paso registrado fue { $in } { $seen }.
}
state-arrived-destination = { $placed ->
    [no] { $Subject } llegó al país de destino { $at } y lo tiene { $carrier }.
   *[other] { $Subject } llegó a { $place } { $at } y lo tiene { $carrier }.
}
state-customs-started = { $Subject } está en la aduana{ aside } { $since }; { $carrier } se encarga de los trámites.
state-customs-held = La aduana retiene { $subject } { $in } { $since }; { $carrier } se encarga de los trámites.
state-customs-cleared = { $Subject } pasó la aduana { $in } { $at } y vuelve a tenerlo { $carrier }.
state-handed-over = { $Giver } pasó el relevo { $in } { $at }: { $subject } lo lleva ahora { $carrier }.
state-at-local-depot = { $placed ->
    [no] { $Carrier } tiene { $subject } en el centro de reparto de tu zona { $since }.
   *[other] { $Carrier } tiene { $subject } en su centro de reparto{ aside } { $since }.
}
state-out-for-delivery = { $fresh ->
    [yes] { $Subject } está en reparto { $in }: { driver } lo lleva { $since }.
   *[no] { $Subject } salió a reparto { $in } { $at } con { $carrier }, y desde entonces no hay novedades.
}
state-delivery-attempted = { $Carrier } intentó entregar { $subject } { $in } { $at }, pero no pudo, y todavía lo tiene.
state-ready-for-pickup = { $Subject } te espera { pickup-point }{ aside } { $since }.
state-delivered = { $Carrier } entregó { $subject } { $in } { $at }{ $handed ->
    [mailbox] , en el buzón
    [front_door] , en la puerta
    [reception] , en la recepción
    [household] , a alguien que estaba en tu domicilio
    [neighbour] , a un vecino
    [safe_place] , en un lugar seguro
    [locker] , en una taquilla
    [pickup_point] , en un punto de recogida
   *[none] {""}
}.
state-delayed = { $holder ->
    [shop] Se ha producido un retraso, comunicado { $at }: { $subject } sigue con nosotros{ there }.
    [customs] { $Carrier } comunicó un retraso { $at }: { $subject } está en la aduana{ there }.
   *[carrier] { $Carrier } comunicó un retraso { $at }: { $subject } sigue { with-carrier }{ there }.
}
state-exception = { $holder ->
    [shop] Ha surgido un problema, comunicado { $at }: { $subject } sigue con nosotros{ there }.
    [customs] { $Carrier } comunicó un problema { $at }: { $subject } está en la aduana{ there }.
   *[carrier] { $Carrier } comunicó un problema { $at }: { $subject } sigue { with-carrier }{ there }.
}
state-return-started = { $moved ->
    *[no] { $Subject } vuelve hacia nosotros con { $carrier } { $since }.
   [yes] { $Subject } vuelve hacia nosotros con { $carrier } { $since }; su último paso registrado fue { $in } { $seen }.
}
state-returned = { $Carrier } nos devolvió { $subject } { $in } { $at }.
state-lost = { $moved ->
    *[no] Lo sentimos: { $carrier } comunicó { $at } que { $subject } se ha perdido.
   [yes] Lo sentimos: { $carrier } comunicó { $at } que { $subject } se ha perdido; su último paso registrado fue { $in } { $seen }.
}
state-damaged = Lo sentimos: { $carrier } comunicó { $at }{ aside } que { $subject } ha sufrido daños.
state-cancelled = { $Subject } se canceló { $at }.
state-unknown = { $Carrier } envió { $at } una novedad sobre { $subject }, pero no deja claro dónde está.

## Un número de seguimiento por sí solo

status-order-confirmed = El pedido está confirmado y la tienda está preparando este paquete.
status-packed = Este paquete está embalado y listo; { $carrier } todavía no lo ha recogido.
status-label-created = Este paquete aún no ha salido de la tienda: hay una etiqueta, pero { $carrier } todavía no lo ha recibido.
status-carrier-received = { $Carrier } tiene este paquete { $in }.
status-departed-origin = { $Carrier } tiene este paquete, y ya va de camino.
status-in-transit = { $placed ->
    [no] Este paquete va de camino con { $carrier }.
   *[other] Este paquete va de camino con { $carrier }; su último paso registrado fue { $in }.
}
status-arrived-destination = { $placed ->
    [no] Este paquete ha llegado al país de destino, con { $carrier }.
   *[other] Este paquete ha llegado a { $place }, con { $carrier }.
}
status-customs-started = Este paquete está en la aduana{ there }; { $carrier } se encarga de los trámites.
status-customs-held = La aduana retiene este paquete { $in }; { $carrier } se encarga de los trámites.
status-customs-cleared = Este paquete ha pasado la aduana { $in } y vuelve a tenerlo { $carrier }.
status-handed-over = Este paquete cambió de transportista { $in }: ahora lo tiene { $brand ->
    [yes] { $carrier }
   *[no] { carrier-next }
}.
status-at-local-depot = { $Carrier } tiene este paquete en un centro de reparto { $in }.
status-out-for-delivery = Este paquete está en reparto { $in } con { $carrier }.
status-delivery-attempted = { $Carrier } intentó entregar este paquete { $in }, pero no pudo.
status-ready-for-pickup = Este paquete espera en un punto de recogida{ there }; lo dejó allí { $carrier }.
status-delivered = { $Carrier } entregó este paquete { $in }.
status-delayed = Este paquete va con retraso { $in }; { carrier-is }.
status-exception = Hay un problema con este paquete { $in }; { carrier-is }.
status-return-started = Este paquete vuelve a la tienda con { $carrier }.
status-returned = { $Carrier } devolvió este paquete a la tienda { $in }.
status-lost = { $Carrier } comunicó que este paquete se ha perdido.
status-damaged = { $Carrier } comunicó que este paquete ha sufrido daños.
status-cancelled = El pedido de este paquete se canceló.
status-unknown = { $Carrier } envió una novedad que no deja claro dónde está este paquete.

## Títulos

label-order-confirmed = Pedido confirmado
label-packed = Embalado
label-label-created = Aún sin entregar al transportista
label-carrier-received = En manos del transportista
label-departed-origin = En marcha
label-in-transit = De camino
label-arrived-destination = En el país de destino
label-customs-started = En la aduana
label-customs-held = Retenido en la aduana
label-customs-cleared = Despachado por la aduana
label-handed-over = Con otro transportista
label-at-local-depot = En el centro de reparto
label-out-for-delivery = En reparto
label-delivery-attempted = Intento de entrega
label-ready-for-pickup = Listo para recoger
label-delivered = Entregado
label-delayed = Con retraso
label-exception = Problema comunicado
label-return-started = De vuelta a la tienda
label-returned = Devuelto a la tienda
label-lost = Perdido
label-damaged = Dañado
label-cancelled = Cancelado
label-unknown = Novedad poco clara
