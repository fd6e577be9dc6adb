"""The description of the receivers in OpenAPI's form, made from the sources there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tracking.sources import SOURCES

#: How each source is called, and how its header proves a body; any other says so in its documentation.
_NAMES = {
    "aftership": ("AfterShip", "the HMAC-SHA256 of the raw body in base64"),
    "easypost": ("EasyPost", "`hmac-sha256-hex=` and the HMAC-SHA256 of the raw body in hexadecimal"),
    "feed": ("a feed of the shop's own", "`sha256=` and the HMAC-SHA256 of the raw body in hexadecimal"),
    "seventeentrack": ("17TRACK", "the SHA-256 of the raw body, a slash and the key, in hexadecimal"),
    "ship24": ("Ship24", "`Bearer` and the webhook's secret"),
    "shippo": ("Shippo", "`t=…,v1=…`: the HMAC-SHA256 of time, dot and raw body in hexadecimal"),
    "shop": ("the shop itself", "`sha256=` and the HMAC-SHA256 of the raw body in hexadecimal"),
    "shopify": ("Shopify", "the HMAC-SHA256 of the raw body in base64"),
    "woocommerce": ("WooCommerce", "the HMAC-SHA256 of the raw body in base64"),
}

_COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}
_REFUSED: dict[str, Any] = {
    "type": "object",
    "required": ["error", "do"],
    "properties": {"error": {"type": "string"}, "do": {"type": "string"}},
}
_COUNTED: dict[str, Any] = {
    "type": "object",
    "required": ["kept", "interpreted"],
    "properties": {
        "kept": {**_COUNT, "description": "the payload's number in the inbox"},
        "interpreted": {
            "type": "boolean",
            "description": "false where the database went away after the payload was kept: it is read later",
        },
        "repeated": {"type": "boolean", "description": "it came before, byte for byte"},
        "received": {**_COUNT, "description": "records in it: scans, milestones, orders"},
        "new": _COUNT,
        "changed": _COUNT,
        "duplicate": _COUNT,
        "waiting": {**_COUNT, "description": "kept until the order is known"},
        "rejected": {"type": "array", "items": {"type": "string"}, "description": "why, and what to do"},
        "unknown": {
            "type": "object",
            "additionalProperties": _COUNT,
            "description": "codes that no mapping knows, and how often they came",
        },
    },
}
_LISTENING: dict[str, Any] = {
    "type": "object",
    "required": ["listening"],
    "properties": {"listening": {"type": "boolean"}},
    "description": "the answer to WooCommerce asking whether anybody listens",
}


def description(paths: Mapping[str, str], max_bytes: int) -> dict[str, Any]:
    """The receivers at these paths, by source; bodies may have `max_bytes`."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "wismo: receivers of webhooks",
            "version": "1",
            "description": "What is signed is kept, then interpreted; the same again changes nothing.",
        },
        "paths": {path: {"post": _receiver(source, max_bytes)} for source, path in paths.items()},
        "components": {
            "securitySchemes": {source: _scheme(source) for source in paths},
            "schemas": {"Counted": _COUNTED, "Refused": _REFUSED, "Listening": _LISTENING},
        },
    }


def _receiver(source: str, max_bytes: int) -> dict[str, Any]:
    name, _ = _NAMES.get(source, (source, ""))
    understood = _schema("Counted")
    if source == "woocommerce":
        understood = {"oneOf": [understood, _schema("Listening")]}
    return {
        "operationId": f"receive_{source}",
        "summary": f"What {name} sends",
        "security": [{source: []}],
        "requestBody": {
            "required": True,
            "description": f"The provider's own payload or a list of them, at most {max_bytes} bytes. "
            "The content type does not matter.",
            "content": {"application/json": {"schema": {"type": ["object", "array"]}}},
        },
        "responses": {
            "200": _response("kept and understood", understood),
            "400": _response("the request ended early", _schema("Refused")),
            "401": _response(
                "not signed as it must be, or no secret is set: nothing is kept", _schema("Refused")
            ),
            "413": _response(f"longer than {max_bytes} bytes: nothing is kept", _schema("Refused")),
            "422": _response(
                "signed, but some of it was not understood: kept, and read again later",
                {"allOf": [_schema("Counted"), _schema("Refused")]},
            ),
            "503": {
                **_response("nothing was stored: send it again", _schema("Refused")),
                "headers": {"Retry-After": {"description": "seconds", "schema": {"type": "integer"}}},
            },
        },
    }


def _scheme(source: str) -> dict[str, Any]:
    _, proof = _NAMES.get(source, ("", "see the source's documentation"))
    return {
        "type": "apiKey",
        "in": "header",
        "name": SOURCES[source].SIGNATURE_HEADER,
        "description": f"{proof}, keyed with WISMO_{source.upper()}_SECRET",
    }


def _schema(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _response(says: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": says, "content": {"application/json": {"schema": schema}}}
