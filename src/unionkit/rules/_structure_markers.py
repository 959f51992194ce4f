"""Rules about the form of stored numbers: the mark behind them, their brackets, blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ._finding import Finding, Severity
from ._fix import text_fix
from ._rule import CONVENTION, Check, Rule, TextRule
from ._structure_lists import HAN
from ._survey import Hit


class _MarkerRule(TextRule):
    """What rules about the form of a number share: they mend it, and tell a plan's places together."""

    severity = Severity.INFO
    basis = CONVENTION
    gathers = True
    fixable = True
    keys = frozenset({"marker"})

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        new = self.mended(hit.text)
        if new != hit.text:
            fix = text_fix(check.plan, hit.path, new)
            yield self.finding(hit.path, words=hit.text, marker=hit.text, better=new.strip(), fix=fix)

    def mended(self, marker: str) -> str:
        """Return the marker as it should be."""
        raise NotImplementedError


class ArabicNumberWithoutDot(_MarkerRule):
    """
    Reports a stored Arabic number that is followed by 、 or 。 instead of a dot.

    ## Why is this bad?

    Behind Arabic numbers official documents have a dot (1.); 、 belongs to 一、 only.

    ## Example

    ```yaml
    - {marker: 1、, text: 开好职工代表大会。}
    - {marker: 2、, text: 办好职工书屋。}
    ```

    Use instead:

    ```yaml
    - {marker: 1., text: 开好职工代表大会。}
    - {marker: 2., text: 办好职工书屋。}
    ```

    ## Known limits

    Only stored numbers (`marker`) are looked at, not numbers within a sentence.
    """

    code = "UK125"
    slug = "arabic-number-without-dot"
    title_zh = "阿拉伯数字序号后未用点"
    title_en = "no dot behind an Arabic number"
    pattern = r"^\d{1,3}[ \u3000]*[、。，,：:；;]"
    wording = {
        "zh": "序号“{marker}”应写作“{better}”：阿拉伯数字后用点，不用顿号、句号。",
        "en": "Write the number “{marker}” as “{better}”: a dot follows Arabic figures.",
    }

    def mended(self, marker: str) -> str:
        return re.sub(r"^(\d{1,3}\s*)[、。，,：:；;]", r"\1.", marker)


class ChineseNumberWithoutComma(_MarkerRule):
    """
    Reports a stored Chinese number that is followed by another mark than 、.

    ## Why is this bad?

    Behind 一 二 三 official documents have 、 and nothing else.

    ## Example

    ```yaml
    - {heading: 民主管理, marker: 一., content: [开好职工代表大会。]}
    - {heading: 关心职工, marker: 二., content: [走访困难职工。]}
    ```

    Use instead:

    ```yaml
    - {heading: 民主管理, marker: 一、, content: [开好职工代表大会。]}
    - {heading: 关心职工, marker: 二、, content: [走访困难职工。]}
    ```

    ## Known limits

    Only stored numbers (`marker`) are looked at. A number without any mark passes: a heading may follow a blank.
    """

    code = "UK126"
    slug = "chinese-number-without-comma"
    title_zh = "汉字序号后未用顿号"
    title_en = "no enumeration comma behind a Chinese number"
    pattern = rf"^{HAN}[ \u3000]*[.．。，,：:；;]"
    wording = {
        "zh": "序号“{marker}”应写作“{better}”：汉字序号后用顿号。",
        "en": "Write the number “{marker}” as “{better}”: 、 follows Chinese numerals.",
    }

    def mended(self, marker: str) -> str:
        return re.sub(rf"^({HAN}\s*)[.．。，,：:；;]", r"\1、", marker)


class MarkBehindBrackets(_MarkerRule):
    """
    Reports a mark behind a number in brackets or in a circle: （一）、, ①.

    ## Why is this bad?

    The brackets set the number off; official documents have no mark behind them.

    ## Example

    ```yaml
    - {marker: （1）、, text: 开好职工代表大会。}
    - {marker: （2）、, text: 办好职工书屋。}
    ```

    Use instead:

    ```yaml
    - {marker: （1）, text: 开好职工代表大会。}
    - {marker: （2）, text: 办好职工书屋。}
    ```

    ## Known limits

    Only stored numbers (`marker`) are looked at.
    """

    code = "UK127"
    slug = "mark-behind-brackets"
    title_zh = "带括号、带圈的序号后有标点"
    title_en = "mark behind a bracketed number"
    pattern = r"^[^\n]{0,8}[）)①-⑳][ \u3000]*[、.．。，,：:；;]"
    wording = {
        "zh": "序号“{marker}”应写作“{better}”：带括号、带圈的序号后不加标点。",
        "en": "Write the number “{marker}” as “{better}”: no mark follows a number in brackets or in a circle.",
    }

    def mended(self, marker: str) -> str:
        return re.sub(r"([）)①-⑳]\s*)[、.．。，,：:；;]+", r"\1", marker)


