"""The rules about the budget: what each finds, and what only looks as if it broke the rule."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.files import load_plan
from unionkit.model import Budget, BudgetLine, Money, Period, Plan
from unionkit.rules import Finding, Severity, check_plan
from unionkit.rules._budget import RULES
from unionkit.testing import budgets, plans

RULE = {rule.code: rule for rule in RULES}
CODES = sorted(RULE)
SPORT = "{account: 职工活动支出, item: 文体活动, amount: 20000, id: sport}"


def plan(content: str = "", *, year: int | None = 2026, half: int | None = 2, **more: str) -> Plan:
    """A plan with some content, and what else is written of it."""
    told = ", ".join(f"{key}: {value}" for key, value in (("year", year), ("half", half)) if value)
    lines = [f"period: {{{told}}}", *(f"{key}: {value}" for key, value in more.items())]
    return load_plan(
        "\n".join([*lines, "content:", content]) if content else "\n".join([*lines, "content: []"])
    )


def found(checked: Plan) -> list[Finding]:
    """What the rules of this family find, in both languages."""
    findings = list(check_plan(checked, RULES))
    assert all(each.message("zh") and each.message("en") for each in findings)
    return findings


def codes(checked: Plan) -> list[str]:
    """The codes of it."""
    return [each.code for each in found(checked)]


def spends(*lines: str, more: str = "") -> str:
    """A budget with lines of expenditure."""
    return f"{{expenditure: [{', '.join(lines)}]{more}}}"


def spent_on(item: str, account: str = "其他支出") -> str:
    """A budget with a line of expenditure for something."""
    return spends(f"{{account: {account}, item: {item}, amount: 500}}")


def earns(account: str, amount: object) -> str:
    """A budget with one line of income."""
    return f"{{income: [{{account: {account}, amount: {amount}}}]}}"


def union(**told: object) -> str:
    """An organization."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in told.items()) + "}"


DEFICIT = (
    "{{income: [{{account: 会费收入, amount: 20000}}], expenditure: [{{account: 维权支出, amount: {}}}]{}}}"
)
GIFT = "- {{welfare: 慰问品, kind: festival-gift, when: {}, per_head: 100, headcount: {}, line: sport}}"
PAID = "{payroll: 10000000, funds: {%s}}"

