"""Lists within the text (列举): a paragraph for each entry, farther in by two characters at each depth."""

from __future__ import annotations

from collections.abc import Iterator

from unionkit.document import List

from ._paragraph import paragraph

DEEPEST = 9
"""Deeper entries stand no farther in: 20 of the 28 characters of a line are left of them otherwise."""


def list_paragraphs(items: List, *, keep: str = "") -> Iterator[str]:
    """Yield the entries in order; `keep` is the property that holds the last one on the page of what follows."""
    entries = list(items.walk())
    for nth, (depth, item) in enumerate(entries, 1):
        properties = (keep if nth == len(entries) else "") + _indent(min(depth, DEEPEST))
        yield paragraph("ListParagraph", f"{item.marker or ''}{item.text}", properties)


def _indent(depth: int) -> str:
    """The first line is two characters farther in, as that of every paragraph; the style says so at depth 0."""
    if not depth:
        return ""
    return f'<w:ind w:leftChars="{200 * depth}" w:left="{640 * depth}" w:firstLineChars="200" w:firstLine="640"/>'
