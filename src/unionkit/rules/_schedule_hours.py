"""Rules about activities in working hours, and who is at work when."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, cast

from unionkit.almanac import DayKind, Position
from unionkit.model import Activity, AtFestival, Every, Nearness, OnDay, Recurrence, Schedule, Span

from ._calendar import Time
from ._finding import Basis, Finding, Severity, Worded
from ._rule import Check, Rule
from ._schedule import ScheduleRule, days_told, worded_days

UNION_LAW: Final = Basis(title="《中华人民共和国工会法》", article="第四十一条", since=dt.date(2022, 1, 1))
"""
Trade Union Law as amended on 24 December 2021, in force from 1 January 2022; the text was read in November 2026. The
same duty stood in article 40 before.
"""

EMPLOYERS: Final = frozenset({"enterprise", "school", "hospital", "institution"})
"""Sectors whose unions stand in an enterprise or institution, which article 41 names; agencies it does not."""
_NOT_FOR_STAFF: Final = frozenset({"visit", "inspection", "publicity", "donation"})
"""Kinds of activities that are the work of a few, and take nobody else from theirs."""
_OFF_HOURS: Final = re.compile("晚|傍晚|清晨|早晨|早上|中午|午间|午休|课间|课后|课余|业余|工余|下班|放学")
_OF_THE_EMPLOYER: Final = re.compile("职代会|教代会|职工代表大会|教工代表大会|职工大会|教工大会")
"""The staff congress is the employer's own, and its delegates are paid for the time."""
_OF_THE_COMMITTEE: Final = re.compile("委员会.{0,4}(?:会议|全会|例会)|委员会$|全委会|常委会|委员.{0,2}会议")
"""Members of a committee have up to three working days a month for it (article 41; from general knowledge)."""
_OF_HALF_A_DAY: Final = {"妇女节": re.compile("女|三八"), "青年节": re.compile("青年|五四")}
"""Festivals on which those for whom such an activity is have half of the day off."""


def written_days(time: Time) -> Iterator[dt.date]:
    """
    Yield the days that a time names by date, one by one in a short span, which is not outside of the period.

    What is set for a festival by its name (教师节) is mostly kept near it, and told to the day by nobody.
    """
    if time.key == "when" and tells_dates(time.schedule):
        for each in time.resolution:
            if each.position is not Position.OUTSIDE:
                yield from (day for day in days_told(each) if isinstance(day, dt.date))


def tells_dates(schedule: Schedule) -> bool:
    """Whether it names a day, or the first and the last one, by date."""
    if isinstance(schedule, Span):
        return isinstance(schedule.start, OnDay) and isinstance(schedule.end, OnDay)
    return isinstance(schedule, OnDay)


def is_off_hours(schedule: Schedule) -> bool:
    """Whether it is set outside of working hours in words."""
    return _OFF_HOURS.search(schedule.wording) is not None


def takes_staff_from_work(activity: Activity) -> bool:
    """Whether the union holds an activity for its people, who would have to leave their work for it."""
    return not (
        activity.kind in _NOT_FOR_STAFF
        or activity.host
        or _OF_THE_EMPLOYER.search(activity.title)
        or _OF_THE_COMMITTEE.search(activity.title)
    )


def is_term_time(day: dt.date, check: Check) -> bool:
    """Whether a day lies in a school term, or the unit is no school."""
    if check.plan.organization.sector != "school":
        return True
    told = [each for each in map(check.almanac.school_year, (day.year - 1, day.year)) if each is not None]
    return any(
        each.autumn_from <= day <= each.autumn_to or each.spring_from <= day <= each.spring_to
        for each in told
    )


def _first_in_working_hours(check: Check, activity: Activity, *, named: bool) -> tuple[Time, dt.date] | None:
    """Return the first certain working day of an activity that the union holds for its people."""
    if check.plan.organization.sector not in EMPLOYERS or not takes_staff_from_work(activity):
        return None
    for time in check.calendar.of(activity, check.path):
        if time.key == "when" and _tells_days(time.schedule, named=named):
            for each in time.resolution:
                if each.position is Position.OUTSIDE:
                    continue
                for day in days_told(each):
                    if isinstance(day, dt.date) and _is_certainly_worked(day, activity, check):
                        return time, day
    return None


def _tells_days(schedule: Schedule, *, named: bool) -> bool:
    """Whether it names days, not outside working hours."""
    if is_off_hours(schedule):
        return False
    match schedule:
        case OnDay() | Span():
            return tells_dates(schedule)
        case AtFestival():
            return named and schedule.nearness is Nearness.ON
        case Every():
            return schedule.recurrence in (Recurrence.WEEKLY, Recurrence.MONTHLY)
        case _:
            return False


