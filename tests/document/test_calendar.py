"""The calendar of activities goes by the almanac: what has days stands in their month, by day, and tells them."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.almanac import ALMANAC, Almanac, Festival, FixedDay, ListedDays, SchoolYear, resolve
from unionkit.document import SECTIONS, Grid, Scope
from unionkit.document._wording_dates import worded_by
from unionkit.model import (
    Activity,
    AtFestival,
    Every,
    InHoliday,
    InSeason,
    Organization,
    Paragraph,
    Part,
    Period,
    Plan,
    Quantity,
    Schedule,
    Several,
    WelfareMeasure,
    identity,
    parse_schedule,
    review_paths,
)
from unionkit.testing import periods, plans, schedules

(CALENDAR,) = (section.compose for section in SECTIONS if section.name == "calendar")
MONTHS = [f"{month}月" for month in range(1, 13)]
HALF = Period(year=2026, half=2)
SCHOOL = ALMANAC | Almanac(
    school_years=[
        SchoolYear(
            year=2026,
            region="山东省",
            autumn_from=dt.date(2026, 8, 31),
            autumn_to=dt.date(2027, 1, 22),
            spring_from=dt.date(2027, 2, 22),
            spring_to=dt.date(2027, 7, 2),
        )
    ]
)


def grids(plan: Plan, lang: Any = "zh", almanac: Almanac = ALMANAC) -> list[Grid]:
    """The tables that the section makes of a plan."""
    return list(CALENDAR(Scope(plan=plan, lang=lang, find_almanac=lambda: almanac)))


def titles(grid: Grid) -> list[str]:
    """The head of a table."""
    return [column.title for column in grid.columns]


def column(grid: Grid, title: str) -> list[str]:
    """The cells of a column."""
    index = titles(grid).index(title)
    return [row[index] for row in grid.rows]


def entries(plan: Plan) -> list[Activity | WelfareMeasure]:
    """What belongs in a calendar, each identity once; a review looks back."""
    reviews = review_paths(plan)
    items = [
        item
        for path, item in plan.walk()
        if not any(path[: len(review)] == review for review in reviews)
        and (isinstance(item, Activity) or (isinstance(item, WelfareMeasure) and (item.when or item.due)))
        and not item.done
    ]
    return list({identity(item): item for item in items}.values())


def rows(
    period: Period, *words: str, lang: Any = "zh", almanac: Almanac = ALMANAC, region: str = ""
) -> list[tuple[str, ...]]:
    """Month and time of each row for activities at these times."""
    content = [Activity(title=each, when=parse_schedule(each)) for each in words]
    plan = Plan(period=period, content=content, organization=Organization(name="甲工会", region=region))
    (grid,) = grids(plan, lang, almanac)
    return [row[:2] for row in grid.rows]


# ---------------------------------------------------------------- every plan


@given(plan=plans())
def test_each_activity_stands_in_the_calendar(plan):
    """Facts in paragraphs count as much as items that stand alone; what has one time or none stands there once."""
    items = entries(plan)
    made = grids(plan)

    names = Counter(column(made[0], "活动（事项）") if made else [])
    assert set(names) == {item.title for item in items}
    most: Counter[str] = Counter()
    for item in items:
        most[item.title] += len(_members(item.when))
    assert all(names[title] <= most[title] for title in names)


def _members(when: Schedule | None) -> Sequence[Schedule | None]:
    """The single times of a time."""
    match when:
        case Several():
            return [part for member in when.members for part in _members(member)]
        case Every() if when.at is not None:
            return _members(when.at)
        case _:
            return [when]


@given(period=periods(), when=schedules())
def test_a_time_has_its_days_or_stands_behind_the_months(period, when):
    """In a plan with a year: under the month of the first day within it, else of the first day at all."""
    (grid,) = grids(Plan(period=period, content=[Activity(title="座谈会", when=when)]))
    (label, *_), *others = grid.rows

    found = resolve(when, period, ALMANAC).occurrences
    if isinstance(when, AtFestival | InSeason) and period.start is not None:
        assert label.endswith("月") == bool(found)
    if isinstance(when, Every) and when.at is None:
        assert (label, others) == ("经常性工作", [])


@given(
    words=st.lists(
        st.sampled_from(
            ["9月10日", "教师节", "中秋节", "国庆期间", "10月上旬", "11月20日", "重阳节后", "9月", "暑假前"]
        ),
        min_size=1,
        unique=True,
    )
)
def test_rows_of_a_month_are_ordered_by_day(words):
    """By the first day, then by the last; a time that fills its month stands behind what has its days there."""
    order = [said.partition("（")[0] for _, said in rows(HALF, *words)]

    def key(said: str) -> tuple[int, bool, dt.date, dt.date]:
        (found,) = resolve(parse_schedule(said), HALF)
        assert isinstance(found.start, dt.date)
        assert isinstance(found.end, dt.date)
        return found.start.month, (found.end - found.start).days > 20, found.start, found.end

    assert order == sorted(order, key=key)
    assert set(order) == set(words)


@given(plan=plans(), first=st.integers(1, 12))
def test_months_are_ordered_from_the_first_of_the_plan(plan, first):
    """Months of the plan's own twelve months come as they follow one another; groups behind them."""
    period = Period(first=dt.date(2026, first, 1), last=dt.date(2027, first, 1) - dt.timedelta(days=1))
    made = grids(attrs.evolve(plan, period=period))

    labels = [label for label, _ in groupby(column(made[0], "月份"))] if made else []
    assert len(labels) == len(set(labels))
    months = [label for label in labels if label in MONTHS]
    assert months == sorted(months, key=lambda label: (MONTHS.index(label) + 1 - first) % 12)
    behind = [at for at, label in enumerate(labels) if not label.endswith("月")]
    assert behind == list(range(len(labels) - len(behind), len(labels)))