BROKEN = [
    ("UK601", plan(budget=DEFICIT.format("20000.01", ""))),
    ("UK601", plan(budget=DEFICIT.format("26000.01", ", carried_over: 6000"))),
    ("UK602", plan(budget="{carried_over: 300.01}", organization="{funds: {balance: 300}}")),
    ("UK602", plan(budget="{carried_over: 1}", organization="{funds: {balance: 0}}")),
    ("UK603", plan("- {activity: 会, line: sports}", budget=spends(SPORT))),
    ("UK603", plan("- {welfare: 慰问, line: sport}")),
    ("UK603", plan("- {text: 慰问。, facts: [{welfare: 慰问, line: a}]}", budget=spent_on("宣传"))),
    (
        "UK604",
        plan("- {activity: 会, line: a}", budget="{income: [{account: 会费收入, amount: 9, id: a}]}"),
    ),
    ("UK605", plan("- {activity: 会, cost: 20000.01, line: sport}", budget=spends(SPORT))),
    (
        "UK605",
        plan(
            "- {activity: 会, cost: 12000, line: sport}\n- {welfare: 慰问, cost: 8000.01, line: sport}",
            budget=spends(SPORT),
        ),
    ),
    ("UK605", plan(GIFT.format("中秋节", 201), budget=spends(SPORT))),
    ("UK605", plan(GIFT.format("中秋节、国庆节", 101), budget=spends(SPORT))),
    (
        "UK605",
        plan(
            "- {activity: 会, cost: 900.01, line: a}",
            budget=spends("{account: 职工活动支出, amount: 2000, limit: 900, id: a}"),
        ),
    ),
    ("UK606", plan(budget=spends("{account: 维权支出, amount: 900.01, limit: 900}"))),
    ("UK607", plan("- {activity: 会, cost: 0.01}", budget=spends(SPORT))),
    ("UK607", plan("- {welfare: 慰问, per_head: 100, headcount: 2, fund: 工会经费}", budget=spends(SPORT))),
    (
        "UK608",
        plan(
            "- {activity: 会, line: sport}",
            budget=spends(SPORT, "{account: 维权支出, amount: 500, id: aid}"),
        ),
    ),
    ("UK609", plan(budget=spends(SPORT, "{account: 职工活动费, item: 文体 活动, amount: 1}"))),
    ("UK609", plan(budget=spends("{account: 维权支出, amount: 2}", "{account: 维权支出, amount: 2}"))),
    (
        "UK610",
        plan(
            budget=spends(
                "{account: 维权支出, amount: 3.01}",
                "{account: 维权支出, item: 帮扶, amount: 2}",
                "{account: 维权支出, item: 法律援助, amount: 1.01}",
            )
        ),
    ),
    ("UK611", plan(budget=spends("{account: 维权支出, amount: 0}"))),
    ("UK612", plan(budget=earns("会费", 100))),
    ("UK612", plan(budget=earns("401 会费收入", 100))),
    ("UK612", plan(budget=earns("门票收入", 100))),
    ("UK613", plan(budget=spends("{account: 业务费, amount: 100}"))),
    ("UK613", plan(budget=spends("{account: 春游, amount: 100}"), organization="{sector: school}")),
    ("UK614", plan(budget=earns("业务支出", 100))),
    ("UK614", plan(budget=spends("{account: 会费, amount: 100}"))),
    ("UK615", plan(budget=spent_on("办公费", "行政支出"), organization="{sector: school}")),
    ("UK615", plan(budget=spent_on("春游", "职工活动组织支出"), organization="{sector: enterprise}")),
    (
        "UK616",
        plan(budget="{income: [{account: 事业收入, amount: 9}, {account: 附属单位上缴收入, amount: 9}]}"),
    ),
    (
        "UK616",
        plan(budget=spends("{account: 事业支出, amount: 9}", "{account: 职工服务支出, amount: 9}")),
    ),
    (
        "UK617",
        plan(
            "- {activity: 秋游, kind: outing, line: a}", budget=spends("{account: 业务费, amount: 9, id: a}")
        ),
    ),
    ("UK617", plan("- {welfare: 帮扶, kind: hardship-aid, line: sport}", budget=spends(SPORT))),
    ("UK618", plan(organization=PAID % "dues: 50000.01")),
    ("UK618", plan(organization="{payroll: 10000000}", budget=earns("会费", "50000.01"))),
    ("UK619", plan(organization=PAID % "appropriation: 199999.99")),
    ("UK619", plan(organization=PAID % "appropriation: 200000.01")),
    ("UK619", plan(organization=PAID % "appropriation: 120000")),
    ("UK619", plan(organization="{payroll: 12345678, funds: {appropriation: 245000}}")),
    ("UK619", plan("- 行政按工资总额的1.5%拨缴工会经费。")),
    ("UK619", plan("- 督促公司拨缴工会经费达到工资总额的1.8%。")),
    ("UK620", plan(organization=PAID % "retained: 60%", budget=earns("拨缴经费收入", "120000.01"))),
    ("UK620", plan(half=None, organization=PAID % "retained: 60%", budget=earns("拨缴经费", "119999.99"))),
    (
        "UK620",
        plan(
            half=None,
            organization="{funds: {appropriation: 200000, retained: 60%}}",
            budget=earns("拨缴经费收入", 60000),
        ),
    ),
    ("UK621", plan(organization="{funds: {retained: 39.9%}}")),
    (
        "UK622",
        plan(
            "- {activity: 春游, kind: outing, cost: 4000.01}", year=2024, organization="{funds: {dues: 1000}}"
        ),
    ),
    (
        "UK622",
        plan(
            "- {activity: 春游, kind: outing, cost: 3000}\n- {activity: 观看电影, cost: 2000.01}",
            organization="{region: 陕西省, funds: {dues: 1000}}",
        ),
    ),
    ("UK622", plan("- {activity: 春游, kind: outing, cost: 9000}", organization="{funds: {dues: 1000}}")),
    ("UK623", plan(organization="{funds: {dues: 100}}", budget=earns("会费收入", "100.01"))),
    ("UK623", plan(half=None, organization="{funds: {dues: 100}}", budget=earns("会费收入", "99.99"))),
    ("UK624", plan(organization="{funds: {dues: 100}}", budget=earns("会费收入", 100))),
    (
        "UK625",
        plan(budget=spends("{account: 维权支出, amount: 99.99}", "{account: 业务支出, amount: 100}")),
    ),
    ("UK626", plan("- 保证完成总工会会费上交。", year=None)),
    ("UK626", plan("- 会费足额上缴区总工会。")),
    ("UK626", plan(budget=spent_on("上缴会费", "业务支出"))),
    ("UK627", plan("- 小额缴费工会经费返还后用于慰问。", year=2025)),
    ("UK627", plan("- 工会经费全额返还，多办活动。")),
    ("UK627", plan(budget="{income: [{account: 其他收入, item: 小额缴费返还, amount: 9}]}")),
    ("UK628", plan(organization="{sector: school}", budget=spent_on("专职主席津贴"))),
    ("UK628", plan(organization="{sector: hospital}", budget=spent_on("工资（专职干部）"))),
    ("UK628", plan(organization="{sector: social-org}", budget=spent_on("专职人员工资"))),
    ("UK629", plan(budget=spent_on("办公用房租金", "资本性支出"))),
    ("UK629", plan(budget=spent_on("活动中心装修", "资本性支出"))),
    ("UK630", plan(budget=spent_on("业务招待"))),
    ("UK630", plan(budget=spent_on("健身年卡"))),
    ("UK630", plan(budget=spent_on("为下属公司担保"))),
    ("UK630", plan(budget=spent_on("学校水电费"))),
    ("UK631", plan(budget=spent_on("年终奖金"))),
    ("UK631", plan(budget=spent_on("过节费"))),
    ("UK631", plan("- {welfare: 全员补贴}")),
    (
        "UK631",
        plan("- {welfare: 关怀, form: money, headcount: 186}", organization="{members: 186}"),
    ),
    ("UK632", plan(budget=spent_on("上缴行政"))),
    ("UK632", plan(budget=spent_on("学校借用"))),
    ("UK632", plan(budget=spent_on("弥补单位经费"))),
    ("UK633", plan("- 会费存入学校账户。")),
    ("UK633", plan("- 工会账与行政账合并核算。")),
    ("UK634", plan("- 年底公布经费收支。", half=None, budget=spends(SPORT))),
    ("UK635", plan("- 经费审查委员会审查一次。", half=None, budget=spends(SPORT))),
    ("UK636", plan("- {table: [事项, 预算], rows: [[甲, 800元], [乙, 2万元]]}")),
    ("UK636", plan("- {table: [事项, 预算（万元）], rows: [[甲, 800元]]}")),
    ("UK636", plan("- {table: [事项, 预算], unit: 万元, rows: [[甲, 800元]]}")),
    ("UK637", plan("- {table: [事项, 金额], rows: [[甲, '800'], [乙, '1,200.50']]}")),
]
SOUND = [
    ("UK601", plan(budget=DEFICIT.format("20000", ""))),
    ("UK601", plan(budget=DEFICIT.format("26000", ", carried_over: 6000"))),
    ("UK601", plan(budget=spends(SPORT))),
    ("UK601", plan(year=None, half=None, budget=DEFICIT.format("30000", ""))),
    ("UK602", plan(budget="{carried_over: 300}", organization="{funds: {balance: 300}}")),
    ("UK602", plan(budget="{carried_over: 300}")),
    ("UK603", plan("- {activity: 会, line: sport}", budget=spends(SPORT))),
    ("UK603", plan("- {activity: 会}")),
    ("UK604", plan("- {activity: 会, line: sport}", budget=spends(SPORT))),
    ("UK605", plan("- {activity: 会, cost: 20000, line: sport}", budget=spends(SPORT))),
    ("UK605", plan(GIFT.format("中秋节", 200), budget=spends(SPORT))),
    ("UK605", plan(GIFT.format("中秋节、国庆节", 100), budget=spends(SPORT))),
    ("UK605", plan(GIFT.format("春节、国庆节", 200), budget=spends(SPORT))),
    ("UK605", plan(GIFT.format("中秋节、12月", 200), budget=spends(SPORT))),
    ("UK605", plan(GIFT.format("中秋节", "约999人"), budget=spends(SPORT))),
    ("UK605", plan("- {activity: 会, when: 每月, cost: 20000, line: sport}", budget=spends(SPORT))),
    (
        "UK605",
        plan(
            "- {welfare: 生日, kind: birthday, when: 每月, per_head: 100, headcount: 200, line: sport}",
            budget=spends(SPORT),
        ),
    ),
    (
        "UK605",
        plan(
            "- {role: review, heading: 回顾, content: [{activity: 会, cost: 99999, line: sport}]}",
            budget=spends(SPORT),
        ),
    ),
    ("UK606", plan(budget=spends("{account: 维权支出, amount: 900, limit: 900}"))),
    ("UK607", plan("- {activity: 会, cost: 1}", budget=spent_on("宣传"))),
    ("UK607", plan("- {activity: 会, cost: 1, host: 教务处}", budget=spends(SPORT))),
    ("UK607", plan("- {welfare: 体检, cost: 1, fund: 学校经费}", budget=spends(SPORT))),
    ("UK607", plan("- {activity: 会, cost: 1, done: true}", budget=spends(SPORT))),
    ("UK608", plan("- {activity: 会, cost: 1}", budget=spends(SPORT))),
    ("UK608", plan("- {activity: 会, line: sport, done: true}", budget=spends(SPORT))),
    ("UK609", plan(budget=spends(SPORT, "{account: 职工活动支出, item: 宣传, amount: 20000}"))),
    (
        "UK609",
        plan(
            budget="{income: [{account: 其他收入, amount: 9}], expenditure: [{account: 其他支出, amount: 9}]}"
        ),
    ),
    (
        "UK610",
        plan(
            budget=spends(
                "{account: 维权支出, amount: 3}",
                "{account: 维权支出, item: 帮扶, amount: 2}",
                "{account: 维权支出, item: 法律援助, amount: 1.01}",
            )
        ),
    ),
    ("UK611", plan(budget=spends("{account: 维权支出, amount: 0.01}"))),
    *(
        ("UK612", plan(budget=earns(account, 100)))
        for account in ("会费收入", "投资收益", "事业收入", "业务支出")
    ),
    ("UK612", plan(year=2021, budget=earns("会费", 100))),
    (
        "UK612",
        plan(budget="{income: [{account: 会费收入, amount: 9}, {account: 会员会费, amount: 8}]}"),
    ),
    ("UK613", plan(budget=spends(SPORT, "{account: 事业支出, amount: 9}"))),
    ("UK613", plan(budget=spends("{account: 会费收入, amount: 9}"))),
    ("UK614", plan(budget=earns("门票收入", 100))),
    ("UK614", plan(budget=earns("会费", 100))),
    ("UK615", plan(budget=spent_on("办公费", "行政支出"), organization="{sector: federation}")),
    ("UK615", plan(budget=spent_on("办公费", "行政支出"))),
    ("UK616", plan(budget=spends(SPORT, "{account: 事业支出, amount: 9}"))),
    ("UK616", plan(budget=spends(SPORT, "{account: 职工服务支出, amount: 9}"))),
    ("UK617", plan("- {activity: 秋游, kind: outing, line: sport}", budget=spends(SPORT))),
    (
        "UK617",
        plan(
            "- {activity: 会, kind: meeting, line: a}", budget=spends("{account: 业务支出, amount: 9, id: a}")
        ),
    ),
    ("UK618", plan(organization=PAID % "dues: 50000")),
    ("UK618", plan(organization="{payroll: 10000000}")),
    ("UK618", plan(organization="{funds: {dues: 90000}}")),
    ("UK619", plan(organization=PAID % "appropriation: 200000")),
    ("UK619", plan(organization=PAID % "appropriation: 120000, retained: 60%")),
    *(
        ("UK619", plan(f"- {text}"))
        for text in (
            "行政按工资总额的2%拨缴工会经费。",
            "去年公司按工资总额的1.5%拨缴，今年足额拨缴。",
            "工会经费按工资总额的0.8%上缴上级工会。",
            "按工资总额的0.8%拨缴上级工会。",
            "按工资总额的1.5%计提职工教育经费。",
        )
    ),
    ("UK619", plan(organization="{payroll: 12345678, funds: {appropriation: 247000}}")),
    ("UK619", plan(organization="{payroll: 12345678, funds: {appropriation: 246913.56}}")),
    *(
        ("UK620", plan(organization=PAID % "retained: 60%", budget=earns("拨缴经费收入", amount)))
        for amount in (60000, 55000, 120000, 200000)
    ),
    ("UK620", plan(organization=PAID % "retained: 45%", budget=earns("拨缴经费收入", 100000))),
    ("UK620", plan(half=None, organization=PAID % "retained: 60%", budget=earns("拨缴经费收入", 120000))),
    ("UK620", plan(half=None, organization=PAID % "retained: 60%", budget=earns("会费收入", 1))),
    ("UK620", plan(half=None, organization="{funds: {retained: 60%}}", budget=earns("拨缴经费收入", 1))),
    ("UK621", plan(organization="{funds: {retained: 40%}}")),
    ("UK621", plan(organization="{sector: federation, funds: {retained: 15%}}")),
    (
        "UK622",
        plan("- {activity: 春游, kind: outing, cost: 4000}", year=2024, organization="{funds: {dues: 1000}}"),
    ),
    ("UK622", plan("- {activity: 春游, kind: outing, cost: 4000}", organization="{funds: {dues: 1000}}")),
    (
        "UK622",
        plan(
            "- {activity: 春游, kind: outing, cost: 5000}",
            organization="{region: 陕西省, funds: {dues: 1000}}",
        ),
    ),
    ("UK622", plan("- {activity: 运动会, cost: 9000}", year=2024, organization="{funds: {dues: 1000}}")),
    ("UK623", plan(organization="{funds: {dues: 100}}", budget=earns("会费收入", 55))),
    ("UK623", plan(half=None, organization="{funds: {dues: 100}}", budget=earns("会费收入", 100))),
    ("UK623", plan(half=None, organization="{funds: {dues: 100}}", budget=spends(SPORT))),
    ("UK624", plan(half=None, organization="{funds: {dues: 100}}", budget=earns("会费收入", 100))),
    (
        "UK624",
        plan("- 本预算为全年预算。", organization="{funds: {dues: 100}}", budget=earns("会费收入", 100)),
    ),
    (
        "UK624",
        plan(
            organization="{funds: {dues: 100}}",
            budget="{income: [{account: 会费收入, amount: 100, note: 全年数}]}",
        ),
    ),
    (
        "UK625",
        plan(budget=spends("{account: 维权支出, amount: 100}", "{account: 业务支出, amount: 100}")),
    ),
    ("UK625", plan(budget=spent_on("会议", "业务支出"), organization="{sector: federation}")),
    ("UK625", plan(budget=spent_on("会议", "会议费"))),
    ("UK626", plan("- 按时收缴、上交会费，完成上级工会布置的工作。")),
    ("UK626", plan("- 会费不上缴上级工会，全部留用。")),
    ("UK626", plan("- 会员按月缴纳会费，工会经费按时上缴。")),
    ("UK626", plan("- 按比例上缴工会费。")),
    ("UK626", plan("- {role: review, heading: 回顾, content: [上半年向上级工会上缴会费。]}")),
    ("UK626", plan("- 纠正把会费上缴区总工会的做法。")),
    ("UK627", plan("- 工会经费全额返还，多办活动。", year=2024)),
    ("UK627", plan("- 过去小额缴费工会经费返还，现在足额缴纳。")),
    ("UK627", plan("- 按工财发〔2025〕1号，小额缴费全额返还。")),
    (
        "UK627",
        plan(
            budget="{income: [{account: 其他收入, item: 小额缴费返还, amount: 9, note: 工财发〔2025〕1号}]}"
        ),
    ),
    ("UK627", plan("- {role: review, heading: 回顾, content: [小额缴费工会经费返还到位。]}")),
    ("UK628", plan(organization="{sector: town}", budget=spent_on("专职人员工资"))),
    ("UK628", plan(organization="{sector: school}", budget=spent_on("工资集体协商培训"))),
    ("UK628", plan(organization="{sector: school}", budget=spent_on("兼职工会干部补贴"))),
    *(("UK629", plan(budget=spent_on(item))) for item in ("办公室用品", "活动场地租金", "职工书屋")),
    (
        "UK629",
        plan(
            budget=spends(
                "{account: 资本性支出, item: 办公用房维修, amount: 9, note: 不足部分，学校承担八成}"
            )
        ),
    ),
    *(
        ("UK630", plan(budget=spent_on(item)))
        for item in ("防范非法集资宣传", "信访接待费", "民营企业招聘会", "慰问学校水电工", "工会会员卡制作")
    ),
    *(
        ("UK631", plan(budget=spent_on(item)))
        for item in ("年终奖品", "困难职工取暖补贴", "技能比赛奖金", "季度奖励优秀通讯员")
    ),
    ("UK631", plan("- {welfare: 关怀, form: money, headcount: 185}", organization="{members: 186}")),
    (
        "UK631",
        plan("- {welfare: 慰问, form: money, headcount: 9, trigger: illness}", organization="{members: 9}"),
    ),
    ("UK631", plan("- {welfare: 年终奖金, fund: 单位行政经费}")),
    ("UK631", plan("- {welfare: 年终奖金, done: true}")),
    *(
        ("UK632", plan(budget=spent_on(item)))
        for item in ("拨给学校分工会", "返还企业工会经费", "归还单位垫付款", "补助困难职工")
    ),
    ("UK633", plan("- 工会经费不得存入学校账户。")),
    ("UK633", plan("- 学校把拨缴的工会经费纳入年度预算。")),
    ("UK633", plan("- {role: review, heading: 回顾, content: [会费曾存入学校账户。]}")),
    ("UK633", plan("- 以前会费存入学校账户，现已单独开户。")),
    ("UK633", plan("- 整改“工会经费转入学校账户”的问题。")),
    ("UK634", plan(budget=spends(SPORT))),
    ("UK634", plan("- {activity: 经审会会议}", half=None, budget=spends(SPORT))),
    ("UK634", plan(half=None, budget="{carried_over: 9}")),
    ("UK623", plan(year=None, half=None, organization="{funds: {dues: 100}}", budget=earns("会费收入", 55))),
    ("UK635", plan(budget=spends(SPORT))),
    ("UK635", plan("- 年底向会员公布经费收支。", half=None, budget=spends(SPORT))),
    ("UK636", plan("- {table: [事项, 预算, 人均], rows: [[甲, 2万元, 800元], [乙, 3万元, 每人900元]]}")),
    ("UK636", plan("- {table: [事项, 预算（元）], unit: 万元, rows: [[甲, 800元]]}")),
    ("UK637", plan("- {table: [事项, 金额], unit: 元, rows: [[甲, '800'], [乙, '120']]}")),
    ("UK637", plan("- {table: [事项, 金额], rows: [[甲, '800'], [乙, 120元]]}")),
    ("UK637", plan("- {table: [事项, 合计], rows: [[甲, '800'], [乙, '120']]}")),
    ("UK637", plan("- {table: [事项, 金额], rows: [[甲, '800'], [乙, 待定]]}")),
]


