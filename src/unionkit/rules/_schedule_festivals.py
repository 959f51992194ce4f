"""The rule about festivals that are on other days each year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, NamedTuple, cast

import attrs

from unionkit.almanac import Festival, LunarDay, Position
from unionkit.model import FESTIVALS, Goal, InMonths, OnDay, Path, Period, chinese_number

from ._calendar import PLANNED, Calendar, Planned, falls_on
from ._finding import Finding, Severity, Worded
from ._rule import CONVENTION, Check, Rule
from ._schedule import MONTHS_EN, ScheduleRule, worded_name
from ._survey import Passage

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

_NUMERALS: Final = {chinese_number(number): number for number in range(1, 32)}
_NUMBER: Final = r"(?:\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DAY: Final = rf"(?P<date>(?:(?P<year>\d{{4}}|\d{{2}})年)?(?P<month>{_NUMBER})月(?P<day>{_NUMBER})[日号])"
_FIGURES: Final = r"(?P<date>(?:(?P<year>\d{4})[./])?(?P<month>\d{1,2})[./](?P<day>\d{1,2}))"
_WEEKDAY: Final = r"(?:[，,、 ]?\s*(?:星期|周)[一二三四五六日天])?"
_NOT_LUNAR: Final = r"(?<![历闰至到—–~～\-\d一二三四五六七八九十])"
_OF_YEAR: Final = r"(?:(?<!\d)(?P<of>\d{4}|\d{2})年的?)?"
_SOLAR: Final = "(?:公历|阳历|今年)?"
_BEHIND: Final = r"(?:(?=[，。；,;、！!？?）)])|当天|当日|放假|\s*$)"
_OTHER_YEARS: Final = re.compile("去年|上年|上一年|往年|历年|前年|明年|次年|来年|下一年")


class _Form(NamedTuple):
    """
    A form in which a festival is said to be on a day.

    Attributes:
        pattern: What finds it.

        certain: Whether the date must be that of the festival, rather than of what is held for it.
    """

    pattern: re.Pattern[str]
    certain: bool


@cache
def _forms(names: tuple[str, ...]) -> tuple[_Form, ...]:
    """Return the forms: 中秋节（10月6日）, 中秋节为10月6日, 10月6日（中秋节）; 中秋节（10.6）, 中秋节10月6日, 10月6日中秋节."""
    name = f"(?P<name>{'|'.join(re.escape(each) for each in sorted(names, key=len, reverse=True))})"
    forms = (
        (rf"{_OF_YEAR}{name}\s*[（(]\s*(?:即|为)?{_SOLAR}{_DAY}{_WEEKDAY}\s*[）)]", True),
        (rf"{_OF_YEAR}{name}(?:当天|当日)?(?:为|是|即){_SOLAR}{_DAY}{_WEEKDAY}{_BEHIND}", True),
        (rf"{_NOT_LUNAR}{_DAY}{_WEEKDAY}\s*[（(]{name}(?:当天|当日)?[）)、，,]", True),
        (rf"{_OF_YEAR}{name}\s*[（(]\s*{_FIGURES}{_WEEKDAY}\s*[）)]", False),
        (rf"{_OF_YEAR}{name}(?:当天|当日)?\s*{_SOLAR}{_DAY}{_WEEKDAY}{_BEHIND}", False),
        (rf"{_NOT_LUNAR}{_DAY}(?:是|为|即|正值|恰逢|适逢)?{name}{_BEHIND}", False),
    )
    return tuple(_Form(re.compile(pattern), certain) for pattern, certain in forms)


_A_DAY: Final = re.compile(r"[\d一二三四五六七八九十]月[\d一二三四五六七八九十]{1,3}[日号]|[（(]\s*[\d./]+")
_NAMES: Final = "|".join(sorted(FESTIVALS, key=len, reverse=True))


def _number(told: str) -> int:
    return int(told) if told.isdecimal() else _NUMERALS.get(told, 0)


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
    is the festival's own day in one of the three years before or after, and so is a date without brackets (10月6日中秋节,
    中秋节10月6日), with a point (中秋节（10.6）) or in Chinese numerals (中秋节（十月六日）). A date of the Chinese calendar in
    figures (重阳节（9月9日）) passes. The time of an activity counts when it is one day or one month and its title names one
    festival of the moon; what lies in the two weeks before it passes, and where festival and time are both outside of
    the period UK401 says so. What speaks of other years (去年), and reviews, are not looked at.
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
        moved = moved_in_time(item, check)
        if item.when is not None and moved is not None:
            yield self._moved((*check.path, "when"), item.when.wording, 1, *moved)

    # ------------------------------------------------------------ in the words of the plan

    def _in_words(self, text: str, path: Path, check: Check) -> Iterator[Finding]:
        if not _A_DAY.search(text) or _OTHER_YEARS.search(text):
            return
        calendar = check.calendar
        told = [
            (match, form.certain)
            for form in _forms(tuple(calendar.moving))
            for match in form.pattern.finditer(text)
        ]
        for match, certain in sorted(told, key=lambda told: told[0].start("date")):
            festival = calendar.moving[match["name"]]
            wrong = (_number(match["month"]), _number(match["day"]))
            # In Chinese numerals it may be the day of the Chinese calendar.
            about = _ABOUT if certain and match["month"].isdecimal() else 366
            year = match["year"] or match.groupdict().get("of")
            right = _right_day(festival, wrong, year, calendar, about)
            if right is not None and _is_of_another(text[: match.start("name")], right.year, wrong, calendar):
                continue
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
            festival=worded_name(festival),
            right=_worded((right.month, right.day)),
            wrong=_worded(wrong),
            origin=Worded(f"（那是{year}年的日期）", f" (that was its day in {year})") if year else "",
        )


# ---------------------------------------------------------------- as the time of an activity


def moved_in_time(item: Planned, check: Check) -> tuple[Festival, dt.date, tuple[int, int | None]] | None:
    """
    Return the festival that the title of an item names, when its time is that of another year.

    None where both the time and the festival are outside of the period: there nothing is to be moved.

    Returns:
        The festival, the day on which it is, and month and day (or None) that the time tells.
    """
    when = item.when
    if isinstance(item, Goal) or not isinstance(when, OnDay | InMonths):
        return None
    festival = _one_named(item.title, check.calendar)
    if festival is None:
        return None
    year, calendar = when.year, check.calendar
    days = _days_meant(festival, calendar) if year is None else list(falls_on(festival, year))
    if not days:
        return None
    if isinstance(when, OnDay):
        wrong: tuple[int, int | None] = (when.month, when.day)
        fits = when.lunar or any(_is_kept(when, each) for each in days)
    elif when.first == when.last and not when.next_year:
        wrong = (when.first, None)
        fits = any(_is_kept_in_month(when, each) for each in days)
    else:
        return None
    right = next((each for each in days if each.year in check.calendar.years), days[0])
    if fits or _year_of(festival, right.year, wrong) is None:
        return None
    inside = _is_inside(right, check.plan.period) or any(
        each.position is not Position.OUTSIDE for each in check.calendar.days_of(when)
    )
    return (festival, right, wrong) if inside else None


def _is_inside(day: dt.date, period: Period) -> bool:
    return period.start is not None and period.end is not None and period.start <= day <= period.end


def _worded(day: tuple[int, int | None]) -> Worded:
    """Return a day or a month in words."""
    if day[1] is None:
        return Worded(f"{day[0]}月", MONTHS_EN[day[0] - 1])
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
    if not told or wrong in _lunar(festival) or any((day.month, day.day) == wrong for day in meant):
        return None
    far = [_days_between(day, wrong) for day in told]
    if min(far) <= about and _year_of(festival, told[0].year, wrong) is None:
        return None
    return told[far.index(min(far))]


def _is_of_another(before: str, year: int, told: tuple[int, int], calendar: Calendar) -> bool:
    """Whether a day may be that of the festival named just before: 国庆、中秋（10月3日）."""
    other = re.search(rf"(?:{_NAMES})(?=[、和及与]?$)", before)
    festival = calendar.almanac.festival(other[0]) if other is not None else None
    days = falls_on(festival, year) if festival is not None else ()
    return any(_days_between(day, told) <= _ABOUT for day in days)


def _lunar(festival: Festival) -> tuple[tuple[int, int], ...]:
    """Return the days of the Chinese calendar on which a festival may be: one, or either end of a month."""
    rule = festival.rule
    if not isinstance(rule, LunarDay):
        return ()
    return ((rule.month, rule.day),) if rule.day > 0 else ((rule.month, 29), (rule.month, 30))


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


RULES: Final[tuple[Rule, ...]] = (LunarFestivalOfAnotherYear(),)
