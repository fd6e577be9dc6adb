### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

next-departure = Después saldrá hacia usted
next-local-depot = Después llegará al centro de reparto de su zona
next-doorstep = Si no coincide con el repartidor, el seguimiento dirá cuándo vuelve o dónde recogerlo
next-coming-back = Cuando lo tengamos de vuelta, nuestro equipo verá con usted qué hacer
next-shop-settles = Nuestro equipo verá con usted qué hacer ahora
when-shop = se lo prometimos para { $by }
when-and-promise = { $when }{ $late ->
    [yes] , más tarde de lo prometido ({ $day })
   *[no] {" "}(se lo prometimos para { $day })
}
when-overdue-shop = se lo prometimos para { $by }, y ese plazo ya ha pasado
eta-no-date = No puedo darle una fecha fiable.
todo-pickup = Lleve un documento de identidad y el aviso de recogida que le envió { $carrier }.
