### Was der Assistent sagt, wenn er nicht gerade ein Paket erklärt.

## Fragen, was fehlt

utter-ask-identify-form-order-number = Wie lautet deine Bestellnummer? Du findest sie in der Bestätigungsmail.
utter-ask-identify-form-proof = Danke. Und die E-Mail-Adresse oder die Postleitzahl zur Bestellung, bitte? So zeige ich sie nur dir.
order-not-matched = Ich finde keine Bestellung, bei der diese Nummer und diese E-Mail-Adresse oder Postleitzahl zusammenpassen. Kannst du beides prüfen und mir noch einmal schicken?
order-ask-number-for-tracking = Aus dieser Sendungsnummer allein wird mir nicht klar, welches Paket du meinst. Wie lautet deine Bestellnummer?
order-ask-number-no-tracking = Diese Sendungsnummer kenne ich nicht. Wie lautet deine Bestellnummer? Du findest sie in der Bestätigungsmail.
order-not-matched-also = { $numbers } passt nicht zu dieser E-Mail-Adresse oder Postleitzahl. Kannst du das prüfen?
order-locked = Zum Schutz der Bestellung kann ich hier keine weiteren Angaben prüfen. Ich habe jemanden aus dem Team gebeten zu übernehmen: Referenz { $reference }. Die Antwort kommt hier in diesen Chat.
order-status-only = Für die Einzelheiten schick mir deine Bestellnummer und die E-Mail-Adresse oder Postleitzahl der Bestellung.

## Über eine Bestellung

order-parcels = { $count ->
    [one] Bestellung { $order } kommt in einem einzigen Paket:
   *[other] Bestellung { $order } kommt in { $count } Paketen:
}
order-parcel-line = { $position }. { $line }
order-only-parcel = Zur Bestellung { $order } gehört nur dieses eine Paket.
order-late-offer = Soll das Team beim Paketdienst nachforschen?
order-case-opened = Ich habe es an unser Team weitergegeben. Dein Vorgang hat die Nummer { $reference }.
order-case-open = Unser Team hat das schon: Referenz { $reference }.
order-same-as-before = Seit eben gibt es nichts Neues.

## Weitergeben

offer-change-address = Eine Lieferadresse kann ich nicht selbst ändern, aber das Team kann sehen, ob es noch geht. Soll ich es weitergeben?
offer-cancel-order = Eine Bestellung kann ich nicht selbst stornieren, aber das Team kann sehen, ob es noch geht. Soll ich es weitergeben?
offer-return-refund = Um Rücksendungen und Erstattungen kümmert sich unser Team. Soll ich es weitergeben?
offer-delivery-options = Ich kenne nur Bestellungen, die schon unterwegs sind. Das Team kann dir sagen, welche Versandarten es gibt und was sie kosten. Soll ich es weitergeben?
affirm-nothing = Prima. Soll ich nach einer Bestellung sehen?
deny-offer = Alles klar, dann lasse ich es dabei. Wenn du etwas über ein Paket wissen willst, frag einfach.
deny-nothing = Alles klar. Wenn du etwas über ein Paket wissen willst, frag einfach.

## Drumherum

utter-greet = Hallo! Ich bin der Lieferassistent von { $shop }. Frag mich, wo deine Bestellung ist: Bestellnummer und E-Mail-Adresse genügen mir.
utter-thanks = Gern geschehen! Ich bin hier, wenn du noch etwas über dein Paket wissen willst.
goodbye = Tschüss, und viel Freude mit deinem Paket!
utter-bot-challenge = Ja, ich bin der automatische Assistent von { $shop }. Ich sehe nach, wo Pakete sind, und hole jederzeit einen Menschen dazu.
utter-out-of-scope = Damit kann ich nicht helfen: Ich kümmere mich nur um Pakete und Lieferungen.
utter-unclear = Ich bin nicht sicher, ob ich dich verstanden habe. Möchtest du wissen, wo eine Bestellung ist?

## Wenn etwas nicht stimmt

turn-failed = Ich kann das gerade nicht nachsehen. Deine Nachricht ist gespeichert, und ich antworte, sobald ich kann.
turn-given-up = Bei uns ist etwas schiefgegangen, und diese Nachricht kann ich nicht beantworten. Versuch es bitte mit anderen Worten oder frag nach einem Menschen.
too-long = Das ist mir zu lang. Kannst du es in ein, zwei Sätzen sagen?
unavailable = Wir können gerade keine Nachrichten annehmen. Versuch es bitte in einer Minute noch einmal.

## Knöpfe: höchstens 20 Zeichen, die engste Grenze der Kanäle

button-track-order = Wo ist mein Paket?
button-ask-eta = Wann kommt es?
button-ask-why = Warum?
button-human-agent = Mit jemandem reden
button-affirm = Ja, bitte
button-deny = Nein, danke
button-report-not-received = Nicht angekommen
button-parcel = Paket { $position }
