"""How values are written where they stand in a text that is being edited."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import chain
from typing import Any, Final, NamedTuple, cast

from ._draft import Draft
from ._dump import entry_lines, flow_text, json_text, list_entry_lines, mapping_lines, quoted, scalar
from ._places import Branch, Leaf

VERBATIM_KEY: Final = "data"

_SINGLE: Final = re.compile("[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")
_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]{0,17})(?P<fraction>\.[0-9]{1,9})?")
_TRUTH: Final = {"true": True, "false": False}


class Spot(NamedTuple):
    """
    Where a value stands.

    Attributes:
        head: Behind the colon of its key, or its dash; -1 in brackets, and of the whole plan.

        indent: What stands before its key or dash in lines.

        is_entry: It stands behind a dash.

        is_verbatim: What type it has does not follow from its key, but from how it is written.
    """

    head: int
    indent: str
    is_entry: bool
    is_verbatim: bool


ROOT: Final = Spot(head=-1, indent="", is_entry=False, is_verbatim=False)


def below(spot: Spot, key: str, *, head: int = -1, indent: str = "") -> Spot:
    """Where the value of a key stands."""
    is_verbatim = spot.is_verbatim or (spot is ROOT and key == VERBATIM_KEY)
    return Spot(head=head, indent=indent, is_entry=False, is_verbatim=is_verbatim)


class Writer:
    """Writes values for a draft."""

    def __init__(self, draft: Draft, unquoted: frozenset[str]) -> None:
        """What is in `unquoted` was written without quotes in the text, and is text for that reason alone."""
        self._draft = draft
        self._unquoted = unquoted

    def key(self, key: str) -> str:
        """A key."""
        return quoted(key) if self._draft.is_json else scalar(key)

    def new_key(self, key: str, value: object, spot: Spot, indent: str, *, near: int | None) -> str:
        """A key and its value, in a mapping that stands at `spot`: in brackets if `near` says where."""
        inside = below(spot, key)
        if near is not None:
            return f"{self.key(key)}: {self.inline(value, inside, near)}"
        lines = mapping_lines({key: self._bare(value, inside)}, indent)
        return self._draft.break_.join(lines).removeprefix(indent)

    def new_entry(self, value: object, spot: Spot, indent: str, *, near: int | None) -> str:
        """An entry, in a list that stands at `spot`: in brackets if `near` says where."""
        if near is not None:
            return self.inline(value, spot, near)
        lines = list_entry_lines(self._bare(value, spot), indent)
        return self._draft.break_.join(lines).removeprefix(indent)

    def inline(self, value: object, spot: Spot, near: int) -> str:
        """A value in brackets, or alone; `near` tells how far the lines there are indented."""
        value = self._bare(value, spot)
        if self._draft.is_json:
            return json_text(value, self._draft.break_ + self._draft.indent(near))
        return flow_text(value) if isinstance(value, dict | list) else scalar(value)

    def like(self, was: str, new: object) -> str:
        """Text in the quotes of what it replaces; nothing where there were none."""
        if isinstance(new, str) and not self._draft.is_json:
            if was.startswith('"'):
                return quoted(new)
            if was.startswith("'") and _SINGLE.fullmatch(new):
                return "'" + new.replace("'", "''") + "'"
        return ""

    def lines(self, value: object, spot: Spot, start: int) -> list[str]:
        """A value as it is written behind its head, in lines; none where it cannot be."""
        value = self._bare(value, spot)
        if spot.is_entry and spot.head >= 0:
            lines = list(list_entry_lines(value, spot.indent))
            lines[0] = lines[0][len(spot.indent) + 1 :]
            return lines
        if spot.head >= 0:
            return list(entry_lines("", value, spot.indent))
        if spot is ROOT and isinstance(value, dict) and not self._draft.is_json:
            return ["", *mapping_lines(value, "")][1 if self._draft.is_first(start) else 0 :]
        return []

    def _bare(self, value: object, spot: Spot) -> object:
        """What to write for a value: numbers that had no quotes get none."""
        if spot.is_verbatim or not self._unquoted:
            return value
        if isinstance(value, dict):
            return {key: self._bare(entry, below(spot, key)) for key, entry in value.items()}
        if isinstance(value, list):
            return [self._bare(entry, spot) for entry in value]
        if not isinstance(value, str) or value not in self._unquoted:
            return value
        number = _NUMBER.fullmatch(value)
        if number is None:
            return _TRUTH.get(value, value)
        return Decimal(value) if number["fraction"] else int(value)


def unquoted_scalars(text: str, node: Leaf | Branch, value: object) -> Iterable[str]:
    """The scalars that are written without quotes."""
    if not isinstance(node, Branch):
        return (value,) if isinstance(value, str) and text[slice(*node)].rstrip() == value else ()
    inner = node.children
    values = cast("Any", value)  # a list or mapping, as it is in the text
    children = inner.items() if isinstance(inner, dict) else enumerate(inner)
    return chain.from_iterable(unquoted_scalars(text, child, values[key]) for key, child in children)
