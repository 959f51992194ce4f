"""
The plan file as a JSON Schema, made from the classes, for editors that complete and check while someone writes.

It accepts everything that loads. An editor reads YAML by its guesses (``2026`` is a number for it, ``no`` may be
false), so where loading takes text, the schema takes these too. What it cannot say is listed, with an example of
each, in ``docs/reference/schema.md``; a test keeps that list complete.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import EnumMeta
from functools import reduce
from operator import or_
from types import UnionType
from typing import Any, Final, TypeAlias, Union, get_args, get_origin

import attrs

from unionkit.errors import UnionkitError
from unionkit.model import (
    FESTIVALS,
    SEASONS,
    Content,
    Data,
    Fact,
    Money,
    Paragraph,
    Part,
    Plan,
    Quantity,
    Schedule,
    Target,
    Term,
    Vocabulary,
)

from ._classes import IGNORE_KEY
from ._schema_words import described, name_of, titled
from ._unstructure import key_of
from ._versions import FORMAT_VERSION

Schema: TypeAlias = dict[str, Any]

# A digit of any script: no other character of ASCII, and none from the blocks of Chinese and what stands around them.
_DIGIT: Final = r"[^\u0000-/:-\u065f\u2000-\ua61f\uac00-\uff0f\uff1a-\uffff]"
_NUMERAL: Final = "[零〇一二两三四五六七八九十百千万亿半廿卅壹贰叁肆伍陆柒捌玖拾佰仟]"
_FIGURE: Final = f"{_DIGIT}|{_NUMERAL}"
_DATE: Final = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_PROBED: Final = range(-1, 2200)
_YAML_TRUTH: Final = {"on": True, "yes": True, "y": True, "off": False, "no": False, "n": False}

_SCALARS: Final[dict[Any, Schema]] = {
    str: {"type": ["string", "number", "boolean"]},
    int: {"type": ["integer", "string"], "pattern": f"^[+-]?({_DIGIT})+$"},
    Decimal: {"type": ["number", "string"], "pattern": _DIGIT},
    bool: {"enum": [True, False, "true", "false", "True", "False", "是", "否"]},
    dt.date: {"type": "string", "pattern": _DATE},
    Money: {"type": ["number", "string"], "pattern": _FIGURE},
    Data: {"type": "object"},
}
_IGNORED: Final[Schema] = {
    "title": "不报的问题 · ignore",
    "description": "不报的问题。问题代码，如 UK203，一个或一列；对它所在的这一项（及其中各项）有效。\n\n"
    "Codes of findings that are not wanted in what this stands in, one or a list.",
    "type": ["string", "number", "boolean", "array", "null"],
    "items": {"type": ["string", "number", "boolean"]},
}
_JSON_DECIMAL: Final[Schema] = {
    "type": "object",
    "properties": {"$decimal": {"type": "string"}},
    "required": ["$decimal"],
    "additionalProperties": False,
}
"""How a JSON file writes a number with a fraction below ``data``."""
_NOTATION: Final[Schema] = {"type": ["number", "string"], "pattern": _FIGURE}
_EXAMPLES: Final[dict[str, list[Any]]] = {
    "Target": [">= 90%", "= 10家", "<= 3起", "约 10名", "80%-90%"],
    "Quantity": ["125家", "90%", "约6000余人", "七成"],
    "Money": [300, "300元", "1.5万元", "五万元"],
    "date": ["2026-09-10"],
    "Schedule": [
        "9月10日",
        "9月下旬",
        "9月—11月",
        "中秋节",
        "教师节前后",
        "国庆期间",
        "每季度",
        "年底前",
        "本学期",
    ],
}
_VOCABULARY: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("Organization", "sector"): ("sectors",),
    ("Part", "role"): ("roles",),
    ("Activity", "kind"): ("activity_kinds",),
    ("WelfareMeasure", "kind"): ("welfare_kinds",),
    ("WelfareMeasure", "triggers"): ("triggers",),
    ("Committee", "kind"): ("committee_kinds",),
    ("Delegates", "congress"): ("congresses",),
    ("BudgetLine", "account"): ("income_accounts", "expenditure_accounts"),
}
"""Where the names of the vocabulary stand."""
_NAMES: Final[dict[tuple[str, str], tuple[Term, ...]]] = {
    place: tuple(Term(name, name, name) for name in dict.fromkeys(known.values()))
    for place, known in ((("AtFestival", "festival"), FESTIVALS), (("InSeason", "season"), SEASONS))
}
"""Where other open names stand, and those that the core knows."""


class Maker:
    """Makes the schema for one vocabulary and some packs."""

    def __init__(self, vocabulary: Vocabulary, packs: Mapping[str, tuple[str, str, type | None]]) -> None:
        self._vocabulary = vocabulary
        self._packs = packs
        self._definitions: dict[str, Schema] = {}
        self._named: dict[str, Any] = {}

    def schema(self) -> Schema:
        """Return the whole schema."""
        root = self._class(Plan)
        version = [FORMAT_VERSION, str(FORMAT_VERSION), None]
        told = _told("unionkit", "格式版本", "文件格式的版本。", "The version of the file format.")
        properties = {"unionkit": {**told, "enum": version}, **root.pop("properties")}
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **root,
            "properties": properties,
            "$defs": dict(sorted(self._definitions.items())),
        }

    # ------------------------------------------------------------ classes

    def _class(self, cls: Any) -> Schema:
        attrs.resolve_types(cls)
        words = described(cls)
        fields = [field for field in attrs.fields(cls) if field.init]
        schema: Schema = {
            "title": f"{words.zh} · {name_of(cls)}" if words.zh else name_of(cls),
            "description": words.both,
            "type": "object",
            "properties": {key_of(field): self._property(cls, field) for field in fields}
            | {IGNORE_KEY: _IGNORED},
            "additionalProperties": False,
        }
        required = [key_of(field) for field in fields if field.default is attrs.NOTHING]
        if required:
            schema["required"] = required
        if cls is Part:
            schema["anyOf"] = [{"required": ["heading"]}, {"required": ["content"]}]
        return schema

    def _property(self, cls: Any, field: attrs.Attribute[Any]) -> Schema:
        words = titled(cls, field)
        schema = self._field(cls, field)
        if field.default is not attrs.NOTHING:
            schema = _or_null(schema)
        return {**_told(key_of(field), words.zh, words.long_zh, words.en), **schema}

    def _field(self, cls: Any, field: attrs.Attribute[Any]) -> Schema:
        kind = _without_none(field.type)
        offered = _VOCABULARY.get((cls.__name__, field.name), ())
        terms = [term for name in offered for term in getattr(self._vocabulary, name).values()]
        terms += _NAMES.get((cls.__name__, field.name), ())
        if get_origin(kind) is tuple:
            return self._list(cls, field, get_args(kind)[0], terms)
        if cls is Plan and field.name == "pack":
            terms = [Term(name, zh, en) for name, (zh, en, _) in self._packs.items()]
        if cls is Plan and kind is Data:
            return self._data()
        schema = self._kind(kind)
        if kind is str:
            schema = _filled(schema, cls, field, "")
        elif kind in (int, Decimal, Money):
            schema = {**schema, **_bounds(cls, field, kind)}
            if kind is not int and not cls.__module__.startswith("unionkit.model."):
                schema = {"anyOf": [schema, _JSON_DECIMAL]}
        return _offered(terms, schema)

    def _list(self, cls: Any, field: attrs.Attribute[Any], entry: Any, terms: Iterable[Term]) -> Schema:
        inner = self._kind(entry)
        if entry is str:
            inner = _filled(inner, cls, field, ("",))
        elif entry is int:
            inner = {**inner, **_limits(lambda number: _refusal(cls, field, (number,)))}
        inner = _offered(terms, inner)
        schema: Schema = {"type": "array", "items": inner}
        if field.default is attrs.NOTHING and _refusal(cls, field, ()):
            schema["minItems"] = 1
        return {"anyOf": [inner, schema]} if field.metadata.get("single") else schema

    def _data(self) -> Schema:
        properties = {
            name: {**_told(name, zh, zh, en), **_or_null(self._kind(kind))}
            for name, (zh, en, kind) in self._packs.items()
            if kind is not None
        }
        return {"type": "object", "properties": properties}

    # ------------------------------------------------------------ types

    def _kind(self, kind: Any) -> Schema:
        """The schema of a type: a scalar, or a reference to a definition."""
        kind = _without_none(kind)
        members = set(get_args(kind)) if get_origin(kind) in (Union, UnionType) else set()
        for name, union in (("Content", Content), ("Fact", Fact), ("Schedule", Schedule)):
            if members == set(get_args(union)):
                return self._refer(name, union)
        if members and members < set(get_args(Schedule)):
            return self._times(get_args(kind))
        if kind in _SCALARS:
            examples = _EXAMPLES.get(kind.__name__)
            return {**_SCALARS[kind], **({"examples": examples} if examples else {})}
        if get_origin(kind) is tuple:
            return {"type": "array", "items": self._kind(get_args(kind)[0])}
        if get_origin(kind) in (Union, UnionType):
            return {"anyOf": [self._kind(member) for member in get_args(kind)]}
        if not attrs.has(kind) and not isinstance(kind, EnumMeta):
            return {}  # a type that only the class of some pack knows
        return self._refer(name_of(kind), kind)

    def _refer(self, name: str, kind: Any) -> Schema:
        if self._named.setdefault(name, kind) != kind:  # two packs may call their types the same
            name = f"{kind.__module__}.{name}"
        if name not in self._definitions:
            self._definitions[name] = {}  # taken, for types that hold themselves
            self._definitions[name] = self._definition(name, kind)
        return {"$ref": f"#/$defs/{name}"}

    def _definition(self, name: str, kind: Any) -> Schema:
        text = dict(_SCALARS[str])
        if isinstance(kind, EnumMeta):
            return {**_head(kind), **_enum(kind)}
        if name == "Schedule":
            return {**_head(name), **self._times(get_args(kind))}
        if name in ("Content", "Fact"):
            members = sorted(get_args(kind), key=lambda member: member is Paragraph)
            short = [{**text, **_head(Paragraph)}] if name == "Content" else []
            return {**_head(name), "anyOf": [*map(self._kind, members), *short]}
        if kind in (Quantity, Target):
            return {
                **_head(kind),
                "anyOf": [{**_NOTATION, "examples": _EXAMPLES.get(name, [])}, self._class(kind)],
            }
        return self._class(kind)

    def _times(self, kinds: Iterable[Any]) -> Schema:
        worded = {**_SCALARS[str], "pattern": r"\S", "examples": _EXAMPLES["Schedule"]}
        return {"anyOf": [worded, *map(self._kind, kinds)]}


# ---------------------------------------------------------------- words


def _told(key: str, zh: str, long_zh: str, en: str) -> Schema:
    title = f"{zh} · {key}" if zh else key
    return {"title": title, "description": "\n\n".join(filter(None, (long_zh, en)))}


def _head(what: Any) -> Schema:
    words = described(what)
    name = what if isinstance(what, str) else name_of(what)
    return {"title": f"{words.zh} · {name}" if words.zh else name, "description": words.both}


# ---------------------------------------------------------------- parts of a schema


def _without_none(kind: Any) -> Any:
    members = [member for member in get_args(kind) if member is not type(None)]
    if get_origin(kind) not in (Union, UnionType) or len(members) == len(get_args(kind)):
        return kind
    return reduce(or_, members)


def _or_null(schema: Schema) -> Schema:
    """A key without a value is as good as absent."""
    kinds = schema.get("type")
    if kinds is not None:
        return {**schema, "type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    return {
        "anyOf": [*schema["anyOf"], {"type": "null"}] if "anyOf" in schema else [schema, {"type": "null"}]
    }


def _offered(terms: Iterable[Term], schema: Schema) -> Schema:
    """Known names, with what they mean, before whatever else may stand there."""
    known = {term.name: term for term in terms}
    if not known:
        return schema
    constants = [_constant(term.name, term.zh, term.en) for term in known.values()]
    return {"anyOf": [*constants, schema]}


def _constant(value: object, zh: str, en: str) -> Schema:
    return {"const": value, "title": zh, "description": zh if zh == en else f"{zh} · {en}"}


def _enum(kind: Any) -> Schema:
    words = {member: titled(kind, member) for member in kind}
    choices = [_constant(str(member), words[member].zh, words[member].en) for member in kind]
    guessed = [{"const": _YAML_TRUTH[member]} for member in kind if str(member) in _YAML_TRUTH]
    return {"anyOf": [*choices, *guessed]}


def _filled(schema: Schema, cls: Any, field: attrs.Attribute[Any], empty: object) -> Schema:
    return {**schema, "pattern": r"\S"} if _refusal(cls, field, empty) else schema


def _bounds(cls: Any, field: attrs.Attribute[Any], kind: Any) -> Schema:
    """The least and greatest number that the class takes, by asking it."""
    if kind is not int:
        return {"minimum": 0} if _refusal(cls, field, kind(-1)) else {}
    return _limits(lambda number: _refusal(cls, field, number))


def _limits(refusal: Callable[[int], UnionkitError | None]) -> Schema:
    taken = [number for number in _PROBED if not refusal(number)]
    bounds = {}
    if taken[0] != _PROBED[0]:
        bounds["minimum"] = taken[0]
    if taken[-1] != _PROBED[-1]:
        bounds["maximum"] = taken[-1]
    return bounds


def _refusal(cls: Any, field: attrs.Attribute[Any], value: object) -> UnionkitError | None:
    """What an attribute says to a value, in an instance that has nothing else."""
    if field.validator is None:
        return None
    made = cls.__new__(cls)
    for other in attrs.fields(cls):
        if other.default is None:
            object.__setattr__(made, other.name, None)
    try:
        field.validator(made, field, value)
    except UnionkitError as error:
        return error
    except AttributeError:  # it depends on another attribute
        return None
    return None
