### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

rating-ask = Noch eine letzte Frage, wenn Sie mögen: Wie war meine Hilfe?
rating-ask-person = Wenn Sie mögen: Wie war die Hilfe unseres Teams?
