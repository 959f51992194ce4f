"""The union body whose plan it is (工会组织)."""

from __future__ import annotations

from typing import Any

import attrs

from unionkit.errors import ImpossibleValueError

from ._validators import is_a, is_text
from ._value import Value


def _not_negative(_instance: object, attribute: attrs.Attribute[Any], value: int | None) -> None:
    if value is not None and value < 0:
        raise ImpossibleValueError(
            f"人数（{attribute.name}）不能为负", f"The headcount {attribute.name} cannot be negative"
        )


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
    """

    name: str = attrs.field(default="", validator=is_text)
    sector: str = attrs.field(default="", validator=is_text)
    ownership: str = attrs.field(default="", validator=is_text)
    region: str = attrs.field(default="", validator=is_text)
    parent: str = attrs.field(default="", validator=is_text)
    staff: int | None = attrs.field(default=None, validator=[is_a(int), _not_negative])
    members: int | None = attrs.field(default=None, validator=[is_a(int), _not_negative])
    women: int | None = attrs.field(default=None, validator=[is_a(int), _not_negative])

    @women.validator
    def _among_members(self, _attribute: attrs.Attribute[Any], women: int | None) -> None:
        if women is not None and self.members is not None and women > self.members:
            raise ImpossibleValueError("女会员人数大于会员人数", "There are more women than members")
