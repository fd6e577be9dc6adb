### Ce qui se dit dans les messageries en plus des réponses. Un `said-…` tient lieu de texte dans la transcription.

channel-shortened = (message abrégé)
channel-choose = Choisir
channel-timeline = Toutes les étapes · { $title }
button-show-all = Toutes les étapes

## Ce que nous ne savons pas lire

channel-voice = Je ne peux pas écouter les messages vocaux. Pouvez-vous me l’écrire ?
channel-image = Je ne peux pas regarder les photos ni les vidéos. Pouvez-vous me dire en quelques mots de quoi il s’agit ?
channel-file = Je ne peux pas ouvrir les fichiers. Pouvez-vous me dire en quelques mots de quoi il s’agit ?
channel-location = Je ne sais pas lire les positions. Pour trouver votre colis, votre numéro de commande me suffit.
channel-sticker = Cela en dit plus que je ne sais lire ! Demandez-moi où est votre commande, et je regarde.
channel-contact = Je ne sais pas lire les fiches de contact. Pour trouver votre colis, votre numéro de commande me suffit.
channel-other = Je ne sais lire que du texte. Pouvez-vous me l’écrire ?
channel-group = Je ne parle de commandes qu’en privé : écrivez-moi directement.

said-voice = [message vocal]
said-image = [photo ou vidéo]
said-file = [fichier]
said-location = [position]
said-sticker = [autocollant]
said-contact = [fiche de contact]
said-other = [message sans texte]
said-group = [message dans un groupe]

## Quand ce n’est pas possible

channel-too-many = Cela fait beaucoup de messages à la fois. Laissez-moi une minute, puis réécrivez votre question en un seul message.
channel-old-button = Ce bouton ne marche plus. Écrivez-moi tout simplement.
channel-link-old = Ce lien n’est plus valable. Quel est votre numéro de commande ? Il figure dans l’e-mail de confirmation.
channel-link-taken = Ce lien a déjà servi à quelqu’un d’autre. Quel est votre numéro de commande ? Il figure dans l’e-mail de confirmation.
channel-no-updates = Je n’ai plus ces étapes. Voulez-vous que je regarde de nouveau la commande ?
