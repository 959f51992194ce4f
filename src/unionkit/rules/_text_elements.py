"""Rules about the elements of a document: title, headings, addressee, attachments, date of issue."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import Final, cast

from unionkit.model import Part, Path, Plan

from ._finding import Finding, Severity, Silence
from ._fix import text_fix
from ._rule import CONVENTION, Check, Rule
from ._survey import Hit
from ._text_base import COUNTING, HAN, LAYOUT, SPACE, NumberRule, ProseRule, is_within

_MARKS: Final = "。；：，、;:,．"
_OF_A_BUILDING: Final = "(?![楼线门院馆厅房车])"


class HeadingWithMark(ProseRule):
    """
    Reports a heading (标题), or the title of a table, that ends with a mark: 指导思想：

    ## Why is this bad?

    A heading on a line of its own carries no mark at its end in official documents.

    ## Example

    ```yaml
    - heading: 加强民主管理。
      content: [工会每季度听一次意见。]
    ```

    Use instead:

    ```yaml
    - heading: 加强民主管理
      content: [工会每季度听一次意见。]
    ```

    ## Known limits

    Question and exclamation marks and an ellipsis pass, and so does a numbered sentence with nothing below it, which is
    an entry of a list.
    """

    code = "UK801"
    slug = "heading-with-mark"
    title_zh = "标题末尾有标点"
    title_en = "heading that ends with a mark"
    basis = LAYOUT
    keys = frozenset({"heading", "caption"})
    fixable = True
    pattern = rf"(?<![.…{SPACE}])[{SPACE}]*[{_MARKS}]+[{SPACE}]*$|(?<=[{HAN}])\.[{SPACE}]*$"
    instead = ""
    wording = {
        "zh": "标题“{around}”末尾不用标点；请去掉“{found}”。",
        "en": "The heading “{around}” ends with a mark; leave out “{found}”.",
    }

    def is_fault(self, hit: Hit) -> bool:
        return bool(hit.text[: hit.start].strip())

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        part = check.plan.value_at(hit.path[:-1])
        if not (isinstance(part, Part) and part.marker and not part.content and "。" in hit.words):
            yield from super().found(hit, check)


class TitleWithPunctuation(ProseRule):
    """
    Reports a title of the plan (标题) with punctuation that belongs to sentences.

    ## Why is this bad?

    The title of an official document has no punctuation but the marks around the name of a law, and brackets and
    quotes that belong to a name.

    ## Example

    ```yaml
    title: 清河中学工会，2026年下半年工作计划。
    content: []
    ```

    Use instead:

    ```yaml
    title: 清河中学工会2026年下半年工作计划
    content: []
    ```

    ## Known limits

    What stands in brackets or quotes passes, and so does the enumeration comma 、. Only a mark at the end is taken away
    by the fix.
    """

    code = "UK802"
    slug = "title-with-punctuation"
    title_zh = "公文标题中有句内句末标点"
    title_en = "title with punctuation"
    basis = LAYOUT
    keys = frozenset({"title"})
    fixable = True
    pattern = rf"(?<![{SPACE}])[{SPACE}]*[，。；：！？,;!?]+[{SPACE}]*|:(?!\d)|(?<=[{HAN}])\.[{SPACE}]*$"
    wording = {
        "zh": "标题“{around}”中不宜有“{found}”；标题除书名号、括号、引号外一般不用标点。",
        "en": "“{found}” in “{around}”: a title takes no punctuation but title marks, brackets and quotes.",
    }

    def is_fault(self, hit: Hit) -> bool:
        inside = any(is_within(hit, *pair) for pair in ("《》", "“”", "（）", "()"))
        return not inside and bool(hit.text[: hit.start].strip())

    def better(self, hit: Hit) -> str | None:
        return "" if hit.end == len(hit.text) else None


class AddresseeWithMark(ProseRule):
    """
    Reports an addressee (主送机关) that ends with a mark.

    ## Why is this bad?

    The colon is set when the plan is printed; the addressee itself is a name, by which other programs find it.

    ## Example

    ```yaml
    addressee: 各基层工会：
    content: []
    ```

    Use instead:

    ```yaml
    addressee: 各基层工会
    content: []
    ```

    ## Known limits

    None known.
    """

    code = "UK803"
    slug = "addressee-with-mark"
    title_zh = "主送机关末尾带标点"
    title_en = "addressee that ends with a mark"
    keys = frozenset({"addressee"})
    fixable = True
    pattern = rf"(?<![{SPACE}])[{SPACE}]*[{_MARKS}.]+[{SPACE}]*$"
    instead = ""
    wording = {
        "zh": "主送机关“{around}”末尾的“{found}”不必写，冒号在打印时加上。",
        "en": "Leave out “{found}” in the addressee “{around}”; the colon is set in print.",
    }

    def is_fault(self, hit: Hit) -> bool:
        return bool(hit.text[: hit.start].strip())


class YearBracketOfNumber(NumberRule):
    """
    Reports the number of a document (文号) whose year does not stand in 〔〕.

    ## Why is this bad?

    The year of a document number stands in hexagonal brackets; those of other shapes belong to other things.

    ## Example

    ```yaml
    - 落实清工（2026）3号文件的要求。
    ```

    Use instead:

    ```yaml
    - 落实清工〔2026〕3号文件的要求。
    ```

    ## Known limits

    A number is told by a year in brackets, figures and 号.
    """

    code = "UK804"
    slug = "year-bracket-of-number"
    title_zh = "发文字号的年份未用六角括号"
    title_en = "year of a document number not in 〔〕"
    basis = LAYOUT
    fixable = True
    instead = r"〔\1〕"
    pattern = r"[\[（(【［〔] ?((?:19|20)\d{2}) ?[\]）)】］〕](?= ?第? ?\d{1,5} ?号" + _OF_A_BUILDING + ")"
    wording = {
        "zh": "“{around}”中年份的括号应写作“{better}”。",
        "en": "The year in “{around}” stands in hexagonal brackets: “{better}”.",
    }

    def is_fault(self, hit: Hit) -> bool:
        return hit.words != self.better(hit)


class FormOfDocumentNumber(NumberRule):
    """
    Reports the number of a document (文号) with 第, a leading zero or a year of two figures; or a plan's own number in
    which no year and serial number can be told.

    ## Why is this bad?

    A document is looked up by its number, which has one form: 清工〔2026〕3号.

    ## Example

    ```yaml
    number: 清工〔2026〕第03号
    content: []
    ```

    Use instead:

    ```yaml
    number: 清工〔2026〕3号
    content: []
    ```

    ## Known limits

    Numbers of orders (第662号) have no year and pass. A year of two figures is reported but not mended.
    """

    code = "UK805"
    slug = "form-of-document-number"
    title_zh = "发文字号写法不规范"
    title_en = "form of a document number"
    basis = LAYOUT
    fixable = True
    pattern = (
        r"([〔\[]\d{2}[〕\]]|[〔\[（(【［]\d{4}[〕\]）)】］])( ?第?) ?(0*)(\d{1,5}) ?号" + _OF_A_BUILDING
    )
    wording = {
        "zh": "发文字号“{found}”应写成 机关代字〔2026〕3号 的样子：年份四位，不加“第”，不编虚位。",
        "en": "Write the document number “{found}” like 清工〔2026〕3号: a full year, no 第, no leading zero.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        found = False
        for finding in super().check(node, check):
            found = True
            yield finding
        if isinstance(node, Plan) and not found and _is_formless(node.number):
            yield self.finding(("number",), found=node.number, around=node.number, better=node.number)

    def is_fault(self, hit: Hit) -> bool:
        return len(hit.match[1]) == len("〔26〕") or hit.words != self._plain(hit)

    def better(self, hit: Hit) -> str | None:
        return None if len(hit.match[1]) == len("〔26〕") else self._plain(hit)

    @staticmethod
    def _plain(hit: Hit) -> str:
        return f"{hit.match[1]}{hit.match[4]}号"


def _is_formless(number: str) -> bool:
    """Whether no year and serial number can be told in the number of a plan."""
    return bool(number.strip()) and re.search(FormOfDocumentNumber.pattern, number) is None


class YearOfDocumentNumber(Rule):
    """
    Reports a plan whose document number (文号) is of another year than its date of issue; without such a date, of
    another year than its period or the one before.

    ## Why is this bad?

    A number carries the year in which it was given. Another one was left from the paper of last year.

    ## Example

    ```yaml
    number: 清工〔2024〕3号
    issued: 2026-07-01
    content: []
    ```

    Use instead:

    ```yaml
    number: 清工〔2026〕3号
    issued: 2026-07-01
    content: []
    ```

    ## Known limits

    A number given in December to a paper that goes out in January is reported.
    """

    code = "UK806"
    slug = "year-of-document-number"
    title_zh = "发文字号的年份与成文日期不符"
    title_en = "document number of another year"
    severity = Severity.WARNING
    basis = CONVENTION
    needs = ("number",)
    nodes = (Plan,)
    wording = {
        "zh": "发文字号“{number}”的年份是 {year}，而本件是 {expected} 年的；请核对。",
        "en": "The document number “{number}” is of {year}, and this paper of {expected}; check it.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        plan = cast("Plan", node)
        match = re.search(r"[〔\[（(【［﹝]((?:19|20)\d{2})[〕\]）)】］﹞]", plan.number)
        first, last = plan.period.start, plan.period.end
        if match is None:
            return
        if plan.issued is not None:
            years = range(plan.issued.year, plan.issued.year + 1)
        elif first is not None and last is not None:
            years = range(first.year - 1, last.year + 1)
        else:
            yield self.lacks("issued")
            return
        if int(match[1]) not in years:
            yield self.finding(
                (*check.path, "number"), words=match[1], number=plan.number, year=match[1], expected=years[-1]
            )


class IssuedFarFromPeriod(Rule):
    """
    Reports a date of issue (成文日期) more than six months before the first day of the period, or behind its last.

    ## Why is this bad?

    A plan goes out before or soon after its time begins. Another date was mistyped, or left from last year's plan.

    ## Example

    ```yaml
    period: {year: 2026, half: 2}
    issued: 2025-07-01
    content: []
    ```

    Use instead:

    ```yaml
    period: {year: 2026, half: 2}
    issued: 2026-07-01
    content: []
    ```

    ## Known limits

    A plan that goes out late, but within its period, passes.
    """

    code = "UK811"
    slug = "issued-far-from-period"
    title_zh = "成文日期远离计划期"
    title_en = "issued far from the period"
    severity = Severity.WARNING
    basis = CONVENTION
    needs = ("issued",)
    needs_year = True
    nodes = (Plan,)
    wording = {
        "zh": "成文日期 {issued} 与计划期（{first} 至 {last}）相去太远；请核对年份。",
        "en": "The date of issue {issued} is far from the period ({first} to {last}); check the year.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        plan = cast("Plan", node)
        days = (plan.issued, plan.period.start, plan.period.end)
        issued, first, last = (cast("dt.date", day) for day in days)  # a plan without them is not asked
        if not _half_a_year_before(first) <= issued <= last:
            yield self.finding((*check.path, "issued"), issued=issued, first=first, last=last)


def _half_a_year_before(day: dt.date) -> dt.date:
    """The first day of the sixth month before."""
    months = day.year * 12 + day.month - 1 - 6
    return dt.date(months // 12, months % 12 + 1, 1)


class MarkInAttachmentName(Rule):
    """
    Reports the name of an attachment (附件名称) with a number of its own, with 《》 around it or with a mark at its end.

    ## Why is this bad?

    The note of attachments numbers them itself, and its names carry no marks.

    ## Example

    ```yaml
    content: []
    attachments: [附件1：《活动安排表》；]
    ```

    Use instead:

    ```yaml
    content: []
    attachments: [活动安排表]
    ```

    ## Known limits

    None known.
    """

    code = "UK812"
    slug = "mark-in-attachment-name"
    title_zh = "附件名称带序号、书名号或标点"
    title_en = "number or mark in the name of an attachment"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Plan,)
    gathers = True
    fixable = True
    wording = {
        "zh": "附件名称“{name}”写成“{better}”即可；序号在打印时编，名称不加书名号和标点。",
        "en": "The attachment “{name}” is “{better}”: numbers are set in print, and names carry no marks.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        for index, name in enumerate(cast("Plan", node).attachments):
            better = _bare_name(name)
            if better != name:
                path: Path = ("attachments", index)
                fix = text_fix(check.plan, path, better)
                yield self.finding(path, fix=fix, name=name, better=better)


@cache
def _around_names() -> tuple[re.Pattern[str], ...]:
    """What stands around the name proper."""
    return (
        re.compile(rf"附件\s*[\d{COUNTING}]*\s*[:：.．、]\s*"),
        re.compile(r"\d{1,2}\s*[.．、]\s*(?!\d)"),
        re.compile(rf"[{_MARKS}.]+\s*$"),
    )


def _bare_name(name: str) -> str:
    """Return the name of an attachment without number and marks."""
    numbered, counted, ended = _around_names()
    bare = name
    while True:
        new = _without_lead(bare, (numbered, counted))
        new = ended.sub("", new).strip()
        if new.startswith("《") and new.find("》") == len(new) - 1:
            new = new[1:-1]
        if new == bare or not new.strip():
            return bare
        bare = new


def _without_lead(name: str, leads: tuple[re.Pattern[str], ...]) -> str:
    for lead in leads:
        match = lead.match(name)
        if match is not None:
            name = name[match.end() :]
    return name


RULES: Final[tuple[Rule, ...]] = (
    *(HeadingWithMark(), TitleWithPunctuation(), AddresseeWithMark(), YearBracketOfNumber()),
    *(FormOfDocumentNumber(), YearOfDocumentNumber(), IssuedFarFromPeriod(), MarkInAttachmentName()),
)
