"""Days, months and the time of a plan in words."""

from __future__ import annotations

import datetime as dt

from unionkit.errors import Lang
from unionkit.model import Period

from ._wording_schedule import MONTHS_EN


def worded_date(day: dt.date, lang: Lang = "zh") -> str:
    """
    Write a day as official documents do, without leading zeros.

    >>> worded_date(dt.date(2026, 7, 1)), worded_date(dt.date(2026, 7, 1), "en")
    ('2026年7月1日', '1 July 2026')
    """
    if lang == "en":
        return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


def worded_by(day: dt.date, lang: Lang = "zh", year: int | None = None) -> str:
    """
    Write a last day; its year is left out where it is `year`, the one that all readers have in mind.

    >>> worded_by(dt.date(2026, 9, 30)), worded_by(dt.date(2026, 9, 30), "en", 2026)
    ('2026年9月30日前', 'by 30 September')
    """
    said = worded_date(day, lang)
    if day.year == year:
        said = said.removesuffix(f" {year}") if lang == "en" else said.removeprefix(f"{year}年")
    return f"by {said}" if lang == "en" else f"{said}前"


def worded_month(month: int, lang: Lang = "zh", year: int | None = None) -> str:
    """
    Write a month.

    >>> worded_month(9), worded_month(1, "en", 2027)
    ('9月', 'January 2027')
    """
    if lang == "en":
        return f"{MONTHS_EN[month - 1]} {year}" if year else MONTHS_EN[month - 1]
    return f"{year}年{month}月" if year else f"{month}月"


def worded_months(first: tuple[int | None, int], last: tuple[int | None, int], lang: Lang = "zh") -> str:
    """
    Write one month, or several of which nobody knows which, each as its year, where that is to be said, and itself.

    >>> worded_months((None, 9), (None, 10)), worded_months((2026, 12), (2027, 1), "en")
    ('9—10月', 'December 2026–January 2027')
    """
    (year, month), (last_year, last_month) = first, last
    if first == last:
        return worded_month(month, lang, year)
    if lang == "en":
        begins = worded_month(month, lang, None if year == last_year else year)
        return f"{begins}–{worded_month(last_month, lang, last_year)}"
    if year == last_year:
        if last_month < month:
            return f"{month}月—次年{last_month}月"
        return f"{worded_month(month, lang, year).removesuffix('月')}—{last_month}月"
    return f"{worded_month(month, lang, year)}—{worded_month(last_month, lang, last_year)}"


def worded_days(
    first: tuple[int, int], last: tuple[int, int], lang: Lang = "zh", year: int | None = None
) -> str:
    """
    Write a day, or days in a row, each as its month and itself, with the year of the first where that is to be said.

    >>> worded_days((10, 1), (10, 7)), worded_days((9, 24), (10, 8), "en"), worded_days((9, 25), (9, 25), "en", 2027)
    ('10月1日至7日', '24 September to 8 October', '25 September 2027')
    """
    (month, day), (last_month, last_day) = first, last
    if lang == "en":
        ends = f"{last_day} {worded_month(last_month, lang)}"
        begins = f"{day}" if month == last_month else f"{day} {worded_month(month, lang)}"
        said = ends if first == last else f"{begins} to {ends}"
        return f"{said} {year}" if year else said
    begins = f"{worded_month(month, lang, year)}{day}日"
    ends = f"{last_day}日" if month == last_month else f"{last_month}月{last_day}日"
    return begins if first == last else f"{begins}至{ends}"


def worded_period(period: Period, lang: Lang = "zh") -> str:
    """Write the time that a plan is for; an empty text where it is not known."""
    if lang == "zh":
        return str(period)
    if period.first is not None and period.last is not None:
        return f"{worded_date(period.first, lang)} to {worded_date(period.last, lang)}"
    if period.term is not None:
        season = "autumn" if period.term == 1 else "spring"
        years = f" of {period.year}–{period.year + 1}" if period.year else ""
        return f"the {season} term{years}"
    if period.quarter is not None:
        return f"quarter {period.quarter} of {period.year or 'the year'}"
    half = {1: "the first half of ", 2: "the second half of ", None: ""}[period.half]
    return f"{half}{period.year or 'the year'}" if half or period.year else ""