@pytest.mark.parametrize(("code", "checked"), BROKEN)
def test_a_rule_finds_what_breaks_it(code, checked):
    """Once."""
    assert codes(checked).count(code) == 1


@pytest.mark.parametrize(("code", "checked"), SOUND)
def test_a_rule_lets_near_misses_pass(code, checked):
    """What looks as if it broke the rule does not."""
    assert code not in codes(checked)


def test_every_rule_has_a_row_in_both_tables():
    """A rule that nothing breaks, or everything, would not be noticed otherwise."""
    assert sorted({code for code, _ in BROKEN}) == CODES
    assert sorted({code for code, _ in SOUND}) == CODES


@given(checked=plans(), budget=budgets())
def test_whatever_a_budget_holds_every_rule_can_look_at_it(checked, budget):
    """No rule fails, and every finding can be worded."""
    assert set(codes(attrs.evolve(checked, budget=budget))) <= set(CODES)


@given(
    earned=st.integers(1, 10**8),
    carried=st.integers(0, 10**8),
    over=st.integers(-(10**4), 10**4),
)
def test_a_budget_is_in_deficit_exactly_from_the_first_fen(earned, carried, over):
    """Income and carry-over may be spent to the last fen."""
    money = [Money(Decimal(fen) / 100) for fen in (earned, max(0, earned + carried + over), carried)]
    checked = Plan(
        period=Period(year=2026, half=2),
        budget=Budget(
            income=[BudgetLine(account="会费收入", amount=money[0])],
            expenditure=[BudgetLine(account="维权支出", amount=money[1])],
            carried_over=money[2],
        ),
    )

    assert ("UK601" in codes(checked)) is (money[1] > money[0] + money[2])


