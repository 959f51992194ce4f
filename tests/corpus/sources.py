"""Where the twelve real plans stand, when they are there; they are no part of this project."""

from __future__ import annotations

from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
SOURCES = sorted(CORPUS.glob("plan-*.txt"))
needs_corpus = pytest.mark.skipif(not SOURCES, reason="the corpus of real plans is not beside the checkout")
