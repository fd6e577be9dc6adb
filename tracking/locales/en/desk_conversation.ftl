### The desk: a conversation, its case and its parcel. The team reads this, never a shopper.


## What stands where

desk-talk-conversation = Conversation
desk-talk-parts = On this page
desk-talk-back = Queue
desk-talk-parcels = Parcels
desk-talk-case = Case
desk-talk-shopper = Shopper

## What was said

desk-talk-author-shopper = Shopper
desk-talk-author-bot = Assistant
desk-talk-author-person = Team
desk-talk-author-system = Notice
desk-talk-tapped = tapped
desk-talk-marked = marked as wrong
desk-talk-with-card = With the parcel card
desk-talk-not-answered = Not answered yet
desk-talk-nothing-said = Nothing has been said yet.
desk-talk-nobody-asked = No shopper has asked about this: the parcel’s silence opened the case.
desk-talk-more-before = Only the last { $count } lines are shown.
desk-talk-details = Details
desk-talk-understood = Understood as { $intent }
desk-talk-confidence = { $percent } % sure
desk-talk-evidence = Underlined sentences rest on parcel events: point at one to see which.
desk-talk-no-evidence = No sentence of this reply can be traced to a parcel event.
desk-talk-rests-on = { $count ->
    [one] Rests on one event
   *[other] Rests on { $count } events
}
desk-talk-mark = The assistant was wrong
desk-talk-mark-undo = It was right after all
desk-talk-mark-intent = What was wanted
desk-talk-mark-unknown = not sure, or understood rightly
desk-talk-mark-comment = What was wrong

## How far a reply got

desk-talk-delivery-read = Read
desk-talk-delivery-delivered = Delivered
desk-talk-delivery-sent = Sent
desk-talk-delivery-held = Waits until the chat is open
desk-talk-delivery-waiting = Being sent
desk-talk-delivery-unconfirmed = Nobody can tell whether it arrived; it is not sent again.
desk-talk-delivery-failed = Not delivered.
desk-talk-problem-refused = The platform refused it.
desk-talk-problem-window-closed = More than 24 hours had passed since the shopper’s last message.
desk-talk-problem-undeliverable = The shopper can’t be reached there any more.
desk-talk-problem-unsupported = The shopper’s app can’t show it.
desk-talk-problem-account = The shop’s account with the platform is not in order.
desk-talk-problem-gave-up = The platform didn’t answer, however often it was tried.

## Who answers

desk-talk-held-by-bot = The assistant answers here.
desk-talk-held-by-you = You answer here.
desk-talk-held-by = { $name } answers here.
desk-talk-held-since = Since { $at }.
desk-talk-writing = { $name } is replying …
desk-talk-window-open = WhatsApp takes free text until { $until } ({ $left } left).
desk-talk-window-closed = WhatsApp has taken no free text here since { $at }. Once the shopper writes again, you can answer.
desk-talk-closed-now = Outside opening hours. Shoppers are told: “{ $hours }”
desk-talk-agreed = Agreed before, by { $by }: { $text }
desk-talk-canned = Prepared reply
desk-talk-canned-choose = choose …
desk-talk-reply-label = Reply to { $name }
desk-talk-reply-label-unknown = Reply to the shopper
desk-talk-send = Send
desk-talk-hand-back = Hand back to the assistant
desk-talk-hand-back-agreed = What was agreed, in the shopper’s language
desk-talk-hand-back-hint = The shopper is shown this, and it goes into every later case. May be left empty.
desk-talk-draft-kept = Not sent, kept for you
desk-talk-take-over = Take over
desk-talk-take-over-hint = The shopper is told that { $name } answers now; the assistant is silent.
desk-talk-take-from = Take over from { $name }
desk-talk-take-from-hint = { $name } is on it. Better ask first.

## The parcel beside it

desk-talk-order = Order { $order }
desk-talk-placed = placed { $at }
desk-talk-promised = promised by { $at }
desk-talk-follow = Carrier’s own page
desk-talk-timeline = Everything reported
desk-talk-repeated = reported again, or not counted
desk-talk-known-since = known since { $at }
desk-talk-promises = The carrier’s dates
desk-talk-no-events = Nothing has been reported yet.
desk-talk-no-parcel = No parcel yet.
desk-talk-no-order = No order is proven here, so none is shown.

## The case

