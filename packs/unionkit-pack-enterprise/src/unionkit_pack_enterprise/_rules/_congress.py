"""Rules about the staff congress of an enterprise: that it meets every year, and what its delegates get before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from unionkit.model import Plan
from unionkit.rules import Basis, Check, Confidence, Finding, Rule, Severity

from ._common import HERE, data_in, first_day, limit

ENTERPRISES: Final = Basis(
    title="《企业民主管理规定》", number="总工发〔2012〕12号", since=dt.date(2012, 2, 13)
)
"""
Provisions on democratic management of enterprises, 13 February 2012. That the congress meets at least once a year was read
in a mirror in November 2026.
"""

PAPERS: Final = Basis(
    title="《企业民主管理规定》",
    number="总工发〔2012〕12号",
    since=dt.date(2012, 2, 13),
    confidence=Confidence.UNCONFIRMED,
)
"""That delegates have the papers seven days before: Shanghai and Shandong say so, the national text could not be read."""

_SESSION: Final = "职代会|职工代表大会|职工大会|全体职工会议"
_LAST_MONTH: Final = 12
_WHOLE_YEAR: Final = 360


class CongressOverdue(Rule):
    """
    Reports a plan for the end of a year in which the staff congress has not met yet, and no session is planned.

    ## Why is this bad?

    The congress meets at least once a year. What it has to pass (collective contracts, rules on pay and hours, the use of
    welfare funds) cannot be passed by anybody else.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        congress: {previous: 2025-12-18, delegates: 60}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        congress: {previous: 2025-12-18, when: 12月中旬, delegates: 60}
    ```

    ## Known limits

    The day of the session before has to be told, as `previous`. Years are calendar years, and only a plan that ends with
    one is decided; any mention of the congress in it counts. Plans for a whole year are UK570's, whole-people-owned firms
    UK569's.
    """

    code = "ENT301"
    slug = "congress-overdue"
    title_zh = "本年度没有召开职工代表大会"
    title_en = "staff congress not held this year"
    severity = Severity.WARNING
    basis = ENTERPRISES
    parameters = ("staff-congress-interval",)
    needs_year = True
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "上次职工代表大会在 {previous} 召开，{year}年尚未召开，计划也没有安排；每年至少召开一次，请写上召开时间（when）。",
        "en": "The congress met on {previous}, not yet in {year}, and no session is planned; it meets at least once a year:"
        " say when (when).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data of the plan
        congress = data_in(check).congress
        start, end = check.plan.period.start, check.plan.period.end
        if congress is None or congress.previous is None or start is None or end is None:
            return
        years = int(check.rulings["staff-congress-interval"].number)
        if (
            end.month == _LAST_MONTH
            and (end - start).days < _WHOLE_YEAR
            and congress.previous.year + years <= end.year
            and congress.when is None
            and not check.survey.mentions(_SESSION)
        ):
            yield self.finding(
                (*HERE, "congress"),
                ruling=check.rulings["staff-congress-interval"],
                previous=congress.previous,
                year=end.year,
            )


class LatePapers(Rule):
    """
    Reports a staff congress whose delegates get topics and drafts fewer than seven days before.

    ## Why is this bad?

    Delegates have to ask those who elected them before they vote. Papers that come later are voted on unread.

    ## Example

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026, half: 2}
    data:
      enterprise:
        congress: {when: 2026年12月18日, papers_by: 2026-12-14}
    ```

    Use instead:

    ```yaml
    organization: {sector: enterprise}
    period: {year: 2026, half: 2}
    data:
      enterprise:
        congress: {when: 2026年12月18日, papers_by: 2026-12-11}
    ```

    ## Known limits

    Where the congress has no day (12月中旬), the first day that is meant counts. Days in prose are looked at by UK567.
    """

    code = "ENT302"
    slug = "late-papers-for-congress"
    title_zh = "职工代表大会材料送达过晚"
    title_en = "papers for the staff congress come late"
    severity = Severity.WARNING
    basis = PAPERS
    parameters = ("staff-congress-notice",)
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "材料于 {papers} 送达，距会议（{begins}）不足{least}；请改为不迟于 {latest}。",
        "en": "The papers arrive on {papers}, less than {least} before the session ({begins}); have them there by {latest}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        congress, ruling = data_in(check).congress, check.rulings["staff-congress-notice"]
        begins = first_day(congress.when, check) if congress else None
        if congress is None or congress.papers_by is None or begins is None:
            return
        latest = begins - dt.timedelta(days=int(ruling.number))
        if congress.papers_by > latest:
            yield self.finding(
                (*HERE, "congress", "papers_by"),
                ruling=ruling,
                papers=congress.papers_by,
                begins=begins,
                least=limit(ruling),
                latest=latest,
            )


CONGRESS_RULES: Final[tuple[Rule, ...]] = (CongressOverdue(), LatePapers())
