"""Rules about standing terms that copying, retyping and machines have changed: typos and spun synonyms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from ._finding import Finding, Severity, Worded
from ._fix import text_fix
from ._leftovers_lexicon import any_of, entry_of, from_lexicon, table
from ._rule import CONVENTION, Check, Rule, TextRule, compiled
from ._survey import Hit
from ._words import clause, is_quoted

_HAN: Final = r"[\u4e00-\u9fff]"


_JOINS: Final = "而又且和与及的地得更再也后前时为以之其很上要须应够既都太较非愈越不没未并或来去能可有了着过们"
"""Signs that may rightly stand within a saying: 步调不一致, 灵活而多样."""
_SURE: Final = 4
"""From so many signs on a match is mended; fewer may be part of another word."""


def slips(term: str, inserted: tuple[int, ...], changed: tuple[int, ...]) -> str:
    """
    Return a pattern for a saying with a sign too many, or with another sign in one place.

    Args:
        term: The saying.

        inserted: Behind which of its signs one too many is found.

        changed: Which of its signs may not be another, from 1.
    """
    more = (rf"{term[:at]}(?![{_JOINS}]){_HAN}{term[at:]}" for at in inserted)
    other = (rf"{term[: at - 1]}(?!{term[at - 1]}){_HAN}{term[at:]}" for at in changed)
    return "|".join((*more, *other))


def _chains(members: list[str]) -> Iterator[dict[str, Any]]:
    """Yield entries for members of a chain of superlatives that lost a sign: 最关、最直接."""
    for member in members:
        others = "|".join(each for each in members if each != member)
        cut = f"最{member[0]}"
        wrong = rf"{cut}[、，]最(?:{others})|最(?:{others})[、，]{cut}(?=的|[、，。；]|$)"
        yield {"wrong": wrong, "take": cut, "right": f"最{member}"}


@cache
def entries_of(kind: str) -> list[dict[str, Any]]:
    """Return what a rule about terms looks for: `misspelt` terms with chains and sayings, or `spun` ones."""
    tables = table("terms")
    entries: list[dict[str, Any]] = list(tables[kind])
    if kind == "misspelt":
        entries += _chains(tables["superlatives"])
        for row in tables["standing"]:
            wrong = slips(row["term"], row.get("inserted", ()), row.get("changed", ()))
            entries.append({"wrong": wrong, "right": row["term"]})
    return entries


def _any_slip() -> str:
    """Return a pattern for any entry; sayings are tried only where one of them may begin, which is rarely."""
    entries = entries_of("misspelt")
    known = len(entries) - len(table("terms")["standing"])
    firsts = "".join(sorted({entry["right"][0] for entry in entries[known:]}))
    others = "|".join(f"(?P<e{at}>{entry['wrong']})" for at, entry in enumerate(entries[known:], start=known))
    return rf"{any_of(entries[:known], 'wrong')}|(?=[{firsts}])(?:{others})"


def righted(entry: dict[str, Any], words: str) -> str | None:
    """Return what should stand in place of some words that an entry found; None where that is not certain."""
    right: str | None = entry.get("right")
    if right is None or "take" not in entry:
        return right
    return words.replace(entry["take"], right, 1)


class _TermRule(TextRule):
    """Standing terms that are written wrongly, by a list of the lexicon."""

    fixable = True
    severity = Severity.WARNING
    basis = CONVENTION
    entries: str

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield it where nothing is quoted, mended where what should stand there is certain."""
        if is_quoted(hit):
            return
        entry = entry_of(hit, entries_of(self.entries))
        if "unless" in entry and compiled(entry["unless"]).search(
            clause(hit.text[: hit.start], hit.start, hit.start)
        ):
            return
        right = righted(entry, hit.words)
        fix = None
        if right is None:
            hint = Worded(entry["note"], entry["note_en"])
        else:
            hint = Worded(f"应为“{right}”", f"it should be “{right}”")
            if len(hit.words) >= _SURE:
                fix = text_fix(check.plan, hit.path, f"{hit.text[: hit.start]}{right}{hit.text[hit.end :]}")
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

    The terms are in the data file `terms.yaml`; of some forty sayings (喜闻乐见) a sign too many is found, and of some
    another sign in one place. Where what is meant is not certain, or fewer than four signs matched, there is no fix. What
    is quoted, and names of papers, pass.
    """

    code = "UK751"
    slug = "misspelt-term"
    title_zh = "固定用语写错或漏字"
    title_en = "misspelt term"
    pattern = from_lexicon(_any_slip)
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

    The terms are in the data file `terms.yaml`; only what no union officer would write is there. What is
    quoted, and names of papers, pass; there is no fix where fewer than four signs matched.
    """

    code = "UK752"
    slug = "spun-term"
    title_zh = "伪原创替换的用语"
    title_en = "spun synonym"
    pattern = from_lexicon(lambda: any_of(entries_of("spun"), "wrong"))
    entries = "spun"
    wording = {
        "zh": "“{around}”中的“{wrong}”不是工会的用语，多半是机器替换的：{hint}。",
        "en": "“{wrong}” in “{around}” is no term of union work, and was probably put there by a machine: {hint}.",
    }


RULES: Final[tuple[Rule, ...]] = (MisspeltTerm(), SpunTerm())
