"""What the rules share: the data of the plan, its times as days, and stretches of time in the calendar."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import Final

from unionkit.files import data_of
from unionkit.model import Path, Schedule
from unionkit.rules import Check, Ruling, Worded, said_figure
from unionkit_pack_enterprise._contracts import CollectiveContract, ContractKind
from unionkit_pack_enterprise._data import EnterpriseData
from unionkit_pack_enterprise._vocabulary import CONTRACT_KINDS

PACK: Final = "enterprise"
HERE: Final[Path] = ("data", PACK)
"""Where the data of the pack stands."""


def data_in(check: Check) -> EnterpriseData:
    """Return what the plan holds for enterprises; nothing, where that cannot be understood: loading reports it."""
    return (
        check.survey.once("enterprise", lambda survey: data_of(survey.plan, PACK, EnterpriseData))
        or EnterpriseData()
    )


def contracts_in(check: Check) -> Iterator[tuple[Path, CollectiveContract]]:
    """Yield the contracts that the plan tells of, with their paths."""
    for at, contract in enumerate(data_in(check).contracts):
        yield (*HERE, "contracts", at), contract


def first_day(when: Schedule | None, check: Check) -> dt.date | None:
    """Return the first day of a time; None where it has none, or nobody told its year."""
    if when is None:
        return None
    days = (each.start for each in check.calendar.days_of(when))
    return min((day for day in days if isinstance(day, dt.date)), default=None)


def years_after(day: dt.date, years: int) -> dt.date:
    """Return the same day of another year; 28 February where that year has no 29th."""
    year = min(max(day.year + years, dt.MINYEAR), dt.MAXYEAR)
    return dt.date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def named(contract: CollectiveContract) -> Worded:
    """Return what a contract is called: its title, or what its kind is called."""
    title, term = contract.title.strip(), CONTRACT_KINDS[contract.kind]
    return Worded(f"“{title}”", f"“{title}”") if title else Worded(term.zh, f"The {term.en}")


_UNITS: Final = {
    "日": ("day", "days"),
    "天": ("day", "days"),
    "个月": ("month", "months"),
    "年": ("year", "years"),
    "人": ("person", "people"),
}


def limit(ruling: Ruling) -> Worded:
    """Return what a ruling allows, with its unit: 20日, 20 days."""
    one, many = _UNITS[ruling.unit]
    count = said_figure(ruling.number, "")
    return Worded(said_figure(ruling.number, ruling.unit), f"{count} {one if ruling.number == 1 else many}")


def is_about(contract: CollectiveContract, kind: ContractKind) -> bool:
    """Whether a contract is about something: by its kind, or in a chapter."""
    return contract.kind is kind or kind in contract.chapters
