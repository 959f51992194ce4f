"""The rule about names that are no more, or not the law's."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from unionkit.rules import CONVENTION, Check, Finding, Hit, Severity, Worded, WordRule
from unionkit_pack_federation._lexicon import LEXICON


class FormerName(WordRule):
    """
    Tells of names that are no more, or not the law's, of those with whom a federation works: 劳动和社会保障局, 经贸委, 劳资三方机制.

    ## Why is this bad?

    The plan was copied from an old one. A joint notice to an office that is no more is returned, and a mechanism that the
    law calls otherwise is not found by those who look for it.

    ## Example

    ```yaml
    organization: {name: 清河县总工会, sector: federation}
    content: [与县劳动和社会保障局联合开展集体协商要约行动。]
    ```

    Use instead:

    ```yaml
    organization: {name: 清河县总工会, sector: federation}
    content: [与县人力资源和社会保障局联合开展集体协商要约行动。]
    ```

    ## Known limits

    The names are those of the data file `lexicon.yaml` of this pack. What is quoted passes, and so does what stands in a
    part that looks back. Other bodies that are no more are found by UK744.
    """

    code = "FED601"
    slug = "former-name"
    title_zh = "机构、机制用了旧称"
    title_en = "former name of a body or mechanism"
    severity = Severity.INFO
    basis = CONVENTION
    fixable = True
    pack = "federation"
    lexicon = LEXICON
    wording = {
        "zh": "“{wrong}”是旧称或不规范的名称：{why}{instead}。",
        "en": "“{wrong}” is a former name, or not the law's: {why}{instead}.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield what should stand there instead; a name without one is told, and not mended."""
        for finding in super().found(hit, check):
            right = finding.facts["right"]
            instead = Worded(f"，应写“{right}”", f"; write “{right}”") if right else ""
            fix = finding.fix if right else None
            yield attrs.evolve(finding, fix=fix, facts={**finding.facts, "instead": instead})
