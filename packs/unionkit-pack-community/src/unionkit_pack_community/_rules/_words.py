"""Rules about the words of community work: misspelt, or out of use."""

from __future__ import annotations

from typing import Final

from unionkit.rules import CONVENTION, Rule, Severity, WordRule
from unionkit_pack_community._lexicon import LEXICON


class MisspeltWord(WordRule):
    """
    Reports misspelt words of community work: 局务公开 for 居务公开, 五必防 for 五必访.

    ## Why is this bad?

    Spelling checkers let them pass, for each sign is right in itself; on the board residents read them every day.

    ## Example

    ```yaml
    content:
      - 按季度更新局务公开栏。
    ```

    Use instead:

    ```yaml
    content:
      - 按季度更新居务公开栏。
    ```

    ## Known limits

    The words are in the lexicon of the pack. 局务公开 passes where the clause speaks of an office (本局, 机关). What is quoted
    passes, and so do reviews. The core finds misspelt terms of all unions (UK751).
    """

    code = "COM501"
    slug = "misspelt-community-word"
    title_zh = "社区用语写错"
    title_en = "misspelt word of community work"
    severity = Severity.WARNING
    basis = CONVENTION
    pack = "community"
    fixable = True
    lexicon = LEXICON
    table = "misspelt"
    wording = {
        "zh": "“{wrong}”写错了，应为“{right}”。",
        "en": "“{wrong}” is misspelt; write “{right}”.",
    }


class OutdatedWord(WordRule):
    """
    Reports words for people and offices of community work that are out of use: 下岗职工, 再就业服务中心.

    ## Why is this bad?

    They come from plans of twenty years ago. Whoever looks for the office finds none, and those who are meant are called
    失业人员 by the offices that help them.

    ## Example

    ```yaml
    content:
      - 为下岗职工举办招聘会。
    ```

    Use instead:

    ```yaml
    content:
      - 为失业人员举办招聘会。
    ```

    ## Known limits

    The words and the days are in the lexicon of the pack, and general knowledge. A clause that looks back (原, 历史, 曾)
    passes, and so do reviews and what is quoted; a plan of another day is judged by the words of its day.
    """

    code = "COM502"
    slug = "outdated-community-word"
    title_zh = "社区工作的旧称"
    title_en = "outdated word of community work"
    severity = Severity.INFO
    basis = CONVENTION
    pack = "community"
    fixable = True
    lexicon = LEXICON
    table = "outdated"
    wording = {
        "zh": "“{wrong}”是旧称，现在写“{right}”。",
        "en": "“{wrong}” is out of use; it is “{right}” now.",
    }


WORD_RULES: Final[tuple[Rule, ...]] = (MisspeltWord(), OutdatedWord())
