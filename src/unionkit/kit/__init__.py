"""The Kit: what a program holds."""

from importlib import import_module
from typing import TYPE_CHECKING

from unionkit.hookspecs import NEUTRAL

from ._dated import load_law, read_law
from ._kit import Kit
from ._packdata import class_of
from ._plugin import Plugin
from ._subject import Subject

if TYPE_CHECKING:
    from ._fixing import Fixed
    from ._starters import Answers

__all__ = ["NEUTRAL", "Answers", "Fixed", "Kit", "Plugin", "Subject", "class_of", "load_law", "read_law"]


_HOMES = {"Answers": "_starters", "Fixed": "_fixing"}
"""What is loaded when it is first used: it brings the rules along, or is for who begins a plan."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
