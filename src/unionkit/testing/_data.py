"""Hypothesis strategies for what only a pack understands, for paths, and for vocabularies."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st

from unionkit.model import CORE_VOCABULARY, Data, DataValue, Path, Term, Vocabulary

from ._base import named, some
from ._figures import decimals
from ._text import filled, free_lines

_LEVELS = 3


def _keys() -> st.SearchStrategy[str]:
    return st.sampled_from(("school", "备注", "a.b", "2026")) | free_lines().map(lambda key: key[:100])


def _values(levels: int) -> st.SearchStrategy[DataValue]:
    plain: st.SearchStrategy[DataValue] = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-9, 99) | st.integers(-(10**18) + 1, 10**18 - 1),
        decimals(),
        free_lines(),
    )
    if not levels:
        return plain
    return st.one_of(plain, st.lists(_values(levels - 1), max_size=3).map(tuple), _mappings(levels - 1))


def _mappings(levels: int) -> st.SearchStrategy[Data]:
    # Of two entries with one name the later stays: nothing is drawn and thrown away.
    return st.lists(st.tuples(_keys(), _values(levels)), max_size=3).map(dict).map(Data)


@named
def data_values() -> st.SearchStrategy[DataValue]:
    """What may stand under `data`: nested lists and mappings of plain values; shrinks to None."""
    return _values(_LEVELS)


@named
def data() -> st.SearchStrategy[Data]:
    """Whole mappings under `data`, by any names; shrinks to an empty one."""
    return _mappings(_LEVELS)


# ---------------------------------------------------------------- places and words


@named
def paths() -> st.SearchStrategy[Path]:
    """Places in plans, whether something stands there or not; shrinks to the plan itself."""
    keys = st.sampled_from(("content", "facts", "budget", "expenditure", "line", "data"))
    indexes = st.integers(0, 3) | st.integers(0, 10**9 - 1)
    return st.lists(st.one_of(keys, indexes, free_lines()), max_size=6).map(tuple)


@named
def terms() -> st.SearchStrategy[Term]:
    """Names of vocabularies and what they are called; shrinks to that of a school."""
    known = [
        term for field in attrs.fields(Vocabulary) for term in getattr(CORE_VOCABULARY, field.name).values()
    ]
    return st.sampled_from(known) | st.builds(
        Term, filled(("hospital", "其他")), filled(("医院", "其他")), filled(("hospital", "other"))
    )


@named
def vocabularies() -> st.SearchStrategy[Vocabulary]:
    """Vocabularies of a few names, known and unknown; shrinks to an empty one."""
    named_terms = st.lists(terms(), max_size=2).map(lambda drawn: {term.name: term for term in drawn})
    fields: dict[str, st.SearchStrategy[Any]] = {
        field.name: named_terms for field in attrs.fields(Vocabulary)
    }
    return some(fields).map(lambda entries: Vocabulary(**entries))
