"""
The neutral document: what every format prints, in order, numbered once.

Blocks are values. A renderer prints each of them, or says that it skipped it and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain, groupby
from typing import Final, TypeAlias, cast, get_args

import attrs

from unionkit.errors import ImpossibleValueError
from unionkit.model import Numbering, Value

from ._media import Media, look_into

MAX_LEVEL = 12
"""Headings go down to this level; layouts give the first five a form of their own."""


@attrs.frozen(repr=False, eq=False)
class Title(Value):
    """
    The title of the document (标题).

    Attributes:
        text: The title; one string, wherever its lines break.

        subtitle: What stands under it (副标题); empty for none.

        number: The document number under that (文号); empty for none.
    """

    text: str
    subtitle: str = ""
    number: str = ""


@attrs.frozen(repr=False, eq=False)
class Addressee(Value):
    """To whom the document goes (主送机关), with the colon at its end."""

    text: str


@attrs.frozen(repr=False, eq=False)
class Heading(Value):
    """
    The heading of a part.

    Attributes:
        text: The heading without its number.

        level: 1 for the outermost.

        marker: Its number as printed (``一、``), or an empty text. None until numbering has been decided.

        id: What references call it; empty: nothing refers to it.

        numbering: How what stands under it is numbered. None: as what stands around it.
    """

    text: str
    level: int = 1
    marker: str | None = None
    id: str = ""
    numbering: Numbering | None = None


@attrs.frozen(repr=False, eq=False)
class Ref(Value):
    """
    Words of a text that name a number (互见).

    Attributes:
        target: The id of the heading, item or attachment whose number it is.

        start: Where the words begin in the text.

        end: Where they end.
    """

    target: str
    start: int
    end: int


@attrs.frozen(repr=False, eq=False)
class Text(Value):
    """
    A paragraph of prose.

    Attributes:
        text: The words without their number.

        marker: Its number as printed (``1.``), or an empty text. None: an item that is to be numbered at `level`.

        level: The level at which it is numbered, 1 for the outermost.

        id: What references call it; empty: nothing refers to it.

        refs: Words that name the number of something else; numbering puts the right number into them.
    """

    text: str
    marker: str | None = ""
    level: int = 1
    id: str = ""
    refs: tuple[Ref, ...] = ()


@attrs.frozen(repr=False, eq=False)
class ListItem(Value):
    """
    An entry of a list.

    Attributes:
        text: The words without their number.

        marker: Its number as printed, or an empty text. None until numbering has been decided.

        items: The entries under it.
    """

    text: str
    marker: str | None = None
    items: tuple[ListItem, ...] = ()


@attrs.frozen(repr=False, eq=False)
class List(Value):
    """
    A list within the running text (列举): counted from one, apart from the headings and items around it.

    Attributes:
        items: Its entries, in order.

        numbered: Its entries are numbered, as what stands one level below the heading above them; otherwise each has
            a dot.
    """

    items: tuple[ListItem, ...]
    numbered: bool = True

    def walk(self) -> Iterator[tuple[int, ListItem]]:
        """Visit the entries as they are printed, each with its depth, 0 for the outermost."""
        return _walk_items(self.items, 0)


def _walk_items(items: tuple[ListItem, ...], depth: int) -> Iterator[tuple[int, ListItem]]:
    for item in items:
        yield depth, item
        yield from _walk_items(item.items, depth + 1)


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

        above: Titles in the head rows above that, the uppermost first; neighbours that begin alike share a cell.
    """

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 1
    above: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.width < 1:
            raise ImpossibleValueError("列宽至少为 1", "The width of a column is at least 1")


@attrs.frozen(repr=False, eq=False)
class HeadCell(Value):
    """
    A cell of the head of a grid.

    Attributes:
        title: What stands in it.

        across: How many columns it takes.

        down: How many rows it takes.
    """

    title: str
    across: int = 1
    down: int = 1


