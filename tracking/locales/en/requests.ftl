### Requests and questions beside “where is it?”: what the assistant answers, and what it offers.

## About who carries it and how it was delivered

carrier-same = { $Carrier } has had it all the way; nobody else has taken it over.
proof-not-yet = It isn’t marked as delivered, so nobody has signed for it yet.
proof-none = The carrier has given us no signature and no photo. A colleague can ask them for it.

## What a colleague does: offered, never promised

offer-change-order = I can’t change what’s in an order myself, but a colleague can see whether it’s still possible. Shall I pass it on?
offer-ask-refund-status = I can’t see refunds, only parcels. A colleague can tell you where yours is. Shall I pass it on?
offer-report-damaged = I’m sorry it arrived like that. Please keep the packaging and, if you can, take a photo: a colleague will sort it out with you. Shall I pass it on?
offer-report-missing-item = I’m sorry something isn’t right in there. Please keep the packaging: a colleague will check what was packed. Shall I pass it on?
offer-delivery-instructions = I can’t talk to the driver myself, but a colleague can see whether your instructions still get there in time. Shall I pass them on?
offer-reschedule = I can’t move a delivery myself, but a colleague can see whether another day is still possible. Shall I pass it on?
offer-ask-invoice-or-payment = Invoices and payments are handled by our team. Shall I pass it on to a colleague?
offer-complaint = I’m sorry, I understand that you’re upset. I can look up where your order is, or pass this on to a colleague right away. Shall I pass it on?

## Short answers

utter-feedback = Thank you for telling us! I’ll keep it with this conversation for the team.
language-switched = Of course, let’s go on in English. How can I help with your order?
language-not-spoken = I can speak { $languages }. Which one do you prefer?

## When an address may be mistyped

order-email-slip = I can’t find an order with that number and that e-mail together. Did you mean { $email }?

## When a message could mean several things

unclear-which = I’m not sure I understood. What is it about?

## Buttons: at most 20 characters

button-report-delay = It’s late
button-ask-customs = Customs
button-ask-carrier-change = Who has it now?
button-ask-other-parcel = The other parcel
button-report-missed-delivery = Missed delivery
button-ask-proof-of-delivery = Who signed?
button-change-address = Change the address
button-cancel-order = Cancel the order
button-change-order = Change the order
button-return-refund = Return or refund
button-ask-refund-status = Where’s my refund?
button-report-damaged = It’s damaged
button-report-missing-item = Something’s missing
button-delivery-instructions = Note for the driver
button-reschedule = Another day
button-delivery-options = Delivery options
button-ask-invoice-or-payment = Invoice or payment
