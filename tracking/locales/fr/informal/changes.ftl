### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

request-back = Revenons à ta demande.
button-request-pass-on = Oui, transmets
button-request-drop = Laisse tomber
change-ask-reschedule = C’est peut-être encore possible pour la commande { $order }. Quel jour te conviendrait ?
change-ask-pickup-point = C’est peut-être encore possible pour la commande { $order }. Quel point relais souhaites-tu ? Son nom et la ville suffisent.
change-again-reschedule = Quel jour souhaites-tu pour la commande { $order } ?
change-day-past = Ce jour-là est déjà passé. Quel jour te conviendrait ?
change-day-unclear = Quel jour te conviendrait ? Un jour de la semaine ou une date suffit.
change-page = Ou fais-le toi-même tout de suite : { $url }
change-recorded = J’ai transmis ta demande : référence { $reference }. Un collègue vérifie si c’est encore possible et te répond ici. D’ici là, rien ne change.
change-recorded-again = J’ai ajouté ta demande à celle que notre équipe a déjà : référence { $reference }. Un collègue vérifie si c’est encore possible et te répond ici. D’ici là, rien ne change.
change-person = Un collègue peut voir si quelque chose est encore possible. Dois-je lui transmettre ta demande ?
change-never-page = Tu peux le faire toi-même ici : { $url }
instead-carrier-page = La page du transporteur te laisse peut-être encore choisir : { $url }
instead-collect = Tu peux y retirer le colis tant qu’il est gardé pour toi.
instead-refuse = Tu peux refuser le colis à la porte : il nous revient alors.
instead-return = { $there ->
    [yes] Tu peux nous renvoyer le colis : { $url }
   *[no] Une fois le colis reçu, tu peux nous le renvoyer : { $url }
}
instead-return-no-page = { $there ->
    [yes] Tu peux nous renvoyer le colis.
   *[no] Une fois le colis reçu, tu peux nous le renvoyer.
}
