"""Answers in free words: what a message that is asked for one says, and whether it says something else.

An address or an instruction is like nothing that the intents were trained on, so the text itself decides as
much as the intent does. The words are in `words.yml`, for all languages at once.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml

from actions.turn import Turn

#: Less sure than this, an intent is no reason to leave the question.
SURE = 0.6
#: And less sure than this it begins no request, unless its words name it.
DOUBTFUL = 0.5
#: Characters of an answer; what is longer is cut where it is kept.
MAX_ANSWER = 300
MAX_ADDRESS = 200
#: Of what stands before the street.
MAX_NAME = 60

#: Requests that are told by their words beside numbers; each is a list in `words.yml`.
WISHES = frozenset(
    {
        *("cancel_order", "reschedule", "change_address", "delivery_instructions"),
        *("ask_refund_status", "return_refund", "report_damaged", "report_missing_item"),
        *("ask_proof_of_delivery", "report_not_received", "ask_invoice_or_payment"),
    }
)
#: Those whose words ask where something is that is no parcel: "where is my refund?".
NEVER_PLACES = frozenset({"ask_refund_status", "ask_invoice_or_payment"})
#: Intents that an answer in free words is often mistaken for.
LIKE_AN_ANSWER = frozenset(
    {"inform", "nlu_fallback", "change_address", "delivery_instructions", "reschedule", "change_order", ""}
)
#: Those that a short answer is mistaken for, unless they are very sure or it is a question.
RARELY_AN_ANSWER = frozenset({"out_of_scope", "feedback", "delivery_options"})
VERY_SURE = 0.95

_EMAIL = re.compile(r"\S+@\S+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NUMBERS = re.compile(r"\d+")
#: Postcode and town and nothing else.
_TOWN = re.compile(r"(?:[A-Z]{1,2}-)?\d{4,5},? +(?=[^\W\d_a-zà-ÿ])[^\d]*")
#: What is left of a reference at an end of a message when its number is taken out: "…, order", "order: …".
_NOUN = r"(?:order(?: number)?|commande|pedido|bestellung|bestellnummer|n[ºo°.]|nr\.?|number)"
_TO = r"(?:\b(?:for|of|on|in|my|the|pour|de|dans|la|ma|del|en|mi|für|zu|in|meine|von) )*"
_REFERRING = re.compile(rf"^{_NOUN} ?[:,;] ?|[ ,;:]*{_TO}\b{_NOUN}[ ,;:.]*$|[ ,;:]+$", re.IGNORECASE)
#: House numbers: 12, 12 bis, 7C, 3-5.
_HOUSE = r"\d{1,4}(?:-\d{1,4})?\s?(?:bis\b|ter\b|quater\b|[a-z]\b)?"


@lru_cache(maxsize=1)
def _lists() -> dict[str, list[str]]:
    found: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text("utf-8"))
    return found


@lru_cache(maxsize=32)
def _pattern(name: str) -> re.Pattern[str]:
    """One pattern for a list of words, the longest first."""
    words = sorted(_lists()[name], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_word, words))})(?!\w)", re.IGNORECASE)


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*")


def speaks_of(name: str, text: str) -> bool:
    """Whether one of the words of the list `name` of `words.yml` is in `text`."""
    return _pattern(name).search(text) is not None


def spoken(turn: Turn) -> str:
    """The words of the message, without references and the mail's addresses; empty for a tap."""
    if turn.text.startswith("/"):
        return ""
    text = whole = _EMAIL.sub(" ", turn.text)
    for number in (*turn.entities.get("order_number", ()), *turn.entities.get("tracking_number", ())):
        text = re.sub(rf"(?<!\w)#?{re.escape(number)}(?!\w)", " ", text)
    words = " ".join(text.split())
    return (words if text == whole else _REFERRING.sub("", words))[:MAX_ANSWER]


