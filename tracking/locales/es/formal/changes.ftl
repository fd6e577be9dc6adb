### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

request-back = Volvamos a su petición.
request-yes-or-no = No sé si le he entendido: con un sí lo paso, con un no lo dejo.
button-request-pass-on = Sí, páselo
button-request-drop = Déjelo
change-ask-reschedule = Quizá todavía se pueda con el pedido { $order }. ¿Qué día le vendría bien?
change-ask-pickup-point = Quizá todavía se pueda con el pedido { $order }. ¿Qué punto de recogida quiere? Basta con el nombre y la localidad.
change-again-reschedule = ¿Qué día quiere para el pedido { $order }?
change-day-past = Ese día ya ha pasado. ¿Qué día le vendría bien?
change-day-unclear = ¿Qué día le vendría bien? Basta con un día de la semana o una fecha.
change-page = O hágalo usted ahora mismo: { $url }
change-recorded = Ya se lo he pasado al equipo: referencia { $reference }. Un compañero comprueba si todavía es posible y le responde aquí. Hasta entonces todo sigue igual.
change-recorded-again = Lo he añadido a lo que ya tiene nuestro equipo: referencia { $reference }. Un compañero comprueba si todavía es posible y le responde aquí. Hasta entonces todo sigue igual.
change-never-page = Puede hacerlo usted aquí: { $url }
instead-carrier-page = Quizá la página del transportista todavía le deje elegir: { $url }
instead-collect = Puede recogerlo allí mientras se lo guarden.
instead-refuse = Puede rechazarlo en la puerta y volverá a nosotros.
instead-return = { $there ->
    [yes] Puede devolvérnoslo: { $url }
   *[no] Cuando lo tenga, puede devolvérnoslo: { $url }
}
instead-return-no-page = { $there ->
    [yes] Puede devolvérnoslo.
   *[no] Cuando lo tenga, puede devolvérnoslo.
}
