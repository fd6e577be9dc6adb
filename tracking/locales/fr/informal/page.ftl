### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

page-todo = Ce que tu dois faire
act-shopper = Toi
proof-handed = { $handed ->
    [mailbox] déposé dans la boîte aux lettres
    [front_door] laissé devant la porte
    [reception] remis à l’accueil
    [household] remis à une personne présente chez toi
    [neighbour] remis à un voisin
    [safe_place] laissé en lieu sûr
    [locker] déposé dans une consigne
    [pickup_point] remis en point relais
   *[other] {""}
}
delivered-missing = Si tu ne trouves pas le colis, dis-le-moi.
