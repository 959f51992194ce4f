"""
The faces of headings: 一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋.

The face follows the form of the marker and the style the level: where a plan has two levels of headings, the second may
be 1. (GB/T 9704-2012, 7.3.3).
"""

from __future__ import annotations

import re
from functools import lru_cache

from unionkit.document import Heading

HEADING_STYLES = 9
"""Word has nine levels of headings; deeper ones share the last."""

_NUMERAL = "[一二三四五六七八九十百〇零]+"
_FACES = (
    (re.compile(f"{_NUMERAL}、"), "HeadingHeiti"),
    (re.compile(rf"[（(]{_NUMERAL}[)）]"), "HeadingKaiti"),
    (re.compile(r"\d+[.．、]|[（(]\d+[)）]|[①-⑳]"), "HeadingFangsong"),
)
"""The forms of markers, and the character styles with their faces."""

_BY_LEVEL = ("HeadingHeiti", "HeadingKaiti")
"""The faces that the styles of the first levels have; the others are in 仿宋."""


def face_style(heading: Heading) -> str:
    """Return the character style of a heading whose face is not that of its level; an empty text for the others."""
    return _face_style(heading.marker, heading.level) if heading.marker else ""


@lru_cache(maxsize=256)
def _face_style(marker: str, level: int) -> str:
    face = next((style for form, style in _FACES if form.match(marker)), "")
    return "" if face == (_BY_LEVEL[level - 1] if level <= len(_BY_LEVEL) else "HeadingFangsong") else face
