"""Plain values → model types, by cattrs, from the classes themselves; every problem with its path."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeVar, get_args, get_origin

import attrs
from cattrs import ClassValidationError, Converter, IterableValidationError
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from unionkit.errors import (
    AmbiguousItemError,
    DuplicateIdError,
    MissingKeyError,
    UnionkitError,
    UnknownKeyError,
    WrongTypeError,
)
from unionkit.model import (
    Activity,
    AtFestival,
    Content,
    Data,
    Every,
    Fact,
    FreeText,
    Goal,
    InMonths,
    Money,
    OnDay,
    Paragraph,
    Part,
    Path,
    Quantity,
    Result,
    Schedule,
    Table,
    Target,
    WelfareMeasure,
    parse_path,
    parse_schedule,
)

from ._scalars import shown, to_bool, to_data, to_date, to_enum, to_int, to_money, to_number, to_text
from ._unstructure import key_of

T = TypeVar("T")

_FACTS: Final[dict[str, type]] = {
    "goal": Goal,
    "result": Result,
    "activity": Activity,
    "welfare": WelfareMeasure,
}
_ITEMS: Final[dict[str, type]] = {**_FACTS, "table": Table}
_SCHEDULES: Final[dict[str, type]] = {"day": OnDay, "first": InMonths, "festival": AtFestival, "every": Every}


def structure(value: object, cls: type[T]) -> T:
    """
    Build an instance of `cls` from plain values.

    Raises:
        ClassValidationError, IterableValidationError, UnionkitError: It cannot be built; :func:`problems` tells why.
    """
    try:
        return _converter(detailed=False).structure(value, cls)
    except Exception:  # the other converter takes longer to make and to run, and tells all that is wrong
        return _converter(detailed=True).structure(value, cls)


def problems(error: BaseException, path: Path = ()) -> Iterator[tuple[UnionkitError, Path]]:
    """Yield everything that is wrong, each with its path."""
    if isinstance(error, IterableValidationError | ClassValidationError):
        for inner in error.exceptions:
            yield from problems(inner, path + _step(inner))
    elif isinstance(error, UnknownKeyError):
        yield error, (*path, error.key)
    elif isinstance(error, DuplicateIdError):
        yield error, (*parse_path(error.second), "id")
    elif isinstance(error, UnionkitError):
        yield error, path
    elif isinstance(error, KeyError):
        yield MissingKeyError(str(path[-1])), path[:-1]
    else:
        raise error


def _step(error: BaseException) -> Path:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote | AttributeValidationNote):
            return (note.index,) if isinstance(note, IterableValidationNote) else (note.name,)
    return ()


@cache
def _converter(*, detailed: bool) -> Converter:
    converter = Converter(detailed_validation=detailed)
    converter.register_structure_hook_factory(attrs.has, lambda cls: _class_hook(cls, converter))
    converter.register_structure_hook(StrEnum, to_enum)
    converter.register_structure_hook_factory(_is_list, lambda kind: _list_hook(kind, converter))
    converter.register_structure_hook(str, to_text)
    converter.register_structure_hook(int, to_int)
    converter.register_structure_hook(bool, to_bool)
    converter.register_structure_hook(Decimal, to_number)
    converter.register_structure_hook(dt.date, to_date)
    converter.register_structure_hook(Money, to_money)
    converter.register_structure_hook(Data, to_data)
    converter.register_structure_hook(Target, _to_notation)
    converter.register_structure_hook(Quantity, _to_notation)
    converter.register_structure_hook_func(_is_schedule, lambda value, _: _to_schedule(value, converter))
    converter.register_structure_hook_func(
        lambda kind: kind == Content,
        lambda value, _: (
            Paragraph(text=value) if isinstance(value, str) else converter.structure(*_told_content(value))
        ),
    )
    converter.register_structure_hook_func(
        lambda kind: kind == Fact, lambda value, _: converter.structure(*_told_fact(value))
    )
    return converter


# ---------------------------------------------------------------- classes


def _class_hook(cls: type, converter: Converter) -> Callable[[object, Any], Any]:
    attrs.resolve_types(cls)
    fields = [field for field in attrs.fields(cls) if field.init]
    keys = {field.name: key_of(field) for field in fields}
    known = tuple(keys.values())
    names = {name: key for name, key in keys.items() if name != key}
    renamed: dict[str, Any] = {name: override(rename=key) for name, key in names.items()}
    build: Callable[[Any, Any], Any] = make_dict_structure_fn(
        cls, converter, _cattrs_detailed_validation=converter.detailed_validation, **renamed
    )

    def hook(value: object, _: Any) -> Any:
        if not isinstance(value, Mapping):
            raise WrongTypeError("映射（若干“键: 值”）", "a mapping (keys and values)", shown(value))
        faults: list[Exception] = [_unknown_key(key, known) for key in value if key not in known]
        given = value if not faults else {key: value[key] for key in value if key in known}
        try:
            built = build(_without_nulls(given), cls)
        except ClassValidationError as error:
            _rename_notes(error, names)
            inner = {_step(fault): fault for fault in error.exceptions}
            known_faults = {step[0] for step in inner if step}
            refused = list(_refusals(cls, given, known_faults, converter))
            faults.extend(fault for step, fault in inner.items() if step or not refused)
            faults.extend(refused)
        if faults:
            raise ClassValidationError("", faults, cls)
        return built

    return hook


def _refusals(
    cls: Any, given: Mapping[str, object], skip: Collection[str | int], converter: Converter
) -> Iterator[UnionkitError]:
    """
    Ask the fields one by one what they refuse, and note the key of each.

    attrs stops at the first validator that refuses, and does not say which field it is about.
    """
    made = cls.__new__(cls)
    for field in attrs.fields(cls):
        key = key_of(field)
        if not field.init or key in skip:
            continue
        value = getattr(field.default, "factory", lambda default=field.default: default)()
        try:
            if given.get(key) is not None:
                value = converter.structure(given[key], field.type)
                value = value if field.converter is None else field.converter(value)
            if value is not attrs.NOTHING and field.validator is not None:
                field.validator(made, field, value)
            object.__setattr__(made, field.name, value)
        except UnionkitError as error:
            error.__notes__ = [AttributeValidationNote("", key, field.type)]
            yield error
        except AttributeError:  # it looks at a field that is wrong or missing itself
            continue


def _without_nulls(value: Mapping[str, object]) -> Mapping[str, object]:
    """A key without a value is as good as absent: an author left it to fill in later."""
    return (
        {key: entry for key, entry in value.items() if entry is not None} if None in value.values() else value
    )


def _rename_notes(error: ClassValidationError, names: Mapping[str, str]) -> None:
    for inner in error.exceptions:
        for note in getattr(inner, "__notes__", ()):
            if isinstance(note, AttributeValidationNote):
                note.name = names.get(note.name, note.name)


def _unknown_key(key: str, known: tuple[str, ...]) -> UnknownKeyError:
    from difflib import get_close_matches  # noqa: PLC0415 -- only files with mistakes pay for it

    nearest = get_close_matches(key, known, n=1, cutoff=0.6)
    return UnknownKeyError(key, nearest[0] if nearest else "", known)


# ---------------------------------------------------------------- lists and scalars


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _list_hook(kind: Any, converter: Converter) -> Callable[[object, Any], Any]:
    build = homogenous_tuple_structure_factory(kind, converter)

    def hook(value: object, _: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise WrongTypeError("列表（每项以“- ”开头）", "a list (each entry after a dash)", shown(value))
        return build(value, kind)

    return hook


# ---------------------------------------------------------------- small languages


def _to_notation(value: object, cls: Any) -> Any:
    """Read the short notation or the structured form."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return cls.parse(value) if isinstance(value, str) else _structured_form(cls)(value, cls)


