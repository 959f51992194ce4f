"""What every rule keeps to, as tests to inherit."""

from __future__ import annotations

import copy
import inspect
import pickle
import re
import string
from collections.abc import Iterator
from typing import Any, ClassVar, Final

import attrs

from unionkit.errors import Lang, UnionkitError
from unionkit.files import load_plan
from unionkit.kit import Kit
from unionkit.model import Activity, Goal, Paragraph, Part, Period, Plan, Result, WelfareMeasure
from unionkit.rules import Confidence, Finding, Rule, Severity, TextRule, check_plan

from ._contract import Contract, fail, none_of, skip, told
from ._examined import LANGS
from ._sample import drawn_plans, rich_plan

SECTIONS: Final = ("## Why is this bad?", "## Example", "Use instead:", "## Known limits")
"""What the docstring of a rule holds, in this order: it is its page."""

_CODE: Final = re.compile(r"[A-Z]{2,4}[0-9]{3}")
_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_LATIN: Final = re.compile("[A-Za-z]")
_NAME: Final = "钱小暑"
_ROUNDS: Final = 8


class RuleContract(Contract):
    """
    What every rule keeps to; a test class inherits it, names the rule, and pytest runs the rest.

    Example:
        class TestTooFewTeachers(RuleContract):
            rule = TooFewTeachers()

    Attributes:
        rule: The rule to be tested.

        kit: A Kit with the plugin that brings the rule, where it asks for law or data of a pack. None: the core's law.
    """

    rule: ClassVar[Rule]
    kit: ClassVar[Kit | None] = None

    def plans(self) -> tuple[Plan, ...]:
        """Return the plans that the rule is asked about; a rule that looks at data of a pack wants plans with such data."""
        return tuple(
            attrs.evolve(plan, pack=self.rule.pack) for plan in (Plan(), rich_plan(), *drawn_plans())
        )

    # ------------------------------------------------------------ what it says of itself

    def test_its_code_is_its_own(self) -> None:
        """Its code is two to four capitals, not UK, and three digits; its slug is small letters with hyphens."""
        problems = []
        if not _CODE.fullmatch(self.rule.code) or self.rule.code.startswith("UK"):
            problems.append(
                f"the code {self.rule.code!r}: a prefix of two to four capitals, not UK, and three digits"
            )
        if not _SLUG.fullmatch(self.rule.slug):
            problems.append(f"the slug {self.rule.slug!r}: small letters and digits, with hyphens between")
        none_of(problems)

    def test_its_page_is_complete(self) -> None:
        """Its docstring says what it does, why that is bad, an example, what to write instead, and its limits."""
        page = self._page()
        at = [page.find(section) for section in SECTIONS]
        problems = [
            f"the docstring has no “{section}”"
            for section, place in zip(SECTIONS, at, strict=True)
            if place < 0
        ]
        if not problems and at != sorted(at):
            problems.append(f"the docstring has its sections in another order than {', '.join(SECTIONS)}")
        if not page.partition("##")[0].strip():
            problems.append("the docstring does not begin with what the rule does")
        none_of(problems)

    def test_it_rests_on_something(self) -> None:
        """Its basis names a regulation, or says that it is a convention; what nobody confirmed is no error."""
        basis = self.rule.basis
        if not basis.title and basis.confidence is not Confidence.CONVENTION and not self.rule.parameters:
            fail("its basis names no regulation; name one, or use CONVENTION")
        if basis.confidence is Confidence.UNCONFIRMED and self.rule.severity is Severity.ERROR:
            fail("it is an error, and nobody confirmed its basis; make it a warning")

    def test_its_parameters_are_known(self) -> None:
        """The law knows each parameter that it asks for; without it the rule would be silent for ever."""
        known = self._law().parameters if self._law() is not None else {}
        if self.kit is not None and self.kit.unread_laws:
            skip("the parameter file of the pack cannot be read, which another check looks at")
        none_of(
            [
                f"it asks for the parameter {name!r}, which neither the core's law nor the pack's has"
                for name in self.rule.parameters
                if name not in known
            ]
        )

    def test_it_speaks_both_languages(self) -> None:
        """Its titles and its message exist in Chinese and English, and say the same facts."""
        rule, problems = self.rule, []
        for what, zh, en in (
            ("title", rule.title_zh, rule.title_en),
            ("message", rule.wording.get("zh", ""), rule.wording.get("en", "")),
        ):
            if not _HAN.search(zh):
                problems.append(f"it has no Chinese {what}")
            if not _is_english(en):
                problems.append(f"it has no English {what}, or one in Chinese")
        fields = [
            {name for _, name, _, _ in string.Formatter().parse(rule.wording.get(lang, "")) if name}
            for lang in LANGS
        ]
        if not problems and fields[0] != fields[1]:
            differing = ", ".join(sorted(fields[0] ^ fields[1]))
            problems.append(f"only one of its messages says {{{differing}}}")
        none_of(problems)

    # ------------------------------------------------------------ what it finds

    def test_its_example_is_found(self) -> None:
        """It finds something in the example of its page."""
        if self._silent():
            skip("the rule is silent, since a parameter is unknown; another check looks at that")
        if not self._found(self._example(0)):
            fail("it finds nothing in the plan under “## Example”; correct the example, or the rule")

    def test_what_to_write_instead_is_not_found(self) -> None:
        """It finds nothing in what its page says to write instead."""
        found = self._found(self._example(1))
        if found:
            fail(f"it finds something in what to write instead: {found[0].message('en')}")

    def test_it_never_raises(self) -> None:
        """Whatever a plan holds, it can look at it, and what it finds can be worded."""
        seen: list[str] = []
        spy = _spy(self.rule, seen)
        for plan in (*self.plans(), *self._examples()):
            report = check_plan(plan, [spy], law=self._law())
            broken = [found for found in report if found.slug == "rule-failed"]
            if broken and not seen:
                seen.append(f"its message cannot be worded: {broken[0].facts['reason']}")
        none_of([f"it raised {what}" for what in seen], most=3)

    def test_it_leaves_the_plan_as_it_was(self) -> None:
        """Checking changes nothing."""
        for plan in (*self._examples(), *self.plans()):
            given = pickle.loads(pickle.dumps(plan))  # noqa: S301 -- made here
            before = pickle.dumps(given)
            self._found(given)
            if pickle.dumps(given) != before:
                fail("it changes the plan that it looks at")

    def test_it_answers_the_same_twice(self) -> None:
        """The same plan has the same findings, whatever was checked before."""
        plans = (*self._examples(), *self.plans())
        first = [_words(self._found(plan)) for plan in plans]
        again = [_words(self._found(plan)) for plan in plans]
        if first != again:
            fail("it finds something else the second time; keep nothing from one check to the next")

    def test_its_fixes_mend(self) -> None:
        """A fix fits and takes its finding away, at the latest in the eighth round; only a rule that says so has any."""
        for plan in (*self._examples(), *self.plans()):
            for found in self._found(plan):
                if found.fix is not None and not self.rule.fixable:
                    fail("a finding has a fix, and the rule does not say that it is `fixable`")
                if found.fix is not None:
                    self._mend(plan, found)

    def _mend(self, plan: Plan, found: Finding) -> None:
        """Mend as a Kit does: until nothing is left of the finding."""
        left: list[Finding] = [found]
        for _ in range(_ROUNDS):
            fix = left[0].fix
            mended = None if fix is None else fix.applied(plan)
            if mended is None or mended == plan:
                fail(f"its fix does not fit the plan in which it was found: {fix}")
            plan = mended
            left = [
                each
                for each in self._found(plan)
                if each.fix is not None and (each.path, each.words) == (found.path, found.words)
            ]
            if not left:
                return
        fail(f"its fix does not mend: the same is found again ({found.message('en')})")

    def test_its_message_names_nobody(self) -> None:
        """No message repeats what a plan says of a named person, unless the rule is there to find that."""
        if self.rule.finds_personal_data:
            return
        for plan in (*self._examples(), *self.plans()[:3]):
            for changed in (_with_a_person(plan), _of_persons(plan)):
                for found in self._found(changed):
                    for lang in LANGS:
                        if _NAME in _said(found, lang):
                            fail(
                                f"a message names a person: {_said(found, lang)}; leave out items that are private"
                            )

    # ------------------------------------------------------------ what they share

    def _page(self) -> str:
        return inspect.cleandoc(type(self.rule).__doc__ or "")

    def _example(self, nth: int) -> Plan:
        """A plan of the page: the example, or what to write instead; a list is its content, without a period it is of 2026."""
        blocks = re.findall(r"```yaml\n(.*?)```", self._page(), flags=re.DOTALL)
        if nth >= len(blocks):
            skip("its page lacks it, which another check looks at")
        text = blocks[nth] if not blocks[nth].startswith("-") else f"content:\n{blocks[nth]}"
        try:
            plan = load_plan(text)
        except UnionkitError as error:
            fail(f"the plan in its page does not load: {error.message('en')}")
        period = Period(year=2026, half=2) if plan.period == Period() else plan.period
        return attrs.evolve(plan, pack=self.rule.pack or plan.pack, period=period)

    def _examples(self) -> list[Plan]:
        """The plans of the page, as far as there are any."""
        blocks = re.findall(r"```yaml\n(.*?)```", self._page(), flags=re.DOTALL)
        found = []
        for nth in range(len(blocks)):
            try:
                found.append(self._example(nth))
            except AssertionError:
                continue
        return found

    def _law(self) -> Any:
        from unionkit.rules import built_in_law  # noqa: PLC0415 -- most rules ask for no law

        if self.kit is None:
            return built_in_law()
        return self.kit.law_for(self.rule.pack if self.rule.pack in self.kit.packs else None)

    def _silent(self) -> bool:
        return any(name not in self._law().parameters for name in self.rule.parameters)

    def _found(self, plan: Plan) -> list[Finding]:
        """What it finds; nothing where it raises, which has a check of its own."""
        report = check_plan(plan, [self.rule], law=self._law())
        return [found for found in report if found.code == self.rule.code]


