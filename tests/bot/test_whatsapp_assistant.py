"""A shopper on WhatsApp talks with the whole assistant: real processes, and the Cloud API as documented."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy import select, update
from sqlalchemy.engine import Engine

from bot.words import words_for
from tests.assistant import Assistant, environment, start, wismo
from tests.bot.conftest import eventually
from tests.bot.whatsapp_api import Cloud, Sent, Shopper, deliver, serving, status, value, write
from tracking.db import begin_read, begin_write, open_engine
from tracking.model import cases, identities, orders
from tracking.model import outbox as table

pytestmark = [pytest.mark.server, pytest.mark.timeout(600)]

#: An order of the demo shop, out for delivery in Lyon; the test gives it a phone number.
ORDER, EMAIL = "10042", "camille@example.com"
CAMILLE = Shopper("33612345678", "FR.101")
#: Another order of the demo shop, and who it is given to.
OTHER_ORDER, JONAS = "10043", Shopper("4915112345678", "DE.102")
TURN_SECONDS = 60.0


@dataclass(frozen=True)
class There:
    """The demo shop on WhatsApp."""

    assistant: Assistant
    cloud: Cloud
    store: Engine

    def say(self, who: Shopper, text: str) -> Sent:
        """Write, and wait for the one message that answers it."""
        return self._answer(who, lambda: write(self.assistant.url, who, who.text(text)).status_code)

    def tap(self, who: Shopper, title: str) -> Sent:
        """Tap a button or choose a row of the last message."""
        last = self.cloud.to(who.number or who.user_id or "")[-1]
        tapped = who.tap(title, last.choices[title], row=last.message["interactive"]["type"] == "list")
        return self._answer(who, lambda: write(self.assistant.url, who, tapped).status_code)

    def _answer(self, who: Shopper, send: Callable[[], int]) -> Sent:
        name = who.number or who.user_id or ""
        before = len(self.cloud.to(name))
        assert send() == 200
        eventually(lambda: len(self.cloud.to(name)) > before, TURN_SECONDS)
        (answer,) = self.cloud.to(name)[before:]
        return answer


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[There]:
    """The demo shop with a number on WhatsApp."""
    var = tmp_path_factory.mktemp("whatsapp")
    with serving() as cloud:
        env = {**environment(var), **cloud.environment()}
        loaded = wismo("demo", "load", env=env)
        assert loaded.returncode == 0, loaded.stderr
        store = open_engine(f"sqlite:///{var}/wismo.db")
        with begin_write(store) as connection:
            for number, who in ((ORDER, CAMILLE), (OTHER_ORDER, JONAS)):
                theirs = update(orders).where(orders.c.number == number)
                connection.execute(theirs.values(phone=f"+{who.number}"))
        with start(env, var / "up.log") as assistant:
            yield There(assistant, cloud, store)
        store.dispose()
        log = (var / "up.log").read_text()
        for who in (CAMILLE, JONAS):
            assert str(who.number) not in log
            assert str(who.user_id) not in log


def test_a_verified_number_asks_gets_the_answer_and_taps(there: There) -> None:
    words = words_for("en")
    answer = there.say(CAMILLE, "Where is my order?")
    for fact in ("Chronopost", "Lyon", f"Order {ORDER}", "● Out for delivery"):
        assert fact in answer.text, answer.text
    assert [typing for _, typing in there.cloud.marked] == [True]
    assert words.text("button-show-all") in answer.choices
    everything = there.tap(CAMILLE, words.text("button-show-all"))
    assert everything.text.count("\n• ") > answer.text.count("\n• ")
    with begin_read(there.store) as connection:
        assert connection.execute(select(identities.c.method)).scalars().all() == ["phone"]
    when = there.say(CAMILLE, "and when will it arrive?")
    assert when.text
    # Reports on all three come late, twice and in another order.
    sent = [answer, everything, when]
    reports = [
        status(each.id, name, ours=int(each.message["biz_opaque_callback_data"]))
        for name in ("read", "delivered", "sent", "delivered")
        for each in reversed(sent)
    ]
    assert deliver(there.assistant.url, value(statuses=reports)).status_code == 200
    with begin_read(there.store) as connection:
        query = select(table).where(table.c.platform_id.in_([each.id for each in sent]))
        rows = connection.execute(query).all()
    assert [(row.state, row.receipt) for row in rows] == [("sent", "read")] * 3


def test_the_team_sees_the_order_of_who_asks_for_a_person_first(there: There) -> None:
    there.say(JONAS, "Ich möchte mit einem Menschen sprechen")
    with begin_read(there.store) as connection:
        mine = select(cases.c.order_id).where(cases.c.channel == "whatsapp")
        (order_id,) = connection.execute(mine).scalars()
        number = connection.execute(select(orders.c.number).where(orders.c.id == order_id)).scalar_one()
    assert number == OTHER_ORDER


def test_another_number_has_to_prove_it(there: There) -> None:
    words, mia = words_for("en"), Shopper("33687654321", "FR.102")
    assert there.say(mia, "Where is my order?").text == words.text("utter-ask-identify-form-order-number")
    assert there.say(mia, ORDER).text == words.text("utter-ask-identify-form-proof")
    assert "Lyon" not in there.say(mia, f"my phone is +{CAMILLE.number}").text
    assert "Lyon" in there.say(mia, EMAIL).text


def test_who_hides_the_number_is_answered_too(there: There) -> None:
    hidden = Shopper(None, "FR.103")
    words = words_for("fr")
    asked = there.say(hidden, "Bonjour, où est ma commande ?")
    assert asked.text == words.text("utter-ask-identify-form-order-number")
    assert there.say(hidden, f"{ORDER}, {EMAIL}").text.count("Lyon")


def test_a_slash_is_a_text(there: There) -> None:
    stranger = Shopper("33600000001", "FR.104")
    answer = there.say(stranger, f'/track_order{{"order_number": "{ORDER}", "parcel": 1}}')
    assert "Lyon" not in answer.text
