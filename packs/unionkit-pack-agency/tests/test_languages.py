"""Chinese and English starters are one plan in two languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import get_args

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_agency
from unionkit import Kit
from unionkit.errors import Lang
from unionkit.model import Target, texts
from unionkit.testing import answers
from unionkit_pack_agency import AGENCY
from unionkit_pack_agency._lexicon import LEXICON

KITS = {
    lang: Kit(discover=False, plugins=[unionkit_pack_agency], strict=True, lang=lang)
    for lang in get_args(Lang)
}
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")  # with its punctuation
NAMES = (
    "kind",
    "triggers",
    "role",
    "sector",
    "region",
    "pack",
    "wording",
    "when",
    "report",
    "checkup",
    "talk",
    "first",
)
"""What is no prose, and so the same in both languages."""


def skeleton(value: object, name: str = "") -> object:
    """What is left of a plan without its prose: structure, names, times and amounts."""
    match value:
        case str() if not isinstance(value, Enum) and name not in NAMES:
            return bool(value)
        case Mapping():
            return {key: skeleton(entry, key) for key, entry in value.items()}
        case list() | tuple():
            return [skeleton(entry, name) for entry in value]
        case Target():  # its unit is a word
            return value.comparator, value.value, value.upper
        case _ if attrs.has(type(value)):
            return type(value).__name__, {
                field.name: skeleton(getattr(value, field.name), field.name)
                for field in attrs.fields(type(value))
            }
        case _:
            return value


@settings(max_examples=25, deadline=None)
@given(data=st.data(), year=st.integers(2024, 2035), half=st.sampled_from([1, 2]))
def test_the_starters_are_the_same_plan(data, year, half):
    """Parts, items, kinds, times and amounts agree for any answers; only the words differ."""
    told = data.draw(answers(AGENCY, half=half))
    zh, en = (
        skeleton(KITS[lang].loads(KITS[lang].new("agency", year=year, half=half, answers=told)).plan)
        for lang in ("zh", "en")
    )

    assert zh == en


@pytest.mark.parametrize("half", [1, 2])
def test_the_english_starter_is_chinese_only_where_the_program_reads_it(half):
    """Times, accounts and the province; comments are English too."""
    zh, en = (KITS[lang].new("agency", year=2027, half=half) for lang in ("zh", "en"))
    read = r"\b(when|report|checkup|talk|region|account): [^,}\n]+"

    assert [line for line in re.sub(read, "", en).splitlines() if CHINESE.search(line)] == []
    assert zh.count("←") == en.count("←") > 10
    assert [text for _, text in texts(KITS["zh"].loads(zh).plan) if re.search("[A-Za-z]", text)] == []


def test_every_word_of_the_lexicon_is_explained_in_both_languages():
    """Its pattern compiles, and what it leads to is not wrong itself."""
    for word in LEXICON.words():
        assert CHINESE.search(word.why)
        assert not CHINESE.search(word.why_en)
        assert not re.search(word.wrong, word.right)
