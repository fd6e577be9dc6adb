### Antworten auf das, was Leute schreiben lässt, und was gesagt wird, wenn sich eine Frage wiederholt. `by-day-…`
### sind Gründe ohne Punkt. Ein Text `again-x` steht für `x`, wenn `x` gerade gesagt wurde.

## „Ist es bis Freitag da?“

by-day-day = { $near ->
    [today] heute
   *[other] bis { $day }
}
by-day-answer = { $chance ->
    [yes] Ja – { $reason }.
    [likely] Wahrscheinlich ja – { $reason }.
    [unlikely] Wahrscheinlich nicht { by-day-day } – { $reason }.
    [no] Nein, nicht { by-day-day } – { $reason }.
   *[untold] Sicher sagen kann ich es nicht – { $reason }.
}
by-day-delivered = das Paket ist schon zugestellt
by-day-waiting = das Paket liegt zum Abholen bereit
by-day-round = das Paket ist heute in der Zustellung
by-day-round-window = das Paket ist in der Zustellung, und { $when }
by-day-round-stale = das Paket ging in die Zustellung, und seitdem wurde nichts mehr gemeldet
by-day-customs = das Paket ist beim Zoll, und dort dauert es meist { $shortest } bis { $longest } Werktage
by-day-customs-ask = der Zoll wartet noch auf das, was er verlangt hat; danach dauert es meist { $shortest } bis { $longest } Werktage
by-day-attempted = nach einer verpassten Zustellung dauert ein neuer Versuch oder der Weg zur Abholstelle meist { $shortest } bis { $longest } Werktage
by-day-attempted-ask = vor dem nächsten Versuch ist noch etwas { part-with } zu klären
by-day-trouble = das gemeldete Problem ist noch nicht gelöst, und niemand hat einen neuen Termin genannt
by-day-silent = { $days ->
    [0] die nächste Meldung ist überfällig
    [one] seit einem Tag gibt es nichts Neues, länger als üblich
   *[other] seit { $days } Tagen gibt es nichts Neues
}
by-day-with-shop = wir machen die Bestellung noch fertig
by-day-not-collected = { $carrier } hat das Paket noch nicht abgeholt
by-day-depot = das Paket ist im Depot in deiner Nähe und geht von dort meist innerhalb von { $shortest } bis { $longest } Werktagen in die Zustellung
by-day-not-out = das Paket ist noch nicht in der Zustellung
by-day-day-off = bis dahin wird normalerweise nicht zugestellt
by-day-no-date = einen Zustelltermin hat noch niemand genannt
by-day-coming-back = das Paket ging an uns zurück
by-day-lost = das Paket ist verloren gegangen
by-day-damaged = das Paket wurde unterwegs beschädigt
by-day-cancelled = die Bestellung ist storniert

## „Es sollte am Montag kommen“

due-right = Du hast recht – { $when }.
due-on-record = Es dauert länger als üblich – { $when }.
due-not-yet = Noch ist nichts überfällig – { $when }.
due-unknown = Einen Zustelltermin hat niemand genannt, deshalb kann ich nicht sagen, ob es verspätet ist.
worry-from = Wenn nichts Neues kommt, kann unser Team { $from } nachforschen.

## „Ich war zu Hause!“

missed-none = Eine verpasste Zustellung wurde nicht gemeldet.
missed-reported = { $known ->
    [yes] { $Carrier } hat { $at } gemeldet: „{ $why }.“
   *[no] { $Carrier } hat { $at } eine verpasste Zustellung gemeldet und keinen Grund genannt.
} Wenn du zu Hause warst, stimmt das nicht, und das Team kann es { part-at } reklamieren.
missed-reason = { $Carrier } konnte das Paket { $at } nicht übergeben. { $why }.
missed-today = { $linked ->
    [yes] Sieh heute nach einer Benachrichtigungskarte; der neue Versuch oder die Abholstelle steht auch hier: { $url }
   *[no] Sieh heute nach einer Benachrichtigungskarte: Darauf steht, wann noch einmal zugestellt wird oder wo das Paket liegt.
}
missed-offer = Soll sich das Team { part-at } beschweren?

## „Warum hat es jetzt jemand anders?“

carrier-change-usual = Das letzte Stück übernimmt oft ein anderer Paketdienst; du musst nichts tun.
carrier-follow = Dort hat das Paket die Nummer { $number }, verfolgen kannst du es { part-at }: { $url }

## Eine Sache beim Zoll

