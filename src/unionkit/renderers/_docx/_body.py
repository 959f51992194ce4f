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

from ._attachment import attachment_head, attachment_note
from ._contents import bookmarked, contents_paragraphs, listed_blocks
from ._figure import Gallery, Picture, figure_paragraphs
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
    run,
)
from ._sign_off import sign_off_paragraphs
from ._table import table
from ._title import title_lines

_OPENING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)
_CLOSING = "</w:body></w:document>"

HEADING_STYLES = 9
"""Word has nine levels of headings; deeper ones share the last."""


class Body:
    """The body of a document, written once."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._layouts = table_layouts(blocks)
        self._landscape = landscape_blocks(blocks, self._layouts)
        self._listed = listed_blocks(blocks)
        self._gallery = Gallery()

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
        for index, (block, following) in enumerate(zip_longest(self._blocks, self._blocks[1:])):
            if isinstance(block, PageBreak):
                awaiting_page = True
                continue
            first = len(pieces)
            pieces += self._block(index, block, following)
            if len(pieces) == first:
                continue
            if (index in self._landscape) is not turned:
                if first:
                    pieces[first - 1] = ending_section(pieces[first - 1], section)
                turned = not turned
                section = LANDSCAPE_SECTION if turned else SECTION
            elif awaiting_page or isinstance(block, Attachment):
                pieces[first] = on_new_page(pieces[first])
            awaiting_page = False
        return "".join((_OPENING, *pieces, section, _CLOSING))

    def _block(self, index: int, block: Block, following: Block | None) -> Iterator[str]:
        match block:
            case Text():
                # A page must not hold the signature alone (GB/T 9704-2012, 7.3.5).
                keep = KEEP_WITH_NEXT if isinstance(following, SignOff) else ""
                yield paragraph("BodyText", f"{block.marker or ''}{block.text}", keep)
            case Heading():
                yield self._heading(index, block)
            case Grid():
                yield from table(block, self._layouts[index])
            case List():
                yield from list_paragraphs(
                    block, keep=KEEP_WITH_NEXT if isinstance(following, SignOff) else ""
                )
            case Title():
                yield from _title(block)
            case Addressee():
                yield paragraph("Salutation", block.text)
            case Figure():
                yield from figure_paragraphs(block, self._gallery)
            case AttachmentNote():
                yield from attachment_note(block, keep=isinstance(following, SignOff))
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
        text = f"{heading.marker or ''}{heading.text}"
        if index in self._listed:
            return drawn_paragraph(style, bookmarked(run(text), index))
        return paragraph(style, text)


def _title(title: Title) -> Iterator[str]:
    yield paragraph("Title", "\n".join(title_lines(title.text)))
    if title.subtitle:
        yield paragraph("Subtitle", title.subtitle)
    if title.number:
        yield paragraph("DocumentNumber", title.number)
    yield BLANK_LINE
