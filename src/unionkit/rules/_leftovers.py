"""Rules about what a copied sample leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, cast

from ._finding import Finding, Severity
from ._rule import CONVENTION, Check, Passage, Rule

_MASK: Final = re.compile(
    r"(?:20|19)(?:[xX×]{1,2}|\*{1,2}|-{1,2}|_{1,2})(?=年|下|上|学)"  # 20xx年, 20--年
    r"|(?<![A-Za-z])[xX×]{2,}(?![A-Za-z])"  # xx届, xx年
    r"|(?<=[\u4e00-\u9fff])-{2}(?=[\u4e00-\u9fff])"  # 邓--理论
    r"|\*+(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\*+"  # **中学
    r"|_{2,}|某某+|[○〇]{2,}"
)


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

    A name that really holds two capital X or two asterisks is reported too.
    """

    code = "UK701"
    slug = "masked-text"
    title_zh = "范文遮盖未填"
    title_en = "masked text of a sample"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Passage,)
    wording = {
        "zh": "“{around}”中的“{mask}”是范文留下的遮盖；请填上实际内容。",
        "en": "“{mask}” in “{around}” was left by a sample; fill in what belongs there.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        text = cast("Passage", node).text
        for match in _MASK.finditer(text):
            mask = match.group()
            nth = text.count(mask, 0, match.start()) + 1
            around = text[max(0, match.start() - 4) : match.end() + 6]
            yield self.finding(check.path, words=mask, nth=nth, mask=mask, around=around)
