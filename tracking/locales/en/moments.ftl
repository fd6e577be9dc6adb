### Dates and times. Patterns are Unicode's (CLDR), the rest are phrases that other messages use. A no-break
### space (U+00A0) keeps “18 November” together at the end of a line.

time-pattern = HH:mm
time-pattern-full-hour = HH:mm
date-pattern = EEEE d{"\u00A0"}MMMM
date-pattern-first-of-month = EEEE d{"\u00A0"}MMMM
date-pattern-year = EEEE d{"\u00A0"}MMMM y

## A day in the middle of a sentence

day = { $near ->
    [today] today
    [yesterday] yesterday
    [tomorrow] tomorrow
   *[other] { $date }
}
day-on = { $near ->
    [today] today
    [yesterday] yesterday
    [tomorrow] tomorrow
   *[other] on { $date }
}
# A day at one end of a range, or beside “for”.
day-of-range = { $near ->
    [today] today
    [yesterday] yesterday
    [tomorrow] tomorrow
   *[other] { $date }
}
day-between = between { $first } and { $last }
day-by = { $near ->
    [today] by tonight
    [yesterday] by yesterday
    [tomorrow] by tomorrow
   *[other] by { $date }
}
day-by-hour = { $near ->
    [today] by { $time } today
    [yesterday] by { $time } yesterday
    [tomorrow] by { $time } tomorrow
   *[other] by { $time } on { $date }
}
day-until = { $near ->
    [today] until tonight
    [yesterday] until yesterday
    [tomorrow] until tomorrow
   *[other] until { $date }
}
day-from = { $near ->
    [today] from today
    [yesterday] from yesterday
    [tomorrow] from tomorrow
   *[other] from { $date }
}

## A moment

moment-at = { $near ->
    [today] today at { $time }
    [yesterday] yesterday at { $time }
    [tomorrow] tomorrow at { $time }
   *[other] on { $date } at { $time }
}
moment-short = { $near ->
    [today] today, { $time }
    [yesterday] yesterday, { $time }
    [tomorrow] tomorrow, { $time }
   *[other] { $date }, { $time }
}
moment-since = { $near ->
    [night] since { $time } last night
    [morning] since { $time } this morning
    [afternoon] since { $time } this afternoon
    [evening] since { $time } this evening
    [today] since today
    [yesterday] since yesterday at { $time }
   *[other] since { $date }
}
day-since = { $near ->
    [today] since today
    [yesterday] since yesterday
   *[other] since { $date }
}
