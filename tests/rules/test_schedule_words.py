"""What is said of times that are not understood, and which words are meant to be no date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.almanac import ALMANAC, Almanac, Festival, FixedDay
from unionkit.errors import UnionkitError
from unionkit.model import Activity, FreeText, Period, Plan, parse_schedule
from unionkit.rules import RULES, Finding, Severity, check_plan

(RULE,) = (rule for rule in RULES if rule.code == "UK412")


def said(words: str, almanac: Almanac = ALMANAC) -> list[Finding]:
    """What the rule says of words."""
    activity = Activity(title="会", when=parse_schedule(words))
    plan = Plan(period=Period(year=2026, half=2), content=[activity])
    return list(check_plan(plan, [RULE], almanac=almanac))


DATED = (
    *(
        "农历十三月初一",
        "第五季度",
        "每周八",
        "15日—9月1日",
        "9.10",
        "9/10",
        "9.10-9.15",
        "10月21日晚",
        "9月10日 14:30",
    ),
    *(
        "9月10日（周四）",
        "周五",
        "周三下午",
        "每周日晚例会",
        "第3周",
        "第二、四周",
        "每学期第一周",
        "25日",
        "每月5号左右",
    ),
    *("农历腊月", "正月里", "三月三", "9.18前后", "10月份前后", "二十旬", "10月21日、适时"),
)
NAMED = (
    "开斋节",
    "冰灯节前",
    "端午龙舟节期间",
    "泼水节前后",
    "世界环境日",
    "校庆日当天",
    "春节联欢节",
    "“冰灯节”前",
    "2026年开斋节",
    "教师节、校庆日",
    "泼水节、元旦等重大节日",
)
NO_DATE = (
    *(
        "及时",
        "定期",
        "适时",
        "课余",
        "平时",
        "20xx年",
        "20XX年9月",
        "某月某日",
        "×月×日",
        "一周内",
        "两周内",
        "三天",
    ),
    *(
        "3个月",
        "两个月内",
        "3日内",
        "十个工作日内",
        "一年四季",
        "春耕时节",
        "高温季节",
        "传统节日",
        "重大节日",
    ),
    *(
        "元旦等节日",
        "节日",
        "节前",
        "工作日",
        "休息日",
        "改日",
        "近日",
        "每日午休",
        "主题党日",
        "主席接待日",
        "教职工子女生日",
    ),
    *(
        "60周岁",
        "建校10周年",
        "十四五期间",
        "两会期间",
        "汛期",
        "5.5万元",
        "1.5%",
        "2026-2027学年",
        "第三届职代会",
    ),
    *(
        "慈善一日捐",
        "每周一练",
        "每周例会",
        "月底",
        "双周",
        "五年",
        "春季",
        "一次",
        "逢年过节",
        "六一班会",
        "第三节",
    ),
    *(
        "节",
        "根据上级部门的要求和单位的实际情况安排的节",
        "13.45",
        "教师节、适时",
        "校园文化艺术节期间",
        "校园文化艺术节、十一、元旦等重大节日",
    ),
)


@pytest.mark.parametrize("words", DATED)
def test_what_looks_like_a_date_is_told_how_to_write_it(words):
    """As something to know, at the time."""
    (finding,) = said(words)

    assert isinstance(parse_schedule(words), FreeText)
    assert (finding.severity, finding.words, finding.path) == (Severity.INFO, words, ("content", 0, "when"))
    assert "日历上显示不出来；可以写成 10月21日、" in finding.message("zh")
    assert "write it like 10月21日," in finding.message("en")


@pytest.mark.parametrize("words", NAMED)
def test_a_festival_that_nobody_knows_can_be_added(words):
    """To the data of the almanac."""
    (finding,) = said(words)

    assert "在历书数据里加上它（--almanac）" in finding.message("zh")
    assert "added to the almanac's data" in finding.message("en")


@pytest.mark.parametrize("words", NO_DATE)
def test_what_is_meant_to_be_no_date_passes(words):
    """Lengths of time, placeholders, days of each unit's own."""
    assert isinstance(parse_schedule(words), FreeText)
    assert said(words) == []


def test_what_the_data_knows_is_understood():
    """With the words for days near it, too."""
    ours = ALMANAC | Almanac(festivals=[Festival(name="冰灯节", rule=FixedDay(12, 20))])

    assert said("冰灯节前", ours) == []
    assert said("“冰灯节”期间", ours) == []


def test_the_forms_that_are_recommended_are_read():
    """Each that the message names."""
    (finding,) = said("9.10")
    forms = finding.message("zh").partition("可以写成 ")[2].partition("这样的")[0].split("、")

    assert len(forms) == 7
    assert not any(isinstance(parse_schedule(form), FreeText) for form in forms)


@given(st.text(alphabet="第农历每周月日节号旬季度一三十0139./—、（）期间前后x", min_size=1, max_size=9))
def test_only_free_text_is_not_understood(words):
    """Whatever a time is made of, what is read is not reported, and nothing fails."""
    try:
        schedule = parse_schedule(words)
    except UnionkitError:
        return

    assert {each.code for each in said(words)} <= ({"UK412"} if isinstance(schedule, FreeText) else set())
