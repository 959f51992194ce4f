"""Chinese and English: whatever the pack says, it says in both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from importlib import resources
from typing import get_args

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, nodes

import unionkit_pack_school
from unionkit import Kit, Plan
from unionkit.document import Grid, Heading, Text
from unionkit.errors import Lang
from unionkit.model import Organization, Target, texts
from unionkit_pack_school import SCHOOL

KITS = {
    lang: Kit(discover=False, plugins=[unionkit_pack_school], strict=True, lang=lang)
    for lang in get_args(Lang)
}
RULES = [rule for rule in KITS["zh"].rules if rule.pack == SCHOOL.name]
FOLDER = resources.files(unionkit_pack_school) / "templates"
TEMPLATES = sorted(file.name for file in FOLDER.iterdir() if file.name.endswith(".j2"))
HAN = re.compile("[\u4e00-\u9fff]")
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")  # with its punctuation
LATIN = re.compile("[A-Za-z]")


# ------------------------------------------------------------------ starters

NAMES = (
    "kind",
    "trigger",
    "role",
    "sector",
    "region",
    "pack",
    "wording",
    "when",
    "proposals",
    "start",
    "end",
    "day",
)
"""What is no prose, and so the same in both languages."""


def skeleton(value: object, name: str = "") -> object:
    """What is left of a plan without its prose: structure, names, times and all figures."""
    match value:
        case str() if not isinstance(value, Enum) and name not in NAMES:
            return bool(value), re.findall(r"\d+", value)
        case Mapping():
            return {key: skeleton(entry, key) for key, entry in value.items()}
        case list() | tuple():
            return [skeleton(entry, name) for entry in value]
        case Target():  # its unit is a word
            return value.comparator, value.value, value.upper
        case _ if attrs.has(type(value)):
            fields = {
                field.name: skeleton(getattr(value, field.name), field.name)
                for field in attrs.fields(type(value))
            }
            return type(value).__name__, fields
        case _:
            return value


WHENS = [{"half": 1}, {"half": 2}, {"term": 1}, {"term": 2}]


@settings(deadline=None)
@given(
    year=st.integers(2024, 2035),
    when=st.sampled_from(WHENS),
    staff=st.sampled_from([1, 9, 60, 79, 80, 190, 4000]),
    share=st.sampled_from([0, 1, 2, 3]),
    chosen=st.integers(0, 255),
)
def test_the_starters_are_the_same_plan(year, when, staff, share, chosen):
    """Parts, items, kinds, times and figures agree, whatever was answered; only the words differ."""
    half = when.get("half") or 3 - when["term"]
    choices = next(each for each in SCHOOL.questions_of(half) if each.kind == "choices").choices
    answers = {
        "staff": staff,
        "members": staff,
        "women": staff * share // 3,
        "delegates": staff,
        "hardship": min(share, staff),
        "activities": [choice.name for at, choice in enumerate(choices) if chosen >> at & 1],
    }
    zh, en = (
        skeleton(KITS[lang].loads(KITS[lang].new("school", year=year, answers=answers, **when)).plan)
        for lang in ("zh", "en")
    )

    assert zh == en


@pytest.mark.parametrize("staff", [60, 190])
@pytest.mark.parametrize("when", WHENS, ids=str)
def test_each_starter_speaks_its_own_language(when, staff):
    """In the English one only times, accounts and the province are Chinese: the program reads them. Comments count too."""
    answers = {"staff": staff, "members": 50, "women": 5, "delegates": 20}
    zh, en = (KITS[lang].new("school", year=2027, answers=answers, **when) for lang in ("zh", "en"))
    read = r"\b(when|proposals|region|account): [^,}\s]+"

    assert [line for line in re.sub(read, "", en).splitlines() if CHINESE.search(line)] == []
    assert "← " in en
    assert [text for _, text in texts(KITS["zh"].loads(zh).plan) if LATIN.search(text)] == []


# ------------------------------------------------------------------ templates


def unsaid(node: nodes.Node) -> Iterator[str]:
    """Words of a template that stand outside of ``say``, or have no other language there."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "say":
        zh, en = (fixed(argument) for argument in node.args)
        if CHINESE.search(en) or LATIN.search(zh) or not CHINESE.search(zh) or not en.strip():
            yield f"say({zh!r}, {en!r})"
        return
    if isinstance(node, nodes.Const | nodes.TemplateData):
        said = str(getattr(node, "value", getattr(node, "data", "")))
        if CHINESE.search(said):
            yield said
    for child in node.iter_child_nodes():
        yield from unsaid(child)


def fixed(node: nodes.Node) -> str:
    """All fixed words of an expression."""
    consts = [node] if isinstance(node, nodes.Const) else node.find_all(nodes.Const)
    return "".join(str(const.value) for const in consts)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_fixed_word_of_a_template_is_said_in_both_languages(name):
    """Chinese stands only where English stands beside it."""
    source = (FOLDER / name).read_text(encoding="utf-8")

    assert list(unsaid(Environment(autoescape=True).parse(source))) == []


