"""Rules about activities that are told to the day: other activities, make-up days, days off that nobody knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Final, cast

from unionkit.almanac import Day, DayKind, HolidayStatus, Position
from unionkit.model import (
    Activity,
    AtFestival,
    Every,
    Holiday,
    InHoliday,
    Nearness,
    Organization,
    Plan,
    Schedule,
)

from ._calendar import Calendar, Time
from ._finding import Finding, Severity, Worded
from ._rule import CONVENTION, Check, Rule
from ._schedule import ScheduleRule, days_told, worded_days
from ._schedule_hours import (
    EMPLOYERS,
    is_off_hours,
    is_term_time,
    takes_staff_from_work,
    tells_dates,
    written_days,
)

_MANY: Final = 100
_PEOPLE: Final = frozenset({"人", "名", "位", "人次", ""})


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

    Only days told by date count, one by one in a span of up to seven days; not festivals by name, deadlines or what
    recurs. What is held by one after the other, morning and evening, is reported too. Two activities of one title
    are taken for the same, told twice.
    """

    code = "UK403"
    slug = "two-large-activities-on-one-day"
    title_zh = "同一天有两项大型活动"
    title_en = "two large activities on one day"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    wording = {
        "zh": "“{title}”与“{other}”都在{day}，参加的人都很多；请错开，或确认可以先后进行。",
        "en": "“{title}” and “{other}” are both on {day}, each with many people; move one of them, or make sure that"
        " one can follow the other.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        taken: dict[Day, Time] = {}
        for path, activity in check.survey.activities:
            if not _is_large(activity, plan.organization) or check.survey.is_private(path):
                continue
            for time in check.calendar.of(activity, path):
                if time.key == "when" and tells_dates(time.schedule):
                    yield from self._clashes(time, taken)

    def _clashes(self, time: Time, taken: dict[Day, Time]) -> Iterator[Finding]:
        """Yield with which activities a time clashes, each once, on the first day that both are on."""
        told: set[str] = {time.title}
        for day in (day for each in time.resolution for day in days_told(each)):
            other = taken.setdefault(day, time)
            if other.title not in told:
                told.add(other.title)
                yield self.finding(
                    time.at,
                    words=time.schedule.wording,
                    title=time.title,
                    other=other.title,
                    day=worded_days(day, day),
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

    Only days told by date count, in a span of up to seven days the first that is such a day; those of a school's
    holidays do not. What needs no consent on a working day (UK405) passes: a staff congress, a visit, what is set for
    the evening in words. Where a plant or a school swaps days in its own way, the public arrangement is no guide.
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
        if activity.consent or not takes_staff_from_work(activity):
            return
        for time in check.calendar.of(activity, check.path):
            if is_off_hours(time.schedule):
                continue
            worked = (day for day in written_days(time) if _is_made_up_for(day, check))
            for day in islice(worked, 1):
                yield self.finding(
                    time.at,
                    words=time.schedule.wording,
                    title=activity.title,
                    day=worded_days(day, day),
                    weekday=_SATURDAY if day.isoweekday() == 6 else _SUNDAY,
                )


def _is_made_up_for(day: dt.date, check: Check) -> bool:
    return check.almanac.holidays.kind(day) is DayKind.MAKE_UP and is_term_time(day, check)


_SATURDAY: Final = Worded("星期六", "Saturday")
_SUNDAY: Final = Worded("星期日", "Sunday")

# ---------------------------------------------------------------- what has not been announced


class HolidaysNotKnown(ScheduleRule):
    """
    Tells, once, that times of the plan rest on the days off of years which the installed data does not have: 国庆期间,
    节假日, or a day that may turn out to be worked or not.

    ## Why is this bad?

    The arrangement for a year is announced in the autumn before it; without it only the days that the law names are
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

    There is no clock here: whether the notice of a year has come out is not known, only that the data does not have
    it. A newer version, or data of your own (`--almanac`), may know more.
    """

    code = "UK410"
    slug = "holiday-arrangement-not-known"
    title_zh = "没有数据的放假安排"
    title_en = "holiday arrangement not in the data"
    severity = Severity.INFO
    basis = CONVENTION
    needs_year = True
    nodes = (Plan,)
    wording = {
        "zh": "所装数据里没有 {years} 年的放假安排，计划中有 {count} 处时间要看它，第一处是“{when}”；通知公布以后，可以作为数据加上（--almanac）。",
        "en": "The installed data does not have the days off of {years}, on which times of the plan depend ({count} in"
        " all, “{when}” first). Once a notice is out, it can be added as data (--almanac).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        del node  # the calendar is that of the plan
        resting = [(time, years) for time in check.calendar if (years := _unannounced_years(time, check))]
        if resting:
            first, _ = resting[0]
            yield self.finding(
                first.at,
                words=first.schedule.wording,
                years=_worded_years(set().union(*(years for _, years in resting))),
                count=len(resting),
                when=first.schedule.wording,
            )


def _worded_years(years: Iterable[int]) -> Worded:
    """Return years in words, those in a row as one: 2027、2029—2031."""
    rows: list[list[int]] = []
    for year in sorted(years):
        if rows and rows[-1][-1] == year - 1:
            rows[-1].append(year)
        else:
            rows.append([year])
    ends = [(row[0], row[-1]) for row in rows]
    return Worded(
        *(
            comma.join(str(first) if first == last else f"{first}{dash}{last}" for first, last in ends)
            for comma, dash in (("、", "—"), (", ", "–"))
        )
    )


def _unannounced_years(time: Time, check: Check) -> set[int]:
    """Return the years whose days off a time rests on, as far as they have not been announced."""
    if _may_rest_on_days_off(time.schedule):
        days = [
            each.start for each in time.resolution if each.assumed and each.position is not Position.OUTSIDE
        ]
        years = {day.year for day in days if isinstance(day, dt.date)}
    elif _needs_consent(time):
        years = {
            year
            for day in written_days(time)
            if _matters(day, check)
            for year in _years_of_doubt(day, check.calendar)
        }
    else:
        years = set()
    status = check.almanac.holidays.status
    return {year for year in years if status(year) is not HolidayStatus.ANNOUNCED}


def _needs_consent(time: Time) -> bool:
    item = time.item
    return (
        isinstance(item, Activity)
        and not item.consent
        and takes_staff_from_work(item)
        and not is_off_hours(time.schedule)
    )


def _matters(day: dt.date, check: Check) -> bool:
    """Whether UK404, UK405 or UK406 would say something of the day if it were worked."""
    at_stake = day.isoweekday() > 5 or check.plan.organization.sector in EMPLOYERS
    return at_stake and is_term_time(day, check)


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


RULES: Final[tuple[Rule, ...]] = (TwoLargeActivitiesOnOneDay(), ActivityOnMakeUpDay(), HolidaysNotKnown())
