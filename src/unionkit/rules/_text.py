"""Rules about how prose is written: marks, brackets, numerals, dates."""

from __future__ import annotations

from typing import Final

from . import (
    _text_characters,
    _text_dates,
    _text_elements,
    _text_figures,
    _text_marks,
    _text_quotes,
    _text_words,
)
from ._rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    *(*_text_elements.RULES, *_text_dates.RULES, *_text_marks.RULES, *_text_quotes.RULES),
    *(*_text_figures.RULES, *_text_characters.RULES, *_text_words.RULES),
)
