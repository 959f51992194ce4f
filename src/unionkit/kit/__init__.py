"""The Kit: what a program holds."""

from typing import TYPE_CHECKING

from unionkit.hookspecs import NEUTRAL

from ._dated import load_law, read_law
from ._kit import Kit
from ._plugin import Plugin
from ._subject import Subject

if TYPE_CHECKING:
    from ._fixing import Fixed

__all__ = ["NEUTRAL", "Fixed", "Kit", "Plugin", "Subject", "load_law", "read_law"]


def __getattr__(name: str) -> object:
    if name != "Fixed":  # it brings the rules along
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ._fixing import Fixed  # noqa: PLC0415 -- see above

    return Fixed