@pytest.mark.parametrize(
    ("budget", "code", "mended"),
    [
        (earns("拨交经费", 9), "UK612", "拨缴经费收入"),
        (earns("402 拨缴经费收入", 9), "UK612", "拨缴经费收入"),
        (spends("{account: 职工活动费, item: 文体, amount: 9}"), "UK613", "职工活动支出"),
        (spends("{account: 职工活动组织支出, item: 文体, amount: 9}"), "UK615", "职工活动支出"),
    ],
)
def test_an_account_with_one_meaning_is_mended(budget, code, mended):
    """The line then names the account, the rule finds nothing more, and the fix fits no second time."""
    checked = plan(budget=budget, organization="{sector: school}")
    (finding,) = (each for each in found(checked) if each.code == code)
    assert finding.fix is not None
    done = finding.fix.applied(checked)

    assert done is not None
    assert done.value_at(finding.path) == mended
    assert set(codes(done)) == set(codes(checked)) - {code}
    assert finding.fix.applied(done) is None


@pytest.mark.parametrize(
    ("budget", "code"),
    [
        (earns("门票收入", 9), "UK612"),
        (spends("{account: 春游, amount: 9}"), "UK613"),
        (spends(SPORT, "{account: 职工活动组织支出, item: 春游, amount: 9}"), "UK615"),
        (spends("{account: 行政支出, amount: 9}"), "UK615"),
    ],
)
def test_an_account_that_may_mean_several_is_left_to_the_author(budget, code):
    """A guess would put the money under the wrong head."""
    (finding,) = (
        each for each in found(plan(budget=budget, organization="{sector: school}")) if each.code == code
    )

    assert finding.fix is None


