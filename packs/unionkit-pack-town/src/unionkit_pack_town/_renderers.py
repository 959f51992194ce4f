"""The format that only towns use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unionkit.renderers import Rendered, Renderer

if TYPE_CHECKING:
    from unionkit.document import Scope


def _render_register(scope: Scope) -> Rendered:
    from ._forms import register_workbook  # noqa: PLC0415 -- loaded when a workbook is made

    return Rendered(register_workbook(scope), ())


UNION_REGISTER: Final = Renderer(
    name="union-register", suffixes=(), render_plan=_render_register, pack="town"
)
"""The register as a workbook: a sheet for each class of enterprises, sums by ownership, and a summary that adds up."""
