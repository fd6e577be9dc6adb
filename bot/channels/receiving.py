"""What the receivers of messengers share: what a message is, how long and how many there may be.

A message that is no text, too long or one too many is committed like any other, with a payload that the
worker answers by itself (`bot.asides`): so the shopper gets one helpful line, in the conversation's language
and at its place among the answers, and a redelivery is not answered again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bot.asides import notice
from bot.channels.contract import MAX_TEXT, Accept
from bot.channels.rendering import trim
from bot.limits import RateLimit
from bot.words import words_for
from tracking.contacts import Contact
from tracking.conversations import Incoming, Received, SignedOrder
from tracking.errors import StoreUnavailableError
from tracking.settings import settings

#: A shopper who writes too much is told so once in this many seconds; the same holds for a group.
TELL_SECONDS = 60.0
#: Seconds between two answers to a group, where everybody may talk.
GROUP_SECONDS = 3600.0


class Kind(str, Enum):
    """What a message is. All but texts get a line that says what to do instead."""

    TEXT = "text"
    VOICE = "voice"
    IMAGE = "image"
    FILE = "file"
    LOCATION = "location"
    STICKER = "sticker"
    CONTACT = "contact"
    OTHER = "other"
    GROUP = "group"


@dataclass(frozen=True)
class Said:
    """One message as a platform delivered it."""

    #: The platform's id of whom we talk with: the conversation is "<channel>:<sender>".
    sender: str
    #: The platform's id of the message, the same at each delivery, unique in the conversation.
    message_id: str
    kind: Kind = Kind.TEXT
    #: The text, or what stands below a picture.
    text: str | None = None
    #: The token of a button that was tapped.
    button: str | None = None
    #: Pictures that were sent together share an album and get one line.
    album: str | None = None
    #: What the shopper's app is set to, such as "de" or "pt-br": a hint.
    language: str | None = None
    #: The platform's own count of messages, where it has one.
    sequence: int = 0
    #: What the dialogue gets instead of the text, and an order of a signed link; see `Incoming`.
    payload: str | None = None
    order: SignedOrder | None = None
    #: How the platform names the shopper, for one that verifies whom it names.
    contact: Contact | None = None


class Taken(Enum):
    """What became of a message; whichever it is, the platform may be told "received"."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    #: One too many: the shopper is told once, the rest is let go.
    LIMITED = "limited"
    #: A tap on a button that was never issued to this conversation.
    FOREIGN = "foreign"


class Receiving:
    """Takes what a messenger delivers, for the channel `channel`. Lives on one event loop."""

    def __init__(self, channel: str, accept: Accept, *, messages_a_minute: int) -> None:
        self._channel = channel
        self._accept = accept
        self._messages = RateLimit(messages_a_minute, 60)
        self._told = RateLimit(1, TELL_SECONDS)
        self._groups = RateLimit(1, GROUP_SECONDS)

    async def take(self, said: Said) -> Taken:
        """Commit a message.

        Raises:
            StoreUnavailableError: nothing was accepted; the platform is to deliver it again.
        """
        conversation = f"{self._channel}:{said.sender}"
        limit, payload = (self._groups, "") if said.kind is Kind.GROUP else (self._messages, said.payload)
        if not limit.allows(conversation):
            if said.kind is Kind.GROUP or not self._told.allows(conversation):
                return Taken.LIMITED
            limit, payload = self._told, notice("channel-too-many")
        try:
            taken = await self._commit(conversation, said, payload or None)
        except StoreUnavailableError:
            limit.take_back(conversation)
            raise
        if taken is Taken.DUPLICATE:
            # What comes again because an acknowledgement was lost is not one too many.
            limit.take_back(conversation)
        return Taken.LIMITED if limit is self._told else taken

    async def _commit(self, conversation: str, said: Said, payload: str | None) -> Taken:
        text = (said.text or "").strip()
        if said.button is not None and payload is None:
            received = await self._put(conversation, said, None, button=said.button)
            return _taken(received)
        if said.kind is Kind.TEXT and text:
            if len(text) > MAX_TEXT and payload is None:
                payload = notice("too-long")
            return _taken(await self._put(conversation, said, trim(text, MAX_TEXT), payload=payload))
        if text and said.kind is not Kind.GROUP and payload is None:
            # What stands below a picture is said like any text; the line about the picture follows it.
            await self._put(conversation, said, trim(text, MAX_TEXT))
        kind = Kind.OTHER if said.kind is Kind.TEXT else said.kind
        suffix = f"{said.message_id}:{kind.value}" if said.album is None else f"album:{said.album}"
        received = await self._put(
            conversation,
            said,
            words_for(None).text(f"said-{kind.value}"),
            message_id=suffix,
            payload=payload or notice(f"channel-{kind.value}"),
        )
        return _taken(received)

    async def _put(
        self,
        conversation: str,
        said: Said,
        text: str | None,
        *,
        message_id: str | None = None,
        button: str | None = None,
        payload: str | None = None,
    ) -> Received:
        return await self._accept(
            Incoming(
                self._channel,
                conversation,
                message_id or said.message_id,
                text,
                button,
                payload=payload,
                language=spoken(said.language),
                order=said.order,
                sequence=said.sequence,
                contact=said.contact,
            )
        )


def _taken(received: Received) -> Taken:
    if received.inbox_id is None:
        return Taken.FOREIGN
    return Taken.DUPLICATE if received.duplicate else Taken.ACCEPTED


def spoken(code: str | None) -> str | None:
    """The language of a client's setting such as "fr-CA", if the shop speaks it."""
    language = (code or "").replace("_", "-").partition("-")[0].lower()
    return language if language in settings().languages else None
