"""Chapters and papers of the pack: what stands in them, in order, in both languages and all formats."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_federation
from unionkit import Kit, Plan
from unionkit.document import Grid, Heading, PageBreak, Text
from unionkit.errors import Lang
from unionkit.model import Activity, Organization, Part, Period, WelfareMeasure
from unionkit_pack_federation import FEDERATION

KITS = {
    lang: Kit(discover=False, plugins=[unionkit_pack_federation], strict=True, lang=lang)
    for lang in get_args(Lang)
}
KIT = KITS["zh"]
FORMATS = ("docx", "md", "txt")
PAPERS = tuple(paper.name for paper in FEDERATION.papers)
HAN = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
LATIN = re.compile("[A-Za-z]")
SOME = settings(max_examples=30, deadline=None)

DATA = {
    "indicators": [
        {"name": "新建工会", "group": "组织建设", "unit": "家", "target": 12},
        {"name": "新增会员", "group": "组织建设", "unit": "人", "target": 300},
        {"name": "工资协议", "group": "劳动关系", "target": 9},
    ],
    "bodies": [
        {
            "name": "清河镇总工会",
            "tasks": [
                {"indicator": "新建工会", "target": 8, "done": 3},
                {"indicator": "新增会员", "target": 200, "done": 150},
            ],
        },
        {
            "name": "北岭镇总工会",
            "tasks": [
                {"indicator": "新建工会", "target": 6, "done": 6},
                {"indicator": "工资协议", "target": 9},
            ],
        },
    ],
    "coverage": [
        {"subject": "厂务公开", "units": 30, "covered": 20},
        {"subject": "厂务公开", "ownership": "public", "units": 10, "covered": 10, "target": "= 100%"},
        {"subject": "厂务公开", "ownership": "private", "units": 0, "covered": 0, "target": ">= 80%"},
    ],
    "training": [
        {
            "title": "技术工人培训",
            "target": 3000,
            "responsible": "宣传教育部",
            "years": [{"year": 2026, "target": 1400, "done": 1450}, {"year": 2027, "target": 1600}],
        }
    ],
    "tripartite": {
        "parties": ["县人社局", "县总工会", "县工商联"],
        "meetings": [{"when": "3月下旬", "topics": ["通报形势", "商定办法"]}, {}],
    },
}


def federation_plan(data: Mapping[str, object] = DATA, **told: object) -> Plan:
    """A plan of the pack with this data."""
    return Plan(
        pack="federation", organization=Organization(name="清河县总工会"), data={"federation": data}, **told
    )


def grids(plan: Plan, paper: str | None = None, lang: Lang = "zh") -> list[Grid]:
    """The tables that are printed."""
    return [block for block in KITS[lang].compose(plan, paper=paper).blocks if isinstance(block, Grid)]


def printed(plan: Plan, form: str, paper: str | None = None) -> str:
    """The text of a printed plan without any white space, whatever the format."""
    data = KIT.rendered(plan, form, paper=paper).data
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text = "".join(ET.fromstring(archive.read("word/document.xml")).itertext())
    else:
        text = data.decode("utf-8-sig").replace("\\", "").replace("|", "")
    return re.sub(r"\s+", "", text)


# ------------------------------------------------------------------ papers


def test_the_indicator_sheet_has_a_table_for_each_group():
    """A row for each body, tasks and what is done with its share, then the sums and the target of the whole area."""
    first, second = grids(federation_plan(), "indicator-sheet")

    assert (first.caption, second.caption) == ("组织建设", "劳动关系")
    assert [column.above for column in first.columns] == [(), ()] + [("新建工会（家）",)] * 3 + [
        ("新增会员（人）",)
    ] * 3
    assert first.rows == (
        ("1", "清河镇总工会", "8", "3", "37.5%", "200", "150", "75.0%"),
        ("2", "北岭镇总工会", "6", "6", "100.0%", "", "", ""),
    )
    assert first.totals == (
        ("", "合计", "14", "9", "64.3%", "200", "150", "75.0%"),
        ("", "总任务", "12", "", "", "300", "", ""),
    )
    assert second.rows[1] == ("2", "北岭镇总工会", "9", "", "")


def test_each_group_begins_a_page():
    """A sheet can be handed to the department that answers for it; the first needs no break before it."""
    blocks = KIT.compose(federation_plan(), paper="indicator-sheet").blocks
    kinds = [type(block) for block in blocks if isinstance(block, Grid | PageBreak)]

    assert kinds == [Grid, PageBreak, Grid]


def test_a_group_of_many_indicators_stands_across():
    """Then no page is broken by hand: it has one of its own."""
    indicators = [{"name": f"指标{nth}"} for nth in range(4)] + [{"name": "另一个", "group": "另一组"}]
    blocks = KIT.compose(federation_plan({"indicators": indicators}), paper="indicator-sheet").blocks

    assert [block.landscape for block in blocks if isinstance(block, Grid)] == [True, False]
    assert not any(isinstance(block, PageBreak) for block in blocks)


def test_the_training_sheet_adds_up_its_years():
    """Task and office stand above, the sums below."""
    (grid,) = grids(federation_plan(), "training-years")

    assert grid.caption == "技术工人培训（总任务3000人，责任部门：宣传教育部）"
    assert grid.rows == (("2026年", "1400", "1450"), ("2027年", "1600", ""))
    assert grid.totals == (("合计", "3000", "1450"),)


@SOME
@given(done=st.integers(0, 500), target=st.integers(1, 500))
def test_shares_are_rounded_to_a_tenth_of_a_percent(done, target):
    """Half a tenth goes up, as one reckons by hand."""
    data = {
        "indicators": [{"name": "建会"}],
        "bodies": [{"name": "甲", "tasks": [{"indicator": "建会", "target": target, "done": done}]}],
    }
    tenths = (done * 1000 * 2 + target) // (2 * target)

    assert grids(federation_plan(data), "indicator-sheet")[0].rows[0][-1] == f"{tenths // 10}.{tenths % 10}%"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_is_printed_in_every_format(paper, form):
    """Every block of it but breaks of pages, which text has not; and nothing of the plan's prose."""
    plan = federation_plan(content=(Part(heading="主要工作", content=(Activity(title="集中建会行动"),)),))
    blocks = KIT.compose(plan, paper=paper).blocks
    rendered = KIT.rendered(plan, form, paper=paper)

    assert len(rendered.printed) + len(rendered.skipped) == len(blocks)
    assert all(isinstance(blocks[skipped.index], PageBreak) for skipped in rendered.skipped)
    assert "集中建会行动" not in printed(plan, form, paper)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_never_holds_private_facts(paper, form):
    """What concerns a named person stays in the plan."""
    secret = WelfareMeasure(title="探望李师傅", kind="condolence-visit", private=True)

    assert "李师傅" not in printed(federation_plan(content=(secret,)), form, paper)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("data", [{}, {"indicators": [{"name": "建会"}]}, {"bodies": [{"name": "甲"}]}])
