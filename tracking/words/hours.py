"""When the team is there and by when somebody answers: only what the shop's policy says."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from tracking.hours import Hours
from tracking.policy import Policy
from tracking.policy import policy as shop_policy
from tracking.wording import Wording
from tracking.words.phrases import capital

#: The end of a wait is told no finer than this, and never too early.
ROUNDED = timedelta(minutes=15)
_MINUTE = timedelta(minutes=1)


def hours_sentence(words: Wording, now: datetime, *, policy: Policy | None = None) -> str:
    """Whether the team is there at `now` (aware), else when it is back; and by when to expect an answer.

    Empty where the shop does not say when it is open: there is nothing true to tell. Without a promised
    answer the sentence has none. `policy` is this process's own if none is given.
    """
    policy = policy or shop_policy()
    opens = policy.hours.next_opening(now)
    if opens is None:
        return ""
    is_open = policy.hours.is_open(now)
    said: dict[str, str | int] = {
        "Team": capital(policy.team.get(words.language) or words.text("hours-team")),
        "opens": words.moment(opens, now),
    }
    message = "hours-open" if is_open else "hours-closed"
    by = answer_time(policy.hours, now)
    if by is None:
        return words.text(message, **said)
    today = now.astimezone(by.tzinfo).date()
    # Told once, where both happen on it.
    same = not is_open and opens.date() == by.date() != today
    said |= {"by": words.by(by, now), "time": words.time(by), "hour": by.hour}
    said["same"] = "yes" if same else "no"
    return words.text(f"{message}-answer", **said)


def answer_time(hours: Hours, now: datetime) -> datetime | None:
    """By when to expect an answer, to the next quarter of an hour of opening time; None: none is promised."""
    by = hours.answer_by(now)
    if by is None:
        return None
    rounded = _up(by, ROUNDED)
    told = rounded if hours.is_open(rounded - timedelta(seconds=1)) else _up(by, _MINUTE)
    return told.astimezone(by.tzinfo)


def _up(at: datetime, step: timedelta) -> datetime:
    """`at` or the next moment, in UTC, that is a multiple of `step` (at most an hour) after a full hour."""
    at = at.astimezone(timezone.utc)
    hour = at.replace(minute=0, second=0, microsecond=0)
    past = at - hour
    return at if not past % step else hour + (past // step + 1) * step