desk-talk-reason = Opened because
desk-talk-reason-asked-for = a person was asked for
desk-talk-reason-failed-twice = the assistant failed twice
desk-talk-reason-gave-up = the assistant had no answer
desk-talk-reason-upset = the shopper is upset
desk-talk-reason-threshold = the parcel needs a person
desk-talk-reason-disclosure-failed = the proof failed too often
desk-talk-reason-claim = something is claimed
desk-talk-reason-change = a change was asked for
desk-talk-reason-return = a return was asked for
desk-talk-waiting = Waiting for
desk-talk-due = Answer by
desk-talk-overdue = late by { $by }
desk-talk-snoozed-until = Snoozed until
desk-talk-outcome = Outcome
desk-talk-outcome-answered = Answered
desk-talk-outcome-done = Done as asked
desk-talk-outcome-not-possible = Not possible
desk-talk-outcome-no-answer = Shopper didn’t come back
desk-talk-outcome-duplicate = Duplicate
desk-talk-outcome-moved = The parcel moved again
desk-talk-assignee = With
desk-talk-opened = Opened
desk-talk-confirmed = Confirmed by the shopper
desk-talk-unconfirmed = Begun, not confirmed
desk-talk-assign-me = Assign to me
desk-talk-assign = Assign
desk-talk-solve = Solve
desk-talk-solve-hand-back = and hand the conversation back to the assistant
desk-talk-reopen = Reopen
desk-talk-snooze = Snooze
desk-talk-wake = Bring back now
desk-talk-snooze-until = Until
desk-talk-snooze-at = or at a time of your own
desk-talk-snooze-hours = { $count ->
    [one] in an hour
   *[other] in { $count } hours
}
desk-talk-snooze-days = { $count ->
    [one] in a day
   *[other] in { $count } days
}
desk-talk-snooze-opening = when the team is back: { $at }
desk-talk-labels = Labels
desk-talk-label-new = New label
desk-talk-label-add = Add
desk-talk-label-remove = Remove the label { $label }
desk-talk-notes = Private notes
desk-talk-notes-private = Only the team reads these.
desk-talk-note-new = New note
desk-talk-note-save = Save note
desk-talk-trail = What happened to the case
desk-talk-by-bot = The assistant
desk-talk-by-store = The clock
desk-talk-did-opened = opened it
desk-talk-did-joined = was asked for the same again
desk-talk-did-assigned = gave it to { $to }
desk-talk-did-unassigned = gave it back to all
desk-talk-did-state = set it to “{ $to }”
desk-talk-did-urgency = set the urgency to “{ $to }”
desk-talk-did-labelled = added the label “{ $label }”
desk-talk-did-unlabelled = removed the label “{ $label }”
desk-talk-did-note = wrote a note
desk-talk-did-answered = answered the shopper
desk-talk-did-moved = saw the parcel move again

## The shopper

desk-talk-name = Name
desk-talk-reached-by = Reached by
desk-talk-not-reached = nothing yet
desk-talk-language = Language
desk-talk-email = E-mail
desk-talk-phone = Phone
desk-talk-not-proven = Nothing is proven yet: say nothing about an order before it is.
desk-talk-whole-conversation = The conversation by itself
desk-talk-other-cases = Other cases of this conversation
desk-talk-other-orders = Other orders with the same e-mail address
desk-talk-other-talks = Other conversations about these orders

## What could not be done

desk-talk-stale = { $name } changed this case at { $at }: { $what }. Your change was not made; look at it as it is now.
desk-talk-stale-unknown = This case was changed meanwhile. Your change was not made; look at it as it is now.
desk-talk-held-by-other = { $name } has had this conversation since { $at }, so nothing was sent.
desk-talk-not-held = The assistant has this conversation: take it over first.
desk-talk-too-late = WhatsApp takes no free text more than 24 hours after the shopper’s last message, so nothing was sent.
desk-talk-already-open = { $reference } is open for the same: work on that one.
desk-talk-wrong = That can’t be done so: something is missing, too long, or in the past. Nothing was changed.

## Keys

desk-talk-key-reply = reply
desk-talk-key-note = private note
desk-talk-key-solve = solve
desk-talk-key-take = take over

## Training review

desk-training-title = Training review
desk-training-none = Nothing has been marked. In a conversation, open the details of a reply to mark it.
desk-training-intro = Replies that the team called wrong, the newest first.
desk-training-said = Shopper said
desk-training-answered = Assistant answered
desk-training-understood = Understood as
desk-training-wanted = Wanted
desk-training-comment = Comment
desk-training-by = Marked by
desk-training-export = Download as training data
desk-training-export-hint = Only messages with an intent; order numbers, addresses and other personal data are masked. Read them once more before you add them.
