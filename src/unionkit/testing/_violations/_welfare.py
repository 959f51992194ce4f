"""Breaking the rules about welfare: money by one fen, people by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from unionkit.model import (
    Activity,
    Budget,
    BudgetLine,
    Funds,
    Money,
    Paragraph,
    Period,
    Plan,
    Quantity,
    WelfareForm,
    WelfareMeasure,
    parse_schedule,
)

from ._base import Violation, with_content, with_organization

_FEN: Final = Decimal("0.01")
_FESTIVALS: Final[Mapping[int | None, tuple[str, ...]]] = {
    1: ("春节", "清明节", "劳动节", "端午节"),
    2: ("中秋节", "国庆节"),
}
_BASE: Final = ("school", "enterprise", "agency")


def _with_gift(plan: Plan, **fields: Any) -> Plan:
    """The plan with a festival gift in goods, paid by the union."""
    told: dict[str, Any] = {"kind": "festival-gift", "form": WelfareForm.GOODS, "fund": "工会经费"}
    return with_content(plan, WelfareMeasure(**(told | fields)))


def _festival(draw: st.DrawFn, plan: Plan) -> str:
    return draw(st.sampled_from(_FESTIVALS[plan.period.half]))


def _in_year(plan: Plan, year: int) -> Plan:
    """The plan for another year."""
    return attrs.evolve(plan, period=Period(year=year, half=plan.period.half))


# ---------------------------------------------------------------- festival gifts


def _outside_list(draw: st.DrawFn, plan: Plan) -> Plan:
    half = plan.period.half or 1
    festivals = {1: {"儿童节": "5月下旬", "青年节": "5月4日"}, 2: {"教师节": "9月上旬", "重阳节": "10月中旬"}}
    festival, other = draw(st.sampled_from(sorted(festivals[half].items())))
    plan = with_organization(plan, sector="school")
    when = draw(st.sampled_from((festival, other)))
    return _with_gift(plan, title=f"{festival}慰问品", when=parse_schedule(when))


def _womens_day(draw: st.DrawFn, plan: Plan) -> Plan:
    """By its title in a plan for the second half of the year."""
    when = draw(st.sampled_from(("妇女节", "3月上旬"))) if plan.period.half == 1 else None
    return _with_gift(plan, title="三八妇女节慰问品", when=when and parse_schedule(when))


def _aid_as_gift(draw: st.DrawFn, plan: Plan) -> Plan:
    festival, trigger = _festival(draw, plan), draw(st.sampled_from(("hardship", "illness")))
    form = draw(st.sampled_from((WelfareForm.GOODS, WelfareForm.MONEY)))
    title = f"{festival}走访慰问职工"
    return _with_gift(plan, title=title, when=parse_schedule(festival), triggers=(trigger,), form=form)


def _not_goods(draw: st.DrawFn, plan: Plan) -> Plan:
    festival = _festival(draw, plan)
    return _with_gift(plan, title=f"{festival}慰问", when=parse_schedule(festival), form=WelfareForm.MONEY)


_YEARLY: Final = {"山东省": 1600, "福建省": 1300, "山西省": 1500}


def _above_yearly_cap(draw: st.DrawFn, plan: Plan) -> Plan:
    region, cap = draw(st.sampled_from(sorted(_YEARLY.items())))
    plan = with_organization(plan, region=region)
    first, second = draw(st.permutations(_FESTIVALS[plan.period.half]))[:2]
    if draw(st.booleans()):
        each = Money(Decimal(cap) / 2 + _FEN)
        when = parse_schedule(f"{first}、{second}各一次")
        return _with_gift(plan, title="节日慰问品", when=when, per_head=each)
    part = draw(st.integers(100, cap - 100))
    plan = _with_gift(plan, title="慰问品", when=parse_schedule(first), per_head=Money(part))
    rest = Money(cap - part + _FEN)
    return _with_gift(plan, title="慰问品", when=parse_schedule(second), per_head=rest)


def _above_festival_cap(draw: st.DrawFn, plan: Plan) -> Plan:
    festival = _festival(draw, plan)
    cap = Money((500 if festival == "春节" else 200) + _FEN)
    plan = with_organization(plan, region="贵州省")
    return _with_gift(plan, title=f"{festival}慰问品", when=parse_schedule(festival), per_head=cap)


def _too_often(draw: st.DrawFn, plan: Plan) -> Plan:
    most_of_year = Period(first=dt.date(2016, 1, 15), last=dt.date(2016, 11, 30))
    plan = with_organization(attrs.evolve(plan, period=most_of_year), region="陕西省")
    festivals = draw(st.permutations((*_FESTIVALS[1], *_FESTIVALS[2])))[: draw(st.integers(4, 6))]
    for festival in festivals:
        plan = _with_gift(plan, title=f"{festival}慰问品", when=parse_schedule(festival))
    return plan


def _above_income_share(draw: st.DrawFn, plan: Plan) -> Plan:
    festival, count = _festival(draw, plan), draw(st.integers(30, 300))
    income, item = Money(Decimal(count * 400)), "经费留成"
    plan = with_organization(plan, region="北京市")
    lines = (BudgetLine(account="拨缴经费收入", item=item, amount=income),)
    plan = attrs.evolve(plan, budget=Budget(income=lines))
    return _with_gift(
        plan,
        title=f"{festival}慰问品",
        when=parse_schedule(festival),
        per_head=Money(400 + _FEN),
        headcount=count,
    )


def _above_own_funds(draw: st.DrawFn, plan: Plan) -> Plan:
    festival, count = _festival(draw, plan), draw(st.integers(30, 300))
    dues, appropriation = count * 100, count * 500
    funds = Funds(
        dues=Money(Decimal(dues)), appropriation=Money(Decimal(appropriation)), retained=Quantity(60, "%")
    )
    plan = with_organization(plan, funds=funds)
    plan = _with_gift(
        plan,
        title=f"{festival}慰问品",
        when=parse_schedule(festival),
        per_head=Money(Decimal(300)),
        headcount=count,
    )
    return _with_gift(
        plan,
        title="会员生日蛋糕",
        kind="birthday",
        per_head=Money(100 + _FEN),
        headcount=count,
    )


def _not_for_all(draw: st.DrawFn, plan: Plan) -> Plan:
    festival, members = _festival(draw, plan), draw(st.integers(30, 90))
    plan = with_organization(plan, members=members, sector=draw(st.sampled_from(_BASE)))
    when = parse_schedule(festival)
    return _with_gift(plan, title=f"{festival}慰问品", when=when, headcount=members - 1)


def _more_than_members(draw: st.DrawFn, plan: Plan) -> Plan:
    festival, members = _festival(draw, plan), draw(st.integers(30, 90))
    plan = with_organization(plan, members=members, sector=draw(st.sampled_from(_BASE)))
    when = parse_schedule(festival)
    return _with_gift(plan, title=f"{festival}慰问品", when=when, headcount=members + 1)


def _unknown_region(draw: st.DrawFn, plan: Plan) -> Plan:
    region = draw(st.sampled_from(("云南省", "江西省", "吉林省")))
    festival = _festival(draw, plan)
    plan = with_organization(plan, region=region)
    when = parse_schedule(festival)
    return _with_gift(plan, title=f"{festival}慰问品", when=when, per_head=Money(Decimal(200)))


def _without_form(draw: st.DrawFn, plan: Plan) -> Plan:
    festival = _festival(draw, plan)
    when = parse_schedule(festival)
    return _with_gift(plan, title=f"{festival}慰问品", when=when, per_head=Money(Decimal(200)), form=None)


def _voucher_too_often(draw: st.DrawFn, plan: Plan) -> Plan:
    title = draw(st.sampled_from(("工会消费券", "发放职工消费券")))
    for month in {1: ("4月", "5月"), 2: ("9月", "11月")}[plan.period.half or 1]:
        plan = _with_gift(
            plan, title=title, kind="other", when=parse_schedule(month), form=WelfareForm.VOUCHER
        )
    return plan


def _voucher_as_gift(draw: st.DrawFn, plan: Plan) -> Plan:
    festival = _festival(draw, plan)
    return _with_gift(
        plan, title=f"{festival}消费券", when=parse_schedule(festival), form=WelfareForm.VOUCHER
    )


def _cards(draw: st.DrawFn, plan: Plan) -> Plan:
    card = draw(st.sampled_from(("购物卡", "充值卡", "代金券")))
    festival = _festival(draw, plan)
    return _with_gift(plan, title=f"{festival}发放{card}", when=parse_schedule(festival))


def _presents(draw: st.DrawFn, plan: Plan) -> Plan:
    festival, present = _festival(draw, plan), draw(st.sampled_from(("月饼", "鲜花", "贺卡")))
    return _with_gift(
        with_organization(plan, sector=draw(st.sampled_from(("agency", "school")))),
        title=f"{festival}送{present}",
        kind="other",
        when=parse_schedule(festival),
        fund="行政经费",
    )


# ---------------------------------------------------------------- life events and aid

_CAPS: Final = {
    "UK206": ("birthday", "会员生日蛋糕", 300, WelfareForm.GOODS),
    "UK207": ("wedding", "会员结婚祝贺", 600, WelfareForm.GOODS),
    "UK208": ("childbirth", "会员生育慰问", 600, WelfareForm.GOODS),
    "UK209": ("illness", "看望住院会员", 600, WelfareForm.MONEY),
    "UK210": ("death", "会员去世慰问家属", 2000, WelfareForm.MONEY),
    "UK211": ("bereavement", "会员亲属去世慰问", 1000, WelfareForm.MONEY),
    "UK212": ("retirement", "退休会员纪念品", 2000, WelfareForm.GOODS),
}


def _above_cap(code: str) -> Violation:
    event, title, cap, form = _CAPS[code]

    def violate(draw: st.DrawFn, plan: Plan) -> Plan:
        count = draw(st.none() | st.integers(1, 20))
        measure = WelfareMeasure(
            title=title,
            kind="birthday" if event == "birthday" else "condolence-visit",
            triggers=(event,),
            form=form,
            per_head=Money(cap + _FEN),
            headcount=count,
        )
        return with_content(plan, measure)

    return violate


def _of_event(*events: str, form: WelfareForm, per_head: int | None = None) -> Violation:
    def violate(draw: st.DrawFn, plan: Plan) -> Plan:
        event = draw(st.sampled_from(events))
        measure = WelfareMeasure(
            title="关心会员",
            kind="birthday" if event == "birthday" else "condolence-visit",
            triggers=(event,),
            form=form,
            per_head=None if per_head is None else Money(Decimal(per_head)),
        )
        return with_content(plan, measure)

    return violate


def _with_aid(plan: Plan, **fields: Any) -> Plan:
    told: dict[str, Any] = {
        "title": "困难职工补助",
        "kind": "hardship-aid",
        "form": WelfareForm.MONEY,
        "fund": "工会经费",
    }
    return with_content(plan, WelfareMeasure(**(told | fields)))


def _aid_above_cap(draw: st.DrawFn, plan: Plan) -> Plan:
    return _with_aid(plan, per_head=Money(3000 + _FEN), headcount=draw(st.none() | st.integers(1, 9)))


def _aid_above_year(draw: st.DrawFn, plan: Plan) -> Plan:
    months = "1、3、5月各一次" if plan.period.half == 1 else "8、10、12月各一次"
    often, times = draw(st.sampled_from((("每月", 6), (months, 3))))
    return _with_aid(plan, when=parse_schedule(often), per_head=Money(Decimal(6000) / times + _FEN))


def _aid_without_fund(draw: st.DrawFn, plan: Plan) -> Plan:
    return _with_aid(plan, per_head=Money(Decimal(draw(st.integers(100, 3000)))), fund="")


def _awards(draw: st.DrawFn, plan: Plan) -> Plan:
    count = draw(st.integers(20, 90))
    training = Activity(
        title="工会干部培训班",
        kind="training",
        when=parse_schedule("5月" if plan.period.half == 1 else "10月"),
        owner="办公室",
        participants=count,
        prizes=count * 15 // 100 + 1,
    )
    return with_content(plan, training)


def _no_product(draw: st.DrawFn, plan: Plan) -> Plan:
    each, count = draw(st.integers(100, 900)), draw(st.integers(2, 9))
    cost = Money(each * count + _FEN)
    return _with_aid(plan, per_head=Money(Decimal(each)), headcount=count, cost=cost)


# ---------------------------------------------------------------- who pays, when, and in which words


def _paid_by_union(kind: str, *titles: str) -> Violation:
    def violate(draw: st.DrawFn, plan: Plan) -> Plan:
        title, fund = draw(st.sampled_from(titles)), draw(st.sampled_from(("工会经费", "会费")))
        return with_content(_in_year(plan, 2026), WelfareMeasure(title=title, kind=kind, fund=fund))

    return violate


def _says(*texts: str) -> Callable[[st.DrawFn, Plan], Plan]:
    def violate(draw: st.DrawFn, plan: Plan) -> Plan:
        return with_content(plan, Paragraph(text=draw(st.sampled_from(texts))))

    return violate


def _do_not_count(draw: st.DrawFn, plan: Plan) -> Plan:
    named, least = draw(st.sampled_from((("五", 5), ("六", 6), ("四", 4))))
    known = ("illness", "hardship", "bereavement", "wedding", "birthday", "retirement", "emergency")
    count = draw(st.integers(2, 7).filter(lambda count: count != least))
    measure = WelfareMeasure(title=f"会员{named}必访", kind="condolence-visit", triggers=known[:count])
    return with_content(plan, measure)


VIOLATIONS: Final[Mapping[str, Violation]] = {
    "UK201": _outside_list,
    "UK238": _womens_day,
    "UK239": _aid_as_gift,
    "UK202": _not_goods,
    "UK203": _above_yearly_cap,
    "UK204": _above_festival_cap,
    "UK205": _above_income_share,
    **{code: _above_cap(code) for code in _CAPS},
    "UK213": _aid_above_cap,
    "UK214": _aid_above_year,
    "UK215": _above_own_funds,
    "UK216": _unknown_region,
    "UK217": _of_event("birthday", form=WelfareForm.MONEY),
    "UK218": _of_event("wedding", "childbirth", form=WelfareForm.MONEY),
    "UK219": _of_event("illness", "death", "bereavement", form=WelfareForm.GOODS, per_head=300),
    "UK220": _of_event("retirement", form=WelfareForm.MONEY),
    "UK221": _voucher_too_often,
    "UK222": _voucher_as_gift,
    "UK223": _paid_by_union("retiree-care", "看望退休老同事", "退休人员座谈"),
    "UK224": _paid_by_union("health-check", "职工体检", "女职工健康检查"),
    "UK225": _cards,
    "UK226": _presents,
    "UK227": _not_for_all,
    "UK228": _more_than_members,
    "UK229": _no_product,
    "UK230": _aid_without_fund,
    "UK231": _too_often,
    "UK232": _says("全体会员必须参加职工医疗互助。", "职工互助保障一律参加。"),
    "UK233": _says("今年以清凉饮料冲抵高温津贴。", "高温津贴折成饮料发给大家。"),
    "UK234": _without_form,
    "UK235": _do_not_count,
    "UK236": _says("为低保边缘户职工办理帮扶手续。", "意外致困户的档案由工会小组核对。"),
    "UK237": _awards,
}
