### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

why-customs-documents-missing = A la aduana le faltan papeles sobre el contenido del paquete, y es usted quien puede enviarlos.
why-customs-id-required = La aduana tiene que asegurarse de para quién es el paquete, así que pide su documento de identidad.
todo-customs-documents-missing = Busque un mensaje o una carta { part-of } sobre esto y envíe los papeles que pide; si no le ha llegado nada, dígamelo y alguien del equipo se encargará.
todo-customs-duties-due = Pague el importe que le pide { $carrier }, en su propia web o en su aplicación; si no le ha llegado ninguna solicitud o ya lo pagó al comprar, dígamelo y alguien del equipo se encargará.
todo-customs-id-required = Busque la solicitud { part-of } y envíe su documento de identidad como indica; si no le ha llegado nada, dígamelo y alguien del equipo se encargará.
unless-customs-inspection = usted no tiene que hacer nada mientras no lo pida
unless-customs-valuation = si le pregunta cuánto pagó, envíele la confirmación del pedido: sin respuesta, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline }
