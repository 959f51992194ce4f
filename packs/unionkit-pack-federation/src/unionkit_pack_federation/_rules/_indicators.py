"""Rules about indicators and the tasks of the bodies below."""

from __future__ import annotations

from collections.abc import Iterator

from unionkit.model import Comparator, Goal, Quantity
from unionkit.rules import CONVENTION, Check, Finding, Severity
from unionkit_pack_federation._data import FederationData
from unionkit_pack_federation._indicators import Indicator, total

from ._base import DataRule, at, counted


class TasksBelowTarget(DataRule):
    """
    Reports an indicator whose tasks of the bodies below add up to less than the target of the whole area.

    ## Why is this bad?

    When every body has done what it was asked, the federation still misses its target, and nobody answers for the rest.

    ## Example

    ```yaml
    data:
      federation:
        indicators: [{name: 新建工会, unit: 家, target: 20}]
        bodies:
          - {name: 清河镇总工会, tasks: [{indicator: 新建工会, target: 8}]}
          - {name: 北岭镇总工会, tasks: [{indicator: 新建工会, target: 6}]}
    ```

    Use instead:

    ```yaml
    data:
      federation:
        indicators: [{name: 新建工会, unit: 家, target: 20}]
        bodies:
          - {name: 清河镇总工会, tasks: [{indicator: 新建工会, target: 11}]}
          - {name: 北岭镇总工会, tasks: [{indicator: 新建工会, target: 9}]}
    ```

    ## Known limits

    More than the target is no fault: a reserve is often shared out as well. Where no body has a task of the indicator,
    or one of those that have one gives no number, nothing is said: the sheet is still being filled in.
    """

    code = "FED201"
    slug = "tasks-below-target"
    title_zh = "各单位任务合计少于总任务"
    title_en = "tasks below the target"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "“{indicator}”分给各单位的任务合计 {shared}，总任务是 {target}，还差 {lack}。",
        "en": "The tasks of “{indicator}” add up to {shared}, and the target is {target}: {lack} are nobody's.",
    }

    def look(self, data: FederationData, check: Check) -> Iterator[Finding]:
        del check
        for nth, indicator in enumerate(data.indicators):
            tasks = [task for body in data.bodies if (task := body.task(indicator.name)) is not None]
            shared = total([task.target for task in tasks])
            is_filled = all(task.target is not None for task in tasks)
            if (
                indicator.target is not None
                and shared is not None
                and is_filled
                and shared < indicator.target
            ):
                yield self.finding(
                    at("indicators", nth, "target"),
                    indicator=indicator.name,
                    shared=counted(shared, indicator.unit),
                    target=counted(indicator.target, indicator.unit),
                    lack=counted(indicator.target - shared, indicator.unit),
                )


class GoalUnlikeIndicator(DataRule):
    """
    Reports a goal of the plan whose figure is not that of the indicator of the same name.

    ## Why is this bad?

    The text goes to the office above, the sheet to the bodies below. Two figures of one aim are found out at the end of
    the year.

    ## Example

    ```yaml
    content:
      - {goal: 新建工会, target: ">= 20家"}
    data:
      federation:
        indicators: [{name: 新建工会, unit: 家, target: 18}]
    ```

    Use instead:

    ```yaml
    content:
      - {goal: 新建工会, target: ">= 20家"}
    data:
      federation:
        indicators: [{name: 新建工会, unit: 家, target: 20}]
    ```

    ## Known limits

    Names are compared without spaces and quotation marks. Goals with a scope, ranges, ceilings, and figures that are
    meant as about are not compared, nor those in another unit; a figure without unit has that of the other.
    """

    code = "FED202"
    slug = "goal-unlike-indicator"
    title_zh = "正文目标与分解表的总任务不同"
    title_en = "goal unlike the indicator"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "正文里“{name}”的目标是 {goal}，分解表的总任务是 {target}{unit}；请统一。",
        "en": "The goal “{name}” is {goal} in the text, and {target} {unit} in the sheet; make them agree.",
    }

    def look(self, data: FederationData, check: Check) -> Iterator[Finding]:
        by_name = {_bare(each.name): each for each in data.indicators if each.target is not None}
        for path, goal in check.survey.goals:
            indicator = by_name.get(_bare(goal.indicator))
            if indicator is None or goal.scope or check.calendar.looks_back(path):
                continue
            if _differs(goal, indicator):
                yield self.finding(
                    (*path, "target"),
                    name=indicator.name,
                    goal=str(goal.target),
                    target=indicator.target,
                    unit=indicator.unit,
                )


def _bare(name: str) -> str:
    return "".join(sign for sign in name if not sign.isspace() and sign not in "“”\"'")


def _differs(goal: Goal, indicator: Indicator) -> bool:
    target = goal.target
    if target is None or target.upper is not None or indicator.target is None:
        return False
    if target.comparator not in (Comparator.AT_LEAST, Comparator.EXACTLY):
        return False
    ours, unit = Quantity(target.value, target.unit).measure()
    theirs, their_unit = Quantity(indicator.target, indicator.unit).measure()
    return (unit == their_unit or not unit or not their_unit) and ours != theirs


class TaskOfNoIndicator(DataRule):
    """
    Reports a task of a body whose indicator is not among the indicators.

    ## Why is this bad?

    It stands in no sheet and counts in no sum. Mostly a name was changed in one place only.

    ## Example

    ```yaml
    data:
      federation:
        indicators: [{name: 新建工会, unit: 家, target: 6}]
        bodies: [{name: 清河镇总工会, tasks: [{indicator: 组建工会, target: 6}]}]
    ```

    Use instead:

    ```yaml
    data:
      federation:
        indicators: [{name: 新建工会, unit: 家, target: 6}]
        bodies: [{name: 清河镇总工会, tasks: [{indicator: 新建工会, target: 6}]}]
    ```

    ## Known limits

    The names must be the same letter by letter.
    """

    code = "FED203"
    slug = "task-of-no-indicator"
    title_zh = "任务的指标没有列出"
    title_en = "task of no indicator"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "“{body}”有“{name}”的任务，而 indicators 里没有这个指标；已有：{known}。",
        "en": "“{body}” has a task of “{name}”, which is no indicator; there are: {known}.",
    }

    def look(self, data: FederationData, check: Check) -> Iterator[Finding]:
        del check
        names = [indicator.name for indicator in data.indicators]
        for nth, body in enumerate(data.bodies):
            for at_task, task in enumerate(body.tasks):
                if task.indicator not in names:
                    yield self.finding(
                        at("bodies", nth, "tasks", at_task, "indicator"),
                        body=body.name,
                        name=task.indicator,
                        known="、".join(names) or "—",
                    )
