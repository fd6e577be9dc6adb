### How the shopper thought it went: asked once at the end, never in the way.

rating-ask = One last thing, if you like: how did I do?
rating-ask-person = If you like: how did our team do?
rating-thanks = Thank you, that helps us.
rating-bad = Thank you for being frank. Shall I ask a colleague to look into it?

## Buttons: at most 20 characters

button-rating-good = Good
button-rating-middling = So-so
button-rating-bad = Not good
