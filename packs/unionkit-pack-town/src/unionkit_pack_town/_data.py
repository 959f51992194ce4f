"""
What only plans of towns and subdistricts hold: the register of unions to build and to bring up to standard.

It stands in a plan file under ``data`` and ``town``; the names of the attributes are the keys.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Final, get_args

import attrs

from unionkit.errors import ImpossibleValueError
from unionkit.files import data_of
from unionkit.model import Plan, Schedule, Value
from unionkit.model.validators import (
    are_all,
    is_a,
    is_count,
    is_filled_text,
    is_plausible_day,
    is_text,
    to_tuple,
)

_IS_A_TIME: Final = is_a(*get_args(Schedule))
_IS_A_COUNT: Final = (is_a(int), is_count)
_IS_A_DAY: Final = (is_a(dt.date), is_plausible_day)


class Size(StrEnum):
    """Size of an enterprise by its staff: 100 and more (large), 25 to 99 (middle), fewer than 25 (small)."""

    LARGE = "large"
    MIDDLE = "middle"
    SMALL = "small"


class Ownership(StrEnum):
    """Ownership of an enterprise: state-owned, collective or held by these (public, 公有制); all others (private, 非公有制)."""

    PUBLIC = "public"
    PRIVATE = "private"


class Task(StrEnum):
    """What is to be done with a union: build it (新建), or bring it up to standard (规范化建设)."""

    BUILD = "build"
    STANDARDISE = "standardise"


class Form(StrEnum):
    """How a union is built: by the enterprise alone (单独建会), or jointly with others (联合建会)."""

    OWN = "own"
    JOINT = "joint"


_AMONG_ENTERPRISES: Final = {
    "organised": ("已建会的", "with a union"),
    "built": ("新建会的", "with a new union"),
    "standardised": ("工会已达标的", "whose union is up to standard"),
}


@attrs.frozen(kw_only=True, repr=False, eq=False)
class EnterpriseClass(Value):
    """
    The enterprises of one size and ownership, counted (企业分类统计).

    Attributes:
        size: Their size.

        ownership: Their ownership.

        enterprises: How many there are (企业数).

        organised: How many of them had a union when the plan began, their own or a joint one (期初已建会数).

        to_build: How many are to get one (新建目标).

        built: How many of these have one by now (已新建数).

        to_standardise: How many unions are to be brought up to standard (规范化目标).

        standardised: How many of these are by now (已达标数).
    """

    size: Size = attrs.field(validator=is_a(Size))
    ownership: Ownership = attrs.field(default=Ownership.PRIVATE, validator=is_a(Ownership))
    enterprises: int = attrs.field(validator=_IS_A_COUNT)
    organised: int = attrs.field(default=0, validator=_IS_A_COUNT)
    to_build: int = attrs.field(default=0, validator=_IS_A_COUNT)
    built: int = attrs.field(default=0, validator=_IS_A_COUNT)
    to_standardise: int = attrs.field(default=0, validator=_IS_A_COUNT)
    standardised: int = attrs.field(default=0, validator=_IS_A_COUNT)

    @organised.validator
    @built.validator
    @standardised.validator
    def _are_among_the_enterprises(self, attribute: attrs.Attribute[Any], some: int) -> None:
        if some > self.enterprises:
            zh, en = _AMONG_ENTERPRISES[attribute.name]
            raise ImpossibleValueError(
                f"{zh}企业（{some} 家）多于企业总数（{self.enterprises} 家）",
                f"There are more enterprises {en} ({some}) than enterprises ({self.enterprises})",
            )

    @property
    def left(self) -> int:
        """How many would still be without a union when the plan is carried out; below nought, it builds too many."""
        return self.enterprises - self.organised - self.to_build


@attrs.frozen(kw_only=True, repr=False, eq=False)
class UnionEntry(Value):
    """
    An entry of the register (建会台账): one enterprise, and what is to be done there.

    Attributes:
        enterprise: Its name (企业名称).

        size: Its size.

        ownership: Its ownership.

        staff: Number of its staff (职工人数), or None.

        members: Number of union members that it has or is expected to have (会员人数), or None.

        task: What is to be done.

        form: How its union is built; None when not said.

        when: When (计划时间), or None.

        responsible: The department or body that sees to it (责任单位), never a person.

        done: It is done (已完成).
    """

    enterprise: str = attrs.field(validator=is_filled_text)
    size: Size = attrs.field(validator=is_a(Size))
    ownership: Ownership = attrs.field(default=Ownership.PRIVATE, validator=is_a(Ownership))
    staff: int | None = attrs.field(default=None, validator=_IS_A_COUNT)
    members: int | None = attrs.field(default=None, validator=_IS_A_COUNT)
    task: Task = attrs.field(default=Task.BUILD, validator=is_a(Task))
    form: Form | None = attrs.field(default=None, validator=is_a(Form))
    when: Schedule | None = attrs.field(default=None, validator=_IS_A_TIME)
    responsible: str = attrs.field(default="", validator=is_text)
    done: bool = attrs.field(default=False, validator=is_a(bool))

    @members.validator
    def _are_among_the_staff(self, _attribute: attrs.Attribute[Any], members: int | None) -> None:
        if members is not None and self.staff is not None and members > self.staff:
            raise ImpossibleValueError(
                f"会员（{members} 人）多于职工（{self.staff} 人）",
                f"There are more members ({members}) than staff ({self.staff})",
            )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class JointUnion(Value):
    """
    A joint union of small enterprises (联合基层工会): of an area, a village, a building or a trade.

    Attributes:
        name: Its name (名称).

        enterprises: How many enterprises it covers (已覆盖企业数).

        to_join: How many more are to join (计划新增).

        joined: How many of these have joined by now (已新增).

        members: Number of its members (会员人数), or None.
    """

    name: str = attrs.field(validator=is_filled_text)
    enterprises: int = attrs.field(default=0, validator=_IS_A_COUNT)
    to_join: int = attrs.field(default=0, validator=_IS_A_COUNT)
    joined: int = attrs.field(default=0, validator=_IS_A_COUNT)
    members: int | None = attrs.field(default=None, validator=_IS_A_COUNT)


def _is_a_term(_instance: object, _attribute: attrs.Attribute[Any], term: int) -> None:
    if not 1 <= term <= 10:
        raise ImpossibleValueError("任期应在 1 到 10 年之间", "A term lasts 1 to 10 years")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class UnionTerm(Value):
    """
    The term of a union below the town's (基层工会届期).

    Attributes:
        union: Its name (工会名称).

        elected: The day of its last election (上次选举日期).

        term: Length of its term in years (任期).

        election: When it elects anew (换届时间), or None.
    """

    union: str = attrs.field(validator=is_filled_text)
    elected: dt.date = attrs.field(validator=_IS_A_DAY)
    term: int = attrs.field(validator=(is_a(int), _is_a_term))
    election: Schedule | None = attrs.field(default=None, validator=_IS_A_TIME)

    @property
    def ends(self) -> dt.date:
        """The last day of its term."""
        # Counted from the first of the month: where there is no 29 February, its term begins anew on 1 March.
        begins_anew = dt.date(self.elected.year + self.term, self.elected.month, 1)
        return begins_anew + dt.timedelta(days=self.elected.day - 2)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Chairs(Value):
    """
    The training of chairs of the unions below (基层工会主席培训), in persons.

    Attributes:
        number: How many chairs there are (主席人数).

        to_train: How many are to be trained (培训目标).

        trained: How many of them are by now (已培训).
    """

    number: int = attrs.field(validator=_IS_A_COUNT)
    to_train: int = attrs.field(default=0, validator=_IS_A_COUNT)
    trained: int = attrs.field(default=0, validator=_IS_A_COUNT)

    @to_train.validator
    @trained.validator
    def _are_among_the_chairs(self, attribute: attrs.Attribute[Any], some: int) -> None:
        if some > self.number:
            zh, en = ("培训目标", "to be trained") if attribute.name == "to_train" else ("已培训", "trained")
            raise ImpossibleValueError(
                f"{zh}（{some} 人）多于工会主席人数（{self.number} 人）",
                f"More chairs are {en} ({some}) than there are ({self.number})",
            )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Homes(Value):
    """
    Worker homes of one level to be built up (职工之家创建).

    Attributes:
        level: Their level (等级): 合格, 三星级, 县级模范.

        target: How many (目标).

        done: How many by now (已完成).
    """

    level: str = attrs.field(validator=is_filled_text)
    target: int = attrs.field(validator=_IS_A_COUNT)
    done: int = attrs.field(default=0, validator=_IS_A_COUNT)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class TownData(Value):
    """
    What stands in a plan under ``data`` and ``town``.

    Attributes:
        classes: The enterprises counted by size and ownership (企业分类统计), each class once.

        register: The enterprises by name, with what is to be done there (建会台账), in order.

        joint: The joint unions of small enterprises (联合基层工会), in order.

        terms: Unions below whose terms are watched (届期), in order.

        chairs: The training of their chairs (工会主席培训), or None.

        homes: Worker homes to be built up (职工之家), by level.
    """

    classes: tuple[EnterpriseClass, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(EnterpriseClass)
    )
    register: tuple[UnionEntry, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(UnionEntry)
    )
    joint: tuple[JointUnion, ...] = attrs.field(default=(), converter=to_tuple, validator=are_all(JointUnion))
    terms: tuple[UnionTerm, ...] = attrs.field(default=(), converter=to_tuple, validator=are_all(UnionTerm))
    chairs: Chairs | None = attrs.field(default=None, validator=is_a(Chairs))
    homes: tuple[Homes, ...] = attrs.field(default=(), converter=to_tuple, validator=are_all(Homes))

    @classes.validator
    def _are_told_once(self, _attribute: attrs.Attribute[Any], classes: tuple[EnterpriseClass, ...]) -> None:
        told = [(each.size, each.ownership) for each in classes]
        for size, ownership in told:
            if told.count((size, ownership)) > 1:
                raise ImpossibleValueError(
                    f"同一类企业（{size}、{ownership}）写了两次",
                    f"One class of enterprises ({size}, {ownership}) is told twice",
                )

    def entries(self, size: Size, ownership: Ownership) -> tuple[UnionEntry, ...]:
        """Return the entries of the register that are of a class, in order."""
        return tuple(each for each in self.register if (each.size, each.ownership) == (size, ownership))


def town_data(plan: Plan) -> TownData | None:
    """Return what a plan holds for towns; None when that cannot be understood, which loading reports."""
    return data_of(plan, "town", TownData)
