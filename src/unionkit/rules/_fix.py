"""What would mend a finding: edits of the plan, from which the edits of its file follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import attrs

from unionkit.errors import InvalidValueError, PathError
from unionkit.model import Item, Money, Paragraph, Path, Plan, Quantity, Value, format_path


@attrs.frozen(repr=False, eq=False)
class Edit(Value):
    """
    One value of the plan becomes another.

    Attributes:
        path: Where it stands.

        old: What must stand there, or the edit does not fit.

        new: What is to stand there.
    """

    path: Path
    old: object
    new: object


@attrs.frozen(repr=False, eq=False)
class Fix(Value):
    """
    What mends a finding; all of its edits or none.

    Attributes:
        edits: The edits, of different places.
    """

    edits: tuple[Edit, ...]

    def fits(self, plan: Plan) -> bool:
        """Whether the plan still holds what the edits are to change."""
        try:
            return all(plan.value_at(edit.path) == edit.old for edit in self.edits)
        except PathError:
            return False

    def applied(self, plan: Plan) -> Plan | None:
        """Return the plan mended; None where the fix does not fit, or the result could not exist."""
        if not self.fits(plan):
            return None
        try:
            for edit in self.edits:
                plan = plan.replace_at(edit.path, edit.new)
        except InvalidValueError:
            return None
        return plan

    def as_json(self) -> dict[str, object]:
        """Return the fix as programs read it."""
        edits = [
            {"path": format_path(edit.path), "old": _plain(edit.old), "new": _plain(edit.new)}
            for edit in self.edits
        ]
        return {"edits": edits}


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if isinstance(value, Money | Quantity | Decimal):
        return str(value)
    return repr(value)


def text_fix(plan: Plan, path: Path, new: str) -> Fix | None:
    """
    Return what makes another text of a text; the facts of a paragraph go on quoting their words.

    None where nothing differs, or a fact would no longer find its words.

    Args:
        plan: The plan.

        path: Where the text stands: a heading, the text of a paragraph, a cell …

        new: The text that is to stand there.
    """
    old = plan.value_at(path)
    if old == new or not isinstance(old, str):
        return None
    edits = [Edit(path, old, new)]
    owner = plan.value_at(path[:-1]) if path[-1:] == ("text",) else None
    if isinstance(owner, Paragraph):
        for at, fact in enumerate(owner.facts):
            if fact.words is None or (fact.words in new and old.count(fact.words) == new.count(fact.words)):
                continue
            words = _moved(old, new, fact)
            if words is None:
                return None
            edits.append(Edit((*path[:-1], "facts", at, "words"), fact.words, words))
    return Fix(tuple(edits))


def _moved(old: str, new: str, fact: Item) -> str | None:
    """Return the words that a fact quoted, as the new text has them; None where they cannot be told."""
    from difflib import SequenceMatcher  # noqa: PLC0415 -- only a fix pays for it

    words = fact.words or ""
    start = -1
    for _ in range(fact.nth):
        start = old.find(words, start + 1)
        if start < 0:
            return None
    end = start + len(words)
    first = last = -1
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            if i1 <= start < i2:
                first = j1 + start - i1
            if i1 < end <= i2:
                last = j1 + end - i1
        elif i1 <= start < i2 and i1 == start:
            first = j1
        if tag != "equal" and i1 < end <= i2 and i2 == end:
            last = j2
    if not 0 <= first < last:
        return None
    moved = new[first:last]
    return moved if new.find(moved) >= 0 and new[: first + 1].count(moved) == 0 and fact.nth == 1 else None


def mended(plan: Plan, fixes: Iterable[Fix]) -> tuple[Plan, tuple[Fix, ...]]:
    """
    Return the plan with every fix that still fits after those before it, and which these were.

    Fixes that touch what another one has changed are left for the next round.
    """
    done: list[Fix] = []
    touched: set[Path] = set()
    for fix in dict.fromkeys(fixes):
        if any(_touches(edit.path, touched) for edit in fix.edits):
            continue
        made = fix.applied(plan)
        if made is not None and made != plan:
            plan = made
            done.append(fix)
            touched.update(edit.path for edit in fix.edits)
    return plan, tuple(done)


def _touches(path: Path, touched: set[Path]) -> bool:
    return any(path[: len(other)] == other or other[: len(path)] == path for other in touched)


def merged_fixes(fixes: Iterable[Fix | None]) -> Fix | None:
    """Return one fix that does what several do; None where there is none, or two do not agree about a place."""
    edits: dict[Path, Edit] = {}
    for edit in _edits(fixes):
        if edits.setdefault(edit.path, edit) != edit:
            return None
    return Fix(tuple(edits.values())) if edits else None


def _edits(fixes: Iterable[Fix | None]) -> Iterator[Edit]:
    for fix in fixes:
        if fix is not None:
            yield from fix.edits
