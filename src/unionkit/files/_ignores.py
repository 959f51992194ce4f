"""
Which findings a plan file asks to leave out, and where.

A comment ``# unionkit: ignore[UK203]`` speaks for its line, or for the next line when it has one of its own. The key
``ignore``, a code or a list of codes, speaks for the mapping that it stands in and all that is in it; JSON has no
comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ._classes import IGNORE_KEY
from ._places import Branch, Leaf, Lines, span_of

_COMMENT: Final = re.compile(r"(?:^|\s)#\s*unionkit:\s*ignore\[([\w\s,-]*)\]")
_CODE: Final = re.compile(r"[^\s,](?:[^,]*[^\s,])?")


class Request(NamedTuple):
    """
    One code that is to be left out, where it is written and for which lines.

    Attributes:
        code: The code, as written.

        span: Where it stands in the text.

        first: The first line that it speaks for, from 1.

        last: The last one.
    """

    code: str
    span: Leaf
    first: int
    last: int


def requests(
    text: str, value: object, places: Leaf | Branch, lines: Lines, *, is_json: bool
) -> tuple[Request, ...]:
    """Return the codes of findings to leave out, in the order of the text."""
    if IGNORE_KEY not in text:
        return ()
    found = [] if is_json else list(_by_comments(text, places))
    for branch, codes in _by_keys(value, places):
        last = branch.start + len(text[branch.start : branch.end].rstrip())
        first_line, last_line = lines.place(branch.start)[0] + 1, lines.place(last)[0] + 1
        found += (Request(code, span, first_line, last_line) for code, span in codes)
    return tuple(sorted(found, key=lambda request: request.span))


def by_line(requested: Iterable[Request]) -> dict[int, frozenset[str]]:
    """Return the codes to leave out, by line from 1."""
    found: dict[int, frozenset[str]] = {}
    for request in requested:
        for line in range(request.first, request.last + 1):
            found[line] = found.get(line, frozenset()) | {request.code}
    return found


def _by_keys(value: object, place: Leaf | Branch) -> Iterator[tuple[Branch, Sequence[tuple[str, Leaf]]]]:
    if not isinstance(place, Branch):
        return
    if isinstance(value, Mapping) and isinstance(place.children, dict):
        codes = value.get(IGNORE_KEY)
        if codes is not None:
            yield place, list(_written(codes, place.children[IGNORE_KEY]))
        for key, inner in place.children.items():
            yield from _by_keys(value[key], inner)
    elif isinstance(value, list) and isinstance(place.children, list):
        for entry, inner in zip(value, place.children, strict=True):
            yield from _by_keys(entry, inner)


def _written(codes: object, place: Leaf | Branch) -> Iterator[tuple[str, Leaf]]:
    """The codes under a key: one, several in one text, or a list."""
    if isinstance(codes, list) and isinstance(place, Branch) and isinstance(place.children, list):
        for code, inner in zip(codes, place.children, strict=True):
            yield from _written(code, inner)
    elif isinstance(codes, str):
        yield from ((code.strip(), span_of(place)) for code in codes.split(",") if code.strip())


def _by_comments(text: str, places: Leaf | Branch) -> Iterator[Request]:
    pending: list[tuple[str, Leaf]] = []
    scalars = list(_leaves(places))
    begin = 0
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        codes = [
            (code[0], (begin + code.start(), begin + code.end()))
            for match in _COMMENT.finditer(line)
            if not any(start <= begin + match.end() - 1 < end for start, end in scalars)
            for code in _CODE.finditer(line, *match.span(1))
        ]
        begin += len(line)
        if line.lstrip().startswith("#"):
            pending += codes
        else:
            yield from (Request(code, span, number, number) for code, span in (*pending, *codes))
            pending = []


def _leaves(node: Leaf | Branch) -> Iterator[Leaf]:
    if not isinstance(node, Branch):
        yield node
        return
    for child in node.children.values() if isinstance(node.children, dict) else node.children:
        yield from _leaves(child)
