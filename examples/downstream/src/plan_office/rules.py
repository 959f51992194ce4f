"""The office's own rule: when its books are closed, nothing that costs money may be left to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final, cast

from unionkit import hookimpl
from unionkit.model import Activity
from unionkit.rules import Basis, Check, Confidence, Finding, Rule, Severity

CLOSING: Final = (12, 20)
"""Month and day on which the books of a year are closed."""


class SpendingAfterClosing(Rule):
    """
    Reports an activity with a cost on days when the books of the year are closed already.

    ## Why is this bad?

    Bills of the last days of December cannot be paid from this year's budget, and next year's does not have them.

    ## Example

    ```yaml
    - {activity: 迎新年联欢会, kind: culture-sport, when: 12月28日, cost: 5000, owner: 文体委员}
    ```

    Use instead:

    ```yaml
    - {activity: 迎新年联欢会, kind: culture-sport, when: 12月18日, cost: 5000, owner: 文体委员}
    ```

    ## Known limits

    An activity that may be held before (12月, 年底前) is left alone, and so is one whose cost nobody has said.
    """

    code = "OFF101"
    slug = "spending-after-closing"
    title_zh = "结账以后还有支出"
    title_en = "spending after the books are closed"
    severity = Severity.WARNING
    basis = Basis(title="本单位财务结账规定", confidence=Confidence.CONVENTION)
    nodes = (Activity,)
    wording = {
        "zh": "“{title}”要花 {cost}，最早在 {day}，而本年度 {closing} 结账；请提前，或列入下一年预算。",
        "en": "“{title}” costs {cost}, on {day} at the earliest, when the books have been closed since {closing}; "
        "hold it earlier, or enter it in next year's budget.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        activity = cast("Activity", node)
        if activity.cost is None or not activity.cost.yuan or activity.done:
            return
        times = check.calendar.of(activity, check.path)
        starts = (each.start for time in times for each in time.resolution)
        days = [day for day in starts if isinstance(day, dt.date)]  # without a year there are none
        if not days:
            return
        first = min(days)
        closing = dt.date(first.year, *CLOSING)
        if first > closing:
            yield self.finding(
                (*check.path, "when"),
                title=activity.title,
                cost=f"{activity.cost.yuan}元",
                day=first.isoformat(),
                closing=closing.isoformat(),
            )


@hookimpl
def unionkit_rules() -> Sequence[Rule]:
    return (SpendingAfterClosing(),)
