"""The receivers answer as their description says, whatever they are sent, and lose nothing that is signed."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.core import NOT_SET
from sqlalchemy import select
from sqlalchemy.engine import Engine

from bot.openapi import description
from bot.receivers import MAX_BODY_BYTES, PATHS, routes
from bot.settings import BotSettings
from bot.web import FrontDoor, listening_on
from tests.bot.conftest import eventually, free_port
from tests.bot.providers import PROVIDERS, WIRE, Provider
from tests.bot.receiving import NOW
from tests.tracking.feeds import described, description_of
from tracking import store
from tracking.db import begin_read, open_engine
from tracking.model import payloads
from tracking.settings import Settings

SECRETS = {provider.source: provider.secret for provider in PROVIDERS}
BY_PATH = {provider.path: provider for provider in PROVIDERS}
SCHEMA = schemathesis.openapi.from_dict(description(PATHS, MAX_BODY_BYTES))


class Served:
    """The receivers on a real port, and the inbox behind them."""

    def __init__(self, url: str, engine: Engine) -> None:
        self.url = url
        self.engine = engine
        self.http = httpx.Client(base_url=url, timeout=30, trust_env=False)

    def holds(self, source: str, number: int) -> tuple[bytes, str] | None:
        query = select(payloads.c.body, payloads.c.state, payloads.c.source)
        with begin_read(self.engine) as connection:
            row = connection.execute(query.where(payloads.c.id == number)).one_or_none()
        return (bytes(row.body), row.state) if row and row.source == source else None

    def check(self, provider: Provider, body: bytes, headers: dict[str, str], *, signed: bool) -> None:
        """Send it; whatever is answered is described, and what is not refused is in the inbox."""
        answer = self.http.post(provider.path, content=body, headers=headers)
        assert answer.status_code in ({200, 422} if signed else {200, 401})
        said = answer.json()
        if not signed:
            # Only WooCommerce's own question is answered without a signature.
            assert answer.status_code == 401 or said == {"listening": True}
            assert "kept" not in said
            return
        kept = self.holds(provider.source, said["kept"])
        assert kept is not None
        assert kept[0] == body
        assert kept[1] == "rejected" if answer.status_code == 422 else kept[1] in {"done", "waiting"}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("described") / "wismo.db"
    shutil.copy(migrated_sqlite, path)
    engine = open_engine(f"sqlite:///{path}")
    rows = [
        {
            "number": provider.order,
            "placed_at": "2026-11-08T09:00:00Z",
            "shipments": [{"carrier": provider.carrier, "tracking_number": provider.number}],
        }
        for provider in PROVIDERS
    ]
    store.import_orders(engine, rows, NOW)
    var = str(path.parent / "var")
    port = free_port()
    bot = BotSettings.from_environment(
        {
            "WISMO_SESSION_SECRET": "a session secret that only tests know",
            "WISMO_RELAY_SECRET": "a relay secret that only tests know",
            "WISMO_WEB_PORT": str(port),
        }
    )
    front = FrontDoor(
        engine,
        bot,
        Settings.from_environment({"WISMO_VAR": var}),
        more_routes=routes(lambda: engine, lambda: SECRETS),
        page=path.parent / "page",
    )
    server = uvicorn.Server(listening_on(front.app, "127.0.0.1", port))
    thread = threading.Thread(target=server.run)
    with ExitStack() as stack:
        stack.enter_context(described(description_of(WIRE / "feed" / "whole_journey.json")))
        thread.start()
        try:
            eventually(lambda: server.started)
            made = Served(f"http://127.0.0.1:{port}", engine)
            stack.callback(made.http.close)
            yield made
        finally:
            server.should_exit = True
            thread.join(10)
            engine.dispose()


BOUNDED = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@SCHEMA.parametrize()
@BOUNDED
def test_what_the_description_allows_is_answered_as_described(
    case: schemathesis.Case, served: Served
) -> None:
    provider = BY_PATH[case.path]
    given = b"" if case.body is NOT_SET else case.body
    body = given if isinstance(given, bytes) else json.dumps(given).encode()
    headers = provider.signed(body)
    response = served.http.post(provider.path, content=body, headers=headers)
    case.validate_response(response, checks=CHECKS)
    served.check(provider, body, headers, signed=True)
    served.check(provider, body, {}, signed=False)


#: Of schemathesis: no error of ours, and every answer has a status, a type and a body that is described.
CHECKS = [
    schemathesis.checks.CHECKS.get_one(name)
    for name in (
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
    )
]


def mutated(content: Any) -> st.SearchStrategy[Any]:
    """A recorded payload in which something is another thing, missing, or there twice."""
    strange = st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=20),
        st.just([]), st.just({}), st.just("2026-11-11T25:00:00Z"), st.just("\ud800"), st.just("x" * 3000),
    )  # fmt: skip

    @st.composite
    def change(draw: st.DrawFn) -> Any:
        made = json.loads(json.dumps(content))
        for _ in range(draw(st.integers(1, 3))):
            spot = made
            while isinstance(spot, (dict, list)) and spot:
                keys = list(spot) if isinstance(spot, dict) else list(range(len(spot)))
                key = draw(st.sampled_from(keys))
                if isinstance(spot[key], (dict, list)) and spot[key] and draw(st.integers(0, 4)):
                    spot = spot[key]
                    continue
                if draw(st.booleans()):
                    spot[key] = draw(strange)
                else:
                    del spot[key]
                break
        return made

    return change()


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.source)
def test_recorded_payloads_with_faults_are_answered_as_described(provider: Provider, served: Served) -> None:
    @BOUNDED
    @given(mutated(json.loads(provider.body())))
    def ask(content: Any) -> None:
        body = json.dumps(content).encode()
        served.check(provider, body, provider.signed(body), signed=True)

    ask()


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.source)
def test_any_bytes_are_answered_as_described(provider: Provider, served: Served) -> None:
    @BOUNDED
    @given(
        st.binary(max_size=200),
        st.sampled_from(["", "application/json", "text/xml; charset=x", "multipart/form-data"]),
    )
    def ask(body: bytes, kind: str) -> None:
        headers = provider.signed(body) | {"Content-Type": kind}
        served.check(provider, body, headers, signed=True)
        del headers[provider.header]
        served.check(provider, body, headers, signed=False)

    ask()


def test_the_description_is_served_and_names_every_source(served: Served) -> None:
    said = served.http.get("/openapi.json").json()
    assert said == description(PATHS, MAX_BODY_BYTES)
    assert set(said["paths"]) == set(PATHS.values())
    for source, path in PATHS.items():
        assert said["paths"][path]["post"]["security"] == [{source: []}]
        scheme = said["components"]["securitySchemes"][source]
        assert scheme["name"] == BY_PATH[path].header
        assert "documentation" not in scheme["description"], f"{source}: say how it proves itself"
