"""The demo shop's stories: what `data/demo` says of each order, and when it happened, counted from now.

Points in time are written as

- `-3d 14:10`, `-3wd 14:10`: so many days, or working days (Monday to Friday), before the shopper's today, by
  the clock of the place where it happened;
- `today 08:12`: today by the shopper's clock. Asked before the last such time of the story has passed, all of
  them are drawn together between midnight and now: the same morning, sooner;
- `before the weekend 18:40`: last Friday if that is at most four days ago, else two days ago;
- `-25m`, `-2h`: so many minutes or hours ago.

Days to come are written without a clock: `today`, `+2d`, `+2wd`. The window of a delivery is two clocks of
today; one that is over or nearly so is moved to the next half hours.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeVar
from zoneinfo import ZoneInfo

import msgspec

from tracking.errors import ConfigurationError

_T = TypeVar("_T")

FOLDER = Path(__file__).parents[1] / "data" / "demo"
#: What has to lie between the last scan of today and now, or today is drawn together.
BREATH = timedelta(minutes=5)
#: A delivery window with less left of it is moved.
LEAST_WINDOW = timedelta(minutes=15)
#: One that is moved stays within today, and is no shorter.
SHORTEST_WINDOW = timedelta(minutes=30)
LAST_MINUTE = time(23, 59)
SATURDAY = 5
FRIDAY = 4
#: The longest that a silence over a weekend still counts as one.
LONGEST_WEEKEND = 4

_POINT = re.compile(r"(today|before the weekend|-\d+w?d) (\d\d:\d\d)|-(\d+)([mh])")
_DAY = re.compile(r"today|([+-]\d+)(w?)d")


class Shopper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who ordered; nobody real."""

    name: str
    email: str
    postcode: str
    city: str
    #: ISO 3166-1 alpha-2.
    country: str
    language: str


class Scan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One scan in its provider's own terms: `status` is EasyPost's `status/detail` or AfterShip's subtag."""

    at: str
    status: str
    #: "City, COUNTRY", or the country alone.
    place: str
    words: str
    #: The carrier that scanned it, where it is not the shipment's.
    carrier: str | None = None
    #: The carrier's own code, where the provider passes it on.
    code: str | None = None

    @property
    def city(self) -> str | None:
        """The city, where one is given."""
        return self.place.rpartition(", ")[0] or None

    @property
    def country(self) -> str:
        """ISO 3166-1 alpha-2."""
        return self.place.rpartition(", ")[2]


class Shipment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One parcel. `state`, `reason` and `silence` say what it shows once loaded; tests check it."""

    #: As the shop calls it.
    carrier: str
    tracking_number: str
    provider: Literal["easypost", "aftership"]
    #: The skus in it.
    lines: list[str]
    scans: list[Scan]
    state: str
    reason: str | None = None
    silence: Literal["normal", "late", "stuck", "lost"] | None = None
    packed: str | None = None
    #: The day on which the carrier means to deliver.
    estimate: str | None = None
    #: The clocks between which the carrier means to deliver today.
    window: tuple[str, str] | None = None
    signed_by: str | None = None
    #: Address of a photo of the delivery.
    photo: str | None = None


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One order and all that happened to it."""

    number: str
    #: What is special about it, by language; people who try the product read it.
    situation: dict[Literal["en", "fr"], str]
    shopper: Shopper
    placed: str
    promised: str
    #: How many of each sku.
    lines: dict[str, int]
    shipments: list[Shipment] = []
    #: Whether the shop reported that it confirmed the order.
    confirmed: bool = True
    #: When it was packed, while no parcel has a number yet.
    packed: str | None = None
    cancelled: str | None = None
    #: Whether it is among those that newcomers are pointed to.
    ask: bool = False


