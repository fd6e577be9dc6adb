"""What providers say of a whole parcel: its estimate, and what belongs to one scan, proof and window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import datetime, time, timedelta
from typing import Any

from tracking.errors import NotUnderstoodError
from tracking.parcels import Place, Proof
from tracking.places import zone_of
from tracking.sources import wire
from tracking.sources.mapping import Meaning
from tracking.sources.report import Estimate, Scan
from tracking.vocabulary import Milestone

#: Longest name of a signer that is kept.
MAX_SIGNER = 120
#: What carriers write where nobody signed.
_NOBODY = frozenset({"", "-", "n/a", "na", "none", "null", "not required", "signature not required"})


def as_scan(
    meaning: Meaning,
    at: wire.Moment,
    place: Place,
    *,
    source_id: str,
    carrier: str | None,
    code: str | None,
    words: str | None,
) -> Scan:
    """A scan of what the provider's table made of it, and its own facts."""
    return Scan(
        source_id=source_id,
        milestone=meaning.milestone,
        actor=meaning.actor,
        occurred_at=at.at,
        has_offset=at.has_offset,
        reason=meaning.reason,
        place=place,
        carrier=carrier,
        code=code,
        words=words,
        proof=Proof(handed_to=meaning.handed_to) if meaning.handed_to else None,
    )


def estimate(value: Any, country: str | None) -> Estimate | None:
    """The estimate in a day or a time; `country` is where the parcel goes.

    The day is that of the destination's calendar where its clock is known, else the one that was written.
    A time is only kept where it is known by which clock it was written.
    """
    due_on = wire.day(value)
    if due_on is None:
        return None
    due, zone = _exact(value, country), zone_of(country)
    # Midnight is how a day without a time is written.
    if due is None or due.at.timetz().replace(tzinfo=None) == time.min:
        return Estimate(due_on)
    return Estimate(due.at.astimezone(zone).date() if zone and not due.has_offset else due_on, due.at)


def window(first: Any, last: Any, country: str | None) -> tuple[datetime, datetime] | None:
    """The part of one day in which the parcel is to come; `country` is where it goes."""
    start, end = _exact(first, country), _exact(last, country)
    if start and end and timedelta() < end.at - start.at < timedelta(days=1):
        return start.at, end.at
    return None


def _exact(value: Any, country: str | None) -> wire.Moment | None:
    """The time, if it is one and it is known by which clock it was written."""
    try:
        read = wire.moment(value, country, "")
    except NotUnderstoodError:
        return None
    utc = value.strip()[-1:] in ("Z", "z")
    return read if read.has_time and (read.has_offset or utc or zone_of(country)) else None


def signer(value: Any) -> str | None:
    """Who signed, unless the words say that nobody did."""
    name = wire.text(value, MAX_SIGNER)
    return None if name is None or name.casefold().rstrip(".") in _NOBODY else name


def link(value: Any) -> str | None:
    """An https address of a photo or a signature."""
    given = wire.text(value, wire.MAX_URL + 1)
    if given is None or len(given) > wire.MAX_URL or not given.startswith("https://"):
        return None
    return given if given.isprintable() and " " not in given else None


def with_proof(scans: Iterable[Scan], proof: Proof) -> tuple[Scan, ...]:
    """The scans, with the parcel's proof of delivery on the latest that says it was delivered."""
    given = {
        field.name: value for field in fields(Proof) if (value := getattr(proof, field.name)) is not None
    }
    known = tuple(scans)
    delivered = [scan for scan in known if scan.milestone is Milestone.DELIVERED]
    if not given or not delivered:
        return known
    latest = max(delivered, key=lambda scan: (scan.occurred_at, scan.source_id))
    proven = replace(latest, proof=replace(latest.proof or Proof(), **given))
    return tuple(proven if scan is latest else scan for scan in known)


def with_window(scans: Iterable[Scan], window: tuple[datetime, datetime] | None) -> tuple[Scan, ...]:
    """The scans, with the delivery window on the latest that says it is out for delivery on that day."""
    known = tuple(scans)
    out = [
        scan
        for scan in known
        if window
        and scan.milestone is Milestone.OUT_FOR_DELIVERY
        and scan.occurred_at <= window[1]
        and (window[0] - scan.occurred_at).total_seconds() < 24 * 3600
    ]
    if not out:
        return known
    latest = max(out, key=lambda scan: (scan.occurred_at, scan.source_id))
    return tuple(replace(scan, window=window) if scan is latest else scan for scan in known)
