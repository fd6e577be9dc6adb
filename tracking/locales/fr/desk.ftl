### L’espace de l’équipe : ce qu’elle lit, jamais un client. Calme et court.

desk-name = Espace équipe
desk-skip = Aller au contenu
desk-nav = Rubriques
desk-nav-queue = File
desk-live-on = À jour
desk-live-off = Non connecté : ce que vous voyez n’est peut-être plus à jour
desk-language = Langue
desk-language-browser = Celle du navigateur
desk-save = Enregistrer
desk-close = Fermer
desk-role-reader = lecture seule
desk-role-agent = conseiller
desk-role-lead = responsable

## Connexion

desk-sign-in = Se connecter
desk-sign-in-title = Espace équipe
desk-sign-in-failed = L’identifiant ou le mot de passe est faux, ou il y a eu trop d’essais. Vous pourrez réessayer dans un quart d’heure.
desk-sign-in-help = Pas encore de compte, ou mot de passe oublié ? La personne qui gère cet espace peut en créer un.
desk-sign-out = Se déconnecter
desk-login = Identifiant
desk-password = Mot de passe

## Ce qui n’est pas possible

desk-refused = Ce n’est pas possible
desk-refused-role = Votre compte ne le permet pas. Au besoin, demandez à la personne qui gère cet espace.
desk-refused-form = Cette page était ouverte depuis trop longtemps. Revenez en arrière, rechargez-la et réessayez : rien n’a été modifié.
desk-refused-site = La demande venait d’un autre site : rien n’a été modifié.
desk-refused-size = C’est trop long pour cet espace. Rien n’a été modifié.
desk-missing = Il n’y a rien à cette adresse
desk-back-to-queue = Retour à la file

## Clavier

desk-keys = Clavier
desk-key-move = suivant et précédent
desk-key-open = ouvrir
desk-key-search = chercher
desk-key-queue = vers la file
desk-key-help = cette aide
desk-keys-on = Utiliser les raccourcis clavier

## File

desk-queue = File
desk-views = Vues
desk-view-active = Ouverts
desk-view-mine = À moi
desk-view-unassigned = À prendre
desk-view-waiting = Attend le client
desk-view-snoozed = Mis en pause
desk-view-solved = Résolu
desk-search = Chercher un dossier
desk-search-placeholder = Commande, suivi, e-mail, nom
desk-search-title = Dossiers trouvés pour « { $text } »
desk-search-none = Aucun dossier ne correspond. Cherchez le numéro de commande ou de suivi entier, l’e-mail entier, trois lettres du nom ou la référence.
desk-search-end = Retour aux vues
desk-filters = Filtres
desk-filter-kind = Sujet
desk-filter-urgency = Urgence
desk-filter-channel = Canal
desk-filter-language = Langue
desk-filter-label = Étiquette
desk-filter-any = tout
desk-filter-apply = Appliquer
desk-filter-clear = Effacer les filtres
desk-urgency-0 = Basse
desk-urgency-1 = Normale
desk-urgency-2 = Haute
desk-urgency-3 = Urgent
desk-state-new = Nouveau
desk-state-open = Ouvert
desk-state-waiting-for-shopper = Attend le client
desk-state-snoozed = Mis en pause
desk-state-solved = Résolu
desk-channel-website = Site web
desk-channel-telegram = Telegram
desk-channel-whatsapp = WhatsApp
desk-channel-rest = Test
desk-channel-none = Hors chat
desk-no-order = pas de commande
desk-nobody = personne
desk-you = vous
desk-late = retard : { $time }
desk-due-in = réponse d’ici { $time }
desk-back-at = revient le { $at }
desk-solved-at = résolu le { $at }
desk-older = Page suivante
desk-newest = Première page
desk-page-gone = Cette page de la liste n’existe plus ; voici la première.
desk-empty-active = Rien n’est ouvert. Bravo.
desk-empty-mine = Rien ne vous attend. Ce que personne n’a encore pris est sous « À prendre ».
desk-empty-unassigned = Tout a quelqu’un.
desk-empty-waiting = Rien n’attend un client.
desk-empty-snoozed = Rien n’est en pause.
desk-empty-solved = Rien n’a encore été résolu.
desk-empty-filtered = Rien dans cette vue ne correspond aux filtres.
