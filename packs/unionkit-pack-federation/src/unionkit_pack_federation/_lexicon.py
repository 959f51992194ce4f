"""The words of federations that the rules look for: the file ``data/lexicon.yaml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from unionkit.rules import Lexicon, Worded

LEXICON: Final = Lexicon(__package__)


class Party(NamedTuple):
    """
    A side of the tripartite mechanism.

    Attributes:
        name: The name that the law gives it.

        en: The same in English.

        pattern: What the bodies of this side are called.
    """

    name: str
    en: str
    pattern: re.Pattern[str]

    @property
    def worded(self) -> Worded:
        """What it is called, in the language of a message."""
        return Worded(self.name, self.en)


@cache
def parties() -> tuple[Party, ...]:
    """
    Return the sides of the tripartite mechanism that have names.

    Raises:
        ValueError: The file is malformed, or a side has no pattern or no English name.
    """
    return tuple(
        Party(name, LEXICON.table("parties", name, "en"), LEXICON.pattern("parties", name, "pattern"))
        for name in LEXICON.table("parties")
    )


def ownership_in(scope: str) -> str:
    """Return whose the units are that words are about: public, private, or empty where they do not say or name both."""
    found = [
        kind for kind in LEXICON.table("ownerships") if LEXICON.pattern("ownerships", kind).search(scope)
    ]
    return found[0] if len(found) == 1 else ""
