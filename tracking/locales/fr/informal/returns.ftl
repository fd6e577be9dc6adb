### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

shop-page-returns = Tu peux lancer un retour ici : { $url }
shop-page-returns-days = Tu as { $days } jours après la livraison pour renvoyer un article. C’est par ici : { $url }
shop-page-damaged = Tu peux signaler le dommage ici : { $url }
shop-page-missing = Tu peux le signaler ici : { $url }
shop-page-invoice = Tes factures sont ici : { $url }
return-until = Tu peux la renvoyer { $until }.
return-not-yet = Un retour commence une fois que tu l’as reçue.
refund-no-return = Je ne vois aucun colis de la commande { $order } revenir vers nous ; je ne vois pas toujours celui que tu as envoyé toi-même.
goods-sorry-damaged = Je suis désolé que ce soit arrivé dans cet état. Garde l’emballage et, si possible, prends une photo.
goods-sorry-missing-item = Je suis désolé que le contenu ne soit pas le bon. Garde l’emballage tant que ce n’est pas réglé.
goods-ask-problem-missing-item = { $item } : l’article manque, ou tu as reçu autre chose à sa place ?
goods-confirm-damaged = Commande { $order }, { $item } : { $problem }. Je le transmets ? Un collègue réglera cela avec toi.
goods-recorded = C’est transmis : référence { $reference }. Garde l’article et l’emballage jusqu’à la réponse, ici même.
