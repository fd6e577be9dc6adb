"""The desk's page of a case over real HTTP: what it shows, what people do there, who is told why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from sqlalchemy import select
from sqlalchemy.engine import Engine

from bot import demo
from bot.desk import accounts
from bot.desk.accounts import Role
from bot.desk.audit import entries
from tests.bot.conftest import Door
from tests.bot.desk_talk import SCRIPT, TALK, Member, now, open_case, read, said, say
from tests.bot.desk_team import PASSWORD
from tracking import contacts, disclosure, marks, store, takeover, turns
from tracking.cases import CaseState, Change, Outcome, trail
from tracking.contacts import Contact
from tracking.conversations import Incoming, receive_all, transcript
from tracking.db import begin_read, begin_write
from tracking.explain import explain
from tracking.model import events, outbox, shipments
from tracking.outbox import Reply
from tracking.settings import settings
from tracking.takeover import Agent
from tracking.vocabulary import Tier
from tracking.wording import wording

ANA, BEN = Agent("ana", "Ana"), Agent("ben", "Ben")


@pytest.fixture
def proven(engine: Engine) -> int:
    """The demo's parcels, a shopper who has proven order 10042 and was told where it is."""
    demo.load(engine, now() - timedelta(minutes=1))
    receive_all(engine, [Incoming("website", TALK, "m0", f"where is 10042? {SCRIPT}")], now())
    with begin_read(engine) as connection:
        order = store.find_order(connection, "10042")
        assert order is not None
        (parcel,) = store.parcels_of(connection, order.id)
    with begin_write(engine) as connection:
        disclosure.bind_signed(connection, TALK, order.id, now())
    of = explain(parcel, now=now(), tier=Tier.FULL, zone=settings().shop_zone)
    (turn,) = turns.claim(engine, "worker", 1, now())
    turns.finish(
        engine,
        turn,
        replies=[Reply(f"{wording('en').chat(of)}\n\nIs there more?")],
        hold=True,
        now=now(),
        language="en",
        understood={"intent": "track_order", "confidence": 0.97, "language": {"code": "en"}},
    )
    return order.id


@pytest.fixture
def team(door: Door) -> Iterator[dict[str, Member]]:
    with begin_write(door.engine) as connection:
        for login, name, role in (
            ("ana", "Ana", Role.AGENT),
            ("ben", "Ben", Role.LEAD),
            ("rea", f"Rea{SCRIPT}", Role.READER),
        ):
            accounts.add_user(connection, login, name, role, PASSWORD, now(), "en")
    made = {login: Member(door, login) for login in ("ana", "ben", "rea")}
    yield made
    for each in made.values():
        each.client.close()


# --- What it shows ------------------------------------------------------------------------------------


def test_a_sentence_of_the_bot_names_the_events_it_rests_on(
    door: Door, team: dict[str, Member], engine: Engine, proven: int
) -> None:
    case = open_case(engine, order_id=proven)
    page = team["ana"].get(f"/cases/{case.reference}").text
    log = page[page.index('id="log"') : page.index('id="composer"')]
    claims = re.findall(r'data-refs="([^"]+)"[^>]*>([^<]+)</span>', log)
    assert claims
    with begin_read(engine) as connection:
        mine = select(events.c.id).join(shipments).where(shipments.c.order_id == proven)
        known = {f"e{id}" for id in connection.execute(mine).scalars()}
    named = {ref for refs, _ in claims for ref in refs.split() if ref[0] == "e"}
    assert named
    assert named <= known
    # Every event that is named stands in the timeline; what is no statement rests on nothing.
    assert all(f'data-ref="{ref}"' in page for ref in named)
    assert all("Is there more?" not in text for _, text in claims)


def test_news_that_came_later_is_no_evidence(
    door: Door, team: dict[str, Member], engine: Engine, proven: int
) -> None:
    with begin_write(engine) as connection:
        connection.execute(events.update().values(recorded_at=now() + timedelta(minutes=1)))
    page = team["ana"].get(f"/conversations/{TALK}").text
    log = page[page.index('id="log"') : page.index('id="composer"')]
    assert not re.findall(r'data-refs="[^"]*e\d', log)


