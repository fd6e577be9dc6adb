### Der Zoll: warum er ein Paket festhält und wer jetzt etwas tun muss (`why-…`), was es kostet (`costs-…`), was die
### Kundin tut (`todo-…`, nur wenn es sonst niemand kann), wie lange es dauert (`takes-…`) und was passiert, wenn
### niemand etwas tut (`unless-…`, gleich danach). Die beiden letzten stehen ohne Punkt. $shortest bis $longest sind
### Werktage, sobald da ist, was verlangt wird; $least bis $most Tage, bis ein Paket zurückgeht.

why-customs-inspection = Der Zoll hat das Paket für eine Kontrolle ausgewählt, wie es einzelnen Paketen passiert, und nur er kann jetzt etwas tun.
why-customs-documents-missing = Dem Zoll fehlen Unterlagen zum Inhalt des Pakets, und die müssen von dir kommen.
why-customs-invoice-missing = Dem Zoll fehlt die Rechnung, und die müssen wir schicken.
why-customs-duties-due = Der Zoll verlangt Abgaben dafür, die in der Regel der Empfänger zahlt.
why-customs-id-required = Der Zoll muss sicher wissen, für wen das Paket ist, und verlangt deshalb einen Ausweis von dir.
why-customs-valuation = Der Zoll prüft den angegebenen Wert, und nur er kann jetzt etwas tun.
why-customs-prohibited = Laut Zoll darf etwas aus dem Paket nicht ins Land, und das müssen wir klären.
why-customs-no-reason-given = { $Carrier } hat keinen Grund genannt; oft ist es eine Routinekontrolle, und nur der Zoll kann jetzt etwas tun.

todo-customs-documents-missing = Such bitte nach einer Nachricht oder einem Brief { part-from } dazu und schick die verlangten Unterlagen; wenn nichts gekommen ist, sag mir Bescheid, dann übernimmt das Team.
todo-customs-duties-due = Zahl bitte den Betrag, den { $carrier } verlangt, auf der eigenen Website oder in der App; wenn keine Aufforderung gekommen ist oder du schon beim Bestellen gezahlt hast, sag mir Bescheid, dann übernimmt das Team.
todo-customs-id-required = Such bitte nach der Aufforderung { part-from } und schick deinen Ausweis so, wie es dort steht; wenn nichts gekommen ist, sag mir Bescheid, dann übernimmt das Team.

takes-customs-inspection = Die Kontrolle dauert meist { $shortest } bis { $longest } Werktage, danach gibt der Zoll das Paket frei oder sagt, was fehlt
takes-customs-documents-missing = Sobald der Zoll die Unterlagen hat, entscheidet er meist innerhalb von { $shortest } bis { $longest } Werktagen
takes-customs-invoice-missing = Sobald der Zoll die Rechnung hat, entscheidet er meist innerhalb von { $shortest } bis { $longest } Werktagen
takes-customs-duties-due = Sobald gezahlt ist, gibt der Zoll das Paket meist innerhalb von { $shortest } bis { $longest } Werktagen frei
takes-customs-id-required = Sobald der Zoll weiß, für wen es ist, gibt er das Paket meist innerhalb von { $shortest } bis { $longest } Werktagen frei
takes-customs-valuation = Der Zoll legt den Wert meist innerhalb von { $shortest } bis { $longest } Werktagen fest, danach gibt er das Paket frei oder verlangt Abgaben
takes-customs-prohibited = Der Zoll entscheidet meist innerhalb von { $shortest } bis { $longest } Werktagen, ob das Paket weiterdarf, zu uns zurückkommt oder vernichtet wird
takes-customs-no-reason-given = So etwas dauert meist { $shortest } bis { $longest } Werktage, danach gibt der Zoll das Paket frei oder sagt, was fehlt

unless-customs-inspection = du musst nichts tun, solange er nichts verlangt
unless-customs-documents-missing = ohne sie geht das Paket meist nach { $least } bis { $most } Tagen zurück{ $deadline }
unless-customs-invoice-missing = ohne sie geht das Paket meist nach { $least } bis { $most } Tagen zurück{ $deadline }
unless-customs-duties-due = wenn niemand zahlt, geht es meist nach { $least } bis { $most } Tagen zurück{ $deadline }
unless-customs-id-required = ohne Antwort geht es meist nach { $least } bis { $most } Tagen zurück{ $deadline }
unless-customs-valuation = wenn er wissen will, was du bezahlt hast, schick ihm die Bestellbestätigung: Ohne Antwort geht das Paket meist nach { $least } bis { $most } Tagen zurück{ $deadline }
unless-customs-prohibited = wenn sich nichts klären lässt, geht es meist nach { $least } bis { $most } Tagen zurück oder wird vernichtet{ $deadline }
unless-customs-no-reason-given = wenn er etwas verlangt und keine Antwort bekommt, geht das Paket meist nach { $least } bis { $most } Tagen zurück{ $deadline }

costs-customs-duties-due = { $eu ->
    [yes] In der EU sind das meist die Umsatzsteuer, je nach Land 17 bis 27{"\u00A0"}%, und Zoll, in der Regel 3{"\u00A0"}€ je Artikelart bei einem Wert bis 150{"\u00A0"}€; dazu kommen oft 5 bis 25{"\u00A0"}€ Bearbeitungsgebühr des Paketdienstes.
   *[no] Das ist meist die Einfuhrsteuer des Landes und für manche Waren Zoll; dazu kommt oft eine Bearbeitungsgebühr des Paketdienstes, in vielen Ländern umgerechnet 5 bis 25{"\u00A0"}€.
}
costs-customs-valuation = Bisher ist nichts zu zahlen; wenn der Zoll einen höheren Wert festlegt, steigen die Abgaben mit.
costs-none = Bisher hat niemand einen Betrag verlangt.

## Nach dem Zoll gefragt, ohne dass es dort ist

customs-cleared = Es ist durch den Zoll: Freigegeben wurde es { $at }.
customs-ahead = Es ist noch nicht beim Zoll, muss aber noch durch.
customs-none = Es ist nicht beim Zoll: Unterwegs muss es durch keinen.
customs-not-now = Beim Zoll ist es gerade nicht.
customs-none-of-them = Von diesen Paketen ist gerade keines beim Zoll.
