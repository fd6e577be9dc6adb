### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

silence-stuck-asked = Seit { $days } Tagen kommt nichts vom Zoll: Wenn Sie Ihren Teil schon erledigt haben, kann unser Team { part-at } nachfragen, was fehlt.
