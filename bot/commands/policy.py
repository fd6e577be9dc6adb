"""`wismo policy`: whether a shop's policy can be used, and in words what it means."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tracking.policy import Change, Policy

#: Variables of the environment that win over the file.
WINNING = ("WISMO_SHOP_NAME", "WISMO_SHOP_ZONE", "WISMO_LANGUAGES")
#: How shoppers are addressed, in the language's own word.
ADDRESS = {
    "formal": {"fr": "vous", "es": "usted", "de": "Sie"},
    "informal": {"fr": "tu", "es": "tú", "de": "du"},
}


def policy(
    file: Annotated[
        Path | None, typer.Argument(help="The policy to check; without it, the one that would be used.")
    ] = None,
) -> None:
    """Check a shop's policy and say in words what it means; what is wrong with it is said all at once."""
    from tracking.policy import DEFAULT, read_policy

    named = os.environ.get("WISMO_POLICY")
    path = file or (Path(named) if named else DEFAULT)
    found = read_policy(path, os.environ)
    typer.echo(f"{path} can be used.")
    if path == DEFAULT:
        typer.echo("It is the demo shop's: copy it, make it yours, and name your copy in WISMO_POLICY.")
    for name in WINNING:
        if os.environ.get(name):
            typer.echo(f"{name} is set and wins over the file.")
    for line in told(found, datetime.now(timezone.utc)):
        typer.echo(line)


def told(found: Policy, now: datetime) -> Iterator[str]:
    """The policy in words, line by line."""
    yield ""
    yield f"Shop: {found.shop_name}, on the clock of {found.zone.key}"
    spoken = [_language(found, code) for code in found.languages]
    yield f"Languages: {', '.join(spoken)}; {found.default_language} when nothing better is known"
    yield ""
    yield from _hours(found, now)
    yield ""
    yield "Changes that shoppers can ask for"
    for name, change in found.changes.items():
        yield f"  {name.replace('_', ' ')}: {_change(change)}"
    yield ""
    yield "Waits"
    yield f"  delivered but not there: a claim is opened {_length(found.waits.not_received)} after the scan"
    yield f"  a rating is asked for after {_length(found.waits.rating)} of silence"
    days = found.returns_days
    yield f"  returns: {f'possible within {days} days of delivery' if days else 'for how long is not told'}"
    yield ""
    yield from _topics(found)


def _language(found: Policy, code: str) -> str:
    register = found.tone.get(code)
    return f"{code} ({ADDRESS[register][code]})" if register else code


def _hours(found: Policy, now: datetime) -> Iterator[str]:
    from tracking.hours import WEEKDAYS

    hours = found.hours
    if not hours.known:
        yield "Hours: not given, so nothing is said about when somebody answers"
        return
    yield "Hours"
    for number, name in enumerate(WEEKDAYS):
        intervals = (f"{_clock(each.start)}-{_clock(each.end)}" for each in hours.week.get(number, ()))
        yield f"  {name.capitalize():<10} {', '.join(intervals) or 'closed'}"
    if hours.holidays:
        yield f"  closed on the public holidays of {hours.holidays}"
    if ahead := sorted(day for day in hours.closed if day >= now.astimezone(hours.zone).date()):
        yield f"  closed too: {', '.join(_periods(ahead))}"
    opens = hours.next_opening(now)
    if opens is None:
        yield "  no open day in the next year: nothing is said about when somebody answers"
    elif hours.is_open(now):
        yield "  open right now"
    else:
        yield f"  closed right now, open on {opens:%A %d %B %Y at %H:%M}"
    by = hours.answer_by(now)
    if by is None:
        yield "  no time is promised for an answer"
    else:
        promised = _length(hours.answer or timedelta())
        yield f"  an answer within {promised} of opening time: asked now, by {by:%A %d %B %Y at %H:%M}"


def _change(change: Change) -> str:
    if change.until is None:
        return "never possible"
    page = "; shoppers can do it themselves on a page" if change.links else ""
    return f"possible before the parcel is at {change.until.value}{page}"


def _topics(found: Policy) -> Iterator[str]:
    from tracking.policy import TOPICS

    yield "Pages and sentences of your own"
    for topic in TOPICS:
        pages = [code for code in found.languages if found.link(topic, code)]
        # Only its own language's page is read by everybody whom it is shown to.
        foreign = [code for code in pages if not found.links[topic].get(code)]
        sentences = [code for code in found.languages if found.answer(topic, code)]
        said = [
            f"page {_of(pages, found)}" if pages else "no page",
            *([f"{', '.join(foreign)} get the one in {found.default_language}"] if foreign else []),
            *([f"sentence {_of(sentences, found)}"] if sentences else []),
        ]
        if not pages and not sentences:
            said = ["not given: a colleague answers"]
        yield f"  {topic}: {'; '.join(said)}"


def _of(codes: list[str], found: Policy) -> str:
    lacking = [code for code in found.languages if code not in codes]
    return f"in {', '.join(codes)}, missing in {', '.join(lacking)}" if lacking else "in every language"


def _periods(days: list[date]) -> Iterator[str]:
    first = last = days[0]
    for day in [*days[1:], date.max]:
        if day - last > timedelta(days=1):
            yield str(first) if first == last else f"{first} to {last}"
            first = day
        last = day


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _length(length: timedelta) -> str:
    minutes = int(length.total_seconds()) // 60
    if minutes < 60:
        return f"{minutes} min"
    rest = f" {minutes % 60} min" if minutes % 60 else ""
    return f"{minutes // 60} h{rest}"
