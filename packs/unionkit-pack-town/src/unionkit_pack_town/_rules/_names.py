"""A rule about names of bodies and groups of workers that are out of date."""

from __future__ import annotations

from unionkit.rules import CONVENTION, Severity, WordRule
from unionkit_pack_town._lexicon import LEXICON


class OutdatedName(WordRule):
    """
    Reports names of bodies and of groups of workers that are out of date, such as 劳动保障局 or 打工仔.

    ## Why is this bad?

    A body that has not been called so for years shows that the plan was copied; a nickname for workers does not belong in
    an official document.

    ## Example

    ```yaml
    pack: town
    content: [会同劳动保障局开展民工维权服务。]
    ```

    Use instead:

    ```yaml
    pack: town
    content: [会同人力资源和社会保障局开展农民工维权服务。]
    ```

    ## Known limits

    Reviews may use the names of their time, and so may names of documents within 《》 and quotations. The names are in the
    data file `lexicon.yaml`; that they are out of date is general knowledge. UK744 has further bodies.
    """

    code = "TWN201"
    slug = "outdated-name-in-towns"
    title_zh = "过时的机构、群体名称"
    title_en = "outdated names of bodies and groups"
    severity = Severity.INFO
    basis = CONVENTION
    lexicon = LEXICON
    pack = "town"
    fixable = True
    wording = {
        "zh": "“{wrong}”请改为“{right}”：{why}。",
        "en": "Write “{right}” for “{wrong}”: {why}.",
    }
