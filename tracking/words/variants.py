"""The same thing in other words: no reply is sent twice in a row in the very same ones.

A message `x` may have variants `again-x` and `again-2-x`, for when it was said a moment ago.
"""

from __future__ import annotations

from collections.abc import Collection

from tracking.wording import Wording

_AGAIN = ("again-", "again-2-")
#: Set before a text that has no variant left.
_ONCE_MORE = ("once-more", "once-more-2")


def fresh(words: Wording, message_id: str, before: Collection[str], **values: str | int) -> str:
    """The message, or a variant of it where `before`, what was said last, has it.

    Raises:
        KeyError: there is no such message.
        ValueError: a value that it needs is missing.
    """
    ids = [message_id, *(f"{again}{message_id}" for again in _AGAIN)]
    texts = [words.text(each, **values) for each in ids if each == message_id or words.has(each)]
    said = [index for index, text in enumerate(texts) if text in before]
    if not said:
        return texts[0]
    # The first form of a question may thank or explain: it comes back last.
    later, earlier = texts[said[-1] + 1 :], texts[1 : said[-1]]
    for text in (*later, *earlier, texts[0]):
        if text not in before:
            return text
    return reworded(words, texts[0], before)


def reworded(words: Wording, text: str, before: Collection[str]) -> str:
    """`text`, led in by a few words where `before` has it."""
    if text not in before:
        return text
    led_in = [words.text(each, text=text) for each in _ONCE_MORE]
    return next((each for each in led_in if each not in before), led_in[0])
