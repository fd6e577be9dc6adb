### Indiqué comme livré, et introuvable : ce que dit le transporteur, où chercher, combien attendre, la réclamation.

# Ce que dit le transporteur : c’est justement ce dont on doute.
claim-reported = { $Carrier } indique avoir livré { $subject } { $in } { $at }{ $handed ->
    [mailbox] , dans la boîte aux lettres
    [front_door] , devant la porte
    [reception] , à l’accueil
    [household] , à une personne présente chez vous
    [neighbour] , chez un voisin
    [safe_place] , en lieu sûr
    [locker] , dans une consigne
    [pickup_point] , en point relais
   *[none] {""}
}.

## Où chercher

claim-look-mailbox = Pouvez-vous regarder encore une fois dans la boîte aux lettres, puis demander chez vous et aux voisins ? On se trompe parfois de boîte.
claim-look-front-door = Pouvez-vous regarder autour de la porte et derrière ce qui pourrait cacher un colis, puis demander aux voisins et chez vous ?
claim-look-safe-place = Pouvez-vous regarder là où un livreur pourrait le mettre à l’abri (abri de jardin, garage, porche, derrière les poubelles), puis demander aux voisins et chez vous ?
claim-look-reception = Pouvez-vous demander à l’accueil ou au service courrier, et à la personne qui récupère vos plis ?
claim-look-neighbour = Pouvez-vous demander aux voisins de chaque côté et d’en face, et chercher un avis de passage dans votre boîte aux lettres ?
claim-look-household = Pouvez-vous demander à toutes les personnes de chez vous, et à celles qui ouvrent parfois à votre place ?
claim-look-locker = Pouvez-vous retrouver le message avec le code de retrait, ouvrir la consigne, et demander si quelqu’un de chez vous l’a déjà retiré ?
claim-look-pickup-point = Pouvez-vous demander au point relais, et vérifier si quelqu’un l’a retiré pour vous ?
claim-look-signed = Ce nom vous dit-il quelque chose ? Si oui, demandez à cette personne : chez vous, à l’accueil ou chez un voisin.
claim-look-unknown = Pouvez-vous regarder dans la boîte aux lettres et là où un livreur pourrait le cacher, puis demander aux voisins et chez vous ?

## Combien attendre, et ensuite

claim-then = Si le colis n’est nulle part, j’ouvre une réclamation auprès de notre équipe.
claim-wait = Un tel scan est parfois en avance : si le colis n’est pas chez vous { $by }, dites-le-moi ici et j’ouvre une réclamation.
claim-looking = Prenez votre temps. Dites-moi ici ce que vous trouvez : si le colis n’est nulle part, j’ouvre une réclamation auprès de notre équipe.
claim-looking-wait = Prenez votre temps. Si le colis n’est pas chez vous { $by }, dites-le-moi ici et j’ouvre une réclamation auprès de notre équipe.
claim-waiting = D’accord. Si le colis n’est pas chez vous { $by }, dites-le-moi ici et j’ouvre la réclamation.
claim-not-yet = Merci d’avoir cherché partout. Un scan de livraison est parfois en avance, attendre vaut donc la peine : si le colis n’est pas chez vous { $by }, dites-le-moi ici et j’ouvre la réclamation. Si vous préférez ne pas attendre, je peux l’enregistrer dès maintenant.

## Quel colis

claim-which = Lequel manque ?
claim-which-meant = Duquel parlez-vous ?

## La réclamation

claim-opened = J’ai ouvert une réclamation : référence { $reference }. Elle contient ce qu’indique { $carrier } et ce que vous m’avez dit. { $hours }
claim-opened-early = J’ai enregistré votre réclamation sans attendre : référence { $reference }. { $hours } Si le colis réapparaît, dites-le-moi.
claim-found = Très bien, le voilà. Si quelque chose ne va pas dans le colis, dites-le-moi.

## La preuve de livraison

proof-ask-carrier = Je le lui demande ?
proof-asked = J’ai transmis la demande de preuve de livraison : référence { $reference }. { $hours }

## Boutons : 20 caractères au plus

button-claim-all = J’ai tout vérifié
button-claim-later = Je vais vérifier
button-claim-now = Réclamer maintenant
button-claim-wait = Je vais attendre
button-claim-order = Commande { $order }
