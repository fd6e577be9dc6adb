### Prévenir les acheteurs que leur colis a avancé, s’ils l’ont demandé.

## Ce qui a été demandé

notice-given = Je vous écrirai ici dès que la commande { $order } avance. Répondez { $word } et j’arrête.
notice-given-chat = Je vous laisserai un message dans cette discussion dès que la commande { $order } avance : vous le verrez à votre retour. Répondez { $word } et j’arrête.
notice-held = C’est déjà noté : je vous préviens ici dès que la commande { $order } avance. Répondez { $word } et j’arrête.
notice-now = Pour l’instant : { $line }
notice-over = Plus rien n’est à venir : je n’aurai donc pas à vous écrire à son sujet.
notices-stopped = C’est fait : vous ne recevrez plus de nouvelles de ma part. Posez-moi vos questions quand vous voulez.
notices-none = Je ne vous envoie pas de nouvelles, il n’y a donc rien à arrêter. Les messages du transporteur s’arrêtent chez lui.

## Ce que dit un message en plus de la nouvelle

notice-several = Du nouveau pour { $count } colis de la commande { $order } :
notice-end = Répondez { $word } et je ne vous envoie plus de nouvelles.

# Les mots qui arrêtent les messages quand ils sont seuls, séparés par des virgules ; le premier est dit aux acheteurs.
notice-stop-words = STOP, ARRÊT, ARRÊTER, DÉSABONNER

## Boutons : 20 caractères au plus

button-notify-me = Prévenez-moi
button-stop-notifications = Ne plus me prévenir
