"""Text as plans hold it: Chinese prose mixed with whatever a format might trip over."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = (
    *(
        "计划",
        "职工",
        "工会",
        "会员",
        "慰问",
        "覆盖面",
        "教职工代表大会",
        "9月下旬",
        "不低于90%",
        "第一、",
        "（一）",
        "，",
        "。",
    ),
    *("a", "0", "union"),
)
"""Words that the texts of real plans are made of; each has a visible character."""

HOSTILE = (
    *(
        '"',
        "'",
        "“",
        "”",
        "\\",
        "\\n",
        "`",
        ": ",
        ":",
        " #",
        "#",
        "- ",
        "---",
        "...",
        "? ",
        "{{",
        "}}",
        "{%",
        "${",
        "%",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a",
        "*a",
        "!",
        "!!int",
        "|",
        ">",
        "@",
        "=",
        "<<",
        "<b>",
        "&amp;",
        "]]>",
        "<!--",
    ),
    *(
        "null",
        "~",
        "true",
        "no",
        "yes",
        "是",
        "0123",
        "0x1f",
        "1e3",
        "1_000",
        "-1",
        "1.50",
        ".inf",
        "12:30",
        "2026-01-31",
    ),
    *(" ", "  ", "\t", "\u3000", "\u00a0", "\u200b", "\u200f", "\u202e", "\u0301", "\u00ad"),
    *("𠮷", "👩‍🏫", "é", "ß", "İ", "ﬁ", "Ⅳ", "１２", "\U0001fffe", "\U000e0001", "\ue000"),
)
"""Pieces that a file format, a template or a program could take for something else than text."""


def _characters() -> st.SearchStrategy[str]:
    """Any character that the model takes; shrinks to ``0``."""
    return st.characters(
        codec="utf-8",
        exclude_categories=["Cc", "Cs", "Zl", "Zp"],
        exclude_characters="\ufeff\ufffe\uffff",
    )


def _pieces() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(WORDS), st.sampled_from(HOSTILE), _characters())


def lines(*, filled: bool = False) -> st.SearchStrategy[str]:
    """
    Text on one line that the model takes: words of plans mixed with quotes, blanks, YAML, markup and rare characters.

    Shrinks to the empty text or, with `filled`, to ``计划``.

    Args:
        filled: With at least one visible character.
    """
    pieces = st.lists(_pieces(), max_size=6).map("".join)
    return st.tuples(pieces, st.sampled_from(WORDS), pieces).map("".join) if filled else pieces


def free_lines() -> st.SearchStrategy[str]:
    """Text as `data` takes it, where lines may break; shrinks to the empty text."""
    breaks = st.sampled_from(("\n", "\r\n", "\r", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff"))
    return st.lists(st.one_of(_pieces(), breaks), max_size=6).map("".join)
