"""What WhatsApp's Cloud API delivers: envelopes with messages and statuses of many shoppers, in one POST.

Each message and status is read by itself: one that is not as documented is counted as broken and sinks no
other. Fields that we have no use for are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, TypeVar

import msgspec

from bot.channels.receiving import Kind
from tracking.contacts import Contact
from tracking.numbers.phones import international
from tracking.receipts import Reached, Receipt

T = TypeVar("T")

#: What each type of message is to us. A type that is not here, such as one of next year, is "other".
KINDS: Mapping[str, Kind] = {
    "text": Kind.TEXT,
    "interactive": Kind.TEXT,
    "button": Kind.TEXT,
    # What a shopper made of a message is what they mean; it is said anew.
    "edit": Kind.TEXT,
    "audio": Kind.VOICE,
    "voice": Kind.VOICE,
    "image": Kind.IMAGE,
    "video": Kind.IMAGE,
    "document": Kind.FILE,
    "location": Kind.LOCATION,
    "sticker": Kind.STICKER,
    "contacts": Kind.CONTACT,
}
#: Longest id, of a shopper or of a message of ours, that there is room for; theirs have up to 131 characters.
MAX_ID = 160
#: Nothing was said: a thumb on an answer, a message taken back, the platform's own notes.
SILENT = ("reaction", "revoke", "system", "ephemeral", "request_welcome")
#: Of `unsupported` messages, those that are none either.
SILENT_UNSUPPORTED = ("reaction", "keep_in_chat", "pin", "poll_update", "link_preview")
#: Types of system messages that say that a shopper is now known by another number or id.
MOVES = ("user_changed_number", "customer_changed_number", "user_changed_user_id")

#: Error codes of sends and of failed statuses → `RefusedError.reason`.
PROBLEMS: Mapping[int, str] = {
    131047: "window_closed",
    131026: "undeliverable",
    131021: "undeliverable",
    131030: "undeliverable",
    130472: "undeliverable",
    131050: "undeliverable",
    131051: "unsupported",
    131031: "account",
    131042: "account",
    131045: "account",
    368: "account",
}


@dataclass(frozen=True)
class Message:
    """One message of a shopper."""

    id: str
    contact: Contact = field(repr=False)
    kind: Kind
    text: str | None = field(default=None, repr=False)
    #: The id of the button or row that was tapped: a token of ours, if it is one.
    button: str | None = None


@dataclass(frozen=True)
class Move:
    """A shopper is now known by another number or id."""

    before: Contact = field(repr=False)
    after: Contact = field(repr=False)


@dataclass
class Delivered:
    """Everything in one envelope that is about us, each kind in the order in which it happened."""

    messages: list[Message] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    #: Entries, messages and statuses that are not as documented.
    broken: int = 0


class _Error(msgspec.Struct):
    code: int = 0


class _Text(msgspec.Struct):
    body: str = ""


class _Media(msgspec.Struct):
    caption: str | None = None


class _Reply(msgspec.Struct):
    id: str = ""
    title: str = ""


class _Interactive(msgspec.Struct):
    type: str = ""
    button_reply: _Reply | None = None
    list_reply: _Reply | None = None


class _Button(msgspec.Struct):
    payload: str = ""
    text: str = ""


class _System(msgspec.Struct):
    type: str = ""
    wa_id: str | None = None
    new_wa_id: str | None = None
    user_id: str | None = None
    previous_user_id: str | None = None
    customer: str | None = None


class _Unsupported(msgspec.Struct):
    type: str = ""


class _EditedText(msgspec.Struct):
    text: _Text | None = None


class _Edit(msgspec.Struct):
    message: _EditedText | None = None


class _Message(msgspec.Struct):
    id: str
    type: str
    timestamp: str | int
    from_: str | None = msgspec.field(name="from", default=None)
    from_user_id: str | None = None
    group_id: str | None = None
    text: _Text | None = None
    interactive: _Interactive | None = None
    button: _Button | None = None
    image: _Media | None = None
    video: _Media | None = None
    document: _Media | None = None
    system: _System | None = None
    unsupported: _Unsupported | None = None
    edit: _Edit | None = None


class _Contact(msgspec.Struct):
    wa_id: str | None = None
    user_id: str | None = None


class _Status(msgspec.Struct):
    id: str
    status: str
    timestamp: str | int
    biz_opaque_callback_data: str | None = None
    errors: list[_Error] = []


class _Metadata(msgspec.Struct):
    phone_number_id: str = ""


class _Value(msgspec.Struct):
    metadata: _Metadata = msgspec.field(default_factory=_Metadata)
    contacts: list[msgspec.Raw] = []
    messages: list[msgspec.Raw] = []
    statuses: list[msgspec.Raw] = []


class _Change(msgspec.Struct):
    field: str = ""
    value: msgspec.Raw = msgspec.Raw(b"{}")


class _Entry(msgspec.Struct):
    changes: list[msgspec.Raw] = []


class _Envelope(msgspec.Struct):
    object: str = ""
    entry: list[msgspec.Raw] = []


def read(body: bytes, phone_id: str, now: datetime) -> Delivered:
    """Walk an envelope and give what is about our number `phone_id`.

    Times are the platform's, but never after `now`: a clock that is ahead must not hold a window open.
    """
    found = Delivered()
    for envelope in _each([msgspec.Raw(body)], _Envelope, found):
        for entry in _each(envelope.entry, _Entry, found):
            for change in _each(entry.changes, _Change, found):
                if change.field == "messages":
                    for value in _each([change.value], _Value, found):
                        if value.metadata.phone_number_id == phone_id:
                            _take(value, found, now)
    found.messages.sort(key=lambda message: message.contact.wrote_at)
    return found


def _each(raws: Iterable[msgspec.Raw], kind: type[T], found: Delivered) -> Iterator[T]:
    """Those of `raws` that are what they should be; the others are counted."""
    for raw in raws:
        try:
            yield msgspec.json.decode(raw, type=kind)
        except msgspec.DecodeError:
            found.broken += 1


def _take(value: _Value, found: Delivered, now: datetime) -> None:
    known = list(_each(value.contacts, _Contact, found))
    for message in _each(value.messages, _Message, found):
        try:
            _take_message(message, known, found, now)
        except ValueError:
            found.broken += 1
    for status in _each(value.statuses, _Status, found):
        try:
            receipt = _receipt(status, now)
        except ValueError:
            found.broken += 1
        else:
            found.receipts += [receipt] if receipt else []


def _take_message(message: _Message, known: list[_Contact], found: Delivered, now: datetime) -> None:
    at = _moment(message.timestamp, now)
    if message.type == "system":
        found.moves += _move(message, at)
        return
    if message.type in SILENT or message.group_id is not None:
        # In a group everybody would read the answer; groups only exist where the shop has set one up.
        return
    if message.type == "unsupported" and (message.unsupported or _Unsupported()).type in SILENT_UNSUPPORTED:
        return
    contact = _contact(message, known, at)
    if not message.id or not (contact.user_id or contact.phone) or len(contact.user_id or "") > MAX_ID:
        raise ValueError("a message has an id and a sender")
    text, button = _said(message)
    kind = KINDS.get(message.type, Kind.OTHER)
    if kind is Kind.TEXT and not (text or button):
        # A form that was filled in, or another kind of interactive answer that we never ask for.
        kind = Kind.OTHER
    found.messages.append(Message(message.id, contact, kind, text, button))


def _said(message: _Message) -> tuple[str | None, str | None]:
    """The text of a message, and the id of the button that it tapped."""
    if message.type == "text":
        return (message.text or _Text()).body, None
    if message.type == "edit":
        edited = message.edit.message if message.edit else None
        return (edited.text.body if edited and edited.text else None), None
    if message.type == "interactive" and message.interactive is not None:
        tapped = message.interactive.button_reply or message.interactive.list_reply
        return (tapped.title, tapped.id) if tapped else (None, None)
    if message.type == "button" and message.button is not None:
        # Below a template: its text is what the shop had approved, so it is said like any other.
        return message.button.text, None
    media = {"image": message.image, "video": message.video, "document": message.document}
    return getattr(media.get(message.type), "caption", None), None


def _contact(message: _Message, known: list[_Contact], at: datetime) -> Contact:
    """Who wrote it. The profile beside the message may know more than the message itself says."""
    user_id, number = message.from_user_id or None, message.from_ or None
    for each in known:
        if (user_id and each.user_id == user_id) or (number and each.wa_id == number):
            user_id, number = user_id or each.user_id or None, number or each.wa_id or None
    return Contact(user_id, international(number), at)


def _move(message: _Message, at: datetime) -> list[Move]:
    system = message.system
    if system is None or system.type not in MOVES:
        return []
    before = Contact(
        system.previous_user_id or message.from_user_id or None,
        international(system.customer or message.from_),
        at,
    )
    after = Contact(system.user_id or None, international(system.wa_id or system.new_wa_id), at)
    known = bool(before.user_id or before.phone) and bool(after.user_id or after.phone)
    return [Move(before, after)] if known else []


def _receipt(status: _Status, now: datetime) -> Receipt | None:
    if not 0 < len(status.id) <= MAX_ID:
        raise ValueError("a status has the id of a message")
    try:
        reached = Reached(status.status)
    except ValueError:
        # Such as "played", of a voice message.
        return None
    ours = status.biz_opaque_callback_data or ""
    problem = None
    if reached is Reached.FAILED:
        codes = [error.code for error in status.errors]
        problem = next((PROBLEMS[code] for code in codes if code in PROBLEMS), "refused")
    return Receipt(
        platform_id=status.id,
        reached=reached,
        at=_moment(status.timestamp, now),
        outbox_id=int(ours) if ours.isascii() and ours.isdigit() and len(ours) < 19 else None,
        problem=problem,
    )


def _moment(timestamp: str | int, now: datetime) -> datetime:
    try:
        return min(datetime.fromtimestamp(int(timestamp), timezone.utc), now)
    except (OverflowError, OSError) as error:
        raise ValueError("no moment of this world") from error


def error_code(body: Any) -> int:
    """The code of the error that the API answered, 0 where it named none."""
    error = body.get("error") if isinstance(body, dict) else None
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, int) else 0
