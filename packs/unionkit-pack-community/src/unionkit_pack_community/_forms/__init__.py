"""The form that only communities use: cards to take along on visits."""

from __future__ import annotations

from unionkit.document import Scope

from ._cards import cards_of
from ._word import word_file

__all__ = ["visit_cards"]


def visit_cards(scope: Scope) -> bytes:
    """Return a Word file with a card for each hardship file and each of the five visits, eight to a sheet."""
    return word_file(cards_of(scope), lang=scope.lang)
