"""Hypothesis strategies for whole plans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import strategies as st

from unionkit.errors import ImpossibleValueError
from unionkit.model import (
    MAX_DEPTH,
    Activity,
    Budget,
    Content,
    Item,
    Numbering,
    Paragraph,
    Part,
    Plan,
    Status,
    WelfareMeasure,
)

from ._base import named, names, some
from ._budgets import budgets
from ._clean import clean_plans, violating
from ._content import all_content
from ._data import data
from ._figures import dates
from ._items import LINE_IDS
from ._organizations import organizations, periods
from ._text import filled, lines
from ._words import ATTACHMENTS, LAYOUT, NOTES, NUMBERS, PACKS, SUBTITLES, TITLES, UNIONS


@named
def plans(
    *, max_depth: int = 3, violates: str | None = None, sector: str | None = None, valid: bool = False
) -> st.SearchStrategy[Plan]:
    """
    Whole plans, with every field drawn; shrinks to the empty plan.

    Where the budget has lines with ids, many activities and welfare measures point at one of them.

    Args:
        max_depth: How many levels of parts at most; 12 is all that the model takes.

        violates: The code of a built-in rule (``UK203``): plans in which exactly that rule finds something, money
            being over a limit by one fen; they have few fields. None: any plans.

        sector: The sector of the organization (``school``). None: any.

        valid: Only plans in which no built-in rule finds anything; they have few fields.

    Raises:
        ImpossibleValueError: There is no such built-in rule, or `violates` is given together with `sector` or `valid`:
            which sectors a rule is about is the rule's to say.
    """
    if violates is not None:
        if sector is not None or valid:
            raise ImpossibleValueError(
                "violates 不能与 sector 或 valid 同时使用", "violates cannot be combined with sector or valid"
            )
        return violating(violates)
    if valid:
        return clean_plans(sector)
    if sector is not None:
        return plans(max_depth=max_depth).map(lambda plan: _of_sector(plan, sector))
    told = {
        "pack": filled(PACKS),
        "status": st.sampled_from(Status),
        "title": names(TITLES, lines()),
        "subtitle": names(SUBTITLES, lines()),
        "number": names(NUMBERS, lines()),
        "addressee": names(UNIONS, lines()),
        "organization": organizations(),
        "period": periods(),
        "attachments": st.lists(filled(ATTACHMENTS), max_size=2),
        "signature": names(UNIONS, lines()),
        "issued": dates(),
        "sealed": st.booleans(),
        "note": names(NOTES, lines()),
        "approved": dates(),
        "layout": st.lists(filled(LAYOUT), max_size=3),
        "data": data(),
    }
    budget = st.one_of(st.none(), budgets(), budgets(min_lines=1))
    content = all_content(min(max_depth, MAX_DEPTH), max_size=5)
    numbering = st.none() | st.sampled_from(Numbering)
    return st.builds(_plan, content, budget, numbering, some(told))


def _plan(
    content: list[Content], budget: Budget | None, numbering: Numbering | None, entries: dict[str, Any]
) -> Plan:
    """Build a plan in which each id stands once, and pointers lead to lines of its budget."""
    known = tuple(_ids_of(budget))
    seen: set[str] = set()

    def fitted(node: Any) -> Any:
        if isinstance(node, Paragraph):
            return attrs.evolve(node, facts=[fitted(fact) for fact in node.facts]) if node.facts else node
        changes: dict[str, Any] = {}
        if isinstance(node, Item | Part) and node.id is not None:
            changes |= {"id": None} if node.id in seen else {}
            seen.add(node.id)
        if isinstance(node, Part) and node.content:
            changes["content"] = [fitted(inner) for inner in node.content]
        if isinstance(node, Activity | WelfareMeasure) and node.line in LINE_IDS and known:
            changes["line"] = known[LINE_IDS.index(node.line) % len(known)]
        return attrs.evolve(node, **changes) if changes else node

    return Plan(content=[fitted(node) for node in content], budget=budget, numbering=numbering, **entries)


def _of_sector(plan: Plan, sector: str) -> Plan:
    return attrs.evolve(plan, organization=attrs.evolve(plan.organization, sector=sector))


def _ids_of(budget: Budget | None) -> Iterator[str]:
    if budget is not None:
        yield from (line.id for line in (*budget.income, *budget.expenditure) if line.id is not None)
