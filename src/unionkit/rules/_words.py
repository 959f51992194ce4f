"""Lexicons (词表): files of words that rules look for, and rules that write one name for another."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from typing import Any, ClassVar, Final, cast

import attrs

from unionkit.model import Value

from ._finding import Finding, Worded
from ._fix import text_fix
from ._rule import Check, TextRule
from ._survey import Hit

_STOPS: Final = "。；;！？"
_QUOTES: Final = {"“": "”", "《": "》", "「": "」"}


def sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a place: up to 。；！？ on either side."""
    return text[_begin(text, start, _STOPS) : _finish(text, end, _STOPS)]


def clause(text: str, start: int, end: int) -> str:
    """Return the clause around a place: up to a comma, colon or stop on either side."""
    return text[_begin(text, start, _STOPS + "，,：:") : _finish(text, end, _STOPS + "，,：:")]


def _begin(text: str, start: int, stops: str) -> int:
    return max(text.rfind(stop, 0, start) for stop in stops) + 1


def _finish(text: str, end: int, stops: str) -> int:
    found = [at for at in (text.find(stop, end) for stop in stops) if at >= 0]
    return min(found, default=len(text))


def is_quoted(hit: Hit) -> bool:
    """Whether a hit stands within quotation marks or the marks of a title."""
    before = hit.text[: hit.start]
    marked = any(before.count(opening) > before.count(closing) for opening, closing in _QUOTES.items())
    return marked or (before.count('"') % 2 == 1 and '"' in hit.text[hit.end :])


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Word(Value):
    """
    A word of a lexicon that should be another; its attributes are the keys in the file.

    Attributes:
        wrong: What is written, a regular expression without groups.

        right: What should stand there.

        take: The part of it that is wrong, letter by letter; empty: all of it.

        why: Why, in Chinese.

        why_en: The same in English.

        since: The day from which it is wrong, or None: always.

        unless: Words of the same clause with which it passes, a regular expression; empty: none.
    """

    wrong: str
    right: str
    take: str = ""
    why: str = ""
    why_en: str = ""
    since: dt.date | None = None
    unless: str = ""

    def mended(self, found: str) -> str:
        """Return what should stand in the place of what was found."""
        return found.replace(self.take, self.right, 1) if self.take else self.right

    @property
    def reason(self) -> Worded:
        """Why, in the language of a message."""
        return Worded(self.why, self.why_en)


class Lexicon:
    """
    A file of words in the folder ``data`` of a package, read when a rule first asks.

    It is YAML, a mapping of tables: lists of words (:class:`Word`), patterns, or whatever the rules of the package make
    of it. What is wrong in it shows as a finding about the rule that asked (UK902).

    Attributes:
        package: The package, usually ``__package__``.

        file: Name of the file.
    """

    def __init__(self, package: str, file: str = "lexicon.yaml") -> None:
        self.package = package
        self.file = file
        self._words: dict[str, tuple[Word, ...]] = {}

    @property
    def name(self) -> str:
        """What errors call the file."""
        return f"{self.package}/data/{self.file}"

    @cached_property
    def _tables(self) -> Mapping[str, Any]:
        import yaml  # noqa: PLC0415 -- nothing is read before a plan is checked

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        text = files(self.package).joinpath("data", self.file).read_text(encoding="utf-8")
        try:
            tables = yaml.load(text, loader)  # noqa: S506 -- a safe one
        except yaml.YAMLError as error:
            raise ValueError(f"{self.name}: {' '.join(str(error).split())}") from error
        if not isinstance(tables, Mapping):
            raise ValueError(f"{self.name}: it holds no tables")  # noqa: TRY004 -- its value is wrong, not a type of ours
        return tables

    def table(self, *keys: str) -> Any:
        """
        Return what stands in the file under these keys, as plain values.

        Raises:
            ValueError: The file is malformed, or has no such key.
            OSError: It cannot be read.
        """
        found: Any = self._tables
        for key in keys:
            if not isinstance(found, Mapping) or key not in found:
                raise ValueError(f"{self.name}: there is no {'.'.join(keys)}")
            found = found[key]
        return found

    def words(self, table: str = "words") -> tuple[Word, ...]:
        """
        Return a table of words.

        Raises:
            ValueError: An entry is no word, or its pattern cannot be read; it is named by its number.
        """
        if table not in self._words:
            self._words[table] = tuple(
                self._word(entry, f"{table}[{at}]") for at, entry in enumerate(self.table(table))
            )
        return self._words[table]

    def _word(self, entry: Any, where: str) -> Word:
        try:
            word = Word(**entry)
            pattern = re.compile(word.wrong)
            re.compile(word.unless)
        except (TypeError, re.error) as error:
            raise ValueError(f"{self.name}: {where}: {error}") from error
        if pattern.groups or pattern.match(""):
            raise ValueError(f"{self.name}: {where}: the pattern has a group, or matches nothing at all")
        return word

    def pattern(self, *keys: str) -> re.Pattern[str]:
        """
        Return the pattern under these keys, compiled.

        Raises:
            ValueError: There is none, or it cannot be read.
        """
        try:
            return re.compile(self.table(*keys), re.MULTILINE)
        except (TypeError, re.error) as error:
            raise ValueError(f"{self.name}: {'.'.join(keys)}: {error}") from error


class _AnyWord:
    """The pattern for all words of a rule's table: made when it is first read."""

    def __init__(self) -> None:
        self._made: dict[type, str] = {}

    def __get__(self, _instance: object, owner: type[WordRule]) -> str:
        if owner not in self._made:
            words = owner.lexicon.words(owner.table)
            self._made[owner] = "|".join(f"(?P<w{at}>{word.wrong})" for at, word in enumerate(words))
        return self._made[owner]


class WordRule(TextRule):
    """
    A rule about words that should be others, by a table of a lexicon.

    What is quoted passes, what stands in a part that looks back, and what the table lets pass (``unless``, ``since``). The
    message may name ``wrong``, ``right`` and ``why``.

    Attributes:
        lexicon: The lexicon.

        table: Which of its tables.
    """

    lexicon: ClassVar[Lexicon]
    table: ClassVar[str] = "words"
    pattern = cast("str", _AnyWord())

    def found(self, hit: Hit, check: Check) -> Iterator[Finding]:
        """Yield what should stand there instead, and mend it where the rule mends."""
        words = self.lexicon.words(self.table)
        word = next(word for at, word in enumerate(words) if hit.match[f"w{at}"] is not None)
        if self.passes(word, hit, check):
            return
        right = word.mended(hit.words)
        mended = f"{hit.text[: hit.start]}{right}{hit.text[hit.end :]}"
        yield self.finding(
            hit.path,
            words=hit.words,
            nth=hit.nth,
            fix=text_fix(check.plan, hit.path, mended) if self.fixable else None,
            wrong=hit.words,
            right=right,
            why=word.reason,
        )

    def passes(self, word: Word, hit: Hit, check: Check) -> bool:
        """Whether the word may stand where it was found."""
        if word.since is not None and (check.day is None or check.day < word.since):
            return True
        if word.unless and re.search(word.unless, clause(hit.text, hit.start, hit.end)):
            return True
        return is_quoted(hit) or check.calendar.looks_back(hit.path)
