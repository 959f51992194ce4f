"""Rules about the order of stored numbers: where lists begin, what is missing, what stands at which level."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from unionkit.model import Part, Path

from ._finding import Finding, Severity, Worded
from ._fix import Edit, Fix
from ._rule import CONVENTION, Check, Rule
from ._structure_base import PlanRule
from ._structure_lists import LEVELS, Entry, Level, Style, levels, rewritten

_NEXT: Final = {
    Style.CHAPTER: frozenset({Style.SECTION, Style.HAN}),
    Style.SECTION: frozenset({Style.HAN}),
    Style.HAN: frozenset({Style.HAN_BRACKETS, Style.ARABIC}),
    Style.HAN_BRACKETS: frozenset({Style.ARABIC}),
    Style.ARABIC: frozenset({Style.ARABIC_BRACKETS}),
    Style.ARABIC_BRACKETS: frozenset({Style.CIRCLED}),
}
"""What may stand in a level of that style; only 一、 may skip one (official-layout FMT-01)."""

_INNER: Final = frozenset({Style.HAN_BRACKETS, Style.ARABIC_BRACKETS, Style.CIRCLED})
"""What cannot be the outermost number of a plan."""

_EXAMPLES: Final = {
    Style.CHAPTER: "第一部分",
    Style.SECTION: "第一节",
    Style.HAN: "一、",
    Style.HAN_BRACKETS: "（一）",
    Style.ARABIC: "1.",
    Style.ARABIC_BRACKETS: "（1）",
    Style.CIRCLED: "①",
    Style.POINT: "一是",
    Style.DECIMAL: "1.1",
}


def _marker(entry: Entry) -> Path:
    return (*entry.path, "marker")


class _NumberRule(PlanRule):
    """What rules about stored numbers share: one look at all levels of the plan; they tell a plan's places together."""

    severity = Severity.INFO
    basis = CONVENTION
    gathers = True

    def whole(self, check: Check) -> Iterator[Finding]:
        for level in levels(check.survey):
            if level.entries:
                yield from self.level(level)

    def level(self, level: Level) -> Iterator[Finding]:
        """Yield what is wrong with one level."""
        raise NotImplementedError


class NumberAtWrongLevel(_NumberRule):
    """
    Reports a stored number whose style does not belong to its level: （1） right below 一、, or （一） with nothing above.

    ## Why is this bad?

    Official documents go 一、 （一） 1. （1） ① from the outside in, and only （一） may be left out. A level that was
    skipped makes the reader look for what is missing, and in a copied plan something often is.

    ## Example

    ```yaml
    - heading: 主要工作
      marker: 一、
      content:
        - {marker: （1）, text: 开好职工代表大会。}
        - {marker: （2）, text: 办好职工书屋。}
    ```

    Use instead:

    ```yaml
    - heading: 主要工作
      marker: 一、
      content:
        - {marker: 1., text: 开好职工代表大会。}
        - {marker: 2., text: 办好职工书屋。}
    ```

    ## Known limits

    Numbers in words (一是), decimal numbers (1.1), and what stands below a heading without number are not judged.
    """

    code = "UK121"
    slug = "number-at-wrong-level"
    title_zh = "序号层次不当"
    title_en = "number at the wrong level"
    wording = {
        "zh": "序号“{marker}”不合层次：{place}。层次依次是 一、（一）1.（1）①，只有（一）可以略去。",
        "en": "The number “{marker}” does not fit its level: {place}. The order is 一、（一）1.（1）①; only （一） may be left out.",
    }

    def level(self, level: Level) -> Iterator[Finding]:
        outer = level.above[-1] if level.above else None
        first = level.entries[0]
        style = first.number.style
        if style not in LEVELS:
            return
        if outer is None:
            wrong = not level.is_headed and style in _INNER
            place = Worded("它的上面没有带序号的层次", "nothing above it has a number")
        else:
            wrong = outer in _NEXT and style not in _NEXT[outer]
            around = _EXAMPLES[outer]
            place = Worded(
                f"它直接放在“{around}”一级的下面", f"it stands right below a level like “{around}”"
            )
        if wrong:
            yield self.finding(_marker(first), marker=first.marker.strip(), place=place)


