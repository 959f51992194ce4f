"""
The tables of the almanac, reckoned from the places of sun and moon.

    pip install ephem
    python tools/almanac_tables.py

prints `_YEARS` of ``src/unionkit/almanac/_lunar.py``, then `_EARLIEST` and `_YEARS` of ``_solar_terms.py``.

The rules are those of GB/T 33661-2017 (农历的编算和颁行), in the time of China (UTC+8): a month begins on the day of the new
moon; the month with the winter solstice is the eleventh; when 13 months lie between two of these, the first without a
principal term (中气) is the leap month. ephem (4.2.1 when the tables were made) places sun and moon to within some 15
seconds of time and guesses how the rotation of the earth will slow down; moments nearer to midnight than that are not
left to it: see `DECIDED`.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from itertools import pairwise

import ephem  # type: ignore[import-not-found, import-untyped, unused-ignore]

LUNAR_YEARS = range(1948, 2101)
SOLAR_YEARS = range(1949, 2101)
_AHEAD = dt.timedelta(hours=8)
_NEAR = dt.timedelta(seconds=30)
_WHOLE = 2 * math.pi

DECIDED = {
    dt.date(1951, 12, 22): dt.date(1951, 12, 23),
    dt.date(1979, 1, 20): dt.date(1979, 1, 21),
    dt.date(2057, 9, 28): dt.date(2057, 9, 29),
}
"""
Days that ephem gives for moments within half a minute of midnight, and those that the tables have instead.

* 冬至 of 1951, 23:59:57 by ephem; published as 23 December.
* 大寒 of 1979, 23:59:50 by ephem and 23:59:54 by the ephemeris DE431, but 21 January 00:00 in 《1979年中国天文年历》, which
  was in force.
* The new moon of September 2057, 23:59:49 by ephem, but 29 September 00:00:04.5 by DE431 with the same guess at the
  rotation of the earth, and up to a minute later with the rotation of the last years. The tables of the Hong Kong
  Observatory have the 28th, and say that it may be the 29th.

DE431, and what was published: https://ytliu0.github.io/ChineseCalendar/computation.html, read in November 2026.
"""


def day_in_china(moment: float) -> dt.date:
    """Return the day on which a moment of ephem falls in China."""
    there: dt.datetime = ephem.Date(moment).datetime() + _AHEAD
    if (there - _NEAR).date() == (there + _NEAR).date():
        return there.date()
    return DECIDED[there.date()]


def sun(moment: float) -> float:
    """Return the apparent longitude of the sun."""
    seen = ephem.Sun(moment)
    return float(ephem.Ecliptic(ephem.Equatorial(seen.g_ra, seen.g_dec, epoch=moment), epoch=moment).lon)


def solar_term(year: int, index: int) -> dt.date:
    """Return the day of a solar term: 0 is 小寒 in January, 23 冬至 in December; those at odd places are principal."""
    longitude = math.radians((285 + 15 * index) % 360)
    moment = float(ephem.Date((year, 1, 5))) + 15.2184 * index
    for _ in range(8):
        ahead = (longitude - sun(moment) + math.pi) % _WHOLE - math.pi
        moment += ahead * 365.2422 / _WHOLE
    return day_in_china(moment)


def new_moons(first_year: int, last_year: int) -> Iterator[dt.date]:
    """Yield the first day of each month."""
    moment = ephem.Date((first_year, 1, 1))
    while moment < ephem.Date((last_year + 1, 1, 1)):
        moment = ephem.next_new_moon(moment)
        yield day_in_china(moment)
        moment += 1


def months() -> Iterator[tuple[dt.date, int, bool]]:
    """Yield the first day of each month, its number, and whether it is a leap month; from an eleventh month on."""
    years = range(LUNAR_YEARS[0] - 1, LUNAR_YEARS[-1] + 3)
    firsts = list(new_moons(years[0], years[-1]))
    principal = {solar_term(year, index) for year in years for index in range(1, 24, 2)}
    solstices = [solar_term(year, 23) for year in years]
    # Where the months with a solstice stand in the list.
    elevenths = [max(at for at, first in enumerate(firsts) if first <= solstice) for solstice in solstices]
    for this, following in pairwise(elevenths):
        month, leap_is_due = 10, following - this == 13
        for first, end in pairwise(firsts[this : following + 1]):
            days = (first + dt.timedelta(days=ahead) for ahead in range((end - first).days))
            leap = leap_is_due and principal.isdisjoint(days)
            leap_is_due = leap_is_due and not leap
            month = month if leap else month % 12 + 1
            yield first, month, leap


def lunar_table() -> list[int]:
    """
    Return a number for each lunar year.

    From the left: the day of the solar year on which it begins; its leap month, of 4 bits; a bit for each month, the
    first month rightmost, set when it has 30 days.
    """
    numbers: list[int] = []
    begun, leap_month, long, at = dt.date.min, 0, 0, 0
    for (first, month, leap), (end, *_) in pairwise(months()):
        if (month, leap) == (1, False):
            if begun.year in LUNAR_YEARS:
                numbers.append(begun.timetuple().tm_yday << 17 | leap_month << 13 | long)
            begun, leap_month, long, at = first, 0, 0, 0
        leap_month = month if leap else leap_month
        long |= ((end - first).days - 29) << at
        at += 1
    return numbers


def terms_table() -> tuple[list[int], list[int]]:
    """Return the earliest day of the month of each solar term, and for each year how much later they are (2 bits each)."""
    days = [[solar_term(year, index).day for index in range(24)] for year in SOLAR_YEARS]
    earliest = [min(column) for column in zip(*days, strict=True)]
    later = [[day - first for day, first in zip(row, earliest, strict=True)] for row in days]
    assert max(max(row) for row in later) < 4
    return earliest, [sum(each << 2 * index for index, each in enumerate(row)) for row in later]


def rows(name: str, numbers: Iterable[str], in_row: int) -> str:
    """Return the Python text of a tuple."""
    texts = list(numbers)
    lines = (", ".join(texts[at : at + in_row]) for at in range(0, len(texts), in_row))
    return f"{name}: Final = (\n" + "".join(f"    {line},\n" for line in lines) + ")  # fmt: skip\n"


def main() -> None:
    """Print the tables."""
    print(rows("_YEARS", (f"0x{number:06x}" for number in lunar_table()), 12))
    earliest, years = terms_table()
    print(rows("_EARLIEST", map(str, earliest), 24))
    print(rows("_YEARS", (f"0x{number:012x}" for number in years), 6))


if __name__ == "__main__":
    main()
