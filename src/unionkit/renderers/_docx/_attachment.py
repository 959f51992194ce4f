"""Attachments (附件): the note that lists them below the text, and the head of each on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from unionkit.document import Attachment, AttachmentNote

from ._contents import bookmarked
from ._lines import Face, text_length
from ._measures import CHARACTER, FULL_CHARACTER, TYPE_AREA
from ._paragraph import BLANK_LINE, KEEP_WITH_NEXT, drawn_paragraph, paragraph, run
from ._title import title_lines

_BODY = Face(FULL_CHARACTER, CHARACTER - FULL_CHARACTER)

_INDENT = 2 * CHARACTER
"""The note begins two characters in (GB/T 9704-2012, 7.3.4)."""

_DEEPEST = TYPE_AREA // 2
"""A label may be any text; names keep at least half of the line."""


def name_indents(note: AttachmentNote) -> Iterator[tuple[int, int]]:
    """
    Yield for each name where its lines begin, and how far before that its first line does.

    In twentieths of a point. Wrapped lines begin below the first character of the name; the label stands before the
    first name, and the numbers of the others stand below that of the first.
    """
    label = text_length(note.label, _BODY)
    for nth, marker in enumerate(note.markers):
        number = text_length(marker, _BODY)
        left = min(_INDENT + label + number, _DEEPEST)
        yield left, min(number if nth else label + number, left)


def attachment_note(note: AttachmentNote, *, keep: bool) -> Iterator[str]:
    """Yield a blank line and the names; with `keep` they stay on the page of what follows (the signature)."""
    if not note.names:
        return
    kept = KEEP_WITH_NEXT if keep else ""
    yield drawn_paragraph("Normal", "", KEEP_WITH_NEXT)
    for nth, (name, marker, (left, hanging)) in enumerate(
        zip(note.names, note.markers, name_indents(note), strict=True)
    ):
        text = f"{'' if nth else note.label}{marker}{name}"
        yield paragraph("AttachmentNote", text, kept + _indent(left, hanging))


def _indent(left: int, hanging: int) -> str:
    """In characters, which Word goes by, and in twentieths of a point, which the others do."""
    chars, hanging_chars = (round(length * 100 / FULL_CHARACTER) for length in (left, hanging))
    return f'<w:ind w:leftChars="{chars}" w:left="{left}" w:hangingChars="{hanging_chars}" w:hanging="{hanging}"/>'


def attachment_head(attachment: Attachment, listed_as: int | None) -> Iterator[str]:
    """
    Yield the mark in the upper left corner, the title on the third line, and a blank line.

    Args:
        attachment: What begins.

        listed_as: Its index, if a table of contents leads to it.
    """
    yield paragraph("AttachmentMark", attachment.mark)
    yield drawn_paragraph("Normal", "", KEEP_WITH_NEXT)
    title = run("\n".join(title_lines(attachment.title)))
    yield drawn_paragraph("AttachmentTitle", title if listed_as is None else bookmarked(title, listed_as))
    yield BLANK_LINE
