"""Law with a clock: which limit applies on a day and to a union, and what a parameter file may say."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit import Kit, Pack, hookimpl, load_law
from unionkit.errors import LawFileError
from unionkit.kit import read_law
from unionkit.model import CORE_VOCABULARY, Activity, Organization, Period, Plan
from unionkit.rules import (
    CONVENTION,
    RULES,
    Basis,
    Confidence,
    Law,
    Limit,
    Parameter,
    Rule,
    Severity,
    Stricter,
    built_in_law,
    check_plan,
    law_of,
)

DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2030, 12, 31))
REGIONS = st.sampled_from(["", "山东省", "山东省济南市", "安徽省"])
NUMBERED = (Stricter.LOWER, Stricter.HIGHER, Stricter.NEAREST)


@st.composite
def bases(draw):
    """A basis that holds for some days."""
    days = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
    since, until = (day if draw(st.booleans()) else None for day in days)
    return Basis(title=draw(st.sampled_from(["《甲》", "《乙》"])), since=since, until=until)


LIMITS = st.builds(
    Limit,
    value=st.fractions(0, 3000, max_denominator=20),
    basis=bases(),
    region=REGIONS,
    sectors=st.sampled_from([(), ("school",)]),
)


@st.composite
def parameters(draw, stricter=None):
    """A parameter of numbers."""
    return Parameter(
        name="cap",
        title_zh="限额",
        title_en="cap",
        unit="元",
        stricter=stricter or draw(st.sampled_from(NUMBERED)),
        limits=tuple(draw(st.lists(LIMITS, max_size=4))),
    )


@given(parameter=parameters(), day=st.none() | DAYS, region=REGIONS, sector=st.sampled_from(["", "school"]))
def test_what_applies_is_one_of_the_limits_that_hold(parameter, day, region, sector):
    """On that day, in that region, for that sector; with all others that hold beside it."""
    held = [each for each in parameter.limits if each.holds(day) and each.reaches(region, sector, "")]
    ruling = parameter.ruling(day, region=region, sector=sector)

    assert (ruling is None) == (held == [])
    if ruling is not None:
        assert ruling.value == ruling.limit.value
        assert sorted(map(repr, (ruling.limit, *ruling.others))) == sorted(map(repr, held))


@given(parameter=parameters(), more=LIMITS, day=DAYS, region=REGIONS)
def test_a_further_limit_never_loosens_what_applies(parameter, more, day, region):
    """Whoever adds one: the stricter applies."""
    law = Law({"cap": parameter}) | Law({"cap": Parameter(**_fields(parameter), limits=(more,))})
    before, after = (each.ruling("cap", day, region=region) for each in (Law({"cap": parameter}), law))

    if before is not None and parameter.stricter is Stricter.LOWER:
        assert after.number <= before.number
    if before is not None and parameter.stricter is Stricter.HIGHER:
        assert after.number >= before.number
    assert (after is None) <= (before is None)


def _fields(parameter):
    return {name: getattr(parameter, name) for name in ("name", "title_zh", "title_en", "unit", "stricter")}


@given(parameter=parameters(), day=DAYS)
def test_adding_what_is_known_changes_nothing(parameter, day):
    """A file that is read twice counts once."""
    law = Law({"cap": parameter})

    assert (law | law).ruling("cap", day, region="山东省") == Law(
        {"cap": Parameter(**_fields(parameter), limits=tuple(dict.fromkeys(parameter.limits)))}
    ).ruling("cap", day, region="山东省")


@given(parameter=parameters())
def test_without_a_day_only_what_has_no_clock_applies(parameter):
    """A plan without a year is not measured by a law of some year."""
    ruling = parameter.ruling(None, region="山东省济南市", sector="school")

    if ruling is not None:
        assert (ruling.basis.since, ruling.basis.until) == (None, None)


def test_the_nearest_wins_where_a_region_decides():
    """A city before its province, a province before the country; of one reach the later."""
    limits = [
        Limit(value=Fraction(0), basis=Basis(title="《国》", since=dt.date(2018, 1, 1))),
        Limit(value=Fraction(1), basis=Basis(title="《省》", since=dt.date(2025, 1, 1)), region="上海市"),
        Limit(value=Fraction(2), basis=Basis(title="《省》", since=dt.date(2026, 1, 1)), region="上海市"),
    ]
    nights = Parameter(
        name="nights", title_zh="夜", title_en="nights", stricter=Stricter.NEAREST, limits=tuple(limits)
    )

    told = [nights.ruling(dt.date(year, 6, 1), region="上海市").number for year in (2024, 2025, 2026)]

    assert told == [0, 1, 2]
    assert nights.ruling(dt.date(2026, 6, 1), region="山东省").number == 0


@given(first=st.lists(st.sampled_from("甲乙丙丁"), min_size=1), more=st.lists(st.sampled_from("甲乙丙丁")))
def test_lists_are_put_together(first, more):
    """A region adds to what holds everywhere; nothing is told twice."""
    limits = [Limit(value=tuple(each), basis=Basis(title="《甲》")) for each in (first, more)]
    days = Parameter(
        name="days", title_zh="节", title_en="days", stricter=Stricter.TOGETHER, limits=tuple(limits)
    )

    names = days.ruling(None).names

    assert set(names) == {*first, *more}
    assert len(names) == len(set(names))


# ---------------------------------------------------------------- what we know


def test_every_built_in_limit_cites_its_source():
    """Title and clock; and how sure it is: what was read says where."""
    for parameter in built_in_law():
        assert parameter.title_zh
        assert parameter.title_en.isascii()
        for limit in parameter.limits:
            assert limit.basis.title, parameter.name
            assert limit.source or limit.basis.confidence is not Confidence.CONFIRMED, (parameter.name, limit)


# ---------------------------------------------------------------- files

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["law", "documents", "parameters", "limits", "value", "title", "from", "甲", "stricter"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(values=PLAIN)
def test_whatever_a_file_holds_becomes_law_or_is_refused(values):
    """Never an exception; and what is refused says where."""
    law, wrong = law_of(values, known=built_in_law())

    assert isinstance(law, Law)
    assert all(error.message("zh") and error.message("en") for error, _ in wrong)


FILE = """\
law: 1
documents:
  own: {title: 《本会规定》, number: 清工〔2026〕1号, from: 2026-01-01}
