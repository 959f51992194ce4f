"""What text can stand in a workbook, and what can be the name on a tab."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

LONGEST: Final = 32_767
"""So many UTF-16 units a cell can hold (Excel specifications and limits)."""

_LONGEST_NAME: Final = 31
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_ON_A_TAB: Final = re.compile(r"[\[\]:*?/\\']")
_TAKEN: Final = frozenset({"history"})
"""Excel keeps this name for itself."""


def line(text: str) -> str:
    """Return `text` on one line, without what XML 1.0 forbids."""
    return " ".join(_UNPRINTABLE.sub("", text).splitlines())


def units(text: str) -> int:
    """Count the UTF-16 units of `text`, as spreadsheet programs count."""
    return len(text) + sum(character > "\uffff" for character in text)


def tabs(names: Iterable[str], fallback: str) -> list[str]:
    """Return what stands on the tabs of sheets with these names: legal, and told apart whatever the case of letters."""
    made: list[str] = []
    used = set(_TAKEN)
    for name in names:
        kept = "".join(
            " " if character.isspace() else character
            for character in _NOT_ON_A_TAB.sub(" ", name)
            if character.isspace() or unicodedata.category(character)[0] != "C"
        )
        wanted = " ".join(kept.split()) or fallback
        tab, nth = _cut(wanted, _LONGEST_NAME), 1
        while tab.casefold() in used:
            nth += 1
            end = f" ({nth})"
            tab = _cut(wanted, _LONGEST_NAME - len(end)) + end
        used.add(tab.casefold())
        made.append(tab)
    return made


def _cut(text: str, longest: int) -> str:
    text = text[:longest]
    while units(text) > longest:
        text = text[:-1]
    return text.rstrip()
