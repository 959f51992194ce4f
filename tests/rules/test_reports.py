"""Reports of findings: for people, for programs, as SARIF, for GitHub."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from pathlib import PurePosixPath
from urllib.parse import unquote

import attrs
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.errors import Place
from unionkit.rules import (
    CONVENTION,
    NOTICES,
    RULES,
    Change,
    Checked,
    Finding,
    Report,
    Severity,
    Spot,
    change_of,
    github_report,
    json_report,
    sarif_report,
    text_report,
)
from unionkit.rules._report_sarif import artifact_uri

from .sarif import SCHEMA

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
WORDS = st.text("甲乙 a,:%\r\n“”", max_size=8)


def a_finding(**changes: object) -> Finding:
    """A finding in the second line of a file."""
    told = {
        "code": "UK701",
        "slug": "masked-text",
        "severity": Severity.WARNING,
        "path": ("content", 0, "text"),
        "words": "20xx",
        "facts": {},
        "wording": {"zh": "有遮盖", "en": "masked"},
        "basis": CONVENTION,
        "place": Place(file="plan.yaml", line=2, column=5, end_line=2, end_column=9),
    }
    return Finding(**{**told, **changes})


def in_file(*findings: Finding, source: str = "", **more: object) -> Checked:
    """A file with its findings."""
    return Checked(name="plan.yaml", report=Report(findings=findings), source=source, **more)


@st.composite
def places(draw):
    """Places, also of several lines, in files with odd names."""
    line, column = draw(st.integers(1, 5)), draw(st.integers(1, 40))
    more, length = draw(st.integers(0, 2)), draw(st.integers(0, 9))
    name = draw(st.sampled_from(["plan.yaml", "计划 1.yaml", "a,b:c%.yaml", "-", "x/y.txt", "\\x.yaml"]))
    return Place(file=name, line=line, column=column, end_line=line + more, end_column=column + length)


@st.composite
def findings(draw):
    """Findings of rules that there are and that there are not, with or without places."""
    said = draw(WORDS)
    return a_finding(
        code=draw(st.sampled_from(["UK701", "UK201", "UK901", "XX101"])),
        severity=draw(st.sampled_from(Severity)),
        facts={"said": said},
        wording={"zh": "“{said}”不好", "en": "{said} is bad"},
        place=draw(st.none() | places()),
        others=tuple(
            Spot(("content", at), place=draw(st.none() | places())) for at in range(draw(st.integers(0, 7)))
        ),
        private=draw(st.booleans()),
    )


@st.composite
def files(draw):
    """Files with findings, identities and changes."""
    found = draw(st.lists(findings(), max_size=4))
    source = draw(TEXTS)
    ends = st.integers(0, len(source))
    spans = [sorted((draw(ends), draw(ends))) for _ in found]
    return Checked(
        name="plan.yaml",
        report=Report(findings=tuple(found)),
        source=source,
        identities=tuple(("0123456789abcdef",) for _ in found) if draw(st.booleans()) else (),
        changes=tuple(Change(*span, draw(WORDS)) if draw(st.booleans()) else None for span in spans),
    )


@given(checked=st.lists(files(), max_size=3), lang=st.sampled_from(["zh", "en"]), complete=st.booleans())
def test_sarif_is_what_the_schema_asks_for(checked, lang, complete):
    """Whatever was found, wherever it stands."""
    log = json.loads(sarif_report(checked, (*RULES, *NOTICES), lang, complete=complete))

    jsonschema.Draft7Validator(SCHEMA).validate(log)
    [run] = log["runs"]
    assert len(run["results"]) == sum(len(each.report) for each in checked)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_the_schema_of_the_tests_refuses_what_is_not_sarif():
    """It would notice a misspelt key, a missing message and a line 0."""
    log = json.loads(sarif_report([in_file(a_finding())], RULES))
    spoilt = [json.loads(json.dumps(log)) for _ in range(3)]
    [run] = log["runs"]
    del spoilt[0]["runs"][0]["results"][0]["message"]
    spoilt[1]["runs"][0]["columnkind"] = "x"
    spoilt[2]["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0

    assert run["columnKind"] == "unicodeCodePoints"
    for each in spoilt:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft7Validator(SCHEMA).validate(each)


@given(old=TEXTS, new=TEXTS)
def test_a_change_makes_the_new_text_of_the_old_one(old, new):
    """And touches no more than it must at either end."""
    change = change_of(old, new)

    assert old[: change.start] + change.text + old[change.end :] == new
    assert old != new or change == Change(len(old), len(old), "")


def test_sarif_has_places_fingerprints_and_fixes():
    """Regions count code points from 1, and end behind the last one."""
    other = Spot(("title",), place=Place(file="plan.yaml", line=1, column=1, end_line=1, end_column=2))
    checked = in_file(
        a_finding(others=(other,)),
        a_finding(),
        source="a: b\n甲乙丙丁20xx\n",
        identities=(("1" * 16, "2" * 16), ("1" * 16,)),
        changes=(Change(9, 13, "2026"), None),
    )

    first, second = json.loads(sarif_report([checked], RULES, "en"))["runs"][0]["results"]

    region = {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 9}
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "plan.yaml"},
        "region": region,
    }
    assert first["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 1
    assert first["partialFingerprints"] != second["partialFingerprints"]
    [change] = first["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "2026"}}]
    assert "fixes" not in second


def test_a_private_finding_brings_neither_source_nor_fix():
    """What is about a named person stays out of logs."""
    hidden = a_finding(
        private=True,
        withheld=frozenset({"name"}),
        words="",
        facts={"name": "张三"},
        wording={"zh": "{name}", "en": "{name}"},
    )
    checked = in_file(hidden, source="a\n张三 20xx\n", changes=(Change(0, 1, "张三"),))

    assert "张三" not in text_report([checked])
    assert "张三" not in sarif_report([checked], RULES)
    [result] = json.loads(sarif_report([checked], RULES))["runs"][0]["results"]
    assert "fixes" not in result
    assert "snippet" not in result["locations"][0]["physicalLocation"]["region"]
    assert "张三" not in github_report([hidden])
    assert "张三" not in json_report([hidden])


@given(name=st.text("甲 ab./%#?:", min_size=1).filter(lambda name: not name.startswith("/")))
def test_the_uri_of_a_file_is_its_name(name):
    """Percent-encoded, with forward slashes."""
    uri = artifact_uri(name)

    assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", uri)
    assert unquote(uri) == PurePosixPath(name).as_posix()


def test_the_uri_is_relative_to_the_folder_of_the_run():
    """Code hosts look for files there; what lies elsewhere is named in full."""
    root = PurePosixPath("/") / "repo"

    assert artifact_uri(str(root / "甲.yaml"), root) == "%E7%94%B2.yaml"
    assert artifact_uri(str(PurePosixPath("/") / "else" / "b.yaml"), root).startswith("file:///")


@given(found=findings())
def test_github_commands_are_lines_that_can_be_taken_apart(found):
    """However odd the words and the name of the file are."""
    [line] = github_report([found], "en").split("\n")
    match = re.fullmatch(r"::(error|warning|notice) ([^\r]*?)::([^\r]*)", line)

    assert match
    facts = dict(fact.split("=") for fact in match[2].split(","))
    read = {name: unquote(value) if name == "file" else value for name, value in facts.items()}
    assert read["title"] == found.code
    assert (found.place is None) is ("line" not in read)
    if found.place is not None:
        assert read["file"] == found.place.file
        assert int(read["line"]) == found.place.line
    said = match[3].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    assert said == found.message("en")


def width(text: str) -> int:
    """Columns on a terminal."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


