### Dates et heures. Les modèles sont ceux d’Unicode (CLDR), le reste sert dans d’autres messages. Une espace
### insécable (U+00A0) garde ensemble « 16 h 41 » et « 18 novembre » en fin de ligne.

time-pattern = H{"\u00A0"}'h'{"\u00A0"}mm
time-pattern-full-hour = H{"\u00A0"}'h'
date-pattern = EEEE d{"\u00A0"}MMMM
date-pattern-first-of-month = EEEE d'er'{"\u00A0"}MMMM
date-pattern-year = EEEE d{"\u00A0"}MMMM y

## Un jour au milieu d’une phrase

day = { $near ->
    [today] aujourd’hui
    [yesterday] hier
    [tomorrow] demain
   *[other] { $date }
}
day-on = { $near ->
    [today] aujourd’hui
    [yesterday] hier
    [tomorrow] demain
   *[other] le { $date }
}
# Un jour au bord d’un intervalle, ou après « pour ».
day-of-range = { $near ->
    [today] aujourd’hui
    [yesterday] hier
    [tomorrow] demain
   *[other] le { $date }
}
day-between = entre { $first } et { $last }
day-by = { $near ->
    [today] ce soir au plus tard
    [yesterday] hier
    [tomorrow] demain au plus tard
   *[other] le { $date } au plus tard
}
day-by-hour = { $near ->
    [today] aujourd’hui avant { $time }
    [yesterday] hier avant { $time }
    [tomorrow] demain avant { $time }
   *[other] le { $date } avant { $time }
}
day-until = { $near ->
    [today] jusqu’à ce soir
    [yesterday] jusqu’à hier
    [tomorrow] jusqu’à demain
   *[other] jusqu’au { $date }
}
day-from = { $near ->
    [today] dès aujourd’hui
    [yesterday] depuis hier
    [tomorrow] à partir de demain
   *[other] à partir du { $date }
}

## Un instant

moment-at = { $near ->
    [today] aujourd’hui à { $time }
    [yesterday] hier à { $time }
    [tomorrow] demain à { $time }
   *[other] le { $date } à { $time }
}
moment-short = { $near ->
    [today] aujourd’hui, { $time }
    [yesterday] hier, { $time }
    [tomorrow] demain, { $time }
   *[other] { $date }, { $time }
}
moment-since = { $near ->
    [night] depuis cette nuit, { $time }
    [morning] depuis ce matin, { $time }
    [afternoon] depuis cet après-midi, { $time }
    [evening] depuis ce soir, { $time }
    [today] depuis aujourd’hui
    [yesterday] depuis hier, { $time }
   *[other] depuis le { $date }
}
day-since = { $near ->
    [today] depuis aujourd’hui
    [yesterday] depuis hier
   *[other] depuis le { $date }
}
