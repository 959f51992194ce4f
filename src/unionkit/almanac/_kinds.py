"""What resolving asks of the kinds of times: whose year they are of, and which years they reach into."""

from __future__ import annotations

import re
from typing import Final

from unionkit.errors import UnionkitError
from unionkit.model import (
    AtFestival,
    Deadline,
    FreeText,
    Holiday,
    InHoliday,
    InMonths,
    InQuarter,
    InSeason,
    InTerm,
    InYear,
    MonthPart,
    Nearness,
    OnDay,
    Schedule,
    Several,
    Span,
    YearPart,
    parse_schedule,
)

from ._almanac import Almanac
from ._days import FixedDay


def year_of(time: Schedule) -> int | None:
    """Return the year that the words name, or None."""
    match time:
        case Span():
            return time.start.year
        case Deadline():
            return year_of(time.before)
        case _:
            return getattr(time, "year", None)


def reach(time: Schedule) -> tuple[int, int]:
    """
    Return how many calendar years before and behind those of a period must be looked at.

    A time of the one before may reach into the period (the winter term), and so may one of the year behind (元旦前).
    """
    match time:
        case OnDay():
            return int(time.lunar), 0
        case AtFestival():
            return (0, 0) if time.nearness is Nearness.ON else (1, 1)
        case InSeason():
            return 1, 1
        case InTerm():
            return 1, 0
        case InHoliday():
            return 1, int(time.holiday is Holiday.PUBLIC)
        case Deadline():
            return reach(time.before)[0], 1
        case _:
            return 0, 0


def needs_year(time: Schedule, almanac: Almanac, any_year: int) -> bool:
    """Whether it is on other days each year; `any_year` stands for one."""
    match time:
        case OnDay():
            return time.lunar
        case AtFestival():
            festival = almanac.festival(time.festival)
            if festival is None:
                return False
            days_off = time.nearness is Nearness.DURING and almanac.holidays.run_of(festival.name, any_year)
            return not isinstance(festival.rule, FixedDay) or bool(days_off)
        case InSeason():
            season = almanac.season(time.season)
            return season is not None and not (
                isinstance(season.first, FixedDay) and isinstance(season.last, FixedDay)
            )
        case InTerm() | InHoliday():
            return True
        case Span():
            return any(needs_year(end, almanac, any_year) for end in (time.start, time.end))
        case Deadline():
            return needs_year(time.before, almanac, any_year)
        case _:
            return False


def counts_itself(before: Schedule) -> bool:
    """Whether a deadline includes it, as readers take it: a day, and the end of a time."""
    match before:
        case OnDay():
            return True
        case InMonths() | InQuarter() | InTerm():
            return before.part is MonthPart.END
        case InYear():
            return before.part is YearPart.END
        case _:
            return False


# ---------------------------------------------------------------- names that the almanac alone knows

_NEAR: Final[tuple[tuple[str, Nearness], ...]] = (
    ("", Nearness.ON), ("当天", Nearness.ON), ("当日", Nearness.ON), ("来临之际", Nearness.AROUND), ("之际", Nearness.AROUND),
    ("前后", Nearness.AROUND), ("左右", Nearness.AROUND), ("期间", Nearness.DURING), ("前夕", Nearness.BEFORE),
    ("之前", Nearness.BEFORE), ("以前", Nearness.BEFORE), ("前", Nearness.BEFORE), ("之后", Nearness.AFTER),
    ("以后", Nearness.AFTER), ("后", Nearness.AFTER),
)  # fmt: skip
_QUOTES: Final = str.maketrans("", "", '“”"‘’「」《》 　')
_BETWEEN: Final = "[、，,；;和与及]"
_YEAR: Final = r"(?:(\d{4})年|今年|本年|每年的?)?(.+)"


def read_name(wording: str, almanac: Almanac) -> Schedule | None:
    """
    Read words that the notation does not know, as they may name a festival or season that the almanac alone knows.

    Those that packs and users add are such: 校庆日前后, 2026年校庆日, 校庆日、中秋节. None where they name none.
    """
    try:
        members = [
            _read_one(said, almanac) or parse_schedule(said)
            for said in re.split(_BETWEEN, wording.translate(_QUOTES))
            if said
        ]
    except UnionkitError:  # a part of it looks like a time and is none (适时、2月30日)
        return None
    if not members or any(isinstance(member, FreeText) for member in members):
        return None
    if len(members) == 1:
        return members[0]
    if any(isinstance(member, Several) for member in members):
        return None
    return Several(wording=wording, members=members)


def _read_one(said: str, almanac: Almanac) -> AtFestival | InSeason | None:
    found = re.fullmatch(_YEAR, said)
    if found is None:
        return None
    year = None if found[1] is None else int(found[1])
    for suffix, nearness in _NEAR:
        name = found[2].removesuffix(suffix)
        if suffix and name == found[2]:
            continue
        if almanac.festival(name) is not None:
            return AtFestival(wording=said, year=year, festival=name, nearness=nearness)
        if almanac.season(name) is not None and year is None:
            near = Nearness.DURING if nearness is Nearness.ON else nearness
            return InSeason(wording=said, season=name, nearness=near)
    return None
