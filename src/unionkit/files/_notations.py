"""Reading the small languages, each text once: a plan says the same times and figures again and again."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from unionkit.model import Quantity, Target

REMEMBERED: Final = 16_384
"""How many texts of each language are remembered: more than a plan has, and not much memory."""

read_target: Final = lru_cache(REMEMBERED)(Target.parse)
read_quantity: Final = lru_cache(REMEMBERED)(Quantity.parse)
