"""A plan surveyed once: what rules are told of it is what they would find by walking it themselves."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unionkit.model import Paragraph, Part, Plan, texts
from unionkit.rules import (
    CONVENTION,
    RULES,
    Check,
    Finding,
    Passage,
    Severity,
    Silence,
    Survey,
    TextRule,
    check_plan,
)
from unionkit.testing import plans

ABOUT_TEXT = [rule for rule in RULES if isinstance(rule, TextRule)]
PATTERNS = ["[\u4e00-\u9fff]+", "^.", ".$", "工会|计划", r"\d+", "", "(?=工)", r"\S+"]


@given(plan=plans(), pattern=st.sampled_from(PATTERNS))
def test_all_prose_at_once_holds_what_each_text_holds(plan, pattern):
    """Every match of each text, in order, at its place; none reaches from one text into the next."""
    regex = re.compile(pattern, re.MULTILINE)
    one_by_one = [
        (path, match.start(), match.group())
        for path, text in texts(plan)
        for match in regex.finditer(text)
        if match.group()
    ]

    hits = list(Survey(plan).hits(regex))

    assert [(hit.path, hit.start, hit.words) for hit in hits] == one_by_one
    for hit in hits:
        start = -1
        for _ in range(hit.nth):
            start = hit.text.index(hit.words, start + 1)
        assert plan.value_at(hit.path) == hit.text


@given(plan=plans())
def test_items_are_those_of_the_plan(plan):
    """With their paths, in reading order."""
    survey = Survey(plan)

    assert survey.activities == tuple(plan.activities())
    assert survey.goals == tuple(plan.goals())
    assert survey.welfare == tuple(plan.welfare())
    assert survey.results == tuple(plan.results())
    for found in (survey.parts, survey.tables, survey.passages):
        assert all(plan.value_at(path) == node for path, node in found)


def answers(rule, plan):
    """What a rule says when it is asked about each text, and each other node that it names."""
    nodes = (
        ((), plan),
        (("organization",), plan.organization),
        *plan.walk(),
        *((path, Passage(text)) for path, text in texts(plan)),
    )
    for path, node in nodes:
        if type(node) in rule.nodes:
            yield from rule.check(node, Check(plan=plan, path=path, day=plan.period.end))


@pytest.mark.parametrize("rule", ABOUT_TEXT, ids=lambda rule: rule.code)
def test_a_rule_about_wording_finds_in_all_prose_what_it_finds_in_each_text(rule):
    """The two ways of asking it agree: alone, and by the engine."""

    @settings(max_examples=20)
    @given(plan=plans() | plans(violates=rule.code))
    def holds(plan):
        report = check_plan(plan, [rule])
        told = [(spot.path, spot.words, spot.nth) for found in report for spot in (found, *found.others)]
        alone = list(answers(rule, plan))

        if not told and report.silent and report.silent[0] not in alone:
            return  # the plan lacks what the rule needs, and it was not asked
        assert Counter(told) == Counter(
            (each.path, each.words, each.nth) for each in alone if isinstance(each, Finding)
        )
        assert set(report.silent) == {each for each in alone if isinstance(each, Silence)}

    if rule.parameters or rule.sectors or rule.basis.since or rule.basis.until:
        pytest.skip("what it finds depends on the law of the day, or on the sector")
    holds()


class Spaces(TextRule):
    """Finds spaces, and tells all of them at once."""

    code = "XX001"
    slug = "spaces"
    title_zh = "空格"
    title_en = "spaces"
    severity = Severity.INFO
    basis = CONVENTION
    pattern = " "
    gathers = True
    wording = {"zh": "有空格。", "en": "A space."}  # noqa: RUF012 -- as in any rule

    def found(self, hit, check):
        """One a space."""
        yield self.finding(hit.path, words=hit.words, nth=hit.nth)


class InHeadings(Spaces):
    """Only in headings."""

    keys = frozenset({"heading"})


PLAN = Plan(
    content=[Part(heading="工 作", content=[Paragraph(text="一 二 三。")]), Paragraph(text="甲 乙。")]
)


def test_what_a_rule_gathers_is_one_finding_with_all_places():
    """The first place, and how many there are."""
    (found,) = check_plan(PLAN, [Spaces()])

    assert found.path == ("content", 0, "heading")
    assert [(other.path[-1], other.nth) for other in found.others] == [("text", 1), ("text", 2), ("text", 1)]
    assert found.message("zh") == "有空格。（共 4 处）"
    assert found.message("en") == "A space. (4 places)"
    assert len(found.as_json()["others"]) == 3


def test_a_rule_may_look_under_some_keys_only():
    """Headings, and no paragraphs."""
    (found,) = check_plan(PLAN, [InHeadings()])

    assert found.others == ()
    assert found.path == ("content", 0, "heading")
