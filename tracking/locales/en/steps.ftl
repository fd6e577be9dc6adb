### What happens next (`next-…`, without a full stop), by when (`when-…`, to follow it), what to do.

next-only = { $next }.
next-and-when = { $next }; { $when }.

next-packing = Next, we pack it and hand it to the carrier
next-collection = Next, { $carrier } takes it in and scans it for the first time
next-departure = Next, it sets off towards you
next-arrival-abroad = Next, it arrives { $in }
next-customs-check = Next, customs look at it
next-customs-release = Next, customs decide whether to release it
next-local-depot = Next, it goes to the depot near you
next-round = Next, it goes out for delivery
next-doorstep = If you miss the driver, the tracking will say when they try again or where to collect it
next-new-attempt = Next, { $carrier } tries again or takes it to a pickup point
next-pickup = It’s kept there for a limited time, so it’s best to go soon
next-carrier-resumes = Next, { $carrier } gets it moving again
next-coming-back = Once it’s back with us, our team sorts out with you what happens next
next-shop-settles = Our team will sort out with you what happens next
next-no-parcel = No parcel is on its way
next-clear-update = The next scan should tell us more

## By when, and who says so

when-window = the delivery window is { $on } between { $start } and { $end }
when-carrier = { $carrier } expects to deliver it { $by }
when-carrier-again = they expect to deliver it { $by }
when-shop = we promised it { $by }
when-lane = on this way parcels usually arrive { $when }
when-and-promise = { $when }{ $late ->
    [yes] , later than the day we promised ({ $day })
   *[no] {" "}(we promised it for { $day })
}
when-overdue-carrier = { $carrier } expected to deliver it { $by }, and that has passed
when-overdue-shop = we promised it { $by }, and that has passed
when-unknown = nobody has given a delivery date yet

## Asked on its own: when?

eta-no-date = There’s no reliable date I can give you.

## What to do

todo-pickup = Please bring proof of identity and the collection message from { $carrier }.
todo-nothing = Nothing for now.
