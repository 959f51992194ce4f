"""Tables of Word files: heads of several rows, totals, type, widths, pages across."""

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
    Document,
    Grid,
    Heading,
    List,
    ListItem,
    PageBreak,
    SignOff,
    Text,
    Title,
)
from unionkit.renderers._docx import render_docx
from unionkit.renderers._docx._table_layout import table_layout

from .ooxml import Element, trees, value, w

NUMBER = ColumnKind.NUMBER
MONTHS = (Column("项目"), *(Column(f"{month}月", NUMBER) for month in range(1, 13)))
WIDE = Grid(MONTHS, (("节日慰问", *["12000.00"] * 12),), "全年安排", "单位：元")
NARROW = Grid((Column("项目"), Column("金额", NUMBER)), (("节日慰问", "12000.00"),))


def body(*blocks: Block) -> Element:
    return trees(render_docx(Document(blocks=blocks)).data)["word/document.xml"][0]


def orientations(*blocks: Block) -> list[str | None]:
    """Of the pages of each section, in order."""
    return [value(section, "pgSz", "orient") for section in body(*blocks).iter(w("sectPr"))]


def test_a_head_of_several_rows_spans_columns_and_rows() -> None:
    """Every row of it is repeated on each page; a cell that takes two rows begins in the upper one."""
    columns = (
        Column("项目"),
        Column("预算", NUMBER, above=("金额",)),
        Column("决算", NUMBER, above=("金额",)),
    )
    (table,) = body(Grid(columns, (("慰问", "1", "2"),))).iter(w("tbl"))
    upper, lower, _row = table.findall(w("tr"))

    def cells(row: Element) -> list[tuple[str, str | None, str | None]]:
        return [
            (
                "".join(text.text or "" for text in cell.iter(w("t"))),
                value(cell, "tcPr/gridSpan"),
                value(cell, "tcPr/vMerge"),
            )
            for cell in row.findall(w("tc"))
        ]

    assert cells(upper) == [("项目", None, "restart"), ("金额", "2", None)]
    assert cells(lower) == [("", None, "continue"), ("预算", None, None), ("决算", None, None)]
    assert [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in table.findall(w("tr"))] == [
        True,
        True,
        False,
    ]


def test_totals_stand_out() -> None:
    """They are set in the face of the head, figures to the right as above them."""
    grid = Grid(NARROW.columns, NARROW.rows, totals=(("合计", "12000.00"),))
    (table,) = body(grid).iter(w("tbl"))
    last = table.findall(w("tr"))[-1]

    assert [value(cell, "p/pPr/pStyle") for cell in last.findall(w("tc"))] == [
        "TableTotal",
        "TableTotalNumber",
    ]
    assert value(table, "tblPr/tblLook", "lastRow") == "1"


def test_a_table_says_what_it_is() -> None:
    """Alternative text for those who cannot see it, and which row is its head."""
    (captioned,) = body(Grid((Column('"项目"<'),), caption="预算表")).iter(w("tbl"))
    (titled,) = body(NARROW).iter(w("tbl"))
    (bare,) = body(Grid((Column(""),), (("甲",),))).iter(w("tbl"))

    assert value(captioned, "tblPr/tblCaption") == "预算表"
    assert value(captioned, "tblPr/tblDescription") == '"项目"<'
    assert value(titled, "tblPr/tblCaption") == "项目、金额"
    assert value(titled, "tblPr/tblLook", "firstRow") == "1"
    assert value(titled, "tblPr/tblLook") == "0620"
    assert value(bare, "tblPr/tblLook", "firstRow") == "0"
    assert value(bare, "tblPr/tblCaption") is None


def test_type_shrinks_before_the_page_turns() -> None:
    """小四 as long as the columns fit, then 五号 and 小五, then a page across."""
    layouts = [
        table_layout(
            Grid((Column("项目"), *[Column("金额", NUMBER)] * count), (("慰问", *["9000.00"] * count),))
        )
        for count in (3, 8, 9, 11, 12)
    ]

    assert [(layout.type.points2, layout.landscape) for layout in layouts] == [
        (24, False),
        (21, False),
        (18, False),
        (24, True),
        (21, True),
    ]


@pytest.mark.parametrize("wanted", [True, False])
def test_a_table_may_say_itself_how_it_lies(wanted: bool) -> None:
    """Its columns are not asked then."""
    for columns in (NARROW.columns, MONTHS):
        assert table_layout(Grid(columns, landscape=wanted)).landscape is wanted


