"""The rules about the staff congress: its delegates, its quorum, its school year, its agenda, its proposals."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_school
from unionkit import Kit, Plan
from unionkit.model import Activity, Goal, Organization, Paragraph, Period, parse_schedule
from unionkit.rules import Basis, Law, Limit, Parameter, Stricter

KIT = Kit(discover=False, plugins=[unionkit_pack_school], strict=True)
AUTUMN, SPRING, TERM = Period(year=2026, half=2), Period(year=2027, half=1), Period(year=2026, term=2)
FIRST, SECOND = "第三届教职工代表大会第一次会议", "第三届教职工代表大会第二次会议"


def found(
    *, period: Period = AUTUMN, content: object = (), organization: object = None, **school: object
) -> list[str]:
    """Codes of the pack's findings about a plan with this data, and something open."""
    plan = Plan(
        pack="school",
        period=period,
        organization=organization or Organization(sector="school"),
        content=content,
        data={"school": {"openness": [{"topic": "食堂收支"}], **school}},
    )
    return [finding.code for finding in KIT.check(plan) if finding.code.startswith("SCH")]


@settings(deadline=None)
@given(data=st.data(), members=st.integers(1, 5000), delegates=st.integers(0, 500))
def test_women_are_among_the_delegates_as_among_the_members(data, members, delegates):
    """The finding stands exactly where their share, in whole people, is not reached."""
    women = data.draw(st.integers(0, members))
    chosen = data.draw(st.integers(0, delegates))
    codes = found(
        organization=Organization(sector="school", members=members, women=women),
        congress={"delegates": delegates, "women": chosen},
    )

    assert codes == (["SCH102"] if chosen < delegates * women // members else [])


@pytest.mark.parametrize(
    ("organization", "women", "codes"),
    [
        ({"staff": 200, "women_staff": 120}, 35, ["SCH102"]),
        ({"staff": 200, "women_staff": 120}, 36, []),
        ({"staff": 200, "women_staff": 0, "members": 10, "women": 10}, 0, []),
        ({"staff": 200, "members": 10, "women": 10}, 59, ["SCH102"]),
        ({"women": 10}, 0, []),
        ({"staff": 0, "women_staff": 0}, 0, []),
        ({}, 0, []),
    ],
)
def test_the_share_of_the_staff_goes_before_that_of_the_members(organization, women, codes):
    """Where neither is known, nothing is judged."""
    ours = Organization(sector="school", **organization)

    assert found(organization=ours, congress={"delegates": 60, "women": women}) == codes


def test_women_among_the_delegates_of_the_organization_are_left_to_the_core():
    """The same is not told twice."""
    text = (
        "unionkit: 1\npack: school\nperiod: {year: 2026}\n"
        "organization: {sector: school, staff: 200, women_staff: 120, delegates: {congress: staff, total: 60, women: 10}}\n"
        "data: {school: {congress: {delegates: 60, women: 10}}}\n"
    )
    codes = [finding.code for finding in KIT.check(KIT.loads(text))]

    assert ("UK557" in codes, "SCH102" in codes) == (True, False)


@pytest.mark.parametrize(
    ("congress", "codes"),
    [
        ({"delegates": 60, "young": 0}, ["SCH103"]),
        ({"delegates": 60, "young": 1}, []),
        ({"delegates": 60}, []),
        ({"delegates": 0, "young": 0}, []),
        ({"young": 0}, []),
    ],
)
def test_some_delegates_are_young(congress, codes):
    """One is enough; what is not said is no breach."""
    assert found(congress=congress) == codes


@settings(deadline=None)
@given(data=st.data(), delegates=st.integers(0, 500))
def test_two_thirds_of_the_delegates_are_a_quorum(data, delegates):
    """The finding stands exactly where fewer are expected."""
    present = data.draw(st.integers(0, delegates))

    assert found(congress={"delegates": delegates, "present": present}) == (
        ["SCH104"] if present * 3 < delegates * 2 else []
    )


@pytest.mark.parametrize(
    ("period", "day", "congress", "codes"),
    [
        (SPRING, "2026-08-31", None, ["SCH105"]),
        (SPRING, "2026-09-01", None, []),
        (TERM, "2026-06-18", None, ["SCH105"]),
        (Period(year=2027), "2026-06-18", None, ["SCH105"]),
        (AUTUMN, "2025-06-18", None, []),
        (Period(year=2027, quarter=1), "2026-06-18", None, []),
        (Period(half=1), "2026-06-18", None, []),
        (SPRING, "2026-06-18", {"when": "3月中旬"}, []),
        (SPRING, "2026-06-18", {"session": SECOND}, []),
        (Period(year=2027), "2026-06-18", {"when": "10月"}, ["SCH105"]),
        (Period(year=2027), "2026-06-18", {"when": "4月、10月"}, []),
        (Period(year=2027), "2026-06-18", {"when": "另行通知"}, []),
    ],
)
def test_the_congress_meets_each_school_year(period, day, congress, codes):
    """A plan is asked only when the school year ends with it, and the last session was before that year."""
    school = {} if congress is None else {"congress": congress}

    assert found(period=period, last_congress={"day": day}, **school) == codes


@pytest.mark.parametrize(
    "content",
    [
        (Activity(title="教职工代表大会", when=parse_schedule("3月中旬")),),
        (Activity(title="召开教代会"),),
        (Paragraph(text="3月召开教职工代表大会，听取工作报告。"),),
        (Paragraph(text="三月开好第三届教代会。"),),
    ],
)
def test_a_session_may_be_planned_anywhere(content):
    """As an activity, or in prose."""
    assert found(period=SPRING, content=content, last_congress={"day": "2026-06-18"}) == []


@settings(deadline=None)
@given(day=st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)), year=st.integers(2021, 2030))
def test_a_spring_plan_goes_by_the_first_of_september(day, year):
    """Whatever the year."""
    codes = found(period=Period(year=year, half=1), last_congress={"day": day.isoformat()})

    assert codes == (["SCH105"] if day < dt.date(year - 1, 9, 1) else [])


