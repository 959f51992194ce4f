"""The form that only enterprises use: the contract year as a wall chart (集体合同工作年历挂图), one A3 page of HTML."""

from __future__ import annotations

from unionkit.document import Scope, render_page
from unionkit.renderers import Rendered

from ._chart import chart_of

__all__ = ["wall_chart"]

_PACKAGE = __name__.partition(".")[0]


def wall_chart(scope: Scope) -> Rendered:
    """
    Print the year of a plan as one A3 page across: twelve months, and a track for each kind of work.

    It is made straight from the plan and holds no document, so no block is accounted for. What does not fit on the page
    even in the smallest type is counted at its track.
    """
    page = render_page(_PACKAGE, "contract-year.html.j2", scope, chart=chart_of(scope))
    return Rendered(page.encode(), ())
