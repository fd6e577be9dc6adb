### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

hours-open-answer = { $Team } está aquí en este momento; puede contar con una respuesta { $by }.
hours-closed-answer = { $Team } no está en este momento y vuelve { $opens }; puede contar con una respuesta { $same ->
    [yes] ese mismo día antes de { part-hour }
   *[no] { $by }
}.
