"""Rules about standing terms that copying, retyping and machines have changed: typos and spun synonyms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ._finding import Finding, Severity, Worded
from ._fix import text_fix
from ._leftovers_lexicon import any_of, entry_of, from_lexicon, table
from ._rule import CONVENTION, Check, Rule, TextRule
from ._survey import Hit


class _TermRule(TextRule):
    """Standing terms that are written wrongly, by a list of the lexicon."""

    fixable = True
    severity = Severity.WARNING
    basis = CONVENTION
    entries: str

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it, mended where what should stand there is certain."""
        entry: dict[str, Any] = entry_of(hit, table("terms")[self.entries])
        right = entry.get("right")
        fix = None
        hint = Worded("应删去", "delete it")
        if right is not None:
            fix = text_fix(check.plan, hit.path, f"{hit.text[: hit.start]}{right}{hit.text[hit.end :]}")
            hint = Worded(f"应为“{right}”", f"it should be “{right}”") if right else hint
        else:
            hint = Worded(entry["note"], entry["note_en"])
        yield self.finding(
            hit.path, words=hit.words, nth=hit.nth, fix=fix, wrong=hit.words, around=hit.around(), hint=hint
        )


class MisspeltTerm(_TermRule):
    """
    Reports misspelt terms of union work, and such that lost a sign: 拔款, 职代汇, 覆盖面达90%上, 最关、最直接.

    ## Why is this bad?

    Spelling checkers let them pass, for each sign is right in itself. In a paper with a seal they are embarrassing, and
    a figure that lost 以上 is another figure.

    ## Example

    ```yaml
    - 按时完成工会经费拔缴。
    ```

    Use instead:

    ```yaml
    - 按时完成工会经费拨缴。
    ```

    ## Known limits

    The terms are in the data file `terms.yaml`. Where what is meant is not certain, there is no fix.
    """

    code = "UK751"
    slug = "misspelt-term"
    title_zh = "固定用语写错或漏字"
    title_en = "misspelt term"
    pattern = from_lexicon(lambda: any_of(table("terms")["misspelt"], "wrong"))
    entries = "misspelt"
    wording = {
        "zh": "“{around}”中的“{wrong}”写错了：{hint}。",
        "en": "“{wrong}” in “{around}” is misspelt: {hint}.",
    }


class SpunTerm(_TermRule):
    """
    Reports synonyms that a machine put in the place of standing terms: 工作者代表大会 for 职工代表大会, 薪水集体协商 for 工资集体协商,
    安全临盆 for 安全生产.

    ## Why is this bad?

    Texts are spun so that nobody should find the source. The terms of the law are lost, and what remains is comical.

    ## Example

    ```yaml
    - 按期召开工作者代表大会。
    ```

    Use instead:

    ```yaml
    - 按期召开职工代表大会。
    ```

    ## Known limits

    The terms are in the data file `terms.yaml`; only what no union officer would write is there.
    """

    code = "UK752"
    slug = "spun-term"
    title_zh = "伪原创替换的用语"
    title_en = "spun synonym"
    pattern = from_lexicon(lambda: any_of(table("terms")["spun"], "wrong"))
    entries = "spun"
    wording = {
        "zh": "“{around}”中的“{wrong}”不是工会的用语，多半是机器替换的：{hint}。",
        "en": "“{wrong}” in “{around}” is no term of union work, and was probably put there by a machine: {hint}.",
    }


RULES: Final[tuple[Rule, ...]] = (MisspeltTerm(), SpunTerm())
