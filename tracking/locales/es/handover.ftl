### Una persona se hace cargo: el traspaso, quién lleva el chat, qué lee el equipo. $team y $Team: el nombre que la
### tienda da a su equipo, el segundo con mayúscula. $hours: si están, y para cuándo responden.

## Al equipo

hand-over = Se lo he pasado a { $team } con todo lo que sé. Tu referencia es { $reference }. { $hours }
hand-over-again = { $Team } tiene tu consulta { $since }, con la referencia { $reference }. { $hours }
hand-over-again-due = { $Team } tiene tu consulta { $since }, con la referencia { $reference }, y puedes contar con una respuesta { $by }.
hand-over-again-late = { $Team } tiene tu consulta { $since }, con la referencia { $reference }. Ya deberías tener respuesta y lo siento: ven que sigues esperando.
handover-failed = Con esto no consigo ayudarte y no quiero hacerte dar vueltas. Le he pasado nuestro chat a { $team }: tu referencia es { $reference }. { $hours }
handover-failed-again = Con este mensaje tampoco puedo ayudarte, pero { $team } también lo tiene, con la referencia { $reference }. ¿Te busco un pedido mientras tanto?
handover-upset = Entiendo tu enfado y lo siento. Se lo he pasado con prioridad a { $team }: tu referencia es { $reference }. { $hours }
handover-gave-up = Algo ha fallado por nuestra parte y no puedo responder a ese mensaje. Se lo he pasado a { $team }: tu referencia es { $reference }. { $hours }

## Una persona lleva el chat

handover-joined = { $name }, de { $shop }, acaba de entrar en el chat y te atiende a partir de ahora.
handover-back = { $name } ha salido del chat y vuelvo a ser yo, el asistente automático. ¿Te busco alguna cosa?
handover-back-agreed = { $name } ha salido del chat y vuelvo a ser yo, el asistente automático. Esto es lo que habéis acordado: «{ $agreed }»

## Lo que el equipo lee de un caso, en el idioma de la tienda

case-line = { $what } · pedido { $order } · { $parcels }
case-line-order = { $what } · pedido { $order }, aún sin paquete
case-line-no-order = { $what } · pedido desconocido
case-kind-person-wanted = Quiere hablar con una persona
case-kind-identity-trouble = No ha podido demostrar que el pedido es suyo
case-kind-bot-failed = El asistente no ha podido ayudar
case-kind-not-received = Dice que no le ha llegado
case-kind-stuck = Demasiado tiempo sin noticias
case-kind-lost = Perdido, o demasiado tiempo sin noticias
case-kind-seized = La aduana no lo deja entrar
case-kind-change-request = Quiere cambiar algo
case-kind-return-request = Devolución o reembolso
case-kind-goods-claim = Artículo dañado, equivocado o que falta
case-urgency-seized = la aduana lo retiene
case-urgency-deadline = pueden devolverlo a partir del { $date }
case-urgency-upset = el cliente está enfadado
case-urgency-lost = se da por perdido
case-urgency-in-time = solo se puede hasta que el paquete avance
case-urgency-waiting-long = el cliente lleva demasiado tiempo esperando
case-urgency-can-wait = no se pierde nada por esperar
case-urgency-set-by-person = lo ha fijado el equipo
