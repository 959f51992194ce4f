"""
Which findings a plan file asks to leave out, and where.

A comment ``# unionkit: ignore[UK203]`` speaks for its line, or for the next line when it has one of its own. The key
``ignore``, a code or a list of codes, speaks for the mapping that it stands in and all that is in it; JSON has no
comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ._classes import IGNORE_KEY
from ._places import Branch, Leaf, Lines

_COMMENT: Final = re.compile(r"(?:^|\s)#\s*unionkit:\s*ignore\[([\w\s,-]*)\]")


def ignored_codes(
    text: str, value: object, places: Leaf | Branch, lines: Lines, *, is_json: bool
) -> dict[int, frozenset[str]]:
    """Return the codes of findings to leave out, by line from 1."""
    if IGNORE_KEY not in text:
        return {}
    found = {} if is_json else _by_comments(text, places)
    for branch, codes in _by_keys(value, places):
        last = branch.start + len(text[branch.start : branch.end].rstrip())
        for line in range(lines.place(branch.start)[0], lines.place(last)[0] + 1):
            found[line + 1] = found.get(line + 1, frozenset()) | codes
    return found


def _by_keys(value: object, place: Leaf | Branch) -> Iterator[tuple[Branch, frozenset[str]]]:
    if not isinstance(place, Branch):
        return
    if isinstance(value, Mapping) and isinstance(place.children, dict):
        codes = value.get(IGNORE_KEY)
        if codes is not None:
            told = codes if isinstance(codes, list) else [codes]
            yield place, frozenset(_codes(code for code in told if isinstance(code, str)))
        for key, inner in place.children.items():
            yield from _by_keys(value[key], inner)
    elif isinstance(value, list) and isinstance(place.children, list):
        for entry, inner in zip(value, place.children, strict=True):
            yield from _by_keys(entry, inner)


def _by_comments(text: str, places: Leaf | Branch) -> dict[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = {}
    pending: frozenset[str] = frozenset()
    scalars = list(_leaves(places))
    begin = 0
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        matches = [
            match
            for match in _COMMENT.finditer(line)
            if not any(start <= begin + match.end() - 1 < end for start, end in scalars)
        ]
        begin += len(line)
        codes = frozenset(_codes(match[1] for match in matches))
        if line.lstrip().startswith("#"):
            pending |= codes
        else:
            if codes or pending:
                found[number] = codes | pending
            pending = frozenset()
    return found


def _leaves(node: Leaf | Branch) -> Iterator[Leaf]:
    if not isinstance(node, Branch):
        yield node
        return
    for child in node.children.values() if isinstance(node.children, dict) else node.children:
        yield from _leaves(child)


def _codes(lists: Iterable[str]) -> Iterable[str]:
    return (code.strip() for text in lists for code in text.split(",") if code.strip())
