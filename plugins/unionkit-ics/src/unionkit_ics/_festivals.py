"""The second calendar: festivals, days off and make-up working days of a plan's period."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Final

from unionkit.almanac import Almanac, Festival, HolidayRun, HolidayStatus, HolidayYear, Said
from unionkit.document import Scope
from unionkit.errors import Lang

from ._event import Event, made_uid

_FESTIVAL: Final = Said("节日纪念日", "festival")
_HOLIDAY: Final = Said("放假", "day off")
_MAKE_UP: Final = Said("调休上班", "make-up working day")
_BASIS: Final = Said("依据：", "Basis: ")
_ANNOUNCED: Final = Said("已公布的放假安排。", "As announced.")
_OPEN: Final = Said("（待公布）", " (not yet announced)")
_BY_LAW: Final = Said(
    "历书没有这一年的放假安排，这里只有《全国年节及纪念日放假办法》规定的日期，调休以国务院办公厅的通知为准。",
    "The notice of this year is not known here: these are the days that the law itself gives off; "
    "what is swapped or made up for is told by the notice.",
)


def festival_events(scope: Scope) -> list[Event]:
    """
    Return the festivals, days off and make-up working days of the plan's period, widened to whole months, by day.

    None where the period has no year. The events are the same for all plans, and so are their UIDs: who takes in the
    calendars of two plans has each festival once.
    """
    period = scope.plan.period
    if period.start is None or period.end is None:
        return []
    first = period.start.replace(day=1)
    last = (period.end.replace(day=1) + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    almanac = scope.almanac.for_region(scope.plan.organization.region)
    found = [
        *(_festival(day, told, scope.lang) for day, told in almanac.festivals_between(first, last)),
        *(
            event
            for year in range(first.year, last.year + 2)  # the days off of 元旦 may begin in the year before
            for event in _of_year(year, almanac, scope.lang)
            if event.start <= last and first <= event.end
        ),
    ]
    return sorted(found, key=lambda event: event.start)


def _festival(day: dt.date, festival: Festival, lang: Lang) -> Event:
    half = Said(
        f"{festival.half_day}放假半天。", f"Half a day off for {festival.half_day_en or festival.half_day}."
    )
    return Event(
        uid=made_uid("festival", festival.name, day.isoformat()),
        start=day,
        end=day,
        summary=_named(festival.name, festival, lang),
        description=(half.message(lang),) if festival.half_day else (),
        category=_FESTIVAL.message(lang),
    )


def _named(name: str, festival: Festival | None, lang: Lang) -> str:
    return (festival.en if festival is not None and lang == "en" else "") or name


def _of_year(year: int, almanac: Almanac, lang: Lang) -> Iterator[Event]:
    """Yield the days off of a year and the days worked instead: as announced, else by law, else none."""
    holidays = almanac.holidays
    told = holidays.of_year(year)
    known = holidays.status(year) is HolidayStatus.ANNOUNCED
    description = tuple(_basis(told, lang)) if told is not None else (_BY_LAW.message(lang),)
    equals: Counter[str] = Counter()
    for run in holidays.runs(year):
        name = min(run.names)  # the law and a notice may name the same festivals in another order
        yield Event(
            uid=made_uid("holiday", str(year), name, str(equals[name])),
            start=run.first,
            end=run.last,
            summary=_days_off(run, almanac, lang) + ("" if known else _OPEN.message(lang)),
            description=description,
            category=_HOLIDAY.message(lang),
            tentative=not known,
        )
        equals[name] += 1
    for day in told.workdays if told is not None else ():
        yield Event(
            uid=made_uid("make-up", day.isoformat()),
            start=day,
            end=day,
            summary=_MAKE_UP.message(lang).capitalize(),
            description=description,
            category=_MAKE_UP.message(lang),
            tentative=False,
        )


def _days_off(run: HolidayRun, almanac: Almanac, lang: Lang) -> str:
    names = [_named(name, almanac.festival(name), lang) for name in run.names]
    return f"{'、'.join(names)}放假" if lang == "zh" else f"Days off: {', '.join(names)}"


def _basis(told: HolidayYear, lang: Lang) -> Iterator[str]:
    yield _BASIS.message(lang) + told.notice if told.notice else _ANNOUNCED.message(lang)
    if told.note:
        yield told.note
