"""The rules: exactly where they apply, and nowhere else."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_agency
from unionkit import Kit, Plan
from unionkit.model import Committee, Organization, Period, Person, WelfareMeasure, parse_schedule
from unionkit.rules import Severity

KIT = Kit(discover=False, plugins=[unionkit_pack_agency], strict=True)
SECOND = Period(year=2026, half=2)
FIRST = Period(year=2026, half=1)
STAY = {"when": "9月", "days": 5, "people": 12}


def agency_plan(data: dict, *, region: str = "", period: Period = SECOND, content=(), **ours: object) -> Plan:
    """A plan of the pack with this data."""
    return Plan(
        pack="agency",
        period=period,
        organization=Organization(sector="agency", region=region, **ours),
        content=content,
        data={"agency": data},
    )


def found(plan: Plan) -> list[str]:
    """Codes of what the rules of the pack find."""
    return [each.code for each in KIT.check(plan) if each.code.startswith("AGY")]


def batch(**more: object) -> dict:
    """Data with one batch."""
    return {"recuperation": {"batches": [{**STAY, **more}]}}


def stays(**more: object) -> dict:
    """Data about recuperation with one batch of twelve."""
    return {"recuperation": {"batches": [STAY], **more}}


def audit(**told: object) -> dict:
    """Data about an audit, of which the members are told."""
    return {"audit": {"report": "12月", **told}}


# ------------------------------------------------------------------ recuperation

BATCHES = [
    ("AGY101", "湖南省", batch(days=6), batch(days=5)),
    ("AGY101", "安徽省马鞍山市", batch(days=3), batch(days=2)),
    ("AGY101", "湖南省", batch(days=None, when="9月1日—6日"), batch(days=None, when="9月1日—5日")),
    ("AGY102", "湖南省", batch(per_head="2500.01"), batch(per_head=2500, travel=900)),
    ("AGY102", "安徽省马鞍山市", batch(days=2, per_head=801), batch(days=2, per_head=800)),
    ("AGY106", "湖南省", batch(home=False), batch(home=True)),
    ("AGY106", "湖南省", batch(home=False), batch()),
    ("AGY107", "湖南省", batch(counts_as_leave=True), batch(counts_as_leave=False)),
    ("AGY108", "安徽省", batch(frontline=10), batch(frontline=11)),
    ("AGY108", "安徽省", batch(frontline=10), batch()),
    ("AGY109", "山东省", batch(companions=1), batch(companions=1, companions_pay=True)),
    ("AGY109", "山东省", batch(companions=1, companions_pay=False), batch(companions=0)),
    ("AGY110", "山东省", batch(study_days=3), batch(study_days=2)),
    ("AGY110", "山东省", batch(days=4, study_days=3), batch(days=4, study_days=2)),
    ("AGY104", "山东省", stays(quota=23, used=12), stays(quota=24, used=12)),
    ("AGY104", "山东省", stays(quota=11), stays()),
    (
        "AGY105",
        "山东省",
        {"recuperation": {"budget": 999, "batches": [{**STAY, "people": 1, "per_head": 900, "travel": 100}]}},
        {
            "recuperation": {
                "budget": 1000,
                "batches": [{**STAY, "people": 1, "per_head": 900, "travel": 100}],
            }
        },
    ),
    (
        "AGY105",
        "山东省",
        {"recuperation": {"budget": 1000, "spent": 1, "batches": [{**STAY, "people": 1, "per_head": 1000}]}},
        {"recuperation": {"budget": 1000, "spent": 1, "batches": [{**STAY, "people": 1}]}},
    ),
]


@pytest.mark.parametrize(("code", "region", "broken", "sound"), BATCHES)
def test_a_limit_of_recuperation_is_found_where_it_is_passed(code, region, broken, sound):
    """On its boundary a plan is sound; where the region has no such limit, too."""
    assert found(agency_plan(broken, region=region)) == [code]
    assert found(agency_plan(sound, region=region)) == []


@pytest.mark.parametrize(
    "data", [batch(days=40, per_head=90_000), batch(home=False, counts_as_leave=True), batch(frontline=0)]
)
def test_what_a_province_does_not_limit_is_not_judged(data):
    """The limits of 湖南省 and 安徽省 are theirs alone."""
    assert found(agency_plan(data, region="山东省")) == []


@settings(max_examples=40, deadline=None)
@given(people=st.integers(0, 500), data=st.data())
def test_nine_of_ten_at_the_front_line_are_enough(people, data):
    """The finding stands exactly where the share is below nine tenths."""
    frontline = data.draw(st.integers(0, people))
    codes = found(agency_plan(batch(people=people, frontline=frontline), region="安徽省"))

    assert codes == (["AGY108"] if frontline * 10 < people * 9 else [])


@settings(max_examples=40, deadline=None)
@given(
    quota=st.integers(0, 60),
    used=st.integers(0, 60),
    groups=st.lists(st.integers(0, 30), min_size=1, max_size=4),
)
def test_the_quota_counts_all_batches_and_who_went_before(quota, used, groups):
    """The finding stands exactly where the sum is more than the quota."""
    told = {"quota": quota, "used": used, "batches": [{"when": "9月", "people": each} for each in groups]}

    codes = found(agency_plan({"recuperation": told}))

    assert codes == (["AGY104"] if used + sum(groups) > quota else [])


@pytest.mark.parametrize(
    ("groups", "ours", "places"),
    [
        ([87], {"staff": 86}, 1),
        ([86], {"staff": 86}, 0),
        ([60, 27], {"staff": 86}, 1),
        ([60, 26], {"staff": 86}, 0),
        ([90, 91], {"staff": 86}, 2),
        ([87], {"members": 86}, 1),
        ([87], {"members": 86, "staff": 90}, 0),
        ([87], {}, 0),
    ],
)
def test_no_more_go_than_there_are(groups, ours, places):
    """A batch, or all together; the staff decides before the members, and without either nothing is said."""
    told = {"batches": [{"when": "9月", "people": each} for each in groups]}

    assert found(agency_plan({"recuperation": told}, **ours)) == ["AGY103"] * places


def test_what_a_core_rule_finds_is_not_told_again():
    """A welfare measure at the same time is too long already; a batch at another time is a thing apart."""
    measure = WelfareMeasure(title="疗休养", kind="recuperation", when=parse_schedule("9月1日—6日"))

    def codes(when: str) -> list[str]:
        plan = agency_plan(
            {"recuperation": {"batches": [{"when": when}]}}, region="湖南省", content=(measure,)
        )
        return sorted(each.code for each in KIT.check(plan) if each.code in ("UK514", "AGY101"))

    assert codes("9月1日—6日") == ["UK514"]
    assert codes("10月8日—13日") == ["AGY101", "UK514"]


@pytest.mark.parametrize(
    ("people", "places"),
    [
        ([{"name": "李明", "previous": 2022}], 1),
        ([{"name": "李明", "previous": 2021}], 0),
        ([{"name": "李明"}, {"name": "周宁"}], 0),
        ([{"name": "李明"}, {"name": "李明"}], 1),
        ([{"name": "李明", "department": "一处"}, {"name": "李明", "department": "二处"}], 0),
    ],
)
def test_nobody_goes_again_within_five_years(people, places):
    """Going twice in one plan counts; two of one name in two departments are two."""
    report = KIT.check(agency_plan(batch(participants=people)))
    hits = [each for each in report if each.code == "AGY111"]

    assert len(hits) == places
    assert not any(
        each["name"] in hit.message(lang) for each in people for hit in hits for lang in ("zh", "en")
    )


# ------------------------------------------------------------------ audit

AUDITS = [
    ("AGY201", SECOND, {"audit": {"previous": "2025-12-31"}}, {"audit": {"previous": "2026-01-01"}}),
    ("AGY201", SECOND, {"audit": {"previous": "2025-03-20"}}, audit(previous="2025-03-20", when="8月")),
    ("AGY201", Period(year=2026), {"audit": {"previous": "2025-03-20"}}, {"audit": {}}),
    ("AGY202", SECOND, audit(keepers=1), audit(keepers=0, auditors=3)),
    ("AGY202", SECOND, audit(officers=2, auditors=3), audit()),
    (
        "AGY203",
        SECOND,
        audit(when="8月12日", notice="2026-08-13"),
        audit(when="8月12日", notice="2026-08-12"),
    ),
    (
        "AGY203",
        SECOND,
        audit(when="8月中旬", notice="2026-08-12"),
        audit(when="8月中旬", notice="2026-08-11"),
    ),
    (
        "AGY204",
        FIRST,
        audit(first="2025-01-01", last="2025-12-31", subjects=["budget", "accounts"]),
        audit(first="2025-01-01", last="2025-12-31", subjects=["budget", "accounts", "execution"]),
    ),
    (
        "AGY204",
        FIRST,
        audit(first="2025-01-01", last="2025-12-31", subjects=["property"]),
        audit(first="2025-01-01", last="2025-12-30", subjects=["property"]),
    ),
    (
        "AGY205",
        SECOND,
        audit(findings=[{"matter": "缺签到", "due": "2026-06-30"}]),
        audit(findings=[{"matter": "缺签到", "due": "2026-07-01"}]),
    ),
    (
        "AGY205",
        SECOND,
        audit(notice="2026-08-03", findings=[{"matter": "缺签到", "due": "2026-08-02"}]),
        audit(notice="2026-08-03", findings=[{"matter": "缺签到", "due": "2026-08-03"}]),
    ),
    (
        "AGY205",
        SECOND,
        audit(findings=[{"matter": "缺签到", "due": "2026-06-30"}]),
        audit(findings=[{"matter": "缺签到", "due": "2026-06-30", "done": True}, {"matter": "其他"}]),
    ),
    ("AGY206", SECOND, {"audit": {"when": "8月"}}, audit(when="8月")),
]


@pytest.mark.parametrize(("code", "period", "broken", "sound"), AUDITS)
def test_an_audit_is_found_wanting_where_it_is(code, period, broken, sound):
    """On its boundary a plan is sound."""
    assert found(agency_plan(broken, period=period)) == [code]
    assert found(agency_plan(sound, period=period)) == []


def test_the_first_half_owes_no_audit():
    """The second half is still to come."""
    assert found(agency_plan({"audit": {"previous": "2024-03-20"}}, period=FIRST)) == []


def test_words_of_the_plan_are_heard():
    """Where the prose speaks of the audit, or of telling the members, the data need not."""
    from unionkit.model import Paragraph

    spoken = Paragraph(text="12月开展经费审查，并向会员报告经费收支。")

    assert found(agency_plan({"audit": {"previous": "2025-03-20"}}, content=(spoken,))) == []
    assert found(agency_plan({"audit": {"when": "8月"}}, content=(spoken,))) == []


def test_an_auditor_named_by_the_organization_is_the_core_rules_affair():
    """UK656 reports the person, and this pack keeps silent."""
    committees = (
        Committee(kind="committee", members=(Person(name="李明", role="副主席"),)),
        Committee(kind="audit", members=(Person(name="李明", role="主任"),)),
    )
    codes = [each.code for each in KIT.check(agency_plan(audit(officers=1), committees=committees))]

    assert ("UK656" in codes, "AGY202" in codes) == (True, False)


def test_a_keeper_of_the_money_is_an_error():
    """The one limit of the pack whose text was read and that leaves no room."""
    report = KIT.check(agency_plan(audit(keepers=1)))

    assert [each.severity for each in report if each.code == "AGY202"] == [Severity.ERROR]


# ------------------------------------------------------------------ groups, women, words


@pytest.mark.parametrize(
    ("group", "codes"),
    [
        ({"title": "健身组", "place": "城南私人会所"}, ["AGY301"]),
        ({"title": "高尔夫组"}, ["AGY301"]),
        ({"title": "迷你高尔夫组"}, []),
        ({"title": "羽毛球组", "place": "机关职工活动室"}, []),
    ],
)
def test_interest_groups_keep_away_from_costly_places(group, codes):
    """By the name or the place; a toy of that name passes."""
    assert found(agency_plan({"groups": [group]})) == codes


@pytest.mark.parametrize(
    ("region", "women", "codes"),
    [
        ("山东省济南市", {"previous": "2025-12-31"}, ["AGY302"]),
        ("山东省济南市", {"previous": "2026-01-01"}, []),
        ("福建省", {"previous": "2024-12-31"}, ["AGY302"]),
        ("福建省", {"previous": "2025-01-01"}, []),
        ("山东省济南市", {"previous": "2024-02-29", "checkup": "9月"}, []),
        ("山东省济南市", {}, []),
        ("山东省", {"previous": "2015-01-01"}, []),
    ],
)
def test_the_check_up_for_women_comes_round(region, women, codes):
    """Only where the region sets how often, and the last one is known."""
    assert found(agency_plan({"women": women}, region=region)) == codes


WORDS = [
    ("10月组织秋游，由办公室派公务用车。", ["AGY401"]),
    ("10月组织秋游，不使用公务用车。", []),
    ("10月组织秋游。规范公务用车管理。", []),
    ("公务用车按规定报废。", []),
    ("The outing in October goes by official car.", ["AGY401"]),
    ("Official cars are kept for duty. In October there is an outing.", []),
    ("经费审计委员会开展审查。", ["AGY402"]),
    ("整改“经费审计委员会”的写法。", []),
    ("女工委牵头，女工委员参加。", ["AGY402"]),
    ("休疗养安排在9月。", ["AGY402"]),
    ("疗休养安排在9月，经费审查委员会、女职工委员会参加。", []),
]


@pytest.mark.parametrize(("text", "codes"), WORDS)
def test_words_are_found_where_they_are_meant(text, codes):
    """Not in quotes, not where they are forbidden, not in another sentence."""
    from unionkit.model import Paragraph

    assert found(agency_plan({}, content=(Paragraph(text=text),))) == codes


def test_a_wrong_name_is_mended():
    """The fix puts the right one in its place, and leaves the rest."""
    text = "unionkit: 1\npack: agency\nperiod: {year: 2026, half: 2}\ncontent: [由经费审计委员会审查。]\n"

    assert "由经费审查委员会审查。" in KIT.fix(KIT.loads(text)).text


# ------------------------------------------------------------------ all of them


def test_the_rules_ask_only_plans_of_the_pack():
    """Other plans may hold what they like."""
    told = {**batch(companions=1), **audit(keepers=1)}
    plan = Plan(period=SECOND, data={"agency": told})

    assert found(plan) == []
    assert sorted(each.code for each in KIT.check(plan, pack="agency") if each.code.startswith("AGY")) == [
        "AGY109",
        "AGY202",
    ]


def test_data_that_cannot_be_understood_is_left_to_loading():
    """The rules neither raise nor guess."""
    assert found(agency_plan({"recuperation": 3, "audit": {"keepers": "many"}})) == []


def test_a_limit_without_a_year_is_silent_and_says_so():
    """The law has a clock."""
    report = KIT.check(agency_plan(batch(days=9, companions=2), region="湖南省", period=Period(half=2)))

    assert [each for each in report if each.code in ("AGY101", "AGY109")] == []
    assert {each.code for each in report.silent} >= {"AGY101", "AGY109"}


def test_before_its_day_a_limit_does_not_hold():
    """The thrift regulations were revised on 18 May 2025."""
    plan = agency_plan(batch(companions=1), period=Period(year=2025))

    assert "AGY109" not in [each.code for each in KIT.check(plan, on=dt.date(2025, 5, 17))]
    assert "AGY109" in [each.code for each in KIT.check(plan, on=dt.date(2025, 5, 18))]
