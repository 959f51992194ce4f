"""The rules of the pack; their codes begin with MUS."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from unionkit.files import data_of
from unionkit.model import Plan
from unionkit.rules import CONVENTION, Check, Finding, Hit, Rule, Severity, Silence, TextRule, text_fix

from ._data import MuseumData

GUIDES = "museum-guides"


class TooFewGuides(Rule):
    """
    Reports each exhibition with fewer guides than visitors want.

    ## Why is this bad?

    Who stands alone in a hall has no break.

    ## Example

    ```yaml
    data:
      museum:
        exhibitions:
          - {title: 青铜器展, guides: 1}
    ```

    Use instead:

    ```yaml
    data:
      museum:
        exhibitions:
          - {title: 青铜器展, guides: 4}
    ```

    ## Known limits

    Exhibitions whose guides are not told are left alone.
    """

    code = "MUS101"
    slug = "too-few-guides"
    title_zh = "讲解员不足的展览"
    title_en = "exhibition with too few guides"
    severity = Severity.WARNING
    basis = CONVENTION
    parameters = (GUIDES,)
    nodes = (Plan,)
    pack = "museum"
    wording: ClassVar[dict[str, str]] = {
        "zh": "展览只有 {guides} 名讲解员，少于 {least} 名；请增加。",
        "en": "The exhibition has {guides} guides, fewer than {least}; add some.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        """Compare the guides of each exhibition with the limit."""
        data = data_of(check.plan, "museum", MuseumData)
        least = check.rulings[GUIDES].value
        for at, each in enumerate(data.exhibitions if data else ()):
            if each.guides is not None and each.guides < int(str(least)):
                path = ("data", "museum", "exhibitions", at, "guides")
                yield self.finding(path, guides=each.guides, least=least)


class MisspeltGuide(TextRule):
    """
    Reports 讲解圆, which is a misspelt 讲解员.

    ## Why is this bad?

    Programs that count guides do not find it.

    ## Example

    ```yaml
    content:
      - 讲解圆每周值班。
    ```

    Use instead:

    ```yaml
    content:
      - 讲解员每周值班。
    ```

    ## Known limits

    Only this word is looked for.
    """

    code = "MUS102"
    slug = "misspelt-guide"
    title_zh = "写错的“讲解员”"
    title_en = "misspelt word for a guide"
    severity = Severity.INFO
    basis = CONVENTION
    pack = "museum"
    pattern = "讲解圆"
    fixable = True
    wording: ClassVar[dict[str, str]] = {
        "zh": "“讲解圆”应为“讲解员”。",
        "en": "The word for a guide is misspelt.",
    }

    def found(self, hit: Hit, check: Check) -> Iterator[Finding | Silence]:
        """Report the word, with all of it mended."""
        fix = text_fix(check.plan, hit.path, hit.text.replace("讲解圆", "讲解员"))
        yield self.finding(hit.path, words=hit.match[0], fix=fix)


RULES: tuple[Rule, ...] = (TooFewGuides(), MisspeltGuide())
