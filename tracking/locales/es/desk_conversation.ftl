### The desk: a conversation, its case and its parcel. The team reads this, never a shopper.


## What stands where

desk-talk-conversation = Conversación
desk-talk-parts = En esta página
desk-talk-back = Cola
desk-talk-parcels = Paquetes
desk-talk-case = Caso
desk-talk-shopper = Cliente

## What was said

desk-talk-author-shopper = Cliente
desk-talk-author-bot = Asistente
desk-talk-author-person = Equipo
desk-talk-author-system = Aviso
desk-talk-tapped = botón
desk-talk-marked = marcado como erróneo
desk-talk-with-card = Con la tarjeta del paquete
desk-talk-not-answered = Aún sin respuesta
desk-talk-nothing-said = Aún no se ha dicho nada.
desk-talk-nobody-asked = Ningún cliente ha preguntado por esto: el caso lo abrió el silencio del paquete.
desk-talk-more-before = Solo se muestran las últimas { $count } líneas.
desk-talk-details = Detalles
desk-talk-understood = Entendido como { $intent }
desk-talk-confidence = seguro al { $percent } %
desk-talk-evidence = Las frases subrayadas se apoyan en eventos del paquete: señala una para ver cuáles.
desk-talk-no-evidence = Ninguna frase de esta respuesta se puede vincular a un evento del paquete.
desk-talk-rests-on = { $count ->
    [one] Se apoya en un evento
   *[other] Se apoya en { $count } eventos
}
desk-talk-mark = El asistente se equivocó
desk-talk-mark-undo = Al final era correcto
desk-talk-mark-intent = Qué se quería
desk-talk-mark-unknown = no está claro, o se entendió bien
desk-talk-mark-comment = Qué estaba mal

## How far a reply got

desk-talk-delivery-read = Leído
desk-talk-delivery-delivered = Entregado
desk-talk-delivery-sent = Enviado
desk-talk-delivery-held = Espera a que se abra el chat
desk-talk-delivery-waiting = Enviándose
desk-talk-delivery-unconfirmed = No se sabe si llegó; no se vuelve a enviar.
desk-talk-delivery-failed = No entregado.
desk-talk-problem-refused = La plataforma lo rechazó.
desk-talk-problem-window-closed = Habían pasado más de 24 horas desde el último mensaje del cliente.
desk-talk-problem-undeliverable = Ya no se puede contactar con el cliente por ahí.
desk-talk-problem-unsupported = La aplicación del cliente no puede mostrarlo.
desk-talk-problem-account = La cuenta de la tienda en la plataforma no está en orden.
desk-talk-problem-gave-up = La plataforma no respondió pese a varios intentos.

## Who answers

desk-talk-held-by-bot = Aquí responde el asistente.
desk-talk-held-by-you = Aquí respondes tú.
desk-talk-held-by = Aquí responde { $name }.
desk-talk-held-since = Desde el { $at }.
desk-talk-writing = { $name } está respondiendo…
desk-talk-window-open = WhatsApp admite texto libre hasta el { $until } (quedan { $left }).
desk-talk-window-closed = WhatsApp no admite texto libre aquí desde el { $at }. En cuanto el cliente vuelva a escribir, podrás responder.
desk-talk-closed-now = Fuera del horario. A los clientes se les dice: «{ $hours }»
desk-talk-agreed = Acordado antes por { $by }: { $text }
desk-talk-canned = Respuesta preparada
desk-talk-canned-choose = elegir…
desk-talk-reply-label = Responder a { $name }
desk-talk-reply-label-unknown = Responder al cliente
desk-talk-send = Enviar
desk-talk-hand-back = Devolver al asistente
desk-talk-hand-back-agreed = Qué se acordó, en el idioma del cliente
desk-talk-hand-back-hint = El cliente lo verá y quedará en cada caso futuro. Puede quedar vacío.
desk-talk-draft-kept = Sin enviar, guardado para ti
desk-talk-take-over = Tomar la conversación
desk-talk-take-over-hint = Al cliente se le dice que ahora responde { $name }; el asistente calla.
desk-talk-take-from = Tomar la conversación de { $name }
desk-talk-take-from-hint = { $name } se está ocupando. Mejor pregunta antes.

## The parcel beside it

desk-talk-order = Pedido { $order }
desk-talk-placed = hecho el { $at }
desk-talk-promised = prometido para el { $at }
desk-talk-follow = La página del transportista
desk-talk-timeline = Todo lo comunicado
desk-talk-repeated = comunicado otra vez, o no cuenta
desk-talk-known-since = conocido desde el { $at }
desk-talk-promises = Las fechas del transportista
desk-talk-no-events = Aún no se ha comunicado nada.
desk-talk-no-parcel = Aún no hay paquete.
desk-talk-no-order = Aquí no hay ningún pedido probado, así que no se muestra ninguno.

## The case

