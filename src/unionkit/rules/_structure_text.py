"""Rules about what stands twice, and what breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unionkit.model import Paragraph, Path

from ._finding import Finding, Severity
from ._rule import CONVENTION, Check, Rule
from ._structure_base import PlanRule
from ._structure_lists import levels

_LONG: Final = 15
"""Characters from which a sentence is not said twice by chance."""
_SENTENCE: Final = r"[^。！？；\n]{15,}[。！？；]?"


class RepeatedText(PlanRule):
    """
    Reports a paragraph, or a sentence of fifteen characters or more, that stands twice in the plan.

    ## Why is this bad?

    It was pasted twice. When one of the two is changed, the plan contradicts itself.

    ## Example

    ```yaml
    - 每季度召开一次工会委员会会议，逐项检查落实情况。
    - 每季度召开一次工会委员会会议，逐项检查落实情况。
    ```

    Use instead:

    ```yaml
    - 每季度召开一次工会委员会会议，逐项检查落实情况。
    - 每月公布一次工会经费收支，接受会员监督。
    ```

    ## Known limits

    Only literal repetition is found; tables, and what a review and a plan both say, are not looked at.
    """

    code = "UK145"
    slug = "repeated-text"
    title_zh = "文字重复出现"
    title_en = "repeated text"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "“{start}”前面已经写过一遍；请删去一处，或各写各的内容。",
        "en": "“{start}” was said before; take one of the two out, or say something else.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        seen: dict[tuple[str, bool], Path] = {}
        for path, each in check.survey.nodes:
            if not isinstance(each, Paragraph) or len(each.text) < _LONG:
                continue
            here = (*path, "text")
            looks_back = check.calendar.looks_back(path)
            for match in re.finditer(_SENTENCE, each.text):
                sentence = re.sub(r"\s", "", match[0]).rstrip("。！？；")
                if len(sentence) < _LONG:
                    continue
                key = (sentence, looks_back)
                if key in seen:
                    words = match[0].strip()
                    nth = each.text.count(words, 0, match.start()) + 1
                    yield self.finding(here, words=words, nth=nth, start=_beginning(sentence))
                    break
                seen[key] = here


def _beginning(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}……"


class BrokenOffText(PlanRule):
    """
    Reports a paragraph that ends in a comma or in the middle of a phrase, and one that begins with what belongs to the
    sentence before it.

    ## Why is this bad?

    A line break was left by copying, or the end of the sentence was lost.

    ## Example

    ```yaml
    - 下半年工会在上级工会和单位党组织
    - 的领导下，办好职工书屋。
    ```

    Use instead:

    ```yaml
    - 下半年工会在上级工会和单位党组织的领导下，办好职工书屋。
    ```

    ## Known limits

    A word cut in two is found only where what follows cannot begin a sentence. Headings are not looked at.
    """

    code = "UK147"
    slug = "broken-off-text"
    title_zh = "句子中断"
    title_en = "text broken off"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "“{end}”处句子没有写完；请与下一段连起来，或把句子补完。",
        "en": "The sentence breaks off at “{end}”; join it with what follows, or complete it.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        before: tuple[Path, Paragraph] | None = None
        for path, each in check.survey.nodes:
            if "facts" in path[-2:]:
                continue
            if not isinstance(each, Paragraph):
                before = None
                continue
            text = each.text.rstrip()
            if (
                before is not None
                and before[0][:-1] == path[:-1]
                and not each.marker
                and _goes_on(before[1], text)
            ):
                yield self._broken(*before)
            before = None
            if re.search(_CUT, text):
                yield self._broken(path, each)
            elif text and not re.search(_FINISHED, text):
                before = path, each

    def _broken(self, path: Path, paragraph: Paragraph) -> Finding:
        end = paragraph.text.rstrip()[-8:]
        nth = paragraph.text.count(end)
        return self.finding((*path, "text"), words=end, nth=nth, end=end)


_CUT: Final = (
    "(?:[，、,]|以及|并且|或者|对于|关于|为了|[^其不所以企普触波涉危顾论谈提]及|[^调柔温共总饱暖缓谐随平中附求讲议说]和"
    "|[^参给赋授相]与)$"
)
"""The end of a text that must go on; not that of a word such as 普及, 调和, 参与."""
_FINISHED: Final = r"[。！？；：…”’）》!?;:.)\]】]$"
_GOES_ON: Final = (
    "^(?:的(?!确|士)|地(?![区方点位铁址市级质税理震])|[、，。；”）]|以及|而且|并且|之[一中]|了(?![解却如不])"
    "|着(?![力重眼手实装想])|等[，。；])"
)
"""The beginning of what cannot begin a sentence."""


def _goes_on(before: Paragraph, text: str) -> bool:
    return bool(before.text) and re.search(_GOES_ON, text) is not None


class SameWorkTwice(PlanRule):
    """
    Reports a numbered paragraph that announces what an earlier one of its list has announced.

    ## Why is this bad?

    The same work stands under two numbers, with two owners and perhaps two dates.

    ## Example

    ```yaml
    - {marker: 1., text: 开展技能培训、安康杯竞赛，参赛企业不少于六成。}
    - {marker: 2., text: 开展安康杯竞赛，减少事故。}
    ```

    Use instead:

    ```yaml
    - {marker: 1., text: 开展技能培训，参加的企业不少于六成。}
    - {marker: 2., text: 开展安康杯竞赛，参赛企业不少于六成。}
    ```

    ## Known limits

    The first words of a paragraph are looked at, where they begin with 开展, 举办, 组织, 召开 or 评选.
    """

    code = "UK159"
    slug = "same-work-twice"
    title_zh = "同一项工作分列两处"
    title_en = "same work under two numbers"
    severity = Severity.INFO
    basis = CONVENTION
    gathers = True
    wording = {
        "zh": "“{work}”在前面“{marker}”一项里已经写过；请并到一处。",
        "en": "“{work}” was announced before, under “{marker}”; put it in one place.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        for level in levels(check.survey):
            for entries in level.lists:
                for at, entry in enumerate(entries):
                    text = getattr(entry.node, "text", None) or ""
                    match = re.match(_ANNOUNCED, text)
                    if match is None:
                        continue
                    for before in entries[:at]:
                        if match[1] in (getattr(before.node, "text", None) or ""):
                            path = (*entry.path, "text")
                            yield self.finding(
                                path, words=match[1], work=match[1], marker=before.marker.strip()
                            )
                            break


_ANNOUNCED: Final = "(?:组织开展|广泛开展|深入开展|继续开展|开展|举办|组织|召开|评选)(?:好|了|一次|一期)?([^，。；：、！？“”\n]{4,12})[，。；]"
"""The work that a paragraph announces first."""


RULES: Final[tuple[Rule, ...]] = (RepeatedText(), BrokenOffText(), SameWorkTwice())
