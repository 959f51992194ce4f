"""Checks: Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from unionkit.errors import UnionkitError
from unionkit.model import Vocabulary
from unionkit.testing._printed import strings_of

from ._base import PackChecks
from ._contract import none_of

_HAN: Final = re.compile("[\u4e00-\u9fff]+")
_LATIN: Final = re.compile("[A-Za-z]")


class LanguageChecks(PackChecks):
    """What an officer reads exists in Chinese and English."""

    def test_titles_exist_in_both_languages(self) -> None:
        """Packs, papers, and sections with a title are called something in Chinese and in English."""
        problems: list[str] = []
        for pack in self.examined.found.packs:
            problems += _both(f"the pack {pack.name!r}", pack.title, pack.title_en)
            for paper in pack.papers:
                problems += _both(f"the paper {paper.name!r}", paper.title, paper.title_en)
        for section in self.examined.found.sections:
            if section.title or section.title_en or section.headed:
                problems += _both(f"the section {section.name!r}", section.title, section.title_en)
        none_of(problems)

    def test_terms_exist_in_both_languages(self) -> None:
        """Each term of the vocabulary has a Chinese and an English word, and stands under its own name."""
        problems: list[str] = []
        for pack in self.examined.found.packs:
            for field in attrs.fields(Vocabulary):
                for name, term in getattr(pack.vocabulary, field.name).items():
                    where = f"the term {name!r} of {field.name}"
                    problems += _both(where, term.zh, term.en)
                    if term.name != name:
                        problems.append(f"{where} calls itself {term.name!r}")
        none_of(problems)

    def test_questions_exist_in_both_languages(self) -> None:
        """Each question of the starters, and each of its choices, is worded in Chinese and in English."""
        problems: list[str] = []
        for pack in self.examined.found.packs:
            for question in pack.questions:
                where = f"the question {question.name!r}"
                problems += _both(where, question.title, question.title_en)
                for choice in question.choices:
                    problems += _both(f"{where}: the choice {choice.name!r}", choice.zh, choice.en)
        none_of(problems)

    def test_english_output_is_english(self) -> None:
        """In English, the sections and papers of the pack say nothing in Chinese but what the plan itself says."""
        problems: list[str] = []
        for pack in self.examined.packs:
            kit = self.examined.kits["en"]
            plans = [
                plan
                for (name, lang, _), (_, plan) in self.examined.starters.items()
                if (name, lang) == (pack.name, "en")
            ]
            plans += [plan for _, plan in self.examined.plans[pack.name][:2]]
            for plan in plans:
                said = repr(plan)
                for section in self.examined.sections_of(pack):
                    try:
                        document = kit.compose(plan, section=section.name)
                    except UnionkitError:
                        continue  # another check says why
                    for block in document.blocks:
                        problems += [
                            f"the section {section.name!r} says “{words}” in English output: “{text[:60]}”"
                            for text in strings_of(block)
                            for words in _HAN.findall(_without_names(text))
                            if words not in said
                        ]
        none_of(problems)


def _without_names(text: str) -> str:
    """The text without the words that its plan is made of."""
    return re.sub("词[0-9]{3}止", "", text)


def _both(where: str, zh: str, en: str) -> Iterator[str]:
    """What is missing of two words for the same."""
    if not _HAN.search(zh):
        yield f"{where} has no Chinese title (“{zh}”)"
    if not _LATIN.search(en):
        yield f"{where} has no English title (“{en}”)"
    elif _HAN.search(en):
        yield f"{where} has Chinese in its English title: “{en}”"
