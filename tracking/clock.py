"""The clock of the place where something happened."""

from __future__ import annotations

from datetime import datetime, time, tzinfo

from tracking.parcels import Event
from tracking.places import zone_of


def local_zone(event: Event | None, zone: tzinfo) -> tzinfo:
    """The clock of the place where `event` happened, or `zone` where nobody can tell.

    The offset as reported counts. A zone that had this offset is better than the offset: it knows when summer
    time ends.
    """
    if event is None:
        return zone
    home = zone_of(event.place.country)
    if not event.has_offset:
        return home or zone
    offset = event.occurred_at.utcoffset()
    for each in (home, zone):
        if each and event.occurred_at.astimezone(each).utcoffset() == offset:
            return each
    return event.occurred_at.tzinfo or zone


def local_time(event: Event, zone: tzinfo) -> tuple[datetime, bool]:
    """When it happened on the clock of its place, and whether the hour can be told.

    It cannot where the place's clock is unknown; and midnight is how feeds write a day without an hour.
    """
    at = event.occurred_at.astimezone(local_zone(event, zone))
    known = event.has_offset or zone_of(event.place.country) is not None
    return at, known and at.time() != time()
