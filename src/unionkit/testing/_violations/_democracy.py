"""Breaking the rules about democratic procedure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from unionkit.model import (
    Activity,
    Committee,
    Comparator,
    Delegates,
    Goal,
    Paragraph,
    Period,
    Plan,
    Target,
    parse_schedule,
)

from ._base import Violation, with_content, with_organization

_BASE: Final = ("school", "enterprise", "agency")


def _with_delegates(plan: Plan, congress: str, total: int, **fields: Any) -> Plan:
    return with_organization(plan, delegates=[Delegates(congress=congress, total=total, **fields)])


def _when(plan: Plan, *months: str) -> str:
    """One of two months, the first for plans of the first half of a year."""
    return months[0 if plan.period.half == 1 else 1]


def _held(plan: Plan, title: str, *months: str, **fields: Any) -> Plan:
    when = parse_schedule(_when(plan, *(months or ("3月", "10月"))))
    return with_content(plan, Activity(title=title, when=when, owner="组织委员", **fields))


def _said(sector: str, *texts: str) -> Violation:
    """What states one of the texts, in the plan of a sector."""

    def violate(draw: st.DrawFn, plan: Plan) -> Plan:
        plan = with_organization(plan, sector=sector) if sector else plan
        return with_content(plan, Paragraph(text=draw(st.sampled_from(texts))))

    return violate


def _for_a_year(sector: str, text: str) -> Violation:
    """What plans for a whole year, and says no more than the text."""

    def violate(draw: st.DrawFn, plan: Plan) -> Plan:  # noqa: ARG001 -- nothing to draw
        plan = attrs.evolve(with_organization(plan, sector=sector), period=Period(year=plan.period.year))
        return with_content(plan, Paragraph(text=text))

    return violate


def _promised(sector: str, indicators: tuple[str, ...], most: int) -> Violation:
    """What promises a share of at most so many per cent."""

    def violate(draw: st.DrawFn, plan: Plan) -> Plan:
        share = Target(comparator=Comparator.AT_LEAST, value=draw(st.integers(most - 15, most)), unit="%")
        goal = Goal(indicator=draw(st.sampled_from(indicators)), target=share, owner="组织委员")
        return with_content(with_organization(plan, sector=sector), goal)

    return violate


def _members_congress_size(draw: st.DrawFn, plan: Plan) -> Plan:
    bands = ((100, 200, 30, 40), (201, 1000, 40, 60), (1001, 5000, 60, 90), (5001, 10000, 90, 130))
    first, last, least, most = draw(st.sampled_from(bands))
    plan = with_organization(
        plan, sector=draw(st.sampled_from(_BASE)), members=draw(st.integers(first, last))
    )
    return _with_delegates(plan, "members", draw(st.sampled_from((least - 1, most + 1))))


def _staff_congress_size(draw: st.DrawFn, plan: Plan) -> Plan:
    staff, least = draw(st.sampled_from(((100, 30), (600, 30), (900, 45), (2000, 100), (9000, 100))))
    return _with_delegates(with_organization(plan, sector="enterprise", staff=staff), "staff", least - 1)


def _managers(congress: str) -> Violation:
    def violate(draw: st.DrawFn, plan: Plan) -> Plan:
        fifth = draw(st.integers(6, 20))
        plan = with_organization(plan, sector="enterprise")
        return _with_delegates(plan, congress, 5 * fifth, managers=fifth + 1)

    return violate


def _teachers(draw: st.DrawFn, plan: Plan) -> Plan:
    fifth = draw(st.integers(6, 20))
    plan = with_organization(plan, sector="school")
    return _with_delegates(plan, "staff", 5 * fifth, teachers=3 * fifth - 1)


def _workers(draw: st.DrawFn, plan: Plan) -> Plan:
    half = draw(st.integers(15, 60))
    plan = with_organization(plan, sector="enterprise")
    return _with_delegates(plan, "members", 2 * half, workers=half - 1)


def _women(draw: st.DrawFn, plan: Plan) -> Plan:
    share = draw(st.integers(2, 4))
    plan = with_organization(plan, sector="agency", staff=200, women_staff=40 * share)
    return _with_delegates(plan, "staff", 40, women=8 * share - 1)


def _staff_term(draw: st.DrawFn, plan: Plan) -> Plan:
    sector, term = draw(st.sampled_from((("enterprise", 2), ("enterprise", 6), ("school", 4), ("school", 1))))
    return _with_delegates(with_organization(plan, sector=sector), "staff", 60, term=term)


def _members_term(draw: st.DrawFn, plan: Plan) -> Plan:
    return _with_delegates(plan, "members", 60, term=draw(st.sampled_from((1, 2, 4, 6))))


def _terms_differ(draw: st.DrawFn, plan: Plan) -> Plan:
    one, other = draw(st.permutations((3, 5)))
    union = Committee(kind="committee", term=one)
    plan = with_organization(plan, sector=draw(st.sampled_from(_BASE)), committees=[union])
    return _with_delegates(plan, "members", 60, term=other)


def _term_ends(draw: st.DrawFn, plan: Plan) -> Plan:
    term = draw(st.sampled_from((3, 5)))
    year = (plan.period.year or 2026) - term - draw(st.integers(0, 1))
    elected = dt.date(year, 3 if plan.period.half == 1 else 10, draw(st.integers(2, 28)))
    congress = draw(st.sampled_from(("staff", "members")))
    return _with_delegates(plan, congress, 60, elected=elected, term=term)


def _few_members(draw: st.DrawFn, plan: Plan) -> Plan:
    plan = with_organization(plan, sector=draw(st.sampled_from(_BASE)), members=draw(st.integers(30, 99)))
    if draw(st.booleans()):
        return _with_delegates(plan, "members", 30)
    return _held(plan, draw(st.sampled_from(("会员代表大会", "召开工会会员代表大会"))), kind="meeting")


def _small_school(draw: st.DrawFn, plan: Plan) -> Plan:
    plan = with_organization(plan, sector="school", staff=draw(st.integers(30, 79)))
    if draw(st.booleans()):
        return _with_delegates(plan, "staff", 30)
    return _held(plan, draw(st.sampled_from(("召开教代会", "教职工代表大会"))), kind="meeting")


def _session_too_small(draw: st.DrawFn, plan: Plan) -> Plan:
    third = draw(st.integers(11, 40))
    congress, title = draw(st.sampled_from((("staff", "召开职工代表大会"), ("members", "会员代表大会"))))
    plan = _with_delegates(with_organization(plan, sector="enterprise"), congress, 3 * third)
    return _held(plan, title, kind="meeting", participants=2 * third - 1)


def _no_half_yearly_congress(draw: st.DrawFn, plan: Plan) -> Plan:
    name = draw(st.sampled_from(("清河机械厂工会", "北岭水泥厂工会")))
    ownership = draw(st.sampled_from(("国有", "全民所有制")))
    return with_organization(plan, name=name, sector="enterprise", ownership=ownership)


def _not_trained(draw: st.DrawFn, plan: Plan) -> Plan:
    plan = with_organization(plan, sector=draw(st.sampled_from(_BASE)))
    return _held(plan, draw(st.sampled_from(("五届一次会员代表大会", "首届会员代表大会"))), kind="meeting")


_DRAFT: Final = "集体合同草案先由职代会审议。"
_WOMEN: Final = "女职工的特殊权益写进草案。"


def _signing(text: str) -> Callable[[st.DrawFn, Plan], Plan]:
    """What signs a collective contract, and says no more than the text."""

    def violate(draw: st.DrawFn, plan: Plan) -> Plan:
        title = draw(st.sampled_from(("签订集体合同", "续签集体合同")))
        plan = with_content(with_organization(plan, sector="enterprise"), Paragraph(text=text))
        return _held(plan, title)

    return violate


def _signed_before(draw: st.DrawFn, plan: Plan) -> Plan:
    plan = _signing(_WOMEN)(draw, plan)
    return _held(plan, draw(st.sampled_from(("召开职代会", "职工代表大会"))), "5月", "11月", kind="meeting")


VIOLATIONS: Final[Mapping[str, Violation]] = {
    "UK551": _members_congress_size,
    "UK552": _staff_congress_size,
    "UK553": _managers("staff"),
    "UK554": _managers("members"),
    "UK555": _teachers,
    "UK556": _workers,
    "UK557": _women,
    "UK558": _staff_term,
    "UK559": _members_term,
    "UK560": _terms_differ,
    "UK561": _term_ends,
    "UK562": _few_members,
    "UK563": _small_school,
    "UK564": _promised("school", ("教代会代表出席率", "职工代表大会代表到会率"), 66),
    "UK565": _promised("enterprise", ("集体合同草案表决赞成率", "职代会方案同意率"), 50),
    "UK566": _session_too_small,
    "UK567": _said(
        "enterprise",
        "职代会的议题和方案提前3天书面发给代表。",
        "职工代表大会召开前6天，把草案送达每位代表。",
    ),
    "UK568": _said(
        "",
        "会员代表大会的日期和议程提前3个工作日通知代表。",
        "工代会的议程提前4天告知代表。",
    ),
    "UK569": _no_half_yearly_congress,
    "UK570": _for_a_year("school", "校务公开栏每季度更新。"),
    "UK571": _for_a_year("school", "年初开好教代会。"),
    "UK572": _not_trained,
    "UK573": _said("", "村务公开每半年公布一次。", "村务公开情况每年更新一次。"),
    "UK574": _said("", "与公司签订集体合同，有效期为5年。", "签订四年期集体合同。", "集体合同一签五年。"),
    "UK575": _said("", "集体合同签订后11日内报送审查。", "专项合同签字之日起15日内报审。"),
    "UK576": _said("", "工资集体协议签订后8日内报送审查。", "工资协议签字后10日内报人社部门备案。"),
    "UK577": _said("", "发出工资集体协商要约，公司在21日内书面答复。", "对方收到要约后30日内作出答复。"),
    "UK578": _said("", "集体协商双方各派代表2名。", "开展集体协商，每方代表两人。"),
    "UK579": _said("", "参加工资协商的职工方代表5人、企业方代表4人。"),
    "UK580": _signing(_WOMEN),
    "UK581": _signed_before,
    "UK582": _signing(_DRAFT),
    "UK583": _for_a_year("enterprise", "年初开好职代会，厂务公开栏每季度更新。"),
    "UK584": _said("", "监督落实女职工产假97天的规定。", "女职工享受90天产假。", "产假按90天执行。"),
    "UK585": _said("", "怀孕满4个月流产的，享受41天产假。", "怀孕未满4个月流产的，享受14天产假。"),
    "UK586": _said("", "保证每天哺乳时间半小时。", "保证每天哺乳时间不少于59分钟。"),
    "UK587": _said("", "监督落实职工带薪年休假4天的规定。"),
    "UK588": _said("", "日最高气温达到41℃以上时停止室外作业。"),
    "UK589": _said("", "日最高气温37℃以上时，室外作业时间不超过7小时。"),
}
