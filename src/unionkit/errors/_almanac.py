"""Days and years that the almanac does not reach."""

from __future__ import annotations

from ._values import InvalidValueError


class OutsideAlmanacError(InvalidValueError):
    """
    A year or a day that no table of the almanac has.

    Attributes:
        asked: The year or the day, in figures.

        first: The first year of the table.

        last: Its last year.
    """

    code = "UK010"
    zh = "历表中没有 {asked}，只有 {first} 年至 {last} 年；请换一个年份，或者直接写公历日期。"
    en = "The almanac has no {asked}, only the years {first} to {last}; choose one of these, or write the solar date itself."

    asked: str
    first: int
    last: int
