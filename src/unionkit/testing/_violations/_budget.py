"""Breaking the rules about the budget: money by one fen."""

from __future__ import annotations

from collections.abc import Mapping
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
    Table,
    parse_schedule,
)

from ._base import Violation, with_content, with_organization

_FEN: Final = Money("0.01")
_ACTIVITIES: Final = "职工活动支出"
_DUES: Final = "会费收入"


def _money(draw: st.DrawFn, low: int = 1000, high: int = 90000) -> Money:
    return Money(draw(st.integers(low, high)))


def _line(amount: Money, account: str = _ACTIVITIES, item: str = "文体活动", **more: Any) -> BudgetLine:
    return BudgetLine(account=account, item=item, amount=amount, **more)


def _spends(plan: Plan, *lines: BudgetLine) -> Plan:
    return attrs.evolve(plan, budget=Budget(expenditure=lines))


def _earns(plan: Plan, *lines: BudgetLine) -> Plan:
    return attrs.evolve(plan, budget=Budget(income=lines))


def _event(plan: Plan, **more: Any) -> Activity:
    when = parse_schedule("6月" if plan.period.half == 1 else "12月")
    told: dict[str, Any] = {
        "title": "会员联谊活动",
        "kind": "other",
        "when": when,
        "owner": "文体委员",
        **more,
    }
    return Activity(**told)


def _deficit(draw: st.DrawFn, plan: Plan) -> Plan:
    got, left = _money(draw), _money(draw, 0)
    return attrs.evolve(
        plan,
        budget=Budget(
            income=[_line(got, _DUES, "")], expenditure=[_line(got + left + _FEN)], carried_over=left
        ),
    )


def _above_balance(draw: st.DrawFn, plan: Plan) -> Plan:
    left = _money(draw)
    plan = with_organization(plan, funds=Funds(balance=left))
    return attrs.evolve(plan, budget=Budget(carried_over=left + _FEN))


def _unknown_line(draw: st.DrawFn, plan: Plan) -> Plan:
    if draw(st.booleans()):
        plan = _spends(plan, _line(_money(draw), id="sport"), _line(_money(draw), item="宣传", id="news"))
        plan = with_content(plan, _event(plan, line="sport"), _event(plan, title="会员故事征集", line="news"))
    return with_content(plan, _event(plan, title="会员手工体验", line="sports"))


def _from_income(draw: st.DrawFn, plan: Plan) -> Plan:
    plan = _earns(plan, _line(_money(draw), _DUES, "", id="dues"))
    return with_content(plan, _event(plan, line="dues"))


def _overspent(draw: st.DrawFn, plan: Plan) -> Plan:
    most, rest = _money(draw), _money(draw)
    if draw(st.booleans()):
        plan = _spends(plan, _line(most, id="sport"))
    else:
        plan = _spends(plan, _line(most, limit=most + rest, id="sport"))
    first = Money(draw(st.integers(0, int(most.yuan))))
    return with_content(
        plan,
        _event(plan, cost=first, line="sport"),
        _event(plan, title="会员手工体验", cost=most - first + _FEN, line="sport"),
    )


def _above_limit(draw: st.DrawFn, plan: Plan) -> Plan:
    limit = _money(draw)
    return _spends(plan, _line(limit + _FEN, limit=limit))


def _without_line(draw: st.DrawFn, plan: Plan) -> Plan:
    plan = _spends(plan, _line(_money(draw), id="sport"))
    plan = with_content(plan, _event(plan, line="sport"))
    return with_content(plan, _event(plan, title="会员手工体验", cost=_money(draw)))


def _idle_line(draw: st.DrawFn, plan: Plan) -> Plan:
    plan = _spends(plan, _line(_money(draw), id="sport"), _line(_money(draw), item="宣传", id="news"))
    return with_content(plan, _event(plan, line="sport"))


def _repeated_line(draw: st.DrawFn, plan: Plan) -> Plan:
    return _spends(plan, _line(_money(draw)), _line(_money(draw)))


def _counted_twice(draw: st.DrawFn, plan: Plan) -> Plan:
    parts = [_line(_money(draw)), _line(_money(draw), item="宣传")]
    whole = _line(parts[0].amount + parts[1].amount, item="")
    return _spends(plan, *draw(st.permutations([whole, *parts])))


def _empty_line(draw: st.DrawFn, plan: Plan) -> Plan:
    return _spends(plan, _line(_money(draw)), _line(Money.ZERO, "维权支出", ""))


def _unknown_income(draw: st.DrawFn, plan: Plan) -> Plan:
    account = draw(st.sampled_from(("会费", "拨交经费收入", "401 会费收入", "活动收入")))
    return _earns(plan, _line(_money(draw), account, ""))


