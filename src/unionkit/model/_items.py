"""
The hard facts of a plan: goals, results, activities and welfare measures.

Each may stand alone among the content, or be one of the facts of a paragraph; then it points at its words.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, TypeAlias, cast, get_args

import attrs

from unionkit.errors import ImpossibleValueError, WrongTypeError

from ._numbers import Money, Quantity
from ._schedule import Schedule
from ._target import Target
from ._value import Value
from .validators import (
    MOST_PEOPLE,
    are_filled_texts,
    is_a,
    is_count,
    is_filled_text,
    is_not_negative,
    is_optional_text,
    is_ordinal,
    is_plausible_day,
    is_text,
    to_texts,
)


def _is_a_time(_instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and type(value) not in _TIMES:
        raise WrongTypeError(
            f"时间（{attribute.name}，用 parse_schedule 读出）",
            f"a time such as parse_schedule returns ({attribute.name})",
            repr(value),
        )


_TIMES = frozenset(get_args(Schedule))
_PEOPLE = {"unit": "人"}
"""Of an attribute that counts people: the unit of a bare number."""


def _to_people(number: Quantity | int | None) -> Quantity | None:
    """A bare number is one of people."""
    if type(number) is int:
        return Quantity(number, "人")
    if isinstance(number, Quantity) and not number.unit:
        return Quantity(number.value, "人", number.about)
    return cast("Quantity | None", number)  # anything else is refused by the validator


def _counts_people(_instance: object, attribute: attrs.Attribute[Any], number: Quantity | None) -> None:
    if number is None:
        return
    count, unit = number.measure()
    if not 0 <= count <= MOST_PEOPLE or count % 1 or unit in _NO_PEOPLE:
        raise ImpossibleValueError(
            f"{attribute.name} 是人数或户数，应为非负整数，可写成 86、约60人、120户，不能是 {number}",
            f"{attribute.name} counts people or households (86, 约60人, 120户), it cannot be {number}",
        )


_NO_PEOPLE = ("%", "‰", "元", "个百分点", "百分点")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Item(Value):
    """
    What all typed items have in common.

    Attributes:
        id: A name for this item, unique in the plan; other programs refer by it. None: its content identifies it.

        words: As a fact: the words of the paragraph that state it, quoted exactly. None: the whole paragraph.

        nth: Which occurrence of `words` is meant, counted from 1.

        text: Standing alone: the wording to print instead of the generated one.

        marker: Standing alone: the number to print (``1.``). None: the layout's numbering; empty: none.

        owner: Who is responsible (责任部门).

        private: It concerns a named person; printed only on papers that ask for it.
    """

    id: str | None = attrs.field(default=None, validator=attrs.validators.optional(is_filled_text))
    words: str | None = attrs.field(default=None, validator=attrs.validators.optional(is_filled_text))
    nth: int = attrs.field(default=1, validator=[is_a(int), is_ordinal])
    text: str | None = attrs.field(default=None, validator=is_optional_text)
    marker: str | None = attrs.field(default=None, validator=is_optional_text)
    owner: str = attrs.field(default="", validator=is_text)
    private: bool = attrs.field(default=False, validator=is_a(bool))


class GoalKind(StrEnum):
    """What a goal asks for: a rate (比率), a count (数量), a status (荣誉、状态), or completion by a date (限期完成)."""

    RATE = "rate"
    COUNT = "count"
    STATUS = "status"
    COMPLETION = "completion"


_RATES = ("%", "‰", "％", "成", "个百分点", "百分点")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Goal(Item):
    """
    Something to reach or keep (目标). Told by the key ``goal``.

    Attributes:
        indicator: What is measured or kept (指标); the value of the key ``goal``.

        target: The figure to reach (指标值), or None where it is a status or a completion.

        keep: It is a status to keep (保持荣誉称号), not a number.

        baseline: The figure at the start (基数), or None.

        progress: The figure reached so far (已完成), or None.

        scope: Whom it covers (国有企业, 非公有制企业); empty for all.

        when: By when or during what time, in the plan's words (期限): 年内, 本学期. None when not said.

        due: The last day on which it counts as on time (截止日期), where the plan names one, or None.
    """

    indicator: str = attrs.field(validator=is_filled_text, metadata={"key": "goal"})
    target: Target | None = attrs.field(default=None, validator=is_a(Target))
    keep: bool = attrs.field(default=False, validator=is_a(bool))
    baseline: Quantity | None = attrs.field(default=None, validator=is_a(Quantity))
    progress: Quantity | None = attrs.field(default=None, validator=is_a(Quantity))
    scope: str = attrs.field(default="", validator=is_text)
    when: Schedule | None = attrs.field(default=None, validator=_is_a_time)
    due: dt.date | None = attrs.field(default=None, validator=[is_a(dt.date), is_plausible_day])

    @property
    def kind(self) -> GoalKind:
        """What it asks for, told by its other attributes: a title to win by a day is a completion."""
        if self.target is not None:
            return GoalKind.RATE if self.target.unit in _RATES else GoalKind.COUNT
        by_a_day = self.due is not None or self.when is not None
        return GoalKind.COMPLETION if by_a_day and not self.keep else GoalKind.STATUS

    @keep.validator
    def _has_no_figure(self, _attribute: attrs.Attribute[Any], keep: bool) -> None:  # noqa: FBT001 -- attrs calls it
        if keep and self.target is not None:
            raise ImpossibleValueError(
                "keep（保持的称号）与 target（指标值）不能并存",
                "keep (a status to keep) and target exclude one another",
            )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Result(Item):
    """
    Something already reached (完成情况), as reviews report it. Told by the key ``result``.

    Attributes:
        indicator: What was measured (指标); the value of the key ``result``.

        value: The figure reached, or None where it is told in words.

        scope: Whom it covers; empty for all.

        when: When or by when it was reached (6月份, 上半年), or None.
    """

    indicator: str = attrs.field(validator=is_filled_text, metadata={"key": "result"})
    value: Quantity | None = attrs.field(default=None, validator=is_a(Quantity))
    scope: str = attrs.field(default="", validator=is_text)
    when: Schedule | None = attrs.field(default=None, validator=_is_a_time)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Activity(Item):
    """
    Something to be organised (活动). Told by the key ``activity``.

    Attributes:
        title: What will be done (活动名称); the value of the key ``activity``.

        kind: A name of the vocabulary (meeting, training, culture-sport …); empty when not said.

        when: When it happens (时间).

        due: The last day by which it must have taken place (截止日期), or None.

        host: Who holds it (主办); empty for the union itself.

        partners: Who helps to hold it (协办).

        place: Where (地点).

        participants: How many take part (参加人数), or None; a bare number is one of people (人).

        cost: Planned spending (预算), in yuan to the fen, or None.

        line: The id of the budget line that pays it; empty when not said.

        prizes: How many of those taking part win a prize (获奖人数), or None.

        consent: The employer has agreed to the use of working hours (占用工作时间已征得同意); None when not said.

        same_day: All return on the day they leave (当日往返); None when not said.

        done: It has taken place (已开展), as reviews tell; what lies ahead is not done.
    """

    title: str = attrs.field(validator=is_filled_text, metadata={"key": "activity"})
    kind: str = attrs.field(default="", validator=is_text)
    when: Schedule | None = attrs.field(default=None, validator=_is_a_time)
    due: dt.date | None = attrs.field(default=None, validator=[is_a(dt.date), is_plausible_day])
    host: str = attrs.field(default="", validator=is_text)
    partners: tuple[str, ...] = attrs.field(
        default=(), converter=to_texts, validator=are_filled_texts, metadata={"single": True}
    )
    place: str = attrs.field(default="", validator=is_text)
    participants: Quantity | None = attrs.field(
        default=None, converter=_to_people, validator=[is_a(Quantity), _counts_people], metadata=_PEOPLE
    )
    cost: Money | None = attrs.field(default=None, validator=[is_a(Money), is_not_negative])
    line: str = attrs.field(default="", validator=is_text)
    prizes: int | None = attrs.field(default=None, validator=[is_a(int), is_count])
    consent: bool | None = attrs.field(default=None, validator=is_a(bool))
    same_day: bool | None = attrs.field(default=None, validator=is_a(bool))
    done: bool = attrs.field(default=False, validator=is_a(bool))

    @prizes.validator
    def _have_winners(self, _attribute: attrs.Attribute[Any], prizes: int | None) -> None:
        everyone = self.participants
        if prizes is None or everyone is None or everyone.about:
            return
        if everyone.unit == "人" and prizes > everyone.value:
            raise ImpossibleValueError(
                f"获奖人数（{prizes}）多于参加人数（{everyone}）",
                f"More people win a prize ({prizes}) than take part ({everyone})",
            )


class WelfareForm(StrEnum):
    """In what form a welfare measure reaches people: goods (实物), vouchers (提货券、消费券), money (现金), a service (服务)."""

    GOODS = "goods"
    VOUCHER = "voucher"
    MONEY = "money"
    SERVICE = "service"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class WelfareMeasure(Item):
    """
    Care for members (福利、关爱措施). Told by the key ``welfare``.

    Attributes:
        title: What is done (措施名称); the value of the key ``welfare``.

        kind: A name of the vocabulary (festival-gift, hardship-aid …); empty when not said.

        triggers: What calls for it (illness, bereavement, wedding …), names of the vocabulary; the value of the key
            ``trigger``, a name or a list of names. None when it goes by date.

        when: When it happens (时间).

        due: The last day by which it must have been given (截止日期), or None.

        form: Goods, vouchers, money or service; None when not said.

        per_head: Money per person (人均标准), in yuan to the fen, or None.

        headcount: How many receive it (人数、户数), or None; a bare number is one of people (人).

        cost: Planned spending in all (总额), in yuan to the fen, where the plan says it; None when it follows from
            `per_head` and `headcount`, or is not said.

        fund: Where the money comes from (经费来源).

        line: The id of the budget line that pays it; empty when not said.

        done: It was given (已落实), as reviews tell; what lies ahead is not done.
    """

    title: str = attrs.field(validator=is_filled_text, metadata={"key": "welfare"})
    kind: str = attrs.field(default="", validator=is_text)
    triggers: tuple[str, ...] = attrs.field(
        default=(),
        converter=to_texts,
        validator=are_filled_texts,
        metadata={"key": "trigger", "single": True},
    )
    when: Schedule | None = attrs.field(default=None, validator=_is_a_time)
    due: dt.date | None = attrs.field(default=None, validator=[is_a(dt.date), is_plausible_day])
    form: WelfareForm | None = attrs.field(default=None, validator=is_a(WelfareForm))
    per_head: Money | None = attrs.field(default=None, validator=[is_a(Money), is_not_negative])
    headcount: Quantity | None = attrs.field(
        default=None, converter=_to_people, validator=[is_a(Quantity), _counts_people], metadata=_PEOPLE
    )
    cost: Money | None = attrs.field(default=None, validator=[is_a(Money), is_not_negative])
    fund: str = attrs.field(default="", validator=is_text)
    line: str = attrs.field(default="", validator=is_text)
    done: bool = attrs.field(default=False, validator=is_a(bool))


Fact: TypeAlias = Goal | Result | Activity | WelfareMeasure
"""A typed item: stated by a paragraph, or standing alone among the content."""
