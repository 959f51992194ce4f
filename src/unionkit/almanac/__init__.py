"""
When things fall: festivals and union days, seasons of union work, school terms, public holidays with their status.

:func:`resolve` turns a time of a plan into days. Nothing here reads a file or a clock.
"""

from ._almanac import ALMANAC, Almanac
from ._days import (
    FIRST_YEAR,
    LAST_YEAR,
    DayRule,
    FixedDay,
    ListedDays,
    LunarDay,
    NthWeekday,
    OnSolarTerm,
    parse_day_rule,
)
from ._entry import Entry, entries
from ._festivals import Festival
from ._holidays import DayKind, HolidayRun, Holidays, HolidayStatus, HolidayYear
from ._lunar import LunarDate, lunar_date, solar_day
from ._occurrence import Cause, Day, MonthDay, Occurrence, Position, Precision, Resolution, Undated
from ._resolve import resolve
from ._said import Said
from ._school_years import SchoolYear
from ._seasons import Season
from ._solar_terms import SolarTerm, solar_term_day
from ._windows import Windows

__all__ = [
    "ALMANAC",
    "FIRST_YEAR",
    "LAST_YEAR",
    "Almanac",
    "Cause",
    "Day",
    "DayKind",
    "DayRule",
    "Entry",
    "Festival",
    "FixedDay",
    "HolidayRun",
    "HolidayStatus",
    "HolidayYear",
    "Holidays",
    "ListedDays",
    "LunarDate",
    "LunarDay",
    "MonthDay",
    "NthWeekday",
    "Occurrence",
    "OnSolarTerm",
    "Position",
    "Precision",
    "Resolution",
    "Said",
    "SchoolYear",
    "Season",
    "SolarTerm",
    "Undated",
    "Windows",
    "entries",
    "lunar_date",
    "parse_day_rule",
    "resolve",
    "solar_day",
    "solar_term_day",
]
