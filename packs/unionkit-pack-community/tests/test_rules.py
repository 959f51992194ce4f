"""The rules of the pack: plans that break them, and plans that look as if they did."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unionkit_pack_community
from unionkit import Kit, Plan
from unionkit.model import Activity, Organization, Period, WelfareForm, WelfareMeasure, parse_schedule
from unionkit.rules import Confidence, Severity

KIT = Kit(discover=False, plugins=[unionkit_pack_community], strict=True)
PERIOD = Period(year=2026, half=2)
OPEN = {"openness": [{"topic": "居委会工作经费收支"}]}
FIVE = ("illness", "hardship", "bereavement", "family-dispute", "celebration")


def plan_with(*content: object, period: Period = PERIOD, region: str = "", **data: object) -> Plan:
    """A plan of the pack with this content and `data`, and something open."""
    return Plan(
        pack="community",
        period=period,
        organization=Organization(region=region),
        content=content,
        data={"community": {**OPEN, **data}},
    )


def found(plan: Plan) -> list[str]:
    """Codes of the pack's own findings."""
    return [finding.code for finding in KIT.check(plan) if finding.code.startswith("COM")]


def prose(text: str) -> Plan:
    """A plan that says this."""
    return KIT.loads(
        "unionkit: 1\npack: community\nperiod: {year: 2026, half: 2}\n"
        f"content: [{text}]\ndata: {{community: {{openness: [{{topic: 收支}}]}}}}\n"
    ).plan


# ------------------------------------------------------------------ open residents' affairs


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ("办好邻里活动。", ["COM101"]),
        ("推进厂务公开。", ["COM101"]),
        ("深入推行居务公开。", []),
        ("居务按季度公布。", []),
        ("社区财务公开。", []),
    ],
)
def test_a_plan_without_a_word_on_openness_is_reported(content, codes):
    """Any mention is enough."""
    text = f"unionkit: 1\npack: community\nperiod: {{year: 2026, half: 2}}\ncontent: [{content}]\n"

    assert found(KIT.loads(text).plan) == codes


@pytest.mark.parametrize(
    ("when", "codes"),
    [
        ("每季度", []),
        ("每3个月", []),
        ("每月", []),
        ("每周", []),
        ("每半年两次", []),
        ("每4个月", ["COM102"]),
        ("每半年", ["COM102"]),
        ("每年", ["COM102"]),
        ("12月下旬", []),
        ("长期", []),
    ],
)
@pytest.mark.parametrize("money", [False, True])
def test_what_is_made_known_less_often_than_each_quarter_is_reported(when, codes, money):
    """Times that are no recurrence are not judged."""
    assert found(plan_with(openness=[{"topic": "收支", "when": when, "money": money}])) == codes


def test_the_basis_is_that_of_the_region_and_not_confirmed():
    """In 上海市 it is the city's own; nobody could read its text, and so nothing is an error."""
    findings = {
        region: next(
            finding
            for finding in KIT.check(
                plan_with(region=region, openness=[{"topic": "经费", "when": "每半年", "money": True}])
            )
            if finding.code == "COM102"
        )
        for region in ("上海市", "山东省")
    }

    assert "上海市居民委员会工作条例" in findings["上海市"].basis.worded()
    assert "上海市" not in findings["山东省"].basis.worded()
    assert {each.basis.confidence for each in findings.values()} == {Confidence.UNCONFIRMED}
    assert "每季度" in findings["山东省"].message("zh")


@pytest.mark.parametrize(
    ("topic", "codes"),
    [
        ("困难会员名单", ["COM103"]),
        ("低保对象名单和金额", ["COM103"]),
        ("names of the helped", ["COM103"]),
        ("list of needy members", ["COM103"]),
        ("困难帮扶的标准、户数和金额", []),
        ("居委会成员名单和分工", []),
    ],
)
def test_lists_of_those_helped_are_not_made_known(topic, codes):
    """Standards and numbers are; names of officers are too."""
    assert found(plan_with(openness=[{"topic": topic}])) == codes


# ------------------------------------------------------------------ hardship files


@given(numbers=st.lists(st.sampled_from(["KN-1", "kn-1", " KN-1", "KN-2", "KN-3", "KN-10"]), max_size=8))
def test_each_repetition_of_a_number_is_reported(numbers):
    """Case and blanks do not tell numbers apart."""
    files = [{"number": number, "when": "每季度"} for number in numbers]
    different = {number.strip().upper() for number in numbers}

    assert found(plan_with(hardship=files)).count("COM201") == len(numbers) - len(different)


