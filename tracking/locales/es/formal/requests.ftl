### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

offer-ask-refund-status = No veo los reembolsos, solo los paquetes. Alguien del equipo puede decirle cómo va el suyo. ¿Se lo paso?
offer-report-damaged = Siento que haya llegado así. Guarde el embalaje y, si puede, haga una foto: alguien del equipo lo resolverá con usted. ¿Se lo paso?
offer-report-missing-item = Siento que el contenido no sea el correcto. Guarde el embalaje: alguien del equipo comprobará qué se empaquetó. ¿Se lo paso?
offer-delivery-instructions = Yo no puedo hablar con el repartidor, pero alguien del equipo puede ver si sus indicaciones llegan a tiempo. ¿Se las paso?
offer-complaint = Lo siento, entiendo su enfado. Puedo mirar dónde está su pedido o avisar ya a alguien del equipo. ¿Se lo paso?
language-switched = Claro, sigamos en español. ¿Qué necesita saber de su pedido?
language-not-spoken = Hablo { $languages }. ¿Cuál prefiere?
order-email-slip = No encuentro ningún pedido con ese número y ese correo juntos. ¿Quería decir { $email }?
unclear-which = No sé si le he entendido bien. ¿De qué se trata?
