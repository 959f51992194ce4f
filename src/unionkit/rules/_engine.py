"""The engine: one walk over the plan, each rule asked only for the nodes that it names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import attrs

from unionkit.almanac import ALMANAC, Almanac
from unionkit.errors import Lang
from unionkit.model import CORE_VOCABULARY, Path, Plan, Vocabulary, private_paths, texts

from ._calendar import Calendar
from ._finding import Finding, Report, Severity, Silence
from ._rule import Check, Passage, Rule

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
) -> Report:
    """
    Ask every rule about the plan.

    Args:
        plan: The plan.

        rules: The rules; those of other packs than the plan's are left out.

        on: The day whose law applies. None: the last day of the plan's period; without a year only what never
            changed applies, and the report says which rules were silent.

        vocabulary: The names that core and packs know.

        almanac: When festivals, terms and holidays are; that of the organization's region is taken.
    """
    day = on or plan.period.end
    asked: dict[type, list[Rule]] = {}
    silent = []
    for rule in sorted(rules, key=lambda rule: rule.code):
        if rule.pack not in (None, plan.pack):
            continue
        if rule.needs_year and plan.period.start is None:
            silent.append(_needs_a_year(rule))
        elif day is None and (rule.basis.since or rule.basis.until):
            silent.append(_needs_a_date(rule))
        elif day is None or rule.basis.holds(day):
            for kind in rule.nodes:
                asked.setdefault(kind, []).append(rule)
    hidden = _hidden(plan)
    almanac = almanac.for_region(plan.organization.region)
    calendar = Calendar(plan, almanac)
    broken: dict[str, list[Finding]] = {}
    findings: list[Finding] = []
    for path, node in _nodes(plan):
        asking = asked.get(type(node))
        if not asking:
            continue
        check = Check(plan=plan, path=path, vocabulary=vocabulary, almanac=almanac, calendar=calendar)
        for rule in asking:
            for finding in _ask(rule, node, check):
                if finding.code == _BROKEN:
                    broken.setdefault(rule.code, []).append(finding)
                else:
                    private = hidden(path) or hidden(finding.path)
                    findings.append(attrs.evolve(finding, private=True) if private else finding)
    findings += [
        attrs.evolve(found[0], facts={**found[0].facts, "count": len(found)}) for found in broken.values()
    ]
    findings.sort(key=lambda finding: _reading_order(finding.path))
    return Report(findings=tuple(findings), silent=tuple(silent))


_ORDER: Final = (
    *("title", "addressee", "organization", "period"),
    *("marker", "heading", "text", "caption", "unit", "table", "rows", "facts", "content"),
    *("signature", "issued"),
)
"""Keys in the order in which a reader meets what stands under them; all others come first."""


def _reading_order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple(
        (step, "") if isinstance(step, int) else (_ORDER.index(step) if step in _ORDER else -1, step)
        for step in path
    )


def _hidden(plan: Plan) -> Callable[[Path], bool]:
    """Return what tells whether a place belongs to a named person."""
    private = frozenset(private_paths(plan))
    lengths = sorted({len(path) for path in private})
    return lambda path: any(path[:length] in private for length in lengths)


def _nodes(plan: Plan) -> Iterator[tuple[Path, object]]:
    yield (), plan
    yield ("organization",), plan.organization
    yield from plan.walk()
    yield from ((path, Passage(text)) for path, text in texts(plan))


def _ask(rule: Rule, node: object, check: Check) -> Iterator[Finding]:
    try:
        for finding in rule.check(node, check):
            for lang in _LANGS:
                finding.message(
                    lang
                )  # a wording that cannot be filled shows here, and not when it is printed
            yield finding
    except Exception as error:  # a rule is someone's code; the other rules go on
        yield Finding(
            code=_BROKEN,
            slug="rule-failed",
            severity=Severity.WARNING,
            path=check.path,
            facts={"rule": rule.code, "reason": f"{type(error).__name__}: {error}"},
            wording=_BROKEN_RULE,
        )


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
