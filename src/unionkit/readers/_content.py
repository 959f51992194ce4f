"""The content of a plan: headings become parts, and what stands under them their content."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from unionkit.model import MAX_DEPTH, Content, Paragraph, Part, Path

from ._base import Span
from ._levels import Placed
from ._lines import Line
from ._sentences import is_heading_like

_LONGEST_HEADING = 80


@attrs.define
class _OpenPart:
    """A part whose content is still coming; the outermost one is the plan itself."""

    level: int
    path: Path
    marker: str = ""
    heading: str | None = None
    content: list[Content] = attrs.field(factory=list)

    def next_path(self) -> Path:
        return (*self.path, "content", len(self.content))

    def closed(self) -> Part:
        return Part(heading=self.heading, marker=self.marker, content=self.content)


class _Builder:
    """Builds the content from the outside in, and notes where each text stood."""

    def __init__(self) -> None:
        self.spans: dict[Path, Span] = {}
        self._open = [_OpenPart(level=0, path=())]

    def open_part(self, entry: Placed) -> None:
        self.close(entry.level)
        if len(self._open) > MAX_DEPTH:
            self._close_innermost()
        path = self._open[-1].next_path()
        marker, heading = entry.segment.marker, entry.segment.body
        self._note(path, marker, heading, "heading")
        self._open.append(_OpenPart(entry.level, path, marker.text, heading.text))

    def add_paragraph(self, marker: Line, text: Line) -> None:
        inner = self._open[-1]
        self._note(inner.next_path(), marker, text, "text")
        inner.content.append(Paragraph(text=text.text, marker=marker.text or None))

    def close(self, level: int) -> None:
        """Close the parts that an item of this level does not stand in."""
        while self._open[-1].level >= level:
            self._close_innermost()

    def content(self) -> tuple[Content, ...]:
        self.close(1)
        return tuple(self._open[0].content)

    def _close_innermost(self) -> None:
        part = self._open.pop()
        self._open[-1].content.append(part.closed())

    def _note(self, path: Path, marker: Line, text: Line, key: str) -> None:
        for name, line in (("marker", marker), (key, text)):
            if line.text:
                self.spans[(*path, name)] = line.span


def content(entries: Sequence[Placed]) -> tuple[tuple[Content, ...], dict[Path, Span]]:
    """The content of the plan, and where each of its texts stood."""
    builder = _Builder()
    for index, entry in enumerate(entries):
        if _is_part(entries, index):
            builder.open_part(entry)
            continue
        if entry.style is not None:
            builder.close(entry.level)
        builder.add_paragraph(entry.segment.marker, entry.segment.body)
    return builder.content(), builder.spans


def _is_part(entries: Sequence[Placed], index: int) -> bool:
    """Whether an entry is a heading: without number, a main number before one sentence, or over something."""
    entry = entries[index]
    if entry.style is None or not entry.style.is_numbered:
        return entry.style is not None
    if not is_heading_like(entry.segment.body.text, longest=_LONGEST_HEADING):
        return False
    return entry.style.is_chinese or _stands_over_something(entries, index)


def _stands_over_something(entries: Sequence[Placed], index: int) -> bool:
    if index + 1 == len(entries):
        return False
    entry, below = entries[index], entries[index + 1]
    if below.style is not None:
        return below.level > entry.level
    return not (entry.is_last and index > 0 and _is_sibling(entries[index - 1], entry))


def _is_sibling(before: Placed, entry: Placed) -> bool:
    """Whether the item before is one of the same list with nothing under it; then what follows closes the list."""
    return before.style is entry.style and before.level == entry.level
