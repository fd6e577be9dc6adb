### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

state-at-local-depot = { $placed ->
    [no] { $Carrier } hat { $subject } { $since } im Depot in Ihrer Nähe.
   *[other] { $Carrier } hat { $subject } { $since } im Zustelldepot { $in }.
}
state-ready-for-pickup = { $Subject } liegt { $since } { pickup-point } { $in } für Sie bereit.
state-delivered = { $Carrier } hat { $subject } { $at } { $in } zugestellt{ $handed ->
    [mailbox] : Sie wurde in den Briefkasten gelegt
    [front_door] : Sie wurde vor der Tür abgestellt
    [reception] : Sie wurde am Empfang abgegeben
    [household] : Jemand bei Ihnen zu Hause hat sie angenommen
    [neighbour] : Jemand in der Nachbarschaft hat sie angenommen
    [safe_place] : Sie wurde an einem sicheren Ort abgelegt
    [locker] : Sie wurde in einen Paketautomaten gelegt
    [pickup_point] : Sie wurde in einer Abholstelle übergeben
   *[none] {""}
}.
