"""The Kit: what a program holds."""

from unionkit.hookspecs import NEUTRAL

from ._dated import load_law
from ._kit import Kit
from ._plugin import Plugin
from ._subject import Subject

__all__ = ["NEUTRAL", "Kit", "Plugin", "Subject", "load_law"]
