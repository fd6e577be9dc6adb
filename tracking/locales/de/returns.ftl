### Rücksendungen, Erstattungen, Rechnungen, Lieferung: Antwort und Seite des Shops; was der Stand des Pakets dafür
### bedeutet; was beschädigt, unvollständig oder falsch ankommt.

## Die Seiten des Shops

shop-page-returns = Eine Rücksendung startest du hier: { $url }
shop-page-returns-days = Zurückschicken kannst du innerhalb von { $days } Tagen nach der Zustellung. Hier geht es los: { $url }
shop-page-refund = Zahlungen sehe ich nicht, nur Pakete. Wie und wann Erstattungen kommen, steht hier: { $url }
shop-page-damaged = Den Schaden kannst du hier melden: { $url }
shop-page-missing = Melden kannst du es hier: { $url }
shop-page-invoice = Deine Rechnungen findest du hier: { $url }
shop-page-delivery = Alles zur Lieferung steht hier: { $url }
shop-page-more = Mehr dazu: { $url }
shop-pass-on = Soll ich es ans Team weitergeben?
shop-pass-on-too = Soll ich es auch ans Team weitergeben?

## Eine Rücksendung, und wo das Paket ist

return-until = Du kannst sie { $until } zurückschicken.
return-over = Die { $days } Tage zum Zurückschicken sind vorbei: Sie endeten { $on }.
return-not-yet = Eine Rücksendung geht erst los, wenn du sie hast.
refund-no-return = Ich sehe kein Paket der Bestellung { $order } auf dem Weg zurück zu uns; eines, das du selbst abgeschickt hast, sehe ich nicht immer.

## Beschädigt, unvollständig, falsch

goods-sorry-damaged = Es tut mir leid, dass es so angekommen ist. Heb bitte die Verpackung auf und mach, wenn es geht, ein Foto.
goods-sorry-missing-item = Es tut mir leid, dass der Inhalt nicht stimmt. Heb bitte die Verpackung auf, bis es geklärt ist.
goods-not-here = { $count ->
    [one] Bestellung { $order } ist noch nicht als zugestellt gemeldet:
   *[other] Von Bestellung { $order } ist noch nicht alles als zugestellt gemeldet:
}
goods-ask-item-damaged = Welcher Artikel der Bestellung { $order } ist es?
goods-ask-item-missing-item = Welcher Artikel der Bestellung { $order } fehlt oder ist falsch?
goods-ask-problem-damaged = Was stimmt damit nicht ({ $item })?
goods-ask-problem-missing-item = Was stimmt damit nicht ({ $item }): Fehlt er, oder kam etwas anderes?
goods-missing = fehlt
goods-wrong = es kam etwas anderes
goods-quoted = „{ $value }“
goods-confirm-damaged = Bestellung { $order }, { $item }: { $problem }. Soll ich das weitergeben? Das Team klärt es dann mit dir.
goods-confirm-missing-item = Bestellung { $order }, { $item }: { $problem }. Soll ich das weitergeben? Das Team prüft dann, was eingepackt wurde.
goods-recorded = Ich habe es weitergegeben: Referenz { $reference }. Heb Ware und Verpackung bitte auf, bis du hier eine Antwort hast.
goods-recorded-again = Ich habe es zu dem hinzugefügt, was { $team } schon hat: Referenz { $reference }.

## Verärgert

complaint-known = Der ganze Ärger tut mir leid. { $state }
complaint-case = Unser Team hat das schon: Referenz { $reference }.

## Schaltflächen: höchstens 20 Zeichen

button-goods-missing = Er fehlt
button-goods-wrong = Es kam etwas anderes
