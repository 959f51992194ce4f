"""The division of work (任务分工表) and the goals (目标任务表)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from unionkit.errors import Lang
from unionkit.model import Activity, Goal

from ._section import Scope
from ._table_columns import CENTRED, TEXT, Head, filled_grid, only_year, tasks
from ._tree import Block
from ._wording import worded_name, worded_task, worded_time
from ._wording_figures import worded_figure, worded_progress, worded_quantity

_WORK: Final = (
    Head("序号", "No.", CENTRED, 3, always=True),
    Head("工作任务", "Task", TEXT, 15, always=True),
    Head("完成时限", "When", TEXT, 8),
    Head("责任部门", "Responsible", TEXT, 6, always=True),
    Head("配合单位", "Partners", TEXT, 5),
)
_GOALS: Final = (
    Head("目标", "Goal", TEXT, 10, always=True),
    Head("范围", "Scope", TEXT, 6),
    Head("现状", "At present", TEXT, 6),
    Head("指标值", "Target", CENTRED, 6, always=True),
    Head("完成时限", "When", TEXT, 6),
    Head("责任部门", "Responsible", TEXT, 5),
)


def division_of_work(scope: Scope) -> Iterator[Block]:
    """
    Make the division of work: every goal, activity and welfare measure that lies ahead, in the order of the plan.

    Those that nobody is responsible for stand at the end with an empty cell, so that the meeting that reads the table
    can fill it in.
    """
    lang, year = scope.lang, only_year(scope.plan)
    ordered = sorted(tasks(scope.plan), key=lambda item: not item.owner.strip())
    rows = [
        (
            str(number),
            worded_task(item, lang, scope.vocabulary),
            worded_time(item, lang, year),
            item.owner,
            ("、" if lang == "zh" else ", ").join(item.partners) if isinstance(item, Activity) else "",
        )
        for number, item in enumerate(ordered, 1)
    ]
    if rows:
        yield filled_grid(_WORK, rows, lang=lang)


def goal_table(scope: Scope) -> Iterator[Block]:
    """Make the table of goals, in the order of the plan."""
    lang, year = scope.lang, only_year(scope.plan)
    rows = [
        (
            worded_name(goal.indicator, lang),
            goal.scope,
            _so_far(goal, lang),
            _asked(goal, lang),
            worded_time(goal, lang, year),
            goal.owner,
        )
        for goal in tasks(scope.plan)
        if isinstance(goal, Goal)
    ]
    if rows:
        yield filled_grid(_GOALS, rows, lang=lang)


def _asked(goal: Goal, lang: Lang) -> str:
    if goal.target is not None:
        return worded_figure(goal.target, lang)
    kept, completed = ("保持", "完成") if lang == "zh" else ("keep", "complete")
    return kept if goal.keep else completed


def _so_far(goal: Goal, lang: Lang) -> str:
    """The figure at the start, and what of the target is reached."""
    return ("，" if lang == "zh" else ", ").join(
        filter(None, (worded_quantity(goal.baseline, lang), worded_progress(goal.progress, lang)))
    )
