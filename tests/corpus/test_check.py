"""What the rules say about twelve real plans: what is wrong with them is found, and nobody is shouted at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

import attrs
import pytest
import yaml

from unionkit import Kit
from unionkit.model import Period, texts
from unionkit.readers import Reading
from unionkit.rules import Finding, Severity

from .sources import REAL, needs_corpus

KIT: Final = Kit(discover=False)
PAGE: Final = Path(__file__).parents[2] / "docs" / "explanation" / "what-the-rules-say-about-real-plans.md"

COVERED: Final[Mapping[str, frozenset[str]]] = {
    "announced-count-mismatch": frozenset({"UK733", "UK134"}),
    "approx-doubled": frozenset({"UK827"}),
    "elided-term": frozenset({"UK718", "UK751"}),
    "empty-section": frozenset({"UK142"}),
    "emptied-quote": frozenset({"UK819"}),
    "escaped-quote": frozenset({"UK818"}),
    "marker-variant": frozenset({"UK125", "UK126", "UK127", "UK128", "UK129", "UK131", "UK141"}),
    "masked": frozenset({"UK701", "UK702", "UK718"}),
    "missing-heading": frozenset({"UK137", "UK138", "UK139"}),
    "missing-progress": frozenset({"UK312"}),
    "missing-unit": frozenset({"UK829"}),
    "mixed-sector": frozenset({"UK705", "UK706"}),
    "numbering-gap": frozenset({"UK123"}),
    "numbering-mixed": frozenset({"UK131", "UK132"}),
    "numbering-orphan": frozenset({"UK133"}),
    "numbering-restart": frozenset({"UK124", "UK134"}),
    "numbering-start": frozenset({"UK122"}),
    "out-of-period": frozenset({"UK401", "UK402", "UK722"}),
    "period-mismatch": frozenset({"UK723", "UK724"}),
    "punctuation-mixed": frozenset({"UK815"}),
    "quote-mixed": frozenset({"UK818"}),
    "reference-conflict": frozenset({"UK714", "UK715", "UK717"}),
    "repeated-item": frozenset({"UK159"}),
    "stray-space": frozenset({"UK833"}),
    "term-mismatch": frozenset({"UK736"}),
    "typo": frozenset({"UK751", "UK752", "UK841"}),
    "unbalanced-quote": frozenset({"UK817"}),
    "undefined-reference": frozenset({"UK731"}),
    "voice": frozenset({"UK844"}),
}
"""Which rules find a kind of fault."""

MENDED: Final[Mapping[str, str]] = {
    "broken-line": "the reader joins the lines, so that nothing is broken in the plan (UK147 finds it in plan files)",
    "embedded-heading": "the reader makes a heading of it (UK136 finds it in plan files)",
    "embedded-noise": "the reader takes it out (UK707 finds it in plan files)",
    "trailing-noise": "the reader takes it out (UK707 finds it in plan files)",
}
"""Faults of the text that a plan no longer has once it is read, and why."""

UNDECIDED: Final[Mapping[str, str]] = {
    "ambiguous-schedule": "the dates are in order each; which of them is meant only the author knows",
    "contradiction": "one has to understand both sentences",
    "duplicate-text": "the same text stands in another plan, which a check of one plan does not see",
    "implausible-number": "whether a sum is too large for what it is spent on takes knowledge of the place",
    "incomplete-sentence": "it takes a parser of Chinese to miss a predicate",
    "missing-punctuation": "it takes a parser of Chinese to see where a clause ends",
    "mixed-tense": "a target in a review may well stand there to be compared with what was reached",
    "numbering-level-shift": "the numbers are in order; that they were others shows only in another plan",
    "parse-trap": "nothing is wrong with the text: it is a trap for readers",
    "personal-data": "the name is masked in the source; of a name, nothing is left to be found",
    "truncated": "the text ends with a full stop; that it went on shows only in another plan",
}
"""Faults that a rule cannot decide, and why."""

WARNINGS: Final[Mapping[str, int]] = {
    "plan-01": 1,
    "plan-02": 3,
    "plan-03": 8,
    "plan-04": 2,
    "plan-05": 13,
    "plan-06": 6,
    "plan-07": 3,
    "plan-08": 3,
    "plan-09": 8,
    "plan-10": 7,
    "plan-11": 6,
    "plan-12": 5,
}
"""How many findings a plan has as shown by default, plan by plan."""

OUT_OF_DATE: Final = frozenset({"UK711", "UK712", "UK714", "UK744"})
"""What the rules say in addition when a plan has a year."""

SHARE: Final = 0.8
USUAL, MOST = 12, 20

_WITH_OTHER_HALF: Final = frozenset({"quote-mixed"})
"""Kinds of faults between two places of a sentence, of which the list of faults names one."""

pytestmark = needs_corpus


class Fault(NamedTuple):
    """What someone who read a plan found wrong with it, and whether a rule finds it too."""

    plan: str
    kind: str
    text: str
    found: bool


@cache
def checked(path: Path) -> tuple[Reading, tuple[Finding, ...]]:
    """A plan as it was read, and what the rules say about it."""
    reading = KIT.read(path)
    return reading, tuple(KIT.check(reading))


def shown(path: Path) -> tuple[Finding, ...]:
    """What is said about a plan when nobody asks for more."""
    return tuple(finding for finding in checked(path)[1] if finding.severity is not Severity.INFO)


def as_of_2026(path: Path) -> Reading:
    """A plan as if it were made for the second half of 2026 by a union of Shandong."""
    reading, _ = checked(path)
    ours = attrs.evolve(reading.plan.organization, name="清河工会", region="山东省")
    plan = attrs.evolve(reading.plan, period=Period(year=2026, half=2), organization=ours)
    return attrs.evolve(reading, plan=plan)


def faults_of(path: Path) -> list[dict[str, str]]:
    """The faults of a plan, as a reader listed them."""
    faults: list[dict[str, str]] = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))[
        "faults"
    ]
    return faults


def places(finding: Finding, source: str) -> Iterator[range]:
    """Where in the source a finding points, in characters."""
    starts = list(accumulate(map(len, source.splitlines(keepends=True)), initial=0))
    for place in (finding.place, *(spot.place for spot in finding.others)):
        if place is not None:
            yield range(
                starts[place.line - 1] + place.column - 1, starts[place.end_line - 1] + place.end_column - 1
            )


def occurrences(fault: Mapping[str, str], source: str) -> list[range]:
    """Where in the source the text of a fault stands; white space and the backslash before a quote do not count."""
    signs = [re.escape(sign) for sign in re.sub(r'\s|\\(?=")', "", fault["text"])]
    pattern = r"(?:\s|\\(?=\"))*".join(signs)
    if fault["kind"] in _WITH_OTHER_HALF:
        pattern = rf"[^。\n]*{pattern}[^。\n]*"
    return [range(*match.span()) for match in re.finditer(pattern, source)]


@cache
def judged() -> tuple[Fault, ...]:
    """Every fault of a kind that rules cover."""
    told = []
    for path in REAL:
        reading, findings = checked(path)
        for fault in faults_of(path):
            codes = COVERED.get(fault["kind"], frozenset())
            if not codes:
                continue
            where = occurrences(fault, reading.source)
            assert where, f"{path.stem}: {fault['text']} does not stand in the source"
            found = any(
                max(here.start, there.start) < min(here.stop, there.stop)
                for finding in findings
                if finding.code in codes
                for here in places(finding, reading.source)
                for there in where
            )
            told.append(Fault(path.stem, fault["kind"], fault["text"], found))
    return tuple(told)


def by_kind() -> str:
    """How many faults of each kind are found, and which are not."""
    lines = []
    for kind in sorted(COVERED):
        faults = [fault for fault in judged() if fault.kind == kind]
        missed = ", ".join(f"{fault.plan} {fault.text}" for fault in faults if not fault.found)
        lines.append(f"{kind}: {sum(fault.found for fault in faults)} of {len(faults)} {missed}".rstrip())
    return "\n".join(lines)


def test_every_kind_of_fault_is_covered_or_said_not_to_be() -> None:
    """Each kind that the plans have stands in one of the tables, and no table has another."""
    kinds = {fault["kind"] for path in REAL for fault in faults_of(path)}

    assert sorted((*COVERED, *MENDED, *UNDECIDED)) == sorted(kinds)


def test_the_rules_named_for_a_kind_exist() -> None:
    """A rule that is renamed or taken out is noticed here."""
    assert set().union(*COVERED.values()) <= {rule.code for rule in KIT.rules}


def test_faults_of_the_kinds_that_rules_cover_are_found() -> None:
    """At least four in five, counted over all kinds."""
    found = sum(fault.found for fault in judged())

    assert found >= SHARE * len(judged()), f"{found} of {len(judged())} found\n{by_kind()}"


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_what_the_reader_mends_is_wrong_no_more(path: Path) -> None:
    """Noise is out, a heading within a line is one, and a sentence cut by a line break is whole again."""
    reading, _ = checked(path)
    said = ["".join(text.split()) for _, text in texts(reading.plan)]
    for fault in faults_of(path):
        if fault["kind"] not in MENDED:
            continue
        text = "".join(fault["text"].split())
        if fault["kind"] == "embedded-heading":
            assert not any(text in each for each in said), text
        elif fault["kind"].endswith("-noise"):
            assert any(
                noise.span[0] <= where.stop + len("\n") and where.start <= noise.span[1]
                for noise in reading.noise
                for where in occurrences(fault, reading.source)
            ), text
        else:
            (where,) = occurrences(fault, reading.source)
            following = reading.source[where.stop :].split()[0][:4]
            assert any(f"{text}{following}" in each for each in said), text


@pytest.mark.parametrize("dated", [False, True], ids=["as read", "with year and region"])
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_no_plan_breaks_a_binding_rule(path: Path, dated: bool) -> None:
    """None of the twelve says anything that a law forbids, so there is no error; nor is there when dates decide."""
    findings = KIT.check(as_of_2026(path)) if dated else checked(path)[1]

    assert not [(finding.code, finding.place) for finding in findings if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_year_adds_only_what_is_out_of_date(path: Path) -> None:
    """In a plan for 2026 campaigns, slogans, congresses and authorities of the past are found as well, and no more."""
    before, after = (
        Counter(each.code for each in found) for found in (checked(path)[1], KIT.check(as_of_2026(path)))
    )

    assert not before - after
    assert set(after - before) <= OUT_OF_DATE
    assert sum(finding.severity is not Severity.INFO for finding in KIT.check(as_of_2026(path))) <= MOST


def test_nobody_is_shouted_at() -> None:
    """The usual plan has few findings as they are shown, and none has many."""
    counts = [len(shown(path)) for path in REAL]

    assert median(counts) <= USUAL
    assert max(counts) <= MOST


def test_the_number_of_warnings_is_as_recorded() -> None:
    """A new rule that says something about these plans is noticed; its findings are read before the table is changed."""
    assert {path.stem: len(shown(path)) for path in REAL} == WARNINGS


def test_the_page_about_these_plans_tells_what_is_so() -> None:
    """Its tables by plan, by kind and by rule are those of today."""
    rows = re.findall(r"^\| (.+?) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in rows]
    told = Counter((f.code, f.severity is Severity.INFO) for path in REAL for f in checked(path)[1])
    kinds = Counter(fault.kind for fault in judged())
    found = Counter(fault.kind for fault in judged() if fault.found)

    for number, path in enumerate(REAL, start=1):
        hints = len(checked(path)[1]) - len(shown(path))
        assert (str(number), str(len(shown(path))), str(hints)) in cells
    for kind, count in kinds.items():
        assert (kind, f"{found[kind]} of {count}") in {cell[:2] for cell in cells}
    by_rule = {cell[0].split()[0]: cell[1:3] for cell in cells if cell[0].startswith("UK")}
    assert by_rule == {code: (str(told[code, False] or ""), str(told[code, True] or "")) for code, _ in told}
