"""A rule about goals of coverage: they are set for both kinds of ownership."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from unionkit.model import Path, Plan
from unionkit.rules import CONVENTION, Check, Finding, Rule, Severity
from unionkit_pack_town._data import Ownership
from unionkit_pack_town._lexicon import LEXICON

from ._common import OWNERSHIPS, data_of_town


class CoverageOfOneOwnership(Rule):
    """
    Reports a goal of coverage for enterprises of one kind of ownership where no goal is set for the other kind.

    ## Why is this bad?

    Coverage is planned and reported apart for state-owned and collective enterprises, where all are expected to have a
    union, and for private ones, where most are still to be won. One figure alone hides the other.

    ## Example

    ```yaml
    content:
      - {goal: 建会率, scope: 国有、集体及其控股企业, target: "= 100%"}
    ```

    Use instead:

    ```yaml
    content:
      - {goal: 建会率, scope: 国有、集体及其控股企业, target: "= 100%"}
      - {goal: 建会率, scope: 非公有制企业, target: ">= 85%"}
    ```

    ## Known limits

    Where the classes of the register show that there are no enterprises of the other kind, nothing is missing. Goals whose
    scope names both kinds or neither pass.
    """

    code = "TWN121"
    slug = "coverage-of-one-ownership"
    title_zh = "覆盖率目标只写了一种所有制"
    title_en = "coverage set for one kind of ownership only"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Plan,)
    pack = "town"
    wording = {
        "zh": "目标“{goal}”只定了{told}企业的，没有定{missing}企业的；请按两种所有制分别写出。",
        "en": "The goal “{goal}” is set for {told} enterprises only; give one for {missing} enterprises as well.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = data_of_town(cast("Plan", node))
        there = {each.ownership for each in data.classes if each.enterprises} or set(Ownership)
        told: dict[str, dict[Ownership, Path]] = {}
        for path, goal in check.survey.goals:
            if LEXICON.pattern("coverage", "rate").search(goal.indicator) and not check.calendar.looks_back(
                path
            ):
                whose = told.setdefault(goal.indicator, {})
                for ownership in _owners(goal.scope):
                    whose.setdefault(ownership, path)
        for indicator, whose in told.items():
            if len(whose) == 1:
                ((ownership, path),) = whose.items()
                other = Ownership.PRIVATE if ownership is Ownership.PUBLIC else Ownership.PUBLIC
                if other in there:
                    yield self.finding(
                        (*path, "scope"),
                        goal=indicator,
                        told=OWNERSHIPS[ownership],
                        missing=OWNERSHIPS[other],
                    )


def _owners(scope: str) -> list[Ownership]:
    """The kinds of ownership that a scope names."""
    return [each for each in Ownership if LEXICON.pattern("coverage", each.value).search(scope)]
