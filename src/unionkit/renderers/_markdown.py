"""
Markdown: CommonMark with the tables of GitHub.

Whatever a text holds, a parser of Markdown shows the same text: nothing in it becomes markup.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias, assert_never

from unionkit.document import (
    Addressee,
    Attachment,
    AttachmentNote,
    ColumnKind,
    Contents,
    Document,
    Figure,
    Grid,
    Heading,
    List,
    ListItem,
    PageBreak,
    SignOff,
    Text,
    Title,
)

from ._base import Rendered
from ._nesting import nested
from ._width import Cells, width

__all__ = ["render_markdown"]

_MARKS = r"\\`*_{\[\]<>&~|#$"
"""What is markup wherever it stands, in CommonMark, in GitHub's tables, formulas and strikethrough, or in pandoc's
attributes."""

_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
"""Controls and halves of characters, which no document can carry."""

_BLANKS = r" \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"

_MARKUP = re.compile(f"[{_MARKS}]")
_UNPRINTABLE = re.compile(f"[{_CONTROLS}]")
_SUSPECT = re.compile(rf"[{_MARKS}{_CONTROLS}\t\n\r]")
"""What needs to be looked at more closely: few texts have any of it, and one look tells."""

_SUSPECT_CELLS = re.compile(rf"[{_MARKS}{_CONTROLS}\t\r{_BLANKS}]")
"""The same for cells of a table, one on each line."""

_LOST = re.compile(r"^\s+|\s+$|[\t\n\r]")
"""White space that a parser drops or takes for layout."""

_LINE_START = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)])(?=\s|$))")
"""What is markup at the start of a line: a list, a rule, the underline of a heading, a definition."""

_STARTS = frozenset("-+=:0123456789")
"""What such a line begins with."""

_DEEPEST_HEADING = 6
_NARROWEST_RULE = 3

_RULE = "***"
"""A thematic break. (``---`` at the start of a file would be taken for the fence of metadata.)"""

_INDENT = "　　"
"""Blanks that are no layout in Markdown: four spaces would make code of a paragraph."""

_DOT = "•"

_Other: TypeAlias = (
    Title | Addressee | Contents | List | Grid | Figure | AttachmentNote | SignOff | Attachment | PageBreak
)
"""A block that is neither heading nor paragraph."""

_HEAD_JOINER = " / "


def render_markdown(document: Document) -> Rendered:
    """Print `document` as Markdown; every block of it is printed."""
    pieces: list[str] = []
    for block in document.blocks:
        if isinstance(block, Text):  # the most by far
            if piece := _line(f"{block.marker}{block.text}" if block.marker else block.text):
                pieces.append(piece)
        elif isinstance(block, Heading):
            if piece := _heading(f"{block.marker or ''}{block.text}", block.level + 1):
                pieces.append(piece)
        else:
            for piece in filter(None, _block(block)):
                pieces.append(_apart(piece, pieces))
    # No piece has a character left that cannot be encoded.
    text = "\n\n".join(pieces)
    return Rendered(data=f"{text}\n".encode(), printed=tuple(range(len(document.blocks))))


def _block(block: _Other) -> Iterator[str]:
    match block:
        case List():
            yield from _list(block)
        case Grid():
            yield from _grid(block)
        case Figure():
            yield _picture(block)
            yield _line(block.caption)
        case Title():
            yield _heading(block.text, 1)
            yield _line(block.subtitle)
            yield _line(block.number)
        case Addressee():
            yield _line(block.text)
        case Contents():
            yield _bold(block.title)
            yield _bullets((entry.level, entry.text) for entry in block.entries)
        case AttachmentNote():
            yield from _attachment_note(block)
        case Attachment():
            yield _RULE
            yield _line(block.mark)
            yield _heading(block.title, 1)
        case SignOff():
            yield _line(block.signature)
            yield _line(block.date)
            yield _line(block.note)
        case PageBreak():
            yield _RULE
        case _:
            assert_never(block)


# ---------------------------------------------------------------- texts


def _inline(text: str) -> str:
    """Return `text` as it is to stand inside a line."""
    if not _SUSPECT.search(text) and text == text.strip():
        return text
    escaped = _MARKUP.sub(r"\\\g<0>", _UNPRINTABLE.sub("", text))
    return _LOST.sub(_references, escaped)


def _references(match: re.Match[str]) -> str:
    """Spell white space as character references, which no parser takes for layout."""
    return "".join(f"&#{ord(character)};" for character in match.group())


def _line(text: str) -> str:
    """Return `text` as a line of its own."""
    inline = _inline(text)
    return _LINE_START.sub(_escaped_start, inline) if inline[:1] in _STARTS else inline


def _escaped_start(match: re.Match[str]) -> str:
    sign, number, dot = match.groups()
    return f"\\{sign}" if sign else f"{number}\\{dot}"


def _bold(text: str) -> str:
    """Return `text` in bold, where nothing else stands on the line or in the cell."""
    inline = _inline(text)
    return f"**{inline}**" if inline else ""


def _heading(text: str, level: int) -> str:
    """Return a heading; Markdown has six levels, so that a deeper one is a paragraph in bold."""
    if level > _DEEPEST_HEADING:
        return _bold(text)
    inline = _inline(text)
    return f"{'#' * level} {inline}" if inline else ""


# ---------------------------------------------------------------- lists


def _list(block: List) -> Iterator[str]:
    """
    Yield one list of Markdown, or a paragraph for each numbered entry.

    Markdown knows ``1.`` alone and counts by itself: as paragraphs, the entries keep the numbers that were decided.
    """
    if block.numbered:
        for depth, item in block.walk():
            said = f"{item.marker or ''}{item.text}"
            # Behind blanks that are none to Markdown, a number is no list.
            line = _inline(said) if depth else _line(said)
            yield f"{_INDENT * depth}{line}" if line else ""
    else:
        yield _bullets((depth, _undotted(item)) for depth, item in block.walk())


def _undotted(item: ListItem) -> str:
    """The words of an entry whose dot Markdown draws; any other mark stands before them."""
    marker = item.marker or ""
    return item.text if marker.strip() == _DOT else f"{marker}{item.text}"


def _bullets(entries: Iterable[tuple[int, str]]) -> str:
    lines = nested((level, _line(text)) for level, text in entries)
    return "\n".join(f"{'  ' * depth}- {line}" for depth, line in lines)


def _apart(piece: str, before: Sequence[str]) -> str:
    """Return a piece; a list right behind another gets another sign, or a parser would make one list of the two."""
    if piece.startswith("- ") and before and before[-1].startswith("- "):
        return re.sub(r"^( *)-", r"\1*", piece, flags=re.MULTILINE)
    return piece


def _attachment_note(note: AttachmentNote) -> Iterator[str]:
    """Yield a paragraph for each name; all stand below the first."""
    label, indent = note.label, "　" * (width(note.label) // 2)
    for nth, (marker, name) in enumerate(zip(note.markers, note.names, strict=True)):
        if nth and indent:  # no line begins with the number, and so none is a list
            yield f"{indent}{_inline(f'{marker}{name}')}"
        else:
            yield _line(f"{marker}{name}" if nth else f"{label}{marker}{name}")


# ---------------------------------------------------------------- figures and tables


def _picture(figure: Figure) -> str:
    """Return the picture itself, so that one file is the whole document."""
    data = b64encode(figure.image).decode("ascii")
    return f"![{_inline(figure.description)}](data:image/{figure.media.kind};base64,{data})"


def _grid(grid: Grid) -> Iterator[str]:
    if grid.caption:
        yield _line(grid.caption)
    if grid.unit:
        yield _line(grid.unit)
    titles = [
        _HEAD_JOINER.join(filter(None, (*column.above, column.title))) if column.above else column.title
        for column in grid.columns
    ]
    if grid.rows or grid.totals or any(titles):
        yield _table([titles, *grid.rows], grid)


def _table(rows: Sequence[Sequence[str]], grid: Grid) -> str:
    """Return a table whose columns stand below one another in a font of fixed pitch; its first row is the head."""
    lines = "\n".join(map("\n".join, rows))
    if _SUSPECT_CELLS.search(lines) or lines.count("\n") >= len(rows) * len(grid.columns):
        lines = "\n".join(map(_inline, chain.from_iterable(rows)))
    if grid.totals:
        lines = "\n".join((lines, *map(_bold, chain.from_iterable(grid.totals))))
    kinds = [column.kind for column in grid.columns]
    cells = Cells(lines)
    columns = [max(wide, _NARROWEST_RULE) for wide in cells.rooms(len(kinds))]
    head, _, body = cells.aligned(columns, kinds, between=" | ", end=" |\n| ").partition("\n")
    rule = " | ".join(map(_rule, kinds, columns))
    return f"| {head}\n| {rule} |\n{body}".removesuffix("\n| ")


def _rule(kind: ColumnKind, wide: int) -> str:
    """Return what stands below the title of a column and says how it is set."""
    left = ":" if kind is ColumnKind.CENTRED else "-"
    right = "-" if kind is ColumnKind.TEXT else ":"
    return f"{left}{'-' * (wide - 2)}{right}"
