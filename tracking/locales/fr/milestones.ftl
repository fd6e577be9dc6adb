### Où en est un colis. `state-…` ouvre une réponse complète ; `status-…` est tout ce qu’un numéro de suivi
### seul peut montrer ; `label-…` est un titre. Une étiquette imprimée n’est jamais un progrès.
### La commande est au féminin (« votre commande 10042 est arrivée »), le colis seul au masculin.

## Morceaux de ce qui suit

driver = { $brand ->
    [yes] le livreur { $carrier }
   *[no] le livreur
}
pickup-point = { $brand ->
    [yes] au point relais { $carrier }
   *[no] au point relais
}
there = { $placed ->
    [no] {""}
   *[other] , { $in }
}
aside = { $placed ->
    [no] {""}
   *[other] , { $in },
}
with-carrier = { $brand ->
    [yes] chez { $carrier }
   *[no] chez lui
}
carrier-is = { $brand ->
    [yes] le transporteur est { $carrier }
   *[no] le transporteur n’est pas encore connu
}
part-to = { $brand ->
    [yes] à { $carrier }
    [next] au transporteur suivant
   *[no] au transporteur
}

## Tout

state-order-confirmed = { $Subject } est confirmée : nous la préparons { $in } { $since }.
state-packed = { $Subject } est emballée et prête { $in } { $since } ; { $carrier } ne l’a pas encore prise en charge.
state-label-created = { $Subject } n’est pas encore partie de chez nous : son étiquette est prête { $since }, mais { $carrier } n’a pas encore reçu le colis.
state-carrier-received = { $Subject } est chez { $carrier } { $in } { $since }.
state-departed-origin = { $placed ->
    [city] { $Subject } a quitté { $place } { $at } et voyage avec { $carrier }.
    [country] { $Subject } est partie { $at }, { $in }, et voyage avec { $carrier }.
   *[no] { $Subject } est partie { $at } et voyage avec { $carrier }.
}
state-in-transit = { $placed ->
    [no] { $Subject } est en route avec { $carrier } : dernière nouvelle { $at }.
   *[other] { $Subject } est en route avec { $carrier } : dernier passage enregistré { $in } { $seen }.
}
state-arrived-destination = { $placed ->
    [no] { $Subject } est arrivée dans le pays de destination { $at } ; c’est { $carrier } qui l’a.
   *[other] { $Subject } est arrivée { $in } { $at } ; c’est { $carrier } qui l’a.
}
state-customs-started = { $Subject } est à la douane { $in } { $since } ; { $carrier } se charge des formalités.
state-customs-held = La douane retient { $subject } { $in } { $since } ; { $carrier } se charge des formalités.
state-customs-cleared = La douane a libéré { $subject } { $in } { $at } : elle est de nouveau chez { $carrier }.
state-handed-over = { $Giver } a passé le relais { $in } { $at } : { $subject } est maintenant chez { $carrier }.
state-at-local-depot = { $placed ->
    [no] { $Subject } est chez { $carrier }, au dépôt proche de chez vous, { $since }.
   *[other] { $Subject } est chez { $carrier } { $in }, au dépôt local, { $since }.
}
state-out-for-delivery = { $fresh ->
    [yes] { $Subject } est en cours de livraison { $in } : { driver } l’a { $since }.
   *[no] { $Subject } est partie en livraison { $in } { $at } avec { $carrier }, et rien n’a été signalé depuis.
}
state-delivery-attempted = { $Carrier } a tenté de livrer { $subject } { $in } { $at }, sans succès ; le colis est toujours { with-carrier }.
state-ready-for-pickup = { $Subject } vous attend { pickup-point }{ aside } { $since }.
state-delivered = { $Carrier } a livré { $subject } { $in } { $at }{ $handed ->
    [mailbox] , dans la boîte aux lettres
    [front_door] , devant la porte
    [reception] , à l’accueil
    [household] , à une personne présente chez vous
    [neighbour] , chez un voisin
    [safe_place] , en lieu sûr
    [locker] , dans une consigne
    [pickup_point] , en point relais
   *[none] {""}
}.
state-delayed = { $holder ->
    [shop] Un retard a été signalé { $at } : { $subject } est encore chez nous{ there }.
    [customs] { $Carrier } a signalé un retard { $at } : { $subject } est à la douane{ there }.
   *[carrier] { $Carrier } a signalé un retard { $at } : { $subject } est toujours { with-carrier }{ there }.
}
state-exception = { $holder ->
    [shop] Un problème a été signalé { $at } : { $subject } est encore chez nous{ there }.
    [customs] { $Carrier } a signalé un problème { $at } : { $subject } est à la douane{ there }.
   *[carrier] { $Carrier } a signalé un problème { $at } : { $subject } est toujours { with-carrier }{ there }.
}
state-return-started = { $moved ->
    *[no] { $Subject } revient vers nous avec { $carrier } { $since }.
   [yes] { $Subject } revient vers nous avec { $carrier } { $since } ; dernier passage enregistré { $in } { $seen }.
}
state-returned = { $Carrier } nous a rapporté { $subject } { $in } { $at }.
state-lost = { $moved ->
    *[no] Nous sommes désolés : { $carrier } a signalé { $at } la perte de { $subject }.
   [yes] Nous sommes désolés : { $carrier } a signalé { $at } la perte de { $subject } ; dernier passage enregistré { $in } { $seen }.
}
state-damaged = Nous sommes désolés : { $carrier } a signalé { $at }{ aside } que { $subject } était endommagée.
state-cancelled = { $Subject } a été annulée { $at }.
state-unknown = { $Carrier } a envoyé { $at } une information sur { $subject }, mais elle ne dit pas clairement où elle se trouve.

