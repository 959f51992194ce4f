"""Rules about the outline: headings, what stands under them, and lists that are told in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from unionkit.model import Paragraph, Part, Path, Plan, Table

from ._finding import Finding, Severity
from ._rule import CONVENTION, Check, Rule, TextRule, compiled
from ._structure_base import PlanRule
from ._structure_lists import HAN, Entry, Style, levels, number_of, rewritten
from ._survey import Hit

_LONG_PLAN: Final = 8
"""Paragraphs that are too many to do without any heading."""


class BrokenEnumeration(PlanRule):
    """
    Reports 一是 without 二是, 三是 without 二是, the same with 第一 第二, 一方面 without 另一方面, 其次 without 首先.

    ## Why is this bad?

    The reader waits for the next point. In copied plans it was lost, or has slid into another paragraph.

    ## Example

    ```yaml
    - 下半年抓好两件事。一是开好职工代表大会。
    ```

    Use instead:

    ```yaml
    - 下半年抓好两件事。一是开好职工代表大会。二是办好职工书屋。
    ```

    ## Known limits

    A list may run on over several paragraphs. 首先 alone passes, since it also means “before all”, and 第一、二车间 is no
    list of points.
    """

    code = "UK134"
    slug = "broken-enumeration"
    title_zh = "“一是”“二是”等列举不完整"
    title_en = "broken enumeration"
    severity = Severity.INFO
    basis = CONVENTION
    gathers = True
    wording = {
        "zh": "“{word}”没有与它相接的“{other}”；请核对列举是否漏了一项。",
        "en": "“{word}” stands without “{other}”; see whether a point of the list was lost.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        runs: dict[str, _Run] = {}
        for hit in check.survey.hits(compiled(_POINTS)):
            match = hit.match
            if match["is"]:
                yield from self._counted(hit, "{}是", match["is"], runs)
            elif match["nth"]:
                yield from self._counted(hit, "第{}", match["nth"], runs)
            elif match["word"] == "一方面":
                if hit.text.count("一方面") == 1:
                    yield self._broken(hit, "另一方面")
            elif not re.search(
                "首先|第一|一是", check.survey.prose[max(0, match.start() - 400) : match.start()]
            ):
                yield self._broken(hit, "首先")
        for form, run in runs.items():
            yield from self._ended(form, run)

    def _counted(self, hit: Hit, form: str, numeral: str, runs: dict[str, _Run]) -> Iterator[Finding]:
        """Yield what is wrong where a point follows the run of its form, or begins another one."""
        value = _HAN_DIGITS.index(numeral) + 1
        run = runs.get(form)
        if value == 1:
            yield from self._ended(form, run)
            runs[form] = _Run(hit, 1, 1)
            return
        follows = run is not None and run.value + 1 == value
        before = form.format(_HAN_DIGITS[value - 2])
        if not follows and before not in hit.text[: hit.start]:
            yield self._broken(hit, before)
        runs[form] = _Run(hit, value, 2)

    def _ended(self, form: str, run: _Run | None) -> Iterator[Finding]:
        """Yield a run of one point only: nothing follows, or another run."""
        second = form.format("二")
        if run is not None and run.points == 1 and second not in run.hit.text[run.hit.end :]:
            yield self._broken(run.hit, second)

    def _broken(self, hit: Hit, other: str) -> Finding:
        word = hit.match["word"]
        nth = hit.text.count(word, 0, hit.start + hit.words.index(word)) + 1
        return self.finding(hit.path, words=word, nth=nth, word=word, other=other)


class _Run(NamedTuple):
    """Points that follow each other: where the last one stands, its number, and whether it is the only one."""

    hit: Hit
    value: int
    points: int


_HAN_DIGITS: Final = "一二三四五六七八九十"
_POINTS: Final = (
    r"(?:^|(?<=[。；！？：，;:,]))[ \u3000]{0,2}(?P<word>(?P<is>[一二三四五六七八九十])是(?!一|二)"
    r"|第(?P<nth>[一二三四五六七八九十])(?=[，：]|、(?![第一二三四五六七八九十\d]))|一方面|其次)"
)


class HeadingWithinParagraph(TextRule):
    """
    Reports the number of the next heading in the middle of a paragraph: below （二） a sentence is followed by （三）.

    ## Why is this bad?

    A line break was lost. The heading is not printed as one, and everything below it seems to belong to the part before.

    ## Example

    ```yaml
    - heading: 民主管理
      marker: 一、
      content: [开好职工代表大会。二、关心职工生活]
    - heading: 自身建设
      marker: 三、
      content: [每月学习一次。]
    ```

    Use instead:

    ```yaml
    - heading: 民主管理
      marker: 一、
      content: [开好职工代表大会。]
    - heading: 关心职工生活
      marker: 二、
      content: [走访困难职工。]
    - heading: 自身建设
      marker: 三、
      content: [每月学习一次。]
    ```

    ## Known limits

    Only a number that goes on with one around the paragraph is reported: a list within a sentence passes.
    """

    code = "UK136"
    slug = "heading-within-paragraph"
    title_zh = "标题混在段落中"
    title_en = "heading within a paragraph"
    severity = Severity.WARNING
    basis = CONVENTION
    keys = frozenset({"text"})
    pattern = (
        rf"(?<=[。！？；])[ \u3000]{{0,3}}(?:[（(][ \u3000]{{0,2}}(?:{HAN}|\d{{1,2}})[ \u3000]{{0,2}}[）)]"
        rf"|{HAN}、|\d{{1,2}}(?:、|[．.](?!\d)))(?=[\u4e00-\u9fff“《])"
    )
    wording = {
        "zh": "“{around}”接在“{before}”的后面，却混在上一段里；请另起一行，作为标题或单独一项。",
        "en": "“{around}” goes on behind “{before}”, but stands within the paragraph before it; let it begin a line.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        marker = hit.words.strip()
        number = number_of(marker)
        if number is None or number.value < 2 or _follows(marker, number.value, hit.text[: hit.start]):
            return
        for said in _around(hit.path, check.plan):
            before = number_of(said)
            if before is not None and before.style is number.style:
                if before.value + 1 == number.value:
                    nth = hit.text.count(marker, 0, hit.start + hit.words.index(marker)) + 1
                    around = f"{marker}{hit.text[hit.end : hit.end + 6]}"
                    yield self.finding(hit.path, words=marker, nth=nth, around=around, before=said.strip())
                return


def _follows(marker: str, value: int, text: str) -> bool:
    """Whether the number before it stands in the same paragraph: it is a list within the text."""
    before = rewritten(marker, value - 1)
    return before is not None and before in text


def _around(path: Path, plan: Plan) -> Iterator[str]:
    """The markers of a paragraph and of the parts that hold it, the nearest first."""
    for at in range(len(path) - 1, 0, -2):
        marker = getattr(plan.value_at(path[:at]), "marker", None)
        if marker:
            yield marker


class ListWithoutHeading(PlanRule):
    """
    Reports a numbered list that stands beside parts with headings whose lists are numbered alike.

    ## Why is this bad?

    Every other list stands under a heading; that of this one was lost, and nobody can refer to it.

    ## Example

    ```yaml
    - {marker: 1., text: 开好职工代表大会。}
    - {marker: 2., text: 公开大事要事。}
    - heading: 关心职工
      marker: ""
      content:
        - {marker: 1., text: 走访困难职工。}
        - {marker: 2., text: 组织职工体检。}
    ```

    Use instead:

    ```yaml
    - heading: 民主管理
      marker: ""
      content:
        - {marker: 1., text: 开好职工代表大会。}
        - {marker: 2., text: 公开大事要事。}
    - heading: 关心职工
      marker: ""
      content:
        - {marker: 1., text: 走访困难职工。}
        - {marker: 2., text: 组织职工体检。}
    ```

    ## Known limits

    Lists of one entry are not looked at.
    """

    code = "UK137"
    slug = "list-without-heading"
    title_zh = "一组序号没有标题"
    title_en = "list without heading"
    severity = Severity.INFO
    basis = CONVENTION
    gathers = True
    wording = {
        "zh": "从“{marker}”起的 {count} 项没有标题，而后面的各组都有；请补上标题。",
        "en": "The {count} entries from “{marker}” have no heading, while later lists have one; give it one.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        known = levels(check.survey)
        for level in known:
            ours = [each for each in level.lists if _is_a_list(each)]
            styles = {each[0].number.style for each in ours}
            if not styles:
                continue
            below = {
                each[0].number.style
                for other in known
                if len(other.path) == len(level.path) + 2 and other.path[: len(level.path)] == level.path
                if other.owner is not None and other.owner.heading is not None and not other.owner.marker
                for each in other.lists
                if _is_a_list(each)
            }
            for each in ours:
                if each[0].number.style in below:
                    yield self.finding(
                        (*each[0].path, "marker"), marker=each[0].marker.strip(), count=len(each)
                    )


def _is_a_list(entries: tuple[Entry, ...]) -> bool:
    return len(entries) > 1 and not any(isinstance(entry.node, Part) for entry in entries)


class PlanWithoutHeadings(PlanRule):
    """
    Reports a plan of eight paragraphs or more that has neither a heading nor a number.

    ## Why is this bad?

    Nobody can find a task in it, or refer to one.

    ## Example

    ```yaml
    - 下半年工会围绕中心工作，团结全体职工。
    - 组织职工学习劳动模范的事迹。
    - 开好职工代表大会，听取职工意见。
    - 大事要事及时公开，接受职工监督。
    - 办好职工书屋，新添一批图书。
    - 走访困难职工，送去慰问。
    - 组织职工体检，建立健康档案。
    - 管好工会经费，按时公布收支。
    ```

    Use instead:

    ```yaml
    - heading: 主要工作
      content:
        - {marker: 1., text: 组织职工学习劳动模范的事迹。}
        - {marker: 2., text: 开好职工代表大会，听取职工意见。}
        - {marker: 3., text: 走访困难职工，送去慰问。}
    ```

    ## Known limits

    Activities and other typed items count as structure: a plan that holds some on their own passes.
    """

    code = "UK138"
    slug = "plan-without-headings"
    title_zh = "全文没有标题和序号"
    title_en = "plan without headings"
    severity = Severity.INFO
    basis = CONVENTION
    wording = {
        "zh": "全文 {count} 段，没有一个标题或序号；请按内容分出几个部分，加上标题。",
        "en": "Not one of the {count} paragraphs has a heading or a number; divide the plan into parts with headings.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        count = 0
        for _, each in check.survey.nodes:
            if isinstance(each, Paragraph):
                if each.marker:
                    return
                count += bool(each.text)
            elif isinstance(each, Part):
                if each.heading is not None:
                    return
            elif isinstance(each, Table) or each.marker is not None or not each.words:
                return
        if count >= _LONG_PLAN:
            yield self.finding(("content", 0), count=count)


class NumberedBesideUnnumbered(PlanRule):
    """
    Reports a heading without number that holds numbered parts or lists and stands beside headings with numbers.

    ## Why is this bad?

    Such a heading is of a higher level than those beside it. The one that should stand above them was lost, often that
    of the review before the plan.

    ## Example

    ```yaml
    - {heading: 组织建设, marker: 一、, content: [新建两家基层工会。]}
    - {heading: 教育培训, marker: 二、, content: [办班三期。]}
    - heading: 下半年工作计划
      marker: ""
      content:
        - {marker: 1., text: 开好职工代表大会。}
        - {marker: 2., text: 办好职工书屋。}
    ```

    Use instead:

    ```yaml
    - heading: 上半年工作回顾
      marker: ""
      content:
        - {heading: 组织建设, marker: 一、, content: [新建两家基层工会。]}
        - {heading: 教育培训, marker: 二、, content: [办班三期。]}
    - heading: 下半年工作计划
      marker: ""
      content:
        - {marker: 1., text: 开好职工代表大会。}
        - {marker: 2., text: 办好职工书屋。}
    ```

    ## Known limits

    A heading without number and without numbered entries (结语) may stand beside numbered ones.
    """

    code = "UK139"
    slug = "numbered-beside-unnumbered"
    title_zh = "有序号与无序号的标题并列"
    title_en = "heading without number beside numbered ones"
    severity = Severity.INFO
    basis = CONVENTION
    gathers = True
    wording = {
        "zh": "“{heading}”没有序号，却与“{marker}”等标题并列；请核对是否漏了“{marker}”上面的标题，或给它编上序号。",
        "en": "“{heading}” has no number and stands beside “{marker}”; see whether a heading above “{marker}” was lost.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        known = levels(check.survey)
        divided = {level.path for level in known if len(level.entries) > 1}
        for level in known:
            numbered = [entry for entry in level.entries if isinstance(entry.node, Part)]
            if len(numbered) < 2:
                continue
            content = check.plan.content if level.owner is None else level.owner.content
            for index, each in enumerate(content):
                here = (*level.content, index)
                if isinstance(each, Part) and each.heading and each.marker == "" and here in divided:
                    yield self.finding(
                        (*here, "heading"), heading=each.heading, marker=numbered[0].marker.strip()
                    )


class HeadingBesideParagraph(PlanRule):
    """
    Reports a list in which one number opens a heading with its own text below and another runs on in a paragraph.

    ## Why is this bad?

    Entries of one level are printed in two ways, one as a heading and one as text, and the contents list only some.

    ## Example

    ```yaml
    - {marker: 一、, text: 加强自身建设。每月学习一次，全年写出两篇心得。}
    - heading: 关心职工
      marker: 二、
      content: [走访困难职工。]
    ```

    Use instead:

    ```yaml
    - heading: 加强自身建设
      marker: 一、
      content: [每月学习一次，全年写出两篇心得。]
    - heading: 关心职工
      marker: 二、
      content: [走访困难职工。]
    ```

    ## Known limits

    The rule does not tell which of the two ways is meant; it points at the rarer one. A whole sentence without text
    below is taken for a paragraph.
    """

    code = "UK141"
    slug = "heading-beside-paragraph"
    title_zh = "同一组序号有的作标题、有的接正文"
    title_en = "heading and paragraph in one list"
    severity = Severity.INFO
    basis = CONVENTION
    gathers = True
    wording = {
        "zh": "“{marker}”与同组其他各项不同：有的单独成标题，有的接着写正文；请统一。",
        "en": "“{marker}” differs from the others of its list: some are headings, some run on as text; use one way.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        for level in levels(check.survey):
            for entries in level.lists:
                if entries[0].number.style is Style.POINT:
                    continue
                headed = [
                    entry
                    for entry in entries
                    if isinstance(entry.node, Part) and not _is_sentence(entry.node)
                ]
                running = [entry for entry in entries if isinstance(entry.node, Paragraph)]
                if headed and running:
                    odd = min(headed, running, key=len)[0]
                    yield self.finding((*odd.path, "marker"), marker=odd.marker.strip())


def _is_sentence(part: Part) -> bool:
    return not part.content and (part.heading or "").endswith("。")


class PartWithoutContent(PlanRule):
    """
    Reports a heading under which nothing stands, while other parts of the plan have content.

    ## Why is this bad?

    What belongs there was lost or never written; the printed plan shows an empty heading.

    ## Example

    ```yaml
    - {heading: 民主管理, content: [开好职工代表大会。]}
    - {heading: 经费管理, content: []}
    ```

    Use instead:

    ```yaml
    - {heading: 民主管理, content: [开好职工代表大会。]}
    - {heading: 经费管理, content: [每季度公布一次经费收支。]}
    ```

    ## Known limits

    A plan all of whose parts are headings only is an outline and passes; so does the part of the budget where the plan
    has one. A whole sentence with a number beside numbered paragraphs is an entry like them, and no heading.
    """

    code = "UK142"
    slug = "part-without-content"
    title_zh = "标题下没有内容"
    title_en = "part without content"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "“{heading}”下面没有内容；请补上，或删去这个标题。",
        "en": "Nothing stands under “{heading}”; write what belongs there, or take the heading out.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        parts = check.survey.parts
        empty = [(path, part) for path, part in parts if part.heading and not part.content]
        if not empty or not any(not isinstance(each, Part) for _, each in check.survey.nodes):
            return
        running = {
            (level.path, entry.number.style)
            for level in levels(check.survey)
            for entry in level.entries
            if isinstance(entry.node, Paragraph)
        }
        for path, part in empty:
            number = number_of(part.marker) if part.marker else None
            beside = number is not None and (path[:-2], number.style) in running
            if not beside and not (part.role == "budget" and check.plan.budget is not None):
                yield self.finding((*path, "heading"), heading=part.heading)


class HeadingTooDeep(PlanRule):
    """
    Reports headings of the fifth level and below.

    ## Why is this bad?

    Official documents have four levels of headings: 一、 （一） 1. （1）. Below that the reader loses the thread.

    ## Example

    ```yaml
    - heading: 主要工作
      content:
        - heading: 民主管理
          content:
            - heading: 职工代表大会
              content:
                - heading: 会前准备
                  content:
                    - heading: 征集提案
                      content: [提前一个月征集提案。]
    ```

    Use instead:

    ```yaml
    - heading: 民主管理
      content:
        - heading: 职工代表大会
          content:
            - heading: 会前准备
              content: [提前一个月征集提案。]
    ```

    ## Known limits

    Parts without heading do not count.
    """

    code = "UK143"
    slug = "heading-too-deep"
    title_zh = "标题层次过深"
    title_en = "heading too deep"
    severity = Severity.INFO
    basis = CONVENTION
    gathers = True
    wording = {
        "zh": "“{heading}”是第 {depth} 级标题；公文标题一般不超过四级，请减少层次。",
        "en": "“{heading}” is a heading of level {depth}; official documents have four, so use fewer.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        depths: dict[Path, int] = {}
        for path, part in check.survey.parts:
            depth = depths.get(path[:-2], 0) + (part.heading is not None)
            depths[path] = depth
            if depth > _DEEPEST and part.heading is not None:
                yield self.finding((*path, "heading"), heading=part.heading, depth=depth)


_DEEPEST: Final = 4
"""Levels of headings that official documents have (official-layout.md, section 3)."""


class RepeatedHeading(PlanRule):
    """
    Reports a heading that stands twice side by side, or right below itself.

    ## Why is this bad?

    A part was pasted twice, or two parts are not told apart.

    ## Example

    ```yaml
    - {heading: 民主管理, content: [开好职工代表大会。]}
    - {heading: 民主管理, content: [公开大事要事。]}
    ```

    Use instead:

    ```yaml
    - {heading: 民主管理, content: [开好职工代表大会。]}
    - {heading: 事务公开, content: [公开大事要事。]}
    ```

    ## Known limits

    The same heading in different parts passes: each may have its 工作要求.
    """

    code = "UK144"
    slug = "repeated-heading"
    title_zh = "标题重复"
    title_en = "repeated heading"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "标题“{heading}”前面已经有了；请合并这两部分，或改成不同的标题。",
        "en": "The heading “{heading}” was used before; put both parts together, or tell them apart.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        seen: set[tuple[Path, str]] = set()
        known: dict[Path, str] = {}
        for path, part in check.survey.parts:
            heading = known[path] = re.sub(r"[\s，、。；：]", "", part.heading or "")
            if heading and ((path[:-2], heading) in seen or known.get(path[:-2]) == heading):
                yield self.finding((*path, "heading"), heading=part.heading)
            seen.add((path[:-2], heading))


RULES: Final[tuple[Rule, ...]] = (
    BrokenEnumeration(),
    HeadingWithinParagraph(),
    ListWithoutHeading(),
    PlanWithoutHeadings(),
    NumberedBesideUnnumbered(),
    HeadingBesideParagraph(),
    PartWithoutContent(),
    HeadingTooDeep(),
    RepeatedHeading(),
)
