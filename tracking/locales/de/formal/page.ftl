### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

page-todo = Was Sie tun müssen
act-shopper = Sie
proof-handed = { $handed ->
    [mailbox] in den Briefkasten gelegt
    [front_door] vor der Tür abgestellt
    [reception] am Empfang abgegeben
    [household] bei Ihnen zu Hause angenommen
    [neighbour] in der Nachbarschaft abgegeben
    [safe_place] an einem sicheren Ort abgelegt
    [locker] in einen Paketautomaten gelegt
    [pickup_point] in einer Abholstelle übergeben
   *[other] {""}
}
delivered-missing = Wenn Sie das Paket nicht finden, sagen Sie mir einfach Bescheid.
