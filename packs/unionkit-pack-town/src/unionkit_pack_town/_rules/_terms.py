"""Rules about the unions below: their terms, their elections, and the training of their chairs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Plan
from unionkit.rules import CONVENTION, Basis, Check, Finding, Rule, Severity, Worded
from unionkit_pack_town._data import TownData
from unionkit_pack_town._lexicon import LEXICON

from ._common import IN_FORCE, LAW, at, data_of_town

_ON_TIME: Final = Basis(title="《中国工会章程》", article="第二十六条")
"""Read in November 2026 in the edition of about 2008; the number of the article is from there."""


class TermEndsWithoutElection(Rule):
    """
    Reports a union below whose term ends by the end of the plan's period, where no election is planned.

    ## Why is this bad?

    When a term ends the committee is elected anew on time; earlier or later only with the approval of the union above. A
    committee out of its term signs contracts that can be contested, and guiding these elections is the town's work.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      town:
        terms: [{union: 北岭机械厂工会, elected: 2021-10-12, term: 5}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      town:
        terms: [{union: 北岭机械厂工会, elected: 2021-10-12, term: 5, election: 10月上旬}]
    ```

    ## Known limits

    Where the plan has an activity of the kind `election`, or prose about elections, the rule takes it that they are planned
    for all. Terms that end after the period are not looked at.
    """

    code = "TWN131"
    slug = "term-of-union-ends-without-election"
    title_zh = "基层工会届满而未安排换届"
    title_en = "term of a union below ends, and no election planned"
    severity = Severity.WARNING
    basis = _ON_TIME
    parameters = ("election-on-time",)
    nodes = (Plan,)
    pack = "town"
    needs_year = True
    wording = {
        "zh": "“{union}”的任期到 {ends} 届满，计划没有安排换届；请写明换届时间，或报上一级工会批准延期。",
        "en": "The term of “{union}” ends on {ends}, and no election is planned; say when, or have the delay approved.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        end = plan.period.end
        ruling = check.rulings[self.parameters[0]]
        if end is None or not ruling.value or _elects(check):
            return
        for index, each in enumerate(data_of_town(plan).terms):
            if each.election is None and each.ends <= end:
                yield self.finding(
                    at(check.path, "terms", index),
                    ruling=ruling,
                    union=each.union,
                    ends=each.ends.isoformat(),
                )


def _elects(check: Check) -> bool:
    """Whether the plan speaks of elections ahead."""
    if any(
        activity.kind == "election" and not activity.done and not check.calendar.looks_back(path)
        for path, activity in check.survey.activities
    ):
        return True
    hits = check.survey.hits(LEXICON.pattern("planned", "election"))
    return any(hit.path[0] == "content" and not check.calendar.looks_back(hit.path) for hit in hits)


class TermOfUnion(Rule):
    """
    Reports a union below whose term is neither three nor five years.

    ## Why is this bad?

    The law knows no other terms for the committees of base unions. One elected for four years has no mandate in one of
    them, whichever way one counts.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      town:
        terms: [{union: 北岭机械厂工会, elected: 2024-10-12, term: 4}]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      town:
        terms: [{union: 北岭机械厂工会, elected: 2024-10-12, term: 5}]
    ```

    ## Known limits

    The town's own committee is looked at by UK661.
    """

    code = "TWN132"
    slug = "term-of-union"
    title_zh = "基层工会任期不是三年或五年"
    title_en = "term of a union below"
    severity = Severity.ERROR
    basis = Basis(title=LAW, article="第十六条", since=IN_FORCE)
    parameters = ("committee-terms",)
    nodes = (Plan,)
    pack = "town"
    wording = {
        "zh": "“{union}”的任期写为 {term} 年；基层工会的任期是{known}，请核对。",
        "en": "The term of “{union}” is given as {term} years; it is {known}: check it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        ruling = check.rulings[self.parameters[0]]
        years = [name.removesuffix("年") for name in ruling.names]
        known = Worded("或".join(ruling.names), f"{' or '.join(years)} years")
        for index, each in enumerate(data_of_town(cast("Plan", node)).terms):
            if f"{each.term}年" not in ruling.names:
                yield self.finding(
                    at(check.path, "terms", index, "term"),
                    ruling=ruling,
                    union=each.union,
                    term=each.term,
                    known=known,
                )


class ChairsWithoutTraining(Rule):
    """
    Reports a plan that wants chairs of unions trained, or builds unions, and plans no training for chairs.

    ## Why is this bad?

    New chairs come from the shop floor. Without a course on elections, accounts and talks, half of the new unions sleep
    after a year.

    ## Example

    ```yaml
    content: [做好工会组建工作。]
    data:
      town:
        chairs: {number: 131, to_train: 60}
    ```

    Use instead:

    ```yaml
    content: [{activity: 基层工会主席培训班, kind: training, when: 9月}]
    data:
      town:
        chairs: {number: 131, to_train: 60}
    ```

    ## Known limits

    Any activity of the kind `training`, or any prose about the training of chairs or officers, is enough. Where all that
    were to be trained are trained, nothing is missing.
    """

    code = "TWN141"
    slug = "chairs-without-training"
    title_zh = "工会主席培训没有安排"
    title_en = "no training for chairs of unions"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Plan,)
    pack = "town"
    wording = {
        "zh": "{why}，计划却没有安排工会主席培训；请列入活动安排。",
        "en": "{why}, and the plan has no training for chairs; put it among the activities.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = data_of_town(cast("Plan", node))
        why = _why(data)
        if why is None or check.survey.mentions(LEXICON.table("planned", "training")):
            return
        if any(
            activity.kind == "training" and not check.calendar.looks_back(path)
            for path, activity in check.survey.activities
        ):
            return
        key, said = why
        yield self.finding(at(check.path, key), why=said)


def _why(data: TownData) -> tuple[str, Worded] | None:
    """What calls for training, and where that stands."""
    if data.chairs is not None:
        left = data.chairs.to_train - data.chairs.trained
        said = Worded(f"还有 {left} 名工会主席要培训", f"{left} chairs are still to be trained")
        return ("chairs", said) if left > 0 else None
    build = sum(max(0, each.to_build - each.built) for each in data.classes)
    said = Worded(f"要新建工会 {build} 家", f"{build} unions are to be built")
    return ("classes", said) if build else None
