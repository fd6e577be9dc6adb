"""Words and buttons of a reply, from the text files of the shopper's language."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from tracking.settings import settings
from tracking.wording import Wording, wording
from tracking.words.variants import fresh

#: The shortest limit of the channels: WhatsApp's reply buttons.
MAX_BUTTONS = 3
#: And of their titles, in characters.
MAX_TITLE = 20


def words_of(language: str) -> Wording:
    """The texts of `language`."""
    return wording(language)


def button(words: Wording, intent: str, **entities: Any) -> dict[str, str]:
    """A button that means `intent` when tapped; its title is the text `button-<intent>`."""
    payload = f"/{intent}{json.dumps(entities) if entities else ''}"
    return {"title": words.text(f"button-{intent.replace('_', '-')}"), "payload": payload}


def has_button(words: Wording, intent: str) -> bool:
    """Whether there is a button for an intent."""
    return words.has(f"button-{intent.replace('_', '-')}")


def parcel_button(words: Wording, order_number: str, position: int) -> dict[str, str]:
    """A button for the details of one parcel of an order; tapped later, it still means that order."""
    return {
        "title": words.text("button-parcel", position=position),
        "payload": f"/track_order{json.dumps({'order_number': order_number, 'parcel': position})}",
    }


def say(
    dispatcher: CollectingDispatcher,
    text: str,
    buttons: Iterable[dict[str, str]] = (),
    card: dict[str, Any] | None = None,
) -> None:
    """Send one reply."""
    dispatcher.utter_message(
        text=text, buttons=list(buttons)[:MAX_BUTTONS], json_message={"card": card} if card else None
    )


def order_button(words: Wording, order_number: str) -> dict[str, str]:
    """A button for one of several orders; a long number keeps its end, by which orders differ."""
    shown = order_number if len(order_number) <= MAX_TITLE else f"…{order_number[-(MAX_TITLE - 1) :]}"
    return {
        "title": words.text("button-order", order=shown),
        "payload": f"/track_order{json.dumps({'order_number': order_number})}",
    }


def line(words: Wording, message: str, *, unlike: Collection[str] = (), **values: Any) -> str:
    """One text of the files, with the shop's name at hand; in other words than those in `unlike`."""
    return fresh(words, message, unlike, **{"shop": settings().shop_name, **values})
