"""
Where signature and date stand (GB/T 9704-2012, 7.3.5).

Without a seal, the date begins two characters after the signature, and the longer of both ends two characters before
the margin. With a seal, the date ends four characters before it, and the signature stands above, centred on the date.
"""

from __future__ import annotations

from collections.abc import Iterator

from unionkit.document import SignOff
from unionkit.renderers._width import width

from ._measures import CHARACTER, HALF_CHARACTER, TYPE_AREA
from ._paragraph import KEEP_WITH_NEXT, paragraph, right_indent

_STEP = 2 * CHARACTER
"""Two characters: from the margin to the longer line, and from the signature to the date."""

_UNDER_SEAL = 4 * CHARACTER
"""Four characters: from the margin to the date that goes out under a seal."""

BLANK_LINES = 1
"""
Lines left free between text and signature. A seal of 42 mm, its middle between signature and date, then begins 2 mm below
the text: it may begin less than a line below it, and must not cover it.
"""


def line_length(text: str) -> int:
    """Return the room that `text` takes in body type, in twentieths of a point."""
    # A wide character takes two halves but is drawn tighter only once.
    halves = width(text)
    wide = max(halves - len(text), 0)
    return wide * CHARACTER + (halves - 2 * wide) * HALF_CHARACTER


def right_indents(signature: str, date: str, *, sealed: bool = False) -> tuple[int, int]:
    """
    Return how far signature and date end before the right margin, in twentieths of a point; never less than 0.

    A line that stands alone, or one too long for the step, ends two characters before the margin as well; under a
    seal, a signature so long that it would pass the margin moves both to the left.
    """
    longer = line_length(date) - line_length(signature)
    if sealed:
        return _centred(longer, alone=not signature or not date or line_length(signature) > TYPE_AREA)
    room = TYPE_AREA - 2 * _STEP
    if not signature or not date or max(line_length(signature), line_length(date)) > room:
        return _STEP, _STEP
    if longer > 0:
        return 2 * _STEP + longer, _STEP
    return _STEP, -longer


def _centred(longer: int, *, alone: bool) -> tuple[int, int]:
    """The indents under a seal, the date being `longer` than the signature."""
    if alone:
        return _UNDER_SEAL, _UNDER_SEAL
    signature = _UNDER_SEAL + longer // 2
    if signature < 0:
        return 0, _UNDER_SEAL - signature
    return signature, _UNDER_SEAL


def sign_off_paragraphs(sign_off: SignOff) -> Iterator[str]:
    """Yield the blank line, the signature, the date and the note below it; what is empty is left out."""
    signature, date = sign_off.signature, sign_off.date
    signature_indent, date_indent = right_indents(signature, date, sealed=sign_off.sealed)
    if signature or date:
        yield from [paragraph("Closing", "")] * BLANK_LINES
    if signature:
        yield paragraph("Signature", signature, right_indent(signature_indent))
    if date:
        keep = KEEP_WITH_NEXT if sign_off.note else ""
        yield paragraph("Date", date, keep + right_indent(date_indent))
    if sign_off.note:
        yield paragraph("SignOffNote", sign_off.note)
