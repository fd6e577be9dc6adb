### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

request-back = Zurück zu Ihrer Bitte.
request-yes-or-no = Ich bin nicht sicher, was Sie meinen: Bei einem Ja gebe ich es weiter, bei einem Nein lasse ich es.
button-request-pass-on = Ja, weitergeben
change-ask-reschedule = Das geht bei Bestellung { $order } vielleicht noch. Welcher Tag passt Ihnen?
change-ask-pickup-point = Das geht bei Bestellung { $order } vielleicht noch. Welche Abholstelle möchten Sie? Name und Ort genügen.
change-again-reschedule = Welchen Tag möchten Sie für Bestellung { $order }?
change-day-past = Der Tag ist schon vorbei. Welcher Tag passt Ihnen?
change-day-unclear = Welcher Tag passt Ihnen? Ein Wochentag oder ein Datum genügt.
change-page = Oder machen Sie es gleich selbst: { $url }
change-recorded-again = Ich habe es zu Ihrer offenen Anfrage gelegt: Referenz { $reference }. Unser Team prüft, ob es noch geht, und meldet sich hier. Bis dahin bleibt alles, wie es ist.
change-never-page = Sie können es hier selbst tun: { $url }
instead-carrier-page = Auf der Seite des Versanddienstes können Sie vielleicht noch selbst wählen: { $url }
instead-collect = Sie können das Paket dort abholen, solange es für Sie aufbewahrt wird.
instead-refuse = Sie können das Paket an der Tür ablehnen; dann kommt es zu uns zurück.
instead-return = { $there ->
    [yes] Sie können das Paket an uns zurückschicken: { $url }
   *[no] Sobald Sie das Paket haben, können Sie es an uns zurückschicken: { $url }
}
instead-return-no-page = { $there ->
    [yes] Sie können das Paket an uns zurückschicken.
   *[no] Sobald Sie das Paket haben, können Sie es an uns zurückschicken.
}