@attrs.frozen(repr=False, eq=False)
class Grid(Value):
    """
    A table.

    Attributes:
        columns: Its columns, at least one.

        rows: The cells, row by row, as many as there are columns.

        caption: Title above it; empty for none.

        unit: The line about the unit of its figures (单位：元), printed above it at the right; empty for none.

        totals: The rows that sum up the others (合计), set apart at the end.

        landscape: Whether it wants a page of its own across (横排). None: the format decides by its columns.

    Raises:
        ImpossibleValueError: It has no column, or a row with more or fewer cells than columns.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    caption: str = ""
    unit: str = ""
    totals: tuple[tuple[str, ...], ...] = ()
    landscape: bool | None = None

    def __attrs_post_init__(self) -> None:
        if not self.columns:
            raise ImpossibleValueError("表格至少要有一列", "A table has at least one column")
        if any(len(row) != len(self.columns) for row in (*self.rows, *self.totals)):
            raise ImpossibleValueError(
                "表格各行的格数与列数不符", "A row has more or fewer cells than there are columns"
            )

    @property
    def head(self) -> tuple[tuple[HeadCell, ...], ...]:
        """The rows of its head, each from left to right; none where no column has a title."""
        if not any(column.title or any(column.above) for column in self.columns):
            return ()
        depth = max(len(column.above) for column in self.columns)
        return (
            *(tuple(self._cells_above(row, depth)) for row in range(depth)),
            tuple(HeadCell(column.title) for column in self.columns if len(column.above) == depth),
        )

    def _cells_above(self, row: int, depth: int) -> Iterator[HeadCell]:
        """The cells of an upper row of the head; a column whose titles end here takes the rows below as well."""
        for begun, columns in groupby(self.columns, key=lambda column: column.above[: row + 1]):
            if len(begun) > row:
                yield HeadCell(begun[row], across=len(list(columns)))
            elif len(begun) == row:
                yield from (HeadCell(column.title, down=depth - row + 1) for column in columns)


@attrs.frozen(repr=False, eq=False)
class Figure(Value):
    """
    A picture (插图).

    Attributes:
        image: The bytes of a PNG or JPEG file.

        description: What it shows, for those who cannot see it (替代文字); never empty.

        caption: The line below it (图题); empty for none.

        width: How wide it is printed, in millimetres. None: as wide as its dots are at 150 to the inch, at most as
            the type area.

    Raises:
        ImpossibleValueError: It is no such file, has no description, or its width is no positive number.
    """

    image: bytes = attrs.field(repr=False)
    description: str
    caption: str = ""
    width: int | None = None
    media: Media = attrs.field(init=False, eq=False, repr=False)
    """What kind of file it is, and how many dots it has."""

    @media.default
    def _look_into(self) -> Media:
        return look_into(self.image)

    def __attrs_post_init__(self) -> None:
        if not self.description.strip():
            raise ImpossibleValueError(
                "插图要有替代文字（description）", "A figure needs a description for those who cannot see it"
            )
        if self.width is not None and self.width < 1:
            raise ImpossibleValueError("插图的宽度至少为 1 毫米", "A figure is at least 1 mm wide")


@attrs.frozen(repr=False, eq=False)
class AttachmentNote(Value):
    """
    The list of what is attached (附件说明), between the text and the signature.

    Attributes:
        names: The names, in order, without marks.

        label: What stands before the first, with its colon.
    """

    names: tuple[str, ...]
    label: str = "附件："

    @property
    def markers(self) -> tuple[str, ...]:
        """The number before each name; one alone has none."""
        if len(self.names) == 1:
            return ("",)
        return tuple(f"{nth}. " for nth in range(1, len(self.names) + 1))


@attrs.frozen(repr=False, eq=False)
class Attachment(Value):
    """
    The beginning of an attachment (附件), on a page of its own; all that follows, up to the next one, belongs to it.

    Attributes:
        title: Its title, as the attachment note has it.

        label: The word for it in its upper left corner.

        marker: Its number, empty where there is one only. None until numbering has been decided.

        id: What references call it; empty: nothing refers to it.
    """

    title: str
    label: str = "附件"
    marker: str | None = None
    id: str = ""

    @property
    def mark(self) -> str:
        """What stands in its upper left corner: 附件, or 附件2 where there are several."""
        return f"{self.label}{self.marker or ''}".strip()


@attrs.frozen(repr=False, eq=False)
class SignOff(Value):
    """
    The end (落款); what is empty is not printed.

    Attributes:
        signature: Who signs (署名).

        date: The date of issue in words (成文日期): 2026年7月1日.

        sealed: It goes out under a seal, which wants the two farther in.

        note: What is to be known about the document (附注), in its brackets.
    """

    signature: str
    date: str = ""
    sealed: bool = False
    note: str = ""


@attrs.frozen(repr=False, eq=False)
class PageBreak(Value):
    """What follows begins a new page."""


@attrs.frozen(repr=False, eq=False)
class ContentsEntry(Value):
    """
    A line of the table of contents.

    Attributes:
        text: The heading with its number.

        level: Its level, 1 for the outermost.

        block: The index of the heading or attachment among the blocks of the document.
    """

    text: str
    level: int
    block: int


@attrs.frozen(repr=False, eq=False)
class Contents(Value):
    """
    The table of contents (目录).

    Attributes:
        title: What stands above it; empty for none.

        depth: Headings down to this level are listed.

        entries: Its lines; numbering fills them in.
    """

    title: str = "目录"
    depth: int = 2
    entries: tuple[ContentsEntry, ...] = ()


Block: TypeAlias = (
    Title
    | Addressee
    | Contents
    | Heading
    | Text
    | List
    | Grid
    | Figure
    | AttachmentNote
    | SignOff
    | Attachment
    | PageBreak
)
"""A node of the document."""


_BLOCKS: Final = frozenset(get_args(Block))


def check_block(block: object) -> Block:
    """
    Return a block that somebody's section made.

    Raises:
        TypeError: It is none, or holds something else than text where text belongs.
        ValueError: It is a heading or item of a level that there is not.
    """
    if type(block) not in _BLOCKS:
        raise TypeError(f"a section yields blocks, not {block!r} ({type(block).__name__})")
    made = cast("Block", block)
    if isinstance(made, Heading | Text):
        if not isinstance(made.text, str):
            raise TypeError(f"the text of a {type(made).__name__} is a str, not {made.text!r}")
        if not 1 <= made.level <= MAX_LEVEL:
            raise ValueError(
                f"levels go from 1 to {MAX_LEVEL}; this {type(made).__name__} has {made.level!r}"
            )
    elif isinstance(made, Grid):
        for cell in chain(*made.rows, *made.totals):
            if not isinstance(cell, str):
                raise TypeError(f"the cells of a Grid are str, not {cell!r}")
    return made


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Document(Value):
    """
    What is to be printed.

    Attributes:
        blocks: Title, headings, paragraphs, tables and sign-off in reading order, all numbers decided.

        title: The title for the properties of the file.

        author: The union body, for the properties of the file; empty for none.

        lang: Language of the text, as a BCP 47 tag.

        numbers: The number of what has an id, behind those of the headings around it.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    lang: str = "zh-CN"
    numbers: Mapping[str, Sequence[int]] = attrs.field(factory=dict, eq=False, repr=False)
