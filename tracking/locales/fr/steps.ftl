### La suite (`next-…`, sans point final), pour quand (`when-…`, juste après), ce qu’il faut faire.

next-only = { $next }.
next-and-when = { $next } ; { $when }.

next-packing = Ensuite, nous emballons le colis et le confions au transporteur
next-collection = Ensuite, { $carrier } prend le colis en charge et le scanne pour la première fois
next-departure = Ensuite, le colis part vers vous
next-arrival-abroad = Ensuite, le colis arrive { $in }
next-customs-check = Ensuite, la douane examine le colis
next-customs-release = Ensuite, la douane décide si elle libère le colis
next-local-depot = Ensuite, le colis rejoint le dépôt proche de chez vous
next-round = Ensuite, le colis part en livraison
next-doorstep = Si vous manquez le livreur, le suivi indiquera quand il repasse ou bien où retirer le colis
next-new-attempt = Ensuite, { $carrier } repasse ou dépose le colis en point relais
next-pickup = Le colis y est gardé un temps limité, alors mieux vaut passer bientôt
next-carrier-resumes = Ensuite, { $carrier } remet le colis en route
next-coming-back = Dès le retour du colis, notre équipe voit avec vous la suite à donner
next-shop-settles = Notre équipe voit avec vous la suite à donner
next-no-parcel = Aucun colis n’est en route
next-clear-update = Le prochain passage enregistré devrait nous en dire plus

## Pour quand, et qui le dit

when-window = la livraison est prévue { $on } entre { $start } et { $end }
when-carrier = { $carrier } annonce la livraison pour { $by }
when-carrier-again = la livraison est annoncée pour { $by }
when-shop = nous vous avons promis la livraison pour { $by }
when-lane = sur ce trajet, les colis arrivent généralement { $when }
when-and-promise = { $when }{ $late ->
    [yes] , plus tard que promis ({ $day })
   *[no] {" "}(promis pour { $day })
}
when-overdue-carrier = { $carrier } annonçait la livraison pour { $by }, et ce délai est passé
when-overdue-shop = nous vous avions promis la livraison pour { $by }, et ce délai est passé
when-unknown = personne n’a encore donné de date de livraison

## Demandé à part : quand ?

eta-no-date = Je ne peux pas vous donner de date fiable.

## Que faire

todo-pickup = Munissez-vous d’une pièce d’identité et du message de retrait envoyé par { $carrier }.
todo-nothing = Rien pour l’instant.
