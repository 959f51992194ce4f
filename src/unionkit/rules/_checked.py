"""One file that was checked, as reports need it: its findings, its text, and what is known of each finding."""

from __future__ import annotations

import attrs

from unionkit.model import Value

from ._finding import Report


@attrs.frozen(repr=False, eq=False)
class Change(Value):
    """
    A stretch of a text becomes another: the text edit of a fix.

    Attributes:
        start: Index of the first character that goes, from 0.

        end: Index of the first one behind.

        text: What stands there then.
    """

    start: int
    end: int
    text: str


def change_of(old: str, new: str) -> Change:
    """Return the smallest stretch of `old` whose replacement makes `new` of it."""
    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - start
    kept = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return Change(start, len(old) - kept, new[start : len(new) - kept])


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Checked(Value):
    """
    One file that was checked.

    Attributes:
        name: Its name as it was given; empty for a plan that came from none.

        report: What was found.

        source: Its text; empty where nobody has it.

        identities: What tells each finding apart (:func:`identities`), in the order of the report; none where nobody
            asked for it.

        changes: The text edit of the fix of each finding, likewise; None where there is none.
    """

    name: str
    report: Report
    source: str = attrs.field(default="", repr=False)
    identities: tuple[tuple[str, ...], ...] = ()
    changes: tuple[Change | None, ...] = ()
