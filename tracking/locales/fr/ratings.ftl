### Ce que l’acheteur en a pensé : demandé une fois, à la fin, sans jamais gêner.

rating-ask = Une dernière chose, si vous voulez bien : mon aide vous a-t-elle été utile ?
rating-ask-person = Si vous voulez bien : l’aide de notre équipe vous a-t-elle été utile ?
rating-thanks = Merci, cela nous aide.
rating-bad = Merci pour votre franchise. Voulez-vous que je demande à un collègue de s’en occuper ?

## Boutons : 20 caractères au plus

button-rating-good = Oui
button-rating-middling = Moyennement
button-rating-bad = Pas vraiment
