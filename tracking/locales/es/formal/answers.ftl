### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

by-day-waiting = le está esperando para que lo recoja
by-day-depot = está en el centro de reparto de su zona, y de allí suele salir en { $shortest } a { $longest } días laborables
due-right = Tiene razón: { $when }.
missed-reported = { $known ->
    [yes] { $Carrier } comunicó { $at }: «{ $why }».
   *[no] { $Carrier } comunicó { $at } una entrega fallida y no dio ningún motivo.
} Si usted estaba en casa, eso no es cierto, y alguien del equipo puede reclamarlo.
missed-today = { $linked ->
    [yes] Busque hoy un aviso del repartidor; el nuevo intento o el punto de recogida también aparece aquí: { $url }
   *[no] Busque hoy un aviso del repartidor: dice cuándo vuelve o dónde recogerlo.
}
missed-offer = ¿Quiere que alguien del equipo ponga una reclamación { part-to }?
carrier-change-usual = Es frecuente que otro transportista se encargue del último tramo; usted no tiene que hacer nada.
customs-papers-documents-missing = Qué papeles quiere está en la solicitud { part-of }. La confirmación de su pedido muestra qué hay en el paquete y cuánto pagó; si pide una factura, dígamelo y alguien del equipo le ayudará.
customs-papers-invoice-missing = Quiere la factura, y la enviamos nosotros: usted no tiene que enviar nada.
customs-papers-id-required = Quiere saber quién es usted: envíe el documento como indica la solicitud { part-of }, y no en este chat.
customs-papers-valuation = Por ahora nada: si pregunta cuánto pagó, envíele la confirmación del pedido.
customs-papers-none = Por ahora nadie le ha pedido ningún papel.
which-order = ¿A qué pedido se refiere?
pick-by-number = Para saber más de uno, escriba su número, por ejemplo «{ $example }».
order-news = Hay novedades desde su última pregunta.
again-utter-ask-identify-form-order-number = Volvamos a su pedido: ¿cuál es su número? Si no lo encuentra, puedo avisar a una persona.
again-2-utter-ask-identify-form-order-number = Cuando pueda, envíeme el número de pedido: está en el correo de confirmación.
again-utter-ask-identify-form-proof = Volvamos a su pedido: ¿con qué correo o código postal lo hizo?
again-2-utter-ask-identify-form-proof = Todavía necesito el correo o el código postal del pedido antes de mostrárselo.
again-order-not-matched = Estos dos tampoco van juntos. El número está en el correo de confirmación, que llegó a la dirección con la que hizo el pedido.
again-utter-greet = ¡Aquí estoy! ¿Qué quiere saber de su pedido?
again-2-utter-greet = ¡Hola de nuevo! Dígame su número de pedido o pida hablar con alguien.
greet-back = ¡Hola de nuevo! ¿Qué quiere saber de su pedido?
again-greet-back = Sí, aquí estoy. ¿Miro otra vez su pedido?
again-utter-thanks = ¡Cuando quiera!
again-goodbye = ¡Que le vaya bien!
again-utter-bot-challenge = Sigo siendo un robot: leo lo que los transportistas comunican sobre los paquetes. Si prefiere hablar con una persona, dígamelo.
again-utter-out-of-scope = Con eso tampoco puedo ayudarle. Lo que sé es dónde están los paquetes y cuándo llegan.
again-2-utter-out-of-scope = De eso no sé nada. Pregúnteme por un pedido, o aviso a una persona.
again-utter-unclear = Perdone, sigo sin entenderlo. Puede ayudarle una persona, o pregúnteme dónde está un pedido.
again-unclear-which = Perdone, sigo sin entenderlo. ¿Es algo de esto?
again-2-unclear-which = Probemos así: toque lo que más se parezca.
again-affirm-nothing = Entonces envíeme el número de pedido y lo busco.
affirm-done = Perfecto. Si necesita algo más, pregúnteme.
again-affirm-done = Aquí estoy cuando me necesite.
again-deny-nothing = No pasa nada. Aquí estoy si me necesita.