class ListStartsLate(_NumberRule):
    """
    Reports a list whose first stored number is not one.

    ## Why is this bad?

    The beginning of the list was lost when it was copied, or the numbers were not looked at again when the list was cut.

    ## Example

    ```yaml
    - {marker: 2., text: 开好职工代表大会。}
    - {marker: 3., text: 办好职工书屋。}
    ```

    Use instead:

    ```yaml
    - {marker: 1., text: 开好职工代表大会。}
    - {marker: 2., text: 办好职工书屋。}
    ```

    ## Known limits

    A list that goes on where an earlier one of its style ended passes, and so does one with entries that are numbered
    only when printed.
    """

    code = "UK122"
    slug = "list-starts-late"
    title_zh = "序号不从一开始"
    title_en = "list does not start at one"
    wording = {
        "zh": "这一组序号从“{marker}”开始；请核对前面是否漏了内容，或从一编起。",
        "en": "This list starts at “{marker}”; see whether something before it was lost, or number it from one.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        reached: dict[Style, set[int]] = {}
        for level in levels(check.survey):
            for entries in level.lists:
                first, last = entries[0], entries[-1]
                style, value = first.number.style, first.number.value
                goes_on = value - 1 in reached.get(style, ())
                if value > 1 and not goes_on and style is not Style.POINT and not level.counts_itself:
                    yield self.finding(_marker(first), marker=first.marker.strip())
                reached.setdefault(style, set()).add(last.number.value)


class GapInNumbers(_NumberRule):
    """
    Reports a list in which a number is missing: 3. is followed by 5.

    ## Why is this bad?

    Readers ask for the missing one. Either it was lost, or it was taken out and the others were not numbered again.

    ## Example

    ```yaml
    - {marker: 1., text: 开好职工代表大会。}
    - {marker: 3., text: 办好职工书屋。}
    ```

    Use instead:

    ```yaml
    - {marker: 1., text: 开好职工代表大会。}
    - {marker: 2., text: 办好职工书屋。}
    ```

    ## Known limits

    The fix numbers the list anew. Whether something was lost only the author knows: look before you take it.
    """

    code = "UK123"
    slug = "gap-in-numbers"
    title_zh = "序号缺号"
    title_en = "gap in numbers"
    fixable = True
    wording = {
        "zh": "“{before}”之后是“{marker}”，中间缺号；请核对是否漏了内容，没有漏就重新编号。",
        "en": "“{before}” is followed by “{marker}”; see whether something was lost, and if not number the list anew.",
    }

    def level(self, level: Level) -> Iterator[Finding]:
        if level.counts_itself:
            return
        for entries in level.lists:
            if entries[0].number.style is Style.POINT:
                continue
            for before, entry in pairwise(entries):
                if entry.number.value > before.number.value + 1:
                    yield self.finding(
                        _marker(entry),
                        before=before.marker.strip(),
                        marker=entry.marker.strip(),
                        fix=_renumbered(entries),
                    )


def _renumbered(entries: tuple[Entry, ...]) -> Fix | None:
    """Return what numbers a list on from its first number; None where it also begins anew, which is another fault."""
    values = [entry.number.value for entry in entries]
    if values != sorted(set(values)):
        return None
    edits = []
    for value, entry in enumerate(entries, start=values[0]):
        new = rewritten(entry.marker, value)
        if new is None:
            return None
        if new != entry.marker:
            edits.append(Edit(_marker(entry), entry.marker, new))
    return Fix(tuple(edits)) if edits else None


class NumbersBeginAgain(_NumberRule):
    """
    Reports a number that stands twice in a list, or goes back: 5. is followed by 1.

    ## Why is this bad?

    The heading between the two lists was lost, so that the second one seems to belong to the first heading; or the same
    number means two things.

    ## Example

    ```yaml
    - heading: 主要工作
      content:
        - {marker: 1., text: 开好职工代表大会。}
        - {marker: 2., text: 办好职工书屋。}
        - {marker: 1., text: 走访困难职工。}
        - {marker: 2., text: 组织职工体检。}
    ```

    Use instead:

    ```yaml
    - heading: 主要工作
      content:
        - {marker: 1., text: 开好职工代表大会。}
        - {marker: 2., text: 办好职工书屋。}
    - heading: 关心职工
      content:
        - {marker: 1., text: 走访困难职工。}
        - {marker: 2., text: 组织职工体检。}
    ```

    ## Known limits

    A list may begin again behind a heading without number, and behind a paragraph that ends in a colon.
    """

    code = "UK124"
    slug = "numbers-begin-again"
    title_zh = "序号重复或重新开始"
    title_en = "numbers repeat or begin again"
    wording = {
        "zh": "“{before}”之后又是“{marker}”；请核对中间是否漏了标题，没有漏就接着编号。",
        "en": "“{before}” is followed by “{marker}” again; see whether a heading between them was lost, or number on.",
    }

    def level(self, level: Level) -> Iterator[Finding]:
        if level.counts_itself:
            return
        for entries in level.lists:
            if entries[0].number.style is Style.POINT:
                continue
            for before, entry in pairwise(entries):
                if entry.number.value <= before.number.value:
                    yield self.finding(
                        _marker(entry), before=before.marker.strip(), marker=entry.marker.strip()
                    )


class MixedNumbers(_NumberRule):
    """
    Reports a list whose entries are numbered in two ways: 一、 is followed by 2.

    ## Why is this bad?

    The reader takes the second for a level further in.

    ## Example

    ```yaml
    - {marker: 一、, text: 开好职工代表大会。}
    - {marker: 2., text: 办好职工书屋。}
    ```

    Use instead:

    ```yaml
    - {marker: 一、, text: 开好职工代表大会。}
    - {marker: 二、, text: 办好职工书屋。}
    ```

    ## Known limits

    The rule looks at entries that stand side by side; an inner list that begins at one behind an entry passes.
    """

    code = "UK131"
    slug = "mixed-numbers"
    title_zh = "同级序号形式不一"
    title_en = "mixed numbers in a list"
    wording = {
        "zh": "“{marker}”与同级的“{first}”写法不同；请统一序号形式。",
        "en": "“{marker}” is written otherwise than “{first}” beside it; number a level in one way.",
    }

    def level(self, level: Level) -> Iterator[Finding]:
        for entry in level.strangers:
            before = level.entries[level.entries.index(entry) - 1]
            yield self.finding(_marker(entry), marker=entry.marker.strip(), first=before.marker.strip())


class UnevenNumbers(_NumberRule):
    """
    Reports parts of one kind whose lists are numbered in different ways: 一是 below 一、, and 1. below 二、.

    ## Why is this bad?

    It shows that the parts were put together from several plans, and the reader cannot tell which level is which.

    ## Example

    ```yaml
    - heading: 民主管理
      marker: 一、
      content:
        - {marker: （一）, text: 开好职工代表大会。}
        - {marker: （二）, text: 公开大事要事。}
    - heading: 关心职工
      marker: 二、
      content:
        - {marker: 1., text: 走访困难职工。}
        - {marker: 2., text: 组织职工体检。}
    ```

    Use instead:

    ```yaml
    - heading: 民主管理
      marker: 一、
      content:
        - {marker: 1., text: 开好职工代表大会。}
        - {marker: 2., text: 公开大事要事。}
    - heading: 关心职工
      marker: 二、
      content:
        - {marker: 1., text: 走访困难职工。}
        - {marker: 2., text: 组织职工体检。}
    ```

    ## Known limits

    Only parts with a heading are compared, at the same depth and with the same style of number: headings with headings,
    and paragraphs with paragraphs.
    """

    code = "UK132"
    slug = "uneven-numbers"
    title_zh = "各部分序号形式不一"
    title_en = "parts numbered in different ways"
    wording = {
        "zh": "“{heading}”下用“{marker}”编号，前面同级的部分用“{first}”；请统一。",
        "en": "“{heading}” is numbered with “{marker}”, the parts before it with “{first}”; use one of them.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        seen: dict[tuple[int, tuple[Style, ...], bool], Entry] = {}
        for level in levels(check.survey):
            part = level.owner
            if part is None or part.heading is None or not level.entries:
                continue
            entry = level.entries[0]
            kind = (len(level.path), level.above, isinstance(entry.node, Part))
            first = seen.setdefault(kind, entry)
            if first.number.style is not entry.number.style:
                yield self.finding(
                    _marker(entry),
                    heading=part.heading,
                    marker=entry.marker.strip(),
                    first=first.marker.strip(),
                )


class OnlyEntryOfItsLevel(PlanRule):
    """
    Reports a level with a single numbered entry, and a part whose only content is one further part.

    ## Why is this bad?

    What is divided has at least two parts. A single （一） means that the others were lost, or that the level is not needed.

    ## Example

    ```yaml
    - heading: 主要工作
      marker: 一、
      content:
        - {heading: 民主管理, marker: （一）, content: [开好职工代表大会。]}
    - {heading: 保障措施, marker: 二、, content: [每月检查一次。]}
    ```

    Use instead:

    ```yaml
    - {heading: 民主管理, marker: 一、, content: [开好职工代表大会。]}
    - {heading: 保障措施, marker: 二、, content: [每月检查一次。]}
    ```

    ## Known limits

    Activities, goals and other typed items may stand alone in a part, as may numbers in words (一是).
    """

    code = "UK133"
    slug = "only-entry-of-its-level"
    title_zh = "层次下只有一项"
    title_en = "only entry of its level"
    severity = Severity.INFO
    basis = CONVENTION
    gathers = True
    wording = {
        "zh": "“{entry}”是这一级唯一的一项；请核对是否漏了其余各项，没有漏就不必再分。",
        "en": "“{entry}” is the only entry of its level; see whether others were lost, or do without the level.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        for level in levels(check.survey):
            if len(level.entries) == 1:
                yield from self._single(level, level.entries[0])
            elif (
                level.owner is not None and level.owner.heading is not None and len(level.owner.content) == 1
            ):
                child = level.owner.content[0]
                if isinstance(child, Part) and child.heading is not None and not level.entries:
                    yield self.finding((*level.content, 0, "heading"), entry=child.heading)

    def _single(self, level: Level, entry: Entry) -> Iterator[Finding]:
        content = level.owner.content if level.owner is not None else ()
        others = sum(isinstance(node, Part) and node.heading is not None for node in content)
        is_first = entry.number.value == 1 and entry.number.style is not Style.POINT
        if is_first and not level.counts_itself and others <= isinstance(entry.node, Part):
            yield self.finding(_marker(entry), entry=entry.marker.strip())


RULES: Final[tuple[Rule, ...]] = (
    NumberAtWrongLevel(),
    ListStartsLate(),
    GapInNumbers(),
    NumbersBeginAgain(),
    MixedNumbers(),
    UnevenNumbers(),
    OnlyEntryOfItsLevel(),
)
