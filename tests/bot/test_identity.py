"""The shop's own login on the website: who is believed, and everything that is not."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from sqlalchemy.engine import Engine

from bot.channels.identity import BadIdentityError, IdentityExpiredError, ShopLogin
from bot.settings import BotSettings
from tests.bot.browser import conversation_of
from tests.bot.conftest import Door, listening
from tracking.db import begin_read, begin_write
from tracking.disclosure import verified_orders
from tracking.errors import ConfigurationError
from tracking.model import orders
from tracking.numbers import order_key
from tracking.settings import Settings

SECRET = "a secret of the shop and of nobody else"
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone.utc)
LOGIN = ShopLogin(SECRET, "HS256", "wismo")


def claims(now: datetime = NOW, **other: Any) -> dict[str, Any]:
    stated = {
        "sub": "customer-7",
        "aud": "wismo",
        "iat": int(now.timestamp()),
        "exp": int((now + timedelta(minutes=10)).timestamp()),
        "email": "jane@example.com",
    }
    return {name: value for name, value in {**stated, **other}.items() if value is not None}


def signed(key: Any = SECRET, algorithm: str = "HS256", **other: Any) -> str:
    return jwt.encode(claims(**other), key, algorithm=algorithm)


@pytest.fixture(scope="module")
def key() -> rsa.RSAPrivateKey:
    """The shop's key pair."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def public(key: rsa.RSAPrivateKey) -> str:
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


class TestToken:
    def test_says_who_it_is(self) -> None:
        shopper = LOGIN.read(signed(orders=["10042"]), NOW)
        assert (shopper.subject, shopper.email, shopper.order_numbers) == (
            "customer-7",
            "jane@example.com",
            ("10042",),
        )

    def test_signed_with_the_shops_private_key(self, key: rsa.RSAPrivateKey) -> None:
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        assert ShopLogin(public(key), "RS256", "wismo").read(signed(private, "RS256"), NOW).email

    def test_an_address_that_the_shop_has_not_confirmed_opens_nothing(self) -> None:
        assert LOGIN.read(signed(email_verified=False), NOW).email is None

    @pytest.mark.parametrize(
        "other",
        [
            {"key": "a secret of somebody else, just as long"},
            {"aud": "another service"},
            {"aud": None},
            {"sub": None},
            {"sub": ""},
            {"sub": "x" * 201},
            {"iat": None},
            {"exp": None},
            {"exp": int((NOW + timedelta(hours=2)).timestamp())},
            {"exp": int((NOW - timedelta(hours=2)).timestamp())},
            {"iat": int((NOW + timedelta(minutes=5)).timestamp())},
            {"nbf": int((NOW + timedelta(minutes=5)).timestamp())},
            {"email": 7},
            {"email": "no address"},
            {"orders": "10042"},
            {"orders": [10042]},
            {"orders": ["1"] * 201},
        ],
    )
    def test_refused(self, other: dict[str, Any]) -> None:
        with pytest.raises(BadIdentityError):
            LOGIN.read(signed(**other), NOW)

    def test_refused_when_its_time_is_over(self) -> None:
        with pytest.raises(IdentityExpiredError):
            LOGIN.read(signed(), NOW + timedelta(minutes=11))

    def test_a_number_that_is_none_is_no_time(self) -> None:
        with pytest.raises(BadIdentityError):
            LOGIN.read(signed(iat=float("nan")), NOW)

    @pytest.mark.parametrize("given", ["", "x", "a.b.c", "x" * 9000, "\u20ac.\u20ac.\u20ac"])
    def test_refused_what_is_no_token(self, given: str) -> None:
        with pytest.raises(BadIdentityError):
            LOGIN.read(given, NOW)

    def test_unsigned_is_refused(self) -> None:
        with pytest.raises(BadIdentityError):
            LOGIN.read(jwt.encode(claims(), None, algorithm="none"), NOW)

    def test_a_public_key_is_no_shared_secret(self, key: rsa.RSAPrivateKey) -> None:
        # Whoever signs HS256 with the public key, which is no secret, must not be believed.
        parts = [json.dumps(each).encode() for each in ({"alg": "HS256", "typ": "JWT"}, claims())]
        body = b".".join(urlsafe_b64encode(part).rstrip(b"=") for part in parts)
        import hashlib
        import hmac

        mac = urlsafe_b64encode(hmac.digest(public(key).encode(), body, hashlib.sha256)).rstrip(b"=")
        with pytest.raises(BadIdentityError):
            ShopLogin(public(key), "RS256", "wismo").read((body + b"." + mac).decode(), NOW)