def test_script_is_inert_wherever_it_comes_from(
    door: Door, team: dict[str, Member], engine: Engine, proven: int
) -> None:
    with begin_write(engine) as connection:
        connection.execute(events.update().values(city=SCRIPT, words=SCRIPT))
    case = open_case(engine, order_id=proven, details={"new_address": SCRIPT, SCRIPT: {"a": [SCRIPT]}})
    team["ana"].post(f"/cases/{case.reference}/note", text=SCRIPT)
    team["ana"].post(f"/cases/{case.reference}/label", label=SCRIPT)
    for who in ("ana", "rea"):
        page = team[who].get(f"/cases/{case.reference}").text
        assert page.count("&lt;script&gt;") >= 5
        assert SCRIPT.casefold() not in page.casefold()


def test_understanding_delivery_and_other_orders_are_shown(
    door: Door, team: dict[str, Member], engine: Engine, proven: int
) -> None:
    say(engine, "any news?", "m2")
    with begin_write(engine) as connection:
        connection.execute(
            outbox.update()
            .where(outbox.c.inbox_id.is_not(None))
            .values(state="failed", problem="window_closed")
        )
    page = team["rea"].get(f"/conversations/{TALK}").text
    assert "Understood as track_order · 97 % sure" in page
    assert "Not delivered." in page
    assert "More than 24 hours" in page
    # Whoever may only read finds no form to write with.
    assert f"/desk/conversations/{TALK}/" not in page


def test_another_shoppers_orders_are_not_shown(door: Door, team: dict[str, Member], engine: Engine) -> None:
    demo.load(engine, now())
    say(engine, "where is 10042?", "m0", "website:stranger")
    case = open_case(engine, "website:stranger")
    page = team["ana"].get(f"/cases/{case.reference}").text
    assert "camille@example.com" not in page
    assert "No order is proven here" in page


def test_seeing_is_audited_once_and_a_page_that_stays_fresh_is_not(
    door: Door, team: dict[str, Member], engine: Engine, proven: int
) -> None:
    case = open_case(engine, order_id=proven)
    team["rea"].get(f"/cases/{case.reference}")
    assert team["rea"].get(f"/cases/{case.reference}", **{"X-Desk-Live": "1"}).status_code == 200
    with begin_read(engine) as connection:
        seen = [each for each in entries(connection, case_id=case.id) if each.what == "saw_case"]
    assert [each.login for each in seen] == ["rea"]


@pytest.mark.parametrize("path", ["/cases/C-000999", "/cases/x", "/cases/C-9' OR 1", "/conversations/none"])
def test_what_is_not_there(door: Door, team: dict[str, Member], path: str) -> None:
    assert team["ana"].get(path).status_code == 404


# --- What people do -----------------------------------------------------------------------------------


def test_a_shift(door: Door, team: dict[str, Member], engine: Engine, proven: int) -> None:
    case = open_case(engine, order_id=proven)
    ana, at = team["ana"], f"/conversations/{TALK}"
    taken = ana.post(f"{at}/take-over", case=case.reference)
    assert (taken.status_code, taken.headers["location"]) == (303, f"/desk/cases/{case.reference}#reply")
    assert read(engine, case).assignee == "ana"
    assert ana.post(f"{at}/reply", case=case.reference, text="Hello\r\nit goes out again").status_code == 303
    assert said(engine)[-1] == ("person", "Hello\nit goes out again")
    assert read(engine, case).state is CaseState.WAITING_FOR_SHOPPER
    assert ana.post(f"{at}/hand-back", case=case.reference, agreed="Again on Monday.").status_code == 303
    assert "Again on Monday." in said(engine)[-1][1]
    version = str(read(engine, case).version)
    done = ana.post(f"/cases/{case.reference}/solve", outcome="answered", version=version)
    assert done.status_code == 303
    assert (read(engine, case).state, read(engine, case).outcome) == (CaseState.SOLVED, Outcome.ANSWERED)
    again = str(read(engine, case).version)
    assert ana.post(f"/cases/{case.reference}/reopen", version=again).status_code == 303
    assert read(engine, case).state is CaseState.OPEN


def test_the_second_is_told_and_keeps_what_they_wrote(
    door: Door, team: dict[str, Member], engine: Engine, proven: int
) -> None:
    takeover.take_over(engine, TALK, ANA, now())
    before = said(engine)
    answer = team["ben"].post(f"/conversations/{TALK}/reply", text="my long & careful answer")
    assert answer.status_code == 409
    assert "Ana has had this conversation" in answer.text
    assert "my long &amp; careful answer" in answer.text
    # Not from whom the page did not show.
    assert team["ben"].post(f"/conversations/{TALK}/take-over").status_code == 409
    assert said(engine) == before
    assert team["ben"].post(f"/conversations/{TALK}/take-over", **{"from": "ana"}).status_code == 303
    with begin_read(engine) as connection:
        held = takeover.holder(connection, TALK)
    assert held is not None
    assert held.agent == BEN