@given(
    kinds=st.lists(st.sampled_from(ColumnKind), min_size=1, max_size=40),
    cell=st.text(alphabet="慰问1.a ", max_size=30),
    weights=st.integers(1, 60),
    landscape=st.sampled_from([None, True, False]),
)
def test_columns_fill_the_page_and_hold_something(
    kinds: list[ColumnKind], cell: str, weights: int, landscape: bool | None
) -> None:
    """No column is without room, and together they are as wide as the page."""
    columns = tuple(Column("甲", kind, 1 + nth * weights % 60) for nth, kind in enumerate(kinds))
    layout = table_layout(Grid(columns, ((cell,) * len(columns),), landscape=landscape))

    assert sum(layout.widths) == (12756 if layout.landscape else 8844)
    assert min(layout.widths) > 2 * layout.type.margin


def test_widths_follow_the_weights_where_there_is_room() -> None:
    """And a column that would break its figures takes from the others."""
    assert table_layout(Grid((Column("甲", width=1), Column("乙", width=3)))).widths == (2211, 6633)
    narrow, wide = table_layout(
        Grid((Column("甲", NUMBER, 1), Column("乙", width=40)), (("123456.00", "乙"),))
    ).widths
    assert narrow == 9 * 120 + 2 * 85 + 20
    assert narrow + wide == 8844


def test_text_gives_way_before_figures() -> None:
    """Where even the smallest type is too large, figures stay whole."""
    columns = tuple(Column("指标", NUMBER if nth % 2 else ColumnKind.TEXT) for nth in range(30))
    layout = table_layout(
        Grid(columns, (tuple("12345" if nth % 2 else "困难职工帮扶" for nth in range(30)),))
    )

    assert all(width >= 5 * 90 + 2 * 28 for width in layout.widths[1::2])


def test_a_wide_table_has_pages_across() -> None:
    """The text before it ends its section, and the text behind it begins another one, upright again."""
    assert orientations(Text("甲"), Text("甲"), WIDE, Text("乙")) == [None, "landscape", None]
    assert orientations(WIDE) == ["landscape"]
    assert orientations(Text("甲"), NARROW, Text("乙")) == [None]
    assert orientations(Text("甲"), Grid((Column(""),), landscape=True), Text("乙")) == [None]


def test_neighbouring_wide_tables_share_a_section() -> None:
    """Also where a page break stands between them."""
    assert orientations(Heading("甲"), Text("甲" * 60), WIDE, WIDE, SignOff("校工会")) == [
        None,
        "landscape",
        None,
    ]
    assert orientations(Text("甲"), PageBreak(), WIDE, PageBreak(), WIDE) == [None, "landscape"]
    assert orientations(WIDE, Text("甲"), WIDE) == ["landscape", None, "landscape"]


def test_what_heads_a_wide_table_goes_along() -> None:
    """A heading, or the beginning of an attachment, is not left alone on the page before."""
    for heads in (
        [Heading("安排")],
        [Attachment("名册")],
        [Attachment("名册"), Heading("一"), Heading("二", 2)],
    ):
        content = body(Text("甲"), *heads, WIDE)

        assert content[0].find(f"{w('pPr')}/{w('sectPr')}") is not None
        assert len(list(content.iter(w("sectPr")))) == 2


@pytest.mark.parametrize(
    "heads",
    [
        [Title("困难教职工名册", "2026年下半年")],
        [Title("工作计划"), Addressee("各分会：")],
        [Title("工作计划"), Addressee("各分会："), Heading("安排"), Text("各部门工作安排。")],
        [Text("各部门工作安排。")],
        [],
    ],
)
def test_no_page_holds_nothing_but_a_head(heads: list[Block]) -> None:
    """A document that is but a wide table and its head has pages across only."""
    assert orientations(*heads, WIDE) == ["landscape"]


@pytest.mark.parametrize(
    ("text", "along"),
    [
        ("困难教职工情况见下表。", True),
        ("各部门的分工如下：", True),
        ("以上事项请抓好落实。", False),
        ("各部门的分工见下表。" * 10, False),
    ],
)
def test_a_line_that_leads_to_a_wide_table_goes_along(text: str, along: bool) -> None:
    """One of them, if it is short; what belongs to the text above stays there."""
    content = body(Text("前文。"), Text("前文，见下表。"), Text(text), WIDE)
    upright = [
        "".join(piece.text or "" for piece in paragraph.iter(w("t")))
        for paragraph in content[: 2 + (not along)]
    ]

    assert upright == ["前文。", "前文，见下表。", *([] if along else [text])]
    assert content[len(upright) - 1].find(f"{w('pPr')}/{w('sectPr')}") is not None


