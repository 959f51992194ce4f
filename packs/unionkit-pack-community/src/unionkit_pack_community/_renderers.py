"""The format that only communities use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unionkit.renderers import Rendered, Renderer

if TYPE_CHECKING:
    from unionkit.document import Scope


def _render_cards(scope: Scope) -> Rendered:
    from ._forms import visit_cards  # noqa: PLC0415 -- Word is loaded when a card is printed

    return Rendered(visit_cards(scope), ())


VISIT_CARDS: Final = Renderer(name="visit-cards", suffixes=(), render_plan=_render_cards, pack="community")
"""Cards to fill in by hand on a visit, eight to a sheet: a Word file."""
