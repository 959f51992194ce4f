"""What the sections and the paper print: what stands in them, in order, in both languages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_town
from unionkit import Kit, Plan
from unionkit.document import Grid, Heading, Text
from unionkit.model import Organization, Period

KITS = {
    lang: Kit(discover=False, plugins=[unionkit_pack_town], strict=True, lang=lang) for lang in ("zh", "en")
}
TOWN = {
    "classes": [
        {"size": "large", "ownership": "public", "enterprises": 4, "organised": 4},
        {
            "size": "small",
            "enterprises": 108,
            "organised": 84,
            "to_build": 12,
            "built": 3,
            "to_standardise": 5,
            "standardised": 1,
        },
    ],
    "register": [
        {
            "enterprise": "甲店",
            "size": "small",
            "staff": 9,
            "members": 8,
            "form": "joint",
            "when": "9月",
            "responsible": "组织部",
            "done": True,
        }
    ],
    "joint": [{"name": "河东片区联合工会", "enterprises": 84, "to_join": 12, "joined": 3, "members": 410}],
    "terms": [{"union": "甲厂工会", "elected": "2021-10-18", "term": 5, "election": "10月上旬"}],
    "chairs": {"number": 96, "to_train": 60, "trained": 15},
    "homes": [{"level": "三星级", "target": 5, "done": 1}],
}


def plan(**town: object) -> Plan:
    return Plan(
        pack="town",
        organization=Organization(name="清河镇总工会"),
        period=Period(year=2026, half=2),
        data={"town": town},
    )


def printed(lang: str = "zh", paper: str | None = None, **town: object) -> list[object]:
    return list(KITS[lang].compose(plan(**town), paper=paper).blocks)


def grids(blocks: list[object]) -> list[Grid]:
    return [block for block in blocks if isinstance(block, Grid)]


def test_the_plan_has_a_chapter_on_unions_and_one_on_terms():
    """Classes, joint unions and worker homes; elections and training. Names stand in the register only."""
    blocks = printed(**TOWN)

    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "建会与规范化建设台账",
        "换届与培训安排",
    ]
    classes, joint, terms = grids(blocks)
    assert classes.rows[1] == ("非公有制", "25人以下", "108", "84", "12", "3", "25.0%", "5", "1")
    assert classes.totals == (("合计", "", "112", "88", "12", "3", "25.0%", "5", "1"),)
    assert joint.totals == (("合计", "84", "12", "3", ""),)
    assert terms.rows == (("1", "甲厂工会", "2021年10月18日", "5年", "2026年10月17日", "10月上旬"),)
    said = [block.text for block in blocks if isinstance(block, Text)]
    assert "创建三星级职工之家5家，已完成1家。" in said
    assert "基层工会主席共96人，本期计划培训60人，已培训15人。" in said
    assert not [text for text in said if "甲店" in text]


def test_the_register_prints_target_standing_and_names():
    """In that order, under its own title."""
    blocks = printed(paper="union-register", **TOWN)

    assert [grid.caption for grid in grids(blocks)] == ["建会目标和进度", "联合基层工会", "企业名册"]
    assert grids(blocks)[2].rows == (
        ("1", "甲店", "非公有制，25人以下", "9", "新建（联合）", "9月", "组织部", "已完成"),
    )
    assert blocks[0].text == "清河镇总工会2026年下半年建会台账"


@pytest.mark.parametrize("paper", [None, "union-register"])
def test_in_english_all_is_english_but_the_words_of_the_plan(paper):
    """What the plan says stays as it is."""
    own = "清河镇总工会|甲店|组织部|河东片区联合工会|甲厂工会|三星级"
    blocks = printed("en", paper, **TOWN)
    said = " ".join(
        [block.text for block in blocks if isinstance(block, Heading | Text)]
        + [cell for grid in grids(blocks) for row in (*grid.rows, *grid.totals) for cell in row]
        + [column.title + "".join(column.above) for grid in grids(blocks) for column in grid.columns]
    )

    assert re.findall("[\u4e00-\u9fff]+", re.sub(own, "", said)) == []
    assert "private, fewer than 25" in said or paper is None


@settings(deadline=None, max_examples=40)
@given(st.sets(st.sampled_from(sorted(TOWN))))
def test_what_is_not_told_leaves_no_gap(keys):
    """Each table stands for its own data, and a chapter without data is not there."""
    told = {key: TOWN[key] for key in keys}
    blocks = printed(**told)

    assert len(grids(blocks)) == len(keys & {"classes", "joint", "terms"})
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert ("建会与规范化建设台账" in headings) is bool(keys & {"classes", "joint", "register", "homes"})
    assert ("换届与培训安排" in headings) is bool(keys & {"terms", "chairs"})
    assert len(grids(printed(paper="union-register", **told))) == len(keys & {"classes", "joint", "register"})
