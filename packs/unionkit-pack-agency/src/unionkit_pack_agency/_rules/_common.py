"""What the rules share: the data of the plan, its times as days, and figures in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from unionkit.files import data_of
from unionkit.model import Path, Schedule
from unionkit.rules import RULES, Check, Finding, Ruling, Worded, said_figure
from unionkit_pack_agency._data import AgencyData
from unionkit_pack_agency._recuperation import Batch

PACK: Final = "agency"
HERE: Final[Path] = ("data", PACK)
"""Where the data of the pack stands."""

_N = TypeVar("_N")


def data_in(check: Check) -> AgencyData:
    """Return what the plan holds for agencies; nothing, where that cannot be understood: loading reports it."""
    return check.survey.once(PACK, lambda survey: data_of(survey.plan, PACK, AgencyData)) or AgencyData()


def batches_in(check: Check) -> Iterator[tuple[Path, Batch]]:
    """Yield the batches of recuperation that the plan arranges, with their paths."""
    stays = data_in(check).recuperation
    for at, batch in enumerate(stays.batches if stays is not None else ()):
        yield (*HERE, "recuperation", "batches", at), batch


def called(path: Path, batch: Batch) -> Worded:
    """Return what a batch is called: by its title, or its number."""
    title = batch.title.strip()
    number = int(path[-1]) + 1
    return Worded(title or f"第 {number} 批", title or f"Batch {number}")


def found_by(code: str, nodes: Iterable[tuple[Path, _N]], check: Check) -> list[_N]:
    """Return the nodes about which a built-in rule, that asks for the same parameters, finds something."""
    rule = next(rule for rule in RULES if rule.code == code)
    return [
        node
        for path, node in nodes
        if any(isinstance(each, Finding) for each in rule.check(node, check.at(path)))
    ]


def first_day(when: Schedule | None, check: Check) -> dt.date | None:
    """Return the first day of a time; None where it has none, or nobody told its year."""
    if when is None:
        return None
    days = (each.start for each in check.calendar.days_of(when))
    return min((day for day in days if isinstance(day, dt.date)), default=None)


_UNITS: Final = {"元": "yuan", "天": "day", "年": "year", "人": "person"}


def limit_in_words(ruling: Ruling) -> Worded:
    """Return what a ruling allows, with its unit: 5天, 5 days."""
    number, unit = ruling.number, _UNITS.get(ruling.unit, "")
    if number != 1 and unit in ("day", "year"):
        unit += "s"
    return Worded(ruling.said, f"{said_figure(number, '')} {unit}".strip())


def years_after(day: dt.date, years: int) -> dt.date:
    """Return the same day some years later; 28 February where that year has no 29th."""
    year = min(day.year + years, dt.MAXYEAR)
    try:
        return day.replace(year=year)
    except ValueError:
        return dt.date(year, 2, 28)
