"""People and bodies of a union: committees, delegates, and the money it lives on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import attrs

from unionkit.errors import ImpossibleValueError

from ._numbers import Money, Quantity
from ._value import Value
from .validators import (
    are_all,
    is_a,
    is_count,
    is_filled_text,
    is_not_negative,
    is_plausible_day,
    is_text,
    to_tuple,
)


def _is_a_term(_instance: object, _attribute: attrs.Attribute[Any], term: int | None) -> None:
    if term is not None and not 1 <= term <= 10:
        raise ImpossibleValueError("任期应在 1 到 10 年之间", "A term lasts 1 to 10 years")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Person(Value):
    """
    A member of a committee (委员). Personal data: for rules and internal papers only.

    Attributes:
        name: The name (姓名).

        role: What they are in it (主席、副主席、委员); empty when not said.

        full_time: They work for the union only (专职); None when not said.

        votes: Votes in favour at the election (得票数), or None.
    """

    name: str = attrs.field(validator=is_filled_text)
    role: str = attrs.field(default="", validator=is_text)
    full_time: bool | None = attrs.field(default=None, validator=is_a(bool))
    votes: int | None = attrs.field(default=None, validator=[is_a(int), is_count])


def _to_persons(values: Iterable[Person]) -> tuple[Person, ...]:
    return to_tuple(values)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Committee(Value):
    """
    A committee of the union (委员会).

    Attributes:
        kind: A name of the vocabulary: committee (工会委员会), audit (经费审查委员会), women (女职工委员会).

        size: Number of its members (委员人数), or None.

        elected: The day of its election (选举日期), or None.

        term: Length of its term in years (任期), or None.

        candidates: How many stood for election (候选人数), or None.

        entitled: How many were entitled to vote (应到人数), or None.

        present: How many of them were present (实到人数), or None.

        members: Its members, as far as the plan names them.
    """

    kind: str = attrs.field(validator=is_filled_text)
    size: int | None = attrs.field(default=None, validator=[is_a(int), is_count])
    elected: dt.date | None = attrs.field(default=None, validator=[is_a(dt.date), is_plausible_day])
    term: int | None = attrs.field(default=None, validator=[is_a(int), _is_a_term])
    candidates: int | None = attrs.field(default=None, validator=[is_a(int), is_count])
    entitled: int | None = attrs.field(default=None, validator=[is_a(int), is_count])
    present: int | None = attrs.field(default=None, validator=[is_a(int), is_count])
    members: tuple[Person, ...] = attrs.field(default=(), converter=_to_persons, validator=are_all(Person))

    @present.validator
    def _were_entitled(self, _attribute: attrs.Attribute[Any], present: int | None) -> None:
        if present is not None and self.entitled is not None and present > self.entitled:
            raise ImpossibleValueError(
                f"实到人数（{present}）多于应到人数（{self.entitled}）",
                f"More were present ({present}) than entitled to vote ({self.entitled})",
            )

    @members.validator
    def _fit_size_and_votes(self, _attribute: attrs.Attribute[Any], members: tuple[Person, ...]) -> None:
        if self.size is not None and len(members) > self.size:
            raise ImpossibleValueError(
                f"列出的委员（{len(members)} 人）多于委员人数（{self.size}）",
                f"More members are named ({len(members)}) than the committee has ({self.size})",
            )
        most = self.present if self.present is not None else self.entitled
        for person in members:
            if most is not None and person.votes is not None and person.votes > most:
                raise ImpossibleValueError(
                    f"{person.name}的得票数（{person.votes}）多于投票人数（{most}）",
                    f"{person.name} has more votes ({person.votes}) than people voted ({most})",
                )

    @property
    def ends(self) -> dt.date | None:
        """The last day of its term, or None where election or term are not known."""
        if self.elected is None or self.term is None:
            return None
        year = self.elected.year + self.term
        # Counted from the first of the month: where there is no 29 February, its term begins anew on 1 March.
        return dt.date(year, self.elected.month, 1) + dt.timedelta(days=self.elected.day - 2)


def _is_among_them(delegates: Delegates, _attribute: attrs.Attribute[Any], number: int | None) -> None:
    if number is not None and number > delegates.total:
        raise ImpossibleValueError(
            "某类代表多于代表总数", "There are more delegates of a kind than delegates"
        )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Delegates(Value):
    """
    Delegates of a congress (代表), by kind; kinds may overlap.

    Attributes:
        congress: Of which congress, a name of the vocabulary: staff (职工代表大会、教职工代表大会), members
            (会员代表大会); empty when not said.

        total: All delegates (代表总数).

        elected: The day of their election (选举日期), or None.

        term: Length of their term in years (任期), or None.

        workers: Front-line workers among them (一线职工代表), or None.

        teachers: Teachers among them (教师代表), or None.

        managers: Middle and senior managers among them (中层以上管理人员代表), or None.

        agency: Agency workers among them (劳务派遣工代表), or None.

        women: Women among them (女代表), or None.
    """

    congress: str = attrs.field(default="", validator=is_text)
    total: int = attrs.field(validator=[is_a(int), is_count])
    elected: dt.date | None = attrs.field(default=None, validator=[is_a(dt.date), is_plausible_day])
    term: int | None = attrs.field(default=None, validator=[is_a(int), _is_a_term])
    workers: int | None = attrs.field(default=None, validator=[is_a(int), is_count, _is_among_them])
    teachers: int | None = attrs.field(default=None, validator=[is_a(int), is_count, _is_among_them])
    managers: int | None = attrs.field(default=None, validator=[is_a(int), is_count, _is_among_them])
    agency: int | None = attrs.field(default=None, validator=[is_a(int), is_count, _is_among_them])
    women: int | None = attrs.field(default=None, validator=[is_a(int), is_count, _is_among_them])


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Funds(Value):
    """
    The money a union lives on, in a calendar year.

    Attributes:
        dues: Members' dues (会费收入), or None.

        appropriation: What the unit pays (拨缴经费, 2% of the payroll), or None.

        retained: The share of the appropriation that stays with this union (留成比例), such as ``60%``, or None.

        balance: What is left from earlier years (结余), or None.
    """

    dues: Money | None = attrs.field(default=None, validator=[is_a(Money), is_not_negative])
    appropriation: Money | None = attrs.field(default=None, validator=[is_a(Money), is_not_negative])
    retained: Quantity | None = attrs.field(default=None, validator=is_a(Quantity))
    balance: Money | None = attrs.field(default=None, validator=[is_a(Money), is_not_negative])

    @retained.validator
    def _is_a_share(self, _attribute: attrs.Attribute[Any], retained: Quantity | None) -> None:
        if retained is not None:
            share, unit = retained.measure()
            if unit != "%" or not 0 <= share <= 100:
                raise ImpossibleValueError(
                    "留成比例是 0% 到 100% 之间的百分数", "The retained share is a percentage from 0% to 100%"
                )
