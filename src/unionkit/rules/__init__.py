"""
Rules: the engine, what it finds, the built-in rules by family, and reports of what was found.

The built-in rules and the reports are loaded when they are first used: a pack with a rule of its own needs neither.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ._engine import check_plan
from ._finding import Basis, Confidence, Finding, Report, Severity, Silence, Spot, Worded
from ._fix import Edit, Fix, mended, text_fix
from ._known import Known, known_of, without_known
from ._law import Figure, Law, Limit, Parameter, Ruling, Stricter, built_in_law, said_figure
from ._law_entries import LAW_VERSION, law_of
from ._notices import NOTICES, UNKNOWN_IGNORE, UNUSED_IGNORE, Notice
from ._rule import CONVENTION, Check, Rule, TextRule
from ._settings import OFF, Settings, check_rule_name, known_names
from ._survey import Hit, Passage, Survey
from ._thin import thinned
from ._words import Lexicon, Word, WordRule, clause, is_quoted, sentence

if TYPE_CHECKING:
    from ._checked import Change, Checked, change_of
    from ._families import RULES
    from ._identity import identities
    from ._report_github import github_report
    from ._report_json import json_report
    from ._report_sarif import sarif_report
    from ._report_text import Shade, headline, severity_name, text_report

_HOMES = {
    "RULES": "_families",
    "Change": "_checked",
    "Checked": "_checked",
    "Shade": "_report_text",
    "change_of": "_checked",
    "github_report": "_report_github",
    "headline": "_report_text",
    "identities": "_identity",
    "json_report": "_report_json",
    "sarif_report": "_report_sarif",
    "severity_name": "_report_text",
    "text_report": "_report_text",
}

__all__ = [
    "CONVENTION",
    "LAW_VERSION",
    "NOTICES",
    "OFF",
    "RULES",
    "UNKNOWN_IGNORE",
    "UNUSED_IGNORE",
    "Basis",
    "Change",
    "Check",
    "Checked",
    "Confidence",
    "Edit",
    "Figure",
    "Finding",
    "Fix",
    "Hit",
    "Known",
    "Law",
    "Lexicon",
    "Limit",
    "Notice",
    "Parameter",
    "Passage",
    "Report",
    "Rule",
    "Ruling",
    "Settings",
    "Severity",
    "Shade",
    "Silence",
    "Spot",
    "Stricter",
    "Survey",
    "TextRule",
    "Word",
    "WordRule",
    "Worded",
    "built_in_law",
    "change_of",
    "check_plan",
    "check_rule_name",
    "clause",
    "github_report",
    "headline",
    "identities",
    "is_quoted",
    "json_report",
    "known_names",
    "known_of",
    "law_of",
    "mended",
    "said_figure",
    "sarif_report",
    "sentence",
    "severity_name",
    "text_fix",
    "text_report",
    "thinned",
    "without_known",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    globals()[name] = value
    return value
