"""Which rules are asked, and how much their findings weigh."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit import Plan, errors
from unionkit.model import Activity
from unionkit.rules import (
    CONVENTION,
    NOTICES,
    Rule,
    Settings,
    Severity,
    check_plan,
)


def made(code: str, slug: str, family: str) -> Rule:
    """A rule that finds something in every activity."""

    def check(self, node, check):
        yield self.finding(check.path)

    told = {"code": code, "slug": slug, "title_zh": "甲", "title_en": "a", "severity": Severity.WARNING}
    cls = type(
        "Probe",
        (Rule,),
        {
            **told,
            "basis": CONVENTION,
            "nodes": (Activity,),
            "wording": {"zh": "不好", "en": "bad"},
            "check": check,
            "__module__": f"x._{family}",
        },
    )
    return cls()


RULES = (
    made("UK101", "no-owner", "facts"),
    made("UK111", "no-day", "facts"),
    made("UK801", "odd-mark", "text"),
    made("SCH101", "no-school", "school"),
)
CODES = [rule.code for rule in RULES]
NAMES = [*CODES, *(rule.slug for rule in RULES), "UK1", "UK10", "UK11", "UK8", "UK", "facts", "text", "all"]
PLAN = Plan(content=[Activity(title="登山")])


def asked(**options: object) -> list[str]:
    """Codes of the rules that are asked."""
    return [rule.code for rule in Settings(**options).selected(RULES)]


def test_without_settings_every_rule_is_asked():
    """And nothing is changed."""
    findings = check_plan(PLAN, RULES).findings

    assert asked() == CODES
    assert Settings().applied(findings, RULES) == findings


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ({"select": "UK1"}, ["UK101", "UK111"]),
        ({"select": ["UK10", "odd-mark"]}, ["UK101", "UK801"]),
        ({"select": ["facts"], "ignore": ["UK111"]}, ["UK101"]),
        ({"select": ["UK801"], "ignore": ["text"]}, ["UK801"]),
        ({"select": ["UK801"], "ignore": ["odd-mark"]}, []),
        ({"ignore": ["all"], "select": ["UK"]}, ["UK101", "UK111", "UK801"]),
        ({"ignore": ["UK1"]}, ["UK801", "SCH101"]),
        ({"severity": {"text": "off"}}, ["UK101", "UK111", "SCH101"]),
        ({"severity": {"all": "off", "UK801": "error"}}, ["UK801"]),
    ],
)
def test_the_closer_name_decides(options, codes):
    """A code before the beginning of codes, that before a family, a family before all; then `ignore`."""
    assert asked(**options) == codes


@given(select=st.lists(st.sampled_from(NAMES)), ignore=st.lists(st.sampled_from(NAMES)))
def test_what_is_ignored_by_its_code_is_never_asked(select, ignore):
    """Whatever else is said; and what is asked keeps its order."""
    codes = asked(select=select, ignore=ignore)

    assert codes == [code for code in CODES if code in codes]
    assert set(codes).isdisjoint(ignore)
    assert asked(select=select, ignore=[*ignore, *CODES]) == []


@given(names=st.lists(st.sampled_from(NAMES), min_size=1))
def test_a_rule_is_asked_for_or_left_out_by_the_same_names(names):
    """Selecting and ignoring are each other's opposite."""
    assert sorted(asked(select=names) + asked(ignore=names)) == sorted(CODES)


def test_severities_are_set_by_rule():
    """The closest name decides; the last one of two that are as close."""
    findings = check_plan(PLAN, RULES).findings
    settings = Settings(severity={"UK101": "error", "facts": "info", "SCH101": "off"})

    weights = {each.code: each.severity.value for each in settings.applied(findings, RULES)}

    assert weights == {"UK101": "error", "UK111": "info", "UK801": "warning"}


def test_what_the_check_tells_about_itself_is_kept_unless_ignored():
    """Selecting rules does not hide that a plugin was set aside."""
    told = {rule.code for rule in Settings(select=["UK101"], ignore=["UK904"]).selected((*RULES, *NOTICES))}

    assert told == {"UK101", *(notice.code for notice in NOTICES)} - {"UK904"}


@pytest.mark.parametrize("field", ["select", "ignore"])
@pytest.mark.parametrize("name", ["UK999", "uk101", "UK7", "no-owners", "", "UK1011"])
def test_an_unknown_name_is_refused(field, name):
    """With what was probably meant."""
    with pytest.raises(errors.UnknownRuleError) as exc:
        Settings(**{field: [name]}).selected(RULES)

    assert exc.value.name == name


def test_an_unknown_name_brings_the_nearest():
    """In both languages."""
    with pytest.raises(errors.UnknownRuleError) as exc:
        Settings(severity={"no-owners": "off"}).selected(RULES)

    assert "no-owner" in exc.value.message("zh")
    assert "no-owner" in exc.value.message("en")


def test_settings_cross_a_process():
    """A batch may run anywhere."""
    settings = Settings(select="UK1", severity={"UK101": "off"})

    again = pickle.loads(pickle.dumps(settings))

    assert again == settings
    assert hash(again) == hash(settings)


def test_a_severity_that_does_not_exist_is_refused():
    """As any value that cannot be."""
    with pytest.raises(ValueError, match="fatal"):
        Settings(severity={"UK101": "fatal"})
