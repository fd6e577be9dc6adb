### The desk: a conversation, its case and its parcel. The team reads this, never a shopper.


## What stands where

desk-talk-conversation = Conversation
desk-talk-parts = Sur cette page
desk-talk-back = File
desk-talk-parcels = Colis
desk-talk-case = Dossier
desk-talk-shopper = Client

## What was said

desk-talk-author-shopper = Client
desk-talk-author-bot = Assistant
desk-talk-author-person = Équipe
desk-talk-author-system = Message automatique
desk-talk-tapped = bouton
desk-talk-marked = signalé comme faux
desk-talk-with-card = Avec la carte du colis
desk-talk-not-answered = Pas encore de réponse
desk-talk-nothing-said = Rien n’a encore été dit.
desk-talk-nobody-asked = Aucun client n’a écrit à ce sujet : c’est le silence du colis qui a ouvert le dossier.
desk-talk-more-before = Seules les { $count } dernières lignes sont affichées.
desk-talk-details = Détails
desk-talk-understood = Compris comme { $intent }
desk-talk-confidence = sûr à { $percent } %
desk-talk-evidence = Les phrases soulignées reposent sur des événements du colis : pointez-en une pour voir lesquels.
desk-talk-no-evidence = Aucune phrase de cette réponse ne se rattache à un événement du colis.
desk-talk-rests-on = { $count ->
    [one] Repose sur un événement
   *[other] Repose sur { $count } événements
}
desk-talk-mark = L’assistant s’est trompé
desk-talk-mark-undo = Finalement, c’était juste
desk-talk-mark-intent = Ce qui était demandé
desk-talk-mark-unknown = incertain, ou bien compris
desk-talk-mark-comment = Ce qui n’allait pas

## How far a reply got

desk-talk-delivery-read = Lu
desk-talk-delivery-delivered = Remis
desk-talk-delivery-sent = Envoyé
desk-talk-delivery-held = Attend que le chat soit ouvert
desk-talk-delivery-waiting = En cours d’envoi
desk-talk-delivery-unconfirmed = Impossible de savoir s’il est arrivé ; il n’est pas renvoyé.
desk-talk-delivery-failed = Non remis.
desk-talk-problem-refused = La plateforme l’a refusé.
desk-talk-problem-window-closed = Plus de 24 heures s’étaient écoulées depuis le dernier message du client.
desk-talk-problem-undeliverable = Le client n’y est plus joignable.
desk-talk-problem-unsupported = L’application du client ne peut pas l’afficher.
desk-talk-problem-account = Le compte de la boutique auprès de la plateforme n’est pas en règle.
desk-talk-problem-gave-up = La plateforme n’a pas répondu, malgré plusieurs essais.

## Who answers

desk-talk-held-by-bot = L’assistant répond ici.
desk-talk-held-by-you = C’est à vous de répondre.
desk-talk-held-by = { $name } répond ici.
desk-talk-held-since = Depuis le { $at }.
desk-talk-writing = { $name } est en train de répondre…
desk-talk-window-open = WhatsApp accepte du texte libre jusqu’au { $until } (encore { $left }).
desk-talk-window-closed = WhatsApp n’accepte plus de texte libre ici depuis le { $at }. Dès que le client réécrit, vous pourrez répondre.
desk-talk-closed-now = Hors des heures d’ouverture. Les clients lisent : « { $hours } »
desk-talk-agreed = Convenu avant, par { $by } : { $text }
desk-talk-canned = Réponse préparée
desk-talk-canned-choose = choisir…
desk-talk-reply-label = Répondre à { $name }
desk-talk-reply-label-unknown = Répondre au client
desk-talk-send = Envoyer
desk-talk-hand-back = Rendre à l’assistant
desk-talk-hand-back-agreed = Ce qui a été convenu, dans la langue du client
desk-talk-hand-back-hint = Le client le lira, et cela figurera dans chaque dossier à venir. Peut rester vide.
desk-talk-draft-kept = Non envoyé, conservé pour vous
desk-talk-take-over = Prendre la main
desk-talk-take-over-hint = Le client apprend que { $name } lui répond désormais ; l’assistant se tait.
desk-talk-take-from = Prendre la main à la place de { $name }
desk-talk-take-from-hint = { $name } s’en occupe. Mieux vaut demander avant.

## The parcel beside it

desk-talk-order = Commande { $order }
desk-talk-placed = passée le { $at }
desk-talk-promised = promise pour le { $at }
desk-talk-follow = La page du transporteur
desk-talk-timeline = Tout ce qui a été signalé
desk-talk-repeated = signalé une autre fois, ou non retenu
desk-talk-known-since = connu depuis le { $at }
desk-talk-promises = Les dates du transporteur
desk-talk-no-events = Rien n’a encore été signalé.
desk-talk-no-parcel = Pas encore de colis.
desk-talk-no-order = Aucune commande n’est prouvée ici, donc aucune n’est affichée.

## The case

