"""An order as the store holds it, and what is to be done to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tracking import carriers
from tracking.orders.precedence import Rank
from tracking.orders.rows import ShipmentRow
from tracking.parcels import Line
from tracking.recording import LEARNT


@dataclass
class StoredParcel:
    """A parcel in the store, or one about to be added (its id is then 0)."""

    id: int
    position: int
    #: (id, carrier, tracking number, position)
    legs: list[tuple[int, str, str, int]] = field(default_factory=list)
    skus: set[str] = field(default_factory=set)
    #: The shop system's own, of what it sent off; see `tracking.orders.consignments`.
    reference: str | None = None

    @property
    def named_legs(self) -> list[tuple[int, str, str, int]]:
        """Those that the shop named."""
        return [leg for leg in self.legs if leg[3] < LEARNT]


@dataclass
class StoredOrder:
    """An order in the store."""

    id: int
    values: Mapping[str, Any]
    #: By sku: (id, name, quantity)
    lines: dict[str, tuple[int, str, int]] = field(default_factory=dict)
    parcels: list[StoredParcel] = field(default_factory=list)


@dataclass(frozen=True)
class NewLeg:
    """A leg to add to the parcel at a position of the order."""

    parcel: int
    carrier: str
    number: str
    position: int


@dataclass
class Plan:
    """What is to be done to an order."""

    #: True for an order that the store does not hold.
    is_new: bool
    #: Columns of the order with their new values.
    values: dict[str, Any] = field(default_factory=dict)
    new_lines: list[Line] = field(default_factory=list)
    changed_lines: list[tuple[int, Line]] = field(default_factory=list)
    gone_lines: list[int] = field(default_factory=list)
    new_positions: list[int] = field(default_factory=list)
    new_legs: list[NewLeg] = field(default_factory=list)
    #: Legs that only scans spoke of and that the shop now names, with their new position.
    named_legs: list[tuple[int, int]] = field(default_factory=list)
    #: By position of the parcel: the skus in it.
    contents: dict[int, tuple[str, ...]] = field(default_factory=dict)
    #: Row ids of parcels that the shop system no longer speaks of, and the tracking numbers they had.
    gone_parcels: list[int] = field(default_factory=list)
    gone_numbers: list[str] = field(default_factory=list)
    #: By position of the parcel: the shop system's own id of it.
    references: dict[int, str] = field(default_factory=dict)
    #: New positions, by the old ones; all else here speaks of the old ones.
    moves: dict[int, int] = field(default_factory=dict)
    #: What `orders.stated` becomes; empty where it stays.
    stated: dict[str, str] | None = None
    #: Parts of which the row's statement counts: `milestones`, consignments; and those where it is news.
    counting: set[str] = field(default_factory=set)
    news: set[str] = field(default_factory=set)

    def note(self, part: str, rank: Rank) -> None:
        """Note whether the row's statement of a part counts, and whether it is news."""
        if rank is not Rank.OLDER:
            self.counting.add(part)
        if rank is Rank.NEWER:
            self.news.add(part)

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to write."""
        return self.is_new or any(
            (
                self.values,
                self.new_lines,
                self.changed_lines,
                self.gone_lines,
                self.new_positions,
                self.new_legs,
                self.named_legs,
                self.contents,
                self.gone_parcels,
                self.references,
                self.moves,
            )
        )


def leg_of(parcel: StoredParcel, shipment: ShipmentRow) -> tuple[int, str, str, int] | None:
    """The leg of a parcel that a given one names, if any."""
    if shipment.carrier is None:
        return None
    bearing = [leg for leg in parcel.legs if leg[2] == shipment.tracking_number]
    return next((leg for leg in bearing if carriers.same(leg[1], shipment.carrier)), None)
