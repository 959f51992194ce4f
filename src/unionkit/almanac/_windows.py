"""How many days words like 前, 前后, 开学初 stand for (时间范围): explicit values, which a Kit can override."""

from __future__ import annotations

from typing import Any

import attrs

from unionkit.errors import ImpossibleValueError
from unionkit.model import Value


def _is_length(_instance: object, attribute: attrs.Attribute[Any], days: object) -> None:
    if type(days) is not int or not 1 <= days <= 60:
        raise ImpossibleValueError(
            f"{attribute.name} 是 1 到 60 的天数，不能是 {days!r}",
            f"{attribute.name} is a number of days from 1 to 60, not {days!r}",
        )


def _days(default: int) -> Any:
    return attrs.field(default=default, validator=_is_length)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Windows(Value):
    """
    The windows of words that name no days, in days.

    No regulation sets them: they are what a reader of a plan would take them for.

    Attributes:
        before: 中秋节前 is so many days, ending on the day before.

        around: 教师节前后 is the day itself and so many days on either side.

        after: 春节后 is so many days from the day after.

        during: 教师节期间, of a festival without days off, is the day itself and so many days on either side. (Of one
            with days off it is these.)

        opening: 开学初, 学期初: the first so many days of a term.

        middle: 学期中, 期中: so many days in the middle of a term.

        closing: 学期末, 期末: the last so many days of a term.
    """

    before: int = _days(7)
    around: int = _days(7)
    after: int = _days(7)
    during: int = _days(3)
    opening: int = _days(14)
    middle: int = _days(14)
    closing: int = _days(14)
