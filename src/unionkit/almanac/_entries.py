"""What the entries of almanac data have in common: names, regions, texts, years and days, and the checks of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, Final

import attrs

from unionkit.errors import ImpossibleValueError, WrongTypeError
from unionkit.model import check_text

_LAST_YEAR: Final = 2100


def to_names(names: Iterable[str]) -> tuple[str, ...]:
    """A single name may stand for a list of one."""
    if isinstance(names, str):
        return (names,)
    if not isinstance(names, Iterable):
        raise WrongTypeError("名称的列表", "a list of names", repr(names))
    return tuple(names)


def is_name(_instance: object, attribute: attrs.Attribute[Any], name: object) -> None:
    """Validate a name: some text, without blanks around it."""
    if not isinstance(name, str):
        raise WrongTypeError(f"文字（{attribute.name}）", f"text ({attribute.name})", repr(name))
    if not name.strip() or name != name.strip():
        raise ImpossibleValueError(
            f"{attribute.name} 要写名称，前后不留空格",
            f"{attribute.name} needs a name without blanks around it",
        )
    check_text(name)


def are_names(instance: object, attribute: attrs.Attribute[Any], names: tuple[object, ...]) -> None:
    """Validate names."""
    for name in names:
        is_name(instance, attribute, name)


def is_region(instance: object, attribute: attrs.Attribute[Any], region: object) -> None:
    """Validate the name of a region, or nothing."""
    if region != "":
        is_name(instance, attribute, region)


def is_text(_instance: object, _attribute: attrs.Attribute[Any], text: object) -> None:
    """Validate any text on one line."""
    check_text(text)


def is_year_since(least: int) -> Any:
    """Return what validates a calendar year, or None where that is the default: from `least` to the end of the almanac."""

    def validate(_instance: object, attribute: attrs.Attribute[Any], year: object) -> None:
        if year is None and attribute.default is None:
            return
        if type(year) is not int:
            raise WrongTypeError("年份（整数）", "a year (a whole number)", repr(year))
        if not least <= year <= _LAST_YEAR:
            raise ImpossibleValueError(
                f"年份 {year} 不在 {least} 到 {_LAST_YEAR} 之间",
                f"The year {year} is not within {least} to {_LAST_YEAR}",
            )

    return validate


def is_day(_instance: object, _attribute: attrs.Attribute[Any], day: object) -> None:
    """Validate a day; a subclass does not do: a datetime is equal to no date."""
    if type(day) is not dt.date:
        raise WrongTypeError("日期（datetime.date）", "a datetime.date", repr(day))


def applies(region: str, here: str) -> bool:
    """Whether what holds in a region holds here: everywhere, or where the region's name begins ours."""
    return here.startswith(region)
