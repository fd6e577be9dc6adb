"""The demo shop's stories as their senders would send them: order rows, shop events, provider payloads.

Everything is a function of the stories and of `now`: the same minute gives the same bytes.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.core import get_global

from bot.demo_stories import Calendar, Scan, Shipment, Story, products, stories, zone_of
from tracking.carriers import by_name

WAREHOUSE = Scan(at="", status="", place="Pantin, FR", words="")
#: Ids of payloads are made from this and what they are about, so that the same payload has the same id.
_NAMESPACE = uuid.UUID("6f1c6b5e-3f5d-4b5e-9c1d-0a4c2f3d7e10")
#: How long a provider takes from a scan to telling it.
RELAY = timedelta(seconds=40)


@dataclass(frozen=True)
class Payload:
    """What one sender sends at once."""

    #: easypost, aftership or shop.
    source: str
    #: Tells it from the sender's other payloads; good as a file name.
    name: str
    content: dict[str, Any] | list[dict[str, Any]]

    @property
    def body(self) -> bytes:
        """The bytes on the wire."""
        return json.dumps(self.content, ensure_ascii=False).encode()


def order_rows(now: datetime) -> list[dict[str, Any]]:
    """The rows that `wismo orders import` takes."""
    return [_row(story, Calendar(story, now)) for story in stories()]


def payloads(now: datetime) -> Iterator[Payload]:
    """What has been sent until `now` (aware): by the shop, by EasyPost, by AfterShip."""
    yield Payload("shop", "milestones", [event for story in stories() for event in _shop(story, now)])
    for source, build in (("easypost", _easypost), ("aftership", _aftership)):
        for story in stories():
            calendar = Calendar(story, now)
            for position, shipment in enumerate(story.shipments, start=1):
                if shipment.provider == source:
                    content = build(story, shipment, position, calendar)
                    yield Payload(source, f"{story.number}-{position}", content)


def _row(story: Story, calendar: Calendar) -> dict[str, Any]:
    shopper = story.shopper
    return {
        "number": story.number,
        "email": shopper.email,
        "name": shopper.name,
        "postcode": shopper.postcode,
        "country": shopper.country,
        "language": shopper.language,
        "placed_at": calendar.moment(story.placed).isoformat(),
        "promised_by": calendar.day(story.promised).isoformat(),
        "lines": [
            {"sku": sku, "name": _product(sku, shopper.language), "quantity": quantity}
            for sku, quantity in story.lines.items()
        ],
        "shipments": [
            {
                "carrier": shipment.carrier,
                "tracking_number": shipment.tracking_number,
                "lines": shipment.lines,
            }
            for shipment in story.shipments
        ],
    }


def _product(sku: str, language: str) -> str:
    names = products()[sku]
    return names.get(language) or names["en"]


def _shop(story: Story, now: datetime) -> Iterator[dict[str, Any]]:
    """The shop's own milestones: of the whole order, or of one parcel of it."""
    calendar = Calendar(story, now)
    told: list[tuple[str, str | None, int | None]] = [
        ("confirmed", story.placed if story.confirmed else None, None),
        ("packed", story.packed, None),
        *(
            ("packed", shipment.packed, position)
            for position, shipment in enumerate(story.shipments, start=1)
        ),
        ("cancelled", story.cancelled, None),
    ]
    for milestone, at, position in told:
        if at is None:
            continue
        happened = calendar.moment(at, zone_of(WAREHOUSE.country))
        yield {
            "id": _id("shop", story.number, milestone, position, happened),
            "order": story.number,
            "shipment": position,
            "milestone": milestone,
            "occurred_at": happened.isoformat(),
            "city": WAREHOUSE.city,
            "country": WAREHOUSE.country,
        }


def _easypost(story: Story, shipment: Shipment, position: int, calendar: Calendar) -> dict[str, Any]:
    """A `tracker.updated` event: the whole history, oldest first."""
    details = [_tracking_detail(scan, shipment, calendar) for scan in shipment.scans]
    told = _told(shipment, calendar)
    last = details[-1]
    before = details[-2]["status"] if len(details) > 1 else "unknown"
    due = calendar.day(shipment.estimate).isoformat() if shipment.estimate else None
    return {
        "id": f"evt_{_id('easypost', story.number, position, told)}",
        "object": "Event",
        "mode": "production",
        "description": "tracker.updated",
        "previous_attributes": {"status": before},
        "status": "pending",
        "created_at": _utc(told),
        "updated_at": _utc(told),
        "result": {
            "id": f"trk_{_id('easypost', story.number, position)}",
            "object": "Tracker",
            "mode": "production",
            "tracking_code": shipment.tracking_number,
            "status": last["status"],
            "status_detail": last["status_detail"],
            "created_at": details[0]["datetime"],
            "updated_at": _utc(told),
            "signed_by": shipment.signed_by,
            "weight": None,
            "est_delivery_date": f"{due}T00:00:00Z" if due else None,
            "shipment_id": None,
            "carrier": shipment.carrier.replace(" ", ""),
            "tracking_details": details,
        },
    }


