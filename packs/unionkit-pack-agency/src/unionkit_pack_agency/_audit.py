"""The audit of union funds (经费审查): what is audited, by how many, and what comes of it."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final, get_args

import attrs

from unionkit.errors import ImpossibleValueError, UnknownNameError
from unionkit.model import Schedule, Term, Value
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

from ._vocabulary import AUDIT_SUBJECTS

_IS_A_TIME: Final = is_a(*get_args(Schedule))
_IS_A_COUNT: Final = (is_a(int), is_count)
_IS_A_DAY: Final = (is_a(dt.date), is_plausible_day)


def _are_subjects(_instance: object, _attribute: attrs.Attribute[Any], names: tuple[str, ...]) -> None:
    for name in names:
        if name not in AUDIT_SUBJECTS:
            raise UnknownNameError(
                str(name), tuple(AUDIT_SUBJECTS), tuple(term.zh for term in AUDIT_SUBJECTS.values())
            )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class AuditFinding(Value):
    """
    What an audit found, and what is done about it (审查发现的问题).

    Attributes:
        matter: What was found (问题).

        measure: What is done about it (整改措施).

        owner: Who does it, an office or a post, never a name (责任人).

        due: The last day for it (整改期限), or None.

        done: It is done (已整改).
    """

    matter: str = attrs.field(validator=is_filled_text)
    measure: str = attrs.field(default="", validator=is_text)
    owner: str = attrs.field(default="", validator=is_text)
    due: dt.date | None = attrs.field(default=None, validator=_IS_A_DAY)
    done: bool = attrs.field(default=False, validator=is_a(bool))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Audit(Value):
    """
    An audit by the union's own audit committee (经费审查).

    Attributes:
        when: When it takes place (审查时间), or None.

        notice: The day of its notice (通知日期), or None.

        first: First day of the time that is audited (审查期间起), or None.

        last: Last day of it (审查期间止), or None.

        previous: The day on which the audit before it ended (上次审查日期), or None.

        auditors: How many audit (审查人员人数), or None.

        officers: How many of them are chair, vice-chair or standing members of the union committee (其中工会主席、副主席、常委).

        keepers: How many of them keep the books, the money or the goods of the union (其中财务和管钱管物人员).

        subjects: What is audited (审查内容): names of :data:`AUDIT_SUBJECTS`.

        papers: What is to be laid before the auditors (需提供的资料).

        place: Where (地点).

        contact: Where questions go (联系部门); an office, never a person.

        report: When the members are told of it (向会员报告的时间), or None.

        findings: What the audit before it found (上次审查发现的问题), in order.
    """

    when: Schedule | None = attrs.field(default=None, validator=_IS_A_TIME)
    notice: dt.date | None = attrs.field(default=None, validator=_IS_A_DAY)
    first: dt.date | None = attrs.field(default=None, validator=_IS_A_DAY)
    last: dt.date | None = attrs.field(default=None, validator=_IS_A_DAY)
    previous: dt.date | None = attrs.field(default=None, validator=_IS_A_DAY)
    auditors: int | None = attrs.field(default=None, validator=_IS_A_COUNT)
    officers: int = attrs.field(default=0, validator=_IS_A_COUNT)
    keepers: int = attrs.field(default=0, validator=_IS_A_COUNT)
    subjects: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=_are_subjects)
    papers: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=are_filled_texts)
    place: str = attrs.field(default="", validator=is_text)
    contact: str = attrs.field(default="", validator=is_text)
    report: Schedule | None = attrs.field(default=None, validator=_IS_A_TIME)
    findings: tuple[AuditFinding, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(AuditFinding)
    )

    @last.validator
    def _in_order(self, _attribute: attrs.Attribute[Any], last: dt.date | None) -> None:
        if self.first is not None and last is not None and last < self.first:
            raise ImpossibleValueError(
                "审查期间的止日早于起日", "The time that is audited ends before it begins"
            )

    @officers.validator
    @keepers.validator
    def _are_among_them(self, attribute: attrs.Attribute[Any], number: int) -> None:
        if self.auditors is not None and number > self.auditors:
            raise ImpossibleValueError(
                f"{attribute.name}（{number} 人）多于审查人员（{self.auditors} 人）",
                f"{attribute.name} ({number}) are more than the auditors ({self.auditors})",
            )

    @property
    def subject_terms(self) -> tuple[Term, ...]:
        """What is audited, by what it is called."""
        return tuple(AUDIT_SUBJECTS[name] for name in self.subjects)
