### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

utter-ask-identify-form-order-number = ¿Cuál es su número de pedido? Lo encontrará en el correo de confirmación.
utter-ask-identify-form-proof = Gracias. ¿Y el correo electrónico o el código postal del pedido? Así solo se lo muestro a usted.
order-not-matched = No encuentro ningún pedido que reúna ese número y ese correo o código postal. ¿Puede comprobar los dos y volver a enviármelos?
order-ask-number-for-tracking = Solo con ese número de seguimiento no sé a qué paquete se refiere. ¿Cuál es su número de pedido?
order-ask-number-no-tracking = No conozco ese número de seguimiento. ¿Cuál es su número de pedido? Lo encontrará en el correo de confirmación.
order-not-matched-also = No he podido asociar { $numbers } con ese correo o código postal. ¿Puede comprobarlo?
order-locked = Para proteger el pedido no puedo probar más datos aquí. He pedido a alguien del equipo que siga: referencia { $reference }. Le responderá en este chat.
order-status-only = Para ver los detalles, envíeme su número de pedido y el correo o el código postal del pedido.
order-late-offer = ¿Quiere que alguien del equipo lo investigue con el transportista?
order-case-opened = Se lo he pasado a nuestro equipo. Su referencia es { $reference }.
offer-delivery-options = Solo conozco los pedidos que ya van de camino. Alguien del equipo puede informarle sobre las opciones y los gastos de envío. ¿Se lo paso?
affirm-nothing = Estupendo. ¿Quiere que busque algún pedido?
deny-offer = De acuerdo, lo dejo así. Si tiene alguna pregunta sobre un paquete, aquí estoy.
deny-nothing = De acuerdo. Si tiene alguna pregunta sobre un paquete, aquí estoy.
utter-greet = ¡Hola! Soy el asistente de entregas de { $shop }. Pregúnteme dónde está su pedido: solo necesito el número de pedido y su correo electrónico.
utter-thanks = ¡De nada! Aquí sigo si necesita algo más sobre su paquete.
goodbye = ¡Hasta luego, y que disfrute de su paquete!
utter-bot-challenge = Sí, soy el asistente automático de { $shop }. Miro dónde están los paquetes y puedo avisar a una persona cuando quiera.
utter-unclear = No sé si le he entendido bien. ¿Quiere saber dónde está un pedido?
turn-failed = Ahora mismo no puedo consultarlo. Su mensaje queda guardado y le responderé en cuanto pueda.
turn-given-up = Algo ha fallado por nuestra parte y no puedo responder a ese mensaje. Pruebe con otras palabras o pida hablar con una persona.
too-long = Es demasiado largo para mí. ¿Puede decirlo en una o dos frases?
unavailable = Ahora mismo no podemos recibir mensajes. Pruebe de nuevo dentro de un minuto.
