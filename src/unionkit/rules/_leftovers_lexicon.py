"""The tables of words in the folder ``lexicon``, and what the rules that go by them share."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, Final, cast

from unionkit.model import parse_number

from ._survey import Hit

NUMERAL: Final = "[一二两三四五六七八九十]"


@cache
def table(name: str) -> Any:
    """
    Return a table of the lexicon: plain values, as its file has them.

    Args:
        name: Name of the file, without ending.
    """
    import yaml  # noqa: PLC0415 -- nothing is read before a plan is checked

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files(__package__).joinpath("lexicon", f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, loader)  # noqa: S506 -- a safe one


class _Made:
    """An attribute of a class that is made from the lexicon when it is first read."""

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make
        self._made: str | None = None

    def __get__(self, _instance: object, _owner: type) -> str:
        if self._made is None:
            self._made = self._make()
        return self._made


def from_lexicon(make: Callable[[], str]) -> str:
    """Return what reads, as an attribute of a class, like the text that `make` returns; it is made when first read."""
    return cast("str", _Made(make))


def any_of(entries: list[dict[str, Any]], key: str) -> str:
    """Return a pattern for any of the entries' patterns, each a group whose name tells which: ``e3``."""
    return "|".join(f"(?P<e{at}>{entry[key]})" for at, entry in enumerate(entries))


def entry_of(hit: Hit, entries: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the entry whose pattern matched."""
    return entries[int((hit.match.lastgroup or "e0")[1:])]


def number(words: str) -> int:
    """Return a whole number that is written in figures or Chinese numerals."""
    return int(parse_number(words))