parameters:
  prize-share:
    limits:
      - {value: 1/2, document: own, article: 第三条}
  tea-per-head:
    title: 茶叶每人
    title_en: tea per head
    unit: 元
    stricter: lower
    limits:
      - {value: 20, document: own, region: 山东省, sectors: [school]}
"""


def test_a_file_adds_limits_and_parameters():
    """To what is known it need not say again what that is."""
    law = built_in_law() | load_law(FILE)
    ruling = law.ruling("prize-share", dt.date(2026, 5, 1))

    assert ruling.number == Fraction(1, 2)
    assert ruling.basis.worded() == "《本会规定》（清工〔2026〕1号）第三条"
    assert [each.value for each in ruling.others] == [Fraction(2, 3)]
    assert law.ruling("prize-share", dt.date(2025, 5, 1)).number == Fraction(2, 3)
    assert law.ruling("tea-per-head", dt.date(2026, 5, 1), region="山东省", sector="school").said == "20元"
    assert law.ruling("tea-per-head", dt.date(2026, 5, 1), region="山东省") is None


WRONG = {
    "a key misspelt": ("stricter: lower", "stricer: lower", "stricter"),
    "no such number": ("value: 20", "value: 二十", "300"),
    "no such day": ("from: 2026-01-01", "from: 2026-02-30", "2026-01-01"),
    "no such document": ("document: own, region", "document: onw, region", "own"),
    "no such kind": ("stricter: lower", "stricter: least", "lower"),
    "reversed days": ("from: 2026-01-01", "from: 2026-01-01, until: 2025-01-01", "2025-01-01"),
    "a list for a number": ("value: 20", "value: [20]", "20"),
    "another unit": ("  prize-share:\n", "  prize-share:\n    unit: 人\n", "人"),
    "contradiction": (
        "sectors: [school]}",
        "sectors: [school]}\n      - {value: 30, document: own, region: 山东省, sectors: [school]}",
        "20",
    ),
    "a key misspelt once": ("title_en: tea", "titel_en: tea", "title_en"),
    "negative": ("value: 20", "value: -20", "-20"),
    "a short region": ("region: 山东省", "region: 山东", "山东省"),
    "no such region": ("region: 山东省", "region: 火星省", "山东省济南市"),
    "a short region of a document": ("from: 2026-01-01}", "from: 2026-01-01, region: 江苏}", "江苏省"),
    "another version": ("law: 1", "law: 9", "9"),
    "no law": (FILE, "- 甲\n", "甲"),
    "no yaml": (FILE, "law: [\n", ""),
}


@pytest.mark.parametrize(("old", "new", "says"), WRONG.values(), ids=WRONG)
def test_a_broken_file_says_where(old, new, says):
    """Each problem with its line, in both languages."""
    text = FILE.replace(old, new)
    assert text != FILE

    with pytest.raises(LawFileError) as caught:
        load_law(text, "own.yaml")

    for lang in ("zh", "en"):
        assert caught.value.message(lang).startswith("own.yaml:")
        assert says in caught.value.message(lang)


def problems(text):
    """What is wrong in a file, each by its path and code, and the figures that are left."""
    law, wrong = read_law(text, "own.yaml")
    return [(each.path, each.code) for each in wrong], {
        parameter.name: [str(limit.value) for limit in parameter.limits] for parameter in law
    }


def test_what_is_sound_in_a_file_is_law():
    """A limit that is wrong, and nothing else, is left out; a wrong document takes its limits along, and is told once."""
    more = """\
  festival-gift-per-head-year:
    limits:
      - {value: 300, document: own}
      - {value: 400, title: 《另一规定》, form: 2026-01-01}
      - {value: 500, title: 《另一规定》}
