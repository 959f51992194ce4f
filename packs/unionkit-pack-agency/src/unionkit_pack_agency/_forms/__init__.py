"""Forms that only this pack prints."""

from ._roster import roster

__all__ = ["roster"]
