"""Rules about goals whose words and figures do not agree, and about figures that the words lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple, cast

from unionkit.errors import InvalidValueError
from unionkit.model import Comparator, Goal, Quantity

from ._finding import Finding, Severity
from ._goals_figures import measured
from ._rule import CONVENTION, Check, Rule, TextRule
from ._survey import Hit

_LEAST: Final = "不低于|不少于|不小于|不下于|至少|最低|最少|>=|≥"
_MOST: Final = "不超过|不高于|不多于|不大于|至多|最多|最高|<=|≤"
_NUMBER: Final = r"(?:百分之[零一二三四五六七八九十百点]{1,6}|\d[\d,]{0,15}(?:\.\d{1,4})?)"
_EACH: Final = re.compile("[每各]")
_FALLING: Final = re.compile("下降|减少|降低|压减|增长|增加|提高|提升|上升")
"""Words by which a figure is a difference, and 以上 and 以内 say how large."""


class _Told(NamedTuple):
    """
    A figure in the words of a goal.

    Attributes:
        words: The figure with its unit.

        value: The figure in base units.

        sign: ``>=``, ``<=``, or nothing.
    """

    words: str
    value: Decimal
    sign: str


def _figures(text: str, unit: str) -> Iterator[_Told]:
    """Yield the figures of a unit that a text holds."""
    after = "[%％]?" if unit == "%" else f"[百千万亿]{{0,2}}{re.escape(unit)}"
    pattern = rf"(?P<sign>{_LEAST}|{_MOST})?\s*(?P<figure>{_NUMBER}\s*{after})\s*(?P<behind>以[上下内]|之内)?"
    for match in re.finditer(pattern, text):
        figure = match["figure"].strip()
        if unit == "%" and not (figure.startswith("百分之") or figure.endswith(("%", "％"))):
            continue
        try:
            value, found = Quantity.parse(figure).measure()
        except InvalidValueError:
            continue
        sign, behind = match["sign"] or "", match["behind"] or ""
        if found == unit and not _EACH.search(text[max(0, match.start() - 6) : match.start()]):
            least = (sign and re.fullmatch(_LEAST, sign)) or behind == "以上"
            most = (sign and re.fullmatch(_MOST, sign)) or behind in ("以下", "以内", "之内")
            yield _Told(figure, value, ">=" if least and not most else "<=" if most and not least else "")


def _said(goal: Goal) -> tuple[str, str] | None:
    """Return the key under which the words of a goal stand, and the words; None where it has none of its own."""
    if goal.words is not None:
        return "words", goal.words
    return ("text", goal.text) if goal.text else None


class WordsContradictTarget(Rule):
    """
    Reports a goal whose words name another figure than its target.

    ## Why is this bad?

    The printed plan promises one figure, and summary, table and check go by the other.

    ## Example

    ```yaml
    - text: 代表出席率不低于95%。
      facts:
        - {goal: 代表出席率, target: ">= 90%", words: 代表出席率不低于95%}
    ```

    Use instead:

    ```yaml
    - text: 代表出席率不低于95%。
      facts:
        - {goal: 代表出席率, target: ">= 95%", words: 代表出席率不低于95%}
    ```

    ## Known limits

    Only the `words` of a fact, or the `text` of a goal that stands alone, and only figures in the unit of the target; it
    is enough that one of them is the target's, the baseline's or the progress. Figures for each one (每人2件) and
    counts in Chinese numerals pass.
    """

    code = "UK315"
    slug = "words-contradict-target"
    title_zh = "文字中的数与指标值不同"
    title_en = "words name another figure than the target"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”的文字写的是 {said}，指标值却是 {target}；请把两处改成一致。",
        "en": "The words of the goal “{indicator}” say {said}, and its target is {target}; make them agree.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        told = _said(goal)
        if goal.target is None or told is None:
            return
        key, text = told
        value, upper, unit = measured(goal.target)
        if not unit:
            return
        known = {value, upper}
        known |= {each.measure()[0] for each in (goal.baseline, goal.progress) if each is not None}
        figures = list(_figures(text, unit))
        if figures and all(each.value not in known for each in figures):
            first = figures[0]
            yield self.finding(
                (*check.path, key),
                words=first.words,
                indicator=goal.indicator,
                said=first.words,
                target=str(goal.target),
            )


class WordsContradictComparison(Rule):
    """
    Reports a goal whose words compare the other way round: 不超过3起 with a target of at least 3, 不低于90% with one of at
    most 90%.

    ## Why is this bad?

    What is meant as a ceiling is then counted as reached when it is broken.

    ## Example

    ```yaml
    - text: 一般事故不超过3起。
      facts:
        - {goal: 一般事故, target: ">= 3起", words: 一般事故不超过3起}
    ```

    Use instead:

    ```yaml
    - text: 一般事故不超过3起。
      facts:
        - {goal: 一般事故, target: <= 3起, words: 一般事故不超过3起}
    ```

    ## Known limits

    It goes by 不低于, 至少, 以上 and 不超过, 以内, 以下 beside the figure of the target. Words of growth and decline (下降5%以上)
    pass, and so does an exact target.
    """

    code = "UK316"
    slug = "words-contradict-comparison"
    title_zh = "文字中的“以上”“不超过”与指标值相反"
    title_en = "words compare the other way round"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Goal,)
    wording = {
        "zh": "目标“{indicator}”的文字是“{said}”的意思，指标值却写成 {target}；请核对比较符。",
        "en": "The words of the goal “{indicator}” mean “{said}”, and its target is {target}; check the comparison.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        goal = cast("Goal", node)
        told = _said(goal)
        if goal.target is None or told is None or _FALLING.search(told[1]):
            return
        opposite = _OPPOSITE.get(goal.target.comparator)
        value, _, unit = measured(goal.target)
        if opposite is None or not unit:
            return
        for each in _figures(told[1], unit):
            if each.value == value and each.sign == opposite:
                yield self.finding(
                    (*check.path, told[0]),
                    words=each.words,
                    indicator=goal.indicator,
                    said=f"{opposite} {each.words}",
                    target=str(goal.target),
                )
                return


_OPPOSITE: Final = {
    Comparator.AT_LEAST: Comparator.AT_MOST.value,
    Comparator.AT_MOST: Comparator.AT_LEAST.value,
}


class FigureLost(TextRule):
    """
    Reports a sentence that announces a figure and has none: 满意率达到以上, 不低于%, 控制在以内.

    ## Why is this bad?

    The figure was taken out of the sample that was copied, or was to be filled in later.

    ## Example

    ```yaml
    - 职工对工会工作的满意率达到%以上。
    ```

    Use instead:

    ```yaml
    - 职工对工会工作的满意率达到90%以上。
    ```

    ## Known limits

    Figures that were masked (xx%) are UK701's affair. 达到以上标准 passes.
    """

    code = "UK317"
    slug = "figure-lost"
    title_zh = "该写数字的地方没有数字"
    title_en = "figure lost"
    severity = Severity.WARNING
    basis = CONVENTION
    pattern = (
        "(?:达到?|不低于|不少于|不超过|不高于|控制在|保持在|稳定在|提高到|至少达)[ \u3000]{0,3}"
        "(?:[%％](?:以[上下内]|左右)?|个百分点|(?:以[上下内]|左右)(?=[，,。；;、！!）)]|$))"
    )
    wording = {
        "zh": "“{quoted}”中没有数字；请补上。",
        "en": "“{quoted}” announces a figure and has none; fill it in.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        yield self.finding(check.path, words=hit.words, nth=hit.nth, quoted=hit.words)


class GrowthWithoutFigure(TextRule):
    """
    Tells that something measured (满意率, 覆盖面, 入会率) is to grow or fall 明显, 进一步, 不断 … without saying to what, in one
    finding.

    ## Why is this bad?

    What can be counted can be promised in figures; without one, any change is a success.

    ## Example

    ```yaml
    - 职工入会率明显提高。
    ```

    Use instead:

    ```yaml
    - 职工入会率明显提高，达到95%以上。
    ```

    ## Known limits

    A figure in the same sentence, up to twenty characters behind, is enough. Reviews are not looked at.
    """

    code = "UK318"
    slug = "growth-without-figure"
    title_zh = "指标只说提高，没有说到多少"
    title_en = "growth without a figure"
    severity = Severity.INFO
    basis = CONVENTION
    gathers = True
    pattern = (
        "(?:(?<![效税费])率|满意度|知晓度|覆盖面|参与面|受益面)[^\\n，,。；;、]{0,4}"
        "(?:明显|显著|稳步|进一步|不断|大幅度?|有所|逐步|持续|逐年)(?:提高|提升|上升|增长|扩大|下降|降低|减少)"
        "|(?:不断|逐步|进一步|努力|着力|持续|大力|切实)(?:提高|提升|扩大|降低)"
        "[^\\n，,。；;、0-9]{0,12}(?:(?<![效税费])率|满意度|知晓度|覆盖面|参与面|受益面)(?=[，,。；;、]|$)"
    )
    wording = {
        "zh": "“{quoted}”没有说到多少；能量化的请写上数字，如“达到95%”。",
        "en": "“{quoted}” does not say to what; where it can be counted, give a figure such as 达到95%.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        behind = re.split("[。；;]", hit.text[hit.end : hit.end + _BEHIND])[0]
        if not _DIGIT.search(behind) and not check.calendar.looks_back(check.path):
            yield self.finding(check.path, words=hit.words, nth=hit.nth, quoted=hit.words)


_BEHIND: Final = 20
_DIGIT: Final = re.compile(r"\d|百分之|[一二三四五六七八九]成|全覆盖")


RULES: Final[tuple[Rule, ...]] = (
    WordsContradictTarget(),
    WordsContradictComparison(),
    FigureLost(),
    GrowthWithoutFigure(),
)
