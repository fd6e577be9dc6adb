### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

state-at-local-depot = { $placed ->
    [no] { $Carrier } tiene { $subject } en el centro de reparto de su zona { $since }.
   *[other] { $Carrier } tiene { $subject } en su centro de reparto{ aside } { $since }.
}
state-ready-for-pickup = { $Subject } le espera { pickup-point }{ aside } { $since }.
state-delivered = { $Carrier } entregó { $subject } { $in } { $at }{ $handed ->
    [mailbox] , en el buzón
    [front_door] , en la puerta
    [reception] , en la recepción
    [household] , a alguien que estaba en su domicilio
    [neighbour] , a un vecino
    [safe_place] , en un lugar seguro
    [locker] , en una taquilla
    [pickup_point] , en un punto de recogida
   *[none] {""}
}.
