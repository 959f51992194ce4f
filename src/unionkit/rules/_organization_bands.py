"""Bands of the law: how many seats or delegates go with how many people, as one parameter tells them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

from ._law import Limit, Ruling
from ._rule import compiled

_BAND: Final = r"(?P<first>\d+)-(?P<last>\d*): (?P<least>\d+)(?:(?P<percent>%)|\+(?P<step>\d+)/(?P<per>\d+))?-(?P<most>\d*)"


class Bound(NamedTuple):
    """
    How many there must be at least, or may be at most, of one number of people.

    Attributes:
        number: The bound, which itself is within.

        ruling: What the law says, with the limit that this bound comes from.
    """

    number: int
    ruling: Ruling


def least_of(ruling: Ruling, people: int) -> Bound | None:
    """
    Return the highest number that any limit asks for at least; None where no band holds `people`.

    A band is written ``26-200: 3-7``, that of the largest ``50001-: 37-45``. The lower bound may be a share of them
    (``601-2000: 5%-``, rounded up), or grow by the full hundreds above the beginning (``101-3000: 30+5/100-``).
    """
    bounds = (Bound(least, ruling) for least, _, ruling in _bands(ruling, people))
    return max(bounds, key=lambda bound: bound.number, default=None)


def most_of(ruling: Ruling, people: int) -> Bound | None:
    """Return the lowest number that any limit allows at most; None where no band has one."""
    bounds = (Bound(most, ruling) for _, most, ruling in _bands(ruling, people) if most is not None)
    return min(bounds, key=lambda bound: bound.number, default=None)


def _bands(ruling: Ruling, people: int) -> Iterator[tuple[int, int | None, Ruling]]:
    """Yield lower and upper bound of every band that holds a number of people."""
    for limit in (ruling.limit, *ruling.others):
        for text in _texts(limit):
            band = compiled(_BAND).fullmatch(text)
            if band is None:
                raise ValueError(f"not a band: {text!r}")
            first, last = int(band["first"]), int(band["last"] or people)
            if first <= people <= last:
                least = int(band["least"])
                if band["percent"]:
                    least = -(-people * least // 100)
                elif band["step"]:
                    least += int(band["step"]) * ((people - first + 1) // int(band["per"]))
                most = int(band["most"]) if band["most"] else None
                yield least, most, attrs.evolve(ruling, limit=limit, others=())


def _texts(limit: Limit) -> tuple[str, ...]:
    return limit.value if isinstance(limit.value, tuple) else ()
