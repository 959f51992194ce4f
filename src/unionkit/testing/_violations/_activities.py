"""Breaking the rules about activities; money is over its cap by one fen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from unionkit.model import Activity, Money, Paragraph, Plan, WelfareMeasure, parse_schedule

from ._base import Violation, with_content, with_organization

_FEN: Final = Decimal("0.01")
_SPORTS: Final = ("趣味运动会", "气排球赛", "拔河比赛")
_TRIPS: Final = ("湿地观鸟", "古城墙徒步", "茶园采摘", "植物园赏花", "河滩捡石")
_TEN_DAYS: Final = {
    1: ("3月上旬", "3月下旬", "4月上旬", "4月下旬", "5月下旬"),
    2: ("9月上旬", "9月下旬", "10月下旬", "11月上旬", "12月上旬"),
}
_SHANGHAI: Final = "上海市"


def _activity(plan: Plan, title: str, **fields: Any) -> Activity:
    """An activity with an owner and, unless told, a time in the plan's half."""
    when = fields.pop("when", _TEN_DAYS[plan.period.half or 2][3])
    return Activity(
        title=title, owner="文体委员", when=None if when is None else parse_schedule(when), **fields
    )


def _with(plan: Plan, title: str, **fields: Any) -> Plan:
    return with_content(plan, _activity(plan, title, **fields))


def _a_fen_above(cap: int, people: int) -> Money:
    return Money(Decimal(cap * people) + _FEN)


def _too_many_winners(draw: st.DrawFn, plan: Plan) -> Plan:
    people = draw(st.integers(2, 90))
    return _with(
        plan,
        draw(st.sampled_from(_SPORTS)),
        kind=draw(st.sampled_from(("culture-sport", ""))),
        participants=people,
        prizes=people * 2 // 3 + 1,
    )


def _prize_for_everyone(draw: st.DrawFn, plan: Plan) -> Plan:
    words = draw(st.sampled_from(("趣味运动会人人有奖。", "灯谜竞猜参与即有奖。", "拔河比赛全员获奖。")))
    return with_content(plan, Paragraph(text=words))


