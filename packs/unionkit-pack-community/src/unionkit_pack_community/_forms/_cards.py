"""Which cards a plan needs, and what is printed on each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

import attrs

from unionkit.document import Grid, Scope, render_blocks
from unionkit_pack_community._data import CommunityData
from unionkit_pack_community._shown import occasion_named, shown

A_SHEET: Final = 8
"""How many cards stand on a sheet of A4: two across, four down."""

_HARDSHIP: Final = "hardship"


@attrs.frozen
class Card:
    """
    What is printed on a card; what is empty is filled in by hand.

    Attributes:
        occasion: What calls for the visit (情形).

        number: The number of the file or case (编号).

        kind: The group of the register of workers in need (类别).

        when: When, or within what time (时间).

        standard: What is done there and brought (要求).

        visitors: Who goes (走访人).
    """

    occasion: str = ""
    number: str = ""
    kind: str = ""
    when: str = ""
    standard: str = ""
    visitors: str = ""


def cards_of(scope: Scope) -> tuple[Card, ...]:
    """
    Return a card for each hardship file, then one for each of the five visits, then blank ones to the end of the sheet; a
    sheet of blank ones where the plan has neither. No card names a person.
    """
    data = scope.data if isinstance(scope.data, CommunityData) else CommunityData()
    public = attrs.evolve(scope, data=data.without_names(), private=False)
    printed = tuple(_printed(public))
    visits, files = printed[: len(data.visits)], printed[len(data.visits) :]
    named = occasion_named(_HARDSHIP, scope)
    of_hardship = next((card for card in visits if card.occasion == named), Card(occasion=named))
    cards = [
        attrs.evolve(
            card,
            occasion=named,
            standard=of_hardship.standard,
            when=card.when or of_hardship.when,
            visitors=card.visitors or of_hardship.visitors,
        )
        for card in files
    ]
    cards += visits
    return (*cards, *(Card() for _ in range(-len(cards) % A_SHEET or (0 if cards else A_SHEET))))


def _printed(scope: Scope) -> Iterator[Card]:
    """The visits and files as the template words them, in the language of the scope."""
    (table,) = render_blocks("unionkit_pack_community", "cards.j2", shown(scope))
    for row in cast("Grid", table).rows:
        yield Card(*row)