desk-talk-reason = Ouvert car
desk-talk-reason-asked-for = une personne a été demandée
desk-talk-reason-failed-twice = l’assistant a échoué deux fois
desk-talk-reason-gave-up = l’assistant n’avait pas de réponse
desk-talk-reason-upset = le client est mécontent
desk-talk-reason-threshold = le colis demande une personne
desk-talk-reason-disclosure-failed = la preuve a échoué trop souvent
desk-talk-reason-claim = une réclamation est faite
desk-talk-reason-change = un changement a été demandé
desk-talk-reason-return = un retour a été demandé
desk-talk-waiting = Attend depuis
desk-talk-due = Réponse avant
desk-talk-overdue = en retard de { $by }
desk-talk-snoozed-until = Reporté jusqu’au
desk-talk-outcome = Résultat
desk-talk-outcome-answered = Répondu
desk-talk-outcome-done = Fait comme demandé
desk-talk-outcome-not-possible = Impossible
desk-talk-outcome-no-answer = Le client n’est pas revenu
desk-talk-outcome-duplicate = Doublon
desk-talk-outcome-moved = Le colis est reparti
desk-talk-assignee = Avec
desk-talk-opened = Ouvert
desk-talk-confirmed = Confirmé par le client
desk-talk-unconfirmed = Commencé, non confirmé
desk-talk-assign-me = Me l’attribuer
desk-talk-assign = Attribuer
desk-talk-solve = Résoudre
desk-talk-solve-hand-back = et rendre la conversation à l’assistant
desk-talk-reopen = Rouvrir
desk-talk-snooze = Reporter
desk-talk-wake = Reprendre maintenant
desk-talk-snooze-until = Jusqu’à
desk-talk-snooze-at = ou à un moment choisi
desk-talk-snooze-hours = { $count ->
    [one] dans une heure
   *[other] dans { $count } heures
}
desk-talk-snooze-days = { $count ->
    [one] dans un jour
   *[other] dans { $count } jours
}
desk-talk-snooze-opening = au retour de l’équipe : { $at }
desk-talk-labels = Étiquettes
desk-talk-label-new = Nouvelle étiquette
desk-talk-label-add = Ajouter
desk-talk-label-remove = Retirer l’étiquette { $label }
desk-talk-notes = Notes privées
desk-talk-notes-private = Seule l’équipe les lit.
desk-talk-note-new = Nouvelle note
desk-talk-note-save = Enregistrer la note
desk-talk-trail = Ce qui est arrivé au dossier
desk-talk-by-bot = L’assistant
desk-talk-by-store = L’horloge
desk-talk-did-opened = l’a ouvert
desk-talk-did-joined = a reçu la même demande
desk-talk-did-assigned = l’a attribué à { $to }
desk-talk-did-unassigned = l’a rendu à tous
desk-talk-did-state = l’a mis sur « { $to } »
desk-talk-did-urgency = a mis l’urgence sur « { $to } »
desk-talk-did-labelled = a ajouté l’étiquette « { $label } »
desk-talk-did-unlabelled = a retiré l’étiquette « { $label } »
desk-talk-did-note = a écrit une note
desk-talk-did-answered = a répondu au client
desk-talk-did-moved = a vu le colis repartir

## The shopper

desk-talk-name = Nom
desk-talk-reached-by = Joignable par
desk-talk-not-reached = rien pour l’instant
desk-talk-language = Langue
desk-talk-email = E-mail
desk-talk-phone = Téléphone
desk-talk-not-proven = Rien n’est encore prouvé : ne dites rien d’une commande avant cela.
desk-talk-whole-conversation = La conversation seule
desk-talk-other-cases = Autres dossiers de cette conversation
desk-talk-other-orders = Autres commandes avec la même adresse e-mail
desk-talk-other-talks = Autres conversations sur ces commandes

## What could not be done

desk-talk-stale = { $name } a modifié ce dossier ({ $at }) : { $what }. Votre modification n’a pas été faite ; voici l’état actuel.
desk-talk-stale-unknown = Ce dossier a été modifié entre-temps. Votre modification n’a pas été faite ; voici l’état actuel.
desk-talk-held-by-other = { $name } a cette conversation depuis le { $at } ; rien n’a été envoyé.
desk-talk-not-held = L’assistant a cette conversation : prenez d’abord la main.
desk-talk-too-late = WhatsApp n’accepte plus de texte libre 24 heures après le dernier message du client ; rien n’a été envoyé.
desk-talk-already-open = { $reference } est ouvert pour la même chose : travaillez sur celui-là.
desk-talk-wrong = Ce n’est pas possible ainsi : quelque chose manque, est trop long ou déjà passé. Rien n’a été modifié.

## Keys

desk-talk-key-reply = répondre
desk-talk-key-note = note privée
desk-talk-key-solve = résoudre
desk-talk-key-take = prendre la main

## Training review

desk-training-title = Relecture pour l’entraînement
desk-training-none = Rien n’a été signalé. Dans une conversation, ouvrez les détails d’une réponse pour la signaler.
desk-training-intro = Les réponses que l’équipe a jugées fausses, les plus récentes d’abord.
desk-training-said = Le client a dit
desk-training-answered = L’assistant a répondu
desk-training-understood = Compris comme
desk-training-wanted = Demandé
desk-training-comment = Commentaire
desk-training-by = Signalé par
desk-training-export = Télécharger comme données d’entraînement
desk-training-export-hint = Seulement les messages avec une intention ; numéros de commande, adresses et autres données personnelles sont masqués. Relisez-les avant de les ajouter.
