"""What a template pack is: all that one sector's plans need, as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any, Final

import attrs

from unionkit.document import DEFAULT_LAYOUT, Paper
from unionkit.errors import Lang
from unionkit.model import Value, Vocabulary
from unionkit.model.validators import to_tuple

from ._question import Question

NEUTRAL: Final = "neutral"
"""Stands where the name of a pack may stand, and means none; so no pack is called that."""


def _to_names(names: Iterable[str]) -> tuple[str, ...]:
    if isinstance(names, str):
        raise TypeError(f"a layout is a list of names of sections, not one text ({names!r})")
    return tuple(names)


def _to_papers(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    return tuple(papers)


def _is_name(_instance: object, _attribute: attrs.Attribute[Any], name: object) -> None:
    if not isinstance(name, str) or not name.strip() or name == NEUTRAL:
        raise ValueError(f"{name!r} cannot be the name of a pack")


def _is_class(_instance: object, _attribute: attrs.Attribute[Any], given: object) -> None:
    named = isinstance(given, str) and re.fullmatch(r"[\w.]+:\w+", given)
    if not (given is None or isinstance(given, type) or named):
        raise ValueError(f"the data of a pack is a class, or its name as module:Class, not {given!r}")


def _is_version(_instance: object, _attribute: attrs.Attribute[Any], version: object) -> None:
    if not isinstance(version, str) or not re.fullmatch(r"\d+\.\d+", version):
        raise ValueError(f"the core version that a pack requires is major.minor, not {version!r}")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Pack(Value):
    """
    A template pack (模板包): what a distribution knows about the plans of one sector.

    Its sections, rules and renderers come in by hooks of their own; all the rest are fields of this class.

    Attributes:
        name: Its name, as plans give it under ``pack``.

        package: The package that holds its folder ``templates``; usually ``__name__``.

        title: What it is for, in Chinese.

        title_en: The same in English.

        sector: The sector of the vocabulary that it serves; empty for none in particular.

        layout: Names of sections in the order in which they are printed. Content that none of them claims is
            printed where ``body`` stands, or last.

        papers: Further documents made from a plan.

        starters: Template of the starter plan in the folder ``templates``, by half year and language.

        questions: What its starters ask for, in the order in which it is asked. Two questions of one name are for
            different halves of the year.

        terms: Its starters also serve school terms: that of the second half the autumn term, that of the first half the
            spring term.

        vocabulary: Names that plans of this pack may use besides those of the core.

        data_class: The attrs class of what stands in a plan under ``data`` and the pack's name, given as ``data``; None: nothing
            does. Given as text, ``module:Class``, it is imported when a plan holds such data: a program that has several packs
            installed need not wait for the types of all.

        almanac: Name of a file of almanac data in its folder ``data``: festivals, seasons, school years, holidays that its
            plans go by; empty: none.

        law: Name of a parameter file in its folder ``data``: limits and duties that its rules ask for, or that add to those
            of the core; empty: none.

        requires: The core version that it needs, as ``major.minor``; a newer core of the same major fits too.
    """

    name: str = attrs.field(validator=_is_name)
    package: str
    title: str
    title_en: str
    sector: str = ""
    layout: tuple[str, ...] = attrs.field(default=DEFAULT_LAYOUT, converter=_to_names)
    papers: tuple[Paper, ...] = attrs.field(default=(), converter=_to_papers)
    starters: Mapping[tuple[int, Lang], str] = attrs.field(factory=dict)
    questions: tuple[Question, ...] = attrs.field(default=(), converter=to_tuple)
    terms: bool = False
    vocabulary: Vocabulary = attrs.field(
        factory=Vocabulary, validator=attrs.validators.instance_of(Vocabulary)
    )
    data_class: type | str | None = attrs.field(default=None, alias="data", validator=_is_class)
    almanac: str = ""
    law: str = ""
    requires: str = attrs.field(default="0.1", validator=_is_version)

    @questions.validator
    def _are_told_apart(self, _attribute: attrs.Attribute[Any], questions: tuple[Question, ...]) -> None:
        for half in (1, 2):
            asked: dict[str, Question] = {}
            for question in (each for each in questions if half in each.halves):
                if question.name in asked:
                    raise ValueError(f"two questions are called {question.name!r} in half {half}")
                if question.at_most and (
                    question.at_most not in asked or asked[question.at_most].kind != "count"
                ):
                    raise ValueError(
                        f"{question.name!r} is at most {question.at_most!r}, which is no earlier count"
                    )
                asked[question.name] = question

    @property
    def data(self) -> type | None:
        """
        The class of its data, imported where only its name is known.

        Raises:
            ImportError, AttributeError: There is no such module or class.
        """
        if not isinstance(self.data_class, str):
            return self.data_class
        module, _, name = self.data_class.partition(":")
        found: type = getattr(import_module(module), name)
        return found

    def questions_of(self, half: int) -> tuple[Question, ...]:
        """Return what the starter of a half year asks for, in order."""
        return tuple(question for question in self.questions if half in question.halves)
