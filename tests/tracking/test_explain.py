"""Explanations: true, founded, and no more than the tier may see."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import product

import pytest

from tests.tracking.parcels import NOW, PARIS, parcel, promise, scan
from tracking.explain import explain
from tracking.parcels import Event, Leg, Line, Parcel, Proof
from tracking.settings import WRITTEN_LANGUAGES
from tracking.statements import Explanation, Facts, State, UnfoundedError
from tracking.vocabulary import MUST_ACT, Actor, CaseKind, Milestone, Reason, Tier
from tracking.wording import wording

M = Milestone


def told(whole: Parcel, tier: Tier = Tier.FULL, now: datetime = NOW, **more: int) -> Explanation:
    return explain(whole, now=now, tier=tier, zone=PARIS, **more)


def abroad(*more: Event) -> Parcel:
    """From Lille to Osaka, with a handover and a hold on the way."""
    way = (
        scan(M.ORDER_CONFIRMED, 210, city="Lille", carrier=None),
        scan(M.PACKED, 200, city="Lille", carrier=None),
        scan(M.CARRIER_RECEIVED, 190, city="Lille"),
        scan(M.DEPARTED_ORIGIN, 180, city="Roissy"),
        scan(M.ARRIVED_DESTINATION, 120, city="Tokyo", country="JP"),
        scan(M.CUSTOMS_HELD, 110, city="Tokyo", country="JP", reason=Reason.CUSTOMS_DUTIES_DUE, words="Held"),
    )
    return parcel(*way, *more, country="JP", legs=(Leg("dhl", "JD0146"), Leg("japan-post", "RR1JP")))


# --- Every statement rests on a fact --------------------------------------------------------------------


def test_a_statement_without_a_fact_cannot_be_made() -> None:
    with pytest.raises(UnfoundedError):
        Facts()
    with pytest.raises(UnfoundedError):
        Facts.of(None, promises=[], order=None)
    with pytest.raises(TypeError):
        State(milestone=M.DELIVERED, at=None)  # type: ignore[call-arg]


def test_every_statement_names_facts_that_the_parcel_has() -> None:
    whole = replace(abroad(), promises=(promise(date(2026, 11, 24)),))
    ids = {event.id for event in whole.events}
    statements = told(whole).statements
    assert len(statements) > 20
    for statement in statements:
        facts = statement.facts
        assert set(facts.event_ids) <= ids
        assert set(facts.promise_ids) <= {90}
        assert facts.event_ids or facts.promise_ids or facts.order_id == 7


def test_without_an_event_no_statement_that_rested_on_it_alone_is_left() -> None:
    whole = replace(
        abroad(
            scan(M.CUSTOMS_CLEARED, 80, city="Tokyo", country="JP"),
            scan(M.HANDED_OVER, 60, city="Tokyo", country="JP", carrier="japan-post"),
            scan(
                M.DELIVERED, 5, city="Osaka", country="JP", carrier="japan-post", proof=Proof(signed_by="S")
            ),
        ),
        promises=(promise(date(2026, 11, 24)),),
    )
    for event in whole.events:
        rest = replace(whole, events=tuple(each for each in whole.events if each is not event))
        before, after = told(whole), told(rest)
        assert all(event.id not in statement.facts.event_ids for statement in after.statements)
        alone = [each for each in before.statements if each.facts.event_ids == (event.id,)]
        assert alone
        assert not set(map(repr, alone)) & set(map(repr, after.statements))


def test_without_its_promise_there_is_no_date() -> None:
    whole = parcel(scan(M.AT_LOCAL_DEPOT, 5), promises=(promise(date(2026, 11, 24)),))
    assert told(whole).by_when.day == date(2026, 11, 24)
    assert told(replace(whole, promises=())).by_when.day is None


def test_the_words_come_from_the_same_facts_as_the_json() -> None:
    as_dict = told(abroad(), count=2).as_dict()
    again = json.loads(json.dumps(as_dict))
    assert again["why"] == {
        "kind": "why",
        "reason": "customs.duties_due",
        "actor": "shopper",
        "events": [6],
    }
    assert again["state"]["at"] == "2026-11-15T09:30:00+09:00"
    assert (again["tier"], again["order_number"], again["count"]) == ("full", "10042", 2)


# --- Tiers ----------------------------------------------------------------------------------------------


SECRETS = {
    "city": "Sentinelville",
    "words": "SENTINEL WORDS",
    "item": "Sentinel lamp",
    "signer": "Sentinel Person",
    "photo": "https://sentinel.example/photo",
    "order": "SENTINEL-1",
    "email": "sentinel@example.com",
    "name": "Sentinel Shopper",
    "postcode": "SENT1",
    "number": "SENTINELNUMBER",
    "code": "sentinel-code",
}


#: One reason of each kind: what the shopper, the shop, customs and the carrier must act on, and words alone.
WEIGHTY = (
    None,
    Reason.CUSTOMS_DUTIES_DUE,
    Reason.CUSTOMS_INVOICE_MISSING,
    Reason.DELIVERY_ADDRESS_WRONG,
    Reason.RETURN_REFUSED,
    Reason.OTHER,
)


def secretive(milestone: Milestone, reason: Reason | None) -> Parcel:
    """A parcel whose every private field is a word that can be searched for."""
    event = scan(
        milestone,
        50,
        city=SECRETS["city"],
        country="GB",
        reason=reason,
        words=SECRETS["words"],
        code=SECRETS["code"],
        proof=Proof(signed_by=SECRETS["signer"], photo_url=SECRETS["photo"], handed_to="neighbour"),
        window=(NOW, NOW + timedelta(hours=2)),
    )
    whole = parcel(
        scan(M.CARRIER_RECEIVED, 90, city=SECRETS["city"], words=SECRETS["words"]),
        event,
        country="GB",
        legs=(Leg("dhl", SECRETS["number"]),),
        lines=(Line("S-1", SECRETS["item"], 1),),
        promises=(promise(date(2026, 11, 24)),),
    )
    order = replace(
        whole.order,
        number=SECRETS["order"],
        email=SECRETS["email"],
        name=SECRETS["name"],
        postcode=SECRETS["postcode"],
    )
    return replace(whole, order=order, position=2)


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_a_tracking_number_alone_shows_status_carrier_country_and_next_step_only(language: str) -> None:
    words = wording(language)
    for milestone, reason in product(M, WEIGHTY):
        found = told(secretive(milestone, reason), Tier.STATUS, count=3)
        said = [words.chat(found), words.line(found), words.when(found), words.why(found)]
        everything = json.dumps(
            [found.as_dict(), *said, words.card(found), words.page(found)], ensure_ascii=False
        )
        for secret in SECRETS.values():
            assert secret.casefold() not in everything.casefold(), (milestone, reason, secret)
        assert "2026-11-24" not in everything
        assert found.why is None
        assert found.by_when is None
        assert found.silence is None
        assert found.timeline == ()
        assert (found.position, found.count) == (1, 1)


def test_the_same_parcel_shows_all_of_it_to_its_shopper() -> None:
    found = told(secretive(M.DELIVERED, None))
    words = wording("en")
    said = json.dumps([found.as_dict(), words.page(found), words.card(found)])
    for key in ("city", "words", "item", "signer", "photo", "order", "number"):
        assert SECRETS[key] in said, key
    # Proof of who is asking is not for repeating, to anybody.
    for key in ("email", "name", "postcode"):
        assert SECRETS[key] not in said, key


def test_the_provider_s_words_are_one_printable_line_of_bounded_length() -> None:
    hostile = "Held\r\n\x1b[31m at\u202e   facility " + "x" * 500
    found = told(parcel(scan(M.EXCEPTION, 5, words=hostile)))
    assert found.words is not None
    assert found.words.text.isprintable()
    assert found.words.text.startswith("Held [31m at facility")
    assert len(found.words.text) == 160


# --- Who, where, since when -----------------------------------------------------------------------------


def test_times_are_on_the_clock_of_their_place() -> None:
    found = told(parcel(scan(M.AT_LOCAL_DEPOT, 5, city="Osaka", country="JP"), country="JP"))
    assert found.state.at is not None
    assert found.state.at.isoformat() == "2026-11-19T18:30:00+09:00"
    assert found.today == date(2026, 11, 19)


def test_a_reported_offset_outweighs_what_the_country_suggests() -> None:
    here = timezone(timedelta(hours=-5))
    event = replace(
        scan(M.AT_LOCAL_DEPOT, 5, city="Miami", country="US"),
        occurred_at=datetime(2026, 11, 19, 8, 12, tzinfo=here),
    )
    found = told(parcel(event, country="US"))
    assert found.state.at is not None
    assert (found.state.at.isoformat(), found.state.exact) == ("2026-11-19T08:12:00-05:00", True)


def test_where_nobody_knows_the_clock_only_the_day_is_told() -> None:
    utc = datetime(2026, 11, 19, 13, 12, tzinfo=timezone.utc)
    for event, exact in (
        (scan(M.AT_LOCAL_DEPOT, 5, city="Miami", country="US", has_offset=False), False),
        (scan(M.AT_LOCAL_DEPOT, 5, city=None, country=None, has_offset=False), False),
        (scan(M.AT_LOCAL_DEPOT, 5, has_offset=False), True),
    ):
        found = told(parcel(replace(event, occurred_at=utc)))
        assert found.state.exact is exact
    midnight = replace(scan(M.AT_LOCAL_DEPOT, 5), occurred_at=datetime(2026, 11, 19, tzinfo=PARIS))
    assert told(parcel(midnight)).state.exact is False


def test_a_delivery_without_a_place_does_not_borrow_the_depot_s() -> None:
    found = told(parcel(scan(M.AT_LOCAL_DEPOT, 9), scan(M.DELIVERED, 5, city=None, country=None)))
    assert found.where is None


def test_the_count_of_parcels_is_never_below_the_position() -> None:
    found = told(replace(parcel(), position=3))
    assert (found.position, found.count) == (3, 3)


# --- Why and what to do ---------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", list(Reason))
def test_a_reason_names_who_must_act_and_asks_the_shopper_only_where_it_is_them(reason: Reason) -> None:
    found = told(parcel(scan(M.EXCEPTION, 5, reason=reason)))
    assert found.why is not None
    assert (found.why.reason, found.why.actor) == (reason, MUST_ACT[reason])
    assert (found.todo is not None) == (MUST_ACT[reason] is Actor.SHOPPER)


@pytest.mark.parametrize(
    ("milestone", "reason"),
    [
        (M.CUSTOMS_HELD, Reason.CUSTOMS_NO_REASON_GIVEN),
        (M.EXCEPTION, None),
        (M.DELAYED, None),
        (M.DELIVERY_ATTEMPTED, None),
        (M.RETURN_STARTED, None),
    ],
)
def test_where_no_reason_was_given_that_is_said(milestone: Milestone, reason: Reason | None) -> None:
    found = told(parcel(scan(milestone, 5)))
    assert found.why is not None
    assert found.why.reason is reason


@pytest.mark.parametrize("milestone", [M.DELIVERED, M.CUSTOMS_CLEARED, M.OUT_FOR_DELIVERY])
def test_an_old_reason_is_not_told_once_it_is_over(milestone: Milestone) -> None:
    found = told(parcel(scan(milestone, 5, reason=Reason.CUSTOMS_DUTIES_DUE)))
    assert found.why is None
    assert found.todo is None


def test_a_parcel_at_a_pickup_point_is_to_be_collected() -> None:
    found = told(parcel(scan(M.READY_FOR_PICKUP, 5)))
    assert found.todo is not None
    assert found.todo.reason is None


# --- Silence --------------------------------------------------------------------------------------------


def test_silence_says_until_when_it_is_normal_and_what_follows() -> None:
    found = told(parcel(scan(M.DEPARTED_ORIGIN, 5), country="US")).silence
    assert found is not None
    assert (found.normal_until, found.case_offered_on) == (date(2026, 11, 30), date(2026, 12, 1))
    assert (found.weekend, found.holiday, found.case) == (True, date(2026, 11, 26), None)


@pytest.mark.parametrize(
    ("carrier", "sundays", "because"),
    [("royal-mail", True, "(Sunday doesn’t count)"), ("dhl", False, "(the weekend doesn’t count)")],
)
def test_of_a_carrier_that_works_on_saturdays_only_the_sunday_is_spoken_of(
    carrier: str, sundays: bool, because: str
) -> None:
    sunday = NOW + timedelta(days=3)
    depot = scan(M.AT_LOCAL_DEPOT, 50, now=sunday, city="Leeds", country="GB", carrier=carrier)
    found = told(parcel(depot, country="GB"), now=sunday)
    assert found.silence is not None
    assert (found.silence.weekend, found.silence.sundays) == (True, sundays)
    assert because in wording("en").chat(found)


def test_a_parcel_that_has_stopped_shows_no_future_date() -> None:
    whole = parcel(scan(M.AT_LOCAL_DEPOT, 8 * 24), promises=(promise(date(2026, 11, 24)),))
    found = told(whole)
    assert found.by_when is None
    assert found.silence is not None
    assert found.silence.case is CaseKind.STUCK


# --- The progress line ----------------------------------------------------------------------------------


def test_the_progress_line_has_the_trusted_updates_of_the_way_and_no_label() -> None:
    found = told(abroad())
    assert [mark.milestone for mark in found.progress] == [
        M.ORDER_CONFIRMED,
        M.PACKED,
        M.CARRIER_RECEIVED,
        M.DEPARTED_ORIGIN,
        M.ARRIVED_DESTINATION,
    ]
    assert [mark.state for mark in found.progress] == ["done"] * 4 + ["current"]
    assert found.ahead == (M.CUSTOMS_CLEARED, M.OUT_FOR_DELIVERY, M.DELIVERED)
    at_home = told(parcel(scan(M.LABEL_CREATED, 5)))
    assert [mark.milestone for mark in at_home.progress] == [M.ORDER_CONFIRMED]
    assert M.CUSTOMS_CLEARED not in at_home.ahead


def test_a_delivered_parcel_is_all_done_and_a_returning_one_has_nothing_ahead() -> None:
    delivered = told(parcel(scan(M.DELIVERED, 5)))
    assert {mark.state for mark in delivered.progress} == {"done"}
    assert delivered.ahead == ()
    back = told(parcel(scan(M.DELIVERED, 9), scan(M.RETURN_STARTED, 5)))
    assert M.DELIVERED not in [mark.milestone for mark in back.progress]
    assert back.ahead == ()


def test_the_carrier_s_page_is_that_of_the_number_and_for_the_shopper_only() -> None:
    carried = parcel(scan(M.IN_TRANSIT, 5), legs=(Leg("royal-mail", "AB123456785GB"),))
    full = told(carried)
    assert full.follow is not None
    assert (full.follow.carrier, full.follow.facts.order_id) == ("royal-mail", carried.order.id)
    assert "AB123456785GB" in full.follow.url
    assert full.follow.url in dict(wording("en").page(full))["The carrier’s own page"]
    assert told(carried, Tier.STATUS).follow is None


def test_a_carrier_without_a_known_page_gets_no_link() -> None:
    assert told(parcel(scan(M.IN_TRANSIT, 5), legs=(Leg("my-cousin-s-van", "X1"),))).follow is None
