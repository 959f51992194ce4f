"""
What a calendar says of the time of an item: the plan's words, and the days that they stand for where they name none.

Days that rest on a default (`Occurrence.assumed`: terms by the usual school calendar, days off not yet announced, the
usual time of a campaign) order the rows and are not printed: what a union has signed and sealed would be read as
decided, and 约 before a date invites questions that nobody can answer.
"""

from __future__ import annotations

import calendar
from typing import Final

from unionkit.almanac import MonthDay, Occurrence, Position
from unionkit.errors import Lang
from unionkit.model import (
    AtFestival,
    Deadline,
    Every,
    FreeText,
    InHoliday,
    InSeason,
    InTerm,
    OnDay,
    Schedule,
    Span,
    chinese_number,
)

from ._calendar_months import Months
from ._calendar_places import Entry, Group
from ._wording import worded_time
from ._wording_dates import worded_days
from ._wording_schedule import worded_schedule

_MOST: Final = 3
"""A time with more days than this is clear enough (每年…, in a plan for many years)."""
_LEAP_YEAR: Final = 2000


def worded_entry(entry: Entry, months: Months, lang: Lang, year: int | None) -> str:
    """Write when an entry of the calendar is."""
    if entry.time is None:
        return worded_time(entry.item, lang, year)
    words, days = worded_schedule(entry.time, lang), _days(entry, months, lang)
    if days:
        words = f"{words}（{days}）" if lang == "zh" else f"{words} ({days})"
    return worded_time(entry.item, lang, year, words)


def _days(entry: Entry, months: Months, lang: Lang) -> str:
    """Write the days of a time whose words name neither day nor month; nothing where nobody has fixed them."""
    if entry.place.group is not Group.MONTH or entry.time is None or not _is_named(entry.time):
        return ""
    words, found = entry.time.wording, entry.occurrences
    within = [each for each in found if each.position is not Position.OUTSIDE] or found
    if len(within) > _MOST or any(each.assumed or _is_said(each, words, lang) for each in within):
        return ""
    said = dict.fromkeys(_worded(each, words, months, lang) for each in within)
    return ("、" if lang == "zh" else ", ").join(said)


def _is_named(time: Schedule) -> bool:
    """Whether a time goes by a name, and not by the days or months of the usual calendar."""
    match time:
        case Deadline():
            return _is_named(time.before)
        case Every():
            return time.at is not None and _is_named(time.at)
        case Span():
            return isinstance(time.start, AtFestival) or isinstance(time.end, AtFestival)
        case OnDay():
            return time.lunar
        case _:
            return isinstance(time, AtFestival | InSeason | InTerm | InHoliday | FreeText)


def _is_said(occurrence: Occurrence, words: str, lang: Lang) -> bool:
    """Whether the row says it already: with its month, which it fills (安全生产月), or in the name (五一, 119消防日)."""
    start, end = occurrence.start, occurrence.end
    if start == end:
        named = f"{chinese_number(start.month)}{chinese_number(start.day)}", f"{start.month}{start.day}"
        return lang == "zh" and any(name in words for name in named)
    year = _LEAP_YEAR if isinstance(end, MonthDay) else end.year
    return (start.month, start.day) == (end.month, 1) and end.day == calendar.monthrange(year, end.month)[1]


def _worded(occurrence: Occurrence, words: str, months: Months, lang: Lang) -> str:
    """Write the days of an occurrence, with the year where neither plan nor words tell it."""
    start, end = occurrence.start, occurrence.end
    (place, _), _ = months.stretch(start, end)
    year, _ = months.named(place)
    told = None if year is None or str(year) in words else year
    said = worded_days((start.month, start.day), (end.month, end.day), lang, told)
    if not occurrence.deadline:
        return said
    return f"{said}前" if lang == "zh" else f"by {said}"
