"""The rule about festivals that are on other days each year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, cast

import attrs

from unionkit.almanac import Festival, LunarDay
from unionkit.model import FESTIVALS, Goal, InMonths, OnDay, Path

from ._calendar import PLANNED, Calendar, Planned, falls_on
from ._finding import Finding, Severity
from ._rule import CONVENTION, Check, Passage
from ._schedule import ScheduleRule, Worded

_NEAR_YEARS: Final = (-1, 1, -2, 2, -3, 3)
"""The years whose days are found in copied plans, the likeliest first."""
_ABOUT: Final = 7
"""So many days from a festival, a date beside its name may be that of what is held for it."""
_BEFORE: Final = 14
_AFTER: Final = 3
"""So many days before a festival, and after it, is kept what is set for it."""
_NEXT: Final = 75
_LAST: Final = 31
"""So many days behind the period, and before it, a festival may still be meant."""
_UNSETTLED: Final = frozenset({"小年"})
"""On other days in the south than in the north."""

_DAY: Final = r"(?P<date>(?:(?P<year>\d{4}|\d{2})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号])"
_WEEKDAY: Final = r"(?:[，, ]?\s*(?:星期|周)[一二三四五六日天])?"
_NOT_LUNAR: Final = r"(?<![历至到—–~～\-\d])"
_OTHER_YEARS: Final = re.compile("去年|上年|上一年|往年|历年|前年|明年|次年|来年|下一年")


@cache
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return what finds a name that is said to be on a day: 中秋节（10月6日）, 10月6日（中秋节）, 10月6日中秋节."""
    name = f"(?P<name>{'|'.join(re.escape(each) for each in sorted(names, key=len, reverse=True))})"
    behind = "(?:(?=[，。；,;、！!？?）)])|当天|当日|放假|\\s*$)"
    return (
        re.compile(rf"{name}\s*[（(]\s*(?:即|为|公历|今年)?{_DAY}{_WEEKDAY}\s*[）)]"),
        re.compile(rf"{_NOT_LUNAR}{_DAY}{_WEEKDAY}\s*[（(]{name}(?:当天|当日)?[）)、，,]"),
        re.compile(rf"{_NOT_LUNAR}{_DAY}(?:是|为|即|正值|恰逢|适逢)?{name}{behind}"),
    )


_A_DAY: Final = re.compile(r"\d月\d{1,2}[日号]")


