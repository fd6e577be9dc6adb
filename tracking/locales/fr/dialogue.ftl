### Ce que dit l’assistant en dehors de l’explication d’un colis.

## Demander ce qui manque

utter-ask-identify-form-order-number = Quel est votre numéro de commande ? Il figure dans l’e-mail de confirmation.
utter-ask-identify-form-proof = Merci. Et l’adresse e-mail ou le code postal de la commande, s’il vous plaît ? C’est pour ne la montrer qu’à vous.
order-not-matched = Je ne trouve pas de commande qui réunisse ce numéro et cet e-mail ou ce code postal. Pouvez-vous vérifier les deux et me les renvoyer ?
order-ask-number-for-tracking = Ce numéro de suivi ne suffit pas pour savoir de quel colis il s’agit. Quel est votre numéro de commande ?
order-ask-number-no-tracking = Je ne connais pas ce numéro de suivi. Quel est votre numéro de commande ? Il figure dans l’e-mail de confirmation.
order-not-matched-also = Je n’ai pas pu associer { $numbers } à cet e-mail ou à ce code postal. Pouvez-vous vérifier ?
order-locked = Pour protéger la commande, je ne peux plus essayer d’autres informations ici. J’ai demandé à un collègue de prendre le relais : référence { $reference }. Il vous répondra dans cette conversation.
order-status-only = Pour les détails, envoyez-moi votre numéro de commande et l’e-mail ou le code postal de la commande.

## À propos d’une commande

order-parcels = { $count ->
    [one] La commande { $order } voyage en un seul colis :
   *[other] La commande { $order } voyage en { $count } colis :
}
order-parcel-line = { $position }. { $line }
order-only-parcel = La commande { $order } ne comporte que ce colis.
order-late-offer = Voulez-vous qu’un collègue se renseigne auprès du transporteur ?
order-case-opened = Je l’ai transmis à notre équipe. Votre référence est { $reference }.
order-case-open = Notre équipe a déjà votre demande, sous la référence { $reference }.
order-same-as-before = Rien de nouveau depuis tout à l’heure.

## Passer la main

offer-change-address = Je ne peux pas modifier une adresse de livraison moi-même, mais un collègue peut voir si c’est encore possible. Je lui transmets votre demande ?
offer-cancel-order = Je ne peux pas annuler une commande moi-même, mais un collègue peut voir si c’est encore possible. Je lui transmets votre demande ?
offer-return-refund = Les retours et remboursements sont traités par notre équipe. Je transmets votre demande à un collègue ?
offer-delivery-options = Je ne connais que les commandes en route. Un collègue peut vous renseigner sur les modes et frais de livraison. Je lui transmets votre demande ?
affirm-nothing = Très bien. Y a-t-il une commande que je peux chercher pour vous ?
deny-offer = D’accord, j’en reste là. Si vous avez une question sur un colis, je suis là.
deny-nothing = D’accord. Si vous avez une question sur un colis, je suis là.

## Autour

utter-greet = Bonjour ! Je suis l’assistant de livraison de { $shop }. Demandez-moi où est votre commande : son numéro et votre adresse e-mail me suffisent.
utter-thanks = Avec plaisir ! Je reste là si vous avez une autre question sur votre colis.
goodbye = Au revoir, et bonne réception !
utter-bot-challenge = Oui, je suis l’assistant automatique de { $shop }. Je regarde où sont les colis, et je peux vous passer quelqu’un quand vous voulez.
utter-out-of-scope = Cela dépasse ce que je sais faire : je ne m’occupe que des colis et des livraisons.
utter-unclear = Je ne suis pas sûr d’avoir compris. Voulez-vous savoir où est une commande ?

## Quand quelque chose ne va pas

turn-failed = Je n’arrive pas à chercher cela pour l’instant. Votre message est bien enregistré, et je vous réponds dès que possible.
turn-given-up = Une erreur s’est produite de notre côté et je ne peux pas répondre à ce message. Réessayez avec d’autres mots, ou demandez à parler à une personne.
too-long = C’est trop long pour moi. Pouvez-vous le dire en une ou deux phrases ?
unavailable = Nous ne pouvons pas recevoir de messages pour l’instant. Réessayez dans une minute.

## Boutons : 20 caractères au plus, la limite la plus courte des canaux

button-track-order = Où est ma commande ?
button-ask-eta = Quand arrive-t-il ?
button-ask-why = Pourquoi ?
button-human-agent = Parler à quelqu’un
button-affirm = Oui, s’il vous plaît
button-deny = Non, merci
button-report-not-received = Je ne l’ai pas reçu
button-parcel = Colis { $position }
