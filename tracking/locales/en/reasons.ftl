### Why a parcel is where it is (`why-…`), what the shopper does about it (`todo-…`, only where nobody else can) and
### what happens if nobody does anything (`unless-…`, without a full stop, to follow the next step). Customs have a
### file of their own.

why-none = { $holder ->
    [shop] No reason was given.
   *[carrier] { $Carrier } gave no reason.
}

## Delivery

why-delivery-recipient-absent = Nobody was there to take it in.
why-delivery-business-closed = The place was closed when the driver came.
why-delivery-address-incomplete = The address is incomplete: a flat number or a door code may be missing.
why-delivery-address-wrong = { $Carrier } couldn’t find the address as it’s written on the parcel.
why-delivery-no-access = The driver couldn’t get to your door.
why-delivery-refused = { $Carrier } noted that the parcel was refused.
why-delivery-signature-needed = Someone has to sign for it in person.
why-delivery-payment-due = There’s an amount to pay when it’s handed over.
why-delivery-rescheduled = The delivery was moved to another day.

todo-delivery-address-incomplete = Please let { $carrier } know what’s missing; if that’s difficult, tell me and a colleague will take over.
todo-delivery-address-wrong = Please check the address in your order confirmation; if it needs correcting, tell me and a colleague will take over.
todo-delivery-no-access = Please let { $carrier } know how to get in (gate, door code, doorbell); if that’s difficult, tell me and a colleague will take over.
todo-delivery-signature-needed = Please make sure that someone can sign for it next time.
todo-delivery-payment-due = Please have the amount to pay ready; { $carrier } can tell you how much it is.

unless-delivery-recipient-absent = if nobody takes it in or collects it then, it’s usually sent back after { $least } to { $most } days{ $deadline }
unless-delivery-business-closed = if nobody takes it in or collects it then, it’s usually sent back after { $least } to { $most } days{ $deadline }
unless-delivery-address-incomplete = without the full address, it’s usually sent back after { $least } to { $most } days{ $deadline }
unless-delivery-address-wrong = without the right address, it’s usually sent back after { $least } to { $most } days{ $deadline }
unless-delivery-no-access = if they can’t get in and nobody collects it, it’s usually sent back after { $least } to { $most } days{ $deadline }
unless-delivery-refused = if it wasn’t you who refused it, just tell me
unless-delivery-signature-needed = if nobody signs for it or collects it, it’s usually sent back after { $least } to { $most } days{ $deadline }
unless-delivery-payment-due = if nobody pays, it’s usually sent back after { $least } to { $most } days{ $deadline }
unless-pickup = if nobody collects it, it’s usually sent back after { $least } to { $most } days{ $deadline } (sooner from a locker than from a shop)
unless-from = , so { $from } at the earliest

## On the way

why-transit-weather = Bad weather is holding things up.
why-transit-backlog = { $Carrier } has more parcels than usual to get through.
why-transit-misrouted = It was sent the wrong way and has to be put back on track.
why-transit-strike = A strike is holding things up.
why-transit-vehicle = One of the vehicles broke down or ran late.
why-transit-holiday = A public holiday is holding things up.
why-transit-security = It needs a security check before it can travel on.

## Loss, return and the rest

why-loss-damaged = { $Carrier } found that it was damaged.
why-loss-lost = { $Carrier } can’t find it.
why-return-refused = It was refused on delivery.
why-return-unclaimed = It wasn’t collected in time.
why-return-undeliverable = { $Carrier } couldn’t deliver it to the address.
why-other = { $worded ->
    [yes] { $Carrier } noted: “{ $words }”.
   *[no] { $Carrier } only said that something came up.
}
