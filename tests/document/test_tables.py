"""Tables made from the data of a plan hold what it says, each thing once, in an order that helps."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, localcontext
from itertools import groupby
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import SECTIONS, Grid, Scope
from unionkit.document._wording_dates import worded_by
from unionkit.document._wording_figures import worded_progress
from unionkit.model import (
    CORE_VOCABULARY,
    Activity,
    Budget,
    BudgetLine,
    Goal,
    Money,
    Paragraph,
    Part,
    Period,
    Plan,
    Quantity,
    Schedule,
    Target,
    Term,
    Vocabulary,
    WelfareForm,
    WelfareMeasure,
    identity,
    parse_schedule,
)
from unionkit.testing import budgets, plans, schedules

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


# ---------------------------------------------------------------- calendar


@given(plan=plans())
def test_each_activity_stands_in_the_calendar_once(plan):
    """Facts in paragraphs count as much as items that stand alone; of welfare, what has a time."""
    entries = [
        item
        for item in ahead(plan, Activity, WelfareMeasure)
        if isinstance(item, Activity) or item.when or item.due
    ]
    made = grids("calendar", plan)

    names = column(made[0], "活动（事项）") if made else []
    assert sorted(names) == sorted(item.title for item in entries)


def test_activities_without_a_time_stand_at_the_end_and_standing_welfare_nowhere():
    """Somebody has to fix the time of an activity; what befalls people has none."""
    content = [
        Activity(title="书画展"),
        WelfareMeasure(title="住院慰问", triggers=["illness"]),
        WelfareMeasure(title="建档"),
        Activity(title="座谈会", when=parse_schedule("9月")),
    ]
    (grid,) = grids("calendar", Plan(content=content))

    assert titles(grid) == ["月份", "时间", "活动（事项）"]
    assert grid.rows == (("9月", "9月", "座谈会"), ("时间待定", "", "书画展"))
    assert grids("calendar", Plan(content=content[1:3])) == []


@given(plan=plans(), first=st.integers(1, 12))
def test_months_are_ordered_from_the_first_of_the_plan(plan, first):
    """Months of the plan's own twelve months come as they follow one another; groups behind them."""
    period = Period(first=dt.date(2026, first, 1), last=_year_after(first))
    made = grids("calendar", attrs.evolve(plan, period=period))

    labels = [label for label, _ in groupby(column(made[0], "月份"))] if made else []
    assert len(labels) == len(set(labels))
    months = [label for label in labels if label in MONTHS]
    assert months == sorted(months, key=lambda label: (MONTHS.index(label) + 1 - first) % 12)
    behind = [at for at, label in enumerate(labels) if not label.endswith("月")]
    assert behind == list(range(len(labels) - len(behind), len(labels)))


def _year_after(first: int) -> dt.date:
    """The last day of the twelve months that begin with a month of 2026."""
    return dt.date(2027, first, 1) - dt.timedelta(days=1)


@given(
    when=schedules(),
    due=st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    half=st.sampled_from([None, 1, 2]),
)
def test_every_time_has_its_place(when, due, half):
    """Whatever its kind, with and without years."""
    plan = Plan(period=Period(half=half), content=[Activity(title="座谈会", when=when, due=due)])
    (grid,) = grids("calendar", plan)

    assert column(grid, "活动（事项）") == ["座谈会"]
    (said,) = column(grid, "时间")
    assert when.wording in said or said == worded_by(due)


def test_every_kind_of_time_is_among_the_examples():
    """A kind of time that comes to the model has to be given a place, and an example here."""
    seen = {type(parse_schedule(words)) for words, _ in TIMES}

    assert seen == set(get_args(Schedule))


