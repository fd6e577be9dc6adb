### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

notice-given = Je t’écrirai ici dès que la commande { $order } avance. Réponds { $word } et j’arrête.
notice-given-chat = Je te laisserai un message dans cette discussion dès que la commande { $order } avance : tu le verras à ton retour. Réponds { $word } et j’arrête.
notice-held = C’est déjà noté : je te préviens ici dès que la commande { $order } avance. Réponds { $word } et j’arrête.
notice-over = Plus rien n’est à venir : je n’aurai donc pas à t’écrire à son sujet.
notices-stopped = C’est fait : tu ne recevras plus de nouvelles de ma part. Pose-moi tes questions quand tu veux.
notices-none = Je ne t’envoie pas de nouvelles, il n’y a donc rien à arrêter. Les messages du transporteur s’arrêtent chez lui.
notice-end = Réponds { $word } et je ne t’envoie plus de nouvelles.
button-notify-me = Préviens-moi
