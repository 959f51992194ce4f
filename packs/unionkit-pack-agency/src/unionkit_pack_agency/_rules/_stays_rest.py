"""Rules about stays for recuperation: where they are spent, and whether they are rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from unionkit.model import Plan
from unionkit.rules import Basis, Check, Confidence, Finding, Rule, Severity

from ._common import batches_in, called
from ._stays import LOCAL

REST_2023: Final = Basis(
    title="中华全国总工会关于优秀技术工人疗休养的意见（2023年）",
    since=dt.date(2024, 1, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""
Opinion of the federation, spring of 2023: rest is the main content, study trips are tightly limited. Read in a report;
it gives no share of days, so half is our reading, and its day was not seen, so it begins with the next year.
"""


class NoUnionHome(Rule):
    """
    Reports a batch that does not stay at a recuperation home of a union, in a province that asks for it (湖南省).

    ## Why is this bad?

    The province pays attention to where people stay: at other places the bills cannot be settled as recuperation.

    ## Example

    ```yaml
    organization: {name: 北岭市水务局机关工会, region: 湖南省}
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, days: 5, people: 12, place: 湖畔度假酒店, home: false}]}
    ```

    Use instead:

    ```yaml
    organization: {name: 北岭市水务局机关工会, region: 湖南省}
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, days: 5, people: 12, place: 省总工会职工疗休养院, home: true}]}
    ```

    ## Known limits

    Only what `home` says counts; the rule does not know the list of the homes.
    """

    code = "AGY106"
    slug = "recuperation-not-at-union-home"
    title_zh = "疗休养没有安排在工会疗休养基地"
    title_en = "recuperation not at a home of a union"
    severity = Severity.WARNING
    basis = LOCAL
    parameters = ("recuperation-at-union-homes",)
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "{name}不在工会疗休养基地；所在地要求疗休养安排在工会疗休养基地，请换地点。",
        "en": "{name} does not stay at a recuperation home of a union, as is asked for where the union is; choose another place.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data of the plan
        ruling = check.rulings["recuperation-at-union-homes"]
        for path, batch in batches_in(check):
            if ruling.value is True and batch.home is False:
                yield self.finding((*path, "home"), ruling=ruling, name=called(path, batch))


class CountedAsLeave(Rule):
    """
    Reports a batch whose days are set off against annual leave, in a province that forbids it (湖南省).

    ## Why is this bad?

    Recuperation is welfare besides the leave that the law gives. Who loses leave by it does not go.

    ## Example

    ```yaml
    organization: {name: 北岭市水务局机关工会, region: 湖南省}
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, days: 5, people: 12, counts_as_leave: true}]}
    ```

    Use instead:

    ```yaml
    organization: {name: 北岭市水务局机关工会, region: 湖南省}
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, days: 5, people: 12, counts_as_leave: false}]}
    ```

    ## Known limits

    Only what `counts_as_leave` says counts, not what the prose says of leave.
    """

    code = "AGY107"
    slug = "recuperation-counted-as-leave"
    title_zh = "疗休养冲抵年休假"
    title_en = "recuperation set off against annual leave"
    severity = Severity.WARNING
    basis = LOCAL
    parameters = ("recuperation-is-no-leave",)
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "{name}的天数冲抵年休假；所在地规定疗休养占用的工作日不冲抵年休假，请改正。",
        "en": "The days of {name} are set off against annual leave, which is not allowed where the union is; change it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        ruling = check.rulings["recuperation-is-no-leave"]
        for path, batch in batches_in(check):
            if ruling.value is True and batch.counts_as_leave is True:
                yield self.finding((*path, "counts_as_leave"), ruling=ruling, name=called(path, batch))


class MoreStudyThanRest(Rule):
    """
    Reports a batch that spends more than half of its days on study, visits and training.

    ## Why is this bad?

    Rest is the main content of recuperation, and study trips are tightly limited. A tour of sights under that name is
    travel at public cost.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, days: 5, people: 12, study_days: 3}]}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      agency:
        recuperation: {batches: [{when: 9月, days: 5, people: 12, study_days: 1}]}
    ```

    ## Known limits

    The opinion gives no figure; half is our reading of “the main content”.
    """

    code = "AGY110"
    slug = "more-study-than-rest"
    title_zh = "疗休养以考察学习为主"
    title_en = "recuperation with more study than rest"
    severity = Severity.WARNING
    basis = REST_2023
    parameters = ("recuperation-rest-share",)
    nodes = (Plan,)
    pack = "agency"
    wording = {
        "zh": "{name} {days} 天中考察学习占 {study} 天；疗休养以休养为主，请减少考察学习。",
        "en": "{name} spends {study} of {days} days on study; rest is the main content: cut the study.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        ruling = check.rulings["recuperation-rest-share"]
        for path, batch in batches_in(check):
            days, study = batch.lasts, batch.study_days
            if days is not None and study is not None and Fraction(days - study) < days * ruling.number:
                yield self.finding(
                    (*path, "study_days"), ruling=ruling, name=called(path, batch), days=days, study=study
                )


REST_RULES: Final[tuple[Rule, ...]] = (NoUnionHome(), CountedAsLeave(), MoreStudyThanRest())
