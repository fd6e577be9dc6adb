### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

notice-given = Le escribiré aquí cada vez que se mueva el pedido { $order }. Responda { $word } y lo dejo.
notice-given-chat = Le dejaré un mensaje en este chat cada vez que se mueva el pedido { $order }: lo verá cuando vuelva. Responda { $word } y lo dejo.
notice-held = Ya está apuntado: le aviso aquí cada vez que se mueva el pedido { $order }. Responda { $word } y lo dejo.
notice-over = Ya no queda nada por venir, así que no hará falta que le escriba por este pedido.
notices-stopped = Hecho: no le mandaré más avisos. Pregúnteme cuando quiera.
notices-none = No le estoy mandando avisos, así que no hay nada que parar. Los del transportista se desactivan con él.
notice-end = Responda { $word } y no le mando más avisos.
button-notify-me = Avíseme
