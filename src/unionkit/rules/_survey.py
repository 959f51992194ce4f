"""A plan surveyed once for all rules: its items by kind, and its prose as one text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Final, NamedTuple, TypeVar, cast

import attrs

from unionkit.model import (
    Activity,
    Goal,
    Part,
    Path,
    Plan,
    Result,
    Table,
    Value,
    WelfareMeasure,
    private_paths,
    texts,
)

_T = TypeVar("_T")

_SEPARATOR: Final = "\n"
"""Between texts, which hold no line break themselves."""


@attrs.frozen(repr=False, eq=False)
class Passage(Value):
    """A text of the plan that is printed as it stands; rules about wording ask for these."""

    text: str


class Hit(NamedTuple):
    """
    Where a pattern was found.

    Attributes:
        path: Where the text stands that holds it.

        text: The text.

        start: Where in the text it begins.

        end: Where in the text it ends.

        match: The match; its positions are those of all prose together.
    """

    path: Path
    text: str
    start: int
    end: int
    match: re.Match[str]

    @property
    def words(self) -> str:
        """What was found."""
        return self.text[self.start : self.end]

    @property
    def nth(self) -> int:
        """Which occurrence of these words in the text it is, from 1."""
        return self.text.count(self.words, 0, self.start) + 1

    def around(self, before: int = 4, after: int = 6) -> str:
        """Return the words with some of what stands about them."""
        return self.text[max(0, self.start - before) : self.end + after]


class Survey:
    """
    What rules ask of a whole plan; each answer is found when the first of them asks.

    Attributes:
        plan: The plan.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.nodes = tuple(plan.walk())
        self._found: dict[str, bool] = {}
        self._answers: dict[str, object] = {}

    def once(self, question: str, answer: Callable[[Survey], _T]) -> _T:
        """
        Return what a function makes of this survey; it is asked once for all rules.

        Args:
            question: A name for it, unique among all functions.

            answer: The function.
        """
        if question not in self._answers:
            self._answers[question] = answer(self)
        return cast("_T", self._answers[question])

    def _of(self, kind: type[_T]) -> tuple[tuple[Path, _T], ...]:
        return tuple((path, node) for path, node in self.nodes if isinstance(node, kind))

    @cached_property
    def activities(self) -> tuple[tuple[Path, Activity], ...]:
        """Every activity, in reading order, with its path."""
        return self._of(Activity)

    @cached_property
    def welfare(self) -> tuple[tuple[Path, WelfareMeasure], ...]:
        """Every welfare measure, in reading order, with its path."""
        return self._of(WelfareMeasure)

    @cached_property
    def goals(self) -> tuple[tuple[Path, Goal], ...]:
        """Every goal, in reading order, with its path."""
        return self._of(Goal)

    @cached_property
    def results(self) -> tuple[tuple[Path, Result], ...]:
        """Every result, in reading order, with its path."""
        return self._of(Result)

    @cached_property
    def parts(self) -> tuple[tuple[Path, Part], ...]:
        """Every part, in reading order, with its path."""
        return self._of(Part)

    @cached_property
    def tables(self) -> tuple[tuple[Path, Table], ...]:
        """Every table, in reading order, with its path."""
        return self._of(Table)

    @cached_property
    def _private(self) -> frozenset[Path]:
        return frozenset(private_paths(self.plan, self.nodes))

    @cached_property
    def _private_depths(self) -> frozenset[int]:
        return frozenset(map(len, self._private))

    def private_part(self, path: Path) -> Path | None:
        """Return what belongs to a named person, where a place lies in it: a private item, a member of a committee."""
        if path[:2] == ("organization", "committees") and path[3:4] == ("members",):
            return path[:5]
        if self._private:
            return next(
                (path[:depth] for depth in self._private_depths if path[:depth] in self._private), None
            )
        return None

    def is_private(self, path: Path) -> bool:
        """Whether a place belongs to a named person."""
        return self.private_part(path) is not None

    def words_at(self, path: Path) -> frozenset[str]:
        """Return every text that stands at a place, or within what stands there."""
        return frozenset(_texts_in(self.plan.value_at(path)))

    # ------------------------------------------------------------ prose

    @cached_property
    def passages(self) -> tuple[tuple[Path, str], ...]:
        """Every text that is printed as it stands, with its path."""
        return tuple(texts(self.plan))

    @cached_property
    def prose(self) -> str:
        """All of them together, one a line."""
        return _SEPARATOR.join(text for _, text in self.passages)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for _, text in self.passages:
            starts.append(at)
            at += len(text) + len(_SEPARATOR)
        return starts

    def hits(self, pattern: re.Pattern[str]) -> Iterator[Hit]:
        """Yield every match of a pattern in the prose that lies within one text; empty ones are left out."""
        passages, starts = self.passages, self._starts
        for match in pattern.finditer(self.prose):
            start, end = match.span()
            at = bisect_right(starts, start) - 1
            path, text = passages[at]
            begin = starts[at]
            if start < end <= begin + len(text):
                yield Hit(path, text, start - begin, end - begin, match)

    def mentions(self, words: str) -> bool:
        """Whether the prose, or the name of an activity, welfare measure or goal, holds a match of a pattern."""
        found = self._found.get(words)
        if found is None:
            found = self._found[words] = re.search(words, self.all_words) is not None
        return found

    @cached_property
    def all_words(self) -> str:
        """The prose, and the names of items whose wording is generated, one a line."""
        named = [item.title for _, item in self.activities]
        named += [item.title for _, item in self.welfare]
        named += [item.indicator for _, item in self.goals]
        named += [item.indicator for _, item in self.results]
        return _SEPARATOR.join((self.prose, *named))


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from _texts_in(entry)
    elif isinstance(value, Value):
        for field in attrs.fields(cast("type[Any]", type(value))):
            yield from _texts_in(getattr(value, field.name))
