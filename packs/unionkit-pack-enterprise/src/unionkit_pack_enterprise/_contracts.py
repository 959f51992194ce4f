"""Collective contracts, and the talks that lead to them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Final, get_args

import attrs

from unionkit.errors import ImpossibleValueError
from unionkit.model import Schedule, Value
from unionkit.model.validators import (
    are_all,
    are_filled_texts,
    is_a,
    is_count,
    is_plausible_day,
    is_text,
    to_texts,
    to_tuple,
)

IS_A_TIME: Final = attrs.validators.optional(attrs.validators.instance_of(get_args(Schedule)))
"""Validates an attribute that holds a time as plans write it, or None."""
IS_A_DAY: Final = (is_a(dt.date), is_plausible_day)
"""Validates an attribute that holds a day, or None."""
IS_A_NUMBER: Final = (is_a(int), is_count)
"""Validates an attribute that counts people or things, or None."""


class ContractKind(StrEnum):
    """
    What a collective contract is about: all conditions of work (综合), wages (工资协议), women workers (女职工), safety and
    health (劳动安全卫生), or something else (其他专项).
    """

    COMPREHENSIVE = "comprehensive"
    WAGES = "wages"
    WOMEN = "women"
    SAFETY = "safety"
    OTHER = "other"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class CollectiveContract(Value):
    """
    A collective contract (集体合同), in force or to be signed.

    Attributes:
        kind: What it is about.

        title: Its title (合同名称); empty: what its kind is called.

        start: The first day of its term (起始日), or None.

        end: The last day of its term (终止日), or None.

        chapters: What it has a chapter or an annex on (专章、附件): women, safety, wages. With one on women, no contract of
            their own is needed for them.

        voted: The day on which the staff congress, or all of the staff, passed its draft (草案通过日期), or None.

        signed: The day on which it was signed (签订日期), or None.

        filed: The day on which the labour authority received it (报送审查日期), or None.

        renewal: When its renewal is negotiated (续签协商时间), or None.

        review: When both sides look at how it is kept (履约检查时间), or None.

        responsible: Who follows it up (责任部门).
    """

    kind: ContractKind = attrs.field(validator=is_a(ContractKind))
    title: str = attrs.field(default="", validator=is_text)
    start: dt.date | None = attrs.field(default=None, validator=IS_A_DAY)
    end: dt.date | None = attrs.field(default=None, validator=IS_A_DAY)
    chapters: tuple[ContractKind, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(ContractKind), metadata={"single": True}
    )
    voted: dt.date | None = attrs.field(default=None, validator=IS_A_DAY)
    signed: dt.date | None = attrs.field(default=None, validator=IS_A_DAY)
    filed: dt.date | None = attrs.field(default=None, validator=IS_A_DAY)
    renewal: Schedule | None = attrs.field(default=None, validator=IS_A_TIME)
    review: Schedule | None = attrs.field(default=None, validator=IS_A_TIME)
    responsible: str = attrs.field(default="", validator=is_text)

    @end.validator
    def _runs_forward(self, _attribute: attrs.Attribute[Any], end: dt.date | None) -> None:
        if self.start is not None and end is not None and end < self.start:
            raise ImpossibleValueError(
                f"终止日（{end}）早于起始日（{self.start}）",
                f"The contract ends ({end}) before it starts ({self.start})",
            )

    @chapters.validator
    def _has_no_chapter_on_all(
        self, _attribute: attrs.Attribute[Any], chapters: tuple[ContractKind, ...]
    ) -> None:
        if ContractKind.COMPREHENSIVE in chapters or self.kind in chapters:
            raise ImpossibleValueError(
                "chapters 写合同另设的专章：wages、women、safety、other，不写合同本身的种类",
                "chapters are those on something else: wages, women, safety or other; not the kind of the contract itself",
            )

    @filed.validator
    def _is_signed_first(self, _attribute: attrs.Attribute[Any], filed: dt.date | None) -> None:
        if self.signed is not None and filed is not None and filed < self.signed:
            raise ImpossibleValueError(
                f"报送日（{filed}）早于签订日（{self.signed}）",
                f"The contract was filed ({filed}) before it was signed ({self.signed})",
            )


def _outsiders_are_among(side: str) -> Any:
    def validate(talks: WageTalks, attribute: attrs.Attribute[Any], number: int | None) -> None:
        people = getattr(talks, side)
        if number is not None and people is not None and number > people:
            raise ImpossibleValueError(
                f"外聘代表（{attribute.name}，{number} 人）多于本方代表（{people} 人）",
                f"There are more representatives from outside ({attribute.name}: {number}) than on their side ({people})",
            )

    return validate


@attrs.frozen(kw_only=True, repr=False, eq=False)
class WageTalks(Value):
    """
    Talks on wages (工资集体协商), and the invitation to them (要约).

    Attributes:
        employer: Full name of the employer, to whom the invitation goes (企业名称).

        invited: The day on which the invitation is handed over (要约日期), or None.

        reply_by: The day by which the employer is asked to answer in writing (答复期限), or None.

        replied: The day on which the employer answered (答复日期), or None.

        when: When the talks are held (协商时间), or None.

        place: Where (协商地点).

        workers: Number of representatives of the workers (职工方代表人数), or None.

        employers: Number of representatives of the employer (企业方代表人数), or None.

        workers_outside: How many of the workers' side are not of this enterprise (其中外聘), or None.

        employers_outside: How many of the employer's side are not of this enterprise (其中外聘), or None.

        topics: What is negotiated (协商内容), in order.

        papers: What the employer is asked to bring (需提供的资料), in order.

        papers_by: The day by which each side has the figures it needs (资料提供期限), or None.

        contact: The office that receives the answer (联系部门); never a person.
    """

    employer: str = attrs.field(default="", validator=is_text)
    invited: dt.date | None = attrs.field(default=None, validator=IS_A_DAY)
    reply_by: dt.date | None = attrs.field(default=None, validator=IS_A_DAY)
    replied: dt.date | None = attrs.field(default=None, validator=IS_A_DAY)
    when: Schedule | None = attrs.field(default=None, validator=IS_A_TIME)
    place: str = attrs.field(default="", validator=is_text)
    workers: int | None = attrs.field(default=None, validator=IS_A_NUMBER)
    employers: int | None = attrs.field(default=None, validator=IS_A_NUMBER)
    workers_outside: int | None = attrs.field(
        default=None, validator=(*IS_A_NUMBER, _outsiders_are_among("workers"))
    )
    employers_outside: int | None = attrs.field(
        default=None, validator=(*IS_A_NUMBER, _outsiders_are_among("employers"))
    )
    topics: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=are_filled_texts)
    papers: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=are_filled_texts)
    papers_by: dt.date | None = attrs.field(default=None, validator=IS_A_DAY)
    contact: str = attrs.field(default="", validator=is_text)

    @reply_by.validator
    @replied.validator
    def _answers_an_invitation(self, attribute: attrs.Attribute[Any], day: dt.date | None) -> None:
        if self.invited is not None and day is not None and day < self.invited:
            raise ImpossibleValueError(
                f"答复（{attribute.name}，{day}）早于要约（{self.invited}）",
                f"The answer ({attribute.name}: {day}) comes before the invitation ({self.invited})",
            )
