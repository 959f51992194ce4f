"""Rules about references within a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, cast

from unionkit.model import Item, Paragraph, Part

from ._finding import Finding, Severity, Worded
from ._rule import CONVENTION, Check, Rule
from ._survey import Survey

_NUMBER: Final = re.compile(r"附件|[\d一二三四五六七八九十百零①-⑳]")


class ReferenceToNothing(Rule):
    """
    Reports a reference (`refs`) whose part or item does not exist, or whose words do not stand in its paragraph or
    hold no number.

    ## Why is this bad?

    The number of what is meant is put into the words when the plan is printed. A reference that leads nowhere leaves
    the words as they are, and they may name the wrong part.

    ## Example

    ```yaml
    - text: 经费安排见第六部分。
      refs: [{to: budget, words: 第五部分}]
    - {heading: 经费预算, id: money, content: []}
    ```

    Use instead:

    ```yaml
    - text: 经费安排见第六部分。
      refs: [{to: budget, words: 第六部分}]
    - {heading: 经费预算, id: budget, content: []}
    ```

    ## Known limits

    The rule does not know whether what is meant has a number when it is printed, nor the sections that a pack's layout
    adds; sections named in the plan's own `layout` are known.
    """

    code = "UK111"
    slug = "reference-to-nothing"
    title_zh = "互见没有着落"
    title_en = "reference to nothing"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Paragraph,)
    wording = {
        "zh": "“{quoted}”的编号不会随正文更新：{reason}。",
        "en": "The number in “{quoted}” will not follow the text: {reason}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        paragraph = cast("Paragraph", node)
        if not paragraph.refs:
            return
        known = check.survey.once("named", _named)
        for index, ref in enumerate(paragraph.refs):
            here = (*check.path, "refs", index)
            if ref.target not in known:
                yield self.finding((*here, "to"), quoted=ref.words, reason=_no_target(ref.target))
            elif paragraph.text.count(ref.words) < ref.nth:
                yield self.finding((*here, "words"), quoted=ref.words, reason=_no_words(ref.nth))
            elif not _NUMBER.search(ref.words):
                yield self.finding((*here, "words"), quoted=ref.words, reason=_WITHOUT_NUMBER)


def _no_target(target: str) -> Worded:
    return Worded(f"计划中没有 id 为“{target}”的部分或项", f"no part or item has the id “{target}”")


def _no_words(nth: int) -> Worded:
    return Worded(f"段落中没有第 {nth} 处这些文字", f"the paragraph has no occurrence {nth} of these words")


_WITHOUT_NUMBER: Final = Worded("这些文字里没有编号", "these words hold no number")


def _named(survey: Survey) -> set[str]:
    """Everything that a reference can lead to."""
    ids = {node.id for _, node in survey.nodes if isinstance(node, Item | Part) and node.id is not None}
    return ids | set(survey.plan.layout)


RULES: Final[tuple[Rule, ...]] = (ReferenceToNothing(),)
