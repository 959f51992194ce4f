"""The words of the pack's lexicon (data/lexicon.yaml), read when they are first needed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

import attrs

_ENTRY: Final = "e"


@attrs.frozen
class Word:
    """
    A word that stands for something else, or is written wrongly.

    Attributes:
        wrong: A regular expression for it, without groups.

        right: What should stand there, in place of `take`, or of all.

        take: The part of it that is wrong; empty for all of it.

        why: The reason, in Chinese.

        why_en: The same in English.
    """

    wrong: str
    right: str
    take: str = ""
    why: str = ""
    why_en: str = ""

    def mended(self, found: str) -> str:
        """Return what should stand in the place of what was found."""
        return found.replace(self.take, self.right, 1) if self.take else self.right


@cache
def words() -> tuple[Word, ...]:
    """Return every word of the lexicon, in the order of its file."""
    import yaml  # noqa: PLC0415 -- nothing is read before a plan is checked

    text = files(__package__).joinpath("data", "lexicon.yaml").read_text(encoding="utf-8")
    return tuple(Word(**entry) for entry in yaml.safe_load(text)["words"])


@cache
def pattern() -> str:
    """Return a pattern for any of them; the name of the group that matched tells which."""
    return "|".join(f"(?P<{_ENTRY}{at}>{word.wrong})" for at, word in enumerate(words()))


def word_of(group: str | None) -> Word:
    """Return the word whose group matched."""
    return words()[int((group or f"{_ENTRY}0").removeprefix(_ENTRY))]
