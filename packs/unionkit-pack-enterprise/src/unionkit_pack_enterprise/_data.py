"""
What only plans of enterprises hold: collective contracts, wage talks, the staff congress, safety, and workers' ideas.

It stands in a plan file under ``data`` and ``enterprise``; the names of the attributes are the keys.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from unionkit.errors import ImpossibleValueError
from unionkit.model import Schedule, Value
from unionkit.model.validators import (
    are_all,
    are_filled_texts,
    is_a,
    is_filled_text,
    is_text,
    to_texts,
    to_tuple,
)

from ._contracts import IS_A_DAY, IS_A_NUMBER, IS_A_TIME, CollectiveContract, WageTalks

_CALLED = {"workers": "一线职工代表", "women": "女代表", "adopted": "拟采纳数"}


def _is_at_most(most: str, zh: str, en: str) -> Any:
    """Return a validator for a number that another attribute, which stands before it, limits."""

    def validate(instance: object, attribute: attrs.Attribute[Any], number: int | None) -> None:
        bound = getattr(instance, most)
        if number is not None and bound is not None and number > bound:
            raise ImpossibleValueError(
                f"{_CALLED[attribute.name]}（{attribute.name}，{number}）多于{zh}（{bound}）",
                f"{attribute.name} ({number}) is more than {en} ({bound})",
            )

    return validate


_AMONG_DELEGATES = _is_at_most("delegates", "代表总数", "there are delegates")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class StaffCongress(Value):
    """
    A session of the staff congress (职工代表大会), or the assembly of all staff (职工大会) that stands for it.

    Attributes:
        session: Which session it is (届次), as documents write it: 第三届职工代表大会第二次会议, 职工大会; empty when not said.

        when: When it meets (召开时间), or None.

        previous: The day of the session before it (上次会议日期), or None.

        delegates: Number of delegates (代表人数), or None.

        workers: Front-line workers among them (一线职工代表), or None.

        women: Women among them (女代表), or None.

        proposals: When proposals of delegates are collected (提案征集时间), or None.

        papers_by: The day by which topics and drafts reach the delegates (材料送达日期), or None.

        agenda: What it hears, discusses and votes on (议程), in order.
    """

    session: str = attrs.field(default="", validator=is_text)
    when: Schedule | None = attrs.field(default=None, validator=IS_A_TIME)
    previous: dt.date | None = attrs.field(default=None, validator=IS_A_DAY)
    delegates: int | None = attrs.field(default=None, validator=IS_A_NUMBER)
    workers: int | None = attrs.field(default=None, validator=(*IS_A_NUMBER, _AMONG_DELEGATES))
    women: int | None = attrs.field(default=None, validator=(*IS_A_NUMBER, _AMONG_DELEGATES))
    proposals: Schedule | None = attrs.field(default=None, validator=IS_A_TIME)
    papers_by: dt.date | None = attrs.field(default=None, validator=IS_A_DAY)
    agenda: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=are_filled_texts)

    @property
    def of_all_staff(self) -> bool:
        """Whether it is an assembly of all staff (职工大会), without delegates: its name says so."""
        return "职工大会" in self.session or "all staff" in self.session.casefold()


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Inspection(Value):
    """
    A look at safety and health by the union (劳动保护监督检查).

    Attributes:
        subject: What is looked at (检查内容).

        when: When (检查时间), or None.

        responsible: Who does it (责任部门).
    """

    subject: str = attrs.field(validator=is_filled_text)
    when: Schedule | None = attrs.field(default=None, validator=IS_A_TIME)
    responsible: str = attrs.field(default="", validator=is_text)


def _to_inspections(values: Any) -> tuple[Inspection, ...]:
    return to_tuple(values)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Safety(Value):
    """
    Safety and health at work (劳动安全卫生).

    Attributes:
        contest: The contest that is taken part in (竞赛名称): “安康杯”竞赛; empty for none.

        teams: How many teams take part (参赛班组数), or None.

        people: How many people take part (参赛人数), or None.

        body: Who inspects for the union (监督检查组织): 劳动保护监督检查委员会; empty when not said.

        inspectors: How many inspectors it has, with those of the teams (劳动保护检查员人数), or None.

        inspections: What is inspected, in order.
    """

    contest: str = attrs.field(default="", validator=is_text)
    teams: int | None = attrs.field(default=None, validator=IS_A_NUMBER)
    people: int | None = attrs.field(default=None, validator=IS_A_NUMBER)
    body: str = attrs.field(default="", validator=is_text)
    inspectors: int | None = attrs.field(default=None, validator=IS_A_NUMBER)
    inspections: tuple[Inspection, ...] = attrs.field(
        default=(), converter=_to_inspections, validator=are_all(Inspection)
    )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Ideas(Value):
    """
    Ideas of workers for the enterprise (合理化建议).

    Attributes:
        theme: What they are asked for (征集主题).

        collected: When they are collected (征集时间), or None.

        reviewed: When they are judged (评审时间), or None.

        wanted: How many are wanted (目标件数), or None.

        adopted: How many of them are to be carried out (拟采纳件数), or None.

        responsible: Who collects them (责任部门).
    """

    theme: str = attrs.field(default="", validator=is_text)
    collected: Schedule | None = attrs.field(default=None, validator=IS_A_TIME)
    reviewed: Schedule | None = attrs.field(default=None, validator=IS_A_TIME)
    wanted: int | None = attrs.field(default=None, validator=IS_A_NUMBER)
    adopted: int | None = attrs.field(
        default=None, validator=(*IS_A_NUMBER, _is_at_most("wanted", "目标件数", "are wanted"))
    )
    responsible: str = attrs.field(default="", validator=is_text)


def _to_contracts(values: Any) -> tuple[CollectiveContract, ...]:
    return to_tuple(values)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class EnterpriseData(Value):
    """
    What stands in a plan under ``data`` and ``enterprise``.

    Attributes:
        contracts: The collective contracts that are in force, or are to be signed (集体合同).

        talks: The talks on wages (工资集体协商), or None.

        congress: The session of the staff congress in this period (职工代表大会), or None.

        safety: Safety and health at work (劳动安全卫生), or None.

        ideas: Ideas of workers (合理化建议), or None.
    """

    contracts: tuple[CollectiveContract, ...] = attrs.field(
        default=(), converter=_to_contracts, validator=are_all(CollectiveContract)
    )
    talks: WageTalks | None = attrs.field(default=None, validator=is_a(WageTalks))
    congress: StaffCongress | None = attrs.field(default=None, validator=is_a(StaffCongress))
    safety: Safety | None = attrs.field(default=None, validator=is_a(Safety))
    ideas: Ideas | None = attrs.field(default=None, validator=is_a(Ideas))
