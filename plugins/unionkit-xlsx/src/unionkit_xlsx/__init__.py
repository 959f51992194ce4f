"""
Workbooks (Excel 工作簿): whatever unionkit prints as an ``.xlsx`` file, and sheets of one's own that add up.

The format ``xlsx`` prints any document: its prose on the first sheet, each table on a sheet of its own. Packs make their
registers with :func:`workbook` from :class:`Sheet` and :class:`Column`: sums, shares and differences are formulas, with
their values beside them for programs that do not reckon. Importing this package does not load the library that writes
the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from unionkit import hookimpl
from unionkit.renderers import Rendered, Renderer

from ._formulas import Difference, Formula, Share, Sum, TotalOf
from ._sheet import Cell, Column, ColumnKind, Sheet

if TYPE_CHECKING:
    from unionkit.document import Document
    from unionkit.errors import Lang

__all__ = [
    "XLSX",
    "Cell",
    "Column",
    "ColumnKind",
    "Difference",
    "Formula",
    "Share",
    "Sheet",
    "Sum",
    "TotalOf",
    "workbook",
]


def workbook(sheets: Iterable[Sheet], *, title: str = "", author: str = "", lang: Lang = "zh") -> bytes:
    """
    Return the bytes of a workbook; the same sheets give the same bytes.

    Args:
        sheets: Its sheets, in order; without any, it holds an empty one, as every workbook must.

        title: The title in the properties of the file.

        author: The union body in the properties of the file.

        lang: The language of what the workbook itself says: the name of an empty sheet.

    Raises:
        ValueError: Two sheets have one name, or a cell refers to a sheet or column that there is not, to one without
            a total, or in a circle to itself; the message says where.
    """
    from ._write import written  # noqa: PLC0415 -- loaded when first used

    return written(tuple(sheets), title=title, author=author, lang=lang)


def _render(document: Document) -> Rendered:
    from ._document import rendered  # noqa: PLC0415 -- as above

    return rendered(document)


XLSX: Final = Renderer(name="xlsx", suffixes=(".xlsx",), render=_render)
"""A document as a workbook: prose on the first sheet, each table on one of its own, sums as formulas."""


@hookimpl
def unionkit_renderers() -> Sequence[Renderer]:
    return (XLSX,)
