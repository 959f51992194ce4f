"""The built-in sections: the content of a plan as it stands, its sign-off, and tables made from its data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from unionkit.model import CORE_VOCABULARY, Content, Part

from ._section import Scope, Section, content_blocks
from ._table_budget import budget_section, budget_tables
from ._table_calendar import calendar
from ._table_welfare import welfare_table
from ._table_work import division_of_work, goal_table
from ._tree import Block, SignOff
from ._wording_dates import worded_date

BODY: Final = "body"
"""The section that prints all content which no other section of the layout claims."""

SIGN_OFF: Final = "sign-off"
"""The section that prints signature and date; what follows it in a layout is attached."""

BUDGET_TABLE: Final = "budget-table"
"""The section that prints the budget; without it, the budget stands at the end of the part about it."""


def is_about_the_budget(node: Content) -> bool:
    """Whether it is a part about the budget, which ends with its tables."""
    return isinstance(node, Part) and node.role == "budget"


def _content(scope: Scope) -> Iterator[Block]:
    budget = scope.budget_in_part
    for node in scope.content:
        yield from content_blocks((node,), lang=scope.lang, vocabulary=scope.vocabulary)
        if budget and is_about_the_budget(node):
            yield from budget_tables(scope)
            budget = False


def _sign_off(scope: Scope) -> Iterator[Block]:
    plan, lang = scope.plan, scope.lang
    issued = worded_date(plan.issued, lang) if plan.issued else ""
    note = plan.note
    if note and not (note.startswith(("（", "(")) and note.endswith(("）", ")"))):
        note = f"（{note}）" if lang == "zh" else f"({note})"
    if plan.signature or issued or note:
        yield SignOff(plan.signature, issued, plan.sealed, note)


SECTIONS: Final[tuple[Section, ...]] = (
    Section(name=BODY, compose=_content, title="正文", title_en="Text"),
    Section(name=SIGN_OFF, compose=_sign_off, title="落款", title_en="Sign-off"),
    *(
        Section(name=role, compose=_content, roles=frozenset({role}), title=term.zh, title_en=term.en)
        for role, term in CORE_VOCABULARY.roles.items()
    ),
    Section(
        name="calendar",
        compose=calendar,
        title="活动安排表",
        title_en="Calendar of activities",
        headed=True,
    ),
    Section(
        name="division-of-work",
        compose=division_of_work,
        title="任务分工表",
        title_en="Division of work",
        headed=True,
    ),
    Section(name="goal-table", compose=goal_table, title="目标任务表", title_en="Goals", headed=True),
    Section(
        name="welfare-table",
        compose=welfare_table,
        title="福利与关爱措施表",
        title_en="Welfare and care",
        headed=True,
    ),
    Section(name=BUDGET_TABLE, compose=budget_section, title="经费预算表", title_en="Budget", headed=True),
)
"""The built-in sections: the body, one for each role of a part, the sign-off, and the tables."""

DEFAULT_LAYOUT: Final = (BODY, SIGN_OFF)
"""The layout of plans without a pack: everything as it stands."""
