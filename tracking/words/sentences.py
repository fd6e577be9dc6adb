"""One sentence for each part of an explanation. Empty where there is nothing to say."""

from __future__ import annotations

from tracking.statements import Basis, Border, Explanation, Next, Step
from tracking.vocabulary import Actor, Milestone, Reason, Tier
from tracking.words import proof, silence
from tracking.words.outlook import Usually
from tracking.words.phrases import Phrases, capital, uncapital

M = Milestone

#: Whose hands a sentence speaks of.
_HOLDERS = {Actor.SHOP: "shop", Actor.WAREHOUSE: "shop", Actor.CUSTOMS: "customs"}
#: Steps whose words name the carrier.
_NAMES_CARRIER = frozenset({Step.COLLECTION, Step.NEW_ATTEMPT, Step.CARRIER_RESUMES})
#: Steps that say something of what happens if nobody acts, or after which it can be said.
_BEFORE_UNLESS = frozenset({Step.CUSTOMS_RELEASE, Step.NEW_ATTEMPT, Step.PICKUP, Step.SHOP_SETTLES})
#: Steps of a parcel that does not come to the shopper as things are.
_NOT_COMING = frozenset({Step.SHOP_SETTLES, Step.COMING_BACK, Step.NO_PARCEL})
#: States whose sentence says since when, so that the row of the page says the same.
_SAYS_SINCE = frozenset(
    {
        M.ORDER_CONFIRMED,
        M.PACKED,
        M.LABEL_CREATED,
        M.CARRIER_RECEIVED,
        M.CUSTOMS_STARTED,
        M.CUSTOMS_HELD,
        M.AT_LOCAL_DEPOT,
        M.OUT_FOR_DELIVERY,
        M.READY_FOR_PICKUP,
        M.RETURN_STARTED,
    }
)
#: States that say their reason themselves.
_SAYS_WHY = frozenset({M.LOST, M.DAMAGED})
#: Nothing is asked of the shopper any more, and nobody needs to hear it.
_OVER = frozenset({M.DELIVERED, M.CANCELLED})


