### Where a parcel stands. `state-…` opens a full answer; `status-…` is all that a tracking number alone may
### show; `label-…` is a title. A label that was printed is never told as progress: nothing has happened yet.
### $placed says what is known of the place ($in, $place): city, country or no.

## Parts of what follows

driver = { $brand ->
    [yes] the { $carrier } driver
   *[no] the driver
}
pickup-point = { $brand ->
    [yes] the { $carrier } pickup point
   *[no] the pickup point
}
there = { $placed ->
    [no] {""}
   *[other] {" "}{ $in }
}
aside = { $placed ->
    [no] {""}
   *[other] , { $in },
}
with-carrier = { $brand ->
    [yes] with { $carrier }
   *[no] with them
}
carrier-is = { $brand ->
    [yes] the carrier is { $carrier }
   *[no] the carrier is not known yet
}

## Everything

state-order-confirmed = { $Subject } is confirmed, and we’ve been getting it ready { $in } { $since }.
state-packed = { $Subject } is packed and has been ready { $in } { $since }; { $carrier } hasn’t collected it yet.
state-label-created = { $Subject } hasn’t left us yet: its label has been ready { $since }, but { $carrier } hasn’t received the parcel.
state-carrier-received = { $Carrier } has had { $subject } { $in } { $since }.
state-departed-origin = { $placed ->
    [city] { $Subject } left { $place } { $at } and is on its way with { $carrier }.
    [country] { $Subject } set off { $in } { $at } and is on its way with { $carrier }.
   *[no] { $Subject } set off { $at } and is on its way with { $carrier }.
}
state-in-transit = { $placed ->
    [no] { $Subject } is on its way with { $carrier }: the last scan was { $at }.
   *[other] { $Subject } is on its way with { $carrier }: it was last scanned { $in } { $seen }.
}
state-arrived-destination = { $placed ->
    [no] { $Subject } arrived in the destination country { $at }, and { $carrier } has it.
   *[other] { $Subject } arrived { $in } { $at }, and { $carrier } has it.
}
state-customs-started = { $Subject } has been with customs { $in } { $since }; { $carrier } is handling the formalities.
state-customs-held = Customs have been holding { $subject } { $in } { $since }; { $carrier } is handling the formalities.
state-customs-cleared = Customs released { $subject } { $in } { $at }, and { $carrier } has it again.
state-handed-over = { $Giver } handed { $subject } over { $in } { $at }, and { $carrier } has it now.
state-at-local-depot = { $placed ->
    [no] { $Carrier } has had { $subject } at the depot near you { $since }.
   *[other] { $Carrier } has had { $subject } at the local depot { $in } { $since }.
}
state-out-for-delivery = { $fresh ->
    [yes] { $Subject } is out for delivery { $in }: { driver } has had it { $since }.
   *[no] { $Subject } went out for delivery { $in } { $at } with { $carrier }, and nothing has been reported since.
}
state-delivery-attempted = { $Carrier } tried to deliver { $subject } { $in } { $at } but couldn’t hand it over, and still has it.
state-ready-for-pickup = { $Subject } has been waiting for you at { pickup-point } { $in } { $since }.
state-delivered = { $Carrier } delivered { $subject } { $in } { $at }{ $handed ->
    [mailbox] , into the mailbox
    [front_door] , at the front door
    [reception] , to the reception desk
    [household] , to someone at your address
    [neighbour] , to a neighbour
    [safe_place] , in a safe place
    [locker] , into a parcel locker
    [pickup_point] , at a pickup point
   *[none] {""}
}.
state-delayed = { $holder ->
    [shop] A delay was reported { $at }: { $subject } is still with us{ there }.
    [customs] { $Carrier } reported a delay { $at }: { $subject } is with customs{ there }.
   *[carrier] { $Carrier } reported a delay { $at }: { $subject } is still { with-carrier }{ there }.
}
state-exception = { $holder ->
    [shop] A problem was reported { $at }: { $subject } is still with us{ there }.
    [customs] { $Carrier } reported a problem { $at }: { $subject } is with customs{ there }.
   *[carrier] { $Carrier } reported a problem { $at }: { $subject } is still { with-carrier }{ there }.
}
state-return-started = { $moved ->
    *[no] { $Subject } has been on its way back to us with { $carrier } { $since }.
   [yes] { $Subject } has been on its way back to us with { $carrier } { $since }; it was last scanned { $in } { $seen }.
}
state-returned = { $Carrier } brought { $subject } back to us { $in } { $at }.
state-lost = { $moved ->
    *[no] We’re sorry: { $carrier } reported { $at } that { $subject } is lost.
   [yes] We’re sorry: { $carrier } reported { $at } that { $subject } is lost; it was last scanned { $in } { $seen }.
}
state-damaged = We’re sorry: { $carrier } reported { $at }{ aside } that { $subject } was damaged.
state-cancelled = { $Subject } was cancelled { $at }.
state-unknown = { $Carrier } sent an update about { $subject } { $at }, but it doesn’t say clearly where it is.

