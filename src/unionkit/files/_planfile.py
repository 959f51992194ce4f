"""A plan file: the plan, its text, and where in the text everything stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, Self, cast

import attrs

from unionkit.errors import (
    AliasError,
    ImpossibleValueError,
    MissingKeyError,
    Place,
    PlanFileError,
    Problem,
    TagError,
    TooManyProblemsError,
    UnionkitError,
    UnknownKeyError,
    UnsupportedVersionError,
    WrongTypeError,
)
from unionkit.model import Path, Plan, Value, format_path

from ._faults import Fault as Wrong
from ._ignores import ignored_codes
from ._places import MAX_PROBLEMS, Branch, Fault, Leaf, Lines, Reading, span_of
from ._plain import marked, unmarked
from ._scalars import shown
from ._structure import attempt
from ._unstructure import unstructure
from ._versions import FORMAT_VERSION, STEPS, VERSION_KEY, Step, carried, migrated, version_of
from ._yaml import read_yaml

_FROM_JSON: Final = re.compile(r'\s*\{\s*(?:["}]|$)')
_NO_CLASSES: Final[Mapping[str, type]] = {}


def load_plan(text: str) -> Plan:
    """
    Turn the text of a plan file, YAML or JSON, into a plan.

    Raises:
        PlanFileError: The text is no plan file; the error lists every problem with its line and column.
    """
    return PlanFile.parse(text).plan


@attrs.frozen(kw_only=True, repr=False, eq=False)
class PlanFile(Value):
    """
    A plan and the text that it was loaded from.

    Attributes:
        plan: The plan.

        text: The text, as it was given.

        name: Name of the file as it was given; ``-`` for standard input.

        version: The version of the file format that the text is written in.

        is_json: The text is JSON, no YAML.

        ignores: Codes of findings that comments and keys ``ignore`` ask to leave out, by line from 1.
    """

    plan: Plan
    text: str = attrs.field(repr=False)
    name: str
    version: int = FORMAT_VERSION
    is_json: bool = False
    ignores: Mapping[int, frozenset[str]] = attrs.field(eq=False)
    _places: Leaf | Branch = attrs.field(eq=False, repr=False, alias="places")
    _lines: Lines = attrs.field(eq=False, repr=False, alias="lines")

    @classmethod
    def parse(
        cls,
        text: str,
        *,
        name: str = "-",
        data: Mapping[str, type] = _NO_CLASSES,
        steps: Mapping[int, Step] = STEPS,
    ) -> Self:
        """
        Load a plan and remember where everything stands.

        Args:
            text: The text of a plan file. It is JSON when `name` ends in ``.json``, or when neither ``.yaml`` nor
                ``.yml`` is said and the text begins with a brace and a quote; otherwise YAML.

            name: Name of the file, for messages.

            data: Attrs classes that what stands under `data` must fit, by pack.

            steps: What turns older versions of the format into the next, by version.

        Raises:
            PlanFileError: The text is no plan file; the error lists every problem with its line and column.
        """
        if not isinstance(text, str):
            raise WrongTypeError(
                "计划文件的文字（文件用 Kit().load 读）",
                "the text of a plan file (Kit().load reads a file)",
                type(text).__name__,
            )
        is_json = _is_json(text, name)
        bare = _bare(text)
        lines = Lines(bare)
        value, places, faults = _read(bare, name, is_json=is_json)
        read_at = places
        found = [(error, path, place) for error, place, path in faults]
        if len(found) > MAX_PROBLEMS:
            raise PlanFileError(tuple(_in_order(name, lines, found)))
        plan: Plan | None = None
        version = FORMAT_VERSION
        try:
            given = _mapping(value)
            version = version_of(given, steps)
            current = migrated(given, steps)
        except UnionkitError as error:
            path: Path = (VERSION_KEY,) if isinstance(error, UnsupportedVersionError) else ()
            found.append((error, path, _locate(places, path)))
        else:
            if version != FORMAT_VERSION:
                places = carried(current, value, places)
            current = unmarked(current) if is_json else current
            plan, wrong = attempt(current, Plan)
            wrong += _wrong_data(current, data, {path for _, path in wrong})
            told = {path for error, path, _ in found if isinstance(error, AliasError | TagError)}
            found += [
                (error, path, _pointed_at(places, error, path))
                for error, path in wrong
                if isinstance(error, UnknownKeyError) or (*path, *_lacking(error)) not in told
            ]
        if plan is None or found:
            raise PlanFileError(tuple(_in_order(name, lines, found)))
        return cls(
            plan=plan,
            text=text,
            name=name,
            version=version,
            is_json=is_json,
            ignores=ignored_codes(bare, value, read_at, lines, is_json=is_json),
            places=places,
            lines=lines,
        )

    def edited(self, plan: Plan) -> str:
        """
        Return the text changed so that it holds another plan; where the plans agree, no byte differs.

        ``file.edited(file.plan.replace_at(path, value))`` changes one value; keys and entries are inserted and taken
        out likewise, and entries that change places take their comments along. A comment stays, on the line of the
        same entry, unless it stands within, or behind, what is taken out; one above it goes, too, if it asks to ignore
        findings. A list that has comments of its own stays as ``[]``.

        Raises:
            ImpossibleValueError: That cannot be done without changing something else, or the file is of an older
                version; migrate it first.
        """
        if self.version != FORMAT_VERSION:
            raise ImpossibleValueError(
                "文件是旧格式，请先运行 unionkit migrate",
                "The file is of an older format; run unionkit migrate first",
            )
        old, new = unstructure(self.plan), unstructure(plan)
        if self.is_json:
            old, new = marked(old), marked(new)
        if isinstance(self._places, Branch) and VERSION_KEY in self._places.keys:
            old, new = ({VERSION_KEY: FORMAT_VERSION, **values} for values in (old, new))
        return self._with(old, new, self._places, plan)

    def migrated(self, *, steps: Mapping[int, Step] = STEPS) -> str:
        """
        Return the text in the newest version of the format; what no step changes stays byte by byte.

        A key that has another name now is changed where it stands. All comments stay.

        Raises:
            ImpossibleValueError: A step changes, or takes out, what cannot be changed without losing a comment.
        """
        if self.version == FORMAT_VERSION:
            return self.text
        value, places, _ = _read(_bare(self.text), self.name, is_json=self.is_json)
        old = cast("dict[str, object]", value)
        new = {VERSION_KEY: FORMAT_VERSION, **migrated(old, steps)}
        return self._with(old, new, places, self.plan)

    def _with(self, old: object, new: object, places: Leaf | Branch, plan: Plan) -> str:
        """The text with the values `new` instead of `old`, which is sure to hold `plan`."""
        from ._edit import edited_text, unfaithful  # noqa: PLC0415 -- loading does without

        bare = _bare(self.text)
        mark = self.text.removesuffix(bare)
        migrates = self.version != FORMAT_VERSION
        text = mark + edited_text(bare, places, old, new, is_json=self.is_json, migrates=migrates)
        try:
            if type(self).parse(text, name=self._kind).plan == plan:
                return text
        except PlanFileError:
            pass
        raise unfaithful()

    @property
    def _kind(self) -> str:
        """A name by which a text of the same kind is known."""
        return "plan.json" if self.is_json else "plan.yaml"

    def place(self, path: Path, words: str = "", nth: int = 1) -> Place:
        """
        Say where in the text something stands.

        Args:
            path: What; where it is not written out (a default, a short form), what it would stand in.

            words: Some words of it, to be pointed at alone.

            nth: Which occurrence of `words`, from 1.
        """
        start, end = span_of(_locate(self._places, path))
        if words:
            bare = _bare(self.text)
            at = bare.find(words, start, end)
            for _ in range(nth - 1):
                at = bare.find(words, at + len(words), end) if at >= 0 else at
            if at >= 0:
                start, end = at, at + len(words)
        return _place(self.name, self._lines, (start, end))

    def is_ignored(self, code: str, place: Place) -> bool:
        """Whether a comment or a key ``ignore`` asks to leave out `code` there."""
        return code in self.ignores.get(place.line, ())


def _bare(text: str) -> str:
    """The text without a byte-order mark, from where places are counted."""
    return text.removeprefix("\ufeff")


def _is_json(text: str, name: str) -> bool:
    """Say whether a plan file is JSON: by the end of its name, otherwise by how it begins."""
    if name.endswith((".json", ".yaml", ".yml")):
        return name.endswith(".json")
    return _FROM_JSON.match(_bare(text)) is not None


def _read(text: str, name: str, *, is_json: bool) -> Reading:
    try:
        if not is_json:
            return read_yaml(text)
        from ._json import read_json  # noqa: PLC0415 -- most files are YAML

        return read_json(text)
    except Fault as fault:
        line, column = (number + 1 for number in fault.at)
        place = Place(file=name, line=line, column=column, end_line=line, end_column=column)
        raise PlanFileError((Problem(error=fault.error, path="$", place=place),)) from None


def _wrong_data(
    value: Mapping[str, object], classes: Mapping[str, type], known: Collection[Path]
) -> list[Wrong]:
    """What in the data of packs does not fit their classes; places where something is known to be wrong left out."""
    data = value.get("data")
    if not isinstance(data, Mapping):
        return []
    found = [
        (error, ("data", pack, *path))
        for pack, cls in classes.items()
        if data.get(pack) is not None  # left to fill in later
        for error, path in attempt(data[pack], cls)[1]
    ]
    return [(error, path) for error, path in found if path not in known]


def _in_order(
    name: str, lines: Lines, found: list[tuple[UnionkitError, Path, Leaf | Branch]]
) -> Iterator[Problem]:
    """Problems in the order of the file; that there are too many comes last."""
    found.sort(key=lambda entry: (isinstance(entry[0], TooManyProblemsError), span_of(entry[2])[0]))
    for error, path, node in found:
        yield Problem(error=error, path=format_path(path), place=_place(name, lines, span_of(node)))


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise WrongTypeError("计划（若干“键: 值”）", "a plan (keys and values)", shown(value))
    return value


def _lacking(error: UnionkitError) -> Path:
    return (error.key,) if isinstance(error, MissingKeyError) else ()


def _locate(node: Leaf | Branch, path: Path) -> Leaf | Branch:
    """Walk down `path` as far as the text goes."""
    for step in path:
        if not isinstance(node, Branch):
            break
        if step == 0 and isinstance(node.children, dict):
            continue  # one that stands for a list of it
        try:
            node = cast("dict[str | int, Leaf | Branch]", node.children)[step]  # a list is one by its indexes
        except (LookupError, TypeError):
            break
    return node


def _pointed_at(places: Leaf | Branch, error: UnionkitError, path: Path) -> Leaf | Branch:
    """Where the person must act: at an unknown key itself, otherwise at the value."""
    if isinstance(error, UnknownKeyError):
        owner = _locate(places, path[:-1])
        if isinstance(owner, Branch):
            return owner.keys.get(error.key, owner)
    return _locate(places, path)


def _place(name: str, lines: Lines, span: Leaf) -> Place:
    (line, column), (end_line, end_column) = map(lines.place, span)
    return Place(
        file=name, line=line + 1, column=column + 1, end_line=end_line + 1, end_column=end_column + 1
    )
