"""What the rules find in each of the twelve, and why the real plan has deserved it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class Deserved(NamedTuple):
    """
    Findings of one rule in one plan.

    Attributes:
        times: How many.

        why: What is wrong with the real plan, too.
    """

    times: int
    why: str


FINDINGS: Final[Mapping[str, Mapping[str, Deserved]]] = {
    "plan-01": {},
    "plan-02": {},
    "plan-03": {
        "UK142": Deserved(1, "the heading about dues has nothing below it"),
        "UK301": Deserved(1, "a title is to be won, and nobody says when"),
    },
    "plan-04": {},
    "plan-05": {
        "UK401": Deserved(2, "a mutual inspection and a meeting are set for the half-year that is over"),
        "UK402": Deserved(1, "Labour Day lies in the other half of the year"),
        "UK701": Deserved(1, "the year by which shares are to be reached is masked"),
    },
    "plan-06": {},
    "plan-07": {"UK301": Deserved(1, "a title is to be won, and nobody says when")},
    "plan-08": {"UK301": Deserved(1, "a title is to be won, and nobody says when")},
    "plan-09": {},
    "plan-10": {
        "UK301": Deserved(1, "what is due to the union above is to be paid, and nobody says by when")
    },
    "plan-11": {},
    "plan-12": {
        "UK301": Deserved(1, "a title is to be won, and nobody says when"),
        "UK401": Deserved(1, "a delegate is to be chosen in March, which is over"),
    },
}
"""Every warning and error, by plan and rule."""

HINTS: Final[Mapping[str, Mapping[str, int]]] = {
    "plan-01": {"UK101": 9, "UK122": 1, "UK125": 1, "UK517": 1, "UK731": 1},
    "plan-02": {"UK101": 11, "UK125": 1, "UK132": 1, "UK304": 1, "UK517": 1},
    "plan-03": {"UK101": 21, "UK125": 1, "UK128": 1, "UK129": 1, "UK304": 1, "UK517": 1},
    "plan-04": {"UK101": 8, "UK517": 1, "UK731": 1},
    "plan-05": {"UK101": 27, "UK125": 1, "UK304": 1, "UK517": 1},
    "plan-06": {"UK101": 12, "UK517": 1},
    "plan-07": {"UK101": 4, "UK128": 1, "UK133": 1, "UK304": 1, "UK517": 1, "UK731": 1},
    "plan-08": {"UK101": 4, "UK121": 1, "UK128": 1, "UK133": 1, "UK304": 1, "UK517": 1, "UK731": 1},
    "plan-09": {"UK101": 10, "UK123": 1, "UK125": 1, "UK132": 1, "UK134": 1, "UK517": 1},
    "plan-10": {"UK101": 8, "UK139": 1, "UK304": 1, "UK312": 2, "UK517": 1},
    "plan-11": {"UK101": 9, "UK138": 1, "UK517": 1, "UK731": 1},
    "plan-12": {"UK101": 10, "UK125": 1, "UK304": 1, "UK314": 1, "UK517": 1},
}
"""Every hint, by plan and rule."""

WHY: Final[Mapping[str, str]] = {
    "UK101": "nobody is responsible for an activity",
    "UK121": "the only number left is one of the second level",
    "UK122": "what stood before the second number is lost",
    "UK123": "a number is left out",
    "UK125": "Arabic numbers are followed by the mark of Chinese ones",
    "UK128": "the brackets of numbers are half-width",
    "UK129": "a blank stands in a number",
    "UK132": "parts of one level number their entries in different ways",
    "UK133": "an entry is the only one of its level",
    "UK134": "a first point has no second",
    "UK138": "there is no heading",
    "UK139": "one heading among numbered ones has no number",
    "UK304": "nobody is responsible for a goal",
    "UK312": "a goal of the year stands in the review, and nobody says how far it has come",
    "UK314": "a title is to be won, and nobody says whose",
    "UK517": "activities have no time (one finding for all of them)",
    "UK731": "a term counts things that are not listed",
}
"""What a hint means, and the real plans have deserved by leaving out or writing the same."""