desk-talk-reason = Abierto porque
desk-talk-reason-asked-for = se pidió una persona
desk-talk-reason-failed-twice = el asistente falló dos veces
desk-talk-reason-gave-up = el asistente no tenía respuesta
desk-talk-reason-upset = el cliente está molesto
desk-talk-reason-threshold = el paquete necesita a una persona
desk-talk-reason-disclosure-failed = la prueba falló demasiadas veces
desk-talk-reason-claim = hay una reclamación
desk-talk-reason-change = se pidió un cambio
desk-talk-reason-return = se pidió una devolución
desk-talk-waiting = Espera desde hace
desk-talk-due = Responder antes de
desk-talk-overdue = con { $by } de retraso
desk-talk-snoozed-until = Pospuesto hasta
desk-talk-outcome = Resultado
desk-talk-outcome-answered = Respondido
desk-talk-outcome-done = Hecho como se pidió
desk-talk-outcome-not-possible = No es posible
desk-talk-outcome-no-answer = El cliente no volvió
desk-talk-outcome-duplicate = Duplicado
desk-talk-outcome-moved = El paquete volvió a moverse
desk-talk-assignee = Con
desk-talk-opened = Abierto
desk-talk-confirmed = Confirmado por el cliente
desk-talk-unconfirmed = Empezado, sin confirmar
desk-talk-assign-me = Asignármelo
desk-talk-assign = Asignar
desk-talk-solve = Resolver
desk-talk-solve-hand-back = y devolver la conversación al asistente
desk-talk-reopen = Reabrir
desk-talk-snooze = Posponer
desk-talk-wake = Recuperar ahora
desk-talk-snooze-until = Hasta
desk-talk-snooze-at = o en otro momento
desk-talk-snooze-hours = { $count ->
    [one] dentro de una hora
   *[other] dentro de { $count } horas
}
desk-talk-snooze-days = { $count ->
    [one] dentro de un día
   *[other] dentro de { $count } días
}
desk-talk-snooze-opening = cuando vuelva el equipo: { $at }
desk-talk-labels = Etiquetas
desk-talk-label-new = Etiqueta nueva
desk-talk-label-add = Añadir
desk-talk-label-remove = Quitar la etiqueta { $label }
desk-talk-notes = Notas privadas
desk-talk-notes-private = Solo las lee el equipo.
desk-talk-note-new = Nota nueva
desk-talk-note-save = Guardar nota
desk-talk-trail = Qué ha pasado con el caso
desk-talk-by-bot = El asistente
desk-talk-by-store = El reloj
desk-talk-did-opened = lo abrió
desk-talk-did-joined = recibió la misma petición
desk-talk-did-assigned = lo asignó a { $to }
desk-talk-did-unassigned = lo devolvió a todos
desk-talk-did-state = lo puso en «{ $to }»
desk-talk-did-urgency = puso la urgencia en «{ $to }»
desk-talk-did-labelled = añadió la etiqueta «{ $label }»
desk-talk-did-unlabelled = quitó la etiqueta «{ $label }»
desk-talk-did-note = escribió una nota
desk-talk-did-answered = respondió al cliente
desk-talk-did-moved = vio moverse el paquete

## The shopper

desk-talk-name = Nombre
desk-talk-reached-by = Se le contacta por
desk-talk-not-reached = nada todavía
desk-talk-language = Idioma
desk-talk-email = Correo
desk-talk-phone = Teléfono
desk-talk-not-proven = Aún no hay nada probado: no digas nada de un pedido antes.
desk-talk-whole-conversation = La conversación sola
desk-talk-other-cases = Otros casos de esta conversación
desk-talk-other-orders = Otros pedidos con el mismo correo
desk-talk-other-talks = Otras conversaciones sobre estos pedidos

## What could not be done

desk-talk-stale = { $name } cambió este caso ({ $at }): { $what }. Tu cambio no se hizo; así está ahora.
desk-talk-stale-unknown = Este caso cambió entretanto. Tu cambio no se hizo; así está ahora.
desk-talk-held-by-other = { $name } tiene esta conversación desde el { $at }; no se ha enviado nada.
desk-talk-not-held = La conversación la tiene el asistente: tómala primero.
desk-talk-too-late = WhatsApp no admite texto libre 24 horas después del último mensaje del cliente; no se ha enviado nada.
desk-talk-already-open = { $reference } está abierto por lo mismo: trabaja en ese.
desk-talk-wrong = Así no se puede: falta algo, es demasiado largo o ya ha pasado. No se ha cambiado nada.

## Keys

desk-talk-key-reply = responder
desk-talk-key-note = nota privada
desk-talk-key-solve = resolver
desk-talk-key-take = tomar la conversación

## Training review

desk-training-title = Revisión del entrenamiento
desk-training-none = No hay nada marcado. En una conversación, abre los detalles de una respuesta para marcarla.
desk-training-intro = Respuestas que el equipo marcó como erróneas, las más nuevas primero.
desk-training-said = El cliente dijo
desk-training-answered = El asistente respondió
desk-training-understood = Entendido como
desk-training-wanted = Se quería
desk-training-comment = Comentario
desk-training-by = Marcado por
desk-training-export = Descargar como datos de entrenamiento
desk-training-export-hint = Solo mensajes con intención; los números de pedido, direcciones y otros datos personales van ocultos. Léelos otra vez antes de añadirlos.
