"""
What only plans of agencies hold: recuperation, the audit of union funds, interest groups, care for women.

It stands in a plan file under ``data`` and ``agency``; the names of the attributes are the keys.
"""

from __future__ import annotations

import datetime as dt
from typing import Final, get_args

import attrs

from unionkit.model import Money, Schedule, Value
from unionkit.model.validators import (
    are_all,
    is_a,
    is_count,
    is_filled_text,
    is_not_negative,
    is_plausible_day,
    is_text,
    to_tuple,
)

from ._audit import Audit
from ._recuperation import Recuperation

_IS_A_TIME: Final = is_a(*get_args(Schedule))
_IS_A_COUNT: Final = (is_a(int), is_count)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class InterestGroup(Value):
    """
    An interest group of members (兴趣小组、文体协会).

    Attributes:
        title: What it is called (名称): 羽毛球组.

        members: How many belong to it (人数), or None.

        when: When it meets (活动时间), or None.

        place: Where (地点).

        owner: Who runs it, an office or a post, never a name (牵头人).

        cost: What it may spend in the time of the plan (经费), in yuan, or None.
    """

    title: str = attrs.field(validator=is_filled_text)
    members: int | None = attrs.field(default=None, validator=_IS_A_COUNT)
    when: Schedule | None = attrs.field(default=None, validator=_IS_A_TIME)
    place: str = attrs.field(default="", validator=is_text)
    owner: str = attrs.field(default="", validator=is_text)
    cost: Money | None = attrs.field(default=None, validator=[is_a(Money), is_not_negative])


@attrs.frozen(kw_only=True, repr=False, eq=False)
class WomenCare(Value):
    """
    Care for women on the staff (女职工关爱).

    Attributes:
        checkup: When they have their check-up (女职工专项体检时间), or None.

        previous: The day of the one before it (上次专项体检日期), or None.

        talk: When there is a talk on rights and health (权益与健康讲座), or None.

        room: There is a rest room for expectant and nursing mothers (女职工休息室、哺乳室); None when not said.
    """

    checkup: Schedule | None = attrs.field(default=None, validator=_IS_A_TIME)
    previous: dt.date | None = attrs.field(default=None, validator=[is_a(dt.date), is_plausible_day])
    talk: Schedule | None = attrs.field(default=None, validator=_IS_A_TIME)
    room: bool | None = attrs.field(default=None, validator=is_a(bool))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class AgencyData(Value):
    """
    What stands in a plan under ``data`` and ``agency``.

    Attributes:
        recuperation: Stays for recuperation (职工疗休养), or None.

        audit: The audit of union funds (经费审查), or None.

        groups: Interest groups (兴趣小组), in order.

        women: Care for women (女职工关爱), or None.
    """

    recuperation: Recuperation | None = attrs.field(default=None, validator=is_a(Recuperation))
    audit: Audit | None = attrs.field(default=None, validator=is_a(Audit))
    groups: tuple[InterestGroup, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(InterestGroup)
    )
    women: WomenCare | None = attrs.field(default=None, validator=is_a(WomenCare))
