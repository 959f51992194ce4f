"""
Entries of a list or mapping, put into another order: taken out, moved with their comments, and added.

Entries in block style have lines of their own. In brackets they are divided by commas, on one line or on several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeAlias

from ._alignment import rising
from ._draft import Draft, unfaithful
from ._places import Branch, Leaf

Order: TypeAlias = "Sequence[int | str]"
"""The entries as they are to be: the index that one had, or how a new one is written."""

Change: TypeAlias = Callable[[int], None]
"""Makes the changes within an entry."""


def can_move(draft: Draft, node: Branch, spans: Sequence[Leaf]) -> bool:
    """Say whether entries can change places with their comments, so that none gets to another entry."""
    if not draft.is_flow(node):
        return draft.is_first(spans[0][0])
    return len(draft.comments(node.start, node.end)) == sum(len(draft.comments(*span)) for span in spans)


def _stay(order: Order) -> set[int]:
    return rising(entry for entry in order if isinstance(entry, int))


def _loose(draft: Draft, spans: Sequence[Leaf]) -> bool:
    """Whether there are comments between entries, those that stand behind one (on its line) left out."""
    within = sum(len(draft.comments(start, draft.line_end(end))) for start, end in spans)
    return len(draft.comments(spans[0][0], draft.line_end(spans[-1][1]))) > within


# ---------------------------------------------------------------- block style


def arrange_block(draft: Draft, spans: Sequence[Leaf], order: Order, change: Change, indent: str) -> None:
    """
    Arrange entries in block style.

    Args:
        draft: The text.

        spans: Where the entries stand: from the key or dash to the end of the value.

        order: The entries as they are to be; of the first line of a new one, without the indent.

        change: Makes the changes within an entry.

        indent: What stands before each entry on its line.
    """
    stay = _stay(order)
    first = min(stay, default=len(spans))
    is_joined = not draft.is_first(spans[0][0])  # the first one stands behind a dash
    rest = 0
    if is_joined and first:
        is_joined = _take_out_joined(draft, spans, first)
        rest = first
    for at in range(rest, len(spans)):
        if at not in stay:
            _take_out_entry(draft, spans[at], moves=at in order)
    written: list[str] = []
    anchor = -1
    for entry in [*order, len(spans)]:
        if isinstance(entry, str):
            written.append(entry)
        elif entry in stay or entry == len(spans):
            if written:
                text = f"{draft.break_}{indent}".join(written)
                _add_lines(draft, text, indent, spans, anchor, first, is_joined=is_joined)
            if entry in stay:
                change(entry)
            written, anchor = [], entry
        else:
            start, end = spans[entry]
            begin = draft.line_start(min(draft.lead(start), default=start))
            moved = draft.moved(begin, draft.line_end(end), partial(change, entry))
            written.append(moved.lstrip(" "))


def _add_lines(
    draft: Draft,
    text: str,
    indent: str,
    spans: Sequence[Leaf],
    anchor: int,
    first: int,
    *,
    is_joined: bool,
) -> None:
    """Write new entries behind the one at `anchor`, or before `first`, the first that stays."""
    if anchor >= 0:
        at = draft.line_end(spans[anchor][1])
        text = f"{draft.break_}{indent}{text}"
    elif first == len(spans) and is_joined:
        at = spans[0][0]
    elif is_joined:
        at = spans[first][0]
        text = f"{text}{draft.break_}{indent}"
    else:
        start = spans[first % len(spans)][0]
        at = draft.line_start(start if first == len(spans) else min(draft.lead(start), default=start))
        text = f"{indent}{text}{draft.break_}"
        if first == len(spans) and at:
            at = draft.line_end(at - 1)
            text = f"{draft.break_}{text.removesuffix(draft.break_)}"
    draft.put(at, at, text)


def _take_out_entry(draft: Draft, span: Leaf, *, moves: bool) -> None:
    """Take out the lines of an entry; if it moves with all comments above it, otherwise only with those that ignore."""
    start, end = span
    lead = draft.lead(start)
    if moves:
        draft.take_out_lines(min(lead, default=start), end, moves=True)
        return
    for comment in filter(draft.is_ignore, lead):
        draft.take_out_lines(comment, comment)
    draft.take_out_lines(start, end)


def _take_out_joined(draft: Draft, spans: Sequence[Leaf], first: int) -> bool:
    """
    Take out the entries before `first`, the first of which stands behind a dash that stays.

    What stands behind the dash then is `first`; or nothing, where there are comments between.

    Raises:
        ImpossibleValueError: A comment that ignores findings would no longer stand at the entry of the dash.
    """
    start, end = spans[0][0], spans[first - 1][1]
    line_end = draft.line_end(start)
    if any(draft.is_ignore(comment) for comment, _ in draft.comments(start, line_end)):
        raise unfaithful()
    lead = draft.lead(spans[first][0]) if first < len(spans) else []
    if not lead and not _loose(draft, spans[:first]):
        draft.take_out(start, spans[first][0] if first < len(spans) else draft.line_end(end))
        return True
    if first == len(spans) or any(draft.is_ignore(comment) for comment in draft.lead(start)):
        raise unfaithful()
    dash = len(draft.text[:start].rstrip(" "))
    draft.take_out(dash, draft.line_end(spans[0][1]))
    for span in spans[1:first]:
        _take_out_entry(draft, span, moves=False)
    return False


# ---------------------------------------------------------------- in brackets


def arrange_flow(draft: Draft, node: Branch, spans: Sequence[Leaf], order: Order, change: Change) -> None:
    """
    Arrange entries in brackets.

    Args:
        draft: The text.

        node: Where the brackets stand.

        spans: Where the entries stand.

        order: The entries as they are to be.

        change: Makes the changes within an entry.
    """
    _Flow(draft, node, spans).arrange(order, change)


class _Flow:
    """Entries in brackets; those with lines of their own (of each, all but a comma and a comment) are kept so."""

    def __init__(self, draft: Draft, node: Branch, spans: Sequence[Leaf]) -> None:
        self._draft = draft
        self._inner = (node.start + 1, node.end - 1)
        self._spans = spans
        follow = [*(start for start, _ in spans[1:]), node.end - 1]
        self._commas = [draft.find(",", end, after) for (_, end), after in zip(spans, follow, strict=True)]
        self._own = [
            draft.is_first(start) and draft.is_last(end if comma < 0 else comma + 1)
            for (start, end), comma in zip(spans, self._commas, strict=True)
        ]
        self._ends_in_comma = self._commas[-1] >= 0

    def arrange(self, order: Order, change: Change) -> None:
        stay = _stay(order)
        if not stay:
            self._replace_all([str(entry) for entry in order])
            return
        begin = 0
        for at in [*sorted(stay), len(self._spans)]:
            if begin < at:
                self._take_out(begin, at)
            begin = at + 1
        written: list[str] = []
        anchor = -1
        for entry in [*order, len(self._spans)]:
            if isinstance(entry, str):
                written.append(entry)
            elif entry in stay or entry == len(self._spans):
                if entry not in stay:
                    self._add_last(max(stay), written)
                elif written and anchor < 0:
                    self._add_first(min(stay), written)
                elif written:
                    self._add(anchor, written)
                if entry in stay:
                    change(entry)
                written, anchor = [], entry
            else:
                written.append(self._draft.moved(*self._spans[entry], partial(change, entry)))

    def _take_out(self, begin: int, behind: int) -> None:
        """Take out entries next to each other; the comma behind the last one before them is dealt with elsewhere."""
        draft, spans = self._draft, self._spans
        if all(self._own[begin:behind]):
            for span in spans[begin:behind]:
                _take_out_entry(draft, span, moves=False)
            return
        cuts = [(spans[begin - 1][1], spans[behind - 1][1])] if begin else []
        if behind < len(spans):
            cuts.append((spans[begin][0], spans[behind][0]))
            if draft.is_first(spans[begin][0]):
                cuts.reverse()
        cut = next((cut for cut in cuts if not draft.comments(*cut)), None)
        if cut is None:
            raise unfaithful()
        draft.take_out(*cut)

    def _add_first(self, first: int, written: Iterable[str]) -> None:
        draft, start = self._draft, self._spans[first][0]
        if draft.is_first(start) and all(self._own[:first]):
            at = draft.line_start(min(draft.lead(start), default=start))
            indent = draft.indent(start)
            draft.put(at, at, "".join(f"{indent}{entry},{draft.break_}" for entry in written))
        else:
            draft.put(start, start, "".join(f"{entry}, " for entry in written))

    def _add(self, anchor: int, written: Sequence[str], *, ends_in_comma: bool = True) -> None:
        draft, (start, end) = self._draft, self._spans[anchor]
        if self._own[anchor]:
            at = draft.line_end(end)
            line = f"{draft.break_}{draft.indent(start)}"
            draft.put(at, at, line + f",{line}".join(written) + ("," if ends_in_comma else ""))
        else:
            draft.put(end, end, "".join(f", {entry}" for entry in written))

    def _add_last(self, last: int, written: Sequence[str]) -> None:
        """Write new entries behind the last that stays, and see to the comma behind that."""
        draft, end, comma = self._draft, self._spans[last][1], self._commas[last]
        was_last = last + 1 == len(self._spans)
        is_cut = not was_last and not all(self._own[last + 1 :])
        if written and self._own[last] and not is_cut:
            if comma < 0:
                draft.put(end, end, ",")
            self._add(last, written, ends_in_comma=self._ends_in_comma)
            return
        if written:
            draft.put(end, end, "".join(f", {entry}" for entry in written))
        if comma >= 0 and not (was_last or is_cut or self._ends_in_comma):
            draft.take_out(comma, comma + 1)

    def _replace_all(self, written: Sequence[str]) -> None:
        draft, spans = self._draft, self._spans
        start, end = spans[0][0], spans[-1][1]
        if not (written or draft.comments(*self._inner)):
            draft.take_out(*self._inner)
        elif all(self._own):
            for span in spans:
                _take_out_entry(draft, span, moves=False)
            at = draft.line_end(draft.line_start(start) - 1)
            line = f"{draft.break_}{draft.indent(start)}"
            if written:
                draft.put(at, at, line + f",{line}".join(written) + ("," if self._ends_in_comma else ""))
        else:
            draft.put(start, end, ", ".join(written))
