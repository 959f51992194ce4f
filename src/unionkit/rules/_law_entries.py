"""
Parameters as entries of a data file: what a file of the law says, made into a :class:`Law`, with all that is wrong.

    documents:
      funds-2017: {title: 《基层工会经费收支管理办法》, number: 总工办发〔2017〕32号, from: 2018-01-01, source: …}

Parameters
----------
      prize-share:
        title: 文体活动获奖面的上限
        title_en: highest share of winners among those taking part
        stricter: lower
        limits:
          - {value: 2/3, document: funds-2017, article: 第八条第二项}
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Final, TypeAlias, TypeVar, cast

import attrs

from unionkit.errors import (
    ImpossibleValueError,
    InvalidValueError,
    MissingKeyError,
    UnionkitError,
    UnknownKeyError,
    UnknownParameterError,
    WrongTypeError,
)
from unionkit.model import Path, check_region

from ._finding import Basis, Confidence
from ._law import Figure, Law, Limit, Parameter, Stricter

Wrong: TypeAlias = "tuple[UnionkitError, Path]"
"""What is wrong in an entry, and where it stands in the file."""

_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)
_Read: TypeAlias = "Callable[[object], _T]"

_OF_A_LIMIT: Final = (
    *("value", "document", "title", "number", "article", "from", "until", "confidence"),
    *("region", "sectors", "ownerships", "source", "note"),
)
_OF_A_NEW_ONE: Final = ("title", "title_en", "stricter")
_COUNTED: Final = ("元", "人", "%", "天")
"""Units whose figures count something."""

LAW_VERSION: Final = 1
"""The version of the format, the value of the key ``law``."""


@attrs.frozen
class _Document:
    """A regulation that limits cite, and where it was read."""

    basis: Basis
    source: str
    region: str


def law_of(
    values: object, *, known: Law | None = None, spoilt: Iterable[Path] = ()
) -> tuple[Law, tuple[Wrong, ...]]:
    """
    Return the law that the plain values of a file tell, and everything that is wrong in them.

    What is wrong is no part of the law: a limit, or a document with the limits that cite it, or a parameter that
    nobody could understand.

    Args:
        values: What stands in the file: numbers as int, float or text (``2/3``), days as dates.

        known: Parameters that the file may add limits to without telling again what they are.

        spoilt: Where the values are not those that were written (an alias, a key that stands twice); what holds or is
            held by one of these is left out.
    """
    entries = _Entries(known or Law(), tuple(spoilt))
    return entries.law(values), tuple(entries.wrong)


class _Entries:
    def __init__(self, known: Law, spoilt: tuple[Path, ...]) -> None:
        self.wrong: list[Wrong] = []
        self._known = known
        self._spoilt = spoilt
        self._documents: dict[str, _Document | None] = {}  # None: something is wrong in it

    def law(self, values: object) -> Law:
        told = self._mapping(values, (), ("law", "documents", "parameters"), needs=("parameters",))
        if told is None:
            return Law()
        version = told.get("law", LAW_VERSION)
        if str(version) != str(LAW_VERSION):
            self._note(
                ImpossibleValueError(
                    f"文件格式的版本是 {LAW_VERSION}，不是 {version}",
                    f"The version of the format is {LAW_VERSION}, not {version}",
                ),
                ("law",),
            )
            return Law()
        for name, document, path in self._named(told.get("documents"), ("documents",)):
            before = len(self.wrong)
            made = self._document(document, path)
            is_sound = len(self.wrong) == before and not self._is_spoilt(path)
            self._documents[name] = made if is_sound else None
        parameters = {}
        for name, parameter, path in self._named(told.get("parameters"), ("parameters",)):
            read = self._parameter(name, parameter, path)
            if read is not None:
                parameters[name] = read
        return Law(parameters)

    # ------------------------------------------------------------ entries

    def _document(self, value: object, path: Path) -> _Document | None:
        keys = ("title", "number", "article", "from", "until", "confidence", "source", "region")
        told = self._mapping(value, path, keys, needs=("title",))
        if told is None:
            return None
        basis = self._basis(told, path, Basis())
        if basis is None:
            return None
        return _Document(
            basis,
            self._read(told, "source", path, _text) or "",
            self._read(told, "region", path, _region) or "",
        )

    def _is_spoilt(self, path: Path, *, without: str | None = None) -> bool:
        """Whether a value that was not read as written holds the entry, or stands in it (elsewhere than in a part)."""
        inner = (*path, without)
        return any(
            path[: len(each)] == each or (each[: len(path)] == path and each[: len(inner)] != inner)
            for each in self._spoilt
        )

    def _parameter(self, name: str, value: object, path: Path) -> Parameter | None:
        ours = self._known.parameters.get(name)
        is_new = ours is None
        if is_new and isinstance(value, Mapping) and not {*_OF_A_NEW_ONE} & value.keys():
            near = _nearest(name, tuple(self._known.parameters))
            self._note(UnknownParameterError(name, near, _OF_A_NEW_ONE), path)
            # Its limits are looked at as if it were that one.
            self._understood(name, value, path, self._known.parameters.get(near), needs=("limits",))
            return None
        needs = (*_OF_A_NEW_ONE, "limits") if is_new else ("limits",)
        return self._understood(name, value, path, ours, needs=needs)

    def _understood(
        self, name: str, value: object, path: Path, ours: Parameter | None, *, needs: tuple[str, ...]
    ) -> Parameter | None:
        before = len(self.wrong)
        told = self._mapping(value, path, ("title", "title_en", "unit", "stricter", "limits"), needs=needs)
        if told is None:
            return None
        stricter = self._read(told, "stricter", path, _one_of(Stricter))
        unit = self._read(told, "unit", path, _text)
        for key, here, there in (
            ("stricter", stricter, ours and ours.stricter),
            ("unit", unit, ours and ours.unit),
        ):
            if ours is not None and here is not None and here != there:
                self._note(
                    ImpossibleValueError(
                        f"参数“{name}”的 {key} 是“{there}”，不能改为“{here}”",
                        f"{key} of the parameter “{name}” is “{there}” and cannot become “{here}”",
                    ),
                    (*path, key),
                )
        for key in ("title", "title_en"):
            self._read(told, key, path, _text)
        is_sound = len(self.wrong) == before and not self._is_spoilt(path, without="limits")
        stricter = stricter or (ours.stricter if ours else None)
        unit = unit or (ours.unit if ours else "")
        limits: list[tuple[int, Limit]] = []
        for at, entry in enumerate(self._list(told.get("limits"), (*path, "limits"))):
            limit = self._limit(entry, (*path, "limits", at), stricter, unit, like=ours)
            if limit is not None:
                limits.append((at, limit))
        contradictory = self._contradictory(limits, stricter, path)
        if not is_sound or stricter is None:
            return None
        return Parameter(
            name=name,
            title_zh=str(told.get("title") or (ours.title_zh if ours else name)),
            title_en=str(told.get("title_en") or (ours.title_en if ours else name)),
            unit=unit,
            stricter=stricter,
            limits=tuple(limit for at, limit in limits if at not in contradictory),
        )

    def _limit(
        self, value: object, path: Path, stricter: Stricter | None, unit: str, *, like: Parameter | None
    ) -> Limit | None:
        before = len(self.wrong)
        told = self._mapping(value, path, _OF_A_LIMIT, needs=("value",))
        if told is None:
            return None
        document = self._cited(told, path)
        basis = self._basis(told, path, document.basis if document else Basis())
        figure = self._read(told, "value", path, _figure)
        if (
            figure is not None
            and stricter is not None
            and isinstance(figure, tuple) is not (stricter is Stricter.TOGETHER)
        ):
            expected = (
                ("名称的列表", "a list of names") if stricter is Stricter.TOGETHER else ("数", "a number")
            )
            self._note(WrongTypeError(*expected, repr(told["value"])), (*path, "value"))
        sample = next((each.value for each in like.limits), None) if like else None
        if (
            figure is not None
            and sample is not None
            and isinstance(figure, bool) is not isinstance(sample, bool)
        ):
            self._note(
                WrongTypeError("是（true）或否（false）", "true or false", repr(told["value"]))
                if isinstance(sample, bool)
                else WrongTypeError("数", "a number", repr(told["value"])),
                (*path, "value"),
            )
        if isinstance(figure, Fraction) and figure < 0 and unit in _COUNTED:
            self._note(
                ImpossibleValueError(
                    f"“{unit}”的数不能是负数（{figure}）", f"A figure in {unit} cannot be negative ({figure})"
                ),
                (*path, "value"),
            )
        region = self._read(told, "region", path, _region)
        names_no_sound_one = told.get("document") is not None and document is None
        if len(self.wrong) > before or names_no_sound_one or self._is_spoilt(path):
            return None
        if figure is None or basis is None:
            return None
        return Limit(
            value=figure,
            basis=basis,
            region=(document.region if document else "") if region is None else region,
            sectors=self._read(told, "sectors", path, _texts) or (),
            ownerships=self._read(told, "ownerships", path, _texts) or (),
            source=self._read(told, "source", path, _text) or (document.source if document else ""),
            note=self._read(told, "note", path, _text) or "",
        )

    def _cited(self, told: Mapping[str, object], path: Path) -> _Document | None:
        name = self._read(told, "document", path, _text)
        if name is None:
            if not {"title", "document"} & told.keys():
                self._note(MissingKeyError("document"), path)
            return None
        if name not in self._documents:
            known = "、".join(self._documents)
            self._note(
                ImpossibleValueError(
                    f"documents 中没有“{name}”（有：{known or '无'}）",
                    f"There is no “{name}” under documents (there are: {known or 'none'})",
                ),
                (*path, "document"),
            )
        return self._documents.get(name)

    def _basis(self, told: Mapping[str, object], path: Path, base: Basis) -> Basis | None:
        since, until = (self._read(told, key, path, _day) for key in ("from", "until"))
        confidence = self._read(told, "confidence", path, _one_of(Confidence))
        basis = Basis(
            title=self._read(told, "title", path, _text) or base.title,
            number=self._read(told, "number", path, _text) or base.number,
            article=self._read(told, "article", path, _text) or base.article,
            since=since or base.since,
            until=until or base.until,
            confidence=confidence or base.confidence,
        )
        if basis.since and basis.until and basis.until < basis.since:
            self._note(
                ImpossibleValueError(
                    f"终止日 {basis.until} 早于起始日 {basis.since}",
                    f"The last day {basis.until} is before the first day {basis.since}",
                ),
                (*path, "until" if "until" in told else "from"),
            )
            return None
        return basis

    def _contradictory(
        self, limits: list[tuple[int, Limit]], stricter: Stricter | None, path: Path
    ) -> set[int]:
        """Tell and return those of one document, region and sector that say different things of one day."""
        contradictory: set[int] = set()
        if stricter is Stricter.TOGETHER:
            return contradictory
        for number, (at, limit) in enumerate(limits):
            for earlier, before in limits[:number]:
                if (
                    before.value != limit.value
                    and _cite(before) == _cite(limit)
                    and _overlap(before.basis, limit.basis)
                ):
                    contradictory |= {earlier, at}
                    self._note(
                        ImpossibleValueError(
                            f"与前面的一条矛盾：同一文件、同一地区在同一天既是 {before.value} 又是 {limit.value}",
                            f"This contradicts an earlier limit: {before.value} and {limit.value} on one day, by one document",
                        ),
                        (*path, "limits", at),
                    )
        return contradictory

    # ------------------------------------------------------------ values

    def _note(self, error: UnionkitError, path: Path) -> None:
        self.wrong.append((error, path))

    def _mapping(
        self, value: object, path: Path, keys: tuple[str, ...], *, needs: tuple[str, ...]
    ) -> Mapping[str, object] | None:
        if not isinstance(value, Mapping):
            self._note(WrongTypeError("若干“键: 值”", "keys and values", repr(value)), path)
            return None
        told = cast("Mapping[str, object]", value)
        meant = set()  # a key that is misspelt is not missing too
        for key in told:
            if key not in keys:
                near = _nearest(str(key), keys)
                meant.add(near)
                self._note(UnknownKeyError(str(key), near, keys), (*path, str(key)))
        for key in needs:
            if told.get(key) is None and key not in meant:
                self._note(MissingKeyError(key), path)
        return told

    def _named(self, value: object, path: Path) -> Iterator[tuple[str, object, Path]]:
        if value is None:
            return
        if not isinstance(value, Mapping):
            self._note(WrongTypeError("若干“名称: 内容”", "names and what they stand for", repr(value)), path)
            return
        for name, entry in value.items():
            yield str(name), entry, (*path, str(name))

    def _list(self, value: object, path: Path) -> list[object]:
        if isinstance(value, list):
            return value
        if value is not None:
            self._note(WrongTypeError("列表（每行以“- ”开头）", "a list", repr(value)), path)
        return []

    def _read(self, told: Mapping[str, object], key: str, path: Path, read: _Read[_T]) -> _T | None:
        if told.get(key) is None:
            return None
        try:
            return read(told[key])
        except InvalidValueError as error:
            self._note(error, (*path, key))
            return None


def _nearest(key: str, keys: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake pays for it

    return "".join(get_close_matches(key, keys, n=1))


def _cite(limit: Limit) -> tuple[object, ...]:
    return (limit.basis.title, limit.basis.number, limit.region, limit.sectors, limit.ownerships)


def _overlap(one: Basis, other: Basis) -> bool:
    return (one.since or dt.date.min) <= (other.until or dt.date.max) and (other.since or dt.date.min) <= (
        one.until or dt.date.max
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise WrongTypeError("文字", "text", repr(value))
    return value


def _region(value: object) -> str:
    name = _text(value)
    return check_region(name) if name else name


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(_text, value if isinstance(value, list) else [value]))


def _day(value: object) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise WrongTypeError("日期，如 2026-01-01", "a day such as 2026-01-01", repr(value)) from None


def _figure(value: object) -> Figure:
    if isinstance(value, bool):
        return value
    if isinstance(value, list):
        return _texts(value)
    if value in ("true", "false"):
        return value == "true"
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        raise WrongTypeError(
            "数，如 300、0.5 或 2/3", "a number such as 300, 0.5 or 2/3", repr(value)
        ) from None


def _one_of(kind: type[_E]) -> _Read[_E]:
    def read(value: object) -> _E:
        try:
            return kind(str(value))
        except ValueError:
            known = "、".join(each.value for each in kind)
            raise WrongTypeError(f"{known} 之一", f"one of {known}", repr(value)) from None

    return read
