### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

why-delivery-no-access = Der Zusteller ist nicht bis zu Ihrer Tür gekommen.
todo-delivery-address-incomplete = Sagen Sie { part-recipient } bitte, was fehlt; wenn das schwierig ist, sagen Sie mir Bescheid, dann übernimmt das Team.
todo-delivery-address-wrong = Prüfen Sie bitte die Adresse in Ihrer Bestellbestätigung; wenn sie nicht stimmt, sagen Sie mir Bescheid, dann übernimmt das Team.
todo-delivery-no-access = Sagen Sie { part-recipient } bitte, wie man hineinkommt (Tor, Türcode, Klingel); wenn das schwierig ist, sagen Sie mir Bescheid, dann übernimmt das Team.
todo-delivery-signature-needed = Sorgen Sie bitte dafür, dass beim nächsten Mal jemand unterschreiben kann.
todo-delivery-payment-due = Halten Sie bitte den Betrag bereit; wie viel es ist, erfahren Sie { part-at }.
unless-delivery-refused = falls nicht Sie die Annahme verweigert haben, sagen Sie mir Bescheid