def _tracking_detail(scan: Scan, shipment: Shipment, calendar: Calendar) -> dict[str, Any]:
    status, _, detail = scan.status.partition("/")
    return {
        "object": "TrackingDetail",
        "message": scan.words,
        "description": scan.words,
        "status": status,
        "status_detail": detail,
        "datetime": calendar.moment(scan.at, zone_of(scan.country, scan.city)).isoformat(),
        "source": (scan.carrier or shipment.carrier).replace(" ", ""),
        "carrier_code": scan.code,
        "tracking_location": {
            "object": "TrackingLocation",
            "city": scan.city,
            "state": None,
            "country": scan.country,
            "zip": None,
        },
    }


def _aftership(story: Story, shipment: Shipment, position: int, calendar: Calendar) -> dict[str, Any]:
    """A `tracking_update` webhook: the whole history, oldest first."""
    checkpoints = [_checkpoint(scan, shipment, calendar) for scan in shipment.scans]
    told = _told(shipment, calendar)
    last = checkpoints[-1]
    return {
        "event": "tracking_update",
        "event_id": str(uuid.UUID(_id("aftership", story.number, position, told))),
        "is_tracking_first_tag": True,
        "msg": {
            "id": _id("aftership", story.number, position),
            "tracking_number": shipment.tracking_number,
            "slug": by_name(shipment.carrier).slug,
            "active": last["tag"] != "Delivered",
            "title": shipment.tracking_number,
            "order_id": story.number,
            "order_number": story.number,
            "origin_country_region": _alpha3(WAREHOUSE.country),
            "destination_country_region": _alpha3(story.shopper.country),
            "tag": last["tag"],
            "subtag": last["subtag"],
            "signed_by": shipment.signed_by,
            "proof_of_delivery": [{"type": "photo", "url": shipment.photo}] if shipment.photo else [],
            "latest_estimated_delivery": _estimate(shipment, calendar),
            "checkpoints": checkpoints,
        },
        "ts": int(told.timestamp()),
    }


def _checkpoint(scan: Scan, shipment: Shipment, calendar: Calendar) -> dict[str, Any]:
    happened = calendar.moment(scan.at, zone_of(scan.country, scan.city))
    return {
        "created_at": _utc(happened + RELAY),
        "checkpoint_time": happened.isoformat(),
        "slug": by_name(scan.carrier or shipment.carrier).slug,
        "tag": scan.status.partition("_")[0],
        "subtag": scan.status,
        "message": scan.words,
        "location": scan.city,
        "city": scan.city,
        "state": None,
        "postal_code": None,
        "country_region": _alpha3(scan.country),
        "country_region_name": Locale("en").territories[scan.country],
        "source": "carrier",
    }


def _estimate(shipment: Shipment, calendar: Calendar) -> dict[str, Any] | None:
    if shipment.window:
        first, last = calendar.window(*shipment.window)
        return {
            "type": "range",
            "source": "carrier",
            "datetime": None,
            "datetime_min": first.isoformat(),
            "datetime_max": last.isoformat(),
        }
    if shipment.estimate:
        return {
            "type": "specific",
            "source": "carrier",
            "datetime": calendar.day(shipment.estimate).isoformat(),
            "datetime_min": None,
            "datetime_max": None,
        }
    return None


def _told(shipment: Shipment, calendar: Calendar) -> datetime:
    """When the provider told the last scan."""
    told = max(calendar.moment(scan.at, zone_of(scan.country, scan.city)) for scan in shipment.scans) + RELAY
    return min(told.astimezone(timezone.utc), calendar.now.astimezone(timezone.utc))


def _utc(moment: datetime) -> str:
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _id(*facts: object) -> str:
    """32 hexadecimal digits that stand for these facts."""
    return uuid.uuid5(_NAMESPACE, "/".join(map(str, facts))).hex


@lru_cache(maxsize=64)
def _alpha3(country: str) -> str:
    """ISO 3166-1 alpha-3, which AfterShip writes, of an alpha-2 code."""
    aliases = get_global("territory_aliases")
    return next(alias for alias, codes in aliases.items() if codes == [country] and len(alias) == 3)
