"""Rules about the five visits (五必访)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Plan
from unionkit.rules import CONVENTION, Check, Finding, Rule, Severity, Worded
from unionkit_pack_community._data import community_data
from unionkit_pack_community._vocabulary import FIVE


class NotFiveVisits(Rule):
    """
    Reports a list of the five visits (五必访) that does not have five different occasions.

    ## Why is this bad?

    Members are told of five occasions and count on them. One that was lost when the list was copied is a member whom
    nobody visits.

    ## Example

    ```yaml
    data:
      community:
        visits:
          - {occasion: illness, within: 3}
          - {occasion: hardship, within: 7}
          - {occasion: bereavement, within: 2}
          - {occasion: family-dispute, within: 3}
    ```

    Use instead:

    ```yaml
    data:
      community:
        visits:
          - {occasion: illness, within: 3}
          - {occasion: hardship, within: 7}
          - {occasion: bereavement, within: 2}
          - {occasion: family-dispute, within: 3}
          - {occasion: celebration, within: 7}
    ```

    ## Known limits

    No national list is known, the five differ by unit: any five different occasions pass. A plan without a list passes
    too. Lists in the prose are counted by UK732, triggers of a measure by UK235.
    """

    code = "COM301"
    slug = "not-five-visits"
    title_zh = "“五必访”不是五种情形"
    title_en = "five visits that are not five"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    pack = "community"
    wording = {
        "zh": "“五必访”列了 {listed} 种不同的情形，应为 {five} 种；请补全或合并。",
        "en": "The five visits have {listed} different occasions; complete or join them so that there are {five}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = community_data(cast("Plan", node))
        occasions = () if data is None else tuple(each.occasion for each in data.visits)
        if occasions and (len(set(occasions)) != FIVE or len(occasions) != FIVE):
            path = (*check.path, "data", "community", "visits")
            yield self.finding(path, listed=len(set(occasions)), five=FIVE)


class VisitWithoutMeasure(Rule):
    """
    Reports an occasion of the five visits for which the plan has no welfare measure.

    ## Why is this bad?

    The list promises the visit; the measure says who goes, what is brought and which money pays. Without one the visit is
    a word on the wall.

    ## Example

    ```yaml
    content:
      - {welfare: 探望生病会员, kind: condolence-visit, trigger: illness}
    data:
      community:
        visits:
          - {occasion: illness, within: 3}
          - {occasion: bereavement, within: 2}
    ```

    Use instead:

    ```yaml
    content:
      - {welfare: 探望生病会员, kind: condolence-visit, trigger: illness}
      - {welfare: 吊唁慰问, kind: condolence-visit, trigger: bereavement}
    data:
      community:
        visits:
          - {occasion: illness, within: 3}
          - {occasion: bereavement, within: 2}
    ```

    ## Known limits

    A measure counts for the occasions under its `trigger`; one of death counts for bereavement, those of a wedding and a
    childbirth for celebration, one of low spirits for a family dispute, and the other way round. What a measure says of
    its standard is not compared.
    """

    code = "COM302"
    slug = "visit-without-measure"
    title_zh = "必访情形没有对应的措施"
    title_en = "occasion of a visit without a measure"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    pack = "community"
    wording = {
        "zh": "“五必访”中的“{occasion}”在计划里没有对应的福利措施；请写上由谁走访、带什么、从哪里列支（trigger: {name}）。",
        "en": "The visit for “{occasion}” has no welfare measure in the plan; say who goes, what is brought and who pays "
        "(trigger: {name}).",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = community_data(cast("Plan", node))
        met = {_KIN.get(trigger, trigger) for _, item in check.survey.welfare for trigger in item.triggers}
        for at, each in enumerate(() if data is None else data.visits):
            if _KIN.get(each.occasion, each.occasion) not in met:
                yield self.finding(
                    (*check.path, "data", "community", "visits", at, "occasion"),
                    occasion=_called(each.occasion, check),
                    name=each.occasion,
                )


_KIN: Final = {
    "death": "bereavement",
    "wedding": "celebration",
    "childbirth": "celebration",
    "mood": "family-dispute",
}
"""Occasions that the lists of some units take together, and the one that they stand under."""


def _called(occasion: str, check: Check) -> Worded:
    """What an occasion is called; its name, where nobody knows it."""
    term = check.vocabulary.triggers.get(occasion)
    return Worded(occasion, occasion) if term is None else Worded(term.zh, term.en)


class RecordOfNoneOfThem(Rule):
    """
    Reports a record of a visit, or one of the five visits, whose occasion the vocabulary does not know, or a record for
    none of the five that the plan lists.

    ## Why is this bad?

    Records are counted by their occasion. One under a name of its own is missing from the count, and prints as a word in
    English among the others.

    ## Example

    ```yaml
    data:
      community:
        records:
          - {occasion: sickness, day: 2026-07-20}
    ```

    Use instead:

    ```yaml
    data:
      community:
        records:
          - {occasion: illness, day: 2026-07-20}
    ```

    ## Known limits

    A pack of one's own may add triggers to the vocabulary. Without a list of the five any known occasion passes; an
    occasion that the list takes together with another (wedding, celebration) is one of the five.
    """

    code = "COM303"
    slug = "visit-of-unknown-occasion"
    title_zh = "走访的情形不在“五必访”之列"
    title_en = "visit for an unknown occasion"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    pack = "community"
    wording = {
        "zh": "走访的情形“{occasion}”{why}。",
        "en": "The occasion “{occasion}” of a visit {why}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data = community_data(cast("Plan", node))
        if data is None:
            return
        listed = {_KIN.get(each.occasion, each.occasion) for each in data.visits}
        found = [("visits", at, each.occasion) for at, each in enumerate(data.visits)]
        found += [("records", at, each.occasion) for at, each in enumerate(data.records)]
        for table, at, occasion in found:
            known = occasion in check.vocabulary.triggers
            if not known or (table == "records" and listed and _KIN.get(occasion, occasion) not in listed):
                path = (*check.path, "data", "community", table, at, "occasion")
                yield self.finding(
                    path, occasion=_called(occasion, check), why=_NOT_LISTED if known else _UNKNOWN
                )


_NOT_LISTED: Final = Worded("不在计划所列的五种之内，请核对", "is none of the five that the plan lists")
_UNKNOWN: Final = Worded(
    "不是已知的名称，可写 illness、hardship、bereavement、family-dispute、celebration 等",
    "is not known; write illness, hardship, bereavement, family-dispute, celebration or another trigger",
)

VISIT_RULES: Final[tuple[Rule, ...]] = (NotFiveVisits(), VisitWithoutMeasure(), RecordOfNoneOfThem())
