"""Settings of the processes, read once from the environment and then frozen."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.serialization import load_pem_public_key

from bot.channels.identity import ShopLogin
from bot.whatsapp_settings import WhatsAppSettings
from tracking.errors import ConfigurationError
from tracking.settings import settings as store_settings

PROFILES = ("demo", "production")
#: A secret shorter than this is refused in production: 32 random bytes in hex have 64 characters.
MIN_SECRET_LENGTH = 32


@dataclass(frozen=True)
class TelegramSettings:
    """The shop's bot on Telegram."""

    #: The Bot API's address.
    api: str
    #: What BotFather gave; opens the Bot API.
    token: str = field(repr=False)
    #: What Telegram sends with each update, so that we know it is Telegram.
    secret: str = field(repr=False)
    #: Signs the orders in the shop's links.
    link_secret: str = field(repr=False)


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
    #: Whom the shop's own login knows is not asked for a number or an address; None: everybody is.
    shop_login: ShopLogin | None = field(repr=False)
    #: None: the shop is not on Telegram.
    telegram: TelegramSettings | None = None
    #: None: the shop is not on WhatsApp.
    whatsapp: WhatsAppSettings | None = None

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
            shop_login=_shop_login(environ),
            telegram=_telegram(environ, made),
            whatsapp=WhatsAppSettings.from_environment(environ, store_settings().languages),
        )


def _telegram(environ: Mapping[str, str], made: Path | None) -> TelegramSettings | None:
    """The bot on Telegram if there is a token; never one that takes updates from anybody."""
    token = environ.get("WISMO_TELEGRAM_TOKEN", "")
    if not token:
        return None
    secret = environ.get("WISMO_TELEGRAM_SECRET", "")
    shortest = MIN_SECRET_LENGTH if made is None else 1
    if not re.fullmatch(rf"[A-Za-z0-9_-]{{{shortest},256}}", secret):
        raise ConfigurationError(
            f"WISMO_TELEGRAM_SECRET: with a token, give a secret of {shortest} to 256 characters of A-Z a-z "
            "0-9 _ -, such as 32 random bytes in hex; Telegram sends it with each update"
        )
    api = environ.get("WISMO_TELEGRAM_API") or "https://api.telegram.org"
    link_secret = _secret(environ, "WISMO_LINK_SECRET", made)
    return TelegramSettings(api.rstrip("/"), token, secret, link_secret)


def _shop_login(environ: Mapping[str, str]) -> ShopLogin | None:
    secret, key_file = environ.get("WISMO_IDENTITY_SECRET", ""), environ.get("WISMO_IDENTITY_PUBLIC_KEY", "")
    audience = environ.get("WISMO_IDENTITY_AUDIENCE", "wismo")
    if secret and key_file:
        raise ConfigurationError(
            "WISMO_IDENTITY_SECRET and WISMO_IDENTITY_PUBLIC_KEY: give one, as the shop signs in one way"
        )
    if secret:
        if len(secret) < MIN_SECRET_LENGTH:
            raise ConfigurationError(
                f"WISMO_IDENTITY_SECRET: give at least {MIN_SECRET_LENGTH} characters, such as 32 random "
                "bytes in hex"
            )
        return ShopLogin(secret, "HS256", audience)
    if not key_file:
        return None
    try:
        text = Path(key_file).read_text("ascii")
        load_pem_public_key(text.encode())
    except (OSError, ValueError) as error:
        raise ConfigurationError(
            f"WISMO_IDENTITY_PUBLIC_KEY: {key_file} is not a file with a public key in PEM"
        ) from error
    return ShopLogin(text, "RS256", audience)


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