def kept(row: Element) -> bool:
    """Whether a row stays on the page of the next one: all its cells say so, or none does."""
    (answer,) = {p.find(f"{w('pPr')}/{w('keepNext')}") is not None for p in row.iter(w("p"))}
    return answer


def test_totals_have_two_rows_with_them() -> None:
    """The last two rows stay with the first of the totals, and the totals together."""
    grid = Grid(NARROW.columns, NARROW.rows * 4, totals=(("小计", "1"), ("合计", "1")))
    (table,) = body(grid, Text("后文。")).iter(w("tbl"))
    _head, *rows = table.findall(w("tr"))

    assert [kept(row) for row in rows] == [False, False, True, True, True, False]
    assert not any(
        kept(row) for row in body(NARROW).iter(w("tr")) if row.find(f"{w('trPr')}/{w('tblHeader')}") is None
    )


@pytest.mark.parametrize("end", [SignOff("校工会"), AttachmentNote(("名册",))])
def test_the_last_rows_stay_with_the_end_of_the_plan(end: Block) -> None:
    """Two rows and the narrow paragraph behind them; all totals."""
    for totals in ((), (("合计", "1"),)):
        grid = Grid(NARROW.columns, NARROW.rows * 4, totals=totals)
        table, below, *_end = body(grid, end)
        _head, *rows = table.findall(w("tr"))

        assert [kept(row) for row in rows] == [False, False, True, True, *[True] * len(totals)]
        assert below.find(f"{w('pPr')}/{w('keepNext')}") is not None


def test_the_unit_stands_beside_the_caption_or_below_it() -> None:
    """In one paragraph, the caption in the middle, the unit at the right; a caption of several lines stands apart."""

    def above(caption: str, *, across: bool = False) -> list[list[str]]:
        paragraphs = []
        for element in body(Grid((Column("甲"),), caption=caption, unit="单位：元", landscape=across)):
            if element.tag == w("tbl"):
                break
            signs = {w("t"): lambda text: text.text or "", w("tab"): lambda _: ">", w("br"): lambda _: "/"}
            paragraphs.append(
                [signs[sign.tag](sign) for run in element.iter(w("r")) for sign in run if sign.tag in signs]
            )
        return paragraphs

    assert above("预算表") == [[">", "预算表", ">", "单位：元"]]
    assert above("表" * 20, across=True) == [[">", "表" * 20, ">", "单位：元"]]
    assert above("表" * 24) == [[">", "表" * 24, "/", ">", ">", "单位：元"]]
    assert above("表" * 40) == [["表" * 40], ["单位：元"]]
    tabs = next(body(Grid((Column("甲"),), caption="表", unit="单位：元", landscape=True)).iter(w("tabs")))
    assert [(tab.get(w("val")), tab.get(w("pos"))) for tab in tabs] == [
        ("center", "6378"),
        ("right", "12756"),
    ]


def test_a_table_without_caption_stands_off_the_text() -> None:
    """Six points below a text, heading or list; below a caption, and at the head of a page, it needs none."""

    def room(*blocks: Block) -> str | None:
        return value(body(*blocks)[0], "pPr/spacing", "after")

    assert room(Text("甲"), NARROW) == room(Heading("甲"), NARROW) == "120"
    assert room(List((ListItem("甲", items=(ListItem("乙"),)),)), NARROW) is None
    assert room(Text("甲"), PageBreak(), NARROW) is None
    assert room(Text("甲"), Grid(NARROW.columns, caption="表")) is None
    assert room(Text("甲"), Grid((Column(""),))) is None


def characters(grid: Grid) -> list[float]:
    """How many characters the cells of each column hold on a line."""
    layout = table_layout(grid)
    return [(width - 2 * layout.type.margin - 20) / (layout.type.points2 * 10) for width in layout.widths]


def test_columns_have_room_by_what_they_hold() -> None:
    """Long texts get what empty columns do not need, and names, dates and short titles are not broken."""
    rows = tuple(
        (
            str(nth),
            "困难职工帮扶",
            "",
            "民主管理委员会",
            "1980年5月",
            "困难职工帮扶救助资金使用管理情况说明及其他需要报告的内容",
        )
        for nth in range(6)
    )
    columns = tuple(Column(title) for title in ("序号", "项目", "限额", "责任部门", "出生年月", "说明"))
    order, item, ceiling, owner, born, note = characters(Grid(columns, rows))

    assert order < 3
    assert ceiling < 3
    assert item >= 6
    assert owner >= 7
    assert born >= 5.1  # LibreOffice sets figures apart
    assert note > max(item, owner)
    assert note < len(rows[0][-1])


