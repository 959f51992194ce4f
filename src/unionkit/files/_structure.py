"""
Plain values → model types, in one pass and from the classes themselves; every problem with its path.

A class is looked at once, when a file first holds one of it: which key stands for which attribute, and what reads
it. What reads a value notes what is wrong and goes on, so that all problems of a file come to light together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from types import UnionType
from typing import Any, Final, Literal, TypeVar, Union, cast, get_args, get_origin

import attrs

from unionkit.errors import (
    AmbiguousItemError,
    ColonInSentenceError,
    ImpossibleValueError,
    NestingError,
    PlanFileError,
    Problem,
    UnionkitError,
    UnknownNameError,
)
from unionkit.model import (
    Activity,
    AtFestival,
    Content,
    Data,
    Deadline,
    Every,
    Fact,
    FreeText,
    Goal,
    InHalf,
    InHoliday,
    InMonths,
    InQuarter,
    InSeason,
    InTerm,
    InYear,
    Money,
    OnDay,
    OnPersonalDate,
    Paragraph,
    Part,
    Path,
    Plan,
    Quantity,
    Result,
    Schedule,
    Several,
    Span,
    Table,
    Target,
    WelfareMeasure,
    format_path,
    parse_schedule,
)

from ._classes import Field, class_reader, fields_of, read_entries
from ._faults import WRONG, Fault, Faults, Reader, TooManyFaults, Trail, refuse, unknown_key
from ._notations import read_quantity, read_target
from ._scalars import shown, to_bool, to_date, to_enum, to_int, to_money, to_number, to_text

T = TypeVar("T")

_FACTS: Final[dict[str, type]] = {
    "goal": Goal,
    "result": Result,
    "activity": Activity,
    "welfare": WelfareMeasure,
}
_ITEMS: Final[dict[str, type]] = {**_FACTS, "table": Table}
_CONTENT: Final = {"heading": Part, "content": Part, **_ITEMS}
_TELLING: Final[dict[str, type]] = {"heading": Part, "content": Part, "text": Paragraph, **_ITEMS}
_SCHEDULES: Final[dict[str, type]] = {
    "day": OnDay,
    "start": Span,
    "first": InMonths,
    "quarter": InQuarter,
    "half": InHalf,
    "year_part": InYear,
    "festival": AtFestival,
    "season": InSeason,
    "term": InTerm,
    "holiday": InHoliday,
    "before": Deadline,
    "every": Every,
    "occasion": OnPersonalDate,
    "members": Several,
}


def structure(value: object, cls: type[T], *, path: Path = ()) -> T:
    """
    Build an instance of an attrs class from plain values: text, numbers, lists and mappings.

    An attribute may be text, a number, a bool, a date, an enum, a ``Literal``, a type of the model, another attrs
    class, or a tuple, list or mapping of these; problems in them have a place of their own. Anything else that cattrs
    can structure will do too (a set, a dataclass).

    Args:
        value: The plain values.

        cls: The class.

        path: Where in a plan the value stands, for messages.

    Raises:
        PlanFileError: It cannot be built; the error lists every problem with its path.
    """
    made, faults = attempt(value, cls)
    if faults:
        raise PlanFileError(
            tuple(Problem(error=error, path=format_path((*path, *inner))) for error, inner in faults)
        )
    return cast("T", made)


def data_of(plan: Plan, name: str, cls: type[T]) -> T | None:
    """
    Return what a plan holds under ``data`` and a name, as an instance of an attrs class: for the rules of a pack.

    Returns:
        What it holds; the defaults of the class, where it holds nothing; None, where it cannot be understood, which loading
        reports.
    """
    given = plan.data.get(name)
    made, faults = attempt({} if given is None else given, cls)
    return None if faults else made


def attempt(value: object, cls: type[T]) -> tuple[T | None, list[Fault]]:
    """Build an instance of an attrs class, or tell all that is wrong."""
    return attempt_by(reader_of(cast("Any", cls)), value, Faults())


def attempt_by(read: Reader, value: object, faults: Faults) -> tuple[Any, list[Fault]]:
    """Return what a value stands for, or tell all that is wrong; `faults` has found nothing yet."""
    try:
        made = read(value, None, faults)
    except TooManyFaults:
        made = WRONG
    return (None if faults.found else made), faults.found


# ---------------------------------------------------------------- types


@cache
def reader_of(kind: Any) -> Reader:
    """Return what reads values of a type."""
    if get_origin(kind) in {Union, UnionType}:
        return _reader_of_union(kind)
    origin = get_origin(kind) or kind
    if origin in {tuple, list} and get_args(kind):
        return list_reader(origin, reader_of(get_args(kind)[0]))
    if origin in {dict, Mapping} and get_args(kind):
        return _mapping_reader(reader_of(get_args(kind)[1]))
    if origin is Literal:
        return _single_reader(partial(_to_literal, get_args(kind)))
    if kind in _READERS:
        return _READERS[kind]
    if kind in {Any, object}:
        return lambda value, _trail, _faults: value
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _single_reader(partial(to_enum, kind))
    return (
        class_reader(kind, reader_of) if isinstance(kind, type) and attrs.has(kind) else _foreign_reader(kind)
    )


def _reader_of_union(kind: Any) -> Reader:
    members = frozenset(get_args(kind)) - {type(None)}
    if members <= _KINDS_OF_SCHEDULE:
        return _read_schedule
    for union, reader in _UNIONS.items():
        if members == union:
            return reader
    return reader_of(*members) if len(members) == 1 else _foreign_reader(kind)


def _is_ours(kind: Any) -> bool:
    """Whether values of a type are read here, and not by cattrs."""
    return kind in _READERS or attrs.has(kind) or (isinstance(kind, type) and issubclass(kind, Enum))


def _foreign_reader(kind: Any) -> Reader:
    """Leave a type that the model has no use for, such as a set in the data of a pack, to cattrs."""

    def read(value: object, trail: Trail, faults: Faults) -> Any:
        from cattrs import transform_error  # noqa: PLC0415 -- no type of the model needs it

        try:
            return _converter().structure(value, kind)
        except Exception as error:
            said = "; ".join(each.removesuffix(" @ ") for each in transform_error(error, path=""))
            faults.note(ImpossibleValueError(said, said), trail)
            return WRONG

    return read


@cache
def _converter() -> Any:
    from cattrs import Converter  # noqa: PLC0415 -- as above

    converter = Converter()
    converter.register_structure_hook_func(_is_ours, structure)
    return converter


# ---------------------------------------------------------------- lists and mappings


def list_reader(made_of: type, read_entry: Reader) -> Reader:
    """Return what reads lists and makes tuples or lists of them; `read_entry` reads what is in them."""

    def read(value: object, trail: Trail, faults: Faults) -> Any:
        if not isinstance(value, list | tuple):
            return refuse(value, "列表（每项以“- ”开头）", "a list (each entry after a dash)", trail, faults)
        before = len(faults.found)
        entries = [read_entry(entry, (trail, at), faults) for at, entry in enumerate(value)]
        return made_of(entries) if len(faults.found) == before else WRONG

    return read


def _mapping_reader(read_entry: Reader) -> Reader:
    def read(value: object, trail: Trail, faults: Faults) -> Any:
        if not isinstance(value, Mapping):
            return refuse(value, "映射（若干“键: 值”）", "a mapping (keys and values)", trail, faults)
        before = len(faults.found)
        entries = {key: read_entry(entry, (trail, key), faults) for key, entry in value.items()}
        return entries if len(faults.found) == before else WRONG

    return read


# ---------------------------------------------------------------- single values


def _single_reader(convert: Callable[[Any], object]) -> Reader:
    def read(value: object, trail: Trail, faults: Faults) -> Any:
        try:
            return convert(value)
        except UnionkitError as error:
            faults.note(error, trail)
            return WRONG

    return read


def _to_literal(known: tuple[object, ...], value: object) -> object:
    if value not in known:
        raise UnknownNameError(value if isinstance(value, str) else shown(value), tuple(map(str, known)), ())
    return value


def _read_data(value: object, trail: Trail, faults: Faults) -> Any:
    """What only a pack understands, as it is."""
    if not isinstance(value, Mapping):
        return refuse(value, "映射（若干“键: 值”）", "a mapping (keys and values)", trail, faults)
    try:
        return Data(value)
    except UnionkitError as error:
        before = len(faults.found)
        for key, entry in () if isinstance(error, NestingError) else value.items():
            _note_refused({key: entry}, entry, (trail, key), faults)
        if len(faults.found) == before:
            faults.note(error, trail)
        return WRONG


def _note_refused(alone: Mapping[str, object], entry: object, trail: Trail, faults: Faults) -> None:
    """Note what `data` refuses in one of its entries, at the innermost place."""
    try:
        Data(alone)
    except UnionkitError as error:
        before = len(faults.found)
        inner: Iterable[tuple[str | int, object]] = ()
        if isinstance(entry, Mapping):
            inner = entry.items()
        elif isinstance(entry, list | tuple):
            inner = enumerate(entry)
        for step, value in inner:
            _note_refused({str(step): value}, value, (trail, step), faults)
        if len(faults.found) == before:
            faults.note(error, trail)


# ---------------------------------------------------------------- small languages


def _notation_reader(cls: Any, parse: Callable[[str], object]) -> Reader:
    """Read the short notation or the structured form."""
    structured: list[Reader] = []

    def read(value: object, trail: Trail, faults: Faults) -> Any:
        if isinstance(value, Mapping):
            if not structured:
                structured.append(class_reader(cls, reader_of))
            return structured[0](value, trail, faults)
        try:
            if isinstance(value, int | Decimal) and not isinstance(value, bool):
                value = str(Quantity(value))
            return parse(to_text(value))
        except UnionkitError as error:
            faults.note(error, trail)
            return WRONG

    return read


def _read_schedule(value: object, trail: Trail, faults: Faults) -> Any:
    """Read the notation or the structured form of any time."""
    if not isinstance(value, Mapping):
        return _read_wording(value, trail, faults)
    found = tuple(key for key in _SCHEDULES if key in value)
    if len(found) == 1 or value.keys() <= {"wording"}:
        return reader_of(_SCHEDULES[found[0]] if found else FreeText)(value, trail, faults)
    return _refuse_untold(value, found, _SCHEDULES, trail, faults)


# ---------------------------------------------------------------- content and facts


def _read_content(value: object, trail: Trail, faults: Faults) -> Any:
    if isinstance(value, str):
        try:
            return Paragraph(text=value)
        except UnionkitError as error:
            faults.note(error, trail)
            return WRONG
    if not isinstance(value, Mapping):
        return refuse(value, "文字或映射", "text or a mapping", trail, faults)
    kinds = {_CONTENT[key] for key in value if key in _CONTENT}
    if not kinds and "text" in value:
        kinds = {Paragraph}
    if len(kinds) == 1 and not (Part in kinds and "text" in value):
        return reader_of(*kinds)(value, trail, faults)
    found = tuple(key for key in _TELLING if key in value and (key != "text" or Part in kinds))
    return _refuse_untold(value, found, _TELLING, trail, faults)


def _read_fact(value: object, trail: Trail, faults: Faults) -> Any:
    if not isinstance(value, Mapping):
        return refuse(value, "映射（若干“键: 值”）", "a mapping (keys and values)", trail, faults)
    found = tuple(key for key in _FACTS if key in value)
    if len(found) == 1:
        return reader_of(_FACTS[found[0]])(value, trail, faults)
    return _refuse_untold(value, found, _FACTS, trail, faults)


def _refuse_untold(
    value: Mapping[str, object],
    found: tuple[str, ...],
    kinds: Mapping[str, type],
    trail: Trail,
    faults: Faults,
) -> Any:
    """
    Refuse an entry that does not say what it is, or says it twice; often its telling key is misspelt.

    What else is wrong in it is noted too, as far as its keys belong to anything that it could be.
    """
    unknown = [unknown_key(key, tuple(kinds)) for key in value] if not found else []
    misspelt = next((error for error in unknown if error.nearest), None)
    found = (misspelt.nearest,) if misspelt is not None else found
    fields: dict[str, Field] = {}
    for key in reversed(found or tuple(kinds)):
        fields.update(fields_of(kinds[key], reader_of))
    if misspelt is not None:
        faults.note(misspelt, (trail, misspelt.key))
    elif kinds is _TELLING and len(value) == 1 and value.keys().isdisjoint(fields):
        faults.note(ColonInSentenceError(*value), trail)
        return WRONG
    else:
        faults.note(AmbiguousItemError(found, tuple(kinds)), trail)
    rest = {key: entry for key, entry in value.items() if misspelt is None or key != misspelt.key}
    read_entries(rest, fields, trail, faults, set())
    return WRONG


_read_wording: Final = _single_reader(lambda value: parse_schedule(to_text(value)))
_READERS: Final[dict[Any, Reader]] = {
    str: _single_reader(to_text),
    int: _single_reader(to_int),
    bool: _single_reader(to_bool),
    Decimal: _single_reader(to_number),
    dt.date: _single_reader(to_date),
    Money: _single_reader(to_money),
    Data: _read_data,
    Target: _notation_reader(Target, read_target),
    Quantity: _notation_reader(Quantity, read_quantity),
}
_KINDS_OF_SCHEDULE: Final = frozenset(get_args(Schedule))
_UNIONS: Final[dict[frozenset[Any], Reader]] = {
    frozenset(get_args(Content)): _read_content,
    frozenset(get_args(Fact)): _read_fact,
}
