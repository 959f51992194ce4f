"""The union body whose plan it is (工会组织)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from unionkit.errors import ImpossibleValueError

from ._numbers import Money
from ._people import Committee, Delegates, Funds
from ._value import Value
from .validators import are_all, is_a, is_count, is_not_negative, is_text, to_tuple


def _to_committees(values: Iterable[Committee]) -> tuple[Committee, ...]:
    return to_tuple(values)


def _to_delegates(values: Iterable[Delegates]) -> tuple[Delegates, ...]:
    return to_tuple(values)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Organization(Value):
    """
    The union body (工会组织), as far as rules and papers ask about it.

    Attributes:
        name: Full name as documents use it (清河中学工会).

        sector: Kind of body, a name of the vocabulary (school, town, federation …); empty when unknown.

        ownership: Ownership of the unit (所有制); empty when unknown.

        region: Province by its full name (山东省); regional limits go by it.

        parent: The union body above (上级工会).

        staff: Number of employees of the unit (职工人数), or None.

        members: Number of union members (会员人数), or None.

        women: Number of women among the members (女会员人数), or None.

        women_staff: Number of women among the employees (女职工人数), or None.

        committees: Its committees, with terms and elections (委员会).

        delegates: Delegates of each of its congresses (代表); the value of the key is one of them, or a list.

        payroll: Wages of all employees in a calendar year (工资总额), or None.

        funds: The money it lives on (经费), or None.
    """

    name: str = attrs.field(default="", validator=is_text)
    sector: str = attrs.field(default="", validator=is_text)
    ownership: str = attrs.field(default="", validator=is_text)
    region: str = attrs.field(default="", validator=is_text)
    parent: str = attrs.field(default="", validator=is_text)
    staff: int | None = attrs.field(default=None, validator=[is_a(int), is_count])
    members: int | None = attrs.field(default=None, validator=[is_a(int), is_count])
    women: int | None = attrs.field(default=None, validator=[is_a(int), is_count])
    women_staff: int | None = attrs.field(default=None, validator=[is_a(int), is_count])
    committees: tuple[Committee, ...] = attrs.field(
        default=(), converter=_to_committees, validator=are_all(Committee)
    )
    delegates: tuple[Delegates, ...] = attrs.field(
        default=(), converter=_to_delegates, validator=are_all(Delegates), metadata={"single": True}
    )
    payroll: Money | None = attrs.field(default=None, validator=[is_a(Money), is_not_negative])
    funds: Funds | None = attrs.field(default=None, validator=is_a(Funds))

    @women.validator
    def _among_members(self, _attribute: attrs.Attribute[Any], women: int | None) -> None:
        if women is not None and self.members is not None and women > self.members:
            raise ImpossibleValueError(
                f"女会员人数（{women}）大于会员人数（{self.members}）",
                f"There are more women ({women}) than members ({self.members})",
            )

    @women_staff.validator
    def _among_staff(self, _attribute: attrs.Attribute[Any], women_staff: int | None) -> None:
        if women_staff is not None and self.staff is not None and women_staff > self.staff:
            raise ImpossibleValueError(
                f"女职工人数（{women_staff}）大于职工人数（{self.staff}）",
                f"There are more women ({women_staff}) than employees ({self.staff})",
            )