TIMES = [
    # In a plan for the second half of 2026.
    ("9月10日", "9月"),
    ("2027年1月5日", "1月"),
    ("2025年12月5日", "2025年12月"),
    ("3月中旬", "3月"),
    ("5月", "5月"),
    ("9月—11月", "9月"),
    ("9月28日至10月8日", "9月"),
    ("中秋节至10月底", "9—10月"),
    ("第三季度", "7月"),
    ("四季度末", "12月"),
    ("上半年", "1月"),
    ("下半年", "全期"),
    ("年内", "全期"),
    ("年底", "12月"),
    ("2027年初", "1月"),
    ("教师节", "9月"),
    ("国庆节前", "9月"),
    ("国庆节前后", "10月"),
    ("元旦前夕", "12月"),
    ("2027年元旦前", "12月"),
    ("教师节后", "9月"),
    ("中秋节", "9—10月"),
    ("中秋节后", "9—10月"),
    ("春节前", "1—2月"),
    ("2027年春节", "1—2月"),
    ("2026年春节", "2026年1—2月"),
    ("七夕", "8月"),
    ("腊八节", "12月—次年1月"),
    ("2027年腊八节", "12月—次年1月"),
    ("2026年腊八节", "2025年12月—2026年1月"),
    ("2028年腊八节", "2027年12月—2028年1月"),
    ("除夕", "1—2月"),
    ("农历九月初九", "10月"),
    ("农历闰六月初一", "7—8月"),
    ("2026年农历腊月初八", "12月—次年1月"),
    ("两节期间", "节日"),
    ("安全生产月", "专项活动"),
    ("学期初", "9月"),
    ("开学第一周", "9月"),
    ("期末", "学期假期"),
    ("第三周", "时间待定"),
    ("本学期第三周", "学期假期"),
    ("本学期", "全期"),
    ("春季学期", "2月"),
    ("暑假期间", "学期假期"),
    ("节假日", "经常性工作"),
    ("11月30日前", "11月"),
    ("10月底前", "10月"),
    ("9月前", "8月"),
    ("截至9月", "9月"),
    ("年底前", "12月"),
    ("下半年前", "6月"),
    ("暑假前", "学期假期"),
    ("期末前", "学期假期"),
    ("农历腊月初八前", "12月—次年1月"),
    ("每月", "经常性工作"),
    ("每年教师节", "9月"),
    ("生日", "经常性工作"),
    ("教师节、中秋节、重阳节", "9月"),
    ("及时", "时间待定"),
]


@pytest.mark.parametrize(("words", "label"), TIMES, ids=lambda value: value)
def test_a_time_stands_where_its_words_put_it(words, label):
    """In a plan for July to December 2026."""
    plan = Plan(
        period=Period(year=2026, half=2), content=[Activity(title="座谈会", when=parse_schedule(words))]
    )
    (grid,) = grids("calendar", plan)

    assert column(grid, "月份") == [label]


def test_a_calendar_reads_as_unions_write_it():
    """By month, and within a month by the day; every row names its month."""
    content = [
        Activity(title="总结会", when=parse_schedule("2027年1月中旬"), owner="办公室"),
        Part(
            heading="文体活动",
            content=[
                Paragraph(
                    text="9月下旬办运动会，开学初开座谈会。",
                    facts=[
                        Activity(
                            title="运动会", when=parse_schedule("9月下旬"), place="操场", participants=120
                        ),
                        Activity(title="座谈会", when=parse_schedule("开学初"), owner="工会委员会"),
                    ],
                ),
                Paragraph(
                    text="再说一遍：9月下旬办运动会。",
                    facts=[
                        Activity(
                            title="运动会",
                            when=parse_schedule("9月下旬"),
                            place="操场",
                            participants=120,
                            words="办运动会",
                        )
                    ],
                ),
            ],
        ),
        WelfareMeasure(title="教师节慰问", when=parse_schedule("教师节"), headcount=Quantity.parse("120户")),
        Activity(title="换届选举", when=parse_schedule("10月"), due=dt.date(2026, 10, 20)),
        Activity(title="已办的会", when=parse_schedule("9月"), done=True),
        Activity(title="没有时间的会"),
        WelfareMeasure(title="月饼", when=parse_schedule("中秋节")),
        Activity(title="读书", when=parse_schedule("每月")),
        Activity(title="建档", when=parse_schedule("及时"), due=dt.date(2026, 9, 5)),
    ]
    period = Period(first=dt.date(2026, 9, 1), last=dt.date(2027, 1, 31))
    (grid,) = grids("calendar", Plan(period=period, content=content))

    assert titles(grid) == ["月份", "时间", "活动（事项）", "地点", "参加人数", "责任部门"]
    assert grid.rows == (
        ("9月", "开学初", "座谈会", "", "", "工会委员会"),
        ("9月", "及时（2026年9月5日前）", "建档", "", "", ""),
        ("9月", "教师节", "教师节慰问", "", "120户", ""),
        ("9月", "9月下旬", "运动会", "操场", "120", ""),
        ("9—10月", "中秋节", "月饼", "", "", ""),
        ("10月", "2026年10月20日前", "换届选举", "", "", ""),
        ("1月", "2027年1月中旬", "总结会", "", "", "办公室"),
        ("经常性工作", "每月", "读书", "", "", ""),
        ("时间待定", "", "没有时间的会", "", "", ""),
    )


