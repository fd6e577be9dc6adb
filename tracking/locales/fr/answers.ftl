### Les réponses à ce qui fait écrire, et ce qui se dit quand une question revient. Les `by-day-…` sont des raisons
### sans point final. Un texte `again-x` remplace `x` quand `x` vient d’être dit.

## « Est-ce que ce sera là vendredi ? »

by-day-day = { $near ->
    [today] aujourd’hui
   *[other] pour { $day }
}
by-day-answer = { $chance ->
    [yes] Oui : { $reason }.
    [likely] Probablement oui : { $reason }.
    [unlikely] Probablement pas { by-day-day } : { $reason }.
    [no] Non, pas { by-day-day } : { $reason }.
   *[untold] Je ne peux pas l’affirmer : { $reason }.
}
by-day-delivered = le colis est déjà livré
by-day-waiting = le colis vous attend, il n’y a plus qu’à le retirer
by-day-round = le livreur a le colis avec lui aujourd’hui
by-day-round-window = le livreur a le colis avec lui, et { $when }
by-day-round-stale = le colis est parti en livraison, et rien n’a été signalé depuis
by-day-customs = le colis est à la douane, qui prend en général { $shortest } à { $longest } jours ouvrés
by-day-customs-ask = la douane attend encore ce qu’elle a demandé ; ensuite, elle prend en général { $shortest } à { $longest } jours ouvrés
by-day-attempted = après une livraison manquée, un nouvel essai ou le dépôt en point de retrait prend en général { $shortest } à { $longest } jours ouvrés
by-day-attempted-ask = il faut d’abord régler quelque chose avec { $carrier } avant un nouvel essai
by-day-trouble = le problème signalé n’est pas encore réglé, et personne n’a donné de nouvelle date
by-day-silent = { $days ->
    [0] la prochaine nouvelle se fait attendre
    [1] il n’y a pas de nouvelles depuis un jour, plus que d’habitude
   *[other] il n’y a pas de nouvelles depuis { $days } jours
}
by-day-with-shop = la commande est encore en préparation chez nous
by-day-not-collected = { $carrier } n’a pas encore pris le colis en charge
by-day-depot = le colis est au dépôt près de chez vous, d’où il part en général sous { $shortest } à { $longest } jours ouvrés
by-day-not-out = le colis n’est pas encore parti en livraison
by-day-day-off = d’ici là, il n’y a normalement pas de livraison
by-day-no-date = personne n’a encore donné de date de livraison
by-day-coming-back = le colis nous a été renvoyé
by-day-lost = le colis est perdu
by-day-damaged = le colis a été abîmé en chemin
by-day-cancelled = la commande a été annulée

## « C’était prévu pour lundi »

due-right = Vous avez raison : { $when }.
due-on-record = C’est plus long que d’habitude : { $when }.
due-not-yet = Ce n’est pas encore en retard : { $when }.
due-unknown = Personne n’a donné de date de livraison : je ne peux pas dire si c’est en retard.
worry-from = Si rien de nouveau n’arrive, notre équipe peut se renseigner { $from }.

## « J’étais chez moi ! »

missed-none = Aucune livraison manquée n’a été signalée.
missed-reported = { $known ->
    [yes] { $Carrier } a noté { $at } : « { $why }. »
   *[no] { $Carrier } a signalé { $at } une livraison manquée, sans donner de raison.
} Si vous étiez chez vous, c’est inexact, et un collègue peut intervenir auprès du transporteur.
missed-reason = { $Carrier } n’a pas pu remettre le colis { $at }. { $why }.
missed-today = { $linked ->
    [yes] Cherchez aujourd’hui un avis de passage ; le nouvel essai ou le point de retrait s’affiche aussi ici : { $url }
   *[no] Cherchez aujourd’hui un avis de passage : il indique quand le livreur revient ou bien où retirer le colis.
}
missed-offer = Voulez-vous qu’un collègue fasse une réclamation auprès du transporteur ?

## « Pourquoi est-ce un autre transporteur ? »

carrier-change-usual = Il est fréquent qu’un autre transporteur prenne le relais pour la fin du trajet ; vous n’avez rien à faire.
carrier-follow = Chez { $carrier }, le colis porte le numéro { $number } : { $url }

## Un point précis sur la douane