@given(
    when=schedules(),
    due=st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    half=st.sampled_from([None, 1, 2]),
)
def test_every_time_says_what_the_plan_says(when, due, half):
    """Whatever its kind, with and without years: its words, or those of each of its times."""
    plan = Plan(period=Period(half=half), content=[Activity(title="座谈会", when=when, due=due)])
    (grid,) = grids(plan)

    assert set(column(grid, "活动（事项）")) == {"座谈会"}
    said = column(grid, "时间")
    parts = [part.wording for part in _members(when) if part is not None]
    by = [] if due is None else [worded_by(due)]
    assert all(when.wording in each or each in by for each in said) or all(
        any(part in each for part in parts) for each in said
    )


def test_activities_without_a_time_stand_at_the_end_and_standing_welfare_nowhere():
    """Somebody has to fix the time of an activity; what befalls people has none."""
    content = [
        Activity(title="书画展"),
        WelfareMeasure(title="住院慰问", triggers=["illness"]),
        WelfareMeasure(title="建档"),
        Activity(title="座谈会", when=parse_schedule("9月")),
    ]
    (grid,) = grids(Plan(content=content))

    assert titles(grid) == ["月份", "时间", "活动（事项）"]
    assert grid.rows == (("9月", "9月", "座谈会"), ("时间待定", "", "书画展"))
    assert grids(Plan(content=content[1:3])) == []