def test_a_paper_without_data_is_a_title(paper, data):
    """Nothing fails where the sheet has not been begun."""
    assert KIT.rendered(federation_plan(data), "txt", paper=paper).data


# ------------------------------------------------------------------ chapters


def test_the_chapters_stand_behind_the_content_and_before_the_safeguards():
    """Wherever the author put these, and numbered in order."""
    plan = federation_plan(
        content=(Part(role="safeguards", heading="保障措施"), Part(role="work", heading="主要工作"))
    )
    headings = [block for block in KIT.compose(plan).blocks if isinstance(block, Heading)]

    assert [f"{heading.marker}{heading.text}" for heading in headings] == [
        "一、主要工作",
        "二、覆盖面目标",
        "三、任务指标分解",
        "四、跨年度培训",
        "五、劳动关系三方机制",
        "六、保障措施",
    ]


def test_coverage_is_told_by_ownership():
    """With the share that is reached, where there is one, and the aim in words."""
    assert grids(federation_plan())[0].rows == (
        ("厂务公开", "全部", "30", "20", "66.7%", ""),
        ("厂务公开", "国有、集体及其控股", "10", "10", "100.0%", "达到100%"),
        ("厂务公开", "非公有制", "0", "0", "", "不低于80%"),
    )


def test_the_tripartite_chapter_names_sides_and_meetings():
    """A meeting without a time says so."""
    texts = [block.text for block in KIT.compose(federation_plan()).blocks if isinstance(block, Text)]

    assert texts[-4:] == [
        "劳动关系三方机制由县人社局、县总工会、县工商联参加。",
        "本期三方会议安排：",
        "3月下旬，议题：通报形势；商定办法；",
        "时间另定。",
    ]


