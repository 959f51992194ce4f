"""The engine: one walk over the plan, each rule asked only for the nodes that it names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, cast

import attrs

from unionkit.almanac import ALMANAC, Almanac
from unionkit.errors import Lang
from unionkit.model import CORE_VOCABULARY, Path, Plan, Vocabulary

from ._calendar import Calendar
from ._finding import Finding, Report, Severity, Silence, Spot
from ._fix import merged_fixes
from ._law import Law, Ruling, built_in_law
from ._rule import Check, Rule, TextRule, compiled
from ._survey import Passage, Survey

_LANGS: Final[tuple[Lang, ...]] = ("zh", "en")
_BROKEN: Final = "UK902"
_BROKEN_RULE: Final[Mapping[str, str]] = {
    "zh": "规则 {rule} 自身出错，有 {count} 处没有检查，这是第一处：{reason}。请告知规则的作者。",
    "en": "The rule {rule} failed and left {count} places unchecked, this one first: {reason}. Tell its author.",
}


def check_plan(
    plan: Plan,
    rules: Iterable[Rule],
    *,
    on: dt.date | None = None,
    vocabulary: Vocabulary = CORE_VOCABULARY,
    almanac: Almanac = ALMANAC,
    law: Law | None = None,
) -> Report:
    """
    Ask every rule about the plan.

    Args:
        plan: The plan.

        rules: The rules; those of other packs than the plan's, or for other sectors, are left out.

        on: The day whose law applies. None: the last day of the plan's period; without a year only what never
            changed applies, and the report says which rules were silent.

        vocabulary: The names that core and packs know.

        almanac: When festivals, terms and holidays are; that of the organization's region is taken.

        law: The limits and duties that rules go by. None: those that unionkit knows.
    """
    return _Checking(plan, on or plan.period.end, vocabulary, almanac, law).report(rules)


class _Checking:
    """One check of one plan."""

    def __init__(
        self, plan: Plan, day: dt.date | None, vocabulary: Vocabulary, almanac: Almanac, law: Law | None
    ) -> None:
        self._plan = plan
        self._day = day
        self._vocabulary = vocabulary
        self._almanac = almanac.for_region(plan.organization.region)
        self._law = law
        self._survey = Survey(plan)
        self._calendar = Calendar(plan, self._almanac, self._survey.nodes)
        self._rulings: dict[str, Mapping[str, Ruling]] = {}
        self._checks: dict[str, Check] = {}
        self._found: list[Finding] = []
        self._silent: dict[Silence, None] = {}
        self._broken: dict[str, list[Finding]] = {}

    def report(self, rules: Iterable[Rule]) -> Report:
        """Return all that is found, in the order of the plan."""
        rules = tuple(rules)
        asked: dict[type, list[Rule]] = {}
        about_text: list[TextRule] = []
        for rule in sorted(rules, key=lambda rule: rule.code):
            if self._is_asked(rule):
                for kind in rule.nodes:
                    if kind is Passage and isinstance(rule, TextRule):
                        about_text.append(rule)
                    else:
                        asked.setdefault(kind, []).append(rule)
        for path, node in self._nodes(asked):
            self._ask(asked[type(node)], node, path)
        for text_rule in about_text:
            self._search(text_rule)
        findings = self._with_personal_data_hidden({rule.code for rule in rules if rule.finds_personal_data})
        findings.sort(key=lambda finding: (_reading_order(finding.path), finding.code))
        findings = _gathered(findings, {rule.code for rule in rules if rule.gathers})
        findings += [
            attrs.evolve(found[0], facts={**found[0].facts, "count": len(found)})
            for found in self._broken.values()
        ]
        findings.sort(key=lambda finding: _reading_order(finding.path))
        return Report(findings=tuple(findings), silent=tuple(self._silent))

    # ------------------------------------------------------------ who is asked

    def _is_asked(self, rule: Rule) -> bool:
        """Whether a rule is for this plan and can decide; one that cannot is silent."""
        plan, day = self._plan, self._day
        if rule.pack not in (None, plan.pack):
            return False
        if rule.sectors and plan.organization.sector not in rule.sectors:
            return False
        if rule.needs_year and plan.period.start is None:
            return self._is_silent(_needs_a_year(rule))
        if day is None and (rule.basis.since or rule.basis.until):
            return self._is_silent(_needs_a_date(rule))
        if day is not None and not rule.basis.holds(day):
            return False
        lacking = [key for key in rule.needs if _is_missing(plan, key)]
        if lacking:
            return self._is_silent(rule.lacks(", ".join(lacking)))
        if rule.parameters:
            rulings = {name: self._ruling(name) for name in rule.parameters}
            unknown = [name for name, ruling in rulings.items() if ruling is None]
            if unknown:
                return self._is_silent(self._no_limit(rule, unknown[0]))
            self._rulings[rule.code] = cast("dict[str, Ruling]", rulings)
        return True

    def _is_silent(self, silence: Silence) -> bool:
        self._silent[silence] = None
        return False

    def _ruling(self, name: str) -> Ruling | None:
        if self._law is None:
            self._law = built_in_law()
        ours = self._plan.organization
        return self._law.ruling(
            name, self._day, region=ours.region, sector=ours.sector, ownership=ours.ownership
        )

    def _no_limit(self, rule: Rule, name: str) -> Silence:
        law = self._law or Law()
        known = law.parameters.get(name)
        zh, en = (known.title_zh, known.title_en) if known else (name, name)
        if self._day is None:
            return _needs_a_date(rule)
        where = self._plan.organization.region
        return Silence(
            code=rule.code,
            reason_zh=f"没有{where or '未写地区时'}在 {self._day} 的“{zh}”；可写上 organization.region，或用自己的参数文件补充",
            reason_en=f"no “{en}” is known for {where or 'a plan without region'} on {self._day}; "
            "give organization.region, or a parameter file of your own",
        )

    # ------------------------------------------------------------ asking

    def _nodes(self, asked: Mapping[type, object]) -> Iterator[tuple[Path, object]]:
        """Yield everything that somebody asks for, in reading order."""
        plan, survey = self._plan, self._survey
        ours: tuple[tuple[Path, object], ...] = (((), plan), (("organization",), plan.organization))
        for path, node in (*ours, *survey.nodes):
            if type(node) in asked:
                yield path, node
        if Passage in asked:
            yield from ((path, Passage(text)) for path, text in survey.passages)

    def _check_at(self, path: Path, rule: Rule) -> Check:
        """Return what a rule may look at, which differs between its nodes by the path only."""
        code = rule.code if rule.parameters else ""
        check = self._checks.get(code)
        if check is None:
            check = self._checks[code] = Check(
                plan=self._plan,
                path=path,
                day=self._day,
                vocabulary=self._vocabulary,
                almanac=self._almanac,
                calendar=self._calendar,
                survey=self._survey,
                rulings=self._rulings.get(rule.code, _NO_RULINGS),
            )
        return check.at(path)

    def _ask(self, rules: Iterable[Rule], node: object, path: Path) -> None:
        """Ask rules about a node."""
        plain: Check | None = None  # the same for all rules that ask for no parameters
        for rule in rules:
            try:
                if rule.parameters:
                    answers = rule.check(node, self._check_at(path, rule))
                else:
                    plain = plain or self._check_at(path, rule)
                    answers = rule.check(node, plain)
                for answer in answers:
                    self._hear(answer, path)
            except (Exception, SystemExit) as error:  # a rule is someone's code; the other rules go on
                self._note_broken(rule, path, error)

    def _search(self, rule: TextRule) -> None:
        """Look for the pattern of a rule in all prose, and ask the rule about what is found."""
        try:
            hits = list(self._survey.hits(compiled(rule.pattern)))
        except (Exception, SystemExit) as error:  # a pattern is, too
            self._note_broken(rule, (), error)
            return
        for hit in hits:
            if rule.keys and hit.path[-1] not in rule.keys:
                continue
            try:
                for answer in rule.found(hit, self._check_at(hit.path, rule)):
                    self._hear(answer, hit.path)
            except (Exception, SystemExit) as error:
                self._note_broken(rule, hit.path, error)

    def _hear(self, answer: Finding | Silence, path: Path) -> None:
        if isinstance(answer, Silence):
            self._silent[answer] = None
            return
        for lang in _LANGS:
            answer.message(lang)  # a wording that cannot be filled shows here, and not when it is printed
        private = self._survey.private_part(answer.path) or self._survey.private_part(path)
        self._found.append(_hidden(answer, self._survey.words_at(private)) if private else answer)

    def _with_personal_data_hidden(self, codes: set[str]) -> list[Finding]:
        """The findings; none of those in a text that holds personal data repeats what stands there."""
        telling = {finding.path for finding in self._found if finding.code in codes}
        if not telling:
            return self._found
        return [
            attrs.evolve(finding, private=True)
            if finding.code in codes
            else _hidden(finding, self._survey.words_at(finding.path))
            if finding.path in telling
            else finding
            for finding in self._found
        ]

    def _note_broken(self, rule: Rule, path: Path, error: BaseException) -> None:
        finding = Finding(
            code=_BROKEN,
            slug="rule-failed",
            severity=Severity.WARNING,
            path=path,
            facts={"rule": rule.code, "reason": f"{type(error).__name__}: {error}"},
            wording=_BROKEN_RULE,
        )
        self._broken.setdefault(rule.code, []).append(finding)


def _hidden(finding: Finding, words: frozenset[str]) -> Finding:
    """A finding about a named person: what it says is kept, but for words that the plan says of the person."""
    withheld = {
        name
        for name, fact in finding.facts.items()
        if isinstance(fact, str) and any(fact in text or text in fact for text in words if text)
    }
    return attrs.evolve(finding, private=True, withheld=frozenset(withheld) | finding.withheld)


_NO_RULINGS: Final[Mapping[str, Ruling]] = {}


def _is_missing(plan: Plan, key: str) -> bool:
    value: object = plan
    for step in key.split("."):
        value = getattr(value, step, None)
    return value is None or value in ("", ())


def _gathered(findings: list[Finding], gathering: set[str]) -> list[Finding]:
    """The findings, those of a rule that gathers being one: the first, with the places of the others."""
    together: dict[tuple[str, bool], list[Finding]] = {}
    kept: list[Finding | list[Finding]] = []
    for finding in findings:
        if finding.code not in gathering:
            kept.append(finding)
            continue
        key = (finding.code, finding.private)
        if key not in together:
            together[key] = []
            kept.append(together[key])
        together[key].append(finding)
    return [_together(entry) if isinstance(entry, list) else entry for entry in kept]


def _together(findings: list[Finding]) -> Finding:
    first, *others = findings
    spots = tuple(Spot(each.path, each.words, each.nth) for each in others)
    return attrs.evolve(first, others=spots, fix=merged_fixes(each.fix for each in findings))


_IN_ORDER: Final = (
    *("title", "addressee", "organization", "period"),
    *("income", "carried_over", "expenditure"),
    *("marker", "heading", "text", "caption", "unit", "table", "rows", "facts", "content"),
    *("budget", "attachments", "signature", "issued", "approved", "note"),
)
"""Keys in the order in which a reader meets what stands under them; all others come first."""
_ORDER: Final = {key: (at, key) for at, key in enumerate(_IN_ORDER)}


def _reading_order(path: Path) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else _ORDER.get(step, (-1, step)) for step in path]


def _needs_a_year(rule: Rule) -> Silence:
    return Silence(
        code=rule.code,
        reason_zh="要知道是哪一年的日期，而计划没有年份；写上 period.year",
        reason_en="it goes by the days of a year, and the plan has none; give period.year",
    )


def _needs_a_date(rule: Rule) -> Silence:
    return Silence(
        code=rule.code,
        reason_zh="依据有生效日期，而计划没有年份；写上 period.year，或用 --on 指定日期",
        reason_en="its basis has a clock and the plan has no year; give period.year, or --on DATE",
    )
