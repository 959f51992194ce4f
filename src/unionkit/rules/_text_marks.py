"""Rules about marks: their width, their form, and where they stand."""

from __future__ import annotations

import re
from typing import Final

from ._rule import Rule
from ._survey import Hit
from ._text_base import ANY_MARK, COUNTING, HAN, PUNCTUATION, SPACE, ProseRule

_WIDE: Final = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_DOTS: Final = r"(?:…+|\.{3,}|。{3,}|[·・]{3,})"


class HalfWidthPunctuation(ProseRule):
    """
    Reports half-width , ; : ? ! beside a Chinese character, and a full stop . behind one at the end of a text.

    ## Why is this bad?

    Chinese prose takes full-width marks; half-width ones come from the keyboard of whoever typed in a hurry.

    ## Example

    ```yaml
    - 发挥工会的作用,增强工会活力.
    ```

    Use instead:

    ```yaml
    - 发挥工会的作用，增强工会活力。
    ```

    ## Known limits

    Figures, times (9:30), addresses of the web and Latin words pass, and so does a dot between two characters.
    """

    code = "UK815"
    slug = "half-width-punctuation"
    title_zh = "汉字旁用了半角标点"
    title_en = "half-width mark beside a Chinese character"
    basis = PUNCTUATION
    fixable = True
    pattern = (
        rf"(?<=[{HAN}])[,;:?!][{SPACE}]*|(?<![{SPACE}])[{SPACE}]*[,;:?!](?=[{HAN}])|(?<=[{HAN}])\.[{SPACE}]*$"
    )
    wording = {
        "zh": "“{around}”中的半角标点应改为全角“{better}”。",
        "en": "The mark in “{around}” is half-width; Chinese prose takes “{better}”.",
    }

    def is_fault(self, hit: Hit) -> bool:
        before, behind = hit.text[: hit.start], hit.text[hit.end : hit.end + 1]
        if (before[-1:] in ANY_MARK and before) or (behind in ANY_MARK and behind):
            return False
        if hit.words.strip() == "." and not before.strip(COUNTING):
            return False
        return not (hit.words.strip() == ";" and re.search(r"&#?\w{1,8}$", before))

    def better(self, hit: Hit) -> str:
        return _WIDE[hit.words.strip()]


class HalfWidthBrackets(ProseRule):
    """
    Reports round brackets in Chinese prose of which one or both are half-width.

    ## Why is this bad?

    They look narrow beside the characters, and break the line in the wrong place.

    ## Example

    ```yaml
    - 协调职工(含劳务派遣工)的诉求。
    ```

    Use instead:

    ```yaml
    - 协调职工（含劳务派遣工）的诉求。
    ```

    ## Known limits

    Numbers of items in brackets belong to the rules about numbering. Of brackets in brackets only the inner ones are
    looked at.
    """

    code = "UK816"
    slug = "half-width-brackets"
    title_zh = "汉字旁用了半角括号"
    title_en = "half-width brackets in Chinese prose"
    basis = PUNCTUATION
    fixable = True
    pattern = r"[(（][^()（）\n]*[)）]"
    wording = {
        "zh": "“{found}”的括号应为全角：“{better}”。",
        "en": "The brackets of “{found}” are full-width in Chinese prose: “{better}”.",
    }

    def is_fault(self, hit: Hit) -> bool:
        inner = hit.words[1:-1].strip()
        if hit.words == self.better(hit) or not inner:
            return False
        if re.fullmatch(rf"[{COUNTING}]{{1,3}}|\d{{1,2}}", inner):
            return False
        if re.fullmatch(r"(?:19|20)?\d{2}", inner) and re.match(r" ?第? ?\d+ ?号", hit.text[hit.end :]):
            return False
        return re.search(f"[{HAN}]", hit.text[max(0, hit.start - 1) : hit.end]) is not None

    def better(self, hit: Hit) -> str:
        return f"（{hit.words[1:-1]}）"


class EllipsisWithEtc(ProseRule):
    """
    Reports an ellipsis beside 等, which says the same.

    ## Why is this bad?

    Both tell that the list goes on; one is enough.

    ## Example

    ```yaml
    - 举办书法、摄影……等比赛。
    ```

    Use instead:

    ```yaml
    - 举办书法、摄影等比赛。
    ```

    ## Known limits

    An ellipsis behind 等 that other words follow may end a sentence, and is not mended.
    """

    code = "UK822"
    slug = "ellipsis-with-etc"
    title_zh = "省略号与“等”并用"
    title_en = "ellipsis beside a word that says the same"
    basis = PUNCTUATION
    fixable = True
    pattern = rf"(?=[、，….。·・等])(?:[、，]?{_DOTS}(等等?)(?![级待候于额])|(等等?)[、，]?{_DOTS})"
    wording = {
        "zh": "“{around}”：省略号与“等”只用一个。",
        "en": "“{around}”: an ellipsis and 等 say the same; use one.",
    }

    def better(self, hit: Hit) -> str | None:
        if hit.match[1]:
            return str(hit.match[1])
        behind = hit.text[hit.end :].strip()
        if not behind:
            return f"{hit.match[2]}。" if hit.path[-1] == "text" else str(hit.match[2])
        return str(hit.match[2]) if behind[0] in "，。；、：）”" else None


