"""A file of entries that another part understands: read like a plan file, all problems at once, each at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from unionkit.errors import Problem, SourceFileError, UnionkitError, WrongTypeError
from unionkit.model import Path

from ._places import Fault, Lines
from ._source import Found, bare_text, in_order, placed, read_source, stopping

_T = TypeVar("_T")


def load_entries(
    text: str,
    understand: Callable[[object], tuple[_T, Iterable[tuple[UnionkitError, Path]]]],
    *,
    name: str = "-",
    error: type[SourceFileError],
) -> _T:
    """
    Turn the text of a file, YAML or JSON, into what it stands for.

    Args:
        text: The text. It is JSON when `name` ends in ``.json``, or when neither ``.yaml`` nor ``.yml`` is said and the
            text begins with a brace and a quote; otherwise YAML.

        understand: Makes of the plain values what they stand for, and tells all that is wrong in them, with paths. All
            scalars of YAML come as text.

        name: Name of the file, for messages.

        error: What is raised when something is wrong; it lists every problem with its line and column.
    """
    made, problems = read_entries(text, lambda values, _spoilt: understand(values), name=name)
    if made is None or problems:
        raise error(problems)
    return made


def read_entries(
    text: str,
    understand: Callable[[object, tuple[Path, ...]], tuple[_T, Iterable[tuple[UnionkitError, Path]]]],
    *,
    name: str = "-",
) -> tuple[_T | None, tuple[Problem, ...]]:
    """
    Return what a text stands for as far as it can be understood, and every problem of it.

    Args:
        text: The text, as for :func:`load_entries`.

        understand: As there; it is also given the paths of values that were not read as they were written.

        name: Name of the file, for messages.
    """
    if not isinstance(text, str):
        raise WrongTypeError("文件的文字", "the text of a file", type(text).__name__)
    bare = bare_text(text)
    lines = Lines(bare)
    try:
        value, places, faults = read_source(bare, name)
    except Fault as fault:
        return None, (stopping(fault, name),)
    found: list[Found] = [(wrong, path, place) for wrong, place, path in faults]
    made, wrong = understand(value, tuple(path for _, path, _ in found))
    found += list(placed(wrong, found, places))
    return made, tuple(in_order(name, lines, found))
