"""Tables of WordprocessingML: as wide as the type area, ruled, with a head that is repeated on every page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto

from unionkit.document import Addressee, Block, ColumnKind, Grid, HeadCell, Heading, List, Text

from ._escape import escape_value
from ._keep import free_rows
from ._lines import Face, text_length
from ._measures import CHARACTER, FULL_CHARACTER, PAGE_HEIGHT, TYPE_AREA
from ._paragraph import KEEP_WITH_NEXT, LINE_BREAK, TAB, drawn_paragraph, paragraph, run, styled_run
from ._table_layout import PlacedCell, TableLayout, placed_head

_STYLES = {
    ColumnKind.TEXT: "TableText",
    ColumnKind.NUMBER: "TableNumber",
    ColumnKind.CENTRED: "TableCentred",
}
_TOTAL_STYLES = {
    ColumnKind.TEXT: "TableTotal",
    ColumnKind.NUMBER: "TableTotalNumber",
    ColumnKind.CENTRED: "TableTotalCentred",
}
_HEAD_STYLE = "TableHead"

_CAPTION = Face(FULL_CHARACTER, CHARACTER - FULL_CHARACTER)
_UNIT = Face(240)
_UNIT_STYLE = "TableUnitCharacter"
_BREAK = re.compile(r"[\t\r\n]")

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES)
CELL_MARGIN = 45
"""Above and below the text in a cell, in twentieths of a point."""

_PROPERTIES = (
    '<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
    f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
    '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
    f'<w:top w:w="{CELL_MARGIN}" w:type="dxa"/><w:left w:w="{{margin}}" w:type="dxa"/>'
    f'<w:bottom w:w="{CELL_MARGIN}" w:type="dxa"/><w:right w:w="{{margin}}" w:type="dxa"/></w:tblCellMar>'
    '<w:tblLook w:val="{look:04X}" w:firstRow="{first}" w:lastRow="{last}" w:firstColumn="0" w:lastColumn="0"'
    ' w:noHBand="1" w:noVBand="1"/>{texts}</w:tblPr>'
)
_FIRST_ROW, _LAST_ROW, _NO_BANDS = 0x0020, 0x0040, 0x0600
"""Bits of ``w:tblLook`` (ECMA-376 part 4, 14.4.7); who reads the bits does not read the names, and the reverse."""

_LONGEST_DESCRIPTION = 250
"""Characters; programs that read pages aloud read it to its end."""

_HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_CELL = (
    '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}<w:vAlign w:val="center"/></w:tcPr>'
    '<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>'
)
_CELL_END = "</w:p></w:tc>"
_SPAN = '<w:gridSpan w:val="{}"/>'
_MERGE_BEGINS = '<w:vMerge w:val="restart"/>'
_MERGE_GOES_ON = '<w:vMerge w:val="continue"/>'


def table(grid: Grid, layout: TableLayout, *, keep: bool = False) -> Iterator[str]:
    """
    Yield the caption, the unit and the table of `grid`; with `keep` its end stays on the page of what follows.

    The table is followed by a narrow paragraph: two tables that touch become one, and Word wants a paragraph
    at the end of a document.
    """
    yield from _above(grid, layout)
    rows = "".join(_rows(grid, layout, keep=keep))
    if rows:
        widths = "".join(f'<w:gridCol w:w="{width}"/>' for width in layout.widths)
        yield f"<w:tbl>{_properties(grid, layout)}<w:tblGrid>{widths}</w:tblGrid>{rows}</w:tbl>"
        yield paragraph("TableEnd", "", KEEP_WITH_NEXT if keep else "")


ROOM_ABOVE = 120
"""Between the text and the first rule of a table without caption and unit, in twentieths of a point."""


def needs_room(above: Block | None, block: Block) -> bool:
    """Whether `block` is a table whose first rule would stand tight below the text above."""
    return (
        isinstance(block, Grid)
        and isinstance(above, Text | Heading | List | Addressee)
        and not (block.caption or block.unit)
    )


class Above(Enum):
    """How caption and unit stand above a table."""

    APART = auto()
    """One of them is missing, or the caption takes several lines: each in a paragraph of its own."""

    ON_ONE_LINE = auto()
    """In one paragraph, which word processors keep with the table more surely than two."""

    BELOW_EACH_OTHER = auto()
    """In one paragraph of two lines."""


def placed_above(grid: Grid, layout: TableLayout) -> Above:
    """Choose how caption and unit of `grid` stand."""
    if not (grid.caption and grid.unit) or _BREAK.search(grid.caption + grid.unit):
        return Above.APART
    room = PAGE_HEIGHT if layout.landscape else TYPE_AREA
    if (len(grid.caption) + 2 * len(grid.unit) + 2) * FULL_CHARACTER <= room:
        return Above.ON_ONE_LINE  # as nearly all of them
    caption, unit = text_length(grid.caption, _CAPTION), text_length(grid.unit, _UNIT)
    if caption + 2 * (unit + CHARACTER) <= room:
        return Above.ON_ONE_LINE
    return Above.BELOW_EACH_OTHER if max(caption, unit) + CHARACTER <= room else Above.APART


def _above(grid: Grid, layout: TableLayout) -> Iterator[str]:
    placed = placed_above(grid, layout)
    if placed is Above.APART:
        if grid.caption:
            yield paragraph("Caption", grid.caption)
        if grid.unit:
            yield paragraph("TableUnit", grid.unit)
        return
    between = TAB if placed is Above.ON_ONE_LINE else f"{LINE_BREAK}{TAB}{TAB}"
    room = PAGE_HEIGHT if layout.landscape else TYPE_AREA
    properties = (
        f'<w:tabs><w:tab w:val="center" w:pos="{room // 2}"/><w:tab w:val="right" w:pos="{room}"/></w:tabs>'
    )
    runs = f"{TAB}{run(grid.caption)}{between}{styled_run(grid.unit, _UNIT_STYLE)}"
    yield drawn_paragraph("Caption", runs, f'{properties}<w:jc w:val="left"/>')


def _properties(grid: Grid, layout: TableLayout) -> str:
    first, last = int(bool(grid.head)), int(bool(grid.totals))
    return _PROPERTIES.format(
        width=sum(layout.widths),
        margin=layout.type.margin,
        look=_NO_BANDS + first * _FIRST_ROW + last * _LAST_ROW,
        first=first,
        last=last,
        texts=_alternative_text(grid),
    )


def _alternative_text(grid: Grid) -> str:
    """What is said of the table to those who cannot see it (替代文字): its caption, and the titles of its head."""
    titles = "、".join(column.title for column in grid.columns if column.title)[:_LONGEST_DESCRIPTION]
    caption = escape_value(grid.caption or titles)
    texts = f'<w:tblCaption w:val="{caption}"/>' if caption else ""
    description = escape_value(titles)
    return f'{texts}<w:tblDescription w:val="{description}"/>' if description else texts


def _rows(grid: Grid, layout: TableLayout, *, keep: bool) -> Iterator[str]:
    yield from _head_rows(grid.head, layout)
    rows, totals = grid.rows, grid.totals
    free = free_rows(len(rows), len(totals), stays=keep)
    yield from _alike(rows[:free], _STYLES, grid, layout)
    yield from _alike(rows[free:], _STYLES, grid, layout, KEEP_WITH_NEXT)
    free = len(totals) if keep else len(totals) - 1
    yield from _alike(totals[: max(free, 0)], _TOTAL_STYLES, grid, layout, KEEP_WITH_NEXT)
    yield from _alike(totals[max(free, 0) :], _TOTAL_STYLES, grid, layout)


def _alike(
    rows: Sequence[Sequence[str]],
    styles: Mapping[ColumnKind, str],
    grid: Grid,
    layout: TableLayout,
    keep: str = "",
) -> Iterator[str]:
    if rows:
        openings = [
            _opening(width, styles[column.kind], layout, keep=keep)
            for width, column in zip(layout.widths, grid.columns, strict=True)
        ]
        for row in rows:
            yield _row(openings, row)


def _head_rows(head: Sequence[Sequence[HeadCell]], layout: TableLayout) -> Iterator[str]:
    for cells in placed_head(head, len(layout.widths)):
        row = [_head_cell(place, layout) for place in cells]
        yield f"{_HEAD_ROW}{''.join(row)}</w:tr>"


def _head_cell(place: PlacedCell, layout: TableLayout) -> str:
    cell = place.cell
    span = _SPAN.format(cell.across) if cell.across > 1 else ""
    if place.goes_on:
        span += _MERGE_GOES_ON
    elif cell.down > 1:
        span += _MERGE_BEGINS
    text = "" if place.goes_on else run(cell.title)
    return f"{_opening(place.width(layout.widths), _HEAD_STYLE, layout, span)}{text}{_CELL_END}"


def _opening(width: int, style: str, layout: TableLayout, span: str = "", keep: str = "") -> str:
    return _CELL.format(width=width, style=style + layout.type.suffix, span=span, keep=keep)


def _row(cell_openings: Iterable[str], texts: Iterable[str]) -> str:
    cells = [f"{cell}{run(text)}{_CELL_END}" for cell, text in zip(cell_openings, texts, strict=True)]
    return f"{_ROW}{''.join(cells)}</w:tr>"