## A tracking number alone

status-order-confirmed = The order is confirmed and the shop is getting this parcel ready.
status-packed = This parcel is packed and ready; { $carrier } hasn’t collected it yet.
status-label-created = This parcel hasn’t left the shop yet: there is a label, but { $carrier } hasn’t received the parcel.
status-carrier-received = { $Carrier } has this parcel { $in }.
status-departed-origin = { $Carrier } has this parcel, and it’s on its way.
status-in-transit = { $placed ->
    [no] This parcel is on its way with { $carrier }.
   *[other] This parcel is on its way with { $carrier }, last scanned { $in }.
}
status-arrived-destination = { $placed ->
    [no] This parcel has arrived in its destination country, with { $carrier }.
   *[other] This parcel has arrived { $in }, with { $carrier }.
}
status-customs-started = This parcel is with customs { $in }; { $carrier } is handling the formalities.
status-customs-held = Customs are holding this parcel { $in }; { $carrier } is handling the formalities.
status-customs-cleared = Customs { $in } have released this parcel, and { $carrier } has it again.
status-handed-over = This parcel changed carriers { $in }: { $brand ->
    [yes] { $carrier }
   *[no] { carrier-next }
} has it now.
status-at-local-depot = { $Carrier } has this parcel at a local depot { $in }.
status-out-for-delivery = This parcel is out for delivery { $in } with { $carrier }.
status-delivery-attempted = { $Carrier } tried to deliver this parcel { $in } but couldn’t hand it over.
status-ready-for-pickup = This parcel is waiting at a pickup point { $in }, brought there by { $carrier }.
status-delivered = { $Carrier } delivered this parcel { $in }.
status-delayed = This parcel is delayed { $in }; { carrier-is }.
status-exception = There’s a problem with this parcel { $in }; { carrier-is }.
status-return-started = This parcel is on its way back to the shop with { $carrier }.
status-returned = { $Carrier } brought this parcel back to the shop { $in }.
status-lost = { $Carrier } reported that this parcel is lost.
status-damaged = { $Carrier } reported that this parcel was damaged.
status-cancelled = The order for this parcel was cancelled.
status-unknown = { $Carrier } sent an update that doesn’t say clearly where this parcel is.

## Titles

label-order-confirmed = Order confirmed
label-packed = Packed
label-label-created = Not with the carrier yet
label-carrier-received = With the carrier
label-departed-origin = Set off
label-in-transit = On its way
label-arrived-destination = Arrived in your country
label-customs-started = With customs
label-customs-held = Held by customs
label-customs-cleared = Released by customs
label-handed-over = Passed to another carrier
label-at-local-depot = At the local depot
label-out-for-delivery = Out for delivery
label-delivery-attempted = Delivery attempted
label-ready-for-pickup = Ready to collect
label-delivered = Delivered
label-delayed = Delayed
label-exception = Problem reported
label-return-started = Coming back to us
label-returned = Back with us
label-lost = Lost
label-damaged = Damaged
label-cancelled = Cancelled
label-unknown = Unclear update
