"""The openness board: read back from its HTML."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_school
from unionkit import Kit, Plan
from unionkit.document import Scope
from unionkit.errors import UnionkitError
from unionkit.model import Activity, Organization, Part, WelfareMeasure
from unionkit_pack_school import OPENNESS_BOARD

KITS = {
    lang: Kit(discover=False, plugins=[unionkit_pack_school], strict=True, lang=lang) for lang in ("zh", "en")
}
COLUMNS = ("topic", "form", "when", "responsible", "audience")
words = st.text(st.sampled_from("校务公开 account<&>\"'{}%;"), max_size=30)
filled = st.builds("{}项".format, words)
entries = st.fixed_dictionaries(
    {"topic": filled},
    optional={"form": words, "responsible": words, "audience": words, "when": st.just("9月下旬")},
)


class Board(HTMLParser):
    """What a board says: its rows by sheet, its headings and its notes."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.sheets: list[list[list[str]]] = []
        self.said: dict[str, list[str]] = {}
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag == "section":
            self.sheets.append([])
        elif tag == "tr":
            self.sheets[-1].append([])
        elif tag in ("td", "th"):
            self.sheets[-1][-1].append("")
        elif tag in ("h1", "p", "title"):
            self.said.setdefault(tag, []).append("")

    def handle_data(self, data):
        inside = self.tags[-1] if self.tags else ""
        if inside in ("td", "th") and data.strip("\n"):
            self.sheets[-1][-1][-1] += data
        elif inside in ("h1", "p", "title") and data.strip("\n"):
            self.said[inside][-1] += data

    def handle_endtag(self, tag):
        if tag in ("td", "th", "h1", "p", "title", "tr"):
            self.tags.append("")

    @property
    def rows(self) -> list[list[str]]:
        """All rows but the heads, in order."""
        return [row for sheet in self.sheets for row in sheet[1:]]


def board(data: dict[str, object], *, lang: str = "zh", **plan: object) -> Board:
    """The board of a plan with this data."""
    made = Plan(
        pack="school", **{"organization": Organization(name="清河中学工会"), **plan}, data={"school": data}
    )
    return Board(KITS[lang].rendered(made, "openness-board").data)


@settings(deadline=None)
@given(found=st.lists(entries, min_size=1, max_size=45), lang=st.sampled_from(["zh", "en"]))
def test_every_matter_is_a_row_with_its_number(found, lang):
    """In order, with every word as it was written, on as many sheets as it takes."""
    made = board({"openness": found}, lang=lang)
    when = {"zh": "9月下旬", "en": "late September"}[lang]
    expected = [
        [str(at), *((when if key == "when" else entry[key]) if key in entry else "" for key in COLUMNS)]
        for at, entry in enumerate(found, start=1)
    ]

    assert made.rows == expected
    assert all(sheet[0] == made.sheets[0][0] for sheet in made.sheets)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("count", [0, 1, 7, 40, 41, 80, 81])
