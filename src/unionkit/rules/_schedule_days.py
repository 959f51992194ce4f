"""Rules about activities that are told to the day: other activities, make-up days, working hours."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, cast

from unionkit.almanac import DayKind, HolidayStatus, Position
from unionkit.model import (
    Activity,
    AtFestival,
    Every,
    Holiday,
    InHoliday,
    Nearness,
    OnDay,
    Organization,
    Plan,
    Recurrence,
    Schedule,
    private_paths,
)

from ._calendar import Calendar, Time
from ._finding import Basis, Finding, Severity
from ._rule import CONVENTION, Check
from ._schedule import ScheduleRule, Worded, single_day, worded_days

UNION_LAW: Final = Basis(title="《中华人民共和国工会法》", article="第四十一条", since=dt.date(2022, 1, 1))
"""
Trade Union Law as amended on 24 December 2021, in force from 1 January 2022; the text was read in November 2026. The
same duty stood in article 40 before.
"""

_MANY: Final = 100
_PEOPLE: Final = frozenset({"人", "名", "位", "人次", ""})


def _written_days(times: tuple[Time, ...]) -> Iterator[tuple[Time, dt.date]]:
    """
    Yield the single days that an activity names by date, in the period.

    What is set for a festival by its name (教师节) is mostly kept near it, and told to the day by nobody.
    """
    for time in times:
        if time.key == "when" and isinstance(time.schedule, OnDay):
            for each in time.resolution:
                day = single_day(each)
                if day is not None and each.position is not Position.OUTSIDE:
                    yield time, day


class TwoLargeActivitiesOnOneDay(ScheduleRule):
    """
    Reports two large activities on the same day: each with at least 100 people, or with half of the members.

    ## Why is this bad?

    The same people cannot be at both, nor can the hall; one of the two will be moved, and the plan does not say which.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 教职工运动会, when: 10月17日, participants: 160}
      - {activity: 师德报告会, when: 10月17日, participants: 150}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 教职工运动会, when: 10月17日, participants: 160}
      - {activity: 师德报告会, when: 10月24日, participants: 150}
    ```

    ## Known limits

    Only days told by date count, not festivals by name, deadlines or what recurs. What is held by one after the other,
    morning and evening, is reported too. Two activities of one title are taken for the same, told twice.
    """

    code = "UK403"
    slug = "two-large-activities-on-one-day"
    title_zh = "同一天有两项大型活动"
    title_en = "two large activities on one day"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    wording = {
        "zh": "“{title}”与“{other}”都定在{day}，参加的人都很多；请错开，或确认可以先后进行。",
        "en": "“{title}” and “{other}” are both on {day}, each with many people; move one of them, or make sure that"
        " one can follow the other.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        hidden = frozenset(private_paths(plan))
        taken: dict[object, Time] = {}
        for path, activity in plan.activities():
            if not _is_large(activity, plan.organization) or not hidden.isdisjoint((path, path[:-2])):
                continue
            for time in check.calendar.of(activity, path):
                if time.key != "when" or not isinstance(time.schedule, OnDay):
                    continue
                for each in time.resolution:
                    other = taken.setdefault(each.start, time)
                    if other.title != time.title:
                        yield self.finding(
                            time.at,
                            words=time.schedule.wording,
                            title=time.title,
                            other=other.title,
                            day=worded_days(each.start, each.end),
                        )


def _is_large(activity: Activity, organization: Organization) -> bool:
    if activity.participants is None:
        return False
    count, unit = activity.participants.measure()
    if unit not in _PEOPLE:
        return False
    everyone = organization.members or organization.staff
    return count >= _MANY or (everyone is not None and everyone > 0 and count * 2 >= Decimal(everyone))


class ActivityOnMakeUpDay(ScheduleRule):
    """
    Reports an activity on a Saturday or Sunday that is worked to make up for a holiday (调休上班), unless `consent` says
    that the employer agreed.

    ## Why is this bad?

    Who set the day took it for a weekend. On that day everybody is at work.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 教职工登山, when: 10月10日}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content:
      - {activity: 教职工登山, when: 10月17日}
    ```

    ## Known limits

    Only days told by date count; those of a school's holidays do not. Where a plant or a school swaps days in its own
    way, the public arrangement is no guide.
    """

    code = "UK404"
    slug = "activity-on-make-up-day"
    title_zh = "活动定在调休上班日"
    title_en = "activity on a make-up working day"
    severity = Severity.WARNING
    basis = CONVENTION
    needs_year = True
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”定在{day}，这一天{weekday}调休上班；请改期，确需占用工作时间的，先征得单位同意并写明 consent: true。",
        "en": "“{title}” is on {day}, a {weekday} that is worked to make up for a holiday; move it, or get the"
        " employer's agreement and say consent: true.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        if activity.consent:
            return
        for time, day in _written_days(check.calendar.of(activity, check.path)):
            if check.almanac.holidays.kind(day) is DayKind.MAKE_UP and _is_term_time(day, check):
                yield self.finding(
                    time.at,
                    words=time.schedule.wording,
                    title=activity.title,
                    day=worded_days(day, day),
                    weekday=_SATURDAY if day.isoweekday() == 6 else _SUNDAY,
                )


_SATURDAY: Final = Worded("星期六", "Saturday")
_SUNDAY: Final = Worded("星期日", "Sunday")

# ---------------------------------------------------------------- working hours

_EMPLOYERS: Final = frozenset({"enterprise", "school"})
"""Sectors whose unions stand in an enterprise or institution, which article 41 names; agencies it does not."""
_NOT_FOR_STAFF: Final = frozenset({"visit", "inspection", "publicity", "donation"})
"""Kinds of activities that are the work of a few, and take nobody else from theirs."""
_OFF_HOURS: Final = re.compile("晚|傍晚|清晨|早晨|早上|中午|午间|午休|课间|课后|课余|业余|工余|下班|放学")
_OF_THE_EMPLOYER: Final = re.compile("职代会|教代会|职工代表大会|教工代表大会|职工大会|教工大会")
"""The staff congress is the employer's own, and its delegates are paid for the time."""
_OF_THE_COMMITTEE: Final = re.compile("委员会.{0,4}(?:会议|全会|例会)|委员会$|全委会|常委会|委员.{0,2}会议")
"""Members of a committee have up to three working days a month for it (article 41; from general knowledge)."""