def test_a_change_on_an_old_page_says_who_changed_what(
    door: Door, team: dict[str, Member], engine: Engine, proven: int
) -> None:
    case = open_case(engine, order_id=proven)
    old = str(case.version)
    assert team["ben"].post(f"/cases/{case.reference}/assign", to="ben", version=old).status_code == 303
    answer = team["ana"].post(f"/cases/{case.reference}/solve", outcome="done", version=old)
    assert answer.status_code == 409
    assert "Ben changed this case" in answer.text
    assert "gave it to Ben" in answer.text
    assert read(engine, case).state is not CaseState.SOLVED


def test_the_assistants_conversation_is_not_answered(
    door: Door, team: dict[str, Member], engine: Engine, proven: int
) -> None:
    answer = team["ana"].post(f"/conversations/{TALK}/reply", text="hi")
    assert answer.status_code == 409
    assert "take it over first" in answer.text


def test_whatsapp_takes_nothing_after_a_day(door: Door, team: dict[str, Member], engine: Engine) -> None:
    talk, wrote = "whatsapp:0123", now() - timedelta(hours=25)
    contact = Contact("user", "+33612345678", wrote)
    receive_all(engine, [Incoming("whatsapp", talk, "m0", "hello?", contact=contact)], wrote)
    takeover.take_over(engine, talk, ANA, now())
    before = said(engine, talk)
    page = team["ana"].get(f"/conversations/{talk}").text
    assert "WhatsApp has taken no free text here since" in page
    answer = team["ana"].post(f"/conversations/{talk}/reply", text="hi")
    assert answer.status_code == 409
    assert said(engine, talk) == before
    with begin_write(engine) as connection:
        contacts.keep(connection, "whatsapp", talk, Contact("user", "+33612345678", now()))
    assert team["ana"].post(f"/conversations/{talk}/reply", text="hi").status_code == 303
    assert said(engine, talk)[-1] == ("person", "hi")


def test_notes_labels_and_snoozing(door: Door, team: dict[str, Member], engine: Engine, proven: int) -> None:
    case = open_case(engine, order_id=proven)
    ana, at = team["ana"], f"/cases/{case.reference}"
    assert ana.post(f"{at}/note", text="called the depot").status_code == 303
    assert ana.post(f"{at}/label", label="VIP").status_code == 303
    page = ana.get(at).text
    assert "called the depot" in page
    assert "vip" in page
    assert ana.post(f"{at}/unlabel", label="vip").status_code == 303
    until = (now() + timedelta(hours=4)).isoformat()
    version = str(read(engine, case).version)
    assert ana.post(f"{at}/snooze", until=until, version=version).status_code == 303
    assert read(engine, case).state is CaseState.SNOOZED
    assert ana.post(f"{at}/wake", version=str(read(engine, case).version)).status_code == 303
    assert read(engine, case).state is CaseState.OPEN
    with begin_read(engine) as connection:
        what = [entry.what for entry in trail(connection, case.id)]
    assert what[1:4] == [Change.NOTE, Change.LABELLED, Change.UNLABELLED]


@pytest.mark.parametrize(
    ("action", "fields"),
    [
        ("note", {"text": "  "}),
        ("label", {"label": "x" * 41}),
        ("snooze", {"until": "2020-01-01T00:00:00+00:00", "version": "1"}),
        ("snooze", {"until": "soon", "version": "1"}),
        ("solve", {"outcome": "magic", "version": "1"}),
        ("solve", {"outcome": "done"}),
        ("assign", {"to": "nobody-at-all", "version": "1"}),
    ],
)
def test_a_wrong_form_changes_nothing(
    door: Door, team: dict[str, Member], engine: Engine, proven: int, action: str, fields: dict[str, str]
) -> None:
    case = open_case(engine, order_id=proven)
    assert team["ana"].post(f"/cases/{case.reference}/{action}", **fields).status_code == 422
    assert read(engine, case) == case


