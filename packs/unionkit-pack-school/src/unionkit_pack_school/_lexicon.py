"""The words of schools that the rules look for: the file ``data/lexicon.yaml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from unionkit.rules import Lexicon, Worded

LEXICON: Final = Lexicon(__package__)


class Named(NamedTuple):
    """
    Something that texts speak of: a party of open school affairs, a matter.

    Attributes:
        name: Its name in the law's parameters, in Chinese.

        en: The same in English.

        pattern: What texts say when they mean it.
    """

    name: str
    en: str
    pattern: re.Pattern[str]

    @property
    def worded(self) -> Worded:
        """What it is called, in the language of a message."""
        return Worded(self.name, self.en)

    def is_in(self, text: str) -> bool:
        """Whether a text speaks of it."""
        return self.pattern.search(text) is not None


@cache
def named(table: str) -> tuple[Named, ...]:
    """
    Return the entries of a table whose entries have names: ``parties``, ``matters``.

    Raises:
        ValueError: The file is malformed, or an entry has no pattern or no English name.
    """
    return tuple(
        Named(name, LEXICON.table(table, name, "en"), LEXICON.pattern(table, name, "pattern"))
        for name in LEXICON.table(table)
    )
