### Lo que se pide además de «¿dónde está?»: qué responde el asistente y qué ofrece.

## Quién lo lleva y cómo se entregó

carrier-same = { $Carrier } lo lleva desde el principio; nadie más se ha hecho cargo.
proof-not-yet = Todavía no figura como entregado, así que nadie ha firmado aún.
proof-none = El transportista no nos ha dado ni firma ni foto. Una persona del equipo puede pedírselas.

## Lo que hace una persona: se ofrece, no se promete

offer-change-order = Yo no puedo cambiar el contenido de un pedido, pero alguien del equipo puede ver si aún es posible. ¿Se lo paso?
offer-ask-refund-status = No veo los reembolsos, solo los paquetes. Alguien del equipo puede decirte cómo va el tuyo. ¿Se lo paso?
offer-report-damaged = Siento que haya llegado así. Guarda el embalaje y, si puedes, haz una foto: alguien del equipo lo resolverá contigo. ¿Se lo paso?
offer-report-missing-item = Siento que el contenido no sea el correcto. Guarda el embalaje: alguien del equipo comprobará qué se empaquetó. ¿Se lo paso?
offer-delivery-instructions = Yo no puedo hablar con el repartidor, pero alguien del equipo puede ver si tus indicaciones llegan a tiempo. ¿Se las paso?
offer-reschedule = Yo no puedo cambiar una entrega, pero alguien del equipo puede ver si otro día aún es posible. ¿Se lo paso?
offer-ask-invoice-or-payment = De las facturas y los pagos se encarga nuestro equipo. ¿Se lo paso a alguien?
offer-complaint = Lo siento, entiendo tu enfado. Puedo mirar dónde está tu pedido o avisar ya a alguien del equipo. ¿Se lo paso?

## Respuestas cortas

utter-feedback = ¡Gracias por contárnoslo! Lo guardo con esta conversación para el equipo.
language-switched = Claro, sigamos en español. ¿Qué necesitas saber de tu pedido?
language-not-spoken = Hablo { $languages }. ¿Cuál prefieres?

## Cuando un correo parece mal escrito

order-email-slip = No encuentro ningún pedido con ese número y ese correo juntos. ¿Querías decir { $email }?

## Cuando un mensaje puede significar varias cosas

unclear-which = No sé si te he entendido bien. ¿De qué se trata?

## Botones: 20 caracteres como mucho

button-report-delay = Va con retraso
button-ask-customs = La aduana
button-ask-carrier-change = ¿Quién lo lleva?
button-ask-other-parcel = El otro paquete
button-report-missed-delivery = Entrega fallida
button-ask-proof-of-delivery = ¿Quién firmó?
button-change-address = Cambiar dirección
button-cancel-order = Cancelar el pedido
button-change-order = Cambiar el pedido
button-return-refund = Devolución
button-ask-refund-status = Mi reembolso
button-report-damaged = Ha llegado roto
button-report-missing-item = Falta algo
button-delivery-instructions = Nota al repartidor
button-reschedule = Otro día
button-delivery-options = Opciones de envío
button-ask-invoice-or-payment = Factura o pago
