"""The report for GitHub: workflow commands, which it shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from unionkit.errors import Lang

from ._finding import Finding, Severity

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github_report(findings: Iterable[Finding], lang: Lang = "zh") -> str:
    """
    Return findings as workflow commands, one a line; a finding without a place is told for the whole run.

    Args:
        findings: What was found.

        lang: Language of the messages.
    """
    return "\n".join(_command(found, lang) for found in findings)


def _command(found: Finding, lang: Lang) -> str:
    facts = ",".join(f"{name}={_property(str(value))}" for name, value in _facts(found))
    return f"::{_COMMANDS[found.severity]} {facts}::{_data(_said(found, lang))}"


def _facts(found: Finding) -> Iterator[tuple[str, object]]:
    place = found.place
    if place is not None:
        yield "file", place.file
        yield "line", place.line
        yield "endLine", place.end_line
        yield "col", place.column
        if place.end_line == place.line:  # GitHub takes it for one line only
            yield "endColumn", max(place.column, place.end_column - 1)
    yield "title", found.code


def _said(found: Finding, lang: Lang) -> str:
    basis = f" [{found.basis.worded(lang)}]" if found.basis is not None and found.basis.title else ""
    return found.message(lang) + basis


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
