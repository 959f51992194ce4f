"""Checks: starter plans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from unionkit.errors import Lang, SourceFileError, UnionkitError
from unionkit.files import PlanFile, to_dict
from unionkit.hookspecs import Answer, Pack, Question
from unionkit.kit import Kit
from unionkit.model import CORE_VOCABULARY, Plan
from unionkit.rules import Severity

from ._base import PackChecks
from ._contract import none_of, told
from ._examined import LANGS, YEARS
from ._filling import leaves
from ._sample import answers, drawn

HALVES: Final = (1, 2)
DRAWN_ANSWERS: Final = 8
"""How many sets of answers are drawn for each half year."""

HOSTILE: Final = "清河“甲”{{ 7 * 7 }}: {% x %} # 'a' \\ \"b\" [c] {d} & *e !f %g @h `i` | > -尾"
"""An answer that means something to templates and to YAML, and is nothing but a name."""

_OF_TOOLS: Final = "UK9"
"""How codes of findings begin that are about rules and plugins, not about the plan."""

_SYNTAX: Final = re.compile(r"\{\{|\{%|%\}|\{#")


class StarterChecks(PackChecks):
    """Starter plans: complete in both halves and languages, and clean whatever is answered."""

    def test_starters_exist(self) -> None:
        """Each pack has a starter plan for both halves of the year, in Chinese and in English."""
        none_of(
            [
                f"the pack {pack.name!r} has no starter for half {half} in {lang!r}"
                for pack in self.examined.packs
                for half in HALVES
                for lang in LANGS
                if (half, lang) not in pack.starters
            ]
        )

    def test_starters_load(self) -> None:
        """Each starter can be made and loaded for every half year and school term from 2024 to 2035."""
        problems: list[str] = []
        for pack, lang, asked in self._asked_for():
            try:
                _loaded(self.examined.kits[lang], pack, asked)
            except Exception as error:
                problems.append(f"the starter for {_said(asked)} in {lang!r} cannot be used: {_why(error)}")
        none_of(problems, most=4)

    def test_starters_are_of_their_pack_and_period(self) -> None:
        """A starter names its pack, the pack's sector, and the half year that was asked for."""
        problems: list[str] = []
        for pack, lang, asked, plan in self._starting_plans():
            where = f"the starter for {_said(asked)} in {lang!r}"
            if plan.pack != pack.name:
                problems.append(f"{where} names the pack {plan.pack!r}, not {pack.name!r}")
            known = pack.sector in {**CORE_VOCABULARY.sectors, **pack.vocabulary.sectors}
            if known and plan.organization.sector != pack.sector:
                problems.append(f"{where} names the sector {plan.organization.sector!r}, not {pack.sector!r}")
            period = (plan.period.year, plan.period.half)
            if "half" in asked and period != (asked["year"], asked["half"]):
                problems.append(f"{where} is for year and half {period}")
        none_of(problems, most=4)

    def test_starters_are_clean(self) -> None:
        """With the defaults, nothing is found at warning or error from 2024 to 2035."""
        problems: list[str] = []
        for pack, lang, asked, _ in self._starting_plans():
            found = _findings(self.examined.kits[lang], pack, asked)
            problems += [f"the starter for {_said(asked)} in {lang!r}: {each}" for each in found]
        none_of(problems, most=4)

    def test_starters_are_clean_whatever_is_answered(self) -> None:
        """With any answers that fit the questions, nothing more is found than with the defaults."""
        problems: list[str] = []
        for pack in self.examined.packs:
            for half in HALVES:
                if not pack.questions_of(half):
                    continue
                for nth, given in enumerate(drawn(answers(pack, half=half), DRAWN_ANSWERS)):
                    kit = self.examined.kits[LANGS[nth % 2]]
                    asked = {"year": YEARS[nth % len(YEARS)], "half": half}
                    try:
                        usual = _usual_codes(kit, pack.name, asked["year"], half)
                        found_now = _findings(kit, pack, asked, given)
                    except UnionkitError:  # other checks look at what cannot be loaded
                        continue
                    problems += [
                        f"the starter for {_said(asked)} with the answers {given}: {found}"
                        for found in found_now
                        if found.partition(" ")[0] not in usual
                    ]
        none_of(problems, most=4)

    def test_answers_arrive(self) -> None:
        """Each answer arrives in the plan, a text as it was given: quotes, colons, braces and all."""
        problems: list[str] = []
        for pack in self.examined.packs:
            for half in HALVES:
                for lang in LANGS:
                    if (pack.name, lang, half) in self.examined.starters:
                        problems += _not_arrived(self.examined.kits[lang], pack, half)
        none_of(problems, most=4)

    def test_starters_hold_no_template_syntax(self) -> None:
        """What is made holds no braces of the template language: nobody fills those in."""
        none_of(
            [
                f"the starter for half {half} in {lang!r} holds “{found[0]}”: {_line(text, found.start())}"
                for (_, lang, half), (text, _) in self.examined.starters.items()
                if (found := _SYNTAX.search(text))
            ]
        )

    def test_starters_say_the_same_in_both_languages(self) -> None:
        """The Chinese and the English starter have the same parts, items, kinds and sums, in the same order."""
        problems: list[str] = []
        for pack in self.examined.packs:
            for half in HALVES:
                both = [self.examined.starters.get((pack.name, lang, half)) for lang in LANGS]
                if None in both or len({pack.starters.get((half, lang)) for lang in LANGS} - {None}) < 2:
                    continue  # another check says what is missing
                zh, en = (_skeleton(found[1]) for found in both if found is not None)
                if zh != en:
                    at = next(
                        (n for n, pair in enumerate(zip(zh, en, strict=False)) if pair[0] != pair[1]), -1
                    )
                    problems.append(
                        f"the starters for half {half} differ: {len(zh)} parts and items in Chinese, {len(en)} in English"
                        + (f"; first: {zh[at]} and {en[at]}" if at >= 0 else "")
                    )
        none_of(problems)

    # ------------------------------------------------------------ what they share

    def _asked_for(self) -> Iterator[tuple[Pack, Lang, dict[str, int]]]:
        """What can be asked of the starters that there are, one for each language and period."""
        for pack in self.examined.packs:
            for half, lang in sorted(pack.starters):
                if half not in HALVES or lang not in LANGS:
                    continue
                for year in YEARS:
                    yield pack, lang, {"year": year, "half": half}
                    if pack.terms:
                        yield pack, lang, {"year": year, "term": 3 - half}

    def _starting_plans(self) -> Iterator[tuple[Pack, Lang, dict[str, int], Plan]]:
        """The starters that load."""
        for pack, lang, asked in self._asked_for():
            try:
                yield pack, lang, asked, _loaded(self.examined.kits[lang], pack, asked).plan
            except UnionkitError:  # another check says why
                continue


