"""What connects a shop to WhatsApp, from the environment. `docs/whatsapp.md` says where each comes from."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tracking.errors import ConfigurationError

API = "https://graph.facebook.com/v25.0"
#: All four or none.
NEEDED = {
    "token": "WISMO_WHATSAPP_TOKEN",
    "phone_id": "WISMO_WHATSAPP_PHONE_ID",
    "app_secret": "WISMO_WHATSAPP_APP_SECRET",
    "verify_token": "WISMO_WHATSAPP_VERIFY_TOKEN",
}
#: The verify token is the shop's own invention: one that can be guessed lets others point their app at us.
MIN_VERIFY_TOKEN = 16


@dataclass(frozen=True)
class WhatsAppSettings:
    """A WhatsApp number of the shop and what opens it."""

    phone_id: str
    #: The permanent token of a system user.
    token: str = field(repr=False)
    #: Signs what the platform delivers.
    app_secret: str = field(repr=False)
    verify_token: str = field(repr=False)
    #: Where the platform's API is, with its version.
    api: str = API
    #: An approved template with one variable, for answers after the 24 hours; empty: none.
    template: str = ""
    #: The languages it is approved in, as the platform writes them; the first where none fits.
    template_languages: tuple[str, ...] = ()
    #: The WhatsApp Business account, for `wismo whatsapp check`; empty: as the token says.
    account_id: str = ""

    @classmethod
    def from_environment(
        cls, environ: Mapping[str, str], languages: tuple[str, ...]
    ) -> WhatsAppSettings | None:
        """Read and check; None where nothing is set. `languages` are the shop's.

        Raises:
            ConfigurationError: a value makes no sense or is missing; the text names the variable.
        """
        given = {name: environ.get(variable, "").strip() for name, variable in NEEDED.items()}
        if not any(given.values()):
            return None
        missing = [NEEDED[name] for name, value in given.items() if not value]
        if missing:
            raise ConfigurationError(
                f"{', '.join(missing)}: not set; WhatsApp needs it, see docs/whatsapp.md"
            )
        if not (given["phone_id"].isascii() and given["phone_id"].isdigit()):
            raise ConfigurationError(
                "WISMO_WHATSAPP_PHONE_ID: not the number's id, which has digits only and is no phone number"
            )
        if len(given["verify_token"]) < MIN_VERIFY_TOKEN:
            raise ConfigurationError(
                f"WISMO_WHATSAPP_VERIFY_TOKEN: make one up with at least {MIN_VERIFY_TOKEN} characters"
            )
        approved = environ.get("WISMO_WHATSAPP_TEMPLATE_LANGUAGES", ",".join(languages)).split(",")
        return cls(
            **given,
            api=_api(environ.get("WISMO_WHATSAPP_API", API)),
            template=environ.get("WISMO_WHATSAPP_TEMPLATE", "").strip(),
            template_languages=tuple(code.strip() for code in approved if code.strip()),
            account_id=environ.get("WISMO_WHATSAPP_ACCOUNT_ID", "").strip(),
        )

    def template_language(self, spoken: str | None) -> str:
        """The approved language for a conversation's: en for "en", or en_GB where only that is approved."""
        fits = [code for code in self.template_languages if code.partition("_")[0] == spoken]
        return (fits or list(self.template_languages) or ["en"])[0]


def _api(url: str) -> str:
    """The API's address; the token goes there, so it is encrypted unless it stays on this machine."""
    parts = urlsplit(url)
    if parts.scheme == "https" and parts.hostname:
        return url.rstrip("/")
    try:
        local = parts.scheme == "http" and ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        local = False
    if not local:
        raise ConfigurationError(f"WISMO_WHATSAPP_API: not an https address, such as {API}")
    return url.rstrip("/")
