"""What can go wrong in the store, as one tree.

WismoError
├── ConfigurationError       a setting is missing or makes no sense
├── PayloadError             something sent to us cannot be used
│   ├── SignatureError       it is not signed, or not by whom it says
│   ├── TooLargeError        it is larger than we read
│   └── NotUnderstoodError   it is signed but does not say what we expect; kept for replay
└── StoreUnavailableError    the database does not answer
"""

from __future__ import annotations


class WismoError(Exception):
    """Any error of ours; its text says what to do and holds no personal data."""


class ConfigurationError(WismoError):
    """A setting is missing or makes no sense."""


class PayloadError(WismoError):
    """Something sent to us cannot be used."""


class SignatureError(PayloadError):
    """The payload is not signed, or not by whom it says."""


class TooLargeError(PayloadError):
    """The payload is larger than we read."""


class NotUnderstoodError(PayloadError):
    """The payload does not say what its source's format says; it is kept for replay."""


class StoreUnavailableError(WismoError):
    """The database does not answer."""
