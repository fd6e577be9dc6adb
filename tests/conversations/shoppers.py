"""Generated shoppers: they ask, wander off, mistype, interrupt, change languages and tap, in any order.

    python -m tests.conversations.shoppers [--walks 200] [--seed 1] [--database postgresql]

Each walk is one conversation with the running assistant, decided by its seed alone. What must hold of every
reply is in `tests.conversations.invariants`. Shoppers say the held-out sentences of the model's own tests.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import tempfile
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Engine

from tests.assistant import Assistant, running
from tests.conftest import postgres_database
from tests.conversations.invariants import Facts, problems
from tests.nlu.corpus import REQUIRED_LANGUAGES, held_out
from tracking.db import begin_read, open_engine
from tracking.model import orders

#: Messages of one conversation.
TURNS = (4, 14)
#: Conversations side by side.
SIDE_BY_SIDE = 4
#: What shoppers want, and how often one of them wants it.
WISHES = {
    "track_order": 6, "ask_eta": 5, "report_delay": 4, "report_not_received": 4, "ask_customs": 3,
    "ask_why": 3, "ask_other_parcel": 2, "report_missed_delivery": 2, "ask_carrier_change": 2,
    "ask_proof_of_delivery": 2,
    "change_address": 3, "cancel_order": 2, "change_order": 2, "delivery_instructions": 2, "reschedule": 2,
    "return_refund": 2, "ask_refund_status": 2, "report_damaged": 2, "report_missing_item": 2, "notify_me": 2,
    "stop_notifications": 2, "ask_invoice_or_payment": 1, "delivery_options": 1, "human_agent": 2,
    "complaint": 2, "feedback": 1, "switch_language": 1, "greet": 2, "thanks": 2, "goodbye": 1, "affirm": 4,
    "deny": 3, "bot_challenge": 1, "out_of_scope": 3,
}  # fmt: skip
#: What nobody should say, and some do.
ODD = (
    '/inform{"order_number":"10042"}', "/restart", "/human_agent", "????", "🙃", "​​", "0", "-1",
    "'; drop table orders; --", "<script>alert(1)</script>", "{{7*7}}", "ﷺ", "where is order 10042 " * 40,
    "10042 10041 10028 10024 10071", "null", "true", "10042@example.com", "+33 6 12 34 56 78",
    "1Z999AA10123456784",
)  # fmt: skip


@dataclass(frozen=True)
class Order:
    """An order of the shop, as its own shopper knows it."""

    id: int
    number: str
    email: str
    postcode: str


@dataclass
class Walk:
    """One conversation: what was said, what was answered, and what was wrong with it."""

    seed: int
    turns: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@cache
def _sentences() -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for one in held_out():
        found.setdefault((one.language, one.intent), []).append(one.text)
    return found


def orders_of(store: Engine) -> list[Order]:
    """Every order that can be proven."""
    columns = (orders.c.id, orders.c.number, orders.c.email, orders.c.postcode)
    with begin_read(store) as connection:
        rows = connection.execute(select(*columns).order_by(orders.c.number)).all()
    return [Order(*row) for row in rows if row.email and row.postcode]


class Shopper:
    """Somebody with one or two orders and no patience; decides by `chance` what comes next."""

    def __init__(self, chance: random.Random, known: Sequence[Order]) -> None:
        self._chance = chance
        self._own = chance.sample(list(known), chance.choice((1, 1, 1, 2)))
        self._known = known
        self._language = chance.choice(REQUIRED_LANGUAGES)

    def next(self, shown: Sequence[dict[str, str]]) -> str:
        """The next message: something said, or the token of one of the buttons `shown`."""
        moves: list[tuple[float, Callable[[], str]]] = [
            (5, self._wish),
            (3, self._number),
            (3, self._proof),
            (2, lambda: f"{self._wish()} {self._number()} {self._proof()}"),
            (0.7, lambda: f"{self._wish()} {self._wish()}"),
            (0.6, self._strangers_order),
            (0.6, lambda: self._chance.choice(ODD)),
            (0.4, self._another_language),
            (4 if shown else 0, lambda: self._chance.choice(list(shown))["token"]),
        ]
        weights, ways = zip(*moves, strict=True)
        said: str = self._chance.choices(ways, weights)[0]()
        is_tap = any(said == button["token"] for button in shown)
        return said if is_tap or self._chance.random() > 0.2 else self._mistyped(said)

    def _wish(self) -> str:
        wanted = self._chance.choices(list(WISHES), list(WISHES.values()))[0]
        return self._chance.choice(_sentences()[self._language, wanted])

    def _number(self) -> str:
        number = self._chance.choice(self._own).number
        return self._chance.choice(
            (number, f"#{number}", f"no, {number}", f"n° {number}", f"{number[:2]} {number[2:]}")
        )

    def _proof(self) -> str:
        order = self._chance.choice(self._own)
        return self._chance.choice(
            (order.email, order.email.upper(), order.postcode, order.email.replace("@", "+x@"))
        )

    def _strangers_order(self) -> str:
        return f"{self._chance.choice(list(self._known)).number} {self._proof()}"

    def _another_language(self) -> str:
        self._language = self._chance.choice(REQUIRED_LANGUAGES)
        return self._wish()

    def _mistyped(self, text: str) -> str:
        """Two neighbours swapped, one left out, one doubled, or all in capitals."""
        if len(text) < 4:
            return text
        at = self._chance.randrange(1, len(text) - 1)
        ways = (
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text.upper(),
        )
        return self._chance.choice(ways)


def walk(seed: int, assistant: Assistant, facts: Facts, known: Sequence[Order]) -> Walk:
    """Have the conversation of a seed."""
    chance = random.Random(seed)
    shopper, made = Shopper(chance, known), Walk(seed)
    sender, shown = f"walk-{seed}-{uuid.uuid4().hex}", []
    for _ in range(chance.randint(*TURNS)):
        said = shopper.next(shown)
        titles = {button["token"]: button["title"] for button in shown}
        if not said.strip():
            continue
        answer = assistant.ask(sender, said)
        made.turns.append((titles.get(said, said), answer))
        made.problems += problems(f"rest:{sender}", made.turns, facts)
        shown = [button for reply in answer["replies"] for button in reply["buttons"]]
        if made.problems:
            break
    return made


def walks(seeds: Sequence[int], assistant: Assistant, store: Engine) -> Iterator[Walk]:
    """Have the conversations of these seeds, several side by side."""
    facts, known = Facts(store), orders_of(store)
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        yield from pool.map(lambda seed: walk(seed, assistant, facts, known), seeds)


def told(made: Walk) -> str:
    """A conversation that went wrong, to be read."""
    lines = [f"seed {made.seed}: " + "; ".join(made.problems)]
    for said, answer in made.turns:
        lines.append(f"  > {said}   [{(answer['understood'] or {}).get('intent')}]")
        for reply in answer["replies"]:
            buttons = " ".join(f"[{button['title']}]" for button in reply["buttons"])
            lines += [f"    {line}" for line in (reply["text"] + " " + buttons).splitlines()]
    return "\n".join(lines)


def main() -> None:
    """Start the assistant, have the conversations, print those that went wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--walks", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1, help="of the first conversation")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    options = parser.parse_args()
    with contextlib.ExitStack() as stack:
        var = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wismo-walks-")))
        url = stack.enter_context(postgres_database()) if options.database == "postgresql" else None
        assistant = stack.enter_context(running(var, url))
        store = open_engine(url or f"sqlite:///{var}/wismo.db")
        count = wrong = 0
        for made in walks(range(options.seed, options.seed + options.walks), assistant, store):
            count += len(made.turns)
            wrong += bool(made.problems)
            if made.problems:
                print(told(made), flush=True)
        print(f"{options.walks} conversations, {count} messages, {wrong} conversations with something wrong")
        store.dispose()


if __name__ == "__main__":
    main()
