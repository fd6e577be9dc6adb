### Wo ein Paket steht. `state-…` eröffnet eine ganze Antwort; `status-…` ist alles, was eine Sendungsnummer
### allein zeigen darf; `label-…` ist ein Titel. Ein gedrucktes Etikett gilt nie als Fortschritt.
### Die Bestellung ist weiblich („deine Bestellung … sie“), das Paket sächlich. $carrier steht im Nominativ;
### wo ein anderer Fall gebraucht wird, gibt es einen Baustein (`part-…`).

## Bausteine

driver = { $brand ->
    [yes] Der Zusteller von { $carrier }
   *[no] Der Zusteller
}
pickup-point = { $brand ->
    [yes] in der Abholstelle von { $carrier }
   *[no] in einer Abholstelle
}
there = { $placed ->
    [no] {""}
   *[other] {" "}{ $in }
}
aside = { $placed ->
    [no] {""}
   *[other] {" "}{ $in }
}
with-carrier = { $brand ->
    [yes] bei { $carrier }
   *[no] dort
}
carrier-is = { $brand ->
    [yes] der Paketdienst ist { $carrier }
   *[no] der Paketdienst steht noch nicht fest
}
part-with = { $brand ->
    [yes] mit { $carrier }
    [next] mit dem nächsten Paketdienst
   *[no] mit dem Paketdienst
}
part-at = { $brand ->
    [yes] bei { $carrier }
    [next] beim nächsten Paketdienst
   *[no] beim Paketdienst
}
part-from = { $brand ->
    [yes] von { $carrier }
    [next] vom nächsten Paketdienst
   *[no] vom Paketdienst
}
part-recipient = { $brand ->
    [yes] { $carrier }
    [next] dem nächsten Paketdienst
   *[no] dem Paketdienst
}

## Alles

state-order-confirmed = { $Subject } ist bestätigt, und wir machen sie { $since } { $in } fertig.
state-packed = { $Subject } ist gepackt und steht { $since } { $in } bereit; { $carrier } hat sie noch nicht abgeholt.
state-label-created = { $Subject } ist noch bei uns: Das Etikett ist { $since } fertig, aber { $carrier } hat das Paket noch nicht bekommen.
state-carrier-received = { $Carrier } hat { $subject } { $since } { $in }.
state-departed-origin = { $placed ->
    [city] { $Subject } hat { $place } { $at } verlassen und ist { part-with } unterwegs.
    [country] { $Subject } hat sich { $at } { $in } auf den Weg gemacht und ist { part-with } unterwegs.
   *[no] { $Subject } hat sich { $at } auf den Weg gemacht und ist { part-with } unterwegs.
}
state-in-transit = { $placed ->
    [no] { $Subject } ist { part-with } unterwegs: Der letzte Scan war { $at }.
   *[other] { $Subject } ist { part-with } unterwegs; zuletzt gescannt wurde sie { $seen } { $in }.
}
state-arrived-destination = { $placed ->
    [no] { $Subject } ist { $at } im Zielland angekommen, und { $carrier } hat sie.
   *[other] { $Subject } ist { $at } { $in } angekommen, und { $carrier } hat sie.
}
state-customs-started = { $Subject } ist { $since } { $in } beim Zoll; { $carrier } kümmert sich um die Formalitäten.
state-customs-held = Der Zoll hält { $subject } { $since } { $in } fest; { $carrier } kümmert sich um die Formalitäten.
state-customs-cleared = Der Zoll hat { $subject } { $at } { $in } freigegeben, und { $carrier } hat sie wieder.
state-handed-over = { $Giver } hat { $subject } { $at } { $in } weitergegeben, und jetzt hat sie { $carrier }.
state-at-local-depot = { $placed ->
    [no] { $Carrier } hat { $subject } { $since } im Depot in deiner Nähe.
   *[other] { $Carrier } hat { $subject } { $since } im Zustelldepot { $in }.
}
state-out-for-delivery = { $fresh ->
    [yes] { $Subject } wird gerade { $in } zugestellt: { driver } hat sie { $since }.
   *[no] { $Subject } ging { $at } { $in } { part-with } in die Zustellung, und seitdem wurde nichts mehr gemeldet.
}
state-delivery-attempted = { $Carrier } wollte { $subject } { $at } { $in } zustellen, konnte sie aber nicht übergeben und hat sie noch.
state-ready-for-pickup = { $Subject } liegt { $since } { pickup-point } { $in } für dich bereit.
state-delivered = { $Carrier } hat { $subject } { $at } { $in } zugestellt{ $handed ->
    [mailbox] : Sie wurde in den Briefkasten gelegt
    [front_door] : Sie wurde vor der Tür abgestellt
    [reception] : Sie wurde am Empfang abgegeben
    [household] : Jemand bei dir zu Hause hat sie angenommen
    [neighbour] : Jemand in der Nachbarschaft hat sie angenommen
    [safe_place] : Sie wurde an einem sicheren Ort abgelegt
    [locker] : Sie wurde in einen Paketautomaten gelegt
    [pickup_point] : Sie wurde in einer Abholstelle übergeben
   *[none] {""}
}.
state-delayed = { $holder ->
    [shop] Eine Verzögerung wurde { $at } gemeldet: { $Subject } ist noch bei uns{ there }.
    [customs] { $Carrier } hat { $at } eine Verzögerung gemeldet: { $Subject } ist{ there } beim Zoll.
   *[carrier] { $Carrier } hat { $at } eine Verzögerung gemeldet: { $Subject } ist noch { with-carrier }{ there }.
}
state-exception = { $holder ->
    [shop] Ein Problem wurde { $at } gemeldet: { $Subject } ist noch bei uns{ there }.
    [customs] { $Carrier } hat { $at } ein Problem gemeldet: { $Subject } ist{ there } beim Zoll.
   *[carrier] { $Carrier } hat { $at } ein Problem gemeldet: { $Subject } ist noch { with-carrier }{ there }.
}
state-return-started = { $moved ->
    *[no] { $Subject } ist { $since } { part-with } auf dem Rückweg zu uns.
   [yes] { $Subject } ist { $since } { part-with } auf dem Rückweg zu uns; zuletzt gescannt wurde sie { $seen } { $in }.
}
state-returned = { $Carrier } hat { $subject } { $at } { $in } zu uns zurückgebracht.
state-lost = { $moved ->
    *[no] Es tut uns leid: { $Carrier } hat { $at } gemeldet, dass { $subject } verloren gegangen ist.
   [yes] Es tut uns leid: { $Carrier } hat { $at } gemeldet, dass { $subject } verloren gegangen ist; zuletzt gescannt wurde sie { $seen } { $in }.
}
state-damaged = Es tut uns leid: { $Carrier } hat { $at }{ aside } gemeldet, dass { $subject } beschädigt wurde.
state-cancelled = { $Subject } wurde { $at } storniert.
state-unknown = { $Carrier } hat { $at } etwas über { $subject } gemeldet, aber daraus wird nicht klar, wo sie ist.

