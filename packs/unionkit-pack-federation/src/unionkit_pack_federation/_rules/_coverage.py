"""Rules about coverage by ownership."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from unionkit.model import Goal, Plan
from unionkit.rules import CONVENTION, Check, Finding, Rule, Severity, Worded
from unionkit_pack_federation._coverage import Coverage
from unionkit_pack_federation._data import FederationData, federation_data
from unionkit_pack_federation._lexicon import ownership_in
from unionkit_pack_federation._vocabulary import OWNERSHIPS

from ._base import DataRule, at

_KINDS: Final = ("public", "private")
_OTHER: Final = {"public": "private", "private": "public"}

_Placed = Mapping[str, tuple[int, Coverage]]
"""The entries of one subject by ownership, each with its place in the list."""


def _by_subject(data: FederationData) -> Mapping[str, _Placed]:
    found: dict[str, dict[str, tuple[int, Coverage]]] = {}
    for nth, each in enumerate(data.coverage):
        found.setdefault(each.subject, {})[each.ownership] = (nth, each)
    return found


def _said(ownership: str) -> Worded:
    term = OWNERSHIPS[ownership]
    return Worded(term.zh, term.en)


class PartsUnlikeWhole(DataRule):
    """
    Reports a coverage (覆盖面) whose units of both ownerships do not add up to those of all, or whose covered ones do not.

    ## Why is this bad?

    The share for the whole area is reported upwards, the shares by ownership are handed down. When the numbers do not
    add up, one of them is last year's, and the bodies below are measured by another area than the federation.

    ## Example

    ```yaml
    data:
      federation:
        coverage:
          - {subject: 厂务公开建制, units: 520, covered: 410}
          - {subject: 厂务公开建制, ownership: public, units: 120, covered: 118}
          - {subject: 厂务公开建制, ownership: private, units: 380, covered: 292}
    ```

    Use instead:

    ```yaml
    data:
      federation:
        coverage:
          - {subject: 厂务公开建制, units: 500, covered: 410}
          - {subject: 厂务公开建制, ownership: public, units: 120, covered: 118}
          - {subject: 厂务公开建制, ownership: private, units: 380, covered: 292}
    ```

    ## Known limits

    All three entries must give the number; where one does not, nothing is compared. Goals in the text are compared by
    UK321.
    """

    code = "FED101"
    slug = "parts-of-coverage-unlike-whole"
    title_zh = "分所有制的数不等于总数"
    title_en = "coverage by ownership that does not add up"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "“{subject}”的{what}：国有、集体及其控股 {public} 家，非公有制 {private} 家，合计 {sum} 家，而总数是 {whole} 家。",
        "en": "“{subject}”, {what}: {public} public and {private} private ones make {sum}, but the whole is {whole}.",
    }

    def look(self, data: FederationData, check: Check) -> Iterator[Finding]:
        del check
        names = (("units", Worded("单位数", "units")), ("covered", Worded("已覆盖数", "covered units")))
        for subject, entries in _by_subject(data).items():
            if not {"", *_KINDS} <= entries.keys():
                continue
            for key, what in names:
                whole, public, private = (getattr(entries[kind][1], key) for kind in ("", *_KINDS))
                if None not in (whole, public, private) and public + private != whole:
                    yield self.finding(
                        at("coverage", entries[""][0], key),
                        subject=subject,
                        what=what,
                        public=public,
                        private=private,
                        sum=public + private,
                        whole=whole,
                    )


class OneOwnershipOnly(Rule):
    """
    Tells that an aim is set for the units of one ownership and not for those of the other.

    ## Why is this bad?

    What is 100% in state-owned firms is seldom so in private ones. An aim for one kind only leaves the other without
    any, and the share of the whole area cannot be reckoned.

    ## Example

    ```yaml
    content:
      - {goal: 工资集体协商建制率, scope: 国有及其控股企业, target: ">= 90%"}
    ```

    Use instead:

    ```yaml
    content:
      - {goal: 工资集体协商建制率, scope: 国有及其控股企业, target: ">= 90%"}
      - {goal: 工资集体协商建制率, scope: 非公有制企业, target: ">= 50%"}
    ```

    ## Known limits

    Goals are told apart by the words of their scope (国有, 非公有制, 民营), and only those with a percentage; entries of
    `coverage` by their ownership. An aim for all units beside the one is enough. Areas with units of one kind only may
    ignore it.
    """

    code = "FED102"
    slug = "aim-for-one-ownership-only"
    title_zh = "只给一种所有制定了目标"
    title_en = "aim for one ownership only"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Plan,)
    pack = "federation"
    wording = {
        "zh": "“{subject}”只定了“{has}”单位的目标；请也写上“{lacks}”单位的，或者写全部单位的目标。",
        "en": "“{subject}” has an aim for {has} only; give one for {lacks} as well, or one for all.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        del node
        yield from self._goals(check)
        data = federation_data(check.plan)
        for subject, entries in _by_subject(data).items() if data else ():
            aims = {kind: nth for kind, (nth, each) in entries.items() if each.target is not None}
            if len(aims) == 1 and "" not in aims and "" not in entries:
                kind, nth = next(iter(aims.items()))
                if _OTHER[kind] not in entries:
                    yield self.finding(
                        at("coverage", nth), subject=subject, has=_said(kind), lacks=_said(_OTHER[kind])
                    )

    def _goals(self, check: Check) -> Iterator[Finding]:
        by_name: dict[str, list[tuple[tuple[str | int, ...], Goal]]] = {}
        for path, goal in check.survey.goals:
            if goal.target is not None and goal.target.unit == "%" and not check.calendar.looks_back(path):
                by_name.setdefault(goal.indicator, []).append((path, goal))
        for name, aims in by_name.items():
            kinds = {ownership_in(goal.scope) for _, goal in aims}
            if len(kinds) == 1 and "" not in kinds:
                kind = kinds.pop()
                yield self.finding(aims[0][0], subject=name, has=_said(kind), lacks=_said(_OTHER[kind]))
