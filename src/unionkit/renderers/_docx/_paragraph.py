"""Paragraphs and runs of WordprocessingML."""

from __future__ import annotations

import re

from ._escape import escape

# Word takes these from the Latin face unless the run asks for the East Asian one: quotation marks, dashes,
# ellipses, circled numbers … (ECMA-376 part 1, 17.3.2.26, the ranges that `hint` decides).
_BOTH_FACES = "\xa1\xa4\xa7\xa8\xaa\xad\xaf-\xb4\xb6-\xba\xbc-\xbf\xd7\xf7\u2000-\u2bff"
_AMBIGUOUS = re.compile(f"[{_BOTH_FACES}]")

# What the content of w:t does not keep: spaces at its ends, also where what XML forbids is left out beside them, and
# breaks, which have elements of their own.
_FORBIDDEN = r"\x00-\x1f\ud800-\udfff\ufffe\uffff"
_LOOSE_SPACE = re.compile(f"^ | $|  |[{_FORBIDDEN}]")

_NOT_PLAIN = re.compile(f"[{_BOTH_FACES}{_FORBIDDEN} &<>]")
"""Most texts are plain; one look tells."""

_BREAK = re.compile("(\t|\r\n|[\r\n])")

_PLAIN = "<w:r>"
_HINT = '<w:rFonts w:hint="eastAsia"/>'
_HINTED = f"<w:r><w:rPr>{_HINT}</w:rPr>"
_STYLED = '<w:r><w:rPr><w:rStyle w:val="{style}"/>{hint}</w:rPr>'
_TEXT = '<w:t xml:space="preserve">{}</w:t>'

_AFTER_SPACING = re.compile("<w:ind |<w:jc |</w:pPr>")

_FIRST_PROPERTIES = re.compile(r"<w:p><w:pPr><w:pStyle [^>]*>(?:<w:keepNext[^>]*>)?")


def run(text: str) -> str:
    """Return a run that shows `text`; nothing for an empty text."""
    if not text:
        return ""
    if not _NOT_PLAIN.search(text):
        return f"{_PLAIN}<w:t>{text}</w:t></w:r>"
    opening = _HINTED if _AMBIGUOUS.search(text) else _PLAIN
    if _LOOSE_SPACE.search(text):
        return f"{opening}{_pieces(text)}</w:r>"
    return f"{opening}<w:t>{escape(text)}</w:t></w:r>"


def styled_run(text: str, style: str) -> str:
    """Return the same in one of the character styles of `parts/styles.xml`; an empty style is none."""
    plain = run(text)
    if not style or not plain:
        return plain
    if plain.startswith(_HINTED):
        return _STYLED.format(style=style, hint=_HINT) + plain.removeprefix(_HINTED)
    return _STYLED.format(style=style, hint="") + plain.removeprefix(_PLAIN)


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


def drawn_paragraph(style: str, runs: str, properties: str = "") -> str:
    """Return a paragraph of `runs` that are WordprocessingML already."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def right_indent(length: int) -> str:
    """Return the property of a paragraph that ends `length` twentieths of a point before the right margin."""
    return f'<w:ind w:right="{length}"/>'


def on_new_page(piece: str) -> str:
    """Return what `paragraph` or `table` made, so that it begins a page."""
    if piece.startswith("<w:tbl>"):
        # Not every word processor heeds a break in the first cell: a paragraph of one point carries it.
        return f'<w:p><w:pPr><w:pStyle w:val="TableEnd"/>{_NEW_PAGE}<w:spacing w:after="0"/></w:pPr></w:p>{piece}'
    return _FIRST_PROPERTIES.sub(rf"\g<0>{_NEW_PAGE}", piece, count=1)


def with_room_below(piece: str, room: int) -> str:
    """Return a paragraph that `paragraph` made, so that so much is free below it, in twentieths of a point."""
    return _AFTER_SPACING.sub(rf'<w:spacing w:after="{room}"/>\g<0>', piece, count=1)


def ending_section(piece: str, section: str) -> str:
    """Return a paragraph that `paragraph` made, so that it is the last of a section."""
    return piece.replace("</w:pPr>", f"{section}</w:pPr>", 1)


KEEP_WITH_NEXT = "<w:keepNext/>"
"""The property of a paragraph whose last line stands on the page of the next one."""

LET_GO = '<w:keepNext w:val="0"/>'
"""The property of a paragraph that need not do so, although its style says so."""

TAB = "<w:r><w:tab/></w:r>"
LINE_BREAK = "<w:r><w:br/></w:r>"

_NEW_PAGE = "<w:pageBreakBefore/>"

BLANK_LINE = paragraph("Normal", "")
"""An empty line of body text (空一行)."""
