### Pourquoi un colis est là où il est (`why-…`), ce que fait l’acheteur (`todo-…`, seulement si personne d’autre ne
### le peut) et ce qui arrive si personne ne fait rien (`unless-…`, sans point final, après la suite). La douane a
### son propre fichier.

why-none = { $holder ->
    [shop] Aucune raison n’a été donnée.
   *[carrier] { $Carrier } n’a pas donné de raison.
}

## La livraison

why-delivery-recipient-absent = Il n’y avait personne pour recevoir le colis.
why-delivery-business-closed = L’établissement était fermé au passage du livreur.
why-delivery-address-incomplete = L’adresse est incomplète : il peut manquer un numéro d’appartement ou un code d’entrée.
why-delivery-address-wrong = { $Carrier } n’a pas trouvé l’adresse telle qu’elle est écrite sur le colis.
why-delivery-no-access = Le livreur n’a pas pu arriver jusqu’à votre porte.
why-delivery-refused = { $Carrier } a noté que le colis a été refusé.
why-delivery-signature-needed = Quelqu’un doit signer en personne.
why-delivery-payment-due = Il y a un montant à régler à la remise.
why-delivery-rescheduled = La livraison a été reportée à un autre jour.

todo-delivery-address-incomplete = Indiquez { part-to } ce qui manque ; si c’est difficile, dites-le-moi et un collègue prendra le relais.
todo-delivery-address-wrong = Vérifiez l’adresse dans votre confirmation de commande ; s’il faut la corriger, dites-le-moi et un collègue prendra le relais.
todo-delivery-no-access = Expliquez { part-to } comment entrer (portail, code, interphone) ; si c’est difficile, dites-le-moi et un collègue prendra le relais.
todo-delivery-signature-needed = Faites en sorte que quelqu’un puisse signer la prochaine fois.
todo-delivery-payment-due = Préparez le montant à régler ; { $carrier } peut vous dire combien.

unless-delivery-recipient-absent = si personne ne le reçoit ni ne le retire alors, il est en général renvoyé au bout de { $least } à { $most } jours{ $deadline }
unless-delivery-business-closed = si personne ne le reçoit ni ne le retire alors, il est en général renvoyé au bout de { $least } à { $most } jours{ $deadline }
unless-delivery-address-incomplete = sans l’adresse complète, il est en général renvoyé au bout de { $least } à { $most } jours{ $deadline }
unless-delivery-address-wrong = sans la bonne adresse, il est en général renvoyé au bout de { $least } à { $most } jours{ $deadline }
unless-delivery-no-access = s’il reste impossible d’entrer et que personne ne le retire, il est en général renvoyé au bout de { $least } à { $most } jours{ $deadline }
unless-delivery-refused = si ce n’est pas vous qui l’avez refusé, dites-le-moi
unless-delivery-signature-needed = si personne ne signe ni ne le retire, il est en général renvoyé au bout de { $least } à { $most } jours{ $deadline }
unless-delivery-payment-due = sans paiement, il est en général renvoyé au bout de { $least } à { $most } jours{ $deadline }
unless-pickup = si personne ne le retire, il est en général renvoyé au bout de { $least } à { $most } jours{ $deadline } (plus tôt depuis une consigne que depuis un commerce)
unless-from = , donc au plus tôt { $from }

## En chemin

why-transit-weather = Le mauvais temps ralentit l’acheminement.
why-transit-backlog = { $Carrier } a plus de colis que d’habitude à traiter.
why-transit-misrouted = Le colis est parti dans la mauvaise direction et doit être remis sur le bon chemin.
why-transit-strike = Une grève ralentit l’acheminement.
why-transit-vehicle = Un véhicule est tombé en panne ou a pris du retard.
why-transit-holiday = Un jour férié ralentit l’acheminement.
why-transit-security = Le colis doit passer un contrôle de sûreté avant de continuer.

## Perte, retour et le reste

why-loss-damaged = { $Carrier } a constaté que le colis est abîmé.
why-loss-lost = { $Carrier } ne retrouve pas le colis.
why-return-refused = Le colis a été refusé à la livraison.
why-return-unclaimed = Le colis n’a pas été retiré à temps.
why-return-undeliverable = { $Carrier } n’a pas pu livrer le colis à cette adresse.
why-other = { $worded ->
    [yes] { $Carrier } a noté : « { $words } ».
   *[no] { $Carrier } dit seulement qu’il y a eu un imprévu.
}
