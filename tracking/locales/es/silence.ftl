### Qué significa el silencio. $until, $from, $because y $days se hacen en otra parte.

silence-because-weekend = (el fin de semana no cuenta)
silence-because-sunday = (el domingo no cuenta)
silence-because-holiday = ({ $day }: festivo { $in })

silence-normal-preparing = Preparar un pedido lleva uno o dos días laborables, así que es normal no tener noticias { $until } { $because }.
silence-normal-promised-later = Está prometido para más adelante, así que es normal no tener noticias { $until } { $because }.
silence-normal-waiting-for-carrier = Los transportistas suelen recoger en uno o dos días laborables, así que es normal no tener noticias { $until } { $because }.
silence-normal-line-haul = En este tramo los paquetes solo se escanean cada { $shortest } a { $longest } días laborables, así que es normal no tener noticias { $until } { $because }.
silence-normal-customs = La aduana suele tardar de { $shortest } a { $longest } días laborables, así que es normal no tener noticias { $until } { $because }.
silence-normal-asked = La aduana está esperando lo que ha pedido; mientras no lo tenga, es normal no tener noticias.
silence-normal-return = Una devolución tarda de { $shortest } a { $longest } días laborables, así que es normal no tener noticias { $until } { $because }.
silence-normal-other = En este punto es normal no tener noticias { $until } { $because }.

silence-late = { $days ->
    [0] La próxima novedad ya debería haber llegado; si no llega nada, nuestro equipo puede investigarlo { $from }.
    [one] Llevamos un día sin noticias, más de lo habitual en este punto; si no llega nada, nuestro equipo puede investigarlo { $from }.
   *[other] Llevamos { $days } días sin noticias, más de lo habitual en este punto; si no llega nada, nuestro equipo puede investigarlo { $from }.
}
silence-stuck = { $holder ->
    [shop] Aquí no se ha movido nada en { $days } días, y es demasiado: nuestro equipo puede averiguar por qué.
    [customs] Llevamos { $days } días sin noticias de la aduana, y es demasiado: nuestro equipo puede preguntar { part-to } qué falta.
   *[carrier] Llevamos { $days } días sin noticias, y es demasiado: nuestro equipo puede reclamarlo ante { $carrier }.
}
silence-stuck-asked = Llevamos { $days } días sin noticias de la aduana: si ya has hecho tu parte, nuestro equipo puede preguntar { part-to } qué falta.
silence-stuck-opened = { $holder ->
    [shop] Aquí no se ha movido nada en { $days } días, y es más que demasiado: nuestro equipo se pone con ello.
    [customs] Llevamos { $days } días sin noticias de la aduana, y es más que demasiado: nuestro equipo se pone con ello.
   *[carrier] Llevamos { $days } días sin noticias, y es más que demasiado: nuestro equipo se pone con ello.
}
silence-lost = Llevamos { $days } días sin noticias, así que hay que darlo por perdido: nuestro equipo lo reclama ante { $carrier }.
