"""What a rule is: it looks at nodes of a plan and yields findings; it neither raises nor changes the plan."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import ClassVar, Final, cast

import attrs

from unionkit.almanac import ALMANAC, Almanac
from unionkit.model import CORE_VOCABULARY, Path, Plan, Value, Vocabulary

from ._calendar import Calendar
from ._finding import Basis, Confidence, Finding, Severity, Silence
from ._fix import Fix
from ._law import Ruling, said_figure
from ._survey import Hit, Passage, Survey


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Check(Value):
    """
    What a rule may look at besides its node.

    Attributes:
        plan: The whole plan.

        path: Where the node stands.

        day: The day whose law applies; None: only what never changed applies.

        vocabulary: The names that core and packs know.

        almanac: When festivals, terms and holidays are, in the region of the plan.

        calendar: The times of the plan with their days, the same for all rules.

        survey: The items and the prose of the plan, the same for all rules.

        rulings: What the law says of the parameters that the rule names, on that day and in the region and sector of
            the plan; none is missing.
    """

    plan: Plan
    path: Path
    day: dt.date | None = None
    vocabulary: Vocabulary = CORE_VOCABULARY
    almanac: Almanac = ALMANAC
    calendar: Calendar = attrs.field(
        default=attrs.Factory(lambda check: Calendar(check.plan, check.almanac), takes_self=True),
        eq=False,
        repr=False,
    )
    survey: Survey = attrs.field(
        default=attrs.Factory(lambda check: Survey(check.plan), takes_self=True), eq=False, repr=False
    )
    rulings: Mapping[str, Ruling] = attrs.field(factory=dict)

    def at(self, path: Path) -> Check:
        """Return the same for another node. (``attrs.evolve`` would take ten times as long, for each node and rule.)"""
        other = object.__new__(Check)
        for name in _OF_A_CHECK:
            object.__setattr__(other, name, getattr(self, name))
        object.__setattr__(other, "path", path)
        return other


_OF_A_CHECK: Final = tuple(field.name for field in attrs.fields(Check))


class Rule:
    """
    A rule. Its docstring is its page: what it does, why it matters, an example, what to write instead, known limits.

    Attributes:
        code: Stable code: two capitals and three digits (``UK201``); packs have a prefix of their own.

        slug: The same in words, with hyphens.

        title_zh: What it looks for, in Chinese, for lists.

        title_en: What it looks for, in English.

        severity: How much its findings weigh; at most a warning where nobody could confirm the basis.

        basis: What it rests on. A rule whose basis has a first or last day is silent about plans without a date.

        parameters: Names of the parameters of the law that it asks for. It is silent where one of them has no limit
            for the day, region and sector of the plan.

        needs: What of the plan it cannot do without, as keys of the file (``organization.members``); it is silent
            about plans that do not say.

        nodes: The types that it wants to see: model types, :class:`Passage`, or Plan for one look at the whole.

        wording: Templates of its message, by language.

        pack: Plans of this pack only; None: every plan.

        sectors: Organizations of these sectors only; empty: all.

        needs_year: It goes by the days of a year, and is silent about plans whose period names none.

        gathers: It tells all that it finds in a plan in one finding, with the other places.

        fixable: Its findings may have a fix.

        finds_personal_data: What it points at is personal data: nothing that is found in the same text repeats it.
    """

    code: ClassVar[str]
    slug: ClassVar[str]
    title_zh: ClassVar[str]
    title_en: ClassVar[str]
    severity: ClassVar[Severity]
    basis: ClassVar[Basis]
    parameters: ClassVar[tuple[str, ...]] = ()
    needs: ClassVar[tuple[str, ...]] = ()
    nodes: ClassVar[tuple[type, ...]]
    wording: ClassVar[dict[str, str]]
    pack: ClassVar[str | None] = None
    sectors: ClassVar[frozenset[str]] = frozenset()
    needs_year: ClassVar[bool] = False
    gathers: ClassVar[bool] = False
    fixable: ClassVar[bool] = False
    finds_personal_data: ClassVar[bool] = False

    @property
    def family(self) -> str:
        """The family that it belongs to: the name of the module that defines it, up to its first underscore."""
        return type(self).__module__.rpartition(".")[2].lstrip("_").partition("_")[0]

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        """
        Yield what is wrong with `node`; a :class:`Silence` where the plan lacks what is needed to tell.

        Args:
            node: An instance of one of :attr:`nodes`.

            check: Where it stands, and the plan.
        """
        raise NotImplementedError

    def finding(
        self,
        path: Path,
        *,
        words: str = "",
        nth: int = 1,
        ruling: Ruling | None = None,
        fix: Fix | None = None,
        **facts: object,
    ) -> Finding:
        """
        Return a finding of this rule.

        Args:
            path: What in the plan it is about.

            words: The words that it is about; empty for all that stands there.

            nth: Which occurrence of `words`.

            ruling: What the law says, where a parameter decided: the finding cites its basis, and says which limits
                were compared.

            fix: What would mend it.

            **facts: What fills the message; a function is called with the language.
        """
        basis = self.basis if ruling is None else ruling.basis
        unconfirmed = basis.confidence is Confidence.UNCONFIRMED and self.severity is Severity.ERROR
        return Finding(
            code=self.code,
            slug=self.slug,
            severity=Severity.WARNING if unconfirmed else self.severity,
            path=path,
            words=words,
            nth=nth,
            facts=facts,
            wording=self.wording,
            basis=basis,
            compared={} if ruling is None else _compared(ruling),
            fix=fix,
        )

    def lacks(self, what: str) -> Silence:
        """Return that the plan does not say what is needed to decide: a key of the file, or of an item."""
        return Silence(
            code=self.code,
            reason_zh=f"计划没有写 {what}",
            reason_en=f"the plan does not say {what}",
        )


class TextRule(Rule):
    """
    A rule about wording: it looks for a pattern in the prose of a plan.

    Its pattern is asked once of all texts together, one a line (so ``^`` and ``$`` are those of a text), which is much
    faster than asking each. A match never reaches from one text into the next.

    Attributes:
        pattern: What it looks for, a regular expression; it is compiled when first needed.

        keys: Only in texts under these keys (``heading``, ``text``); empty: in all.
    """

    pattern: ClassVar[str]
    keys: ClassVar[frozenset[str]] = frozenset()
    nodes: ClassVar[tuple[type, ...]] = (Passage,)

    def check(self, node: object, check: Check) -> Iterator[Finding | Silence]:
        """Yield what is wrong in one text."""
        text = cast("Passage", node).text
        if not self.keys or check.path[-1] in self.keys:
            for match in compiled(self.pattern).finditer(text):
                if match.end() > match.start():
                    yield from self.found(Hit(check.path, text, *match.span(), match), check)

    def found(self, hit: Hit, check: Check) -> Iterator[Finding | Silence]:
        """Yield what is wrong with a match."""
        raise NotImplementedError


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled when it is first needed: a program that only prints may load the rules of a pack."""
    return re.compile(pattern, re.MULTILINE)


def _compared(ruling: Ruling) -> dict[str, str]:
    """Say which limits were compared; nothing where there was one, or all say the same."""
    others = [each for each in ruling.others if each.value != ruling.value]
    if not others or isinstance(ruling.value, tuple):
        return {}
    kept, *beaten = (
        f"{each.basis.worded('zh')} {said_figure(each.value, ruling.unit)}"
        for each in (ruling.limit, *others)
    )
    return {
        "zh": f"（与{'、'.join(beaten)}相比，按{kept}）",
        "en": f" (Compared with {', '.join(beaten)}; {kept} applies.)",
    }


CONVENTION = Basis(confidence=Confidence.CONVENTION)
"""The basis of rules that no regulation asks for."""
