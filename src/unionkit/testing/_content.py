"""Hypothesis strategies for what a plan consists of, in reading order."""

from __future__ import annotations

from functools import cache

import attrs
from hypothesis import strategies as st

from unionkit.model import (
    CORE_VOCABULARY,
    MAX_DEPTH,
    Content,
    CrossReference,
    Fact,
    Numbering,
    Paragraph,
    Part,
    Table,
)

from ._base import named, optional
from ._items import facts
from ._text import filled, lines, prose, usual
from ._words import CAPTIONS, CELLS, COLUMNS, HEADINGS, MARKERS, NUMBERED, PART_IDS, UNITS


@named
def paragraphs() -> st.SearchStrategy[Paragraph]:
    """Paragraphs with and without facts, which quote words of theirs or others; shrinks to an empty text."""
    cuts = st.tuples(st.integers(0, 30), st.integers(1, 30))
    return st.builds(
        _paragraph,
        prose(),
        st.just(()) | st.lists(st.tuples(facts(), optional(cuts)), max_size=2),
        optional(usual(MARKERS)),
        st.just(()) | st.lists(cross_references(), max_size=2),
    )


def _paragraph(
    text: str,
    facts: list[tuple[Fact, tuple[int, int] | None]],
    marker: str | None,
    refs: list[CrossReference],
) -> Paragraph:
    """A paragraph whose references, mostly, find their words in it."""
    said = text + "".join(f"（见{ref.words}）" for ref in refs if ref.nth == 1)
    return Paragraph(text=said, facts=[_quoting(text, *fact) for fact in facts], marker=marker, refs=refs)


@named
def cross_references() -> st.SearchStrategy[CrossReference]:
    """References to parts that may or may not be there; shrinks to 第一部分 of a part ``guidance``."""
    return st.builds(
        CrossReference,
        target=filled(PART_IDS),
        words=filled(NUMBERED),
        nth=st.just(1) | st.integers(1, 3),
    )


def _quoting(text: str, fact: Fact, cut: tuple[int, int] | None) -> Fact:
    """Make a fact point at words of the text, where there are any."""
    if cut is None or not text:
        return fact
    start, length = cut[0] % len(text), cut[1]
    words = text[start : start + length]
    return attrs.evolve(fact, words=words, nth=1 + text[:start].count(words)) if words.strip() else fact


@named
def tables() -> st.SearchStrategy[Table]:
    """Tables of up to three columns, also with empty cells; shrinks to one column ``序号`` without rows."""
    cells = st.sampled_from(CELLS) | lines()
    columns = st.lists(st.sampled_from(COLUMNS) | lines(), min_size=1, max_size=3)
    rows = st.lists(st.tuples(cells, cells, cells), max_size=2)
    return st.builds(
        lambda head, rows, caption, unit: Table(
            head=head, rows=[row[: len(head)] for row in rows], caption=caption, unit=unit
        ),
        columns,
        rows,
        usual(CAPTIONS),
        usual(UNITS),
    )


@named
def parts(*, max_depth: int = 3) -> st.SearchStrategy[Part]:
    """
    Parts with everything that may stand in them; shrinks to a part without heading and content.

    Args:
        max_depth: How many levels of parts at most, the outermost included; 12 is all that the model takes.
    """
    return st.builds(
        Part,
        role=usual(tuple(CORE_VOCABULARY.roles)),
        heading=optional(filled(HEADINGS)),
        marker=optional(usual(MARKERS)),
        content=all_content(min(max_depth, MAX_DEPTH) - 1),
        id=optional(filled(PART_IDS)),
        numbering=st.none() | st.sampled_from(Numbering),
    )


@named
def contents(*, max_depth: int = 3) -> st.SearchStrategy[Content]:
    """
    What may stand in a plan or part: paragraphs, facts, tables and parts; shrinks to a paragraph without text.

    Args:
        max_depth: How many levels of parts at most; 12 is all that the model takes, and 0 draws no part.
    """
    kinds: list[st.SearchStrategy[Content]] = [paragraphs(), facts(), tables()]
    return st.one_of(*kinds, parts(max_depth=max_depth)) if max_depth > 0 else st.one_of(kinds)


@cache
def all_content(max_depth: int, max_size: int = 3) -> st.SearchStrategy[list[Content]]:
    """All that stands in a plan or part, with so many levels of parts and so many entries at most."""
    return st.lists(contents(max_depth=max_depth), max_size=max_size)
