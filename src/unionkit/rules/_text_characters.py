"""Rules about characters: blanks, full-width figures, look-alikes, and what no font shows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from unionkit.model import Plan

from ._finding import Finding, Severity
from ._rule import CONVENTION, Check, Rule
from ._survey import Hit
from ._text_base import COUNTING, HAN, SPACE, ProseRule, glues

_MARKS: Final = "，。；：、！？）》”"
_OPENING: Final = "（《“"


class SpaceInChineseText(ProseRule):
    """
    Reports blanks between Chinese characters, and between characters and figures or marks: 步调 一致, 9 月 20 日.

    ## Why is this bad?

    Chinese prose has no blanks between words. They come from line breaks and from pages of the web, and break lines in
    the wrong place.

    ## Example

    ```yaml
    - 每件事 都有人负责。
    ```

    Use instead:

    ```yaml
    - 每件事都有人负责。
    ```

    ## Known limits

    Blanks beside Latin words pass, those behind a number (第一章 总则, 表1 预算), in tables and in the signature.
    """

    code = "UK833"
    slug = "space-in-chinese-text"
    title_zh = "汉字之间有空格"
    title_en = "blank between Chinese characters"
    cells = False
    fixable = True
    pattern = rf"(?<=[{HAN}\d{_MARKS}％%])[{SPACE}]+(?=[{HAN}\d{_MARKS}{_OPENING}])"
    instead = ""
    wording = {
        "zh": "“{around}”中有多余的空格。",
        "en": "“{around}” has a blank too many.",
    }

    def is_fault(self, hit: Hit) -> bool:
        before, behind = hit.text[: hit.start], hit.text[hit.end]
        ends = (before[-1] in "％%" or before[-1].isdecimal()) and behind.isdecimal()
        marks = before[-1] in _MARKS and behind in _MARKS
        numbered = re.search(rf"(?:第[{COUNTING}百\d]+[章节条部分篇编款]+|[表图]\d+|附件\d*)$", before)
        return not (ends or marks or numbered or hit.path[-1] == "signature" or glues(hit))


class FullWidthFigures(ProseRule):
    """
    Reports full-width figures and Latin letters: ２０２６年.

    ## Why is this bad?

    Figures and letters are half-width in Chinese documents; programs that look for the year do not find the wide one.

    ## Example

    ```yaml
    - ２０２６年召开会员大会。
    ```

    Use instead:

    ```yaml
    - 2026年召开会员大会。
    ```

    ## Known limits

    Full-width signs such as ％ pass.
    """

    code = "UK834"
    slug = "full-width-figures"
    title_zh = "数字、字母用了全角"
    title_en = "full-width figures or letters"
    basis = CONVENTION
    fixable = True
    pattern = "[０-９Ａ-Ｚａ-ｚ]+|(?<=[0-9０-９])．(?=[0-9０-９])"
    wording = {
        "zh": "全角的“{found}”应为半角“{better}”。",
        "en": "The full-width “{found}” should be “{better}”.",
    }

    def better(self, hit: Hit) -> str:
        return unicodedata.normalize("NFKC", hit.words)


class SpacesAtEnds(ProseRule):
    """
    Reports blanks at the beginning or end of a text, which is how some indent paragraphs.

    ## Why is this bad?

    The layout indents paragraphs by itself, so that these stand too far in.

    ## Example

    ```yaml
    - '　　每件事都有人负责。'
    ```

    Use instead:

    ```yaml
    - 每件事都有人负责。
    ```

    ## Known limits

    Tables pass.
    """

    code = "UK835"
    slug = "spaces-at-ends"
    title_zh = "用空格缩进"
    title_en = "indented by blanks"
    cells = False
    fixable = True
    pattern = rf"^[{SPACE}]+(?=[^{SPACE}\n])|(?<=[^{SPACE}\n])[{SPACE}]+$"
    instead = ""
    wording = {
        "zh": "“{around}”的首尾有空格；缩进由版式决定，请删去。",
        "en": "“{around}” has blanks at an end; the layout indents, so leave them out.",
    }


class CompatibilityForms(ProseRule):
    """
    Reports characters that only look like the usual ones: small and vertical forms of marks, radicals that a PDF gave in
    place of characters (⼯ for 工).

    ## Why is this bad?

    Most fonts lack them, and nobody who searches for 工会 finds ⼯会.

    ## Example

    ```yaml
    - ⼯会每季度听一次意见。
    ```

    Use instead:

    ```yaml
    - 工会每季度听一次意见。
    ```

    ## Known limits

    Of some radicals it is not known which character they stand for; they pass.
    """

    code = "UK836"
    slug = "compatibility-forms"
    title_zh = "形近的兼容字符"
    title_en = "look-alikes of the usual characters"
    fixable = True
    reveals = True
    pattern = "[\u2e80-\u2fd5\ufe10-\ufe19\ufe30-\ufe4f\ufe50-\ufe6b\uff61-\uff65\uf900-\ufad9]+"
    wording = {
        "zh": "“{around}”中的“{found}”是形近的兼容字符，应为“{better}”。",
        "en": "“{found}” in “{around}” only looks like “{better}”.",
    }

    def is_fault(self, hit: Hit) -> bool:
        return hit.words != self.better(hit)

    def better(self, hit: Hit) -> str:
        usual = (unicodedata.normalize("NFKC", each) for each in hit.words)
        return "".join(
            new.translate(_WIDENED) if new.strip() else old for old, new in zip(hit.words, usual, strict=True)
        )


_WIDENED: Final = str.maketrans(",;:?!()", "，；：？！（）")


class RareCharacter(Rule):
    """
    Reports Chinese characters outside GB 2312: those of rare names (喆 堃 镕), and traditional ones.

    ## Why is this bad?

    仿宋_GB2312 and its kin hold only the characters of that set; others are printed in another face, or not at all.

    ## Example

    ```yaml
    - 由李喆牵头。
    ```

    Use instead:

    ```yaml
    - 由宣传委员牵头。
    ```

    ## Known limits

    A name cannot be spelt otherwise: look at the print, and ignore the finding.
    """

    code = "UK837"
    slug = "rare-character"
    title_zh = "GB 2312 以外的汉字"
    title_en = "character outside GB 2312"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Plan,)
    gathers = True
    wording = {
        "zh": "“{around}”中的“{found}”不在 GB 2312 字符集内，仿宋_GB2312 等字体没有这个字；打印前请看一眼。",
        "en": "“{found}” in “{around}” is outside GB 2312, which fonts such as 仿宋_GB2312 lack; look at the print.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the survey has its prose
        rare = "".join(sorted(each for each in set(check.survey.prose) if _is_rare(each)))
        if rare:
            for hit in check.survey.hits(re.compile(f"[{rare}]")):
                yield self.finding(
                    hit.path, words=hit.words, nth=hit.nth, found=hit.words, around=hit.around()
                )


@cache
def _is_rare(character: str) -> bool:
    """Whether it is a Chinese character outside GB 2312."""
    if not ("\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"):
        return False
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return unicodedata.category(character) == "Lo"
    return False


class InvisibleCharacter(ProseRule):
    """
    Reports characters that nobody sees: zero-width blanks, soft hyphens, marks of writing direction.

    ## Why is this bad?

    They came along from a page of the web. Words that hold one are not found, and lines break in odd places.

    ## Example

    ```yaml
    - "每件事\u200b都有人负责。"
    ```

    Use instead:

    ```yaml
    - 每件事都有人负责。
    ```

    ## Known limits

    The joiner of pictures (emoji) passes.
    """

    code = "UK838"
    slug = "invisible-character"
    title_zh = "看不见的字符"
    title_en = "invisible character"
    fixable = True
    reveals = True
    pattern = "[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064]+"
    instead = ""
    wording = {
        "zh": "“{around}”中有看不见的字符；请删去。",
        "en": "“{around}” holds characters that nobody sees; leave them out.",
    }

    def is_fault(self, hit: Hit) -> bool:
        return not glues(hit) and bool(_visible(hit.text))


def _visible(text: str) -> str:
    return re.sub(InvisibleCharacter.pattern, "", text).strip()


class GarbledText(ProseRule):
    """
    Reports text that a wrong encoding spoilt: �, 锟斤拷, characters of private use.

    ## Why is this bad?

    Words are lost, and only the original tells which.

    ## Example

    ```yaml
    - 每件事都有人锟斤拷。
    ```

    Use instead:

    ```yaml
    - 每件事都有人负责。
    ```

    ## Known limits

    A bullet of a symbol font is one of the characters of private use, and is reported too.
    """

    code = "UK839"
    slug = "garbled-text"
    title_zh = "乱码"
    title_en = "garbled text"
    severity = Severity.WARNING
    basis = CONVENTION
    gathers = False
    pattern = "(?:\ufffd|锟斤拷|烫烫烫|屯屯屯|[\ue000-\uf8ff]|ï»¿|[ÃÂ][\u0080-\u00bf]){1,40}"
    wording = {
        "zh": "“{around}”中有乱码；请对照原件补上。",
        "en": "“{around}” holds garbled characters; see the original for what belongs there.",
    }


RULES: Final[tuple[Rule, ...]] = (
    *(SpaceInChineseText(), FullWidthFigures(), SpacesAtEnds(), CompatibilityForms()),
    *(RareCharacter(), InvisibleCharacter(), GarbledText()),
)
