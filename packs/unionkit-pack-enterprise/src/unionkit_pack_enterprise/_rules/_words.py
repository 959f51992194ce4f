"""A rule about names of contracts, duties and bodies that are written wrongly."""

from __future__ import annotations

from typing import Final

from unionkit.rules import CONVENTION, Rule, Severity, WordRule
from unionkit_pack_enterprise._lexicon import LEXICON


class WrongName(WordRule):
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
    lexicon = LEXICON
    wording = {
        "zh": "“{wrong}”应为“{right}”：{why}。",
        "en": "“{wrong}” should be “{right}”: {why}.",
    }


WORD_RULES: Final[tuple[Rule, ...]] = (WrongName(),)
