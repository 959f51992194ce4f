"""
The calendar of a plan as an iCalendar file (日历文件), for phones and office programs.

Two formats: ``ics``, what the plan sets a time for, and ``ics-festivals``, the festivals, holidays and make-up working
days of its period as a second calendar. Importing this package does not load the iCalendar library.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from unionkit import hookimpl
from unionkit.renderers import Rendered, Renderer

if TYPE_CHECKING:
    from unionkit.document import Scope

__all__ = ["ICS", "ICS_FESTIVALS"]


def _render_plan(scope: Scope) -> Rendered:
    from ._plan import plan_events  # noqa: PLC0415 -- loaded when first used
    from ._title import plan_title  # noqa: PLC0415 -- as above
    from ._write import written  # noqa: PLC0415 -- as above

    return Rendered(written(plan_events(scope), plan_title(scope), scope), ())


def _render_festivals(scope: Scope) -> Rendered:
    from ._festivals import festival_events  # noqa: PLC0415 -- as above
    from ._title import festivals_title  # noqa: PLC0415 -- as above
    from ._write import written  # noqa: PLC0415 -- as above

    return Rendered(written(festival_events(scope), festivals_title(scope), scope), ())


ICS: Final = Renderer(name="ics", suffixes=(".ics",), render_plan=_render_plan)
"""The calendar of the plan: an all-day event for each day or stretch of days, deadlines with reminders."""

ICS_FESTIVALS: Final = Renderer(name="ics-festivals", suffixes=(), render_plan=_render_festivals)
"""Festivals, days off and make-up working days of the plan's period, and nothing of the plan."""


@hookimpl
def unionkit_renderers() -> Sequence[Renderer]:
    return (ICS, ICS_FESTIVALS)
