### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

offer-ask-refund-status = Erstattungen sehe ich nicht, nur Pakete. Das Team kann Ihnen sagen, wo Ihre bleibt. Soll ich es weitergeben?
offer-report-damaged = Es tut mir leid, dass es so angekommen ist. Heben Sie bitte die Verpackung auf und machen Sie, wenn es geht, ein Foto: Das Team klärt das mit Ihnen. Soll ich es weitergeben?
offer-report-missing-item = Es tut mir leid, dass der Inhalt nicht stimmt. Heben Sie bitte die Verpackung auf: Das Team prüft, was eingepackt wurde. Soll ich es weitergeben?
offer-delivery-instructions = Den Zusteller erreiche ich nicht selbst, aber das Team kann sehen, ob Ihr Hinweis noch rechtzeitig ankommt. Soll ich ihn weitergeben?
offer-complaint = Das tut mir leid, ich verstehe Ihren Ärger. Ich kann nachsehen, wo Ihre Bestellung ist, oder es gleich ans Team geben. Soll ich es weitergeben?
utter-feedback = Danke, dass Sie uns das sagen! Ich hebe es mit diesem Gespräch für das Team auf.
language-switched = Gern, machen wir auf Deutsch weiter. Was möchten Sie zu Ihrer Bestellung wissen?
language-not-spoken = Ich spreche { $languages }. Was ist Ihnen lieber?
order-email-slip = Ich finde keine Bestellung mit dieser Nummer und dieser E-Mail zusammen. Meinen Sie { $email }?
unclear-which = Ich bin nicht sicher, ob ich Sie verstanden habe. Worum geht es?
