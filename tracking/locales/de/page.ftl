### Die Sendungsseite, die Karte und die Kurzform in einer Zeile.

title-order = Bestellung { $order }
title-parcel = Bestellung { $order } · Paket { $position } von { $count }
title-status = Status des Pakets

page-status = Status
page-who = Wer es hat
page-where = Wo
page-since = Seit wann
page-why = Warum
page-act = Wer jetzt am Zug ist
page-words = In den Worten des Paketdienstes
page-handed-over = Wechsel des Paketdienstes
page-next = Wie es weitergeht
page-unless = Wenn niemand etwas tut
page-cost = Was es kostet
page-when = Voraussichtliche Zustellung
page-todo = Was du tun musst
page-silence = Nichts Neues?
page-trusted = Letzter bestätigter Schritt
page-proof = Zustellnachweis
page-contents = In diesem Paket
page-follow = Seite des Paketdienstes
follow-at = { $carrier }: { $url }

who-shop = Wir haben es
who-warehouse = Es ist in unserem Lager
who-carrier = { $Carrier } hat es
who-customs = Der Zoll hat es; { $carrier } kümmert sich um die Formalitäten
who-pickup-point = Es liegt in einer Abholstelle; { $carrier } hat es dorthin gebracht
who-shopper = { $Carrier } hat es zugestellt
who-shop-for-status = Der Shop hat es
who-last-seen = Zuletzt { part-at } gesehen

act-shopper = Du
act-shop = Wir
act-customs = Der Zoll
act-carrier = { $Carrier }

handed-over = { $Giver } hat es { $at } weitergegeben, und jetzt hat es { $carrier }.
proof-handed = { $handed ->
    [mailbox] in den Briefkasten gelegt
    [front_door] vor der Tür abgestellt
    [reception] am Empfang abgegeben
    [household] bei dir zu Hause angenommen
    [neighbour] in der Nachbarschaft abgegeben
    [safe_place] an einem sicheren Ort abgelegt
    [locker] in einen Paketautomaten gelegt
    [pickup_point] in einer Abholstelle übergeben
   *[other] {""}
}
proof-signed-by = unterschrieben von { $name }
proof-told = { $signed ->
    [yes] Unterschrieben hat { $name }
   *[no] Es gibt einen Zustellnachweis
}{ $linked ->
    [yes] {" "}({ $links })
   *[no] {""}
}.
proof-photo = Foto: { $url }
proof-signature = Unterschrift: { $url }
proof-position = Ort der Übergabe: { $url }
delivered-missing = Wenn du das Paket nicht findest, sag mir einfach Bescheid.
contents-item = { $quantity } × { $name }
line-expected = voraussichtlich { $by }
line-lane = kommt meist { $when } an
line-overdue = war { $by } erwartet
