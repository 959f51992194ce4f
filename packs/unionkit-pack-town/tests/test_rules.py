"""The rules: what each reports, what it lets pass, and where its line lies."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import unionkit_pack_town
from unionkit import Kit, Plan
from unionkit.model import Activity, Goal, Paragraph, Part, Period, Target, parse_schedule
from unionkit.rules import Severity

KIT = Kit(discover=False, plugins=[unionkit_pack_town], strict=True)
AUTUMN = Period(year=2026, half=2)
APPROVED = Paragraph(text="建会申请报上级工会批准。")
TRAINING = Activity(title="工会主席培训班", kind="training", when=parse_schedule("9月下旬"))


def findings(*content: object, period: Period = AUTUMN, **town: object) -> list[object]:
    """What the pack finds in a plan with this data."""
    plan = Plan(pack="town", period=period, content=content, data={"town": town})
    return [finding for finding in KIT.check(plan) if finding.code.startswith("TWN")]


def codes(*content: object, **told: object) -> list[str]:
    """Codes of these findings, but that approval and training are spoken of."""
    return [finding.code for finding in findings(APPROVED, TRAINING, *content, **told)]


def middle(**told: object) -> dict[str, object]:
    """A class of 46 enterprises, all of which have a union."""
    return {"size": "middle", "enterprises": 46, "organised": 46, **told}


def entry(**told: object) -> dict[str, object]:
    return {"enterprise": "北岭机械厂", "size": "middle", **told}


# ------------------------------------------------------------------ figures


@given(target=st.integers(0, 4), named=st.integers(0, 4), task=st.sampled_from(["build", "standardise"]))
def test_the_register_names_no_more_than_the_class_counts(target, named, task):
    """Fewer may be named."""
    key = {"build": "to_build", "standardise": "to_standardise"}[task]
    classes = [middle(organised=42, **{"to_build": 4, key: target})]
    found = codes(classes=classes, register=[entry(task=task)] * named)

    assert ("TWN101" in found) is (named > target)


@given(
    counted=st.integers(0, 4),
    done=st.lists(st.booleans(), max_size=4),
    task=st.sampled_from(["build", "standardise"]),
)
def test_what_the_register_marks_as_done_is_counted(counted, done, task):
    """The class may count more."""
    key = {"build": "built", "standardise": "standardised"}[task]
    classes = [middle(organised=42, **{"to_build": 4, "to_standardise": 4, key: counted})]
    found = codes(classes=classes, register=[entry(task=task, done=each) for each in done])

    assert ("TWN102" in found) is (sum(done) > counted)


@given(organised=st.integers(0, 9), to_build=st.integers(0, 12), built=st.integers(0, 9))
def test_no_more_unions_are_built_than_enterprises_lack_one(organised, to_build, built):
    """Planned and built are looked at apart."""
    found = codes(
        classes=[
            {"size": "small", "enterprises": 9, "organised": organised, "to_build": to_build, "built": built}
        ],
        joint=[{"name": "河东片区联合工会"}],
    )

    assert found == ["TWN103"] * ((to_build > 9 - organised) + (built > 9 - organised))


CLASSES = [middle(organised=38, to_build=8, to_standardise=5)]


@pytest.mark.parametrize(
    ("indicator", "target", "scope", "is_found"),
    [
        ("新建工会", "= 8家", "", False),
        ("新建工会", "= 8", "", False),
        ("新建工会", "= 9家", "", True),
        ("新建工会", "= 7家", "", True),
        ("新建工会", ">= 7家", "", False),
        ("新建工会", ">= 8家", "", False),
        ("新建工会", ">= 9家", "", True),
        ("新建工会", "<= 8家", "", False),
        ("新建工会", "<= 7家", "", True),
        ("新建工会", "约9家", "", False),
        ("新建工会", "7-9家", "", False),
        ("新建工会", "9-12家", "", True),
        ("新建工会", "= 3家", "村级", False),
        ("新建工会", ">= 90%", "", False),
        ("建会率", "= 9家", "", False),
        ("New unions", "= 9", "", True),
        ("规范化建设达标工会", ">= 6家", "", True),
        ("规范化建设达标工会", ">= 5家", "", False),
        ("发展会员", ">= 100名", "", False),
    ],
)
def test_a_goal_is_what_the_classes_add_up_to(indicator, target, scope, is_found):
    """As far as it says how many."""
    goal = Goal(indicator=indicator, target=Target.parse(target), scope=scope)

    assert ("TWN104" in codes(goal, classes=CLASSES)) is is_found


def test_two_goals_of_one_kind_are_not_compared():
    """Nobody knows which of them the classes are about."""
    goals = [Goal(indicator=name, target=Target.parse("= 3家")) for name in ("新建工会", "组建非公企业工会")]

    assert "TWN104" not in codes(*goals, classes=CLASSES)


def test_the_finding_gives_both_figures():
    """In both languages, at the target."""
    goal = Goal(indicator="新建工会", target=Target.parse("= 9家"))
    (finding,) = [
        each for each in findings(APPROVED, TRAINING, goal, classes=CLASSES) if each.code == "TWN104"
    ]

    assert finding.path == ("content", 2, "target")
    assert finding.message("zh") == "目标“新建工会”是 9家，台账各类合计却是 8 家；请改成一致。"
    assert "add up to 8" in finding.message("en")


# ------------------------------------------------------------------ how unions are built


@given(members=st.none() | st.integers(0, 60), form=st.sampled_from([None, "own", "joint"]))
@example(members=24, form="joint")
@example(members=25, form="joint")
def test_from_25_members_on_an_enterprise_has_a_union_of_its_own(members, form):
    """Where members are not told, nobody knows."""
    found = findings(APPROVED, register=[entry(members=members, form=form)])

    assert [each.code for each in found] == (["TWN111"] if form == "joint" and (members or 0) >= 25 else [])
    for each in found:
        assert each.severity is Severity.ERROR
        assert "第十一条" in each.basis.worded()


def test_before_the_law_nothing_is_said():
    """The limit has a clock."""
    assert (
        findings(APPROVED, period=Period(year=2020, half=2), register=[entry(members=30, form="joint")]) == []
    )


@pytest.mark.parametrize(
    ("size", "organised", "to_build", "is_found"),
    [
        ("large", 44, 2, False),
        ("large", 44, 1, True),
        ("middle", 44, 1, True),
        ("middle", 46, 0, False),
        ("small", 20, 1, False),
    ],
)
def test_larger_enterprises_are_not_left_out(size, organised, to_build, is_found):
    """Small ones may be."""
    told = middle(size=size, organised=organised, to_build=to_build)

    assert ("TWN112" in codes(classes=[told])) is is_found


@pytest.mark.parametrize(
    ("told", "content", "is_found"),
    [
        ({}, (), True),
        ({"joint": [{"name": "河东片区联合工会"}]}, (), False),
        ({"register": [entry(size="small", form="joint")]}, (), False),
        ({}, (Paragraph(text="人少的企业加入村联合工会。"),), False),
        ({}, (Paragraph(text="Small ones join a joint union."),), False),
    ],
)
def test_small_enterprises_may_join(told, content, is_found):
    """Any word about it is enough."""
    classes = [{"size": "small", "enterprises": 46, "to_build": 2}]

    assert ("TWN113" in codes(*content, classes=classes, **told)) is is_found


@pytest.mark.parametrize(
    ("told", "content", "expected"),
    [
        ({"classes": CLASSES}, (), ["TWN114"]),
        ({"classes": [middle()]}, (), []),
        ({"register": [entry()]}, (), ["TWN114"]),
        ({"register": [entry(done=True)]}, (), []),
        ({"register": [entry(task="standardise")]}, (), []),
        ({"classes": CLASSES}, (Paragraph(text="建会材料报批后建档。"),), []),
        ({"classes": CLASSES}, (Paragraph(text="Each is approved by the union above."),), []),
    ],
)
def test_founding_a_union_needs_approval(told, content, expected):
    """Where one is to be built."""
    assert [each.code for each in findings(TRAINING, *content, **told)] == expected


# ------------------------------------------------------------------ coverage


def coverage(*scopes: str, indicator: str = "建会率") -> list[Goal]:
    return [Goal(indicator=indicator, target=Target.parse(">= 80%"), scope=scope) for scope in scopes]


BOTH = [middle(), {"size": "large", "ownership": "public", "enterprises": 4, "organised": 4}]


@pytest.mark.parametrize(
    ("goals", "classes", "is_found"),
    [
        (coverage("国有及控股企业"), (), True),
        (coverage("非公有制企业"), (), True),
        (coverage("国有及控股企业", "非公有制企业"), (), False),
        (coverage("公有制和非公有制企业"), (), False),
        (coverage(""), (), False),
        (coverage("规模以上企业"), (), False),
        (coverage("非公有制企业"), [middle()], False),
        (coverage("国有企业"), [middle()], True),
        (coverage("非公有制企业"), BOTH, True),
        (coverage("state-owned enterprises", indicator="Union coverage"), (), True),
        (coverage("国有企业", indicator="新建职工书屋"), (), False),
    ],
)
def test_coverage_is_set_for_both_kinds_of_ownership(goals, classes, is_found):
    """Unless there is none of the other kind."""
    assert ("TWN121" in codes(*goals, classes=list(classes))) is is_found


# ------------------------------------------------------------------ terms and training


def term(elected: str, years: int = 5, **told: object) -> dict[str, object]:
    return {"union": "北岭机械厂工会", "elected": elected, "term": years, **told}


@pytest.mark.parametrize(
    ("told", "content", "is_found"),
    [
        (term("2021-10-18"), (), True),
        (term("2019-10-18"), (), True),
        (term("2022-01-01"), (), True),
        (term("2022-01-02"), (), False),
        (term("2021-10-18", election="10月上旬"), (), False),
        (term("2021-10-18"), (Activity(title="基层工会换届", kind="election"),), False),
        (term("2021-10-18"), (Activity(title="基层工会换届", kind="election", done=True),), True),
        (term("2021-10-18"), (Paragraph(text="指导届满工会按期换届。"),), False),
        (
            term("2021-10-18"),
            (Part(role="review", heading="回顾", content=(Paragraph(text="上半年6家工会换届。"),)),),
            True,
        ),
    ],
)
def test_a_union_whose_term_ends_elects_anew(told, content, is_found):
    """By the last day of the period; what a review tells is past."""
    assert ("TWN131" in codes(*content, terms=[told])) is is_found


def test_a_plan_without_a_year_says_nothing_about_terms():
    """Nobody knows when its period ends."""
    assert "TWN131" not in codes(period=Period(half=2), terms=[term("2010-10-18")])


@given(years=st.integers(1, 10))
def test_terms_are_three_or_five_years(years):
    """As the law has it."""
    assert ("TWN132" in codes(terms=[term("2026-03-01", years, election="10月")])) is (years not in (3, 5))


@given(number=st.integers(0, 9), data=st.data())
def test_chairs_are_trained(number, data):
    """As long as some are left to be trained."""
    to_train, trained = (data.draw(st.integers(0, number)) for _ in range(2))
    chairs = {"number": number, "to_train": to_train, "trained": trained}

    assert [each.code for each in findings(chairs=chairs)] == (["TWN141"] if to_train > trained else [])
    assert findings(TRAINING, chairs=chairs) == []


@pytest.mark.parametrize(
    ("told", "content", "is_found"),
    [
        ({"classes": CLASSES}, (), True),
        ({"classes": [middle()]}, (), False),
        ({"classes": CLASSES}, (Paragraph(text="举办工会主席轮训班。"),), False),
        ({"classes": CLASSES}, (Paragraph(text="Training for new chairs."),), False),
        ({"classes": CLASSES}, (Paragraph(text="组织安全培训。"),), True),
        ({"classes": CLASSES, "chairs": {"number": 3}}, (), False),
    ],
)
def test_new_unions_need_trained_chairs(told, content, is_found):
    """Where the plan does not say how many are to be trained."""
    assert ("TWN141" in [each.code for each in findings(APPROVED, *content, **told)]) is is_found


# ------------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("会同劳动保障局开展检查。", "会同人力资源和社会保障局开展检查。"),
        ("会同劳动部门开展检查。", "会同人力资源社会保障部门开展检查。"),
        ("关心打工妹和民工。", "关心农民工和民工。"),
        ("服务新业态从业人员。", "服务新就业形态劳动者。"),
        ("服务农民工和新就业形态劳动者。", None),
        ("学习《劳动局文件汇编》。", None),
        ("开展“外来妹之家”活动。", None),
        ("学习活劳动部门。", None),
    ],
)
def test_outdated_names_are_mended(text, fixed):
    """One after the other; names of documents and quotations stay."""
    plan = Plan(pack="town", period=AUTUMN, content=(Paragraph(text=text),))
    found = [each for each in KIT.check(plan) if each.code == "TWN201"]

    assert bool(found) is (fixed is not None)
    if fixed is not None:
        assert found[0].fix.applied(plan).content[0].text == fixed


def test_a_plan_of_another_pack_is_left_alone():
    """The rules are those of towns."""
    plan = Plan(
        period=AUTUMN, content=(Paragraph(text="关心打工妹。"),), data={"town": {"register": [entry()]}}
    )

    assert [each.code for each in KIT.check(plan) if each.code.startswith("TWN")] == []
