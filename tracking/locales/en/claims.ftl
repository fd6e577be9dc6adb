### Shown as delivered, and not there: what the carrier reports, where to look, how long to wait, the claim.

# What the carrier says; that it is so is just what the shopper doubts.
claim-reported = { $Carrier } reports that it delivered { $subject } { $in } { $at }{ $handed ->
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

## Where to look: what fits how it was handed over

claim-look-mailbox = Could you look in the mailbox again, and ask everyone at home and the neighbours? Boxes do get mixed up.
claim-look-front-door = Could you look around the front door and anything near it that hides a parcel, then ask the neighbours and everyone at home?
claim-look-safe-place = Could you look where a driver might hide it – shed, garage, porch, behind the bins – then ask the neighbours and everyone at home?
claim-look-reception = Could you ask at the reception desk or post room, and whoever collects the post for you?
claim-look-neighbour = Could you ask the neighbours on both sides and across the street, and look in your mailbox for a card from the driver?
claim-look-household = Could you ask everyone at home, and anyone who sometimes answers the door for you?
claim-look-locker = Could you look for the message with the collection code, open the locker, and ask whether someone at home has already collected it?
claim-look-pickup-point = Could you ask at the pickup point, and whether someone has collected it for you?
claim-look-signed = Do you know that name? If so, please ask there: someone at home, a reception desk, a neighbour.
claim-look-unknown = Could you look in the mailbox and anywhere a driver might hide it, then ask the neighbours and everyone at home?

## How long to wait, and what comes then

claim-then = If it’s nowhere, I’ll open a claim with our team.
claim-wait = Such a scan is sometimes early: if it isn’t with you { $by }, tell me here and I’ll open a claim.
claim-looking = Take your time. Tell me here what you find: if it’s nowhere, I’ll open a claim with our team.
claim-looking-wait = Take your time. If it isn’t with you { $by }, tell me here and I’ll open a claim with our team.
claim-waiting = All right. If it isn’t with you { $by }, tell me here and I’ll open the claim.
claim-not-yet = Thank you for looking everywhere. A delivery scan is sometimes early, so it’s worth waiting: if it isn’t with you { $by }, tell me here and I’ll open the claim. If you’d rather not wait, I can record it now.

## Which parcel

claim-which = Which of them is missing?
claim-which-meant = Which of them do you mean?

## The claim

claim-opened = I’ve opened a claim with { $team }: reference { $reference }. It holds what { $carrier } reports and what you’ve told me. { $hours }
claim-opened-early = I’ve recorded your claim without waiting: reference { $reference }. { $hours } If the parcel does turn up, just tell me.
claim-found = Good, I’m glad it’s there. If anything in it isn’t right, just tell me.

## Proof of delivery

proof-ask-carrier = Shall I ask them to?
proof-asked = I’ve asked { $team } to get the proof of delivery from the carrier: reference { $reference }. { $hours }

## Buttons: at most 20 characters

button-claim-all = I’ve checked it all
button-claim-later = I’ll check
button-claim-now = Claim it now
button-claim-wait = I’ll wait
button-claim-order = Order { $order }
