"""Hypothesis strategies for the union body: its people, committees, delegates and money."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import strategies as st

from unionkit.model import (
    CORE_VOCABULARY,
    Committee,
    Delegates,
    Funds,
    Organization,
    Period,
    Person,
    Quantity,
)

from ._base import named, names, optional, some
from ._figures import amounts, counts, dates
from ._text import filled, lines, usual
from ._words import OWNERSHIPS, PEOPLE, POSTS, REGIONS, UNIONS


@named
def persons() -> st.SearchStrategy[Person]:
    """Members of committees; shrinks to the name ``李明`` alone."""
    return st.builds(
        Person,
        name=filled(PEOPLE),
        role=usual(POSTS),
        full_time=optional(st.booleans()),
        votes=optional(counts()),
    )


@named
def committees() -> st.SearchStrategy[Committee]:
    """Committees of known and unknown kinds, some with members; shrinks to a committee of the union."""
    told = {
        "elected": dates(),
        "term": st.integers(1, 10),
        "candidates": counts(),
        "entitled": counts(),
        "present": counts(),
    }
    return st.builds(
        _committee,
        names(tuple(CORE_VOCABULARY.committee_kinds), lines(filled=True)),
        st.just(()) | st.lists(persons(), max_size=3),
        optional(st.integers(0, 30)),
        some(told),
    )


def _committee(
    kind: str, members: Sequence[Person], others: int | None, entries: dict[str, Any]
) -> Committee:
    """Build it with no more members than its size, people than were entitled to vote, and votes than people."""
    in_order(entries, "present", "entitled")
    most = entries.get("present", entries.get("entitled"))
    if most is not None:
        members = [
            attrs.evolve(member, votes=None if member.votes is None else min(member.votes, most))
            for member in members
        ]
    size = None if others is None else len(members) + others
    return Committee(kind=kind, members=members, size=size, **entries)


def in_order(entries: dict[str, Any], less: str, more: str) -> None:
    """Exchange two numbers, where both are told and the first is greater."""
    if less in entries and more in entries:
        entries[less], entries[more] = sorted((entries[less], entries[more]))


@named
def delegations() -> st.SearchStrategy[Delegates]:
    """Delegates of a congress, whose kinds may overlap; shrinks to none."""
    kinds = {kind: st.integers(0, 10**6) for kind in ("workers", "teachers", "managers", "agency", "women")}
    told = {"elected": dates(), "term": st.integers(1, 10)}
    return st.builds(
        lambda congress, others, kinds, told: Delegates(
            congress=congress, total=others + max(kinds.values(), default=0), **kinds, **told
        ),
        usual(tuple(CORE_VOCABULARY.congresses)),
        st.integers(0, 10**6),
        some(kinds),
        some(told),
    )


@named
def funds() -> st.SearchStrategy[Funds]:
    """The money of a union; shrinks to nothing said."""
    percent = st.integers(0, 10_000).map(lambda share: Quantity(Decimal(share).scaleb(-2), "%"))
    tenths = st.builds(Quantity, st.integers(0, 10), st.just("成"), st.booleans())
    return st.builds(
        Funds,
        dues=optional(amounts()),
        appropriation=optional(amounts()),
        retained=st.none() | percent | tenths,
        balance=optional(amounts()),
    )


@named
def organizations() -> st.SearchStrategy[Organization]:
    """Union bodies with known and unknown sectors; shrinks to one without a name."""
    told = {
        "name": names(UNIONS, lines()),
        "sector": names(tuple(CORE_VOCABULARY.sectors), lines()),
        "ownership": names(OWNERSHIPS, lines()),
        "region": names(REGIONS, lines()),
        "parent": names(UNIONS, lines()),
        "staff": counts(),
        "members": counts(),
        "women": counts(),
        "women_staff": counts(),
        "committees": st.lists(committees(), max_size=2),
        "delegates": st.lists(delegations(), max_size=2),
        "payroll": amounts(),
        "funds": funds(),
    }
    return some(told).map(_organization)


def _organization(entries: dict[str, Any]) -> Organization:
    """Build it with no more women than members or employees."""
    in_order(entries, "women", "members")
    in_order(entries, "women_staff", "staff")
    return Organization(**entries)


# ---------------------------------------------------------------- the time that a plan is for


@named
def periods() -> st.SearchStrategy[Period]:
    """Years, halves, quarters and school terms, also without a year, and spans of days; shrinks to nothing said."""
    years = optional(st.integers(2020, 2035) | st.integers(1949, 2100))
    return st.one_of(
        st.builds(Period, year=years),
        st.builds(Period, year=years, half=st.sampled_from((1, 2))),
        st.builds(Period, year=years, quarter=st.integers(1, 4)),
        st.builds(Period, year=years, term=st.sampled_from((1, 2))),
        st.builds(lambda one, other: Period(first=min(one, other), last=max(one, other)), dates(), dates()),
    )
