### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

subject = { $count ->
    [one] su pedido { $order }
   *[other] su pedido { $order } (paquete { $position } de { $count })
}
