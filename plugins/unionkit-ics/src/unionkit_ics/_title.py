"""What the calendars are called in a program that shows several."""

from __future__ import annotations

import attrs

from unionkit.almanac import Said
from unionkit.document import Scope, worded_title


def plan_title(scope: Scope) -> str:
    """Return the title of the plan; where it is to have none, the one made from organization and period."""
    given = worded_title(scope.plan, scope.lang)
    return given if given.strip() else worded_title(attrs.evolve(scope.plan, title=None), scope.lang)


def festivals_title(scope: Scope) -> str:
    """Return what the calendar of festivals is called."""
    period = scope.plan.period
    of_days = f", {period.start} to {period.end}" if period.start else ""
    return Said(f"{period}节日与放假", f"Festivals and days off{of_days}").message(scope.lang)
