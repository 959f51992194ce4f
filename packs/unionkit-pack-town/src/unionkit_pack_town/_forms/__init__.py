"""The forms of the pack that are no documents: the register as a workbook. Importing this package loads none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unionkit.document import Scope

__all__ = ["register_workbook"]


def register_workbook(scope: Scope) -> bytes:
    """Return the register of a plan as a workbook; without data, its summary is empty."""
    from ._register import workbook_of  # noqa: PLC0415 -- loaded when first used

    return workbook_of(scope)
