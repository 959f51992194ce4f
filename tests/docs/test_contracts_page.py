"""The tables of checks are those that the docstrings of the contracts make."""

from __future__ import annotations

from pathlib import Path

import pytest

from contract_pages import PAGES, renewed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_table_of_checks_is_up_to_date(page: Path) -> None:
    """`python tools/contract_pages.py` was run after the last change to a check."""
    text = page.read_text(encoding="utf-8")

    assert renewed(page) == text
    assert "| `test_" in text