def test_no_column_has_more_room_than_its_longest_cell_while_others_break() -> None:
    columns = (Column("类别", width=60), Column("任务"), Column("备注", width=60))
    first, task, last = characters(Grid(columns, (("民主管理", "健全制度" * 30, ""),) * 3))

    assert first < 4.5
    assert last < 2.5
    assert task > 20


def test_long_cells_in_few_rows_do_not_starve_the_others() -> None:
    """A note in one row does not take the room of the column that is full in all rows."""
    rows = [["开展职工技能竞赛和岗位练兵活动，组织选手参赛" * 2, ""] for _ in range(20)]
    rows[3][1] = "说明" * 40
    task, note = characters(Grid((Column("工作任务"), Column("备注")), tuple(map(tuple, rows))))

    assert task > note


@given(
    rows=st.lists(st.tuples(*[st.text(alphabet="慰问工会1年a，\n", max_size=60)] * 4), max_size=8),
    landscape=st.sampled_from([None, True, False]),
)
def test_columns_fill_the_page_whatever_they_hold(
    rows: list[tuple[str, ...]], landscape: bool | None
) -> None:
    layout = table_layout(Grid((Column("甲"),) * 4, tuple(rows), landscape=landscape))

    assert sum(layout.widths) == (12756 if layout.landscape else 8844)
    assert min(layout.widths) > 2 * layout.type.margin


def test_a_table_that_just_misses_is_set_smaller_before_it_is_turned() -> None:
    """In 小五 as long as its rows stay low."""
    titles = ("序号", "姓名", "性别", "出生年月", "工作岗位", "完成时限", "困难原因", "责任部门", "备注")
    row = ("1", "王某某", "男", "1980年5月", "初中语文教师", "12月31日前", "{}", "工会委员会", "备注")
    columns = tuple(map(Column, titles))

    def layout(reason: str) -> tuple[int, bool]:
        found = table_layout(Grid(columns, (tuple(cell.format(reason) for cell in row),) * 5))
        return found.type.points2, found.landscape

    assert layout("本人患病，家庭困难") == (18, False)
    assert layout("本人患病，家庭困难" * 8)[1]


def test_the_page_across_is_the_upright_page_turned() -> None:
    """37 mm at the right, 35 mm at the left, 28 mm above, where the binding is, 26 mm below."""
    (section,) = body(WIDE).iter(w("sectPr"))
    size = section.find(w("pgSz"))
    margins = section.find(w("pgMar"))
    assert size is not None
    assert margins is not None

    assert (size.get(w("w")), size.get(w("h"))) == ("16838", "11906")
    assert [margins.get(w(side)) for side in ("top", "bottom", "left", "right")] == [
        "1588",
        "1474",
        "1984",
        "2098",
    ]


@pytest.mark.parametrize(("part", "side"), [("word/footer3.xml", "right"), ("word/footer4.xml", "left")])
def test_page_numbers_of_pages_across_stand_where_the_others_do(part: str, side: str) -> None:
    """In a box along the left edge, 25 mm in and as long as the type area is wide; the line runs downwards."""
    footer = trees(render_docx(Document(blocks=())).data)[part]
    (anchor,) = (element for element in footer.iter() if str(element.tag).endswith("}anchor"))
    offsets = [element.text for element in anchor.iter() if str(element.tag).endswith("}posOffset")]
    (properties,) = (element for element in anchor.iter() if str(element.tag).endswith("}bodyPr"))
    choice, fallback = footer.iter(w("txbxContent"))

    assert any(str(element.tag).endswith("}wrapSquare") for element in anchor)  # LibreOffice moves no other
    assert offsets == [str(25 * 36000), str(28 * 36000)]
    assert properties.get("vert") == "vert"
    for box in (choice, fallback):
        assert [text.text for text in box.iter(w("instrText"))] == [" PAGE "]
        assert value(box, "p/pPr/jc") == side
        assert value(box, "p/pPr/ind", f"{side}Chars") == "100"


def test_forty_columns_and_a_thousand_rows_are_a_file() -> None:
    """On pages across, in the smallest type."""
    rows = tuple(tuple(str(row * column % 100) for column in range(40)) for row in range(1000))
    content = body(Grid(tuple(Column(f"指标{nth}", NUMBER) for nth in range(40)), rows))

    assert len(list(content.iter(w("tr")))) == 1001
    assert [value(section, "pgSz", "orient") for section in content.iter(w("sectPr"))] == ["landscape"]
