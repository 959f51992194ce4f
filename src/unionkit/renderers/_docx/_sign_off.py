"""Where signature and date stand (GB/T 9704-2012, 7.3.5: documents without a seal)."""

from __future__ import annotations

from unionkit.renderers._width import width

from ._measures import CHARACTER, HALF_CHARACTER, TYPE_AREA

_STEP = 2 * CHARACTER
"""Two characters: from the margin to the longer line, and from the signature to the date."""


def line_length(text: str) -> int:
    """Return the room that `text` takes in body type, in twentieths of a point."""
    # A wide character takes two halves but is drawn tighter only once.
    halves = width(text)
    wide = max(halves - len(text), 0)
    return wide * CHARACTER + (halves - 2 * wide) * HALF_CHARACTER


def right_indents(signature: str, date: str) -> tuple[int, int]:
    """
    Return how far signature and date end before the right margin, in twentieths of a point.

    The date begins two characters right of the signature; whichever is the longer ends two characters before the
    margin. A line that stands alone, or one too long for the step, ends two characters before it as well.
    """
    longer = line_length(date) - line_length(signature)
    room = TYPE_AREA - 2 * _STEP
    if not signature or not date or max(line_length(signature), line_length(date)) > room:
        return _STEP, _STEP
    if longer > 0:
        return 2 * _STEP + longer, _STEP
    return _STEP, -longer
