### Lo que se dice en las mensajerías además de las respuestas. Un `said-…` ocupa el lugar del texto en la transcripción.

channel-shortened = (mensaje abreviado)
channel-choose = Elegir
channel-timeline = Todas las novedades · { $title }
button-show-all = Ver todo

## Lo que no sabemos leer

channel-voice = No puedo escuchar mensajes de voz. ¿Me lo puedes escribir?
channel-image = No puedo ver fotos ni vídeos. ¿Me cuentas con palabras de qué se trata?
channel-file = No puedo abrir archivos. ¿Me cuentas con palabras de qué se trata?
channel-location = No sé leer ubicaciones. Para encontrar tu paquete me basta con tu número de pedido.
channel-sticker = ¡Eso dice más de lo que sé leer! Pregúntame dónde está tu pedido y lo miro.
channel-contact = No sé leer tarjetas de contacto. Para encontrar tu paquete me basta con tu número de pedido.
channel-other = Solo sé leer texto. ¿Me lo puedes escribir?
channel-group = Solo hablo de pedidos en privado: escríbeme directamente.

said-voice = [mensaje de voz]
said-image = [foto o vídeo]
said-file = [archivo]
said-location = [ubicación]
said-sticker = [sticker]
said-contact = [tarjeta de contacto]
said-other = [mensaje sin texto]
said-group = [mensaje en un grupo]

## Cuando algo no se puede

channel-too-many = Son muchos mensajes a la vez. Dame un minuto y vuelve a escribirme tu pregunta en un solo mensaje.
channel-old-button = Ese botón ya no funciona. Escríbeme y ya está.
channel-link-old = Ese enlace ya no es válido. ¿Cuál es tu número de pedido? Lo encontrarás en el correo de confirmación.
channel-link-taken = Ese enlace ya lo ha usado otra persona. ¿Cuál es tu número de pedido? Lo encontrarás en el correo de confirmación.
channel-no-updates = Ya no tengo esas novedades. ¿Quieres que mire el pedido otra vez?