"""

    told, left = problems(FILE.replace("from: 2026-01-01", "from: 2026-01-01, until: 2025-01-01") + more)

    assert told == [
        ("$.documents.own.until", "UK014"),
        ("$.parameters.festival-gift-per-head-year.limits[1].form", "UK021"),
    ]
    assert left == {"prize-share": [], "tea-per-head": [], "festival-gift-per-head-year": ["500"]}


@pytest.mark.parametrize(
    ("old", "new", "path", "left"),
    [
        ("    stricter: lower\n", "", "$.parameters.tea-per-head", {"prize-share": ["1/2"]}),
        ("lower", "least", "$.parameters.tea-per-head.stricter", {"prize-share": ["1/2"]}),
        (
            "prize-share:\n",
            "prize-share:\n    unit: 人\n",
            "$.parameters.prize-share.unit",
            {"tea-per-head": ["20"]},
        ),
        ("law: 1", "law: 9", "$.law", {}),
        (
            "      - {value: 20,",
            "      - {value: 30, document: own, region: 山东省, sectors: [school]}\n      - {value: 20,",
            "$.parameters.tea-per-head.limits[1]",
            {"prize-share": ["1/2"], "tea-per-head": []},
        ),
    ],
    ids=["no kind", "unknown kind", "another unit", "another version", "contradiction"],
)
def test_what_cannot_be_understood_is_left_out_whole(old, new, path, left):
    """A figure in unknown units, or of which nobody knows how it is compared, applies to nobody."""
    told, sound = problems(FILE.replace(old, new))

    assert ([each for each, _ in told], sound) == ([path], left)


@pytest.mark.parametrize(
    ("new", "left"),
    [
        ("value: 1/3, value: 1/2", {"prize-share": [], "tea-per-head": ["20"]}),
        ("value: &x 1/2", {"prize-share": [], "tea-per-head": ["20"]}),
    ],
)
def test_what_was_not_read_as_it_was_written_is_no_law(new, left):
    """A key that stands twice, or what only YAML knows."""
    told, sound = problems(FILE.replace("value: 1/2", new))

    assert len(told) == 1
    assert sound == left


def test_a_misspelt_parameter_is_told_with_the_nearest():
    """Once, at its name; not as a new one that lacks everything."""
    text = FILE.replace("  prize-share:", "  prize-shar:")

    with pytest.raises(LawFileError) as caught:
        load_law(text, "own.yaml")

    (problem,) = caught.value.problems
    assert str(problem.place) == "own.yaml:5:3"
    assert "是不是“prize-share”" in problem.message("zh")
    assert "title、title_en、stricter" in problem.message("zh")
    assert "did you mean" in problem.message("en").lower()


# ---------------------------------------------------------------- rules and kits


class TooManyWinners(Rule):
    """Asks the law."""

    code = "XX901"
    slug = "too-many-winners"
    title_zh = "获奖面"
    title_en = "winners"
    severity = Severity.ERROR
    basis = CONVENTION
    parameters = ("prize-share",)
    nodes = (Activity,)
    wording = {"zh": "不得超过{limit}。", "en": "At most {limit}."}  # noqa: RUF012 -- as in any rule

    def check(self, node, check):
        ruling = check.rulings["prize-share"]
        if node.prizes is None:
            yield self.lacks("prizes")
        elif node.prizes > Fraction(node.participants.value) * ruling.number:
            yield self.finding(check.path, ruling=ruling, limit=ruling.said)


def contest(prizes=60, **organization):
    """A plan with an activity in which so many of 90 win."""
    return Plan(
        organization=Organization(**organization),
        period=Period(year=2026, half=1),
        content=[Activity(title="赛", participants=90, prizes=prizes)],
    )


def test_a_rule_is_given_what_applies_to_the_plan():
    """Exactly at the limit passes; the finding cites the limit that applied."""
    (found,) = check_plan(contest(61), [TooManyWinners()])

    assert not list(check_plan(contest(60), [TooManyWinners()]))
    assert found.severity is Severity.ERROR
    assert found.message() == "不得超过2/3。"
    assert found.basis.number == "总工办发〔2017〕32号"


def test_of_two_limits_the_finding_says_which_were_compared():
    """The stricter, and the one that it beat."""
    law = built_in_law() | load_law(FILE)
    (found,) = check_plan(contest(46), [TooManyWinners()], law=law)

    assert found.message() == (
        "不得超过1/2。（与《基层工会经费收支管理办法》（总工办发〔2017〕32号）第八条第二项 2/3相比，"
        "按《本会规定》（清工〔2026〕1号）第三条 1/2）"
    )
    assert "applies" in found.message("en")


def test_what_nobody_confirmed_is_a_warning_that_says_so():
    """Never an error."""
    law = load_law(FILE.replace("from: 2026-01-01}", "from: 2026-01-01, confidence: unconfirmed}"))
    (found,) = check_plan(contest(46), [TooManyWinners()], law=built_in_law() | law)

    assert found.severity is Severity.WARNING
    assert "尚未核实" in found.message("zh")
    assert "not confirmed" in found.message("en")


def test_where_no_limit_is_known_the_rule_is_silent_and_says_what_it_needs():
    """No law at all, no day, or no figure in the plan."""
    nothing = check_plan(contest(90), [TooManyWinners()], law=Law())
    undated = check_plan(Plan(content=contest(90).content), [TooManyWinners()])
    unsaid = check_plan(contest(None), [TooManyWinners()])

    assert [list(each) for each in (nothing, undated, unsaid)] == [[], [], []]
    assert [each.code for report in (nothing, undated, unsaid) for each in report.silent] == ["XX901"] * 3
    assert "prizes" in unsaid.silent[0].reason_en


class WithLaw:
    def __init__(self, file):
        self.pack = Pack(name="own", package="pack_with_law", title="有限额", title_en="law", law=file)

    @hookimpl
    def unionkit_packs(self):
        return (self.pack,)


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package with a parameter file among its data."""
    folder = tmp_path / "pack_with_law"
    (folder / "data").mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "data" / "law.yaml").write_text(FILE, encoding="utf-8")
    (folder / "data" / "broken.yaml").write_text("law: 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("package")
def test_a_pack_and_the_user_add_to_the_law_of_a_kit(tmp_path):
    """The pack for its plans only, the user for all."""
    own = tmp_path / "own.yaml"
    own.write_text(FILE.replace("1/2", "1/3"), encoding="utf-8")
    kit = Kit(discover=False, plugins=[WithLaw("law.yaml")])
    day = dt.date(2026, 5, 1)

    assert kit.law_for("own").ruling("prize-share", day).number == Fraction(1, 2)
    assert kit.law_for().ruling("prize-share", day).number == Fraction(2, 3)
    assert Kit(discover=False, law=own).law_for().ruling("prize-share", day).number == Fraction(1, 3)


@pytest.mark.usefixtures("package")
def test_a_broken_file_of_a_pack_is_told_and_the_check_goes_on():
    """A finding names the pack; a strict Kit refuses."""
    kit = Kit(discover=False, plugins=[WithLaw("broken.yaml")])
    found = [each for each in kit.check(contest(), pack="own") if each.code == "UK906"]

    assert len(found) == 1
    assert "parameters" in found[0].message("en")
    with pytest.raises(LawFileError):
        Kit(discover=False, strict=True, plugins=[WithLaw("broken.yaml")]).law_for("own")


def test_every_sector_of_the_law_is_a_name_of_the_vocabulary():
    """A limit for a sector that no plan can name would never hold."""
    named = {sector for parameter in built_in_law() for limit in parameter.limits for sector in limit.sectors}
    asked = {sector for rule in RULES for sector in rule.sectors}

    assert named | asked <= CORE_VOCABULARY.sectors.keys()
