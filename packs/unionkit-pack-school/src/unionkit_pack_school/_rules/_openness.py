"""Rules about the openness of school affairs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Activity, Goal, Plan, Result, WelfareMeasure, texts
from unionkit.rules import Basis, Check, Confidence, Finding, Rule, Severity, Worded
from unionkit_pack_school._data import OpennessEntry, school_data
from unionkit_pack_school._lexicon import LEXICON, Named, named

OPENNESS_2002: Final = Basis(
    title="《教育部、中华全国总工会关于全面推进校务公开工作的意见》",
    since=dt.date(2003, 1, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""
Opinion of the Ministry of Education and the federation of 2002. Nobody could see its text in November 2026; the day is
not known to us, so the rule begins with the year that followed, and is a warning.
"""

_OPEN: Final = "公开"
_PARTIES: Final = "school-openness-parties"
_OPEN_TO: Final = {
    "教职工": "school-open-to-staff",
    "学生": "school-open-to-students",
    "学生家长": "school-open-to-parents",
    "社会": "school-open-to-society",
}
"""The parameter that tells what is open to a party, by the name of the party."""
_SOCIETY: Final = "社会"
"""What the public is told, everybody is told."""


class NothingOpen(Rule):
    """
    Reports a school's plan that nowhere speaks of making school affairs known (校务公开).

    ## Why is this bad?

    Openness is a standing duty of schools, and the union watches over it. A half year without a word on it leaves the
    notice board to chance, and the inspection of the office above asks for the plan first.

    ## Example

    ```yaml
    pack: school
    content:
      - 下半年抓好教职工文体活动。
    ```

    Use instead:

    ```yaml
    pack: school
    content:
      - 下半年抓好教职工文体活动。
    data:
      school:
        openness:
          - {topic: 教职工考核与评优结果, form: 公示栏, when: 12月下旬, responsible: 校长办公室, audience: 全体教职工}
    ```

    ## Known limits

    Any mention of 公开 in the prose or in a typed item is enough; the rule does not weigh what is made known.
    """

    code = "SCH201"
    slug = "nothing-made-open"
    title_zh = "计划没有校务公开的内容"
    title_en = "plan without open school affairs"
    severity = Severity.WARNING
    basis = OPENNESS_2002
    nodes = (Plan,)
    pack = "school"
    wording = {
        "zh": "计划没有提到校务公开；请写上安排，或在 data.school.openness 中列出公开事项。",
        "en": "The plan says nothing of open school affairs; write what is planned, or list it in data.school.openness.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        data = school_data(plan)
        if data is not None and not data.openness and not any(_OPEN in said for said in _said(plan)):
            yield self.finding(check.path)


def _said(plan: Plan) -> Iterator[str]:
    """What the plan prints, and what its typed items are called."""
    yield from (text for _, text in texts(plan))
    for _, node in plan.walk():
        match node:
            case Goal() | Result():
                yield node.indicator
            case Activity() | WelfareMeasure():
                yield node.title


class PartyLeftOut(Rule):
    """
    Reports a list of open school affairs (校务公开事项) that tells nothing to one of the four parties: the staff, students,
    parents, the public.

    ## Why is this bad?

    A school answers to all four. A list that only the staff sees leaves parents without the fees and the public without the
    rules of admission, which is what complaints are about.

    ## Example

    ```yaml
    data:
      school:
        openness:
          - {topic: 学校年度经费预算, when: 9月, audience: 全体教职工}
          - {topic: 食堂账目, when: 每月, audience: 教职工、学生家长}
          - {topic: 奖助学金评定结果, when: 11月, audience: 学生}
    ```

    Use instead:

    ```yaml
    data:
      school:
        openness:
          - {topic: 学校年度经费预算, when: 9月, audience: 全体教职工}
          - {topic: 食堂账目, when: 每月, audience: 教职工、学生家长}
          - {topic: 奖助学金评定结果, when: 11月, audience: 学生}
          - {topic: 招生录取结果, when: 9月, audience: 社会}
    ```

    ## Known limits

    The rule goes by the words under `audience`, which are in the data file `lexicon.yaml`; where an entry says nothing there,
    or something that the file does not know, it says nothing. A sentence of the plan that makes something known to a party
    (向社会公开) counts too. A list is for half a year, and what is open to a party may have its turn in the other half, so the
    finding is a hint. The texts behind the list of parties could not be opened.
    """

    code = "SCH202"
    slug = "party-left-out-of-openness"
    title_zh = "校务公开没有面向教职工、学生、家长、社会四方"
    title_en = "open school affairs that leave out a party"
    severity = Severity.INFO
    basis = OPENNESS_2002
    parameters = (_PARTIES,)
    nodes = (Plan,)
    pack = "school"
    wording = {
        "zh": "所列校务公开事项没有一项面向{left}；请补上，或写明怎样向其公开。",
        "en": "None of the open school affairs is made known to {left}; add one, or say how it is done.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = school_data(cast("Plan", node))
        if data is None or not data.openness:
            return
        told = [_parties_of(entry) for entry in data.openness]
        if not all(told):
            return
        ruling = check.rulings[self.parameters[0]]
        heard = frozenset[str]().union(*told)
        left = [
            party
            for party in named("parties")
            if party.name in ruling.names and party.name not in heard and not _told_in_prose(party, check)
        ]
        if left:
            yield self.finding(
                (*check.path, "data", "school", "openness"),
                ruling=ruling,
                left=_said_together(left),
            )


class MatterKeptFromParty(Rule):
    """
    Reports a matter that is made known, but not to those whom it concerns: fees not to parents, admissions not to the
    public, appraisal not to the staff.

    ## Why is this bad?

    The notice hangs, and those who are to watch never see it.

    ## Example

    ```yaml
    data:
      school:
        openness:
          - {topic: 收费项目和标准, form: 公示栏, when: 9月初, audience: 全体教职工}
    ```

    Use instead:

    ```yaml
    data:
      school:
        openness:
          - {topic: 收费项目和标准, form: 公示栏、家长会, when: 9月初, audience: 学生家长}
    ```

    ## Known limits

    Which matter concerns whom is in the law's parameters (`school-open-to-…`), which a file of your own may add to; which
    words mean it, in the data file `lexicon.yaml`. What is open to the public is open to all. Several entries on one matter
    count together. An entry whose audience nobody understands is passed over. The texts behind it could not be opened.
    """

    code = "SCH203"
    slug = "matter-kept-from-those-concerned"
    title_zh = "校务公开事项没有向有关方面公开"
    title_en = "matter not made known to those concerned"
    severity = Severity.WARNING
    basis = OPENNESS_2002
    parameters = tuple(_OPEN_TO.values())
    nodes = (Plan,)
    pack = "school"
    wording = {
        "zh": "“{topic}”（{matter}）应当向{party}公开，公开范围里却没有；请补上。",
        "en": "“{topic}” ({matter}) should be made known to {party}, who are not among its audience; add them.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = school_data(cast("Plan", node))
        for matter in named("matters") if data is not None and data.openness else ():
            about = (
                [(at, each) for at, each in enumerate(data.openness) if matter.is_in(each.topic)]
                if data
                else []
            )
            told = [_parties_of(entry) for _, entry in about]
            if not about or not all(told):
                continue
            heard = frozenset[str]().union(*told)
            for party in named("parties"):
                ruling = check.rulings[_OPEN_TO[party.name]]
                if matter.name in ruling.names and not heard & {party.name, _SOCIETY}:
                    at, entry = about[0]
                    yield self.finding(
                        (*check.path, "data", "school", "openness", at, "audience"),
                        ruling=ruling,
                        topic=entry.topic,
                        matter=matter.worded,
                        party=party.worded,
                    )


def _parties_of(entry: OpennessEntry) -> frozenset[str]:
    """Return the parties among an audience; none where the words are not understood."""
    if LEXICON.pattern("everybody").search(entry.audience):
        return frozenset(party.name for party in named("parties"))
    return frozenset(party.name for party in named("parties") if party.is_in(entry.audience))


def _told_in_prose(party: Named, check: Check) -> bool:
    return any(party.is_in(told[0]) for told in LEXICON.pattern("made_known").finditer(check.survey.prose))


def _said_together(parties: list[Named]) -> Worded:
    return Worded("、".join(party.name for party in parties), ", ".join(party.en for party in parties))
