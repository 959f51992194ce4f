"""Paragraphs and runs of WordprocessingML."""

from __future__ import annotations

import re

from ._escape import escape

# Word takes these from the Latin face unless the run asks for the East Asian one: quotation marks, dashes,
# ellipses, circled numbers … (ECMA-376 part 1, 17.3.2.26, the ranges that `hint` decides).
_AMBIGUOUS = re.compile("[\xa1\xa4\xa7\xa8\xaa\xad\xaf-\xb4\xb6-\xba\xbc-\xbf\xd7\xf7\u2000-\u2bff]")

# What the content of w:t does not keep: spaces at its ends, and breaks, which have elements of their own.
_LOOSE_SPACE = re.compile("^ | $|  |[\t\r\n]")
_BREAK = re.compile("(\t|\r\n|[\r\n])")

_PLAIN = "<w:r>"
_HINTED = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
_TEXT = '<w:t xml:space="preserve">{}</w:t>'


def run(text: str) -> str:
    """Return a run that shows `text`; nothing for an empty text."""
    if not text:
        return ""
    opening = _HINTED if _AMBIGUOUS.search(text) else _PLAIN
    if _LOOSE_SPACE.search(text):
        return f"{opening}{_pieces(text)}</w:r>"
    return f"{opening}<w:t>{escape(text)}</w:t></w:r>"


def _pieces(text: str) -> str:
    return "".join(map(_piece, filter(None, _BREAK.split(text))))


def _piece(piece: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    if piece[0] in "\r\n":
        return "<w:br/>"
    return _TEXT.format(escape(piece))


def paragraph(style: str, text: str, properties: str = "") -> str:
    """Return a paragraph in one of the styles of `parts/styles.xml`, with `properties` that go beyond the style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{run(text)}</w:p>'


def right_indent(length: int) -> str:
    """Return the property of a paragraph that ends `length` twentieths of a point before the right margin."""
    return f'<w:ind w:right="{length}"/>'


KEEP_WITH_NEXT = "<w:keepNext/>"
"""The property of a paragraph whose last line stands on the page of the next one."""

BLANK_LINE = "<w:p/>"
"""An empty line of body text (空一行)."""
