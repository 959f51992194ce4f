"""Rules about what a copied sample leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, cast

import attrs

from unionkit.model import Activity, Goal, Organization, Path, Result, WelfareMeasure

from ._finding import Finding, Severity
from ._rule import CONVENTION, Check, Rule
from ._survey import Passage

_HAN: Final = r"[\u4e00-\u9fff]"
_NUMERAL: Final = "[一二三四五六七八九零○〇]"
_MASK: Final = (
    r"(?<!\d)(?:20|19)(?:[xX×]{1,2}|\*{1,2}|-{1,2}|_{1,2})(?=年|下|上|学)"  # 20xx年, 20--年
    r"|(?<!\d)(?:20|19)[xX×]{2}(?![A-Za-z\d×])"  # 20xx-20xx学年
    r"|(?<![A-Za-z\d])[xX×]{2,}(?![A-Za-z\d])"  # xx届, xx年
    r"|(?<![A-Za-z\d])[xX×](?=[年月日届])"  # x月x日
    rf"|(?<={_HAN})-{{2}}(?={_HAN})"  # 邓--理论
    rf"|\*{{2,}}(?={_HAN})|(?<={_HAN})\*{{2,}}"  # **中学
    rf"|(?<={_HAN})\*(?={_HAN})"  # 张*同志
    rf"|_{{2,}}|某某+|(?<!{_NUMERAL})[○〇]{{2,}}(?!{_NUMERAL})"
)

_PROSE: Final = {
    Organization: ("name", "parent"),
    Goal: ("indicator", "scope", "owner"),
    Result: ("indicator", "scope", "owner"),
    Activity: ("title", "place", "owner"),
    WelfareMeasure: ("title", "fund", "owner"),
}
"""Attributes that are printed as part of a generated wording."""


@cache
def _mask() -> re.Pattern[str]:
    """The pattern, compiled when it is first needed: a program that only prints may load the rules of a pack."""
    return re.compile(_MASK)


class MaskedText(Rule):
    """
    Reports what a website masked in a sample: 20xx年, xx届, --年, **中学, 某某.

    ## Why is this bad?

    The plan was copied and the gap was not filled; the reader sees at once that it is nobody's plan.

    ## Example

    ```yaml
    - 20xx年下半年，工会将继续做好本职工作。
    ```

    Use instead:

    ```yaml
    - 2026年下半年，工会将继续做好本职工作。
    ```

    ## Known limits

    A name that really holds two capital X or two asterisks is reported too. A fact of a paragraph repeats its words and
    is not looked at again.
    """

    code = "UK701"
    slug = "masked-text"
    title_zh = "范文遮盖未填"
    title_en = "masked text of a sample"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Passage, *_PROSE)
    wording = {
        "zh": "“{around}”中的“{mask}”是范文留下的遮盖；请填上实际内容。",
        "en": "“{mask}” in “{around}” was left by a sample; fill in what belongs there.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        if isinstance(node, Passage):
            yield from self._masks(node.text, check.path)
        elif "facts" not in check.path[-2:]:
            for field in attrs.fields(cast("type[Any]", type(node))):
                if field.name in _PROSE[type(node)]:
                    key = field.metadata.get("key", field.name)
                    yield from self._masks(getattr(node, field.name), (*check.path, key))

    def _masks(self, text: str, path: Path) -> Iterator[Finding]:
        for match in _mask().finditer(text):
            mask = match.group()
            nth = text.count(mask, 0, match.start()) + 1
            around = text[max(0, match.start() - 4) : match.end() + 6]
            yield self.finding(path, words=mask, nth=nth, mask=mask, around=around)


RULES: Final[tuple[Rule, ...]] = (MaskedText(),)
