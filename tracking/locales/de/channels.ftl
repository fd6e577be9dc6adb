### Was in Messengern außer den Antworten gesagt wird. Ein `said-…` steht im Verlauf für etwas ohne Text.

channel-shortened = (Nachricht gekürzt)
channel-choose = Auswählen
channel-timeline = Alle Meldungen · { $title }
button-show-all = Alle Meldungen

## Was wir nicht lesen können

channel-voice = Sprachnachrichten kann ich nicht anhören. Kannst du es mir schreiben?
channel-image = Bilder und Videos kann ich nicht ansehen. Sagst du mir in Worten, worum es geht?
channel-file = Dateien kann ich nicht öffnen. Sagst du mir in Worten, worum es geht?
channel-location = Standorte kann ich nicht lesen. Um dein Paket zu finden, genügt mir deine Bestellnummer.
channel-sticker = Das sagt mehr, als ich lesen kann! Frag mich, wo deine Bestellung ist, und ich sehe nach.
channel-contact = Kontaktkarten kann ich nicht lesen. Um dein Paket zu finden, genügt mir deine Bestellnummer.
channel-other = Ich kann nur Text lesen. Kannst du es mir schreiben?
channel-group = Über Bestellungen spreche ich nur zu zweit: Schreib mir bitte direkt.

said-voice = [Sprachnachricht]
said-image = [Bild oder Video]
said-file = [Datei]
said-location = [Standort]
said-sticker = [Sticker]
said-contact = [Kontaktkarte]
said-other = [Nachricht ohne Text]
said-group = [Nachricht in einer Gruppe]

## Wenn etwas nicht geht

channel-too-many = Das sind viele Nachrichten auf einmal. Gib mir eine Minute und schreib mir deine Frage dann noch einmal in einer Nachricht.
channel-old-button = Dieser Knopf geht nicht mehr. Schreib mir einfach.
channel-link-old = Dieser Link gilt nicht mehr. Wie lautet deine Bestellnummer? Du findest sie in der Bestätigungsmail.
channel-link-taken = Diesen Link hat schon jemand anderes benutzt. Wie lautet deine Bestellnummer? Du findest sie in der Bestätigungsmail.
channel-no-updates = Diese Meldungen habe ich nicht mehr. Soll ich die Bestellung noch einmal nachsehen?
