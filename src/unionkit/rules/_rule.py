"""What a rule is: it looks at nodes of a plan and yields findings; it neither raises nor changes the plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from unionkit.almanac import ALMANAC, Almanac
from unionkit.model import CORE_VOCABULARY, Path, Plan, Value, Vocabulary

from ._calendar import Calendar
from ._finding import Basis, Confidence, Finding, Severity


@attrs.frozen(repr=False, eq=False)
class Passage(Value):
    """A text of the plan that is printed as it stands; rules about wording ask for these."""

    text: str


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Check(Value):
    """
    What a rule may look at besides its node.

    Attributes:
        plan: The whole plan.

        path: Where the node stands.

        vocabulary: The names that core and packs know.

        almanac: When festivals, terms and holidays are, in the region of the plan.

        calendar: The times of the plan with their days, the same for all rules.
    """

    plan: Plan
    path: Path
    vocabulary: Vocabulary = CORE_VOCABULARY
    almanac: Almanac = ALMANAC
    calendar: Calendar = attrs.field(
        default=attrs.Factory(lambda check: Calendar(check.plan, check.almanac), takes_self=True),
        eq=False,
        repr=False,
    )


class Rule:
    """
    A rule. Its docstring is its page: what it does, why it matters, an example, what to write instead, known limits.

    Attributes:
        code: Stable code: two capitals and three digits (``UK201``); packs have a prefix of their own.

        slug: The same in words, with hyphens.

        title_zh: What it looks for, in Chinese, for lists.

        title_en: What it looks for, in English.

        severity: How much its findings weigh.

        basis: What it rests on. A rule whose basis has a first or last day is silent about plans without a date.

        nodes: The types that it wants to see: model types, :class:`Passage`, or Plan for one look at the whole.

        wording: Templates of its message, by language.

        pack: Plans of this pack only; None: every plan.

        needs_year: It goes by the days of a year, and is silent about plans whose period names none.
    """

    code: ClassVar[str]
    slug: ClassVar[str]
    title_zh: ClassVar[str]
    title_en: ClassVar[str]
    severity: ClassVar[Severity]
    basis: ClassVar[Basis]
    nodes: ClassVar[tuple[type, ...]]
    wording: ClassVar[dict[str, str]]
    pack: ClassVar[str | None] = None
    needs_year: ClassVar[bool] = False

    @property
    def family(self) -> str:
        """The family that it belongs to: the name of the module that defines it."""
        return type(self).__module__.rpartition(".")[2].removeprefix("_")

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        """
        Yield what is wrong with `node`.

        Args:
            node: An instance of one of :attr:`nodes`.

            check: Where it stands, and the plan.
        """
        raise NotImplementedError

    def finding(self, path: Path, *, words: str = "", nth: int = 1, **facts: object) -> Finding:
        """Return a finding of this rule; `facts` fill the message (a function is called with the language)."""
        return Finding(
            code=self.code,
            slug=self.slug,
            severity=self.severity,
            path=path,
            words=words,
            nth=nth,
            facts=facts,
            wording=self.wording,
            basis=self.basis,
        )


CONVENTION = Basis(confidence=Confidence.CONVENTION)
"""The basis of rules that no regulation asks for."""
