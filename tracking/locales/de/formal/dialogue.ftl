### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

utter-ask-identify-form-order-number = Wie lautet Ihre Bestellnummer? Sie finden sie in der Bestätigungsmail.
utter-ask-identify-form-proof = Danke. Und die E-Mail-Adresse oder die Postleitzahl zur Bestellung, bitte? So zeige ich sie nur Ihnen.
order-not-matched = Ich finde keine Bestellung, bei der diese Nummer und diese E-Mail-Adresse oder Postleitzahl zusammenpassen. Können Sie beides prüfen und mir noch einmal schicken?
order-ask-number-for-tracking = Aus dieser Sendungsnummer allein wird mir nicht klar, welches Paket Sie meinen. Wie lautet Ihre Bestellnummer?
order-ask-number-no-tracking = Diese Sendungsnummer kenne ich nicht. Wie lautet Ihre Bestellnummer? Sie finden sie in der Bestätigungsmail.
order-not-matched-also = { $numbers } passt nicht zu dieser E-Mail-Adresse oder Postleitzahl. Können Sie das prüfen?
order-status-only = Für die Einzelheiten schicken Sie mir Ihre Bestellnummer und die E-Mail-Adresse oder Postleitzahl der Bestellung.
order-case-opened = Ich habe es an unser Team weitergegeben. Ihr Vorgang hat die Nummer { $reference }.
offer-delivery-options = Ich kenne nur Bestellungen, die schon unterwegs sind. Das Team kann Ihnen sagen, welche Versandarten es gibt und was sie kosten. Soll ich es weitergeben?
deny-offer = Alles klar, dann lasse ich es dabei. Wenn Sie etwas über ein Paket wissen wollen, fragen Sie einfach.
deny-nothing = Alles klar. Wenn Sie etwas über ein Paket wissen wollen, fragen Sie einfach.
utter-greet = Hallo! Ich bin der Lieferassistent von { $shop }. Fragen Sie mich, wo Ihre Bestellung ist: Bestellnummer und E-Mail-Adresse genügen mir.
utter-thanks = Gern geschehen! Ich bin hier, wenn Sie noch etwas über Ihr Paket wissen wollen.
goodbye = Auf Wiedersehen, und viel Freude mit Ihrem Paket!
utter-unclear = Ich bin nicht sicher, ob ich Sie verstanden habe. Möchten Sie wissen, wo eine Bestellung ist?
turn-failed = Ich kann das gerade nicht nachsehen. Ihre Nachricht ist gespeichert, und ich antworte, sobald ich kann.
turn-given-up = Bei uns ist etwas schiefgegangen, und diese Nachricht kann ich nicht beantworten. Versuchen Sie es bitte mit anderen Worten oder fragen Sie nach einem Menschen.
too-long = Das ist mir zu lang. Können Sie es in ein, zwei Sätzen sagen?
unavailable = Wir können gerade keine Nachrichten annehmen. Versuchen Sie es bitte in einer Minute noch einmal.
