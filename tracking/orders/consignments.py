"""Which parcels of an order a shop system's consignments are: a comparison, without a database.

A consignment is what a shop system sends off at once: a fulfilment of Shopify, the shipments of a WooCommerce
order. It is known by its own id, so a corrected tracking number replaces the wrong one, and one that was
called off takes its parcels away. An order's parcels are numbered in the order of these ids, whichever was
heard of first.
"""

from __future__ import annotations

from collections.abc import Collection

from tracking.orders.changes import NewLeg, Plan, StoredParcel, leg_of
from tracking.orders.precedence import Precedence, Rank
from tracking.orders.rows import ConsignmentRow, ShipmentRow
from tracking.recording import LEARNT


def plan_consignments(
    made: Plan,
    consignments: Collection[ConsignmentRow],
    precedence: Precedence,
    parcels: list[StoredParcel],
    skus: Collection[str],
) -> None:
    """Add to the plan what the consignments change.

    Args:
        made: the plan so far.
        consignments: as they were stated; one that was stated later before is left out of account.
        precedence: of the order's statements; brought up to date.
        parcels: of the order, by position, with those already planned; brought up to date.
        skus: of the order's lines; others in a consignment are passed over.
    """
    for consignment in consignments:
        content = [(each.carrier, each.tracking_number, each.skus) for each in consignment.shipments]
        rank = precedence.rank(consignment.part, content, consignment.stated_at)
        made.note(consignment.part, rank)
        if rank is Rank.OLDER:
            continue
        held = {parcel.reference: parcel for parcel in parcels if _belongs(parcel, consignment)}
        for number, shipment in enumerate(consignment.shipments, 1):
            reference = consignment.reference if number == 1 else f"{consignment.reference}/{number}"
            parcel = held.pop(reference, None)
            if parcel is None:
                parcel = _taken_over(made, parcels, shipment)
                parcel.reference = made.references[parcel.position] = reference
            elif rank is Rank.NEWER and any(
                leg[1:3] != (shipment.carrier, shipment.tracking_number) for leg in parcel.named_legs
            ):
                _renew(made, parcel)
            _plan_leg(made, parcel, shipment)
            _plan_contents(made, parcel, shipment, skus)
        for parcel in held.values():
            _give_up(made, parcels, parcel)
    _put_in_order(made, parcels)


def _belongs(parcel: StoredParcel, consignment: ConsignmentRow) -> bool:
    return (parcel.reference or "").partition("/")[0] == consignment.reference


def _taken_over(made: Plan, parcels: list[StoredParcel], shipment: ShipmentRow) -> StoredParcel:
    """A parcel of the order that is in no consignment yet: the one with its number, any without, or new."""
    free = [parcel for parcel in parcels if parcel.reference is None]
    found = [parcel for parcel in free if leg_of(parcel, shipment) is not None]
    found += [parcel for parcel in free if not parcel.named_legs]
    if found:
        return found[0]
    added = StoredParcel(0, max((parcel.position for parcel in parcels), default=0) + 1)
    parcels.append(added)
    made.new_positions.append(added.position)
    return added


def _renew(made: Plan, parcel: StoredParcel) -> None:
    """Put a fresh parcel in the place of one whose number was wrong: what was told of it was another's."""
    if parcel.id:
        made.gone_parcels.append(parcel.id)
        made.gone_numbers += [leg[2] for leg in parcel.legs]
        made.new_positions.append(parcel.position)
        if parcel.reference is not None:
            made.references[parcel.position] = parcel.reference
    made.new_legs[:] = [leg for leg in made.new_legs if leg.parcel != parcel.position]
    made.contents.pop(parcel.position, None)
    parcel.id = 0
    parcel.legs, parcel.skus = [], set()


def _give_up(made: Plan, parcels: list[StoredParcel], parcel: StoredParcel) -> None:
    """Take away a parcel that is not sent after all; the last one of an order stays, as one to be sent."""
    made.references.pop(parcel.position, None)
    parcel.reference = None
    _renew(made, parcel)
    if len(parcels) > 1:
        parcels.remove(parcel)
        made.new_positions.remove(parcel.position)


def _plan_leg(made: Plan, parcel: StoredParcel, shipment: ShipmentRow) -> None:
    if shipment.carrier is None or shipment.tracking_number is None:
        return
    leg = leg_of(parcel, shipment)
    if leg is None:
        position = len(parcel.named_legs) + 1
        added = NewLeg(parcel.position, shipment.carrier, shipment.tracking_number, position)
        if added not in made.new_legs:
            made.new_legs.append(added)
    elif leg[3] >= LEARNT:
        made.named_legs.append((leg[0], len(parcel.named_legs) + 1))


def _plan_contents(made: Plan, parcel: StoredParcel, shipment: ShipmentRow, skus: Collection[str]) -> None:
    inside = tuple(sku for sku in shipment.skus if sku in skus)
    if inside and set(inside) != parcel.skus:
        made.contents[parcel.position] = inside


def _put_in_order(made: Plan, parcels: list[StoredParcel]) -> None:
    """Number the parcels: those of no consignment as they are, then those of each by its id."""
    if all(parcel.reference is None for parcel in parcels):
        return
    ordered = sorted(parcels, key=lambda parcel: (_place(parcel.reference), parcel.position))
    made.moves = {
        parcel.position: position for position, parcel in enumerate(ordered, 1) if parcel.position != position
    }


def _place(reference: str | None) -> tuple[str, ...]:
    """Ids grow with time: numbers by their value, before other texts."""
    return tuple(part.zfill(24) for part in reference.split("/")) if reference else ()
