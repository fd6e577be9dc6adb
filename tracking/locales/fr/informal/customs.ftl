### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

why-customs-documents-missing = Il manque à la douane des documents sur le contenu du colis, et c’est à toi de les fournir.
why-customs-id-required = La douane doit s’assurer de l’identité du destinataire et demande donc ta pièce d’identité.
todo-customs-documents-missing = Cherche le message ou le courrier envoyé par { $carrier } et transmets les documents demandés ; si tu n’as rien reçu, dis-le-moi et un collègue prendra le relais.
todo-customs-duties-due = Règle le montant demandé par { $carrier }, sur son propre site ou dans son application ; si tu n’as reçu aucune demande ou si tu as déjà payé à la commande, dis-le-moi et un collègue prendra le relais.
todo-customs-id-required = Cherche la demande envoyée par { $carrier } et transmets ta pièce d’identité comme indiqué ; si tu n’as rien reçu, dis-le-moi et un collègue prendra le relais.
unless-customs-inspection = tu n’as rien à faire tant qu’elle ne demande rien
unless-customs-valuation = si elle te demande le prix payé, envoie-lui ta confirmation de commande : sans réponse, le colis est en général renvoyé au bout de { $least } à { $most } jours{ $deadline }
