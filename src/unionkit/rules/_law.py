"""
Law with a clock: limits and duties as dated parameters.

A parameter (限额、标准) is a question that rules ask, such as the share of those taking part who may win a prize. Its
limits are the answers that regulations give: each with the days on which it holds, where and for whom, and where it
comes from. They are data; nothing here knows a figure.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import TypeAlias, cast

import attrs

from unionkit.errors import Lang
from unionkit.model import Value

from ._finding import Basis, Confidence

Figure: TypeAlias = "Fraction | bool | tuple[str, ...]"
"""What a limit says: a number (exactly), yes or no, or a list of names."""


class Stricter(StrEnum):
    """Which of several limits that hold at once applies."""

    LOWER = "lower"
    """The lowest: ceilings."""

    HIGHER = "higher"
    """The highest: floors."""

    NEAREST = "nearest"
    """The one made for the fewest: what a province decides. Of the same reach, the later one."""

    TOGETHER = "together"
    """All of them: lists, to which a region or the user adds."""


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Limit(Value):
    """
    One answer to a parameter, by one regulation.

    Attributes:
        value: The figure, in the unit of the parameter.

        basis: The regulation, and the days on which the figure holds.

        region: Province or city by its full name (山东省) where it holds; empty for everywhere.

        sectors: Sectors for which it holds; empty for all.

        ownerships: Kinds of ownership (所有制) for which it holds; empty for all.

        source: Where the figure was read; empty for what nobody could confirm.

        note: What is to be known about it, in Chinese; empty for nothing.
    """

    value: Figure
    basis: Basis
    region: str = ""
    sectors: tuple[str, ...] = ()
    ownerships: tuple[str, ...] = ()
    source: str = ""
    note: str = ""

    def reaches(self, region: str, sector: str, ownership: str) -> bool:
        """Whether it is made for such a union."""
        return (
            region.startswith(self.region)
            and (not self.sectors or sector in self.sectors)
            and (not self.ownerships or ownership in self.ownerships)
        )

    def holds(self, day: dt.date | None) -> bool:
        """Whether it holds on a day; without a day, whether it has no clock."""
        if day is None:
            return self.basis.since is None and self.basis.until is None
        return self.basis.holds(day)

    @property
    def _reach(self) -> tuple[int, int, int, dt.date]:
        return (
            len(self.region),
            bool(self.sectors),
            bool(self.ownerships),
            self.basis.since or dt.date.min,
        )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Ruling(Value):
    """
    What applies to one plan.

    Attributes:
        value: The figure.

        unit: Its unit (元, 人, %, 天); empty for none.

        limit: The limit that it comes from; of several that count together, the first.

        others: Limits that hold as well and were compared with it, because they are less strict or count with it.
    """

    value: Figure
    unit: str
    limit: Limit
    others: tuple[Limit, ...] = ()

    def broken(self, breaks: Callable[[Figure], bool]) -> Ruling | None:
        """
        Return what a plan breaks, or None where it breaks nothing.

        The strictest limit may be one that nobody could confirm: where one that is confirmed is broken as well, it decides,
        and the other one is told beside it.

        Args:
            breaks: Whether the plan breaks a figure.
        """
        broken = [each for each in (self.limit, *self.others) if breaks(each.value)]
        if not broken:
            return None
        sure = (each for each in broken if not _is_doubtful(each))
        limit = next(sure, broken[0])
        others = tuple(each for each in (self.limit, *self.others) if each is not limit)
        return attrs.evolve(self, value=limit.value, limit=limit, others=others)

    @property
    def basis(self) -> Basis:
        """The regulation that it comes from."""
        return self.limit.basis

    @property
    def number(self) -> Fraction:
        """The figure of a parameter that has numbers, exactly; compare it with ``Fraction(money.yuan)``."""
        return cast("Fraction", self.value)

    @property
    def said(self) -> str:
        """The figure with its unit, as messages say it: 300元, 2/3, 40%."""
        return said_figure(self.value, self.unit)

    @property
    def names(self) -> tuple[str, ...]:
        """The list of a parameter that has names."""
        return cast("tuple[str, ...]", self.value)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Parameter(Value):
    """
    A question that rules ask of the law.

    Attributes:
        name: Its name in data files (``prize-share``).

        title_zh: What it is, in Chinese.

        title_en: The same in English.

        unit: Unit of its figures (元, 人, %, 天); empty for none.

        stricter: Which of several limits applies.

        limits: The answers.
    """

    name: str
    title_zh: str
    title_en: str
    unit: str = ""
    stricter: Stricter
    limits: tuple[Limit, ...] = ()

    def title(self, lang: Lang) -> str:
        """Return what it is called."""
        return self.title_zh if lang == "zh" else self.title_en

    def ruling(
        self, day: dt.date | None, *, region: str = "", sector: str = "", ownership: str = ""
    ) -> Ruling | None:
        """Return what applies on a day to a union; None where no limit is known."""
        held = [each for each in self.limits if each.holds(day) and each.reaches(region, sector, ownership)]
        return self._chosen(held) if held else None

    def _chosen(self, held: list[Limit]) -> Ruling:
        if self.stricter is Stricter.TOGETHER:
            names = dict.fromkeys(name for each in held for name in _names(each))
            return Ruling(value=tuple(names), unit=self.unit, limit=held[0], others=tuple(held[1:]))
        nearest = sorted(held, key=lambda each: each._reach, reverse=True)  # noqa: SLF001 -- of this module
        if self.stricter is not Stricter.NEAREST:
            sign = 1 if self.stricter is Stricter.LOWER else -1
            # Of equal ones, one that somebody confirmed.
            nearest.sort(key=lambda each: (sign * cast("Fraction", each.value), _is_doubtful(each)))
        first, *rest = nearest
        return Ruling(value=first.value, unit=self.unit, limit=first, others=tuple(rest))

    def clock(self, *, region: str = "", sector: str = "", ownership: str = "") -> tuple[Limit, ...]:
        """Return all that was ever, or will be, in force for a union, the earliest first."""
        ours = (each for each in self.limits if each.reaches(region, sector, ownership))
        return tuple(sorted(ours, key=lambda each: (each.basis.since or dt.date.min, each.region)))


def _is_doubtful(limit: Limit) -> bool:
    return limit.basis.confidence is Confidence.UNCONFIRMED


def _names(limit: Limit) -> tuple[str, ...]:
    return limit.value if isinstance(limit.value, tuple) else ()


@attrs.frozen(repr=False, eq=False)
class Law(Value):
    """
    Parameters by name. ``law | more`` adds parameters, and limits to parameters that both have.

    Attributes:
        parameters: The parameters, by name.
    """

    parameters: Mapping[str, Parameter] = attrs.field(factory=dict)

    def __or__(self, other: object) -> Law:
        """Both together: the stricter of their limits applies."""
        if not isinstance(other, Law):
            return NotImplemented
        together = dict(self.parameters)
        for name, more in other.parameters.items():
            ours = together.get(name)
            together[name] = (
                more if ours is None else attrs.evolve(ours, limits=_merged(ours.limits, more.limits))
            )
        return Law(together)

    def __getitem__(self, name: str) -> Parameter:
        """Return a parameter; KeyError where there is none."""
        return self.parameters[name]

    def __iter__(self) -> Iterator[Parameter]:
        """Iterate over the parameters, in the order of their names."""
        return (self.parameters[name] for name in sorted(self.parameters))

    def ruling(
        self, name: str, day: dt.date | None, *, region: str = "", sector: str = "", ownership: str = ""
    ) -> Ruling | None:
        """Return what a parameter says on a day to a union; None where nothing is known."""
        known = self.parameters.get(name)
        return known.ruling(day, region=region, sector=sector, ownership=ownership) if known else None


def _merged(ours: Iterable[Limit], more: Iterable[Limit]) -> tuple[Limit, ...]:
    return tuple(dict.fromkeys((*ours, *more)))


def said_figure(value: Figure, unit: str) -> str:
    """Return a figure in words: 300元, 2/3, 40%, 元旦、春节."""
    if isinstance(value, tuple):
        return "、".join(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1 or (value.denominator != 1 and not unit):  # a share of something
        return f"{value}{unit}"
    exact = f"{Decimal(value.numerator) / value.denominator:f}"
    return f"{exact}{unit}"


@cache
def built_in_law() -> Law:
    """Return the law that unionkit knows: every data file in the folder ``law`` of this package."""
    import yaml  # noqa: PLC0415 -- a plan that no dated rule looks at does without

    from ._law_entries import law_of  # noqa: PLC0415 -- as above

    law = Law()
    for file in sorted(files(__package__).joinpath("law").iterdir(), key=lambda file: file.name):
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        told, wrong = law_of(yaml.load(file.read_text(encoding="utf-8"), loader), known=law)  # noqa: S506 -- a safe one
        if wrong:
            raise ValueError(f"{file.name}: {wrong[0][1]}: {wrong[0][0]}")
        law |= told
    return law