def _prizes_and_souvenirs(draw: st.DrawFn, plan: Plan) -> Plan:
    people = draw(st.integers(9, 90))
    title = draw(st.sampled_from(_SPORTS))
    text = f"办好{title}，为参加者发放纪念品。"
    return _with(plan, title, participants=people, prizes=people // 3, text=text)


def _too_many_outings(draw: st.DrawFn, plan: Plan) -> Plan:
    plan = attrs.evolve(plan, period=attrs.evolve(plan.period, year=2026))
    trips = draw(st.permutations(_TRIPS))
    days = _TEN_DAYS[plan.period.half or 2]
    return with_content(
        plan,
        *(
            _activity(plan, trip, kind="outing", when=when, same_day=True)
            for trip, when in zip(trips, days, strict=True)
        ),
    )


def _third_saturday(plan: Plan) -> dt.date:
    """No day of which anything is known but that it is free."""
    day = dt.date(plan.period.year or 2026, 3 if plan.period.half == 1 else 11, 15)
    return day + dt.timedelta(days=(5 - day.weekday()) % 7)


def _over_night(draw: st.DrawFn, plan: Plan) -> Plan:
    trip = draw(st.sampled_from(_TRIPS))
    day = _third_saturday(plan)
    said = draw(
        st.sampled_from(
            (
                {"title": trip, "same_day": False},
                {"title": f"{trip}两日游"},
                {"title": trip, "when": f"{day.month}月{day.day}日—{day.day + 1}日"},
            )
        )
    )
    return _with(plan, **said, kind="outing")  # type: ignore[arg-type]  # texts and one bool, by their names


def _costly_day(draw: st.DrawFn, plan: Plan) -> Plan:
    people = draw(st.integers(1, 90))
    return _with(
        plan,
        draw(st.sampled_from(_TRIPS)),
        kind="outing",
        same_day=True,
        participants=people,
        cost=_a_fen_above(200, people),
    )


def _costly_two_days(draw: st.DrawFn, plan: Plan) -> Plan:
    people = draw(st.integers(1, 90))
    return _with(
        with_organization(plan, region=_SHANGHAI),
        draw(st.sampled_from(_TRIPS)),
        kind="outing",
        same_day=False,
        participants=people,
        cost=_a_fen_above(900, people),
    )


def _too_far(draw: st.DrawFn, plan: Plan) -> Plan:
    place = draw(st.sampled_from(("浙江安吉", "江苏省昆山市", "安徽宏村")))
    region = with_organization(plan, region=_SHANGHAI)
    return _with(region, draw(st.sampled_from(_TRIPS)), kind="outing", same_day=True, place=place)


def _in_scenic_area(draw: st.DrawFn, plan: Plan) -> Plan:
    place = draw(st.sampled_from(("庐山", "泰山风景区", "安徽省黄山风景名胜区")))
    kind = draw(st.sampled_from(("meeting", "training")))
    return _with(plan, "工会小组长业务研讨", kind=kind, place=place)


def _outing_to_scenic_area(draw: st.DrawFn, plan: Plan) -> Plan:
    place = draw(st.sampled_from(("庐山", "泰山风景区", "安徽省黄山风景名胜区")))
    return _with(plan, draw(st.sampled_from(_TRIPS)), kind="outing", same_day=True, place=place)


def _training_as_travel(draw: st.DrawFn, plan: Plan) -> Plan:
    place = draw(st.sampled_from(("碧水温泉", "东湾海滨度假村", "云岭古镇")))
    title = draw(st.sampled_from(("工会小组长三天学习交流", "工会小组长两天培训")))
    return _with(plan, title, kind="training", place=place)


def _luxury(draw: st.DrawFn, plan: Plan) -> Plan:
    place = draw(st.sampled_from(("城南KTV", "碧水高尔夫俱乐部", "东门洗浴中心")))
    return _with(plan, "单身青年交友", kind="other", place=place)


def _alcohol(draw: st.DrawFn, plan: Plan) -> Plan:
    agency = with_organization(plan, sector=draw(st.sampled_from(("agency", "federation"))))
    return _with(agency, draw(st.sampled_from(("工会干部酒会", "红酒品鉴", "先进个人宴请"))), kind="other")


def _costly_meal(draw: st.DrawFn, plan: Plan) -> Plan:
    people = draw(st.integers(1, 90))
    cost = _a_fen_above(40, people)
    return _with(plan, "趣味运动会工作餐", kind="other", participants=people, cost=cost)


def _rest(plan: Plan, days: int, **fields: Any) -> Plan:
    when = parse_schedule(_TEN_DAYS[plan.period.half or 2][4])
    stay = WelfareMeasure(
        title=f"一线职工疗休养（{days}天）", kind="recuperation", when=when, owner="生活委员", **fields
    )
    return with_content(with_organization(plan, region="湖南省"), stay)


def _long_rest(draw: st.DrawFn, plan: Plan) -> Plan:
    return _rest(plan, draw(st.integers(6, 9)))


def _costly_rest(draw: st.DrawFn, plan: Plan) -> Plan:
    days = draw(st.integers(2, 5))
    return _rest(plan, days, per_head=_a_fen_above(500, days))


def _too_many_people(draw: st.DrawFn, plan: Plan) -> Plan:
    staff = draw(st.integers(30, 90))
    unit = with_organization(
        plan, sector=draw(st.sampled_from(("school", "enterprise", "agency"))), staff=staff
    )
    return _with(unit, draw(st.sampled_from(_SPORTS)), kind="culture-sport", participants=staff + 1)


def _without_time(draw: st.DrawFn, plan: Plan) -> Plan:
    return _with(plan, draw(st.sampled_from(_SPORTS)), kind="culture-sport", when=None)


def _other_month_in_words(draw: st.DrawFn, plan: Plan) -> Plan:
    said, when = ("4月", "5月") if plan.period.half == 1 else ("9月", "11月")
    title = draw(st.sampled_from(_SPORTS))
    return _with(plan, title, kind="culture-sport", when=when, text=f"{said}办好{title}。")


def _over_before_issue(draw: st.DrawFn, plan: Plan) -> Plan:
    half = plan.period.half or 2
    when, month = ("2月", 3) if half == 1 else ("7月", 8)
    issued = dt.date(plan.period.year or 2026, month, draw(st.integers(1, 28)))
    late = attrs.evolve(plan, issued=issued)
    return _with(late, draw(st.sampled_from(_SPORTS)), kind="culture-sport", when=when)


def _done_before_its_day(draw: st.DrawFn, plan: Plan) -> Plan:
    month = 2 if plan.period.half == 1 else 7
    issued = dt.date(plan.period.year or 2026, month, draw(st.integers(1, 28)))
    early = attrs.evolve(plan, issued=issued)
    return _with(early, draw(st.sampled_from(_SPORTS)), kind="culture-sport", done=True)


def _meeting_on_holiday(draw: st.DrawFn, plan: Plan) -> Plan:
    days = ("5月1日", "5月2日", "劳动节") if plan.period.half == 1 else ("10月1日", "10月3日", "国庆节")
    kind = draw(st.sampled_from(("meeting", "training")))
    return _with(plan, "工会小组长业务研讨", kind=kind, when=draw(st.sampled_from(days)))


def _other_trade(draw: st.DrawFn, plan: Plan) -> Plan:
    festival, sectors = (
        ("护士节", ("school", "enterprise", "agency"))
        if plan.period.half == 1
        else ("教师节", ("enterprise", "agency"))
    )
    unit = with_organization(plan, sector=draw(st.sampled_from(sectors)))
    return _with(unit, draw(st.sampled_from(_SPORTS)), kind="culture-sport", when=festival)


def _out_of_season(draw: st.DrawFn, plan: Plan) -> Plan:
    first, second = (("金秋助学走访", "3月"), ("夏送清凉走访", "2月下旬"))
    if plan.period.half != 1:
        first, second = (("夏送清凉走访", "12月"), ("春送岗位走访", "9月"))
    title, when = draw(st.sampled_from((first, second)))
    return _with(plan, title, kind="visit", when=when)


def _told_twice(draw: st.DrawFn, plan: Plan) -> Plan:
    activity = _activity(plan, draw(st.sampled_from(_SPORTS)), kind="culture-sport")
    return with_content(plan, activity, activity)


VIOLATIONS: Final[Mapping[str, Violation]] = {
    "UK501": _too_many_winners,
    "UK502": _prize_for_everyone,
    "UK503": _prizes_and_souvenirs,
    "UK504": _too_many_outings,
    "UK505": _over_night,
    "UK506": _costly_day,
    "UK507": _costly_two_days,
    "UK508": _too_far,
    "UK509": _in_scenic_area,
    "UK510": _training_as_travel,
    "UK511": _luxury,
    "UK512": _alcohol,
    "UK513": _costly_meal,
    "UK514": _long_rest,
    "UK515": _costly_rest,
    "UK516": _too_many_people,
    "UK517": _without_time,
    "UK518": _other_month_in_words,
    "UK519": _over_before_issue,
    "UK520": _done_before_its_day,
    "UK521": _meeting_on_holiday,
    "UK522": _other_trade,
    "UK523": _out_of_season,
    "UK524": _told_twice,
    "UK525": _outing_to_scenic_area,
}
