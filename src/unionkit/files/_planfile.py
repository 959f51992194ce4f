"""A plan file: the plan, its text, and where in the text everything stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, Self, cast

import attrs

from unionkit.errors import (
    ImpossibleValueError,
    Place,
    PlanFileError,
    UnionkitError,
    UnsupportedVersionError,
    WrongTypeError,
)
from unionkit.model import Path, Plan, Value

from ._faults import Fault as Wrong
from ._ignores import Request, by_line, requests
from ._places import MAX_PROBLEMS, Branch, Fault, Leaf, Lines, Reading, span_of
from ._plain import marked, unmarked
from ._source import (
    Found,
    bare_text,
    in_order,
    is_json_text,
    locate,
    mapping_of,
    place_of,
    placed,
    read_values,
    stopping,
)
from ._structure import attempt
from ._unstructure import unstructure
from ._versions import FORMAT_VERSION, STEPS, VERSION_KEY, Step, carried, migrated, version_of

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

        requests: The same one by one: each code with where it is written and the lines that it speaks for.
    """

    plan: Plan
    text: str = attrs.field(repr=False)
    name: str
    version: int = FORMAT_VERSION
    is_json: bool = False
    ignores: Mapping[int, frozenset[str]] = attrs.field(eq=False)
    requests: tuple[Request, ...] = attrs.field(default=(), eq=False, repr=False)
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
        is_json = is_json_text(text, name)
        bare = bare_text(text)
        lines = Lines(bare)
        value, places, faults = _read(bare, name, is_json=is_json)
        read_at = places
        found: list[Found] = [(error, path, place) for error, place, path in faults]
        if len(found) > MAX_PROBLEMS:
            raise PlanFileError(tuple(in_order(name, lines, found)))
        plan: Plan | None = None
        version = FORMAT_VERSION
        try:
            given = mapping_of(value, "计划", "a plan")
            version = version_of(given, steps)
            current = migrated(given, steps)
        except UnionkitError as error:
            path: Path = (VERSION_KEY,) if isinstance(error, UnsupportedVersionError) else ()
            found.append((error, path, locate(places, path)))
        else:
            if version != FORMAT_VERSION:
                places = carried(current, value, places)
            current = unmarked(current) if is_json else current
            plan, wrong = attempt(current, Plan)
            wrong += _wrong_data(current, data, {path for _, path in wrong})
            found += list(placed(wrong, found, places))
        if plan is None or found:
            raise PlanFileError(tuple(in_order(name, lines, found)))
        asked = requests(bare, value, read_at, lines, is_json=is_json)
        return cls(
            plan=plan,
            text=text,
            name=name,
            version=version,
            is_json=is_json,
            ignores=by_line(asked),
            requests=asked,
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
        value, places, _ = _read(bare_text(self.text), self.name, is_json=self.is_json)
        old = cast("dict[str, object]", value)
        new = {VERSION_KEY: FORMAT_VERSION, **migrated(old, steps)}
        return self._with(old, new, places, self.plan)

    def _with(self, old: object, new: object, places: Leaf | Branch, plan: Plan) -> str:
        """The text with the values `new` instead of `old`, which is sure to hold `plan`."""
        from ._edit import edited_text, unfaithful  # noqa: PLC0415 -- loading does without

        bare = bare_text(self.text)
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
        start, end = span_of(locate(self._places, path))
        if words:
            bare = bare_text(self.text)
            at = bare.find(words, start, end)
            for _ in range(nth - 1):
                at = bare.find(words, at + len(words), end) if at >= 0 else at
            if at >= 0:
                start, end = at, at + len(words)
        return place_of(self.name, self._lines, (start, end))

    def place_of_request(self, request: Request) -> Place:
        """Say where a request to leave out findings is written."""
        return place_of(self.name, self._lines, request.span)

    def is_ignored(self, code: str, place: Place) -> bool:
        """Whether a comment or a key ``ignore`` asks to leave out `code` there."""
        return code in self.ignores.get(place.line, ())


def _read(text: str, name: str, *, is_json: bool) -> Reading:
    try:
        return read_values(text, is_json=is_json)
    except Fault as fault:
        raise PlanFileError((stopping(fault, name),)) from None


def _wrong_data(
    value: Mapping[str, object], classes: Mapping[str, type], known: Collection[Path]
) -> list[Wrong]:
    """What in the data of packs does not fit their classes; places where something is known to be wrong left out."""
    data = value.get("data")
    if not isinstance(data, Mapping):
        return []
    found = [
        (error, ("data", pack, *path))
        for pack, given in data.items()
        if given is not None and pack in classes  # None is left to fill in later
        for error, path in attempt(given, classes[pack])[1]
    ]
    return [(error, path) for error, path in found if path not in known]
