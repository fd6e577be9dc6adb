"""`wismo whatsapp check`: each thing that is wrong is named, with what to do."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import httpx
import pytest
from sqlalchemy.engine import Engine
from typer.testing import CliRunner

from bot.channels.whatsapp_check import Check, Finding
from bot.cli import app
from bot.settings import BotSettings, settings
from bot.whatsapp_settings import WhatsAppSettings
from tests.bot.conftest import listening
from tests.bot.whatsapp_api import PATH, Cloud, serving
from tracking.errors import ConfigurationError
from tracking.settings import Settings

NOW = datetime.now(timezone.utc)
FOUR = {
    "WISMO_WHATSAPP_TOKEN": "t",
    "WISMO_WHATSAPP_PHONE_ID": "106540352242922",
    "WISMO_WHATSAPP_APP_SECRET": "s",
    "WISMO_WHATSAPP_VERIFY_TOKEN": "a verify token of sixteen",
}


@pytest.fixture
def cloud(
    engine: Engine, bot_settings: BotSettings, store_settings: Settings, tmp_path: Path
) -> Iterator[Cloud]:
    """The API, and a front door where its webhook points to."""
    with serving() as made:
        bot = replace(bot_settings, whatsapp=made.settings())
        with listening(engine, bot, store_settings, tmp_path / "page") as door:
            made.webhook = f"{door.url}{PATH}"
            yield made


def look(settings: WhatsAppSettings) -> list[Finding]:
    with httpx.Client(timeout=5) as client:
        return list(Check(settings, client).findings(NOW))


def ill(settings: WhatsAppSettings) -> list[str]:
    return [finding.text for finding in look(settings) if not finding.well]


def test_all_is_well(cloud: Cloud) -> None:
    found = look(cloud.settings(template="answer", template_languages=("en", "fr_FR")))
    assert [finding for finding in found if not finding.well] == []
    said = "\n".join(finding.text for finding in found)
    for text in (
        "+1 555-078-3881",
        "permanent",
        "is this assistant",
        "approved in fr_FR",
        "Maison Lumen chat",
    ):
        assert text in said


def test_what_is_wrong_is_named(cloud: Cloud) -> None:
    right = cloud.settings()
    assert "token is not valid" in ill(replace(right, token="another"))[0]
    assert "APP_SECRET" in ill(replace(right, app_secret="another"))[0]
    assert "PHONE_ID" in ill(replace(right, phone_id="1"))[0]
    assert "VERIFY_TOKEN" in ill(replace(right, verify_token="another"))[0]
    assert "account" in ill(replace(right, account_id="1"))[0]
    assert "no template answer in de" in ill(replace(right, template="answer", template_languages=("de",)))[0]
    assert "does not answer" in ill(replace(right, api="http://127.0.0.1:9/v25.0"))[0]


def test_what_the_account_has_wrong_is_named(cloud: Cloud) -> None:
    right = cloud.settings()
    cloud.subscribed = False
    assert "not subscribed" in ill(right)[0]
    cloud.subscribed, cloud.scopes = True, ("whatsapp_business_management",)
    assert "whatsapp_business_messaging" in ill(right)[0]
    cloud.scopes = ("whatsapp_business_messaging", "whatsapp_business_management")
    cloud.expires_at = int(time.time()) + 5000
    assert "ends in 0 days" in ill(right)[0]
    cloud.expires_at, cloud.quality = 0, "RED"
    assert "quality" in ill(right)[0]
    cloud.quality, cloud.state = "GREEN", "PENDING"
    assert "register it" in ill(right)[0]
    cloud.state = "CONNECTED"
    assert ill(right) == []
    here = cloud.webhook
    cloud.webhook = None
    assert "no webhook is set" in ill(right)[0]
    cloud.webhook = "https://shop.example/elsewhere"
    assert "does not end with" in ill(right)[0]
    cloud.webhook = f"{cloud.url}{PATH}"
    assert "is not this assistant" in ill(right)[0]
    cloud.webhook = f"http://127.0.0.1:9{PATH}"
    assert "does not answer" in ill(right)[0]
    cloud.webhook = here
    assert ill(right) == []


def test_the_command(cloud: Cloud, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in cloud.environment().items():
        monkeypatch.setenv(name, text)
    settings.cache_clear()
    try:
        found = CliRunner().invoke(app, ["whatsapp", "check"])
        assert found.exit_code == 0, found.output
        assert "!!" not in found.output
        cloud.subscribed = False
        found = CliRunner().invoke(app, ["whatsapp", "check"])
        assert found.exit_code == 1
        assert "!!  the app" in found.output
        for secret in (cloud.settings().token, cloud.settings().app_secret, cloud.settings().verify_token):
            assert secret not in found.output
    finally:
        settings.cache_clear()


def test_a_shop_without_whatsapp_needs_nothing() -> None:
    assert WhatsAppSettings.from_environment({}, ("en",)) is None


@pytest.mark.parametrize("missing", sorted(FOUR))
def test_it_is_all_four_or_none(missing: str) -> None:
    with pytest.raises(ConfigurationError, match=missing):
        WhatsAppSettings.from_environment({**FOUR, missing: ""}, ("en",))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("WISMO_WHATSAPP_PHONE_ID", "+33612345678"),
        ("WISMO_WHATSAPP_VERIFY_TOKEN", "short"),
        ("WISMO_WHATSAPP_API", "http://graph.facebook.com/v25.0"),
        ("WISMO_WHATSAPP_API", "graph.facebook.com"),
        ("WISMO_WHATSAPP_API", "ftp://127.0.0.1/"),
    ],
)
def test_what_makes_no_sense_is_refused(name: str, text: str) -> None:
    with pytest.raises(ConfigurationError, match=name):
        WhatsAppSettings.from_environment({**FOUR, name: text}, ("en",))


def test_secrets_are_not_shown() -> None:
    found = WhatsAppSettings.from_environment({**FOUR, "WISMO_WHATSAPP_TOKEN": "very secret"}, ("en", "fr"))
    assert found is not None
    assert "secret" not in repr(found)
    assert found.template_languages == ("en", "fr")
