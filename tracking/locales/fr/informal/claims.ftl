### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

claim-reported = { $Carrier } indique avoir livré { $subject } { $in } { $at }{ $handed ->
    [mailbox] , dans la boîte aux lettres
    [front_door] , devant la porte
    [reception] , à l’accueil
    [household] , à une personne présente chez toi
    [neighbour] , chez un voisin
    [safe_place] , en lieu sûr
    [locker] , dans une consigne
    [pickup_point] , en point relais
   *[none] {""}
}.
claim-look-mailbox = Peux-tu regarder encore une fois dans la boîte aux lettres, puis demander chez toi et aux voisins ? On se trompe parfois de boîte.
claim-look-front-door = Peux-tu regarder autour de la porte et derrière ce qui pourrait cacher un colis, puis demander aux voisins et chez toi ?
claim-look-safe-place = Peux-tu regarder là où un livreur pourrait le mettre à l’abri (abri de jardin, garage, porche, derrière les poubelles), puis demander aux voisins et chez toi ?
claim-look-reception = Peux-tu demander à l’accueil ou au service courrier, et à la personne qui récupère tes plis ?
claim-look-neighbour = Peux-tu demander aux voisins de chaque côté et d’en face, et chercher un avis de passage dans ta boîte aux lettres ?
claim-look-household = Peux-tu demander à toutes les personnes de chez toi, et à celles qui ouvrent parfois à ta place ?
claim-look-locker = Peux-tu retrouver le message avec le code de retrait, ouvrir la consigne, et demander si quelqu’un de chez toi l’a déjà retiré ?
claim-look-pickup-point = Peux-tu demander au point relais, et vérifier si quelqu’un l’a retiré pour toi ?
claim-look-signed = Ce nom te dit-il quelque chose ? Si oui, demande à cette personne : chez toi, à l’accueil ou chez un voisin.
claim-look-unknown = Peux-tu regarder dans la boîte aux lettres et là où un livreur pourrait le cacher, puis demander aux voisins et chez toi ?
claim-wait = Un tel scan est parfois en avance : si le colis n’est pas chez toi { $by }, dis-le-moi ici et j’ouvre une réclamation.
claim-looking = Prends ton temps. Dis-moi ici ce que tu trouves : si le colis n’est nulle part, j’ouvre une réclamation auprès de notre équipe.
claim-looking-wait = Prends ton temps. Si le colis n’est pas chez toi { $by }, dis-le-moi ici et j’ouvre une réclamation auprès de notre équipe.
claim-waiting = D’accord. Si le colis n’est pas chez toi { $by }, dis-le-moi ici et j’ouvre la réclamation.
claim-not-yet = Merci d’avoir cherché partout. Un scan de livraison est parfois en avance, attendre vaut donc la peine : si le colis n’est pas chez toi { $by }, dis-le-moi ici et j’ouvre la réclamation. Si tu préfères ne pas attendre, je peux l’enregistrer dès maintenant.
claim-which-meant = Duquel parles-tu ?
claim-opened = J’ai ouvert une réclamation : référence { $reference }. Elle contient ce qu’indique { $carrier } et ce que tu m’as dit. { $hours }
claim-opened-early = J’ai enregistré ta réclamation sans attendre : référence { $reference }. { $hours } Si le colis réapparaît, dis-le-moi.
claim-found = Très bien, le voilà. Si quelque chose ne va pas dans le colis, dis-le-moi.
