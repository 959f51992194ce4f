"""Drawn text looks like that of plans, and some of it is whatever else the model takes."""

from __future__ import annotations

import re
import sys
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given

from unionkit.errors import InvalidTextError
from unionkit.model import Data, check_text, texts
from unionkit.testing import free_lines, lines, plans, prose
from unionkit.testing._text import HOSTILE, NO_CATEGORIES, NO_CHARACTERS, WORDS
from unionkit.testing._words import BEGINNINGS, ENDINGS, PHRASES, SENTENCES, sentence

from .drawing import drawn, sample

HAN = re.compile("[\u4e00-\u9fff]{2}")


@given(text=lines() | lines(filled=True) | prose())
def test_lines_are_taken_by_the_model(text: str) -> None:
    """Whatever stands in them."""
    assert check_text(text) == text


@given(text=lines(filled=True))
def test_filled_lines_have_something_to_see(text: str) -> None:
    """Whatever blanks stand around it."""
    assert text.strip()


@given(text=free_lines())
def test_free_lines_are_taken_as_data(text: str) -> None:
    """Breaks and all."""
    assert Data({"note": text})["note"] == text


def test_any_character_that_the_model_takes_can_be_drawn() -> None:
    """Of all of Unicode."""
    every = map(chr, range(sys.maxunicode + 1))
    wrong = [
        f"U+{ord(char):04X}"
        for char in every
        if _is_taken(char) != (unicodedata.category(char) not in NO_CATEGORIES and char not in NO_CHARACTERS)
    ]

    assert wrong == ["U+0009"]
    assert "\t" in HOSTILE


def _is_taken(char: str) -> bool:
    with suppress(InvalidTextError):
        return check_text(char) == char
    return False


def test_words_are_text() -> None:
    """Each that plans are made of can be seen; the hostile ones need not."""
    for piece in (*WORDS, *PHRASES):
        assert check_text(piece).strip()
    for piece in HOSTILE:
        assert check_text(piece)


def test_sentences_are_all_different() -> None:
    """Each number is another."""
    found = {sentence(number) for number in range(SENTENCES)}

    assert len(found) == SENTENCES == len(BEGINNINGS) * len(PHRASES) * len(ENDINGS)


@pytest.mark.parametrize("strategy", [lines(), lines(filled=True), prose()], ids=repr)
def test_some_text_is_of_plans_and_some_is_anything(strategy: object) -> None:
    """A good share of each, and some of it from far away in Unicode."""
    found = drawn(strategy, 400)
    chinese = sum(HAN.search(text) is not None for text in found)
    rare = sum(any(unicodedata.category(char) in {"Cn", "Co", "Lo", "So"} and not "\u4e00" <= char <= "\u9fff"
                   for char in text) for text in found)  # fmt: skip

    assert chinese >= 100
    assert rare >= 5
    assert max(map(len, found)) >= 15


def test_plans_are_mostly_chinese() -> None:
    """Titles, headings and paragraphs read like those of a union; yet many a plan has something strange in it."""
    found = [[text for _, text in texts(plan) if text.strip()] for plan in sample(plans, 300)]
    filled = [text for each in found for text in each]

    assert sum(HAN.search(text) is not None for text in filled) >= len(filled) / 2
    assert sum(any(piece in text for text in each for piece in HOSTILE) for each in found) >= len(found) / 3