class FormOfEllipsisAndDash(ProseRule):
    """
    Reports an ellipsis or a dash made of other characters: ... 。。。 … ── －－.

    ## Why is this bad?

    The ellipsis is six dots (……) and the dash two strokes (——); stand-ins break over lines and look ragged.

    ## Example

    ```yaml
    - 职工的主业──生产一刻不停...
    ```

    Use instead:

    ```yaml
    - 职工的主业——生产一刻不停……
    ```

    ## Known limits

    Two hyphens between characters (邓--理论) are the mask of a sample, which another rule reports. Dots before a page
    number pass.
    """

    code = "UK823"
    slug = "form-of-ellipsis-and-dash"
    title_zh = "省略号或破折号形式不规范"
    title_en = "form of ellipsis or dash"
    basis = PUNCTUATION
    fixable = True
    reveals = True
    pattern = (
        rf"(?=[….。·・─―–－])(?:(?:(?<![….])…(?![….])|(?<![….])…{{3}}(?![….])|(?<=[{HAN}])\.{{3,}}|。{{3,}}|[·・]{{3,}})(?![ {SPACE}]*\d)"
        rf"|(?<=[{HAN}”》])[─―–－]{{2,}}(?=[{HAN}“《]))"
    )
    wording = {
        "zh": "“{around}”中的“{found}”应写成“{better}”。",
        "en": "“{found}” in “{around}” should be “{better}”.",
    }

    def is_fault(self, hit: Hit) -> bool:
        return hit.text[hit.end : hit.end + 1] != "等" and hit.text[: hit.start][-1:] != "等"

    def better(self, hit: Hit) -> str:
        return "——" if hit.words[0] in "─―–－" else "……"


class DoubledPunctuation(ProseRule):
    """
    Reports two marks where one belongs: 。。 or ，。

    ## Why is this bad?

    It is left over from editing.

    ## Example

    ```yaml
    - 工会办好每件事，。
    ```

    Use instead:

    ```yaml
    - 工会办好每件事。
    ```

    ## Known limits

    Question and exclamation marks may come together and pass. Of different marks the weightier one is kept; where a
    colon is among them, nobody can tell.
    """

    code = "UK840"
    slug = "doubled-punctuation"
    title_zh = "标点重复"
    title_en = "doubled punctuation"
    basis = PUNCTUATION
    fixable = True
    pattern = (
        rf"(?=[，。、；：,;])(?:"
        rf"[，。、；：][，。、；：,;]+|[,;]+[，。、；：][，。、；：,;]*|(?<=[{HAN}])[,;]{{2,}}"
        ")"
    )
    wording = {
        "zh": "“{around}”中的“{found}”标点重复，只留一个。",
        "en": "“{found}” in “{around}” has a mark too many.",
    }

    def is_fault(self, hit: Hit) -> bool:
        return not re.fullmatch("。{3,}", hit.words)

    def better(self, hit: Hit) -> str | None:
        marks = set(hit.words.translate(_WIDENED))
        if len(marks) == 1:
            return marks.pop()
        return None if "：" in marks else next(mark for mark in "。；，、" if mark in marks)


_WIDENED: Final = str.maketrans(",;", "，；")


class CommaBeforeConjunction(ProseRule):
    """
    Reports 、 before 等 and before 和, 及, 以及 or 与 with the last member of a list.

    ## Why is this bad?

    The word already joins what stands on both sides; the comma before it is one too many.

    ## Example

    ```yaml
    - 举办书法、摄影、等比赛，开展成果展示、和其他活动。
    ```

    Use instead:

    ```yaml
    - 举办书法、摄影等比赛，开展成果展示和其他活动。
    ```

    ## Known limits

    和, 及 and 与 begin many words (和谐, 及时), and are looked at before words such as 其他, 各 and 职工 only.
    """

    code = "UK843"
    slug = "comma-before-conjunction"
    title_zh = "“等”“和”“及”之前多了顿号"
    title_en = "comma before a conjunction"
    basis = PUNCTUATION
    fixable = True
    pattern = (
        rf"、[{SPACE}]*(?=等(?:$|[，。；、：）)\d]|各|多|方面|活动|工作|形式|内容|制度|场|比赛|节日|单位|部门|措施|文件|法)"
        r"|以及|[和及与](?:其[他它]|相关|有关|各|全体|广大|职工|会员|工会|开展))"
    )
    instead = ""
    wording = {
        "zh": "“{around}”：连词或“等”之前不用顿号。",
        "en": "“{around}”: no comma stands before 等 or a conjunction.",
    }


class ParagraphWithoutFinalMark(ProseRule):
    """
    Reports a paragraph of several sentences whose last one has no mark at its end.

    ## Why is this bad?

    The sentence may be cut off; at any rate its mark is missing.

    ## Example

    ```yaml
    - 工会听取职工意见。每件事都有人负责
    ```

    Use instead:

    ```yaml
    - 工会听取职工意见。每件事都有人负责。
    ```

    ## Known limits

    Paragraphs of one sentence pass: many plans list their items without a mark. One that ends with a comma is broken off,
    which another rule reports.
    """

    code = "UK842"
    slug = "paragraph-without-final-mark"
    title_zh = "段末缺标点"
    title_en = "paragraph without final mark"
    basis = PUNCTUATION
    keys = frozenset({"text"})
    pattern = rf"[{HAN}0-9A-Za-z%％][{SPACE}]*$"
    wording = {
        "zh": "这一段有好几句，末尾“{around}”之后缺标点；请补上，并看看是否漏了文字。",
        "en": "Behind “{around}”, the end of a paragraph of several sentences, a mark is missing; add it, and see whether words were lost.",
    }

    def is_fault(self, hit: Hit) -> bool:
        return "。" in hit.text


RULES: Final[tuple[Rule, ...]] = (
    *(HalfWidthPunctuation(), HalfWidthBrackets(), EllipsisWithEtc(), FormOfEllipsisAndDash()),
    *(DoubledPunctuation(), ParagraphWithoutFinalMark(), CommaBeforeConjunction()),
)