customs-pay-safe = Hier im Chat kann ich keine Zahlung annehmen, und ich schicke nie Links zum Bezahlen.
customs-amount = Der genaue Betrag steht in der Aufforderung { part-from }; ich sehe ihn nicht.
customs-papers-documents-missing = Welche Unterlagen es sein sollen, steht in der Aufforderung { part-from }. Deine Bestellbestätigung zeigt, was im Paket ist und was du bezahlt hast; wenn eine Rechnung verlangt wird, sag mir Bescheid, dann hilft dir das Team.
customs-papers-invoice-missing = Verlangt wird die Rechnung, und die schicken wir: Du musst nichts einreichen.
customs-papers-id-required = Verlangt wird ein Nachweis, wer du bist: Schick ihn so, wie es in der Aufforderung { part-from } steht, und nicht hier im Chat.
customs-papers-valuation = Im Moment nichts: Wenn der Zoll fragt, was du bezahlt hast, schick ihm deine Bestellbestätigung.
customs-papers-duties-due = Unterlagen hat niemand verlangt: Es fehlt nur die Zahlung.
customs-papers-none = Bisher hat niemand Unterlagen von dir verlangt.
customs-nothing-yet = Bisher hat niemand etwas verlangt.

## Mehrere Bestellungen, mehrere Pakete

which-order = Welche Bestellung meinst du?
which-order-line = { $position }. { $order }, bestellt { $on }: { $items }
pick-by-number = Mehr über eines davon erfährst du mit seiner Nummer, zum Beispiel „{ $example }“.
button-order = { $order }
order-line = Bestellung { $order }: { $line }

## Noch einmal gefragt

once-more = Noch einmal: { $text }
once-more-2 = Wie eben: { $text }
order-news = Seit deiner letzten Frage gibt es Neues.
order-still-same = Unverändert, kein neuer Scan.
order-looked-again = Ich habe gerade noch einmal nachgesehen, es hat sich nichts geändert.

again-utter-ask-identify-form-order-number = Zurück zu deiner Bestellung: Wie lautet ihre Nummer? Wenn du sie nicht findest, hole ich einen Menschen dazu.
again-2-utter-ask-identify-form-order-number = Schick mir die Bestellnummer, sobald du sie hast: Sie steht in der Bestätigungsmail.
again-utter-ask-identify-form-proof = Zurück zu deiner Bestellung: Mit welcher E-Mail-Adresse oder Postleitzahl hast du bestellt?
again-2-utter-ask-identify-form-proof = Ich brauche noch die E-Mail-Adresse oder die Postleitzahl zur Bestellung, bevor ich sie zeigen kann.
again-order-not-matched = Auch diese beiden passen nicht zusammen. Die Nummer steht in der Bestätigungsmail, und die ging an die Adresse, mit der du bestellt hast.
again-utter-greet = Ich bin da! Was möchtest du über deine Bestellung wissen?
again-2-utter-greet = Hallo noch einmal! Nenn mir deine Bestellnummer oder frag nach einem Menschen.
greet-back = Hallo noch einmal! Was möchtest du über deine Bestellung wissen?
again-greet-back = Ja, ich bin da. Soll ich noch einmal nach deiner Bestellung sehen?
again-utter-thanks = Jederzeit!
again-2-utter-thanks = Sehr gern.
again-goodbye = Mach’s gut!
again-utter-bot-challenge = Immer noch ein Bot: Ich lese, was Paketdienste über Pakete melden. Wenn du lieber mit einem Menschen redest, sag es einfach.
again-utter-out-of-scope = Auch damit kann ich nicht helfen. Ich weiß, wo Pakete sind und wann sie kommen.
again-2-utter-out-of-scope = Davon verstehe ich nichts. Frag mich nach einer Bestellung, oder ich hole einen Menschen dazu.
again-utter-unclear = Das verstehe ich leider immer noch nicht. Ein Mensch kann helfen, oder frag mich, wo eine Bestellung ist.
again-unclear-which = Das verstehe ich leider immer noch nicht. Geht es um eines davon?
again-2-unclear-which = Versuchen wir es so: Tipp an, was am ehesten passt.
again-utter-feedback = Danke noch einmal, das hilft uns.
again-affirm-nothing = Dann schick mir die Bestellnummer, und ich sehe nach.
affirm-done = Gut. Wenn noch etwas ist, frag einfach.
again-affirm-done = Ich bin da, wenn du mich brauchst.
again-deny-nothing = Kein Problem. Ich bin da, wenn du mich brauchst.
language-on = Gern, machen wir auf Deutsch weiter.
language-offer = Gern, machen wir auf Deutsch weiter. Soll ich es an das Team weitergeben?
