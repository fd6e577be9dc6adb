### Changes: what a shopper wants to be different about an order. What is still possible is passed on to a colleague;
### nothing is ever said to be done.

## The form, whatever the request

# Before a question that was asked a moment ago and not answered.
request-back = Let’s go back to your request.
request-dropped = All right, I haven’t passed anything on.
request-yes-or-no = I’m not sure what you mean: with a yes I pass it on, with a no I leave it.
button-request-pass-on = Yes, pass it on
button-request-edit = Change it
button-request-drop = Never mind
button-request-all-parcels = All of them

## What is asked

change-which-order = One at a time, so that nothing gets mixed up. Which order is it: { $numbers }?
change-which-parcel = Which parcel of order { $order } is it about?
change-only-parcel = Order { $order } travels in several parcels. Parcel { $parcel } is the only one that this may still work for.
change-ask-address = That may still be possible for order { $order }. What’s the full new address: street and number, postcode and town?
change-ask-delivery-instructions = That may still reach the driver in time. What should they know about order { $order }?
change-ask-reschedule = That may still be possible for order { $order }. Which day would suit you?
change-ask-pickup-point = That may still be possible for order { $order }. Which pickup point would you like? Its name and town are enough.
change-ask-contents = That may still be possible for order { $order }. What should be different?
# Asked once more, after something else.
change-again-address = What’s the new address: street and number, postcode and town?
change-again-delivery-instructions = What should the driver know about order { $order }?
change-again-reschedule = Which day would you like for order { $order }?
change-again-pickup-point = Which pickup point should order { $order } go to?
change-again-contents = What should be different about order { $order }?
change-address-incomplete = For that I need the full address: street and number, postcode and town.
change-day-past = That day has passed. Which day would suit you?
change-day-unclear = Which day would suit you? A weekday or a date is enough.

## What a yes confirms

# The order, or some of its parcels; begins a line.
change-what = { $count ->
    [none] Order { $order }
    [one] Order { $order }, parcel { $parcel }
   *[several] Order { $order }, parcels { $parcel }
}
# The shopper's own words.
change-quoted = “{ $value }”
change-confirm = Shall I pass it on? A colleague then checks whether it’s still possible.
change-confirm-address = { $what }, new address: { $value }. { change-confirm }
change-confirm-delivery-instructions = { $what }, note for the driver: { $value }. { change-confirm }
change-confirm-reschedule = { $what }, new delivery day: { $value }. { change-confirm }
change-confirm-pickup-point = { $what }, pickup point: { $value }. { change-confirm }
change-confirm-contents = { $what }, to be changed: { $value }. { change-confirm }
change-confirm-cancel = { $what }: to be cancelled. { change-confirm }
change-confirm-cancel-why = { $what }: to be cancelled. Reason: { $value }. { change-confirm }
change-page = Or do it yourself right away: { $url }
change-recorded = I’ve passed it on: reference { $reference }. A colleague checks whether it’s still possible and tells you here. Until then everything stays as it is.
change-recorded-again = I’ve added it to what our team already has: reference { $reference }. A colleague checks whether it’s still possible and tells you here. Until then everything stays as it is.

## Too late: after a sentence that says where the parcel is

change-late-address = So we can’t change the address any more.
change-late-delivery-instructions = So a note from us won’t reach the driver any more.
change-late-reschedule = So we can’t move the delivery any more.
change-late-pickup-point = So we can’t redirect it to a pickup point any more.
change-late-cancel = So we can’t stop it any more.
change-late-contents = So we can’t change what’s in it any more.
change-over = So there’s nothing left to change about the delivery.
change-person = A colleague can see whether anything can still be done. Shall I pass it on?

## The shop does not do it at any time

change-never-address = We can’t change the address once an order is placed.
change-never-delivery-instructions = We can’t pass notes on to the driver.
change-never-reschedule = We can’t choose the delivery day.
change-never-pickup-point = We can’t send orders to a pickup point.
change-never-cancel = We can’t cancel an order once it’s placed.
change-never-contents = We can’t change what’s in an order once it’s placed.
change-never-page = You can do it yourself here: { $url }

## What the shopper can do instead; a link always ends the text

instead-carrier-page = The carrier’s own page may still let you choose: { $url }
instead-missed = If nobody’s there, drivers usually try again or leave it at a pickup point.
instead-collect = You can collect it there for as long as it’s kept for you.
instead-refuse = You can refuse it at the door, and it travels back to us.
instead-return = { $there ->
    [yes] You can send it back to us: { $url }
   *[no] Once you have it, you can send it back to us: { $url }
}
instead-return-no-page = { $there ->
    [yes] You can send it back to us.
   *[no] Once you have it, you can send it back to us.
}
