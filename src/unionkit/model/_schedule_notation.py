"""The Chinese notation of times: what is read at all, and in which order the kinds of times are tried."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from unionkit.errors import NotationError, WrongTypeError

from ._schedule import FreeText, Schedule
from ._schedule_list import read_list
from ._schedule_recurring import TIMES, read_recurring
from ._schedule_single import read_deadline, read_single
from ._schedule_words import RHYTHM, matched, number_of, tidied
from .validators import check_text

_LONGEST: Final = 200
_ISO_LIKE: Final = r"\d{4}[-/.][\d/.-]+"


def parse_schedule(wording: str) -> Schedule:
    """
    Read a time as plans write it, keeping the wording; what is not understood becomes :class:`FreeText`.

    So does what is masked (20xx年下半年), open (9月起), about another time than the plan's (去年, 下学期), what may be
    read in two ways (三月内, 一季度一次), and what is longer than anybody's list of times (200 characters).

    Raises:
        WrongTypeError: The words are empty.
        ImpossibleValueError: The words name a day that does not exist, times in the wrong order, or a year that
            no plan is about.
        NotationError: The words are a date written in figures that is none of ours (2026/9/10).

    >>> parse_schedule("9月下旬").part
    <MonthPart.LAST_TEN: '下旬'>
    >>> parse_schedule("教师节前后").festival
    '教师节'
    >>> [member.wording for member in parse_schedule("元旦、春节前各一次").members]
    ['元旦前', '春节前']
    """
    if not check_text(wording).strip():
        raise WrongTypeError("时间", "a time", repr(wording))
    schedule = read(wording)
    if schedule is None and re.fullmatch(_ISO_LIKE, wording.strip()):
        raise NotationError("时间", "a time", wording, "9月下旬、2026-09-10")
    return schedule or FreeText(wording=wording)


@lru_cache(maxsize=16_384)
def read(wording: str) -> Schedule | None:
    """
    Return the time that words name, or None when they name none that we know.

    What was read is remembered: a plan says the same times again and again, and they are read to be written, too.

    Raises:
        ImpossibleValueError: They name one that does not exist.
    """
    said = check_text(wording).strip()
    text = tidied(said) if len(said) <= _LONGEST else ""
    return _read(text, wording) if text else None


def _read(text: str, wording: str) -> Schedule | None:
    return _read_alone(text, wording) or _read_once(text, wording) or read_list(text, wording, _read_alone)


def _read_alone(text: str, wording: str) -> Schedule | None:
    """Read anything but several times."""
    return read_single(text, wording) or read_recurring(text, wording, _read) or read_deadline(text, wording)


def _read_once(text: str, wording: str) -> Schedule | None:
    """Read a time at which something is done once (9月一次); more often than once would need several."""
    counted = matched(TIMES, text, "次")
    if counted is None or number_of(counted["times"]) != 1 or re.fullmatch(RHYTHM, counted["before"]):
        return None
    return read_single(counted["before"], wording) or read_deadline(counted["before"], wording)
