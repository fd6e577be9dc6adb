### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

shop-page-returns = Puede empezar una devolución aquí: { $url }
shop-page-returns-days = Tiene { $days } días desde la entrega para devolver algo. Empiece aquí: { $url }
shop-page-damaged = Puede avisar del daño aquí: { $url }
shop-page-missing = Puede avisar aquí: { $url }
shop-page-invoice = Sus facturas están aquí: { $url }
return-until = Puede devolverlo { $until }.
return-not-yet = La devolución empieza cuando ya lo tiene.
refund-no-return = No veo que vuelva a nosotros ningún paquete del pedido { $order }; si lo envió usted, puede que no me aparezca.
goods-sorry-damaged = Siento que haya llegado así. Guarde el embalaje y, si puede, haga una foto.
goods-sorry-missing-item = Siento que el contenido no sea el correcto. Guarde el embalaje hasta que se resuelva.
goods-ask-problem-missing-item = ¿Qué le pasa ({ $item }): falta, o le ha llegado otra cosa?
goods-confirm-damaged = Pedido { $order }, { $item }: { $problem }. ¿Lo paso al equipo? Alguien lo resolverá con usted.
goods-recorded = Ya está en manos del equipo: referencia { $reference }. Guarde el artículo y el embalaje hasta tener respuesta, aquí mismo.
