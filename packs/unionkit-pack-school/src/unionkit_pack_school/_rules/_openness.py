"""Rules about the openness of school affairs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Activity, Goal, Plan, Result, WelfareMeasure, texts
from unionkit.rules import Basis, Check, Confidence, Finding, Rule, Severity
from unionkit_pack_school._data import school_data

OPENNESS_2002: Final = Basis(
    title="《教育部、中华全国总工会关于全面推进校务公开工作的意见》",
    since=dt.date(2003, 1, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""
Opinion of the Ministry of Education and the federation of 2002. Nobody could see its text in November 2026; the day is
not known to us, so the rule begins with the year that followed, and is a warning.
"""

_OPEN: Final = "公开"


class NothingOpen(Rule):
    """
    Reports a school's plan that nowhere speaks of making school affairs known (校务公开).

    ## Why is this bad?

    Openness is a standing duty of schools, and the union watches over it. A half year without a word on it leaves the
    notice board to chance, and the inspection of the office above asks for the plan first.

    ## Example

    ```yaml
    pack: school
    content:
      - 下半年抓好教职工文体活动。
    ```

    Use instead:

    ```yaml
    pack: school
    content:
      - 下半年抓好教职工文体活动。
    data:
      school:
        openness:
          - {topic: 教职工考核与评优结果, form: 公示栏, when: 12月下旬, responsible: 校长办公室, audience: 全体教职工}
    ```

    ## Known limits

    Any mention of 公开 in the prose or in a typed item is enough; the rule does not weigh what is made known.
    """

    code = "SCH201"
    slug = "nothing-made-open"
    title_zh = "计划没有校务公开的内容"
    title_en = "plan without open school affairs"
    severity = Severity.WARNING
    basis = OPENNESS_2002
    nodes = (Plan,)
    pack = "school"
    wording = {
        "zh": "计划没有提到校务公开；请写上安排，或在 data.school.openness 中列出公开事项。",
        "en": "The plan says nothing of open school affairs; write what is planned, or list it in data.school.openness.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        data = school_data(plan)
        if data is not None and not data.openness and not any(_OPEN in said for said in _said(plan)):
            yield self.finding(check.path)


def _said(plan: Plan) -> Iterator[str]:
    """What the plan prints, and what its typed items are called."""
    yield from (text for _, text in texts(plan))
    for _, node in plan.walk():
        match node:
            case Goal() | Result():
                yield node.indicator
            case Activity() | WelfareMeasure():
                yield node.title
