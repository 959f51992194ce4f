"""
On which page each heading is expected, for the table of contents.

The page is a known grid (22 lines of 28 characters), so that pages can be told without a word processor: exactly as far
as texts go, and nearly so behind tables, whose rows each word processor makes a trifle higher or lower. The numbers are
a first answer; updating the field in the word processor gives its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from unionkit.document import (
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
    Contents,
    Figure,
    Grid,
    Heading,
    List,
    PageBreak,
    SignOff,
    Text,
    Title,
)

from ._attachment import name_indents
from ._figure import figure_size
from ._keep import free_rows, stays
from ._lines import Face, line_count
from ._list import DEEPEST
from ._measures import CHARACTER, FULL_CHARACTER, LINE, PAGE_HEIGHT, TITLE_LINE_HEIGHT, TYPE_AREA
from ._sign_off import BLANK_LINES
from ._table import CELL_MARGIN, ROOM_ABOVE, Above, needs_room, placed_above
from ._table_layout import TableLayout, placed_head
from ._title import title_lines

_BODY = Face(FULL_CHARACTER, CHARACTER - FULL_CHARACTER)
_TITLE = Face(440)
_INDENT = 2 * FULL_CHARACTER
_UNIT_LINE = 440
_TABLE_END, _BELOW_TABLE = 20, 270
"""The narrow paragraph behind a table, and the room below it."""

_RULE = 10
"""The line between two rows of a table: half a point."""

_AROUND_FIGURE = 145
"""Room above a picture, and below it: a quarter of a line."""

_EMU = 635
"""EMU in a twentieth of a point."""

_ENTRY_INDENT = FULL_CHARACTER
"""An entry of the contents stands so much farther in at each level."""


class _Lines(NamedTuple):
    """
    A paragraph, or a row of a table.

    Attributes:
        heights: Of its lines, in twentieths of a point.

        keep: It stays on the page of what follows.

        breaks: It begins a page.

        head: Height of the head that is repeated above it where it begins a page by itself.

        above: Room above it, but for the head of a page.

        below: Room below it, but for the foot of a page.
    """

    heights: tuple[int, ...]
    keep: bool = False
    breaks: bool = False
    head: int = 0
    above: int = 0
    below: int = 0

    @property
    def height(self) -> int:
        return self.above + sum(self.heights) + self.below


class Pages:
    """The pages of a document, counted from 1."""

    def __init__(
        self, blocks: Sequence[Block], layouts: Mapping[int, TableLayout], landscape: Set[int]
    ) -> None:
        self._first: dict[int, int] = {}
        flow = _Flow()
        awaiting_page = False
        above: Block | None = None
        for index, block in enumerate(blocks):
            if isinstance(block, PageBreak):
                awaiting_page = True
                continue
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            turned = index in landscape
            lines = list(_lines(block, following, layouts.get(index), PAGE_HEIGHT if turned else TYPE_AREA))
            self._first[index] = len(flow.items)
            if not lines:
                continue
            if not awaiting_page and needs_room(above, block):
                flow.items[-1] = (flow.items[-1][0]._replace(below=ROOM_ABOVE), flow.items[-1][1])
            above = block
            turns = bool(flow.items) and turned is not flow.turned
            if turns or awaiting_page or isinstance(block, Attachment):
                lines[0] = lines[0]._replace(breaks=True)
            awaiting_page = False
            flow.turned = turned
            flow.items += [(line, turned) for line in lines]
        self._pages = flow.pages()

    def of(self, index: int) -> int:
        """Return the page on which the block with this index begins."""
        return self._pages[self._first[index]]


class _Flow:
    """What is to be put on pages, one after the other."""

    def __init__(self) -> None:
        self.items: list[tuple[_Lines, bool]] = []
        """Each with whether its page lies across."""
        self.turned = False

    def pages(self) -> list[int]:
        """Return for each item the page on which its first line stands."""
        pages: list[int] = []
        page, used = 1, 0
        for nth, (item, turned) in enumerate(self.items):
            room = TYPE_AREA if turned else PAGE_HEIGHT
            if (item.breaks and nth) or (used and used + self._together(nth, room) > room):
                page, used = page + 1, item.head
            pages.append(page)
            used += item.above if used else _before_grid(item, room)
            for height in item.heights:
                if used > item.head and used + height > room:
                    page, used = page + 1, item.head or _before_grid(item, room)
                used += height
            used += item.below
        return pages

    def _together(self, nth: int, room: int) -> int:
        """The height that must fit: what is kept with the next, up to the first line of what is not."""
        first = self.items[nth][0]
        height = 0
        for item, _turned in self.items[nth:]:
            if not item.keep:
                height += item.above + item.heights[0]
                break
            height += item.height
            if height > room:
                break
        return height if height <= room else first.above + first.heights[0]


def _before_grid(item: _Lines, room: int) -> int:
    """Room above the first line of a page: its grid stands in the middle of it, and text stands on the grid."""
    return room % LINE // 2 if item.heights[0] == LINE else 0


def _lines(
    block: Block, following: Block | None, layout: TableLayout | None, across: int
) -> Iterator[_Lines]:
    keep = stays(following)
    match block:
        case Text():
            yield _text(f"{block.marker or ''}{block.text}", room=across, keep=keep)
        case Heading():
            yield _text(f"{block.marker or ''}{block.text}", room=across, keep=True)
        case List():
            entries = list(block.walk())
            for nth, (depth, item) in enumerate(entries, 1):
                room = across - _INDENT * min(depth, DEEPEST)
                yield _text(f"{item.marker or ''}{item.text}", room=room, keep=keep and nth == len(entries))
        case Addressee():
            yield _text(block.text, indent=0, room=across)
        case Title():
            if block.text:
                yield _title(block.text)
            yield from (_text(text, indent=0, keep=True) for text in (block.subtitle, block.number) if text)
            if block.text or block.subtitle or block.number:
                yield _Lines((LINE,))
        case Attachment():
            yield _Lines((LINE,), keep=True)
            yield _Lines((LINE,), keep=True)
            yield _title(block.title)
            yield _Lines((LINE,))
        case AttachmentNote():
            yield from _note(block, keep=keep)
        case SignOff():
            yield from _sign_off(block)
        case Contents():
            yield from _contents(block)
        case Figure():
            yield _Lines(
                (figure_size(block)[1] // _EMU,),
                keep=bool(block.caption),
                above=_AROUND_FIGURE,
                below=_AROUND_FIGURE,
            )
            if block.caption:
                yield _text(block.caption, indent=0)
        case Grid():
            if layout is not None:
                yield from _table(block, layout, keep=keep)
        case PageBreak():
            pass


def _text(text: str, *, indent: int = _INDENT, room: int = TYPE_AREA, keep: bool = False) -> _Lines:
    return _Lines((LINE,) * line_count(text, _BODY, room, first=indent), keep)


def _title(text: str) -> _Lines:
    return _Lines(
        (TITLE_LINE_HEIGHT,) * line_count("\n".join(title_lines(text)), _TITLE, TYPE_AREA), keep=True
    )


def _note(note: AttachmentNote, *, keep: bool) -> Iterator[_Lines]:
    if note.names:
        yield _Lines((LINE,), keep=True)
    for name, (left, _hanging) in zip(note.names, name_indents(note), strict=True):
        yield _text(name, indent=0, room=TYPE_AREA - left, keep=keep)


def _sign_off(sign_off: SignOff) -> Iterator[_Lines]:
    if sign_off.signature or sign_off.date:
        yield from [_Lines((LINE,), keep=True)] * BLANK_LINES
    if sign_off.signature:
        yield _text(sign_off.signature, indent=0, keep=True)
    if sign_off.date:
        yield _text(sign_off.date, indent=0, keep=bool(sign_off.note))
    if sign_off.note:
        yield _text(sign_off.note)


def _contents(contents: Contents) -> Iterator[_Lines]:
    if contents.title:
        yield _Lines((TITLE_LINE_HEIGHT,), keep=True)
        yield _Lines((LINE,), keep=True)
    for entry in contents.entries:
        yield _text(
            f"{entry.text}　　", indent=0, room=TYPE_AREA - _ENTRY_INDENT * (min(max(entry.level, 1), 9) - 1)
        )
    yield _Lines((LINE,))


def _table(grid: Grid, layout: TableLayout, *, keep: bool) -> Iterator[_Lines]:
    across = PAGE_HEIGHT if layout.landscape else TYPE_AREA
    placed = placed_above(grid, layout)
    if placed is not Above.APART:
        yield _Lines((LINE,) * (1 if placed is Above.ON_ONE_LINE else 2), keep=True)
    else:
        if grid.caption:
            yield _text(grid.caption, indent=0, room=across, keep=True)
        if grid.unit:
            yield _Lines((_UNIT_LINE,), keep=True)
    if not (grid.head or grid.rows or grid.totals):
        return
    head = [
        _row_height(
            ((place.cell.title, place.width(layout.widths)) for place in cells if place.cell.down == 1),
            layout,
        )
        for cells in placed_head(grid.head, len(layout.widths))
    ]
    yield from (_Lines((height,), keep=True) for height in head)
    rows = (*grid.rows, *grid.totals)
    free = free_rows(len(grid.rows), len(grid.totals), stays=keep)
    for nth, row in enumerate(rows, 1):
        yield _Lines(
            (_row_height(zip(row, layout.widths, strict=True), layout),),
            keep=nth > free and (keep or nth < len(rows)),
            head=sum(head),
        )
    yield _Lines((_RULE + _TABLE_END,), keep=keep, below=_BELOW_TABLE)


def _row_height(cells: Iterable[tuple[str, int]], layout: TableLayout) -> int:
    form = layout.type
    face = Face(form.points2 * 10)
    lines = max((line_count(text, face, width - 2 * form.margin) for text, width in cells), default=1)
    return lines * form.line + 2 * CELL_MARGIN + _RULE
