### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

by-day-depot = das Paket ist im Depot in Ihrer Nähe und geht von dort meist innerhalb von { $shortest } bis { $longest } Werktagen in die Zustellung
due-right = Sie haben recht – { $when }.
missed-reported = { $known ->
    [yes] { $Carrier } hat { $at } gemeldet: „{ $why }.“
   *[no] { $Carrier } hat { $at } eine verpasste Zustellung gemeldet und keinen Grund genannt.
} Wenn Sie zu Hause waren, stimmt das nicht, und das Team kann es { part-at } reklamieren.
missed-today = { $linked ->
    [yes] Sehen Sie heute nach einer Benachrichtigungskarte; der neue Versuch oder die Abholstelle steht auch hier: { $url }
   *[no] Sehen Sie heute nach einer Benachrichtigungskarte: Darauf steht, wann noch einmal zugestellt wird oder wo das Paket liegt.
}
carrier-change-usual = Das letzte Stück übernimmt oft ein anderer Paketdienst; Sie müssen nichts tun.
carrier-follow = Dort hat das Paket die Nummer { $number }, verfolgen können Sie es { part-at }: { $url }
customs-papers-documents-missing = Welche Unterlagen es sein sollen, steht in der Aufforderung { part-from }. Ihre Bestellbestätigung zeigt, was im Paket ist und was Sie bezahlt haben; wenn eine Rechnung verlangt wird, sagen Sie mir Bescheid, dann hilft Ihnen das Team.
customs-papers-invoice-missing = Verlangt wird die Rechnung, und die schicken wir: Sie müssen nichts einreichen.
customs-papers-id-required = Verlangt wird ein Nachweis, wer Sie sind: Schicken Sie ihn so, wie es in der Aufforderung { part-from } steht, und nicht hier im Chat.
customs-papers-valuation = Im Moment nichts: Wenn der Zoll fragt, was Sie bezahlt haben, schicken Sie ihm Ihre Bestellbestätigung.
customs-papers-none = Bisher hat niemand Unterlagen von Ihnen verlangt.
which-order = Welche Bestellung meinen Sie?
pick-by-number = Mehr über eines davon erfahren Sie mit seiner Nummer, zum Beispiel „{ $example }“.
order-news = Seit Ihrer letzten Frage gibt es Neues.
again-utter-ask-identify-form-order-number = Zurück zu Ihrer Bestellung: Wie lautet ihre Nummer? Wenn Sie sie nicht finden, hole ich einen Menschen dazu.
again-2-utter-ask-identify-form-order-number = Schicken Sie mir die Bestellnummer, sobald Sie sie haben: Sie steht in der Bestätigungsmail.
again-utter-ask-identify-form-proof = Zurück zu Ihrer Bestellung: Mit welcher E-Mail-Adresse oder Postleitzahl haben Sie bestellt?
again-order-not-matched = Auch diese beiden passen nicht zusammen. Die Nummer steht in der Bestätigungsmail, und die ging an die Adresse, mit der Sie bestellt haben.
again-utter-greet = Ich bin da! Was möchten Sie über Ihre Bestellung wissen?
again-2-utter-greet = Hallo noch einmal! Nennen Sie mir Ihre Bestellnummer oder fragen Sie nach einem Menschen.
greet-back = Hallo noch einmal! Was möchten Sie über Ihre Bestellung wissen?
again-greet-back = Ja, ich bin da. Soll ich noch einmal nach Ihrer Bestellung sehen?
again-goodbye = Alles Gute!
again-utter-bot-challenge = Immer noch ein Bot: Ich lese, was Paketdienste über Pakete melden. Wenn Sie lieber mit einem Menschen reden, sagen Sie es einfach.
again-2-utter-out-of-scope = Davon verstehe ich nichts. Fragen Sie mich nach einer Bestellung, oder ich hole einen Menschen dazu.
again-utter-unclear = Das verstehe ich leider immer noch nicht. Ein Mensch kann helfen, oder fragen Sie mich, wo eine Bestellung ist.
again-2-unclear-which = Versuchen wir es so: Tippen Sie an, was am ehesten passt.
again-affirm-nothing = Dann schicken Sie mir die Bestellnummer, und ich sehe nach.
affirm-done = Gut. Wenn noch etwas ist, fragen Sie einfach.
again-affirm-done = Ich bin da, wenn Sie mich brauchen.
again-deny-nothing = Kein Problem. Ich bin da, wenn Sie mich brauchen.
