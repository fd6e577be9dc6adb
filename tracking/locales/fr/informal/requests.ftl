### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

offer-ask-refund-status = Je ne vois pas les remboursements, seulement les colis. Un collègue peut te dire où en est le tien. Je lui transmets ?
offer-report-damaged = Je suis désolé qu’il soit arrivé dans cet état. Garde l’emballage et, si possible, prends une photo : un collègue réglera cela avec toi. Je lui transmets ?
offer-report-missing-item = Je suis désolé que le contenu ne soit pas le bon. Garde l’emballage : un collègue vérifiera ce qui a été emballé. Je lui transmets ?
offer-delivery-instructions = Je ne peux pas joindre le livreur moi-même, mais un collègue peut voir si tes consignes arrivent encore à temps. Je les transmets ?
offer-complaint = Je suis désolé, je comprends ta colère. Je peux regarder où est ta commande, ou prévenir tout de suite un collègue. Je le préviens ?
language-switched = Bien sûr, continuons en français. Que puis-je faire pour ta commande ?
language-not-spoken = Je parle { $languages }. Que préfères-tu ?
order-email-slip = Je ne trouve pas de commande avec ce numéro et cet e-mail ensemble. Voulais-tu dire { $email } ?
