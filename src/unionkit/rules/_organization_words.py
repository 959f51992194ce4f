"""Numbers and sentences in prose that states what the law limits."""

from __future__ import annotations

from typing import Final

from unionkit.errors import InvalidValueError
from unionkit.model import chinese_number, parse_number

from ._fix import Fix, text_fix
from ._rule import Check
from ._survey import Hit

NUMBER: Final = r"(?:\d{1,3}|[一二两三四五六七八九十百]{1,5})"
"""A whole number below a thousand, in figures or in Chinese."""

_ENDS: Final = "。；！？"


def number_of(words: str | None) -> int | None:
    """Return a whole number that the plan writes in figures or in Chinese; None where it is neither."""
    try:
        number = parse_number(words or "")
    except InvalidValueError:
        return None
    return int(number) if number % 1 == 0 else None


def sentence_of(hit: Hit) -> str:
    """Return the sentence, or the part of one between semicolons, in which a hit stands."""
    start = max(hit.text.rfind(mark, 0, hit.start) for mark in _ENDS) + 1
    ends = [at for at in (hit.text.find(mark, hit.end) for mark in _ENDS) if at >= 0]
    return hit.text[start : min(ends, default=len(hit.text))]


def number_fix(
    check: Check, hit: Hit, group: str, number: int, *, last: str = "", unit: str = ""
) -> Fix | None:
    """
    Return what puts another number in the place of one that a plan states, in figures or in Chinese as it stands there.

    Args:
        check: The plan.

        hit: Where it is stated.

        group: The group of the match that holds the number.

        number: The number that is to stand there.

        last: The group up to whose end text is replaced; empty: the number only.

        unit: What stands behind the number then, where `last` is given.
    """
    match = hit.match
    start = hit.start + match.start(group) - match.start()
    end = hit.start + match.end(last or group) - match.start()
    written = str(number) if match[group].isdecimal() else chinese_number(number)
    return text_fix(check.plan, hit.path, f"{hit.text[:start]}{written}{unit}{hit.text[end:]}")
