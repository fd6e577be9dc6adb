### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

channel-voice = Sprachnachrichten kann ich nicht anhören. Können Sie es mir schreiben?
channel-image = Bilder und Videos kann ich nicht ansehen. Sagen Sie mir in Worten, worum es geht?
channel-file = Dateien kann ich nicht öffnen. Sagen Sie mir in Worten, worum es geht?
channel-location = Standorte kann ich nicht lesen. Um Ihr Paket zu finden, genügt mir Ihre Bestellnummer.
channel-sticker = Das sagt mehr, als ich lesen kann! Fragen Sie mich, wo Ihre Bestellung ist, und ich sehe nach.
channel-contact = Kontaktkarten kann ich nicht lesen. Um Ihr Paket zu finden, genügt mir Ihre Bestellnummer.
channel-other = Ich kann nur Text lesen. Können Sie es mir schreiben?
channel-group = Über Bestellungen spreche ich nur zu zweit: Schreiben Sie mir bitte direkt.
channel-too-many = Das sind viele Nachrichten auf einmal. Geben Sie mir eine Minute und schreiben Sie mir Ihre Frage dann noch einmal in einer Nachricht.
channel-old-button = Dieser Knopf geht nicht mehr. Schreiben Sie mir einfach.
channel-link-old = Dieser Link gilt nicht mehr. Wie lautet Ihre Bestellnummer? Sie finden sie in der Bestätigungsmail.
channel-link-taken = Diesen Link hat schon jemand anderes benutzt. Wie lautet Ihre Bestellnummer? Sie finden sie in der Bestätigungsmail.