def test_the_almanac_is_loaded_when_a_calendar_is_composed():
    """Most documents have none."""
    script = (
        "import sys\n"
        "from unionkit.document import SECTIONS, Scope\n"
        "from unionkit.model import Activity, Plan\n"
        "(calendar,) = (each.compose for each in SECTIONS if each.name == 'calendar')\n"
        "for plan in Plan(), Plan(content=[Activity(title='甲')]):\n"
        "    print(len(list(calendar(Scope(plan=plan)))), 'unionkit.almanac' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == ["0", "False", "1", "True"]


# ---------------------------------------------------------------- where a time stands, and what it says

IN_HALF = [
    # In a plan for July to December 2026: the words, the month, and the words with what is added.
    ("9月10日", "9月", "9月10日"),
    ("2027年1月5日", "1月", "2027年1月5日"),
    ("2025年12月5日", "2025年12月", "2025年12月5日"),
    ("3月中旬", "3月", "3月中旬"),
    ("5月", "2027年5月", "5月"),
    ("七、八月份", "7月", "七、八月份"),
    ("9月—11月", "9月", "9月—11月"),
    ("9月28日至10月8日", "9月", "9月28日至10月8日"),
    ("中秋节至10月底", "9月", "中秋节至10月底（9月25日至10月31日）"),
    ("第三季度", "7月", "第三季度"),
    ("四季度末", "12月", "四季度末"),
    ("上半年", "1月", "上半年"),
    ("下半年", "全期", "下半年"),
    ("7月—12月", "全期", "7月—12月"),
    ("年内", "全期", "年内"),
    ("年底", "12月", "年底"),
    ("2027年初", "1月", "2027年初"),
    ("教师节", "9月", "教师节（9月10日）"),
    ("教师节前后", "9月", "教师节前后（9月3日至17日）"),
    ("教师节后", "9月", "教师节后（9月11日至17日）"),
    ("国庆节前", "9月", "国庆节前（9月24日至30日）"),
    ("国庆节前后", "9月", "国庆节前后（9月24日至10月8日）"),
    ("国庆期间", "10月", "国庆期间（10月1日至7日）"),
    ("十一", "10月", "十一"),
    ("八一前夕", "7月", "八一前夕（7月25日至31日）"),
    ("元旦前夕", "12月", "元旦前夕（12月25日至31日）"),
    ("2027年元旦前", "12月", "2027年元旦前（12月25日至31日）"),
    ("中秋节", "9月", "中秋节（9月25日）"),
    ("中秋节后", "9月", "中秋节后（9月26日至10月2日）"),
    ("春节前", "1月", "春节前（1月30日至2月5日）"),
    ("2027年春节", "2月", "2027年春节（2月6日）"),
    ("2026年春节", "2026年2月", "2026年春节（2月17日）"),
    ("七夕", "8月", "七夕（8月19日）"),
    ("腊八节", "1月", "腊八节（1月15日）"),
    ("2026年腊八节", "2026年1月", "2026年腊八节（1月26日）"),
    ("2028年腊八节", "2028年1月", "2028年腊八节（1月4日）"),
    ("除夕", "2月", "除夕（2月5日）"),
    ("农历九月初九", "10月", "农历九月初九（10月18日）"),
    ("农历闰六月初一", "时间待定", "农历闰六月初一"),  # 2026 has no such month
    ("2026年农历腊月初八", "1月", "2026年农历腊月初八（1月15日）"),
    ("两节期间", "9月", "两节期间"),  # which two is a guess
    ("安全生产月", "2027年6月", "安全生产月"),
    ("宪法宣传周", "12月", "宪法宣传周（12月1日至7日）"),
    ("冬送温暖", "12月", "冬送温暖"),
    ("开学初", "9月", "开学初"),  # by the usual school calendar
    ("开学第一周", "9月", "开学第一周"),
    ("期末", "1月", "期末"),
    ("本学期第三周", "9月", "本学期第三周"),
    ("第三周", "时间待定", "第三周"),
    ("本学期", "全期", "本学期"),
    ("秋季学期", "全期", "秋季学期"),
    ("暑假期间", "7月", "暑假期间"),
    ("暑假前", "7月", "暑假前"),
    ("节假日", "经常性工作", "节假日"),
    ("节假日前", "经常性工作", "节假日前"),
    ("11月30日前", "11月", "11月30日前"),
    ("10月底前", "10月", "10月底前"),
    ("9月前", "8月", "9月前"),
    ("截至9月", "9月", "截至9月"),
    ("年底前", "12月", "年底前"),
    ("农历腊月初八前", "1月", "农历腊月初八前（1月15日前）"),
    ("每月", "经常性工作", "每月"),
    ("每年教师节", "9月", "每年教师节（9月10日）"),
    ("生日", "经常性工作", "生日"),
    ("教师节、生日", "9月", "教师节、生日"),
    ("及时", "时间待定", "及时"),
]


@pytest.mark.parametrize(("words", "label", "said"), IN_HALF, ids=lambda value: value)
def test_a_time_stands_in_the_month_of_its_first_day_within_the_plan(words, label, said):
    """And names its days where its words name neither day nor month; days that rest on a default are not printed."""
    assert rows(HALF, words) == [(label, said)]


def test_every_kind_of_time_is_among_the_examples():
    """A kind of time that comes to the model has to be given a place, and an example here."""
    seen = {type(parse_schedule(words)) for words, _, _ in IN_HALF}

    assert seen == set(get_args(Schedule))


WITHOUT_YEAR = [
    # In a plan for the second half of some year.
    ("9月10日", "9月", "9月10日"),
    ("5月", "5月", "5月"),
    ("下半年", "全期", "下半年"),
    ("教师节前后", "9月", "教师节前后（9月3日至17日）"),
    ("元旦前后", "12月", "元旦前后（12月25日至1月8日）"),
    ("12月25日至次年1月5日", "12月", "12月25日至次年1月5日"),
    ("安全生产月", "6月", "安全生产月"),
    ("2026年中秋节", "9月", "2026年中秋节（9月25日）"),
    ("中秋节", "9—10月", "中秋节"),
    ("国庆期间", "10月", "国庆期间"),
    ("重阳节", "10月", "重阳节"),  # in November in two years of a century and a half
    ("春节前", "1—2月", "春节前"),
    ("腊八节", "12月—次年1月", "腊八节"),
    ("农历九月初九", "10月", "农历九月初九"),
    ("冬送温暖", "12月", "冬送温暖"),
    ("开学初", "9月", "开学初"),
    ("暑假期间", "7月", "暑假期间"),
    ("秋季学期", "全期", "秋季学期"),
    ("春季学期", "学期假期", "春季学期"),  # ends with July in some years, begins with March in others
]


@pytest.mark.parametrize(("words", "label", "said"), WITHOUT_YEAR, ids=lambda value: value)
def test_without_a_year_a_time_stands_under_the_months_in_which_it_can_be(words, label, said):
    """As far as they are few; days are named that are the same each year."""
    assert rows(Period(half=2), words) == [(label, said)]


@pytest.mark.parametrize(
    ("period", "words", "label"),
    [
        (Period(half=1), "春节", "1—2月"),
        (Period(half=1), "元宵节", "2—3月"),
        (Period(half=1), "端午节", "5—6月"),
        (Period(half=1), "腊八节", "1月"),
        (Period(half=1), "元旦前后", "1月"),
        (Period(quarter=3), "中秋节", "9—10月"),
        (Period(quarter=4), "中秋节", "10月"),
        (Period(term=1), "期末", "12月—次年1月"),
        (Period(term=1), "春节", "1—2月"),
        (Period(term=2), "开学初", "2—3月"),
        (Period(), "开学初", "学期假期"),
        (Period(), "本学期", "全期"),
        (Period(), "全年", "全期"),
        (Period(), "母亲节", "5月"),
        (Period(), "11月至次年2月", "11月"),
    ],
    ids=str,
)
def test_what_the_time_of_the_plan_rules_out_is_left_out(period, words, label):
    """Of several months in which a festival can fall; 本学期 has no days where the plan is for no term."""
    assert [each for each, _ in rows(period, words)] == [label]


def test_what_nobody_knows_stands_in_the_group_of_its_kind():
    """Festivals, campaigns, terms: behind the months; what cannot be, is to be fixed."""
    times = [
        AtFestival(wording="那达慕", festival="那达慕"),
        InSeason(wording="读书季", season="读书季"),
        InHoliday(wording="2100年暑假", year=2100, holiday=parse_schedule("暑假").holiday),  # type: ignore[union-attr]
        parse_schedule("2月29日"),
        attrs.evolve(parse_schedule("中秋节至10月底"), start=AtFestival(wording="那达慕", festival="那达慕")),
    ]
    content = [Activity(title="座谈会", when=time) for time in times]
    (grid,) = grids(Plan(period=Period(year=2027), content=content))

    assert column(grid, "月份") == ["节日", "专项活动", "学期假期", "时间待定", "时间待定"]
    (later,) = grids(
        Plan(period=Period(year=2100), content=[Activity(title="会", when=parse_schedule("暑假前"))])
    )
    assert column(later, "月份") == ["学期假期"]


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
    assert rows(period, "开学初") == [(label, "开学初")]


def test_a_school_calendar_gives_days():
    """The terms of a region are printed; those that are only usual put rows in order."""
    words = ["开学初", "开学第一周", "期末", "寒假前", "寒假", "春季学期", "本学期"]

    assert rows(Period(year=2026, term=1), *words, almanac=SCHOOL, region="山东省临溪县") == [
        ("9月", "开学第一周（8月31日至9月6日）"),  # the plan begins with September
        ("9月", "开学初（8月31日至9月13日）"),
        ("1月", "期末（1月9日至22日）"),
        ("1月", "寒假前（1月22日前）"),
        ("1月", "寒假（1月23日至2月21日）"),
        ("2月", "春季学期（2月22日至7月2日）"),
        ("全期", "本学期"),
    ]
    assert rows(Period(year=2026, term=1), "寒假前", "期末", almanac=SCHOOL, lang="en", region="山东省") == [
        ("January", "the end of this term (9 to 22 January)"),
        ("January", "before the winter holidays (by 22 January)"),
    ]
    assert rows(Period(year=2026, term=1), "开学初", almanac=SCHOOL) == [("9月", "开学初")]


def test_festivals_of_the_almanac_count_where_they_are_kept():
    """Also where the plan's words are free to the core."""
    days = ListedDays([dt.date(2027, 3, 9)])
    almanac = ALMANAC | Almanac(
        festivals=[
            Festival(name="开斋节", rule=days, region="宁夏回族自治区"),
            Festival(name="校庆日", rule=FixedDay(10, 1)),
        ]
    )
    period = Period(year=2027)

    assert rows(period, "开斋节前", almanac=almanac, region="宁夏回族自治区") == [
        ("3月", "开斋节前（3月2日至8日）")
    ]
    assert rows(period, "开斋节前", almanac=almanac, region="北京市") == [("时间待定", "开斋节前")]
    assert rows(Period(), "校庆日", almanac=almanac) == [("10月", "校庆日（10月1日）")]


# ---------------------------------------------------------------- several times, several years


def test_several_times_have_a_row_each():
    """So that what is due in October is found there; each row has the words of its time."""
    assert rows(HALF, "教师节、中秋节、重阳节") == [
        ("9月", "教师节（9月10日）"),
        ("9月", "中秋节（9月25日）"),
        ("10月", "重阳节（10月18日）"),
    ]
    assert rows(HALF, "9月10日、20日") == [("9月", "9月10日"), ("9月", "9月20日")]
    assert rows(Period(half=2), "中秋节、重阳节", lang="en") == [
        ("September–October", "Mid-Autumn Festival"),
        ("October", "Double Ninth Festival"),
    ]


def test_several_times_have_one_row_where_the_words_belong_together():
    """How often in each is said of all; what recurs beside is not told apart. The first in the plan gives the place."""
    assert rows(HALF, "中秋、国庆期间各两次") == [("9月", "中秋、国庆期间各两次")]
    assert rows(HALF, "生日、教师节") == [("9月", "生日、教师节")]
    assert rows(HALF, "每年中秋、春节各两次") == [("9月", "每年中秋、春节各两次")]
    assert rows(HALF, "每年中秋、春节") == [("9月", "中秋（9月25日）"), ("2月", "春节（2月6日）")]


def test_the_same_time_told_twice_is_one_row():
    """Lists are not always looked through."""
    member = parse_schedule("9月")
    both = Several(wording="9月、9月", members=[member, member])
    (grid,) = grids(Plan(period=HALF, content=[Activity(title="座谈会", when=both)]))

    assert grid.rows == (("9月", "9月", "座谈会"),)


def test_in_a_plan_for_years_days_after_the_first_name_theirs():
    """One row at the first; more days than three say no more than the name."""
    two, five = (Period(first=dt.date(2026, 1, 1), last=dt.date(2025 + years, 12, 31)) for years in (2, 5))

    assert rows(two, "中秋节") == [("9月", "中秋节（9月25日、2027年9月15日）")]
    assert rows(two, "中秋节", lang="en") == [
        ("September", "Mid-Autumn Festival (25 September, 15 September 2027)")
    ]
    assert rows(five, "中秋节") == [("9月", "中秋节")]
    assert rows(Period(year=2026, quarter=4), "中秋节") == [("2027年9月", "中秋节（2027年9月15日）")]
    assert rows(Period(year=2026), "2026年农历腊月初八") == [
        ("2027年1月", "2026年农历腊月初八（2027年1月15日）")
    ]


def test_what_began_before_the_plan_stands_in_its_first_month():
    """Behind what has its day there; 次年 is the year after that of the plan."""
    period = Period(first=dt.date(2026, 8, 25), last=dt.date(2027, 1, 31))

    assert rows(period, "8月28日", "暑假期间") == [("8月", "8月28日"), ("8月", "暑假期间")]
    assert rows(Period(year=2026), "12月25日至次年1月5日") == [("12月", "12月25日至次年1月5日")]
    assert rows(Period(year=2026), "11月至次年2月") == [("11月", "11月至次年2月")]
    assert rows(Period(first=dt.date(2027, 1, 1), last=dt.date(2027, 1, 31)), "1月") == [("1月", "1月")]


# ---------------------------------------------------------------- tables as unions print them

ACTIVITIES: list[tuple[str, str]] = [
    ("新教师座谈会", "开学初"),
    ("教师节表彰", "教师节前后"),
    ("走访退休教师", "教师节、中秋节、重阳节"),
    ("书画展", "国庆期间"),
    ("运动会", "10月下旬"),
    ("教代会", "11月20日"),
    ("消防演练", "消防日"),
    ("普法宣传", "宪法宣传周"),
    ("联欢会", "元旦前夕"),
    ("慰问困难教职工", "春节前"),
    ("读书会", "每月第一周"),
    ("学习师德规范", "本学期"),
    ("捐款", "及时"),
]
ZH = [
    ("9月", "开学初", "新教师座谈会"),
    ("9月", "教师节前后（9月3日至17日）", "教师节表彰"),
    ("9月", "教师节（9月10日）", "走访退休教师"),
    ("9月", "中秋节（9月25日）", "走访退休教师"),
    ("10月", "国庆期间（10月1日至7日）", "书画展"),
    ("10月", "重阳节（10月18日）", "走访退休教师"),
    ("10月", "10月下旬", "运动会"),
    ("11月", "消防日（11月9日）", "消防演练"),
    ("11月", "11月20日", "教代会"),
    ("12月", "宪法宣传周（12月1日至7日）", "普法宣传"),
    ("12月", "元旦前夕（12月25日至31日）", "联欢会"),
    ("1月", "春节前（1月30日至2月5日）", "慰问困难教职工"),
    ("经常性工作", "每月第一周", "读书会"),
    ("全期", "本学期", "学习师德规范"),
    ("时间待定", "及时", "捐款"),
]
EN = [
    ("September", "the beginning of this term", "新教师座谈会"),
    ("September", "around Teachers' Day (3 to 17 September)", "教师节表彰"),
    ("September", "Teachers' Day (10 September)", "走访退休教师"),
    ("September", "Mid-Autumn Festival (25 September)", "走访退休教师"),
    ("October", "during National Day (1 to 7 October)", "书画展"),
    ("October", "Double Ninth Festival (18 October)", "走访退休教师"),
    ("October", "late October", "运动会"),
    ("November", "Fire Safety Day (9 November)", "消防演练"),
    ("November", "20 November", "教代会"),
    ("December", "Constitution Week (1 to 7 December)", "普法宣传"),
    ("December", "before New Year's Day (25 to 31 December)", "联欢会"),
    ("January", "before Spring Festival (30 January to 5 February)", "慰问困难教职工"),
    ("Regular work", "the first week of every month", "读书会"),
    ("Whole period", "this term", "学习师德规范"),
    ("To be fixed", "及时", "捐款"),
]
NO_YEAR = {
    "中秋节（9月25日）": ("9—10月", "中秋节"),
    "国庆期间（10月1日至7日）": ("10月", "国庆期间"),
    "重阳节（10月18日）": ("10月", "重阳节"),
    "春节前（1月30日至2月5日）": ("1—2月", "春节前"),
    "Mid-Autumn Festival (25 September)": ("September–October", "Mid-Autumn Festival"),
    "during National Day (1 to 7 October)": ("October", "during National Day"),
    "Double Ninth Festival (18 October)": ("October", "Double Ninth Festival"),
    "before Spring Festival (30 January to 5 February)": ("January–February", "before Spring Festival"),
}
"""What a plan without a year says instead: these days differ from year to year."""


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("year", [2026, None])
def test_the_half_year_of_a_school(lang, year):
    """In both languages, with a year and without."""
    content = [Activity(title=title, when=parse_schedule(words)) for title, words in reversed(ACTIVITIES)]
    (grid,) = grids(Plan(period=Period(year=year, half=2), content=content), lang)

    expected = ZH if lang == "zh" else EN
    if year is None:
        expected = [(*NO_YEAR.get(said, (label, said)), title) for label, said, title in expected]
    assert list(grid.rows) == expected


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
        WelfareMeasure(title="月饼", when=parse_schedule("中秋节"), due=dt.date(2026, 9, 20)),
        Activity(title="读书", when=parse_schedule("每月")),
        Activity(title="建档", when=parse_schedule("及时"), due=dt.date(2026, 9, 5)),
        Activity(title="查账", when=parse_schedule("年内"), due=dt.date(2026, 11, 5)),
    ]
    period = Period(first=dt.date(2026, 9, 1), last=dt.date(2027, 1, 31))
    (grid,) = grids(Plan(period=period, content=content))

    assert titles(grid) == ["月份", "时间", "活动（事项）", "地点", "参加人数", "责任部门"]
    assert grid.rows == (
        ("9月", "开学初", "座谈会", "", "", "工会委员会"),
        ("9月", "及时（2026年9月5日前）", "建档", "", "", ""),
        ("9月", "教师节（9月10日）", "教师节慰问", "", "120户", ""),
        ("9月", "9月下旬", "运动会", "操场", "120", ""),
        ("9月", "中秋节（9月25日，2026年9月20日前）", "月饼", "", "", ""),
        ("10月", "2026年10月20日前", "换届选举", "", "", ""),
        ("11月", "年内（2026年11月5日前）", "查账", "", "", ""),
        ("1月", "2027年1月中旬", "总结会", "", "", "办公室"),
        ("经常性工作", "每月", "读书", "", "", ""),
        ("时间待定", "", "没有时间的会", "", "", ""),
    )


