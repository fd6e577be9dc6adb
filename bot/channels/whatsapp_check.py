"""Is the shop's number well connected? Asks the Graph API and the shop's own address."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

import httpx

from bot.channels.whatsapp import PATH
from bot.channels.whatsapp_wire import error_code
from bot.whatsapp_settings import WhatsAppSettings

SECONDS = 15.0
#: What the token must be allowed.
SCOPES = ("whatsapp_business_messaging", "whatsapp_business_management")
#: The status of a number that is registered.
CONNECTED = "CONNECTED"
#: The one variable of the template.
VARIABLE = "{{1}}"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at, and what to do if it is not well."""

    well: bool
    text: str


class _AskedInVainError(Exception):
    """The API did not answer what was asked."""

    def __init__(self, status: int, code: int, words: str) -> None:
        super().__init__(words)
        self.status, self.code, self.words = status, code, words


class Check:
    """Looks at one number, step by step; what an earlier step found wrong is not asked for again."""

    def __init__(self, settings: WhatsAppSettings, client: httpx.Client) -> None:
        self._settings = settings
        self._client = client

    def findings(self, now: datetime) -> Iterator[Finding]:
        """Everything that was found, in the order in which a shop would mend it."""
        try:
            token = self._ask("debug_token", input_token=self._settings.token)["data"]
        except httpx.HTTPError as error:
            yield Finding(False, f"{self._settings.api} does not answer ({type(error).__name__})")
            return
        except (_AskedInVainError, KeyError) as error:
            yield Finding(False, f"the token is not valid: make a new one (WISMO_WHATSAPP_TOKEN); {error}")
            return
        yield from _about_token(token, now)
        try:
            number = self._number()
        except _AskedInVainError as error:
            yield _about_refusal(error)
            return
        yield Finding(True, f"the number is {number['display_phone_number']}, {number['verified_name']}")
        if number.get("status", CONNECTED) != CONNECTED:
            yield Finding(
                False, f"the number is {number['status']}: register it, see step 4 of docs/whatsapp.md"
            )
        if number.get("quality_rating") == "RED":
            yield Finding(False, "its quality is rated low: shoppers block or report its messages")
        account = self._settings.account_id or _account(token)
        if account:
            yield self._subscription(account, str(token.get("app_id")), str(token.get("application")))
            yield from self._template(account)
        else:
            yield Finding(
                False, "the token names no WhatsApp Business account: give WISMO_WHATSAPP_ACCOUNT_ID"
            )
        yield from self._webhook(number.get("webhook_configuration") or {})

    def _ask(self, path: str, **query: str) -> Any:
        answer = self._client.get(
            f"{self._settings.api}/{path}",
            params=query,
            headers={"Authorization": f"Bearer {self._settings.token}"},
        )
        try:
            body = answer.json()
        except ValueError:
            body = None
        if answer.is_success and isinstance(body, dict):
            return body
        error = body.get("error") if isinstance(body, dict) else None
        words = str(error.get("message")) if isinstance(error, dict) else f"HTTP {answer.status_code}"
        raise _AskedInVainError(answer.status_code, error_code(body), words)

    def _number(self) -> Mapping[str, Any]:
        """The number; asked with a proof of the app's secret, which only the right one passes."""
        proof = hmac.new(self._settings.app_secret.encode(), self._settings.token.encode(), "sha256")
        found: Mapping[str, Any] = self._ask(
            self._settings.phone_id,
            fields="display_phone_number,verified_name,quality_rating,status,webhook_configuration",
            appsecret_proof=proof.hexdigest(),
        )
        return found

    def _subscription(self, account: str, app_id: str, app: str) -> Finding:
        try:
            apps = self._ask(f"{account}/subscribed_apps")["data"]
        except (_AskedInVainError, KeyError) as error:
            return Finding(False, f"the WhatsApp Business account {account} cannot be read: {error}")
        if any(each.get("whatsapp_business_api_data", {}).get("id") == app_id for each in apps):
            return Finding(True, f"the app {app} gets what is written to the account {account}")
        return Finding(
            False,
            f"the app {app} is not subscribed to the account {account}, so nothing is delivered: "
            f"POST {self._settings.api}/{account}/subscribed_apps with the token",
        )

    def _template(self, account: str) -> Iterator[Finding]:
        name = self._settings.template
        if not name:
            yield Finding(
                True,
                "no template is set (WISMO_WHATSAPP_TEMPLATE): later than 24 hours after a shopper's last "
                "message, answers fail",
            )
            return
        try:
            fields = "name,status,language,components"
            found = self._ask(f"{account}/message_templates", name=name, fields=fields)["data"]
        except (_AskedInVainError, KeyError) as error:
            yield Finding(False, f"the templates of {account} cannot be read: {error}")
            return
        states = {each["language"]: each for each in found if each.get("name") == name}
        for language in self._settings.template_languages:
            template = states.get(language)
            if template is None:
                yield Finding(False, f"there is no template {name} in {language}: see docs/whatsapp.md")
            elif template.get("status") != "APPROVED":
                yield Finding(False, f"the template {name} in {language} is {template.get('status')}")
            elif _variables(template) != 1:
                yield Finding(
                    False, f"the template {name} in {language} needs exactly one variable, {VARIABLE}"
                )
            else:
                yield Finding(True, f"the template {name} is approved in {language}")

    def _webhook(self, configured: Mapping[str, str]) -> Iterator[Finding]:
        """Where the platform delivers to, and whether that is us."""
        address = configured.get("phone_number") or configured.get("whatsapp_business_account")
        address = address or configured.get("application")
        if not address:
            yield Finding(False, f"no webhook is set: give the app https://<your address>{PATH}")
            return
        if not address.rstrip("/").endswith(PATH):
            yield Finding(False, f"the webhook is {address}, which does not end with {PATH}")
            return
        challenge = str(secrets.randbelow(10**10))
        query = {
            "hub.mode": "subscribe",
            "hub.verify_token": self._settings.verify_token,
            "hub.challenge": challenge,
        }
        try:
            answer = self._client.get(address, params=query)
        except httpx.HTTPError as error:
            yield Finding(False, f"the webhook {address} does not answer ({type(error).__name__})")
            return
        if answer.status_code == 200 and answer.text == challenge:
            yield Finding(True, f"the webhook {address} is this assistant")
        elif answer.status_code == 403:
            yield Finding(False, f"the webhook {address} has another WISMO_WHATSAPP_VERIFY_TOKEN")
        else:
            yield Finding(False, f"the webhook {address} is not this assistant (HTTP {answer.status_code})")


