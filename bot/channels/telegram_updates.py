"""What Telegram delivers, as far as we read it: https://core.telegram.org/bots/api#update.

Edited messages are not read: what was answered stays answered.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from bot.channels.receiving import Kind

#: The kinds of update that we ask for.
ALLOWED_UPDATES = ("message", "callback_query")
_START = re.compile(r"/start(?:@\w+)?(?:\s+(\S+))?\s*", re.ASCII)


class User(msgspec.Struct):
    """Who wrote or tapped."""

    id: int
    is_bot: bool = False
    language_code: str | None = None


class Chat(msgspec.Struct):
    """Where; a private chat has the id of its user."""

    id: int
    type: str


#: Only whether a part is there counts.
Part = Any


class Message(msgspec.Struct):
    """A message. Which of the parts it has says what kind it is."""

    chat: Chat
    #: Nobody, for what channels post.
    sender: User | None = msgspec.field(default=None, name="from")
    text: str | None = None
    caption: str | None = None
    media_group_id: str | None = None
    voice: Part = None
    audio: Part = None
    video_note: Part = None
    photo: Part = None
    video: Part = None
    animation: Part = None
    document: Part = None
    location: Part = None
    venue: Part = None
    sticker: Part = None
    dice: Part = None
    contact: Part = None
    poll: Part = None
    story: Part = None
    game: Part = None
    paid_media: Part = None
    checklist: Part = None

    def kind(self) -> Kind | None:
        """What it is; None for notes of Telegram itself, such as a pinned message or a changed setting."""
        for name, kind in _KINDS.items():
            if getattr(self, name) is not None:
                return kind
        return None


#: In this order: an animation is also a document, a venue also a location.
_KINDS = {
    "text": Kind.TEXT,
    "voice": Kind.VOICE,
    "audio": Kind.VOICE,
    "video_note": Kind.IMAGE,
    "photo": Kind.IMAGE,
    "video": Kind.IMAGE,
    "animation": Kind.IMAGE,
    "paid_media": Kind.IMAGE,
    "document": Kind.FILE,
    "location": Kind.LOCATION,
    "venue": Kind.LOCATION,
    "sticker": Kind.STICKER,
    "dice": Kind.STICKER,
    "contact": Kind.CONTACT,
    "poll": Kind.OTHER,
    "story": Kind.OTHER,
    "game": Kind.OTHER,
    "checklist": Kind.OTHER,
}


class CallbackMessage(msgspec.Struct):
    """The message below which a button was tapped."""

    chat: Chat


class Callback(msgspec.Struct):
    """A tap on a button."""

    id: str
    sender: User = msgspec.field(name="from")
    data: str | None = None
    message: CallbackMessage | None = None


class Update(msgspec.Struct):
    """One delivery; at most one of its parts is there."""

    update_id: int
    message: Message | None = None
    callback_query: Callback | None = None


_DECODER = msgspec.json.Decoder(Update)


def decode(body: bytes) -> Update:
    """The update.

    Raises:
        msgspec.DecodeError: it is none.
    """
    return _DECODER.decode(body)


def start_of(text: str | None) -> str | None:
    """What follows /start, "" for nothing; None if the text is no such command."""
    found = _START.fullmatch(text or "")
    return (found[1] or "") if found else None
