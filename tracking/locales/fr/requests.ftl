### Les demandes autour de « où est mon colis ? » : ce que l’assistant répond et ce qu’il propose.

## Qui l’a, et comment il a été remis

carrier-same = { $Carrier } l’a depuis le début : personne d’autre ne l’a repris.
proof-not-yet = Il n’est pas encore noté comme livré : personne n’a donc signé pour l’instant.
proof-none = Le transporteur ne nous a transmis ni signature ni photo. Un collègue peut les lui demander.

## Ce que fait un collègue : proposé, jamais promis

offer-change-order = Je ne peux pas modifier moi-même le contenu d’une commande, mais un collègue peut voir si c’est encore possible. Je lui transmets ?
offer-ask-refund-status = Je ne vois pas les remboursements, seulement les colis. Un collègue peut vous dire où en est le vôtre. Je lui transmets ?
offer-report-damaged = Je suis désolé qu’il soit arrivé dans cet état. Gardez l’emballage et, si possible, prenez une photo : un collègue réglera cela avec vous. Je lui transmets ?
offer-report-missing-item = Je suis désolé que le contenu ne soit pas le bon. Gardez l’emballage : un collègue vérifiera ce qui a été emballé. Je lui transmets ?
offer-delivery-instructions = Je ne peux pas joindre le livreur moi-même, mais un collègue peut voir si vos consignes arrivent encore à temps. Je les transmets ?
offer-reschedule = Je ne peux pas déplacer une livraison moi-même, mais un collègue peut voir si un autre jour est encore possible. Je lui transmets ?
offer-ask-invoice-or-payment = Les factures et les paiements sont traités par notre équipe. Je transmets à un collègue ?
offer-complaint = Je suis désolé, je comprends votre colère. Je peux regarder où est votre commande, ou prévenir tout de suite un collègue. Je le préviens ?

## Réponses courtes

utter-feedback = Merci de nous le dire ! Je le garde avec cette conversation pour l’équipe.
language-switched = Bien sûr, continuons en français. Que puis-je faire pour votre commande ?
language-not-spoken = Je parle { $languages }. Que préférez-vous ?

## Quand une adresse semble mal tapée

order-email-slip = Je ne trouve pas de commande avec ce numéro et cet e-mail ensemble. Vouliez-vous dire { $email } ?

## Quand un message peut vouloir dire plusieurs choses

unclear-which = Je ne suis pas sûr d’avoir compris. De quoi s’agit-il ?

## Boutons : 20 caractères au plus

button-report-delay = C’est en retard
button-ask-customs = La douane
button-ask-carrier-change = Qui a le colis ?
button-ask-other-parcel = L’autre colis
button-report-missed-delivery = Livraison manquée
button-ask-proof-of-delivery = Qui a signé ?
button-change-address = Changer l’adresse
button-cancel-order = Annuler la commande
button-change-order = Changer la commande
button-return-refund = Retour, échange
button-ask-refund-status = Mon remboursement
button-report-damaged = C’est abîmé
button-report-missing-item = Il manque un article
button-delivery-instructions = Consigne au livreur
button-reschedule = Un autre jour
button-delivery-options = Modes de livraison
button-ask-invoice-or-payment = Facture, paiement
