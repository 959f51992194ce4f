"""
What only plans of schools hold: the staff congress and the openness of school affairs.

It stands in a plan file under ``data`` and ``school``; the names of the attributes are the keys.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, Final, get_args

import attrs
from attrs import validators as v

from unionkit.errors import ImpossibleValueError, UnionkitError, WrongTypeError
from unionkit.files import structure
from unionkit.model import Plan, Schedule, Value, check_text


def _text(_instance: object, _attribute: attrs.Attribute[Any], value: object) -> None:
    check_text(value)


def _filled(_instance: object, _attribute: attrs.Attribute[Any], value: object) -> None:
    if not check_text(value).strip():
        raise WrongTypeError("文字（不能为空）", "text that is not empty", repr(value))


def _count(_instance: object, attribute: attrs.Attribute[Any], value: int | None) -> None:
    if value is not None and value < 0:
        raise ImpossibleValueError(
            f"人数（{attribute.name}）不能为负", f"The headcount {attribute.name} cannot be negative"
        )


_SCHEDULED: Final = v.optional(v.instance_of(get_args(Schedule)))
_DAY: Final = v.optional(v.instance_of(dt.date))


def _to_texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(texts)


def _to_entries(entries: Iterable[OpennessEntry]) -> tuple[OpennessEntry, ...]:
    return tuple(entries)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class StaffCongress(Value):
    """
    A session of the staff congress (教职工代表大会).

    Attributes:
        session: Which session it is (届次), as documents write it: 第三届教职工代表大会第二次会议; empty when not said.

        when: When it meets (召开时间), or None.

        delegates: Number of delegates (代表人数), or None.

        teachers: Number of teachers among them (教师代表人数), or None.

        women: Number of women among them (女代表人数), or None.

        proposals: When proposals of delegates are collected (提案征集时间), or None.

        agenda: What it hears, discusses and votes on (议程), in order.
    """

    session: str = attrs.field(default="", validator=_text)
    when: Schedule | None = attrs.field(default=None, validator=_SCHEDULED)
    delegates: int | None = attrs.field(default=None, validator=_count)
    teachers: int | None = attrs.field(default=None, validator=_count)
    women: int | None = attrs.field(default=None, validator=_count)
    proposals: Schedule | None = attrs.field(default=None, validator=_SCHEDULED)
    agenda: tuple[str, ...] = attrs.field(default=(), converter=_to_texts, validator=v.deep_iterable(_filled))

    @teachers.validator
    def _teachers_among_delegates(self, _attribute: attrs.Attribute[Any], teachers: int | None) -> None:
        if teachers is not None and self.delegates is not None and teachers > self.delegates:
            raise ImpossibleValueError(
                f"教师代表（{teachers} 人）多于代表总数（{self.delegates} 人）",
                f"There are more teachers ({teachers}) than delegates ({self.delegates})",
            )

    @women.validator
    def _women_among_delegates(self, _attribute: attrs.Attribute[Any], women: int | None) -> None:
        if women is not None and self.delegates is not None and women > self.delegates:
            raise ImpossibleValueError(
                f"女代表（{women} 人）多于代表总数（{self.delegates} 人）",
                f"There are more women ({women}) than delegates ({self.delegates})",
            )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class OpennessEntry(Value):
    """
    One matter that the school makes known (校务公开事项).

    Attributes:
        topic: What is made known (公开内容).

        form: In which form (公开形式): 公示栏, 教职工大会, 校园网.

        when: When (公开时间), or None.

        responsible: The department responsible (责任部门).

        audience: To whom (公开范围): 全体教职工, 学生家长, 社会.
    """

    topic: str = attrs.field(validator=_filled)
    form: str = attrs.field(default="", validator=_text)
    when: Schedule | None = attrs.field(default=None, validator=_SCHEDULED)
    responsible: str = attrs.field(default="", validator=_text)
    audience: str = attrs.field(default="", validator=_text)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Posting(Value):
    """
    How the openness notice is posted (公示): printed on the notice only.

    Attributes:
        supervisor: Who watches over the openness (监督机构).

        contact: Where opinions are received (意见受理); an office, never a person.

        place: Where the notice hangs (公示地点).

        start: First day of the posting (公示起始日), or None.

        end: Last day of the posting (公示截止日), or None.
    """

    supervisor: str = attrs.field(default="", validator=_text)
    contact: str = attrs.field(default="", validator=_text)
    place: str = attrs.field(default="", validator=_text)
    start: dt.date | None = attrs.field(default=None, validator=_DAY)
    end: dt.date | None = attrs.field(default=None, validator=_DAY)

    @end.validator
    def _in_order(self, _attribute: attrs.Attribute[Any], end: dt.date | None) -> None:
        if self.start is not None and end is not None and end < self.start:
            raise ImpossibleValueError("公示截止日早于起始日", "The posting ends before it starts")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class SchoolData(Value):
    """
    What stands in a plan under ``data`` and ``school``.

    Attributes:
        congress: The session of the staff congress in this half year (教职工代表大会), or None.

        openness: What is made known in this half year (校务公开), in order.

        posting: How the notice about it is posted (公示), or None.
    """

    congress: StaffCongress | None = attrs.field(
        default=None, validator=v.optional(v.instance_of(StaffCongress))
    )
    openness: tuple[OpennessEntry, ...] = attrs.field(
        default=(), converter=_to_entries, validator=v.deep_iterable(v.instance_of(OpennessEntry))
    )
    posting: Posting | None = attrs.field(default=None, validator=v.optional(v.instance_of(Posting)))


def school_data(plan: Plan) -> SchoolData | None:
    """Return what a plan holds for schools; None when that cannot be understood, which loading reports."""
    try:
        return structure(plan.data.get("school") or {}, SchoolData)
    except UnionkitError:
        return None
