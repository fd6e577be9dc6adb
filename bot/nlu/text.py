"""What every component does to a message's text before reading it: cap, clean, mask.

Entities keep positions in the message as it was sent, so references and dates are looked for in `head`;
the language and the intent are read from `masked`, where no reference, mark or shouting is left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from tracking.numbers import Reference, find_references
from tracking.settings import settings

#: Characters of a message that are read at all: Telegram's and WhatsApp's limit for a text.
MAX_CHARACTERS = 4096
#: Characters of a masked text; the longest sentence to learn from has a third of that.
MAX_MASKED = 480
#: What the beginning has of a text that is cut: shoppers open with the matter and close with the question.
HEAD_SHARE = 2 / 3
#: A payload that a button issued ("/inform{…}"), which Rasa reads itself; no typed text starts so.
PAYLOAD_PREFIX = "/"
#: One word for each kind of reference, so that two order numbers are the same sentence to the encoder.
PLACEHOLDERS = {
    "order_number": "ordernumber",
    "tracking_number": "trackingnumber",
    "email": "emailaddress",
    "postcode": "postcode",
}

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
#: Four of a kind or more say no more than three ("pleeeease", "!!!!!!!!").
_RUN = re.compile(r"(.)\1{3,}", re.DOTALL)
_SPACE = re.compile(r"\s+")
_PAYLOAD_MARKS = re.compile(rf"^[\s{PAYLOAD_PREFIX}]+")


def is_payload(text: str) -> bool:
    """Whether Rasa will read the text as an issued payload and not as words; it strips white space first."""
    return text.lstrip().startswith(PAYLOAD_PREFIX)


def as_typed(text: str) -> str:
    """A text such that Rasa reads words, whatever the shopper typed in front of them."""
    return _PAYLOAD_MARKS.sub("", text)


def head(text: str) -> str:
    """The part of a message that is read: its first `MAX_CHARACTERS`, positions unchanged."""
    return text[:MAX_CHARACTERS]


def references_in(text: str) -> list[Reference]:
    """The references of a message, in the shop's own order pattern; positions are those of the message."""
    return find_references(head(text), settings().order_pattern)


def masked(text: str, references: Iterable[Reference] | None = None) -> str:
    """The words of a message: references replaced, marks and repeats dropped, lower case, one line, cut.

    `references` are those of `references_in`, where the caller has them already.
    """
    cut = head(text)
    found = references_in(text) if references is None else references
    pieces: list[str] = []
    position = 0
    for reference in sorted(found, key=lambda found_one: found_one.start):
        pieces += [cut[position : reference.start], " ", PLACEHOLDERS[reference.kind], " "]
        position = reference.end
    pieces.append(cut[position:])
    return head_and_tail(clean("".join(pieces)), MAX_MASKED)


def head_and_tail(text: str, characters: int) -> str:
    """At most so many characters of a text, the greater part from its beginning."""
    if len(text) <= characters:
        return text
    first = int((characters - 1) * HEAD_SHARE)
    return f"{text[:first]} {text[len(text) - (characters - 1 - first) :]}"


def words_of(message: Message) -> str:
    """The masked text of a message, made once for all components; that of a payload is empty."""
    words: str | None = message.get(_WORDS)
    if words is None:
        sent = message.get(TEXT) or ""
        words = "" if is_payload(sent) else masked(sent)
        message.set(_WORDS, words)
    return words


def clean(text: str) -> str:
    """NFKC, lower case, straight apostrophes; control, format and surrogate characters become spaces."""
    normal = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).lower()
    visible = "".join(
        " " if unicodedata.category(character) in _UNREAD else character for character in normal
    )
    return _SPACE.sub(" ", _RUN.sub(r"\1\1\1", visible)).strip()


#: Where a message keeps its masked text between components.
_WORDS = "masked text"
#: Control, format (zero-width, direction marks), surrogate and private-use characters, and the unassigned.
_UNREAD = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
