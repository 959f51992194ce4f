"""
What an office program makes of our Word files: lines, characters, margins and page numbers, measured on the page.

All documents are printed in one go (`papers.py`). The official faces are not to be had everywhere: free ones stand in
for them, a different one for each, so that a test can tell them apart.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

import docx
import pytest

from unionkit.document import Document
from unionkit.renderers._docx import render_docx
from unionkit.renderers._docx._title import title_lines

from ..renderers.ooxml import problems  # noqa: TID252 -- tests are no package that could be named
from .paper import BOTTOM, CHARACTER, LEFT, LINE, MM, RIGHT, TOP, Line, Page, Paper, output
from .papers import (
    COLUMNS,
    LONG_TITLE,
    NAMES,
    PAPERS,
    ROWS,
    SECTIONS,
    SPILLS,
    TITLE_OF_200,
    TURNED,
    UNION,
)

TOOLS = ("soffice", "pdftotext", "pdftoppm", "pdffonts", "pdftohtml", "pdfimages")

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason=f"needs {', '.join(TOOLS)}"),
]

STAND_INS = {
    "仿宋_GB2312": "Noto Serif CJK SC",
    "楷体_GB2312": "AR PL KaitiM GB",
    "黑体": "Noto Sans CJK SC",
    "宋体": "Noto Serif CJK HK",
    "方正小标宋简体": "Noto Serif CJK TC",
}
MATCH = (
    '<match target="pattern"><test name="family"><string>{}</string></test>'
    '<edit name="family" mode="assign" binding="strong"><string>{}</string></edit></match>'
)

Print: TypeAlias = Callable[[str], Paper]
"""Returns a document of `PAPERS` as it was printed."""


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Print:
    """Print all documents, in a profile of our own: the office program of the user is left alone."""
    folder = tmp_path_factory.mktemp("office")
    faults: dict[str, Exception] = {}
    for name, blocks in PAPERS.items():
        try:
            (folder / f"{name}.docx").write_bytes(
                render_docx(Document(blocks=blocks(), title="工作计划")).data
            )
        except Exception as error:  # reported by the tests of that document
            faults[name] = error
    fonts = "".join(MATCH.format(*pair) for pair in STAND_INS.items())
    (folder / "fonts.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{fonts}</fontconfig>',
        encoding="utf-8",
    )
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(folder), *map(str, sorted(folder.glob("*.docx")))),
        ],
        check=True,
        capture_output=True,
        timeout=300,
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
    )

    def paper(name: str) -> Paper:
        if name in faults:
            raise AssertionError(f"{name} was not rendered") from faults[name]
        file: Path = folder / f"{name}.pdf"
        assert file.exists(), f"{name} was not printed"
        return Paper(file)

    return paper


def squeezed(text: str) -> str:
    return "".join(text.split())


def near(place: float, within: float = 0.6) -> object:
    """About that many millimetres."""
    return pytest.approx(place, abs=within)


# The page


def test_a_full_page_has_22_lines_of_28_characters(printed: Print) -> None:
    """GB/T 9704-2012, 5.2.3, on pages of nothing but Chinese prose."""
    first, second, *_ = printed("prose").pages

    for page in first, second:
        assert len(page.body) == 22
        # The first line of the paragraph is indented; all others are full.
        assert [len(line.text) for line in page.body[1:]] == [28] * 21
    assert len(first.body[0].text) == 26


def test_punctuation_and_figures_keep_the_lines(printed: Print) -> None:
    """Pages stay full, and no line holds more than its 28 characters."""
    *full, _last = printed("mixed").pages

    assert len(full) > 3
    assert {len(page.body) for page in full} == {22}
    assert all(line.right < RIGHT + CHARACTER for page in full for line in page.body)


def test_lines_stand_at_even_distances(printed: Print) -> None:
    """28.95 pt, on the grid of the page."""
    body = printed("prose").pages[1].body
    steps = [lower.middle - upper.middle for upper, lower in pairwise(body)]

    assert all(step == near(LINE, 0.2) for step in steps)


def test_the_type_area_lies_where_the_standard_wants_it(printed: Print) -> None:
    """28 mm from the binding, 26 mm from the other edge, 37 mm above and 35 mm below."""
    left, top, right, _bottom = printed("prose").ink(2)
    *_, bottom = printed("prose").ink(2, (0, 0, 210, BOTTOM + 2))

    assert left == near(LEFT, 1)
    assert right == near(RIGHT, 1)
    # A line is higher than its characters.
    assert TOP - 1 <= top <= TOP + 4
    assert BOTTOM - 4 <= bottom <= BOTTOM + 1


@pytest.mark.parametrize("number", [1, 2])
def test_page_numbers_stand_outside_between_dashes(printed: Print, number: int) -> None:
    """
    Odd pages: right, one character in; even pages: left, one character in.

    The upper edge of the dash lies 7 mm below the type area.
    """
    paper = printed("prose")
    line = paper.pages[number - 1].lines[-1]
    dash, *_ = line.words
    _left, top, _right, _bottom = paper.ink(number, (dash.left, BOTTOM + 1, dash.right, 297))

    assert line.text == f"—{number}—"
    if number % 2:
        assert line.right == near(RIGHT - 14 * 25.4 / 72, 1)
    else:
        assert line.left == near(LEFT + 14 * 25.4 / 72, 1)
    assert top == near(BOTTOM + 7, 1.5)


@pytest.mark.parametrize("name", [name for name in PAPERS if name not in {"rows", "sections"}])
def test_every_page_counts_on(printed: Print, name: str) -> None:
    """Attachments and landscape pages too, each number once on its page."""
    for number, page in enumerate(printed(name).pages, 1):
        edge = [
            word
            for word in page.words
            if (word.middle > BOTTOM if page.down > page.across else word.right < 297 - BOTTOM)
        ]
        text = "".join(word.text for word in sorted(edge, key=lambda word: (round(word.left), word.top)))
        assert text in {f"—{number}—", f"{number}——", f"——{number}"}, number


def test_every_face_is_embedded(printed: Print) -> None:
    embedded = printed("plan").embedded

    assert len(embedded) >= 4
    assert all(embedded.values())


@pytest.mark.parametrize("name", PAPERS)
def test_every_document_is_valid_and_opens_in_another_library(printed: Print, name: str) -> None:
    """Our checker finds nothing, and python-docx reads it."""
    file = printed(name).file.with_suffix(".docx")
    docx.Document(str(file))

    assert list(problems(file.read_bytes())) == []


# The text


@pytest.fixture(scope="session")
def plan(printed: Print) -> Page:
    return printed("plan").pages[0]


def test_a_plan_keeps_its_order_on_the_page(printed: Print) -> None:
    """Title, addressee, headings, prose, table: all is there, and nothing twice."""
    text = printed("plan").text
    found = [
        *map(
            squeezed,
            (*title_lines(LONG_TITLE), "（讨论稿）", "各街道总工会", "一、总体要求", "（一）指导思想"),
        ),
        *(
            "1.基本原则",
            "（1）坚持服务大局",
            "认真组织",
            "列举甲",
            "列举乙",
            "列举丙",
            "预算表",
            "单位：元",
            "慰问300",
        ),
    ]

    assert [piece for piece in found if text.count(piece) < 1] == []
    assert sorted(map(text.index, found)) == list(map(text.index, found))


def test_the_title_is_balanced_and_centred(plan: Page) -> None:
    """Its lines are those that were reckoned, each in the middle of the type area."""
    lines = plan.lines[: len(title_lines(LONG_TITLE))]

    assert [line.text for line in lines] == title_lines(LONG_TITLE)
    assert all(line.centre == near((LEFT + RIGHT) / 2, 1) for line in lines)


def test_one_line_is_blank_below_the_title(plan: Page) -> None:
    subtitle = plan.line("（讨论稿）")
    addressee = plan.line("各街道总工会")

    assert subtitle.centre == near((LEFT + RIGHT) / 2)
    assert addressee.middle - subtitle.middle == near(2 * LINE, 1)


def test_the_addressee_stands_flush_left_on_all_its_lines(plan: Page) -> None:
    at = plan.lines.index(plan.line("各街道总工会"))
    first, second = plan.lines[at : at + 2]

    assert (first.left, second.left) == (near(LEFT), near(LEFT))
    assert f"{first.text}{second.text}".endswith("：")


def test_paragraphs_and_headings_begin_two_characters_in(plan: Page) -> None:
    """And go on at the margin."""
    begins = ["一、总体要求", "（一）指导思想", "1.基本原则", "（1）坚持服务大局", "认真组织"]
    prose = plan.lines.index(plan.line("认真组织"))

    assert [plan.line(text).left for text in begins] == [near(LEFT + 2 * CHARACTER)] * 5
    assert plan.lines[prose + 1].left == near(LEFT)


def test_entries_of_a_list_stand_farther_in_at_each_depth(plan: Page) -> None:
    outer, inner = plan.line("（一）列举甲"), plan.line("1.列举丙")

    assert outer.left == near(LEFT + 2 * CHARACTER)
    assert inner.left == near(LEFT + 4 * CHARACTER)


@pytest.mark.parametrize(
    ("text", "face"),
    [
        (title_lines(LONG_TITLE)[0], "NotoSerifCJK"),
        ("（讨论稿）", "GBZenKai"),
        ("一、总体要求", "NotoSansCJK"),
        ("（一）指导思想", "GBZenKai"),
        ("基本原则", "NotoSerifCJK"),
        ("预算表", "NotoSansCJK"),
        ("项目", "NotoSansCJK"),
        ("慰问", "NotoSerifCJK"),
    ],
)
def test_each_kind_of_text_has_its_face(printed: Print, text: str, face: str) -> None:
    """小标宋 and 仿宋 are set in serif faces here, 黑体 without serifs, 楷体 in a brush face."""
    missing = [name for name in STAND_INS.values() if name not in output("fc-list", ":", "family")]
    if missing:
        pytest.skip(f"needs the faces {missing}")

    assert {found[: len(face)] for found in printed("plan").faces(text)} == {face}


def test_a_heading_of_the_form_1_is_no_kaiti(printed: Print) -> None:
    """Where it stands on the second level too."""
    kaiti = next(face for face in printed("plan").embedded if "Kai" in face)

    assert not [face for face in printed("two-levels").embedded if face[7:] == kaiti[7:]]


def test_figures_stand_at_the_right_of_their_column(plan: Page) -> None:
    assert plan.line("慰问300").right == near(RIGHT - 1.5)
    caption, unit = plan.line("预算表").words
    assert unit.text == "单位：元"
    assert unit.right == near(RIGHT, 1)
    assert (caption.left + caption.right) / 2 == near((LEFT + RIGHT) / 2)


def test_a_page_break_begins_a_page(printed: Print) -> None:
    assert [page.body[0].text for page in printed("in-pages").pages] == ["甲。", "乙。", "一、丙"]


def test_a_title_of_200_characters_fills_its_lines(printed: Print) -> None:
    """None of them is broken again."""
    (page,) = printed("title-of-200").pages
    lines = page.body[:-1]

    assert [line.text for line in lines] == title_lines(TITLE_OF_200)
    assert len(lines) >= 10


# The end


def signed(page: Page, date: str) -> tuple[Line, Line, Line]:
    """The last line of the text, the signature and the date."""
    at = page.lines.index(page.line(date))
    return page.lines[at - 2], page.lines[at - 1], page.lines[at]


# LibreOffice sets Latin digits apart from Chinese, whatever the document says: these dates have none.
DATE, LONG_DATE = "二〇二六年七月一日", "二〇二六年十二月三十一日"


def test_the_date_begins_two_characters_after_the_signature(printed: Print) -> None:
    """The signature ends two characters before the margin, a blank line below the text; the note is two in."""
    page = printed("signed").pages[0]
    text, signature, date = signed(page, DATE)

    assert signature.text == UNION
    assert signature.middle - text.middle == near(2 * LINE)
    assert date.middle - signature.middle == near(LINE)
    assert signature.right == near(RIGHT - 2 * CHARACTER)
    assert date.left - signature.left == near(2 * CHARACTER)
    assert page.line("（此件公开）").left == near(LEFT + 2 * CHARACTER)


def test_a_longer_date_ends_two_characters_before_the_margin(printed: Print) -> None:
    _text, signature, date = signed(printed("signed-shortly").pages[0], LONG_DATE)

    assert date.right == near(RIGHT - 2 * CHARACTER)
    assert date.left - signature.left == near(2 * CHARACTER)


def test_a_seal_moves_the_date_in_and_centres_the_signature(printed: Print) -> None:
    """Four characters; a seal over both begins less than a line below the text, and does not cover it."""
    text, signature, date = signed(printed("sealed").pages[0], DATE)

    assert date.right == near(RIGHT - 4 * CHARACTER)
    assert signature.centre == near(date.centre, 1)
    foot_of_the_text = text.middle + CHARACTER / 2
    top_of_the_seal = (signature.middle + date.middle) / 2 - 42 / 2
    assert foot_of_the_text < top_of_the_seal < foot_of_the_text + LINE


@pytest.mark.parametrize("paragraphs", [20, 21, 22])
def test_no_page_holds_the_signature_alone(printed: Print, paragraphs: int) -> None:
    """Where it does not fit, the last words go with it to the next page."""
    *_, last = printed(f"signed-below-{paragraphs}").pages

    assert last.lines[0].text == f"第{paragraphs - 1}段。"


# Attachments


def test_names_of_attachments_stand_below_each_other(printed: Print) -> None:
    """Wrapped lines begin below the first character of the name; a blank line stands above."""
    page = printed("attachments").pages[0]
    text, first, wrapped, second = page.lines[:4]
    label, *name = first.words

    assert squeezed(first.text + wrapped.text) == f"附件：1.{NAMES[0]}"
    assert squeezed(second.text) == f"2.{NAMES[1]}"
    assert first.middle - text.middle == near(2 * LINE)
    assert label.left == near(LEFT + 2 * CHARACTER)
    assert wrapped.left == near(name[0].left)
    assert second.words[1].left == near(name[0].left)
    assert second.left == near(label.left + 3 * CHARACTER)


def test_one_attachment_has_no_number(printed: Print) -> None:
    page = printed("attachment").pages[0]
    _text, first, wrapped = page.lines[:3]

    assert first.text + wrapped.text == f"附件：{NAMES[0]}"
    assert first.left == near(LEFT + 2 * CHARACTER)
    assert wrapped.left == near(LEFT + 5 * CHARACTER)


@pytest.mark.parametrize(("name", "marks"), [("attachment", ["附件"]), ("attachments", ["附件1", "附件2"])])
def test_an_attachment_begins_a_page(printed: Print, name: str, marks: list[str]) -> None:
    """附件 and its number flush left on the first line, its title in the middle of the third."""
    _text, *attached = printed(name).pages
    first_line = printed("prose").pages[1].lines[0]

    assert len(attached) == len(marks)
    for page, mark, title in zip(attached, marks, NAMES, strict=False):
        lines = title_lines(title)
        head, *rest = page.lines
        assert head.text == mark
        assert head.left == near(LEFT)
        assert head.middle == near(first_line.middle, 1)
        assert [line.text for line in rest[: len(lines)]] == lines
        assert all(line.centre == near((LEFT + RIGHT) / 2, 1) for line in rest[: len(lines)])
        assert rest[0].middle - head.middle == near(2 * LINE, 1.5)
        assert rest[len(lines)].text == "附件正文。"


# Tables and figures


def test_a_table_goes_on_under_all_rows_of_its_head(printed: Print) -> None:
    """It begins below its caption, breaks between rows, and ends with its total."""
    paper = printed("long-table")
    pages = paper.pages
    head = ["重点工作", "备注", "项目", "金额"]

    assert len(pages) > 2
    assert [line.text for line in pages[0].lines[:2]] == ["前文。", "重点工作表单位：元"]
    for page in pages[:-1]:
        top = sorted(word.text for word in page.words if word.text in head)
        assert top == sorted(head)
    rows = re.findall(r"事项(\d+)号", paper.text)
    assert rows == [str(row) for row in range(60)]
    assert "合计1770" in paper.text
    assert paper.text.index("合计1770") < paper.text.index("后文。")


def test_a_table_is_as_wide_as_the_type_area(printed: Print) -> None:
    """Its rules end at its edges."""
    left, _top, right, _bottom = printed("long-table").ink(2, (0, TOP, 210, BOTTOM))

    assert left == near(LEFT, 0.5)
    assert right == near(RIGHT, 0.5)


def test_a_wide_table_lies_on_pages_of_its_own(printed: Print) -> None:
    """They lie across; what stands before and after it does not."""
    pages = printed("wide-table").pages
    shapes = [page.across > page.down for page in pages]

    assert (shapes[0], shapes[-1]) == (False, False)
    assert all(shapes[1:-1])
    assert len(shapes) > 3
    for page in pages[1:-1]:
        assert (page.across, page.down) == (near(297), near(210))
        assert "".join(f"栏目{column}" for column in range(12)) in "".join(line.text for line in page.lines)


@pytest.mark.parametrize("name", ["wide-table", "listed-with-table", "columns", "register", *TURNED])
def test_the_number_of_a_landscape_page_stays_in_its_place(printed: Print, name: str) -> None:
    """
    The sheet is turned, the number is not, however short the document is and wherever in it the page stands.

    What is below on an upright page is at the left, and what is at its right is below. The middle of the dash lies as
    far from the type area as that of the others.
    """
    below = printed("prose").pages[0].lines[-1].words[0].middle
    turned = [(nth, page) for nth, page in enumerate(printed(name).pages, 1) if page.across > page.down]

    assert turned
    for number, page in turned:
        words = [word for word in page.words if word.right < 297 - BOTTOM]
        assert words
        assert (min(word.left for word in words) + max(word.right for word in words)) / 2 == near(
            297 - below, 2
        )
        if number % 2:
            assert max(word.bottom for word in words) == near(RIGHT - 14 * 25.4 / 72, 1.5)
        else:
            assert min(word.top for word in words) == near(LEFT + 14 * 25.4 / 72, 1.5)


def test_a_wide_table_and_its_head_share_a_page(printed: Print) -> None:
    """Title, addressee and the line that leads to the table: no upright page stands before it."""
    (page,) = printed("register").pages

    assert page.across > page.down
    assert [line.text for line in page.lines if line.left > 297 - BOTTOM][:3] == [
        "困难教职工名册",
        "2026年下半年",
        "各分会：",
    ]


def test_a_landscape_table_keeps_to_its_type_area(printed: Print) -> None:
    """The same area, turned: 225 mm across and 156 mm down."""
    for page in printed("wide-table").pages[1:-1]:
        cells = [word for word in page.words if word.right >= 297 - BOTTOM]
        assert min(word.left for word in cells) > 297 - BOTTOM
        assert max(word.right for word in cells) < 297 - TOP
        assert min(word.top for word in cells) > LEFT - 1
        assert max(word.bottom for word in cells) < RIGHT + 1


@pytest.mark.parametrize("rows", SPILLS)
def test_the_last_rows_go_with_the_end_of_the_plan(printed: Print, rows: int) -> None:
    """No page holds the note and the signature alone; two rows go with them."""
    *_, last = printed(f"ended-{rows}").pages

    assert [line.text for line in last.lines if re.match("事项", line.text)][-2:] == [
        f"事项{row}号1" for row in (rows - 2, rows - 1)
    ]


@pytest.mark.parametrize("rows", SPILLS)
def test_totals_do_not_stand_alone(printed: Print, rows: int) -> None:
    """Two rows stand above them on their page."""
    (page,) = [
        page for page in printed(f"totalled-{rows}").pages if any("合计" in line.text for line in page.lines)
    ]
    texts = [line.text for line in page.body]

    at = texts.index("合计1")
    assert texts[at - 3 : at] == [f"事项{rows - 2}号1", f"事项{rows - 1}号1", "小计1"]


@pytest.mark.parametrize("lines", SPILLS)
def test_a_caption_stays_with_its_table(printed: Print, lines: int) -> None:
    """And the heading with the caption: the first row stands below them on the page."""
    (page,) = [
        page
        for page in printed(f"captioned-{lines}").pages
        if any("经费" in line.text for line in page.lines)
    ]
    texts = [line.text for line in page.body]

    at = texts.index("经费预算表单位：元")
    assert texts[at - 1 : at + 3] == ["一、安排", "经费预算表单位：元", "项目金额", "慰问1"]


def test_caption_and_unit_stand_above_the_table(printed: Print) -> None:
    """On one line, or where the caption is long on two: the caption in the middle, the unit at the right."""
    (page,) = printed("captions").pages
    beside, long, below, *several = page.lines[:1] + page.lines[3:5] + page.lines[7:10]
    (short, unit) = beside.words

    assert (short.left + short.right) / 2 == near((LEFT + RIGHT) / 2)
    assert long.text == "表" * 24
    assert long.centre == near((LEFT + RIGHT) / 2)
    assert (below.text, several[-1].text) == ("单位：元", "单位：元")
    assert [unit.right, below.right, several[-1].right] == [near(RIGHT)] * 3
    assert "".join(line.text for line in several[:-1]) == "表" * 40


def test_columns_have_room_by_what_they_hold(printed: Print) -> None:
    """Names, dates and heads are not broken, and the long column is as high as it must be."""
    (page,) = printed("needs").pages
    words = [word.text for word in page.words]

    for whole in ("序号", "项目", "限额", "责任部门", "出生年月", "说明", "困难职工帮扶", "民主管理委员会"):
        assert whole in words
    assert any("1980年5月" in line.text for line in page.lines)
    assert "困难职工帮扶救助资" in words


def test_a_table_without_caption_stands_off_the_text(printed: Print) -> None:
    """Its first rule lies about 6 pt below the line."""
    paper = printed("needs")
    text = paper.pages[0].line("前文。")
    _left, rule, _right, _bottom = paper.ink(1, (LEFT + 60, text.middle + 4, RIGHT, BOTTOM))

    assert rule - text.middle == near(LINE / 2 + 120 / 20 / MM, 1)


def test_a_figure_is_shown_with_its_caption_below(printed: Print) -> None:
    """At 150 dots to the inch, in the middle."""
    paper = printed("figure")
    (page,) = paper.pages
    before, caption, after = (page.line(text) for text in ("前文。", "图1", "后文。"))
    left, top, right, bottom = paper.ink(1, (0, before.middle + 5, 210, caption.middle - 5))

    assert paper.pictures == [(1, 600, 150)]
    assert right - left == near(600 / 150 * 25.4, 1)
    assert bottom - top == near(300 / 150 * 25.4, 1)
    assert (left + right) / 2 == near((LEFT + RIGHT) / 2)
    assert caption.centre == near((LEFT + RIGHT) / 2)
    assert before.middle < top < bottom < caption.middle < after.middle


# The table of contents


def test_the_letters_of_the_contents_are_set_apart(printed: Print) -> None:
    """目　录, a character between them, in the middle."""
    page = printed("listed").pages[0]
    (heading,) = [line for line in page.lines if line.text == "目录"]

    assert heading.right - heading.left == near(3 * 22 / MM, 1)
    assert heading.centre == near((LEFT + RIGHT) / 2, 1)


@pytest.mark.parametrize("name", ["listed", "listed-with-table"])
def test_the_contents_name_the_pages(printed: Print, name: str) -> None:
    """Each entry ends, at the right edge, with the number of the page on which its heading stands."""
    pages = printed(name).pages
    entries = [
        (match[1], int(match[2]), line)
        for page in pages[:2]
        for line in page.body
        if (match := re.fullmatch(r"(.*?)[.…·]{3,}(\d+)", line.text))
    ]
    found = {
        squeezed(line.text): number
        for number, page in enumerate(pages, 1)
        for line in page.lines
        if number > 1 or not re.search(r"[.…·]{3,}\d", line.text)
    }
    wanted = [(text, found.get(squeezed(text)) or found.get("安排表")) for text, _number, _line in entries]

    assert len(entries) >= 17
    assert [(text, number) for text, number, _line in entries] == wanted
    assert all(line.right == near(RIGHT, 1) for _text, _number, line in entries)


# Too much of everything


def test_an_empty_document_is_an_empty_page(printed: Print) -> None:
    """The office program opens it and prints the page number."""
    (page,) = printed("empty").pages

    assert [line.text for line in page.lines] == ["—1—"]


def test_a_table_of_1000_rows_is_whole(printed: Print) -> None:
    paper = printed("rows")

    assert re.findall(r"事项(\d+)号", paper.text) == [str(row) for row in range(ROWS)]
    assert all(page.lines[0].text == "项目说明" for page in paper.pages)


def test_a_table_of_40_columns_is_whole(printed: Print) -> None:
    """It lies across, and all of it is on the paper."""
    paper = printed("columns")
    (page,) = paper.pages

    assert page.across > page.down
    # In narrow columns the words wrap.
    assert sorted("".join(word.text for word in page.words if word.left > 297 - BOTTOM)) == sorted(
        "".join(f"栏{column}值{column}" for column in range(COLUMNS))
    )
    assert all(word.right < 297 - TOP + 1 for word in page.words)


def test_600_sections_are_whole(printed: Print) -> None:
    assert re.findall(r"部分(\d+)号内容(\d+)号。", re.sub(r"—\d+—", "", printed("sections").text)) == [
        (str(nth), str(nth)) for nth in range(SECTIONS)
    ]