@pytest.mark.parametrize(
    ("when", "codes"),
    [
        (None, ["COM202"]),
        ("3月", ["COM202"]),
        ("每年3月", ["COM202"]),
        ("9月下旬", []),
        ("每季度", []),
        ("12月31日", []),
        ("需要时", []),
    ],
)
def test_a_file_without_a_visit_in_the_half_year_is_reported(when, codes):
    """A time that is no date may lie in it."""
    file = {"number": "KN-1"} | ({} if when is None else {"when": when})

    assert found(plan_with(hardship=[file])) == codes


@pytest.mark.parametrize(
    ("record", "codes"),
    [
        ({"number": "KN-1", "day": "2026-07-01"}, []),
        ({"number": "kn-1", "day": "2026-12-31"}, []),
        ({"number": "KN-1"}, []),
        ({"number": "KN-1", "day": "2026-06-30"}, ["COM202"]),
        ({"number": "KN-2", "day": "2026-07-01"}, ["COM202", "COM204"]),
    ],
)
def test_a_recorded_visit_counts_for_its_file(record, codes):
    """By number, and within the period only."""
    data = {"hardship": [{"number": "KN-1"}], "records": [{"occasion": "hardship", **record}]}

    assert sorted(found(plan_with(**data))) == codes


@pytest.mark.parametrize("period", [Period(), Period(half=2), Period(year=2026, term=1)])
def test_other_periods_are_not_judged(period):
    """The rule is about half a year."""
    assert "COM202" not in found(plan_with(period=period, hardship=[{"number": "KN-1"}]))


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        ("低保边缘户", "relative（相对困难）"),
        ("特困职工", "deep（深度困难）"),
        ("意外致困户", "accident（意外致困）"),
        ("深度困难", "deep（深度困难）"),
        ("困难", "deep（深度困难）、relative（相对困难）、accident（意外致困）"),
    ],
)
def test_an_old_or_unknown_kind_is_told_its_name_of_today(kind, hint):
    """From the lexicon, or all three."""
    report = KIT.check(plan_with(hardship=[{"number": "KN-1", "kind": kind, "when": "每季度"}]))
    findings = [finding for finding in report if finding.code.startswith("COM")]

    assert [finding.code for finding in findings] == ["COM203"]
    assert hint in findings[0].message("zh")


@pytest.mark.parametrize("kind", ["deep", "relative", "accident", ""])
def test_the_three_kinds_pass(kind):
    """And so does a file that does not say."""
    assert found(plan_with(hardship=[{"number": "KN-1", "kind": kind, "when": "每季度"}])) == []


# ------------------------------------------------------------------ the five visits


def measures(occasions: tuple[str, ...]) -> tuple[WelfareMeasure, ...]:
    """A measure for each occasion."""
    return tuple(
        WelfareMeasure(title=name, kind="condolence-visit", triggers=(name,), form=WelfareForm.SERVICE)
        for name in occasions
    )


@given(occasions=st.lists(st.sampled_from((*FIVE, "childbirth", "retirement")), max_size=7))
def test_the_five_visits_are_five_different_ones(occasions):
    """The finding stands exactly where they are not."""
    plan = plan_with(*measures(tuple(occasions)), visits=[{"occasion": name} for name in occasions])
    right = not occasions or (len(occasions) == 5 and len(set(occasions)) == 5)

    assert ("COM301" in found(plan)) == (not right)
    assert "COM302" not in found(plan)


@pytest.mark.parametrize("missing", FIVE)
def test_an_occasion_without_a_measure_is_reported(missing):
    """One finding, at its place."""
    plan = plan_with(
        *measures(tuple(name for name in FIVE if name != missing)),
        visits=[{"occasion": name} for name in FIVE],
    )
    findings = [finding for finding in KIT.check(plan) if finding.code.startswith("COM")]

    assert [finding.code for finding in findings] == ["COM302"]
    assert findings[0].path == ("data", "community", "visits", FIVE.index(missing), "occasion")


