### Cuándo está el equipo y para cuándo esperar respuesta. $Team: el nombre que le da la tienda, con mayúscula.

# El nombre del equipo en medio de una frase, si la tienda no da otro.
hours-team = nuestro equipo

hours-open = { $Team } está aquí en este momento.
hours-open-answer = { $Team } está aquí en este momento; puedes contar con una respuesta { $by }.
hours-closed = { $Team } no está en este momento y vuelve { $opens }.
# $same: la respuesta llega el mismo día de la vuelta, que no es hoy.
hours-closed-answer = { $Team } no está en este momento y vuelve { $opens }; puedes contar con una respuesta { $same ->
    [yes] ese mismo día antes de { part-hour }
   *[no] { $by }
}.
