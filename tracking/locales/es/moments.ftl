### Fechas y horas. Los patrones son los de Unicode (CLDR); el resto son frases que usan otros mensajes. Un
### espacio duro (U+00A0) mantiene unido «18 de noviembre» al final de una línea. La una es singular: «a la 1:05».

time-pattern = H:mm
time-pattern-full-hour = H:mm
date-pattern = EEEE d{"\u00A0"}'de'{"\u00A0"}MMMM
date-pattern-first-of-month = EEEE d{"\u00A0"}'de'{"\u00A0"}MMMM
date-pattern-year = EEEE d{"\u00A0"}'de'{"\u00A0"}MMMM 'de' y

## Un día en medio de una frase

day = { $near ->
    [today] hoy
    [yesterday] ayer
    [tomorrow] mañana
   *[other] { $date }
}
day-on = { $near ->
    [today] hoy
    [yesterday] ayer
    [tomorrow] mañana
   *[other] el { $date }
}
# Un día en el borde de un intervalo, o después de «para».
day-of-range = { $near ->
    [today] hoy
    [yesterday] ayer
    [tomorrow] mañana
   *[other] el { $date }
}
day-between = entre { $first } y { $last }
day-by = { $near ->
    [today] esta noche como muy tarde
    [yesterday] ayer
    [tomorrow] mañana como muy tarde
   *[other] el { $date } como muy tarde
}
day-by-hour = { $near ->
    [today] hoy antes de { part-hour }
    [yesterday] ayer antes de { part-hour }
    [tomorrow] mañana antes de { part-hour }
   *[other] el { $date } antes de { part-hour }
}
day-until = { $near ->
    [today] hasta esta noche
    [yesterday] hasta ayer
    [tomorrow] hasta mañana
   *[other] hasta el { $date }
}
day-from = { $near ->
    [today] desde hoy
    [yesterday] desde ayer
    [tomorrow] a partir de mañana
   *[other] a partir del { $date }
}

## Un momento

moment-at = { day-on } a { part-hour }
moment-short = { day }, { $time }
moment-since = { $near ->
    [night] desde esta madrugada a { part-hour }
    [morning] desde esta mañana a { part-hour }
    [afternoon] desde hoy a { part-hour }
    [evening] desde hoy a { part-hour }
    [today] desde hoy a { part-hour }
    [yesterday] desde ayer a { part-hour }
   *[other] desde el { $date }
}
part-hour = { $hour ->
    [1] la { $time }
   *[other] las { $time }
}
day-since = { $near ->
    [today] desde hoy
    [yesterday] desde ayer
   *[other] desde el { $date }
}