class LunarFestivalOfAnotherYear(ScheduleRule):
    """
    Reports a festival of the Chinese calendar, or another that moves (清明节, 母亲节), with the day of another year: in
    the words of the plan (中秋节（10月6日）), or as the time of an activity that is named for it.

    ## Why is this bad?

    The plan was copied from one of another year. 中秋节 was on 6 October in 2025, and is on 25 September in 2026: who
    goes by the plan comes too late.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 中秋节（10月6日）慰问全体会员。
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - 中秋节（9月25日）慰问全体会员。
    ```

    ## Known limits

    A date in brackets, up to a week from the festival, may be that of what is held for it; it is reported only when it
    is the festival's own day in one of the three years before or after, and so is a date without brackets (10月6日中秋节).
    A date of the Chinese calendar in figures (重阳节（9月9日）) passes. The time of an activity counts when it is one day or
    one month and its title names one festival of the moon; what lies in the two weeks before it passes. What speaks of
    other years (去年), and reviews, are not looked at.
    """

    code = "UK409"
    slug = "lunar-festival-of-another-year"
    title_zh = "农历等节日写成了别的年份的日期"
    title_en = "moving festival with the day of another year"
    severity = Severity.WARNING
    basis = CONVENTION
    needs_year = True
    nodes = (Passage, *PLANNED)
    wording = {
        "zh": "{year}年的{festival}是{right}，不是{wrong}{origin}；请改正。",
        "en": "In {year}, {festival} is on {right}, not {wrong}{origin}; correct it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        if isinstance(node, Passage):
            yield from self._in_words(node.text, check.path, check)
            return
        item = cast("Planned", node)
        if getattr(item, "done", False) or check.calendar.looks_back(check.path):
            return
        name = "indicator" if isinstance(item, Goal) else "title"
        title: str = getattr(item, name)
        if "facts" not in check.path[-2:]:
            key = getattr(attrs.fields(cast("type[Any]", type(item))), name).metadata["key"]
            yield from self._in_words(title, (*check.path, key), check)
        if isinstance(item.when, OnDay | InMonths) and not isinstance(item, Goal):
            yield from self._in_time(title, item.when, check)

    # ------------------------------------------------------------ in the words of the plan

    def _in_words(self, text: str, path: Path, check: Check) -> Iterator[Finding]:
        if not _A_DAY.search(text) or _OTHER_YEARS.search(text):
            return
        calendar = check.calendar
        *bracketed, joined = _patterns(tuple(calendar.moving))
        told = [match for form in (*bracketed, joined) for match in form.finditer(text)]
        for match in sorted(told, key=lambda match: match.start("date")):
            festival = calendar.moving[match["name"]]
            wrong = (int(match["month"]), int(match["day"]))
            about = 366 if match.re is joined else _ABOUT
            right = _right_day(festival, wrong, match["year"], calendar, about)
            if right is not None and not calendar.looks_back(path):
                nth = text.count(match["date"], 0, match.start("date")) + 1
                yield self._moved(path, match["date"], nth, festival, right, wrong)

    def _moved(
        self,
        path: Path,
        words: str,
        nth: int,
        festival: Festival,
        right: dt.date,
        wrong: tuple[int, int | None],
    ) -> Finding:
        year = _year_of(festival, right.year, wrong)
        return self.finding(
            path,
            words=words,
            nth=nth,
            year=right.year,
            festival=festival.name,
            right=_worded((right.month, right.day)),
            wrong=_worded(wrong),
            origin=Worded(f"（那是{year}年的日期）", f" (that was its day in {year})") if year else "",
        )

    # ------------------------------------------------------------ as the time of an activity

    def _in_time(self, title: str, when: OnDay | InMonths, check: Check) -> Iterator[Finding]:
        festival = _one_named(title, check.calendar)
        if festival is None:
            return
        if when.year is None:
            days = _days_meant(festival, check.calendar)
        else:
            days = list(falls_on(festival, when.year))
        if not days:
            return
        if isinstance(when, OnDay):
            wrong: tuple[int, int | None] = (when.month, when.day)
            fits = when.lunar or any(_is_kept(when, each) for each in days)
        elif when.first == when.last and not when.next_year:
            wrong = (when.first, None)
            fits = any(_is_kept_in_month(when, each) for each in days)
        else:
            return
        right = next((each for each in days if each.year in check.calendar.years), days[0])
        if not fits and _year_of(festival, right.year, wrong) is not None:
            yield self._moved((*check.path, "when"), when.wording, 1, festival, right, wrong)


def _worded(day: tuple[int, int | None]) -> Worded:
    """Return a day or a month in words."""
    if day[1] is None:
        return Worded(f"{day[0]}月", f"month {day[0]}")
    return Worded(f"{day[0]}月{day[1]}日", f"{day[0]:02}-{day[1]:02}")


def _days_meant(festival: Festival, calendar: Calendar) -> list[dt.date]:
    """Return the days of a festival in the years of the period, and those beside it that may still be meant."""
    years = calendar.years
    first, last = calendar.plan.period.start, calendar.plan.period.end
    if first is None or last is None:
        return []
    near = [
        *(day for day in falls_on(festival, years[0] - 1) if (first - day).days <= _LAST),
        *(day for day in falls_on(festival, years[-1] + 1) if (day - last).days <= _NEXT),
    ]
    return [*(day for year in years for day in falls_on(festival, year)), *near]


def _right_day(
    festival: Festival, wrong: tuple[int, int], year: str | None, calendar: Calendar, about: int
) -> dt.date | None:
    """
    Return the day on which a festival is, when it is not on the one that is told; else None.

    A day up to `about` days from it counts only when the festival is on it in a year nearby.
    """
    if year is not None:
        told = meant = list(falls_on(festival, int(year) + 2000 * (len(year) == 2)))
    else:
        told = [day for each in calendar.years for day in falls_on(festival, each)]
        meant = [*told, *_days_meant(festival, calendar)]
    if not told or wrong == _lunar(festival) or any((day.month, day.day) == wrong for day in meant):
        return None
    far = [_days_between(day, wrong) for day in told]
    if min(far) <= about and _year_of(festival, told[0].year, wrong) is None:
        return None
    return told[far.index(min(far))]


def _lunar(festival: Festival) -> tuple[int, int] | None:
    """Return the day of the Chinese calendar on which a festival is, or None."""
    return (festival.rule.month, festival.rule.day) if isinstance(festival.rule, LunarDay) else None


def _days_between(day: dt.date, other: tuple[int, int]) -> int:
    """Return how far a day of the same year is; a day that there is not is far."""
    try:
        return abs((dt.date(day.year, *other) - day).days)
    except ValueError:
        return 366


def _year_of(festival: Festival, year: int, day: tuple[int, int | None]) -> int | None:
    """Return the year near another in which a festival is on that day, or in that month; None where there is none."""
    for step in _NEAR_YEARS:
        for each in falls_on(festival, year + step):
            if each.month == day[0] and day[1] in (None, each.day):
                return year + step
    return None


def _one_named(title: str, calendar: Calendar) -> Festival | None:
    """Return the festival of the moon that a title names, when it names no other, and not the days after it."""
    if not any(name in title for name in calendar.moving):
        return None
    named = {standing for name, standing in FESTIVALS.items() if name in title}
    found = {calendar.moving[name].name: name for name in calendar.moving if name in title}
    if len(found) > 1 or len(named | set(found)) > 1:
        return None
    ((standing, name),) = found.items()
    festival = calendar.moving[name]
    after = any(f"{each}后" in title for each in calendar.moving)
    settled = isinstance(festival.rule, LunarDay) and standing not in _UNSETTLED
    return festival if settled and not after else None


def _is_kept(when: OnDay, right: dt.date) -> bool:
    """Whether a day is the festival's, or near enough for what is set for it."""
    try:
        ahead = (right - dt.date(right.year, when.month, when.day)).days
    except ValueError:
        return True  # there is no such day: UK411 says so
    return -_AFTER <= ahead <= _BEFORE


def _is_kept_in_month(when: InMonths, right: dt.date) -> bool:
    """Whether a month is the festival's, the one before it, or one that begins just behind it."""
    after = right + dt.timedelta(days=_AFTER)
    return when.first in (right.month, (right.month - 2) % 12 + 1, after.month)
