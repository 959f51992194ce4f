"""Tables of WordprocessingML: as wide as the type area, ruled, with a head that is repeated on every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from unionkit.document import Column, ColumnKind, Grid

from ._measures import TYPE_AREA
from ._paragraph import paragraph, run

_STYLES = {
    ColumnKind.TEXT: "TableText",
    ColumnKind.NUMBER: "TableNumber",
    ColumnKind.CENTRED: "TableCentred",
}
_HEAD_STYLE = "TableHead"

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES)
_MARGINS = (("top", 45), ("left", 85), ("bottom", 45), ("right", 85))
_CELL_MARGINS = "".join(f'<w:{side} w:w="{room}" w:type="dxa"/>' for side, room in _MARGINS)
_PROPERTIES = (
    f'<w:tblPr><w:tblW w:w="{TYPE_AREA}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
    f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
    f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_CELL_MARGINS}</w:tblCellMar></w:tblPr>'
)
_HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_CELL = (
    '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    '<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
)
_CELL_END = "</w:p></w:tc>"


def column_widths(columns: Sequence[Column]) -> list[int]:
    """Share the type area among `columns` by their widths, to the last twentieth of a point."""
    ends = [0, *accumulate(column.width for column in columns)]
    return [TYPE_AREA * end // ends[-1] - TYPE_AREA * start // ends[-1] for start, end in pairwise(ends)]


def table(grid: Grid) -> Iterator[str]:
    """
    Yield the caption, the unit and the table of `grid`.

    The table is followed by a narrow paragraph: two tables that touch become one, and Word wants a paragraph
    at the end of a document.
    """
    if grid.caption:
        yield paragraph("Caption", grid.caption)
    if grid.unit:
        yield paragraph("TableUnit", grid.unit)
    rows = "".join(_rows(grid))
    if rows:
        widths = "".join(f'<w:gridCol w:w="{width}"/>' for width in column_widths(grid.columns))
        yield f"<w:tbl>{_PROPERTIES}<w:tblGrid>{widths}</w:tblGrid>{rows}</w:tbl>"
        yield paragraph("TableEnd", "")


def _rows(grid: Grid) -> Iterator[str]:
    columns = grid.columns
    titles = [column.title for column in columns]
    if any(titles):
        yield _row(_HEAD_ROW, _openings(columns, [_HEAD_STYLE] * len(columns)), titles)
    openings = _openings(columns, [_STYLES[column.kind] for column in columns])
    for row in grid.rows:
        yield _row(_ROW, openings, row)


def _openings(columns: Sequence[Column], styles: Iterable[str]) -> list[str]:
    return [
        _CELL.format(width=width, style=style)
        for width, style in zip(column_widths(columns), styles, strict=True)
    ]


def _row(opening: str, cell_openings: Iterable[str], texts: Iterable[str]) -> str:
    cells = [f"{cell}{run(text)}{_CELL_END}" for cell, text in zip(cell_openings, texts, strict=True)]
    return f"{opening}{''.join(cells)}</w:tr>"
