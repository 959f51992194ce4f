"""The typed data: what it refuses, and where it says so."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unionkit_pack_enterprise
from unionkit import Kit, dump_plan, load_plan
from unionkit.errors import ImpossibleValueError, PlanFileError, UnionkitError
from unionkit_pack_enterprise import (
    CollectiveContract,
    ContractKind,
    EnterpriseData,
    Ideas,
    Inspection,
    Safety,
    StaffCongress,
    WageTalks,
)

KIT = Kit(discover=False, plugins=[unionkit_pack_enterprise], strict=True)
days = st.dates(dt.date(1949, 1, 1), dt.date(2100, 12, 31))
counts = st.integers(0, 10**6)


@given(start=days, end=days)
def test_no_contract_ends_before_it_starts(start, end):
    """What cannot exist cannot be built; what is merely unwise can."""
    if end < start:
        with pytest.raises(ImpossibleValueError):
            CollectiveContract(kind=ContractKind.WAGES, start=start, end=end)
    else:
        assert CollectiveContract(kind=ContractKind.WAGES, start=start, end=end).end == end


@given(first=days, second=days)
def test_nothing_is_filed_or_answered_before_its_time(first, second):
    """A contract is signed before it is filed, an invitation goes out before it is answered."""
    for build in (
        lambda: CollectiveContract(kind=ContractKind.OTHER, signed=first, filed=second),
        lambda: WageTalks(invited=first, reply_by=second),
        lambda: WageTalks(invited=first, replied=second),
    ):
        if second < first:
            with pytest.raises(ImpossibleValueError):
                build()
        else:
            build()


@given(whole=counts, part=counts)
def test_no_part_is_larger_than_its_whole(whole, part):
    """Neither among delegates, nor among negotiators, nor among ideas."""
    for build in (
        lambda: StaffCongress(delegates=whole, workers=part),
        lambda: StaffCongress(delegates=whole, women=part),
        lambda: WageTalks(workers=whole, workers_outside=part),
        lambda: WageTalks(employers=whole, employers_outside=part),
        lambda: Ideas(wanted=whole, adopted=part),
    ):
        if part > whole:
            with pytest.raises(ImpossibleValueError):
                build()
        else:
            build()


@pytest.mark.parametrize(
    "build",
    [
        lambda: CollectiveContract(kind="wages"),
        lambda: CollectiveContract(kind=ContractKind.WAGES, chapters=["women"]),
        lambda: CollectiveContract(kind=ContractKind.WOMEN, chapters=[ContractKind.WOMEN]),
        lambda: CollectiveContract(kind=ContractKind.WAGES, chapters=[ContractKind.COMPREHENSIVE]),
        lambda: CollectiveContract(kind=ContractKind.WAGES, start=dt.date(1800, 1, 1)),
        lambda: CollectiveContract(kind=ContractKind.WAGES, title="a\nb"),
        lambda: WageTalks(workers=-1),
        lambda: WageTalks(workers=True),
        lambda: WageTalks(topics=["", "工资"]),
        lambda: WageTalks(topics="工资"),
        lambda: Inspection(subject=" "),
        lambda: Safety(inspections=["用电"]),
        lambda: EnterpriseData(contracts=[1]),
        lambda: EnterpriseData(talks=3),
    ],
)
def test_what_is_of_another_type_is_refused(build):
    """With an error of our own, in both languages."""
    with pytest.raises(UnionkitError) as error:
        build()

    assert error.value.message("zh") != error.value.message("en")


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ("[]", "$.data.enterprise"),
        ("{contract: []}", "$.data.enterprise.contract"),
        ("{contracts: [{}]}", "$.data.enterprise.contracts[0]"),
        ("{contracts: [{kind: wage}]}", "$.data.enterprise.contracts[0].kind"),
        ("{contracts: [{kind: wages, renewal: 2月30日}]}", "$.data.enterprise.contracts[0].renewal"),
        ("{contracts: [{kind: wages, start: 2026-02-30}]}", "$.data.enterprise.contracts[0].start"),
        ("{talks: {worker: 3}}", "$.data.enterprise.talks.worker"),
        ("{congress: {delegates: 3, women: 4}}", "$.data.enterprise.congress.women"),
        ("{safety: {inspections: [{when: 7月}]}}", "$.data.enterprise.safety.inspections[0]"),
        ("{ideas: {wanted: 很多}}", "$.data.enterprise.ideas.wanted"),
    ],
)
def test_a_file_is_refused_with_the_place(data, path):
    """Nothing is guessed."""
    with pytest.raises(PlanFileError) as error:
        KIT.loads(f"unionkit: 1\ndata: {{enterprise: {data}}}\n")

    assert [problem.path for problem in error.value.problems] == [path]


def test_a_single_chapter_needs_no_brackets():
    """`chapters: women` is a list of one."""
    text = "unionkit: 1\npack: enterprise\ndata: {enterprise: {contracts: [{kind: comprehensive, chapters: women}]}}\n"
    file = KIT.loads(text)

    assert "女职工专章" in KIT.rendered(file, "txt").data.decode()


@pytest.mark.parametrize("half", [1, 2])
def test_data_is_kept_where_the_pack_is_not(half):
    """Written and read without the pack, it is what it was."""
    plan = KIT.loads(KIT.new("enterprise", year=2026, half=half)).plan

    assert load_plan(dump_plan(plan)) == plan


def test_values_are_told_apart_by_what_they_hold():
    """They are frozen, hashable values with tuples inside."""
    data = EnterpriseData(
        talks=WageTalks(topics=["工资"]), safety=Safety(inspections=[Inspection(subject="用电")])
    )

    assert data == EnterpriseData(
        talks=WageTalks(topics=("工资",)), safety=Safety(inspections=(Inspection(subject="用电"),))
    )
    assert len({data, data}) == 1
