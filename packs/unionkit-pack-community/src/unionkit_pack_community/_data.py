"""
What only plans of communities hold: open residents' affairs, jobless members, hardship files and the five visits.

It stands in a plan file under ``data`` and ``community``; the names of the attributes are the keys.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final, get_args

import attrs

from unionkit.errors import ImpossibleValueError
from unionkit.files import data_of
from unionkit.model import Money, Plan, Schedule, Value
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

_is_a_time: Final = is_a(*get_args(Schedule))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class OpennessEntry(Value):
    """
    One matter that the residents' committee makes known (居务公开事项).

    Attributes:
        topic: What is made known (公开内容).

        form: In which form (公开形式): 公开栏, 居民会议, 社区微信群.

        when: When (公开时间), or None.

        responsible: Who is responsible (责任人), an office or a committee.

        money: It tells what money came in and went out (涉及资金), and is made known item by item (分项列清单).
    """

    topic: str = attrs.field(validator=is_filled_text)
    form: str = attrs.field(default="", validator=is_text)
    when: Schedule | None = attrs.field(default=None, validator=_is_a_time)
    responsible: str = attrs.field(default="", validator=is_text)
    money: bool = attrs.field(default=False, validator=is_a(bool))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Posting(Value):
    """
    How the openness sheet is posted (公示): printed on the sheet only.

    Attributes:
        supervisor: Who watches over the openness (监督机构).

        contact: Where opinions are received (意见受理); an office, never a person.

        place: Where the sheet hangs (公示地点).

        start: First day of the posting (公示起始日), or None.

        end: Last day of the posting (公示截止日), or None.
    """

    supervisor: str = attrs.field(default="", validator=is_text)
    contact: str = attrs.field(default="", validator=is_text)
    place: str = attrs.field(default="", validator=is_text)
    start: dt.date | None = attrs.field(default=None, validator=[is_a(dt.date), is_plausible_day])
    end: dt.date | None = attrs.field(default=None, validator=[is_a(dt.date), is_plausible_day])

    @end.validator
    def _in_order(self, _attribute: attrs.Attribute[Any], end: dt.date | None) -> None:
        if self.start is not None and end is not None and end < self.start:
            raise ImpossibleValueError("公示截止日早于起始日", "The posting ends before it starts")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class JoblessMeasure(Value):
    """
    Something done for jobless members (帮扶措施).

    Attributes:
        title: What is done (措施): 技能培训, 岗位推介.

        when: When (时间), or None.

        places: For how many (名额), or None.

        responsible: Who is responsible (责任部门).
    """

    title: str = attrs.field(validator=is_filled_text)
    when: Schedule | None = attrs.field(default=None, validator=_is_a_time)
    places: int | None = attrs.field(default=None, validator=[is_a(int), is_count])
    responsible: str = attrs.field(default="", validator=is_text)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class JoblessMembers(Value):
    """
    Members without work (失业会员) and what is done for them.

    Attributes:
        registered: How many are registered (登记人数).

        placed: How many are to find work in this period (拟帮助就业人数), or None.

        trained: How many are to be trained (拟培训人数), or None.

        measures: What is done for them (帮扶措施), in order.
    """

    registered: int = attrs.field(validator=[is_a(int), is_count])
    placed: int | None = attrs.field(default=None, validator=[is_a(int), is_count])
    trained: int | None = attrs.field(default=None, validator=[is_a(int), is_count])
    measures: tuple[JoblessMeasure, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(JoblessMeasure)
    )

    @placed.validator
    def _placed_of_them(self, _attribute: attrs.Attribute[Any], placed: int | None) -> None:
        if placed is not None and placed > self.registered:
            raise ImpossibleValueError(
                f"拟帮助就业人数（{placed}）多于登记的失业会员（{self.registered}）",
                f"More members are to find work ({placed}) than are registered as jobless ({self.registered})",
            )

    @trained.validator
    def _trained_of_them(self, _attribute: attrs.Attribute[Any], trained: int | None) -> None:
        if trained is not None and trained > self.registered:
            raise ImpossibleValueError(
                f"拟培训人数（{trained}）多于登记的失业会员（{self.registered}）",
                f"More members are to be trained ({trained}) than are registered as jobless ({self.registered})",
            )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class HardshipFile(Value):
    """
    The file of a member in need (困难会员档案). It stands for a household by its number; the name is printed only on papers
    that ask for private facts.

    Attributes:
        number: The number of the file (档案编号).

        kind: ``deep`` (深度困难), ``relative`` (相对困难) or ``accident`` (意外致困); empty when not said. Other words are
            kept, and a rule says what the register calls it.

        when: When the household is visited (走访时间), or None.

        responsible: Who visits (走访人), an office or a committee.

        name: The member (姓名). Personal data.
    """

    number: str = attrs.field(validator=is_filled_text)
    kind: str = attrs.field(default="", validator=is_text)
    when: Schedule | None = attrs.field(default=None, validator=_is_a_time)
    responsible: str = attrs.field(default="", validator=is_text)
    name: str = attrs.field(default="", validator=is_text)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class VisitOccasion(Value):
    """
    An occasion on which the union must visit a member (必访情形): one of the five visits (五必访).

    Attributes:
        occasion: What calls for the visit, a trigger of the vocabulary (illness, hardship, bereavement …).

        within: Within how many days of the news the visit is made (时限), or None.

        standard: What is done there (走访要求).

        per_head: What is brought, in yuan (慰问标准), or None.

        responsible: Who visits (责任人), an office or a committee.
    """

    occasion: str = attrs.field(validator=is_filled_text)
    within: int | None = attrs.field(default=None, validator=[is_a(int), is_count])
    standard: str = attrs.field(default="", validator=is_text)
    per_head: Money | None = attrs.field(default=None, validator=[is_a(Money), is_not_negative])
    responsible: str = attrs.field(default="", validator=is_text)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class VisitRecord(Value):
    """
    A visit that was made (走访记录). Name, findings and follow-up are personal data: printed only on papers that ask for
    private facts.

    Attributes:
        occasion: What called for it, one of the five.

        number: The number of the hardship file, or of the case (编号); empty when there is none.

        day: The day of the visit (走访日期), or None.

        visitors: Who went (走访人), an office or a committee.

        name: Whom they visited (走访对象). Personal data.

        findings: What they found (了解的情况). Personal data.

        follow_up: What is to be done next (后续措施). Personal data.
    """

    occasion: str = attrs.field(validator=is_filled_text)
    number: str = attrs.field(default="", validator=is_text)
    day: dt.date | None = attrs.field(default=None, validator=[is_a(dt.date), is_plausible_day])
    visitors: str = attrs.field(default="", validator=is_text)
    name: str = attrs.field(default="", validator=is_text)
    findings: str = attrs.field(default="", validator=is_text)
    follow_up: str = attrs.field(default="", validator=is_text)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class CommunityData(Value):
    """
    What stands in a plan under ``data`` and ``community``.

    Attributes:
        openness: What is made known in this period (居务公开), in order.

        posting: How the openness sheet is posted (公示), or None.

        jobless: Members without work (失业会员), or None.

        hardship: The files of members in need (困难会员档案), in order.

        visits: The five visits (五必访), in order.

        records: Visits that were made (走访记录), in order.
    """

    openness: tuple[OpennessEntry, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(OpennessEntry)
    )
    posting: Posting | None = attrs.field(default=None, validator=is_a(Posting))
    jobless: JoblessMembers | None = attrs.field(default=None, validator=is_a(JoblessMembers))
    hardship: tuple[HardshipFile, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(HardshipFile)
    )
    visits: tuple[VisitOccasion, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(VisitOccasion)
    )
    records: tuple[VisitRecord, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(VisitRecord)
    )

    def without_names(self) -> CommunityData:
        """Return the same without what concerns named persons."""
        return attrs.evolve(
            self,
            hardship=tuple(attrs.evolve(file, name="") for file in self.hardship),
            records=tuple(attrs.evolve(each, name="", findings="", follow_up="") for each in self.records),
        )


def community_data(plan: Plan) -> CommunityData | None:
    """Return what a plan holds for communities; None when that cannot be understood, which loading reports."""
    return data_of(plan, "community", CommunityData)
