"""
The neutral document: what every format prints, in order, numbered once.

Blocks are values. A renderer prints each of them, or says that it skipped it and why.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

import attrs

from unionkit.errors import ImpossibleValueError
from unionkit.model import Value

MAX_LEVEL = 12
"""Headings go down to this level; layouts give the first five a form of their own."""


@attrs.frozen(repr=False, eq=False)
class Title(Value):
    """The title of the document (标题); `subtitle` (副标题) stands under it, empty for none."""

    text: str
    subtitle: str = ""


@attrs.frozen(repr=False, eq=False)
class Addressee(Value):
    """To whom the document goes (主送机关), without colon."""

    text: str


@attrs.frozen(repr=False, eq=False)
class Heading(Value):
    """
    The heading of a part.

    Attributes:
        text: The heading without its number.

        level: 1 for the outermost.

        marker: Its number as printed (``一、``), or an empty text. None until numbering has been decided.
    """

    text: str
    level: int = 1
    marker: str | None = None


@attrs.frozen(repr=False, eq=False)
class Text(Value):
    """
    A paragraph of prose.

    Attributes:
        text: The words without their number.

        marker: Its number as printed (``1.``), or an empty text. None: an item that is to be numbered at `level`.

        level: The level at which it is numbered, 1 for the outermost.
    """

    text: str
    marker: str | None = ""
    level: int = 1


class ColumnKind(StrEnum):
    """What a column holds, which decides how it is set: text from the left, figures to the right, short words centred."""

    TEXT = "text"
    NUMBER = "number"
    CENTRED = "centred"


@attrs.frozen(repr=False, eq=False)
class Column(Value):
    """
    A column of a grid.

    Attributes:
        title: What stands in its head; empty for none.

        kind: What it holds.

        width: Its width relative to the other columns.
    """

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 1

    def __attrs_post_init__(self) -> None:
        if self.width < 1:
            raise ImpossibleValueError("列宽至少为 1", "The width of a column is at least 1")


@attrs.frozen(repr=False, eq=False)
class Grid(Value):
    """
    A table.

    Attributes:
        columns: Its columns, at least one.

        rows: The cells, row by row, as many as there are columns.

        caption: Title above it; empty for none.

        unit: The line about the unit of its figures (单位：元), printed above it at the right; empty for none.

    Raises:
        ImpossibleValueError: It has no column, or a row with more or fewer cells than columns.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    caption: str = ""
    unit: str = ""

    def __attrs_post_init__(self) -> None:
        if not self.columns:
            raise ImpossibleValueError("表格至少要有一列", "A table has at least one column")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ImpossibleValueError(
                "表格各行的格数与列数不符", "A row has more or fewer cells than there are columns"
            )


@attrs.frozen(repr=False, eq=False)
class SignOff(Value):
    """Signature and date at the end (署名、成文日期); either may be empty. The date is worded (2026年7月1日)."""

    signature: str
    date: str = ""


Block: TypeAlias = Title | Addressee | Heading | Text | Grid | SignOff
"""A node of the document."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Document(Value):
    """
    What is to be printed.

    Attributes:
        blocks: Title, headings, paragraphs, tables and sign-off in reading order, all numbers decided.

        title: The title for the properties of the file.

        author: The union body, for the properties of the file; empty for none.

        lang: Language of the text, as a BCP 47 tag.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    lang: str = "zh-CN"
