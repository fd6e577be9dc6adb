### A person takes over: handing over, who has the chat, what the team reads. $team and $Team are the shop's own
### name for its people, the second with a capital. $hours says whether they are there, and by when they answer.

## To the team

hand-over = I’ve passed this on to { $team } with everything I know. Your reference is { $reference }. { $hours }
# The shopper asked before: $since is when, $by by when an answer was promised.
hand-over-again = { $Team } has had this { $since }, under reference { $reference }. { $hours }
hand-over-again-due = { $Team } has had this { $since }, under reference { $reference }, and you can expect an answer { $by }.
hand-over-again-late = { $Team } has had this { $since }, under reference { $reference }. You should have had an answer by now, I’m sorry: they can see that you’re still waiting.
handover-failed = I can’t help you with this, and I don’t want to go round in circles. I’ve passed our chat on to { $team }: your reference is { $reference }. { $hours }
handover-failed-again = I can’t help with that one either, but it’s with { $team } too now, under reference { $reference }. Could I look up an order for you in the meantime?
handover-upset = I’m sorry about all this trouble. I’ve passed it on to { $team } as a priority: your reference is { $reference }. { $hours }
handover-gave-up = Something went wrong on our side and I can’t answer that one. I’ve passed it on to { $team }: your reference is { $reference }. { $hours }

## A person has the chat

handover-joined = { $name } from { $shop } has joined this chat and answers you from here on.
handover-back = { $name } has left the chat, and I’m your automatic assistant again. Is there anything I can look up for you?
handover-back-agreed = { $name } has left the chat, and I’m your automatic assistant again. This is what you agreed: “{ $agreed }”

## What the team reads of a case, in the shop's own language

case-line = { $what } · order { $order } · { $parcels }
case-line-order = { $what } · order { $order }, no parcel yet
case-line-no-order = { $what } · no order known
case-kind-person-wanted = Wants a person
case-kind-identity-trouble = Could not prove whose order it is
case-kind-bot-failed = The assistant could not help
case-kind-not-received = Says it never arrived
case-kind-stuck = No news for too long
case-kind-lost = Lost, or silent for too long
case-kind-seized = Customs will not let it in
case-kind-change-request = Wants something changed
case-kind-return-request = Return or refund
case-kind-goods-claim = Damaged, wrong or missing goods
case-urgency-seized = customs are keeping it
case-urgency-deadline = it may be sent back from { $date } on
case-urgency-upset = the shopper is upset
case-urgency-lost = it counts as lost
case-urgency-in-time = only possible until the parcel has moved on
case-urgency-waiting-long = the shopper has waited too long
case-urgency-can-wait = nothing is lost by waiting
case-urgency-set-by-person = set by the team
