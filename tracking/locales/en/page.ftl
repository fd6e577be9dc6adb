### The tracking page, the card and the one-line form.

title-order = Order { $order }
title-parcel = Order { $order } · parcel { $position } of { $count }
title-status = Parcel status

page-status = Status
page-who = Who has it
page-where = Where
page-since = Since
page-why = Why
page-act = Who has to act
page-words = In the carrier’s words
page-handed-over = Change of carrier
page-next = What’s next
page-unless = If nobody acts
page-cost = What it costs
page-when = Expected delivery
page-todo = What you need to do
page-silence = No news?
page-trusted = Last confirmed step
page-proof = Proof of delivery
page-contents = In this parcel
page-follow = The carrier’s own page
follow-at = { $carrier }: { $url }

who-shop = We have it
who-warehouse = Our warehouse has it
who-carrier = { $Carrier } has it
who-customs = Customs have it; { $carrier } is handling the formalities
who-pickup-point = A pickup point has it, brought there by { $carrier }
who-shopper = It was delivered by { $carrier }
who-shop-for-status = The shop has it
who-last-seen = Last known with { $carrier }

act-shopper = You
act-shop = We do
act-customs = Customs
act-carrier = { $Carrier }

handed-over = { $Giver } passed it on to { $carrier } { $at }.
proof-handed = { $handed ->
    [mailbox] put in the mailbox
    [front_door] left at the front door
    [reception] left at the reception desk
    [household] handed to someone at your address
    [neighbour] left with a neighbour
    [safe_place] left in a safe place
    [locker] put in a parcel locker
    [pickup_point] handed over at a pickup point
   *[other] {""}
}
proof-signed-by = signed by { $name }
proof-told = { $signed ->
    [yes] It was signed for by { $name }
   *[no] There’s proof of delivery
}{ $linked ->
    [yes] {" "}({ $links })
   *[no] {""}
}.
proof-photo = photo: { $url }
proof-signature = signature: { $url }
proof-position = place of handover: { $url }
delivered-missing = If you can’t find it, just tell me.
contents-item = { $quantity } × { $name }
line-expected = expected { $by }
line-lane = usually arrives { $when }
line-overdue = was expected { $by }
