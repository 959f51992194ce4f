"""Rules about goals that do not agree with one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from unionkit.model import Comparator, Goal, Path, Plan, Target

from ._finding import Finding, Severity, Worded
from ._goals_figures import measured, same_unit
from ._rule import CONVENTION, Check, Rule

_BLANK: Final = re.compile(r"[\s“”\"'‘’《》]")
_EVERYTHING: Final = frozenset({"", "全部", "所有", "全体", "整体", "总体", "全员"})
_REST: Final = re.compile("其他|其它|其余|以外|之外|除")
_NOT: Final = ("非", "不属于")
"""What before a scope makes another of it: 非公有制企业 are no 公有制企业."""
_WHOLE: Final = 100


_ALL: Final = Worded("全部", "all")


class _Aim(NamedTuple):
    """
    A goal that has a target and lies ahead.

    Attributes:
        path: Where it stands.

        goal: The goal.

        target: Its target.

        indicator: What it measures, without spaces and quotation marks.

        scope: Whom it covers, likewise; empty for all.
    """

    path: Path
    goal: Goal
    target: Target
    indicator: str
    scope: str

    def may_be_with(self, other: _Aim) -> bool:
        """Whether both may be meant for the same people and day: no two owners, and no two days."""
        ours, theirs = self.goal, other.goal
        return (
            (not ours.owner or not theirs.owner or ours.owner == theirs.owner)
            and (ours.due == theirs.due or ours.due is None or theirs.due is None)
            and (ours.when == theirs.when or ours.when is None or theirs.when is None)
        )


def _aims(check: Check) -> Iterator[list[_Aim]]:
    """Yield the goals of each indicator that several have."""
    by_name: dict[str, list[_Aim]] = {}
    for path, goal in check.survey.goals:
        if goal.target is not None and not check.calendar.looks_back(path):
            name = _BLANK.sub("", goal.indicator)
            scope = _BLANK.sub("", goal.scope)
            aim = _Aim(path, goal, goal.target, name, "" if scope in _EVERYTHING else scope)
            by_name.setdefault(name, []).append(aim)
    return (aims for aims in by_name.values() if len(aims) > 1)


def _is_part(part: str, whole: str) -> bool:
    """Whether one scope lies within another: 国有企业 within 企业, and anything within all."""
    if part == whole or _REST.search(part) or _REST.search(whole):
        return False
    return part.endswith(whole) and not part.removesuffix(whole).endswith(_NOT)


def _of_parts(aims: list[_Aim]) -> Iterator[tuple[_Aim, list[_Aim]]]:
    """Yield goals with those of parts of their scope, told in the same unit."""
    for whole in aims:
        unit = measured(whole.target)[2]
        parts = [
            part
            for part in aims
            if _is_part(part.scope, whole.scope)
            and whole.may_be_with(part)
            and same_unit(measured(part.target)[2], unit)
        ]
        if parts:
            yield whole, parts


class TwoTargetsOfOneIndicator(Rule):
    """
    Reports two goals of the same indicator and scope with different targets.

    ## Why is this bad?

    The plan promises both, and whoever sums up at the end picks one.

    ## Example

    ```yaml
    - {goal: 集体合同签订率, target: ">= 90%"}
    - {goal: 集体合同签订率, target: ">= 95%"}
    ```

    Use instead:

    ```yaml
    - {goal: 集体合同签订率, scope: 国有企业, target: ">= 95%"}
    - {goal: 集体合同签订率, scope: 其他企业, target: ">= 90%"}
    ```

    ## Known limits

    Goals of two owners, or for two days (6月底 90%, 年底 95%), may differ, and so may a rate and a count. What stands in a
    review is not looked at.
    """

    code = "UK319"
    slug = "two-targets-of-one-indicator"
    title_zh = "同一指标有两个指标值"
    title_en = "two targets of one indicator"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    wording = {
        "zh": "目标“{indicator}”前面写的是 {other}，这里是 {target}；请统一，或写明各自的范围（scope）、期限。",
        "en": "The goal “{indicator}” had the target {other} before, and has {target} here; make them agree, or give each"
        " its scope or day.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        del node  # the survey is that of the plan
        for aims in _aims(check):
            told: set[Path] = set()
            for first, second in combinations(aims, 2):
                if (
                    second.path not in told
                    and first.scope == second.scope
                    and first.may_be_with(second)
                    and _differ(first.target, second.target)
                ):
                    told.add(second.path)
                    yield self.finding(
                        (*second.path, "target"),
                        indicator=second.goal.indicator,
                        other=str(first.target),
                        target=str(second.target),
                    )


def _differ(one: Target, other: Target) -> bool:
    """Whether two targets in one unit ask for different figures; at least 100% is exactly 100%."""
    value, upper, unit = measured(one)
    if not same_unit(unit, measured(other)[2]):
        return False
    return (value, upper) != measured(other)[:2] or (
        {one.comparator, other.comparator} == {Comparator.AT_LEAST, Comparator.AT_MOST}
    )


class OverlappingScopes(Rule):
    """
    Tells that two rates of one indicator have scopes of which one lies within the other (企业 80%, 国有企业 100%).

    ## Why is this bad?

    Nobody can tell whether the first covers the second as well, and the two are counted by different people.

    ## Example

    ```yaml
    - {goal: 集体合同签订率, scope: 企业, target: ">= 80%"}
    - {goal: 集体合同签订率, scope: 国有企业, target: ">= 90%"}
    ```

    Use instead:

    ```yaml
    - {goal: 集体合同签订率, scope: 其他企业, target: ">= 80%"}
    - {goal: 集体合同签订率, scope: 国有企业, target: ">= 90%"}
    ```

    ## Known limits

    A scope lies within another that it ends with (国有企业 in 企业), and in all where the other goal says none. Scopes with
    其他, 以外 or 除 pass, and so does the opposite (非公有制企业).
    """

    code = "UK320"
    slug = "overlapping-scopes"
    title_zh = "同一指标的范围互相重叠"
    title_en = "overlapping scopes"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Plan,)
    wording = {
        "zh": "“{indicator}”对“{part}”要求 {target}，对{whole}要求 {other}，而前者就在后者之内；请写明后者是否只指其余（如“其他企业”）。",
        "en": "“{indicator}” is {target} for “{part}” and {other} for {whole}, which covers it; say whether the latter are the"
        " others only (such as 其他企业).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        del node  # the survey is that of the plan
        for aims in _aims(check):
            for whole, parts in _of_parts(aims):
                value, _, unit = measured(whole.target)
                if unit != "%" or value >= _WHOLE:
                    continue
                for part in parts:
                    if _differ(whole.target, part.target):
                        yield self.finding(
                            (*part.path, "scope"),
                            indicator=part.goal.indicator,
                            part=part.goal.scope,
                            target=str(part.target),
                            whole=f"“{whole.goal.scope}”" if whole.scope else _ALL,
                            other=str(whole.target),
                        )


class PartsContradictWhole(Rule):
    """
    Reports goals for parts that cannot be with the goal for the whole: parts that add up to more than the exact or the
    highest number of all, or a part below 100% where all are to reach 100%.

    ## Why is this bad?

    One of the figures is wrong. When the summary adds up the parts, the sum does not fit.

    ## Example

    ```yaml
    - {goal: 新建工会, target: = 10家}
    - {goal: 新建工会, scope: 非公企业, target: = 8家}
    - {goal: 新建工会, scope: 社会组织, target: = 5家}
    ```

    Use instead:

    ```yaml
    - {goal: 新建工会, target: = 13家}
    - {goal: 新建工会, scope: 非公企业, target: = 8家}
    - {goal: 新建工会, scope: 社会组织, target: = 5家}
    ```

    ## Known limits

    Parts that share members count twice. A whole of at least so many may be less than its parts together.
    """

    code = "UK321"
    slug = "parts-contradict-whole"
    title_zh = "分项目标与总目标不符"
    title_en = "parts contradict the whole"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    wording = {
        "zh": "目标“{indicator}”总的是 {target}，而{parts}；请核对数字。",
        "en": "The goal “{indicator}” is {target} for all, and {parts}; check the figures.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        del node  # the survey is that of the plan
        for aims in _aims(check):
            for whole, parts in _of_parts(aims):
                said = _told_of_rates(whole, parts) or _told_of_counts(whole, parts)
                if said is not None:
                    yield self.finding(
                        (*whole.path, "target"),
                        indicator=whole.goal.indicator,
                        target=str(whole.target),
                        parts=said,
                    )


_FLOORS: Final = (Comparator.AT_LEAST, Comparator.EXACTLY)
_CEILINGS: Final = (Comparator.AT_MOST, Comparator.EXACTLY)


def _told_of_rates(whole: _Aim, parts: list[_Aim]) -> Worded | None:
    value, _, unit = measured(whole.target)
    if unit != "%" or value < _WHOLE or whole.target.comparator not in _FLOORS:
        return None
    for part in parts:
        if measured(part.target)[1] < _WHOLE:
            return Worded(
                f"“{part.goal.scope}”只要求 {part.target}", f"only {part.target} for “{part.goal.scope}”"
            )
    return None


def _told_of_counts(whole: _Aim, parts: list[_Aim]) -> Worded | None:
    _, upper, unit = measured(whole.target)
    if unit == "%" or whole.target.comparator not in _CEILINGS:
        return None
    floors = [measured(part.target)[0] for part in parts if part.target.comparator in _FLOORS]
    total = sum(floors)
    if total <= upper:
        return None
    return Worded(f"各分项合计已有 {total}{unit}", f"the parts add up to {total}{unit}")


RULES: Final[tuple[Rule, ...]] = (TwoTargetsOfOneIndicator(), OverlappingScopes(), PartsContradictWhole())
