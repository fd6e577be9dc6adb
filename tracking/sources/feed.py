"""Any other feed of scans, in JSON or CSV, as the shop describes it in a file (`WISMO_FEED_MAPPING`).

The description is read in `tracking.sources.description`. Webhooks are signed in the header
`X-Wismo-Signature: sha256=…`: the HMAC-SHA256 of the raw body in hexadecimal, keyed with
`WISMO_FEED_SECRET`.
"""

from __future__ import annotations

import csv
import hashlib
import hmac
import io
from collections import Counter, defaultdict
from collections.abc import Iterable
from collections.abc import Mapping as Headers
from datetime import time, timezone
from typing import Any, NamedTuple

from tracking import carriers
from tracking.errors import ConfigurationError, NotUnderstoodError
from tracking.numbers import order_key, tracking_key
from tracking.parcels import Place, Proof
from tracking.places import country_code, zone_of
from tracking.settings import settings
from tracking.sources import wire
from tracking.sources.description import Description, read_description
from tracking.sources.details import MAX_SIGNER, estimate, link, signer
from tracking.sources.report import Decoded, Estimate, Report, Scan

SOURCE = "feed"
SIGNATURE_HEADER = "X-Wismo-Signature"
#: Longest id of a scan that is kept.
MAX_ID = 120
#: A row's record, and those around it outward.
_Records = tuple[Any, ...]


def verify(headers: Headers[str, str], body: bytes, secret: str) -> None:
    """Check that the feed's sender sent this body.

    Raises:
        SignatureError: the secret or the signature is missing, or it does not fit the body.
    """
    wire.require_secret(secret, "WISMO_FEED_SECRET")
    expected = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    wire.check_signature(wire.header(headers, SIGNATURE_HEADER), expected, SIGNATURE_HEADER)


def decode(body: bytes) -> Decoded:
    """What the rows of a feed say.

    Raises:
        NotUnderstoodError: nothing of it could be understood, or its description makes no sense.
    """
    description = _described()
    reading = wire.Reading()
    # Scans of one parcel come in one report, in the order of the feed.
    told: dict[_Whose, list[Scan | Estimate]] = defaultdict(list)
    rows = _csv_rows(body, description) if description.format == "csv" else _json_rows(body, description)
    for whose, said in reading.each(rows, "row", lambda row: _read(row, description, reading.unknown)):
        told[whose] += said
    reading.reports += [_report(whose, said) for whose, said in told.items() if said]
    return reading.decoded()


def knows(code: str) -> bool:
    """Whether the feed's table has the code that is stored with a scan.

    Raises:
        NotUnderstoodError: the description is missing or makes no sense.
    """
    status, _, detail = code.partition("/")
    return _described().mapping.knows(status, detail)


class _Whose(NamedTuple):
    """What tells one parcel of a feed from another."""

    number: str | None
    carrier: str | None
    order: str | None


def _described() -> Description:
    path = settings().feed_mapping
    if path is None:
        raise NotUnderstoodError(
            "WISMO_FEED_MAPPING is not set: name the file that describes this feed, then run `wismo replay`"
        )
    try:
        return read_description(path)
    except ConfigurationError as error:
        raise NotUnderstoodError(f"{error}; mend it, then run `wismo replay`") from error


def _json_rows(body: bytes, description: Description) -> list[_Records]:
    found: list[_Records] = []
    # Walked with a list of our own: how deep the lists are nested is the sender's choice.
    left: list[tuple[Any, int, _Records]] = [(wire.parse(body), 0, ())]
    while left:
        value, depth, around = left.pop()
        if isinstance(value, list):
            left += [(each, depth, around) for each in reversed(value)]
        elif depth < len(description.items) and isinstance(value, dict):
            left.append((value.get(description.items[depth]), depth + 1, (value, *around)))
        else:
            found.append((value, *around))
    return found


def _csv_rows(body: bytes, description: Description) -> list[_Records]:
    try:
        content = body.decode("utf-8-sig").replace("\x00", "")
    except UnicodeDecodeError as error:
        raise NotUnderstoodError(f"not UTF-8 at byte {error.start}; send CSV in UTF-8") from error
    table = csv.DictReader(io.StringIO(content, newline=""), delimiter=description.delimiter)
    try:
        columns = set(table.fieldnames or ())
        for name in ("number", "order", "time", "status"):
            if missing := sorted(set(description.fields.get(name, ())) - columns):
                raise NotUnderstoodError(f"{name}: the header has no column {missing[0][:40]!r}")
        return [({name: value for name, value in row.items() if name},) for row in table]
    except csv.Error as error:
        raise NotUnderstoodError(f"not CSV after line {table.line_num}: {error}") from error


