### Ein Mensch übernimmt: Weitergabe, wer den Chat hat, was das Team liest. $team und $Team: wie der Shop seine Leute
### nennt, das zweite großgeschrieben. $hours: ob sie da sind und bis wann sie antworten.

## An das Team

hand-over = Ich habe alles weitergegeben, was ich weiß: Darum kümmert sich jetzt { $team }. Deine Referenz ist { $reference }. { $hours }
hand-over-again = { $Team } hat das { $since }, unter der Referenz { $reference }. { $hours }
hand-over-again-due = { $Team } hat das { $since }, unter der Referenz { $reference }, und du kannst { $by } mit einer Antwort rechnen.
hand-over-again-late = { $Team } hat das { $since }, unter der Referenz { $reference }. Du solltest längst eine Antwort haben, das tut mir leid: Man sieht dort, dass du noch wartest.
handover-failed = Dabei kann ich dir nicht helfen und will dich nicht im Kreis schicken. Ich habe unseren Chat weitergegeben, jetzt hilft dir { $team }: Deine Referenz ist { $reference }. { $hours }
handover-failed-again = Auch dabei kann ich nicht helfen, aber es liegt jetzt mit unter der Referenz { $reference }, und { $team } sieht es. Soll ich inzwischen eine Bestellung nachsehen?
handover-upset = Ich verstehe deinen Ärger, und es tut mir leid. Das habe ich als dringend weitergegeben, { $team } kümmert sich darum: Deine Referenz ist { $reference }. { $hours }
handover-gave-up = Bei uns ist etwas schiefgegangen, und darauf kann ich nicht antworten. Ich habe es weitergegeben, { $team } kümmert sich darum: Deine Referenz ist { $reference }. { $hours }

## Ein Mensch hat den Chat

handover-joined = { $name } von { $shop } ist jetzt im Chat und antwortet dir ab hier.
handover-back = { $name } hat den Chat verlassen, und ab jetzt bin wieder ich da, der automatische Assistent. Soll ich etwas für dich nachsehen?
handover-back-agreed = { $name } hat den Chat verlassen, und ab jetzt bin wieder ich da, der automatische Assistent. Das habt ihr vereinbart: „{ $agreed }“

## Was das Team über einen Fall liest, in der Sprache des Shops

case-line = { $what } · Bestellung { $order } · { $parcels }
case-line-order = { $what } · Bestellung { $order }, noch kein Paket
case-line-no-order = { $what } · Bestellung unbekannt
case-kind-person-wanted = Möchte mit einem Menschen sprechen
case-kind-identity-trouble = Konnte nicht zeigen, dass es die eigene Bestellung ist
case-kind-bot-failed = Der Assistent konnte nicht helfen
case-kind-not-received = Sagt, es sei nichts angekommen
case-kind-stuck = Zu lange ohne Nachricht
case-kind-lost = Verloren oder zu lange ohne Nachricht
case-kind-seized = Der Zoll lässt es nicht herein
case-kind-change-request = Möchte etwas ändern
case-kind-return-request = Rückgabe oder Erstattung
case-kind-goods-claim = Beschädigte, falsche oder fehlende Ware
case-urgency-seized = der Zoll hält es fest
case-urgency-deadline = es kann ab dem { $date } zurückgehen
case-urgency-upset = die Kundin oder der Kunde ist verärgert
case-urgency-lost = es gilt als verloren
case-urgency-in-time = geht nur, bis das Paket weiter ist
case-urgency-waiting-long = da wartet jemand schon zu lange
case-urgency-can-wait = es eilt nicht
case-urgency-set-by-person = vom Team festgelegt
