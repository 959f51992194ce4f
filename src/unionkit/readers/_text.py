"""Reading plain text: an old plan, copied from anywhere, becomes a plan."""

from __future__ import annotations

from unionkit.files import decoded
from unionkit.model import Plan

from ._base import Reading
from ._content import content
from ._levels import placed
from ._lines import Line, source_lines
from ._noise import apart, forbidden_characters, website_noise
from ._outline import outline
from ._paragraphs import paragraphs
from ._sector import sector
from ._segments import segments
from ._sign_off import sign_off
from ._title import organization, period, title_lines

_OPENING_LINES = 3
_OPENING = 300


def read_text_bytes(data: bytes, /, *, name: str, keep_noise: bool = False) -> Reading:
    """
    Read a plan from the bytes of a text file (see :func:`read_text`).

    Raises:
        NotUtf8Error: They are no UTF-8.
    """
    return read_text(decoded(data, name), name=name, keep_noise=keep_noise)


def read_text(text: str, *, name: str, keep_noise: bool = False) -> Reading:
    """
    Read a plan from plain text.

    Nothing of the text is lost: white space apart, the texts of the plan in reading order are the source without
    its noise. Any text can be read.

    Args:
        text: The text.
        name: Name of the source, for messages.
        keep_noise: Leave in what websites left behind; characters that no document can carry go in any case.
    """
    noise = website_noise(text)
    forbidden = forbidden_characters(text)
    cuts = [cut.span for cut in apart(forbidden if keep_noise else [*noise, *forbidden])]
    lines = paragraphs(source_lines(text, cuts))
    count = title_lines(lines)
    title, body = Line.joined(lines[:count]), lines[count:]
    signed = sign_off(body)
    entries = placed(tuple(segments(body[:-2] if signed else body)))
    parts, spans = content(entries)
    if title.text:
        spans = {("title",): title.span, **spans}
    if signed:
        spans = {**spans, ("signature",): body[-2].span, ("issued",): body[-1].span}
    opening = "\n".join(line.text for line in body[:_OPENING_LINES])[:_OPENING]
    return Reading(
        plan=Plan(
            title=title.text,
            organization=organization(title.text, sector(title.text, opening, text)),
            period=period(title.text, opening),
            content=parts,
            signature=signed[0] if signed else "",
            issued=signed[1] if signed else None,
        ),
        source=text,
        name=name,
        outline=tuple(outline(entries, text)),
        noise=tuple(apart([*noise, *forbidden])),
        spans=spans,
    )
