"""What plugins contribute: of which type it is, and which names it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

Name: TypeAlias = tuple[str, str]
"""What kind of thing, and what it is called; nobody else may contribute the same."""


def entries(hook: str, answer: object) -> list[Any]:
    """
    Return what a hook answered as a list.

    Raises:
        TypeError: It is none, or holds something else than the hook asks for.
    """
    if hook == "unionkit_executors":
        if not isinstance(answer, Mapping):
            raise TypeError(f"a mapping was expected, not {_article(answer)}")
        found = list(answer.items())
    elif isinstance(answer, str | Mapping) or not hasattr(answer, "__iter__"):
        raise TypeError(f"a list was expected, not {_article(answer)}")
    else:
        found = list(answer)
    for entry in found:
        names(hook, entry)
    return found


def names(hook: str, entry: Any) -> list[Name]:
    """
    Return the names that one contribution takes.

    Raises:
        TypeError: It is not of the type that the hook asks for.
    """
    return _NAMES[hook](entry)


def _pack(entry: Any) -> list[Name]:
    from unionkit.hookspecs import Pack  # noqa: PLC0415 -- here and below: what is checked has been imported by its plugin

    return [("pack", _expect(entry, Pack).name)]


def _section(entry: Any) -> list[Name]:
    from unionkit.document import Section  # noqa: PLC0415

    section = _expect(entry, Section)
    return [("section", f"{section.pack}/{section.name}" if section.pack else section.name)]


def _renderer(entry: Any) -> list[Name]:
    from unionkit.renderers import Renderer  # noqa: PLC0415

    return _with_suffixes("renderer", _expect(entry, Renderer))


def _reader(entry: Any) -> list[Name]:
    from unionkit.readers import Reader  # noqa: PLC0415

    return _with_suffixes("reader", _expect(entry, Reader))


def _rule(entry: Any) -> list[Name]:
    from unionkit.rules import Rule  # noqa: PLC0415

    rule = _expect(entry, Rule)
    for name in Rule.__annotations__:
        getattr(rule, name)  # a class that left one out is of no use to anybody
    return [("rule", rule.code)]


def _executor(entry: Any) -> list[Name]:
    name, make = entry
    if not isinstance(name, str) or not callable(make):
        raise TypeError("executors are functions by name")
    return [("executor", name)]


def _command(entry: Any) -> list[Name]:
    import click  # noqa: PLC0415

    return [("command", str(_expect(entry, click.Command).name))]


def _with_suffixes(what: str, thing: Any) -> list[Name]:
    if isinstance(thing.suffixes, str):
        raise TypeError(f"the suffixes of the {what} {thing.name!r} are a list, not one text")
    return [(what, thing.name), *((f"{what} suffix", suffix.lower()) for suffix in thing.suffixes)]


def _expect(entry: Any, kind: type) -> Any:
    if not isinstance(entry, kind):
        raise TypeError(f"{kind.__name__} was expected, not {_article(entry)}")
    return entry


def _article(value: object) -> str:
    return "None" if value is None else f"{value!r} ({type(value).__name__})"


_NAMES: Final[dict[str, Callable[[Any], list[Name]]]] = {
    "unionkit_packs": _pack,
    "unionkit_sections": _section,
    "unionkit_renderers": _renderer,
    "unionkit_rules": _rule,
    "unionkit_readers": _reader,
    "unionkit_executors": _executor,
    "unionkit_commands": _command,
}
