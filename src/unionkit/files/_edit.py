"""
Editing the text of a plan file: only what differs between two plans is written anew.

The plain values of both plans are compared; where they differ, the text at that place is replaced, and everything
else (comments, quotes, spacing, line ends) stays byte by byte.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from ._alignment import aligned, renamed_keys, rising, same
from ._arrange import Change, arrange_block, arrange_flow, can_move
from ._classes import IGNORE_KEY
from ._draft import Draft, unfaithful
from ._places import Branch, Leaf, span_of
from ._versions import FORMAT_VERSION, VERSION_KEY
from ._writer import ROOT, VERBATIM_KEY, Spot, Writer, below, unquoted_scalars

__all__ = ["edited_text", "unfaithful"]

_ABSENT: Final = object()


def edited_text(
    text: str, places: Leaf | Branch, old: object, new: object, *, is_json: bool, migrates: bool = False
) -> str:
    """
    Return `text` with the values `new` where it had `old`.

    Args:
        text: The text.

        places: Where everything stands in it.

        old: The plain values of the text.

        new: The plain values that it is to have.

        is_json: The text is JSON, no YAML.

        migrates: The values are those of the text itself, where what YAML has unquoted is text; what changes is the
            format, so that keys may have got other names, and what is taken out takes no comment with it.

    Raises:
        ImpossibleValueError: It cannot be done without losing a comment.
    """
    draft = Draft(text, places, is_json=is_json, keeps_all=migrates)
    unquoted = unquoted_scalars(text, places, old) if migrates and not is_json else ()
    _Editor(draft, Writer(draft, frozenset(unquoted)), migrates=migrates).change(places, old, new, ROOT)
    return draft.result()


class _Editor:
    def __init__(self, draft: Draft, writer: Writer, *, migrates: bool) -> None:
        self._draft = draft
        self._writer = writer
        self._migrates = migrates

    def change(self, node: Leaf | Branch, old: object, new: object, spot: Spot) -> None:
        """Bring a value and what is in it from `old` to `new`."""
        if same(old, new):
            return
        if isinstance(node, Branch) and node.children:
            is_exact = spot.is_verbatim or self._migrates  # no short forms
            if isinstance(node.children, dict):
                if "text" in node.children and not is_exact:
                    old, new = _paragraph(old), _paragraph(new)
                if (
                    isinstance(old, dict)
                    and isinstance(new, dict)
                    and all(key in node.children for key in old if key not in new)
                ):
                    self._change_mapping(node, node.children, old, new, spot)
                    return
            else:
                if not is_exact:
                    old, new = _several(old), _several(new)
                if isinstance(old, list) and isinstance(new, list) and len(old) == len(node.children):
                    self._change_list(node, node.children, old, new, spot)
                    return
        self._replace(node, new, spot)

    # ------------------------------------------------------------ mappings

    def _change_mapping(
        self,
        node: Branch,
        inner: Mapping[str, Leaf | Branch],
        old: Mapping[str, object],
        new: Mapping[str, object],
        spot: Spot,
    ) -> None:
        draft, keys = self._draft, list(inner)
        flow = draft.is_flow(node)
        spans = [(node.keys[key][0], draft.end(inner[key])) for key in keys]
        indent = " " * draft.column(spans[0][0])
        names = renamed_keys(
            {key: old[key] for key in keys if key in old and key not in new},
            {key: value for key, value in new.items() if key not in inner},
            guess=self._migrates,
        )
        emptied = {
            key
            for key in keys
            if key in old
            and key not in new
            and key not in names
            and not (flow or spot.is_verbatim or self._migrates)
            if key != VERBATIM_KEY and self._has_comments_of_its_own(node.keys[key], inner[key], old[key])
        }

        def change(at: int) -> None:
            key = keys[at]
            name = names.get(key, key)
            if name != key:
                draft.put(*node.keys[key], self._writer.key(name))
            value = [] if key in emptied else new.get(name, _ABSENT)
            if value is not _ABSENT:
                head = -1 if flow else draft.text.index(":", node.keys[key][1]) + 1
                inside = below(spot, name, head=head, indent=indent)
                was = old.get(key, _ABSENT)
                if name == key or type(was) is type(value):
                    self.change(inner[key], was, value, inside)
                else:  # what is short for the one under its key need not be so under another
                    self._replace(inner[key], value, inside)

        stay = [
            at
            for at, key in enumerate(keys)
            if key in new or key not in old or key in names or key in emptied
        ]
        here = {names.get(keys[at], keys[at]): at for at in stay}
        added: dict[int, list[str]] = {}
        previous = stay[0] if stay else -1
        for key, value in new.items():
            previous = here.get(key, previous)
            if key not in here:
                written = self._writer.new_key(key, value, spot, indent, near=spans[0][0] if flow else None)
                added.setdefault(previous, []).append(written)
        order = [*added.get(-1, []), *(entry for at in stay for entry in (at, *added.get(at, ())))]
        if flow:
            arrange_flow(draft, node, spans, order, change)
        elif order:
            arrange_block(draft, spans, order, change, indent)
        else:
            self._empty(spans, change, spot, indent, "{}")

    def _has_comments_of_its_own(self, key: Leaf, node: Leaf | Branch, old: object) -> bool:
        """Whether a list has comments in or right below it that no entry has, or one above it that ignores findings."""
        draft = self._draft
        if not (isinstance(old, list) and isinstance(node, Branch) and isinstance(node.children, list)):
            return False
        end = draft.line_end(draft.end(node))
        if draft.has_tail(end, draft.column(key[0])) or any(map(draft.is_ignore, draft.lead(key[0]))):
            return True
        spans = self._entries(node, node.children)
        if draft.is_flow(node):
            end = node.end
        within = sum(len(draft.comments(start, min(draft.line_end(behind), end))) for start, behind in spans)
        return len(draft.comments(key[1], end)) > within

    # ------------------------------------------------------------ lists

    def _change_list(
        self,
        node: Branch,
        inner: Sequence[Leaf | Branch],
        old: Sequence[object],
        new: Sequence[object],
        spot: Spot,
    ) -> None:
        draft = self._draft
        flow = draft.is_flow(node)
        indent = " " * draft.column(node.start)
        spans = self._entries(node, inner)
        homes = aligned(old, new)
        stay = rising(home for home in homes if home is not None)
        if not can_move(draft, node, spans):
            end = node.end if flow else len(draft.text)
            for home in homes:
                if home is not None and home not in stay:
                    begin, behind = spans[home]
                    comments = draft.lead(begin) or draft.comments(begin, min(draft.line_end(behind), end))
                    if comments or (not spot.is_verbatim and _has_ignore_key(inner[home])):
                        raise unfaithful()
            homes = [home if home in stay else None for home in homes]

        become = {home: entry for entry, home in zip(new, homes, strict=True) if home is not None}

        def change(at: int) -> None:
            inside = spot._replace(head=-1 if flow else spans[at][0] + 1, indent=indent, is_entry=True)
            self.change(inner[at], old[at], become[at], inside)

        near = spans[0][0] if flow else None
        order = [
            self._writer.new_entry(entry, spot, indent, near=near) if home is None else home
            for entry, home in zip(new, homes, strict=True)
        ]
        if flow:
            arrange_flow(draft, node, spans, order, change)
        elif order:
            arrange_block(draft, spans, order, change, indent)
        else:
            self._empty(spans, change, spot, indent, "[]")

    def _entries(self, node: Branch, inner: Sequence[Leaf | Branch]) -> list[Leaf]:
        """Where the entries of a list stand, with their dashes."""
        is_flow = self._draft.is_flow(node)
        starts = [span_of(entry)[0] for entry in inner] if is_flow else self._dashes(node, inner)
        return [(start, self._draft.end(entry)) for start, entry in zip(starts, inner, strict=True)]

    def _dashes(self, node: Branch, inner: Sequence[Leaf | Branch]) -> list[int]:
        """Where the dash of each entry of a list in block style stands."""
        draft = self._draft
        return [
            node.start,
            *(draft.find("-", draft.end(before), span_of(entry)[0] + 1) for before, entry in pairwise(inner)),
        ]

    # ------------------------------------------------------------ values

    def _empty(self, spans: Sequence[Leaf], change: Change, spot: Spot, indent: str, brackets: str) -> None:
        """Leave nothing of a list or mapping in lines, but the comments that do not belong to its entries."""
        draft = self._draft
        if spot is ROOT:  # {} could be taken for JSON
            arrange_block(draft, spans, [f"{VERSION_KEY}: {FORMAT_VERSION}"], change, indent)
        elif not draft.is_first(spans[0][0]):
            arrange_block(draft, spans, [brackets], change, indent)
        else:
            draft.put(spot.head, spot.head, f" {brackets}")
            arrange_block(draft, spans, [], change, indent)

    def _replace(self, node: Leaf | Branch, new: object, spot: Spot) -> None:
        draft = self._draft
        start, end = span_of(node)[0], draft.end(node)
        is_leaf = isinstance(node, tuple)
        if not spot.is_verbatim and _has_ignore_key(node):
            raise unfaithful()
        lines = self._writer.lines(new, spot, start)
        if not lines or (len(lines) == 1 and (is_leaf or draft.text[start : start + 1] in ("{", "["))):
            was = draft.text[start:end]
            value = self._writer.like(was, new) or self._writer.inline(new, spot, start)
            if is_leaf and was.startswith(("|", ">")):
                value += "".join(f"  {draft.text[slice(*comment)]}" for comment in draft.comments(start, end))
            close = start == end and draft.text[start - 1 : start] in (":", "-")
            draft.put(start, end, f" {value}" if close else value)
            return
        head = max(spot.head, 0) or start
        line_end = draft.line_end(head)
        comments = draft.comments(head, line_end)
        if comments:  # what stands behind the first line stays there
            before = draft.text[head : comments[0][0]]
            lines[0] += before[len(before.rstrip()) :] + draft.text[comments[0][0] : line_end]
            end = max(end, line_end)
        draft.put(head, end, draft.break_.join(lines))


def _has_ignore_key(node: Leaf | Branch) -> bool:
    """Whether a key that no plan has asks to ignore findings in a value."""
    if not isinstance(node, Branch):
        return False
    inner = node.children.values() if isinstance(node.children, dict) else node.children
    return IGNORE_KEY in node.keys or any(map(_has_ignore_key, inner))


def _paragraph(value: object) -> object:
    """Text as the mapping that it is short for."""
    return {"text": value} if isinstance(value, str) else value


def _several(value: object) -> object:
    """One as the list that it is short for."""
    return [value] if isinstance(value, str) else value