def _is_certainly_worked(day: dt.date, activity: Activity, check: Check) -> bool:
    """Whether a day is a working one of those for whom the activity is."""
    holidays = check.almanac.holidays
    return (
        holidays.kind(day) is DayKind.WORKDAY
        and holidays.is_certain(day)
        and is_term_time(day, check)
        and not any(
            title.search(activity.title) and day in _days_of(festival, day.year, check)
            for festival, title in _OF_HALF_A_DAY.items()
        )
    )


def _days_of(name: str, year: int, check: Check) -> tuple[dt.date, ...]:
    festival = check.almanac.festival(name)
    return festival.days(year) if festival is not None and festival.half_day else ()


class ActivityInWorkingHours(ScheduleRule):
    """
    Reports an activity on a working day of an enterprise, a school, a hospital or another institution to which the
    employer has not agreed (`consent: false`).

    ## Why is this bad?

    The union committee holds its meetings and activities outside working hours. Where it needs working hours, the
    employer agrees beforehand.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, sector: school}
    period: {year: 2026, half: 2}
    content:
      - {activity: 教职工气排球赛, when: 10月21日, consent: false}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, sector: school}
    period: {year: 2026, half: 2}
    content:
      - {activity: 教职工气排球赛, when: 10月24日, consent: false}
    ```

    ## Known limits

    Only Mondays to Fridays that are certain to be worked count, in a span of up to seven days the first of them: those
    of a year whose holidays the data has, but for school holidays. What is for women, by its title, passes on 妇女节,
    and what is for young people on 青年节: they have half of the day off. Staff congresses, meetings of committees,
    visits, inspections, publicity, donations, and what another body holds pass, and so does what is set for the evening
    or the lunch hour in words (10月21日晚上). A time that is not understood has no days (UK412). Shifts are not known,
    and agencies (机关) are not named by the law.
    """

    code = "UK405"
    slug = "activity-in-working-hours"
    title_zh = "活动占用工作时间而未征得同意"
    title_en = "activity in working hours"
    severity = Severity.WARNING
    basis = UNION_LAW
    needs_year = True
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”定在{day}（{weekday}，工作日），而单位未同意占用工作时间；请改在业余时间，或先征得同意。",
        "en": "“{title}” is on {day}, a working {weekday}, and the employer has not agreed; hold it outside working"
        " hours, or get the agreement first.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        if activity.consent is False:
            found = _first_in_working_hours(check, activity, named=True)
            if found is not None:
                yield _in_working_hours(self, *found)


class ConsentNotSaid(ScheduleRule):
    """
    Reports an activity on a working day of an enterprise, a school, a hospital or another institution when the plan
    does not say whether the employer agrees to the use of working hours.

    ## Why is this bad?

    The agreement is needed beforehand; asked for too late, it is what an activity fails by.

    ## Example

    ```yaml
    organization: {name: 清河中学工会, sector: school}
    period: {year: 2026, half: 2}
    content:
      - {activity: 教职工气排球赛, when: 10月21日}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会, sector: school}
    period: {year: 2026, half: 2}
    content:
      - {activity: 教职工气排球赛, when: 10月21日, consent: true}
    ```

    ## Known limits

    As with UK405. What is set for a festival by its name (教师节) passes: it is mostly kept near it.
    """

    code = "UK406"
    slug = "working-hours-consent-not-said"
    title_zh = "工作日的活动未写明是否征得同意"
    title_en = "consent to the use of working hours not said"
    severity = Severity.INFO
    basis = UNION_LAW
    needs_year = True
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”定在{day}（{weekday}，工作日）；若占用工作时间，请先征得单位同意并写明 consent: true，否则安排在业余时间。",
        "en": "“{title}” is on {day}, a working {weekday}; if it takes working hours, get the employer's agreement and"
        " say consent: true, else hold it outside them.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        if activity.consent is None:
            found = _first_in_working_hours(check, activity, named=False)
            if found is not None:
                yield _in_working_hours(self, *found)


def _in_working_hours(rule: ScheduleRule, time: Time, day: dt.date) -> Finding:
    return rule.finding(
        time.at,
        words=time.schedule.wording,
        title=time.title,
        day=worded_days(day, day),
        weekday=_WEEKDAYS[day.weekday() % len(_WEEKDAYS)],
    )


_WEEKDAYS: Final = (
    Worded("星期一", "Monday"),
    Worded("星期二", "Tuesday"),
    Worded("星期三", "Wednesday"),
    Worded("星期四", "Thursday"),
    Worded("星期五", "Friday"),
)


RULES: Final[tuple[Rule, ...]] = (ActivityInWorkingHours(), ConsentNotSaid())
