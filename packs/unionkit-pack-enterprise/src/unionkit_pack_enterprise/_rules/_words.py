"""A rule about names of contracts, duties and bodies that are written wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from unionkit.rules import CONVENTION, Check, Finding, Hit, Rule, Severity, TextRule, text_fix
from unionkit_pack_enterprise._lexicon import pattern, word_of

from ._common import Worded

_QUOTES: Final = {"“": "”", "《": "》", "「": "」"}


class _WhenRead:
    """The pattern, made when it is first read: the lexicon is not read before a plan is checked."""

    def __get__(self, _instance: object, _owner: type) -> str:
        return pattern()


class WrongName(TextRule):
    """
    Reports names of contracts, duties and bodies that are written wrongly: 集体劳动合同, 工资谈判, 女工委员会, 劳动保护监察员.

    ## Why is this bad?

    The regulations have names for these things, and a contract or record that calls them otherwise is sent back. Some say
    something else: a 劳动合同 is signed by one worker, 监察 is what authorities do.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    content: [四季度与公司续签集体劳动合同。]
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    content: [四季度与公司续签集体合同。]
    ```

    ## Known limits

    The words are those of the file `lexicon.yaml` of this pack. What is quoted passes, and so does what stands in a part
    that looks back.
    """

    code = "ENT501"
    slug = "wrong-name"
    title_zh = "集体合同、协商、组织的名称不规范"
    title_en = "name of a contract, duty or body written wrongly"
    severity = Severity.INFO
    basis = CONVENTION
    fixable = True
    pack = "enterprise"
    pattern = cast("str", _WhenRead())
    wording = {
        "zh": "“{old}”应为“{new}”：{why}。",
        "en": "“{old}” should be “{new}”: {why}.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        word = word_of(hit.match.lastgroup)
        if _is_quoted(hit) or check.calendar.looks_back(hit.path):
            return
        new = word.mended(hit.words)
        yield self.finding(
            hit.path,
            words=hit.words,
            nth=hit.nth,
            fix=text_fix(check.plan, hit.path, f"{hit.text[: hit.start]}{new}{hit.text[hit.end :]}"),
            old=hit.words,
            new=new,
            why=Worded(word.why, word.why_en),
        )


def _is_quoted(hit: Hit) -> bool:
    """Whether a hit stands within quotation marks or the marks of a title."""
    before = hit.text[: hit.start]
    return any(before.count(opening) > before.count(closing) for opening, closing in _QUOTES.items())


WORD_RULES: Final[tuple[Rule, ...]] = (WrongName(),)