class NarrowBrackets(_MarkerRule):
    """
    Reports half-width or mismatched brackets about a stored number: (一), （2).

    ## Why is this bad?

    Chinese text has full-width brackets. Mixed ones make the headings start at different distances from the margin.

    ## Example

    ```yaml
    - {marker: (1), text: 开好职工代表大会。}
    - {marker: (2), text: 办好职工书屋。}
    ```

    Use instead:

    ```yaml
    - {marker: （1）, text: 开好职工代表大会。}
    - {marker: （2）, text: 办好职工书屋。}
    ```

    ## Known limits

    Only stored numbers (`marker`) are looked at. A closing bracket alone, as in ``1)``, gets its opening one.
    """

    code = "UK128"
    slug = "narrow-brackets-about-number"
    title_zh = "序号括号不是全角"
    title_en = "half-width brackets about a number"
    pattern = rf"^(?:[（(]?[ \u3000]*(?:\d{{1,3}}|{HAN})[ \u3000]*\)|\([ \u3000]*(?:\d{{1,3}}|{HAN})[ \u3000]*）|(?:\d{{1,3}}|{HAN})[ \u3000]*）)"
    wording = {
        "zh": "序号“{marker}”应写作“{better}”：括号用全角，成对出现。",
        "en": "Write the number “{marker}” as “{better}”: brackets are full-width, and in pairs.",
    }

    def mended(self, marker: str) -> str:
        return re.sub(rf"^[（(]?(\s*(?:\d{{1,3}}|{HAN})\s*)[）)]", r"（\1）", marker)


class BlankInNumber(_MarkerRule):
    """
    Reports a blank inside of a stored number, or behind it where Chinese text follows: ( 三), 3. 紧盯.

    ## Why is this bad?

    The headings start at different distances from the margin, and programs that look for （三） do not find it.

    ## Example

    ```yaml
    - {marker: （ 1）, text: 开好职工代表大会。}
    - {marker: （2）, text: 办好职工书屋。}
    ```

    Use instead:

    ```yaml
    - {marker: （1）, text: 开好职工代表大会。}
    - {marker: （2）, text: 办好职工书屋。}
    ```

    ## Known limits

    The blank behind 第一章 and behind 1.1 is usual and passes, and so does one that keeps a number apart from a figure.
    """

    code = "UK129"
    slug = "blank-in-number"
    title_zh = "序号中有空格"
    title_en = "blank in a number"
    pattern = (
        r"^[（(]?[ \u3000]*[\d一二三四五六七八九十①-⑳]{1,3}[ \u3000]*[）)]?[ \u3000]*[、.．。]?[ \u3000]*$"
    )
    wording = {
        "zh": "序号“{marker}”中有空格；应写作“{better}”。",
        "en": "The number “{marker}” holds a blank; write “{better}”.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        owner = check.plan.value_at(hit.path[:-1])
        following = getattr(owner, "heading", None) or getattr(owner, "text", None) or ""
        if hit.text.strip() == hit.text or "\u4e00" <= following[:1] <= "\u9fff":
            yield from super().found(hit, check)

    def mended(self, marker: str) -> str:
        return re.sub(r"\s+", "", marker)


class MarkBehindOrdinalWord(TextRule):
    """
    Reports a mark behind 一是 二是, and 、 instead of a comma behind 第一, 首先, 其次.

    ## Why is this bad?

    一是 is the beginning of the sentence, so nothing parts it from the rest; 第一 and 首先 stand before the sentence and
    take a comma.

    ## Example

    ```yaml
    - 重点做好两件事。一是，开好职工代表大会；二是，办好职工书屋。
    ```

    Use instead:

    ```yaml
    - 重点做好两件事。一是开好职工代表大会；二是办好职工书屋。
    ```

    ## Known limits

    Words at the beginning of a text or behind a mark are looked at; 首先 without any mark passes, and so does 第一、二车间.
    """

    code = "UK135"
    slug = "mark-behind-ordinal-word"
    title_zh = "“一是”“第一”后标点不当"
    title_en = "mark behind an ordinal word"
    severity = Severity.INFO
    basis = CONVENTION
    gathers = True
    fixable = True
    pattern = (
        r"(?:^|(?<=[。；！？：，;:,]))(?:[一二三四五六七八九十]是[，,、：:]"
        r"|(?:第[一二三四五六七八九十]|首先|其次|再次)、(?![第首其再一二三四五六七八九十\d]))"
    )
    wording = {
        "zh": "“{quoted}”应写作“{better}”：“一是”之后不加标点，“第一”“首先”之后用逗号。",
        "en": "Write “{quoted}” as “{better}”: nothing follows 一是, a comma follows 第一 and 首先.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        better = _better(hit.words)
        mended = re.sub(_ORDINAL_WORD, lambda match: _better(match[0]), hit.text)
        fix = text_fix(check.plan, hit.path, mended)
        yield self.finding(hit.path, words=hit.words, nth=hit.nth, quoted=hit.words, better=better, fix=fix)


_ORDINAL_WORD: Final = MarkBehindOrdinalWord.pattern


def _better(words: str) -> str:
    return words[:-1] if words[1] == "是" else f"{words[:-1]}，"


RULES: Final[tuple[Rule, ...]] = (
    ArabicNumberWithoutDot(),
    ChineseNumberWithoutComma(),
    MarkBehindBrackets(),
    NarrowBrackets(),
    BlankInNumber(),
    MarkBehindOrdinalWord(),
)
