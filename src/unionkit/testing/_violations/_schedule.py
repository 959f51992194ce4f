"""Breaking the rules about times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from unionkit.almanac import ALMANAC, DayKind
from unionkit.model import Activity, Paragraph, Plan, parse_schedule

from ._base import Violation, with_content, with_organization

_TITLES: Final = ("气排球赛", "拔河比赛", "象棋赛")
_EMPLOYERS: Final = ("enterprise", "school")


def _with(plan: Plan, title: str, when: str, **fields: Any) -> Plan:
    """The plan with an activity that has an owner and that time."""
    time = parse_schedule(when)
    return with_content(
        plan, Activity(title=title, kind="culture-sport", owner="文体委员", when=time, **fields)
    )


def _by_half(plan: Plan, first: str, second: str) -> str:
    return first if plan.period.half == 1 else second


def _day(day: dt.date) -> str:
    return f"{day.month}月{day.day}日"


def _days(plan: Plan, kind: DayKind) -> list[dt.date]:
    """The days of a kind in the plan's period, in school terms."""
    year = plan.period.year or 2026
    first, last = (dt.date(year, 3, 1), dt.date(year, 6, 15))
    if plan.period.half != 1:
        first, last = dt.date(year, 9, 15), dt.date(year, 12, 20)
    days = (dt.date.fromordinal(at) for at in range(first.toordinal(), last.toordinal() + 1))
    return [day for day in days if ALMANAC.holidays.kind(day) is kind]


def _outside_period(draw: st.DrawFn, plan: Plan) -> Plan:
    when = _by_half(plan, "10月中旬", "4月中旬")
    return _with(plan, draw(st.sampled_from(_TITLES)), when)


def _festival_outside(draw: st.DrawFn, plan: Plan) -> Plan:
    when = _by_half(plan, "国庆节", "清明节")
    return _with(plan, draw(st.sampled_from(_TITLES)), when)


def _two_on_one_day(draw: st.DrawFn, plan: Plan) -> Plan:
    saturday = draw(st.sampled_from([day for day in _days(plan, DayKind.WEEKEND) if day.weekday() == 5]))
    one, other = draw(st.permutations(_TITLES))[:2]
    many = draw(st.integers(100, 300))
    first = _with(plan, one, _day(saturday), participants=many)
    return _with(first, other, _day(saturday), participants=many + 1)


def _on_make_up_day(draw: st.DrawFn, plan: Plan) -> Plan:
    day = draw(st.sampled_from(_days(plan, DayKind.MAKE_UP)))
    return _with(plan, draw(st.sampled_from(_TITLES)), _day(day))


def _in_working_hours(draw: st.DrawFn, plan: Plan, *, consent: bool | None) -> Plan:
    unit = with_organization(plan, sector=draw(st.sampled_from(_EMPLOYERS)))
    day = draw(st.sampled_from(_days(plan, DayKind.WORKDAY)))
    return _with(unit, draw(st.sampled_from(_TITLES)), _day(day), consent=consent)


def _without_consent(draw: st.DrawFn, plan: Plan) -> Plan:
    return _in_working_hours(draw, plan, consent=False)


def _consent_not_said(draw: st.DrawFn, plan: Plan) -> Plan:
    return _in_working_hours(draw, plan, consent=None)


def _never_recurs(draw: st.DrawFn, plan: Plan) -> Plan:
    when = _by_half(plan, "9月—11月每月", "3月—5月每月")
    return _with(plan, draw(st.sampled_from(_TITLES)), when)


def _due_too_soon(draw: st.DrawFn, plan: Plan) -> Plan:
    when, month = ("5月", 4) if plan.period.half == 1 else ("11月", 10)
    due = dt.date(plan.period.year or 2026, month, draw(st.integers(1, 30)))
    return _with(plan, draw(st.sampled_from(_TITLES)), when, due=due)


def _of_another_year(draw: st.DrawFn, plan: Plan) -> Plan:
    name = "端午节" if plan.period.half == 1 else "中秋节"
    festival = ALMANAC.festival(name)
    year = (plan.period.year or 2026) + draw(st.sampled_from((-1, 1)))
    (wrong,) = () if festival is None else festival.days(year)
    return with_content(plan, Paragraph(text=f"{name}（{_day(wrong)}）看望外地职工。"))


def _holidays_not_known(draw: st.DrawFn, plan: Plan) -> Plan:
    far = attrs.evolve(plan, period=attrs.evolve(plan.period, year=draw(st.integers(2040, 2090))))
    when = _by_half(plan, "劳动节期间", "国庆节期间")
    return _with(far, draw(st.sampled_from(_TITLES)), when)


def _no_such_day(draw: st.DrawFn, plan: Plan) -> Plan:
    when = _by_half(plan, "2月29日", "农历闰九月初一")
    return _with(plan, draw(st.sampled_from(_TITLES)), when)


def _not_understood(draw: st.DrawFn, plan: Plan) -> Plan:
    return _with(plan, draw(st.sampled_from(_TITLES)), draw(st.sampled_from(("第五季度", "每周八"))))


VIOLATIONS: Final[Mapping[str, Violation]] = {
    "UK401": _outside_period,
    "UK402": _festival_outside,
    "UK403": _two_on_one_day,
    "UK404": _on_make_up_day,
    "UK405": _without_consent,
    "UK406": _consent_not_said,
    "UK407": _never_recurs,
    "UK408": _due_too_soon,
    "UK409": _of_another_year,
    "UK410": _holidays_not_known,
    "UK411": _no_such_day,
    "UK412": _not_understood,
}
