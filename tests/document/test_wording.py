"""Typed items that stand alone are worded."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given

from unionkit.document import worded, worded_date, worded_target
from unionkit.model import (
    Activity,
    Goal,
    Money,
    Quantity,
    Result,
    Target,
    WelfareForm,
    WelfareMeasure,
    parse_schedule,
)
from unionkit.testing import facts, targets

EXAMPLES = [
    (Goal(indicator="先进职工之家", keep=True), "保持先进职工之家。"),
    (Goal(indicator="覆盖面", target=Target.parse(">= 90%"), scope="国有企业"), "国有企业覆盖面不低于90%。"),
    (Goal(indicator="事故", target=Target.parse("<= 3起")), "事故不超过3起。"),
    (Goal(indicator="公开率", target=Target.parse("= 100%")), "公开率达到100%。"),
    (Goal(indicator="参加率", target=Target.parse("80-90%")), "参加率达到80%至90%。"),
    (
        Goal(indicator="换届", due=dt.date(2026, 9, 30), owner="组织部"),
        "完成换届（2026年9月30日前，组织部负责）。",
    ),
    (Result(indicator="入会率", value=Quantity.parse("98%")), "入会率98%。"),
    (Result(indicator="慰问", value=Quantity.parse("约120人")), "慰问约120人。"),
    (Result(indicator="制度建设"), "制度建设。"),
    (Activity(title="歌咏比赛"), "歌咏比赛。"),
    (Activity(title="开展送温暖活动！"), "开展送温暖活动！"),
    (
        Activity(
            title="歌咏比赛",
            when=parse_schedule("9月下旬"),
            place="礼堂",
            participants=200,
            cost=Money.parse("1.5万元"),
            due=dt.date(2026, 9, 30),
            owner="文体部",
        ),
        "歌咏比赛（9月下旬，礼堂，200人参加，预算15000元，2026年9月30日前完成，文体部负责）。",
    ),
    (Activity(title="无人参加", participants=0, cost=Money.parse("0")), "无人参加（0人参加，预算0元）。"),
    (
        WelfareMeasure(
            title="中秋节慰问",
            when=parse_schedule("中秋节"),
            form=WelfareForm.GOODS,
            per_head=Money.parse("300"),
            headcount=186,
            fund="会费",
            owner="福利部",
        ),
        "中秋节慰问（中秋节，实物，每人300元，186人，共55800元，会费列支，福利部负责）。",
    ),
    (WelfareMeasure(title="生日慰问", per_head=Money.parse("200.50")), "生日慰问（每人200.5元）。"),
    (
        WelfareMeasure(title="多", per_head=Money(10**17), headcount=1000),
        "多（每人100000000000000000元，1000人）。",
    ),
    (Activity(title="歌咏比赛", text="九月唱歌"), "九月唱歌"),
    (Activity(title="歌咏比赛", text=""), "歌咏比赛。"),
]


@pytest.mark.parametrize(
    ("item", "words"), EXAMPLES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_an_item_is_worded_as_plans_word_it(item, words):
    """One sentence, with what is known of it in brackets."""
    assert worded(item) == words


@given(item=facts())
def test_any_item_is_a_sentence_on_one_line(item):
    """Generated words end as a sentence does, and hold what the item is about."""
    said = worded(attrs.evolve(item, text=None))
    subject = item.indicator if isinstance(item, Goal | Result) else item.title

    assert subject in said
    assert said.endswith(("。", "！", "？", "；"))


@given(target=targets())
def test_any_target_is_worded_with_its_figure(target):
    """No exponent, no needless zeros, the unit behind the figure."""
    assert "E" not in worded_target(target).replace(target.unit, "")
    assert worded_target(target).endswith(target.unit)


def test_dates_have_no_leading_zeros():
    """成文日期 in Arabic numerals."""
    assert worded_date(dt.date(2026, 7, 1)) == "2026年7月1日"
