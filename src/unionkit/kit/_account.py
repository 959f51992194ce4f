"""Every renderer accounts for every block: printed, or skipped with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unionkit.renderers import Rendered


def checked(rendered: Rendered, blocks: int) -> Rendered:
    """
    Return what a renderer gave back when it is whole.

    Raises:
        TypeError: It is no :class:`unionkit.renderers.Rendered`.
        ValueError: A block is neither printed nor skipped, or told twice.
    """
    from unionkit.renderers import Rendered  # noqa: PLC0415 -- named for type checkers above

    if not isinstance(rendered, Rendered):
        raise TypeError(f"a renderer returns Rendered, not {type(rendered).__name__}")
    told = sorted((*rendered.printed, *(skipped.index for skipped in rendered.skipped)))
    if told != list(range(blocks)):
        raise ValueError(
            f"a renderer accounts once for each of the {blocks} blocks; this one told of {told[:20]}"
        )
    return rendered
