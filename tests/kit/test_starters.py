"""Starter plans: filled in with answers, whatever stands in them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit import Kit, Pack, Question, hookimpl
from unionkit.errors import (
    AmbiguousSectorError,
    AnswersFileError,
    ImpossibleValueError,
    IncompatiblePackError,
    InvalidValueError,
    MissingStarterError,
    NoSchoolTermsError,
    PackFormatError,
    PluginError,
    UnionkitError,
    UnservedSectorError,
)
from unionkit.model import PROVINCES, Plan, Term
from unionkit.renderers import Rendered, Renderer
from unionkit.rules import CONVENTION, Rule, Severity
from unionkit.testing import lines

STARTER = """\
unionkit: 1
pack: sample
title: {{ answers.name | quoted }}
organization: {name: {{ answers.name | quoted }}, region: {{ answers.region | quoted }}, members: {{ answers.members }}}
period: {year: {{ school_year if term else year }}, {{ "term" if term else "half" }}: {{ term or half }}}
content:
{%- for name in answers.activities %}

  - {activity: {{ name }}}
{%- endfor %}

"""
QUESTIONS = (
    Question(
        name="name",
        title="工会名称",
        title_en="name of the union",
        default="清河工会",
        default_en="Qinghe Union",
    ),
    Question(name="region", title="省份", title_en="province", kind="region", default="山东省"),
    Question(name="members", title="会员人数", title_en="members", kind="count", default=186, least=1),
    Question(name="women", title="女会员", title_en="women", kind="count", default=112, at_most="members"),
    Question(
        name="activities",
        title="活动",
        title_en="activities",
        kind="choices",
        choices=(Term("hike", "健步走", "hike"), Term("choir", "合唱", "choir")),
        halves=(2,),
    ),
    Question(
        name="activities",
        title="活动",
        title_en="activities",
        kind="choices",
        choices=(Term("hike", "登山", "climb"),),
        halves=(1,),
    ),
)


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """A package with a starter plan."""
    folder = tmp_path_factory.mktemp("sample")
    (folder / "sample_pack" / "templates").mkdir(parents=True)
    (folder / "sample_pack" / "__init__.py").write_text("")
    (folder / "sample_pack" / "templates" / "starter.yaml").write_text(STARTER, encoding="utf-8")
    sys.path.insert(0, str(folder))
    yield "sample_pack"
    sys.path.remove(str(folder))
    sys.modules.pop("sample_pack", None)


def plugin(*packs: Pack, renderers: tuple[Renderer, ...] = ()) -> object:
    """A plugin with these packs and renderers."""

    class Plugin:
        @hookimpl
        def unionkit_packs(self):
            return packs

        @hookimpl
        def unionkit_renderers(self):
            return renderers

    return Plugin()


def sample(package: str, **changes: object) -> Pack:
    """The pack, changed in some respects."""
    given = {
        "name": "sample",
        "package": package,
        "title": "样例",
        "title_en": "sample",
        "sector": "hospital",
        "starters": {(1, "zh"): "starter.yaml", (2, "zh"): "starter.yaml"},
        "questions": QUESTIONS,
        "terms": True,
    }
    return Pack(**(given | changes))


@pytest.fixture(scope="module")
def kit(package):
    """A Kit with the pack alone."""
    return Kit(discover=False, plugins=[plugin(sample(package))], strict=True)


def test_who_gives_no_answers_has_the_defaults(kit):
    """The starter is complete from the first day."""
    plan = kit.loads(kit.new("sample", year=2026, half=2)).plan

    assert (plan.organization.name, plan.organization.members) == ("清河工会", 186)
    assert [activity.title for _, activity in plan.activities()] == ["hike", "choir"]
    assert kit.answers("sample", half=1) == {
        "name": "清河工会",
        "region": "山东省",
        "members": 186,
        "women": 112,
        "activities": ("hike",),
    }


@given(
    name=lines().map(str.strip).filter(bool),
    region=st.sampled_from(PROVINCES),
    members=st.integers(1, 99_999),
)
def test_answers_arrive_in_the_plan_as_they_are(kit, name, region, members):
    """Quotes, colons, braces and template syntax in them are data."""
    answers = {"name": name, "region": region, "members": members, "women": 0}
    plan = kit.loads(kit.new("sample", year=2026, half=2, answers=answers)).plan

    assert (plan.title, plan.organization.name) == (name, name)
    assert (plan.organization.region, plan.organization.members) == (region, members)


@pytest.mark.parametrize(
    ("answers", "path", "said"),
    [
        ({"nmae": "x"}, "$.nmae", "name"),
        ({"members": "many"}, "$.members", "整数"),
        ({"members": True}, "$.members", "整数"),
        ({"members": 0}, "$.members", "1 到 99999"),
        ({"members": 10, "women": 11}, "$.women", "不能多于"),
        ({"region": "桃花源"}, "$.region", "省份全称"),
        ({"name": "  "}, "$.name", "不能为空"),
        ({"name": "a\nb"}, "$.name", "U+000A"),
        ({"activities": ["chess"]}, "$.activities", "健步走"),
        ({"activities": "hike"}, "$.activities", "列表"),
        ({"activities": [["hike"]]}, "$.activities", "选项的名称"),
        ({"activities": [{"a": 1}, 3]}, "$.activities", "选项的名称"),
    ],
)
def test_answers_that_do_not_fit_are_refused(kit, answers, path, said):
    """The message says which one, and what would fit."""
    with pytest.raises(AnswersFileError) as error:
        kit.new("sample", year=2026, half=2, answers=answers)

    (problem,) = error.value.problems
    assert problem.path == path
    assert said in problem.message("zh")


def test_all_problems_of_a_file_are_told_with_their_places(kit, tmp_path):
    """Line and column, in the order of the file."""
    file = tmp_path / "answers.yaml"
    file.write_text("members: viele\nnmae: x\nregion: 桃花源\n", encoding="utf-8")

    with pytest.raises(AnswersFileError) as error:
        kit.new("sample", year=2026, half=2, answers=file)

    assert [(each.place.line, each.path) for each in error.value.problems] == [
        (1, "$.members"),
        (2, "$.nmae"),
        (3, "$.region"),
    ]


@pytest.mark.parametrize("text", ["- a\n", "just text\n", "members: [1\n", "{{ 7 }}\n"])
def test_a_file_that_holds_no_answers_is_refused(kit, tmp_path, text):
    """It neither raises anything else nor is it run."""
    file = tmp_path / "answers.yaml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(AnswersFileError):
        kit.new("sample", year=2026, half=2, answers=file)


def test_an_empty_file_gives_the_defaults(kit, tmp_path):
    """As does one with comments only."""
    file = tmp_path / "answers.yaml"
    file.write_text("# nothing yet\n{}\n", encoding="utf-8")

    assert kit.new("sample", year=2026, half=2, answers=file) == kit.new("sample", year=2026, half=2)


def test_a_default_gives_way_to_the_count_that_bounds_it(kit):
    """A union of ten has no hundred women."""
    text = kit.new("sample", year=2026, half=2, answers={"members": 10})

    assert kit.loads(text).plan.organization.members == 10


@pytest.mark.parametrize("half", [1, 2])
def test_the_file_of_questions_is_a_file_of_answers(kit, tmp_path, half):
    """It holds the defaults, so that nothing changes before somebody changes it."""
    file = tmp_path / "answers.yaml"
    file.write_text(kit.questions_file("sample", half=half), encoding="utf-8")

    assert kit.new("sample", year=2026, half=half, answers=file) == kit.new("sample", year=2026, half=half)
    assert "会员人数" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("term", "months"), [(1, (9, 1)), (2, (2, 8))])
def test_a_school_term_has_the_starter_of_its_half(kit, term, months):
    """The autumn term that of the second half; the year is that in which the school year begins."""
    plan = kit.loads(kit.new("sample", year=2026, term=term)).plan

    assert (plan.period.year, plan.period.term) == (2026, term)
    assert (plan.period.start.month, plan.period.end.month) == months


@pytest.mark.parametrize("when", [{}, {"half": 1, "term": 1}, {"half": 3}, {"half": 0}, {"term": 3}])
def test_there_are_two_halves_and_two_terms(kit, when):
    """One of them is asked for."""
    with pytest.raises(ImpossibleValueError):
        kit.new("sample", year=2026, **when)


def test_what_a_pack_does_not_have_is_said(package):
    """A starter for terms, or for a half year."""
    kit = Kit(
        discover=False, plugins=[plugin(sample(package, terms=False, starters={(1, "zh"): "starter.yaml"}))]
    )

    with pytest.raises(NoSchoolTermsError):
        kit.new("sample", year=2026, term=2)
    with pytest.raises(MissingStarterError):
        kit.new("sample", year=2026, half=2)


def test_a_sector_leads_to_the_pack_that_serves_it(kit, package):
    """To none when two do, or nobody does; the message says what to do."""
    two = Kit(discover=False, plugins=[plugin(sample(package), sample(package, name="other"))])

    assert kit.pack_of("hospital").name == "sample"
    with pytest.raises(AmbiguousSectorError) as ambiguous:
        two.pack_of("hospital")
    with pytest.raises(UnservedSectorError) as unserved:
        kit.pack_of("school")
    assert "--pack" in ambiguous.value.message("zh")
    assert "unionkit-pack-school" in unserved.value.message("zh")


def test_a_form_of_one_pack_prints_plans_of_that_pack(package):
    """And says so of any other."""
    form = Renderer(name="form", suffixes=(), render_plan=lambda _scope: Rendered(b"x", ()), pack="sample")
    kit = Kit(discover=False, plugins=[plugin(sample(package), renderers=(form,))], strict=True)

    assert kit.rendered(Plan(pack="sample"), "form").data == b"x"
    assert kit.rendered(Plan(), "form", pack="sample").data == b"x"
    with pytest.raises(PackFormatError) as error:
        kit.rendered(Plan(), "form")
    assert "--pack sample" in error.value.message("zh")


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "Two words"},
        {"kind": "date"},
        {"kind": "choices"},
        {"kind": "count", "default": "many"},
        {"kind": "count", "default": 3, "most": 2},
        {"kind": "region", "default": "桃花源"},
    ],
)
def test_a_question_that_nobody_can_answer_cannot_be_built(wrong):
    """Its own default fits it."""
    with pytest.raises((ValueError, UnionkitError)):
        Question(**({"name": "x", "title": "甲", "title_en": "x", "default": "y"} | wrong))


@pytest.mark.parametrize(
    "questions",
    [
        (QUESTIONS[0], QUESTIONS[0]),
        (QUESTIONS[3], QUESTIONS[2]),
        (
            Question(name="a", title="甲", title_en="a", default="x"),
            Question(name="b", title="乙", title_en="b", kind="count", default=0, at_most="a"),
        ),
    ],
)
def test_questions_of_a_pack_fit_together(questions):
    """Each is asked once, and bounded by counts that were asked before."""
    with pytest.raises(ValueError, match=r"question|at most"):
        sample("x", questions=questions)


def test_a_page_escapes_all_that_is_put_out(tmp_path, package):
    """What macros put out as well; what the template itself says stays."""
    from unionkit.document import Scope, render_page

    page = Path(sys.modules[package].__file__ if package in sys.modules else __import__(package).__file__)
    template = (
        "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}<b>{{ plan.title }}</b>{{ '<' ~ title }}{{ m(title) }}"
    )
    (page.parent / "templates" / "page.html.j2").write_text(template, encoding="utf-8")

    made = render_page(package, "page.html.j2", Scope(plan=Plan(title='<script>"x"')), title="&")

    assert made.startswith("<b>&lt;script&gt;&quot;x&quot;</b>&lt;&amp;")
    assert "<i>" not in made


def test_names_of_a_package_are_imported_when_they_are_asked_for(tmp_path, monkeypatch):
    """And a name that it does not have is missing, as in any module."""
    from unionkit.hookspecs import lazy

    (tmp_path / "lazy_package").mkdir()
    (tmp_path / "lazy_package" / "__init__.py").write_text("")
    (tmp_path / "lazy_package" / "_data.py").write_text("Data = 3\n")
    monkeypatch.syspath_prepend(tmp_path)
    find = lazy("lazy_package", {"Data": "_data"})
    before = "lazy_package._data" in sys.modules

    assert (before, find("Data"), "lazy_package._data" in sys.modules) == (False, 3, True)
    with pytest.raises(AttributeError, match="has no attribute 'other'"):
        find("other")


def test_a_pack_for_a_newer_core_is_not_said_to_be_missing(package):
    """It is installed; upgrading unionkit is what helps."""
    kit = Kit(discover=False, plugins=[plugin(sample(package, requires="0.9"))])

    for ask in (lambda: kit.pack("sample"), lambda: kit.check(Plan(pack="sample"))):
        with pytest.raises(IncompatiblePackError):
            ask()


def test_a_data_class_that_cannot_be_imported_stops_plans_of_its_pack_only(package):
    """Others load, keep what they hold, and print; the message names the pack."""
    broken = sample(package, name="broken", data="no_such_module:Data")
    kit = Kit(discover=False, plugins=[plugin(sample(package), broken)])
    other = kit.loads("unionkit: 1\npack: sample\ntitle: 甲\ndata: {broken: {a: 1}}\n")

    assert dict(other.plan.data["broken"]) == {"a": 1}
    assert "甲" in kit.rendered(other, "txt").data.decode()
    with pytest.raises(PluginError, match="broken"):
        kit.rendered(Plan(pack="broken"), "txt")


def test_a_rule_that_exits_is_a_finding(package):
    """The program goes on, and so do the other rules."""

    class Leaving(Rule):
        """Reports nothing: it leaves."""

        code, slug, title_zh, title_en = "ABC101", "leaving", "退出", "leaving"
        severity, basis, nodes = Severity.WARNING, CONVENTION, (Plan,)
        wording: ClassVar = {"zh": "无", "en": "none"}

        def check(self, node, check):
            raise SystemExit(7)

    class Plugin:
        @hookimpl
        def unionkit_rules(self):
            return [Leaving()]

    found = Kit(discover=False, plugins=[Plugin()]).check(Plan(title="做好20xx年的工作"))

    assert {finding.code for finding in found} >= {"UK902", "UK701"}


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(question=st.sampled_from(QUESTIONS), given_value=PLAIN)
def test_whatever_is_answered_fits_or_is_refused(question, given_value):
    """Nothing else happens, and what fits once fits again."""
    try:
        answer = question.check(given_value)
    except InvalidValueError:
        return

    assert question.check(answer) == answer


def test_a_default_that_its_bound_leaves_no_room_for_is_told(package):
    """Zero staff have no members, and the starter wants one at least."""
    staff = Question(name="staff", title="职工", title_en="staff", kind="count", default=9)
    members = Question(
        name="members", title="会员", title_en="members", kind="count", default=5, least=1, at_most="staff"
    )
    kit = Kit(discover=False, plugins=[plugin(sample(package, questions=(staff, members)))])

    with pytest.raises(AnswersFileError, match="至少 1"):
        kit.new("sample", year=2026, half=2, answers={"staff": 0})
