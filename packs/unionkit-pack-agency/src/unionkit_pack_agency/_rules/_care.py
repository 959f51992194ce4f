"""Rules about interest groups, and about care for women."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from unionkit.model import Plan
from unionkit.rules import Basis, Check, Finding, Rule, Severity
from unionkit_pack_agency._lexicon import LEXICON

from ._common import HERE, data_in, limit_in_words, years_after

BANS_2017: Final = Basis(
    title="《基层工会经费收支管理办法》",
    number="总工办发〔2017〕32号",
    article="“八不准”第三项",
    since=dt.date(2018, 1, 1),
)
"""The eight prohibitions, from a newspaper of December 2017; which article they stand in was not seen."""

WOMEN_2023: Final = Basis(
    title="《中华人民共和国妇女权益保障法》", article="第三十一条", since=dt.date(2023, 1, 1)
)
"""Regular check-ups for women, arranged by the employer; how often, the regions say. Read in full in November 2026."""

_CHECKUPS: Final = "体检|健康检查|妇科检查|两癌|(?i:check-?ups?\\b|health checks?)"


class CostlyGroup(Rule):
    """
    Reports an interest group at a place of costly entertainment or fitness: golf, a private club, a sauna.

    ## Why is this bad?

    The third of the eight prohibitions: union money pays for no costly entertainment or fitness.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        groups: [{title: 健身组, members: 12, when: 每周三, place: 城南高档会所}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        groups: [{title: 健身组, members: 12, when: 每周三, place: 机关职工活动室}]
    ```

    ## Known limits

    It goes by words of the name and the place (`lexicon.yaml` of this pack); what a hall costs is not known. Activities are
    UK511's affair.
    """

    code = "AGY301"
    slug = "costly-interest-group"
    title_zh = "兴趣小组在高消费场所活动"
    title_en = "interest group at a place of costly entertainment"
    severity = Severity.WARNING
    basis = BANS_2017
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "兴趣小组“{title}”涉及“{quoted}”；工会经费不得用于高消费性娱乐健身活动，请换场所或项目。",
        "en": "The interest group “{title}” is about “{quoted}”; union money pays for no costly entertainment or fitness,"
        " choose something else.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data of the plan
        for at, group in enumerate(data_in(check).groups):
            for key, said in (("title", group.title), ("place", group.place)):
                found = LEXICON.pattern("costly").search(said)
                if found is not None:
                    yield self.finding(
                        (*HERE, "groups", at, key), words=found[0], title=group.title, quoted=found[0]
                    )
                    break


class CheckupOverdue(Rule):
    """
    Reports that women have no check-up planned, though the time that the region sets is over before the plan ends.

    ## Why is this bad?

    Employers arrange regular gynaecological and breast checks; the union sees to it that none is left out.

    ## Example

    ```yaml
    organization: {name: 北岭市水务局机关工会, region: 山东省济南市}
    period: {year: 2026, half: 2}
    data:
      agency:
        women: {previous: 2025-09-20}
    ```

    Use instead:

    ```yaml
    organization: {name: 北岭市水务局机关工会, region: 山东省济南市}
    period: {year: 2026, half: 2}
    data:
      agency:
        women: {previous: 2025-09-20, checkup: 9月}
    ```

    ## Known limits

    Few regions are known. Without the day of the last check-up nothing is known, and any mention of a check-up in the plan
    counts.
    """

    code = "AGY302"
    slug = "women-checkup-overdue"
    title_zh = "女职工专项体检到期而未安排"
    title_en = "check-up for women due and not planned"
    severity = Severity.WARNING
    basis = WOMEN_2023
    parameters = ("women-checkup-years",)
    needs_year = True
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "女职工上次专项体检在 {previous}，所在地每 {years}至少一次，计划期内到期而未安排；请写上时间（checkup）。",
        "en": "Women had their last check-up on {previous}; the region asks for one every {years}, which is over within the"
        " period: say when (checkup).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        women, end = data_in(check).women, check.plan.period.end
        if women is None or women.previous is None or women.checkup is not None or end is None:
            return
        ruling = check.rulings["women-checkup-years"]
        due = years_after(women.previous, int(ruling.number))
        if due <= end and not check.survey.mentions(_CHECKUPS):
            yield self.finding(
                (*HERE, "women", "previous"),
                ruling=ruling,
                previous=women.previous,
                years=limit_in_words(ruling),
            )


CARE_RULES: Final[tuple[Rule, ...]] = (CostlyGroup(), CheckupOverdue())
