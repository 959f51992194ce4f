"""
What stays on the page of what follows, so that no page holds only the end of a plan.

A page must hold words of the text above the note of attachments and above the signature (GB/T 9704-2012, 7.3.5); where
a table comes last, its last rows stand for them.
"""

from __future__ import annotations

from unionkit.document import AttachmentNote, Block, SignOff

LAST_ROWS = 2
"""Rows of a table that stay with its totals, and with what follows it."""


def stays(following: Block | None) -> bool:
    """Whether what is above `following` stays on its page."""
    match following:
        case SignOff():
            return bool(following.signature or following.date or following.note)
        case AttachmentNote():
            return bool(following.names)
        case _:
            return False


def free_rows(rows: int, totals: int, *, stays: bool) -> int:
    """
    Return how many rows need not stay on the page of the next row; those behind them stay with what follows them.

    Args:
        rows: How many rows there are above the totals.

        totals: How many totals there are.

        stays: Whether the table stays on the page of what follows it.
    """
    return max(rows - LAST_ROWS, 0) if totals or stays else rows
