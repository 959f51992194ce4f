"""
Events as an iCalendar file (RFC 5545); the only module that needs the iCalendar library.

- ``PRODID`` names no version: the same plan shall give the same bytes after an update of this plugin too, so that who
  compares two files sees what changed in the plan.
- There is no ``METHOD``: with one, the file would be a message between organizers and participants (RFC 5546), which
  needs the address of an organizer, and which a CalDAV server refuses to store.
- A calendar without events has a time zone, and nothing else: RFC 5545 wants at least one component.
- ``DTSTAMP`` is the day of issue, else the first day of the period, else a fixed one: there is no clock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from icalendar import Alarm, Calendar, Component, Timezone, TimezoneStandard, vText
from icalendar import Event as VEvent

from unionkit.document import Scope

from ._event import Event

_NO_DAY: Final = dt.date(1970, 1, 1)
_DAY: Final = dt.timedelta(days=1)
_CHINA: Final = dt.timedelta(hours=8)
_REMINDERS: Final = (dt.timedelta(days=-7, hours=9), dt.timedelta(days=-1, hours=9))
"""At nine on the seventh day before and on the day before: triggers of all-day events are reckoned from midnight."""

_ESCAPED: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def written(events: Iterable[Event], title: str, scope: Scope) -> bytes:
    """Return the bytes of a calendar."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//unionkit//unionkit-ics//{scope.lang.upper()}")
    calendar.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, _Text(title))
    day = scope.plan.issued or scope.plan.period.start or _NO_DAY
    stamp = dt.datetime.combine(day, dt.time(), dt.UTC)
    for event in events:
        calendar.add_component(_vevent(event, stamp))
    if not calendar.subcomponents:
        calendar.add_component(_time_zone())
    return bytes(calendar.to_ical())


class _Text(vText):
    r"""Text, escaped as RFC 5545 has it; icalendar 7.3 takes a written ``\N`` for a line break."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        return self.translate(_ESCAPED).encode()


def _vevent(event: Event, stamp: dt.datetime) -> VEvent:
    made = VEvent()
    made.add("uid", event.uid)
    made.add("dtstamp", stamp)
    made.add("dtstart", event.start)
    made.add("dtend", event.end + _DAY)  # the first day that no longer belongs to it
    made.add("transp", "OPAQUE" if event.busy else "TRANSPARENT")
    texts = {
        "summary": event.summary,
        "description": "\n".join(event.description),
        "location": event.location,
        "categories": event.category,
    }
    for name, text in texts.items():
        if text:
            made.add(name, _Text(text))
    if event.tentative is not None:
        made.add("status", "TENTATIVE" if event.tentative else "CONFIRMED")
    for before in _REMINDERS if event.reminded else ():
        made.add_component(_alarm(before, event.summary))
    return made


def _alarm(before: dt.timedelta, text: str) -> Alarm:
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", _Text(text))
    made.add("trigger", before)
    return made


def _time_zone() -> Component:
    standard = TimezoneStandard()
    standard.add("dtstart", dt.datetime(1970, 1, 1))  # noqa: DTZ001 -- RFC 5545 wants the local time here
    standard.add("tzoffsetfrom", _CHINA)
    standard.add("tzoffsetto", _CHINA)
    standard.add("tzname", "CST")
    made = Timezone()
    made.add("tzid", "Asia/Shanghai")
    made.add_component(standard)
    return made
