### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

hand-over = Se lo he pasado a { $team } con todo lo que sé. Su referencia es { $reference }. { $hours }
hand-over-again = { $Team } tiene su consulta { $since }, con la referencia { $reference }. { $hours }
hand-over-again-due = { $Team } tiene su consulta { $since }, con la referencia { $reference }, y puede contar con una respuesta { $by }.
hand-over-again-late = { $Team } tiene su consulta { $since }, con la referencia { $reference }. Ya debería tener respuesta y lo siento: ven que sigue esperando.
handover-failed = Con esto no consigo ayudarle y no quiero hacerle dar vueltas. Le he pasado nuestro chat a { $team }: su referencia es { $reference }. { $hours }
handover-failed-again = Con este mensaje tampoco puedo ayudarle, pero { $team } también lo tiene, con la referencia { $reference }. ¿Le busco un pedido mientras tanto?
handover-upset = Entiendo su enfado y lo siento. Se lo he pasado con prioridad a { $team }: su referencia es { $reference }. { $hours }
handover-gave-up = Algo ha fallado por nuestra parte y no puedo responder a ese mensaje. Se lo he pasado a { $team }: su referencia es { $reference }. { $hours }
handover-joined = { $name }, de { $shop }, acaba de entrar en el chat y le atiende a partir de ahora.
handover-back = { $name } ha salido del chat y vuelvo a ser yo, el asistente automático. ¿Le busco alguna cosa?
handover-back-agreed = { $name } ha salido del chat y vuelvo a ser yo, el asistente automático. Esto es lo que han acordado: «{ $agreed }»
