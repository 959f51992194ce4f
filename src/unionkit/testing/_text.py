"""Text as plans hold it: Chinese prose mixed with whatever a format might trip over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from hypothesis import strategies as st

from ._base import named
from ._words import PHRASES, SENTENCES, sentence

WORDS = (
    *("计划", "职工", "工会", "会员", "慰问", "覆盖面", "教职工代表大会", "9月下旬", "不低于90%"),
    *("第一、", "（一）", "，", "。", "a", "0", "union"),
)
"""Words that the texts of real plans are made of; each has a visible character."""

HOSTILE = (
    *('"', "'", "“", "”", "\\", "\\n", "`", ": ", ":", " #", "#", "- ", "---", "...", "? "),
    *("{{", "}}", "{%", "${", "%", "[", "]", "{", "}", ",", "&a", "*a", "!", "!!int", "|", ">"),
    *("@", "=", "<<", "<b>", "&amp;", "]]>", "<!--"),
    *("null", "~", "true", "no", "yes", "是", "0123", "0x1f", "1e3", "1_000", "-1", "1.50", ".inf", "12:30"),
    *("2026-01-31", " ", "  ", "\t", "\u3000", "\u00a0", "\u200b", "\u200f", "\u202e", "\u0301", "\u00ad"),
    *("𠮷", "👩‍🏫", "é", "ß", "İ", "ﬁ", "Ⅳ", "１２", "\U0001fffe", "\U000e0001", "\ue000"),
)
"""Pieces that a file format, a template or a program could take for something else than text."""

NO_CATEGORIES: Final = ("Cc", "Cs", "Zl", "Zp")
NO_CHARACTERS: Final = "\ufeff\ufffe\uffff"
"""With the categories before: what the model refuses; but of Cc it takes the tab, which is among `HOSTILE`."""


def _characters() -> st.SearchStrategy[str]:
    """Any character that the model takes; shrinks to ``0``."""
    return st.characters(codec="utf-8", exclude_categories=NO_CATEGORIES, exclude_characters=NO_CHARACTERS)


def _pieces() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(WORDS), st.sampled_from(HOSTILE), _characters())


@named
def lines(*, filled: bool = False) -> st.SearchStrategy[str]:
    """
    Text on one line that the model takes: what plans say, and words mixed with quotes, blanks, YAML and rare characters.

    Shrinks to the empty text or, with `filled`, to ``计划``.

    Args:
        filled: With at least one visible character.
    """
    said = st.sampled_from((*WORDS, *PHRASES))
    mixed = st.lists(_pieces(), max_size=5).map("".join)
    anything = st.text(_characters(), max_size=12)
    if filled:
        return said | st.tuples(mixed | anything, st.sampled_from(WORDS), mixed).map("".join)
    return st.one_of(st.just(""), said, mixed, anything)


@named
def prose() -> st.SearchStrategy[str]:
    """One sentence after the other as plans have them, or any line; shrinks to the empty text."""
    sentences = st.integers(0, SENTENCES - 1).map(sentence)
    return st.one_of(lines(), sentences, st.lists(sentences, min_size=2, max_size=4).map("".join))


def usual(known: Sequence[str]) -> st.SearchStrategy[str]:
    """What stands in a field most of the time, or any line; shrinks to the empty text."""
    return st.one_of(st.just(""), st.sampled_from(known), lines())


def filled(known: Sequence[str]) -> st.SearchStrategy[str]:
    """What stands in a field most of the time, or any text with a visible character; shrinks to the first."""
    return st.sampled_from(known) | lines(filled=True)


@named
def free_lines() -> st.SearchStrategy[str]:
    """Text as `data` takes it, where lines may break; shrinks to the empty text."""
    breaks = st.sampled_from(("\n", "\r\n", "\r", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff"))
    return lines() | st.lists(_pieces() | breaks, max_size=6).map("".join)
