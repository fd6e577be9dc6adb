### Warum ein Paket ist, wo es ist (`why-…`), was die Kundin tut (`todo-…`, nur wenn es sonst niemand kann) und was
### passiert, wenn niemand etwas tut (`unless-…`, ohne Punkt, nach dem nächsten Schritt). Der Zoll: `customs.ftl`.

why-none = { $holder ->
    [shop] Ein Grund wurde nicht genannt.
   *[carrier] { $Carrier } hat keinen Grund genannt.
}

## Zustellung

why-delivery-recipient-absent = Es war niemand da, um das Paket anzunehmen.
why-delivery-business-closed = Es war geschlossen, als der Zusteller kam.
why-delivery-address-incomplete = Die Adresse ist unvollständig: Vielleicht fehlt eine Wohnungsnummer oder ein Türcode.
why-delivery-address-wrong = { $Carrier } hat die Adresse, wie sie auf dem Paket steht, nicht gefunden.
why-delivery-no-access = Der Zusteller ist nicht bis zu deiner Tür gekommen.
why-delivery-refused = { $Carrier } hat vermerkt, dass die Annahme verweigert wurde.
why-delivery-signature-needed = Jemand muss persönlich unterschreiben.
why-delivery-payment-due = Bei der Übergabe ist ein Betrag zu zahlen.
why-delivery-rescheduled = Die Zustellung wurde auf einen anderen Tag verlegt.

todo-delivery-address-incomplete = Sag { part-recipient } bitte, was fehlt; wenn das schwierig ist, sag mir Bescheid, dann übernimmt das Team.
todo-delivery-address-wrong = Prüf bitte die Adresse in deiner Bestellbestätigung; wenn sie nicht stimmt, sag mir Bescheid, dann übernimmt das Team.
todo-delivery-no-access = Sag { part-recipient } bitte, wie man hineinkommt (Tor, Türcode, Klingel); wenn das schwierig ist, sag mir Bescheid, dann übernimmt das Team.
todo-delivery-signature-needed = Sorg bitte dafür, dass beim nächsten Mal jemand unterschreiben kann.
todo-delivery-payment-due = Halt bitte den Betrag bereit; wie viel es ist, erfährst du { part-at }.

unless-delivery-recipient-absent = wenn es auch dann niemand annimmt oder abholt, geht es meist nach { $least } bis { $most } Tagen zurück{ $deadline }
unless-delivery-business-closed = wenn es auch dann niemand annimmt oder abholt, geht es meist nach { $least } bis { $most } Tagen zurück{ $deadline }
unless-delivery-address-incomplete = ohne die vollständige Adresse geht es meist nach { $least } bis { $most } Tagen zurück{ $deadline }
unless-delivery-address-wrong = ohne die richtige Adresse geht es meist nach { $least } bis { $most } Tagen zurück{ $deadline }
unless-delivery-no-access = wenn auch dann niemand hineinkommt und keiner es abholt, geht es meist nach { $least } bis { $most } Tagen zurück{ $deadline }
unless-delivery-refused = falls nicht du die Annahme verweigert hast, sag mir Bescheid
unless-delivery-signature-needed = wenn niemand unterschreibt oder es abholt, geht es meist nach { $least } bis { $most } Tagen zurück{ $deadline }
unless-delivery-payment-due = wenn niemand zahlt, geht es meist nach { $least } bis { $most } Tagen zurück{ $deadline }
unless-pickup = wenn es niemand abholt, geht es meist nach { $least } bis { $most } Tagen zurück{ $deadline } (aus einem Automaten früher als aus einem Laden)
unless-from = , also frühestens { $from }

## Unterwegs

why-transit-weather = Schlechtes Wetter hält alles auf.
why-transit-backlog = { $Carrier } hat mehr Pakete als sonst zu bewältigen.
why-transit-misrouted = Das Paket wurde in die falsche Richtung geschickt und muss erst wieder auf den richtigen Weg.
why-transit-strike = Ein Streik hält alles auf.
why-transit-vehicle = Ein Fahrzeug hatte eine Panne oder war zu spät.
why-transit-holiday = Ein Feiertag hält alles auf.
why-transit-security = Das Paket muss durch eine Sicherheitskontrolle, bevor es weiterkann.

## Verlust, Rücksendung und der Rest

why-loss-damaged = { $Carrier } hat festgestellt, dass das Paket beschädigt ist.
why-loss-lost = { $Carrier } findet das Paket nicht.
why-return-refused = Die Annahme wurde verweigert.
why-return-unclaimed = Das Paket wurde nicht rechtzeitig abgeholt.
why-return-undeliverable = { $Carrier } konnte das Paket an der Adresse nicht zustellen.
why-other = { $worded ->
    [yes] { $Carrier } hat vermerkt: „{ $words }“.
   *[no] { $Carrier } meldet nur, dass etwas dazwischengekommen ist.
}
