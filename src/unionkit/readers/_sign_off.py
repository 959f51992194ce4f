"""The end of a plan (落款): who signs, and the date of issue."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from unionkit.document import worded_date
from unionkit.errors import ImpossibleValueError
from unionkit.model import Plan

from ._lines import Line
from ._markers import marker_at

_LONGEST = 40
_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_SIGNS = re.compile("[。！？；：，、!?;:,]")
_BODIES = re.compile("(?:工会|委员会|联合会|办公室|小组|小家)(?:（[^（）]*）)?$")


def sign_off(lines: Sequence[Line]) -> tuple[str, dt.date] | None:
    """
    Return signature and date where the last two lines are these, otherwise None.

    The signature is the name of a body without number and mark. The date is a day that exists, written as documents
    print it: one with leading zeros, or masked (20XX年), stays text, as printing must give the words back.
    """
    if len(lines) < 2:
        return None
    signature, date = lines[-2].text.strip(), lines[-1].text.strip()
    if len(signature) > _LONGEST or not _BODIES.search(signature) or _SIGNS.search(signature):
        return None
    told = _DATE.fullmatch(date)
    if told is None or marker_at(signature) is not None:
        return None
    try:
        issued = dt.date(*map(int, told.groups()))
        Plan(signature=signature, issued=issued)
    except (ValueError, ImpossibleValueError):
        return None
    return (signature, issued) if worded_date(issued) == "".join(date.split()) else None
