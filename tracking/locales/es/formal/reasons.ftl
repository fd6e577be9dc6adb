### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

why-delivery-no-access = El repartidor no pudo llegar hasta su puerta.
todo-delivery-address-incomplete = Dígale { part-to } qué falta; si le resulta difícil, dígamelo y alguien del equipo se encargará.
todo-delivery-address-wrong = Compruebe la dirección en la confirmación del pedido; si hay que corregirla, dígamelo y alguien del equipo se encargará.
todo-delivery-no-access = Explíquele { part-to } cómo entrar (portal, código, timbre); si le resulta difícil, dígamelo y alguien del equipo se encargará.
todo-delivery-payment-due = Tenga preparado el importe; { $carrier } puede decirle cuánto es.
unless-delivery-refused = si no fue usted quien lo rechazó, dígamelo
