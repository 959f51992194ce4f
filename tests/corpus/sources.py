"""Where old plans stand: the example of this project, and the twelve real ones when they are there (they are no part of it)."""

from __future__ import annotations

from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
REAL = sorted(CORPUS.glob("plan-*.txt"))
SOURCES = [Path(__file__).parents[2] / "examples" / "old-plan.txt", *REAL]
needs_corpus = pytest.mark.skipif(not REAL, reason="the corpus of real plans is not beside the checkout")
