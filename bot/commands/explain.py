"""`wismo explain`: what is known about an order or a parcel, and what a shopper would be told."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracking.errors import WismoError

if TYPE_CHECKING:
    from tracking.parcels import Parcel
    from tracking.statements import Explanation
    from tracking.wording import Wording


class NothingFoundError(WismoError):
    """There is no such order and no such parcel."""


class BadOptionError(WismoError):
    """An option has a value that makes no sense."""


class TierName(str, Enum):
    """How much is shown, see `tracking.vocabulary.Tier`."""

    STATUS = "status"
    FULL = "full"


def explain(
    number: Annotated[str, typer.Argument(help="An order number or a tracking number.")],
    lang: Annotated[str, typer.Option(help="Language of the sentences; the shop's first by default.")] = "",
    at: Annotated[
        str, typer.Option(help="Explain as of this moment, such as 2026-11-21T10:00Z; now by default.")
    ] = "",
    tier: Annotated[
        TierName, typer.Option(help="What a tracking number alone may show, or everything.")
    ] = TierName.FULL,
    as_json: Annotated[bool, typer.Option("--json", help="Print every statement with its facts.")] = False,
) -> None:
    """Explain every parcel of an order, or every parcel that bears a tracking number.

    This is a tool for the shop's people: it asks for no proof.
    """
    from tracking.explain import explain as explain_parcel
    from tracking.settings import settings
    from tracking.vocabulary import Tier
    from tracking.wording import wording

    language = lang or settings().default_language
    if language not in settings().languages:
        raise BadOptionError(f"--lang: {language!r} is none of {', '.join(settings().languages)}")
    now = _moment(at)
    explanations = [
        explain_parcel(parcel, now=now, tier=Tier[tier.name], zone=settings().shop_zone, count=count)
        for parcel, count in _find(number)
    ]
    words = wording(language)
    if as_json:
        parcels = [_as_dict(each, words) for each in explanations]
        typer.echo(json.dumps({"parcels": parcels}, ensure_ascii=False, indent=2))
        return
    typer.echo("\n\n".join(_as_text(each, words) for each in explanations))


def _find(number: str) -> list[tuple[Parcel, int]]:
    """The parcels meant, each with the number of parcels of its order.

    Raises:
        NothingFoundError: neither an order nor a parcel has this number.
    """
    from tracking import store
    from tracking.db import begin_read, default_engine
    from tracking.migrations import upgrade
    from tracking.parcels import Parcel

    engine = default_engine()
    upgrade(engine)
    with begin_read(engine) as connection:
        order = store.find_order(connection, number)
        if order:
            parcels = store.parcels_of(connection, order.id) or [Parcel(order=order, lines=order.lines)]
            return [(parcel, len(parcels)) for parcel in parcels]
        found = store.parcels_by_tracking(connection, number)
        if not found:
            raise NothingFoundError("no order and no parcel has this number")
        return [(parcel, len(store.parcels_of(connection, parcel.order.id))) for parcel in found]


def _moment(written: str) -> datetime:
    """The moment written, in the shop's zone where it names none; now where nothing is written.

    Raises:
        BadOptionError: it is no such time.
    """
    from tracking.settings import settings
    from tracking.sources.wire import FIRST_YEAR, LAST_YEAR

    if not written:
        return datetime.now(timezone.utc)
    try:
        # Python 3.10 reads +00:00 but not Z.
        at = datetime.fromisoformat(written[:-1] + "+00:00" if written[-1] in "Zz" else written)
    except ValueError as error:
        raise BadOptionError(f"--at: {written[:60]!r} is not a time such as 2026-11-21T10:00Z") from error
    if not FIRST_YEAR < at.year < LAST_YEAR:
        # Near the ends of the calendar there is no day before or after.
        raise BadOptionError(f"--at: give a year between {FIRST_YEAR} and {LAST_YEAR}")
    return at if at.tzinfo else at.replace(tzinfo=settings().shop_zone)


def _as_text(explanation: Explanation, words: Wording) -> str:
    card = words.card(explanation)
    rows = words.page(explanation)
    width = max(len(label) for label, _ in rows)
    table = "\n".join(f"{label.ljust(width)}  {text}" for label, text in rows)
    return f"{card['title']}\n{words.chat(explanation)}\n\n{table}"


def _as_dict(explanation: Explanation, words: Wording) -> dict[str, Any]:
    """Every statement with its facts, and `text`: the same in words, in each form."""
    text = {
        "language": words.language,
        "chat": words.chat(explanation),
        "line": words.line(explanation),
        "page": [{"label": label, "text": said} for label, said in words.page(explanation)],
        "card": words.card(explanation),
    }
    return {**explanation.as_dict(), "text": text}
