"""Rules about what the staff congress hears, adopts and asks after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Activity, Goal, Plan, Result, WelfareMeasure
from unionkit.rules import Basis, Check, Finding, Rule, Severity
from unionkit_pack_school._data import SchoolData, school_data
from unionkit_pack_school._lexicon import LEXICON

POWERS: Final = Basis(
    title="《学校教职工代表大会规定》",
    number="教育部令第32号",
    article="第七条",
    since=dt.date(2012, 1, 1),
)
"""The powers of the congress. Articles 1 to 7 were read in mirrors in November 2026."""


class HeardNotAdopted(Rule):
    """
    Reports an agenda on which the staff congress only hears what it has to adopt: drafts on welfare, on the division of
    pay, on appointment, appraisal, rewards and penalties.

    ## Why is this bad?

    Such drafts touch the interests of every member of staff, and the congress discusses and adopts them. A draft that was
    only read out has no majority behind it, and whoever loses by it will say so.

    ## Example

    ```yaml
    data:
      school:
        congress: {when: 9月下旬, agenda: [听取教职工考核办法的说明]}
    ```

    Use instead:

    ```yaml
    data:
      school:
        congress: {when: 9月下旬, agenda: [讨论通过教职工考核办法]}
    ```

    ## Known limits

    A report on how such rules are carried out may be heard (a point that speaks of 情况, 执行, 落实 passes), and so may an
    explanation, where another point of the agenda votes on the same. The rule reads Chinese only. Its words are in the data
    file `lexicon.yaml`.
    """

    code = "SCH111"
    slug = "draft-heard-but-not-adopted"
    title_zh = "应由教代会讨论通过的方案只列为听取"
    title_en = "draft that the congress hears and does not adopt"
    severity = Severity.WARNING
    basis = POWERS
    nodes = (Plan,)
    pack = "school"
    wording = {
        "zh": "“{point}”只是听取；{matter}与教职工利益直接相关，应由教代会讨论通过。",
        "en": "“{point}” is only heard; the congress has to discuss and adopt {matter}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = school_data(cast("Plan", node))
        agenda = data.congress.agenda if data is not None and data.congress is not None else ()
        votes, carried = LEXICON.pattern("adopted", "votes"), LEXICON.pattern("adopted", "carried_out")
        for at, point in enumerate(agenda):
            matter = LEXICON.pattern("adopted", "matter").search(point)
            if matter is None or not LEXICON.pattern("adopted", "heard").search(point):
                continue
            if votes.search(point) or carried.search(point):
                continue
            if not any(matter["subject"] in other and votes.search(other) for other in agenda):
                yield self.finding(
                    (*check.path, "data", "school", "congress", "agenda", at), point=point, matter=matter[0]
                )


class AgendaWithoutProposals(Rule):
    """
    Reports the agenda of a later session of the staff congress that does not come back to the proposals (提案) of the last.

    ## Why is this bad?

    Each session examines what became of the proposals of the session before. Where it does not, delegates stop writing any.

    ## Example

    ```yaml
    data:
      school:
        congress: {session: 第三届教职工代表大会第二次会议, agenda: [听取工会工作报告]}
    ```

    Use instead:

    ```yaml
    data:
      school:
        congress: {session: 第三届教职工代表大会第二次会议, agenda: [听取工会工作报告, 审议上一次会议提案的办理情况]}
    ```

    ## Known limits

    The session is a later one where its name says so (第二次会议) or `last_congress` tells of proposals. A plan that speaks
    of the proposals anywhere else passes; so does one without an agenda.
    """

    code = "SCH112"
    slug = "agenda-without-proposals"
    title_zh = "教代会议程没有上一次会议提案的办理情况"
    title_en = "agenda without the proposals of the last session"
    severity = Severity.WARNING
    basis = POWERS
    nodes = (Plan,)
    pack = "school"
    wording = {
        "zh": "议程里没有上一次会议提案的办理情况；请加上一项，或在计划中写明怎样报告。",
        "en": "The agenda does not come back to the proposals of the last session; add a point, or say how they are reported.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        data = school_data(plan)
        if data is None or data.congress is None or not data.congress.agenda:
            return
        last = data.last_congress
        is_later = LEXICON.pattern("later_session").search(data.congress.session) is not None
        if (is_later or (last is not None and last.proposals)) and not _speaks_of_proposals(
            plan, data, check
        ):
            yield self.finding((*check.path, "data", "school", "congress", "agenda"))


class ProposalsLeft(Rule):
    """
    Reports proposals of the last session that are not answered, where the plan does not say what is to become of them.

    ## Why is this bad?

    A proposal that is on file is owed an answer. The half year after the session is when it can still be given.

    ## Example

    ```yaml
    data:
      school:
        last_congress: {day: 2026-03-18, proposals: 18, answered: 12}
    ```

    Use instead:

    ```yaml
    content:
      - 上一次教代会尚未答复的6件提案，10月底前逐件答复提案人。
    data:
      school:
        last_congress: {day: 2026-03-18, proposals: 18, answered: 12}
    ```

    ## Known limits

    Any mention of proposals in the prose, in a typed item or on the agenda is enough.
    """

    code = "SCH113"
    slug = "proposals-left-unanswered"
    title_zh = "未答复的提案没有安排"
    title_en = "proposals left without an answer"
    severity = Severity.WARNING
    basis = POWERS
    nodes = (Plan,)
    pack = "school"
    wording = {
        "zh": "上一次教代会立案的 {proposals} 件提案还有 {left} 件没有答复，计划没有提到；请写上何时办理、答复。",
        "en": "{left} of the {proposals} proposals of the last session are not answered, and the plan does not speak of them;"
        " say when they will be.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        data = school_data(plan)
        last = data.last_congress if data is not None else None
        if data is None or last is None or last.proposals is None or last.answered is None:
            return
        left = last.proposals - last.answered
        if left > 0 and not _speaks_of_proposals(plan, data, check):
            yield self.finding(
                (*check.path, "data", "school", "last_congress", "answered"),
                proposals=last.proposals,
                left=left,
            )


def _speaks_of_proposals(plan: Plan, data: SchoolData, check: Check) -> bool:
    word = LEXICON.pattern("proposals")
    said = [*(data.congress.agenda if data.congress is not None else ()), check.survey.prose]
    for _, node in plan.walk():
        match node:
            case Goal() | Result():
                said.append(node.indicator)
            case Activity() | WelfareMeasure():
                said.append(node.title)
    return any(word.search(text) for text in said)
