### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

why-delivery-no-access = Le livreur n’a pas pu arriver jusqu’à ta porte.
todo-delivery-address-incomplete = Indique { part-to } ce qui manque ; si c’est difficile, dis-le-moi et un collègue prendra le relais.
todo-delivery-address-wrong = Vérifie l’adresse dans ta confirmation de commande ; s’il faut la corriger, dis-le-moi et un collègue prendra le relais.
todo-delivery-no-access = Explique { part-to } comment entrer (portail, code, interphone) ; si c’est difficile, dis-le-moi et un collègue prendra le relais.
todo-delivery-signature-needed = Fais en sorte que quelqu’un puisse signer la prochaine fois.
todo-delivery-payment-due = Prépare le montant à régler ; { $carrier } peut te dire combien.
unless-delivery-refused = si ce n’est pas toi qui l’as refusé, dis-le-moi
