"""One module a provider: verify who sent a payload, decode what it says.

Each has `SOURCE`, its name; `SIGNATURE_HEADER`, the header that it proves itself by; `verify(headers, body,
secret)`, which raises `SignatureError`; and `decode(body)`, which gives a `Decoded` or raises
`NotUnderstoodError`. Those with a table of codes also have `knows(code)`: whether the code that is stored
with a scan is in today's table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from tracking.sources import (
    aftership,
    easypost,
    feed,
    seventeentrack,
    ship24,
    shippo,
    shop,
    shopify,
    woocommerce,
)
from tracking.sources.report import Decoded


class Source(Protocol):
    """What every module here offers."""

    SOURCE: str
    #: The header that proves who sent a payload.
    SIGNATURE_HEADER: str

    def verify(self, headers: Mapping[str, str], body: bytes, secret: str) -> None:
        """Raise `SignatureError` unless the provider sent this body."""

    def decode(self, body: bytes) -> Decoded:
        """What the body says."""


_CARRIERS = (easypost, aftership, seventeentrack, shippo, ship24, feed)
SOURCES: Mapping[str, Source] = {module.SOURCE: module for module in (*_CARRIERS, shop, shopify, woocommerce)}
#: For each source with a table whether that has the code that is stored with a scan.
KNOWS: Mapping[str, Callable[[str], bool]] = {module.SOURCE: module.knows for module in _CARRIERS}
