### Wie es weitergeht (`next-…`, ohne Punkt), bis wann (`when-…`, gleich danach) und was zu tun ist.

next-only = { $next }.
next-and-when = { $next }; { $when }.

next-packing = Als Nächstes packen wir das Paket und geben es dem Paketdienst
next-collection = Als Nächstes nimmt { $carrier } das Paket an und scannt es zum ersten Mal
next-departure = Als Nächstes macht sich das Paket auf den Weg zu dir
next-arrival-abroad = Als Nächstes kommt das Paket { $in } an
next-customs-check = Als Nächstes sieht der Zoll sich das Paket an
next-customs-release = Als Nächstes entscheidet der Zoll, ob er das Paket freigibt
next-local-depot = Als Nächstes kommt das Paket ins Depot in deiner Nähe
next-round = Als Nächstes geht das Paket in die Zustellung
next-doorstep = Falls du den Zusteller verpasst, steht in der Sendungsverfolgung, wann er wiederkommt oder wo das Paket liegt
next-new-attempt = Als Nächstes versucht { $carrier } es noch einmal oder bringt das Paket in eine Abholstelle
next-pickup = Dort wird das Paket nur eine begrenzte Zeit aufbewahrt, geh also am besten bald hin
next-carrier-resumes = Als Nächstes bringt { $carrier } das Paket wieder auf den Weg
next-coming-back = Sobald das Paket wieder bei uns ist, klärt unser Team mit dir, wie es weitergeht
next-shop-settles = Unser Team klärt mit dir, wie es weitergeht
next-no-parcel = Es ist kein Paket unterwegs
next-clear-update = Der nächste Scan sollte mehr verraten

## Bis wann, und wer das sagt

when-window = das Zeitfenster für die Zustellung ist { $on } zwischen { $start } und { $end }
when-carrier = { $carrier } will { $by } zustellen
when-carrier-again = zugestellt werden soll es { $by }
when-shop = wir haben es dir { $by } zugesagt
when-lane = auf dieser Strecke kommen Pakete meist { $when } an
when-and-promise = { $when }{ $late ->
    [yes] , später als zugesagt ({ $day })
   *[no] {" "}(zugesagt war { $day })
}
when-overdue-carrier = { $carrier } wollte { $by } zustellen, und der Termin ist vorbei
when-overdue-shop = wir hatten es dir { $by } zugesagt, und der Termin ist vorbei
when-unknown = einen Zustelltermin hat noch niemand genannt

## Eigens gefragt: Wann?

eta-no-date = Einen verlässlichen Termin kann ich dir nicht nennen.

## Was zu tun ist

todo-pickup = Nimm bitte einen Ausweis und die Abholnachricht { part-from } mit.
todo-nothing = Im Moment nichts.
