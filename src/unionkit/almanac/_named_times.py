"""Days of times by their names: festivals, seasons, school terms and holidays, days off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from unionkit.errors import OutsideAlmanacError
from unionkit.model import AtFestival, Holiday, InHoliday, InSeason, InTerm, MonthPart, Nearness, SchoolTerm

from ._almanac import Almanac
from ._calendar_times import doubt, outside
from ._days import LAST_YEAR, FixedDay, ListedDays, LunarDay
from ._festivals import Festival
from ._found import ONE_DAY, Finding, Found, Missing, worded_days
from ._holidays import DayKind, HolidayRun, HolidayStatus
from ._lunar import lunar_date
from ._occurrence import Cause, Precision
from ._said import Said
from ._school_years import SchoolYear
from ._seasons import Season
from ._windows import Windows


def unknown(what_zh: str, what_en: str, name: str) -> Missing:
    """Return that nobody knows a name."""
    return Missing(
        Cause.UNKNOWN_NAME,
        Said(
            f"不知道{what_zh}“{name}”在哪几天；请核对名称，或在历书数据里加上它",
            f"nobody knows when the {what_en} “{name}” is; check the name, or add it to the almanac's data",
        ),
    )


# ---------------------------------------------------------------- festivals


def at_festival(time: AtFestival, year: int, almanac: Almanac) -> Iterator[Finding]:
    """Yield the days of a festival of a calendar year, or those near it."""
    festival = almanac.festival(time.festival)
    if festival is None:
        yield unknown("节日", "festival", time.festival)
        return
    try:
        days = festival.days(year)
    except OutsideAlmanacError as error:
        yield outside(error)
        return
    if not days and (why := _why_none(festival, year)):
        yield why
    for day in days:
        yield near_festival(festival, day, time.nearness, almanac)


def _why_none(festival: Festival, year: int) -> Missing | None:
    """Why a festival does not fall in a year; None where it just falls in the years beside it (腊八节)."""
    if festival.since is not None and year < festival.since:
        return Missing(
            Cause.NO_SUCH_DAY,
            Said(f"{festival.name}始于 {festival.since} 年", f"{festival.name} began in {festival.since}"),
        )
    if isinstance(festival.rule, ListedDays):
        return Missing(
            Cause.OUTSIDE_TABLE,
            Said(
                f"历书数据里没有 {year} 年的{festival.name}；请补上日期",
                f"the almanac's data has no {festival.name} of {year}; add the day",
            ),
        )
    if isinstance(festival.rule, FixedDay):
        return Missing(
            Cause.NO_SUCH_DAY,
            Said(f"{year} 年没有{festival.rule.said.zh}", f"{year} has no {festival.rule.said.en}"),
        )
    return None


def near_festival(festival: Festival, day: dt.date, nearness: Nearness, almanac: Almanac) -> Found:
    """Return the days near a festival that falls on a day."""
    why = reason_of(festival, day)
    if nearness is Nearness.ON:
        return Found(day, day, Precision.DAY, why)
    if nearness is Nearness.DURING and (run := almanac.holidays.run_of(festival.name, day.year)) is not None:
        return _during(run, day.year, almanac)
    return window(day, day, nearness, almanac.chosen_windows, why)._replace(anchor=day)


def reason_of(festival: Festival, day: dt.date) -> Said:
    """Say why a festival falls on a day: 重阳节 = 农历九月初九."""
    told = festival.rule.said
    doubtful = doubt(lunar_date(day).year) if isinstance(festival.rule, LunarDay) else Said("", "")
    called = festival.en or festival.name
    return Said(f"{festival.name} = {told.zh}{doubtful.zh}", f"{called} = {told.en}{doubtful.en}")


def window(start: dt.date, end: dt.date, nearness: Nearness, windows: Windows, why: Said) -> Found:
    """Return the days before, around, during or after something."""
    match nearness:
        case Nearness.BEFORE:
            length, said = windows.before, Said(f"前 {windows.before} 天", f"{windows.before} days before")
            first, last = start - length * ONE_DAY, start - ONE_DAY
        case Nearness.AFTER:
            length, said = windows.after, Said(f"后 {windows.after} 天", f"{windows.after} days after")
            first, last = end + ONE_DAY, end + length * ONE_DAY
        case _:
            length = windows.around if nearness is Nearness.AROUND else windows.during
            said = Said(f"前后各 {length} 天", f"{length} days on either side")
            first, last = start - length * ONE_DAY, end + length * ONE_DAY
    return Found(first, last, Precision.WINDOW, Said(f"{why.zh}，{said.zh}", f"{why.en}, {said.en}"))


def _during(run: HolidayRun, year: int, almanac: Almanac) -> Found:
    """Return the days off of a public holiday, and who announced them."""
    told = almanac.holidays.of_year(year)
    days = worded_days(run.first, run.last)
    name = Said("、".join(run.names), ", ".join(_english(each, almanac) for each in run.names))
    if almanac.holidays.status(year) is HolidayStatus.ANNOUNCED and told is not None:
        by = f"（{told.notice}）" if told.notice else ""
        by_en = f" ({told.notice})" if told.notice else ""
        said = Said(f"{name.zh}放假 {days.zh}{by}", f"{name.en}: days off {days.en}{by_en}")
        return Found(run.first, run.last, Precision.DAY, said)
    said = Said(
        f"{name.zh}法定节假日 {days.zh}（历书没有 {year} 年的放假安排）",
        f"{name.en}: by law {days.en} (the almanac has no arrangement for {year})",
    )
    return Found(run.first, run.last, Precision.DAY, said, assumed=True)


def _english(name: str, almanac: Almanac) -> str:
    festival = almanac.festival(name)
    return (festival.en if festival is not None else "") or name


# ---------------------------------------------------------------- seasons


def in_season(time: InSeason, year: int, almanac: Almanac) -> Iterator[Finding]:
    """Yield the days of a season that begins in a calendar year, or those near it."""
    season = almanac.season(time.season)
    if season is None:
        yield unknown("时段", "season", time.season)
    else:
        try:
            yield from _season_of(season, time, year, almanac)
        except OutsideAlmanacError as error:
            yield outside(error)


def festivals_of(season: Season, almanac: Almanac, first: dt.date, last: dt.date) -> tuple[str, ...]:
    """Return the festivals that a season like 两节 stands for in a period: those of the list of which one falls in it."""
    for names in season.festivals:
        for name in names:
            festival = almanac.festival(name)
            for year in range(first.year, min(last.year, LAST_YEAR) + 1) if festival else ():
                if any(first <= day <= last for day in festival.days(year)):  # type: ignore[union-attr]
                    return names
    return season.festivals[0]


def _season_of(season: Season, time: InSeason, year: int, almanac: Almanac) -> Iterator[Finding]:
    assert season.first is not None and season.last is not None  # noqa: S101, PT018 -- else it has festivals
    for start in season.first.days(year):
        ends = [*season.last.days(year), *(season.last.days(year + 1) if year < LAST_YEAR else ())]
        end = min((day for day in ends if day >= start), default=None)
        if end is None:
            yield Missing(
                Cause.OUTSIDE_TABLE,
                Said(
                    f"历书不知道 {start.year} 年起的{season.name}何时结束",
                    f"the almanac does not know when {season.name} of {start.year} ends",
                ),
                start,
            )
            continue
        usual = ("通常", "usually ") if season.approximate else ("", "")
        days = worded_days(start, end)
        why = Said(
            f"{season.name} = {usual[0]}{days.zh}", f"{season.en or season.name} = {usual[1]}{days.en}"
        )
        if time.nearness is Nearness.DURING:
            yield Found(start, end, Precision.SEASON, why, assumed=season.approximate)
        else:
            found = window(start, end, time.nearness, almanac.chosen_windows, why)
            yield found._replace(assumed=season.approximate)


# ---------------------------------------------------------------- school


def in_term(time: InTerm, year: int, almanac: Almanac) -> Iterator[Finding]:
    """Yield the days of the autumn or spring term that begins in a calendar year, or of a part or week of it."""
    autumn = time.term is SchoolTerm.AUTUMN
    told = almanac.school_year(year if autumn else year - 1)
    if told is None:
        yield _no_school_year(year)
        return
    first, last = (told.autumn_from, told.autumn_to) if autumn else (told.spring_from, told.spring_to)
    term = Said("秋季学期", "autumn term") if autumn else Said("春季学期", "spring term")
    yield part_of_term(time, first, last, almanac.chosen_windows, _by(told, term))


def _no_school_year(year: int) -> Missing:
    return Missing(
        Cause.OUTSIDE_TABLE,
        Said(f"历书没有 {year} 年的学期；请核对年份", f"the almanac has no terms of {year}; check the year"),
    )


def _by(told: SchoolYear, what: Said) -> tuple[Said, bool]:
    """Say whose calendar it is, and whether it is only the usual one."""
    if told.usual:
        return Said(f"{what.zh}按默认校历", f"{what.en} by the default school calendar"), True
    by = (f"（{told.source}）", f" ({told.source})") if told.source else ("", "")
    return Said(f"{told.year} 学年{what.zh}{by[0]}", f"{what.en} of {told.year}{by[1]}"), False


def part_of_term(
    time: InTerm, first: dt.date, last: dt.date, windows: Windows, told: tuple[Said, bool]
) -> Finding:
    """Return the days of a term, or of the part or week of it that is meant."""
    why, usual = told
    if time.week is not None:
        monday = first - dt.timedelta(days=first.weekday()) + dt.timedelta(weeks=time.week - 1)
        start, end = max(first, monday), min(last, monday + 6 * ONE_DAY)
        if start > last:
            return Missing(
                Cause.NO_SUCH_DAY,
                Said(
                    f"这个学期没有第 {time.week} 周（{last.isoformat()} 结束）；请核对",
                    f"the term has no week {time.week}, it ends on {last.isoformat()}; check it",
                ),
                last,
            )
        said = Said(f"{why.zh}，第 {time.week} 周", f"{why.en}, week {time.week}")
        return Found(start, end, Precision.WEEK, said, assumed=usual)
    if time.part is None:
        return Found(first, last, Precision.TERM, why, assumed=usual)
    start, end, words = _PARTS_OF_TERM[time.part](first, last, windows)
    said = Said(f"{why.zh}，{words.zh}", f"{why.en}, {words.en}")
    return Found(max(first, start), min(last, end), Precision.WINDOW, said, assumed=usual)


def _opening(first: dt.date, _last: dt.date, windows: Windows) -> tuple[dt.date, dt.date, Said]:
    days = windows.opening
    return first, first + (days - 1) * ONE_DAY, Said(f"前 {days} 天", f"the first {days} days")


def _middle(first: dt.date, last: dt.date, windows: Windows) -> tuple[dt.date, dt.date, Said]:
    days = windows.middle
    start = first + ((last - first).days + 1 - days) // 2 * ONE_DAY
    return start, start + (days - 1) * ONE_DAY, Said(f"当中 {days} 天", f"{days} days in the middle")


def _closing(_first: dt.date, last: dt.date, windows: Windows) -> tuple[dt.date, dt.date, Said]:
    days = windows.closing
    return last - (days - 1) * ONE_DAY, last, Said(f"最后 {days} 天", f"the last {days} days")


_PARTS_OF_TERM: Final = {
    MonthPart.BEGINNING: _opening,
    MonthPart.MIDDLE: _middle,
    MonthPart.END: _closing,
}


def in_holiday(time: InHoliday, year: int, almanac: Almanac) -> Iterator[Finding]:
    """Yield the days of time off that begins in a calendar year."""
    match time.holiday:
        case Holiday.PUBLIC:
            for run in almanac.holidays.runs(year):
                yield _during(run, year, almanac)
        case Holiday.WEEKEND:
            yield from _weekends(year, almanac)
        case Holiday.WINTER:
            yield from _winter(year, almanac)
        case Holiday.SUMMER:
            yield from _summer(year, almanac)
        case Holiday.SCHOOL:
            yield from _winter(year, almanac)
            yield from _summer(year, almanac)


def _winter(year: int, almanac: Almanac) -> Iterator[Finding]:
    told = [each for each in map(almanac.school_year, (year - 1, year)) if each is not None]
    if not told:
        yield _no_school_year(year)
    for each in told:
        start, end = each.autumn_to + ONE_DAY, each.spring_from - ONE_DAY
        if start.year == year:
            why, usual = _by(each, Said("寒假", "winter holiday"))
            yield Found(start, end, Precision.TERM, why, assumed=usual)


def _summer(year: int, almanac: Almanac) -> Iterator[Finding]:
    ended, begins = almanac.school_year(year - 1), almanac.school_year(year)
    if ended is None or begins is None:
        yield _no_school_year(year)
        return
    usual = ended.usual or begins.usual
    why, _ = _by(ended if ended.usual or not usual else begins, Said("暑假", "summer holiday"))
    start, end = ended.spring_to + ONE_DAY, begins.autumn_from - ONE_DAY
    if start <= end:  # data of two years may leave none
        yield Found(start, end, Precision.TERM, why, assumed=usual)


def _weekends(year: int, almanac: Almanac) -> Iterator[Found]:
    """Yield the weekends that begin in a year, without the days that are worked instead of others."""
    first = dt.date(year, 1, 1)
    saturday = first + dt.timedelta(days=(5 - first.weekday()) % 7)
    while saturday.year == year:
        days = [
            day for day in (saturday, saturday + ONE_DAY) if almanac.holidays.kind(day) is not DayKind.MAKE_UP
        ]
        if days:
            yield Found(days[0], days[-1], Precision.DAY, _WEEKEND)
        if saturday > dt.date.max - 7 * ONE_DAY:
            break
        saturday += 7 * ONE_DAY


_WEEKEND: Final = Said("周末", "weekend")
