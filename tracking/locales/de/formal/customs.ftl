### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

why-customs-documents-missing = Dem Zoll fehlen Unterlagen zum Inhalt des Pakets, und die müssen von Ihnen kommen.
why-customs-id-required = Der Zoll muss sicher wissen, für wen das Paket ist, und verlangt deshalb einen Ausweis von Ihnen.
todo-customs-documents-missing = Suchen Sie bitte nach einer Nachricht oder einem Brief { part-from } dazu und schicken Sie die verlangten Unterlagen; wenn nichts gekommen ist, sagen Sie mir Bescheid, dann übernimmt das Team.
todo-customs-duties-due = Zahlen Sie bitte den Betrag, den { $carrier } verlangt, auf der eigenen Website oder in der App; wenn keine Aufforderung gekommen ist oder Sie schon beim Bestellen gezahlt haben, sagen Sie mir Bescheid, dann übernimmt das Team.
todo-customs-id-required = Suchen Sie bitte nach der Aufforderung { part-from } und schicken Sie Ihren Ausweis so, wie es dort steht; wenn nichts gekommen ist, sagen Sie mir Bescheid, dann übernimmt das Team.
unless-customs-inspection = Sie müssen nichts tun, solange er nichts verlangt
unless-customs-valuation = wenn er wissen will, was Sie bezahlt haben, schicken Sie ihm die Bestellbestätigung: Ohne Antwort geht das Paket meist nach { $least } bis { $most } Tagen zurück{ $deadline }
