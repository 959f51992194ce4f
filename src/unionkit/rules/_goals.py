"""Rules about goals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Comparator, Goal, GoalKind, plain_number

from ._finding import Finding, Severity
from ._rule import CONVENTION, Check, Rule


class GoalWithoutMeasure(Rule):
    """
    Reports a goal that names neither a figure (`target`), nor a status to keep (`keep`), nor a last day (`due`).

    ## Why is this bad?

    At the end of the half year nobody can say whether it was reached.

    ## Example

    ```yaml
    - goal: 职工满意度
    ```

    Use instead:

    ```yaml
    - goal: 职工满意度
      target: ">= 85%"
    ```

    ## Known limits

    A goal without any of the three may be meant as a completion; then give the day with `due`.
    """

    code = "UK301"
    slug = "goal-without-measure"
    title_zh = "目标没有指标值、保持状态或完成期限"
    title_en = "goal without target, status or due date"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”无从考核；请写上 target（指标值）、keep（保持）、when（何时）或 due（完成期限）之一。",
        "en": "Nobody can tell when the goal “{indicator}” is reached; give a target, keep, a time or a due date.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        if goal.kind is GoalKind.STATUS and not goal.keep:
            yield self.finding((*check.path, "goal"), indicator=goal.indicator)


class ShareAboveWhole(Rule):
    """
    Reports a goal that asks for more than 100%.

    ## Why is this bad?

    A share of people or units cannot exceed the whole; usually a digit slipped or a growth rate was meant.

    ## Example

    ```yaml
    - goal: 校务公开覆盖面
      target: ">= 110%"
    ```

    Use instead:

    ```yaml
    - goal: 校务公开覆盖面
      target: "= 100%"
    ```

    ## Known limits

    A rate of growth or completion may rightly exceed 100%; ignore the finding there.
    """

    code = "UK302"
    slug = "share-above-whole"
    title_zh = "比率超过 100%"
    title_en = "share above 100%"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”的指标值 {figure}% 超过 100%；请核对数字。",
        "en": "The goal “{indicator}” asks for {figure}%, more than the whole; check the figure.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        if goal.target is None or goal.target.unit != "%" or goal.target.comparator is Comparator.AT_MOST:
            return
        highest = goal.target.upper if goal.target.upper is not None else goal.target.value
        if highest > 100:
            yield self.finding(
                (*check.path, "target"), indicator=goal.indicator, figure=plain_number(highest)
            )


RULES: Final[tuple[Rule, ...]] = (GoalWithoutMeasure(), ShareAboveWhole())
