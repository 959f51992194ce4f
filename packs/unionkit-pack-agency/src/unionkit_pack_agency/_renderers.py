"""The renderer of the pack: the roster of recuperation (疗休养花名册)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unionkit.renderers import Rendered, Renderer

if TYPE_CHECKING:
    from unionkit.document import Scope


def _roster(scope: Scope) -> Rendered:
    from ._forms import roster  # noqa: PLC0415 -- loaded when first used

    return Rendered(roster(scope), ())


RECUPERATION_ROSTER: Final = Renderer(
    name="recuperation-roster", suffixes=(), render_plan=_roster, pack="agency"
)
"""A workbook (.xlsx): a sheet to fill in for each batch, and a summary with the quota that is left."""