def test_a_region_may_ask_for_less():
    """What is nearest to the school decides."""
    name = "school-congress-every-year"
    limit = Limit(value=False, basis=Basis(title="某省规定"), region="山东省")
    every = Parameter(
        name=name, title_zh="每学年", title_en="each year", stricter=Stricter.NEAREST, limits=(limit,)
    )
    kit = Kit(discover=False, plugins=[unionkit_pack_school], strict=True, law=Law({name: every}))
    found = {
        region: [
            finding.code
            for finding in kit.check(
                Plan(
                    pack="school",
                    title="公开",
                    period=SPRING,
                    organization=Organization(region=region),
                    data={"school": {"last_congress": {"day": "2026-06-18"}}},
                )
            )
            if finding.code == "SCH105"
        ]
        for region in ("山东省", "浙江省")
    }

    assert found == {"山东省": [], "浙江省": ["SCH105"]}


@pytest.mark.parametrize(
    ("agenda", "codes"),
    [
        (["听取教职工考核办法的说明"], ["SCH111"]),
        (["通报绩效工资分配方案"], ["SCH111"]),
        (["听取福利方案", "听取奖惩制度"], ["SCH111", "SCH111"]),
        (["讨论通过教职工考核办法"], []),
        (["听取并表决教职工考核办法"], []),
        (["听取教职工考核办法执行情况的报告"], []),
        (["听取考核办法的说明", "表决考核办法"], []),
        (["听取考核办法的说明", "表决福利方案"], ["SCH111"]),
        (["听取学校发展规划的报告"], []),
        (["听取财务工作报告"], []),
        (["Hear the rules on staff appraisal"], []),
    ],
)
def test_drafts_that_touch_the_staff_are_adopted(agenda, codes):
    """Hearing them is not enough; reports on how they are carried out may be heard."""
    assert found(congress={"session": FIRST, "agenda": agenda}) == codes


@pytest.mark.parametrize(
    ("school", "content", "codes"),
    [
        ({"congress": {"session": SECOND, "agenda": ["听取报告"]}}, (), ["SCH112"]),
        ({"congress": {"session": "第三届教代会第十二次会议", "agenda": ["听取报告"]}}, (), ["SCH112"]),
        ({"congress": {"session": FIRST, "agenda": ["听取报告"]}}, (), []),
        ({"congress": {"session": "第三届教代会第十次会议", "agenda": ["听取报告"]}}, (), ["SCH112"]),
        ({"congress": {"session": SECOND, "agenda": ["听取报告", "审议提案办理情况"]}}, (), []),
        ({"congress": {"session": SECOND}}, (), []),
        (
            {"congress": {"session": SECOND, "agenda": ["听取报告"]}},
            (Activity(title="提案办理情况检查"),),
            [],
        ),
        (
            {
                "congress": {"agenda": ["听取报告"]},
                "last_congress": {"day": "2026-03-18", "proposals": 3, "answered": 3},
            },
            (),
            ["SCH112"],
        ),
        (
            {"congress": {"agenda": ["听取报告"]}, "last_congress": {"day": "2026-03-18", "proposals": 0}},
            (),
            [],
        ),
        ({"congress": {"agenda": ["听取报告"]}, "last_congress": {"day": "2026-03-18"}}, (), []),
    ],
)
def test_a_later_session_comes_back_to_the_proposals(school, content, codes):
    """Unless the plan does so elsewhere, or there were none."""
    assert found(content=content, **school) == codes


@settings(deadline=None)
@given(proposals=st.integers(0, 200), data=st.data())
def test_what_is_not_answered_is_planned_for(proposals, data):
    """The finding stands where answers are missing and nothing speaks of them."""
    answered = data.draw(st.integers(0, proposals))
    last = {"day": "2026-03-18", "proposals": proposals, "answered": answered}

    assert found(last_congress=last) == (["SCH113"] if answered < proposals else [])
    assert found(last_congress=last, content=(Goal(indicator="提案答复率", keep=True),)) == []


def test_the_finding_counts_the_proposals_that_are_left():
    """In both languages, at the figure in the file."""
    text = (
        "unionkit: 1\npack: school\nperiod: {year: 2026, half: 2}\ndata:\n  school:\n"
        "    last_congress: {day: 2026-03-18, proposals: 18, answered: 12}\n"
    )
    finding = next(each for each in KIT.check(KIT.loads(text)) if each.code == "SCH113")

    assert finding.place.line == 6
    assert "还有 6 件" in finding.message("zh")
    assert finding.message("en").startswith("6 of the 18 proposals")