def test_forty_matters_go_on_a_page(count, lang):
    """More of them on further ones, evenly shared out."""
    usual = {
        "topic": "大额采购与维修项目",
        "form": "公示栏、教职工大会",
        "responsible": "总务处",
        "when": "9月下旬",
        "audience": "教职工、学生家长",
    }
    made = board({"openness": [usual] * count}, lang=lang)
    sizes = [len(sheet) - 1 for sheet in made.sheets]

    assert len(sizes) == max(1, -(-count // 40))
    assert max(sizes) - min(sizes) <= 1


def type_of(page: bytes) -> float:
    """The size of the type in the table, in points."""
    return float(re.search(rb"table \{[^}]*font-size: ([\d.]+)pt", page).group(1))


@settings(deadline=None)
@given(length=st.integers(1, 30), fewer=st.integers(1, 39), more=st.integers(1, 39))
def test_the_type_shrinks_as_matters_are_added(length, fewer, more):
    """Never below what can be printed, never larger for more of them."""
    fewer, more = sorted((fewer, more))
    pages = [
        KITS["zh"]
        .rendered(
            Plan(pack="school", data={"school": {"openness": [{"topic": "事" * length}] * count}}),
            "openness-board",
        )
        .data
        for count in (fewer, more)
    ]

    assert 28 >= type_of(pages[0]) >= type_of(pages[1]) >= 6


def test_texts_without_end_go_on_further_pages():
    """They are printed whole, however small the type would have to be."""
    topic = "校务公开事项" * 200
    made = board({"openness": [{"topic": topic}] * 30})

    assert len(made.sheets) > 1
    assert [row[1] for row in made.rows] == [topic] * 30


def test_a_text_longer_than_a_page_is_printed_whole():
    """On a page of its own, in the smallest type, which it overflows."""
    topic = "事" * 40_000
    made = board({"openness": [{"topic": topic}, {"topic": "食堂账目"}]})

    assert [[row[1] for row in sheet[1:]] for sheet in made.sheets] == [[topic], ["食堂账目"]]


def test_the_board_is_an_a3_page_in_landscape():
    """The browser is told so."""
    page = KITS["zh"].rendered(Plan(pack="school"), "openness-board").data.decode()

    assert "@page { size: A3 landscape; margin: 0; }" in page
    assert ".sheet { width: 420mm; height: 297mm;" in page


@pytest.mark.parametrize(
    ("lang", "notes"),
    [
        (
            "zh",
            ["监督机构：监督小组", "意见受理：工会办公室", "公示地点：一楼", "公示时间：2026年9月1日至2026年9月15日", "清河中学工会", "2026年8月28日"],
        ),
        (
            "en",
            ["Supervised by: 监督小组", "Opinions go to: 工会办公室", "Place of posting: 一楼", "Posted: from 1 September 2026 to 15 September 2026", "清河中学工会", "28 August 2026"],
        ),
    ],
)  # fmt: skip
def test_the_foot_says_who_watches_and_who_signs(lang, notes):
    """As the notice does."""
    posting = {
        "supervisor": "监督小组",
        "contact": "工会办公室",
        "place": "一楼",
        "start": "2026-09-01",
        "end": "2026-09-15",
    }
    made = board({"posting": posting}, lang=lang, signature="清河中学工会", issued=dt.date(2026, 8, 28))

    assert made.said["p"] == ["清河中学工会", *notes]


@pytest.mark.parametrize(
    ("posting", "said"),
    [
        ({"start": "2026-09-01"}, "公示时间：自2026年9月1日起"),
        ({"end": "2026-09-15"}, "公示时间：至2026年9月15日止"),
    ],
)
def test_a_posting_may_be_open_at_either_end(posting, said):
    """Only what is known is said."""
    assert board({"posting": posting}).said["p"] == ["清河中学工会", said]


def test_without_matters_there_are_rows_to_fill_in():
    """By hand, numbered."""
    rows = board({}).rows

    assert [row[0] for row in rows] == [str(at) for at in range(1, len(rows) + 1)]
    assert len(rows) >= 8
    assert {cell.strip("\xa0") for row in rows for cell in row[1:]} == {""}


def test_a_scope_without_data_makes_an_empty_board():
    """A program that asks the renderer itself may give none."""
    made = Board(OPENNESS_BOARD.render_plan(Scope(plan=Plan(pack="school"))).data)

    assert made.said["h1"] == ["校务公开栏"]
    assert len(made.sheets) == 1


def test_the_board_holds_nothing_about_named_persons():
    """Nor anything else of the plan but the matters."""
    secret = WelfareMeasure(title="探望李老师", private=True)
    content = (Part(heading="工作", content=(secret, Activity(title="公开台账检查"))),)
    page = KITS["zh"].rendered(
        Plan(pack="school", content=content, data={"school": {"openness": [{"topic": "食堂账目"}]}}),
        "openness-board",
    )

    assert "食堂账目" in page.data.decode()
    assert "李老师" not in page.data.decode()


def test_only_plans_of_schools_have_one():
    """Other plans are told that there is no such format for them."""
    with pytest.raises(UnionkitError):
        KITS["zh"].rendered(Plan(), "openness-board")
