"""
What only plans of schools hold: the staff congress and the openness of school affairs.

It stands in a plan file under ``data`` and ``school``; the names of the attributes are the keys.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final, get_args

import attrs

from unionkit.errors import ImpossibleValueError
from unionkit.files import data_of
from unionkit.model import Plan, Schedule, Value
from unionkit.model.validators import (
    are_all,
    are_filled_texts,
    is_a,
    is_count,
    is_filled_text,
    is_plausible_day,
    is_text,
    to_texts,
    to_tuple,
)

_IS_A_TIME: Final = is_a(*get_args(Schedule))
_IS_A_COUNT: Final = (is_a(int), is_count)
_IS_A_DAY: Final = (is_a(dt.date), is_plausible_day)

_KINDS: Final = {
    "teachers": ("教师代表", "teachers"),
    "women": ("女代表", "women"),
    "young": ("青年教师代表", "young teachers"),
    "present": ("到会代表", "delegates present"),
}
"""The figures of a session that count some of its delegates, in both languages."""


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

        young: Number of young teachers among them (青年教师代表人数), or None.

        present: How many are expected to be present (预计到会人数), or None.

        proposals: When proposals of delegates are collected (提案征集时间), or None.

        agenda: What it hears, discusses and votes on (议程), in order.
    """

    session: str = attrs.field(default="", validator=is_text)
    when: Schedule | None = attrs.field(default=None, validator=_IS_A_TIME)
    delegates: int | None = attrs.field(default=None, validator=_IS_A_COUNT)
    teachers: int | None = attrs.field(default=None, validator=_IS_A_COUNT)
    women: int | None = attrs.field(default=None, validator=_IS_A_COUNT)
    young: int | None = attrs.field(default=None, validator=_IS_A_COUNT)
    present: int | None = attrs.field(default=None, validator=_IS_A_COUNT)
    proposals: Schedule | None = attrs.field(default=None, validator=_IS_A_TIME)
    agenda: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=are_filled_texts)

    @teachers.validator
    @women.validator
    @young.validator
    @present.validator
    def _are_among_the_delegates(self, attribute: attrs.Attribute[Any], some: int | None) -> None:
        if some is not None and self.delegates is not None and some > self.delegates:
            zh, en = _KINDS[attribute.name]
            raise ImpossibleValueError(
                f"{zh}（{some} 人）多于代表总数（{self.delegates} 人）",
                f"There are more {en} ({some}) than delegates ({self.delegates})",
            )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class LastCongress(Value):
    """
    The last session before this plan (上一次会议), and what became of its proposals.

    Attributes:
        day: The day on which it met (召开日期).

        proposals: Number of proposals of delegates put on file (立案提案件数), or None.

        answered: How many of them have been answered (已答复件数), or None.
    """

    day: dt.date = attrs.field(validator=_IS_A_DAY)
    proposals: int | None = attrs.field(default=None, validator=_IS_A_COUNT)
    answered: int | None = attrs.field(default=None, validator=_IS_A_COUNT)

    @answered.validator
    def _were_put_on_file(self, _attribute: attrs.Attribute[Any], answered: int | None) -> None:
        if answered is not None and self.proposals is not None and answered > self.proposals:
            raise ImpossibleValueError(
                f"已答复的提案（{answered} 件）多于立案提案（{self.proposals} 件）",
                f"More proposals are answered ({answered}) than were put on file ({self.proposals})",
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

        audience: To whom (公开范围): 全体教职工, 学生, 学生家长, 社会.
    """

    topic: str = attrs.field(validator=is_filled_text)
    form: str = attrs.field(default="", validator=is_text)
    when: Schedule | None = attrs.field(default=None, validator=_IS_A_TIME)
    responsible: str = attrs.field(default="", validator=is_text)
    audience: str = attrs.field(default="", validator=is_text)


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

    supervisor: str = attrs.field(default="", validator=is_text)
    contact: str = attrs.field(default="", validator=is_text)
    place: str = attrs.field(default="", validator=is_text)
    start: dt.date | None = attrs.field(default=None, validator=_IS_A_DAY)
    end: dt.date | None = attrs.field(default=None, validator=_IS_A_DAY)

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

        last_congress: The last session before (上一次会议), or None.

        openness: What is made known in this half year (校务公开), in order.

        posting: How the notice about it is posted (公示), or None.
    """

    congress: StaffCongress | None = attrs.field(default=None, validator=is_a(StaffCongress))
    last_congress: LastCongress | None = attrs.field(default=None, validator=is_a(LastCongress))
    openness: tuple[OpennessEntry, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(OpennessEntry)
    )
    posting: Posting | None = attrs.field(default=None, validator=is_a(Posting))


def school_data(plan: Plan) -> SchoolData | None:
    """Return what a plan holds for schools; None when that cannot be understood, which loading reports."""
    return data_of(plan, "school", SchoolData)
