### Wie es gelaufen ist: einmal gefragt, am Ende, und nie im Weg.

rating-ask = Noch eine letzte Frage, wenn du magst: Wie war meine Hilfe?
rating-ask-person = Wenn du magst: Wie war die Hilfe unseres Teams?
rating-thanks = Danke, das hilft uns.
rating-bad = Danke für die ehrliche Antwort. Soll ich jemanden aus dem Team bitten, sich das anzusehen?

## Knöpfe: höchstens 20 Zeichen

button-rating-good = Gut
button-rating-middling = Geht so
button-rating-bad = Nicht gut
