"""Rules about the tripartite mechanism of labour relations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Every, Plan, Recurrence
from unionkit.rules import Basis, Check, Confidence, Finding, Rule, Severity
from unionkit_pack_federation._data import FederationData, Tripartite, federation_data
from unionkit_pack_federation._lexicon import LEXICON, parties

from ._base import DataRule, at

LAW: Final = Basis(
    title="《中华人民共和国工会法》",
    article="第三十五条",
    since=dt.date(2022, 1, 1),
    confidence=Confidence.CONFIRMED,
)
"""
Trade Union Law as amended on 24 December 2021, in force from 1 January 2022: labour authority, union and employers' side
form the tripartite mechanism. The text was read in November 2026.
"""

MEETINGS: Final = Basis(
    title="关于建立国家协调劳动关系三方会议制度的意见（2001年8月）",
    since=dt.date(2002, 1, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""
Opinion on the national tripartite conference of August 2001: as a rule once a quarter. Seen in November 2026 in a summary
of an employers' association, not in the text; counties follow it or rules of their own.
"""

_SHORTEST_QUARTER: Final = 89
"""Days from the first to the last of January to March."""

_OFTEN: Final = (Recurrence.DAILY, Recurrence.WEEKLY, Recurrence.MONTHLY, Recurrence.QUARTERLY)


class PartyMissing(DataRule):
    """
    Reports a tripartite mechanism in which a side of the three is not among those who take part.

    ## Why is this bad?

    The law has the labour authority, the union and the employers' side form it together. What two of them agree on binds
    nobody on the third side.

    ## Example

    ```yaml
    period: {year: 2026}
    data:
      federation:
        tripartite: {parties: [清河县人力资源和社会保障局, 清河县总工会]}
    ```

    Use instead:

    ```yaml
    period: {year: 2026}
    data:
      federation:
        tripartite: {parties: [清河县人力资源和社会保障局, 清河县总工会, 清河县企业联合会]}
    ```

    ## Known limits

    Sides are recognised by the names in the data file `lexicon.yaml`; a body with a name of its own counts for none.
    Where no party is named at all, nothing is said.
    """

    code = "FED401"
    slug = "tripartite-party-missing"
    title_zh = "三方机制缺少一方"
    title_en = "side missing in the tripartite mechanism"
    severity = Severity.WARNING
    basis = LAW
    parameters = ("tripartite-parties",)
    wording = {
        "zh": "三方机制的参加单位里没有{missing}；法律规定由劳动行政部门会同工会和企业方面代表建立。",
        "en": "Among those who take part in the tripartite mechanism, {missing} is missing; the law wants all three sides.",
    }

    def look(self, data: FederationData, check: Check) -> Iterator[Finding]:
        if data.tripartite is None or not data.tripartite.parties:
            return
        ruling = check.rulings["tripartite-parties"]
        for side in parties():
            if side.name in ruling.names and not any(map(side.pattern.search, data.tripartite.parties)):
                yield self.finding(at("tripartite", "parties"), ruling=ruling, missing=side.worded)


class FewTripartiteMeetings(DataRule):
    """
    Tells that fewer meetings of the three sides are planned than one for each quarter.

    ## Why is this bad?

    The national conference meets once a quarter as a rule, and local ones were set up after it. A half year with one
    meeting leaves no time to carry out what it agreed on.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      federation:
        tripartite: {meetings: [{when: 9月中旬}]}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      federation:
        tripartite: {meetings: [{when: 9月中旬}, {when: 12月上旬}]}
    ```

    ## Known limits

    Provinces and counties may have rules of their own, which go into a parameter file. Where no meeting is listed, nothing
    is said. A meeting that recurs each month or quarter is enough.
    """

    code = "FED402"
    slug = "few-tripartite-meetings"
    title_zh = "三方会议次数偏少"
    title_en = "few tripartite meetings"
    severity = Severity.INFO
    basis = MEETINGS
    parameters = ("tripartite-meetings-in-a-quarter",)
    needs_year = True
    wording = {
        "zh": "计划期内安排了 {planned} 次三方会议；按每季度 {each} 次应有 {least} 次。",
        "en": "{planned} tripartite meeting(s) are planned; at {each} a quarter there would be {least}.",
    }

    def look(self, data: FederationData, check: Check) -> Iterator[Finding]:
        start, end = check.plan.period.start, check.plan.period.end
        tripartite = data.tripartite
        if tripartite is None or not tripartite.meetings or start is None or end is None:
            return
        ruling = check.rulings["tripartite-meetings-in-a-quarter"]
        quarters = (end - start).days // _SHORTEST_QUARTER
        least = ruling.number * quarters
        planned = _meetings(tripartite)
        if planned is not None and planned < least:
            yield self.finding(
                at("tripartite", "meetings"),
                ruling=ruling,
                planned=planned,
                each=str(ruling.number),
                least=str(least),
            )


def _meetings(tripartite: Tripartite) -> int | None:
    """How many meetings there are; None where one recurs so often that they are enough."""
    for meeting in tripartite.meetings:
        if isinstance(meeting.when, Every) and meeting.when.recurrence in _OFTEN:
            return None
    return len(tripartite.meetings)


class NothingTripartite(Rule):
    """
    Reminds a federation whose plan for a year nowhere speaks of the tripartite mechanism.

    ## Why is this bad?

    Labour authority, union and employers' side form it by law, and talk over what concerns labour relations. It meets
    when the plan of one side says so.

    ## Example

    ```yaml
    organization: {name: 清河县总工会, sector: federation}
    period: {year: 2026}
    content:
      - 抓好职工技能竞赛。
    ```

    Use instead:

    ```yaml
    organization: {name: 清河县总工会, sector: federation}
    period: {year: 2026}
    content:
      - 每季度召开一次劳动关系三方会议。
    ```

    ## Known limits

    Plans for half a year are not looked at, and those of education unions neither: the mechanism is that of the federation
    of the area. Any mention is enough.
    """

    code = "FED403"
    slug = "nothing-tripartite"
    title_zh = "全年计划未提三方机制"
    title_en = "plan for a year without the tripartite mechanism"
    severity = Severity.INFO
    basis = LAW
    nodes = (Plan,)
    pack = "federation"
    needs = ("organization.name",)
    wording = {
        "zh": "全年计划没有提到劳动关系三方机制；法律要求劳动行政部门会同工会和企业方面代表建立这一机制。",
        "en": "The plan for the year does not speak of the tripartite mechanism, which the law wants labour authority, union"
        " and employers' side to form.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        period, data = plan.period, federation_data(plan)
        is_for_a_year = period.year is not None and period == type(period)(year=period.year)
        if (
            not is_for_a_year
            or "教育" in plan.organization.name
            or data is None
            or data.tripartite is not None
        ):
            return
        if LEXICON.pattern("tripartite").search(check.survey.all_words) is None:
            yield self.finding(check.path)
