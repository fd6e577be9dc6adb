"""Where a parcel starts, where it is going, and what lies between the two."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from babel.core import get_global

#: Countries between which goods travel without customs formalities. Overseas territories have their own
#: codes and are left out on purpose: parcels to them are declared.
CUSTOMS_UNIONS: tuple[frozenset[str], ...] = (
    # The European Union's customs territory, and Monaco.
    frozenset(
        "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MC MT NL PL PT RO SE SI SK".split()  # noqa: SIM905
    ),
    frozenset({"GB", "GG", "IM", "JE"}),
    frozenset({"CH", "LI"}),
)


class Reach(str, Enum):
    """How far apart the two ends of a lane are, as far as it changes how often a parcel is scanned."""

    UNKNOWN = "unknown"
    DOMESTIC = "domestic"
    #: Abroad without customs in between.
    UNION = "union"
    CONTINENT = "continent"
    INTERCONTINENTAL = "intercontinental"
    #: Any lane on which the parcel is known to go by ship.
    SEA = "sea"


@dataclass(frozen=True)
class Lane:
    """Two ISO 3166-1 alpha-2 countries; either may be unknown."""

    origin: str | None
    destination: str | None
    #: Whether the carrier has said that it goes by ship.
    by_sea: bool = False

    @property
    def abroad(self) -> bool:
        """Whether the parcel is known to leave its country."""
        return bool(self.origin and self.destination) and self.origin != self.destination

    @property
    def customs(self) -> bool:
        """Whether the parcel is known to pass through customs."""
        return self.abroad and not self._in_one_union

    @property
    def reach(self) -> Reach:
        """How far apart the ends are."""
        if not (self.origin and self.destination):
            return Reach.UNKNOWN
        if self.origin == self.destination:
            return Reach.DOMESTIC
        if self.by_sea:
            return Reach.SEA
        if self._in_one_union:
            return Reach.UNION
        here, there = _continent(self.origin), _continent(self.destination)
        return Reach.CONTINENT if here and here == there else Reach.INTERCONTINENTAL

    @property
    def _in_one_union(self) -> bool:
        return any({self.origin, self.destination} <= union for union in CUSTOMS_UNIONS)


def in_eu(country: str | None) -> bool:
    """Whether the country (ISO 3166-1 alpha-2) charges the European Union's duties."""
    return country in CUSTOMS_UNIONS[0]


@lru_cache(maxsize=512)
def _continent(country: str) -> str | None:
    """The continent as the country's first time zone names it; islands have the name of their ocean."""
    zones = get_global("territory_zones").get(country)
    return str(zones[0]).split("/")[0] if zones else None
