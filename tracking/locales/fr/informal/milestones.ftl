### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

state-at-local-depot = { $placed ->
    [no] { $Subject } est chez { $carrier }, au dépôt proche de chez toi, { $since }.
   *[other] { $Subject } est chez { $carrier } { $in }, au dépôt local, { $since }.
}
state-ready-for-pickup = { $Subject } t’attend { pickup-point }{ aside } { $since }.
state-delivered = { $Carrier } a livré { $subject } { $in } { $at }{ $handed ->
    [mailbox] , dans la boîte aux lettres
    [front_door] , devant la porte
    [reception] , à l’accueil
    [household] , à une personne présente chez toi
    [neighbour] , chez un voisin
    [safe_place] , en lieu sûr
    [locker] , dans une consigne
    [pickup_point] , en point relais
   *[none] {""}
}.
