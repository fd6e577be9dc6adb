### Was neben „Wo ist es?“ gefragt wird: was der Assistent antwortet und was er anbietet.

## Wer es hat und wie es zugestellt wurde

carrier-same = Das Paket ist von Anfang an { part-at }, niemand sonst hat es übernommen.
proof-not-yet = Das Paket gilt noch nicht als zugestellt, also hat auch noch niemand dafür unterschrieben.
proof-none = Der Paketdienst hat uns weder eine Unterschrift noch ein Foto gegeben. Das Team kann dort nachfragen.

## Was das Team tut: angeboten, nie versprochen

offer-change-order = Den Inhalt einer Bestellung kann ich nicht selbst ändern, aber das Team kann sehen, ob es noch geht. Soll ich es weitergeben?
offer-ask-refund-status = Erstattungen sehe ich nicht, nur Pakete. Das Team kann dir sagen, wo deine bleibt. Soll ich es weitergeben?
offer-report-damaged = Es tut mir leid, dass es so angekommen ist. Heb bitte die Verpackung auf und mach, wenn es geht, ein Foto: Das Team klärt das mit dir. Soll ich es weitergeben?
offer-report-missing-item = Es tut mir leid, dass der Inhalt nicht stimmt. Heb bitte die Verpackung auf: Das Team prüft, was eingepackt wurde. Soll ich es weitergeben?
offer-delivery-instructions = Den Zusteller erreiche ich nicht selbst, aber das Team kann sehen, ob dein Hinweis noch rechtzeitig ankommt. Soll ich ihn weitergeben?
offer-reschedule = Eine Zustellung kann ich nicht selbst verschieben, aber das Team kann sehen, ob ein anderer Tag noch möglich ist. Soll ich es weitergeben?
offer-ask-invoice-or-payment = Um Rechnungen und Zahlungen kümmert sich unser Team. Soll ich es weitergeben?
offer-complaint = Das tut mir leid, ich verstehe deinen Ärger. Ich kann nachsehen, wo deine Bestellung ist, oder es gleich ans Team geben. Soll ich es weitergeben?

## Kurze Antworten

utter-feedback = Danke, dass du uns das sagst! Ich hebe es mit diesem Gespräch für das Team auf.
language-switched = Gern, machen wir auf Deutsch weiter. Was möchtest du zu deiner Bestellung wissen?
language-not-spoken = Ich spreche { $languages }. Was ist dir lieber?

## Wenn eine Adresse vertippt aussieht

order-email-slip = Ich finde keine Bestellung mit dieser Nummer und dieser E-Mail zusammen. Meinst du { $email }?

## Wenn eine Nachricht mehreres heißen kann

unclear-which = Ich bin nicht sicher, ob ich dich verstanden habe. Worum geht es?

## Knöpfe: höchstens 20 Zeichen

button-report-delay = Es ist verspätet
button-ask-customs = Zoll
button-ask-carrier-change = Wer hat es jetzt?
button-ask-other-parcel = Das andere Paket
button-report-missed-delivery = Zustellung verpasst
button-ask-proof-of-delivery = Wer hat quittiert?
button-change-address = Adresse ändern
button-cancel-order = Stornieren
button-change-order = Bestellung ändern
button-return-refund = Rückgabe, Erstattung
button-ask-refund-status = Meine Erstattung
button-report-damaged = Es ist beschädigt
button-report-missing-item = Etwas fehlt
button-delivery-instructions = Hinweis an Zusteller
button-reschedule = Anderer Tag
button-delivery-options = Versandarten
button-ask-invoice-or-payment = Rechnung, Zahlung
