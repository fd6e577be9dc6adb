"""Links that carry a signed order: the shop puts them into the e-mails that it sends to the order's buyer.

A link proves what the e-mail address proves: who has it was sent the shop's mail. It is short enough for
Telegram's deep links: at most 64 characters of A-Z a-z 0-9 _ -. Its bytes, before base64url without padding:

    1        version, 1
    4        when it expires, minutes since 1970, big-endian
    1 to 27  the order number, UTF-8
    16       the first bytes of HMAC-SHA256 over all before, keyed with the link secret
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
import struct
from datetime import datetime

from tracking.errors import WismoError

VERSION = 1
MAC_BYTES = 16
MAX_NUMBER_BYTES = 27
MAX_LENGTH = 64
_HEAD = struct.Struct(">BI")
_ALPHABET = re.compile(r"[A-Za-z0-9_-]+")


class LinkError(WismoError):
    """A link that proves nothing: not one of ours, changed on the way, or expired."""


def sign(order_number: str, secret: str, expires: datetime) -> str:
    """What the link carries for an order, until `expires`.

    Raises:
        LinkError: the order number is empty or too long for a link.
    """
    number = order_number.strip().encode()
    if not 0 < len(number) <= MAX_NUMBER_BYTES:
        raise LinkError(f"a link carries an order number of 1 to {MAX_NUMBER_BYTES} bytes")
    said = _HEAD.pack(VERSION, int(expires.timestamp() // 60)) + number
    return _text(said + _mac(said, secret))


def read(link: str, secret: str, now: datetime) -> str:
    """The order number that a link names.

    Raises:
        LinkError: it proves nothing.
    """
    if not secret or len(link) > MAX_LENGTH or not _ALPHABET.fullmatch(link):
        raise LinkError("not a link of ours")
    try:
        signed = base64.urlsafe_b64decode(link + "=" * (-len(link) % 4))
    except (binascii.Error, ValueError):
        raise LinkError("not a link of ours") from None
    said, mac = signed[:-MAC_BYTES], signed[-MAC_BYTES:]
    # Spare bits at the end of base64 could make a second link of one: only the spelling that we made counts.
    genuine = hmac.compare_digest(_mac(said, secret), mac) and _text(signed) == link
    if not genuine or len(said) <= _HEAD.size:
        raise LinkError("not a link of ours")
    version, minutes = _HEAD.unpack_from(said)
    if version != VERSION or now.timestamp() >= minutes * 60:
        raise LinkError("the link has expired")
    return said[_HEAD.size :].decode()


def _mac(said: bytes, secret: str) -> bytes:
    return hmac.digest(secret.encode(), said, hashlib.sha256)[:MAC_BYTES]


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
