"""Twelve plans like those that unions write: everything they say can be said as data, checked and printed."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Literal
from xml.etree import ElementTree as ET

import pytest
import yaml

from unionkit import Plan, dump_plan, load_plan
from unionkit.model import Fact, Paragraph, texts
from unionkit.rules import Severity

from .capabilities import CAPABILITIES, ELSEWHERE
from .findings import FINDINGS, HINTS, WHY
from .plans import (
    CORPUS,
    FOLDER,
    KIT,
    NAMES,
    expected,
    outline_as_expected,
    outline_of,
    plan_of,
    said_as_expected,
    said_by,
    said_by_original,
)

FORMATS: Final = ("docx", "md", "txt")
EXAMPLES: Final = FOLDER.parents[1] / "examples"
PAGE: Final = FOLDER.parents[1] / "docs" / "explanation" / "twelve-plans.md"
REFERENCE: Final = "[the plan file](../reference/plan-file.md)"
RUN: Final = 13
"""So many characters in a row are no coincidence."""

each_plan = pytest.mark.parametrize("name", NAMES)
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the real plans are not beside the checkout")
needs_page = pytest.mark.skipif(not PAGE.is_file(), reason="the documentation is not here")


def truth(name: str) -> dict[str, Any]:
    """What someone noted down who read the real plan."""
    noted: dict[str, Any] = yaml.safe_load((CORPUS / f"{name}.yaml").read_text(encoding="utf-8"))
    return noted


def squeezed(text: str) -> str:
    """The text without white space."""
    return re.sub(r"\s+", "", text)


def strings(value: object) -> Iterator[str]:
    """Every text of a file as it was parsed."""
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from strings(each)
        case list():
            for each in value:
                yield from strings(each)


def printed(plan: Plan, form: str, pack: str | None = None) -> str:
    """What a reader of the printed plan sees, without white space."""
    data = KIT.rendered(plan, form, pack=pack).data
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return squeezed("".join(ET.fromstring(archive.read("word/document.xml")).itertext()))
    return squeezed(data.decode("utf-8-sig").replace("\\", ""))


def rows(page: Path) -> list[list[str]]:
    """The cells of every row of every table of a page."""
    lines = re.findall(r"^\| (.+?) \|$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return [[cell.strip() for cell in line.split("|")] for line in lines]


def cell(told: object) -> str:
    """How the page says it."""
    return "●" if told is True else str(told or "")


def test_there_are_twelve() -> None:
    """Each has a plan file, facts that it should say, and findings that one expects."""
    files = {path.stem for path in FOLDER.glob("plan-*.yaml")}

    assert files == set(NAMES) == set(expected()) == set(FINDINGS) == set(HINTS)


@each_plan
def test_a_plan_says_what_the_real_one_says(name: str) -> None:
    """The same kinds of facts as often, with the same figures, scopes, recurrences and triggers."""
    assert said_by(plan_of(name)) == said_as_expected(name)


@each_plan
def test_a_plan_is_built_like_the_real_one(name: str) -> None:
    """The same levels and numbers in the same order, and the pack and sector that it belongs to."""
    plan = plan_of(name)

    assert list(outline_of(plan.content)) == outline_as_expected(name)
    assert plan.pack == plan.organization.sector == expected()[name]["sector"]


@needs_corpus
@each_plan
def test_what_is_expected_is_what_was_noted_down(name: str) -> None:
    """The table of expectations agrees with the notes on the real plan."""
    noted = truth(name)

    assert said_as_expected(name) == said_by_original(noted)
    assert outline_as_expected(name) == [(entry["level"], entry["marker"]) for entry in noted["outline"]]
    assert expected()[name]["sector"] == noted["sector"]
    assert (plan_of(name).period.year, plan_of(name).period.half) == tuple(
        noted["period"][key] for key in ("year", "half")
    )


@needs_corpus
@each_plan
def test_a_plan_is_in_our_own_words(name: str) -> None:
    """No run of characters is that of one of the real plans."""
    real = {
        text[at : at + RUN]
        for path in CORPUS.glob("plan-*.txt")
        for text in [squeezed(path.read_text(encoding="utf-8"))]
        for at in range(len(text) - RUN + 1)
    }
    ours = [
        squeezed(text)
        for text in strings(yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8")))
    ]

    assert [
        text[at : at + RUN] for text in ours for at in range(len(text)) if text[at : at + RUN] in real
    ] == []


@each_plan
def test_a_plan_has_the_findings_that_it_deserves(name: str) -> None:
    """Every warning, error and hint is expected, and has its reason; there is no error."""
    found = KIT.check(KIT.load(FOLDER / f"{name}.yaml"))
    shown = Counter(each.code for each in found if each.severity is Severity.WARNING)
    hints = Counter(each.code for each in found if each.severity is Severity.INFO)

    assert shown == {code: deserved.times for code, deserved in FINDINGS[name].items()}
    assert hints == HINTS[name]
    assert len(found) == shown.total() + hints.total()
    assert set(hints) <= set(WHY)


@each_plan
def test_every_fact_quotes_its_paragraph(name: str) -> None:
    """The words of each stand in the paragraph, and none is the whole of a paragraph by default."""
    stated: list[tuple[str, Fact]] = [
        (node.text, fact)
        for _, node in plan_of(name).walk()
        if isinstance(node, Paragraph)
        for fact in node.facts
    ]

    assert [fact for text, fact in stated if not fact.words or fact.words not in text] == []


@each_plan
@pytest.mark.parametrize("format_", ["yaml", "json"])
def test_a_plan_survives_dumping(name: str, format_: Literal["yaml", "json"]) -> None:
    """Written out and loaded again it is the same plan, and its file says the same."""
    plan = plan_of(name)
    dumped = dump_plan(plan, format=format_)

    assert load_plan(dumped) == plan
    assert dump_plan(load_plan(dumped), format=format_) == dumped


@pytest.mark.parametrize("form", FORMATS)
@each_plan
def test_a_plan_is_printed_whole(name: str, form: str) -> None:
    """Every block is printed, and everything that the author wrote can be read."""
    plan = plan_of(name)
    rendered = KIT.rendered(plan, form)
    text = printed(plan, form)

    assert rendered.skipped == ()
    assert rendered.printed == tuple(range(len(KIT.compose(plan).blocks)))
    assert [said for _, said in texts(plan) if squeezed(said) not in text] == []


@pytest.mark.parametrize("form", FORMATS)
@each_plan
def test_a_plan_is_printed_in_order_without_its_pack(name: str, form: str) -> None:
    """The neutral layout keeps the order in which the plan was written."""
    text = printed(plan_of(name), form, "neutral")
    at = 0
    for _, said in texts(plan_of(name)):
        found = text.find(squeezed(said), at)

        assert found >= 0, said
        at = found + len(squeezed(said))


@needs_page
def test_the_page_shows_which_plan_has_which_capability() -> None:
    """Its table is the one that the plan files give, row by row."""
    table = [[row, *(cell(tell(plan_of(name))) for name in NAMES)] for row, tell in CAPABILITIES.items()]

    assert [row for row in rows(PAGE) if row[0] in CAPABILITIES] == table
    assert all(any(row[1:]) for row in table)


@needs_page
def test_the_page_shows_where_the_rest_is_found() -> None:
    """What it says that none of the twelve has, none has; the examples that have it are named."""
    examples = {path.name: load_plan(path.read_text(encoding="utf-8")) for path in EXAMPLES.glob("*.yaml")}
    table = [
        [row, ", ".join(f"`{each}`" for each in sorted(examples) if tell(examples[each])) or REFERENCE]
        for row, tell in ELSEWHERE.items()
    ]

    assert [row for row in rows(PAGE) if row[0] in ELSEWHERE] == table
    assert [(name, row) for name in NAMES for row, tell in ELSEWHERE.items() if tell(plan_of(name))] == []


@needs_page
def test_the_page_shows_what_is_found() -> None:
    """Its tables of findings and hints are those that the tests hold."""
    table = [
        [str(int(name[-2:])), code, str(deserved.times), deserved.why]
        for name, found in FINDINGS.items()
        for code, deserved in found.items()
    ]

    assert [row for row in rows(PAGE) if len(row) == len(table[0])][2:] == table
    assert [row for row in rows(PAGE) if row[0] in WHY] == [
        [code, ", ".join(str(int(name[-2:])) for name in NAMES if code in HINTS[name]), why]
        for code, why in WHY.items()
    ]
