"""The words of towns that the rules look for: the file ``data/lexicon.yaml``."""

from __future__ import annotations

from typing import Final

from unionkit.rules import Lexicon

LEXICON: Final = Lexicon(__package__)