@pytest.mark.parametrize(
    ("listed", "measure"),
    [("celebration", "wedding"), ("bereavement", "death"), ("family-dispute", "mood"), ("mood", "mood")],
)
def test_near_occasions_are_taken_together(listed, measure):
    """As the lists of units do."""
    assert "COM302" not in found(plan_with(*measures((measure,)), visits=[{"occasion": listed}]))


@pytest.mark.parametrize(
    ("record", "listed", "codes"),
    [
        ("illness", FIVE, []),
        ("wedding", FIVE, []),
        ("retirement", FIVE, ["COM303"]),
        ("retirement", (), []),
        ("sickness", (), ["COM303"]),
        ("sickness", FIVE, ["COM303"]),
    ],
)
def test_a_record_is_for_one_of_the_five(record, listed, codes):
    """Where the plan lists them; its occasion is known in any case."""
    plan = plan_with(
        *measures(FIVE), visits=[{"occasion": name} for name in listed], records=[{"occasion": record}]
    )

    assert found(plan) == codes


# ------------------------------------------------------------------ jobless members

COURSE: Mapping[str, object] = {"title": "家政技能培训", "places": 6}


@pytest.mark.parametrize(
    ("jobless", "codes"),
    [
        ({"registered": 0}, []),
        ({"registered": 1}, ["COM401"]),
        ({"registered": 9, "trained": 6, "measures": [COURSE]}, []),
        ({"registered": 9, "trained": 7, "measures": [COURSE]}, ["COM402"]),
        ({"registered": 20, "trained": 12, "measures": [COURSE, COURSE]}, []),
        (
            {"registered": 20, "trained": 12, "measures": [COURSE, {"title": "岗位推荐", "places": 9}]},
            ["COM402"],
        ),
        ({"registered": 20, "trained": 12, "measures": [COURSE, {"title": "电工培训"}]}, []),
    ],
)
def test_jobless_members_have_measures_with_places(jobless, codes):
    """Only courses whose places are known are counted."""
    assert found(plan_with(jobless=jobless)) == codes


@pytest.mark.parametrize(
    "activity", [Activity(title="秋季招聘会"), Activity(title="Autumn job fair"), Activity(title="创业讲座")]
)
def test_an_activity_of_the_plan_is_a_measure_too(activity):
    """Wherever it stands."""
    assert found(plan_with(activity, jobless={"registered": 5})) == []


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("COM103", {"openness": [{"topic": "困难会员名单"}]}),
        ("COM401", {"jobless": {"registered": 1}}),
    ],
)
def test_laws_from_general_knowledge_make_no_errors(code, data):
    """They are marked as not confirmed."""
    finding = next(each for each in KIT.check(plan_with(**data)) if each.code == code)

    assert finding.basis.confidence is Confidence.UNCONFIRMED
    assert finding.severity is not Severity.ERROR


# ------------------------------------------------------------------ words


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("按季度更新局务公开栏。", ["COM501"]),
        ("坚持五必防制度。", ["COM501"]),
        ("本局机关推行局务公开制度。", []),
        ("按季度更新居务公开栏。", []),
        ("为下岗职工举办招聘会。", ["COM502"]),
        ("再就业服务中心曾设在社区。", []),
        ("为失业人员举办招聘会。", []),
    ],
)
def test_words_are_corrected(text, codes):
    """A sentence about an office, or one that looks back, passes."""
    assert [code for code in found(prose(text)) if code.startswith("COM5")] == codes


@pytest.mark.parametrize(
    ("text", "mended"),
    [("更新局务公开栏。", "更新居务公开栏。"), ("为下岗职工办招聘会。", "为失业人员办招聘会。")],
)
def test_a_fix_writes_the_right_word(text, mended):
    """And nothing else."""
    plan = prose(text)
    finding = next(finding for finding in KIT.check(plan) if finding.code in {"COM501", "COM502"})

    assert finding.fix.applied(plan).content[0].text == mended


# ------------------------------------------------------------------ all of them


def test_other_plans_are_left_alone():
    """The rules ask plans of the pack only."""
    plan = Plan(period=PERIOD, data={"community": {"jobless": {"registered": 3}}})

    assert found(plan) == []


def test_data_that_cannot_be_understood_is_left_to_loading():
    """The rules neither raise nor guess."""
    plan = Plan(
        pack="community",
        period=PERIOD,
        content=(Activity(title="居务公开", when=parse_schedule("每季度")),),
        data={"community": {"hardship": 3}},
    )

    assert found(plan) == []
