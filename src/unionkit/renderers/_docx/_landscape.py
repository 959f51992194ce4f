"""
Which blocks stand on landscape pages (横排).

A wide table has a section of its own, which neighbouring wide tables share; what is printed right above such a table
and belongs to it (headings, the title with the addressee, the beginning of an attachment, a line that leads to the
table) goes along: it would stand on a page by itself otherwise. The page number stays where it stands on the
other pages when the sheet is turned back (GB/T 9704-2012, 7.5), which on the landscape page is the left edge: the
footers of the section hold a box in which the line of the page number runs downwards. Text would flow around it (it
lies outside of the type area, so that none does): LibreOffice leaves a box without that at the corner of the sheet
where the page is laid out only once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from unionkit.document import Addressee, Attachment, Block, Grid, Heading, Text, Title
from unionkit.renderers._width import width

from ._table_layout import TableLayout, table_layout

_HEADS = (Heading, Attachment, Title, Addressee)

_SHORT = 2 * 2 * 26
"""Half characters: two lines."""

_LEADS = re.compile("[下附如]表|表[1-9一二三四五六七八九十]|如下|[:：]$")
"""What a text says that leads to the table below it."""


def table_layouts(blocks: Sequence[Block]) -> dict[int, TableLayout]:
    """Choose the layout of every table, by its index."""
    return {index: table_layout(block) for index, block in enumerate(blocks) if isinstance(block, Grid)}


def landscape_blocks(blocks: Sequence[Block], layouts: Mapping[int, TableLayout]) -> frozenset[int]:
    """Return the indexes of the blocks that stand on landscape pages."""
    across = {index for index, layout in layouts.items() if layout.landscape and _has_rows(blocks[index])}
    for index in sorted(across, reverse=True):
        above = index - 1
        if _leads_in(blocks, above):
            across.add(above)
            above -= 1
        while above >= 0 and isinstance(blocks[above], _HEADS):
            across.add(above)
            above -= 1
    return frozenset(across)


def _leads_in(blocks: Sequence[Block], index: int) -> bool:
    """Whether a short text stands there that leads to what is below it: it says so, or only heads are above it."""
    block = blocks[index] if index >= 0 else None
    if not isinstance(block, Text) or width(block.text) > _SHORT:
        return False
    return not index or isinstance(blocks[index - 1], _HEADS) or bool(_LEADS.search(block.text))


def _has_rows(block: Block) -> bool:
    return isinstance(block, Grid) and bool(block.head or block.rows or block.totals)