def test_without_data_the_plan_is_printed_as_without_the_pack():
    """The sections of the pack print nothing of their own."""
    part = Part(heading="主要工作", content=(Activity(title="集中建会行动"),))
    plan = Plan(pack="federation", content=(part,), signature="清河县总工会")

    assert KIT.compose(plan).blocks == KIT.compose(plan, pack="neutral").blocks


# ------------------------------------------------------------------ languages


def some_data(word: str) -> st.SearchStrategy[dict[str, object]]:
    """All that a plan may hold for federations, some of it left out, with this as its only word."""
    words, counts = st.just(word), st.sampled_from([0, 3])
    ownership = st.sampled_from(["", "public", "private"])
    task = st.fixed_dictionaries({"indicator": words}, optional={"target": counts, "done": counts})
    return st.fixed_dictionaries(
        {},
        optional={
            "indicators": st.just([{"name": word, "group": word, "unit": word, "target": 3}]),
            "bodies": st.lists(
                st.fixed_dictionaries({"name": words}, optional={"tasks": st.lists(task, max_size=1)}),
                max_size=2,
            ),
            "coverage": st.lists(
                st.fixed_dictionaries(
                    {"subject": words, "ownership": ownership},
                    optional={"units": st.just(4), "covered": counts},
                ),
                max_size=3,
                unique_by=lambda entry: entry["ownership"],
            ),
            "training": st.lists(
                st.fixed_dictionaries(
                    {"title": words, "unit": words},
                    optional={
                        "target": counts,
                        "responsible": words,
                        "years": st.just([{"year": 2026, "target": 3}]),
                    },
                ),
                max_size=2,
            ),
            "tripartite": st.fixed_dictionaries(
                {},
                optional={
                    "parties": st.lists(words, max_size=3),
                    "meetings": st.lists(
                        st.fixed_dictionaries(
                            {}, optional={"when": words, "topics": st.lists(words, max_size=2)}
                        ),
                        max_size=2,
                    ),
                },
            ),
        },
    )


def said(lang: Lang, data: Mapping[str, object], word: str) -> Iterator[str]:
    """What chapters and papers print."""
    plan = Plan(pack="federation", organization=Organization(name=word), data={"federation": data})
    for paper in (None, *PAPERS):
        for block in KITS[lang].compose(plan, paper=paper).blocks:
            match block:
                case Heading() | Text():
                    yield block.text
                case Grid():
                    yield from (each for column in block.columns for each in (column.title, *column.above))
                    yield from (cell for row in (*block.rows, *block.totals) for cell in row)
                    yield from (block.caption, block.unit)
                case _:
                    pass


@SOME
@given(data=some_data("word"))
def test_in_english_nothing_is_said_in_chinese(data):
    """Whatever is there and whatever is left out."""
    assert [text for text in said("en", data, "word") if HAN.search(text)] == []


@SOME
@given(data=some_data("文字"))
def test_in_chinese_nothing_is_said_in_english(data):
    """The other way round."""
    assert [text for text in said("zh", data, "文字") if LATIN.search(text)] == []


@pytest.mark.parametrize(
    "rule", [rule for rule in KIT.rules if rule.pack == "federation"], ids=lambda rule: rule.code
)
def test_a_rule_is_worded_in_both_languages(rule):
    """Its title and its message each have their own."""
    assert HAN.search(rule.title_zh)
    assert HAN.search(rule.wording["zh"])
    assert not HAN.search(rule.title_en + rule.wording["en"].replace("“", "").replace("”", ""))


@pytest.mark.parametrize(
    "kind", ["roles", "activity_kinds", "welfare_kinds", "triggers", "committee_kinds", "honours"]
)
def test_every_name_of_the_vocabulary_is_worded_in_both_languages(kind):
    """Terms are Chinese and English, and listed under their own name."""
    terms = getattr(FEDERATION.vocabulary, kind)

    assert terms
    for name, term in terms.items():
        assert name == term.name
        assert HAN.search(term.zh)
        assert term.en.isascii()


def test_the_period_is_in_the_title_of_a_paper():
    """Whose sheet it is, and of when."""
    plan = federation_plan(period=Period(year=2026, half=2))

    assert KIT.compose(plan, paper="indicator-sheet").title == "清河县总工会2026年下半年任务指标分解表"
