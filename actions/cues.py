"""What a short message refers to in what was just said: “parcel 4”, “the second one”, “and how do I pay?”.

Understanding is the business of `bot/nlu`; here are only the few words that mean something because of the
reply before them, so that no intent of their own is worth it. The words are in `cues.json`.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from tracking.choosing import plain
from tracking.words.situations import Topic

#: A pick is short; a longer message says something else too.
MAX_WORDS = 7
_WORD = re.compile(r"[\w]+")
_TOPICS = (Topic.UNLESS, Topic.DOCUMENTS, Topic.COST, Topic.HOW_LONG, Topic.PAY)


@lru_cache(maxsize=1)
def _cues() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(__file__).with_name("cues.json").read_text("utf-8"))
    return found


@lru_cache(maxsize=16)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_cues()[name]))


def _says(name: str, text: str) -> bool:
    return _pattern(name).search(plain(text).replace("’", "'")) is not None


def says_last_order(text: str) -> bool:
    """“My last order”."""
    return _says("last_order", text)


def says_all_orders(text: str) -> bool:
    """“My orders”."""
    return _says("all_orders", text)


def topic_of(text: str) -> Topic | None:
    """What of a customs matter is asked, if anything."""
    return next((topic for topic in _TOPICS if _says(topic.value, text)), None)


def picked(text: str, count: int) -> int | None:
    """Which of `count` listed things is meant, from 1; None where the text is about anything else."""
    words = _WORD.findall(plain(text))
    if not 0 < len(words) <= MAX_WORDS:
        return None
    pick = _cues()["pick"]
    telling = [word for word in words if word not in pick["filler"]]
    if len(telling) != 1:
        return None
    word = telling[0]
    if word in pick["last"]:
        return count
    number = int(word) if word.isdigit() else pick["ordinal"].get(word)
    return number if number is not None and 1 <= number <= count else None


def is_only_marks(text: str) -> bool:
    """“?”, “…”: somebody still waits for an answer."""
    return bool(text.strip()) and not any(each.isalnum() for each in text)


def asks_team(text: str) -> bool:
    """“Is it done?”, “when will somebody answer?”."""
    return _says("asks_team", text)


def asks_what_now(text: str) -> bool:
    """“And now?”."""
    return _says("and_now", text.strip())


def has_no_request(text: str) -> bool:
    """“I never got a letter”, “I have paid already”: said of what customs or a carrier ask for."""
    return _says("no_request", text)


def is_not_there(text: str) -> bool:
    """“It’s not on the porch”."""
    return _says("not_there", text)


def tells_the_place(text: str) -> bool:
    """“My flat is 4B”."""
    return _says("place_detail", text)


def leads_to_a_code(text: str) -> bool:
    """Whether what follows `text` is the code of a door, or a flat, and no order's number."""
    return _says("code", text)


def parcel_named(text: str) -> int | None:
    """The parcel that is named by its number, “parcel 2 is missing”; None where none is, or several."""
    said = plain(text)
    ordinals = _cues()["pick"]["ordinal"]
    found = {int(number) for number in _pattern("parcel").findall(said)}
    found |= {ordinals[word] for word in _pattern("parcel_in_order").findall(said)}
    return found.pop() if len(found) == 1 else None
