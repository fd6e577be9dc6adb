"""Whom to poll, read once from the environment and then frozen."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from tracking.errors import ConfigurationError
from tracking.polling import PROVIDERS

DEFAULT_MINUTES = 120
#: A week: what is asked about less often is not polled.
MAX_MINUTES = 7 * 24 * 60


@dataclass(frozen=True)
class Account:
    """The shop's account with a provider."""

    source: str
    url: str
    key: str = field(repr=False)


@dataclass(frozen=True)
class Configuration:
    """Which providers are polled, and how often a parcel is asked about."""

    accounts: Mapping[str, Account]
    every: timedelta

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Configuration:
        """Read `WISMO_<SOURCE>_KEY`, `WISMO_<SOURCE>_URL` and `WISMO_POLL_MINUTES`.

        Raises:
            ConfigurationError: a value makes no sense; the text names the variable.
        """
        written = environ.get("WISMO_POLL_MINUTES", str(DEFAULT_MINUTES))
        if not (written.isascii() and written.isdigit() and 0 < int(written[:9]) <= MAX_MINUTES):
            raise ConfigurationError(f"WISMO_POLL_MINUTES: give a whole number from 1 to {MAX_MINUTES}")
        accounts = {}
        for source, provider in PROVIDERS.items():
            variable = f"WISMO_{source.upper()}"
            key, url = environ.get(f"{variable}_KEY", ""), environ.get(f"{variable}_URL", "") or provider.URL
            if not url.startswith(("https://", "http://")):
                raise ConfigurationError(f"{variable}_URL: not an address that begins with https://")
            if not key.isascii() or not key.isprintable():
                raise ConfigurationError(f"{variable}_KEY: holds characters that no key has")
            if key:
                accounts[source] = Account(source, url.rstrip("/"), key)
        return cls(accounts, timedelta(minutes=int(written)))

    def chosen(self, source: str | None) -> tuple[Account, ...]:
        """The accounts to poll: of this source, or all.

        Raises:
            ConfigurationError: there is none.
        """
        if source is None:
            if not self.accounts:
                names = ", ".join(f"WISMO_{name.upper()}_KEY" for name in PROVIDERS)
                raise ConfigurationError(f"no provider to poll; set {names}")
            return tuple(self.accounts.values())
        if source not in PROVIDERS:
            raise ConfigurationError(f"{source!r} cannot be polled, only {', '.join(PROVIDERS)}")
        if source not in self.accounts:
            raise ConfigurationError(
                f"WISMO_{source.upper()}_KEY: not set; it is the key of the provider's API"
            )
        return (self.accounts[source],)
