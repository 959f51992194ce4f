"""The body of a Word file: one paragraph after the other, each in the style of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import zip_longest
from typing import assert_never

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
from unionkit.renderers._base import Skipped

from ._attachment import attachment_head, attachment_note
from ._contents import bookmarked, contents_paragraphs, listed_blocks
from ._figure import Gallery, Picture, figure_paragraphs
from ._heading import HEADING_STYLES, face_style
from ._keep import stays
from ._landscape import landscape_blocks, table_layouts
from ._list import list_paragraphs
from ._measures import LANDSCAPE_SECTION, SECTION
from ._pages import Pages
from ._paragraph import (
    BLANK_LINE,
    KEEP_WITH_NEXT,
    drawn_paragraph,
    ending_section,
    on_new_page,
    paragraph,
    styled_run,
    with_room_below,
)
from ._sign_off import sign_off_paragraphs
from ._table import ROOM_ABOVE, needs_room, table
from ._title import title_lines

_OPENING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)
_CLOSING = "</w:body></w:document>"


_MOST_COLUMNS = 63
"""Word opens no table with more columns."""

_NOTHING_BEHIND = "nothing follows the page break", "分页之后没有内容"
_NOTHING_BETWEEN = "another page break follows at once", "紧接着又是分页"


def _too_wide(grid: Grid) -> tuple[str, str]:
    """Why a table cannot be printed."""
    columns = len(grid.columns)
    return (
        f"a table of Word has at most {_MOST_COLUMNS} columns, and this one {columns}: divide it",
        f"Word 的表格最多 {_MOST_COLUMNS} 列，这张表有 {columns} 列，请拆成几张",
    )


class Body:
    """The body of a document, written once."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._layouts = table_layouts(blocks)
        self._landscape = landscape_blocks(blocks, self._layouts)
        self._listed = listed_blocks(blocks)
        self._gallery = Gallery()
        self.skipped: list[Skipped] = []
        """The blocks that were not printed, once the body has been written."""

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The media parts that the body refers to, once it has been written."""
        return self._gallery.pictures

    @cached_property
    def _pages(self) -> Pages:
        return Pages(self._blocks, self._layouts, self._landscape)

    def xml(self) -> str:
        """Return the part `word/document.xml`."""
        pieces: list[str] = []
        section, turned = SECTION, False
        awaiting_page = False
        break_at = -1
        above: Block | None = None
        for index, (block, following) in enumerate(zip_longest(self._blocks, self._blocks[1:])):
            if isinstance(block, PageBreak):
                if awaiting_page:
                    self.skipped.append(Skipped(break_at, *_NOTHING_BETWEEN))
                awaiting_page, break_at = True, index
                continue
            if isinstance(block, Grid) and len(block.columns) > _MOST_COLUMNS:
                self.skipped.append(Skipped(index, *_too_wide(block)))
                continue
            first = len(pieces)
            pieces += self._block(index, block, following)
            if len(pieces) == first:
                continue
            if not awaiting_page and needs_room(above, block):
                pieces[first - 1] = with_room_below(pieces[first - 1], ROOM_ABOVE)
            above = block
            if (index in self._landscape) is not turned:
                if first:
                    pieces[first - 1] = ending_section(pieces[first - 1], section)
                turned = not turned
                section = LANDSCAPE_SECTION if turned else SECTION
            elif awaiting_page or isinstance(block, Attachment):
                pieces[first] = on_new_page(pieces[first])
            awaiting_page = False
        if awaiting_page:
            self.skipped.append(Skipped(break_at, *_NOTHING_BEHIND))
        return "".join((_OPENING, *pieces, section, _CLOSING))

    def _block(self, index: int, block: Block, following: Block | None) -> Iterator[str]:
        match block:
            case Text():
                keep = KEEP_WITH_NEXT if stays(following) else ""
                yield paragraph("BodyText", f"{block.marker or ''}{block.text}", keep)
            case Heading():
                yield self._heading(index, block)
            case Grid():
                yield from table(block, self._layouts[index], keep=stays(following))
            case List():
                yield from list_paragraphs(block, keep=KEEP_WITH_NEXT if stays(following) else "")
            case Title():
                yield from _title(block)
            case Addressee():
                yield paragraph("Salutation", block.text)
            case Figure():
                yield from figure_paragraphs(block, self._gallery)
            case AttachmentNote():
                yield from attachment_note(block, keep=stays(following))
            case Attachment():
                yield from attachment_head(block, index if index in self._listed else None)
            case SignOff():
                yield from sign_off_paragraphs(block)
            case Contents():
                yield from contents_paragraphs(block, self._blocks, self._pages.of)
            case PageBreak():
                pass  # what follows carries it
            case _:
                assert_never(block)

    def _heading(self, index: int, heading: Heading) -> str:
        style = f"Heading{min(heading.level, HEADING_STYLES)}"
        runs = styled_run(f"{heading.marker or ''}{heading.text}", face_style(heading))
        return drawn_paragraph(style, bookmarked(runs, index) if index in self._listed else runs)


def _title(title: Title) -> Iterator[str]:
    if title.text:
        yield paragraph("Title", "\n".join(title_lines(title.text)))
    if title.subtitle:
        yield paragraph("Subtitle", title.subtitle)
    if title.number:
        yield paragraph("DocumentNumber", title.number)
    if title.text or title.subtitle or title.number:
        yield BLANK_LINE
