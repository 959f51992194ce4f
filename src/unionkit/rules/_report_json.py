"""The report for programs: one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterable

from unionkit.errors import Lang

from ._finding import Finding


def json_report(findings: Iterable[Finding], lang: Lang = "zh") -> str:
    """
    Return findings as JSON: ``{"findings": [...]}``, each with the keys of :meth:`Finding.as_json`.

    Args:
        findings: What was found.

        lang: Language of the messages.
    """
    entries = [found.as_json(lang) for found in findings]
    return json.dumps({"findings": entries}, ensure_ascii=False, indent=1)
