### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

page-todo = Qué tiene que hacer
act-shopper = A usted
proof-handed = { $handed ->
    [mailbox] dejado en el buzón
    [front_door] dejado en la puerta
    [reception] dejado en la recepción
    [household] entregado a alguien que estaba en su domicilio
    [neighbour] entregado a un vecino
    [safe_place] dejado en un lugar seguro
    [locker] dejado en una taquilla
    [pickup_point] entregado en un punto de recogida
   *[other] {""}
}
delivered-missing = Si no lo encuentra, dígamelo.
