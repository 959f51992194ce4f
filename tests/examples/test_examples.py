"""The examples: each is a plan that an author could have written, without a fault, and prints as it reads."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import unionkit_pack_school
from unionkit import Kit, Plan, dump_plan, load_plan
from unionkit.document import Addressee, Document, Grid, Heading, SignOff, Text, Title
from unionkit.model import Activity, Fact, Goal, Paragraph, Result, WelfareMeasure, texts

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(EXAMPLES.glob("*.yaml"))
FORMATS = ("docx", "md", "txt")
KIT = Kit(discover=False, plugins=[unionkit_pack_school], strict=True)

KINDS = {
    "school-2026h2": {
        "goal keep",
        "goal keep scope",
        "goal =",
        "goal >=",
        "activity election dated",
        "activity meeting dated",
        "activity inspection dated",
        "activity publicity dated",
        "activity culture-sport dated",
        "activity other dated",
        "welfare other",
        "welfare hardship-aid hardship",
        "welfare pairing hardship",
        "welfare condolence-visit hardship",
        "welfare retiree-care",
        "welfare festival-gift festival",
    },
    "town-2026h2": {
        "result figure",
        "result about",
        "result in words",
        "goal = baseline progress scope due",
        "goal >= progress",
        "goal >=",
        "goal due",
        "activity training dated",
        "activity election dated",
        "activity campaign dated",
        "activity competition dated",
        "activity award dated",
        "activity culture-sport dated",
        "welfare donation hardship",
        "welfare scholarship hardship",
        "welfare hardship-aid hardship",
        "welfare hardship-aid emergency",
        "welfare condolence-visit hardship",
        "welfare insurance illness",
        "welfare insurance work-injury",
        "welfare birthday birthday",
        "welfare other",
    },
    "community-2026h2": {
        "goal due",
        "goal ~ due",
        "activity publicity dated",
        "activity meeting dated",
        "activity election dated",
        "activity inspection dated",
        "activity campaign dated",
        "activity culture-sport dated",
        "activity outing dated",
        "activity other dated",
        "welfare hardship-aid hardship",
        "welfare condolence-visit illness",
        "welfare condolence-visit family-dispute",
        "welfare condolence-visit mood",
        "welfare condolence-visit bereavement",
        "welfare condolence-visit celebration",
    },
}
"""The kinds of facts that each example shows; they are those of real plans of that sector."""


def kind_of(fact: Fact) -> str:
    """What sort of fact it is: its type, its measure or kind, and which of the telling attributes it has."""
    match fact:
        case Goal():
            measure = "keep" if fact.keep else fact.target and fact.target.comparator.value
            told = [
                measure,
                *(name for name in ("baseline", "progress", "scope", "due") if getattr(fact, name)),
            ]
        case Result():
            told = ["in words" if fact.value is None else "about" if fact.value.about else "figure"]
        case Activity():
            told = [fact.kind, fact.when and "dated"]
        case WelfareMeasure():
            told = [fact.kind, *fact.triggers]
    name = "welfare" if isinstance(fact, WelfareMeasure) else type(fact).__name__.lower()
    return " ".join([name, *filter(None, told)])


def facts(plan: Plan) -> Iterator[Fact]:
    """Every typed item of a plan."""
    return (node for _, node in plan.walk() if isinstance(node, Fact))


def squeezed(text: str) -> str:
    """The text without white space."""
    return re.sub(r"\s+", "", text)


def pieces(document: Document) -> Iterator[str]:
    """Every text of a document in reading order."""
    for block in document.blocks:
        match block:
            case Title():
                yield from (block.text, block.subtitle)
            case Addressee():
                yield block.text
            case Heading() | Text():
                yield f"{block.marker}{block.text}"
            case Grid():
                yield from (
                    block.caption,
                    block.unit.removeprefix("单位："),
                    *(column.title for column in block.columns),
                )
                yield from (cell for row in block.rows for cell in row)
            case SignOff():
                yield from (block.signature, block.date)


def printed(plan: Plan, form: str, pack: str | None = None) -> str:
    """What a reader of the printed plan sees, without white space."""
    data = KIT.rendered(plan, form, pack=pack).data
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return squeezed("".join(ET.fromstring(archive.read("word/document.xml")).itertext()))
    return squeezed(data.decode("utf-8-sig").replace("\\", ""))


def assert_in_order(text: str, wanted: Iterator[str]) -> None:
    """Each of the texts stands in `text`, none before the one that precedes it."""
    at = 0
    for piece in map(squeezed, wanted):
        found = text.find(piece, at)
        assert found >= 0, piece
        at = found + len(piece)


def test_every_example_is_accounted_for():
    """The kinds of facts are stated for each, so a new example needs a line here."""
    assert {file.stem for file in FILES} == set(KINDS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_example_has_no_fault(file):
    """The check finds nothing at all."""
    assert [finding.message("en") for finding in KIT.check(KIT.load(file))] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_example_survives_dumping(file):
    """Written out and loaded again it is the same plan."""
    plan = KIT.load(file).plan

    assert load_plan(dump_plan(plan)) == plan


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_example_shows_the_facts_of_a_real_plan(file):
    """Goals, results, activities and welfare of just these kinds stand in it."""
    assert {kind_of(fact) for fact in facts(KIT.load(file).plan)} == KINDS[file.stem]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_words_of_each_fact_stand_in_its_paragraph(file):
    """Every fact of a paragraph quotes it, and belongs to somebody unless it is already done."""
    plan = KIT.load(file).plan
    stated = [
        (node.text, fact) for _, node in plan.walk() if isinstance(node, Paragraph) for fact in node.facts
    ]

    assert stated
    assert [fact for text, fact in stated if not fact.words or fact.words not in text] == []
    assert [fact for _, fact in stated if not fact.owner and not isinstance(fact, Result)] == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_example_is_printed_whole_and_in_order(file, form):
    """Every text of the document, numbers and tables included, stands where it belongs."""
    plan = KIT.load(file).plan

    assert_in_order(printed(plan, form), pieces(KIT.compose(plan)))


@pytest.mark.parametrize("pack", [None, "neutral"])
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_the_author_wrote_is_printed_in_order(file, form, pack):
    """Also with the neutral layout: no pack is needed to print a plan."""
    plan = KIT.load(file).plan

    assert_in_order(printed(plan, form, pack), (text for _, text in texts(plan)))


def test_the_neutral_layout_leaves_out_what_only_the_pack_understands():
    """The chapters on congress and openness come from the school pack."""
    plan = KIT.load(EXAMPLES / "school-2026h2.yaml").plan

    assert "六、校务公开安排" in printed(plan, "txt")
    assert "校务公开安排" not in printed(plan, "txt", "neutral")


def test_a_typed_item_without_words_becomes_a_whole_sentence():
    """Whom it covers, what is kept, and who is responsible."""
    plan = KIT.load(EXAMPLES / "school-2026h2.yaml").plan

    assert "5.女职工工作保持先进集体称号（女教职工委员会负责）。" in printed(plan, "txt")


def test_the_figures_of_the_town_agree():
    """What was reached and what is still to come add up."""
    plan = KIT.load(EXAMPLES / "town-2026h2.yaml").plan
    goal = next(goal for _, goal in plan.goals() if goal.baseline)
    values = {result.indicator: result.value for _, result in plan.results()}

    assert goal.progress == values["新建工会"]
    assert goal.baseline.value + goal.progress.value == values["独立建会企业"].value
    assert values["劳动争议调解成功"].value <= values["受理劳动争议"].value
