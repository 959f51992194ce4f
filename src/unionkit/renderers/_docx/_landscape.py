"""
Which blocks stand on landscape pages (横排).

A wide table has a section of its own, which neighbouring wide tables share; what is printed right above such a table
and belongs to it (headings, the beginning of an attachment) goes along. The page number stays where it stands on the
other pages when the sheet is turned back (GB/T 9704-2012, 7.5), which on the landscape page is the left edge: the
footers of the section hold a box in which the line of the page number runs downwards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from unionkit.document import Attachment, Block, Grid, Heading

from ._table_layout import TableLayout, table_layout


def table_layouts(blocks: Sequence[Block]) -> dict[int, TableLayout]:
    """Choose the layout of every table, by its index."""
    return {index: table_layout(block) for index, block in enumerate(blocks) if isinstance(block, Grid)}


def landscape_blocks(blocks: Sequence[Block], layouts: Mapping[int, TableLayout]) -> frozenset[int]:
    """Return the indexes of the blocks that stand on landscape pages."""
    across = {index for index, layout in layouts.items() if layout.landscape and _has_rows(blocks[index])}
    for index in sorted(across, reverse=True):
        above = index - 1
        while above >= 0 and isinstance(blocks[above], Heading | Attachment):
            across.add(above)
            above -= 1
    return frozenset(across)


def _has_rows(block: Block) -> bool:
    return isinstance(block, Grid) and bool(block.head or block.rows or block.totals)