def test_a_calendar_in_english():
    """Months, heads and times are English; what the author wrote as text stays."""
    content = [
        Activity(title="运动会", due=dt.date(2026, 9, 30), participants=120),
        Activity(title="月饼", when=parse_schedule("中秋节"), due=dt.date(2026, 9, 20)),
        Activity(title="读书", when=parse_schedule("每月")),
    ]
    (grid,) = grids(Plan(period=Period(year=2026), content=content), "en")

    assert titles(grid) == ["Month", "When", "Activity", "Participants"]
    assert grid.rows == (
        ("September", "Mid-Autumn Festival (25 September; by 20 September)", "月饼", ""),
        ("September", "by 30 September", "运动会", "120"),
        ("Regular work", "every month", "读书", ""),
    )


def test_a_plan_without_a_year_takes_it_from_the_days_that_it_names():
    """January 2027 comes behind September 2026, though no year is said of the plan."""
    days = [dt.date(2027, 1, 15), dt.date(2026, 9, 30), dt.date(2027, 3, 1)]
    content = [Activity(title="座谈会", due=day) for day in days]
    content.append(Activity(title="座谈会", when=parse_schedule("10月")))

    (grid,) = grids(Plan(content=content))
    assert column(grid, "月份") == ["9月", "10月", "2027年1月", "2027年3月"]

    for period in (Period(half=2), Period(term=1), Period(quarter=3)):
        (grid,) = grids(Plan(period=period, content=content))
        assert column(grid, "时间")[-1] == "2027年3月1日前"


def test_within_a_month_a_wider_time_comes_later():
    """By the first day, then by the last; a whole month behind its parts, several months behind one."""
    words = [
        *("9月上旬", "9月5日", "教师节", "9月中旬", "9月下旬", "中秋节"),
        *("9月", "9月—10月", "10月1日"),
    ]

    assert [said.partition("（")[0] for _, said in rows(HALF, *reversed(words))] == words
    assert [said for _, said in rows(HALF, "9月", "第三季度末", "9月30日")] == [
        "9月30日",
        "9月",
        "第三季度末",
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
    (grid,) = grids(Plan(period=HALF, content=[item]))

    assert column(grid, "时间") == [said]
