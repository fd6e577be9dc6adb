### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

subject = { $count ->
    [one] ta commande { $order }
   *[other] ta commande { $order } (colis { $position } sur { $count })
}
