"""Replies that the team called wrong, and what is to be learnt from them: sentences without personal data."""

from __future__ import annotations

import re
from collections.abc import Iterable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.desk import accounts, audit
from bot.desk.accounts import Role
from bot.desk.context import Desk
from bot.desk.conversation_page import talk_path
from bot.desk.pages import page
from bot.desk.render import current_user, desk_of, render
from tracking import marks
from tracking.db import begin_read, begin_write
from tracking.marks import Marked
from tracking.numbers import find_references
from tracking.settings import settings
from tracking.spoken import WRITTEN_LANGUAGES

#: What stands in a sentence instead of what belongs to somebody; a number that is nothing we know goes too.
PLACEHOLDERS = {
    "order_number": "ordernumber",
    "tracking_number": "trackingnumber",
    "email": "emailaddress",
    "postcode": "postcode",
}
_NUMBER = re.compile(r"\+?\d[\d\s().-]{3,}\d")


@page("/training", role=Role.AGENT)
async def training(request: Request) -> Response:
    """The list."""
    found, people = await run_in_threadpool(_read, desk_of(request))
    return render(request, "conversation_training.html", marked=found, people=people, talk_path=talk_path)


@page("/training.yml", role=Role.LEAD)
async def export(request: Request) -> Response:
    """The sentences whose intent somebody has named, as Rasa reads them."""
    desk, user = desk_of(request), current_user(request)
    found, _ = await run_in_threadpool(_read, desk)
    await run_in_threadpool(_record, desk, user.login)
    headers = {"Content-Disposition": 'attachment; filename="training.yml"'}
    return Response(as_yaml(found), media_type="application/yaml", headers=headers)


PAGES = [training, export]


def as_yaml(found: Iterable[Marked]) -> str:
    """Masked sentences by language and intent; each once, and none that was a tap."""
    learnt: dict[tuple[str, str], dict[str, None]] = {}
    for each in found:
        if each.intent is None or each.said is None or each.tapped:
            continue
        sentence = masked(each.said)
        if sentence and each.language in WRITTEN_LANGUAGES:
            learnt.setdefault((each.language, each.intent), {})[sentence] = None
    lines = ['version: "3.1"', "nlu:" if learnt else "nlu: []"]
    language = ""
    for (spoken, intent), sentences in sorted(learnt.items()):
        if spoken != language:
            lines.append(f"  # {spoken}")
            language = spoken
        lines += [f"  - intent: {intent}", "    examples: |"]
        lines += [f"      - {sentence}" for sentence in sentences]
    return "\n".join(lines) + "\n"


def masked(text: str) -> str:
    """A sentence on one line, its references and longer numbers replaced."""
    pieces, position = [], 0
    for found in sorted(find_references(text, settings().order_pattern), key=lambda each: each.start):
        pieces += [text[position : found.start], f" {PLACEHOLDERS[found.kind]} "]
        position = found.end
    pieces.append(text[position:])
    return " ".join(_NUMBER.sub(" number ", "".join(pieces)).split())


def _read(desk: Desk) -> tuple[list[Marked], dict[str, str]]:
    with begin_read(desk.engine) as connection:
        people = {each.login: each.name for each in accounts.users(connection)}
        return marks.listed(connection), people


def _record(desk: Desk, login: str) -> None:
    with begin_write(desk.engine) as connection:
        audit.record(connection, login, "exported_training", desk.clock())
