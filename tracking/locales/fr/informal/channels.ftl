### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

channel-voice = Je ne peux pas écouter les messages vocaux. Peux-tu me l’écrire ?
channel-image = Je ne peux pas regarder les photos ni les vidéos. Peux-tu me dire en quelques mots de quoi il s’agit ?
channel-file = Je ne peux pas ouvrir les fichiers. Peux-tu me dire en quelques mots de quoi il s’agit ?
channel-location = Je ne sais pas lire les positions. Pour trouver ton colis, ton numéro de commande me suffit.
channel-sticker = Cela en dit plus que je ne sais lire ! Demande-moi où est ta commande, et je regarde.
channel-contact = Je ne sais pas lire les fiches de contact. Pour trouver ton colis, ton numéro de commande me suffit.
channel-other = Je ne sais lire que du texte. Peux-tu me l’écrire ?
channel-group = Je ne parle de commandes qu’en privé : écris-moi directement.
channel-too-many = Cela fait beaucoup de messages à la fois. Laisse-moi une minute, puis réécris ta question en un seul message.
channel-old-button = Ce bouton ne marche plus. Écris-moi tout simplement.
channel-link-old = Ce lien n’est plus valable. Quel est ton numéro de commande ? Il figure dans l’e-mail de confirmation.
channel-link-taken = Ce lien a déjà servi à quelqu’un d’autre. Quel est ton numéro de commande ? Il figure dans l’e-mail de confirmation.
channel-no-updates = Je n’ai plus ces étapes. Veux-tu que je regarde de nouveau la commande ?
