### Quand l'équipe est là, et pour quand attendre une réponse. $Team : le nom que la boutique lui donne, avec majuscule.

# Le nom de l'équipe au milieu d'une phrase, si la boutique n'en donne pas.
hours-team = notre équipe

hours-open = { $Team } est là en ce moment.
hours-open-answer = { $Team } est là en ce moment ; vous pouvez compter sur une réponse { $by }.
hours-closed = { $Team } n’est pas là pour le moment et revient { $opens }.
# $same : la réponse vient le jour de leur retour, qui n'est pas aujourd'hui.
hours-closed-answer = { $Team } n’est pas là pour le moment et revient { $opens } ; vous pouvez compter sur une réponse { $same ->
    [yes] ce jour-là avant { $time }
   *[no] { $by }
}.
