### Änderungen: was an einer Bestellung anders sein soll. Was noch möglich ist, wird weitergegeben; nie heißt es,
### es sei erledigt.

## Das Formular, bei jeder Bitte

# Vor einer Frage, die eben gestellt wurde und offen blieb.
request-back = Zurück zu deiner Bitte.
request-dropped = Alles klar, ich habe nichts weitergegeben.
request-yes-or-no = Ich bin nicht sicher, was du meinst: Bei einem Ja gebe ich es weiter, bei einem Nein lasse ich es.
button-request-pass-on = Ja, gib es weiter
button-request-edit = Ändern
button-request-drop = Schon gut
button-request-all-parcels = Alle

## Was gefragt wird

change-which-order = Eine nach der anderen, damit nichts durcheinanderkommt. Um welche Bestellung geht es: { $numbers }?
change-which-parcel = Um welches Paket der Bestellung { $order } geht es?
change-only-parcel = Bestellung { $order } kommt in mehreren Paketen. Nur bei Paket { $parcel } geht das vielleicht noch.
change-ask-address = Das geht bei Bestellung { $order } vielleicht noch. Wie lautet die ganze neue Adresse: Straße und Hausnummer, Postleitzahl und Ort?
change-ask-delivery-instructions = Das kommt vielleicht noch rechtzeitig an. Was soll man bei der Zustellung von Bestellung { $order } wissen?
change-ask-reschedule = Das geht bei Bestellung { $order } vielleicht noch. Welcher Tag passt dir?
change-ask-pickup-point = Das geht bei Bestellung { $order } vielleicht noch. Welche Abholstelle möchtest du? Name und Ort genügen.
change-ask-contents = Das geht bei Bestellung { $order } vielleicht noch. Was soll anders sein?
# Noch einmal gefragt, nach etwas anderem.
change-again-address = Wie lautet die neue Adresse: Straße und Hausnummer, Postleitzahl und Ort?
change-again-delivery-instructions = Was soll man bei der Zustellung von Bestellung { $order } wissen?
change-again-reschedule = Welchen Tag möchtest du für Bestellung { $order }?
change-again-pickup-point = An welche Abholstelle soll Bestellung { $order } gehen?
change-again-contents = Was soll an Bestellung { $order } anders sein?
change-address-incomplete = Dafür brauche ich die ganze Adresse: Straße und Hausnummer, Postleitzahl und Ort.
change-day-past = Der Tag ist schon vorbei. Welcher Tag passt dir?
change-day-unclear = Welcher Tag passt dir? Ein Wochentag oder ein Datum genügt.

## Was ein Ja bestätigt

# Die Bestellung oder einzelne Pakete; am Anfang der Zeile.
change-what = { $count ->
    [none] Bestellung { $order }
    [one] Bestellung { $order }, Paket { $parcel }
   *[several] Bestellung { $order }, Pakete { $parcel }
}
# Die eigenen Worte.
change-quoted = „{ $value }“
change-confirm = Soll ich das weitergeben? Unser Team prüft dann, ob es noch geht.
change-confirm-address = { $what }, neue Adresse: { $value }. { change-confirm }
change-confirm-delivery-instructions = { $what }, Hinweis für die Zustellung: { $value }. { change-confirm }
change-confirm-reschedule = { $what }, neuer Liefertag: { $value }. { change-confirm }
change-confirm-pickup-point = { $what }, Abholstelle: { $value }. { change-confirm }
change-confirm-contents = { $what }, zu ändern: { $value }. { change-confirm }
change-confirm-cancel = { $what }: stornieren. { change-confirm }
change-confirm-cancel-why = { $what }: stornieren. Grund: { $value }. { change-confirm }
change-page = Oder mach es gleich selbst: { $url }
change-recorded = Ich habe es weitergegeben: Referenz { $reference }. Unser Team prüft, ob es noch geht, und meldet sich hier. Bis dahin bleibt alles, wie es ist.
change-recorded-again = Ich habe es zu deiner offenen Anfrage gelegt: Referenz { $reference }. Unser Team prüft, ob es noch geht, und meldet sich hier. Bis dahin bleibt alles, wie es ist.

## Zu spät: nach einem Satz, der sagt, wo das Paket ist

change-late-address = Die Adresse können wir deshalb nicht mehr ändern.
change-late-delivery-instructions = Ein Hinweis von uns kommt deshalb nicht mehr rechtzeitig an.
change-late-reschedule = Die Zustellung können wir deshalb nicht mehr verschieben.
change-late-pickup-point = An eine Abholstelle können wir das Paket deshalb nicht mehr schicken.
change-late-cancel = Aufhalten können wir das Paket deshalb nicht mehr.
change-late-contents = Am Inhalt können wir deshalb nichts mehr ändern.
change-over = An der Lieferung gibt es deshalb nichts mehr zu ändern.
change-person = Unser Team kann nachsehen, ob sich noch etwas machen lässt. Soll ich es weitergeben?

## Der Shop macht es nie

change-never-address = Die Adresse einer Bestellung können wir nachträglich nicht ändern.
change-never-delivery-instructions = Hinweise für die Zustellung können wir nicht weitergeben.
change-never-reschedule = Den Liefertag können wir nicht aussuchen.
change-never-pickup-point = An Abholstellen können wir nicht liefern.
change-never-cancel = Eine Bestellung können wir nachträglich nicht stornieren.
change-never-contents = Was in einer Bestellung ist, können wir nachträglich nicht ändern.
change-never-page = Du kannst es hier selbst tun: { $url }

## Was stattdessen geht; ein Link steht immer am Ende

instead-carrier-page = Auf der Seite des Versanddienstes kannst du vielleicht noch selbst wählen: { $url }
instead-missed = Ist niemand da, wird meist noch einmal zugestellt oder an einer Abholstelle hinterlegt.
instead-collect = Du kannst das Paket dort abholen, solange es für dich aufbewahrt wird.
instead-refuse = Du kannst das Paket an der Tür ablehnen; dann kommt es zu uns zurück.
instead-return = { $there ->
    [yes] Du kannst das Paket an uns zurückschicken: { $url }
   *[no] Sobald du das Paket hast, kannst du es an uns zurückschicken: { $url }
}
instead-return-no-page = { $there ->
    [yes] Du kannst das Paket an uns zurückschicken.
   *[no] Sobald du das Paket hast, kannst du es an uns zurückschicken.
}
