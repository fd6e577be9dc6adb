### Returns, refunds, invoices, delivery: the shop's own answer and page; what the parcel's state means for it;
### what arrived damaged, incomplete or wrong.

## The shop's pages. $url stands alone at the end, so that it can be tapped.

shop-page-returns = You can start a return here: { $url }
shop-page-returns-days = You can send things back within { $days } days of delivery. Start here: { $url }
shop-page-refund = I can’t see payments, only parcels. How and when refunds are paid is explained here: { $url }
shop-page-damaged = You can report the damage here: { $url }
shop-page-missing = You can report it here: { $url }
shop-page-invoice = You’ll find your invoices here: { $url }
shop-page-delivery = You’ll find all about delivery here: { $url }
shop-page-more = More about it: { $url }
shop-pass-on = Shall I pass it on to a colleague?
shop-pass-on-too = Shall I pass it on to a colleague as well?

## A return, and the state of the parcel

return-until = You can send it back { $until }.
return-over = The { $days } days for sending it back ended { $on }.
return-not-yet = A return starts once you have it.
refund-no-return = I see no parcel of order { $order } on its way back to us; one that you sent yourself isn’t always visible to me.

## Damaged, missing, wrong

goods-sorry-damaged = I’m sorry it arrived like that. Please keep the packaging and, if you can, take a photo.
goods-sorry-missing-item = I’m sorry something isn’t right in there. Please keep the packaging until it’s settled.
# $count parcels; a line for each that is not there yet follows.
goods-not-here = { $count ->
    [one] Order { $order } isn’t marked as delivered yet:
   *[other] Not everything of order { $order } is marked as delivered yet:
}
goods-ask-item-damaged = Which item of order { $order } is it?
goods-ask-item-missing-item = Which item of order { $order } is missing or wrong?
goods-ask-problem-damaged = What’s wrong with it ({ $item })?
goods-ask-problem-missing-item = What’s wrong with it ({ $item }): is it missing, or did you get something else?
goods-missing = it’s missing
goods-wrong = something else came
goods-quoted = “{ $value }”
goods-confirm-damaged = Order { $order }, { $item }: { $problem }. Shall I pass that on? A colleague then settles it with you.
goods-confirm-missing-item = Order { $order }, { $item }: { $problem }. Shall I pass that on? A colleague then checks what was packed.
goods-recorded = I’ve passed it on: reference { $reference }. Please keep the goods and the packaging until you have an answer, right here.
goods-recorded-again = I’ve added it to what { $team } already has: reference { $reference }.

## Upset

complaint-known = I’m sorry about all this trouble. { $state }
complaint-case = Our team already has this: reference { $reference }.

## Buttons: at most 20 characters

button-goods-missing = It’s missing
button-goods-wrong = Something else came
