"""What a plan may hold for towns: what is refused, and where that stands."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unionkit_pack_town
from unionkit import Kit
from unionkit.errors import ImpossibleValueError, PlanFileError
from unionkit_pack_town import EnterpriseClass, Ownership, Size, TownData, UnionEntry, UnionTerm

KIT = Kit(discover=False, plugins=[unionkit_pack_town], strict=True)
HEAD = "unionkit: 1\npack: town\nperiod: {year: 2026, half: 2}\ndata:\n  town:\n    "

REFUSED = {
    "more with a union than there are": "classes: [{size: small, enterprises: 8, organised: 9}]",
    "more built than there are": "classes: [{size: small, enterprises: 8, built: 9}]",
    "more up to standard than there are": "classes: [{size: small, enterprises: 8, standardised: 9}]",
    "no such size": "classes: [{size: huge, enterprises: 8}]",
    "no such ownership": "classes: [{size: small, ownership: mixed, enterprises: 8}]",
    "a class told twice": "classes: [{size: small, enterprises: 8}, {size: small, enterprises: 9}]",
    "a negative count": "classes: [{size: small, enterprises: -1}]",
    "no count": "classes: [{size: small}]",
    "more members than staff": "register: [{enterprise: 甲, size: small, staff: 3, members: 4}]",
    "an enterprise without a name": "register: [{enterprise: ' ', size: small}]",
    "no such task": "register: [{enterprise: 甲, size: small, task: close}]",
    "a term of no years": "terms: [{union: 甲工会, elected: 2021-01-05, term: 0}]",
    "a day that is none": "terms: [{union: 甲工会, elected: 2021-02-30, term: 5}]",
    "more to train than there are": "chairs: {number: 3, to_train: 4}",
    "more trained than there are": "chairs: {number: 3, trained: 4}",
    "an unknown key": "clases: []",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_at_its_line(text):
    """In both languages, with the place."""
    with pytest.raises(PlanFileError) as exc:
        KIT.loads(HEAD + text)

    (problem,) = exc.value.problems
    assert problem.path.startswith("$.data.town")
    assert problem.place.line == 6
    assert problem.error.message("zh") != problem.error.message("en")


def test_the_same_class_of_another_ownership_is_another_class():
    """Size and ownership together are told once."""
    pair = [EnterpriseClass(size=Size.LARGE, ownership=ownership, enterprises=1) for ownership in Ownership]

    assert len(TownData(classes=pair).classes) == 2


@given(elected=st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31)), term=st.integers(1, 10))
def test_a_term_ends_on_the_day_before_its_anniversary(elected, term):
    """Also where there is no 29 February."""
    ends = UnionTerm(union="甲工会", elected=elected, term=term).ends

    day = ends + dt.timedelta(days=1)
    assert day.year == elected.year + term
    assert (day.month, day.day) == (elected.month, elected.day) or (
        elected.month,
        elected.day,
        day.month,
        day.day,
    ) == (2, 29, 3, 1)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_what_is_left_is_what_neither_had_nor_gets_a_union(enterprises, organised, to_build):
    """Below nought where too many are to be built."""
    if organised > enterprises:
        with pytest.raises(ImpossibleValueError):
            EnterpriseClass(size=Size.SMALL, enterprises=enterprises, organised=organised)
        return
    made = EnterpriseClass(size=Size.SMALL, enterprises=enterprises, organised=organised, to_build=to_build)

    assert made.left + to_build + organised == enterprises


def test_entries_of_a_class_are_those_of_its_size_and_ownership():
    """In the order of the register."""
    entries = [
        UnionEntry(enterprise=name, size=size)
        for name, size in (("甲", Size.SMALL), ("乙", Size.LARGE), ("丙", Size.SMALL))
    ]

    found = TownData(register=entries).entries(Size.SMALL, Ownership.PRIVATE)

    assert [each.enterprise for each in found] == ["甲", "丙"]