def _unknown_spending(draw: st.DrawFn, plan: Plan) -> Plan:
    account = draw(st.sampled_from(("维权费", "业务费", "文体活动费", "503业务支出")))
    return _spends(plan, _line(Money(90000)), _line(_money(draw), account, "其他"))


def _wrong_side(draw: st.DrawFn, plan: Plan) -> Plan:
    if draw(st.booleans()):
        return _earns(plan, _line(_money(draw), draw(st.sampled_from(("维权支出", "业务支出"))), ""))
    return _spends(plan, _line(_money(draw), draw(st.sampled_from(("行政补助收入", "会费"))), ""))


def _of_county(draw: st.DrawFn, plan: Plan) -> Plan:
    account = draw(st.sampled_from(("行政支出", "职工活动组织支出")))
    plan = with_organization(plan, sector=draw(st.sampled_from(("town", "community", "agency"))))
    return _spends(plan, _line(Money(90000)), _line(_money(draw), account, "其他"))


def _mixed_systems(draw: st.DrawFn, plan: Plan) -> Plan:
    new = draw(st.sampled_from(("职工服务支出", "对附属单位的支出")))
    return _spends(plan, _line(_money(draw), new, ""), _line(_money(draw), "事业支出", ""))


def _foreign_account(draw: st.DrawFn, plan: Plan) -> Plan:
    account = draw(st.sampled_from(("业务支出", "维权支出")))
    plan = _spends(plan, _line(Money(90000), item="宣传"), _line(_money(draw), account, "其他", id="work"))
    return with_content(plan, _event(plan, kind="culture-sport", line="work"))


def _payroll(draw: st.DrawFn) -> Money:
    return Money(draw(st.integers(20, 400)) * 10000)


def _dues_above(draw: st.DrawFn, plan: Plan) -> Plan:
    payroll = _payroll(draw)
    dues = payroll * Decimal("0.005") + _FEN
    if draw(st.booleans()):
        return with_organization(plan, payroll=payroll, funds=Funds(dues=dues))
    return _earns(with_organization(plan, payroll=payroll), _line(dues, _DUES, ""))


def _off_rate(draw: st.DrawFn, plan: Plan) -> Plan:
    payroll = _payroll(draw)
    due = payroll * Decimal("0.02")
    paid = draw(st.sampled_from((due - _FEN, due + _FEN)))
    return with_organization(plan, payroll=payroll, funds=Funds(appropriation=paid))


def _retained_off(draw: st.DrawFn, plan: Plan) -> Plan:
    payroll, share = _payroll(draw), draw(st.integers(51, 90))
    kept = payroll * Decimal("0.0002") * share
    plan = with_organization(plan, payroll=payroll, funds=Funds(retained=Quantity(share, "%")))
    return _earns(plan, _line(kept + _FEN, "拨缴经费收入", ""))


def _below_floor(draw: st.DrawFn, plan: Plan) -> Plan:
    share = Quantity(Decimal(draw(st.integers(0, 399))) / 10, "%")
    sector = draw(st.sampled_from(("town", "community", "agency")))
    return with_organization(plan, sector=sector, funds=Funds(retained=share))


def _top_up(draw: st.DrawFn, plan: Plan) -> Plan:
    dues = _money(draw)
    region, year, times = draw(
        st.sampled_from((("山东省", 2024, 4), ("山东省", 2026, 4), ("陕西省", 2026, 5)))
    )
    plan = attrs.evolve(plan, period=attrs.evolve(plan.period, year=year))
    plan = with_organization(plan, region=region, funds=Funds(dues=dues))
    title = draw(st.sampled_from(("会员观影", "会员看电影")))
    return with_content(plan, _event(plan, title=title, cost=dues * times + _FEN))


def _unlike_organization(draw: st.DrawFn, plan: Plan) -> Plan:
    dues = _money(draw)
    return _earns(with_organization(plan, funds=Funds(dues=dues)), _line(dues + _FEN, _DUES, ""))


def _year_in_half(draw: st.DrawFn, plan: Plan) -> Plan:
    dues = _money(draw)
    return _earns(with_organization(plan, funds=Funds(dues=dues)), _line(dues, _DUES, ""))


def _little(draw: st.DrawFn, plan: Plan) -> Plan:
    ours = _money(draw)
    plan = with_organization(plan, sector=draw(st.sampled_from(("town", "community", "agency"))))
    return _spends(plan, _line(ours), _line(ours + _FEN, "业务支出", "会议"))


def _sent_up(draw: st.DrawFn, plan: Plan) -> Plan:
    text = draw(st.sampled_from(("会费按时上缴区总工会。", "每季度向上级工会上交会费一次。")))
    return with_content(plan, Paragraph(text=text))