@given(
    before=st.text("甲a ，é", max_size=90),
    words=st.text("乙b。", min_size=1, max_size=20),
    after=st.text("丙c ", max_size=90),
)
def test_the_mark_stands_under_the_words(before, words, after):
    """Also where the line was cut, and where characters are two columns wide."""
    start = len(before) + 1
    place = Place(file="plan.yaml", line=1, column=start, end_line=1, end_column=start + len(words))
    line = before + words + after

    _, shown, mark = text_report([in_file(a_finding(place=place), source=line)]).split("\n")

    at = width(mark[: mark.index("^")])
    assert width(shown[: next(n for n in range(len(shown)) if width(shown[:n]) == at)]) == at
    seen = shown[next(n for n in range(len(shown) + 1) if width(shown[:n]) == at) :]
    assert seen.startswith(words)
    assert mark.count("^") == width(words)
    assert width(shown) <= 112


def test_the_report_for_people():
    """As it looks: the line, the mark, further places, the basis."""
    spots = tuple(
        Spot((), place=Place(file="plan.yaml", line=at, column=1, end_line=at, end_column=2))
        for at in range(3, 10)
    )
    checked = in_file(a_finding(others=spots), a_finding(place=None), source="a: 1\n甲:\t乙20xx # x\n")

    assert text_report([checked]).split("\n") == [
        "plan.yaml:2:5: 警告 UK701 有遮盖（共 8 处）",
        "    2 | 甲:\t乙20xx # x",
        "      |    \t  ^^^^",
        "    另见 3:1, 4:1, 5:1, 6:1, 7:1 …",
        "警告 UK701 有遮盖",
    ]


def test_what_goes_over_lines_is_marked_to_the_end_of_the_first():
    """Without the comment behind it."""
    place = Place(file="plan.yaml", line=1, column=3, end_line=2, end_column=1)

    mark = text_report([in_file(a_finding(place=place), source="- a: 会  # c\n- b")]).split("\n")[2]

    assert mark == "      |   ^^^^^"


def test_what_would_disturb_a_terminal_is_not_printed():
    """A source may hold anything."""
    place = Place(file="plan.yaml", line=1, column=1, end_line=1, end_column=2)
    said = text_report([in_file(a_finding(place=place), source="a\x1b[31m\u202eb")])

    assert "\x1b" not in said
    assert "\u202e" not in said


def test_a_place_beyond_the_source_is_told_without_it():
    """The file may have changed since."""
    assert text_report([in_file(a_finding(), source="a")]) == "plan.yaml:2:5: 警告 UK701 有遮盖"


def test_a_rule_that_nobody_knows_any_more_is_named_in_sarif():
    """By its code, and what the finding says of it."""
    log = json.loads(sarif_report([in_file(a_finding(code="ZZ901", slug="gone-away"))], RULES))
    [rule] = log["runs"][0]["tool"]["driver"]["rules"]

    assert rule == {"id": "ZZ901", "name": "GoneAway", "defaultConfiguration": {"level": "warning"}}


@given(checked=st.lists(files(), max_size=2))
def test_reports_do_not_depend_on_anything_else(checked):
    """The same findings give the same bytes."""
    again = [attrs.evolve(each) for each in checked]

    assert sarif_report(checked, RULES) == sarif_report(again, reversed(RULES))
    assert text_report(checked) == text_report(again)


def test_sarif_does_not_depend_on_the_hash_seed():
    """In two processes."""
    script = (
        "from unionkit import Kit\nfrom unionkit.rules import *\nimport unionkit.rules as r\n"
        "kit = Kit(discover=False)\nfile = kit.loads('period: {year: 2026}\\ncontent: [{activity: 会}, 20xx年开会]')\n"
        "print(r.sarif_report([r.Checked(name='-', report=kit.check(file))], kit.rules))\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(said) == 1
