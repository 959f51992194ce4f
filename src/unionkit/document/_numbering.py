"""
Numbering: decided here, once, so that all formats agree.

The official order is 一、（一）1.（1）① (习惯与 GB/T 9704-2012 一致); where a document has only two levels, 一、 is
followed by 1. at once. A stored marker is kept, and numbering goes on behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

import attrs

from ._numerals import chinese, circled, ordinal
from ._tree import Block, Heading, Text

Scheme: TypeAlias = tuple[Callable[[int], str], ...]
"""How each level writes its number, the outermost first; deeper levels have none."""

OFFICIAL: Final[Scheme] = (
    lambda number: f"{chinese(number)}、",
    lambda number: f"（{chinese(number)}）",
    lambda number: f"{number}.",
    lambda number: f"（{number}）",
    circled,
)
"""The order of official documents: 一、（一）1.（1）①."""

TWO_LEVELS: Final[Scheme] = (OFFICIAL[0], OFFICIAL[2])
"""The order where there are two levels only: 一、 1."""


def number(blocks: Iterable[Block], *, renumber: bool = False) -> tuple[Block, ...]:
    """
    Decide the marker of every heading and item.

    Args:
        blocks: The blocks of a document; `marker` None asks for a number.

        renumber: Drop the stored markers and number everything anew.
    """
    found = [_forget(block) for block in blocks] if renumber else list(blocks)
    numbered = [block for block in found if isinstance(block, Heading | Text)]
    deepest = max((block.level for block in numbered if block.marker is None), default=0)
    scheme = TWO_LEVELS if deepest <= len(TWO_LEVELS) else OFFICIAL
    counters = [0] * (max((block.level for block in numbered), default=0) + 1)
    return tuple(
        _numbered(block, counters, scheme) if isinstance(block, Heading | Text) else block for block in found
    )


def _forget(block: Block) -> Block:
    """Headings are all numbered anew; of paragraphs only those that had a number."""
    if isinstance(block, Heading) or (isinstance(block, Text) and block.marker):
        return attrs.evolve(block, marker=None)
    return block


def _numbered(block: Heading | Text, counters: list[int], scheme: Scheme) -> Heading | Text:
    level = block.level
    if block.marker is None:
        counters[level] += 1
        marker = scheme[level - 1](counters[level]) if level <= len(scheme) else ""
        block = attrs.evolve(block, marker=marker)
    elif block.marker:
        counters[level] = ordinal(block.marker) or counters[level] + 1
    elif isinstance(block, Text):
        return block  # plain prose belongs to what stands above it
    counters[level + 1 :] = [0] * (len(counters) - level - 1)
    return block
