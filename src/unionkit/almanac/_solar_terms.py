"""
The 24 solar terms (二十四节气) of the years 1949 to 2100, from a table.

``tools/almanac_tables.py`` reckoned the table with ephem (PyPI) as GB/T 33661-2017 (农历的编算和颁行) defines the terms, in the
time of China (UTC+8), and prints it again. It is the same as that of borax 4.1.3, and as that of lunar_python 1.4.8 but for
大寒 of 1979, which was published as 21 January; the tests compare them. 春分 of 2051, 立春 of 2083, 春分 and 芒种 of 2084 are due
within three minutes of midnight: as published then they may differ by a day.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Final

from unionkit.errors import OutsideAlmanacError

FIRST_TERM_YEAR: Final = 1949
LAST_TERM_YEAR: Final = 2100


class SolarTerm(StrEnum):
    """A solar term, by its Chinese name; in the order of the solar year, two in each month."""

    MINOR_COLD = "小寒"
    MAJOR_COLD = "大寒"
    START_OF_SPRING = "立春"
    RAIN_WATER = "雨水"
    AWAKENING_OF_INSECTS = "惊蛰"
    SPRING_EQUINOX = "春分"
    CLEAR_AND_BRIGHT = "清明"
    GRAIN_RAIN = "谷雨"
    START_OF_SUMMER = "立夏"
    GRAIN_BUDS = "小满"
    GRAIN_IN_EAR = "芒种"
    SUMMER_SOLSTICE = "夏至"
    MINOR_HEAT = "小暑"
    MAJOR_HEAT = "大暑"
    START_OF_AUTUMN = "立秋"
    END_OF_HEAT = "处暑"
    WHITE_DEW = "白露"
    AUTUMN_EQUINOX = "秋分"
    COLD_DEW = "寒露"
    FROST_DESCENT = "霜降"
    START_OF_WINTER = "立冬"
    MINOR_SNOW = "小雪"
    MAJOR_SNOW = "大雪"
    WINTER_SOLSTICE = "冬至"


def solar_term_day(term: SolarTerm, year: int) -> dt.date:
    """
    Return the day of a solar term in a solar year.

    Raises:
        OutsideAlmanacError: The table does not have the year.

    >>> solar_term_day(SolarTerm.CLEAR_AND_BRIGHT, 2027)
    datetime.date(2027, 4, 5)
    """
    if not FIRST_TERM_YEAR <= year <= LAST_TERM_YEAR:
        raise OutsideAlmanacError(str(year), FIRST_TERM_YEAR, LAST_TERM_YEAR)
    place = _PLACES[term]
    later = _YEARS[year - FIRST_TERM_YEAR] >> 2 * place & 3
    return dt.date(year, place // 2 + 1, _EARLIEST[place] + later)


_PLACES: Final = {term: place for place, term in enumerate(SolarTerm)}

# The earliest day of the month of each term.
_EARLIEST: Final = (
    4, 19, 3, 18, 4, 19, 4, 19, 4, 20, 4, 20, 6, 22, 6, 22, 6, 22, 7, 22, 6, 21, 6, 21,
)  # fmt: skip
# A number for each year: how many days later each term is, of 2 bits each, 小寒 rightmost.
_YEARS: Final = (
    0x569665a65a55, 0x6aa6a6a65a56, 0xaaaaaaaa9a5a, 0x5556556559aa, 0x569665a65a55, 0x5aa6a6a65a56,
    0x6aaaa6aa9a5a, 0x5556556555aa, 0x569665a65a55, 0x5aa665a65a56, 0x6aaaa6aa9a5a, 0x55555565556a,
    0x555665665a55, 0x5aa665a65a56, 0x6aaaa6aa9a5a, 0x55555565556a, 0x555665665a55, 0x5aa665a65a56,
    0x6aaaa6aa9a5a, 0x55555555556a, 0x555665665a55, 0x5aa665a65a56, 0x6aaaa6aa9a5a, 0x55555555556a,
    0x555665655a55, 0x5aa665a65a56, 0x6aa6a6aa9a5a, 0x55555555456a, 0x555655655a55, 0x5a9665a65a56,
    0x6aa6a6a69a5a, 0x55555555456a, 0x555655655a55, 0x569665a65a56, 0x6aa6a6a65a56, 0x55555155455a,
    0x555655655955, 0x569665a65a55, 0x5aa6a5a65a56, 0x15555155455a, 0x555555655555, 0x569665665a55,
    0x5aa665a65a56, 0x15555155455a, 0x555555655515, 0x555665665a55, 0x5aa665a65a56, 0x15555155455a,
    0x555555555515, 0x555665665a55, 0x5aa665a65a56, 0x15555155455a, 0x555555555515, 0x555665665a55,
    0x5aa665a65a56, 0x15555155455a, 0x555555555515, 0x555655655a55, 0x5aa665a65a56, 0x15515155455a,
    0x555555554515, 0x555655655a55, 0x5a9665a65a56, 0x15515151455a, 0x555551554515, 0x555655655a55,
    0x569665a65a56, 0x155151510556, 0x555551554505, 0x555655655955, 0x569665665a55, 0x155110510556,
    0x155551554505, 0x555555655555, 0x569665665a55, 0x055110510556, 0x155551554505, 0x555555555515,
    0x555665665a55, 0x055110510556, 0x155551554505, 0x555555555515, 0x555665665a55, 0x055110510556,
    0x155551554505, 0x555555555515, 0x555655655a55, 0x055110510556, 0x155551554505, 0x555555555515,
    0x555655655a55, 0x055110510556, 0x155151514505, 0x555555554515, 0x555655655a55, 0x054110510556,
    0x155151510505, 0x555551554515, 0x555655655a55, 0x014110110556, 0x155110510501, 0x555551554505,
    0x555555655555, 0x014110110555, 0x155110510501, 0x555551554505, 0x555555555555, 0x014110110555,
    0x055110510501, 0x155551554505, 0x555555555555, 0x000110110555, 0x055110510501, 0x155551554505,
    0x555555555515, 0x000110110555, 0x055110510501, 0x155551554505, 0x555555555515, 0x000100100555,
    0x055110510501, 0x155151514505, 0x555555555515, 0x000100100555, 0x054110510501, 0x155151514505,
    0x555551554515, 0x000100100555, 0x054110510501, 0x155150510505, 0x555551554515, 0x000100100555,
    0x014110110501, 0x155110510505, 0x555551554505, 0x000000100055, 0x014110110500, 0x155110510501,
    0x555551554505, 0x000000000055, 0x014110110500, 0x055110510501, 0x155551554505, 0x000000000055,
    0x000110110500, 0x055110510501, 0x155551554505, 0x000000000015, 0x000100110500, 0x055110510501,
    0x155551554505, 0x555555555515,
)  # fmt: skip