## Un numéro de suivi seul

status-order-confirmed = La commande est confirmée et la boutique prépare ce colis.
status-packed = Ce colis est emballé et prêt ; { $carrier } ne l’a pas encore pris en charge.
status-label-created = Ce colis n’a pas encore quitté la boutique : l’étiquette existe, mais { $carrier } n’a pas encore reçu le colis.
status-carrier-received = Ce colis est chez { $carrier } { $in }.
status-departed-origin = Ce colis est parti et voyage avec { $carrier }.
status-in-transit = { $placed ->
    [no] Ce colis est en route avec { $carrier }.
   *[other] Ce colis est en route avec { $carrier } : dernier passage enregistré { $in }.
}
status-arrived-destination = { $placed ->
    [no] Ce colis est arrivé dans son pays de destination, chez { $carrier }.
   *[other] Ce colis est arrivé { $in }, chez { $carrier }.
}
status-customs-started = Ce colis est à la douane { $in } ; { $carrier } se charge des formalités.
status-customs-held = La douane retient ce colis { $in } ; { $carrier } se charge des formalités.
status-customs-cleared = La douane a libéré ce colis { $in } : il est de nouveau chez { $carrier }.
status-handed-over = Ce colis a changé de transporteur { $in } : { $brand ->
    [yes] { $carrier }
   *[no] { carrier-next }
} l’a maintenant.
status-at-local-depot = Ce colis est chez { $carrier }, dans un dépôt local { $in }.
status-out-for-delivery = Ce colis est en cours de livraison { $in } avec { $carrier }.
status-delivery-attempted = { $Carrier } a tenté de livrer ce colis { $in }, sans succès.
status-ready-for-pickup = Ce colis attend dans un point relais { $in }, où { $carrier } l’a déposé.
status-delivered = { $Carrier } a livré ce colis { $in }.
status-delayed = Ce colis a du retard { $in } ; { carrier-is }.
status-exception = Il y a un problème avec ce colis { $in } ; { carrier-is }.
status-return-started = Ce colis revient vers la boutique avec { $carrier }.
status-returned = { $Carrier } a rapporté ce colis à la boutique { $in }.
status-lost = { $Carrier } a signalé la perte de ce colis.
status-damaged = { $Carrier } a signalé que ce colis était endommagé.
status-cancelled = La commande de ce colis a été annulée.
status-unknown = { $Carrier } a envoyé une information qui ne dit pas clairement où se trouve ce colis.

## Titres

label-order-confirmed = Commande confirmée
label-packed = Colis emballé
label-label-created = Pas encore chez le transporteur
label-carrier-received = Chez le transporteur
label-departed-origin = Parti
label-in-transit = En route
label-arrived-destination = Arrivé dans le pays de destination
label-customs-started = À la douane
label-customs-held = Retenu par la douane
label-customs-cleared = Dédouané
label-handed-over = Confié à un autre transporteur
label-at-local-depot = Au dépôt local
label-out-for-delivery = En cours de livraison
label-delivery-attempted = Tentative de livraison
label-ready-for-pickup = À retirer
label-delivered = Livré
label-delayed = En retard
label-exception = Problème signalé
label-return-started = En cours de retour
label-returned = De retour chez nous
label-lost = Perdu
label-damaged = Endommagé
label-cancelled = Annulé
label-unknown = Information peu claire
