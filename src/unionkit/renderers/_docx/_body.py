"""The body of a Word file: one paragraph after the other, each in the style of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import assert_never

from unionkit.document import Addressee, Block, Grid, Heading, SignOff, Text, Title

from ._measures import SECTION
from ._paragraph import BLANK_LINE, KEEP_WITH_NEXT, paragraph, right_indent
from ._sign_off import right_indents
from ._table import table
from ._title import title_lines

_OPENING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)
_CLOSING = f"{SECTION}</w:body></w:document>"

_HEADING_STYLES = 9
"""Word has nine levels of headings; deeper ones share the last."""


def document_xml(blocks: Sequence[Block]) -> str:
    """Return the part `word/document.xml` for `blocks`."""
    followed = zip_longest(blocks, blocks[1:])
    body = [piece for block, following in followed for piece in _block(block, following)]
    return "".join((_OPENING, *body, _CLOSING))


def _block(block: Block, following: Block | None) -> Iterator[str]:
    match block:
        case Text():
            # A page must not hold the signature alone (GB/T 9704-2012, 7.3.5).
            keep = KEEP_WITH_NEXT if isinstance(following, SignOff) else ""
            yield paragraph("BodyText", f"{block.marker or ''}{block.text}", keep)
        case Heading():
            level = min(block.level, _HEADING_STYLES)
            yield paragraph(f"Heading{level}", f"{block.marker or ''}{block.text}")
        case Grid():
            yield from table(block)
        case Title():
            yield from _title(block)
        case Addressee():
            yield paragraph("Salutation", f"{block.text}：")
        case SignOff():
            yield from _sign_off(block)
        case _:
            assert_never(block)


def _title(title: Title) -> Iterator[str]:
    yield paragraph("Title", "\n".join(title_lines(title.text)))
    if title.subtitle:
        yield paragraph("Subtitle", title.subtitle)
    yield BLANK_LINE


def _sign_off(sign_off: SignOff) -> Iterator[str]:
    signature, date = sign_off.signature, sign_off.date
    signature_indent, date_indent = right_indents(signature, date)
    if signature or date:
        yield paragraph("Closing", "")
    if signature:
        yield paragraph("Signature", signature, right_indent(signature_indent))
    if date:
        yield paragraph("Date", date, right_indent(date_indent))
