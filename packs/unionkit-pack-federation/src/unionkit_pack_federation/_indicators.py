"""Indicators (指标), the bodies below (下级工会), and the tasks that each body has of each indicator."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final, Literal, TypeAlias, get_args

import attrs

from unionkit.errors import ImpossibleValueError
from unionkit.model import Schedule, Value
from unionkit.model.validators import (
    are_all,
    is_a,
    is_count,
    is_filled_text,
    is_plausible_day,
    is_text,
    to_tuple,
)

Ownership: TypeAlias = Literal["", "public", "private"]
"""Whose the units are: of the state, of collectives and what these control; all others; empty: not told apart."""

IS_A_TIME: Final = is_a(*get_args(Schedule))
IS_A_COUNT: Final = (is_a(int), is_count)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Indicator(Value):
    """
    What the federation counts in all bodies below (任务指标).

    Attributes:
        name: What is counted (指标名称): 新建工会, 新增会员.

        group: The heading under which it stands in sheets (分组): 组织建设.

        unit: What it is counted in (计量单位): 家, 人.

        target: How many there are to be in the whole area (总任务), or None.
    """

    name: str = attrs.field(validator=is_filled_text)
    group: str = attrs.field(default="", validator=is_text)
    unit: str = attrs.field(default="", validator=is_text)
    target: int | None = attrs.field(default=None, validator=IS_A_COUNT)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Task(Value):
    """
    What one body is to reach of an indicator (任务数).

    Attributes:
        indicator: The name of the indicator.

        target: How many it is to reach, or None.

        done: How many it has reached (已完成), or None.
    """

    indicator: str = attrs.field(validator=is_filled_text)
    target: int | None = attrs.field(default=None, validator=IS_A_COUNT)
    done: int | None = attrs.field(default=None, validator=IS_A_COUNT)


def _is_within(whole: str) -> Any:
    """Return a validator: the number is not more than that of an earlier attribute."""

    def validate(body: object, attribute: attrs.Attribute[Any], number: int | None) -> None:
        most = getattr(body, whole)
        if number is not None and most is not None and number > most:
            raise ImpossibleValueError(
                f"{attribute.name}（{number}）多于 {whole}（{most}）",
                f"{attribute.name} ({number}) is more than {whole} ({most})",
            )

    return validate


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Body(Value):
    """
    A body below (下级工会): a town, a trade, a zone, a unit directly under the federation.

    Attributes:
        name: Its full name (清河镇总工会).

        sector: What kind of body it is, a name of the vocabulary (town, school, enterprise); empty when not said.

        ownership: Whose its units are; empty where it has both kinds.

        enterprises: Units in its area (单位数), or None.

        covered: Those of them that have a union (已建会单位数), or None.

        members: Its members (会员人数), or None.

        large: Units with 25 members and more (会员二十五人以上的单位数), or None.

        large_covered: Those of them that have a union committee (其中已建工会委员会的), or None.

        elected: The day of the last election of its committee (上次换届日期), or None.

        term: Length of the committee's term in years (任期), or None.

        election: When it elects anew in the period of the plan (换届安排), or None.

        tasks: What it is to reach.
    """

    name: str = attrs.field(validator=is_filled_text)
    sector: str = attrs.field(default="", validator=is_text)
    ownership: Ownership = attrs.field(default="", validator=attrs.validators.in_(get_args(Ownership)))
    enterprises: int | None = attrs.field(default=None, validator=IS_A_COUNT)
    covered: int | None = attrs.field(default=None, validator=(*IS_A_COUNT, _is_within("enterprises")))
    members: int | None = attrs.field(default=None, validator=IS_A_COUNT)
    large: int | None = attrs.field(default=None, validator=(*IS_A_COUNT, _is_within("enterprises")))
    large_covered: int | None = attrs.field(
        default=None, validator=(*IS_A_COUNT, _is_within("large"), _is_within("covered"))
    )
    elected: dt.date | None = attrs.field(default=None, validator=(is_a(dt.date), is_plausible_day))
    term: int | None = attrs.field(default=None, validator=(*IS_A_COUNT,))
    election: Schedule | None = attrs.field(default=None, validator=IS_A_TIME)
    tasks: tuple[Task, ...] = attrs.field(default=(), converter=to_tuple, validator=are_all(Task))

    @term.validator
    def _is_a_term(self, _attribute: attrs.Attribute[Any], term: int | None) -> None:
        if term is not None and not 1 <= term <= 10:
            raise ImpossibleValueError("任期是 1 到 10 年", "A term lasts 1 to 10 years")

    @tasks.validator
    def _are_told_once(self, _attribute: attrs.Attribute[Any], tasks: tuple[Task, ...]) -> None:
        names = [task.indicator for task in tasks]
        for name in names:
            if names.count(name) > 1:
                raise ImpossibleValueError(
                    f"“{self.name}”的指标“{name}”列了两次",
                    f"“{self.name}” has the indicator “{name}” twice",
                )

    def task(self, indicator: str) -> Task | None:
        """Return what it is to reach of an indicator, or None."""
        return next((task for task in self.tasks if task.indicator == indicator), None)

    @property
    def ends(self) -> dt.date | None:
        """The last day of its committee's term; None where election or term are not known."""
        if self.elected is None or self.term is None:
            return None
        # Counted from the first of the month: where there is no 29 February, its term begins anew on 1 March.
        first = dt.date(self.elected.year + self.term, self.elected.month, 1)
        return first + dt.timedelta(days=self.elected.day - 2)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Row(Value):
    """
    A body in a sheet.

    Attributes:
        body: The name of the body.

        tasks: Its task of each indicator of the sheet, in order; None where it has none.
    """

    body: str
    tasks: tuple[Task | None, ...]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Group(Value):
    """
    The indicators of one group, and what each body has of them: a sheet.

    Attributes:
        name: The heading of the group; empty where the indicators have none.

        indicators: The indicators, in order.

        rows: A row for each body, in order.

        totals: What the bodies have of each indicator together; a number is None where no body has one.
    """

    name: str
    indicators: tuple[Indicator, ...]
    rows: tuple[Row, ...]
    totals: tuple[Task, ...]


def groups_of(indicators: tuple[Indicator, ...], bodies: tuple[Body, ...]) -> tuple[Group, ...]:
    """Return the indicators by group, in the order in which the groups first appear."""
    named: dict[str, list[Indicator]] = {}
    for indicator in indicators:
        named.setdefault(indicator.group, []).append(indicator)
    return tuple(_group(name, tuple(members), bodies) for name, members in named.items())


def _group(name: str, indicators: tuple[Indicator, ...], bodies: tuple[Body, ...]) -> Group:
    rows = tuple(
        Row(body=body.name, tasks=tuple(body.task(indicator.name) for indicator in indicators))
        for body in bodies
    )
    totals = tuple(
        Task(
            indicator=indicator.name,
            target=total([task.target for task in of if task]),
            done=total([task.done for task in of if task]),
        )
        for indicator, of in zip(
            indicators,
            zip(*(row.tasks for row in rows), strict=True) if rows else [()] * len(indicators),
            strict=True,
        )
    )
    return Group(name=name, indicators=indicators, rows=rows, totals=totals)


def total(numbers: list[int | None]) -> int | None:
    """Return the sum of the numbers that are known; None where none is."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None
