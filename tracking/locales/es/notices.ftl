### Avisar a quien compra de que su paquete se ha movido, si lo ha pedido.

## Lo que se ha pedido

notice-given = Te escribiré aquí cada vez que se mueva el pedido { $order }. Responde { $word } y lo dejo.
notice-given-chat = Te dejaré un mensaje en este chat cada vez que se mueva el pedido { $order }: lo verás cuando vuelvas. Responde { $word } y lo dejo.
notice-held = Ya está apuntado: te aviso aquí cada vez que se mueva el pedido { $order }. Responde { $word } y lo dejo.
notice-now = De momento: { $line }
notice-over = Ya no queda nada por venir, así que no hará falta que te escriba por este pedido.
notices-stopped = Hecho: no te mandaré más avisos. Pregúntame cuando quieras.
notices-none = No te estoy mandando avisos, así que no hay nada que parar. Los del transportista se desactivan con él.

## Lo que dice un aviso además de la noticia

notice-several = Novedades de { $count } paquetes del pedido { $order }:
notice-end = Responde { $word } y no te mando más avisos.

# Las palabras que paran los avisos cuando van solas, separadas por comas; la primera es la que se dice.
notice-stop-words = ALTO, STOP, BAJA

## Botones: 20 caracteres como máximo

button-notify-me = Avísame
button-stop-notifications = No más avisos