def _first_in_working_hours(check: Check, activity: Activity, *, named: bool) -> tuple[Time, dt.date] | None:
    """Return the first certain working day of an activity that the union holds for its people."""
    if (
        check.plan.organization.sector not in _EMPLOYERS
        or activity.kind in _NOT_FOR_STAFF
        or activity.host
        or _OF_THE_EMPLOYER.search(activity.title)
        or _OF_THE_COMMITTEE.search(activity.title)
    ):
        return None
    for time in check.calendar.of(activity, check.path):
        if time.key == "when" and _tells_days(time.schedule, named=named):
            for each in time.resolution:
                day = single_day(each)
                if (
                    day is not None
                    and each.position is not Position.OUTSIDE
                    and _is_certainly_worked(day, check)
                ):
                    return time, day
    return None


def _tells_days(schedule: Schedule, *, named: bool) -> bool:
    """Whether it names days, not outside working hours."""
    if _OFF_HOURS.search(schedule.wording):
        return False
    match schedule:
        case OnDay():
            return True
        case AtFestival():
            return named and schedule.nearness is Nearness.ON
        case Every():
            return schedule.recurrence in (Recurrence.WEEKLY, Recurrence.MONTHLY)
        case _:
            return False


def _is_certainly_worked(day: dt.date, check: Check) -> bool:
    holidays = check.almanac.holidays
    return (
        holidays.kind(day) is DayKind.WORKDAY
        and holidays.is_certain(day)
        and not check.calendar.is_half_day(day)
        and _is_term_time(day, check)
    )


def _is_term_time(day: dt.date, check: Check) -> bool:
    """Whether a day lies in a school term, or the unit is no school."""
    if check.plan.organization.sector != "school":
        return True
    told = [each for each in map(check.almanac.school_year, (day.year - 1, day.year)) if each is not None]
    return any(
        each.autumn_from <= day <= each.autumn_to or each.spring_from <= day <= each.spring_to
        for each in told
    )


