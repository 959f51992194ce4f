"""
A file of almanac data (历书文件): festivals, seasons, school years, announced holidays and windows, as plain entries.

It is read like a plan file: all problems at once, each at its place. Nothing in it is run.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, get_args, get_origin

import attrs

from unionkit.almanac import (
    FIRST_YEAR,
    LAST_YEAR,
    Almanac,
    DayRule,
    Festival,
    Holidays,
    HolidayYear,
    ListedDays,
    SchoolYear,
    Season,
    Windows,
    parse_day_rule,
)
from unionkit.errors import (
    AlmanacFileError,
    ImpossibleValueError,
    UnionkitError,
    UnsupportedVersionError,
    WrongTypeError,
)
from unionkit.model import FESTIVALS, SEASONS

from ._classes import class_reader
from ._faults import WRONG, Faults, Reader, Trail, path_of, refuse
from ._faults import Fault as Wrong
from ._places import MAX_PROBLEMS, Branch, Fault, Leaf, Lines, span_of
from ._scalars import to_int, to_text
from ._source import (
    Found,
    bare_text,
    in_order,
    locate,
    mapping_of,
    placed,
    read_source,
    stopping,
)
from ._structure import attempt_by, list_reader, reader_of
from ._versions import Step, version_of

ALMANAC_VERSION: Final = 1
"""The version of the format, the value of the key ``almanac``."""

_VERSION_KEY: Final = "almanac"
_NO_STEPS: Final[Mapping[int, Step]] = {}
_A_DATE: Final = re.compile(r"\s*\d{4}\s*[-年/.]")
_LISTS: Final = ("festivals", "seasons", "school_years", "holidays")
_STANDING: Final[Mapping[str, Mapping[str, str]]] = {"festivals": FESTIVALS, "seasons": SEASONS}


@attrs.frozen(kw_only=True)
class _AlmanacFile:
    """What stands in the file: an almanac without a region, and the version of the format."""

    version: int = attrs.field(metadata={"key": _VERSION_KEY})
    festivals: tuple[Festival, ...] = ()
    seasons: tuple[Season, ...] = ()
    school_years: tuple[SchoolYear, ...] = ()
    holiday_years: tuple[HolidayYear, ...] = attrs.field(default=(), metadata={"key": "holidays"})
    windows: Windows | None = None


def load_almanac(text: str, *, name: str = "-") -> Almanac:
    """
    Turn the text of a file of almanac data, YAML or JSON, into an almanac; ``ALMANAC | loaded`` adds it to the core's.

    Args:
        text: The text. It is JSON when `name` ends in ``.json``, or when neither ``.yaml`` nor ``.yml`` is said and the
            text begins with a brace and a quote; otherwise YAML.

        name: Name of the file, for messages.

    Raises:
        AlmanacFileError: The text is no such file; the error lists every problem with its line and column.
    """
    if not isinstance(text, str):
        raise WrongTypeError("历书文件的文字", "the text of a file of almanac data", type(text).__name__)
    bare = bare_text(text)
    lines = Lines(bare)
    try:
        value, places, faults = read_source(bare, name)
    except Fault as fault:
        raise AlmanacFileError((stopping(fault, name),)) from None
    found: list[Found] = [(error, path, place) for error, place, path in faults]
    file: _AlmanacFile | None = None
    if len(found) <= MAX_PROBLEMS:
        file, wrong = _structured(value, places, lines)
        found += list(placed(wrong, found, places))
    if file is None or found:
        raise AlmanacFileError(tuple(in_order(name, lines, found)))
    return Almanac(
        festivals=file.festivals,
        seasons=file.seasons,
        school_years=file.school_years,
        holiday_years=file.holiday_years,
        windows=file.windows,
    )


def _structured(
    value: object, places: Leaf | Branch, lines: Lines
) -> tuple[_AlmanacFile | None, list[Wrong]]:
    """What the plain values of a file stand for, and all that is wrong in them."""

    def read(given: Mapping[str, object], trail: Trail, faults: Faults) -> Any:
        made = _reader_of(_AlmanacFile)(given, trail, faults)
        _note_told_twice(given, places, lines, faults)
        if made is not WRONG and not faults.found:
            _note_incomplete(made.holiday_years, trail, faults)
        return made

    try:
        given = mapping_of(value, "历书数据", "almanac data")
        version_of(given, _NO_STEPS, key=_VERSION_KEY, newest=ALMANAC_VERSION)
    except UnionkitError as error:
        return None, [(error, (_VERSION_KEY,) if isinstance(error, UnsupportedVersionError) else ())]
    return attempt_by(read, given, Faults(ignorable=False))


def _note_incomplete(years: Sequence[HolidayYear], trail: Trail, faults: Faults) -> None:
    """Note years that lack days off that the law names: with the rest of such a year, ordinary days would be official."""
    for at, told in enumerate(years):
        given = {day for run in told.runs for day in run.days}
        lacking = [run for run in Holidays(()).runs(told.year) if not given.issuperset(run.days)]
        if lacking:
            names = tuple(name for run in lacking for name in run.names)
            why = (
                f"{told.year} 年的放假安排要写全，还缺：{'、'.join(names)}的法定节假日",
                f"The holidays of {told.year} must be whole; these lack days that the law names: {', '.join(names)}",
            )
            faults.note(ImpossibleValueError(*why), (((trail, "holidays"), at), "holidays"))


# ---------------------------------------------------------------- types


@cache
def _reader_of(kind: Any) -> Reader:
    """Return what reads values of a type of the almanac."""
    members = frozenset(get_args(kind)) - {type(None)}
    if members == frozenset(get_args(DayRule)):
        return _read_rule
    if get_origin(kind) is tuple:
        return list_reader(tuple, _reader_of(get_args(kind)[0]))
    if len(members) == 1:
        return _reader_of(*members)
    return class_reader(kind, _reader_of) if attrs.has(kind) else reader_of(kind)


def _read_rule(value: object, trail: Trail, faults: Faults) -> Any:
    """Read on which day of each year something falls, or the days that somebody announces; one may stand for a list."""
    if isinstance(value, list | tuple):
        return _read_listed(value, trail, faults)
    if not isinstance(value, str):
        return refuse(
            value,
            "每年的日期（如 9月10日）或日期的列表",
            "a day of each year (such as 9月10日) or a list of dates",
            trail,
            faults,
        )
    if _A_DATE.match(value):
        day = _read_day(value, trail, faults)
        return WRONG if day is WRONG else ListedDays((day,))
    try:
        return parse_day_rule(to_text(value))
    except UnionkitError as error:
        faults.note(error, trail)
        return WRONG


def _read_listed(values: list[object] | tuple[object, ...], trail: Trail, faults: Faults) -> Any:
    before = len(faults.found)
    if not values:
        faults.note(ImpossibleValueError("至少要写一个日期", "Give at least one date"), trail)
    days: list[dt.date] = []
    for at, value in enumerate(values):
        day = _read_day(value, (trail, at), faults)
        if day is not WRONG and day in days:
            faults.note(
                ImpossibleValueError(f"日期 {day} 写了两次", f"The date {day} is given twice"), (trail, at)
            )
        days.append(day)
    return ListedDays(tuple(days)) if len(faults.found) == before else WRONG


def _read_day(value: object, trail: Trail, faults: Faults) -> Any:
    day = reader_of(dt.date)(value, trail, faults)
    if day is not WRONG and not FIRST_YEAR <= day.year <= LAST_YEAR:
        why = (
            f"日期 {day} 不在 {FIRST_YEAR} 年到 {LAST_YEAR} 年之间",
            f"The date {day} is not within {FIRST_YEAR} to {LAST_YEAR}",
        )
        faults.note(ImpossibleValueError(*why), trail)
        return WRONG
    return day


# ---------------------------------------------------------------- entries that tell the same


class _Claim(NamedTuple):
    """What an entry takes for itself: a name or a year, for a region; and where it does."""

    what: tuple[str | int, ...]
    entry: int
    trail: Trail
    said: tuple[str, str]


def _note_told_twice(
    given: Mapping[str, object], places: Leaf | Branch, lines: Lines, faults: Faults
) -> None:
    """Note what two entries of a file tell, so that nobody could say which of them counts."""
    homes: dict[tuple[str | int, ...], _Claim] = {}
    for section, claims in ((section, _claims(given, section)) for section in _LISTS):
        hint = (
            ("", "")
            if section == "holidays"
            else ("，或者给两处写上不同的 region", ", or give them different regions")
        )
        for claim in claims:
            first = homes.setdefault((section, *claim.what), claim)
            if first.entry != claim.entry:
                line = lines.place(span_of(locate(places, path_of(first.trail)))[0])[0] + 1
                faults.note(
                    ImpossibleValueError(
                        f"第 {line} 行已经写了{claim.said[0]}；请只留一处{hint[0]}",
                        f"Line {line} tells {claim.said[1]} already; keep one of them{hint[1]}",
                    ),
                    claim.trail,
                )


def _claims(given: Mapping[str, object], section: str) -> Iterator[_Claim]:
    """Yield what the entries of a list take for themselves, as far as it is told rightly."""
    entries = given.get(section)
    for at, entry in enumerate(entries if isinstance(entries, list) else ()):
        home = ((None, section), at)
        region = (entry.get("region") or "") if isinstance(entry, Mapping) else None
        if not isinstance(region, str):
            continue
        if section in _STANDING:
            for name, trail in _names(entry, home):
                standing = _STANDING[section].get(name, name) if trail == (home, "name") else name
                yield _Claim((standing, region), at, trail, (f"“{name}”", f"“{name}”"))
        elif (year := _year(entry.get("year"))) is not None:
            holidays = section == "holidays"
            said = (
                (f"{year} 年的放假安排", f"the holidays of {year}")
                if holidays
                else (f"{year} 学年", f"the school year {year}")
            )
            yield _Claim((year, "" if holidays else region), at, (home, "year"), said)


def _names(entry: Mapping[str, object], home: Trail) -> Iterator[tuple[str, Trail]]:
    """Yield the name of an entry and its further names, and where they stand."""
    if isinstance(name := entry.get("name"), str):
        yield name, (home, "name")
    aliases = entry.get("aliases")
    if isinstance(aliases, str):
        yield aliases, (home, "aliases")
    for at, alias in enumerate(aliases if isinstance(aliases, list) else ()):
        if isinstance(alias, str):
            yield alias, ((home, "aliases"), at)


def _year(said: object) -> int | None:
    try:
        return to_int(said)
    except UnionkitError:
        return None
