"""The chapters and papers: what stands in them, in order, and who is named."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest

import unionkit_pack_community
from unionkit import Kit, Plan
from unionkit.document import Grid, Heading, Text
from unionkit.model import Organization, Period
from unionkit_pack_community import COMMUNITY

KITS = {
    lang: Kit(discover=False, plugins=[unionkit_pack_community], strict=True, lang=lang)
    for lang in ("zh", "en")
}
FORMATS = ("docx", "md", "txt")
DATA = {
    "openness": [
        {"topic": "经费收支", "form": "公开栏", "when": "每季度", "responsible": "居委会", "money": True},
        {"topic": "意见办理", "when": "每月"},
    ],
    "posting": {"supervisor": "监督委员会", "contact": "办公室", "place": "公开栏", "start": "2026-07-06"},
    "jobless": {
        "registered": 9,
        "trained": 6,
        "measures": [{"title": "家政培训", "when": "9月", "places": 6}],
    },
    "hardship": [
        {"number": "KN-1", "kind": "deep", "when": "每季度", "name": "赵一"},
        {"number": "KN-2", "kind": "relative", "when": "9月", "name": "钱二"},
        {"number": "KN-3", "kind": "relative", "when": "9月"},
    ],
    "visits": [{"occasion": "illness", "within": 3, "standard": "探望", "per_head": 300}],
    "records": [
        {"occasion": "illness", "number": "BX-1", "day": "2026-07-20", "visitors": "帮扶组", "name": "孙三"},
        {"occasion": "hardship", "number": "KN-1", "findings": "无人照料", "follow_up": "安排志愿者"},
    ],
}
PLAN = Plan(
    pack="community",
    organization=Organization(name="北岭社区工会"),
    period=Period(year=2026, half=2),
    data={"community": DATA},
)
PRIVATE = ("赵一", "钱二", "孙三", "无人照料", "安排志愿者")


def rows(kit: Kit, paper: str | None = None, plan: Plan = PLAN) -> list[list[tuple[str, ...]]]:
    """The rows of each table of a document."""
    return [list(block.rows) for block in kit.compose(plan, paper=paper).blocks if isinstance(block, Grid)]


def text_of(form: str, data: bytes) -> str:
    """The text of a printed document without white space."""
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text = "".join(ET.fromstring(archive.read("word/document.xml")).itertext())
    else:
        text = data.decode("utf-8-sig")
    return re.sub(r"\s|[\\|]", "", text)


def test_the_plan_prints_four_chapters_in_order():
    """Open affairs, the jobless, those in need, the five visits."""
    blocks = KITS["zh"].compose(PLAN).blocks

    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "居务公开安排",
        "失业会员帮扶安排",
        "困难会员建档走访",
        "五必访安排",
    ]


def test_the_tables_of_the_plan_hold_the_data():
    """Files are counted by kind; their numbers and names are not told."""
    assert rows(KITS["zh"]) == [
        [
            ("1", "经费收支", "公开栏", "每季度", "居委会", "是，附清单"),
            ("2", "意见办理", "", "每月", "", "否"),
        ],
        [("1", "家政培训", "9月", "6", "")],
        [("深度困难", "1", "每季度"), ("相对困难", "2", "9月")],
        [("1", "生病住院", "3日内", "探望", "300元", "")],
    ]


def test_the_english_tables_say_the_same():
    """Occasions, kinds and times are worded."""
    assert rows(KITS["en"])[2:] == [
        [("deep hardship", "1", "every quarter"), ("relative hardship", "2", "September")],
        [("1", "illness", "within 3 days", "探望", "300 yuan", "")],
    ]


def test_the_aims_for_the_jobless_are_told():
    """Only those that the plan sets."""
    said = [block.text for block in KITS["zh"].compose(PLAN).blocks if isinstance(block, Text)]

    assert "登记失业会员9人，本期计划培训6人。" in said


@pytest.mark.parametrize("form", FORMATS)
def test_the_sheet_prints_the_matters_and_the_posting(form):
    """In every format, in order."""
    text = text_of(form, KITS["zh"].rendered(PLAN, form, paper="openness-sheet").data)

    assert "北岭社区工会2026年下半年居务公开表" in text
    assert "1经费收支公开栏每季度居委会是，附清单2意见办理每月否" in text
    assert text.endswith("监督机构：监督委员会意见受理：办公室公示地点：公开栏公示时间：自2026年7月6日起")


def test_the_record_lists_visits_by_number_and_leaves_room():
    """Twelve rows at least, so that it can be filled in by hand."""
    standards, records = rows(KITS["zh"], "visit-record")

    assert standards == [("1", "生病住院", "3日内", "探望", "300元", "")]
    assert records[:3] == [
        ("1", "生病住院", "BX-1", "2026年7月20日", "帮扶组", ""),
        ("2", "生活困难", "KN-1", "", "", ""),
        ("3", "", "", "", "", ""),
    ]
    assert len(records) == 12


def test_a_long_record_still_leaves_a_row():
    """However many visits were made."""
    plan = Plan(pack="community", data={"community": {"records": [{"occasion": "illness"}] * 20}})

    assert len(rows(KITS["zh"], "visit-record", plan)[-1]) == 21


def test_the_internal_record_names_whom_it_is_about():
    """It is the only paper that asks for private facts."""
    records, files = rows(KITS["zh"], "visit-record-named")

    assert [paper.name for paper in COMMUNITY.papers if paper.private] == ["visit-record-named"]
    assert records[0][:4] == ("1", "生病住院", "BX-1", "孙三")
    assert records[1][-2:] == ("无人照料", "安排志愿者")
    assert [row[1:4] for row in files] == [
        ("KN-1", "深度困难", "赵一"),
        ("KN-2", "相对困难", "钱二"),
        ("KN-3", "相对困难", ""),
    ]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("paper", [None, "openness-sheet", "visit-record"])
def test_no_other_paper_names_anyone(paper, form):
    """Neither names nor what was found."""
    text = text_of(form, KITS["zh"].rendered(PLAN, form, paper=paper).data)

    assert [word for word in PRIVATE if word in text] == []


def test_an_unknown_occasion_is_printed_as_it_stands():
    """A rule reports it."""
    plan = Plan(pack="community", data={"community": {"visits": [{"occasion": "storm"}]}})

    assert rows(KITS["zh"], plan=plan) == [[("1", "storm", "", "", "", "")]]


@pytest.mark.parametrize("paper", [None, *(paper.name for paper in COMMUNITY.papers)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_plan_prints_too(lang, paper):
    """Without a word of the pack where there is nothing to tell."""
    document = KITS[lang].compose(Plan(pack="community"), paper=paper)

    assert [block for block in document.blocks if isinstance(block, Heading)] == []
    assert all(
        any(not cell for cell in row)
        for table in rows(KITS[lang], paper, Plan(pack="community"))
        for row in table
    )
