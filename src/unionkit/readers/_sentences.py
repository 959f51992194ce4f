"""Where sentences end (句读), as far as headings and items go by it."""

from __future__ import annotations

import re

CLOSERS = "”’」』）)】》\"'"
"""Marks that close a quotation or bracket and may stand behind the end of a sentence."""

_END = re.compile(rf"[。！？；!?;][{CLOSERS}]*")
_PAUSE = re.compile(r"[。！？；!?;：]|:(?!\d)")
_COLON = re.compile(r"：|:(?!\d)")
_CLOSED = re.compile(rf"[。！？；：…!?;:.][{CLOSERS}]*$")
_TAIL = 16


def is_closed(text: str) -> bool:
    """Whether the text ends as a sentence or introduction does; otherwise it may go on in the next line."""
    return _CLOSED.search(text, max(0, len(text) - _TAIL)) is not None


def is_one_sentence(text: str) -> bool:
    """Whether no sentence ends inside of the text."""
    end = _END.search(text)
    return end is None or end.end() == len(text)


def is_heading_like(text: str, *, longest: int) -> bool:
    """
    Whether a numbered line is a heading: one sentence, not too long.

    With a colon inside it is a heading only when nothing ends it: ``学习：打牢基础`` is one, ``学习：每周一次。`` not.
    """
    if not 0 < len(text) <= longest or not is_one_sentence(text):
        return False
    colon = _COLON.search(text)
    return colon is None or colon.end() == len(text) or not is_closed(text)


def first_sentence(text: str) -> int:
    """How long the first sentence or introduction is, without its mark; the whole text where nothing follows."""
    pause = _PAUSE.search(text, 1)
    if pause is None or not text[pause.end() :].strip(CLOSERS):
        return len(text)
    return pause.start()
