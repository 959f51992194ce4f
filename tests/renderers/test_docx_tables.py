"""Tables of Word files: heads of several rows, totals, type, widths, pages across."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import (
    Attachment,
    Block,
    Column,
    ColumnKind,
    Document,
    Grid,
    Heading,
    PageBreak,
    SignOff,
    Text,
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
    """小四 as long as the columns fit, then 五号, then a page across."""
    layouts = [
        table_layout(
            Grid((Column("项目"), *[Column("金额", NUMBER)] * count), (("慰问", *["9000.00"] * count),))
        )
        for count in (3, 8, 11, 12)
    ]

    assert [(layout.type.points2, layout.landscape) for layout in layouts] == [
        (24, False),
        (21, False),
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
    assert orientations(Text("甲"), WIDE, Text("乙")) == [None, "landscape", None]
    assert orientations(WIDE) == ["landscape"]
    assert orientations(Text("甲"), NARROW, Text("乙")) == [None]
    assert orientations(Text("甲"), Grid((Column(""),), landscape=True), Text("乙")) == [None]


def test_neighbouring_wide_tables_share_a_section() -> None:
    """Also where a page break stands between them."""
    assert orientations(Text("甲"), WIDE, WIDE, SignOff("校工会")) == [None, "landscape", None]
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
