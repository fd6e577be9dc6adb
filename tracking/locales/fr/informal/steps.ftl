### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

next-departure = Ensuite, le colis part vers toi
next-local-depot = Ensuite, le colis rejoint le dépôt proche de chez toi
next-doorstep = Si tu manques le livreur, le suivi indiquera quand il repasse ou bien où retirer le colis
next-coming-back = Dès le retour du colis, notre équipe voit avec toi la suite à donner
next-shop-settles = Notre équipe voit avec toi la suite à donner
when-shop = nous t’avons promis la livraison pour { $by }
when-overdue-shop = nous t’avions promis la livraison pour { $by }, et ce délai est passé
eta-no-date = Je ne peux pas te donner de date fiable.
todo-pickup = Munis-toi d’une pièce d’identité et du message de retrait envoyé par { $carrier }.
