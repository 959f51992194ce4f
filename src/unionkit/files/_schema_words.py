"""What types and keys are called: English from the docstrings, Chinese from the one table of it."""

from __future__ import annotations

import inspect
import re
from enum import Enum
from functools import cache
from typing import Any, Final

import attrs

from ._schema_zh import WORDS

_ENTRY: Final = re.compile(r"^ {4}(\w+): (.*)$")
_TERM: Final = re.compile(r"[(（]([^()（）]*[\u4e00-\u9fff][^()（）]*)[)）]")


@attrs.frozen
class Words:
    """
    What something is called.

    Attributes:
        zh: The Chinese term; empty when nobody gave one.

        long_zh: Its explanation in Chinese, beginning with the term.

        en: Its explanation in English.
    """

    zh: str
    long_zh: str
    en: str

    @property
    def both(self) -> str:
        """Both explanations, the Chinese one first."""
        return "\n\n".join(filter(None, (self.long_zh, self.en)))


def name_of(kind: Any) -> str:
    """Return the name of a type, as it stands in the schema."""
    name: str = kind.__name__
    return name


def described(kind: Any) -> Words:
    """Return what a type is called; a text names what is no class of its own (``Content``)."""
    if isinstance(kind, str):
        return _words(WORDS[kind][""], WORDS[kind]["en"])
    return _words(_chinese(kind, ""), _sections(kind)[0])


def titled(kind: Any, field: Any) -> Words:
    """Return what an attribute of a class, or a member of an enumeration, is called."""
    if isinstance(field, Enum):
        return _words(_chinese(kind, field.name.lower()), str(field.value))
    return _words(_chinese(kind, field.name), attributes(kind).get(field.name, ""))


def _chinese(kind: Any, name: str) -> str:
    """The entry of the table for a class or one of its bases; classes of packs have none."""
    bases = [base.__name__ for base in kind.__mro__ if base.__module__.startswith("unionkit.model.")]
    return next((WORDS[base][name] for base in bases if name in WORDS.get(base, {})), "")


@cache
def attributes(kind: Any) -> dict[str, str]:
    """Return what the docstrings of a class and its bases say about each attribute."""
    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        found.update(_sections(base)[1])
    return found


def _words(zh: str, en: str) -> Words:
    """A class of a pack has its Chinese terms in brackets in its docstrings."""
    if zh:
        return Words(re.split("[。：；]", zh, maxsplit=1)[0], zh, en)
    term = _TERM.search(en)
    return Words(term[1], "", en) if term else Words("", "", en)


@cache
def _sections(kind: Any) -> tuple[str, dict[str, str]]:
    """The text of a docstring before its sections, and its section of attributes, by name."""
    text, _, rest = inspect.cleandoc(kind.__doc__ or "").partition("\nAttributes:\n")
    found: dict[str, str] = {}
    name = ""
    for line in rest.splitlines():
        entry = _ENTRY.match(line)
        if entry:
            name = entry[1]
            found[name] = entry[2]
        elif line.startswith(" " * 8) and name:
            found[name] += f" {line.strip()}"
        elif line.strip():
            break
    return " ".join(text.split("\n\nRaises:")[0].split()), found
