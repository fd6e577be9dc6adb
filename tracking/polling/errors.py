"""What can go wrong while a provider is asked.

WismoError
└── PollingError             a provider was not asked, or gave no answer
    ├── KeyRefusedError      it does not accept the key; asking again is of no use
    ├── QuestionRefusedError it does not accept the question; another one it may
    └── NoAnswerError        it did not answer however often it was asked; later it may
"""

from __future__ import annotations

from tracking.errors import WismoError


class PollingError(WismoError):
    """A provider was not asked, or gave no answer."""


class KeyRefusedError(PollingError):
    """The provider does not accept the key."""

    def __init__(self, source: str, why: str) -> None:
        super().__init__(
            f"{source} refuses the key ({why}); see that WISMO_{source.upper()}_KEY is the key of its API, "
            "that it is still valid and that this machine's address may use it"
        )


class QuestionRefusedError(PollingError):
    """The provider does not accept the question."""


class NoAnswerError(PollingError):
    """The provider did not answer, or asks for a longer pause than we wait."""