def _is_english(text: str) -> bool:
    """Whether a text is English: a message may quote some Chinese words, and names of facts do not count."""
    plain = re.sub(r"“[^”]*”|\{[^}]*\}", "", text)
    return len(_LATIN.findall(plain)) > 2 * len(_HAN.findall(plain))


def _words(findings: list[Finding]) -> list[tuple[object, ...]]:
    return [(found.path, found.words, found.message("zh"), found.message("en")) for found in findings]


def _said(found: Finding, lang: Lang) -> str:
    return found.message(lang)


def _spy(rule: Rule, seen: list[str]) -> Rule:
    """The rule; what it raises is noted with its place, and raised all the same."""

    class Spy(type(rule)):  # type: ignore[misc]
        def check(self, node: object, check: Any) -> Iterator[Any]:
            yield from _noting(super().check, seen, node, check)

        def found(self, hit: Any, check: Any) -> Iterator[Any]:
            yield from _noting(super().found, seen, hit, check)

    if not isinstance(rule, TextRule):
        del Spy.found
    spied: Rule = copy.copy(rule)
    spied.__class__ = Spy
    return spied


def _noting(ask: Any, seen: list[str], node: object, check: Any) -> Iterator[Any]:
    try:
        yield from ask(node, check)
    except Exception as error:
        seen.append(told(error))
        raise


def _with_a_person(plan: Plan) -> Plan:
    """The plan with private items of all kinds besides."""
    private = (
        Activity(title=_NAME, owner=_NAME, private=True),
        WelfareMeasure(title=_NAME, private=True),
        Goal(indicator=_NAME, keep=True, private=True),
        Result(indicator=_NAME, private=True),
        Paragraph(text=f"看望{_NAME}。", facts=[Activity(title=f"看望{_NAME}", words=_NAME, private=True)]),
    )
    return attrs.evolve(plan, content=(*plan.content, Part(content=private)))


def _of_persons(plan: Plan) -> Plan:
    """The plan; each item in it is private, and called by a name."""

    def named(node: Any) -> Any:
        if isinstance(node, Part):
            return attrs.evolve(node, content=[named(inner) for inner in node.content])
        if isinstance(node, Activity | WelfareMeasure):
            return attrs.evolve(node, title=_NAME, private=True)
        if isinstance(node, Goal | Result):
            return attrs.evolve(node, indicator=_NAME, private=True)
        return node

    return attrs.evolve(plan, content=[named(node) for node in plan.content])
