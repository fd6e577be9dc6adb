### What silence means. $until, $from, $because and $days are phrases or numbers made elsewhere.

silence-because-weekend = (the weekend doesn’t count)
silence-because-sunday = (Sunday doesn’t count)
silence-because-holiday = ({ $day } is a public holiday { $in })

silence-normal-preparing = Getting an order ready takes a working day or two, so no news { $until } is normal { $because }.
silence-normal-promised-later = It’s promised for later, so no news { $until } is normal { $because }.
silence-normal-waiting-for-carrier = Carriers usually fetch parcels within a working day or two, so no news { $until } is normal { $because }.
silence-normal-line-haul = On this stretch parcels are scanned only every { $shortest } to { $longest } working days, so no news { $until } is normal { $because }.
silence-normal-customs = Customs often take { $shortest } to { $longest } working days, so no news { $until } is normal { $because }.
silence-normal-asked = Customs are waiting for what they asked for; until they have it, it’s normal to hear nothing.
silence-normal-return = A return takes { $shortest } to { $longest } working days, so no news { $until } is normal { $because }.
silence-normal-other = No news { $until } is normal at this point { $because }.

silence-late = { $days ->
    [0] The next update is overdue; if nothing comes, our team can look into it { $from }.
    [one] There’s been no news for a day, longer than usual at this point; if nothing comes, our team can look into it { $from }.
   *[other] There’s been no news for { $days } days, longer than usual at this point; if nothing comes, our team can look into it { $from }.
}
silence-stuck = { $holder ->
    [shop] Nothing has moved here for { $days } days, and that’s too long: our team can find out why.
    [customs] There’s been no news from customs for { $days } days, and that’s too long: our team can ask { $carrier } what customs are waiting for.
   *[carrier] There’s been no news for { $days } days, and that’s too long: our team can chase it with { $carrier }.
}
silence-stuck-asked = There’s been no news from customs for { $days } days: if you’ve already done your part, our team can ask { $carrier } what’s missing.
silence-stuck-opened = { $holder ->
    [shop] Nothing has moved here for { $days } days, and that’s far too long: our team is taking it up.
    [customs] There’s been no news from customs for { $days } days, and that’s far too long: our team is taking it up.
   *[carrier] There’s been no news for { $days } days, and that’s far too long: our team is taking it up.
}
silence-lost = There’s been no news for { $days } days, so we have to presume it’s lost: our team is taking it up with { $carrier }.
