"""Hypothesis profiles, and the tests that need an office program."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

OFFICE = "needs LibreOffice; run `make test-office`"

# The same settings everywhere but for the number of examples; a machine with other work on it has no deadline.
_COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("dev", _COMMON)
settings.register_profile("ci", _COMMON, derandomize=True, database=None, print_blob=True)
settings.register_profile("quick", settings.get_profile("ci"), max_examples=20)
settings.register_profile("thorough", _COMMON, max_examples=2000)
settings.load_profile("dev")  # `--hypothesis-profile` wins over this


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--office` runs what is skipped elsewhere."""
    parser.addoption("--office", action="store_true", help="run the tests that need LibreOffice")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip the office tests unless they were asked for."""
    if config.getoption("--office"):
        return
    for item in items:
        if item.get_closest_marker("office"):
            item.add_marker(pytest.mark.skip(reason=OFFICE))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud how many office tests were left out."""
    skipped = sum(OFFICE in str(report.longrepr) for report in terminalreporter.stats.get("skipped", ()))
    if skipped:
        terminalreporter.write_line(f"office: {skipped} tests SKIPPED here: {OFFICE}", yellow=True)