def test_a_calendar_in_english():
    """Months, heads and times are English; what the author wrote as text stays."""
    content = [
        Activity(title="运动会", due=dt.date(2026, 9, 30), participants=120),
        Activity(title="读书", when=parse_schedule("每月")),
    ]
    (grid,) = grids("calendar", Plan(period=Period(year=2026), content=content), "en")

    assert titles(grid) == ["Month", "When", "Activity", "Participants"]
    assert grid.rows == (
        ("September", "by 30 September", "运动会", "120"),
        ("Regular work", "every month", "读书", ""),
    )


def test_a_plan_without_a_year_takes_it_from_the_days_that_it_names():
    """January 2027 comes behind September 2026, though no year is said of the plan."""
    days = [dt.date(2027, 1, 15), dt.date(2026, 9, 30), dt.date(2027, 3, 1)]
    content = [Activity(title="座谈会", due=day) for day in days]
    content.append(Activity(title="座谈会", when=parse_schedule("10月")))

    (grid,) = grids("calendar", Plan(content=content))
    assert column(grid, "月份") == ["9月", "10月", "2027年1月", "2027年3月"]

    for period in (Period(half=2), Period(term=1), Period(quarter=3)):
        (grid,) = grids("calendar", Plan(period=period, content=content))
        assert column(grid, "时间")[-1] == "2027年3月1日前"


def test_terms_and_festivals_come_in_the_order_of_the_plan():
    """A term begins in September; what depends on the year or the region stands behind the months, in order."""
    words = ["春节", "重阳节", "中秋节", "开斋节", "期末", "期中", "本学期第二周", "寒假", "秋季学期", "2月"]
    times = {word: parse_schedule(word) for word in words if word != "开斋节"}
    times["开斋节"] = attrs.evolve(parse_schedule("中秋节"), wording="开斋节", festival="开斋节")
    content = [Activity(title=word, when=time) for word, time in times.items()]

    (grid,) = grids("calendar", Plan(period=Period(year=2026, term=1), content=content))
    assert column(grid, "活动（事项）") == [
        *("中秋节", "重阳节", "春节", "2月", "开斋节"),
        *("本学期第二周", "期中", "期末", "寒假", "秋季学期"),
    ]
    assert column(grid, "月份")[:4] == ["9—10月", "10月", "1—2月", "2月"]
    (grid,) = grids("calendar", Plan(period=Period(year=2026), content=content))
    assert ("9月", "秋季学期", "秋季学期") in grid.rows


@pytest.mark.parametrize(
    ("period", "label"),
    [
        (Period(first=dt.date(2026, 8, 25), last=dt.date(2027, 1, 20)), "9月"),
        (Period(first=dt.date(2027, 2, 20), last=dt.date(2027, 7, 5)), "2月"),
        (Period(year=2027, half=1), "2月"),
        (Period(year=2026, term=2), "2月"),
        (Period(year=2026), "学期假期"),
    ],
)
def test_this_term_is_the_one_that_the_plan_is_for(period, label):
    """开学初 has a month where the plan is for one term only."""
    plan = Plan(period=period, content=[Activity(title="座谈会", when=parse_schedule("开学初"))])
    (grid,) = grids("calendar", plan)

    assert column(grid, "月份") == [label]