def trimmed(text: str) -> str:
    """Without what is said around an answer: "no, it's … please"."""
    before, after = _pattern("before"), _pattern("after")
    while (match := before.match(text)) and match.end() < len(text):
        text = text[match.end() :].lstrip(" ,;:.!")
    while (match := _last(after, text.rstrip(" ,;.!?"))) and match.start() > 0:
        text = text[: match.start()]
    return text.strip(" ,;:")


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match that ends the text, if there is one."""
    return next((match for match in pattern.finditer(text) if match.end() == len(text)), None)


def named_in(text: str) -> str | None:
    """The request that words name, if any."""
    return next((name for name in _lists() if name in WISHES and speaks_of(name, text)), None)


def as_meant(turn: Turn) -> Turn:
    """The turn with the request that its words name, where numbers hid it ("cancel 10073")."""
    if turn.intent not in {"inform", "track_order", "nlu_fallback"} or turn.text.startswith("/"):
        return turn
    words = spoken(turn)
    wished = named_in(words)
    if wished and (turn.intent != "track_order" or wished in NEVER_PLACES):
        return replace(turn, intent=wished)
    if turn.intent == "inform" and turn.said("date") and speaks_of("other_day", words):
        return replace(turn, intent="reschedule")
    pickup = speaks_of("pickup_point", words) and speaks_of("rather", words)
    return replace(turn, intent="change_address") if pickup else turn


def is_something_else(turn: Turn, own: frozenset[str] = frozenset()) -> bool:
    """Whether the message is no answer but another wish, which its own rule takes care of.

    `own` are intents that mean the request itself. A tap always means what its button says.
    """
    if turn.text.startswith("/"):
        return turn.intent not in own
    if turn.intent in own | LIKE_AN_ANSWER:
        return False
    if turn.text.rstrip().endswith("?"):
        return turn.confidence >= SURE / 2
    return turn.confidence >= (VERY_SURE if turn.intent in RARELY_AN_ANSWER else SURE)


def says_yes(text: str) -> bool:
    """Whether it begins with a yes."""
    return _pattern("yes").match(text.strip(" ¡!,.")) is not None


def is_certain(turn: Turn) -> bool:
    """Whether what the message means is beyond doubt: a tap, or an intent that is very sure."""
    return turn.text.startswith("/") or turn.confidence >= VERY_SURE


def address_in(text: str) -> str | None:
    """The address in a message, from the street to its end; None where no street with a number is named."""
    text = ", ".join(line.strip(" ,") for line in text.splitlines() if line.strip(" ,"))
    street = "|".join(map(_word, sorted(_lists()["street"], key=len, reverse=True)))
    ending = "|".join(map(re.escape, _lists()["street_ending"]))
    shapes = (
        # 12 bis, rue de la Paix · 14 Baker Street
        rf"(?<![\w-]){_HOUSE},?\s+(?:[^\W\d]\S*\s+){{0,3}}?(?:{street})(?![\w-]).*",
        # Calle Mayor 5 · Avenue Louise 54 · C/ Betis, n.º 14
        rf"(?<!\w)(?:{street})(?:(?<=/)|(?!\w))\.?\s*[^\d,]{{2,40}},?\s*(?:n\.?[ºo°]\.?\s*)?\d{{1,4}}(?!\d).*",
        # Hauptstr. 5 · Lange Straße 5a · Keizersgracht 12
        rf"(?<!\w)(?:(?-i:[A-ZÄÖÜ])[\w.-]*\s+){{0,2}}[\w.-]*(?:{ending})\.?\s*{_HOUSE}.*",
    )
    found = [match for shape in shapes if (match := re.search(shape, text, re.IGNORECASE))]
    if not found:
        return None
    start = min(match.start() for match in found)
    # A name or a flat before the street belongs to it: "Flat 7, 12 Lambeth Road".
    before = text[:start].rstrip()
    named = f"{trimmed(before)}, " if before.endswith(",") and len(before) <= MAX_NAME else ""
    return trimmed(named + text[start:])[:MAX_ADDRESS].rstrip(" ?!.")


def looks_like_an_address(turn: Turn) -> bool:
    """Whether words and numbers of the message may be an address that has no word for a street."""
    text = spoken_whole(turn)
    return len(_LETTERS.findall(text)) >= 2 and bool(_NUMBERS.search(text)) and "?" not in text


def only_a_town(text: str) -> bool:
    """Whether it is a postcode and a town, without a street."""
    return bool(_TOWN.fullmatch(trimmed(text)))


def spoken_whole(turn: Turn) -> str:
    """The words of the message with its numbers, but without e-mail and "order 10042"; lines stay lines."""
    if turn.text.startswith("/"):
        return ""
    text = _EMAIL.sub(" ", turn.text)
    for number in turn.entities.get("order_number", ()):
        # Only where it says so: a house number or a postcode may have been taken for an order's.
        text = re.sub(rf"[,;.]? *\b{_NOUN} *#?{re.escape(number)}(?!\w)", "", text, flags=re.IGNORECASE)
    return text.strip(" \n,;")[:MAX_ANSWER]


def only_a_reference(turn: Turn) -> bool:
    """Whether it names an order, a tracking number or an e-mail address and says hardly anything else."""
    named = turn.said("order_number", "tracking_number", "email")
    if not named:
        return False
    left = [word for word in _LETTERS.findall(trimmed(spoken(turn))) if len(word) > 2]
    return turn.intent in {"inform", "nlu_fallback", "deny", "affirm"} and len(left) <= 3
