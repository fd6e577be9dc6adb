"""Which parcel a report is about.

A tracking number alone is no key: carriers reuse numbers. What is known besides it decides: the order's
number, the carrier, and when the orders were placed. Where that is not enough the report is attached to no
parcel and waits, with a reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.engine import Connection

from tracking import carriers
from tracking.model import legs, orders, shipments
from tracking.sources.report import Report

#: A scan may be this much older than its order's time: clocks without a zone, orders with a day only.
CLOCK_TOLERANCE = timedelta(days=1)
#: No carrier gives a number to two parcels at once: of two orders placed at least so far apart, a scan after
#: the later one is about the later one. S10 numbers rest for 12 months, those of private carriers for less.
REUSE_GAP = timedelta(days=90)
#: Values bound in one statement; SQLite takes 32,766.
BATCH = 1000

NO_PARCEL = "no parcel has this tracking number yet; import its order"
NO_ORDER = "no order has this number yet; import it"
NO_SUCH_PARCEL = "the order has no such parcel yet; import the order again"
OTHER_CARRIER = (
    "this tracking number is known with another carrier only; correct the order or import the other one"
)
PLACED_LATER = "every order with this tracking number was placed after the scan"
AMBIGUOUS = "several parcels bear this tracking number and nothing tells which one is meant"
SAY_WHICH = "the order has several parcels; say which one in `shipment`"

T = TypeVar("T")


def batches(values: Iterable[T], size: int = BATCH) -> Iterable[Sequence[T]]:
    """The values in lists short enough for one statement."""
    listed = list(values)
    return (listed[start : start + size] for start in range(0, len(listed), size))


@dataclass
class KnownLeg:
    """A leg of a known parcel."""

    id: int
    carrier: str
    number: str


@dataclass
class KnownParcel:
    """What is needed of a parcel to find it."""

    shipment_id: int
    order_key: str
    position: int
    placed_at: datetime
    #: The shop system's own id of it.
    reference: str | None = None
    legs: list[KnownLeg] = field(default_factory=list)

    def bears(self, number: str | None) -> bool:
        """Whether one of its legs has this tracking number."""
        return any(leg.number == number for leg in self.legs)


@dataclass(frozen=True)
class Match:
    """The parcels that are meant; without any, why not."""

    parcels: Sequence[KnownParcel] = ()
    #: It may be found later.
    waiting: str | None = None
    #: It can only be found if the report is corrected.
    rejected: str | None = None


class Known:
    """The parcels that some reports may be about."""

    def __init__(self, parcels: Iterable[KnownParcel]) -> None:
        self._by_order: dict[str, list[KnownParcel]] = defaultdict(list)
        self._by_number: dict[str, list[KnownParcel]] = defaultdict(list)
        for parcel in sorted(parcels, key=lambda parcel: parcel.shipment_id):
            self._by_order[parcel.order_key].append(parcel)
            for number in {leg.number for leg in parcel.legs}:
                self._by_number[number].append(parcel)

    def find(self, report: Report, at: datetime) -> Match:
        """The parcels that a scan of this report, made at this time, is about."""
        if report.order_number is None:
            return _by_number(self._by_number.get(report.tracking_number or "", ()), report, at)
        within = self._by_order.get(report.order_number, ())
        if not within:
            return Match(waiting=NO_ORDER)
        return _in_order(within, report, at)


def load(connection: Connection, reports: Iterable[Report]) -> Known:
    """Read, and lock until the transaction ends, every parcel that the reports may be about."""
    numbers = {report.tracking_number for report in reports if report.tracking_number}
    keys = {report.order_number for report in reports if report.order_number}
    ids: set[int] = set()
    for some in batches(numbers):
        ids.update(
            connection.execute(select(legs.c.shipment_id).where(legs.c.tracking_number.in_(some))).scalars()
        )
    for some in batches(keys):
        of_orders = select(shipments.c.id).join(orders).where(orders.c.number_key.in_(some))
        ids.update(connection.execute(of_orders).scalars())
    found: dict[int, KnownParcel] = {}
    for some_ids in batches(sorted(ids)):
        rows = connection.execute(
            select(
                shipments.c.id,
                orders.c.number_key,
                shipments.c.position,
                orders.c.placed_at,
                shipments.c.reference,
            )
            .join(orders)
            .where(shipments.c.id.in_(some_ids))
            .order_by(shipments.c.id)
            # Two processes that learn of one parcel at once take turns.
            .with_for_update(of=shipments)
        )
        for row in rows:
            found[row.id] = KnownParcel(*row)
        of_parcels = (
            select(legs.c.shipment_id, legs.c.id, legs.c.carrier, legs.c.tracking_number)
            .where(legs.c.shipment_id.in_(some_ids))
            .order_by(legs.c.position, legs.c.id)
        )
        for row in connection.execute(of_parcels):
            found[row.shipment_id].legs.append(KnownLeg(row.id, row.carrier, row.tracking_number))
    return Known(found.values())


def _in_order(within: Sequence[KnownParcel], report: Report, at: datetime) -> Match:
    if report.all_parcels:
        return Match(within)
    if report.reference is not None:
        own = [parcel for parcel in within if parcel.reference == report.reference]
        return Match(own) if own else Match(waiting=NO_SUCH_PARCEL)
    if report.position is not None:
        named = [parcel for parcel in within if parcel.position == report.position]
        return Match(named) if named else Match(waiting=NO_SUCH_PARCEL)
    if report.tracking_number is None:
        return Match(within) if len(within) == 1 else Match(rejected=SAY_WHICH)
    if at < within[0].placed_at - CLOCK_TOLERANCE:
        return Match(waiting=PLACED_LATER)
    bearing: Sequence[KnownParcel] = [parcel for parcel in within if parcel.bears(report.tracking_number)]
    if not bearing:
        # The number was not known when the order came: it is that of the one parcel still without any.
        bearing = [parcel for parcel in within if not parcel.legs]
    elif len(bearing) > 1:
        bearing = _of_carrier(bearing, report)
    if not bearing:
        return Match(waiting=NO_SUCH_PARCEL)
    return Match(bearing) if len(bearing) == 1 else Match(waiting=AMBIGUOUS)


def _by_number(bearing: Sequence[KnownParcel], report: Report, at: datetime) -> Match:
    if not bearing:
        return Match(waiting=NO_PARCEL)
    fitting = _of_carrier(bearing, report)
    if not fitting:
        return Match(waiting=OTHER_CARRIER)
    if len(fitting) == 1 and at >= fitting[0].placed_at - CLOCK_TOLERANCE:
        return Match(fitting)  # nearly always: spared is the time to compare
    placed = [parcel for parcel in fitting if at >= parcel.placed_at - CLOCK_TOLERANCE]
    if not placed:
        return Match(waiting=PLACED_LATER)
    latest = max(parcel.placed_at for parcel in placed)
    recent = [parcel for parcel in placed if latest - parcel.placed_at < REUSE_GAP]
    return Match(recent) if len(recent) == 1 else Match(waiting=AMBIGUOUS)


def _of_carrier(bearing: Sequence[KnownParcel], report: Report) -> Sequence[KnownParcel]:
    """Those whose number is of the report's carrier: of itself rather than of its family."""
    if report.carrier is None:
        return bearing
    own = {
        parcel.shipment_id: [leg.carrier for leg in parcel.legs if leg.number == report.tracking_number]
        for parcel in bearing
    }
    exact = [parcel for parcel in bearing if report.carrier in own[parcel.shipment_id]]
    if exact:
        return exact
    carrier = report.carrier
    return [
        parcel
        for parcel in bearing
        if any(
            other == carriers.UNKNOWN or carriers.same(carrier, other) for other in own[parcel.shipment_id]
        )
    ]
