"""What the rules about prose share: what they rest on, and how one mends all that it finds in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final, cast

import attrs

from unionkit.model import Path, Plan

from ._finding import Basis, Confidence, Finding, Severity
from ._fix import Fix, text_fix
from ._rule import CONVENTION, Check, TextRule, compiled
from ._survey import Hit, Passage

LAYOUT: Final = Basis(title="《党政机关公文格式》", number="GB/T 9704—2012")
"""In force since July 2012. Brackets of years, numbers and dates were seen in November 2026 in papers that cite it."""
PUNCTUATION: Final = Basis(
    title="《标点符号用法》", number="GB/T 15834—2011", confidence=Confidence.UNCONFIRMED
)
"""From general knowledge: the standard itself was not at hand."""
NUMERALS: Final = Basis(
    title="《出版物上数字用法》", number="GB/T 15835—2011", confidence=Confidence.UNCONFIRMED
)
"""From general knowledge: the standard itself was not at hand."""

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff"
"""Chinese characters, as they stand in a class of a pattern."""
SPACE: Final = " \t\u00a0\u2002-\u200a\u3000"
"""Blanks of any width, as they stand in a class of a pattern."""
ANY_MARK: Final = "，。；：、！？,;:!?."
"""Marks that end or part sentences, of either width."""
COUNTING: Final = "一二三四五六七八九十"
"""Chinese numerals that count up to ten, as they stand in a class of a pattern."""


class ProseRule(TextRule):
    """
    A rule about how prose is laid out: it is worth knowing, told once a plan, and mostly mended without thinking.

    It leaves markers alone (1、 一是), which belong to the numbering.

    Attributes:
        instead: What should stand in place of a match, as a template of its groups; None: that depends, or is not known.

        cells: It looks into the cells of tables too.

        reveals: Mending may bring to light what another rule finds; then the text is left as it is. To see that costs
            time, so rules say it where it may well happen.
    """

    severity = Severity.INFO
    basis = CONVENTION
    gathers = True
    instead: ClassVar[str | None] = None
    cells: ClassVar[bool] = True
    reveals: ClassVar[bool] = False

    def is_fault(self, hit: Hit) -> bool:
        """Whether a match is really one."""
        return hit.end > hit.start

    def better(self, hit: Hit) -> str | None:
        """Return what should stand in place of a match; None where nobody can tell."""
        return None if self.instead is None else hit.match.expand(self.instead)

    def mended(self, path: Path, text: str) -> str:
        """Return a text without what this rule finds in it, as far as that can be told."""
        once = self._mended_once(path, text)
        return (
            text if once == text else self.mended(path, once)
        )  # marks may have come together that were apart

    def _mended_once(self, path: Path, text: str) -> str:
        kept: list[str] = []
        at = 0
        for hit in hits(self.pattern, path, text):
            new = self.better(hit) if self.is_fault(hit) else None
            if new is not None:
                kept += (text[at : hit.start], new)
                at = hit.end
        return "".join((*kept, text[at:])) if kept else text

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        """Yield what is wrong in one text."""
        if not self.keys or check.path[-1] in self.keys:
            for hit in hits(self.pattern, check.path, cast("Passage", node).text):
                yield from self.found(hit, check)

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield a match where it is a fault; the first of a text carries the fix of all in it."""
        if hit.path[-1] == "marker" or not (self.cells or not is_cell(hit.path)):
            return
        if self.is_fault(hit):
            new = self.better(hit)
            yield self.finding(
                hit.path,
                words=hit.words,
                nth=hit.nth,
                fix=self._fix(hit, check),
                found=hit.words,
                around=hit.around().strip(),
                better=hit.words if new is None else new,
            )

    def _fix(self, hit: Hit, check: Check) -> Fix | None:
        if not self.fixable or not self._is_first(hit):
            return None
        new = self.mended(hit.path, hit.text)
        if self.reveals and faults(hit.path, new) - faults(hit.path, hit.text):
            return None
        return text_fix(check.plan, hit.path, new)

    def _is_first(self, hit: Hit) -> bool:
        faults = (each for each in hits(self.pattern, hit.path, hit.text) if self.is_fault(each))
        return next(faults).start == hit.start


class NumberRule(ProseRule):
    """A rule about numbers of documents (文号), in prose and of the plan itself."""

    nodes = (Passage, Plan)

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        """Yield what is wrong in one text, or in the number of the plan."""
        if not isinstance(node, Plan):
            yield from super().check(node, check)
            return
        for hit in hits(self.pattern, ("number",), node.number):
            yield from self.found(hit, check)


def hits(pattern: str, path: Path, text: str) -> Iterator[Hit]:
    """Return every match of a pattern in one text."""
    return (Hit(path, text, *match.span(), match) for match in compiled(pattern).finditer(text))


def faults(path: Path, text: str) -> set[str]:
    """Return the codes of the rules about prose that find something in a text, as far as the text alone tells."""
    from ._text import RULES  # noqa: PLC0415 -- which imports this module

    return {
        rule.code
        for rule in RULES
        if isinstance(rule, ProseRule)
        and (not rule.keys or path[-1] in rule.keys)
        and any(rule.is_fault(hit) for hit in hits(rule.pattern, path, text))
    }


def is_cell(path: Path) -> bool:
    """Whether a text stands in a table."""
    return "rows" in path[-3:] or "table" in path[-2:]


def confirmed(basis: Basis) -> Basis:
    """Return a basis for what someone saw of it in print."""
    return attrs.evolve(basis, confidence=Confidence.CONFIRMED)


def is_within(hit: Hit, opening: str, closing: str) -> bool:
    """Whether a match stands between two marks."""
    return hit.text.count(opening, 0, hit.start) > hit.text.count(closing, 0, hit.start)


def glues(hit: Hit) -> bool:
    """Whether taking a match away would bring two equal words together."""
    before, behind = hit.text[: hit.start], hit.text[hit.end :]
    return any(before[-length:] == behind[:length] for length in range(1, 9) if behind)
