"""The Kit: what a program holds."""

from ._kit import Kit
from ._registry import Plugin
from ._subject import Subject

__all__ = ["Kit", "Plugin", "Subject"]
