"""The engine asks each rule about what it names, and nothing a rule does keeps the others from answering."""

from __future__ import annotations

import datetime as dt
import pickle
from typing import ClassVar

import pytest
from hypothesis import given

from unionkit import Kit
from unionkit.files import load_plan
from unionkit.model import Activity, Goal, Organization, Paragraph, Part, Period, Plan, format_path
from unionkit.rules import CONVENTION, RULES, Basis, Confidence, Finding, Passage, Rule, Severity, check_plan
from unionkit.testing import plans


class Probe(Rule):
    """Reports every node that it is shown."""

    code = "XX001"
    slug = "probe"
    title_zh = "探针"
    title_en = "probe"
    severity = Severity.INFO
    basis = CONVENTION
    nodes = (Activity,)
    wording: ClassVar = {"zh": "看到 {what}", "en": "saw {what}"}

    def check(self, node, check):
        yield self.finding(check.path, what=type(node).__name__)


def rule(code: str = "XX001", **fields: object) -> Rule:
    """A probe with other class attributes or another `check`."""
    return type(code, (Probe,), {"code": code, **fields})()


def codes(report: object) -> list[str]:
    """The codes of the findings, in order."""
    return [found.code for found in report]


PLAN = Plan(
    title="计划",
    period=Period(year=2026),
    content=[
        Part(
            heading="工作",
            content=[Activity(title="会"), Paragraph(text="话。", facts=[Goal(indicator="率")])],
        ),
        Activity(title="赛"),
    ],
)


def test_a_rule_sees_only_the_nodes_that_it_names():
    """In reading order, facts of paragraphs included."""

    def seen(*nodes: type) -> list[str]:
        return [format_path(found.path) for found in check_plan(PLAN, [rule(nodes=nodes)])]

    assert seen(Activity) == ["$.content[0].content[0]", "$.content[1]"]
    assert seen(Goal, Organization) == ["$.organization", "$.content[0].content[1].facts[0]"]
    assert seen(Plan) == ["$"]
    assert seen(Passage) == ["$.title", "$.content[0].heading", "$.content[0].content[1].text"]


def test_findings_come_in_reading_order_whoever_found_them():
    """A reader goes through a report as through the plan; at one place, by code."""
    report = check_plan(
        PLAN, [rule("XX002", nodes=(Passage, Activity)), rule("XX001", nodes=(Activity, Goal))]
    )

    assert [(found.code, format_path(found.path)) for found in report] == [
        ("XX002", "$.title"),
        ("XX002", "$.content[0].heading"),
        ("XX001", "$.content[0].content[0]"),
        ("XX002", "$.content[0].content[0]"),
        ("XX002", "$.content[0].content[1].text"),
        ("XX001", "$.content[0].content[1].facts[0]"),
        ("XX001", "$.content[1]"),
        ("XX002", "$.content[1]"),
    ]


@given(plan=plans())
def test_the_order_of_the_rules_does_not_matter(plan):
    """The same plan gives the same report."""
    assert check_plan(plan, RULES) == check_plan(plan, reversed(RULES))


@given(plan=plans())
def test_rules_do_not_change_the_plan(plan):
    """A check is a question."""
    before = pickle.dumps(plan)
    check_plan(plan, RULES)

    assert pickle.dumps(plan) == before


def raising(self, node, check):
    yield self.finding(check.path, what="先")
    raise RuntimeError("坏了")


BROKEN = {
    "raises": raising,
    "returns None": lambda self, node, check: None,
    "yields junk": lambda self, node, check: ["junk"],
    "cannot be worded": lambda self, node, check: [self.finding(check.path, other=1)],
}


@pytest.mark.parametrize("way", BROKEN)
def test_a_broken_rule_becomes_a_finding_and_the_others_go_on(way):
    """UK902 names the rule, the place and the reason, in both languages."""
    report = check_plan(PLAN, [rule("XX001", check=BROKEN[way]), rule("XX002")])
    about = [found for found in report if found.code == "UK902"]

    assert [format_path(found.path) for found in about] == ["$.content[0].content[0]"]
    assert "2" in about[0].message("zh")
    assert codes(report).count("XX002") == 2
    assert codes(report).count("XX001") == (2 if way == "raises" else 0)
    assert "XX001" in about[0].message("zh")
    assert "XX001" in about[0].message("en")


def test_rules_of_a_pack_look_at_its_plans_only():
    """Others never hear of them."""
    own = rule(pack="school")

    assert codes(check_plan(Plan(pack="school", content=[Activity(title="会")]), [own])) == ["XX001"]
    assert codes(check_plan(Plan(pack="town", content=[Activity(title="会")]), [own])) == []
    assert codes(check_plan(Plan(content=[Activity(title="会")]), [own])) == []


@pytest.mark.parametrize(
    ("year", "half", "on", "applies"),
    [
        (2017, None, None, False),
        (2018, 1, None, True),
        (2020, 1, None, True),
        (2020, 2, None, False),
        (2030, None, None, False),
        (2030, None, dt.date(2019, 1, 1), True),
        (None, None, dt.date(2019, 1, 1), True),
        (2019, None, dt.date(2017, 12, 31), False),
        (2019, None, dt.date(2018, 1, 1), True),
        (2019, None, dt.date(2020, 6, 30), True),
        (2019, None, dt.date(2020, 7, 1), False),
    ],
)
def test_law_has_a_clock(year, half, on, applies):
    """The last day of the period, or the day asked for, decides whether a rule applies."""
    dated = rule(basis=Basis(title="《办法》", since=dt.date(2018, 1, 1), until=dt.date(2020, 6, 30)))
    report = check_plan(
        Plan(period=Period(year=year, half=half), content=[Activity(title="会")]), [dated], on=on
    )

    assert bool(report.findings) == applies
    assert report.silent == ()