@cache
def _structured_form(cls: type) -> Callable[[object, Any], Any]:
    return _class_hook(cls, _converter(detailed=True))


def _is_schedule(kind: Any) -> bool:
    """Also behind ``| None``, which joins the members of the union."""
    return set(get_args(kind)) - {type(None)} == set(get_args(Schedule))


def _to_schedule(value: object, converter: Converter) -> Schedule:
    if not isinstance(value, Mapping):
        return parse_schedule(to_text(value, str))
    told = [key for key in _SCHEDULES if key in value]
    cls = _SCHEDULES[told[0]] if len(told) == 1 else FreeText
    if len(told) > 1:
        raise AmbiguousItemError(tuple(told), tuple(_SCHEDULES))
    schedule: Schedule = converter.structure(value, cls)
    return schedule


def _told_content(value: object) -> tuple[object, type]:
    if not isinstance(value, Mapping):
        raise WrongTypeError("文字或映射", "text or a mapping", shown(value))
    told = [key for key in _ITEMS if key in value]
    part = [key for key in ("heading", "content") if key in value]
    if len(told) == 1 and not part:
        return value, _ITEMS[told[0]]
    if not told and part and "text" not in value:
        return value, Part
    if not told and not part and "text" in value:
        return value, Paragraph
    if not told and not part and "text" not in value:
        _refuse_misspelt(value, ("heading", "content", "text", *_ITEMS))
    found = (*told, *part, *(("text",) if "text" in value and not told else ()))
    raise AmbiguousItemError(found, ("heading", "content", "text", *_ITEMS))


def _refuse_misspelt(value: Mapping[str, object], telling: tuple[str, ...]) -> None:
    """An entry that nothing tells apart often has its telling key misspelt."""
    for key in value:
        unknown = _unknown_key(key, telling)
        if unknown.nearest:
            raise unknown


def _told_fact(value: object) -> tuple[object, type]:
    if not isinstance(value, Mapping):
        raise WrongTypeError("映射（若干“键: 值”）", "a mapping (keys and values)", shown(value))
    told = [key for key in _FACTS if key in value]
    if not told:
        _refuse_misspelt(value, tuple(_FACTS))
    if len(told) != 1:
        raise AmbiguousItemError(tuple(told), tuple(_FACTS))
    return value, _FACTS[told[0]]
