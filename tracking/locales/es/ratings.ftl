### Qué le ha parecido a quien compra: se pregunta una vez, al final, sin estorbar.

rating-ask = Una última cosa, si quieres: ¿qué tal te he ayudado?
rating-ask-person = Si quieres: ¿qué tal te ha ayudado nuestro equipo?
rating-thanks = Gracias, nos ayuda mucho.
rating-bad = Gracias por decirlo con franqueza. ¿Le pido a alguien del equipo que lo mire?

## Botones: 20 caracteres como máximo

button-rating-good = Bien
button-rating-middling = Regular
button-rating-bad = Mal
