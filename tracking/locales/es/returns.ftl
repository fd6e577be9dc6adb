### Devoluciones, reembolsos, facturas, envíos: la respuesta y la página de la tienda; qué cambia según dónde está
### el paquete; lo que llega dañado, incompleto o equivocado.

## Las páginas de la tienda

shop-page-returns = Puedes empezar una devolución aquí: { $url }
shop-page-returns-days = Tienes { $days } días desde la entrega para devolver algo. Empieza aquí: { $url }
shop-page-refund = No veo los pagos, solo los paquetes. Cómo y cuándo se pagan los reembolsos se explica aquí: { $url }
shop-page-damaged = Puedes avisar del daño aquí: { $url }
shop-page-missing = Puedes avisar aquí: { $url }
shop-page-invoice = Tus facturas están aquí: { $url }
shop-page-delivery = Todo sobre los envíos está aquí: { $url }
shop-page-more = Más información: { $url }
shop-pass-on = ¿Se lo paso a alguien del equipo?
shop-pass-on-too = ¿Se lo paso también a alguien del equipo?

## Una devolución, y dónde está el paquete

return-until = Puedes devolverlo { $until }.
return-over = Los { $days } días para devolverlo terminaron { $on }.
return-not-yet = La devolución empieza cuando ya lo tienes.
refund-no-return = No veo que vuelva a nosotros ningún paquete del pedido { $order }; si lo enviaste tú, puede que no me aparezca.

## Dañado, incompleto, equivocado

goods-sorry-damaged = Siento que haya llegado así. Guarda el embalaje y, si puedes, haz una foto.
goods-sorry-missing-item = Siento que el contenido no sea el correcto. Guarda el embalaje hasta que se resuelva.
goods-not-here = { $count ->
    [one] El pedido { $order } aún no figura como entregado:
   *[other] No todo el pedido { $order } figura ya como entregado:
}
goods-ask-item-damaged = ¿Qué artículo del pedido { $order } es?
goods-ask-item-missing-item = ¿Qué artículo del pedido { $order } falta o no es el correcto?
goods-ask-problem-damaged = ¿Qué le pasa ({ $item })?
goods-ask-problem-missing-item = ¿Qué le pasa ({ $item }): falta, o te ha llegado otra cosa?
goods-missing = falta
goods-wrong = ha llegado otra cosa
goods-quoted = «{ $value }»
goods-confirm-damaged = Pedido { $order }, { $item }: { $problem }. ¿Lo paso al equipo? Alguien lo resolverá contigo.
goods-confirm-missing-item = Pedido { $order }, { $item }: { $problem }. ¿Lo paso al equipo? Alguien comprobará qué se empaquetó.
goods-recorded = Ya está en manos del equipo: referencia { $reference }. Guarda el artículo y el embalaje hasta tener respuesta, aquí mismo.
goods-recorded-again = Lo he añadido a lo que { $team } ya tiene: referencia { $reference }.

## Enfado

complaint-known = Siento todas estas molestias. { $state }
complaint-case = Nuestro equipo ya lo tiene: referencia { $reference }.

## Botones: 20 caracteres como máximo

button-goods-missing = Falta
button-goods-wrong = Ha llegado otra cosa
