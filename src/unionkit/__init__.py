"""
Work plans of Chinese trade unions (工会工作计划) as data.

Everything that is public here is loaded when it is first used, so that ``unionkit --help`` need not wait for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ._version import __version__

if TYPE_CHECKING:
    from .almanac import Almanac, resolve
    from .document import Paper, Section, template_section
    from .files import PlanFile, dump_plan, from_dict, load_almanac, load_plan, to_dict
    from .hookspecs import Pack, Question, hookimpl
    from .kit import Kit, load_law
    from .model import Plan

_HOMES = {
    "Almanac": "almanac",
    "Kit": "kit",
    "Pack": "hookspecs",
    "Paper": "document",
    "Plan": "model",
    "PlanFile": "files",
    "Question": "hookspecs",
    "Section": "document",
    "dump_plan": "files",
    "from_dict": "files",
    "hookimpl": "hookspecs",
    "load_almanac": "files",
    "load_law": "kit",
    "load_plan": "files",
    "resolve": "almanac",
    "template_section": "document",
    "to_dict": "files",
}

__all__ = [
    "Almanac",
    "Kit",
    "Pack",
    "Paper",
    "Plan",
    "PlanFile",
    "Question",
    "Section",
    "__version__",
    "dump_plan",
    "from_dict",
    "hookimpl",
    "load_almanac",
    "load_law",
    "load_plan",
    "resolve",
    "template_section",
    "to_dict",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    globals()[name] = value
    return value
