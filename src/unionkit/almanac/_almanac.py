"""The almanac: festivals, seasons, school years, public holidays and windows, found by name, year and region."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final, TypeVar

import attrs

from unionkit.model import FESTIVALS, SEASONS, Value

from ._announced import BUILT_IN
from ._days import FIRST_YEAR, LAST_YEAR
from ._entries import applies
from ._festivals import FESTIVALS_BY_DAY, Festival
from ._holidays import Holidays, HolidayYear
from ._school_years import SchoolYear, default_school_year
from ._seasons import SEASONS_BY_DAYS, Season
from ._windows import Windows

_Entry = TypeVar("_Entry", Festival, Season)


def _to_tuple(entries: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(entries)


@attrs.frozen(kw_only=True, repr=False, eq=False, slots=False)
class Almanac(Value):
    """
    When things fall: what is told here, in addition to or instead of what another almanac tells.

    ``ALMANAC | yours`` is both together; where they tell the same thing, the right one counts.

    Attributes:
        festivals: Festivals and union days.

        seasons: Seasons of union work.

        school_years: School years, by region and year.

        holiday_years: Public holidays and make-up days, by year, as announced.

        windows: What 前, 前后 and such stand for; None: as the almanac to which this one is added has it.

        region: The region whose entries count besides those for everywhere.
    """

    festivals: tuple[Festival, ...] = attrs.field(default=(), converter=_to_tuple)
    seasons: tuple[Season, ...] = attrs.field(default=(), converter=_to_tuple)
    school_years: tuple[SchoolYear, ...] = attrs.field(default=(), converter=_to_tuple)
    holiday_years: tuple[HolidayYear, ...] = attrs.field(
        default=(), converter=_to_tuple, metadata={"key": "holidays"}
    )
    windows: Windows | None = None
    region: str = ""

    def __or__(self, other: object) -> Almanac:
        """Both almanacs together; where both tell the same thing, the right one counts."""
        if not isinstance(other, Almanac):
            return NotImplemented
        return Almanac(
            festivals=self.festivals + other.festivals,
            seasons=self.seasons + other.seasons,
            school_years=self.school_years + other.school_years,
            holiday_years=self.holiday_years + other.holiday_years,
            windows=other.windows or self.windows,
            region=other.region or self.region,
        )

    def for_region(self, region: str) -> Almanac:
        """Return the almanac of a region (山东省, 宁夏回族自治区银川市)."""
        return self if region == self.region else attrs.evolve(self, region=region)

    # ------------------------------------------------------------ names

    def festival(self, name: str) -> Festival | None:
        """Return the festival of a name; None when nobody knows it."""
        return self._festivals.get(name) or self._festivals.get(FESTIVALS.get(name, ""))

    def season(self, name: str) -> Season | None:
        """Return the season of a name; None when nobody knows it."""
        return self._seasons.get(name) or self._seasons.get(SEASONS.get(name, ""))

    @cached_property
    def _festivals(self) -> Mapping[str, Festival]:
        return _by_name(self.festivals, self.region)

    @cached_property
    def _seasons(self) -> Mapping[str, Season]:
        return _by_name(self.seasons, self.region)

    # ------------------------------------------------------------ days

    @cached_property
    def holidays(self) -> Holidays:
        """Public holidays and make-up working days."""
        return Holidays({told.year: told for told in self.holiday_years}.values())

    def school_year(self, year: int) -> SchoolYear | None:
        """
        Return the school year that begins in a calendar year: of the region, else the usual one, which says so.

        None outside the years of the almanac.
        """
        return self._school_years.get(year) or default_school_year(year)

    @cached_property
    def _school_years(self) -> Mapping[int, SchoolYear]:
        ours = [told for told in self.school_years if applies(told.region, self.region)]
        return {told.year: told for told in sorted(ours, key=lambda told: len(told.region))}

    @property
    def chosen_windows(self) -> Windows:
        """The windows that count."""
        return self.windows or _WINDOWS

    def festivals_between(self, first: dt.date, last: dt.date) -> list[tuple[dt.date, Festival]]:
        """Return the festivals of a stretch of days, in order of their days."""
        years = range(max(first.year, FIRST_YEAR), min(last.year, LAST_YEAR) + 1)
        found = [
            (day, festival)
            for festival in {each.name: each for each in self._festivals.values()}.values()
            for year in years
            for day in festival.days(year)
            if first <= day <= last
        ]
        return sorted(found, key=lambda entry: (entry[0], entry[1].name))


def _by_name(entries: Iterable[_Entry], region: str) -> Mapping[str, _Entry]:
    """By each name: what is nearest to the region, and of that what was told last."""
    ours = sorted(
        (entry for entry in entries if applies(entry.region, region)), key=lambda entry: len(entry.region)
    )
    by_alias = {alias: entry for entry in ours for alias in entry.aliases}
    return by_alias | {entry.name: entry for entry in ours}


_WINDOWS: Final = Windows()
ALMANAC: Final = Almanac(
    festivals=FESTIVALS_BY_DAY, seasons=SEASONS_BY_DAYS, holiday_years=BUILT_IN, windows=_WINDOWS
)
"""What the core knows."""
