"""
How many lines a text takes, by the rules by which word processors break Chinese text.

Between two Chinese characters a line may break anywhere, but it neither begins with a closing mark nor ends with an
opening one (避头尾, ``w:kinsoku``). Latin words and figures stay whole. Measured against LibreOffice 7.4, which hangs no
marks over the edge whatever ``w:overflowPunct`` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from unionkit.renderers._width import width

_UNIT = re.compile(r"\n|[ \t]+|[!-~\xa0-\u024f]+|[^\n]")

_CLOSING = frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”„‟†‡›℃∶、。〃〆〈》」』】〕〗〞︵︹︽︿﹃﹘﹚﹜！＂％＇），．：；？］｀｜｝～"
) - {"〈"}
"""Marks that no line begins with, as word processors have them for Chinese."""

_OPENING = frozenset("$([{£¥‘“〈《「『【〔〖〝﹗﹙﹛＄（．［｛￡￥") - {"．", "﹗"}
"""Marks that no line ends with."""

# Advance widths of Times New Roman, in thousandths of its size, for the characters from ! to ~.
_TIMES = (
    *(333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278),
    *(500,) * 10,
    *(278, 278, 564, 564, 564, 444, 921),
    *(
        722,
        667,
        667,
        722,
        611,
        556,
        722,
        722,
        333,
        389,
        722,
        611,
        889,
        722,
        722,
        556,
        722,
        667,
        556,
        611,
        722,
        722,
    ),
    *(944, 722, 722, 611, 333, 278, 333, 469, 500, 333),
    *(
        444,
        500,
        444,
        500,
        444,
        333,
        500,
        500,
        278,
        278,
        500,
        278,
        778,
        500,
        500,
        500,
        500,
        333,
        389,
        278,
        500,
        500,
    ),
    *(722, 500, 500, 444, 480, 200, 480, 541),
)
_MARKS = {" ": 250, "“": 444, "”": 444, "‘": 333, "’": 333, "—": 1000, "…": 1000, "·": 250}
_LATIN = {chr(code): advance for code, advance in enumerate(_TIMES, ord("!"))} | _MARKS
_SPACES = " \t\xa0"
_SHARED = frozenset(_MARKS)

_ROUNDING = 5
"""A line that fits by less, in twentieths of a point, may not fit: widths are rounded."""

_GAP = 5
"""
LibreOffice sets Chinese characters and Latin words a fifth of the type apart, and (as of 7.4) heeds no
``w:autoSpaceDE`` that tells it not to.
"""


class Face(NamedTuple):
    """
    Type in which a text is set.

    Attributes:
        size: Of the type, in twentieths of a point.

        spacing: Added to each character, in twentieths of a point.
    """

    size: int
    spacing: int = 0


def line_count(text: str, face: Face, room: int, *, first: int = 0) -> int:
    """
    Count the lines of `text`; an empty text takes one.

    Args:
        text: The words; a line feed in them breaks the line.

        face: The type.

        room: Width of a line, in twentieths of a point.

        first: How much less the first line has (首行缩进).
    """
    room -= _ROUNDING
    lines, left = 1, room - first
    for piece in _pieces(text, face):
        if piece.text == "\n":
            lines, left = lines + 1, room
            continue
        taken = piece.advance
        if left < room:
            taken += piece.gap
            if taken - piece.hanging > left:
                lines, left, taken = lines + 1, room, piece.advance
        while taken - piece.hanging > room:
            # A word longer than a line is cut at its edge.
            lines, taken = lines + 1, taken - room
        left -= taken
    return lines


def text_length(text: str, face: Face) -> int:
    """Return the room that `text` takes on one line, in twentieths of a point."""
    return sum(piece.gap + piece.advance for piece in _pieces(text, face))


class _Piece(NamedTuple):
    """
    What no line break parts.

    Attributes:
        text: The characters.

        advance: Their width.

        hanging: How much of it may hang over the edge.

        gap: What stands before it within a line.
    """

    text: str
    advance: int
    hanging: int = 0
    gap: int = 0


def _pieces(text: str, face: Face) -> Iterator[_Piece]:
    whole = _Piece("", 0)
    latin = False
    before = ""
    for unit in _UNIT.findall(text):
        if unit == "\n":
            yield from _if_any(whole)
            yield _Piece(unit, 0)
            whole, before = _Piece("", 0), ""
            continue
        was_latin, latin = latin, _is_latin(unit, after_latin=latin)
        gap = _gap(before, unit, face) if before and latin is not was_latin else 0
        before = unit
        advance = _advance(unit, face, latin=latin)
        if unit == "—" and whole.text.endswith(unit):
            advance -= face.spacing  # the two are drawn as one character
        if unit.isspace() or unit[0] in _CLOSING or _is_open(whole.text, unit):
            advance += gap if whole.text else 0
            whole = whole._replace(text=whole.text + unit, advance=whole.advance + advance)
        else:
            yield from _if_any(whole)
            whole = _Piece(unit, advance, gap=gap)
        # Spaces at the end of a line take no room.
        hanging = whole.hanging + advance if unit.isspace() else 0
        whole = whole._replace(hanging=hanging)
    yield from _if_any(whole)


def _is_open(text: str, unit: str) -> bool:
    """Whether no line ends between the two: behind an opening mark, and within a dash."""
    return text[-1:] in _OPENING or (unit == "—" and text.endswith("—"))


def _if_any(piece: _Piece) -> Iterator[_Piece]:
    if piece.text:
        yield piece


def _is_latin(unit: str, *, after_latin: bool) -> bool:
    """Marks that both scripts have are taken from the face of what stands before them."""
    return after_latin if unit in _SHARED or unit.isspace() else width(unit[0]) < 2


def _gap(before: str, unit: str, face: Face) -> int:
    """The gap between two scripts: none beside a mark; the character spacing ends with the script."""
    both = all(character.isalpha() or character.isdecimal() for character in (before[-1], unit[0]))
    return (face.size // _GAP if both else 0) - face.spacing


def _advance(unit: str, face: Face, *, latin: bool) -> int:
    if not latin and unit[0] not in _SPACES:
        return len(unit) * (face.size + face.spacing)
    thousandths = sum(_LATIN.get(character, 500) for character in unit) * face.size
    return -(-thousandths // 1000) + len(unit) * face.spacing
