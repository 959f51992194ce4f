"""The text of a file as its author sees it: plain values, where each stands, and what is wrong in the order of the lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias, cast

from unionkit.errors import (
    AliasError,
    FileTooLargeError,
    MissingKeyError,
    Place,
    Problem,
    TagError,
    TooManyProblemsError,
    UnionkitError,
    UnknownKeyError,
    UnknownParameterError,
    WrongTypeError,
)
from unionkit.model import Path, format_path

from ._access import LIMIT_MIB
from ._faults import Fault as Wrong
from ._places import Branch, Fault, Leaf, Lines, Reading, span_of
from ._scalars import shown
from ._yaml import read_yaml

_FROM_JSON: Final = re.compile(r'\s*\{\s*(?:["}]|$)')

Found: TypeAlias = "tuple[UnionkitError, Path, Leaf | Branch]"
"""What is wrong, its path, and where in the text the person must act."""


def bare_text(text: str) -> str:
    """Return the text without a byte-order mark, from where places are counted."""
    return text.removeprefix("\ufeff")


def is_json_text(text: str, name: str) -> bool:
    """Say whether a file is JSON: by the end of its name, otherwise by how it begins."""
    if name.endswith((".json", ".yaml", ".yml")):
        return name.endswith(".json")
    return _FROM_JSON.match(bare_text(text)) is not None


def read_values(text: str, *, is_json: bool) -> Reading:
    """
    Return the plain values of a bare text, the places, and what is wrong but does not stop the reading.

    Raises:
        Fault: It is no YAML, or no JSON.
    """
    if not is_json:
        return read_yaml(text)
    from ._json import read_json  # noqa: PLC0415 -- most files are YAML

    return read_json(text)


def read_source(text: str, name: str) -> Reading:
    """
    Return what :func:`read_values` does, of a bare text whose kind its name tells.

    Raises:
        Fault: It is no YAML, or no JSON, or more than anyone writes.
    """
    if len(text) > LIMIT_MIB * 1024 * 1024:
        raise Fault(FileTooLargeError(name, LIMIT_MIB))
    return read_values(text, is_json=is_json_text(text, name))


def stopping(fault: Fault, name: str) -> Problem:
    """Return the only problem of a text that cannot be read any further."""
    line, column = (number + 1 for number in fault.at)
    place = Place(file=name, line=line, column=column, end_line=line, end_column=column)
    return Problem(error=fault.error, path="$", place=place)


def mapping_of(value: object, wanted_zh: str, wanted_en: str) -> Mapping[str, object]:
    """
    Return what a whole file holds, if it is keys and values.

    Raises:
        WrongTypeError: It is something else.
    """
    if not isinstance(value, Mapping):
        raise WrongTypeError(f"{wanted_zh}（若干“键: 值”）", f"{wanted_en} (keys and values)", shown(value))
    return value


def placed(wrong: Iterable[Wrong], known: Iterable[Found], places: Leaf | Branch) -> Iterator[Found]:
    """Yield what is wrong in the values, with its place; what follows from an alias or a tag is left out."""
    told = {path for error, path, _ in known if isinstance(error, AliasError | TagError)}
    for error, path in wrong:
        lacking = (error.key,) if isinstance(error, MissingKeyError) else ()
        if isinstance(error, UnknownKeyError) or (*path, *lacking) not in told:
            yield error, path, _pointed_at(places, error, path)


def in_order(name: str, lines: Lines, found: list[Found]) -> Iterator[Problem]:
    """Yield problems in the order of the file; that there are too many comes last."""
    found.sort(key=lambda entry: (isinstance(entry[0], TooManyProblemsError), span_of(entry[2])[0]))
    for error, path, node in found:
        yield Problem(error=error, path=format_path(path), place=place_of(name, lines, span_of(node)))


def locate(node: Leaf | Branch, path: Path) -> Leaf | Branch:
    """Walk down `path` as far as the text goes."""
    for step in path:
        if not isinstance(node, Branch):
            break
        if step == 0 and isinstance(node.children, dict):
            continue  # one that stands for a list of it
        try:
            node = cast("dict[str | int, Leaf | Branch]", node.children)[step]  # a list is one by its indexes
        except (LookupError, TypeError):
            break
    return node


def place_of(name: str, lines: Lines, span: Leaf) -> Place:
    """Return a stretch of the text as lines and columns."""
    (line, column), (end_line, end_column) = map(lines.place, span)
    return Place(
        file=name, line=line + 1, column=column + 1, end_line=end_line + 1, end_column=end_column + 1
    )


def _pointed_at(places: Leaf | Branch, error: UnionkitError, path: Path) -> Leaf | Branch:
    """Where the person must act: at an unknown key itself, otherwise at the value."""
    if isinstance(error, UnknownKeyError | UnknownParameterError):
        owner = locate(places, path[:-1])
        if isinstance(owner, Branch):
            return owner.keys.get(error.key, owner)
    return locate(places, path)
