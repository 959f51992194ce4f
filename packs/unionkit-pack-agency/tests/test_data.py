"""What the data of the pack refuses, and what follows from it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unionkit.errors import PlanFileError
from unionkit.files import structure
from unionkit.model import Money
from unionkit_pack_agency import AGENCY, AUDIT_SUBJECTS, AgencyData

REFUSED = [
    ({"recuperation": {"quota": -1}}, "recuperation.quota"),
    ({"recuperation": {"quota": 2.5}}, "recuperation.quota"),
    ({"recuperation": {"budget": -1}}, "recuperation.budget"),
    ({"recuperation": {"batches": [{"days": 0}]}}, "batches[0].days"),
    ({"recuperation": {"batches": [{"days": 61}]}}, "batches[0].days"),
    ({"recuperation": {"batches": [{"people": 2, "frontline": 3}]}}, "batches[0].frontline"),
    ({"recuperation": {"batches": [{"days": 2, "study_days": 3}]}}, "batches[0].study_days"),
    ({"recuperation": {"batches": [{"when": "9月1日—3日", "study_days": 4}]}}, "batches[0].study_days"),
    (
        {"recuperation": {"batches": [{"people": 0, "participants": [{"name": "李明"}]}]}},
        "batches[0].participants",
    ),
    ({"recuperation": {"batches": [{"participants": [{"name": " "}]}]}}, "participants[0].name"),
    ({"recuperation": {"batches": [{"participants": [{"name": "李明", "previous": 21}]}]}}, "previous"),
    ({"audit": {"subjects": ["预算"]}}, "audit.subjects"),
    ({"audit": {"auditors": 2, "keepers": 3}}, "audit.keepers"),
    ({"audit": {"auditors": 2, "officers": 3}}, "audit.officers"),
    ({"audit": {"first": "2026-07-01", "last": "2026-06-30"}}, "audit.last"),
    ({"audit": {"notice": "1926-01-01"}}, "audit.notice"),
    ({"audit": {"findings": [{"measure": "补签"}]}}, "audit.findings[0]"),
    ({"audit": {"papers": [""]}}, "audit.papers"),
    ({"groups": [{"members": 3}]}, "groups[0]"),
    ({"groups": [{"title": "棋类组", "cost": -1}]}, "groups[0].cost"),
    ({"women": {"room": "yes"}}, "women.room"),
    ({"womens": {}}, "womens"),
]


@pytest.mark.parametrize(("data", "place"), REFUSED)
def test_the_impossible_is_refused_with_its_place(data, place):
    """The message says where in both languages, and what instead."""
    with pytest.raises(PlanFileError) as refused:
        structure(data, AgencyData)

    (problem,) = refused.value.problems
    assert place in problem.path
    assert problem.error.message("zh") != problem.error.message("en")


def test_a_sum_that_no_money_can_be_is_refused():
    """A batch with too many digits cannot be built, so that no rule and no paper has to reckon with it."""
    huge = {"recuperation": {"batches": [{"people": 9_999_999_999, "per_head": "9" * 400}]}}

    with pytest.raises(PlanFileError):
        structure(huge, AgencyData)


@pytest.mark.parametrize(
    ("batch", "days"),
    [
        ({"days": 5, "when": "9月1日—3日"}, 5),
        ({"when": "9月1日—3日"}, 3),
        ({"when": "9月1日"}, 1),
        ({"when": "2月28日—3月1日"}, 3),
        ({"when": "9月"}, None),
        ({"when": "1月1日—12月31日"}, None),
        ({}, None),
    ],
)
def test_a_stay_lasts_as_long_as_is_said(batch, days):
    """Its days decide before its time; a whole season says nothing."""
    (made,) = structure({"recuperation": {"batches": [batch]}}, AgencyData).recuperation.batches

    assert made.lasts == days


@settings(max_examples=40, deadline=None)
@given(
    batches=st.lists(
        st.tuples(
            st.none() | st.integers(0, 500),
            st.none() | st.integers(0, 9_000),
            st.none() | st.integers(0, 900),
        ),
        max_size=4,
    )
)
def test_all_batches_cost_what_each_costs(batches):
    """What is not told counts for nothing."""
    told = [
        {
            key: value
            for key, value in zip(("people", "per_head", "travel"), each, strict=True)
            if value is not None
        }
        for each in batches
    ]
    made = structure({"recuperation": {"batches": told}}, AgencyData).recuperation

    assert made.people == sum(people or 0 for people, _, _ in batches)
    assert made.cost == Money(
        sum((people or 0) * ((head or 0) + (way or 0)) for people, head, way in batches)
    )


def test_every_name_is_worded_in_both_languages():
    """Terms are listed under their own name."""
    ours = AGENCY.vocabulary
    for terms in (
        AUDIT_SUBJECTS,
        ours.roles,
        ours.activity_kinds,
        ours.welfare_kinds,
        ours.triggers,
        ours.honours,
    ):
        assert terms
        for name, term in terms.items():
            assert (name, term.en.isascii(), term.zh.isascii()) == (term.name, True, False)
