"""Rules about wording: official cars, and names that are written wrongly."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, cast

from unionkit.rules import (
    CONVENTION,
    Basis,
    Check,
    Confidence,
    Finding,
    Hit,
    Rule,
    Severity,
    TextRule,
    WordRule,
)
from unionkit_pack_agency._lexicon import LEXICON

CARS_2017: Final = Basis(
    title="《党政机关公务用车管理办法》", since=dt.date(2018, 1, 1), confidence=Confidence.UNCONFIRMED
)
"""Measures on official cars, known by their title only; their day was not seen, so the rule begins with 2018."""

_STOP: Final = re.compile("[。；！？;!?]|[.](?=\\s|$)")
"""What ends a sentence, in Chinese or English; :func:`unionkit.rules.sentence` goes by the Chinese signs only."""


class _Cars:
    """The pattern, made when it is first read: the lexicon is not read before a plan is checked."""

    def __get__(self, _instance: object, _owner: type) -> str:
        return LEXICON.pattern("cars").pattern


class OfficialCars(TextRule):
    """
    Reports outings, hikes and recuperation for which official cars are to be used.

    ## Why is this bad?

    Official cars are for official business. Members go by public or hired bus, or by their own means.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [10月组织会员秋游，由办公室安排公务用车接送。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [10月组织会员秋游，当日往返，不使用公务用车。]
    ```

    ## Known limits

    It looks for both words in one sentence; a sentence that is against it (不得, 严禁) passes. The basis was not seen.
    """

    code = "AGY401"
    slug = "official-cars-for-outings"
    title_zh = "用公务用车组织春秋游、疗休养"
    title_en = "official cars for outings or recuperation"
    severity = Severity.WARNING
    basis = CARS_2017
    pack = "agency"
    pattern = cast("str", _Cars())
    wording = {
        "zh": "“{quoted}”不得用于春秋游、健步、疗休养等活动；请改为租用客车、公共交通或自行前往。",
        "en": "“{quoted}” is not for outings or recuperation; go by hired or public bus, or by one's own means.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        said = _sentence(hit)
        if not LEXICON.pattern("trips").search(said) or LEXICON.pattern("against").search(said):
            return
        if not check.calendar.looks_back(hit.path):
            yield self.finding(hit.path, words=hit.words, nth=hit.nth, quoted=hit.words)


class WrongTerm(WordRule):
    """
    Reports names of bodies, duties and rules of agencies that are written wrongly: 经费审计委员会, 休疗养, 女工委员会.

    ## Why is this bad?

    The plan goes to the union above and to the office's Party committee; a wrong name is the first thing they see.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [经费审计委员会每年审查一次工会经费。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [经费审查委员会每年审查一次工会经费。]
    ```

    ## Known limits

    The words are those of the file `lexicon.yaml` of this pack. What is quoted passes, and so does what stands in a part
    that looks back.
    """

    code = "AGY402"
    slug = "wrong-agency-term"
    title_zh = "机关工会的组织、工作名称不规范"
    title_en = "name of a body or duty written wrongly"
    severity = Severity.INFO
    basis = CONVENTION
    fixable = True
    pack = "agency"
    lexicon = LEXICON
    wording = {
        "zh": "“{wrong}”应为“{right}”：{why}。",
        "en": "“{wrong}” should be “{right}”: {why}.",
    }


def _sentence(hit: Hit) -> str:
    """The sentence around a hit."""
    begin = max((stop.end() for stop in _STOP.finditer(hit.text, 0, hit.start)), default=0)
    stop = _STOP.search(hit.text, hit.end)
    return hit.text[begin : stop.start() if stop else None]


WORD_RULES: Final[tuple[Rule, ...]] = (OfficialCars(), WrongTerm())
