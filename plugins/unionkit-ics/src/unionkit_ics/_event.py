"""What is written down for a stretch of days, before any iCalendar; and by what name other programs know it again."""

from __future__ import annotations

import datetime as dt
import hashlib

import attrs


@attrs.frozen(kw_only=True)
class Event:
    """
    An all-day event.

    Attributes:
        uid: Its name for calendar programs, the same in every file that tells of it.

        start: The first day.

        end: The last day.

        summary: What a calendar shows.

        description: Lines of text that it shows when asked for more.

        location: Where; empty when not said.

        category: What sort of thing it is; empty when not said.

        busy: The days are taken; otherwise they stay free.

        tentative: None: nothing is said; otherwise whether it may still change.

        reminded: It reminds, seven days and one day before.
    """

    uid: str
    start: dt.date
    end: dt.date
    summary: str
    description: tuple[str, ...] = ()
    location: str = ""
    category: str = ""
    busy: bool = False
    tentative: bool | None = None
    reminded: bool = False


def made_uid(*parts: str) -> str:
    """
    Return the UID that stands for these parts: nobody else's, and the same wherever and whenever it is made.

    >>> made_uid("holiday", "2026", "国庆节")
    '27e265ec8e3b8d2d47931ed290b9de31@unionkit'
    """
    told = "".join(f"{len(part)}:{part}" for part in parts)  # lengths, so that no part can pose as another
    return f"{hashlib.sha256(told.encode()).hexdigest()[:32]}@unionkit"
