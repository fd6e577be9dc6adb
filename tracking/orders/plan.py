"""What an order row changes about an order in the store: a comparison, without a database."""

from __future__ import annotations

from datetime import datetime

from tracking.orders.changes import NewLeg, Plan, StoredOrder, StoredParcel, leg_of
from tracking.orders.consignments import plan_consignments
from tracking.orders.precedence import Precedence, Rank
from tracking.orders.rows import OrderRow, ShipmentRow
from tracking.parcels import Line
from tracking.recording import LEARNT

#: What is said of the order as a whole, as a part of it that is stated.
MILESTONES = "milestones"


def plan(row: OrderRow, stored: StoredOrder | None, now: datetime) -> Plan:
    """What the row changes. An order without any parcel gets one: there is always something to answer."""
    made = Plan(is_new=stored is None)
    known = stored or StoredOrder(0, {})
    precedence = Precedence(known.values.get("stated"))
    lines = row.lines
    differing = {name: value for name, value in row.values.items() if known.values.get(name) != value}
    if row.stated_at is None and not precedence.stated:
        # A file, and an order that only files speak of.
        made.values = differing
    else:
        lines = _counting_lines(row, known, precedence, now)
        for name, value in row.values.items():
            differs = name in differing
            if _counts(precedence, name, value, row, now, differs=differs) and differs:
                made.values[name] = value
    if row.milestones is not None:
        made.note(MILESTONES, precedence.rank(MILESTONES, row.milestones, row.stated_at or now))
    _plan_lines(made, lines, known)
    parcels = list(known.parcels)
    for parcel, shipment in _assign(made, row.shipments, parcels):
        _plan_leg(made, shipment, parcel)
        if shipment.skus and set(shipment.skus) != parcel.skus:
            made.contents[parcel.position] = shipment.skus
    if row.consignments:
        skus = {line.sku for line in lines} if lines is not None else set(known.lines)
        plan_consignments(made, row.consignments, precedence, parcels, skus)
    if not parcels:
        made.new_positions.append(1)
    made.stated = precedence.stated if precedence.changed else None
    return made


def _counts(
    precedence: Precedence, part: str, content: object, row: OrderRow, now: datetime, *, differs: bool
) -> bool:
    """Whether what a row gives for a part of the order counts."""
    if row.stated_at is not None:
        return precedence.rank(part, content, row.stated_at) is not Rank.OLDER
    if precedence.stated and differs:
        precedence.rank(part, content, now)
    return True


def _counting_lines(
    row: OrderRow, known: StoredOrder, precedence: Precedence, now: datetime
) -> tuple[Line, ...] | None:
    if row.lines is None:
        return None
    given = sorted((line.sku, line.name, line.quantity) for line in row.lines)
    stored = sorted((sku, name, quantity) for sku, (_id, name, quantity) in known.lines.items())
    return row.lines if _counts(precedence, "lines", given, row, now, differs=given != stored) else None


def _plan_lines(made: Plan, lines: tuple[Line, ...] | None, known: StoredOrder) -> None:
    if lines is None:
        return
    for line in lines:
        stored = known.lines.get(line.sku)
        if stored is None:
            made.new_lines.append(line)
        elif stored[1:] != (line.name, line.quantity):
            made.changed_lines.append((stored[0], line))
    kept = {line.sku for line in lines}
    made.gone_lines = [stored[0] for sku, stored in known.lines.items() if sku not in kept]


def _assign(
    made: Plan, given: tuple[ShipmentRow, ...], parcels: list[StoredParcel]
) -> list[tuple[StoredParcel, ShipmentRow]]:
    """Which parcel each given one is: by its number, else by its place in the list, else a new one."""
    assigned: dict[int, StoredParcel] = {}
    free = list(parcels)
    for index, shipment in enumerate(given):
        for parcel in free:
            if leg_of(parcel, shipment) is not None:
                assigned[index] = parcel
                free.remove(parcel)
                break
    for index in range(len(given)):
        if index in assigned:
            continue
        there = [parcel for parcel in free if parcel.position == index + 1]
        there += [parcel for parcel in free if not parcel.legs]
        if there:
            free.remove(there[0])
        else:
            there = [StoredParcel(0, max((parcel.position for parcel in parcels), default=0) + 1)]
            parcels.append(there[0])
            made.new_positions.append(there[0].position)
        assigned[index] = there[0]
    return [(assigned[index], shipment) for index, shipment in enumerate(given)]


def _plan_leg(made: Plan, shipment: ShipmentRow, parcel: StoredParcel) -> None:
    if shipment.carrier is None or shipment.tracking_number is None:
        return
    position = max((leg[3] for leg in parcel.legs if leg[3] < LEARNT), default=0) + 1
    leg = leg_of(parcel, shipment)
    if leg is None:
        made.new_legs.append(NewLeg(parcel.position, shipment.carrier, shipment.tracking_number, position))
    elif leg[3] >= LEARNT:
        made.named_legs.append((leg[0], position))
