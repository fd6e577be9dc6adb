"""One contract for all receivers of webhooks, over HTTP."""

from __future__ import annotations

import asyncio
import json
import threading
import unicodedata
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from sqlalchemy.engine import Engine

from bot import receivers
from bot.receivers import PATHS
from tests.bot.providers import PROVIDERS, SECRET, Provider
from tests.bot.receiving import NOW, Door, door, kept, provider, says_what_to_do, told
from tracking import inbox
from tracking.db import open_engine
from tracking.sources import SOURCES

__all__ = ["door", "provider"]

#: Providers whose header is made from the body; the others send the secret itself, which fits any body.
signing = pytest.mark.parametrize(
    "provider",
    [provider for provider in PROVIDERS if provider.signs_body],
    ids=lambda provider: provider.source,
    indirect=True,
)


def test_every_source_keeps_this_contract_at_its_own_address() -> None:
    assert {provider.source: provider.path for provider in PROVIDERS} == PATHS
    assert set(PATHS) == set(SOURCES)


def test_what_is_signed_is_kept_and_interpreted(door: Door, engine: Engine, provider: Provider) -> None:
    body = provider.body()
    answer = door.post(provider.path, body, provider.signed(body))
    assert answer.status_code == 200
    said = answer.json()
    assert (said["received"], said["new"], said["repeated"]) == (provider.records, provider.records, False)
    assert kept(engine) == [(body, "done")]
    assert told(engine) == (provider.scans or provider.records)


def test_the_same_again_changes_nothing(door: Door, engine: Engine, provider: Provider) -> None:
    body = provider.body()
    for _ in range(3):
        answer = door.post(provider.path, body, provider.signed(body))
        assert answer.status_code == 200
    said = answer.json()
    assert (said["new"], said["duplicate"], said["repeated"]) == (0, provider.records, True)
    assert len(kept(engine)) == 1
    assert told(engine) == (provider.scans or provider.records)


#: Wrong headers; the last is right for a provider that does not sign the body.
WRONG: dict[str, Callable[[Provider, bytes], dict[str, str]]] = {
    "empty": lambda provider, body: {provider.header: ""},
    "missing": lambda provider, body: {},
    "another secret": lambda provider, body: {provider.header: provider.sign(body, "another secret")},
    "no secret": lambda provider, body: {provider.header: provider.sign(body, "")},
    "only the prefix": lambda provider, body: {provider.header: "hmac-sha256-hex="},
    "cut": lambda provider, body: {provider.header: provider.sign(body, provider.secret)[:-1]},
    "not ASCII": lambda provider, body: {provider.header: "ü" * 64},
    "another body": lambda provider, body: {provider.header: provider.sign(body + b"\n", provider.secret)},
}


def test_a_wrong_signature_is_refused_and_nothing_kept(
    door: Door, engine: Engine, provider: Provider
) -> None:
    body = provider.body()
    for case, wrong in WRONG.items():
        if case == "another body" and not provider.signs_body:
            continue
        answer = door.post(provider.path, body, wrong(provider, body))
        assert answer.status_code == 401, case
        assert says_what_to_do(answer)
    assert kept(engine) == []


