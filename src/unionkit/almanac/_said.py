"""Words in both languages, made where the facts are known and chosen where they are shown."""

from __future__ import annotations

from typing import NamedTuple

from unionkit.errors import Lang


class Said(NamedTuple):
    """
    Something said in both languages.

    Attributes:
        zh: In Chinese.

        en: In English.
    """

    zh: str
    en: str

    def message(self, lang: Lang = "zh") -> str:
        """Return the words of one language."""
        return self.zh if lang == "zh" else self.en
