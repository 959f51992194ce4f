"""
Plain values ⇄ model types, by cattrs, in both directions from the classes themselves.

The name of an attribute is its key in files, unless its metadata says otherwise (``Goal.indicator`` is the key
``goal``). Every problem is reported, each with its path.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeVar, get_args, get_origin

import attrs
from cattrs import ClassValidationError, Converter, IterableValidationError
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from unionkit.errors import (
    AmbiguousItemError,
    DuplicateIdError,
    MissingKeyError,
    NotationError,
    UnionkitError,
    UnknownKeyError,
    UnknownNameError,
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
    check_text,
    parse_path,
    parse_schedule,
    plain_number,
)

T = TypeVar("T")

_INTEGER: Final = re.compile(r"[+-]?\d{1,18}")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_TRUTH: Final = {"true": True, "True": True, "false": False, "False": False, "是": True, "否": False}
_FACTS: Final[dict[str, type]] = {
    "goal": Goal,
    "result": Result,
    "activity": Activity,
    "welfare": WelfareMeasure,
}
_ITEMS: Final[dict[str, type]] = {**_FACTS, "table": Table}
_SCHEDULES: Final[dict[str, type]] = {"day": OnDay, "first": InMonths, "festival": AtFestival, "every": Every}


def shown(value: object) -> str:
    """Show a value in a message: text in quotes, lists and mappings by their brackets."""
    if isinstance(value, str):
        return f"“{value}”"
    if value is None:
        return "null"
    if isinstance(value, Mapping):
        return "{…}"
    return "[…]" if isinstance(value, list | tuple) else str(value)


def key_of(attribute: attrs.Attribute[Any]) -> str:
    """Return the key that stands for an attribute in files."""
    key: str = attribute.metadata.get("key", attribute.name)
    return key


def structure(value: object, cls: type[T]) -> T:
    """
    Build an instance of `cls` from plain values.

    Raises:
        ClassValidationError, IterableValidationError, UnionkitError: It cannot be built; :func:`problems` tells why.
    """
    return _converter().structure(value, cls)


def unstructure(value: object) -> Any:
    """Return plain values (text, numbers, lists, mappings) that :func:`structure` would turn into `value`."""
    return _converter().unstructure(value)


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
def _converter() -> Converter:
    converter = Converter(detailed_validation=True)
    converter.register_structure_hook_factory(attrs.has, lambda cls: _class_hook(cls, converter))
    converter.register_unstructure_hook_factory(attrs.has, lambda cls: _class_unhook(cls, converter))
    converter.register_structure_hook(StrEnum, _to_enum)
    converter.register_structure_hook_factory(_is_list, lambda kind: _list_hook(kind, converter))
    converter.register_structure_hook(str, lambda value, _: check_text(value))
    converter.register_structure_hook(int, _to_int)
    converter.register_structure_hook(bool, _to_bool)
    converter.register_structure_hook(dt.date, _to_date)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(Money, _to_money)
    converter.register_unstructure_hook(Money, _from_money)
    converter.register_structure_hook(Data, _to_data)
    converter.register_unstructure_hook(Data, _from_data)
    for cls in (Target, Quantity):
        _register_notation(converter, cls)
    converter.register_structure_hook_func(_is_schedule, lambda value, _: _to_schedule(value, converter))
    for cls in get_args(Schedule):
        _register_schedule(converter, cls)
    converter.register_structure_hook_func(
        lambda kind: kind == Content, lambda value, _: converter.structure(*_told_content(value))
    )
    converter.register_structure_hook_func(
        lambda kind: kind == Fact, lambda value, _: converter.structure(*_told_fact(value))
    )
    converter.register_unstructure_hook(Paragraph, _paragraph_unhook(converter))
    converter.register_unstructure_hook(Part, _part_unhook(converter))
    return converter


# ---------------------------------------------------------------- classes


def _class_hook(cls: type, converter: Converter) -> Callable[[object, Any], Any]:
    attrs.resolve_types(cls)
    fields = [field for field in attrs.fields(cls) if field.init]
    keys = {field.name: key_of(field) for field in fields}
    known = tuple(keys.values())
    names = {name: key for name, key in keys.items() if name != key}
    renamed: dict[str, Any] = {name: override(rename=key) for name, key in names.items()}
    build: Callable[[Any, Any], Any] = make_dict_structure_fn(cls, converter, **renamed)

    def hook(value: object, _: Any) -> Any:
        if not isinstance(value, Mapping):
            raise WrongTypeError("映射（若干“键: 值”）", "a mapping (keys and values)", shown(value))
        faults: list[Exception] = [_unknown_key(key, known) for key in value if key not in known]
        given = value if not faults else {key: value[key] for key in value if key in known}
        try:
            built = build(_without_nulls(given), cls)
        except ClassValidationError as error:
            _rename_notes(error, names)
            faults.extend(error.exceptions)
        if faults:
            raise ClassValidationError("", faults, cls)
        return built

    return hook


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
    nearest = get_close_matches(key, known, n=1, cutoff=0.6)
    return UnknownKeyError(key, nearest[0] if nearest else "", known)


def _class_unhook(cls: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    attrs.resolve_types(cls)
    names: dict[str, Any] = {
        field.name: override(rename=key_of(field)) if field.init else override(omit=True)
        for field in attrs.fields(cls)
    }
    return make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True, **names)


def _part_unhook(converter: Converter) -> Callable[[Part], dict[str, Any]]:
    unhook = _class_unhook(Part, converter)

    def told(part: Part) -> dict[str, Any]:
        entries = unhook(part)
        return entries if "heading" in entries or "content" in entries else {**entries, "content": []}

    return told


def _paragraph_unhook(converter: Converter) -> Callable[[Paragraph], Any]:
    unhook = _class_unhook(Paragraph, converter)
    return lambda paragraph: (
        unhook(paragraph) if paragraph.facts or paragraph.marker is not None else paragraph.text
    )


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


def _to_enum(value: object, kind: Any) -> StrEnum:
    known = tuple(member.value for member in kind)
    if value not in known:
        raise UnknownNameError(str(value), known)
    member: StrEnum = kind(value)
    return member


def _to_int(value: object, _: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        return int(value)
    raise WrongTypeError("整数", "an integer", shown(value))


def _to_bool(value: object, _: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in _TRUTH:
        return _TRUTH[value]
    raise WrongTypeError("true 或 false", "true or false", shown(value))


def _to_date(value: object, _: Any) -> dt.date:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise NotationError("日期", "a date", shown(value).strip("“”"), "2026-09-10")


def _to_money(value: object, _: Any) -> Money:
    return Money.parse(value) if isinstance(value, str) else Money(value)


def _from_money(money: Money) -> int | str:
    return int(money.yuan) if money.yuan == int(money.yuan) else plain_number(money.yuan)


def _to_data(value: object, _: Any) -> Data:
    if not isinstance(value, Mapping):
        raise WrongTypeError("映射（若干“键: 值”）", "a mapping (keys and values)", shown(value))
    return Data(value)


def _from_data(value: Any) -> Any:
    if isinstance(value, Data):
        return {key: _from_data(entry) for key, entry in value.items()}
    return [_from_data(entry) for entry in value] if isinstance(value, tuple) else value


# ---------------------------------------------------------------- small languages


def _register_notation(converter: Converter, cls: Any) -> None:
    """Read the short notation or the structured form; write the short one where it says everything."""
    hook, unhook = _class_hook(cls, converter), _class_unhook(cls, converter)

    def structured(value: object, _: Any) -> Any:
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        return cls.parse(value) if isinstance(value, str) else hook(value, cls)

    def unstructured(value: Any) -> Any:
        try:
            if cls.parse(str(value)) == value:
                return str(value)
        except NotationError:
            pass
        return {key: str(entry) for key, entry in unhook(value).items()}

    converter.register_structure_hook(cls, structured)
    converter.register_unstructure_hook(cls, unstructured)


def _register_schedule(converter: Converter, cls: Any) -> None:
    unhook = _class_unhook(cls, converter)

    def unstructured(schedule: Any) -> Any:
        return schedule.wording if parse_schedule(schedule.wording) == schedule else unhook(schedule)

    converter.register_unstructure_hook(cls, unstructured)


def _is_schedule(kind: Any) -> bool:
    """Also behind ``| None``, which joins the members of the union."""
    return set(get_args(kind)) - {type(None)} == set(get_args(Schedule))


def _to_schedule(value: object, converter: Converter) -> Schedule:
    if not isinstance(value, Mapping):
        return parse_schedule(check_text(value))
    told = [key for key in _SCHEDULES if key in value]
    cls = _SCHEDULES[told[0]] if len(told) == 1 else FreeText
    if len(told) > 1:
        raise AmbiguousItemError(tuple(told), tuple(_SCHEDULES))
    schedule: Schedule = converter.structure(value, cls)
    return schedule


def _told_content(value: object) -> tuple[object, type]:
    if isinstance(value, str):
        return {"text": check_text(value)}, Paragraph
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
    found = (*told, *part, *(("text",) if "text" in value and not told else ()))
    raise AmbiguousItemError(found, ("heading", "content", "text", *_ITEMS))


def _told_fact(value: object) -> tuple[object, type]:
    if not isinstance(value, Mapping):
        raise WrongTypeError("映射（若干“键: 值”）", "a mapping (keys and values)", shown(value))
    told = [key for key in _FACTS if key in value]
    if len(told) != 1:
        raise AmbiguousItemError(tuple(told), tuple(_FACTS))
    return value, _FACTS[told[0]]
