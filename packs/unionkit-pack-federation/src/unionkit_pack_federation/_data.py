"""
What only plans of federations hold: indicators and the bodies below, coverage, training, the tripartite mechanism.

It stands in a plan file under ``data`` and ``federation``; the names of the attributes are the keys.
"""

from __future__ import annotations

from typing import Any

import attrs

from unionkit.errors import ImpossibleValueError
from unionkit.files import data_of
from unionkit.model import Plan, Schedule, Value
from unionkit.model.validators import (
    FIRST_YEAR,
    LAST_YEAR,
    are_all,
    are_filled_texts,
    is_a,
    is_filled_text,
    is_text,
    to_texts,
    to_tuple,
)

from ._coverage import Coverage, Shares
from ._indicators import IS_A_COUNT, IS_A_TIME, Body, Group, Indicator, groups_of, total


@attrs.frozen(kw_only=True, repr=False, eq=False)
class TrainingYear(Value):
    """
    What one year has of a training over several (年度培训任务).

    Attributes:
        year: The calendar year.

        target: How many are to be trained in it (任务数), or None.

        done: How many were (完成数), or None.
    """

    year: int = attrs.field(validator=is_a(int))
    target: int | None = attrs.field(default=None, validator=IS_A_COUNT)
    done: int | None = attrs.field(default=None, validator=IS_A_COUNT)

    @year.validator
    def _is_plausible(self, _attribute: attrs.Attribute[Any], year: int) -> None:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ImpossibleValueError(
                f"年份 {year} 不在 {FIRST_YEAR} 到 {LAST_YEAR} 之间",
                f"The year {year} is not within {FIRST_YEAR} to {LAST_YEAR}",
            )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Training(Value):
    """
    A training task over several years (多年培训任务): 三年培训技术工人五万人.

    Attributes:
        title: Who is trained, or in what (培训项目).

        unit: What is counted (计量单位), 人 or 人次.

        target: How many in all years together (总任务), or None.

        responsible: Who answers for it (责任部门).

        years: The years, in order.
    """

    title: str = attrs.field(validator=is_filled_text)
    unit: str = attrs.field(default="人", validator=is_text)
    target: int | None = attrs.field(default=None, validator=IS_A_COUNT)
    responsible: str = attrs.field(default="", validator=is_text)
    years: tuple[TrainingYear, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(TrainingYear)
    )

    @years.validator
    def _are_in_order(self, _attribute: attrs.Attribute[Any], years: tuple[TrainingYear, ...]) -> None:
        told = [each.year for each in years]
        if told != sorted(set(told)):
            raise ImpossibleValueError(
                f"“{self.title}”的年份应从早到晚，各列一次",
                f"The years of “{self.title}” stand in order, each of them once",
            )

    @property
    def planned(self) -> int | None:
        """What the years are to train together; None where none says."""
        return total([each.target for each in self.years])

    @property
    def done(self) -> int | None:
        """What the years have trained together; None where none says."""
        return total([each.done for each in self.years])


@attrs.frozen(kw_only=True, repr=False, eq=False)
class TripartiteMeeting(Value):
    """
    A meeting of the three sides (三方会议).

    Attributes:
        when: When it meets, or None.

        topics: What it talks about (议题), in order.
    """

    when: Schedule | None = attrs.field(default=None, validator=IS_A_TIME)
    topics: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=are_filled_texts)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Tripartite(Value):
    """
    The tripartite mechanism of labour relations (劳动关系三方机制).

    Attributes:
        parties: The bodies that take part (参加单位), by name.

        meetings: Its meetings in the period of the plan.
    """

    parties: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=are_filled_texts)
    meetings: tuple[TripartiteMeeting, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(TripartiteMeeting)
    )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class FederationData(Value):
    """
    What stands in a plan under ``data`` and ``federation``.

    Attributes:
        indicators: What is counted in all bodies below (任务指标), in order.

        bodies: The bodies below (下级工会), in order.

        coverage: How many units of each ownership have what is asked of them (覆盖面), in order.

        training: Training tasks over several years (多年培训任务).

        tripartite: The tripartite mechanism (三方机制), or None.

        shares: How the union funds of the area are shared (经费分成), or None.
    """

    indicators: tuple[Indicator, ...] = attrs.field(
        default=(), converter=to_tuple, validator=are_all(Indicator)
    )
    bodies: tuple[Body, ...] = attrs.field(default=(), converter=to_tuple, validator=are_all(Body))
    coverage: tuple[Coverage, ...] = attrs.field(default=(), converter=to_tuple, validator=are_all(Coverage))
    training: tuple[Training, ...] = attrs.field(default=(), converter=to_tuple, validator=are_all(Training))
    tripartite: Tripartite | None = attrs.field(default=None, validator=is_a(Tripartite))
    shares: Shares | None = attrs.field(default=None, validator=is_a(Shares))

    @indicators.validator
    def _are_told_once(self, _attribute: attrs.Attribute[Any], indicators: tuple[Indicator, ...]) -> None:
        seen: set[str] = set()
        for indicator in indicators:
            if indicator.name in seen:
                raise ImpossibleValueError(
                    f"指标“{indicator.name}”列了两次", f"The indicator “{indicator.name}” is listed twice"
                )
            seen.add(indicator.name)

    @coverage.validator
    def _are_of_different_units(
        self, _attribute: attrs.Attribute[Any], coverage: tuple[Coverage, ...]
    ) -> None:
        seen: set[tuple[str, str]] = set()
        for each in coverage:
            if (each.subject, each.ownership) in seen:
                raise ImpossibleValueError(
                    f"“{each.subject}”的同一所有制列了两次", f"“{each.subject}” lists one ownership twice"
                )
            seen.add((each.subject, each.ownership))

    @property
    def groups(self) -> tuple[Group, ...]:
        """The indicators by group, each with what the bodies have of them."""
        return groups_of(self.indicators, self.bodies)


def federation_data(plan: Plan) -> FederationData | None:
    """Return what a plan holds for federations; None when that cannot be understood, which loading reports."""
    return data_of(plan, "federation", FederationData)
