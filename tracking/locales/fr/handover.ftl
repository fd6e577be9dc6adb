### Une personne prend le relais : transmission, qui tient la conversation, ce que lit l'équipe. $team et $Team : le nom
### que la boutique donne à son équipe, le second avec majuscule. $hours : si elle est là, et pour quand la réponse.

## À l'équipe

hand-over = J’ai passé le relais à { $team }, avec tout ce que je sais. Votre référence est { $reference }. { $hours }
hand-over-again = { $Team } a votre demande { $since }, sous la référence { $reference }. { $hours }
hand-over-again-due = { $Team } a votre demande { $since }, sous la référence { $reference }, et vous pouvez compter sur une réponse { $by }.
hand-over-again-late = { $Team } a votre demande { $since }, sous la référence { $reference }. Vous devriez déjà avoir une réponse, j’en suis désolé : l’équipe voit que vous attendez toujours.
handover-failed = Je n’arrive pas à vous aider là-dessus, et je ne veux pas vous faire tourner en rond. J’ai transmis notre échange à { $team } : votre référence est { $reference }. { $hours }
handover-failed-again = Je ne peux pas vous aider non plus avec ce message, mais { $team } l’a aussi, sous la référence { $reference }. Puis-je regarder une commande pour vous en attendant ?
handover-upset = Je comprends votre agacement, et j’en suis désolé. J’ai transmis votre demande en priorité à { $team } : votre référence est { $reference }. { $hours }
handover-gave-up = Quelque chose n’a pas marché de notre côté et je ne peux pas répondre à ce message. Je l’ai transmis à { $team } : votre référence est { $reference }. { $hours }

## Une personne tient la conversation

handover-joined = { $name }, de { $shop }, vient d’arriver et vous répond désormais ici.
handover-back = { $name } a quitté la conversation, et c’est de nouveau moi, l’assistant automatique. Puis-je regarder quelque chose pour vous ?
handover-back-agreed = { $name } a quitté la conversation, et c’est de nouveau moi, l’assistant automatique. Voici ce que vous avez convenu : « { $agreed } »

## Ce que l'équipe lit d'une demande, dans la langue de la boutique

case-line = { $what } · commande { $order } · { $parcels }
case-line-order = { $what } · commande { $order }, pas encore de colis
case-line-no-order = { $what } · commande inconnue
case-kind-person-wanted = Veut parler à quelqu’un
case-kind-identity-trouble = N’a pas pu prouver que la commande est la sienne
case-kind-bot-failed = L’assistant n’a pas pu aider
case-kind-not-received = Dit n’avoir rien reçu
case-kind-stuck = Sans nouvelles depuis trop longtemps
case-kind-lost = Perdu, ou sans nouvelles depuis trop longtemps
case-kind-seized = La douane refuse l’entrée
case-kind-change-request = Veut changer quelque chose
case-kind-return-request = Retour ou remboursement
case-kind-goods-claim = Article abîmé, manquant ou erroné
case-urgency-seized = la douane le retient
case-urgency-deadline = il peut repartir dès le { $date }
case-urgency-upset = le client est mécontent
case-urgency-lost = il passe pour perdu
case-urgency-in-time = possible seulement tant que le colis n’a pas avancé
case-urgency-waiting-long = le client attend depuis trop longtemps
case-urgency-can-wait = attendre ne fait rien perdre
case-urgency-set-by-person = fixé par l’équipe
