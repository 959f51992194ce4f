"""The format that only schools use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unionkit.renderers import Rendered, Renderer

if TYPE_CHECKING:
    from unionkit.document import Scope


def _render_board(scope: Scope) -> Rendered:
    from ._board import render_board  # noqa: PLC0415 -- loaded when a board is printed

    return render_board(scope)


OPENNESS_BOARD: Final = Renderer(name="openness-board", suffixes=(), render_plan=_render_board, pack="school")
"""The openness board (校务公开栏): one A3 page in landscape to hang up, as HTML."""
