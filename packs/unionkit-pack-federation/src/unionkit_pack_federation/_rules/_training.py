"""Rules about training over several years."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from unionkit.rules import CONVENTION, Check, Finding, Severity
from unionkit_pack_federation._data import FederationData

from ._base import DataRule, at, counted


class YearsBelowTraining(DataRule):
    """
    Reports a training task over several years whose years add up to less than the whole.

    ## Why is this bad?

    Every year meets its figure, and at the end the task is missed.

    ## Example

    ```yaml
    data:
      federation:
        training:
          - title: 技术工人培训
            target: 50000
            years: [{year: 2025, target: 12000}, {year: 2026, target: 16000}, {year: 2027, target: 18000}]
    ```

    Use instead:

    ```yaml
    data:
      federation:
        training:
          - title: 技术工人培训
            target: 50000
            years: [{year: 2025, target: 12000}, {year: 2026, target: 18000}, {year: 2027, target: 20000}]
    ```

    ## Known limits

    A year that is over counts with what was done, where that is told and more than its target. Where a year gives no
    number, nothing is said.
    """

    code = "FED301"
    slug = "training-years-below-target"
    title_zh = "各年培训任务合计少于总任务"
    title_en = "training years below the target"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "“{title}”各年合计 {planned}，总任务是 {target}，还差 {lack}。",
        "en": "The years of “{title}” add up to {planned}, and the whole is {target}: {lack} are missing.",
    }

    def look(self, data: FederationData, check: Check) -> Iterator[Finding]:
        del check
        for nth, training in enumerate(data.training):
            years = training.years
            if training.target is None or not years or any(each.target is None for each in years):
                continue
            planned = sum(max(each.target or 0, each.done or 0) for each in years)
            if planned < training.target:
                yield self.finding(
                    at("training", nth, "target"),
                    title=training.title,
                    planned=counted(planned, training.unit),
                    target=counted(training.target, training.unit),
                    lack=counted(training.target - planned, training.unit),
                )


class TrainingFalls(DataRule):
    """
    Tells that a training task over several years is smaller in a later year.

    ## Why is this bad?

    Tasks over several years begin with setting things up and grow; a smaller figure later is mostly one of an earlier
    plan that was left in. Where it is meant, the plan says why.

    ## Example

    ```yaml
    data:
      federation:
        training:
          - {title: 工会干部轮训, target: 900, years: [{year: 2025, target: 500}, {year: 2026, target: 400}]}
    ```

    Use instead:

    ```yaml
    data:
      federation:
        training:
          - {title: 工会干部轮训, target: 900, years: [{year: 2025, target: 400}, {year: 2026, target: 500}]}
    ```

    ## Known limits

    A year with fewer to train because the year before did more than its task is not reported.
    """

    code = "FED302"
    slug = "training-falls"
    title_zh = "后一年的培训任务比前一年少"
    title_en = "training task that falls"
    severity = Severity.INFO
    basis = CONVENTION
    wording = {
        "zh": "“{title}”{year} 年的任务 {target}，少于 {before} 年的 {more}；确是如此的，请写明原因。",
        "en": "“{title}” has {target} in {year}, fewer than the {more} of {before}; where that is meant, say why.",
    }

    def look(self, data: FederationData, check: Check) -> Iterator[Finding]:
        del check
        for nth, training in enumerate(data.training):
            for at_year, (before, after) in enumerate(pairwise(training.years), start=1):
                if before.target is None or after.target is None or (before.done or 0) > before.target:
                    continue
                if after.target < before.target:
                    yield self.finding(
                        at("training", nth, "years", at_year, "target"),
                        title=training.title,
                        year=after.year,
                        target=counted(after.target, training.unit),
                        before=before.year,
                        more=counted(before.target, training.unit),
                    )
