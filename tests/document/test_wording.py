"""Typed items that stand alone are worded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import get_args

import attrs
import pytest
from hypothesis import given

from unionkit.document import worded, worded_date, worded_target
from unionkit.document._wording_schedule import worded_schedule
from unionkit.model import (
    FESTIVALS,
    FESTIVALS_EN,
    SEASONS,
    SEASONS_EN,
    Activity,
    FreeText,
    Goal,
    Money,
    Quantity,
    Result,
    Schedule,
    Target,
    WelfareForm,
    WelfareMeasure,
    parse_schedule,
)
from unionkit.testing import facts, schedules, targets

EXAMPLES = [
    (Goal(indicator="先进职工之家", keep=True), "保持先进职工之家称号。"),
    (Goal(indicator="覆盖面", target=Target.parse(">= 90%"), scope="国有企业"), "国有企业覆盖面不低于90%。"),
    (Goal(indicator="事故", target=Target.parse("<= 3起")), "事故不多于3起。"),
    (Goal(indicator="公开率", target=Target.parse("= 100%")), "公开率达到100%。"),
    (Goal(indicator="参加率", target=Target.parse("80-90%")), "参加率80%至90%。"),
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
        "歌咏比赛（9月下旬，2026年9月30日前完成，礼堂，200人参加，预算15000元，文体部负责）。",
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
    (WelfareMeasure(title="生日慰问", per_head=Money.parse("200.50")), "生日慰问（每人200.50元）。"),
    (
        WelfareMeasure(title="多", per_head=Money(10**17), headcount=1000),
        "多（每人100000000000000000元，1000人）。",
    ),
    (Goal(indicator="培训", target=Target.parse("3至5场")), "培训3至5场。"),
    (Goal(indicator="参训", target=Target.parse("3至5万人")), "参训3万人至5万人。"),
    (Goal(indicator="建会", target=Target.parse(">= 10家")), "建会不少于10家。"),
    (Goal(indicator="测评得分", target=Target.parse(">= 90分")), "测评得分不低于90分。"),
    (Goal(indicator="经费结余", target=Target.parse("<= 5万元")), "经费结余不超过5万元。"),
    (
        Goal(
            indicator="建会",
            target=Target.parse("10家"),
            baseline=Quantity.parse("125家"),
            progress=Quantity.parse("2家"),
            when=parse_schedule("年内"),
        ),
        "建会达到10家（现为125家，已完成2家，年内）。",
    ),
    (
        Goal(indicator="换届", when=parse_schedule("9月"), due=dt.date(2026, 9, 30)),
        "完成换届（2026年9月30日前）。",
    ),
    (
        Result(
            indicator="入会率", value=Quantity.parse("98%"), when=parse_schedule("上半年"), owner="组织部"
        ),
        "入会率98%（上半年，组织部负责）。",
    ),
    (
        Activity(title="球赛", participants=60, prizes=12, host="教务处", partners=["团委", "后勤处"]),
        "球赛（60人参加，获奖12人，教务处主办，团委、后勤处协办）。",
    ),
    (Activity(title="会", cost=Money.parse("1234567.5")), "会（预算1234567.50元）。"),
    (
        WelfareMeasure(title="走访", per_head=Money(500), headcount=Quantity.parse("120户")),
        "走访（每户500元，120户，共60000元）。",
    ),
    (
        WelfareMeasure(title="走访", per_head=Money(500), headcount=Quantity.parse("20名")),
        "走访（每人500元，20名，共10000元）。",
    ),
    (
        WelfareMeasure(title="帮扶", form=WelfareForm.MONEY, triggers=["hardship"]),
        "帮扶（遇生活困难时，现金）。",
    ),
    (
        WelfareMeasure(title="金秋助学", when=parse_schedule("金秋助学"), form=WelfareForm.SERVICE),
        "金秋助学（金秋助学）。",
    ),
    (
        WelfareMeasure(
            title="慰问", triggers=["illness", "retirement", "festival", "birthday"], due=dt.date(2026, 9, 30)
        ),
        "慰问（2026年9月30日前落实，逢节日、生日，生病住院、退休时）。",
    ),
    (
        WelfareMeasure(title="蛋糕", triggers=["birthday", "火灾"], when=parse_schedule("生日")),
        "蛋糕（生日，遇火灾时）。",
    ),
    (WelfareMeasure(title="月饼", triggers=["festival"], when=parse_schedule("中秋节")), "月饼（中秋节）。"),
    (Activity(title="歌咏比赛", text="九月唱歌"), "九月唱歌"),
    (Activity(title="歌咏比赛", text=""), "歌咏比赛。"),
]


@pytest.mark.parametrize(
    ("item", "words"), EXAMPLES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_an_item_is_worded_as_plans_word_it(item, words):
    """One sentence, with what is known of it in brackets."""
    assert worded(item) == words


ENGLISH = [
    (Goal(indicator="the title", target=Target.parse("3至5场")), "The title: 3 to 5场."),
    (
        Goal(
            indicator="the review",
            baseline=Quantity.parse("约5%"),
            progress=Quantity.parse("2%"),
            due=dt.date(2027, 3, 31),
            owner="Audit",
        ),
        "Complete the review (at present about 5%, 2% so far, by 31 March 2027, responsible: Audit).",
    ),
    (
        Result(
            indicator="Members",
            scope="women",
            value=Quantity.parse("20"),
            when=parse_schedule("上半年"),
            owner="A",
        ),
        "Members (women): 20 (the first half of the year, responsible: A).",
    ),
    (Result(indicator="rules"), "Rules."),
    (
        Activity(
            title="games",
            when=parse_schedule("9月下旬"),
            due=dt.date(2026, 9, 30),
            place="Hall",
            participants=Quantity.parse("约60人"),
            prizes=12,
            cost=Money.parse("1.5"),
            host="Office",
            partners=["A", "B", "C"],
            owner="Sports",
        ),
        (
            "Games (late September, by 30 September 2026, Hall, about 60 people, prizes: 12, budget 1.50 yuan, "
            "held by Office, with A, B and C, responsible: Sports)."
        ),
    ),
    (
        WelfareMeasure(
            title="visits",
            triggers=["illness", "childbirth"],
            form=WelfareForm.MONEY,
            per_head=Money(500),
            headcount=Quantity.parse("120户"),
            fund="dues",
            owner="Welfare",
        ),
        (
            "Visits (occasion: illness and childbirth, cash, 500 yuan per household, 120 households, 60000 yuan in all,"
            " paid from dues, responsible: Welfare)."
        ),
    ),
    (
        WelfareMeasure(title="visits", per_head=Money(500), headcount=Quantity.parse("3届")),
        "Visits (500 yuan per 届, 3届, 1500 yuan in all).",
    ),
]


@pytest.mark.parametrize(("item", "words"), ENGLISH)
def test_an_item_is_worded_in_english(item, words):
    """Whole sentences, with a capital letter; what the author wrote stays."""
    assert worded(item, "en") == words


NOT_WORDED = {
    "id": "references",
    "words": "where a paragraph states it",
    "nth": "where a paragraph states it",
    "text": "stands instead of the generated words",
    "marker": "numbering prints it",
    "private": "decides whether it is printed",
    "kind": "a heading of the tables; the title says it",
    "line": "joins it to the budget, for rules",
    "consent": "for rules",
    "same_day": "for rules",
    "done": "for rules and tables: what is done lies behind",
}
"""Attributes that no sentence says, and why."""
FULL = {
    Goal: {
        "indicator": "入会率",
        "target": Target.parse(">= 90%"),
        "keep": True,
        "baseline": Quantity.parse("85%"),
        "progress": Quantity.parse("87%"),
        "scope": "教职工",
        "when": parse_schedule("本学期"),
        "due": dt.date(2026, 9, 30),
        "owner": "组织部",
    },
    Result: {
        "indicator": "入会率",
        "value": Quantity.parse("98%"),
        "scope": "教职工",
        "when": parse_schedule("上半年"),
        "owner": "组织部",
    },
    Activity: {
        "title": "球赛",
        "when": parse_schedule("9月下旬"),
        "due": dt.date(2026, 9, 30),
        "host": "教务处",
        "partners": ("团委",),
        "place": "操场",
        "participants": 60,
        "cost": Money(100),
        "prizes": 12,
        "owner": "文体部",
    },
    WelfareMeasure: {
        "title": "慰问",
        "triggers": ("illness",),
        "when": parse_schedule("9月下旬"),
        "due": dt.date(2026, 9, 30),
        "form": WelfareForm.GOODS,
        "per_head": Money(300),
        "headcount": 186,
        "cost": Money(99),
        "fund": "会费",
        "owner": "福利部",
    },
}
"""Each attribute with a value of which the sentence must say something."""


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, field.name) for kind in FULL for field in attrs.fields(kind)]
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_attribute_is_worded_or_known_not_to_be(kind, name, lang):
    """A sentence with it is another than one without; a new attribute is noticed here."""
    if name in NOT_WORDED:
        assert name not in FULL[kind]
        return
    subject = {key: FULL[kind][key] for key in ("indicator", "title") if key in FULL[kind]}
    if name in subject:
        assert subject[name] in worded(kind(**subject), lang)
        return

    assert worded(kind(**subject, **{name: FULL[kind][name]}), lang) != worded(kind(**subject), lang)


SCHEDULES = [
    ("9月10日", "10 September"),
    ("2026年9月10日下午", "10 September 2026 in the afternoon"),
    ("农历九月初九", "the 9th day of the 9th lunar month"),
    ("2025年农历闰六月十一", "the 11th day of the leap 6th lunar month of 2025"),
    ("9月下旬", "late September"),
    ("3月中旬", "mid-March"),
    ("2026年9月上旬", "early September 2026"),
    ("9月初", "the beginning of September"),
    ("9月第一周", "the first week of September"),
    ("9月", "September"),
    ("2026年9月—11月", "September to November 2026"),
    ("11月至次年2月", "November to February of the next year"),
    ("2026年11月至次年2月", "November 2026 to February 2027"),
    ("9月28日至10月8日", "28 September to 8 October"),
    ("12月25日至次年1月5日", "25 December to 5 January of the next year"),
    ("第三季度", "the third quarter"),
    ("2026年四季度末", "the end of the fourth quarter of 2026"),
    ("上半年", "the first half of the year"),
    ("2026年下半年", "the second half of 2026"),
    ("年内", "within the year"),
    ("年底", "the end of the year"),
    ("国庆节前", "before National Day"),
    ("中秋节", "Mid-Autumn Festival"),
    ("2027年春节前后", "around Spring Festival 2027"),
    ("安全生产月", "Work Safety Month"),
    ("送温暖前", "before Warmth in Winter"),
    ("学期初", "the beginning of this term"),
    ("本学期第三周", "week 3 of this term"),
    ("2026年秋季学期", "the autumn term of 2026"),
    ("暑假期间", "the summer holidays"),
    ("11月30日前", "by 30 November"),
    ("10月底前", "by the end of October"),
    ("9月前", "before September"),
    ("截至9月", "no later than September"),
    ("年底前", "by the end of the year"),
    ("暑假前", "before the summer holidays"),
    ("每月", "every month"),
    ("每两年一次", "every 2 years"),
    ("每学期两次", "twice every term"),
    ("每月三次", "3 times every month"),
    ("每月第一周", "the first week of every month"),
    ("每学期末", "the end of every term"),
    ("每月10日前", "by the 10th of every month"),
    ("每月22日", "the 22nd of every month"),
    ("每周二、四", "every Tuesday and Thursday"),
    ("每周五下午", "every Friday in the afternoon"),
    ("每两周周五", "Friday every 2 weeks"),
    ("每月最后一个周五", "the last Friday of every month"),
    ("每年教师节", "Teachers' Day every year"),
    ("本学期每周", "every week, this term"),
    ("生日", "on birthdays"),
    ("教师节、中秋节、重阳节", "Teachers' Day, Mid-Autumn Festival and Double Ninth Festival"),
    ("春节、中秋节各一次", "Spring Festival and Mid-Autumn Festival, once each"),
    ("及时", "及时"),
]


@pytest.mark.parametrize(("words", "english"), SCHEDULES, ids=lambda value: value)
def test_a_time_is_written_in_english(words, english):
    """What it says; in Chinese it stays as its author wrote it."""
    when = parse_schedule(words)

    assert (worded_schedule(when, "en"), worded_schedule(when)) == (english, words)


def test_every_kind_of_time_has_an_example_in_english():
    """A kind that comes to the model is noticed here."""
    assert {type(parse_schedule(words)) for words, _ in SCHEDULES} == set(get_args(Schedule))


@given(when=schedules())
def test_any_structured_time_is_written_in_english(when):
    """No Chinese is left in it, but for free text and festivals that nobody knows."""
    said = worded_schedule(when, "en")

    if isinstance(when, FreeText):
        assert said == when.wording
    else:
        for name in named(attrs.asdict(when)):
            said = said.replace(name, "")
        assert said.isascii()


def named(values: object) -> Iterator[str]:
    """The names of festivals and seasons in a time."""
    if isinstance(values, dict):
        yield from (values[key] for key in ("festival", "season") if key in values)
        for value in values.values():
            yield from named(value)
    elif isinstance(values, list | tuple):
        for value in values:
            yield from named(value)


def test_every_festival_and_season_has_an_english_name():
    """Those that the notation reads."""
    assert set(FESTIVALS_EN) == set(FESTIVALS.values())
    assert set(SEASONS_EN) == set(SEASONS.values())


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


def test_an_honour_is_called_by_its_english_term():
    """In English sentences; what is no honour stays as the author wrote it."""
    assert worded(Goal(indicator="模范职工之家", keep=True), "en") == "Keep model staff home."
    assert (
        worded(Goal(indicator="市级模范职工之家称号", keep=True), "en") == "Keep municipal model staff home."
    )
    assert worded(Goal(indicator="市级满意率", keep=True), "en") == "Keep 市级满意率."
    assert worded(Goal(indicator="满意率", keep=True), "en") == "Keep 满意率."
    assert worded(Goal(indicator="模范职工之家", keep=True)) == "保持模范职工之家称号。"
    assert worded(Goal(indicator="市级模范职工之家称号", keep=True)) == "保持市级模范职工之家称号。"
