### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

hand-over = Ich habe alles weitergegeben, was ich weiß: Darum kümmert sich jetzt { $team }. Ihre Referenz ist { $reference }. { $hours }
hand-over-again-due = { $Team } hat das { $since }, unter der Referenz { $reference }, und Sie können { $by } mit einer Antwort rechnen.
hand-over-again-late = { $Team } hat das { $since }, unter der Referenz { $reference }. Sie sollten längst eine Antwort haben, das tut mir leid: Man sieht dort, dass Sie noch warten.
handover-failed = Dabei kann ich Ihnen nicht helfen und will Sie nicht im Kreis schicken. Ich habe unseren Chat weitergegeben, jetzt hilft Ihnen { $team }: Ihre Referenz ist { $reference }. { $hours }
handover-upset = Ich verstehe Ihren Ärger, und es tut mir leid. Das habe ich als dringend weitergegeben, { $team } kümmert sich darum: Ihre Referenz ist { $reference }. { $hours }
handover-gave-up = Bei uns ist etwas schiefgegangen, und darauf kann ich nicht antworten. Ich habe es weitergegeben, { $team } kümmert sich darum: Ihre Referenz ist { $reference }. { $hours }
handover-joined = { $name } von { $shop } ist jetzt im Chat und antwortet Ihnen ab hier.
handover-back = { $name } hat den Chat verlassen, und ab jetzt bin wieder ich da, der automatische Assistent. Soll ich etwas für Sie nachsehen?
handover-back-agreed = { $name } hat den Chat verlassen, und ab jetzt bin wieder ich da, der automatische Assistent. Das haben Sie vereinbart: „{ $agreed }“
