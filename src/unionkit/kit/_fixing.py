"""Mending a plan: fixes are applied round by round until nothing changes, and one that makes a new finding is taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import attrs

from unionkit.errors import ImpossibleValueError
from unionkit.files import PlanFile
from unionkit.model import Path, Plan, Value
from unionkit.rules import Finding, Report, Severity, identities, mended

from ._subject import Subject, plan_of

_ROUNDS: Final = 10
"""After so many rounds, fixes that undo one another are left to the author."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Fixed(Value):
    """
    A plan that was mended as far as fixes go.

    Attributes:
        plan: The plan.

        text: The text of its file, changed where the plan is; None for a plan that did not come from a plan file.

        count: How many findings were mended.

        report: What is left.

        unwritten: Findings whose fix cannot be written into the file without changing something else.
    """

    plan: Plan
    text: str | None = attrs.field(default=None, repr=False)
    count: int = 0
    report: Report
    unwritten: tuple[Finding, ...] = ()


def fixed(
    subject: Subject,
    *,
    check: Callable[[Subject], Report],
    load: Callable[[str, str], PlanFile],
    least: Severity = Severity.INFO,
) -> Fixed:
    """
    Mend what can be mended.

    Args:
        subject: A plan, a plan file or a reading; of a reading, the plan is mended.

        check: Checks a subject.

        load: Loads the text of a plan file of this name.

        least: Only findings that weigh as much, or more.
    """
    start = subject if isinstance(subject, PlanFile) else plan_of(subject)
    if isinstance(start, PlanFile):
        start.edited(start.plan)  # refuses a file of an older format
    fixing = _Fixing(start, check=check, load=load, least=least)
    for _ in range(_ROUNDS):
        if not fixing.goes_on():
            break
    return fixing.outcome()


class _Fixing:
    """A plan on its way."""

    def __init__(
        self,
        subject: Plan | PlanFile,
        *,
        check: Callable[[Subject], Report],
        load: Callable[[str, str], PlanFile],
        least: Severity,
    ) -> None:
        self._subject = subject
        self._check = check
        self._load = load
        self._least = least
        self._report = check(subject)
        self._count = 0
        self._refused: set[tuple[str, tuple[str, ...]]] = set()
        self._unwritten: dict[tuple[str, tuple[str, ...]], Finding] = {}

    def goes_on(self) -> bool:
        """Make one round, and say whether anything changed."""
        todo = [finding for finding in self._report if self._is_wanted(finding)]
        if not todo:
            return False
        before = self._count
        if not self._all_at_once(todo):
            for finding in todo:
                self._one(finding)
        return self._count > before

    def outcome(self) -> Fixed:
        """Return what came of it."""
        return Fixed(
            plan=plan_of(self._subject),
            text=self._subject.text if isinstance(self._subject, PlanFile) else None,
            count=self._count,
            report=self._report,
            unwritten=tuple(self._unwritten.values()),
        )

    def _is_wanted(self, finding: Finding) -> bool:
        if finding.fix is None or finding.severity.rank < self._least.rank:
            return False
        return self._key(finding) not in self._refused

    def _key(self, finding: Finding) -> tuple[str, tuple[str, ...]]:
        return finding.code, identities(plan_of(self._subject), finding)

    def _all_at_once(self, todo: Iterable[Finding]) -> bool:
        plan, done = mended(plan_of(self._subject), (each.fix for each in todo if each.fix is not None))
        try:
            return bool(done) and self._takes(plan, len(done))
        except ImpossibleValueError:
            return False

    def _one(self, finding: Finding) -> None:
        plan, done = mended(plan_of(self._subject), [finding.fix] if finding.fix is not None else [])
        if not done:
            return
        key = self._key(finding)
        try:
            if not self._takes(plan, 1):
                self._refused.add(key)
        except ImpossibleValueError:
            self._refused.add(key)
            self._unwritten[key] = finding

    def _takes(self, plan: Plan, count: int) -> bool:
        """Go on from a mended plan, unless it brings a finding that was not there."""
        made: Plan | PlanFile = plan
        if isinstance(self._subject, PlanFile):
            made = self._load(self._subject.edited(plan), self._subject.name)
        report = self._check(made)
        if _brings_new(plan_of(self._subject), self._report, plan, report):
            return False
        self._subject, self._report = made, report
        self._count += count
        return True


def _brings_new(old_plan: Plan, old: Report, new_plan: Plan, new: Report) -> bool:
    """
    Whether a finding is new: nothing of its code was found at its place, and nothing of its code and identity anywhere.

    (The words of a paragraph are part of the identity of what is found in it, and a fix may have changed them.)
    """
    places = Counter(at for at, _ in _spots(old_plan, old))
    known = Counter(told for _, told in _spots(old_plan, old))
    for at, told in _spots(new_plan, new):
        if places[at]:
            places[at] -= 1
        elif known[told]:
            known[told] -= 1
        else:
            return True
    return False


def _spots(plan: Plan, report: Report) -> Iterator[tuple[tuple[str, Path], tuple[str, str]]]:
    """Code and path, and code and identity, of each place that was found."""
    for finding in report:
        paths = (finding.path, *(spot.path for spot in finding.others))
        for path, told in zip(paths, identities(plan, finding), strict=True):
            yield (finding.code, path), (finding.code, told)
