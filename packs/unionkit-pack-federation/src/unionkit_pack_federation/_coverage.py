"""Coverage by ownership (分所有制覆盖面), and how the union funds of an area are shared (经费分成)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final, get_args

import attrs

from unionkit.errors import ImpossibleValueError
from unionkit.model import Quantity, Target, Value
from unionkit.model.validators import is_a, is_filled_text

from ._indicators import IS_A_COUNT, Ownership

_PERCENT: Final = "%"
_WHOLE: Final = 100


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Coverage(Value):
    """
    How many units have what the federation asks of them (覆盖面), of one ownership or of all.

    Attributes:
        subject: What they have (项目): 厂务公开建制, 工资集体协商, 建立工会.

        ownership: Whose the units are; empty: all of them.

        units: How many units there are (单位数), or None.

        covered: How many of them have it (已覆盖), or None.

        target: The share that is to have it (覆盖率目标), such as ``>= 80%``, or None.
    """

    subject: str = attrs.field(validator=is_filled_text)
    ownership: Ownership = attrs.field(default="", validator=attrs.validators.in_(get_args(Ownership)))
    units: int | None = attrs.field(default=None, validator=IS_A_COUNT)
    covered: int | None = attrs.field(default=None, validator=IS_A_COUNT)
    target: Target | None = attrs.field(default=None, validator=is_a(Target))

    @covered.validator
    def _is_within_units(self, _attribute: attrs.Attribute[Any], covered: int | None) -> None:
        if covered is not None and self.units is not None and covered > self.units:
            raise ImpossibleValueError(
                f"已覆盖（{covered}）多于单位数（{self.units}）",
                f"More units are covered ({covered}) than there are ({self.units})",
            )

    @target.validator
    def _is_a_share(self, _attribute: attrs.Attribute[Any], target: Target | None) -> None:
        if target is None:
            return
        most = target.value if target.upper is None else target.upper
        if target.unit != _PERCENT or not 0 <= target.value <= most <= _WHOLE:
            raise ImpossibleValueError(
                "覆盖率目标是 0% 到 100% 之间的百分数",
                "The share to be covered is a percentage from 0% to 100%",
            )


def _is_a_share(_instance: object, attribute: attrs.Attribute[Any], share: Quantity | None) -> None:
    if share is not None:
        number, unit = share.measure()
        if unit != _PERCENT or not 0 <= number <= _WHOLE:
            raise ImpossibleValueError(
                f"{attribute.name} 是 0% 到 100% 之间的百分数",
                f"{attribute.name} is a percentage from 0% to 100%",
            )


_SHARE: Final = (is_a(Quantity), _is_a_share)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Shares(Value):
    """
    How what units pay for their unions (拨缴经费, 2% of the payroll) is shared (经费分成), each as a percentage.

    Attributes:
        base: The share of the grassroots unions (基层留成), or None.

        county: The share of the county federation (县级), or None.

        city: The share of the city federation (市级), or None.

        province: The share of the provincial federation (省级), or None.

        nation: The share of the national federation (全国总工会), or None.
    """

    base: Quantity | None = attrs.field(default=None, validator=_SHARE)
    county: Quantity | None = attrs.field(default=None, validator=_SHARE)
    city: Quantity | None = attrs.field(default=None, validator=_SHARE)
    province: Quantity | None = attrs.field(default=None, validator=_SHARE)
    nation: Quantity | None = attrs.field(default=None, validator=_SHARE)

    def __attrs_post_init__(self) -> None:
        if self.together > _WHOLE:
            raise ImpossibleValueError(
                f"各级分成合计 {self.together}%，超过 100%",
                f"The shares add up to {self.together}%, more than 100%",
            )

    @property
    def known(self) -> tuple[Decimal, ...]:
        """The shares that are known, in percent, from the base upwards."""
        shares = (self.base, self.county, self.city, self.province, self.nation)
        return tuple(share.measure()[0] for share in shares if share is not None)

    @property
    def together(self) -> Decimal:
        """What the shares that are known add up to, in percent."""
        return sum(self.known, Decimal(0))
