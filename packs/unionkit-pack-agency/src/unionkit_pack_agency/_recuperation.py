"""Stays for recuperation (疗休养): quota, batches, who goes."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final, get_args

import attrs

from unionkit.errors import ImpossibleValueError
from unionkit.model import Money, OnDay, Schedule, Span, Value
from unionkit.model.validators import (
    FIRST_YEAR,
    LAST_YEAR,
    are_all,
    is_a,
    is_count,
    is_filled_text,
    is_not_negative,
    is_text,
    to_tuple,
)

_IS_A_TIME: Final = is_a(*get_args(Schedule))
_IS_A_COUNT: Final = (is_a(int), is_count)
_IS_MONEY: Final = (is_a(Money), is_not_negative)
_LONGEST: Final = 60
"""More days than any stay has."""


def _is_a_year(_instance: object, attribute: attrs.Attribute[Any], year: int | None) -> None:
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise ImpossibleValueError(
            f"{attribute.name} 是年份（{FIRST_YEAR} 到 {LAST_YEAR}），不能是 {year}",
            f"{attribute.name} is a year from {FIRST_YEAR} to {LAST_YEAR}, not {year}",
        )


def _is_a_stay(_instance: object, _attribute: attrs.Attribute[Any], days: int | None) -> None:
    if days is not None and not 1 <= days <= _LONGEST:
        raise ImpossibleValueError(
            f"疗休养天数应在 1 到 {_LONGEST} 之间，不能是 {days}",
            f"A stay lasts from 1 to {_LONGEST} days, not {days}",
        )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Participant(Value):
    """
    Somebody who goes (疗休养人员). Personal data: printed on private papers only.

    Attributes:
        name: The name (姓名).

        department: Where they work (所在处室); empty when not said.

        previous: The year in which they went before (上次疗休养年份), or None.
    """

    name: str = attrs.field(validator=is_filled_text)
    department: str = attrs.field(default="", validator=is_text)
    previous: int | None = attrs.field(default=None, validator=[is_a(int), _is_a_year])


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Batch(Value):
    """
    People who go together (疗休养批次).

    Attributes:
        title: What it is called (批次): 第一批; empty: it is numbered.

        when: When they go (时间), or None.

        days: How many days they stay (天数), or None: as many as the time says, where it names the first and last day.

        place: Where (地点).

        home: It is a union's recuperation home (工会疗休养基地); None when not said.

        in_province: It lies in the union's own province (省内); None when not said.

        people: How many go (人数), or None.

        frontline: How many of them work at the front line (一线职工), or None.

        per_head: What board and lodging cost a head (人均食宿等费用), in yuan, without travel, or None.

        travel: What travel costs a head (人均交通费), in yuan, or None.

        fund: Who pays (经费来源).

        companions: How many come along who do not belong to it (随行人员); 0 for none.

        companions_pay: They pay for themselves (随行人员费用自理); None when not said.

        study_days: Days of study, visits and training among them (考察学习天数), or None.

        counts_as_leave: The days are set off against annual leave (冲抵年休假); None when not said.

        participants: Who goes, as far as the plan names them.
    """

    title: str = attrs.field(default="", validator=is_text)
    when: Schedule | None = attrs.field(default=None, validator=_IS_A_TIME)
    days: int | None = attrs.field(default=None, validator=[is_a(int), _is_a_stay])
    place: str = attrs.field(default="", validator=is_text)
    home: bool | None = attrs.field(default=None, validator=is_a(bool))
    in_province: bool | None = attrs.field(default=None, validator=is_a(bool))
    people: int | None = attrs.field(default=None, validator=_IS_A_COUNT)
    frontline: int | None = attrs.field(default=None, validator=_IS_A_COUNT)
    per_head: Money | None = attrs.field(default=None, validator=_IS_MONEY)
    travel: Money | None = attrs.field(default=None, validator=_IS_MONEY)
    fund: str = attrs.field(default="", validator=is_text)
    companions: int = attrs.field(default=0, validator=_IS_A_COUNT)
    companions_pay: bool | None = attrs.field(default=None, validator=is_a(bool))
    study_days: int | None = attrs.field(default=None, validator=_IS_A_COUNT)
    counts_as_leave: bool | None = attrs.field(default=None, validator=is_a(bool))
    participants: tuple[Participant, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(Participant)
    )

    @frontline.validator
    def _are_among_them(self, _attribute: attrs.Attribute[Any], frontline: int | None) -> None:
        if frontline is not None and self.people is not None and frontline > self.people:
            raise ImpossibleValueError(
                f"一线职工（{frontline} 人）多于本批人数（{self.people} 人）",
                f"There are more front-line workers ({frontline}) than people who go ({self.people})",
            )

    @study_days.validator
    def _lie_within(self, _attribute: attrs.Attribute[Any], study_days: int | None) -> None:
        lasts = self.lasts
        if study_days is not None and lasts is not None and study_days > lasts:
            raise ImpossibleValueError(
                f"考察学习（{study_days} 天）多于疗休养天数（{lasts} 天）",
                f"There are more days of study ({study_days}) than days of the stay ({lasts})",
            )

    @participants.validator
    def _fit_in(self, _attribute: attrs.Attribute[Any], participants: tuple[Participant, ...]) -> None:
        if self.people is not None and len(participants) > self.people:
            raise ImpossibleValueError(
                f"列出的人员（{len(participants)} 人）多于本批人数（{self.people} 人）",
                f"More people are named ({len(participants)}) than go ({self.people})",
            )

    def __attrs_post_init__(self) -> None:
        _ = self.cost  # refuses a sum that no money can be

    @property
    def lasts(self) -> int | None:
        """How many days it lasts; None where nothing says so."""
        if self.days is not None:
            return self.days
        match self.when:
            case OnDay():
                return 1
            case Span(start=OnDay() as start, end=OnDay() as end):
                days = (_day(end) - _day(start)).days + 1
                return days if 1 <= days <= _LONGEST else None
            case _:
                return None

    @property
    def cost(self) -> Money | None:
        """What it costs in all, travel included; None where people or cost a head are not told."""
        if self.people is None or (self.per_head is None and self.travel is None):
            return None
        return (
            sum((each for each in (self.per_head, self.travel) if each is not None), start=Money.ZERO)
            * self.people
        )


def _day(day: OnDay) -> dt.date:
    """The day in its year; in a leap year where it names none."""
    try:
        return dt.date(day.year or 2096, day.month, day.day)
    except ValueError:  # 29 February of a common year
        return dt.date(day.year or 2096, 3, 1)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Recuperation(Value):
    """
    The stays that a plan arranges (职工疗休养).

    Attributes:
        quota: How many may go in the calendar year (年度名额), or None.

        used: How many have gone in it before (已安排人数).

        budget: What may be spent in the calendar year (年度经费控制数), or None.

        spent: What was spent in it before (已使用经费), or None: nothing.

        batches: The batches that the plan arranges, in order.
    """

    quota: int | None = attrs.field(default=None, validator=_IS_A_COUNT)
    used: int = attrs.field(default=0, validator=_IS_A_COUNT)
    budget: Money | None = attrs.field(default=None, validator=_IS_MONEY)
    spent: Money | None = attrs.field(default=None, validator=_IS_MONEY)
    batches: tuple[Batch, ...] = attrs.field(default=(), converter=to_tuple, validator=are_all(Batch))

    def __attrs_post_init__(self) -> None:
        _ = self.cost  # refuses a sum that no money can be

    @property
    def people(self) -> int:
        """How many go in all batches whose number is told."""
        return sum(batch.people or 0 for batch in self.batches)

    @property
    def cost(self) -> Money:
        """What all batches cost whose cost is told."""
        return sum((batch.cost for batch in self.batches if batch.cost is not None), start=Money.ZERO)