@pytest.mark.parametrize(
    "source",
    [
        "公示",
        '{{ text("公示") }}',
        '{{ text(say("公示", "")) }}',
        '{{ text(say("公示", "公示")) }}',
        '{{ text(say("", "Posted")) }}',
        '{{ text(say("Posted", "Posted")) }}',
        '{{ text(say("公示", "Posted") ~ "。") }}',
    ],
)
def test_a_word_in_one_language_only_is_noticed(source):
    """The test before this one would fail."""
    assert len(list(unsaid(Environment(autoescape=True).parse(source)))) == 1


def some_data(word: str) -> st.SearchStrategy[dict[str, object]]:
    """All that a plan may hold for schools, some of it left out, with this as its only word."""
    words, counts = st.just(word), st.just(3)
    entry = {"form": words, "when": words, "responsible": words, "audience": words}
    return st.fixed_dictionaries(
        {},
        optional={
            "congress": st.fixed_dictionaries(
                {},
                optional={
                    **dict.fromkeys(("session", "when", "proposals"), words),
                    **dict.fromkeys(("delegates", "teachers", "women", "young", "present"), counts),
                    "agenda": st.lists(words, max_size=3),
                },
            ),
            "last_congress": st.fixed_dictionaries(
                {"day": st.just("2026-03-18")}, optional={"proposals": counts, "answered": counts}
            ),
            "openness": st.lists(st.fixed_dictionaries({"topic": words}, optional=entry), max_size=3),
            "posting": st.fixed_dictionaries(
                {},
                optional={
                    **dict.fromkeys(("supervisor", "contact", "place"), words),
                    "start": st.just("2026-09-01"),
                    "end": st.just("2026-09-15"),
                },
            ),
        },
    )


def said(kit: Kit, data: Mapping[str, object], word: str) -> Iterator[str]:
    """What the sections of the pack print; the numbers before headings and items are the core's."""
    plan = Plan(pack="school", organization=Organization(name=word), data={"school": data})
    for paper in (None, "openness-notice"):
        for block in kit.compose(plan, paper=paper).blocks:
            match block:
                case Heading() | Text():
                    yield block.text
                case Grid():
                    yield from (column.title for column in block.columns)
                    yield from (cell for row in block.rows for cell in row)
                    yield from (block.caption, block.unit)
                case _:
                    pass


@settings(deadline=None)
@given(data=some_data("word"))
def test_in_english_the_templates_say_nothing_in_chinese(data):
    """Whatever is there and whatever is left out."""
    assert [text for text in said(KITS["en"], data, "word") if CHINESE.search(text)] == []


@settings(deadline=None)
@given(data=some_data("文字"))
def test_in_chinese_the_templates_say_nothing_in_english(data):
    """The other way round."""
    assert [text for text in said(KITS["zh"], data, "文字") if LATIN.search(text)] == []


def test_the_chapters_are_worded_in_english():
    """As one would write them."""
    data = {
        "congress": {
            "session": "The second session",
            "when": "late September",
            "delegates": 60,
            "teachers": 45,
            "women": 34,
            "young": 12,
            "present": 58,
            "proposals": "early September",
            "agenda": ["Hear the report.", "Adopt the rules"],
        },
        "last_congress": {"day": "2026-03-18", "proposals": 18, "answered": 15},
        "openness": [{"topic": "Canteen accounts"}],
        "posting": {"supervisor": "A group", "start": "2026-09-01", "end": "2026-09-15"},
    }
    printed = list(said(KITS["en"], data, "A union"))

    assert printed[:9] == [
        "The staff congress",
        (
            "The second session is to meet (late September), delegates: 60"
            " (teachers: 45, women: 34, young teachers: 12), expected: 58."
        ),
        "Proposals of delegates are collected: early September.",
        "The last session met on 18 March 2026, proposals: 18, answered: 15.",
        "Main points of the agenda:",
        "Hear the report;",
        "Adopt the rules.",
        "Open school affairs",
        "The following school affairs are made known in this period:",
    ]
    assert printed[-2:] == ["Supervised by: A group", "Posted: from 1 September 2026 to 15 September 2026"]


# ------------------------------------------------------------------ papers


@pytest.mark.parametrize("paper", SCHOOL.papers, ids=lambda paper: paper.name)
def test_a_paper_is_headed_in_the_language_asked_for(paper):
    """The title of the document is the paper's."""
    titles = {lang: kit.compose(Plan(pack="school"), paper=paper.name).title for lang, kit in KITS.items()}

    assert titles == {"zh": paper.title, "en": paper.title_en}
