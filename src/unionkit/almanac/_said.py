"""Words in both languages, made where the facts are known and chosen where they are shown."""

from __future__ import annotations

from typing import Final, NamedTuple

from unionkit.errors import Lang

MONTHS_EN: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The months in English; those of the standard library follow the locale."""


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


AS_WRITTEN: Final = Said("按所写日期", "as written")
"""Why a time stands for days that its own words name."""
