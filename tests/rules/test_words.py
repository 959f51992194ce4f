"""Lexicons of packs: what their words find and mend, and what is said of a broken file."""

from __future__ import annotations

import datetime as dt
import sys
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit import Kit, Plan, hookimpl
from unionkit.model import Paragraph, Part, Period
from unionkit.rules import CONVENTION, Lexicon, Settings, Severity, Word, WordRule

TABLES = """
words:
  - {wrong: 休疗养|疗修养, right: 疗休养, why: 写错了, why_en: misspelt}
  - {wrong: 保护监察员, take: 监察, right: 监督检查, why: 名称不对, why_en: not its name}
  - {wrong: 下岗职工, right: 失业人员, since: 2010-01-01, unless: 原国有, why: 旧称, why_en: out of use}
cars: 公务用车
broken: '('
nested: {deeper: '[一二]'}
groups:
  - {wrong: (a)b, right: c}
unknown:
  - {wrong: a, rihgt: b}
empty:
  - {wrong: a*, right: b}
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory):
    """A lexicon of a package, and rules that go by it."""
    folder = tmp_path_factory.mktemp("words")
    (folder / "sample_words" / "data").mkdir(parents=True)
    (folder / "sample_words" / "__init__.py").write_text("")
    for name, text in (("lexicon", TABLES), ("malformed", "words: ["), ("list", "- a\n")):
        (folder / "sample_words" / "data" / f"{name}.yaml").write_text(text, encoding="utf-8")
    sys.path.insert(0, str(folder))
    yield Lexicon("sample_words")
    sys.path.remove(str(folder))
    sys.modules.pop("sample_words", None)


def kit_of(lexicon: Lexicon, table: str = "words") -> Kit:
    """A Kit with one rule."""

    class WrongWord(WordRule):
        """Reports words that should be others."""

        code, slug, title_zh, title_en = "ABC101", "wrong-word", "用词不规范", "wrong word"
        severity, basis, fixable = Severity.WARNING, CONVENTION, True
        wording: ClassVar = {
            "zh": "“{wrong}”应为“{right}”：{why}。",
            "en": "“{wrong}” should be “{right}”: {why}.",
        }

    WrongWord.lexicon, WrongWord.table = lexicon, table

    class Plugin:
        @hookimpl
        def unionkit_rules(self):
            return [WrongWord()]

    return Kit(discover=False, plugins=[Plugin()], strict=True)


def found(kit: Kit, text: str, *, year: int | None = 2026) -> list[str]:
    """The messages of the rule."""
    plan = Plan(period=Period(year=year, half=2), content=(Paragraph(text=text),))
    return [finding.message("zh") for finding in kit.check(plan) if finding.code == "ABC101"]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("做好休疗养工作。", ["“休疗养”应为“疗休养”：写错了。"]),
        ("做好疗休养工作。", []),
        ("设劳动保护监察员。", ["“保护监察员”应为“保护监督检查员”：名称不对。"]),
        (
            "帮助下岗职工，也办好疗修养。",
            ["“下岗职工”应为“失业人员”：旧称。", "“疗修养”应为“疗休养”：写错了。"],
        ),
        ("帮助原国有企业下岗职工。", []),
        ("宣讲《休疗养办法》。", []),
        ("改掉“休疗养”的写法。", []),
    ],
)
def test_words_are_found_where_they_should_be_others(lexicon, text, messages):
    """Not within quotation marks, nor beside the words with which they pass."""
    assert found(kit_of(lexicon), text) == messages


@pytest.mark.parametrize(("year", "count"), [(2009, 0), (2010, 1), (None, 0)])
def test_a_word_goes_out_of_use_on_a_day(lexicon, year, count):
    """Plans of before are judged by the words of their time; of no year, not at all."""
    assert len(found(kit_of(lexicon), "帮助下岗职工。", year=year)) == count


def test_what_looks_back_may_use_the_words_of_its_time(lexicon):
    """A review tells of what was."""
    review = Part(role="review", heading="上半年回顾", content=(Paragraph(text="办了休疗养。"),))
    plan = Plan(period=Period(year=2026, half=2), content=(review,))

    assert [each for each in kit_of(lexicon).check(plan) if each.code == "ABC101"] == []


@given(st.lists(st.sampled_from(["休疗养", "疗修养", "下岗职工", "保护监察员", "，", "工作"]), max_size=8))
def test_what_was_mended_is_found_no_more(lexicon, words):
    """However often they stand in a text."""
    plan = Plan(period=Period(year=2026, half=2), content=(Paragraph(text="".join(words)),))
    kit = kit_of(lexicon)
    alone = Settings(select=("ABC101",))
    mended = kit.fix(plan, settings=alone).plan

    assert list(kit.check(mended, settings=alone)) == []


def test_tables_are_plain_values_and_patterns(lexicon):
    """Under the keys of the file."""
    assert lexicon.table("cars") == "公务用车"
    assert lexicon.pattern("nested", "deeper").search("第二") is not None
    assert lexicon.words()[2] == Word(
        wrong="下岗职工",
        right="失业人员",
        since=dt.date(2010, 1, 1),
        unless="原国有",
        why="旧称",
        why_en="out of use",
    )


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda each: each.table("none"), "there is no none"),
        (lambda each: each.table("cars", "deeper"), "there is no cars.deeper"),
        (lambda each: each.pattern("broken"), "broken: "),
        (lambda each: each.pattern("words"), "words: "),
        (lambda each: each.words("groups"), r"groups\[0\]: the pattern has a group"),
        (lambda each: each.words("empty"), r"empty\[0\]: the pattern has a group, or matches nothing"),
        (lambda each: each.words("unknown"), r"unknown\[0\]: .*rihgt"),
        (lambda each: Lexicon(each.package, "malformed.yaml").table("words"), "malformed.yaml: .*line 2"),
        (lambda each: Lexicon(each.package, "list.yaml").table("words"), "list.yaml: it holds no tables"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(lexicon, ask, said):
    """By file and entry."""
    with pytest.raises(ValueError, match=rf"sample_words/data/.*{said}"):
        ask(lexicon)


def test_a_broken_lexicon_stops_one_rule_only(lexicon):
    """The finding names the file; all other rules go on."""
    report = kit_of(Lexicon(lexicon.package, "malformed.yaml")).check(
        Plan(period=Period(year=2026, half=2), content=(Paragraph(text="做好20xx年的休疗养工作。"),))
    )
    codes = {finding.code for finding in report}

    assert codes >= {"UK902", "UK701"}
    assert any("malformed.yaml" in finding.message("zh") for finding in report if finding.code == "UK902")