customs-pay-safe = Je ne peux pas encaisser de paiement ici, et je n’envoie jamais de lien pour payer.
customs-amount = Le montant exact figure dans la demande envoyée par { $carrier } ; je ne le vois pas.
customs-papers-documents-missing = Les documents voulus figurent dans la demande envoyée par { $carrier }. Votre confirmation de commande montre le contenu du colis et le prix payé ; s’il faut une facture, dites-le-moi et un collègue vous aidera.
customs-papers-invoice-missing = Il faut la facture, et c’est nous qui l’envoyons : vous n’avez rien à fournir.
customs-papers-id-required = Il faut prouver votre identité : envoyez le document comme l’indique la demande envoyée par { $carrier }, et pas dans cette conversation.
customs-papers-valuation = Rien pour l’instant : si la douane demande ce que vous avez payé, envoyez-lui votre confirmation de commande.
customs-papers-duties-due = Personne n’a demandé de documents : c’est le paiement qui est attendu.
customs-papers-none = Personne ne vous a demandé de documents pour l’instant.
customs-nothing-yet = Personne n’a rien demandé pour l’instant.

## Plusieurs commandes, plusieurs colis

which-order = De quelle commande s’agit-il ?
which-order-line = { $position }. { $order }, passée { $on } : { $items }
pick-by-number = Pour en savoir plus sur l’un d’eux, tapez son numéro, par exemple « { $example } ».
button-order = { $order }
order-line = Commande { $order } : { $line }

## La même question

once-more = Encore une fois : { $text }
once-more-2 = Comme tout à l’heure : { $text }
order-news = Il y a du nouveau depuis votre dernière question.
order-still-same = Toujours pareil, aucun nouveau scan.
order-looked-again = Je viens de regarder encore, et rien n’a changé.

again-utter-ask-identify-form-order-number = Revenons à votre commande : quel est son numéro ? Si vous ne le trouvez pas, je peux vous passer quelqu’un.
again-2-utter-ask-identify-form-order-number = Dès que vous l’avez sous la main, envoyez-moi le numéro de commande : il est dans l’e-mail de confirmation.
again-utter-ask-identify-form-proof = Revenons à votre commande : avec quelle adresse e-mail ou quel code postal l’avez-vous passée ?
again-2-utter-ask-identify-form-proof = Il me faut encore l’adresse e-mail ou le code postal de la commande avant de pouvoir la montrer.
again-order-not-matched = Ces deux-là ne vont pas ensemble non plus. Le numéro est dans l’e-mail de confirmation, envoyé à l’adresse donnée à la commande.
again-utter-greet = Je suis là ! Que voulez-vous savoir sur votre commande ?
again-2-utter-greet = Rebonjour ! Donnez-moi votre numéro de commande, ou demandez à parler à quelqu’un.
greet-back = Rebonjour ! Que voulez-vous savoir sur votre commande ?
again-greet-back = Oui, je suis là. Je regarde à nouveau votre commande ?
again-utter-thanks = Je vous en prie !
again-2-utter-thanks = C’était un plaisir.
again-goodbye = Bonne journée !
again-utter-bot-challenge = Toujours un robot : je lis ce que les transporteurs signalent sur les colis. Si vous préférez parler à quelqu’un, dites-le-moi.
again-utter-out-of-scope = Là non plus, je ne peux pas vous aider. Ce que je sais, c’est où sont les colis et quand ils arrivent.
again-2-utter-out-of-scope = Je n’en sais rien. Posez-moi une question sur une commande, ou je vous passe quelqu’un.
again-utter-unclear = Désolé, je ne comprends toujours pas. Quelqu’un peut vous aider, ou demandez-moi où est une commande.
again-unclear-which = Désolé, je ne comprends toujours pas. Est-ce l’un de ces sujets ?
again-2-unclear-which = Essayons autrement : touchez ce qui s’en rapproche le plus.
again-utter-feedback = Merci encore, c’est utile.
again-affirm-nothing = Alors envoyez-moi le numéro de commande, et je regarde.
affirm-done = Très bien. Si vous avez une autre question, je suis là.
again-affirm-done = Je reste là si besoin.
again-deny-nothing = Pas de souci. Je reste là si besoin.
language-on = Bien sûr, continuons en français.
language-offer = Bien sûr, continuons en français. Je transmets votre demande à un collègue ?