@lru_cache(maxsize=512)
def _default(kit: Kit, pack: str, asked: tuple[tuple[str, int], ...]) -> PlanFile:
    """A starter with the defaults; each is asked for by several checks."""
    options: dict[str, Any] = dict(asked)
    return kit.loads(kit.new(pack, **options), name="starter")


@lru_cache(maxsize=512)
def _usual_codes(kit: Kit, pack: str, year: int, half: int) -> frozenset[str]:
    """What is found in a starter with the defaults: a check of its own looks at that."""
    return frozenset(found.code for found in kit.check(_default(kit, pack, (("year", year), ("half", half)))))


def _loaded(
    kit: Kit, pack: Pack, asked: Mapping[str, int], given: Mapping[str, object] | None = None
) -> PlanFile:
    if given is None:
        return _default(kit, pack.name, tuple(asked.items()))
    options: dict[str, Any] = dict(asked)
    return kit.loads(kit.new(pack.name, answers=given, **options), name="starter")


def _findings(
    kit: Kit, pack: Pack, asked: Mapping[str, int], given: Mapping[str, object] | None = None
) -> list[str]:
    """What is found at warning or error: code, line and message."""
    return [
        f"{found.code} {f'line {found.place.line}: ' if found.place else ''}{found.message('en')}"
        for found in kit.check(_loaded(kit, pack, asked, given))
        if found.severity is not Severity.INFO and not found.code.startswith(_OF_TOOLS)
    ]


def _said(asked: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {value}" for name, value in asked.items())


def _why(error: Exception) -> str:
    if isinstance(error, SourceFileError):
        return "; ".join(problem.message("en") for problem in error.problems[:2])
    return told(error)


def _line(text: str, at: int) -> str:
    return f"line {text.count(chr(10), 0, at) + 1}, {text[at : at + 40].splitlines()[0]!r}"


def _skeleton(plan: Plan) -> list[tuple[object, ...]]:
    names = ("role", "kind", "per_head", "cost", "headcount", "keep")
    found: list[tuple[object, ...]] = [
        (type(node).__name__, *(str(getattr(node, name, "")) for name in names)) for _, node in plan.walk()
    ]
    if plan.budget is not None:
        lines = (*plan.budget.income, *plan.budget.expenditure)
        found += [("budget line", line.account, str(line.amount)) for line in lines]
    return found


# ---------------------------------------------------------------- answers, one by one


def _not_arrived(kit: Kit, pack: Pack, half: int) -> Iterator[str]:
    """What is answered and found nowhere, question by question."""
    asked = {"year": 2026, "half": half}
    defaults = kit.answers(pack.name, half=half)
    usual = _loaded(kit, pack, asked).plan
    for question in pack.questions_of(half):
        where = f"the answer to {question.name!r} (half {half}, {kit.lang!r})"
        answer = _other(question, defaults)
        if answer is None:
            continue
        try:
            plan = _loaded(kit, pack, asked, {question.name: answer}).plan
        except UnionkitError as error:
            yield f"{where} breaks the starter, so it must be quoted in the template: {_why(error)}"
            continue
        if plan == usual:
            yield f"{where} changes nothing in the plan; use it in the template, or do not ask"
        elif question.kind == "text" and not _holds(plan, str(answer)):
            yield f"{where} does not arrive as it was given; quote it in the template: {answer}"


def _other(question: Question, defaults: Mapping[str, Answer]) -> Answer | None:
    """An answer that fits and is not the default; None where there is none."""
    match question.kind:
        case "text":
            return HOSTILE
        case "region":
            return next(region for region in ("四川省", "上海市") if region != defaults[question.name])
        case "choices":
            chosen = defaults[question.name]
            return chosen[1:] if isinstance(chosen, tuple) and chosen else (question.choices[0].name,)
        case "count":
            bound = defaults.get(question.at_most)
            most = min(question.most, bound) if isinstance(bound, int) else question.most
            default = defaults[question.name]
            return next((count for count in range(most, question.least - 1, -1) if count != default), None)


def _holds(plan: Plan, text: str) -> bool:
    return any(isinstance(value, str) and text in value for _, value in leaves(to_dict(plan)))
