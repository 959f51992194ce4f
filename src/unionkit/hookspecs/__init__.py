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
from ._question import Answer, Question, QuestionKind, answered
from ._shared import STARTERS, lazy

__all__ = [
    "NEUTRAL",
    "PROJECT",
    "STARTERS",
    "Answer",
    "Pack",
    "Question",
    "QuestionKind",
    "answered",
    "hookimpl",
    "hookspec",
    "lazy",
    "unionkit_commands",
    "unionkit_executors",
    "unionkit_packs",
    "unionkit_readers",
    "unionkit_renderers",
    "unionkit_rules",
    "unionkit_sections",
]
