### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

hours-open-answer = { $Team } est là en ce moment ; tu peux compter sur une réponse { $by }.
hours-closed-answer = { $Team } n’est pas là pour le moment et revient { $opens } ; tu peux compter sur une réponse { $same ->
    [yes] ce jour-là avant { $time }
   *[no] { $by }
}.
