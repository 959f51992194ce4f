"""
The pytest plugin of ``unionkit[testing]``: fixtures for tests of plans and packs.

pytest loads it at every start; what it needs is imported when a test asks for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from unionkit.kit import Kit
    from unionkit.testing import Golden


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``."""
    parser.getgroup("unionkit").addoption(
        "--update-golden",
        action="store_true",
        help="write what the fixture golden is given, instead of comparing it with what was written before",
    )


@pytest.fixture(scope="session")
def kit() -> Kit:
    """A Kit with everything that is installed; a plugin that fails is an error."""
    from unionkit.kit import Kit  # noqa: PLC0415 -- most tests of other projects do without

    return Kit(strict=True)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """
    Compares a document with a file in the folder ``golden`` beside the test: ``golden(data, "plan.docx")``.

    With ``--update-golden`` the files are written.
    """
    from unionkit.testing import Golden  # noqa: PLC0415 -- as above

    folder = Path(request.path).parent / "golden"
    return Golden(folder, update=request.config.getoption("--update-golden"))
