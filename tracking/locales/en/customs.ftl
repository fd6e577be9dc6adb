### Customs: why they hold a parcel and who must act (`why-…`), what it costs (`costs-…`), what the shopper does
### (`todo-…`, only where nobody else can), how long it takes (`takes-…`) and what happens if nobody acts
### (`unless-…`, to follow it). The last two have no full stop. $shortest to $longest are working days once what is
### asked for is there, $least to $most days until a parcel is sent back: `tracking/outlooks.csv`.

why-customs-inspection = Customs picked it for a check, as they do with some parcels, and only they can act now.
why-customs-documents-missing = Customs are missing papers about what’s in the parcel, and those have to come from you.
why-customs-invoice-missing = Customs are missing the invoice, and it’s up to us to send it.
why-customs-duties-due = Customs are asking for duty or tax on it, which is normally for the recipient to pay.
why-customs-id-required = Customs need to be sure who the parcel is for, so they’re asking for your proof of identity.
why-customs-valuation = Customs are checking the value that was declared for it, and only they can act now.
why-customs-prohibited = Customs say that something in the parcel isn’t allowed into the country, and it’s up to us to settle that.
why-customs-no-reason-given = { $Carrier } gave no reason for the hold; it’s often a routine check, and only customs can act now.

todo-customs-documents-missing = Please look for a message or letter about it from { $carrier } and send the papers it asks for; if there’s none, tell me and a colleague will take over.
todo-customs-duties-due = Please pay the amount that { $carrier } asks for, on their own website or in their app; if you’ve had no request from them, or paid it when you ordered, tell me and a colleague will take over.
todo-customs-id-required = Please look for the request from { $carrier } and send your proof of identity the way it says; if there’s none, tell me and a colleague will take over.

takes-customs-inspection = The check usually takes { $shortest } to { $longest } working days, and then customs release it or say what’s missing
takes-customs-documents-missing = Once customs have the papers, they usually decide within { $shortest } to { $longest } working days
takes-customs-invoice-missing = Once customs have the invoice, they usually decide within { $shortest } to { $longest } working days
takes-customs-duties-due = Once it’s paid, customs usually release the parcel within { $shortest } to { $longest } working days
takes-customs-id-required = Once customs know who it’s for, they usually release the parcel within { $shortest } to { $longest } working days
takes-customs-valuation = Customs usually settle the value within { $shortest } to { $longest } working days, and then they release the parcel or ask for duty
takes-customs-prohibited = Customs usually take { $shortest } to { $longest } working days to decide whether it can go on, comes back to us or is destroyed
takes-customs-no-reason-given = Such a hold usually lasts { $shortest } to { $longest } working days, and then customs release it or say what’s missing

unless-customs-inspection = you don’t need to do anything unless they ask
unless-customs-documents-missing = without them, it’s usually sent back after { $least } to { $most } days{ $deadline }
unless-customs-invoice-missing = without it, the parcel is usually sent back after { $least } to { $most } days{ $deadline }
unless-customs-duties-due = if nobody pays, it’s usually sent back after { $least } to { $most } days{ $deadline }
unless-customs-id-required = without an answer, it’s usually sent back after { $least } to { $most } days{ $deadline }
unless-customs-valuation = if they ask what you paid, send them your order confirmation: without an answer, it’s usually sent back after { $least } to { $most } days{ $deadline }
unless-customs-prohibited = if it isn’t settled, it’s usually sent back or destroyed after { $least } to { $most } days{ $deadline }
unless-customs-no-reason-given = if they ask for something and get no answer, it’s usually sent back after { $least } to { $most } days{ $deadline }

costs-customs-duties-due = { $eu ->
    [yes] In the EU that’s usually VAT at 17 to 27%, depending on the country, plus duty, mostly €3 for each kind of item in parcels worth up to €150; carriers often add a handling fee of €5 to €25.
   *[no] It’s usually the country’s import tax, with duty on top for some goods; carriers often add a handling fee, in many countries the equivalent of €5 to €25.
}
costs-customs-valuation = So far there’s nothing to pay; if customs set a higher value, tax and duty go up with it.
costs-none = Nobody has asked for an amount so far.

## Asked about customs while they don’t have it

customs-cleared = It’s through customs: they released it { $at }.
customs-ahead = It isn’t with customs yet, but it still has to pass through them.
customs-none = It isn’t with customs: on its way it doesn’t pass through any.
customs-not-now = It isn’t with customs at the moment.
customs-none-of-them = None of these parcels is with customs at the moment.
