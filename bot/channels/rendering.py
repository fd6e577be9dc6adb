"""One neutral reply within a messenger's limits: plain text, buttons or a list, the parcel card as lines.

The website draws the card itself and needs nothing of this.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

#: Events of a parcel that a message shows; a button shows all of them.
NEWEST = 3
#: A word is not cut in two if a space is found within so many characters.
WORD = 40
MARKS = {"done": "✓", "current": "●", "todo": "○"}
ELLIPSIS = "…"


class Words(Protocol):
    """The texts of one language, such as `tracking.wording.Wording`."""

    def text(self, message_id: str, **values: str | int) -> str:
        """Any message of the language's files."""


@dataclass(frozen=True)
class Limits:
    """What a platform takes in one message. Lengths are in UTF-16 units, the strictest way to count."""

    text: int
    #: Reply buttons of a message, and the length of a button's title.
    buttons: int
    title: int
    #: Rows of a list, for more choices than buttons; 0 for a platform without lists.
    list_rows: int = 0
    row_title: int = 0
    row_description: int = 0
    #: Length of the text when there are buttons or a list, where the platform has another limit for that.
    text_with_choices: int | None = None


@dataclass(frozen=True)
class Choice:
    """A button or a row; `description` holds the end of a row's title that was too long."""

    title: str
    token: str
    description: str = ""


@dataclass(frozen=True)
class Rendered:
    """A message that the platform takes; at most one of `buttons` and `rows` holds anything."""

    text: str
    buttons: tuple[Choice, ...] = ()
    rows: tuple[Choice, ...] = ()
    #: Whether something was left out of the text.
    trimmed: bool = False
    #: Start and end of the card's heading in `text`, in characters, for platforms with bold text.
    heading: tuple[int, int] | None = None


def units(text: str) -> int:
    """Length of `text` in UTF-16 units: an emoji counts two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def render(reply: Mapping[str, Any], limits: Limits, words: Words) -> Rendered:
    """The reply {"text", "buttons": [{"title", "token"}], "card"} as one message.

    What is too long loses the card's events first, then its progress, then the end of the text, which then
    says so.
    """
    choices = list(reply.get("buttons") or ())
    longest = limits.text
    if choices and limits.text_with_choices is not None:
        longest = limits.text_with_choices
    text = str(reply.get("text") or "").strip()
    blocks = card_blocks(reply.get("card"), text)
    dropped = False
    while blocks and units("\n\n".join([text, *blocks])) > longest:
        blocks.pop()
        dropped = True
    card = "\n\n".join(blocks)
    whole = "\n\n".join(filter(None, (text, card)))
    heading = None
    if card:
        start = len(whole) - len(card)
        heading = (start, start + len(card.partition("\n")[0]))
    if units(whole) > longest:
        whole, dropped = trim(whole, longest, words.text("channel-shortened")), True
    buttons, rows = _choices(choices, limits)
    return Rendered(whole, buttons, rows, dropped, heading)


def _choices(
    given: Sequence[Mapping[str, str]], limits: Limits
) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """Buttons where they fit, else rows of a list, else as many buttons as there may be."""
    fit = len(given) <= limits.buttons and all(units(each["title"]) <= limits.title for each in given)
    if fit or not limits.list_rows:
        return tuple(
            Choice(trim(each["title"], limits.title), each["token"]) for each in given[: limits.buttons]
        ), ()
    return (), tuple(_row(each, limits) for each in given[: limits.list_rows])


def _row(given: Mapping[str, str], limits: Limits) -> Choice:
    title = trim(given["title"], limits.row_title)
    if title == given["title"] or not limits.row_description:
        return Choice(title, given["token"])
    return Choice(title, given["token"], trim(given["title"], limits.row_description))


def trim(text: str, longest: int, note: str = "") -> str:
    """`text` in at most `longest` UTF-16 units, cut between words where it can be; `note` follows the cut."""
    if units(text) <= longest:
        return text
    end = f"{ELLIPSIS} {note}" if note else ELLIPSIS
    kept = text.encode("utf-16-le", "surrogatepass")[: 2 * max(0, longest - units(end))]
    # Half of an emoji goes.
    cut = kept.decode("utf-16-le", "ignore")
    space = max(cut.rfind(" "), cut.rfind("\n"))
    if space > 0 and len(cut) - space <= WORD:
        cut = cut[:space]
    return cut.rstrip(" \n.,;:·›") + end


def card_blocks(card: Mapping[str, Any] | None, text: str) -> list[str]:
    """The card as blocks of lines, the one that is missed least last: heading and facts, progress, events.

    What `text` has said already is not said again.
    """
    if not card:
        return []
    eta = str(card.get("eta") or "")
    facts = [
        " · ".join(filter(None, (card.get("title"), card.get("status")))),
        "" if eta.casefold() in text.casefold() else eta,
        " · ".join(filter(None, (card.get("carrier"), card.get("tracking_number")))),
    ]
    blocks = ["\n".join(filter(None, facts))]
    if card.get("progress"):
        blocks.append(progress_line(card["progress"]))
    if card.get("timeline"):
        blocks.append("\n".join(event_line(event) for event in card["timeline"][:NEWEST]))
    return [block for block in blocks if block]


def progress_line(steps: Sequence[Mapping[str, Any]]) -> str:
    """The milestones in one line: ✓ those passed, ● the present one, ○ those ahead."""
    return " › ".join(f"{MARKS[step['state']]} {step['label']}" for step in steps)


def event_line(event: Mapping[str, Any]) -> str:
    """One event: what, when and where."""
    return "• " + " · ".join(filter(None, (event.get("label"), event.get("at"), event.get("place"))))


def folds(card: Mapping[str, Any] | None) -> bool:
    """Whether a message shows fewer events than the card has."""
    return bool(card) and len((card or {}).get("timeline") or ()) > NEWEST


def timeline(card: Mapping[str, Any], words: Words) -> str:
    """All events of a card, the newest first."""
    title = str(card.get("title") or card.get("status") or "")
    return "\n".join([words.text("channel-timeline", title=title), *map(event_line, card["timeline"])])
