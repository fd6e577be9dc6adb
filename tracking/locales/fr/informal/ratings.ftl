### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

rating-ask = Une dernière chose, si tu veux bien : mon aide t’a-t-elle été utile ?
rating-ask-person = Si tu veux bien : l’aide de notre équipe t’a-t-elle été utile ?
rating-bad = Merci pour ta franchise. Veux-tu que je demande à un collègue de s’en occuper ?
