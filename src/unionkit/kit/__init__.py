"""The Kit: what a program holds."""

from unionkit.hookspecs import NEUTRAL

from ._kit import Kit
from ._plugin import Plugin
from ._subject import Subject

__all__ = ["NEUTRAL", "Kit", "Plugin", "Subject"]