@pytest.mark.parametrize(
    ("period", "festival", "label"),
    [
        (Period(year=2027, half=1), "春节", "1—2月"),
        (Period(year=2027, half=1), "元宵节", "2—3月"),
        (Period(year=2027, half=1), "端午节", "5—6月"),
        (Period(year=2027, half=1), "腊八节", "1月"),
        (Period(half=1), "腊八节", "1月"),
        (Period(year=2027), "腊八节", "1月"),
        (Period(year=2027, half=2), "中秋节", "9—10月"),
        (Period(year=2027, quarter=3), "中秋节", "9—10月"),
        (Period(year=2027, quarter=4), "中秋节", "10月"),
        (Period(year=2026, term=2), "春节", "1—2月"),
        (Period(year=2026, term=1), "春节", "1—2月"),
    ],
)
def test_festivals_of_the_chinese_calendar_stand_under_the_months_in_which_they_can_fall(
    period, festival, label
):
    """What the plan's time rules out is left out; when a term begins, nobody knows."""
    plan = Plan(period=period, content=[Activity(title="慰问", when=parse_schedule(festival))])
    (grid,) = grids("calendar", plan)

    assert column(grid, "月份") == [label]


def test_months_of_which_nobody_knows_which_are_named_in_english():
    """With the year, where it is not that of the plan."""
    content = [
        Activity(title=words, when=parse_schedule(words))
        for words in ("中秋节", "腊八节", "2026年春节", "2026年腊八节")
    ]
    (grid,) = grids("calendar", Plan(period=Period(year=2026, half=2), content=content), "en")

    assert column(grid, "Month") == [
        "December 2025–January 2026",
        "January–February 2026",
        "September–October",
        "December–January",
    ]


def test_within_a_month_a_wider_time_comes_later():
    """By when it can begin, then by when it ends; a whole month behind its parts, several months behind one."""
    words = [
        *(
            "9月初",
            "9月上旬",
            "9月5日",
            "教师节",
            "9月中旬",
            "9月下旬",
            "9月底",
            "9月",
            "9月—10月",
            "第三季度末",
        ),
        *("中秋节", "10月1日"),
    ]
    content = [Activity(title=each, when=parse_schedule(each)) for each in reversed(words)]
    (grid,) = grids("calendar", Plan(period=Period(year=2026, half=2), content=content))

    assert [title for title in column(grid, "活动（事项）") if title != "第三季度末"] == [
        title for title in words if title != "第三季度末"
    ]


@pytest.mark.parametrize(
    ("when", "due", "said"),
    [
        ("10月", dt.date(2026, 10, 31), "10月31日前"),
        ("2026年10月", dt.date(2026, 10, 31), "10月31日前"),
        ("10月下旬", dt.date(2026, 10, 31), "10月下旬（10月31日前）"),
        ("10月", dt.date(2026, 11, 5), "10月（11月5日前）"),
        ("2025年10月", dt.date(2026, 10, 31), "2025年10月（10月31日前）"),
        ("9月—10月", dt.date(2026, 10, 31), "9月—10月（10月31日前）"),
        ("2026年10月31日前", dt.date(2026, 10, 31), "10月31日前"),
        ("10月底前", dt.date(2026, 10, 31), "10月底前（10月31日前）"),
    ],
)
def test_a_last_day_within_the_month_that_is_named_stands_alone(when, due, said):
    """The month says nothing more."""
    item = Activity(title="换届", when=parse_schedule(when), due=due)
    (grid,) = grids("calendar", Plan(period=Period(year=2026, half=2), content=[item]))

    assert column(grid, "时间") == [said]


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
