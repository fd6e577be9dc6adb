### Retours, remboursements, factures, livraison : la réponse et la page de la boutique ; ce que l’état du colis
### y change ; ce qui arrive abîmé, incomplet ou faux.

## Les pages de la boutique

shop-page-returns = Vous pouvez lancer un retour ici : { $url }
shop-page-returns-days = Vous avez { $days } jours après la livraison pour renvoyer un article. C’est par ici : { $url }
shop-page-refund = Je ne vois pas les paiements, seulement les colis. Comment et quand les remboursements sont versés est expliqué ici : { $url }
shop-page-damaged = Vous pouvez signaler le dommage ici : { $url }
shop-page-missing = Vous pouvez le signaler ici : { $url }
shop-page-invoice = Vos factures sont ici : { $url }
shop-page-delivery = Tout sur la livraison est ici : { $url }
shop-page-more = En savoir plus : { $url }
shop-pass-on = Je transmets à un collègue ?
shop-pass-on-too = Je transmets aussi à un collègue ?

## Un retour, et l’état du colis

return-until = Vous pouvez la renvoyer { $until }.
return-over = Les { $days } jours pour la renvoyer ont pris fin { $on }.
return-not-yet = Un retour commence une fois que vous l’avez reçue.
refund-no-return = Je ne vois aucun colis de la commande { $order } revenir vers nous ; je ne vois pas toujours celui que vous avez envoyé vous-même.

## Abîmé, manquant, faux

goods-sorry-damaged = Je suis désolé que ce soit arrivé dans cet état. Gardez l’emballage et, si possible, prenez une photo.
goods-sorry-missing-item = Je suis désolé que le contenu ne soit pas le bon. Gardez l’emballage tant que ce n’est pas réglé.
goods-not-here = { $count ->
    [one] La commande { $order } n’est pas encore indiquée comme livrée :
   *[other] Une partie de la commande { $order } n’est pas encore indiquée comme livrée :
}
goods-ask-item-damaged = De quel article de la commande { $order } s’agit-il ?
goods-ask-item-missing-item = Quel article de la commande { $order } manque ou n’est pas le bon ?
goods-ask-problem-damaged = Qu’est-ce qui ne va pas ({ $item }) ?
goods-ask-problem-missing-item = { $item } : l’article manque, ou vous avez reçu autre chose à sa place ?
goods-missing = article manquant
goods-wrong = un autre article est arrivé
goods-quoted = « { $value } »
goods-confirm-damaged = Commande { $order }, { $item } : { $problem }. Je le transmets ? Un collègue réglera cela avec vous.
goods-confirm-missing-item = Commande { $order }, { $item } : { $problem }. Je le transmets ? Un collègue vérifiera ce qui a été emballé.
goods-recorded = C’est transmis : référence { $reference }. Gardez l’article et l’emballage jusqu’à la réponse, ici même.
goods-recorded-again = Je l’ai ajouté à ce que { $team } a déjà : référence { $reference }.

## En colère

complaint-known = Je suis désolé pour tous ces ennuis. { $state }
complaint-case = Notre équipe est déjà prévenue : référence { $reference }.

## Boutons : 20 caractères au plus

button-goods-missing = Il manque
button-goods-wrong = Un autre article