## Eine Sendungsnummer allein

status-order-confirmed = Die Bestellung ist bestätigt, und der Shop macht dieses Paket fertig.
status-packed = Dieses Paket ist gepackt und steht bereit; { $carrier } hat es noch nicht abgeholt.
status-label-created = Dieses Paket ist noch im Shop: Ein Etikett gibt es, aber { $carrier } hat das Paket noch nicht bekommen.
status-carrier-received = { $Carrier } hat dieses Paket { $in }.
status-departed-origin = { $Carrier } hat dieses Paket, und es ist unterwegs.
status-in-transit = { $placed ->
    [no] Dieses Paket ist { part-with } unterwegs.
   *[other] Dieses Paket ist { part-with } unterwegs und wurde zuletzt { $in } gescannt.
}
status-arrived-destination = { $placed ->
    [no] Dieses Paket ist im Zielland angekommen, und { $carrier } hat es.
   *[other] Dieses Paket ist { $in } angekommen, und { $carrier } hat es.
}
status-customs-started = Dieses Paket ist { $in } beim Zoll; { $carrier } kümmert sich um die Formalitäten.
status-customs-held = Der Zoll hält dieses Paket { $in } fest; { $carrier } kümmert sich um die Formalitäten.
status-customs-cleared = Der Zoll hat dieses Paket { $in } freigegeben, und { $carrier } hat es wieder.
status-handed-over = Dieses Paket hat { $in } den Paketdienst gewechselt: Jetzt hat es { $brand ->
    [yes] { $carrier }
   *[no] { carrier-next }
}.
status-at-local-depot = { $Carrier } hat dieses Paket { $in } in einem Zustelldepot.
status-out-for-delivery = { $Carrier } stellt dieses Paket gerade { $in } zu.
status-delivery-attempted = { $Carrier } wollte dieses Paket { $in } zustellen, konnte es aber nicht übergeben.
status-ready-for-pickup = Dieses Paket liegt { $in } in einer Abholstelle bereit; { $carrier } hat es dorthin gebracht.
status-delivered = { $Carrier } hat dieses Paket { $in } zugestellt.
status-delayed = Dieses Paket ist { $in } verspätet; { carrier-is }.
status-exception = Es gibt { $in } ein Problem mit diesem Paket; { carrier-is }.
status-return-started = Dieses Paket ist { part-with } auf dem Rückweg zum Shop.
status-returned = { $Carrier } hat dieses Paket { $in } zum Shop zurückgebracht.
status-lost = { $Carrier } hat gemeldet, dass dieses Paket verloren gegangen ist.
status-damaged = { $Carrier } hat gemeldet, dass dieses Paket beschädigt wurde.
status-cancelled = Die Bestellung zu diesem Paket wurde storniert.
status-unknown = { $Carrier } hat etwas gemeldet, aus dem nicht klar wird, wo dieses Paket ist.

## Titel

label-order-confirmed = Bestellung bestätigt
label-packed = Gepackt
label-label-created = Noch nicht beim Paketdienst
label-carrier-received = Beim Paketdienst
label-departed-origin = Losgeschickt
label-in-transit = Unterwegs
label-arrived-destination = Im Zielland angekommen
label-customs-started = Beim Zoll
label-customs-held = Vom Zoll festgehalten
label-customs-cleared = Vom Zoll freigegeben
label-handed-over = An anderen Paketdienst übergeben
label-at-local-depot = Im Zustelldepot
label-out-for-delivery = In Zustellung
label-delivery-attempted = Zustellversuch
label-ready-for-pickup = Zur Abholung bereit
label-delivered = Zugestellt
label-delayed = Verspätet
label-exception = Problem gemeldet
label-return-started = Auf dem Rückweg zu uns
label-returned = Wieder bei uns
label-lost = Verloren gegangen
label-damaged = Beschädigt
label-cancelled = Storniert
label-unknown = Unklare Meldung
