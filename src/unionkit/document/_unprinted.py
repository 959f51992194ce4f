"""What of a plan a document does not say: a layout, or somebody's template, left it out."""

from __future__ import annotations

from collections.abc import Iterator

from unionkit.model import Paragraph, Path, Plan, texts

from ._private import without_private
from ._tree import (
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
    Document,
    Grid,
    Heading,
    List,
    SignOff,
    Text,
    Title,
)


def unprinted(plan: Plan, document: Document) -> tuple[tuple[Path, str], ...]:
    """
    Return every text of a plan that its own document does not hold, with its path, in reading order.

    What is private does not count, nor do markers, nor paragraphs whose references name the numbers of the day.
    """
    said = list(filter(None, (text for block in document.blocks for text in _said(block))))
    whole, together = frozenset(said), "\n".join(said)
    shown = without_private(plan)
    loose = {path for path, node in shown.walk() if isinstance(node, Paragraph) and node.refs}
    return tuple(
        (path, text)
        for path, text in texts(shown)
        if path[-1] != "marker" and path[:-1] not in loose and text not in whole and text not in together
    )


def _said(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield from (block.text, block.subtitle, block.number)
        case Addressee() | Heading() | Text():
            yield block.text
        case List():
            yield from (item.text for _, item in block.walk())
        case Grid():
            yield from (block.caption, block.unit, *(column.title for column in block.columns))
            for row in (*block.rows, *block.totals):
                yield from row
        case AttachmentNote():
            yield from block.names
        case Attachment():
            yield block.title
        case SignOff():
            yield from (block.signature, block.date, block.note)
        case _:
            return  # figures, contents and page breaks hold nothing that a plan says