class ActivityInWorkingHours(ScheduleRule):
    """
    Reports an activity on a working day of an enterprise or a school to which the employer has not agreed
    (`consent: false`).

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

    Only Mondays to Fridays that are certain to be worked count: those of a year whose holidays have been announced, but
    for school holidays and the days on which some have half a day off (妇女节). Staff congresses, meetings of committees, visits, and what
    another body holds pass, and so does what is set for the evening or the lunch hour in words (10月21日晚). Shifts are
    not known.
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
    Reports an activity on a working day of an enterprise or a school when the plan does not say whether the employer
    agrees to the use of working hours.

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

# ---------------------------------------------------------------- what has not been announced


class HolidaysNotAnnounced(ScheduleRule):
    """
    Tells, once for each year, that times of the plan rest on days off which have not been announced: 国庆期间, 节假日, or
    a day that may turn out to be worked or not.

    ## Why is this bad?

    The arrangement for a year is announced in the autumn before it; until then only the days that the law names are
    known. What is set for a day may fall on a make-up day or into a holiday.

    ## Example

    ```yaml
    period: {year: 2099, half: 2}
    content:
      - {activity: 职工篮球赛, when: 国庆节期间}
    ```

    Use instead:

    ```yaml
    period: {year: 2099, half: 2}
    content:
      - {activity: 职工篮球赛, when: 10月中旬}
    ```

    ## Known limits

    What has been announced is told by the data installed with this program; a newer version, or data of your own, may
    know more.
    """

    code = "UK410"
    slug = "holiday-arrangement-not-announced"
    title_zh = "放假安排尚未公布"
    title_en = "holiday arrangement not announced"
    severity = Severity.INFO
    basis = CONVENTION
    needs_year = True
    nodes = (Plan,)
    wording = {
        "zh": "所装数据里没有 {year} 年的放假安排，多半是尚未公布；计划中有 {count} 处时间要看它，第一处是“{when}”。公布后请再检查一次。",
        "en": "The installed data have no days off of {year}, which probably have not been announced; {count} times of"
        " the plan depend on them, “{when}” first. Check again when they are.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        del node  # the calendar is that of the plan
        resting: dict[int, list[Time]] = {}
        for time in check.calendar:
            for year in sorted(_unannounced_years(time, check)):
                resting.setdefault(year, []).append(time)
        for year, times in sorted(resting.items()):
            first = times[0]
            yield self.finding(
                first.at,
                words=first.schedule.wording,
                year=year,
                count=len(times),
                when=first.schedule.wording,
            )


def _unannounced_years(time: Time, check: Check) -> set[int]:
    """Return the years whose days off a time rests on, as far as they have not been announced."""
    if _may_rest_on_days_off(time.schedule):
        days = [
            each.start for each in time.resolution if each.assumed and each.position is not Position.OUTSIDE
        ]
        years = {day.year for day in days if isinstance(day, dt.date)}
    elif isinstance(time.item, Activity) and not time.item.consent:
        years = {
            year
            for _, day in _written_days((time,))
            if _matters(day, check)
            for year in _years_of_doubt(day, check.calendar)
        }
    else:
        years = set()
    status = check.almanac.holidays.status
    return {year for year in years if status(year) is not HolidayStatus.ANNOUNCED}


def _matters(day: dt.date, check: Check) -> bool:
    """Whether UK404, UK405 or UK406 would say something of the day if it were worked."""
    at_stake = day.isoweekday() > 5 or check.plan.organization.sector in _EMPLOYERS
    return at_stake and _is_term_time(day, check)


def _years_of_doubt(day: dt.date, calendar: Calendar) -> Iterator[int]:
    """Yield the years whose arrangement may change what a day is: its own, in the last days of December the next."""
    if not calendar.almanac.holidays.is_certain(day):
        yield day.year
        if (day.month, day.day) >= (12, 28):
            yield day.year + 1


def _may_rest_on_days_off(schedule: Schedule | None) -> bool:
    """Whether its days may be the days off of a public holiday (国庆节期间, 节假日); those not announced are assumed."""
    match schedule:
        case AtFestival():
            return schedule.nearness is Nearness.DURING
        case InHoliday():
            return schedule.holiday is Holiday.PUBLIC
        case Every():
            return _may_rest_on_days_off(schedule.at)
        case _:
            return False