def test_the_clock_decides_which_top_up_is_cited():
    """The old multiple ends in March 2025; what the province then says is taken instead."""
    outing = "- {activity: 春游, kind: outing, cost: 9000}"
    old = plan(outing, year=2024, organization="{region: 陕西省, funds: {dues: 1000}}")
    new = plan(outing, organization="{region: 陕西省, funds: {dues: 1000}}")
    bases = [each.basis.title for checked in (old, new) for each in found(checked) if each.code == "UK622"]

    assert bases == ["《基层工会经费收支管理办法》", "陕西省总工会2025年关于扩大职工文体旅游消费的措施"]


@pytest.mark.parametrize(
    ("region", "year", "is_old"),
    [("", 2024, False), ("", 2026, True), ("山东省", 2026, True), ("陕西省", 2026, False)],
)
def test_the_old_multiple_is_told_as_such(region, year, is_old):
    """Where the province has one that we do not know."""
    place = f"region: {region}, " if region else ""
    outing = "- {activity: 春游, kind: outing, cost: 90000}"
    (finding,) = found(plan(outing, year=year, organization=f"{{{place}funds: {{dues: 1000}}}}"))

    assert ("旧规定" in finding.message()) == is_old
    assert ("old rule" in finding.message("en")) == is_old
    assert "尚未核实" in finding.message()


def test_one_line_given_again_under_an_older_name_is_told_once():
    """Put together, no older name is left."""
    income = "{income: [{account: 会员会费, amount: 9}, {account: 会费, amount: 8}]}"

    assert codes(plan(budget=income)) == ["UK612", "UK609"]


def test_english_messages_say_yuan():
    """Chinese units stand only where the plan is quoted."""
    messages = [each.message("en") for _, checked in BROKEN for each in found(checked)]

    assert not [said for said in messages if "元" in re.sub("“[^”]*”", "", said)]


def test_a_basis_that_nobody_confirmed_makes_no_error():
    """Only what is written into the law is an error."""
    errors = {
        each.code for _, checked in BROKEN for each in found(checked) if each.severity is Severity.ERROR
    }

    assert errors == {"UK628"}


def test_what_the_plan_does_not_say_makes_the_rules_silent():
    """Neither payroll nor dues are guessed."""
    told = check_plan(plan(organization="{payroll: 10000000}"), RULES).silent
    reasons = {each.code: each.reason_zh for each in told}

    assert "organization.funds.dues" in reasons["UK618"]
    assert "organization.funds.appropriation" in reasons["UK619"]
    assert "organization.funds.retained" in reasons["UK621"]
