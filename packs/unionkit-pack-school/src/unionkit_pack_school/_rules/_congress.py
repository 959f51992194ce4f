"""Rules about the staff congress."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Organization, Plan
from unionkit.rules import Basis, Check, Confidence, Finding, Rule, Severity
from unionkit_pack_school._data import school_data

CONGRESS_2012: Final = Basis(
    title="《学校教职工代表大会规定》",
    number="教育部令第32号",
    since=dt.date(2012, 1, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""
Provisions on the staff congress of schools, 8 December 2011, in force on 1 January 2012. In November 2026 only articles
1 to 7 could be read; the share of teachers was seen in the rules of several schools, which agree, and not in the text
itself. The article is therefore left out, and what rests on it is a warning.
"""

_LEAST_PERCENT: Final = 60


class TooFewTeachers(Rule):
    """
    Reports a staff congress (教职工代表大会) with fewer than 60 teachers among each 100 delegates.

    ## Why is this bad?

    Teachers are the main body of the congress; what a congress of others decides about their pay and appraisal will
    be contested, and the office above sends the list of delegates back.

    ## Example

    ```yaml
    data:
      school:
        congress: {when: 9月下旬, delegates: 60, teachers: 35}
    ```

    Use instead:

    ```yaml
    data:
      school:
        congress: {when: 9月下旬, delegates: 60, teachers: 36}
    ```

    ## Known limits

    The rule looks at the figures of `data` only, not at figures in the prose; where `organization` tells of as small a share
    among its delegates, UK555 reports that, and this rule says nothing. It does not know the shares of young and
    women teachers that the school has set. School rules agree on the 60%; the text of the provision itself could not
    be seen.
    """

    code = "SCH101"
    slug = "too-few-teachers-in-congress"
    title_zh = "教代会教师代表不足 60%"
    title_en = "staff congress with too few teachers"
    severity = Severity.WARNING
    basis = CONGRESS_2012
    nodes = (Plan,)
    pack = "school"
    wording = {
        "zh": "教代会代表 {delegates} 人中教师只有 {teachers} 人；教师代表应不低于 60%，至少 {least} 人。",
        "en": "Only {teachers} of {delegates} delegates are teachers; at least 60% should be, which is {least}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = school_data(cast("Plan", node))
        congress = data.congress if data is not None else None
        if congress is None or congress.delegates is None or congress.teachers is None:
            return
        least = -(-congress.delegates * _LEAST_PERCENT // 100)  # rounded up
        if congress.teachers < least and not _is_found_already(check.plan.organization):
            yield self.finding(
                (*check.path, "data", "school", "congress", "teachers"),
                delegates=congress.delegates,
                teachers=congress.teachers,
                least=least,
            )


def _is_found_already(ours: Organization) -> bool:
    """Whether the delegates that the organization tells of have too few teachers as well: UK555 reports them."""
    return ours.sector == "school" and any(
        each.congress == "staff"
        and each.teachers is not None
        and each.teachers * 100 < each.total * _LEAST_PERCENT
        for each in ours.delegates
    )