def _refund(draw: st.DrawFn, plan: Plan) -> Plan:
    text = draw(st.sampled_from(("落实小额缴费返还政策。", "工会经费全额返还后多办活动。")))
    return with_content(plan, Paragraph(text=text))


def _full_time(draw: st.DrawFn, plan: Plan) -> Plan:
    plan = with_organization(plan, sector=draw(st.sampled_from(("school", "enterprise"))))
    item = draw(st.sampled_from(("专职工会干部工资", "专职人员补贴")))
    return _spends(plan, _line(Money(90000)), _line(_money(draw), "业务支出", item))


def _premises(draw: st.DrawFn, plan: Plan) -> Plan:
    item = draw(st.sampled_from(("办公用房维修", "活动中心建设", "房租")))
    return _spends(plan, _line(Money(90000)), _line(_money(draw), "资本性支出", item))


def _forbidden(draw: st.DrawFn, plan: Plan) -> Plan:
    item = draw(st.sampled_from(("招待费", "职工健身卡", "学校水电费", "对外借款")))
    return _spends(plan, _line(Money(90000)), _line(_money(draw), "其他支出", item))


def _bonus(draw: st.DrawFn, plan: Plan) -> Plan:
    item = draw(st.sampled_from(("年终奖金", "加班补贴", "通讯补贴")))
    return _spends(plan, _line(Money(90000)), _line(_money(draw), "其他支出", item))


def _to_unit(draw: st.DrawFn, plan: Plan) -> Plan:
    item = draw(st.sampled_from(("划转行政使用", "返还单位", "行政借用")))
    return _spends(plan, _line(Money(90000)), _line(_money(draw), "其他支出", item))


def _merged(draw: st.DrawFn, plan: Plan) -> Plan:
    text = draw(st.sampled_from(("工会经费转入单位基本账户。", "会费存入行政账户，由财务代管。")))
    return with_content(plan, Paragraph(text=text))


def _of_a_year(draw: st.DrawFn, plan: Plan, text: str) -> Plan:
    plan = with_organization(plan, sector=draw(st.sampled_from(("town", "community", "agency"))))
    plan = attrs.evolve(plan, period=Period(year=plan.period.year))
    return with_content(_spends(plan, _line(_money(draw))), Paragraph(text=text))


def _no_audit(draw: st.DrawFn, plan: Plan) -> Plan:
    return _of_a_year(draw, plan, "年底向会员大会报告全年经费收支。")


def _no_report(draw: st.DrawFn, plan: Plan) -> Plan:
    return _of_a_year(draw, plan, "经费审查委员会年内审查一次账目。")


def _mixed_units(draw: st.DrawFn, plan: Plan) -> Plan:
    rows = [
        ["联谊活动", f"{draw(st.integers(2000, 9000))}元"],
        ["技能比赛", f"{draw(st.integers(2, 9))}万元"],
    ]
    return with_content(plan, Table(head=["项目", "预算"], rows=draw(st.permutations(rows))))


def _without_unit(draw: st.DrawFn, plan: Plan) -> Plan:
    rows = [["联谊活动", str(draw(st.integers(2000, 9000)))], ["技能比赛", str(draw(st.integers(2, 9)))]]
    return with_content(plan, Table(head=["项目", draw(st.sampled_from(("预算", "金额")))], rows=rows))


VIOLATIONS: Final[Mapping[str, Violation]] = {
    "UK601": _deficit,
    "UK602": _above_balance,
    "UK603": _unknown_line,
    "UK604": _from_income,
    "UK605": _overspent,
    "UK606": _above_limit,
    "UK607": _without_line,
    "UK608": _idle_line,
    "UK609": _repeated_line,
    "UK610": _counted_twice,
    "UK611": _empty_line,
    "UK612": _unknown_income,
    "UK613": _unknown_spending,
    "UK614": _wrong_side,
    "UK615": _of_county,
    "UK616": _mixed_systems,
    "UK617": _foreign_account,
    "UK618": _dues_above,
    "UK619": _off_rate,
    "UK620": _retained_off,
    "UK621": _below_floor,
    "UK622": _top_up,
    "UK623": _unlike_organization,
    "UK624": _year_in_half,
    "UK625": _little,
    "UK626": _sent_up,
    "UK627": _refund,
    "UK628": _full_time,
    "UK629": _premises,
    "UK630": _forbidden,
    "UK631": _bonus,
    "UK632": _to_unit,
    "UK633": _merged,
    "UK634": _no_audit,
    "UK635": _no_report,
    "UK636": _mixed_units,
    "UK637": _without_unit,
}
