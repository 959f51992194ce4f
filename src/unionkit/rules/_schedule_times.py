"""Rules about times that contradict themselves, one another, or the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, cast

import attrs

from unionkit.almanac import Cause, Position, Said
from unionkit.model import Every, Recurrence, Schedule

from ._calendar import PLANNED, Calendar, Planned, Time
from ._finding import Finding, Severity, Worded
from ._rule import CONVENTION, Check, Rule
from ._schedule import ScheduleRule, worded_days, worded_period


class RecurrenceWithoutOccurrence(ScheduleRule):
    """
    Reports what recurs, but not once in the plan's period.

    ## Why is this bad?

    It looks as if it were planned, and will never be called for.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 工会小组活动, when: 3月—5月每月}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 工会小组活动, when: 9月—11月每月}
    ```

    ## Known limits

    What recurs yearly (每年年底) is in every plan and passes, and so does the beginning or end of a school term that is
    partly in the period.
    """

    code = "UK407"
    slug = "recurrence-without-occurrence"
    title_zh = "计划期内一次也没有的周期安排"
    title_en = "recurrence without occurrence"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = PLANNED
    wording = {
        "zh": "“{title}”的时间“{when}”在计划期（{period}）内一次也没有；请核对时间。",
        "en": "“{title}” recurs “{when}”, but not once in the period ({period}); check the time.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        for time in check.calendar.of(cast("Planned", node), check.path):
            causes = {each.cause for each in time.resolution.undated}
            if Cause.NO_OCCURRENCE in causes and _is_missed(time.schedule, check.calendar):
                yield self.finding(
                    time.at,
                    words=time.schedule.wording,
                    title=time.title,
                    when=time.schedule.wording,
                    period=worded_period(check.plan.period),
                )


def _is_missed(schedule: Schedule, calendar: Calendar) -> bool:
    """Whether a recurrence should have been in the period: what recurs yearly need not, nor the end of a long term."""
    if not isinstance(schedule, Every) or schedule.recurrence is Recurrence.YEARLY:
        return False
    if schedule.recurrence is Recurrence.TERMLY:
        return not calendar.days_of(attrs.evolve(schedule, part=None, by=False)).occurrences
    return True


class DeadlineBeforeActivity(ScheduleRule):
    """
    Reports a last day (`due`, 截止日期) that lies before the first day on which the thing is to happen (`when`).

    ## Why is this bad?

    One of the two is wrong, and nobody can keep both. Mostly the activity was moved and its last day was not.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 代表换届选举, when: 11月, due: 2026-10-31}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 代表换届选举, when: 10月, due: 2026-10-31}
    ```

    ## Known limits

    Times that are deadlines themselves, that rest on a default (where no school calendar is known, the usual one), or
    that lie outside the period are not compared.
    """

    code = "UK408"
    slug = "deadline-before-activity"
    title_zh = "截止日期早于活动时间"
    title_en = "deadline before the activity"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = PLANNED
    wording = {
        "zh": "“{title}”截止于{due}，而它最早在{first}才进行；请核对 when 和 due。",
        "en": "“{title}” is due on {due}, but does not begin before {first}; check when and due.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        item = cast("Planned", node)
        if item.due is None or item.when is None:
            return
        times = check.calendar.of(item, check.path)
        first = _first_day([time for time in times if time.key == "when"])
        if first is not None and item.due < first:
            yield self.finding(
                (*check.path, "due"),
                words=item.due.isoformat(),
                title=times[0].title,
                due=worded_days(item.due, item.due),
                first=worded_days(first, first),
            )


def _first_day(times: list[Time]) -> dt.date | None:
    """Return the first day of all times; None where it is not certain."""
    if any(time.resolution.undated for time in times):
        return None
    found = [each for time in times for each in time.resolution]
    starts = [
        each.start
        for each in found
        if isinstance(each.start, dt.date) and not (each.deadline or each.assumed)
    ]
    if len(starts) < len(found) or all(each.position is Position.OUTSIDE for each in found):
        return None
    return min(starts)


_WRONG: Final = frozenset({Cause.NO_SUCH_DAY, Cause.REVERSED, Cause.OUTSIDE_TABLE, Cause.NO_OCCURRENCE})


class NoSuchDay(ScheduleRule):
    """
    Reports a time for which there is no day: 29 February of a common year, 农历八月三十 of a short month, a leap month
    that the year has not, week 25 of a term, a span that ends before it begins, a day that no almanac knows.

    ## Why is this bad?

    The calendar that is made from the plan leaves it out, and so do people.

    ## Example

    ```yaml
    period: {year: 2027, half: 1}
    content:
      - {activity: 换届大会, when: 2月29日}
    ```

    Use instead:

    ```yaml
    period: {year: 2027, half: 1}
    content:
      - {activity: 换届大会, when: 2月28日}
    ```

    ## Known limits

    Weeks of a term are counted by the usual school calendar where none of the region is known. Days of festivals that
    are announced year by year need data for each year.
    """

    code = "UK411"
    slug = "no-such-day"
    title_zh = "没有这一天"
    title_en = "no such day"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = PLANNED
    wording = {
        "zh": "找不到“{title}”的时间“{when}”是哪一天：{reason}。",
        "en": "“{title}” is set for “{when}”, for which there is no day: {reason}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        for time in check.calendar.of(cast("Planned", node), check.path):
            for undated in time.resolution.undated:
                recurring = isinstance(time.schedule, Every) and undated.cause is Cause.NO_OCCURRENCE
                if undated.cause in _WRONG and not recurring:
                    yield self.finding(
                        time.at,
                        words=time.schedule.wording,
                        title=time.title,
                        when=undated.wording,
                        reason=_worded(undated.reason),
                    )


def _worded(said: Said) -> Worded:
    """Return a reason without a full stop of its own."""
    return Worded(said.zh.rstrip("。"), said.en.rstrip("."))


RULES: Final[tuple[Rule, ...]] = (RecurrenceWithoutOccurrence(), DeadlineBeforeActivity(), NoSuchDay())