ACTIONS = [
    *((f"/conversations/{TALK}/{each}") for each in ("take-over", "reply", "hand-back", "typing", "mark")),
    *(
        f"/cases/C-000001/{each}"
        for each in ("take", "assign", "note", "label", "unlabel", "snooze", "wake", "solve", "reopen")
    ),
]


@pytest.mark.parametrize("path", ACTIONS)
def test_a_reader_and_another_site_can_do_nothing(
    door: Door, team: dict[str, Member], engine: Engine, proven: int, path: str
) -> None:
    case = open_case(engine, order_id=proven)
    before = said(engine)
    fields = {"text": "x", "outcome": "done", "label": "x", "version": "1", "turn": "1"}
    assert team["rea"].post(path, **fields).status_code == 403
    assert team["ana"].client.post(f"/desk{path}", data=fields).status_code == 403
    foreign = {"Origin": "https://evil.example"}
    posted = {**fields, "csrf": team["ana"].csrf}
    assert team["ana"].client.post(f"/desk{path}", data=posted, headers=foreign).status_code == 403
    assert (said(engine), read(engine, case)) == (before, case)


def test_who_is_writing_is_shown_to_the_others(
    door: Door, team: dict[str, Member], engine: Engine, proven: int
) -> None:
    at = f"/conversations/{TALK}"
    # Who does not have it writes to nobody.
    assert team["ana"].post(f"{at}/typing").status_code == 204
    assert "Ana is replying" not in team["ben"].get(at).text
    takeover.take_over(engine, TALK, ANA, now())
    team["ana"].post(f"{at}/typing")
    assert "Ana is replying" in team["ben"].get(at).text
    assert "Ana is replying" not in team["ana"].get(at).text
    team["ana"].post(f"{at}/reply", text="done")
    assert "Ana is replying" not in team["ben"].get(at).text


def test_a_wrong_reply_is_marked(door: Door, team: dict[str, Member], engine: Engine, proven: int) -> None:
    with begin_read(engine) as connection:
        turn = next(item.id[1:] for item in transcript(connection, TALK) if item.author == "bot")
    at = f"/conversations/{TALK}/mark"
    fields = {"turn": turn, "wrong": "yes", "intent": "ask_eta", "comment": "asked when"}
    assert team["ana"].post(at, **fields).status_code == 303
    with begin_read(engine) as connection:
        (marked,) = marks.listed(connection)
    assert (marked.intent, marked.comment, marked.by, marked.understood) == (
        "ask_eta",
        "asked when",
        "ana",
        "track_order",
    )
    assert team["ana"].post(at, **{**fields, "intent": "no_such"}).status_code == 422
    # A reply of another conversation is none of this one's.
    say(engine, "hi", "x1", "website:other")
    assert team["ana"].post("/conversations/website:other/mark", **fields).status_code == 422
    assert team["ana"].post(at, turn=turn, wrong="no").status_code == 303
    with begin_read(engine) as connection:
        assert marks.listed(connection) == []


def test_prepared_replies_are_filled_in(
    door: Door, team: dict[str, Member], engine: Engine, proven: int, tmp_path: Path
) -> None:
    takeover.take_over(engine, TALK, ANA, now())
    page = team["ana"].get(f"/conversations/{TALK}").text
    found = re.search(r'<option value="(Hello Camille[^"]+10042[^"]+)"', page)
    assert found
    assert "Ana" in found[1]
    assert "{" not in found[1]


def test_what_was_marked_is_listed_and_exported_without_personal_data(
    door: Door, team: dict[str, Member], engine: Engine
) -> None:
    said = "where is 10042?\n- intent: x camille@example.com +33 6 12 34 56 78"
    say(engine, said, "x1", reply=Reply(f"no idea {SCRIPT}"))
    with begin_read(engine) as connection:
        (turn,) = [item.id[1:] for item in transcript(connection, TALK) if item.author == "bot"]
    marks.mark(engine, TALK, int(turn), "ana", now(), intent="ask_eta", comment=SCRIPT)
    page = team["ana"].get("/training").text
    assert "ask_eta" in page
    assert SCRIPT not in page
    assert team["ana"].get("/training.yml").status_code == 403
    exported = team["ben"].get("/training.yml").text
    assert "camille" not in exported
    assert not re.search(r"\d{2}", exported)
    (learnt,) = yaml.safe_load(exported)["nlu"]
    assert learnt["intent"] == "ask_eta"
    assert learnt["examples"].count("\n") == 1
