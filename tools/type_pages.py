"""
The reference page of the types, made from the classes.

    python tools/type_pages.py

writes ``docs/reference/types.md``; a test asserts that it is up to date.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from enum import Enum, EnumMeta
from types import FunctionType
from typing import Any, get_args, get_origin

import attrs

from repository import ROOT
from unionkit import errors, model
from unionkit.files._schema_words import described, titled  # the wording that the JSON Schema shows
from unionkit.files._unstructure import key_of

__all__ = ["PAGE", "kinds", "page"]

PAGE = ROOT / "docs" / "reference" / "types.md"

_HEAD = """\
# The types

What a plan consists of: immutable values with keyword arguments, in `unionkit.model`. Made by `tools/type_pages.py` from
the classes. A key of a plan file is the name of its attribute, unless the table says otherwise; a key that is left out, or
has no value, takes the default. What cannot exist is refused by the type that would hold it, with an error of
`unionkit.errors` that is also a `ValueError`; in a plan file the same error comes with its line and column.

How texts are turned into values (`>= 90%`, `1.5万元`, `9月下旬`) is on the page of [the plan file](plan-file.md).

"""
_UNIONS = {"Content": model.Content, "Fact": model.Fact, "Schedule": model.Schedule}
_RAISE = re.compile(r"\braise (\w+Error)\(")


def kinds() -> dict[str, Any]:
    """Return every class and enumeration that a plan can hold, by name, in the order in which a reader meets them."""
    found: dict[str, Any] = {}

    def visit(kind: Any) -> None:
        if isinstance(kind, EnumMeta) or attrs.has(kind):
            if kind.__name__ not in found:
                found[kind.__name__] = kind
                for field in _fields(kind):
                    visit(field.type)
        else:
            for inner in get_args(kind):
                visit(inner)

    visit(model.Plan)
    return found


def page() -> str:
    """Return the text of the page."""
    found = kinds()
    rows = "".join(
        f"| [`{name}`](#{name.lower()}) | {described(kind).zh} | {_first(described(kind).en)} |\n"
        for name, kind in found.items()
    )
    unions = "".join(
        f"| `{name}` | {described(name).zh} | {' or '.join(f'`{_name(kind)}`' for kind in get_args(union))} |\n"
        for name, union in _UNIONS.items()
    )
    return (
        f"{_HEAD}| type | 中文 | what it is |\n|---|---|---|\n{rows}{unions}"
        + "".join(_section(kind) for kind in found.values()).rstrip()
        + "\n"
    )


def _fields(kind: Any) -> list[attrs.Attribute[Any]]:
    if not attrs.has(kind):
        return []
    attrs.resolve_types(kind)
    return [field for field in attrs.fields(kind) if field.init]


def _section(kind: Any) -> str:
    words = described(kind)
    head = f"\n## {_name(kind)}\n\n{words.long_zh}\n\n{words.en}\n\n"
    if isinstance(kind, EnumMeta):
        rows = (
            f"| `{member}` | `{member.name}` | {titled(kind, member).zh} |\n" for member in _members(kind)
        )
        return head + "| in files | member | 中文 |\n|---|---|---|\n" + "".join(rows)
    rows = (_row(kind, field) for field in _fields(kind))
    table = "| attribute | key | 中文 | type | default | meaning |\n|---|---|---|---|---|---|\n" + "".join(
        rows
    )
    methods = "".join(f"- `{name}`: {text}\n" for name, text in _methods(kind))
    return head + table + f"\nRaises: {_raised(kind)}.\n" + (f"\n{methods}" if methods else "")


def _members(kind: EnumMeta) -> list[Enum]:
    return list(kind.__members__.values())


def _row(kind: Any, field: attrs.Attribute[Any]) -> str:
    words = titled(kind, field)
    cells = [
        f"`{field.name}`",
        f"`{key_of(field)}`",
        words.zh,
        f"`{_shown(field.type)}`",
        _default(field),
        words.en,
    ]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _default(field: attrs.Attribute[Any]) -> str:
    if field.default is attrs.NOTHING:
        return "required"
    make = getattr(field.default, "factory", None)
    return f"`{make()!r}`" if make is not None else f"`{field.default!s}`" if field.default != "" else '`""`'


def _shown(kind: Any) -> str:
    """A type as the classes write it."""
    members = [member for member in get_args(kind) if member is not type(None)]
    for name, union in _UNIONS.items():
        if set(members) == set(get_args(union)):
            return f"{name} | None" if len(members) < len(get_args(kind)) else name
    if get_origin(kind) is tuple:
        return f"tuple[{_shown(members[0])}, ...]"
    return " | ".join(map(_name, get_args(kind))) if members else _name(kind)


def _name(kind: Any) -> str:
    return "None" if kind is type(None) else str(kind.__name__)


def _first(text: str) -> str:
    return text.split(". ", maxsplit=1)[0].rstrip(".") + "."


def _methods(kind: Any) -> Iterator[tuple[str, str]]:
    for name, entry in vars(kind).items():
        function = entry.fget if isinstance(entry, property) else getattr(entry, "__func__", entry)
        if name.startswith("_") or not isinstance(function, FunctionType):
            continue
        arguments = ", ".join(list(inspect.signature(function).parameters)[1:])
        text = " ".join((inspect.getdoc(function) or "").split("\n\n")[0].split())
        yield name if isinstance(entry, property) else f"{name}({arguments})", text


def _raised(kind: Any) -> str:
    """The errors of which building an instance may tell, from what its validators and converters raise."""
    found: set[str] = set()
    seen: set[object] = set()
    for field in attrs.fields(kind):
        for function in (field.validator, field.converter, getattr(field.default, "factory", None)):
            _collect(function, found, seen)
    _collect(getattr(kind, "__attrs_post_init__", None), found, seen)
    known = sorted(name for name in found if hasattr(errors, name))
    return ", ".join(f"`{name}`" for name in known) or "nothing"


def _collect(function: Any, found: set[str], seen: set[object]) -> None:
    inner: Callable[..., Any] | None
    for inner in (*getattr(function, "_validators", ()), getattr(function, "validator", None)):
        if inner is not None:
            _collect(inner, found, seen)
    function = inspect.unwrap(function) if callable(function) else None
    if not isinstance(function, FunctionType) or function in seen or "unionkit" not in function.__module__:
        return
    seen.add(function)
    found.update(_RAISE.findall(inspect.getsource(function)))
    for name in function.__code__.co_names:
        _collect(function.__globals__.get(name), found, seen)


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
