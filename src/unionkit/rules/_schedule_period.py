"""Rules about times outside of the plan's period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, cast

import attrs

from unionkit.almanac import Cause, Festival, MonthDay, Occurrence, Position
from unionkit.model import (
    AtFestival,
    Deadline,
    Goal,
    InHalf,
    InMonths,
    InQuarter,
    InSeason,
    InTerm,
    InYear,
    OnDay,
    Period,
    Schedule,
    Span,
)

from ._calendar import PLANNED, Calendar, Planned, Time, falls_on
from ._finding import Finding, Severity, Worded
from ._rule import CONVENTION, Check, Rule
from ._schedule import ScheduleRule, known_by, name_in, worded_days, worded_name, worded_period
from ._schedule_festivals import moved_in_time

_EVE: Final = 7
"""Days after the period on which a festival is still prepared, and often kept, in it (七一 in a first half)."""
_NEW_YEAR: Final = 75
"""Days after the period in which 元旦, 春节 and the aid for them belong to it: such aid may start in December."""
_TERM_EDGE: Final = 31
"""Days before a school term whose festivals belong to it: where terms begin is set by each region."""
_NEW_YEARS: Final = frozenset({"元旦", "腊八节", "小年", "除夕", "春节"})
_STAND_IN_YEARS: Final = range(2020, 2040)
"""Years that stand for the one which a plan does not tell: in them a festival of the moon has been on all its days."""
_TWELFTH_MONTH: Final = (1, 12)


class OutsidePeriod(ScheduleRule):
    """
    Reports an activity, a welfare measure or the deadline of a goal whose days lie wholly outside the plan's period.

    ## Why is this bad?

    A time of the other half year is what remains when last year's plan, or that of another term, was copied. Nobody
    will look for it here when it comes.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 春季登山, when: 4月中旬}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 秋季登山, when: 10月中旬}
    ```

    ## Known limits

    What was done already, what stands in a review, results, and what recurs each year (每年3月) pass, and so do school
    holidays, which lie between two plans. A goal may look to the end of the year (年底, 12月底前, 12月31日) in any plan of
    that year. A winter that began before the period (12月至次年2月 in a first half) may be the one that is meant. Festivals
    and seasons are UK402's affair; the time of another year's 中秋节 is UK409's.
    """

    code = "UK401"
    slug = "outside-period"
    title_zh = "时间不在计划期内"
    title_en = "time outside the period"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = PLANNED
    wording = {
        "zh": "“{title}”的时间“{when}”（{days}）不在计划期（{period}）内；请改时间，或移到那一期的计划。",
        "en": "The time “{when}” ({days}) of “{title}” lies outside the period ({period}); change it, or move this to"
        " the plan of that time.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        item = cast("Planned", node)
        for time in check.calendar.of(item, check.path):
            outside = _outside(time)
            if (
                outside is not None
                and _is_of_one_period(time)
                and not _is_meant(time, outside, check.calendar)
                and (time.key != "when" or moved_in_time(item, check) is None)
            ):
                yield self.finding(
                    time.at,
                    words=time.schedule.wording,
                    title=time.title,
                    when=time.schedule.wording,
                    days=_days_said(time.schedule, outside),
                    period=worded_period(check.plan.period),
                )


def _outside(time: Time) -> Occurrence | None:
    """Return the first occurrence of a time that lies wholly outside the period."""
    if any(each.position is not Position.OUTSIDE for each in time.resolution):
        return None
    return next(iter(time.resolution), None)


def _days_said(schedule: Schedule, found: Occurrence) -> Worded:
    """Return days in words, without a year where the words name none: which one is meant is not known then."""
    start, end = found.start, found.end
    if not _names_year(schedule):
        start, end = MonthDay(start.month, start.day), MonthDay(end.month, end.day)
    return worded_days(start, end)


def _names_year(schedule: Schedule) -> bool:
    meant = _meant(schedule)
    return getattr(meant.start if isinstance(meant, Span) else meant, "year", None) is not None


def _is_of_one_period(time: Time) -> bool:
    """Whether it is a time of the calendar, or of a school term: one that recurs each year is in every plan."""
    return isinstance(_meant(time.schedule), OnDay | InMonths | InQuarter | InHalf | InYear | InTerm | Span)


def _meant(schedule: Schedule) -> Schedule:
    """Return the time that a deadline is set by."""
    return schedule.before if isinstance(schedule, Deadline) else schedule


def _is_meant(time: Time, outside: Occurrence, calendar: Calendar) -> bool:
    """Whether a time outside the period may well be meant as it is."""
    meant, period = _meant(time.schedule), calendar.plan.period
    if isinstance(time.item, Goal) and _is_end_of_year(time.schedule, outside, period):
        return True
    match meant:
        case InTerm():  # a part of a term that is partly in the period: 期末 in a second half
            return _touches(attrs.evolve(meant, part=None, week=None), period, calendar)
        case OnDay() if meant.lunar and meant.month in _TWELFTH_MONTH and meant.year is None:
            return _touches(meant, _widened(period, after=_NEW_YEAR), calendar)
        case InMonths() | Span() if meant.next_year and not _names_year(meant):
            return _began_before(outside, period)
        case _:
            return False


def _is_end_of_year(schedule: Schedule, outside: Occurrence, period: Period) -> bool:
    """Whether it is the end of the year of the period (年底, 12月底前), to which goals of any part of it may look."""
    if outside.start.month != 12 or (outside.end.month, outside.end.day) != (12, 31):
        return False
    year = getattr(outside.end, "year", None)
    return not _names_year(schedule) or period.end is None or year == period.end.year


def _began_before(outside: Occurrence, period: Period) -> bool:
    """Whether what runs over the new year would touch the period, had it begun in the year before."""
    start = period.start or attrs.evolve(period, year=_STAND_IN_YEARS[0]).start
    return start is not None and (outside.end.month, outside.end.day) >= (start.month, start.day)


def _touches(schedule: Schedule, period: Period, calendar: Calendar) -> bool:
    days = calendar.days_of(schedule, period)
    return any(each.position is not Position.OUTSIDE for each in days)


def _widened(period: Period, *, before: int = 0, after: int = 0) -> Period:
    """Return a period, whose year is known, with some days more."""
    start, end = cast("dt.date", period.start), cast("dt.date", period.end)
    first, last = start.toordinal() - before, end.toordinal() + after
    return Period(
        first=dt.date.fromordinal(max(first, _FIRST_DAY)), last=dt.date.fromordinal(min(last, _LAST_DAY))
    )


_FIRST_DAY: Final = dt.date(1949, 1, 1).toordinal()
_LAST_DAY: Final = dt.date(2100, 12, 31).toordinal()
"""The days that a period can begin or end with."""


class FestivalInOtherHalf(ScheduleRule):
    """
    Reports what is set for a festival, or a season of union work, that falls outside the plan's period.

    ## Why is this bad?

    三八妇女节 in a plan for the second half, 中秋 in one for the first: this is how a copied plan is told. What is set for
    such a day will not happen, and who reads the plan sees that nobody went through it.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 女职工健步走, when: 三八妇女节}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 女职工健步走, when: 重阳节}
    ```

    ## Known limits

    元旦, 春节, 两节 and 送温暖 pass in a plan that ends up to two and a half months before them: aid for them may start in
    the December before. So do festivals within a week after the period, which are prepared in it (七一 in a first
    half), and those in the month before a school term. The days before a festival pass where it is in the period
    itself (元旦前 in a first half). Without a year, a festival of the moon is reported when it is outside in every year.
    """

    code = "UK402"
    slug = "festival-in-other-half"
    title_zh = "节日不在计划期内"
    title_en = "festival outside the period"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = PLANNED
    wording = {
        "zh": "“{title}”定在“{when}”，而{festival}{days}不在计划期（{period}）内；多半是从别的计划抄来的，请改时间或删去。",
        "en": "“{title}” is set for “{when}”, but {festival}{days} is outside the period ({period}); it was probably"
        " copied from another plan: change the time, or delete it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        for time in check.calendar.of(cast("Planned", node), check.path):
            name = name_in(time.schedule, check.almanac)
            if name and _is_elsewhere(time, name, check.calendar):
                known = known_by(name, check.almanac)
                yield self.finding(
                    time.at,
                    words=time.schedule.wording,
                    title=time.title,
                    when=time.schedule.wording,
                    festival=name if known is None else worded_name(known),
                    days=_own_days(time, name, check.calendar),
                    period=worded_period(check.plan.period),
                )


def _own_days(time: Time, name: str, calendar: Calendar) -> Worded:
    """Return the day of a festival in the year of the period, or the usual days of a season, in brackets."""
    festival = calendar.almanac.festival(name)
    outside = next(iter(calendar.days_of(_itself(time.schedule, name, calendar))), None)
    years = list(calendar.years) if festival is not None and not _names_year(time.schedule) else []
    days = [day for year in years for day in falls_on(cast("Festival", festival), year)]
    if days:
        said = worded_days(days[0], days[0])
    elif outside is not None:
        said = _days_said(time.schedule, outside)
    else:
        return Worded("", "")
    return Worded(f"（{said.zh}）", f" ({said.en})")


def _is_elsewhere(time: Time, name: str, calendar: Calendar) -> bool:
    """Whether what a time names is outside the period, and not so near that it may be meant."""
    if any(each.position is not Position.OUTSIDE for each in time.resolution):
        return False
    unknown_year = any(each.cause is Cause.NO_YEAR for each in time.resolution.undated)
    if not time.resolution.occurrences and not unknown_year:
        return False
    return calendar.remember(("elsewhere", time.schedule), lambda: _is_far(time.schedule, name, calendar))


def _is_far(schedule: Schedule, name: str, calendar: Calendar) -> bool:
    """Whether a festival or season is neither in the period nor in the days beside it that may be meant."""
    period, season = calendar.plan.period, calendar.almanac.season(name)
    at_new_year = name in _NEW_YEARS or (season is not None and season.approximate)
    room = {"before": _TERM_EDGE * (period.term is not None), "after": _NEW_YEAR if at_new_year else _EVE}
    if period.start is not None:
        return not _touches_either(schedule, name, _widened(period, **room), calendar)
    some = (attrs.evolve(period, year=year) for year in _STAND_IN_YEARS)
    return not any(_touches_either(schedule, name, _widened(each, **room), calendar) for each in some)


def _touches_either(schedule: Schedule, name: str, period: Period, calendar: Calendar) -> bool:
    """Whether a time near a festival or season, or what it is near, touches a period."""
    return _touches(schedule, period, calendar) or _touches(
        _itself(schedule, name, calendar), period, calendar
    )


def _itself(schedule: Schedule, name: str, calendar: Calendar) -> Schedule:
    """Return the festival or season that a time is near."""
    if calendar.almanac.festival(name) is not None:
        return AtFestival(wording=name, year=getattr(schedule, "year", None), festival=name)
    return InSeason(wording=name, season=name)


RULES: Final[tuple[Rule, ...]] = (OutsidePeriod(), FestivalInOtherHalf())