@signing
def test_one_altered_byte_breaks_the_signature(door: Door, engine: Engine, provider: Provider) -> None:
    body = provider.body()
    headers = provider.signed(body)
    for place in (0, len(body) // 2, len(body) - 1):
        altered = bytearray(body)
        altered[place] ^= 1
        assert door.post(provider.path, bytes(altered), headers).status_code == 401
    assert door.post(provider.path, body + b"\n", headers).status_code == 401
    assert kept(engine) == []


def test_a_trailing_newline_that_is_signed_is_part_of_the_body(
    door: Door, engine: Engine, provider: Provider
) -> None:
    body = provider.body() + b"\n"
    assert door.post(provider.path, body, provider.signed(body)).status_code == 200
    assert kept(engine)[0][0] == body


def test_without_a_secret_everything_is_refused(door: Door, engine: Engine, provider: Provider) -> None:
    body = provider.body()
    for secrets in ({}, {provider.source: ""}):
        answer = Door(engine, secrets).post(provider.path, body, provider.signed(body, ""))
        assert answer.status_code == 401
        assert f"WISMO_{provider.source.upper()}_SECRET" in answer.text
    assert kept(engine) == []


@signing
def test_the_secret_may_be_written_either_way_where_the_provider_says_so(
    door: Door, provider: Provider
) -> None:
    body = provider.body()
    decomposed = unicodedata.normalize("NFD", SECRET)
    assert decomposed != SECRET
    answer = door.post(provider.path, body, provider.signed(body, decomposed))
    assert answer.status_code == (200 if provider.source == "easypost" else 401)


def test_several_in_one_list(door: Door, engine: Engine, provider: Provider) -> None:
    content = json.loads(provider.body())
    body = json.dumps([*content, *content] if isinstance(content, list) else [content, content]).encode()
    said = door.post(provider.path, body, provider.signed(body)).json()
    assert said["new"] == provider.records
    # A feed's rows that say the same are one.
    assert said["duplicate"] == (0 if provider.source == "feed" else provider.records)
    assert said["received"] == said["new"] + said["duplicate"]
    assert told(engine) == (provider.scans or provider.records)


def test_what_is_signed_but_not_understood_is_kept_for_later(
    door: Door, engine: Engine, provider: Provider
) -> None:
    bodies = [
        b"", b"{", b"null", b"[]x", b"\xff\xfe", b"[" * 50_000, b'{"a":' * 50_000, b"[NaN]", b"1" * 9000
    ]  # fmt: skip
    for body in bodies:
        answer = door.post(provider.path, body, provider.signed(body))
        assert answer.status_code == 422
        assert says_what_to_do(answer)
        assert answer.json()["rejected"]
    assert kept(engine) == [(body, "rejected") for body in bodies]
    assert told(engine) == 0


def test_a_cut_payload_is_not_understood(door: Door, engine: Engine, provider: Provider) -> None:
    body = provider.body()[:-20]
    answer = door.post(provider.path, body, provider.signed(body))
    assert answer.status_code == 422
    assert "cut short" in answer.text
    assert kept(engine) == [(body, "rejected")]


def test_an_unknown_type_is_kept_for_later(door: Door, engine: Engine, provider: Provider) -> None:
    body = json.dumps(provider.strange).encode()
    assert door.post(provider.path, body, provider.signed(body)).status_code == 422
    assert kept(engine) == [(body, "rejected")]
    assert told(engine) == 0


def test_the_signature_counts_and_not_the_content_type(door: Door, provider: Provider) -> None:
    body = provider.body()
    for kind in ("text/plain", "application/x-www-form-urlencoded", "image/png", ""):
        answer = door.post(provider.path, body, provider.signed(body) | {"Content-Type": kind})
        assert answer.status_code == 200


def test_what_is_about_an_order_that_is_not_there_yet_waits(
    door: Door, engine: Engine, provider: Provider
) -> None:
    body = provider.too_early()
    answer = door.post(provider.path, body, provider.signed(body))
    assert answer.status_code == 200
    assert (answer.json()["new"], answer.json()["waiting"]) == (0, 1)
    assert kept(engine)[0][1] == "waiting"


def test_only_posting_is_possible(door: Door, provider: Provider) -> None:
    assert door.get(provider.path).status_code == 405


def test_woocommerce_may_ask_whether_anybody_listens(engine: Engine) -> None:
    door = Door(engine, {"woocommerce": SECRET})
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert door.post("/orders/woocommerce", b"webhook_id=12", headers).json() == {"listening": True}
    assert door.post("/orders/woocommerce", b"webhook_id=12&x=1", headers).status_code == 401
    assert door.post("/orders/shopify", b"webhook_id=12", headers).status_code == 401
    assert kept(engine) == []


@pytest.mark.parametrize("provider", PROVIDERS[:1], indirect=True, ids=["easypost"])
class TestOnce:
    """What is the same code for every provider."""

    def test_a_database_that_is_down_means_send_it_again(self, engine: Engine, provider: Provider) -> None:
        nowhere = open_engine("postgresql://nobody@127.0.0.1:9/none")
        down = Door(nowhere, {provider.source: SECRET})
        body = provider.body()
        answer = down.post(provider.path, body, provider.signed(body))
        assert answer.status_code == 503
        assert int(answer.headers["Retry-After"]) > 0
        assert says_what_to_do(answer)

    def test_what_is_committed_is_taken_even_if_it_cannot_be_interpreted_now(
        self, door: Door, engine: Engine, provider: Provider, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def down(*_: object) -> None:
            raise receivers.StoreUnavailableError("gone")

        body = provider.body()
        with monkeypatch.context() as patched:
            patched.setattr(inbox, "process", down)
            answer = door.post(provider.path, body, provider.signed(body))
        assert answer.status_code == 200
        assert answer.json()["interpreted"] is False
        assert kept(engine) == [(body, "received")]
        inbox.replay(engine, NOW, states=("received",))
        assert told(engine) == (provider.scans or provider.records)

    def test_the_event_loop_goes_on_while_a_payload_is_interpreted(
        self, door: Door, provider: Provider, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        release = threading.Event()
        process = inbox.process

        def slow(*arguments: Any) -> Any:
            release.wait(10)
            return process(*arguments)

        monkeypatch.setattr(inbox, "process", slow)
        body = provider.body()

        async def two() -> tuple[int, int]:
            transport = httpx.ASGITransport(app=door.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://shop.example") as client:
                first = asyncio.create_task(
                    client.post(provider.path, content=body, headers=provider.signed(body))
                )
                await asyncio.sleep(0.1)
                second = await client.post(provider.path, content=b"{}")
                release.set()
                return (await first).status_code, second.status_code

        assert asyncio.run(two()) == (200, 401)

    def test_no_answer_and_no_log_holds_the_secret_or_the_payload(
        self, door: Door, provider: Provider, caplog: pytest.LogCaptureFixture
    ) -> None:
        body = b'{"description": "tracker.updated", "result": {"tracking_code": "camille@example.org" '
        answer = door.post(provider.path, body, provider.signed(body))
        refused = door.post(provider.path, body, {})
        for text in (answer.text, refused.text, caplog.text):
            assert SECRET not in text
            assert "camille" not in text
