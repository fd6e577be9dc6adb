### Was Stille bedeutet. $until, $from, $because und $days entstehen anderswo.

silence-because-weekend = (das Wochenende zählt nicht)
silence-because-sunday = (der Sonntag zählt nicht)
silence-because-holiday = ({ $day } ist { $in } Feiertag)

silence-normal-preparing = Eine Bestellung fertig zu machen dauert ein bis zwei Werktage, deshalb ist es normal, wenn { $until } nichts Neues kommt { $because }.
silence-normal-promised-later = Sie ist für später zugesagt, deshalb ist es normal, wenn { $until } nichts Neues kommt { $because }.
silence-normal-waiting-for-carrier = Paketdienste holen meist innerhalb von ein bis zwei Werktagen ab, deshalb ist es normal, wenn { $until } nichts Neues kommt { $because }.
silence-normal-line-haul = Auf dieser Strecke werden Pakete nur alle { $shortest } bis { $longest } Werktage gescannt, deshalb ist es normal, wenn { $until } nichts Neues kommt { $because }.
silence-normal-customs = Der Zoll braucht oft { $shortest } bis { $longest } Werktage, deshalb ist es normal, wenn { $until } nichts Neues kommt { $because }.
silence-normal-asked = Der Zoll wartet auf das, was er verlangt hat; bis dahin ist es normal, wenn nichts Neues kommt.
silence-normal-return = Eine Rücksendung dauert { $shortest } bis { $longest } Werktage, deshalb ist es normal, wenn { $until } nichts Neues kommt { $because }.
silence-normal-other = An dieser Stelle ist es normal, wenn { $until } nichts Neues kommt { $because }.

silence-late = { $days ->
    [0] Die nächste Meldung ist überfällig; wenn nichts kommt, kann unser Team { $from } nachforschen.
    [one] Seit einem Tag gibt es nichts Neues, länger als an dieser Stelle üblich; wenn nichts kommt, kann unser Team { $from } nachforschen.
   *[other] Seit { $days } Tagen gibt es nichts Neues, länger als an dieser Stelle üblich; wenn nichts kommt, kann unser Team { $from } nachforschen.
}
silence-stuck = { $holder ->
    [shop] Hier hat sich seit { $days } Tagen nichts bewegt, und das ist zu lange: Unser Team kann herausfinden, warum.
    [customs] Seit { $days } Tagen kommt nichts vom Zoll, und das ist zu lange: Unser Team kann { part-at } nachfragen, worauf er wartet.
   *[carrier] Seit { $days } Tagen gibt es nichts Neues, und das ist zu lange: Unser Team kann { part-at } nachhaken.
}
silence-stuck-asked = Seit { $days } Tagen kommt nichts vom Zoll: Wenn du deinen Teil schon erledigt hast, kann unser Team { part-at } nachfragen, was fehlt.
silence-stuck-opened = { $holder ->
    [shop] Hier hat sich seit { $days } Tagen nichts bewegt, und das ist viel zu lange: Unser Team nimmt die Sache in die Hand.
    [customs] Seit { $days } Tagen kommt nichts vom Zoll, und das ist viel zu lange: Unser Team nimmt die Sache in die Hand.
   *[carrier] Seit { $days } Tagen gibt es nichts Neues, und das ist viel zu lange: Unser Team nimmt die Sache in die Hand.
}
silence-lost = Seit { $days } Tagen gibt es nichts Neues, wir müssen also davon ausgehen, dass das Paket verloren ist: Unser Team klärt das { part-with }.
