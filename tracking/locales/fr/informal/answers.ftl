### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

by-day-waiting = le colis t’attend, il n’y a plus qu’à le retirer
by-day-depot = le colis est au dépôt près de chez toi, d’où il part en général sous { $shortest } à { $longest } jours ouvrés
due-right = Tu as raison : { $when }.
missed-reported = { $known ->
    [yes] { $Carrier } a noté { $at } : « { $why }. »
   *[no] { $Carrier } a signalé { $at } une livraison manquée, sans donner de raison.
} Si tu étais chez toi, c’est inexact, et un collègue peut intervenir auprès du transporteur.
missed-today = { $linked ->
    [yes] Cherche aujourd’hui un avis de passage ; le nouvel essai ou le point de retrait s’affiche aussi ici : { $url }
   *[no] Cherche aujourd’hui un avis de passage : il indique quand le livreur revient ou bien où retirer le colis.
}
missed-offer = Veux-tu qu’un collègue fasse une réclamation auprès du transporteur ?
carrier-change-usual = Il est fréquent qu’un autre transporteur prenne le relais pour la fin du trajet ; tu n’as rien à faire.
customs-papers-documents-missing = Les documents voulus figurent dans la demande envoyée par { $carrier }. Ta confirmation de commande montre le contenu du colis et le prix payé ; s’il faut une facture, dis-le-moi et un collègue t’aidera.
customs-papers-invoice-missing = Il faut la facture, et c’est nous qui l’envoyons : tu n’as rien à fournir.
customs-papers-id-required = Il faut prouver ton identité : envoie le document comme l’indique la demande envoyée par { $carrier }, et pas dans cette conversation.
customs-papers-valuation = Rien pour l’instant : si la douane demande ce que tu as payé, envoie-lui ta confirmation de commande.
customs-papers-none = Personne ne t’a demandé de documents pour l’instant.
pick-by-number = Pour en savoir plus sur l’un d’eux, tape son numéro, par exemple « { $example } ».
order-news = Il y a du nouveau depuis ta dernière question.
again-utter-ask-identify-form-order-number = Revenons à ta commande : quel est son numéro ? Si tu ne le trouves pas, je peux te passer quelqu’un.
again-2-utter-ask-identify-form-order-number = Dès que tu l’as sous la main, envoie-moi le numéro de commande : il est dans l’e-mail de confirmation.
again-utter-ask-identify-form-proof = Revenons à ta commande : avec quelle adresse e-mail ou quel code postal l’as-tu passée ?
again-utter-greet = Je suis là ! Que veux-tu savoir sur ta commande ?
again-2-utter-greet = Rebonjour ! Donne-moi ton numéro de commande, ou demande à parler à quelqu’un.
greet-back = Rebonjour ! Que veux-tu savoir sur ta commande ?
again-greet-back = Oui, je suis là. Je regarde à nouveau ta commande ?
again-utter-thanks = Je t’en prie !
again-utter-bot-challenge = Toujours un robot : je lis ce que les transporteurs signalent sur les colis. Si tu préfères parler à quelqu’un, dis-le-moi.
again-utter-out-of-scope = Là non plus, je ne peux pas t’aider. Ce que je sais, c’est où sont les colis et quand ils arrivent.
again-2-utter-out-of-scope = Je n’en sais rien. Pose-moi une question sur une commande, ou je te passe quelqu’un.
again-utter-unclear = Désolé, je ne comprends toujours pas. Quelqu’un peut t’aider, ou demande-moi où est une commande.
again-2-unclear-which = Essayons autrement : touche ce qui s’en rapproche le plus.
again-affirm-nothing = Alors envoie-moi le numéro de commande, et je regarde.
affirm-done = Très bien. Si tu as une autre question, je suis là.
language-offer = Bien sûr, continuons en français. Je transmets ta demande à un collègue ?
