"""What the modules of most packs would otherwise write again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final

from unionkit.errors import Lang

STARTERS: Final[Mapping[tuple[int, Lang], str]] = {
    (1, "zh"): "starter-1.yaml",
    (2, "zh"): "starter-2.yaml",
    (1, "en"): "starter-1.en.yaml",
    (2, "en"): "starter-2.en.yaml",
}
"""Usual names of the templates of starter plans, for :attr:`Pack.starters`."""


def lazy(module: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """
    Return a ``__getattr__`` for a module whose public names are imported when they are first asked for.

    A program that has several packs installed then need not wait for the types of all: ``__getattr__ = lazy(__name__,
    {"HospitalData": "_data"})``.

    Args:
        module: The module, ``__name__``.

        homes: The modules within it that hold the names, by name.
    """

    def find(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        return getattr(import_module(f".{homes[name]}", module), name)

    return find