class TestSettings:
    def test_none_by_default(self, bot_settings: BotSettings) -> None:
        assert bot_settings.shop_login is None

    def test_a_key_file(self, key: rsa.RSAPrivateKey, tmp_path: Path) -> None:
        file = tmp_path / "shop.pem"
        file.write_text(public(key))
        login = self.read(WISMO_IDENTITY_PUBLIC_KEY=str(file), WISMO_IDENTITY_AUDIENCE="chat").shop_login
        assert login == ShopLogin(public(key), "RS256", "chat")

    @pytest.mark.parametrize(
        ("environ", "names"),
        [
            ({"WISMO_IDENTITY_SECRET": "short"}, "WISMO_IDENTITY_SECRET"),
            ({"WISMO_IDENTITY_PUBLIC_KEY": "/no/such/file"}, "WISMO_IDENTITY_PUBLIC_KEY"),
            ({"WISMO_IDENTITY_PUBLIC_KEY": __file__}, "WISMO_IDENTITY_PUBLIC_KEY"),
            ({"WISMO_IDENTITY_SECRET": SECRET, "WISMO_IDENTITY_PUBLIC_KEY": __file__}, "give one"),
        ],
    )
    def test_bad(self, environ: dict[str, str], names: str) -> None:
        with pytest.raises(ConfigurationError, match=names):
            self.read(**environ)

    @staticmethod
    def read(**environ: str) -> BotSettings:
        secrets = {"WISMO_SESSION_SECRET": "s" * 32, "WISMO_RELAY_SECRET": "r" * 32}
        return BotSettings.from_environment({**secrets, **environ})


class TestWebsite:
    @pytest.fixture
    def signing_door(
        self, engine: Engine, bot_settings: BotSettings, store_settings: Settings, tmp_path: Path
    ) -> Iterator[Door]:
        """A front door that believes the shop, whose Jane has an order."""
        with begin_write(engine) as connection:
            connection.execute(
                orders.insert().values(
                    number="10042",
                    number_key=order_key("10042"),
                    email="jane@example.com",
                    placed_at=NOW,
                    recorded_at=NOW,
                )
            )
        bot = replace(bot_settings, shop_login=LOGIN)
        with listening(engine, bot, store_settings, tmp_path / "page") as made:
            yield made

    @staticmethod
    def come(door: Door, identity: object, token: str | None = None) -> dict[str, Any]:
        body = {"token": token, "identity": identity}
        answer = httpx.post(f"{door.url}/chat/session", json=body, timeout=5)
        assert answer.status_code == 200
        found: dict[str, Any] = answer.json()
        return found

    @staticmethod
    def orders_open(door: Door, token: str) -> int:
        with begin_read(door.engine) as connection:
            return len(verified_orders(connection, conversation_of(token)))

    @staticmethod
    def fresh(**other: Any) -> str:
        return signed(now=datetime.now(timezone.utc), **other)

    def test_opens_the_shoppers_orders(self, signing_door: Door) -> None:
        answer = self.come(signing_door, self.fresh())
        assert answer["identity"] == "accepted"
        assert self.orders_open(signing_door, answer["token"]) == 1

    def test_overheard_it_opens_nothing_elsewhere(self, signing_door: Door) -> None:
        identity = self.fresh()
        first = self.come(signing_door, identity)
        thief = self.come(signing_door, identity)
        assert thief["identity"] == "refused"
        assert self.orders_open(signing_door, thief["token"]) == 0
        again = self.come(signing_door, identity, first["token"])
        assert again["identity"] == "accepted"
        assert conversation_of(again["token"]) == conversation_of(first["token"])

    def test_the_next_shopper_of_a_browser_gets_another_conversation(self, signing_door: Door) -> None:
        first = self.come(signing_door, self.fresh())
        second = self.come(
            signing_door, self.fresh(sub="customer-8", email="john@example.com"), first["token"]
        )
        assert second["identity"] == "accepted"
        assert conversation_of(second["token"]) != conversation_of(first["token"])
        assert self.orders_open(signing_door, second["token"]) == 0

    @pytest.mark.parametrize(
        ("identity", "said"),
        [
            (signed("a secret of somebody else, just as long"), "refused"),
            (signed(), "expired"),
            ("nonsense", "refused"),
        ],
    )
    def test_not_believed_the_chat_goes_on(
        self, signing_door: Door, caplog: pytest.LogCaptureFixture, identity: str, said: str
    ) -> None:
        answer = self.come(signing_door, identity)
        assert answer["identity"] == said
        assert self.orders_open(signing_door, answer["token"]) == 0
        assert "jane" not in caplog.text

    def test_nobody_is_believed_without_a_secret(self, door: Door) -> None:
        assert self.come(door, self.fresh())["identity"] == "refused"

    @pytest.mark.parametrize("identity", [None, "", 7, ["x"]])
    def test_none_given(self, signing_door: Door, identity: object) -> None:
        assert "identity" not in self.come(signing_door, identity)
