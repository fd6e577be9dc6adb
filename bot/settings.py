"""Settings of the processes, read once from the environment and then frozen."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from tracking.errors import ConfigurationError
from tracking.settings import settings as store_settings

PROFILES = ("demo", "production")
#: A secret shorter than this is refused in production: 32 random bytes in hex have 64 characters.
MIN_SECRET_LENGTH = 32


@dataclass(frozen=True)
class BotSettings:
    """Where the processes listen and what they sign with."""

    profile: str
    host: str
    web_port: int
    rasa_port: int
    actions_port: int
    redis_url: str
    allowed_origins: tuple[str, ...]
    #: Addresses of proxies whose word about the shopper's address is believed.
    trusted_proxies: tuple[str, ...]
    #: Turns that a worker runs side by side.
    concurrent_turns: int
    #: Messages that one website conversation may send in a minute.
    messages_a_minute: int
    #: Signs website sessions; keys the hashes of addresses and guesses.
    session_secret: str = field(repr=False)
    #: Opens the relay into Rasa.
    relay_secret: str = field(repr=False)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> BotSettings:
        """Read and check the environment.

        In the demo profile missing secrets are made once and kept under `var/`; in production they must
        be given.

        Raises:
            ConfigurationError: a value makes no sense or a secret is missing; the text names the variable.
        """
        profile = environ.get("WISMO_PROFILE", "demo")
        if profile not in PROFILES:
            raise ConfigurationError(f"WISMO_PROFILE: {profile!r} is none of {', '.join(PROFILES)}")
        if profile == "production" and len(store_settings().pepper) < MIN_SECRET_LENGTH:
            raise ConfigurationError(
                f"WISMO_PEPPER: production needs at least {MIN_SECRET_LENGTH} characters, the same on every "
                "machine, such as 32 random bytes in hex"
            )
        if profile == "production" and not environ.get("WISMO_POLICY"):
            raise ConfigurationError(
                "WISMO_POLICY: not set; production needs the shop's own policy: copy tracking/policy.yml, "
                "make it yours and check it with `wismo policy FILE`"
            )
        made: Path | None = store_settings().var / "secrets" if profile == "demo" else None
        return cls(
            profile=profile,
            host=environ.get("WISMO_HOST", "127.0.0.1"),
            web_port=_port(environ, "WISMO_WEB_PORT", 8000),
            rasa_port=_port(environ, "WISMO_RASA_PORT", 5005),
            actions_port=_port(environ, "WISMO_ACTIONS_PORT", 5055),
            redis_url=environ.get("WISMO_REDIS_URL", ""),
            allowed_origins=tuple(filter(None, environ.get("WISMO_ALLOWED_ORIGINS", "").split(","))),
            trusted_proxies=tuple(filter(None, environ.get("WISMO_TRUSTED_PROXIES", "").split(","))),
            concurrent_turns=_number(environ, "WISMO_CONCURRENT_TURNS", 8),
            messages_a_minute=_number(environ, "WISMO_MESSAGES_A_MINUTE", 20),
            session_secret=_secret(environ, "WISMO_SESSION_SECRET", made),
            relay_secret=_secret(environ, "WISMO_RELAY_SECRET", made),
        )


def _port(environ: Mapping[str, str], name: str, default: int) -> int:
    text = environ.get(name, str(default))
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise ConfigurationError(f"{name}: {text!r} is not a port number")
    return int(text)


def _number(environ: Mapping[str, str], name: str, default: int) -> int:
    text = environ.get(name, str(default))
    if not (text.isascii() and text.isdigit()) or int(text) < 1:
        raise ConfigurationError(f"{name}: {text!r} is not a number from 1")
    return int(text)


def _secret(environ: Mapping[str, str], name: str, made: Path | None) -> str:
    given = environ.get(name, "")
    if given:
        if made is None and len(given) < MIN_SECRET_LENGTH:
            raise ConfigurationError(
                f"{name}: give at least {MIN_SECRET_LENGTH} characters, such as 32 random bytes in hex"
            )
        return given
    if made is None:
        raise ConfigurationError(f"{name}: not set; production needs it, such as 32 random bytes in hex")
    made.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = made / name.lower()
    try:
        # Exclusive creation: of several processes starting at once, one makes it and all read it.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    else:
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
    for _ in range(100):
        if text := path.read_text():
            return text
    raise ConfigurationError(f"{name}: {path} is empty; delete it and start again")


@lru_cache(maxsize=1)
def settings() -> BotSettings:
    """The settings of this process."""
    return BotSettings.from_environment()