def test_without_a_year_dated_rules_are_silent_and_say_so():
    """What never changed still applies."""
    dated = rule("XX002", basis=Basis(title="《办法》", until=dt.date(2020, 6, 30)))
    report = check_plan(
        Plan(content=[Activity(title="会")]),
        [dated, rule("XX001"), rule("XX003", pack="school", basis=dated.basis)],
    )

    assert codes(report) == ["XX001"]
    assert [silent.code for silent in report.silent] == ["XX002"]
    assert "--on" in report.silent[0].reason_zh
    assert "--on" in report.silent[0].reason_en


TEXT = """\
unionkit: 1
title: xx中学的xx计划
organization: {name: 清河中学工会}
period: {year: 2026}
content:
  - heading: 工作
    content:
      - activity: 会
        when: 3月
      - text: 20xx年，达到90%。
        facts:
          - {goal: 率, target: ">= 95%", words: 达到95%, owner: 工会}
"""


def test_findings_in_a_file_have_line_and_column():
    """Of the words, where there are some; of the nth occurrence; of the item where a key is not written out."""
    kit = Kit(discover=False)

    places = [
        (found.code, str(found.place), found.place.end_column)
        for found in kit.check(kit.loads(TEXT, name="p.yaml"))
    ]

    assert places == [
        ("UK701", "p.yaml:2:8", 10),
        ("UK701", "p.yaml:2:13", 15),
        ("UK101", "p.yaml:8:9", 7),
        ("UK701", "p.yaml:10:15", 19),
        ("UK102", "p.yaml:12:48", 53),
    ]


def test_findings_of_a_bare_plan_have_a_path_only():
    """Nobody knows of a file."""
    kit = Kit(discover=False)

    assert {found.place for found in kit.check(kit.loads(TEXT).plan)} == {None}


@pytest.mark.parametrize(
    ("line", "ignored"),
    [
        ("- activity: 会  # unionkit: ignore[UK101]", True),
        ("- activity: 会  # unionkit: ignore[UK999, UK101]", True),
        ("# unionkit: ignore[UK101]\n  - activity: 会", True),
        ("# unionkit: ignore[UK101]\n  # warum\n  - activity: 会", True),
        ("- activity: 会  # unionkit: ignore[UK102]", False),
        ("- activity: 会  # unionkit: ignore", False),
        ("- text: 甲  # unionkit: ignore[UK101]\n  - activity: 会", False),
        ("# unionkit: ignore[UK101]\n  - text: 甲\n  - activity: 会", False),
    ],
)
def test_a_comment_ignores_a_finding(line, ignored):
    """On the same line, or on lines of their own above it."""
    kit = Kit(discover=False)

    report = kit.check(kit.loads(f"content:\n  {line}\n"))

    assert ("UK101" not in codes(report)) == ignored


def test_a_report_knows_its_worst_finding():
    """Nothing found, nothing worst."""
    kinds = [rule("XX001", severity=Severity.INFO), rule("XX002", severity=Severity.WARNING)]

    assert check_plan(PLAN, kinds).worst() is Severity.WARNING
    assert check_plan(PLAN, kinds[:1]).worst() is Severity.INFO
    assert check_plan(PLAN, []).worst() is None
    assert len(check_plan(PLAN, kinds)) == 4


def test_a_finding_as_json_has_the_keys_of_the_contract():
    """Always the same keys; what is not known is null."""
    found = check_plan(load_plan("content: [{activity: 会, when: 3月}]"), RULES).findings[0]

    assert found.as_json("en") == {
        "code": "UK101",
        "slug": "activity-without-owner",
        "severity": "info",
        "message": "“会” has no owner; say who is responsible.",
        "path": "$.content[0].owner",
        "file": None,
        "line": None,
        "column": None,
        "end_line": None,
        "end_column": None,
        "basis": "unionkit's own convention",
        "fix": None,
        "others": [],
    }


def test_a_basis_is_cited():
    """Title, number and article, or what it is instead."""
    basis = Basis(title="《办法》", number="总工办发〔2017〕32号", article="第八条")

    assert basis.worded("en") == "《办法》（总工办发〔2017〕32号）第八条"
    assert Basis(title="《办法》").worded() == "《办法》"
    assert CONVENTION.worded("zh") == "unionkit 自定的约定"
    assert Basis(confidence=Confidence.CONVENTION).worded("en") == "unionkit's own convention"


@given(plan=plans())
def test_reports_survive_pickling(plan):
    """A batch sends them from one process to another, with their words."""
    report = check_plan(plan, RULES)
    again = pickle.loads(pickle.dumps(report))

    assert [found.message("en") for found in again] == [found.message("en") for found in report]


def test_a_rule_without_check_is_found_out():
    """The base class has none."""
    bare = type("Bare", (Rule,), {**vars(Probe), "check": Rule.check})()

    assert codes(check_plan(PLAN, [bare])) == ["UK902"]
    assert isinstance(check_plan(PLAN, [bare]).findings[0], Finding)


def test_the_hint_about_an_unknown_name_is_in_the_language_of_the_message():
    """The nearest name, or all of them."""
    kit = Kit(discover=False)
    near, far = kit.check(
        kit.loads(
            "content:\n"
            "- {activity: 会, kind: metting, owner: 甲, when: 3月}\n"
            "- {activity: 会, kind: 会议, owner: 甲, when: 3月}"
        )
    )

    assert "是不是“meeting”" in near.message("zh")
    assert "did you mean “meeting”" in near.message("en")
    assert "meeting（" in far.message("zh")
    assert "known: " in far.message("en")
