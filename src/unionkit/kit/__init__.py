"""The Kit: what a program holds."""

from ._kit import NEUTRAL, Kit
from ._registry import Plugin
from ._subject import Subject

__all__ = ["NEUTRAL", "Kit", "Plugin", "Subject"]
