### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

subject = { $count ->
    [one] Ihre Bestellung { $order }
   *[other] Ihre Bestellung { $order } (Paket { $position } von { $count })
}