class Sentences:
    """The sentences about one explanation."""

    def __init__(self, explanation: Explanation, phrases: Phrases) -> None:
        self._of = explanation
        self._say = phrases
        self._text = phrases.texts.text
        self._usually = (
            Usually(explanation.outlook, phrases, explanation.today, self._carrier())
            if explanation.outlook
            else None
        )

    # --- State ----------------------------------------------------------------------------------------

    def state(self) -> str:
        """Who has it, where, since when."""
        return self._text(f"state-{_key(self._of.state.milestone)}", **self._values())

    def status(self) -> str:
        """All that a tracking number alone may show."""
        return self._text(f"status-{_key(self._of.state.milestone)}", **self._values())

    def label(self, milestone: Milestone | None = None) -> str:
        """The title of a milestone, by default of the one reached."""
        return self._text(f"label-{_key(milestone or self._of.state.milestone)}")

    def title(self) -> str:
        """The title of the card."""
        of = self._of
        if of.order_number is None:
            return self._text("title-status")
        if of.count == 1:
            return self._text("title-order", order=of.order_number)
        return self._text("title-parcel", order=of.order_number, position=of.position, count=of.count)

    def who(self) -> str:
        """Who has it."""
        of = self._of
        key = of.who.holder.value.replace("_", "-").removeprefix("last-mile-")
        if of.state.milestone is M.LOST:
            key = "last-seen"
        elif of.tier is Tier.STATUS and key in {"shop", "warehouse"}:
            key = "shop-for-status"
        return self._text(f"who-{key}", **self._carrier())

    def where(self) -> str:
        """The place last named, and when it was scanned there."""
        where = self._of.where
        if where is None:
            return ""
        place = self._say.place(where.city, where.country)
        seen = self._say.short(where.at, self._of.now, exact=where.exact) if where.at else ""
        return " · ".join(filter(None, (place, seen)))

    def since(self) -> str:
        """Since when it has been like this: as the sentence of the state says it, else as its holder's."""
        since, state = self._of.since, self._of.state
        if since is None:
            return ""
        at, exact = since.at, since.exact
        if state.milestone in _SAYS_SINCE and state.at:
            at, exact = state.at, state.exact
        return capital(self._say.short(at, self._of.now, exact=exact))

    def when(self) -> str:
        """When the state was reached, in short."""
        state = self._of.state
        return self._say.short(state.at, self._of.now, exact=state.exact) if state.at else ""

    def trusted(self) -> str:
        """The last update of the kind that shoppers trust."""
        scan = self._of.trusted
        if scan is None:
            return ""
        at = self._say.short(scan.at, self._of.now, exact=scan.exact)
        place = self._say.place(scan.city, scan.country)
        return " · ".join(filter(None, (self.label(scan.milestone), place, at)))

    def handed_over(self) -> str:
        """The last change of carrier."""
        change = self._of.handed_over
        if change is None:
            return ""
        return self._text(
            "handed-over",
            Giver=self._say.carrier_first(change.giver, unknown="carrier-before"),
            carrier=self._say.carrier(change.receiver, unknown="carrier-next"),
            brand="yes" if self._say.brand(change.receiver) else "next",
            at=self._say.at(change.at, self._of.now, exact=change.exact),
        )

    def same_carrier(self) -> str:
        """That nobody else has taken it over; empty while no carrier is known."""
        return self._text("carrier-same", **self._carrier()) if self._of.who.carrier else ""

    # --- Why, what next, by when, what to do ----------------------------------------------------------

    def why(self) -> str:
        """The reason, or that none was given; empty where the state has said it."""
        why = self._of.why
        if why is None or self._of.state.milestone in _SAYS_WHY:
            return ""
        if why.reason is None:
            return self._text("why-none", holder=self._holder(), **self._carrier())
        words = self._of.words.text.rstrip(".") if self._of.words and why.reason is Reason.OTHER else ""
        return self._text(
            f"why-{why.reason.key}", worded="yes" if words else "no", words=words, **self._carrier()
        )

    def next(self, *, dated: bool = True, deadline: bool = False) -> str:
        """What comes next; if `dated`, with what happens if nobody acts, or by when it is expected.

        `deadline` adds the first day on which it may be sent back.
        """
        step = self._of.next
        if step is None or (step.step is Step.DOORSTEP and not self._is_today()):
            return ""
        clause = self._step(step)
        if not dated:
            return self._text("next-only", next=clause)
        told = self._usually if step.step in _BEFORE_UNLESS else None
        unless = told.unless(deadline=deadline) if told else ""
        dateless = self._of.by_when is None or self._of.by_when.day is None
        # Nobody waits for the date of a parcel that does not come.
        when = "" if step.step in _NOT_COMING and dateless else self.eta(again=step.step in _NAMES_CARRIER)
        # Whoever has something to do is told what it is for, before a date that depends on it.
        follows = unless if self._of.todo or not when else when
        if follows and step.step is Step.DOORSTEP:
            return self._text("next-and-when", next=capital(follows), when=uncapital(clause))
        if follows:
            return self._text("next-and-when", next=clause, when=follows)
        return self._text("next-only", next=clause)

    def _step(self, step: Next) -> str:
        """The next step as a clause; with customs, how long it takes once what they ask for is there."""
        place = self._say.in_country(step.country) if step.country else ""
        if step.customs_reason and self._usually:
            return self._usually.takes(step.customs_reason)
        return self._text(f"next-{step.step.value.replace('_', '-')}", **{**self._carrier(), "in": place})

    def act(self) -> str:
        """Who has to act for it to go on; empty where that is no question."""
        of = self._of
        actor = of.outlook.actor if of.outlook else of.why.actor if of.why else None
        if actor is None or (actor is Actor.SHOPPER and of.todo is None):
            return ""
        key = actor.value.replace("_", "-").removeprefix("last-mile-")
        return self._text(f"act-{key}", **self._carrier())

    def unless(self) -> str:
        """What happens if nobody acts, as a sentence."""
        clause = self._usually.unless(deadline=True) if self._usually else ""
        return self._text("next-only", next=capital(clause)) if clause else ""

    def cost(self, *, known: bool = False) -> str:
        """What it costs; `known`: empty where nobody has asked for an amount."""
        return self._usually.cost(known=known) if self._usually else ""

    # --- Customs --------------------------------------------------------------------------------------

    def clearance(self) -> str:
        """Where it is with regard to customs while they do not have it; empty while they do."""
        customs = self._of.clearance
        if customs is None or customs.border is Border.WITH_CUSTOMS:
            return ""
        if customs.at is not None:
            at = self._say.at(customs.at, self._of.now, exact=customs.exact)
            return self._text("customs-cleared", at=at)
        return self._text(f"customs-{customs.border.value.replace('_', '-')}")

    def by_when(self) -> str:
        """The expected day and its basis, as a sentence."""
        clause = self.eta(in_full=True)
        return self._text("next-only", next=self._first(clause)) if clause else ""

    def eta(self, *, again: bool = False, in_full: bool = False) -> str:
        """The expected day and its basis, as a clause; `again` if the carrier was just named.

        `in_full` with the day that the shop promised, also where the carrier is expected sooner.
        """
        by = self._of.by_when
        if by is None:
            return ""
        today = self._of.today
        if by.basis is Basis.WINDOW and by.day and by.start and by.end:
            return self._text(
                "when-window",
                on=self._say.day("day-on", by.day, today),
                start=self._say.time(by.start),
                end=self._say.time(by.end),
            )
        if by.day is None:
            return self._text("when-unknown")
        if by.basis is Basis.LANE:
            return self._text("when-lane", when=self._say.between(by.earliest, by.day, today))
        key = f"when-overdue-{by.basis.value}" if by.overdue else f"when-{by.basis.value}"
        if key == "when-carrier" and again:
            key = "when-carrier-again"
        when = self._text(key, by=self._say.by(by.day, by.end, today), **self._carrier())
        # That it comes later than promised is never kept back; that it comes sooner needs no words in a chat.
        if by.promised is None or (by.promised > by.day and not in_full):
            return when
        day = self._say.day("day-of-range", by.promised, today)
        late = "yes" if by.promised < by.day and not by.overdue else "no"
        return self._text("when-and-promise", when=when, day=day, late=late)

    def expected(self) -> str:
        """The expected day, or that it has passed, in a few words."""
        by = self._of.by_when
        if by is None or by.day is None:
            return ""
        if by.basis is Basis.WINDOW:
            return self.eta()
        if by.basis is Basis.LANE:
            return self._text("line-lane", when=self._say.between(by.earliest, by.day, self._of.today))
        when = self._say.by(by.day, by.end, self._of.today)
        return self._text("line-overdue" if by.overdue else "line-expected", by=when)

    def todo(self) -> str:
        """What the shopper must do."""
        todo = self._of.todo
        if todo is None:
            return ""
        return self._text(f"todo-{todo.reason.key}" if todo.reason else "todo-pickup", **self._carrier())

    def nothing_to_do(self) -> str:
        """That the shopper need not do anything, where that is a question."""
        if self._of.tier is Tier.STATUS or self._of.state.milestone in _OVER:
            return ""
        return self._text("todo-nothing")

    # --- Silence --------------------------------------------------------------------------------------

    def silence(self) -> str:
        """Whether the silence is normal, until when, and what comes of it."""
        quiet = self._of.silence
        if quiet is None:
            return ""
        return silence.told(quiet, self._of, self._say, self._carrier(), self._holder())

    # --- Delivered ------------------------------------------------------------------------------------

    def proof(self) -> str:
        """What shows that it was handed over, links included, as a row of the page."""
        return proof.row(self._of.proof.proof, self._text) if self._of.proof else ""

    def proof_told(self) -> str:
        """The same as a sentence; how it was handed over is said with the delivery itself."""
        return proof.told(self._of.proof.proof, self._text) if self._of.proof else ""

    def reported(self) -> str:
        """The delivery as the carrier's word."""
        return self._text("claim-reported", **self._values())

    def missing(self) -> str:
        """What to do if a delivered parcel is not there."""
        return self._text("delivered-missing")

    def follow(self) -> str:
        """Where the carrier itself shows the parcel."""
        follow = self._of.follow
        if follow is None:
            return ""
        return self._text("follow-at", carrier=self._say.carrier(follow.carrier), url=follow.url)

    def contents(self) -> str:
        """What is in the parcel."""
        items = self._of.contents.items if self._of.contents else ()
        return ", ".join(
            self._text("contents-item", quantity=quantity, name=name) for name, quantity in items
        )

    # --- Values ---------------------------------------------------------------------------------------

    def _values(self) -> dict[str, str]:
        """What the sentences of a state are filled with."""
        of, say = self._of, self._say
        values = {**self._carrier(), **self._subject(), **self._place(), "holder": self._holder()}
        values |= {"at": "", "since": "", "fresh": "yes", "handed": "none"}
        if of.state.at:
            values["at"] = say.at(of.state.at, of.now, exact=of.state.exact)
            values["since"] = say.since(of.state.at, of.now, exact=of.state.exact)
            values["fresh"] = "yes" if self._is_today() else "no"
        if of.proof and of.proof.proof.handed_to:
            values["handed"] = of.proof.proof.handed_to
        if of.handed_over:
            values["Giver"] = say.carrier_first(of.handed_over.giver, unknown="carrier-before")
        else:
            values["Giver"] = say.carrier_first(None, unknown="carrier-before")
        return values

    def _subject(self) -> dict[str, str]:
        of = self._of
        if of.order_number is None:
            return {}
        subject = self._text("subject", order=of.order_number, position=of.position, count=of.count)
        return {"subject": subject, "Subject": capital(subject)}

    def _place(self) -> dict[str, str]:
        where = self._of.where
        if where is None:
            return {"placed": "no", "place": "", "in": "", "seen": "", "moved": "no"}
        return {
            "placed": "city" if where.city else "country",
            "moved": "no" if where.at == self._of.state.at else "yes",
            "place": self._say.place(where.city, where.country),
            "in": self._say.in_place(where.city, where.country),
            "seen": self._say.at(where.at, self._of.now, exact=where.exact) if where.at else "",
        }

    def _carrier(self) -> dict[str, str]:
        slug = self._of.who.carrier
        unknown = "carrier-next" if self._of.handed_over else "carrier-unknown"
        return {
            "carrier": self._say.carrier(slug, unknown=unknown),
            "Carrier": self._say.carrier_first(slug, unknown=unknown),
            "brand": "yes" if self._say.brand(slug) else "next" if self._of.handed_over else "no",
        }

    def _is_today(self) -> bool:
        """Whether the state was reached today."""
        at = self._of.state.at
        return at is None or at.date() == self._of.now.astimezone(at.tzinfo).date()

    def _holder(self) -> str:
        return _HOLDERS.get(self._of.who.holder, "carrier")

    def _first(self, clause: str) -> str:
        """The clause at the start of a sentence: a brand keeps its own first letter."""
        brand = self._say.brand(self._of.who.carrier)
        return clause if brand and clause.startswith(brand) else capital(clause)


def _key(milestone: Milestone) -> str:
    return milestone.value.replace("_", "-")
