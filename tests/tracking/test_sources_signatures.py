"""Who sent a payload: what each carrier's provider signs, computed here from its description."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable

import pytest

from tracking.errors import SignatureError
from tracking.settings import SOURCES_WITH_SECRETS, Settings
from tracking.sources import SOURCES

SECRET = "shared-with-the-provider-é"
BODY = b'{"event": "track_updated", "data": {"number": "1"}}\n'


def mac(body: bytes) -> hmac.HMAC:
    return hmac.new(SECRET.encode(), body, hashlib.sha256)


SIGNED: dict[str, tuple[str, Callable[[bytes], str]]] = {
    "aftership": ("aftership-hmac-sha256", lambda body: base64.b64encode(mac(body).digest()).decode()),
    "seventeentrack": ("sign", lambda body: hashlib.sha256(body + b"/" + SECRET.encode()).hexdigest()),
    "shippo": (
        "Shippo-Auth-Signature",
        lambda body: f"t=1795027200,v1={mac(b'1795027200.' + body).hexdigest()}",
    ),
    "ship24": ("Authorization", lambda body: f"Bearer {SECRET}"),
    "feed": ("X-Wismo-Signature", lambda body: "sha256=" + mac(body).hexdigest()),
}


@pytest.fixture(params=SIGNED)
def source(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def refused(source: str, header: str | None, body: bytes = BODY, secret: str = SECRET) -> str:
    headers = {} if header is None else {SIGNED[source][0]: header}
    with pytest.raises(SignatureError) as caught:
        SOURCES[source].verify(headers, body, secret)
    assert SECRET not in str(caught.value)
    return str(caught.value)


def test_what_the_provider_signed_is_accepted(source: str) -> None:
    header, sign = SIGNED[source]
    for name in (header, header.lower(), header.upper()):
        SOURCES[source].verify({name: sign(BODY)}, BODY, SECRET)


# Ship24's header is a password, not a signature.
@pytest.mark.parametrize("source", sorted({*SIGNED} - {"ship24"}))
@pytest.mark.parametrize("body", [BODY[:-1], BODY + b"\n", BODY.replace(b"1", b"2"), b""])
def test_another_body_is_refused(source: str, body: bytes) -> None:
    assert "does not fit" in refused(source, SIGNED[source][1](BODY), body)


@pytest.mark.parametrize(
    "header", ["", "x", "Bearer", "t=,v1=", "v1=", "sha256=", "é", "t=1,t=2,v1=0,v1=1", "=,=,="]
)
def test_no_signature_at_all_is_refused(source: str, header: str) -> None:
    refused(source, header)
    refused(source, None)


def test_another_secret_is_refused_and_an_empty_one_never_fits(source: str) -> None:
    signed = SIGNED[source][1](BODY)
    refused(source, signed, secret=SECRET + "x")
    assert f"WISMO_{source.upper()}_SECRET is not set" in refused(source, signed, secret="")


def test_shippo_signs_the_time_too() -> None:
    signed = SIGNED["shippo"][1](BODY)
    refused("shippo", signed.replace("t=1795027200", "t=1795027201"))
    refused("shippo", signed.partition(",")[2])
    refused("shippo", f"v1={mac(BODY).hexdigest()}")
    SOURCES["shippo"].verify({"Shippo-Auth-Signature": signed.replace(",", " , ")}, BODY, SECRET)


def test_ship24_takes_nothing_but_the_bearer() -> None:
    for header in (SECRET, f"Basic {SECRET}", f"Bearer {SECRET} {SECRET}", f"Bearer{SECRET}"):
        refused("ship24", header)
    # A web server reads the bytes of a header as Latin-1.
    on_the_wire = SIGNED["ship24"][1](BODY).encode().decode("latin-1")
    SOURCES["ship24"].verify({"Authorization": on_the_wire}, BODY, SECRET)


def test_every_source_has_a_secret_of_its_own() -> None:
    assert set(SOURCES_WITH_SECRETS) == set(SOURCES)
    secrets = Settings.from_environment(
        {"WISMO_SEVENTEENTRACK_SECRET": "s17", "WISMO_FEED_SECRET": "sf"}
    ).secrets
    assert set(secrets) == set(SOURCES)
    assert (secrets["seventeentrack"], secrets["feed"], secrets["shippo"]) == ("s17", "sf", "")
