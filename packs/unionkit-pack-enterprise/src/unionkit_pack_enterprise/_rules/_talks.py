"""Rules about who sits at the table of collective talks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from unionkit.model import Plan
from unionkit.rules import Basis, Check, Confidence, Finding, Rule, Severity, Worded

from ._common import HERE, data_in, limit

SIDES: Final = Basis(
    title="《集体合同规定》",
    number="劳动和社会保障部令第22号",
    article="第十九条",
    since=dt.date(2004, 5, 1),
    confidence=Confidence.UNCONFIRMED,
)
"""The article on who talks; known from an exam answer and a provincial text that agrees, so what rests on it is a warning."""

OUTSIDERS: Final = Basis(
    title="《集体合同规定》",
    number="劳动和社会保障部令第22号",
    article="第二十三条",
    since=dt.date(2004, 5, 1),
)
"""The article on representatives from outside; it was read in a mirror in November 2026."""


_SIDES: Final = {
    "workers": Worded("职工方", "workers' side"),
    "employers": Worded("企业方", "employer's side"),
}


class UnequalSides(Rule):
    """
    Reports wage talks whose two sides have different numbers of representatives.

    ## Why is this bad?

    Both sides have equal numbers. Where one has more, what was agreed can be contested.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        talks: {workers: 5, employers: 4}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        talks: {workers: 5, employers: 5}
    ```

    ## Known limits

    Both numbers have to stand in the data; those in prose are looked at by UK579. Nobody could confirm the text itself.
    """

    code = "ENT201"
    slug = "enterprise-unequal-sides"
    title_zh = "协商双方代表人数不等"
    title_en = "unequal sides in wage talks"
    severity = Severity.WARNING
    basis = SIDES
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "职工方代表 {workers} 人、企业方代表 {employers} 人，人数不等；双方代表人数应当相等，请改为一致。",
        "en": "The workers have {workers} representatives and the employer {employers}; both sides have equal numbers: make"
        " them the same.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the data of the plan
        talks = data_in(check).talks
        if talks is None or talks.workers is None or talks.employers is None:
            return
        if talks.workers != talks.employers:
            yield self.finding(
                (*HERE, "talks", "employers"), workers=talks.workers, employers=talks.employers
            )


class TooFewRepresentatives(Rule):
    """
    Reports a side of the wage talks with fewer than three representatives.

    ## Why is this bad?

    Each side sends at least three. An agreement that two have negotiated is sent back when it is filed.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        talks: {workers: 2, employers: 2}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        talks: {workers: 3, employers: 3}
    ```

    ## Known limits

    Numbers in prose are looked at by UK578. Nobody could confirm the figure in the text itself.
    """

    code = "ENT202"
    slug = "too-few-representatives"
    title_zh = "协商代表人数不足"
    title_en = "too few representatives in wage talks"
    severity = Severity.WARNING
    basis = SIDES
    parameters = ("negotiators-least",)
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "{side}代表只有 {people} 人；每方代表至少{least}，并确定一名首席代表，请增加。",
        "en": "There are only {people} on the {side}; each side has at least {least}, one of them in the chair: add some.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        talks, ruling = data_in(check).talks, check.rulings["negotiators-least"]
        for key in ("workers", "employers"):
            people = getattr(talks, key, None)
            if people is not None and people < ruling.number:
                yield self.finding(
                    (*HERE, "talks", key), ruling=ruling, side=_SIDES[key], people=people, least=limit(ruling)
                )


class TooManyOutsiders(Rule):
    """
    Reports a side of the wage talks of which more than a third are not of the enterprise.

    ## Why is this bad?

    A side may bring experts, as at most one in three of its representatives. More of them, and others negotiate in the
    place of those who will live with the result.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        talks: {workers: 5, employers: 5, workers_outside: 2}
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    data:
      enterprise:
        talks: {workers: 5, employers: 5, workers_outside: 1}
    ```

    ## Known limits

    That the chief representative is of the enterprise (article 23 too) cannot be told from the data.
    """

    code = "ENT203"
    slug = "too-many-outsiders"
    title_zh = "外聘协商代表超过三分之一"
    title_en = "too many representatives from outside"
    severity = Severity.ERROR
    basis = OUTSIDERS
    parameters = ("negotiators-outside-share",)
    nodes = (Plan,)
    pack = "enterprise"
    wording = {
        "zh": "{side}代表 {people} 人中外聘 {outside} 人，超过{share}；请减少外聘，或增加本单位的代表。",
        "en": "Of {people} on the {side}, {outside} are from outside, more than {share}; bring fewer, or more of your own.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- as above
        talks, ruling = data_in(check).talks, check.rulings["negotiators-outside-share"]
        for key in ("workers", "employers"):
            people, outside = getattr(talks, key, None), getattr(talks, f"{key}_outside", None)
            if people is not None and outside is not None and outside > people * ruling.number:
                yield self.finding(
                    (*HERE, "talks", f"{key}_outside"),
                    ruling=ruling,
                    side=_SIDES[key],
                    people=people,
                    outside=outside,
                    share=ruling.said,
                )


SIDE_RULES: Final[tuple[Rule, ...]] = (UnequalSides(), TooFewRepresentatives(), TooManyOutsiders())
