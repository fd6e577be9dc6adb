### Answers to what makes shoppers write, and what is said when something is asked again. `by-day-…` are reasons
### without a full stop. A text `again-x` stands in for `x` where `x` was said a moment ago.

## “Will it be here by Friday?”

by-day-day = { $near ->
    [today] today
   *[other] by { $day }
}
by-day-answer = { $chance ->
    [yes] Yes: { $reason }.
    [likely] Probably yes: { $reason }.
    [unlikely] Probably not { by-day-day }: { $reason }.
    [no] No, not { by-day-day }: { $reason }.
   *[untold] I can’t say for sure: { $reason }.
}
by-day-delivered = it’s been delivered already
by-day-waiting = it’s waiting for you to collect it
by-day-round = it’s out for delivery today
by-day-round-window = it’s out for delivery, and { $when }
by-day-round-stale = it went out for delivery, and nothing has been reported since
by-day-customs = customs have it, and from here they usually take { $shortest } to { $longest } working days
by-day-customs-ask = customs are still waiting for what they asked for; once they have it, they usually take { $shortest } to { $longest } working days
by-day-attempted = after a missed delivery, a new attempt or the move to a pickup point usually takes { $shortest } to { $longest } working days
by-day-attempted-ask = something has to be settled with { $carrier } before the next attempt
by-day-trouble = the problem that was reported isn’t settled yet, and nobody has given a new date
by-day-silent = { $days ->
    [0] the next update is overdue
    [one] there’s been no news for a day, longer than usual
   *[other] there’s been no news for { $days } days
}
by-day-with-shop = we’re still getting it ready
by-day-not-collected = { $carrier } hasn’t collected it yet
by-day-depot = it’s at the depot near you, and from there it usually goes out within { $shortest } to { $longest } working days
by-day-not-out = it isn’t out for delivery yet
by-day-day-off = until then there’s normally no delivery
by-day-no-date = nobody has given a delivery date yet
by-day-coming-back = it’s been sent back to us
by-day-lost = the parcel is lost
by-day-damaged = it was damaged on the way
by-day-cancelled = it was cancelled

## “It was due on Monday”

due-right = You’re right: { $when }.
due-on-record = It’s taking longer than usual: { $when }.
due-not-yet = It isn’t overdue yet: { $when }.
due-unknown = Nobody has given a delivery date for it, so I can’t tell whether it’s late.
worry-from = If nothing new comes, our team can look into it { $from }.

## “I was at home!”

missed-none = No missed delivery has been reported.
missed-reported = { $known ->
    [yes] { $Carrier } reported { $at }: “{ $why }.”
   *[no] { $Carrier } reported a missed delivery { $at } and gave no reason.
} If you were at home, that isn’t right, and a colleague can take it up with { $carrier }.
missed-reason = { $Carrier } couldn’t hand it over { $at }. { $why }.
missed-today = { $linked ->
    [yes] Look for a card from the driver today; the new attempt or the pickup point also shows here: { $url }
   *[no] Look for a card from the driver today: it says when they try again or where to collect it.
}
missed-offer = Shall I ask a colleague to complain to { $carrier }?

## “Why does somebody else have it?”

carrier-change-usual = Carriers often pass parcels on for the last part of the way; you don’t have to do anything.
carrier-follow = With { $carrier } its number is { $number }: { $url }

## One thing about customs

customs-pay-safe = I can’t take a payment here, and I never send links to pay.
customs-amount = The exact amount is in the request from { $carrier }; I can’t see it.
customs-papers-documents-missing = Which papers they want is in the request from { $carrier }. Your order confirmation shows what’s in the parcel and what you paid; if they want an invoice, tell me and a colleague will help.
customs-papers-invoice-missing = They want the invoice, and we send it: there’s nothing for you to send.
customs-papers-id-required = They want proof of who you are: send it the way the request from { $carrier } says, and not in this chat.
customs-papers-valuation = Nothing for now: if they ask what you paid, send them your order confirmation.
customs-papers-duties-due = Nobody has asked for papers: it’s the payment that they’re waiting for.
customs-papers-none = Nobody has asked you for any papers so far.
customs-nothing-yet = Nobody has asked for anything so far.

## Several orders, several parcels

which-order = Which order do you mean?
which-order-line = { $position }. { $order }, placed { $on }: { $items }
pick-by-number = For more about one of them, type its number, for example “{ $example }”.
button-order = { $order }
order-line = Order { $order }: { $line }

## Asked again

once-more = Once more: { $text }
once-more-2 = As before: { $text }
order-news = There’s news since you last asked.
order-still-same = Still the same, no new scan.
order-looked-again = I’ve just looked again, and nothing has changed.

again-utter-ask-identify-form-order-number = Back to your order: what’s the order number? If you can’t find it, I can pass you to a person.
again-2-utter-ask-identify-form-order-number = Whenever you’re ready, send me the order number: it’s in the confirmation e-mail.
again-utter-ask-identify-form-proof = Back to your order: which e-mail address or postcode did you order with?
again-2-utter-ask-identify-form-proof = I still need the e-mail address or the postcode of the order before I can show it.
again-order-not-matched = Those two don’t go together either. The order number is in the confirmation e-mail, and that e-mail went to the address you ordered with.
again-utter-greet = I’m here! What would you like to know about your order?
again-2-utter-greet = Hello again! Tell me your order number, or ask for a person.
greet-back = Hello again! What would you like to know about your order?
again-greet-back = Yes, I’m here. Shall I look at your order again?
again-utter-thanks = Any time!
again-2-utter-thanks = My pleasure.
again-goodbye = Take care!
again-utter-bot-challenge = Still a bot: I read what carriers report about parcels. If you’d rather talk to a person, just say so.
again-utter-out-of-scope = I can’t help with that either. What I know is where parcels are and when they come.
again-2-utter-out-of-scope = That’s not something I know about. Ask me about an order, or I’ll fetch a person.
again-utter-unclear = I still don’t understand, sorry. A person can help, or ask me where an order is.
again-unclear-which = I still don’t understand, sorry. Is it one of these?
again-2-unclear-which = Let’s try it this way: tap what comes closest.
again-utter-feedback = Thanks again, that helps.
again-affirm-nothing = Then send me the order number, and I’ll look it up.
affirm-done = Good. If anything else comes up, just ask.
again-affirm-done = I’m here whenever you need me.
again-deny-nothing = That’s fine. I’m here if you need me.
language-on = Of course, let’s go on in English.
language-offer = Of course, let’s go on in English. Shall I pass it on to a colleague?
