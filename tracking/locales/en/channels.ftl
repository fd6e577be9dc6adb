### What is said in messengers besides the answers. A `said-…` stands in the transcript for what has no text.

channel-shortened = (message shortened)
channel-choose = Choose
channel-timeline = All updates · { $title }
button-show-all = Show all updates

## What we can't read

channel-voice = I can’t listen to voice messages. Could you write it to me instead?
channel-image = I can’t look at pictures or videos. Could you tell me in words what it’s about?
channel-file = I can’t open files. Could you tell me in words what it’s about?
channel-location = I can’t read locations. To find your parcel I only need your order number.
channel-sticker = That one says more than I can read! Ask me where your order is, and I’ll look it up.
channel-contact = I can’t read contact cards. To find your parcel I only need your order number.
channel-other = I can only read text. Could you write it to me?
channel-group = I only talk about orders in private: please write to me directly.

said-voice = [voice message]
said-image = [picture or video]
said-file = [file]
said-location = [location]
said-sticker = [sticker]
said-contact = [contact card]
said-other = [message without text]
said-group = [message in a group]

## When something can't be done

channel-too-many = That’s a lot of messages at once. Give me a minute, then write your question again in one message.
channel-old-button = That button no longer works. Just write to me instead.
channel-link-old = That link is no longer valid. What’s your order number? You’ll find it in the e-mail that confirmed your order.
channel-link-taken = That link was already used by someone else. What’s your order number? You’ll find it in the e-mail that confirmed your order.
channel-no-updates = I no longer have those updates. Shall I look up the order again?
