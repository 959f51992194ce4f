"""Rules that reckon: the register, the classes of enterprises and the goals of a plan agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from unionkit.model import Comparator, Goal, Path, Plan
from unionkit.rules import CONVENTION, Check, Finding, Rule, Severity, Worded
from unionkit_pack_town._data import EnterpriseClass, Task, TownData
from unionkit_pack_town._lexicon import LEXICON

from ._common import at, class_of, data_of_town

_TASKS = {
    Task.BUILD: Worded("新建工会", "a union to build"),
    Task.STANDARDISE: Worded("规范化建设", "a union to bring up to standard"),
}
_COUNTED = {
    Task.BUILD: ("to_build", "built"),
    Task.STANDARDISE: ("to_standardise", "standardised"),
}
"""For each task the figures of a class: what is to be done, and what is done."""


def _figures(each: EnterpriseClass, task: Task) -> tuple[int, int]:
    if task is Task.BUILD:
        return each.to_build, each.built
    return each.to_standardise, each.standardised


class NamedMoreThanCounted(Rule):
    """
    Reports a class of enterprises of which the register names more than the class is to have.

    ## Why is this bad?

    The county reckons with the figures of the classes, the officers go by the names. Where the names are more, one of the
    two is from an older draft, and at the end of the year nobody can say what was promised.

    ## Example

    ```yaml
    data:
      town:
        classes: [{size: middle, enterprises: 46, organised: 41, to_build: 1}]
        register:
          - {enterprise: 清河纺织有限公司, size: middle}
          - {enterprise: 北岭机械厂, size: middle}
    ```

    Use instead:

    ```yaml
    data:
      town:
        classes: [{size: middle, enterprises: 46, organised: 41, to_build: 2}]
        register:
          - {enterprise: 清河纺织有限公司, size: middle}
          - {enterprise: 北岭机械厂, size: middle}
    ```

    ## Known limits

    Fewer names than the class counts are no fault: the others are still to be found. Classes without figures are not looked
    at.
    """

    code = "TWN101"
    slug = "register-names-more-than-counted"
    title_zh = "台账所列企业多于分类目标"
    title_en = "register names more enterprises than the class is to have"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    pack = "town"
    wording = {
        "zh": "{kind}：台账列了 {named} 家{task}，分类目标只有 {target} 家；请核对哪一个是对的。",
        "en": "{kind}: the register names {named} enterprises with {task}, the class has {target}; see which is right.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = data_of_town(cast("Plan", node))
        for index, each in enumerate(data.classes):
            for task in Task:
                named = sum(entry.task is task for entry in data.entries(each.size, each.ownership))
                target, _ = _figures(each, task)
                if named > target:
                    yield self.finding(
                        at(check.path, "classes", index, _COUNTED[task][0]),
                        kind=class_of(each),
                        named=named,
                        task=_TASKS[task],
                        target=target,
                    )


class DoneDiffers(Rule):
    """
    Reports a class of enterprises of which the register marks more as done than the class counts.

    ## Why is this bad?

    What is reported upwards is the figure of the class. Unions that were built, and are not in it, are not counted.

    ## Example

    ```yaml
    data:
      town:
        classes: [{size: middle, enterprises: 46, organised: 41, to_build: 2, built: 0}]
        register: [{enterprise: 清河纺织有限公司, size: middle, done: true}]
    ```

    Use instead:

    ```yaml
    data:
      town:
        classes: [{size: middle, enterprises: 46, organised: 41, to_build: 2, built: 1}]
        register: [{enterprise: 清河纺织有限公司, size: middle, done: true}]
    ```

    ## Known limits

    The class may count more than the register names. Classes without figures are not looked at.
    """

    code = "TWN102"
    slug = "register-done-more-than-counted"
    title_zh = "台账已完成数多于分类统计"
    title_en = "register marks more as done than the class counts"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    pack = "town"
    wording = {
        "zh": "{kind}：台账标明已完成{task} {named} 家，分类统计只有 {counted} 家；请更新分类统计。",
        "en": "{kind}: the register marks {named} enterprises with {task} as done, the class counts {counted}; bring"
        " the class up to date.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = data_of_town(cast("Plan", node))
        for index, each in enumerate(data.classes):
            entries = data.entries(each.size, each.ownership)
            for task in Task:
                named = sum(entry.task is task and entry.done for entry in entries)
                _, counted = _figures(each, task)
                if named > counted:
                    yield self.finding(
                        at(check.path, "classes", index, _COUNTED[task][1]),
                        kind=class_of(each),
                        named=named,
                        task=_TASKS[task],
                        counted=counted,
                    )


class TooManyUnions(Rule):
    """
    Reports a class in which more unions are to be built, or were built, than enterprises were without one.

    ## Why is this bad?

    Such a figure cannot come about: enterprises were counted twice, those that had a union already stand among the new
    ones, or the number of enterprises is from another year.

    ## Example

    ```yaml
    data:
      town:
        classes: [{size: large, enterprises: 14, organised: 13, to_build: 2}]
    ```

    Use instead:

    ```yaml
    data:
      town:
        classes: [{size: large, enterprises: 14, organised: 13, to_build: 1}]
    ```

    ## Known limits

    Enterprises that are expected to open during the year count only when `enterprises` includes them.
    """

    code = "TWN103"
    slug = "more-unions-than-enterprises"
    title_zh = "建会数多于未建会企业数"
    title_en = "more unions to build than enterprises without one"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    pack = "town"
    wording = {
        "zh": "{kind}共 {all} 家，期初已建会 {had} 家，{what} {number} 家，超过了未建会的 {left} 家；请核对。",
        "en": "{kind}: of {all}, {had} had a union; {number} {what} are more than the {left} without one.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        for index, each in enumerate(data_of_town(cast("Plan", node)).classes):
            without = each.enterprises - each.organised
            for key, number, what in (
                ("to_build", each.to_build, Worded("计划新建", "to be built")),
                ("built", each.built, Worded("已新建", "built since")),
            ):
                if number > without:
                    yield self.finding(
                        at(check.path, "classes", index, key),
                        kind=class_of(each),
                        all=each.enterprises,
                        had=each.organised,
                        what=what,
                        number=number,
                        left=without,
                    )


class GoalDiffers(Rule):
    """
    Reports a goal that counts unions to build, or to bring up to standard, and differs from what the classes add up to.

    ## Why is this bad?

    The register is what the goal is checked against. If ten unions are promised and the classes add up to eight, two are
    nobody's task; if they add up to twelve, the promise is too small.

    ## Example

    ```yaml
    content: [{goal: 新建工会, target: "= 10家"}]
    data:
      town:
        classes:
          - {size: large, enterprises: 14, organised: 13, to_build: 1}
          - {size: small, enterprises: 108, organised: 80, to_build: 7}
    ```

    Use instead:

    ```yaml
    content: [{goal: 新建工会, target: "= 8家"}]
    data:
      town:
        classes:
          - {size: large, enterprises: 14, organised: 13, to_build: 1}
          - {size: small, enterprises: 108, organised: 80, to_build: 7}
    ```

    ## Known limits

    Only goals in 家 or 个, or without a unit, for all enterprises are compared, and only where the plan has one of them. A
    goal of at least so many is met by more, one of about so many by anything. Plans whose classes build nothing are not
    looked at.
    """

    code = "TWN104"
    slug = "goal-differs-from-register"
    title_zh = "目标与台账合计不符"
    title_en = "goal differs from the register"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    pack = "town"
    wording = {
        "zh": "目标“{goal}”是 {target}，台账各类合计却是 {sum} 家；请改成一致。",
        "en": "The goal “{goal}” is {target}, but the classes of the register add up to {sum}; make them agree.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = data_of_town(cast("Plan", node))
        for task, key in ((Task.BUILD, "build"), (Task.STANDARDISE, "standardise")):
            wanted = _sum(data, task)
            goals = _counting_goals(check, key)
            if not wanted or len(goals) != 1:
                continue
            ((path, goal),) = goals
            if _differs(goal, wanted):
                yield self.finding(
                    (*path, "target"), goal=goal.indicator, target=_said_target(goal), sum=wanted
                )


def _sum(data: TownData, task: Task) -> int:
    return sum(_figures(each, task)[0] for each in data.classes)


def _counting_goals(check: Check, key: str) -> list[tuple[Path, Goal]]:
    """The goals that count unions of that kind, of all enterprises."""
    return [
        (path, goal)
        for path, goal in check.survey.goals
        if goal.target is not None
        and goal.target.unit in ("", "家", "个")
        and not goal.scope
        and not check.calendar.looks_back(path)
        and LEXICON.pattern("goals", key).search(goal.indicator)
    ]


def _differs(goal: Goal, wanted: int) -> bool:
    target = goal.target
    if target is None:
        return False
    match target.comparator:
        case Comparator.AT_LEAST:
            return wanted < target.value
        case Comparator.AT_MOST:
            return wanted > target.value
        case Comparator.ABOUT:
            return False
        case Comparator.EXACTLY:
            return not target.value <= wanted <= (target.upper or target.value)


def _said_target(goal: Goal) -> str:
    return str(goal.target).removeprefix("= ")
