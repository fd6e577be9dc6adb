### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

channel-voice = No puedo escuchar mensajes de voz. ¿Me lo puede escribir?
channel-image = No puedo ver fotos ni vídeos. ¿Me cuenta con palabras de qué se trata?
channel-file = No puedo abrir archivos. ¿Me cuenta con palabras de qué se trata?
channel-location = No sé leer ubicaciones. Para encontrar su paquete me basta con su número de pedido.
channel-sticker = ¡Eso dice más de lo que sé leer! Pregúnteme dónde está su pedido y lo miro.
channel-contact = No sé leer tarjetas de contacto. Para encontrar su paquete me basta con su número de pedido.
channel-other = Solo sé leer texto. ¿Me lo puede escribir?
channel-group = Solo hablo de pedidos en privado: escríbame directamente.
channel-too-many = Son muchos mensajes a la vez. Deme un minuto y vuelva a escribirme su pregunta en un solo mensaje.
channel-old-button = Ese botón ya no funciona. Escríbame y ya está.
channel-link-old = Ese enlace ya no es válido. ¿Cuál es su número de pedido? Lo encontrará en el correo de confirmación.
channel-link-taken = Ese enlace ya lo ha usado otra persona. ¿Cuál es su número de pedido? Lo encontrará en el correo de confirmación.
channel-no-updates = Ya no tengo esas novedades. ¿Quiere que mire el pedido otra vez?
