"""The format that only federations use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unionkit.renderers import Rendered, Renderer

if TYPE_CHECKING:
    from unionkit.document import Scope


def _render_workbook(scope: Scope) -> Rendered:
    from ._forms import indicator_workbook  # noqa: PLC0415 -- loaded when a workbook is made

    return Rendered(indicator_workbook(scope), ())


INDICATOR_WORKBOOK: Final = Renderer(
    name="indicator-workbook", suffixes=(), render_plan=_render_workbook, pack="federation"
)
"""The tasks of the bodies below as a workbook: a sheet for each group, coverage, training, and a summary that adds up."""