class Calendar:
    """Turns a story's points in time into moments, counted from `now` (aware) by its shopper's calendar."""

    def __init__(self, story: Story, now: datetime) -> None:
        self.zone = zone_of(story.shopper.country, story.shopper.city)
        self.now = now.astimezone(self.zone).replace(second=0, microsecond=0)
        self._last = max(
            (_clock(text.removeprefix("today ")) for text in _points(story) if text.startswith("today ")),
            default=time(),
        )

    def moment(self, text: str, zone: ZoneInfo | None = None) -> datetime:
        """The point in time that `text` means, by the clock of `zone` (by default the shopper's).

        Raises:
            ConfigurationError: `text` is not written as the module says.
        """
        found = _POINT.fullmatch(text)
        if not found:
            raise ConfigurationError(f"data/demo: {text!r} is no point in time")
        where, clock, count, unit = found.groups()
        local = zone or self.zone
        if count:
            return (self._utc - _ago(count, unit)).astimezone(local)
        if where == "today":
            return self._today(_clock(clock)).astimezone(local)
        day = self._friday() if where == "before the weekend" else self.day(where)
        return datetime.combine(day, _clock(clock), local)

    def day(self, text: str) -> date:
        """The day that `text` means in the shopper's calendar.

        Raises:
            ConfigurationError: `text` is not written as the module says.
        """
        found = _DAY.fullmatch(text)
        if not found:
            raise ConfigurationError(f"data/demo: {text!r} is no day")
        count, working = int(found[1] or 0), bool(found[2])
        day = self.now.date()
        if not working:
            return day + timedelta(days=count)
        step = timedelta(days=1 if count > 0 else -1)
        while count:
            day += step
            count -= step.days if day.weekday() < SATURDAY else 0
        return day

    def window(self, first: str, last: str) -> tuple[datetime, datetime]:
        """The delivery window of today between two clocks, or a later one of today."""
        start, end, latest = (self._at(clock) for clock in (_clock(first), _clock(last), LAST_MINUTE))
        if self._utc + LEAST_WINDOW > end:
            later = self._utc + timedelta(minutes=30 - self.now.minute % 30)
            end = min(later + (end - start), latest)
            start = min(later, end - SHORTEST_WINDOW)
        return start.astimezone(self.zone), end.astimezone(self.zone)

    @property
    def _utc(self) -> datetime:
        return self.now.astimezone(timezone.utc)

    def _at(self, clock: time) -> datetime:
        """A clock of today, in UTC: there, spans are real when summer time ends."""
        return datetime.combine(self.now.date(), clock, self.zone).astimezone(timezone.utc)

    def _today(self, clock: time) -> datetime:
        midnight, wanted, last = (self._at(moment) for moment in (time(), clock, self._last))
        share = min((self._utc - midnight) / (last + BREATH - midnight), 1.0)
        drawn = midnight + (wanted - midnight) * share
        return drawn.replace(microsecond=0)

    def _friday(self) -> date:
        today = self.now.date()
        since = (today.weekday() - FRIDAY) % 7 or 7
        return today - timedelta(days=since if since <= LONGEST_WEEKEND else 2)


def age(story: Story) -> timedelta:
    """How long ago a story's order was placed, for one placed some minutes or hours ago."""
    found = _POINT.fullmatch(story.placed)
    if not found or not found[3]:
        raise ConfigurationError(f"data/demo: order {story.number} was not placed some minutes or hours ago")
    return _ago(found[3], found[4])


def _ago(count: str, unit: str) -> timedelta:
    return timedelta(minutes=int(count)) if unit == "m" else timedelta(hours=int(count))


def _points(story: Story) -> list[str]:
    points = [story.packed, story.cancelled]
    for shipment in story.shipments:
        points += [shipment.packed, *(scan.at for scan in shipment.scans)]
    return [point for point in points if point]


def _clock(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise ConfigurationError(f"data/demo: {text!r} is no time of day") from error


def zone_of(country: str, city: str | None = None) -> ZoneInfo:
    """The clock by which people live in a city, or in a country that has one clock only.

    Raises:
        ConfigurationError: `data/demo/zones.yml` does not name the place.
    """
    zones = _zones()
    name = zones.get(f"{country}/{city}") or zones.get(country)
    if not name:
        raise ConfigurationError(f"data/demo/zones.yml: no clock for {country}")
    return ZoneInfo(name)


@lru_cache(maxsize=1)
def stories() -> tuple[Story, ...]:
    """All stories, by order number.

    Raises:
        ConfigurationError: a file says something that no story has; the text names it.
    """
    found: list[Story] = []
    for path in sorted((FOLDER / "orders").glob("*.yml")):
        found += _read(path, list[Story])
    return tuple(sorted(found, key=lambda story: story.number))


@lru_cache(maxsize=1)
def products() -> dict[str, dict[str, str]]:
    """The names of each sku, by language."""
    return _read(FOLDER / "products.yml", dict[str, dict[str, str]])


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    return _read(FOLDER / "zones.yml", dict[str, str])


def _read(path: Path, shape: type[_T]) -> _T:
    try:
        return msgspec.yaml.decode(path.read_bytes(), type=shape)
    except (msgspec.DecodeError, OSError) as error:
        raise ConfigurationError(f"{path.name}: {error}") from error
