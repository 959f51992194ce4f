"""Rules about quotes, title marks and brackets: their pairs, their levels, and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from unionkit.model import Path

from ._finding import Finding, Severity
from ._rule import CONVENTION, Check, Rule
from ._survey import Hit
from ._text_base import ANY_MARK, COUNTING, HAN, PUNCTUATION, SPACE, ProseRule, hits, is_within

_CLOSING: Final = {
    "”": "“",
    "’": "‘",
    "》": "《",
    "〉": "〈",
    "）": "（",
    "】": "【",
    "」": "「",
    "』": "『",
    "〕": "〔",
}
_ROUND: Final = str.maketrans("()", "（）")


class UnpairedMarks(ProseRule):
    """
    Reports quotes, title marks and brackets that are not closed, not opened, or cross one another.

    ## Why is this bad?

    The reader cannot tell where the quotation ends; often words were lost with the mark.

    ## Example

    ```yaml
    - 推进“三项工程建设。
    ```

    Use instead:

    ```yaml
    - 推进“三项工程”建设。
    ```

    ## Known limits

    A quotation that goes on in the next paragraph is reported. Numbers of items (1）一）) and apostrophes pass.
    """

    code = "UK817"
    slug = "unpaired-marks"
    title_zh = "引号、书名号、括号不配对"
    title_en = "unpaired quotes or brackets"
    basis = PUNCTUATION
    pattern = r"^.*[“”‘’《》〈〉（）()【】「」『』〔〕\"].*$"
    wording = {
        "zh": "“{around}”处的“{found}”不配对；请补上另一半，或核对是否漏了文字。",
        "en": "“{found}” in “{around}” has no partner; add it, and see whether words were lost.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        at = _unpaired(hit.text)
        yield from super().found(hit._replace(start=at, end=at + 1), check)

    def is_fault(self, hit: Hit) -> bool:
        return _unpaired(hit.text) >= 0


def _unpaired(text: str) -> int:
    """Return where the first mark without a partner stands; -1 where there is none."""
    opened: list[tuple[str, int]] = []
    straight: list[int] = []
    for match in re.finditer(r"[“”‘’《》〈〉（）()【】「」『』〔〕\"]", text):
        at = match.start()
        mark = match.group().translate(_ROUND)
        before = text[max(0, at - 1) : at]
        if mark == '"':
            if not before.isdecimal():
                straight.append(at)
        elif mark not in _CLOSING:
            opened.append((mark, at))
        elif opened and opened[-1][0] == _CLOSING[mark]:
            opened.pop()
        elif not (
            (mark == "）" and re.search(rf"(?:^|\W)[\d{COUNTING}A-Za-z]{{1,3}}$", text[:at]))
            or (mark == "’" and before.isascii() and before.isalpha())
        ):
            return at
    if opened:
        return opened[0][1]
    return straight[-1] if len(straight) % 2 else -1


class StraightQuotes(ProseRule):
    r"""
    Reports straight quotes in Chinese prose, also those that a program escaped (``\"``).

    ## Why is this bad?

    Chinese prose takes “ and ”. A backslash before a quote shows that the text came out of a program.

    ## Example

    ```yaml
    - 推进"三项工程"建设。
    ```

    Use instead:

    ```yaml
    - 推进“三项工程”建设。
    ```

    ## Known limits

    They are mended where they pair off and stand in no other quotation. Inches (24") pass.
    """

    code = "UK818"
    slug = "straight-quotes"
    title_zh = "用了直引号"
    title_en = "straight quotes"
    basis = PUNCTUATION
    fixable = True
    pattern = rf"\\?\"|＂|(?<=[{HAN}])'|'(?=[{HAN}])"
    wording = {
        "zh": "“{around}”中的直引号应改为中文引号。",
        "en": "“{around}” has straight quotes; Chinese prose takes “ and ”.",
    }

    def is_fault(self, hit: Hit) -> bool:
        inches = hit.words == '"' and hit.text[: hit.start][-1:].isdecimal()
        return not inches and re.search(f"[{HAN}]", hit.text) is not None

    def mended(self, path: Path, text: str) -> str:
        marks = [hit for hit in hits(self.pattern, path, text) if self.is_fault(hit) and hit.words != "'"]
        if len(marks) % 2:
            return text
        kept: list[str] = []
        at = 0
        for opening, closing in zip(marks[::2], marks[1::2], strict=True):
            inner = text[opening.end : closing.start]
            if is_within(opening, "“", "”") or is_within(opening, "‘", "’") or re.search("[“”‘’]", inner):
                return text
            if inner[:1] in ANY_MARK and inner:
                return text
            kept += (text[at : opening.start], "“", inner, "”")
            at = closing.end
        new = "".join((*kept, text[at:]))
        is_clear = _unpaired(new) < 0 and ("“”" not in new or re.search(r'"[\\]?"', text))
        return new if is_clear else text


class EmptiedQuotes(ProseRule):
    """
    Reports quotes and title marks with nothing between them.

    ## Why is this bad?

    The words were lost, mostly on a website that hides numbers and names; what the plan promises cannot be read.

    ## Example

    ```yaml
    - 围绕“”发展规划开展劳动竞赛。
    ```

    Use instead:

    ```yaml
    - 围绕“十五五”发展规划开展劳动竞赛。
    ```

    ## Known limits

    Empty brackets pass: they are left to be filled in.
    """

    code = "UK819"
    slug = "emptied-quotes"
    title_zh = "引号、书名号内没有文字"
    title_en = "quotes with nothing in them"
    severity = Severity.WARNING
    basis = CONVENTION
    gathers = False
    pattern = rf"“[{SPACE}]*”|‘[{SPACE}]*’|《[{SPACE}]*》|〈[{SPACE}]*〉|「[{SPACE}]*」|\\?\"[{SPACE}]*\\?\""
    wording = {
        "zh": "“{around}”中的引号或书名号是空的；请补上漏掉的文字。",
        "en": "The quotes in “{around}” are empty; fill in the words that were lost.",
    }

    def is_fault(self, hit: Hit) -> bool:
        return '"' not in hit.words or hit.text.count('"', 0, hit.start) % 2 == 0


class CommaBetweenMarks(ProseRule):
    """
    Reports 、 between two things in quotes or in title marks: 《》、《》.

    ## Why is this bad?

    The marks themselves keep the members of a list apart; between them no comma is needed.

    ## Example

    ```yaml
    - 学习《工会法》、《劳动法》。
    ```

    Use instead:

    ```yaml
    - 学习《工会法》《劳动法》。
    ```

    ## Known limits

    Where words or brackets stand between, the comma is right and passes.
    """

    code = "UK820"
    slug = "comma-between-marks"
    title_zh = "并列的书名号、引号之间用了顿号"
    title_en = "comma between quotes or title marks"
    basis = PUNCTUATION
    fixable = True
    pattern = r"(?<=[》”’\"])、(?=\\?[《“‘\"])"
    instead = ""
    wording = {
        "zh": "“{around}”：并列的书名号或引号之间不用顿号。",
        "en": "“{around}”: between quotes or title marks no comma is needed.",
    }

    def is_fault(self, hit: Hit) -> bool:
        straight = hit.text[hit.start - 1] == '"' or '"' in hit.text[hit.end : hit.end + 2]
        return not straight or hit.text.count('"', 0, hit.start) % 2 == 0


class NestedMarks(ProseRule):
    """
    Reports 《》 in 《》 and “” in “”, and ‘’ that stand in no other quotation.

    ## Why is this bad?

    Within a title the inner one stands in 〈〉, within a quotation in ‘’; else nobody sees where each ends.

    ## Example

    ```yaml
    - 学习《关于实施《工会法》的意见》。
    ```

    Use instead:

    ```yaml
    - 学习《关于实施〈工会法〉的意见》。
    ```

    ## Known limits

    It looks two levels deep, and at marks that pair off.
    """

    code = "UK821"
    slug = "nested-marks"
    title_zh = "引号或书名号的层次不对"
    title_en = "levels of quotes or title marks"
    basis = PUNCTUATION
    fixable = True
    pattern = r"《[^《》\n]*《[^《》\n]*》[^《》\n]*》|“[^“”\n]*“[^“”\n]*”[^“”\n]*”|(?<![A-Za-z])‘[^‘’“”\n]*’"
    wording = {
        "zh": "“{found}”的引号或书名号层次不对，应为“{better}”：书名号内用〈〉，双引号内用单引号。",
        "en": "“{found}” should be “{better}”: within a title 〈〉, within quotes ‘’, and “” outside.",
    }

    def is_fault(self, hit: Hit) -> bool:
        if hit.words[0] != "‘":
            return self.better(hit) is not None
        return not is_within(hit, "“", "”") and re.search(f"[{HAN}]", hit.words) is not None

    def better(self, hit: Hit) -> str | None:
        words, inner = hit.words, hit.words[1:-1]
        if words[0] == "‘":
            return f"“{inner}”"
        if re.search("[〈〉‘’]", inner):
            return None
        return words[0] + inner.translate(_INNER) + words[-1]


_INNER: Final = str.maketrans("《》“”", "〈〉‘’")


RULES: Final[tuple[Rule, ...]] = (
    *(UnpairedMarks(), StraightQuotes(), EmptiedQuotes(), CommaBetweenMarks(), NestedMarks()),
)
