### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

shop-page-returns = Eine Rücksendung starten Sie hier: { $url }
shop-page-returns-days = Zurückschicken können Sie innerhalb von { $days } Tagen nach der Zustellung. Hier geht es los: { $url }
shop-page-damaged = Den Schaden können Sie hier melden: { $url }
shop-page-missing = Melden können Sie es hier: { $url }
shop-page-invoice = Ihre Rechnungen finden Sie hier: { $url }
return-until = Sie können sie { $until } zurückschicken.
return-not-yet = Eine Rücksendung geht erst los, wenn Sie sie haben.
refund-no-return = Ich sehe kein Paket der Bestellung { $order } auf dem Weg zurück zu uns; eines, das Sie selbst abgeschickt haben, sehe ich nicht immer.
goods-sorry-damaged = Es tut mir leid, dass es so angekommen ist. Heben Sie bitte die Verpackung auf und machen Sie, wenn es geht, ein Foto.
goods-sorry-missing-item = Es tut mir leid, dass der Inhalt nicht stimmt. Heben Sie bitte die Verpackung auf, bis es geklärt ist.
goods-confirm-damaged = Bestellung { $order }, { $item }: { $problem }. Soll ich das weitergeben? Das Team klärt es dann mit Ihnen.
goods-recorded = Ich habe es weitergegeben: Referenz { $reference }. Heben Sie Ware und Verpackung bitte auf, bis Sie hier eine Antwort haben.
