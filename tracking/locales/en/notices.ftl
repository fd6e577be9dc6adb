### Telling shoppers that their parcel has moved, if they asked for it.

## What was asked for

notice-given = I’ll write to you here whenever order { $order } moves. Reply { $word } and I’ll stop.
notice-given-chat = I’ll leave a message in this chat whenever order { $order } moves: you’ll see it when you’re back. Reply { $word } and I’ll stop.
notice-held = You’re already on the list: I’ll tell you here whenever order { $order } moves. Reply { $word } and I’ll stop.
notice-now = For now: { $line }
notice-over = There’s nothing more to come, so I won’t need to write to you about it.
notices-stopped = Done: you’ll get no more updates from me. Ask me whenever you like.
notices-none = I’m not sending you any updates, so there’s nothing to stop. Messages from the carrier can be stopped with the carrier.

## What a notice says beside the news

notice-several = News of { $count } parcels of order { $order }:
notice-end = Reply { $word } and I’ll send no more updates.

# Words that end the updates when they are all a message says, after commas; the first one is told to shoppers.
notice-stop-words = STOP, UNSUBSCRIBE

## Buttons: at most 20 characters

button-notify-me = Keep me posted
button-stop-notifications = Stop updates
