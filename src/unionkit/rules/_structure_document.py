"""Rules about the plan as a document: its title, signature and status, references, attachments, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, cast

from unionkit.model import Paragraph, Part, Path, Plan, Status, Table, plain_number

from ._finding import Finding, Severity, Worded
from ._rule import CONVENTION, Check, Rule, TextRule
from ._structure_base import PlanRule
from ._structure_lists import HAN, value_of
from ._survey import Hit


class PlanWithoutContent(PlanRule):
    """
    Reports a plan that names its union or has a title, and says nothing else: no content and no budget.

    ## Why is this bad?

    It prints as a title page only; most likely the content was lost.

    ## Example

    ```yaml
    organization: {name: 清河工会}
    period: {year: 2026, half: 2}
    ```

    Use instead:

    ```yaml
    organization: {name: 清河工会}
    period: {year: 2026, half: 2}
    content:
      - {heading: 民主管理, content: [开好职工代表大会。]}
    ```

    ## Known limits

    Whether what stands there is a plan at all is not judged.
    """

    code = "UK148"
    slug = "plan-without-content"
    title_zh = "计划没有内容"
    title_en = "plan without content"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "计划除了标题没有任何内容；请在 content 中写上各部分。",
        "en": "Besides its title the plan says nothing; write its parts under content.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        plan = check.plan
        if not plan.content and plan.budget is None and (plan.title or plan.organization.name):
            yield self.finding(("content",))


class TitleOfAnotherPeriod(PlanRule):
    """
    Reports a title that names another year, half, quarter or term than the plan's period.

    ## Why is this bad?

    The title was left from the last plan. Rules and calendars go by the period, readers by the title.

    ## Example

    ```yaml
    title: 清河工会2026年上半年工作计划
    period: {year: 2026, half: 2}
    content: [开好职工代表大会。]
    ```

    Use instead:

    ```yaml
    title: 清河工会2026年下半年工作计划
    period: {year: 2026, half: 2}
    content: [开好职工代表大会。]
    ```

    ## Known limits

    A title that names the right time besides another one (上半年回顾和下半年计划) passes. Years that are past are found by
    UK721, in the title as everywhere.
    """

    code = "UK149"
    slug = "title-of-another-period"
    title_zh = "标题的时间与计划期不符"
    title_en = "title of another period"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "标题写的是“{said}”，而计划期是{period}；请改正其中一处。",
        "en": "The title says “{said}”, but the period is {period}; correct one of them.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        plan = check.plan
        period = plan.period
        title = plan.title or ""
        ours: set[object] = set()
        if period.start is not None and period.end is not None:
            ours = set(range(_FIRST_YEAR, period.end.year + 1))
        asked = (
            (_YEARS, ours),
            (_HALVES, {period.half} - {None}),
            (_QUARTERS, {period.quarter} - {None}),
            (_TERMS, {period.term} - {None}),
        )
        for pattern, known in asked:
            matches = list(re.finditer(pattern, title))
            said = {_time(match[1]) for match in matches}
            if known and said and not said & known:
                words = matches[0][0]
                yield self.finding(("title",), words=words, said=words, period=str(period))


_FIRST_YEAR: Final = 1900
"""Years from here to that of the plan are left to UK721."""
_YEARS: Final = r"(?<!\d)((?:19|20)\d{2})(?=年|[-—–~～－至]+(?:19|20)?\d{2}(?:年|学年))"
_HALVES: Final = "(上|下)半年"
_QUARTERS: Final = "第?([一二三四1-4])季度"
_TERMS: Final = "第([一二12])学期"


def _time(said: str) -> int | None:
    if said in "上下":
        return 1 + (said == "下")
    return int(said) if said.isdecimal() else value_of(said)


class TitlePromisesMore(PlanRule):
    """
    Reports a title that announces a review (总结、回顾), goals (目标) or a budget (预算) of which the plan has none.

    ## Why is this bad?

    The reader looks for the part and does not find it: it was left out, or the title comes from another plan.

    ## Example

    ```yaml
    title: 清河工会2026年上半年工作总结和下半年工作计划
    period: {year: 2026, half: 2}
    content:
      - {heading: 主要工作, content: [开好职工代表大会。]}
    ```

    Use instead:

    ```yaml
    title: 清河工会2026年下半年工作计划
    period: {year: 2026, half: 2}
    content:
      - {heading: 主要工作, content: [开好职工代表大会。]}
    ```

    ## Known limits

    A paragraph that so much as names the thing is taken for the part.
    """

    code = "UK151"
    slug = "title-promises-more"
    title_zh = "标题预告的内容没有写"
    title_en = "title promises more than the plan holds"
    severity = Severity.INFO
    basis = CONVENTION
    wording = {
        "zh": "标题里有“{word}”，正文却没有相应的内容；请补上，或改标题。",
        "en": "The title announces “{word}”, of which the plan has none; add it, or change the title.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        plan = check.plan
        if not plan.title or not plan.content:
            return
        body = check.survey.all_words[len(plan.title) :]
        roles = {part.role for _, part in check.survey.parts}
        for word, role, evidence in _PROMISES:
            match = re.search(word, plan.title)
            if match is None or role in roles or re.search(evidence, body):
                continue
            if role == "goals" and check.survey.goals:
                continue
            if role == "review" and check.survey.results:
                continue
            if role == "budget" and plan.budget is not None:
                continue
            yield self.finding(("title",), words=match[0], word=match[0])


_PROMISES: Final = (
    ("总结|回顾", "review", "总结|回顾|上半年|去年|一年来|半年来"),
    ("目标", "goals", r"目标|指标|达到|保持|争创|\d[%％]|(?:预计|力争|争取|确保)[^，。；\n]{0,8}\d"),
    ("预算", "budget", "预算"),
)
"""What a title announces, the role of the part, and words that show that it is there."""


class SignatureOfAnother(PlanRule):
    """
    Reports a signature that is not the organization's name.

    ## Why is this bad?

    The signature was left from another union's plan, or the name was changed in one place only.

    ## Example

    ```yaml
    organization: {name: 清河中学工会}
    signature: 北岭中学工会
    content: [开好职工代表大会。]
    ```

    Use instead:

    ```yaml
    organization: {name: 清河中学工会}
    signature: 清河中学工会委员会
    content: [开好职工代表大会。]
    ```

    ## Known limits

    One name may be part of the other: short names, a committee, two signatures side by side all pass.
    """

    code = "UK152"
    slug = "signature-of-another"
    title_zh = "署名与工会名称不符"
    title_en = "signature of another organization"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "署名“{signature}”与工会名称“{name}”不符；请改正其中一处。",
        "en": "The signature “{signature}” is not the name “{name}”; correct one of them.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        plan = check.plan
        signed, name = _short(plan.signature), _short(plan.organization.name)
        if signed and name and not _holds(signed, name) and not _holds(name, signed):
            yield self.finding(("signature",), signature=plan.signature, name=plan.organization.name)


def _short(name: str) -> str:
    """A name without what varies: blanks, 委员会, 总工会 and 工会."""
    return re.sub(r"\s|中国|委员会|基层|联合|总?工会", "", name)


def _holds(long: str, short: str) -> bool:
    """Whether the characters of a name stand in another one in their order: 清河一中 in 清河市第一中学."""
    rest = iter(long)
    return all(character in rest for character in short)


class IssuedBeforeApproval(PlanRule):
    """
    Reports a date of issue (成文日期) before the day on which the plan was approved.

    ## Why is this bad?

    The date of issue is that of the approval or later. Otherwise the paper went out before anybody had decided it.

    ## Example

    ```yaml
    content: [开好职工代表大会。]
    approved: 2026-07-10
    issued: 2026-07-06
    ```

    Use instead:

    ```yaml
    content: [开好职工代表大会。]
    approved: 2026-07-06
    issued: 2026-07-06
    ```

    ## Known limits

    A draft that was sent round before the meeting has no date of issue yet; leave it out.
    """

    code = "UK153"
    slug = "issued-before-approval"
    title_zh = "成文日期早于通过日期"
    title_en = "issued before it was approved"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "成文日期{issued}早于通过日期{approved}；请核对这两个日期。",
        "en": "The date of issue {issued} is before the day of approval {approved}; check both.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        plan = check.plan
        if plan.issued is not None and plan.approved is not None and plan.issued < plan.approved:
            yield self.finding(("issued",), issued=str(plan.issued), approved=str(plan.approved))


class DraftLooksFinal(PlanRule):
    """
    Reports a draft (`status: draft`) that has a document number, a seal or a day of approval, and a plan that is
    approved while its subtitle or title calls it a draft.

    ## Why is this bad?

    Only what was approved gets a number and a seal. Somebody forgot to change the status, or a draft is about to go out.

    ## Example

    ```yaml
    status: draft
    number: 清工〔2026〕3号
    content: [开好职工代表大会。]
    ```

    Use instead:

    ```yaml
    status: approved
    number: 清工〔2026〕3号
    content: [开好职工代表大会。]
    ```

    ## Known limits

    A plan that does not tell its status passes.
    """

    code = "UK154"
    slug = "draft-looks-final"
    title_zh = "草案与已通过的标记矛盾"
    title_en = "draft that looks final"
    severity = Severity.WARNING
    basis = CONVENTION
    wording = {
        "zh": "状态（status）是{status}，却有{mark}；请改正其中一处。",
        "en": "The status is {status}, but there is {mark}; correct one of them.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        plan = check.plan
        if plan.status is Status.DRAFT:
            marks = (
                ("number", bool(plan.number), "发文字号", "a document number"),
                ("sealed", plan.sealed, "印章", "a seal"),
                ("approved", plan.approved is not None, "通过日期", "a day of approval"),
            )
            for key, there, zh, en in marks:
                if there:
                    yield self.finding((key,), status=Worded("草案", "draft"), mark=Worded(zh, en))
                    return
        elif plan.status is Status.APPROVED:
            for key in ("subtitle", "title"):
                match = re.search("草案|讨论稿|征求意见稿|初稿|送审稿", getattr(plan, key) or "")
                if match is not None:
                    mark = Worded(f"“{match[0]}”字样", f"the word “{match[0]}”")
                    yield self.finding((key,), words=match[0], status=Worded("已通过", "approved"), mark=mark)
                    return


class ReferenceWithoutTarget(TextRule):
    """
    Reports words that send the reader to a part or table that the plan does not have: 见第六部分, 见附表.

    ## Why is this bad?

    The reader looks for it in vain: a part was taken out, or the table was forgotten.

    ## Example

    ```yaml
    - {heading: 主要工作, content: [经费安排见第六部分。]}
    - {heading: 经费安排, content: [每季度公布一次收支。]}
    ```

    Use instead:

    ```yaml
    - {heading: 主要工作, content: [经费安排见第二部分。]}
    - {heading: 经费安排, content: [每季度公布一次收支。]}
    ```

    ## Known limits

    References told by `refs` are looked at by UK111, attachments by UK813. A part is looked for only in plans without
    pack and layout, which add parts of their own, and only behind 见.
    """

    code = "UK155"
    slug = "words-refer-to-nothing"
    title_zh = "“见第几部分”“见附表”没有着落"
    title_en = "words that refer to nothing"
    severity = Severity.WARNING
    basis = CONVENTION
    keys = frozenset({"text"})
    pattern = (
        rf"(?:详见|参见|见)(?:本计划|本方案|文后|文末|后附)?的?"
        rf"(?:第(?P<part>{HAN}|\d{{1,2}})(?:部分|章)|附表(?P<nth>{HAN}|\d{{1,2}})?)"
    )
    wording = {
        "zh": "“{quoted}”没有着落：{reason}；请补上，或改正文字。",
        "en": "“{quoted}” leads nowhere: {reason}; add it, or correct the words.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        plan = check.plan
        paragraph = plan.value_at(hit.path[:-1])
        if isinstance(paragraph, Paragraph) and any(ref.words in hit.words for ref in paragraph.refs):
            return
        part = hit.match["part"]
        asked = value_of(part or hit.match["nth"] or "一") or 1
        if (part and (plan.pack is not None or plan.layout)) or (plan.pack is not None and not plan.layout):
            return
        if part:
            there = sum(isinstance(each, Part) and each.heading is not None for each in plan.content)
            reason = Worded(f"全文有 {there} 个部分", f"the plan has {there} parts")
        else:
            there = len(check.survey.tables) + (plan.budget is not None)
            there += len(plan.attachments) + _attached(plan)
            reason = Worded(f"计划有 {there} 个表格", f"the plan has {there} tables")
        if asked > there:
            yield self.finding(hit.path, words=hit.words, nth=hit.nth, quoted=hit.words, reason=reason)


def _attached(plan: Plan) -> int:
    """How many sections the layout attaches: those behind the sign-off."""
    layout = plan.layout
    return len(layout) - layout.index("sign-off") - 1 if "sign-off" in layout else 0


class AttachmentNotMentioned(PlanRule):
    """
    Reports a plan that lists attachments and mentions none of them in its text.

    ## Why is this bad?

    The reader does not learn what the attachment is for, and when it is lost nobody notices.

    ## Example

    ```yaml
    content: [各部门分工负责，按月检查。]
    attachments: [任务分工表]
    ```

    Use instead:

    ```yaml
    content: [各部门分工负责（见附件），按月检查。]
    attachments: [任务分工表]
    ```

    ## Known limits

    The name of one attachment, or the word 附件 or 附表, anywhere in the text is enough.
    """

    code = "UK156"
    slug = "attachment-not-mentioned"
    title_zh = "附件在正文中没有提到"
    title_en = "attachment not mentioned"
    severity = Severity.INFO
    basis = CONVENTION
    wording = {
        "zh": "附件“{name}”在正文中没有提到；请在相应的地方写上“（见附件）”。",
        "en": "The text does not mention the attachment “{name}”; refer to it where it belongs.",
    }

    def whole(self, check: Check) -> Iterator[Finding]:
        names = check.plan.attachments
        if not names:
            return
        body = [text for path, text in check.survey.passages if path[0] == "content"]
        if not any(
            re.search("附件|附表|附后|后附", text) or any(name in text for name in names) for text in body
        ):
            yield self.finding(("attachments", 0), name=names[0])


class TotalNotSum(Rule):
    """
    Reports a table whose row of totals (合计、总计) does not give the sum of a column.

    ## Why is this bad?

    Either an entry or the total is wrong, and the meeting that decides on the table decides on a wrong figure.

    ## Example

    ```yaml
    - table: [项目, 金额]
      unit: 元
      rows:
        - [职工书屋, "3000"]
        - [趣味运动会, "4500"]
        - [合计, "7000"]
    ```

    Use instead:

    ```yaml
    - table: [项目, 金额]
      unit: 元
      rows:
        - [职工书屋, "3000"]
        - [趣味运动会, "4500"]
        - [合计, "7500"]
    ```

    ## Known limits

    Only columns whose cells are all figures of one unit are added up. Shares, standards and averages are left out; rows
    of subtotals (小计) may be added up instead of their entries. The budget is looked at by rules of its own.
    """

    code = "UK157"
    slug = "total-not-sum"
    title_zh = "表格合计不等于各行之和"
    title_en = "total is not the sum"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Table,)
    wording = {
        "zh": "“{column}”一列合计是 {said}，各行相加是 {sum}；请核对。",
        "en": "The total of the column “{column}” is {said}, its rows add up to {sum}; check both.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        table = cast("Table", node)
        if len(table.rows) < 3 or re.sub(r"\s", "", table.rows[-1][0]) not in _TOTALS:
            return
        *rows, total = table.rows
        if any(re.sub(r"\s", "", row[0]) in _TOTALS for row in rows):
            return
        last = len(table.rows) - 1
        is_subtotal = ["小计" in row[0] for row in rows]
        for column in range(1, len(table.head)):
            head = table.head[column]
            said = _figure(total[column])
            if said is None or re.search(_NO_SUM, head):
                continue
            figures = [
                _figure(row[column]) if row[column].strip() not in _BLANK else _NOTHING for row in rows
            ]
            if any(each is None or each[1] not in ("", said[1]) for each in figures):
                continue
            pairs = [
                (each[0], sub) for each, sub in zip(figures, is_subtotal, strict=True) if each is not None
            ]
            entries = sum((value for value, sub in pairs if not sub), Decimal(0))
            subtotals = sum((value for value, sub in pairs if sub), Decimal(0))
            if said[0] not in ({entries, subtotals} if any(is_subtotal) else {entries}):
                path: Path = (*check.path, "rows", last, column)
                yield self.finding(
                    path,
                    column=head,
                    said=plain_number(said[0]) + said[1],
                    sum=plain_number(entries) + said[1],
                )


_TOTALS: Final = frozenset({"合计", "总计", "共计", "总和"})
_BLANK: Final = frozenset({"", "—", "——", "-", "/", "／", "0"})
_NOTHING: Final = (Decimal(0), "")
_NO_SUM: Final = "率|比例|占比|标准|人均|单价|均价|平均|年份|序号|时间|日期|电话|排名|%|％"
"""Heads of columns whose figures are not added up."""


def _figure(cell: str) -> tuple[Decimal, str] | None:
    """Return the figure of a cell and its unit; None where it holds none, or a share."""
    match = re.fullmatch(
        r"\s*(-?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|-?\d{1,15}(?:\.\d{1,9})?)\s*([^\d\s.%％]{0,3})\s*", cell
    )
    if match is None:
        return None
    return Decimal(re.sub("[,，]", "", match[1])), match[2]


class TableWithoutRows(Rule):
    """
    Reports a table that has a head and no rows, or whose rows are all blank.

    ## Why is this bad?

    The entries were lost, or the table was prepared and never filled in.

    ## Example

    ```yaml
    - {table: [项目, 金额], rows: []}
    ```

    Use instead:

    ```yaml
    - {table: [项目, 金额], rows: [[职工书屋, "3000"]]}
    ```

    ## Known limits

    A form for others to fill in looks the same; its rows may hold numbers in the first column.
    """

    code = "UK158"
    slug = "table-without-rows"
    title_zh = "表格没有内容"
    title_en = "table without rows"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Table,)
    wording = {
        "zh": "这个表格（{columns}）没有内容；请填上，或删去。",
        "en": "This table ({columns}) has no entries; fill them in, or take it out.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        table = cast("Table", node)
        if not any(cell.strip() for row in table.rows for cell in row):
            yield self.finding((*check.path, "table"), columns="、".join(table.head))


RULES: Final[tuple[Rule, ...]] = (
    PlanWithoutContent(),
    TitleOfAnotherPeriod(),
    TitlePromisesMore(),
    SignatureOfAnother(),
    IssuedBeforeApproval(),
    DraftLooksFinal(),
    ReferenceWithoutTarget(),
    AttachmentNotMentioned(),
    TotalNotSum(),
    TableWithoutRows(),
)