def _text(records: _Records, paths: Iterable[str], limit: int) -> str | None:
    """The texts at these places, joined by a blank; a number counts as the text it is written as."""
    found = [_value(records, path) for path in paths]
    written = [str(value) if _is_number(value) else wire.text(value, limit) for value in found]
    return wire.text(" ".join(filter(None, written)), limit)


def _value(records: _Records, path: str) -> Any:
    """What stands at a place, in the innermost record that has it."""
    for record in records:
        # A column may have a point in its name.
        if path in record:
            return record[path]
        value: Any = record
        for name in path.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        if value is not None:
            return value
    return None


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _read(
    records: _Records, description: Description, unknown: Counter[str]
) -> tuple[_Whose, list[Scan | Estimate]]:
    """Whose row it is, and what it says: a scan, an estimate, both or nothing."""
    wire.record(records[0], ".".join(description.items) or "the row")

    def given(name: str, limit: int = wire.MAX_NUMBER) -> str | None:
        return _text(records, description.fields.get(name, ()), limit) or description.always.get(name)

    whose = _Whose(
        tracking_key(given("number") or "") or None,
        _carrier(given("carrier")),
        order_key(given("order") or "") or None,
    )
    if whose.number is None and whose.order is None:
        raise NotUnderstoodError("it has neither a tracking number nor an order number")
    country = country_code(given("country", wire.MAX_CITY))
    city = given("city", wire.MAX_CITY)
    at = description.moment(given("time", wire.MAX_CITY), country)
    status, detail = given("status", wire.MAX_CODE), given("reason", wire.MAX_CODE)
    if status in description.estimates:
        # Its time is when something is expected: nothing has happened.
        return whose, [_expected(at, country, description)] if status in description.deliveries else []
    words = given("words", wire.MAX_WORDS)
    code = "/".join(filter(None, (status, detail)))[: wire.MAX_CODE] or None
    meaning = description.mapping.read(status, detail, words)
    if not meaning.known:
        unknown[code or "(none)"] += 1
    proof = Proof(
        photo_url=link(given("photo", wire.MAX_URL + 1)),
        signature_url=link(given("signature", wire.MAX_URL + 1)),
        signed_by=signer(given("signed_by", MAX_SIGNER)),
        handed_to=meaning.handed_to,
    )
    by = _carrier(given("scanned_by")) or whose.carrier
    number = whose.number or whose.order
    scan = Scan(
        source_id=given("id", MAX_ID) or wire.fingerprint(number, at.at, code, words, city, country, by),
        milestone=meaning.milestone,
        actor=meaning.actor,
        occurred_at=at.at,
        has_offset=at.has_offset,
        reason=meaning.reason,
        place=Place(city, country),
        carrier=by,
        code=code,
        words=words,
        proof=proof if proof != Proof() else None,
    )
    due = estimate(given("estimate"), None)
    return whose, [scan, *([due] if due else [])]


def _expected(at: wire.Moment, country: str | None, description: Description) -> Estimate:
    """The time of a row, where it is that of a delivery to come."""
    local = at.at if at.has_offset else at.at.astimezone(description.zone or zone_of(country) or timezone.utc)
    # Midnight is how a day without a time is written.
    return Estimate(local.date(), at.at if at.has_time and local.time() != time.min else None)


def _carrier(name: str | None) -> str | None:
    return carriers.by_name(name).slug if name else None


def _report(whose: _Whose, said: Iterable[Scan | Estimate]) -> Report:
    scans = {each.source_id: each for each in said if isinstance(each, Scan)}
    estimates = [each for each in said if isinstance(each, Estimate)]
    return Report(
        tracking_number=whose.number,
        carrier=whose.carrier,
        order_number=whose.order,
        scans=tuple(scans.values()),
        # The last one in the feed is the newest.
        estimate=estimates[-1] if estimates else None,
    )
