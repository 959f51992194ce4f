"""
The hard facts of a plan: goals, results, activities and welfare measures.

Each may stand alone among the content, or be one of the facts of a paragraph; then it points at its words.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, TypeAlias, get_args

import attrs

from unionkit.errors import ImpossibleValueError

from ._numbers import Money, Quantity
from ._schedule import Schedule
from ._target import Target
from ._validators import is_a, is_filled_text, is_optional_text, is_text
from ._value import Value


def _not_negative(_instance: object, attribute: attrs.Attribute[Any], value: int | Money | None) -> None:
    if value is not None and value < (Money.ZERO if isinstance(value, Money) else 0):
        raise ImpossibleValueError(f"{attribute.name} 不能为负", f"{attribute.name} cannot be negative")


def _ordinal(_instance: object, _attribute: attrs.Attribute[Any], nth: int) -> None:
    if nth < 1:
        raise ImpossibleValueError("nth 从 1 数起", "nth counts from 1")


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

        due: The last day on which it counts as on time.

        private: It concerns a named person; printed only on papers that ask for it.
    """

    id: str | None = attrs.field(default=None, validator=attrs.validators.optional(is_filled_text))
    words: str | None = attrs.field(default=None, validator=attrs.validators.optional(is_filled_text))
    nth: int = attrs.field(default=1, validator=[is_a(int), _ordinal])
    text: str | None = attrs.field(default=None, validator=is_optional_text)
    marker: str | None = attrs.field(default=None, validator=is_optional_text)
    owner: str = attrs.field(default="", validator=is_text)
    due: dt.date | None = attrs.field(default=None, validator=is_a(dt.date))
    private: bool = attrs.field(default=False, validator=is_a(bool))


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
    """

    indicator: str = attrs.field(validator=is_filled_text, metadata={"key": "goal"})
    target: Target | None = attrs.field(default=None, validator=is_a(Target))
    keep: bool = attrs.field(default=False, validator=is_a(bool))
    baseline: Quantity | None = attrs.field(default=None, validator=is_a(Quantity))
    progress: Quantity | None = attrs.field(default=None, validator=is_a(Quantity))
    scope: str = attrs.field(default="", validator=is_text)

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

        about: The figure is approximate (约、余).

        scope: Whom it covers; empty for all.
    """

    indicator: str = attrs.field(validator=is_filled_text, metadata={"key": "result"})
    value: Quantity | None = attrs.field(default=None, validator=is_a(Quantity))
    about: bool = attrs.field(default=False, validator=is_a(bool))
    scope: str = attrs.field(default="", validator=is_text)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Activity(Item):
    """
    Something to be organised (活动). Told by the key ``activity``.

    Attributes:
        title: What will be done (活动名称); the value of the key ``activity``.

        kind: A name of the vocabulary (meeting, training, culture-sport …); empty when not said.

        when: When it happens (时间).

        place: Where (地点).

        participants: How many take part (参加人数), or None.

        cost: Planned spending (预算), in yuan to the fen, or None.
    """

    title: str = attrs.field(validator=is_filled_text, metadata={"key": "activity"})
    kind: str = attrs.field(default="", validator=is_text)
    when: Schedule | None = attrs.field(default=None, validator=is_a(*get_args(Schedule)))
    place: str = attrs.field(default="", validator=is_text)
    participants: int | None = attrs.field(default=None, validator=[is_a(int), _not_negative])
    cost: Money | None = attrs.field(default=None, validator=[is_a(Money), _not_negative])


class WelfareForm(StrEnum):
    """In what form a welfare measure reaches people: goods (实物), money (现金) or a service (服务)."""

    GOODS = "goods"
    MONEY = "money"
    SERVICE = "service"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class WelfareMeasure(Item):
    """
    Care for members (福利、关爱措施). Told by the key ``welfare``.

    Attributes:
        title: What is done (措施名称); the value of the key ``welfare``.

        kind: A name of the vocabulary (festival-gift, hardship-aid …); empty when not said.

        trigger: What calls for it (illness, bereavement, wedding …); empty when it goes by date.

        when: When it happens (时间).

        form: Goods, money or service; None when not said.

        per_head: Money per person (人均标准), in yuan to the fen, or None.

        headcount: How many receive it (人数), or None.

        fund: Where the money comes from (经费来源).
    """

    title: str = attrs.field(validator=is_filled_text, metadata={"key": "welfare"})
    kind: str = attrs.field(default="", validator=is_text)
    trigger: str = attrs.field(default="", validator=is_text)
    when: Schedule | None = attrs.field(default=None, validator=is_a(*get_args(Schedule)))
    form: WelfareForm | None = attrs.field(default=None, validator=is_a(WelfareForm))
    per_head: Money | None = attrs.field(default=None, validator=[is_a(Money), _not_negative])
    headcount: int | None = attrs.field(default=None, validator=[is_a(int), _not_negative])
    fund: str = attrs.field(default="", validator=is_text)


Fact: TypeAlias = Goal | Result | Activity | WelfareMeasure
"""A typed item: stated by a paragraph, or standing alone among the content."""
