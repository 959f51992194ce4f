"""What a plan may hold for communities, and what is refused."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import unionkit_pack_community
from unionkit import Kit
from unionkit.errors import ImpossibleValueError, PlanFileError
from unionkit_pack_community import CommunityData, HardshipFile, JoblessMembers, Posting, VisitRecord

KIT = Kit(discover=False, plugins=[unionkit_pack_community], strict=True)


def load(data: str) -> object:
    """A plan file with this under the key of the pack."""
    return KIT.loads(f"unionkit: 1\npack: community\ndata: {{community: {data}}}\n")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("[]", ""),
        ("{opennes: []}", ".opennes"),
        ("{openness: [{form: 公开栏}]}", ".openness[0]"),
        ("{openness: [{topic: ' '}]}", ".openness[0].topic"),
        ("{openness: [{topic: 收支, money: 5}]}", ".openness[0].money"),
        ("{openness: [{topic: 收支, when: 2月30日}]}", ".openness[0].when"),
        ("{posting: {start: 2026-09-15, end: 2026-09-01}}", ".posting.end"),
        ("{jobless: {placed: 3}}", ".jobless"),
        ("{jobless: {registered: -1}}", ".jobless.registered"),
        ("{jobless: {registered: 3, placed: 4}}", ".jobless.placed"),
        ("{jobless: {registered: 3, trained: 4}}", ".jobless.trained"),
        ("{hardship: [{kind: deep}]}", ".hardship[0]"),
        ("{hardship: [{number: ''}]}", ".hardship[0].number"),
        ("{visits: [{occasion: illness, per_head: -5}]}", ".visits[0].per_head"),
        ("{visits: [{occasion: illness, within: 3天}]}", ".visits[0].within"),
        ("{records: [{occasion: illness, day: 7月20日}]}", ".records[0].day"),
    ],
)
def test_what_cannot_be_is_refused_at_its_place(data, place):
    """Nothing is guessed; the message exists in both languages."""
    with pytest.raises(PlanFileError) as error:
        load(data)

    problems = error.value.problems
    assert any(problem.path.startswith(f"$.data.community{place}") for problem in problems)
    assert all(problem.error.message(lang) for problem in problems for lang in ("zh", "en"))


@given(registered=st.integers(0, 10**6), placed=st.integers(0, 10**6), trained=st.integers(0, 10**6))
def test_no_more_jobless_members_are_helped_than_there_are(registered, placed, trained):
    """What cannot exist cannot be built; what is merely unwise can."""
    if max(placed, trained) > registered:
        with pytest.raises(ImpossibleValueError):
            JoblessMembers(registered=registered, placed=placed, trained=trained)
    else:
        assert JoblessMembers(registered=registered, placed=placed, trained=trained).placed == placed


def test_a_posting_may_end_on_its_first_day_and_not_before():
    """The boundary belongs to what is possible."""
    day = dt.date(2026, 7, 6)

    assert Posting(start=day, end=day).end == day
    with pytest.raises(ImpossibleValueError):
        Posting(start=day, end=day - dt.timedelta(days=1))


@given(word=st.sampled_from(["赵一", "Zhao"]))
def test_without_names_nothing_of_a_person_is_left(word):
    """Names, findings and follow-up go; numbers and times stay."""
    data = CommunityData(
        hardship=[HardshipFile(number="KN-1", name=word)],
        records=[
            VisitRecord(occasion="illness", number="BX-1", name=word, findings=word, follow_up=word),
        ],
    )
    public = data.without_names()

    assert word not in repr(attrs.astuple(public))
    assert (public.hardship[0].number, public.records[0].number) == ("KN-1", "BX-1")
