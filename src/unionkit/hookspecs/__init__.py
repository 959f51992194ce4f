"""The hooks by which packs and plugins, and the built-in parts, come in."""

from ._hooks import (
    PROJECT,
    hookimpl,
    hookspec,
    unionkit_commands,
    unionkit_executors,
    unionkit_packs,
    unionkit_readers,
    unionkit_renderers,
    unionkit_rules,
    unionkit_sections,
)
from ._pack import NEUTRAL, Pack

__all__ = [
    "NEUTRAL",
    "PROJECT",
    "Pack",
    "hookimpl",
    "hookspec",
    "unionkit_commands",
    "unionkit_executors",
    "unionkit_packs",
    "unionkit_readers",
    "unionkit_renderers",
    "unionkit_rules",
    "unionkit_sections",
]
