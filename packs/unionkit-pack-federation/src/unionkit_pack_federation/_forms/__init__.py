"""The forms of the pack, written straight from the plan."""

from ._workbook import indicator_workbook

__all__ = ["indicator_workbook"]
