### La douane : pourquoi elle retient un colis et qui doit agir (`why-…`), ce que cela coûte (`costs-…`), ce que
### fait l’acheteur (`todo-…`, seulement si personne d’autre ne le peut), combien de temps cela prend (`takes-…`)
### et ce qui arrive si personne ne fait rien (`unless-…`, juste après). Les deux derniers sont sans point final.
### $shortest à $longest : jours ouvrés une fois la demande satisfaite ; $least à $most : jours avant le renvoi.

why-customs-inspection = La douane a choisi ce colis pour un contrôle, comme cela arrive à certains colis, et elle seule peut agir pour l’instant.
why-customs-documents-missing = Il manque à la douane des documents sur le contenu du colis, et c’est à vous de les fournir.
why-customs-invoice-missing = Il manque la facture à la douane, et c’est à nous de l’envoyer.
why-customs-duties-due = La douane demande des droits ou taxes, normalement à la charge du destinataire.
why-customs-id-required = La douane doit s’assurer de l’identité du destinataire et demande donc votre pièce d’identité.
why-customs-valuation = La douane vérifie la valeur déclarée, et elle seule peut agir pour l’instant.
why-customs-prohibited = Selon la douane, une partie du contenu ne peut pas entrer dans le pays, et c’est à nous de régler cela.
why-customs-no-reason-given = { $Carrier } n’a pas donné de raison ; c’est souvent un contrôle de routine, et seule la douane peut agir pour l’instant.

todo-customs-documents-missing = Cherchez le message ou le courrier envoyé par { $carrier } et transmettez les documents demandés ; si vous n’avez rien reçu, dites-le-moi et un collègue prendra le relais.
todo-customs-duties-due = Réglez le montant demandé par { $carrier }, sur son propre site ou dans son application ; si vous n’avez reçu aucune demande ou si vous avez déjà payé à la commande, dites-le-moi et un collègue prendra le relais.
todo-customs-id-required = Cherchez la demande envoyée par { $carrier } et transmettez votre pièce d’identité comme indiqué ; si vous n’avez rien reçu, dites-le-moi et un collègue prendra le relais.

takes-customs-inspection = Le contrôle prend en général { $shortest } à { $longest } jours ouvrés, puis la douane libère le colis ou dit ce qui manque
takes-customs-documents-missing = Avec les documents, la douane décide en général sous { $shortest } à { $longest } jours ouvrés
takes-customs-invoice-missing = Avec la facture, la douane décide en général sous { $shortest } à { $longest } jours ouvrés
takes-customs-duties-due = Une fois le montant réglé, la douane libère le colis en général sous { $shortest } à { $longest } jours ouvrés
takes-customs-id-required = Une fois l’identité vérifiée, la douane libère le colis en général sous { $shortest } à { $longest } jours ouvrés
takes-customs-valuation = La douane fixe la valeur en général sous { $shortest } à { $longest } jours ouvrés, puis elle libère le colis ou demande des droits
takes-customs-prohibited = La douane met en général { $shortest } à { $longest } jours ouvrés à décider si le colis continue, nous revient ou est détruit
takes-customs-no-reason-given = Ce genre de blocage dure en général { $shortest } à { $longest } jours ouvrés, puis la douane libère le colis ou dit ce qui manque

unless-customs-inspection = vous n’avez rien à faire tant qu’elle ne demande rien
unless-customs-documents-missing = sans eux, il est en général renvoyé au bout de { $least } à { $most } jours{ $deadline }
unless-customs-invoice-missing = sans elle, le colis est en général renvoyé au bout de { $least } à { $most } jours{ $deadline }
unless-customs-duties-due = sans paiement, il est en général renvoyé au bout de { $least } à { $most } jours{ $deadline }
unless-customs-id-required = sans réponse, il est en général renvoyé au bout de { $least } à { $most } jours{ $deadline }
unless-customs-valuation = si elle vous demande le prix payé, envoyez-lui votre confirmation de commande : sans réponse, le colis est en général renvoyé au bout de { $least } à { $most } jours{ $deadline }
unless-customs-prohibited = si rien n’est réglé, il est en général renvoyé ou détruit au bout de { $least } à { $most } jours{ $deadline }
unless-customs-no-reason-given = si elle demande quelque chose et n’obtient pas de réponse, il est en général renvoyé au bout de { $least } à { $most } jours{ $deadline }

costs-customs-duties-due = { $eu ->
    [yes] Dans l’UE, c’est en général la TVA, de 17 à 27{"\u00A0"}% selon le pays, et des droits de douane, le plus souvent 3{"\u00A0"}€ par type d’article jusqu’à 150{"\u00A0"}€ de valeur ; les transporteurs ajoutent souvent 5 à 25{"\u00A0"}€ de frais de dossier.
   *[no] C’est en général la taxe à l’importation du pays et, pour certains articles, des droits de douane ; les transporteurs ajoutent souvent des frais de dossier, dans bien des pays l’équivalent de 5 à 25{"\u00A0"}€.
}
costs-customs-valuation = Pour l’instant, il n’y a rien à payer ; si la douane retient une valeur plus élevée, les taxes et les droits augmentent d’autant.
costs-none = Aucun montant n’a été demandé pour l’instant.

## Question sur la douane alors que le colis n’y est pas

customs-cleared = Le colis a passé la douane : elle l’a libéré { $at }.
customs-ahead = Le colis n’est pas encore à la douane, mais il doit encore y passer.
customs-none = Le colis n’est pas à la douane : son trajet n’en traverse aucune.
customs-not-now = Le colis n’est pas à la douane en ce moment.
customs-none-of-them = Aucun de ces colis n’est à la douane en ce moment.
