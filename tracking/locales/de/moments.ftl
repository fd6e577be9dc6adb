### Datum und Uhrzeit. Die Muster sind die von Unicode (CLDR), der Rest sind Wendungen, die andere Texte
### verwenden. Ein geschütztes Leerzeichen (U+00A0) hält „18. November“ und „9 Uhr“ am Zeilenende zusammen.

time-pattern = H:mm{"\u00A0"}'Uhr'
time-pattern-full-hour = H{"\u00A0"}'Uhr'
date-pattern = EEEE, d.{"\u00A0"}MMMM
date-pattern-first-of-month = EEEE, d.{"\u00A0"}MMMM
date-pattern-year = EEEE, d.{"\u00A0"}MMMM y

## Ein Tag mitten im Satz

day = { $near ->
    [today] heute
    [yesterday] gestern
    [tomorrow] morgen
   *[other] { $date }
}
day-on = { $near ->
    [today] heute
    [yesterday] gestern
    [tomorrow] morgen
   *[other] am { $date }
}
# Ein Tag am Rand eines Zeitraums.
day-of-range = { $near ->
    [today] heute
    [yesterday] gestern
    [tomorrow] morgen
   *[other] { $date }
}
day-between = zwischen { $first } und { $last }
day-by = { $near ->
    [today] bis heute Abend
    [yesterday] bis gestern
    [tomorrow] bis morgen
   *[other] bis { $date }
}
day-by-hour = { $near ->
    [today] bis heute { $time }
    [yesterday] bis gestern { $time }
    [tomorrow] bis morgen { $time }
   *[other] bis { $date }, { $time }
}
day-until = { $near ->
    [today] bis heute Abend
    [yesterday] bis gestern
    [tomorrow] bis morgen
   *[other] bis { $date }
}
day-from = { $near ->
    [today] ab heute
    [yesterday] seit gestern
    [tomorrow] ab morgen
   *[other] ab { $date }
}

## Ein Zeitpunkt

moment-at = { day-on } um { $time }
moment-short = { day }, { $time }
moment-since = { $near ->
    [night] seit heute Nacht um { $time }
    [morning] seit heute um { $time }
    [afternoon] seit heute um { $time }
    [evening] seit heute um { $time }
    [today] seit heute um { $time }
    [yesterday] seit gestern um { $time }
   *[other] seit { $date }
}
day-since = { $near ->
    [today] seit heute
    [yesterday] seit gestern
   *[other] seit { $date }
}
