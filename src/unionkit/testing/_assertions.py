"""What tests of downstream projects say of their plans."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from unionkit.kit import Kit, Subject
from unionkit.model import format_path

if TYPE_CHECKING:
    from unionkit.rules import Settings, Severity


def assert_clean(
    plan: Subject,
    *,
    kit: Kit | None = None,
    on: dt.date | None = None,
    pack: str | None = None,
    settings: Settings | None = None,
    least: Severity | None = None,
) -> None:
    """
    Assert that a check finds nothing in a plan; otherwise each finding is told with its place and what to do.

    Args:
        plan: A plan, a plan file or a reading.

        kit: The Kit to check with. None: one with everything that is installed.

        on: The day whose law applies, as in :meth:`unionkit.Kit.check`.

        pack: As a plan of this pack, likewise.

        settings: Which rules are asked, likewise.

        least: Findings that weigh less are left alone. None: warnings and errors count.

    Raises:
        AssertionError: Something was found.
    """
    from unionkit.rules import Severity  # noqa: PLC0415 -- who only draws plans does not load rules

    asked = kit or Kit()
    threshold = least or Severity.WARNING
    report = asked.check(plan, on=on, pack=pack, settings=settings)
    told = [
        f"{finding.place or format_path(finding.path)}: {finding.severity.value} {finding.code} {finding.message(asked.lang)}"
        for finding in report
        if finding.severity.rank >= threshold.rank
    ]
    if told:
        raise AssertionError("the plan is not clean:\n" + "\n".join(told))
