"""Numbers that Word makes: what stands before a paragraph that belongs to a numbered list."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from unionkit.model import chinese_number

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_CIRCLED: Final = 20


class _Level(NamedTuple):
    """How a level of a list is numbered: from where, how, and with what about it."""

    start: int
    form: str
    text: str


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def _roman(number: int) -> str:
    said = ""
    for value, sign in _ROMAN:
        said += sign * (number // value)
        number %= value
    return said


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if number <= _CIRCLED else str(number)


_FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    **dict.fromkeys(
        (
            *("chineseCounting", "chineseCountingThousand", "ideographTraditional", "japaneseCounting"),
            *("chineseLegalSimplified", "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital"),
        ),
        chinese_number,
    ),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _number: "",
}


class Numbers:
    """The numbers of one document, counted as its paragraphs come."""

    def __init__(self, document: Any) -> None:
        self._styles = {
            style.get(f"{_W}styleId"): style for style in document.styles.element.iter(f"{_W}style")
        }
        part = next(
            (each.target_part for each in document.part.rels.values() if each.reltype.endswith("/numbering")),
            None,
        )
        self._numbering = getattr(part, "element", None)
        self._levels: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._counts: dict[str, list[int]] = {}

    def of(self, paragraph: Any) -> str:
        """Return the number that Word shows before a paragraph; nothing for one without, and for bullets."""
        told = self._membership(paragraph)
        if told is None or self._numbering is None:
            return ""
        list_id, depth = told
        if list_id not in self._levels:
            self._levels[list_id] = self._read(list_id)
        key, levels = self._levels[list_id]
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(key, [0] * _LEVELS)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        if level.form == "bullet":
            return ""

        def shown(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            like = levels.get(at, level)
            return _FORMS.get(like.form, str)(counts[at] or like.start)

        return _PLACE.sub(shown, level.text)

    def _membership(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and the level that a paragraph, or its style, belongs to."""
        properties = paragraph.find(f"{_W}pPr")
        seen = 0
        depth: int | None = None
        while properties is not None and seen <= len(self._styles):
            seen += 1
            told = properties.find(f"{_W}numPr")
            if told is not None:
                level, number = (told.find(f"{_W}{name}") for name in ("ilvl", "numId"))
                depth = _value(level) if depth is None and level is not None else depth
                if number is not None:
                    name = number.get(f"{_W}val")
                    return None if name == "0" else (name, min(depth or 0, _LEVELS - 1))
            properties = self._above(properties)
        return None

    def _above(self, properties: Any) -> Any:
        """The properties of the style that these go by."""
        style = properties.find(f"{_W}pStyle")
        owner = properties.getparent()
        if style is None and owner is not None and owner.tag == f"{_W}style":
            style = owner.find(f"{_W}basedOn")
        known = self._styles.get(style.get(f"{_W}val")) if style is not None else None
        return None if known is None else _properties(known)

    def _read(self, list_id: str) -> tuple[str, dict[int, _Level]]:
        """How a list is numbered; lists of one kind count on together, unless one of them starts anew."""
        number = _with(self._numbering, "num", "numId", list_id)
        if number is None:
            return list_id, {}
        kind = number.find(f"{_W}abstractNumId")
        name = kind.get(f"{_W}val") if kind is not None else ""
        abstract = _with(self._numbering, "abstractNum", "abstractNumId", name)
        levels = {} if abstract is None else {_at(each): _level(each) for each in abstract.iter(f"{_W}lvl")}
        overrides = list(number.iter(f"{_W}lvlOverride"))
        for override in overrides:
            at = _at(override)
            inner, start = override.find(f"{_W}lvl"), override.find(f"{_W}startOverride")
            if inner is not None:
                levels[at] = _level(inner)
            if start is not None and at in levels:
                levels[at] = levels[at]._replace(start=_value(start))
        return (f"num {list_id}" if overrides else f"abstract {name}"), levels


def _properties(style: Any) -> Any:
    found = style.find(f"{_W}pPr")
    return (
        found if found is not None else style
    )  # a style without any still names the one that it is based on


def _with(owner: Any, tag: str, key: str, value: str) -> Any:
    return next((each for each in owner.iter(f"{_W}{tag}") if each.get(f"{_W}{key}") == value), None)


def _level(node: Any) -> _Level:
    form, text, start = (node.find(f"{_W}{name}") for name in ("numFmt", "lvlText", "start"))
    return _Level(
        start=1 if start is None else _value(start),
        form="decimal" if form is None else form.get(f"{_W}val", "decimal"),
        text="" if text is None else text.get(f"{_W}val", ""),
    )


def _at(node: Any) -> int:
    return _number(node.get(f"{_W}ilvl"))


def _value(node: Any) -> int:
    return _number(node.get(f"{_W}val"))


def _number(text: str | None) -> int:
    """A number as Word writes it; 0 for anything else."""
    return int(text) if text is not None and text.isdecimal() and len(text) < 6 else 0
