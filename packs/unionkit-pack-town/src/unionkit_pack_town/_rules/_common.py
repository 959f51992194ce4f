"""What the rules of the pack share: the data they look at, and how classes of enterprises are called."""

from __future__ import annotations

import datetime as dt
from typing import Final

from unionkit.model import Path, Plan
from unionkit.rules import Basis, Worded
from unionkit_pack_town._data import EnterpriseClass, Ownership, Size, TownData, UnionEntry, town_data

LAW: Final = "《中华人民共和国工会法》"
IN_FORCE: Final = dt.date(2022, 1, 1)
"""The Trade Union Law as amended on 24 December 2021; the text was read in November 2026."""

JOINTLY: Final = Basis(title=LAW, article="第十一条", since=IN_FORCE)
"""A unit of 25 and more members has a committee of its own; a smaller one may, or joins with others."""

SIZES: Final = {
    Size.LARGE: Worded("100人及以上", "100 and more staff"),
    Size.MIDDLE: Worded("25至99人", "25 to 99 staff"),
    Size.SMALL: Worded("25人以下", "fewer than 25 staff"),
}
OWNERSHIPS: Final = {
    Ownership.PUBLIC: Worded("公有制", "state-owned or collective"),
    Ownership.PRIVATE: Worded("非公有制", "private"),
}


def class_of(each: EnterpriseClass | UnionEntry) -> Worded:
    """Return what the class of enterprises is called."""
    size, ownership = SIZES[each.size], OWNERSHIPS[each.ownership]
    return Worded(f"{size.zh}的{ownership.zh}企业", f"{ownership.en} enterprises of {size.en}")


def data_of_town(plan: Plan) -> TownData:
    """Return what the plan holds for towns; nothing, where that cannot be understood."""
    return town_data(plan) or TownData()


def at(path: Path, *keys: str | int) -> Path:
    """Return the path of something in the data of the plan at `path`."""
    return (*path, "data", "town", *keys)
