### Qué pasa después (`next-…`, sin punto final), para cuándo (`when-…`, a continuación), qué hay que hacer.

next-only = { $next }.
next-and-when = { $next }; { $when }.

next-packing = Ahora lo embalamos y se lo entregamos al transportista
next-collection = Después { $carrier } lo recogerá y lo escaneará por primera vez
next-departure = Después saldrá hacia ti
next-arrival-abroad = Su próxima parada está { $in }
next-customs-check = Después lo revisará la aduana
next-customs-release = Después la aduana decidirá si lo deja pasar
next-local-depot = Después llegará al centro de reparto de tu zona
next-round = Después saldrá a reparto
next-doorstep = Si no coincides con el repartidor, el seguimiento dirá cuándo vuelve o dónde recogerlo
next-new-attempt = Después { $carrier } volverá a intentarlo o lo dejará en un punto de recogida
next-pickup = Allí lo guardan un tiempo limitado, así que conviene ir pronto
next-carrier-resumes = Después { $carrier } volverá a ponerlo en marcha
next-coming-back = Cuando lo tengamos de vuelta, nuestro equipo verá contigo qué hacer
next-shop-settles = Nuestro equipo verá contigo qué hacer ahora
next-no-parcel = No hay ningún paquete de camino
next-clear-update = El próximo registro debería aclararlo

## Para cuándo, y quién lo dice

when-window = la franja de entrega es { $on } entre las { $start } y las { $end }
when-carrier = { $carrier } prevé entregarlo { $by }
when-carrier-again = está previsto entregarlo { $by }
when-shop = te lo prometimos para { $by }
when-lane = en este trayecto los paquetes suelen llegar { $when }
when-and-promise = { $when }{ $late ->
    [yes] , más tarde de lo prometido ({ $day })
   *[no] {" "}(te lo prometimos para { $day })
}
when-overdue-carrier = { $carrier } preveía entregarlo { $by }, y ese plazo ya ha pasado
when-overdue-shop = te lo prometimos para { $by }, y ese plazo ya ha pasado
when-unknown = nadie ha dado todavía una fecha de entrega

## Preguntado aparte: ¿cuándo?

eta-no-date = No puedo darte una fecha fiable.

## Qué hacer

todo-pickup = Lleva un documento de identidad y el aviso de recogida que te envió { $carrier }.
todo-nothing = Nada por ahora.
