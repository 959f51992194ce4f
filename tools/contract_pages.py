"""
The tables of checks in the how-to pages, made from the docstrings of the contracts.

    python tools/contract_pages.py

writes each table between its marks; a test asserts that they are up to date.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from repository import ROOT
from unionkit.testing import (
    Contract,
    PackContract,
    ReaderContract,
    RendererContract,
    RuleContract,
    checks_of,
)

__all__ = ["PAGES", "renewed"]

PAGES: Final = (ROOT / "docs/how-to/test-a-pack.md", ROOT / "docs/how-to/test-a-renderer.md")

_CONTRACTS: Final[dict[str, type[Contract]]] = {
    contract.__name__: contract for contract in (PackContract, RuleContract, RendererContract, ReaderContract)
}
_TABLE: Final = re.compile(r"(<!-- checks of (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def renewed(page: Path) -> str:
    """Return the text of a page with its tables as the docstrings make them."""
    return _TABLE.sub(
        lambda found: found[1] + _table(_CONTRACTS[found[2]]) + found[3], page.read_text(encoding="utf-8")
    )


def _table(contract: type[Contract]) -> str:
    rows = "".join(f"| `{name}` | {promise} |\n" for name, promise in checks_of(contract).items())
    return f"\n| Check | What it promises |\n|---|---|\n{rows}\n"


if __name__ == "__main__":
    for each in PAGES:
        each.write_text(renewed(each), encoding="utf-8")
