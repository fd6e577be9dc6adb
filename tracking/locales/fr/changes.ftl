### Modifications : ce qu'on veut changer à une commande. Ce qui est encore possible est transmis à un collègue ;
### on ne dit jamais que c'est fait.

## Le formulaire, quelle que soit la demande

# Avant une question posée il y a un instant et restée sans réponse.
request-back = Revenons à votre demande.
request-dropped = D’accord, je n’ai rien transmis.
request-yes-or-no = Je n’ai pas bien compris : avec un oui je transmets, avec un non j’en reste là.
button-request-pass-on = Oui, transmettez
button-request-edit = Corriger
button-request-drop = Laissez tomber
button-request-all-parcels = Tous

## Ce qui est demandé

change-which-order = Une demande à la fois, pour ne rien mélanger. De quelle commande s’agit-il : { $numbers } ?
change-which-parcel = De quel colis de la commande { $order } s’agit-il ?
change-only-parcel = La commande { $order } voyage en plusieurs colis. Le colis { $parcel } est le seul pour lequel c’est peut-être encore possible.
change-ask-address = C’est peut-être encore possible pour la commande { $order }. Quelle est la nouvelle adresse complète : numéro et rue, code postal et ville ?
change-ask-delivery-instructions = Le livreur peut encore l’apprendre à temps. Que doit-il savoir pour la commande { $order } ?
change-ask-reschedule = C’est peut-être encore possible pour la commande { $order }. Quel jour vous conviendrait ?
change-ask-pickup-point = C’est peut-être encore possible pour la commande { $order }. Quel point relais souhaitez-vous ? Son nom et la ville suffisent.
change-ask-contents = C’est peut-être encore possible pour la commande { $order }. Que faut-il changer ?
# Redemandé, après autre chose.
change-again-address = Quelle est la nouvelle adresse : numéro et rue, code postal et ville ?
change-again-delivery-instructions = Que doit savoir le livreur pour la commande { $order } ?
change-again-reschedule = Quel jour souhaitez-vous pour la commande { $order } ?
change-again-pickup-point = Dans quel point relais faut-il envoyer la commande { $order } ?
change-again-contents = Que faut-il changer à la commande { $order } ?
change-address-incomplete = Il me faut l’adresse complète : numéro et rue, code postal et ville.
change-day-past = Ce jour-là est déjà passé. Quel jour vous conviendrait ?
change-day-unclear = Quel jour vous conviendrait ? Un jour de la semaine ou une date suffit.

## Ce qu'un oui confirme

# La commande, ou quelques-uns de ses colis ; en début de ligne.
change-what = { $count ->
    [none] Commande { $order }
    [one] Commande { $order }, colis { $parcel }
   *[several] Commande { $order }, colis { $parcel }
}
# Les mots mêmes de la personne.
change-quoted = « { $value } »
change-confirm = Dois-je transmettre ? Un collègue vérifie alors si c’est encore possible.
change-confirm-address = { $what }, nouvelle adresse : { $value }. { change-confirm }
change-confirm-delivery-instructions = { $what }, message pour le livreur : { $value }. { change-confirm }
change-confirm-reschedule = { $what }, nouveau jour de livraison : { $value }. { change-confirm }
change-confirm-pickup-point = { $what }, point relais : { $value }. { change-confirm }
change-confirm-contents = { $what }, à modifier : { $value }. { change-confirm }
change-confirm-cancel = { $what } : à annuler. { change-confirm }
change-confirm-cancel-why = { $what } : à annuler. Raison : { $value }. { change-confirm }
change-page = Ou faites-le vous-même tout de suite : { $url }
change-recorded = J’ai transmis votre demande : référence { $reference }. Un collègue vérifie si c’est encore possible et vous répond ici. D’ici là, rien ne change.
change-recorded-again = J’ai ajouté votre demande à celle que notre équipe a déjà : référence { $reference }. Un collègue vérifie si c’est encore possible et vous répond ici. D’ici là, rien ne change.

## Trop tard : après une phrase qui dit où est le colis

change-late-address = Nous ne pouvons donc plus changer l’adresse.
change-late-delivery-instructions = Un message de notre part n’arriverait donc plus au livreur.
change-late-reschedule = Nous ne pouvons donc plus déplacer la livraison.
change-late-pickup-point = Nous ne pouvons donc plus l’envoyer vers un point relais.
change-late-cancel = Nous ne pouvons donc plus l’arrêter.
change-late-contents = Nous ne pouvons donc plus en changer le contenu.
change-over = Il n’y a donc plus rien à changer à la livraison.
change-person = Un collègue peut voir si quelque chose est encore possible. Dois-je lui transmettre votre demande ?

## La boutique ne le fait jamais

change-never-address = Nous ne pouvons pas changer l’adresse d’une commande déjà passée.
change-never-delivery-instructions = Nous ne pouvons pas transmettre de message au livreur.
change-never-reschedule = Nous ne pouvons pas choisir le jour de livraison.
change-never-pickup-point = Nous ne pouvons pas livrer en point relais.
change-never-cancel = Nous ne pouvons pas annuler une commande déjà passée.
change-never-contents = Nous ne pouvons pas modifier le contenu d’une commande déjà passée.
change-never-page = Vous pouvez le faire vous-même ici : { $url }

## Ce qu'on peut faire à la place ; un lien termine toujours le texte

instead-carrier-page = La page du transporteur vous laisse peut-être encore choisir : { $url }
instead-missed = Si personne n’est là, le livreur repasse en général ou dépose le colis en point relais.
instead-collect = Vous pouvez y retirer le colis tant qu’il est gardé pour vous.
instead-refuse = Vous pouvez refuser le colis à la porte : il nous revient alors.
instead-return = { $there ->
    [yes] Vous pouvez nous renvoyer le colis : { $url }
   *[no] Une fois le colis reçu, vous pouvez nous le renvoyer : { $url }
}
instead-return-no-page = { $there ->
    [yes] Vous pouvez nous renvoyer le colis.
   *[no] Une fois le colis reçu, vous pouvez nous le renvoyer.
}
