### The support desk: what the team reads, never a shopper. Calm and short.

desk-name = Support desk
desk-skip = Skip to the content
desk-nav = Places
desk-nav-queue = Queue
desk-live-on = Up to date
desk-live-off = Not connected: what you see may be out of date
desk-language = Language
desk-language-browser = As in the browser
desk-save = Save
desk-close = Close
desk-role-reader = reads only
desk-role-agent = agent
desk-role-lead = team lead

## Signing in

desk-sign-in = Sign in
desk-sign-in-title = Support desk
desk-sign-in-failed = The login or the password is wrong, or there were too many attempts. After a quarter of an hour you can try again.
desk-sign-in-help = No account yet, or the password forgotten? Whoever runs the desk can set one.
desk-sign-out = Sign out
desk-login = Login
desk-password = Password

## What is not possible

desk-refused = That’s not possible
desk-refused-role = Your account may not do this. Ask whoever runs the desk if you need it.
desk-refused-form = This page had lain open for too long. Go back, reload it and try again: nothing was changed.
desk-refused-site = This came from another website, so nothing was changed.
desk-refused-size = That is longer than the desk can take. Nothing was changed.
desk-missing = There is nothing at this address
desk-back-to-queue = Back to the queue

## Keys

desk-keys = Keyboard
desk-key-move = next and previous
desk-key-open = open
desk-key-search = search
desk-key-queue = to the queue
desk-key-help = this help
desk-keys-on = Use keyboard shortcuts

## Queue

desk-queue = Queue
desk-views = Views
desk-view-active = All open
desk-view-mine = Mine
desk-view-unassigned = Unassigned
desk-view-waiting = Waiting for shopper
desk-view-snoozed = Snoozed
desk-view-solved = Solved
desk-search = Search cases
desk-search-placeholder = Order, tracking number, e-mail, name
desk-search-title = Cases found for “{ $text }”
desk-search-none = No case fits. Search by the whole order number, tracking number or e-mail address, by three letters of the name, or by the reference.
desk-search-end = Back to the views
desk-filters = Filters
desk-filter-kind = Kind
desk-filter-urgency = Urgency
desk-filter-channel = Channel
desk-filter-language = Language
desk-filter-label = Label
desk-filter-any = any
desk-filter-apply = Apply
desk-filter-clear = Clear filters
desk-urgency-0 = Low
desk-urgency-1 = Normal
desk-urgency-2 = High
desk-urgency-3 = Urgent
desk-state-new = New
desk-state-open = Open
desk-state-waiting-for-shopper = Waiting for shopper
desk-state-snoozed = Snoozed
desk-state-solved = Solved
desk-channel-website = Website
desk-channel-telegram = Telegram
desk-channel-whatsapp = WhatsApp
desk-channel-rest = Test
desk-channel-none = No chat
desk-no-order = no order
desk-nobody = nobody
desk-you = you
desk-late = late by { $time }
desk-due-in = due in { $time }
desk-back-at = back { $at }
desk-solved-at = solved { $at }
desk-older = Next page
desk-newest = First page
desk-page-gone = This page of the list no longer exists; here is the first one.
desk-empty-active = Nothing is open. Well done.
desk-empty-mine = Nothing waits for you. What nobody has taken yet is under Unassigned.
desk-empty-unassigned = Everything has somebody.
desk-empty-waiting = Nothing waits for a shopper.
desk-empty-snoozed = Nothing is snoozed.
desk-empty-solved = Nothing has been solved yet.
desk-empty-filtered = Nothing in this view fits the filters.
