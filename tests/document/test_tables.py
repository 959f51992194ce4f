"""Tables made from the data of a plan hold what it says, each thing once, in an order that helps."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, localcontext
from itertools import groupby
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import SECTIONS, Grid, Scope
from unionkit.document._wording_figures import worded_progress
from unionkit.model import (
    CORE_VOCABULARY,
    Activity,
    Budget,
    BudgetLine,
    Goal,
    Money,
    Paragraph,
    Period,
    Plan,
    Quantity,
    Target,
    Term,
    Vocabulary,
    WelfareForm,
    WelfareMeasure,
    identity,
    parse_schedule,
)
from unionkit.testing import budgets, plans

TABLES = {
    section.name: section.compose
    for section in SECTIONS
    if section.name in {"calendar", "division-of-work", "goal-table", "welfare-table", "budget-table"}
}
MONTHS = [f"{month}月" for month in range(1, 13)]


def grids(name: str, plan: Plan, lang: Any = "zh") -> list[Grid]:
    """The tables that a section makes of a plan."""
    return list(TABLES[name](Scope(plan=plan, lang=lang)))


def titles(grid: Grid) -> list[str]:
    """The head of a table."""
    return [column.title for column in grid.columns]


def column(grid: Grid, title: str) -> list[str]:
    """The cells of a column, without the totals."""
    index = titles(grid).index(title)
    return [row[index] for row in grid.rows]


def ahead(plan: Plan, *kinds: type) -> list[Any]:
    """What lies ahead, each identity once."""
    items = [item for _, item in plan.walk() if isinstance(item, kinds) and not getattr(item, "done", False)]
    return list({identity(item): item for item in reversed(items)}.values())[::-1]


# ---------------------------------------------------------------- every plan


def test_there_are_five_tables():
    """Each is a section that a layout can name."""
    assert len(TABLES) == 5


@pytest.mark.parametrize("name", sorted(TABLES))
@given(plan=plans(), lang=st.sampled_from(["zh", "en"]))
def test_every_plan_gives_tables(name, plan, lang):
    """Whatever a plan holds, only tables with something in them are made, and no column is empty without reason."""
    for grid in grids(name, plan, lang):
        assert isinstance(grid, Grid)
        assert grid.rows or grid.totals
        assert all(titles(grid))
        assert len(set(titles(grid))) == len(grid.columns)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_an_empty_plan_gives_no_table(name):
    """Where there is nothing to show, there is no empty frame."""
    assert grids(name, Plan()) == []
    assert grids(name, Plan(content=[Paragraph(text="加强学习。")], budget=Budget())) == []


@given(plan=plans())
def test_both_languages_have_the_same_figures(plan):
    """Language changes words only."""
    for name in TABLES:
        zh, en = grids(name, plan), grids(name, plan, "en")

        assert [len(grid.rows) for grid in zh] == [len(grid.rows) for grid in en]
        assert [[each.kind for each in grid.columns] for grid in zh] == [
            [each.kind for each in grid.columns] for grid in en
        ]


# ---------------------------------------------------------------- division of work and goals


@given(plan=plans())
def test_all_work_is_divided(plan):
    """Every goal, activity and welfare measure ahead has a number; those without an owner come last."""
    tasks = ahead(plan, Goal, Activity, WelfareMeasure)
    made = grids("division-of-work", plan)

    assert len(made) == bool(tasks)
    for grid in made:
        assert column(grid, "序号") == [str(number) for number in range(1, len(tasks) + 1)]
        owners = column(grid, "责任部门")
        assert [owner for owner in owners if owner.strip()] == [
            item.owner for item in tasks if item.owner.strip()
        ]
        assert [bool(owner.strip()) for owner in owners] == sorted(
            (bool(owner.strip()) for owner in owners), reverse=True
        )


def test_a_division_of_work_shows_what_nobody_is_responsible_for():
    """Last, and with an empty cell to be filled in."""
    content = [
        Goal(indicator="先进职工之家称号", keep=True),
        Goal(indicator="入会率", target=Target.parse(">= 90%"), scope="农民工", owner="组织部"),
        Activity(title="运动会", when=parse_schedule("9月"), owner="文体部", partners=["后勤处", "团委"]),
    ]
    (grid,) = grids("division-of-work", Plan(content=content))

    assert titles(grid) == ["序号", "工作任务", "完成时限", "责任部门", "配合单位"]
    assert grid.rows == (
        ("1", "农民工入会率不低于90%", "", "组织部", ""),
        ("2", "运动会", "9月", "文体部", "后勤处、团委"),
        ("3", "保持先进职工之家称号", "", "", ""),
    )


@given(plan=plans())
def test_each_goal_has_its_row(plan):
    """In the order of the plan."""
    made = grids("goal-table", plan)

    assert (column(made[0], "目标") if made else []) == [goal.indicator for goal in ahead(plan, Goal)]


GOALS = [
    Goal(
        indicator="建会",
        target=Target.parse("10家"),
        baseline=Quantity.parse("125家"),
        progress=Quantity.parse("约2家"),
    ),
    Goal(indicator="参加率", target=Target.parse("80-90%"), scope="教职工"),
    Goal(indicator="模范职工之家", keep=True, owner="办公室"),
    Goal(indicator="换届", due=dt.date(2026, 9, 30)),
]


def test_goals_read_as_unions_write_them():
    """Figures, titles to keep and what is to be completed, side by side."""
    plan = Plan(period=Period(year=2026), content=GOALS)

    (grid,) = grids("goal-table", plan)
    assert titles(grid) == ["目标", "范围", "现状", "指标值", "完成时限", "责任部门"]
    assert grid.rows == (
        ("建会", "", "125家，已完成约2家", "10家", "", ""),
        ("参加率", "教职工", "", "80%至90%", "", ""),
        ("模范职工之家", "", "", "保持", "", "办公室"),
        ("换届", "", "", "完成", "9月30日前", ""),
    )
    assert worded_progress(Quantity.parse("85%")) == "已达85%"
    (lower,) = grids("goal-table", Plan(content=[Goal(indicator="the review", keep=True)]), "en")
    assert column(lower, "Goal") == ["The review"]
    (grid,) = grids("goal-table", plan, "en")
    assert grid.rows == (
        ("建会", "", "125家, about 2家 so far", "10家", "", ""),
        ("参加率", "教职工", "", "80% to 90%", "", ""),
        ("模范职工之家", "", "", "keep", "", "办公室"),
        ("换届", "", "", "complete", "by 30 September", ""),
    )


# ---------------------------------------------------------------- welfare


@given(plan=plans())
def test_the_total_of_welfare_is_the_sum_of_the_amounts_shown(plan):
    """And says of how many measures the amount is not known."""
    for grid in grids("welfare-table", plan):
        amounts = column(grid, "金额") if "金额" in titles(grid) else []
        known = [Decimal(amount) for amount in amounts if amount]

        assert len(grid.totals) == bool(known)
        for total in grid.totals:
            row = dict(zip(titles(grid), total, strict=True))
            assert Decimal(row["金额"]) == sum(known)
            assert len({len(amount.partition(".")[2]) for amount in (*amounts, row["金额"]) if amount}) == 1
            missing = len(amounts) - len(known)
            note = f"另有{missing}项金额未定，未计入" if missing else ""
            if "类别" in row:
                assert (row["类别"], row["措施"]) == ("合计", note)
            else:
                assert row["措施"] == ("合计" if not missing else f"合计（{note}）")


@given(plan=plans())
def test_welfare_is_ordered_by_kind(plan):
    """Kinds stand together: those of the vocabulary in its order, then others, then none."""
    measures = ahead(plan, WelfareMeasure)
    made = grids("welfare-table", plan)

    assert len(made) == bool(measures)
    for grid in made:
        assert sorted(column(grid, "措施")) == sorted(measure.title for measure in measures)
        kinds = column(grid, "类别") if "类别" in titles(grid) else []
        groups = [kind for kind, _ in groupby(kinds)]
        assert len(groups) == len(set(groups))
        known = [term.zh for term in CORE_VOCABULARY.welfare_kinds.values()]
        ranks = [known.index(kind) if kind in known else len(known) + (not kind) for kind in groups]
        assert ranks == sorted(ranks)


WELFARE = [
    WelfareMeasure(
        title="中秋节慰问",
        kind="festival-gift",
        triggers=["festival"],
        when=parse_schedule("中秋节"),
        form=WelfareForm.GOODS,
        per_head=Money.parse("300"),
        headcount=186,
        fund="会费",
        owner="福利部",
    ),
    WelfareMeasure(
        title="住院慰问",
        kind="condolence-visit",
        triggers=["illness", "childbirth", "火灾"],
        cost=Money.parse("1000.5"),
    ),
    WelfareMeasure(
        title="走访",
        kind="condolence-visit",
        when=parse_schedule("春节前"),
        triggers=["hardship"],
        per_head=Money.parse("500"),
        headcount=Quantity.parse("约20户"),
    ),
]


def test_welfare_reads_as_unions_write_it():
    """By kind; an amount follows from a standard and an exact number of people only."""
    (grid,) = grids("welfare-table", Plan(content=WELFARE))

    assert grid.unit == "单位：元"
    assert titles(grid) == [
        *("类别", "措施", "时间或事由", "形式", "发放标准", "人数（户数）", "金额", "经费来源", "责任部门"),
    ]
    assert grid.rows == (
        ("慰问走访", "住院慰问", "生病住院、生育、火灾", "", "", "", "1000.50", "", ""),
        ("慰问走访", "走访", "春节前；生活困难", "", "500", "约20户", "", "", ""),
        ("节日慰问品", "中秋节慰问", "中秋节", "实物", "300", "186", "55800.00", "会费", "福利部"),
    )
    assert grid.totals == (("合计", "另有1项金额未定，未计入", "", "", "", "", "56800.50", "", ""),)


def test_welfare_in_english():
    """Names of the vocabulary are translated."""
    (grid,) = grids("welfare-table", Plan(content=WELFARE[:2]), "en")

    assert grid.unit == "Unit: yuan"
    assert column(grid, "Kind") == ["condolence visit", "festival gift"]
    assert column(grid, "When") == ["illness, childbirth, 火灾", "Mid-Autumn Festival"]
    assert column(grid, "People") == ["", "186"]
    assert grid.totals[0][:2] == ("Total", "")
    (grid,) = grids("welfare-table", Plan(content=WELFARE), "en")
    assert column(grid, "People (households)") == ["", "about 20 households", "186"]
    assert grid.totals[0][:2] == ("Total", "1 item not yet costed")


def test_a_total_is_named_in_the_first_column_whichever_it_is():
    """Without kinds, that is the column of the measures, and the note stands in brackets."""
    content = [
        WelfareMeasure(title="慰问", cost=Money(100)),
        *(WelfareMeasure(title=name) for name in "甲乙"),
    ]

    assert grids("welfare-table", Plan(content=content))[0].totals == (
        ("合计（另有2项金额未定，未计入）", "100"),
    )
    assert grids("welfare-table", Plan(content=content), "en")[0].totals == (
        ("Total (2 items not yet costed)", "100"),
    )
    assert grids("welfare-table", Plan(content=content[:1]))[0].totals == (("合计", "100"),)


def test_welfare_without_money_has_no_unit_and_no_total():
    """A table of measures alone says nothing of yuan."""
    (grid,) = grids("welfare-table", Plan(content=[WelfareMeasure(title="走访")]))

    assert (titles(grid), grid.unit, grid.totals) == (["措施"], "", ())


# ---------------------------------------------------------------- budget


@given(budget=budgets(), lang=st.sampled_from(["zh", "en"]))
def test_shares_add_up_to_one_hundred_and_totals_are_sums(budget, lang):
    """To the last decimal, whatever the amounts."""
    made = grids("budget-table", Plan(budget=budget), lang)
    amount, share = ("预算数", "占比") if lang == "zh" else ("Amount", "Share")

    assert len(made) == bool(budget.income or budget.carried_over is not None) + bool(budget.expenditure)
    for grid in made:
        total = sum(Decimal(figure) for figure in column(grid, amount))
        first = dict(zip(titles(grid), grid.totals[0], strict=True))
        assert Decimal(first[amount]) == total
        assert (share in titles(grid)) == (total > 0)
        if total:
            assert sum(Decimal(figure.removesuffix("%")) for figure in column(grid, share)) == 100
            assert first[share] == "100.0%"


@given(budget=budgets())
def test_figures_do_not_depend_on_the_decimal_context(budget):
    """A program that reckons with three digits prints the same table."""
    usual = grids("budget-table", Plan(budget=budget))

    with localcontext() as context:
        context.prec = 3
        assert grids("budget-table", Plan(budget=budget)) == usual


def test_a_budget_reads_as_unions_write_it():
    """Income, what is carried over, and what may be spent; then spending with its limits."""
    budget = Budget(
        income=[
            BudgetLine(account="会费收入", amount=Money(10000)),
            BudgetLine(account="拨缴经费收入", amount=Money(20000), note="工资总额的2%，留成60%"),
        ],
        expenditure=[
            BudgetLine(
                account="职工活动支出", item="文体活动", amount=Money.parse("1000.50"), limit=Money(2000)
            ),
            BudgetLine(account="职工活动支出", item="春游", amount=Money.parse("1000.50")),
            BudgetLine(account="职工服务支出", amount=Money.parse("1000.50")),
        ],
        carried_over=Money(500),
    )
    income, spending = grids("budget-table", Plan(budget=budget))

    assert (income.caption, income.unit) == ("收入预算", "单位：元")
    assert titles(income) == ["科目", "预算数", "占比", "说明"]
    assert income.rows == (
        ("会费收入", "10000", "33.3%", ""),
        ("拨缴经费收入", "20000", "66.7%", "工资总额的2%，留成60%"),
    )
    assert income.totals == (
        ("本年收入合计", "30000", "100.0%", ""),
        ("动用上年结余", "500", "", ""),
        ("可用资金总计", "30500", "", ""),
    )
    assert spending.caption == "支出预算"
    assert titles(spending) == ["科目", "项目", "预算数", "占比", "限额"]
    assert spending.rows == (
        ("职工活动支出", "文体活动", "1000.50", "33.4%", "2000"),
        ("职工活动支出", "春游", "1000.50", "33.3%", ""),
        ("职工服务支出", "", "1000.50", "33.3%", ""),
    )
    assert spending.totals == (("合计", "", "3001.50", "100.0%", ""),)


def test_spending_alone_needs_no_title_below_that_of_its_section():
    """Income does, and so do two tables."""
    spending = Budget(expenditure=[BudgetLine(account="职工活动支出", amount=Money(6000))])
    income = Budget(income=[BudgetLine(account="会费收入", amount=Money(6000))])
    both = attrs.evolve(income, expenditure=spending.expenditure)

    def captions(budget: Budget) -> list[str]:
        return [grid.caption for grid in grids("budget-table", Plan(budget=budget))]

    assert [captions(budget) for budget in (spending, income, both)] == [
        [""],
        ["收入预算"],
        ["收入预算", "支出预算"],
    ]


def test_a_budget_of_nothing_has_no_shares():
    """There is nothing to share, and nothing is divided by nothing."""
    budget = Budget(income=[BudgetLine(account="会费收入", amount=Money(0))])
    (grid,) = grids("budget-table", Plan(budget=budget), "en")

    assert (grid.caption, grid.unit) == ("Income", "Unit: yuan")
    assert titles(grid) == ["Account", "Amount"]
    assert grid.totals == (("Total", "0"),)


# ---------------------------------------------------------------- wherever tables stand


@pytest.mark.parametrize("name", ["calendar", "division-of-work", "welfare-table"])
def test_what_is_told_again_is_shown_once(name):
    """As often as the plan mentions it, quoting other words or with another number; another id is another item."""
    told = WelfareMeasure(title="慰问", when=parse_schedule("9月"), cost=Money(100))
    again = [attrs.evolve(told, words="9月"), attrs.evolve(told, nth=2), attrs.evolve(told, marker="一是")]
    assert {identity(item) for item in again} == {identity(told)}

    (grid,) = grids(name, Plan(content=[told, Paragraph(text="9月", facts=again)]))
    assert len(grid.rows) == 1

    (grid,) = grids(name, Plan(content=[told, attrs.evolve(told, id="另一次")]))
    assert len(grid.rows) == 2


def test_what_is_done_lies_behind():
    """A review tells it; nobody has to see to it."""
    done = [
        Activity(title="运动会", due=dt.date(2026, 9, 1), done=True),
        WelfareMeasure(title="慰问", done=True),
    ]

    assert [grids(name, Plan(content=done)) for name in TABLES] == [[]] * 5


def test_a_pack_names_its_own_kinds():
    """What neither the core nor the pack knows stays as it is."""
    own = Vocabulary(welfare_kinds={"sabbatical": Term("sabbatical", "学术休假", "sabbatical")})
    plan = Plan(
        content=[WelfareMeasure(title=kind, kind=kind) for kind in ("elsewhere", "sabbatical", "birthday")]
    )
    (grid,) = TABLES["welfare-table"](Scope(plan=plan, vocabulary=CORE_VOCABULARY | own))

    assert column(grid, "类别") == ["生日慰问", "学术休假", "elsewhere"]
