"""The filters, tests and functions of Jinja that are harmless, each after taking what it costs."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache, wraps
from typing import Any, Final

from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.tests import TESTS as JINJA_TESTS
from jinja2.utils import Namespace

from ._calls import Offered, carefully
from ._filters import FILTERS
from ._operators import carry_out, formatted, is_namespace, joined
from ._reach import weigh_replacing
from ._said import Marked, RefusalError, said
from ._work import deeper, in_order, spend, touched, weighed, within_bounds

_OF_TEXT: Final = ("capitalize", "lower", "title", "upper")
_OF_LISTS: Final = (
    *("first", "groupby", "last", "list", "map", "max", "min", "reject", "rejectattr", "reverse"),
    *("select", "selectattr", "sort", "unique"),
)
_COMPARING: Final = ("dictsort", "groupby", "max", "min", "sort", "unique")
_OF_SETS: Final = ("length", "count", "max", "min", "sort")
_OTHERS: Final = ("abs", "count", "d", "default", "dictsort", "float", "int", "items", "length")
_TESTS: Final = (
    *(
        "boolean",
        "defined",
        "divisibleby",
        "even",
        "false",
        "float",
        "integer",
        "iterable",
        "lower",
        "mapping",
        "none",
    ),
    *("number", "odd", "sequence", "string", "true", "undefined", "upper", "in"),
    *(
        "eq",
        "ne",
        "lt",
        "le",
        "gt",
        "ge",
        "==",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "equalto",
        "lessthan",
        "greaterthan",
    ),
)
_HIGHEST_PRECISION: Final = 12
_LONGEST_RANGE: Final = 100_000


@cache
def filters() -> dict[str, Any]:
    """Return all filters by name; those that begin with ``#`` are put into templates by us."""
    known: Any = JINJA_FILTERS
    return {
        **{name: _metered(name, known[name]) for name in (*_OF_TEXT, *_OF_LISTS, *_OTHERS)},
        **{name: _metered(name, function) for name, function in (_OWN | FILTERS).items()},
        **_INNER,
    }


@cache
def tests() -> dict[str, Any]:
    """Return all tests by name."""
    known: Any = JINJA_TESTS
    return {name: _weighing(known[name]) for name in _TESTS}


@cache
def functions() -> dict[str, Offered]:
    """Return the functions that every template may call."""
    own: dict[str, Callable[..., Any]] = {"range": _range, "namespace": Namespace, "dict": _dict}
    return {name: Offered(name, function) for name, function in own.items()}


def _metered(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    at = 1 if hasattr(function, "jinja_pass_arg") else 0  # Jinja's own argument comes first
    prepared = _PREPARED.get(name)

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        value = args[at] if prepared is None else prepared(args[at])
        if name in _OF_LISTS:
            value = in_order(value, sets=name in _OF_SETS)
        (weighed if name in _COMPARING else touched)(value)
        for other in (*args[at + 1 :], *kwargs.values()):
            touched(other)
            if name == "map" and isinstance(other, str) and other.startswith("#"):
                raise RefusalError("没有这样的过滤器", "There is no such filter", other)
        return carefully(name, _bound(function, args[:at]), (value, *args[at + 1 :]), kwargs)

    return run


def _bound(function: Callable[..., Any], first: tuple[Any, ...]) -> Callable[..., Any]:
    return function if not first else lambda *args, **kwargs: function(*first, *args, **kwargs)


def _text(value: Any) -> str:
    """The text that a filter changes; blocks in it would be lost."""
    text = said(value)
    if isinstance(text, Marked) and text.has_blocks:
        raise RefusalError(
            "这段文字里有块，不能再改动", "There are blocks in this text; it cannot be changed", value
        )
    touched(text)
    return str(text)


def _weighing(test: Callable[..., Any]) -> Callable[..., Any]:
    at = 1 if hasattr(test, "jinja_pass_arg") else 0

    @wraps(test)
    def run(*args: Any, **kwargs: Any) -> Any:
        for value in args[at:]:
            weighed(value)
        return test(*args, **kwargs)

    return run


def _join(values: Any, separator: Any = "", attribute: str | int | None = None) -> str:
    found = in_order(values)
    if attribute is not None:
        found = [getattr_of(value, attribute) for value in found]
    return joined(found, said(separator))


def _replace(text: str, old: Any, new: Any, count: int = -1) -> str:
    weigh_replacing(text, old, new)
    return text.replace(old, new, count)


def _round(number: Any, precision: Any = 0) -> Any:
    """Round half up, as people do; a Decimal stays one."""
    if not isinstance(precision, int) or abs(precision) > _HIGHEST_PRECISION:
        raise RefusalError("保留的位数太多", "That many places cannot be kept", precision)
    exact = Decimal(repr(number)) if isinstance(number, float) else Decimal(within_bounds(number))
    rounded = exact.quantize(Decimal(1).scaleb(-precision), "ROUND_HALF_UP")
    return float(rounded) if isinstance(number, float) else rounded


def _sum(values: Any, attribute: str | int | None = None, start: Any = 0) -> Any:
    total = start
    for value in in_order(values):
        total = carry_out("+", total, value if attribute is None else getattr_of(value, attribute))
    return total


def _trim(value: Any, characters: str | None = None) -> str:
    text = said(value)
    return Marked(text.strip(characters)) if isinstance(text, Marked) else text.strip(characters)


def _batch(values: Any, size: Any, fill: Any = None) -> list[list[Any]]:
    if not isinstance(size, int) or not 1 <= size <= 1000:
        raise RefusalError("每组的个数是 1 到 1000 的整数", "A batch holds from 1 to 1000 entries", size)
    found = list(in_order(values))
    groups = [found[index : index + size] for index in range(0, len(found), size)]
    if groups and fill is not None:
        groups[-1] += [fill] * (size - len(groups[-1]))
    return groups


def _format(pattern: str, *values: Any, **named: Any) -> str:
    return formatted(pattern, named or values)


def _range(*ends: int) -> range:
    numbers = range(*ends)
    if len(numbers) > _LONGEST_RANGE:
        raise RefusalError("range 最多 100000 个数", "A range has at most 100000 numbers")
    return numbers


def _dict(**entries: Any) -> dict[str, Any]:
    return entries


def getattr_of(value: Any, attribute: str | int) -> Any:
    """Return what a dotted name leads to, as ``{{ value.attribute }}`` does."""
    from ._sandbox import reached  # noqa: PLC0415 -- the sandbox is built from these filters

    return reached(value, attribute)


def _sliced(value: Any) -> Any:
    if isinstance(value, Marked) and value.has_blocks:
        raise RefusalError(
            "这段文字里有块，不能截取", "There are blocks in this text; it cannot be cut", value
        )
    return touched(value)


def _down(_level: int) -> None:
    deeper(1)


def _up(_level: int) -> None:
    deeper(-1)


_PREPARED: Final[dict[str, Callable[[Any], Any]]] = dict.fromkeys(
    (*_OF_TEXT, "replace", "format", "string"), _text
)
_OWN: Final[dict[str, Callable[..., Any]]] = {
    "join": _join,
    "replace": _replace,
    "round": _round,
    "sum": _sum,
    "trim": _trim,
    "batch": _batch,
    "format": _format,
    "string": said,
}
_INNER: Final[dict[str, Callable[..., Any]]] = {
    "#spend": spend,
    "#weighed": weighed,
    "#sliced": _sliced,
    "#in_order": in_order,
    "#marked": Marked,
    "#namespace": is_namespace,
    "#deeper": _down,
    "#higher": _up,
}
