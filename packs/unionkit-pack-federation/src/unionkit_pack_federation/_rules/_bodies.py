"""Rules about the bodies below."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from unionkit.rules import CONVENTION, Basis, Check, Confidence, Finding, Severity
from unionkit_pack_federation._data import FederationData
from unionkit_pack_federation._indicators import Body
from unionkit_pack_federation._lexicon import LEXICON

from ._base import DataRule, at

ON_TIME: Final = Basis(title="《中国工会章程》", article="第二十六条", confidence=Confidence.CONFIRMED)
"""
Constitution of the Trade Unions of China: when a term ends the election is held on time. Read in November 2026 in the
edition of about 2008; the number of the article is from there.
"""

COMMITTEES: Final = Basis(
    title="《中华人民共和国工会法》",
    article="第十一条",
    since=dt.date(2022, 1, 1),
    confidence=Confidence.CONFIRMED,
)
"""Trade Union Law as amended on 24 December 2021, in force from 1 January 2022; the text was read in November 2026."""

_CALLED: Final = ("委员会", "总工会", "工会联合会", "联合工会", "工会")
"""What may stand at the end of the name of a body, the longest first."""


class BodyTwice(DataRule):
    """
    Reports a body below that is listed twice.

    ## Why is this bad?

    Its tasks and members count double in every sum, and it is asked for its figures twice.

    ## Example

    ```yaml
    data:
      federation:
        bodies:
          - {name: 清河镇总工会, members: 4200}
          - {name: 清河镇总工会, members: 3900}
    ```

    Use instead:

    ```yaml
    data:
      federation:
        bodies:
          - {name: 清河镇总工会, members: 4200}
          - {name: 北岭镇总工会, members: 3900}
    ```

    ## Known limits

    Names are compared without spaces. One body under two names (清河镇总工会, 清河镇工会委员会) is not recognised.
    """

    code = "FED103"
    slug = "body-listed-twice"
    title_zh = "下级工会列了两次"
    title_en = "body listed twice"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "“{name}”列了两次（第 {first} 个和第 {second} 个）；请合并，或改正其中一个的名称。",
        "en": "“{name}” is listed twice, as number {first} and number {second}; join them, or mend one of the names.",
    }

    def look(self, data: FederationData, check: Check) -> Iterator[Finding]:
        del check
        seen: dict[str, int] = {}
        for nth, body in enumerate(data.bodies):
            name = "".join(body.name.split())
            first = seen.setdefault(name, nth)
            if first != nth:
                yield self.finding(at("bodies", nth, "name"), name=body.name, first=first + 1, second=nth + 1)


class BodyTermEnds(DataRule):
    """
    Reports a body whose committee's term ends before the plan does, and for which no election is planned.

    ## Why is this bad?

    When a term ends the election is held on time; earlier or later only with the approval of the union above, which
    here is the federation itself. A committee beyond its term has no mandate to sign for its members.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      federation:
        bodies: [{name: 清河镇总工会, elected: 2021-11-20, term: 5}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      federation:
        bodies: [{name: 清河镇总工会, elected: 2021-11-20, term: 5, election: 11月中旬}]
    ```

    ## Known limits

    It needs the body's `elected` and `term`. An election among the plan's activities that names the body passes as well.
    The federation's own term is looked at by UK664 and UK665.
    """

    code = "FED104"
    slug = "body-term-ends-without-election"
    title_zh = "下级工会任期届满而未安排换届"
    title_en = "term of a body ends, and no election planned"
    severity = Severity.WARNING
    basis = ON_TIME
    needs_year = True
    wording = {
        "zh": "“{name}”的任期到 {ends} 届满，计划期内没有安排换届；请在 election 中写上时间，或列一项换届活动。",
        "en": "The term of “{name}” ends on {ends}, and no election is planned; give its time under election, or list an"
        " activity for it.",
    }

    def look(self, data: FederationData, check: Check) -> Iterator[Finding]:
        last = check.plan.period.end
        if last is None:
            return
        for nth, body in enumerate(data.bodies):
            if body.ends is None or body.ends > last or body.election is not None or _is_elected(body, check):
                continue
            yield self.finding(at("bodies", nth, "elected"), name=body.name, ends=body.ends.isoformat())


def _is_elected(body: Body, check: Check) -> bool:
    """Whether an election among the activities names the body, or elects bodies below in general."""
    short = next((body.name.removesuffix(end) for end in _CALLED if body.name.endswith(end)), body.name)
    return any(
        (activity.kind == "election" or "换届" in activity.title)
        and (short in activity.title or "下级" in activity.title or "基层" in activity.title)
        for _, activity in check.survey.activities
    )


class LargeUnitsWithoutCommittee(DataRule):
    """
    Reports a body with more units of 25 members and more that lack a union committee than it is to set up.

    ## Why is this bad?

    A unit with 25 members or more must have a union committee of its own. A plan whose task for new unions is smaller
    than what is missing leaves units outside the law for another half year.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      federation:
        indicators: [{name: 新建工会, unit: 家, target: 4}]
        bodies:
          - {name: 清河镇总工会, large: 30, large_covered: 24, tasks: [{indicator: 新建工会, target: 4, done: 0}]}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      federation:
        indicators: [{name: 新建工会, unit: 家, target: 6}]
        bodies:
          - {name: 清河镇总工会, large: 30, large_covered: 24, tasks: [{indicator: 新建工会, target: 6, done: 0}]}
    ```

    ## Known limits

    It needs `large` and `large_covered`, and counts the tasks whose indicator speaks of setting up unions (新建工会, 建会).
    A task of several years may be larger than what the half year asks; then say so in the plan and ignore this.
    """

    code = "FED105"
    slug = "large-units-without-committee"
    title_zh = "会员 25 人以上的单位未建工会，任务数不足"
    title_en = "fewer unions to set up than the law asks for"
    severity = Severity.WARNING
    basis = COMMITTEES
    parameters = ("committee-from-members",)
    wording = {
        "zh": "“{name}”有 {missing} 家会员 {least} 人以上的单位没有工会委员会，新建工会的任务还剩 {planned} 家。",
        "en": "“{name}” has {missing} units of {least} members and more without a union committee, and {planned} still to"
        " set up.",
    }

    def look(self, data: FederationData, check: Check) -> Iterator[Finding]:
        ruling = check.rulings["committee-from-members"]
        for nth, body in enumerate(data.bodies):
            if body.large is None or body.large_covered is None:
                continue
            tasks = [task for task in body.tasks if LEXICON.pattern("new_unions").search(task.indicator)]
            planned = sum(max(0, (task.target or 0) - (task.done or 0)) for task in tasks)
            missing = body.large - body.large_covered
            if missing > planned:
                yield self.finding(
                    at("bodies", nth, "large"),
                    ruling=ruling,
                    name=body.name,
                    missing=missing,
                    least=str(ruling.value),
                    planned=planned,
                )