def _about_token(token: Mapping[str, Any], now: datetime) -> Iterator[Finding]:
    if not token.get("is_valid", True):
        yield Finding(False, "the token is no longer valid: make a new one (WISMO_WHATSAPP_TOKEN)")
        return
    missing = [scope for scope in SCOPES if scope not in token.get("scopes", ())]
    if missing:
        yield Finding(False, f"the token lacks {' and '.join(missing)}: make one with both")
    expires = token.get("expires_at") or 0
    if expires:
        left = datetime.fromtimestamp(expires, timezone.utc) - now
        yield Finding(
            False,
            f"the token ends in {max(0, left.days)} days: make a permanent one, of a system user",
        )
    if not missing and not expires:
        yield Finding(True, "the token is valid and permanent")


def _about_refusal(error: _AskedInVainError) -> Finding:
    if "appsecret_proof" in error.words:
        return Finding(
            False,
            "WISMO_WHATSAPP_APP_SECRET is not the secret of the token's app: nothing that is delivered "
            "would be believed",
        )
    return Finding(
        False,
        "the number's id (WISMO_WHATSAPP_PHONE_ID) is wrong, or the token's system user may not use it: "
        f"{error.words}",
    )


def _account(token: Mapping[str, Any]) -> str:
    """The WhatsApp Business account that the token was made for, if it is one."""
    for scope in token.get("granular_scopes", ()):
        targets = list(scope.get("target_ids") or [])
        if scope.get("scope") in SCOPES and len(targets) == 1:
            return str(targets[0])
    return ""


def _variables(template: Mapping[str, Any]) -> int:
    texts = [str(part.get("text", "")) for part in template.get("components", ())]
    return sum(text.count("{{") for text in texts) if any(VARIABLE in text for text in texts) else 0
