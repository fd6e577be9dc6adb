### What the assistant says besides explaining a parcel. Message ids are Rasa's response names with dashes.

## Asking for what is missing

utter-ask-identify-form-order-number = What’s your order number? You’ll find it in the e-mail that confirmed your order.
utter-ask-identify-form-proof = Thanks. And the e-mail address or the postcode of the order, please? That way I only show it to you.
order-not-matched = I can’t find an order with that number and that e-mail or postcode together. Could you check both and send me the right ones?
order-ask-number-for-tracking = I can’t tell from that tracking number alone which parcel you mean. What’s your order number?
order-ask-number-no-tracking = I don’t know that tracking number. What’s your order number? You’ll find it in the e-mail that confirmed your order.
order-not-matched-also = I couldn’t match { $numbers } with that e-mail or postcode. Could you check it?
order-locked = To protect the order I can’t try any more details here. I’ve asked a colleague to take over: reference { $reference }. They’ll answer you in this chat.
order-status-only = For the details, send me your order number and the e-mail or postcode of the order.

## About an order

order-parcels = { $count ->
    [one] Order { $order } travels in one parcel:
   *[other] Order { $order } travels in { $count } parcels:
}
order-parcel-line = { $position }. { $line }
order-only-parcel = Order { $order } has just this one parcel.
order-late-offer = Shall I ask a colleague to look into it with the carrier?
order-case-opened = I’ve passed this on to our team. Your reference is { $reference }.
order-case-open = Our team already has this: reference { $reference }.
order-same-as-before = Nothing new since a moment ago.

## Handing over

offer-change-address = I can’t change a delivery address myself, but a colleague can see whether it’s still possible. Shall I pass it on?
offer-cancel-order = I can’t cancel an order myself, but a colleague can see whether it’s still possible. Shall I pass it on?
offer-return-refund = Returns and refunds are handled by our team. Shall I pass it on to a colleague?
offer-delivery-options = I only know about orders that are on their way. A colleague can tell you about delivery options and costs. Shall I pass it on?
affirm-nothing = Great. Is there an order I can look up for you?
deny-offer = All right, I’ll leave it there. If you need anything about a parcel, just ask.
deny-nothing = All right. If you need anything about a parcel, just ask.

## All around it

utter-greet = Hello! I’m { $shop }’s delivery assistant. Ask me where your order is: your order number and e-mail address are all I need.
utter-thanks = You’re welcome! I’m here if you need anything else about your parcel.
goodbye = Goodbye, and enjoy your parcel!
utter-bot-challenge = Yes, I’m { $shop }’s automatic assistant. I look up where parcels are, and I can fetch a person whenever you like.
utter-out-of-scope = That’s outside what I can do: I only look after parcels and deliveries.
utter-unclear = I’m not sure I understood. Would you like to know where an order is?

## When something is wrong

turn-failed = I can’t look that up right now. Your message is kept, and I’ll answer as soon as I can.
turn-given-up = Something went wrong on our side and I can’t answer that one. Please try again in other words, or ask for a person.
too-long = That was too long for me to read. Could you say it in a sentence or two?
unavailable = We can’t take messages right now. Please try again in a minute.

## Buttons: at most 20 characters, the shortest limit of the channels

button-track-order = Where is my order?
button-ask-eta = When will it arrive?
button-ask-why = Why?
button-human-agent = Talk to a person
button-affirm = Yes, please
button-deny = No, thanks
button-report-not-received = I didn’t get it
button-parcel = Parcel { $position }
