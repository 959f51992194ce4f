"""The table of contents of Word files, and the pages that it names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import (
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
    Column,
    ColumnKind,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    Grid,
    Heading,
    List,
    ListItem,
    PageBreak,
    SignOff,
    Text,
    Title,
    number,
)
from unionkit.renderers._docx import render_docx
from unionkit.renderers._docx._landscape import landscape_blocks, table_layouts
from unionkit.renderers._docx._lines import Face, line_count
from unionkit.renderers._docx._pages import Pages

from .ooxml import Element, trees, value, w
from .test_docx_figures import png

BODY = Face(320, -5)


def body(*blocks: Block) -> list[Element]:
    return list(trees(render_docx(Document(blocks=blocks)).data)["word/document.xml"][0])


def shown(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


def page_of(index: int, *blocks: Block) -> int:
    layouts = table_layouts(blocks)
    return Pages(blocks, layouts, landscape_blocks(blocks, layouts)).of(index)


def test_entries_lead_to_their_headings() -> None:
    """Each is a link to a bookmark at its heading, and ends with the page, behind dots."""
    blocks = number((Contents(), Heading("主要工作"), Text("甲"), Heading("安排", 2), Attachment("名册")))
    heading, *entries, _end = body(*blocks)[:5]
    bookmarks = {
        mark.get(w("name")): shown(block)
        for block in body(*blocks)
        for mark in block.iter(w("bookmarkStart"))
    }
    links = [link for entry in entries for link in entry.iter(w("hyperlink"))]

    assert shown(heading) == "目录"
    assert [value(entry, "pPr/pStyle") for entry in entries] == ["TOC1", "TOC2", "TOC1"]
    assert [bookmarks[link.get(w("anchor"))] for link in links] == ["一、主要工作", "1.安排", "名册"]
    assert [shown(link) for link in links] == [
        "一、主要工作1",
        "1.安排1",
        "附件 名册2",
    ]


def test_the_contents_are_one_field() -> None:
    """Word can update it: begun before the first entry, ended in the blank line behind the last."""
    blocks = number((Contents(depth=3), Heading("主要工作"), Text("甲")))
    field = [
        mark.text if mark.tag == w("instrText") else mark.get(w("fldCharType"))
        for block in body(*blocks)
        for mark in block.iter(w("fldChar"), w("instrText"))
    ]
    anchor = "_Toc000000001"

    assert field == [
        *("begin", r' TOC \o "1-3" \h \z \u ', "separate"),
        *("begin", rf" PAGEREF {anchor} \h ", "separate", "end"),
        "end",
    ]


def test_no_bookmarks_without_contents() -> None:
    """What nothing leads to needs no name; and Word is not told to ask whether to update."""
    package = trees(render_docx(Document(blocks=(Heading("主要工作"), Attachment("名册")))).data)

    assert list(package["word/document.xml"].iter(w("bookmarkStart"))) == []
    assert list(package["word/settings.xml"].iter(w("updateFields"))) == []


@pytest.mark.parametrize("block", [-1, 0, 2, 99])
def test_an_entry_that_leads_nowhere_is_text(block: int) -> None:
    """A document built by hand may say anything."""
    entry = ContentsEntry("甲", 12, block)
    paragraphs = body(Contents(title="", entries=(entry,), depth=40), Heading("甲"), Text("乙"))

    assert value(paragraphs[0], "pPr/pStyle") == "TOC9"
    assert paragraphs[0].find(w("hyperlink")) is None


def test_contents_without_entries_are_an_empty_field() -> None:
    """It fills when it is updated."""
    marks = [mark.get(w("fldCharType")) for block in body(Contents()) for mark in block.iter(w("fldChar"))]

    assert marks == ["begin", "separate", "end"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("工" * 28, 1),
        ("工" * 29, 2),
        ("工" * 27 + "工，", 2),
        ("工" * 27 + "（工）", 2),
        ("工" * 26 + "2026年", 2),
        ("工" * 25 + "20年", 1),
        ("甲\n乙", 2),
        ("a" * 200, 4),
        ("工会 " * 100, 8),
        ("工" * 27 + "——工", 2),
    ],
)
def test_lines_break_as_word_processors_break_them(text: str, lines: int) -> None:
    """No mark begins a line, no bracket ends one, figures stay whole."""
    assert line_count(text, BODY, 8844) == lines


@given(text=st.text(alphabet="工会，。（）“”—…2026a% \n", max_size=200), first=st.integers(0, 640))
def test_more_text_takes_no_fewer_lines(text: str, first: int) -> None:
    """And no line holds more than 28 characters."""
    lines = line_count(text, BODY, 8844, first=first)

    assert lines <= line_count(f"{text}工会", BODY, 8844, first=first)
    assert lines >= text.count("\n") + 1
    assert line_count("工" * 28 * lines, BODY, 8844) == lines


def test_a_page_has_22_lines() -> None:
    """The 23rd stands on the next."""
    lines = [Text("甲") for _ in range(21)]

    assert page_of(21, *lines, Heading("乙"), Text("丙")) == 2
    assert page_of(20, *lines[:20], Heading("乙"), Text("丙")) == 1
    assert page_of(22, *lines, Text("甲"), Heading("乙")) == 2


@pytest.mark.parametrize(
    "breaks",
    [
        [PageBreak()],
        [PageBreak(), PageBreak()],
        [Attachment("名册")],
        [Text("甲"), Grid((Column("甲"),), landscape=True), Text("乙")],
    ],
)
def test_what_begins_a_page_is_counted(breaks: list[Block]) -> None:
    """Page breaks, attachments and pages across."""
    blocks = [Text("甲"), *breaks, Heading("乙")]
    pages = 3 if len(breaks) == 3 else 2

    assert page_of(len(blocks) - 1, *blocks) == pages


def test_a_heading_above_a_page_across_stands_on_it() -> None:
    """It goes along with its table."""
    assert page_of(1, Text("甲"), Heading("乙"), Grid((Column("甲"),), landscape=True)) == 2
    assert page_of(2, Title("甲"), Text("见下表。"), Grid((Column("甲"),), landscape=True)) == 1


def test_what_ends_a_plan_stays_with_its_end() -> None:
    """The last rows of a table, and the last entry of a list, go to the page of the signature."""
    table = Grid((Column("项目"),), (("慰问",),) * 21)
    items = List(tuple(ListItem("甲") for _ in range(20)))
    note = AttachmentNote(("名册",))
    for last in table, items:
        assert page_of(1, last, note, SignOff("校工会", "2026年7月1日")) == 2
    assert (
        page_of(
            1,
            Text("甲"),
            Grid((Column("项目"),), (("慰问",),) * 20, totals=(("合计",),)),
            Heading("乙"),
            Text("丙"),
        )
        == 1
    )


def test_totals_do_not_begin_a_page() -> None:
    """Two rows go with them; the pages behind know it."""

    def last(rows: int, **more: tuple[tuple[str, ...], ...]) -> int:
        grid = Grid((Column("项目"),), (("慰问",),) * rows, **more)
        return page_of(2, grid, *[Text("甲")] * 40)

    assert last(22, totals=(("合计",),)) == last(23)


def test_an_empty_title_takes_no_room() -> None:
    assert page_of(1, Title(""), *[Text("甲")] * 22) == page_of(22, Title(""), *[Text("甲")] * 22) == 1


def test_room_above_a_table_is_counted() -> None:
    """And not at the head of a page."""
    table = Grid((Column("项目"),), (("慰问",),) * 5)

    assert page_of(2, Text("甲"), table, *[Text("甲")] * 30) == 1
    assert page_of(2, Text("甲"), PageBreak(), table, Text("甲")) == 2


def test_letters_of_the_heading_are_set_apart_by_its_style() -> None:
    """目录 stays 目录; a heading of more letters is set as it is."""
    package = trees(render_docx(Document(blocks=(Contents(),))).data)
    (style,) = [
        style
        for style in package["word/styles.xml"].iter(w("style"))
        if style.get(w("styleId")) == "TOCHeading"
    ]
    together = [
        [(shown(run), value(run, "rPr/rStyle")) for run in body(Contents(title=title))[0].iter(w("r"))]
        for title in ("目录", "本计划目录")
    ]

    assert value(style, "rPr/spacing") == "440"
    assert together == [[("目", None), ("录", "LettersTogether")], [("本计划目录", "LettersTogether")]]


def test_rows_and_repeated_heads_fill_pages() -> None:
    """A page holds 23 rows of one line, the head among them each time."""
    columns = (Column("项目"), Column("金额", ColumnKind.NUMBER))

    def after(rows: int) -> int:
        return page_of(1, Grid(columns, (("慰问", "1"),) * rows), Heading("乙"), Text("丙"))

    assert [after(rows) for rows in (19, 22, 23, 44, 45)] == [1, 2, 2, 3, 3]


def test_every_kind_of_block_takes_room() -> None:
    """Each pushes a heading behind it down the page, and after enough of them to the next."""
    blocks: list[Block] = [
        Title("工作计划", "（草案）", "清工发〔2026〕5号"),
        Addressee("各分会："),
        Text("甲"),
        List((ListItem("甲", items=(ListItem("乙"),)),)),
        AttachmentNote(("甲", "乙")),
        SignOff("校工会", "2026年7月1日", note="（注）"),
        SignOff("校工会", sealed=True),
        Contents(entries=(ContentsEntry("甲", 1, 0),)),
        Figure(png(30, 100), "图", "图题"),
        Figure(png(30, 100), "图"),
        Grid((Column("项目", above=("甲",)),), (("乙",),), "表", "单位：元", (("丙",),)),
    ]
    for block in blocks:
        assert page_of(30, *[block] * 30, Heading("乙")) > 1
    nothing: list[Block] = [SignOff(""), AttachmentNote(()), Grid((Column(""),))]

    assert page_of(90, *nothing * 30, Heading("乙")) == 1


def test_what_is_kept_together_but_fills_a_page_is_not_moved() -> None:
    """A chain of headings longer than a page begins where it stands."""
    assert page_of(1, Text("甲"), *[Heading("乙")] * 40) == 1
