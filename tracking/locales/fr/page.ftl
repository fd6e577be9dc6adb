### La page de suivi, la carte et la forme en une ligne.

title-order = Commande { $order }
title-parcel = Commande { $order } · colis { $position } sur { $count }
title-status = État du colis

page-status = État
page-who = Chez qui
page-where = Où
page-since = Depuis
page-why = Pourquoi
page-act = Qui doit agir
page-words = Selon le transporteur
page-handed-over = Changement de transporteur
page-next = La suite
page-unless = Si personne ne fait rien
page-cost = Ce que cela coûte
page-when = Livraison prévue
page-todo = Ce que vous devez faire
page-silence = Sans nouvelles ?
page-trusted = Dernière étape confirmée
page-proof = Preuve de livraison
page-contents = Dans ce colis
page-follow = La page du transporteur
follow-at = { $carrier } : { $url }

who-shop = Il est chez nous
who-warehouse = Il est dans notre entrepôt
who-carrier = Il est chez { $carrier }
who-customs = Il est à la douane ; { $carrier } se charge des formalités
who-pickup-point = Il est dans un point relais, où { $carrier } l’a déposé
who-shopper = Il a été livré par { $carrier }
who-shop-for-status = Il est à la boutique
who-last-seen = Vu pour la dernière fois chez { $carrier }

act-shopper = Vous
act-shop = Nous
act-customs = La douane
act-carrier = { $Carrier }

handed-over = { $Giver } a passé le relais { $at } : le colis est maintenant chez { $carrier }.
proof-handed = { $handed ->
    [mailbox] déposé dans la boîte aux lettres
    [front_door] laissé devant la porte
    [reception] remis à l’accueil
    [household] remis à une personne présente chez vous
    [neighbour] remis à un voisin
    [safe_place] laissé en lieu sûr
    [locker] déposé dans une consigne
    [pickup_point] remis en point relais
   *[other] {""}
}
proof-signed-by = reçu signé par { $name }
proof-told = { $signed ->
    [yes] Le reçu a été signé par { $name }
   *[no] Il y a une preuve de livraison
}{ $linked ->
    [yes] {" "}({ $links })
   *[no] {""}
}.
proof-photo = photo : { $url }
proof-signature = signature : { $url }
proof-position = lieu de remise : { $url }
delivered-missing = Si vous ne trouvez pas le colis, dites-le-moi.
contents-item = { $quantity } × { $name }
line-expected = prévu pour { $by }
line-lane = arrive généralement { $when }
line-overdue = était prévu pour { $by }
