"""
The environment of templates: an immutable sandbox in which only what is listed can be reached, and all work is counted.

Jinja's own sandbox keeps templates from changing data and from reaching the inside of Python. This one also knows what
each kind of value offers (:mod:`._reach`), leaves out the filters and functions that are not listed
(:mod:`._jinja`), carries out operators only when the result is small (:mod:`._operators`), and takes steps from a
budget (:mod:`._work`, :mod:`._metering`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Any, Final

from jinja2 import FunctionLoader, StrictUndefined, pass_context
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from ._calls import Offered, carefully
from ._jinja import filters, functions, tests
from ._metering import Generator, metered
from ._operators import carry_out, joined
from ._reach import call_method, may_read
from ._said import Marked, RefusalError, said, shown
from ._template_folder import TemplateFolder
from ._work import CHARACTERS, deeper, in_order, spend, weighed

_NAMES: Final = (
    *(
        "plan",
        "organization",
        "period",
        "content",
        "data",
        "lang",
        "private",
        "say",
        "heading",
        "item",
        "text",
        "list",
        "table",
    ),
    *(
        "figure",
        "page_break",
        "contents",
        "blocks",
        "worded",
        "date",
        "target",
        "money",
        "numeral",
        "schedule",
    ),
    *("quantity", "range", "namespace", "dict", "loop"),
)
"""What every template knows, to guess from when a name is misspelt."""


class Message(str):
    """A message of Jinja, with its Chinese words."""

    __slots__ = ("zh",)
    zh: str


class Missing(StrictUndefined):
    """A name or attribute that is not there: it can be asked whether it is defined, and nothing else."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = self._undefined_name, self._undefined_obj
        if self._undefined_hint:
            message = Message(self._undefined_hint)
            message.zh = str(message)
            return message
        if owner is missing:
            near = _nearest(str(name), _NAMES)
            message = Message(f"There is no “{name}”{f'; did you mean “{near}”?' if near else ''}")
            message.zh = f"没有“{name}”{f'；是不是“{near}”？' if near else ''}"
            return message
        known = _known(owner)
        near = _nearest(str(name), known)
        have = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")
        what = f" {shown(owner)}" if isinstance(owner, str | int | list | tuple) else ""
        tail_en = f"; did you mean “{near}”?" if near else f"; it has {have}" if have else ""
        tail_zh = f"；是不是“{near}”？" if near else f"；它有：{have}" if have else ""
        said_name = shown(name) if not isinstance(name, str) else f"“{name}”"
        message = Message(f"{type(owner).__name__}{what} has no {said_name}{tail_en}")
        message.zh = f"{type(owner).__name__}{what} 没有 {said_name}{tail_zh}"
        return message


def _nearest(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake pays for it

    return "".join(get_close_matches(name, known, n=1))


def _known(owner: Any) -> tuple[str, ...]:
    """The names that a value offers."""
    if isinstance(owner, Mapping):
        return tuple(key for key in owner if isinstance(key, str))
    if isinstance(owner, int | str | list | tuple):
        return ()
    names = (name for name in dir(type(owner)) if not name.startswith("_"))
    return tuple(name for name in names if may_read(owner, name, getattr(owner, name, None)))


def reached(value: Any, attribute: str | int) -> Any:
    """Return what a dotted name leads to."""
    for step in str(attribute).split("."):
        value = _item(value, int(step) if step.isdigit() else step)
    return value


def _attribute(value: Any, name: str) -> Any:
    if name.startswith("_"):
        raise _unreachable(value, name)
    try:
        found = getattr(value, name)
    except AttributeError:
        if isinstance(value, Mapping) and name in value:
            return value[name]
        try:
            return value[name]
        except (TypeError, LookupError, AttributeError):
            return Missing(obj=value, name=name)
    if may_read(value, name, found):
        return found
    if isinstance(value, Mapping) and name in value:
        return value[name]
    raise _unreachable(value, name)


def _item(value: Any, key: Any) -> Any:
    if isinstance(key, tuple):
        weighed(key)
    try:
        return value[key]
    except (TypeError, LookupError, AttributeError):
        return _attribute(value, str(key)) if isinstance(key, str) else Missing(obj=value, name=key)


def _unreachable(value: Any, name: str) -> RefusalError:
    kind = type(value).__name__
    return RefusalError(f"模板不能使用 {kind} 的 {name}", f"Templates cannot use {name} of {kind}")


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment whose templates can do nothing but put out text, and not for long."""

    code_generator_class = Generator
    joined = staticmethod(joined)
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})

    def compile(
        self, source: Any, name: str | None = None, filename: str | None = None, *args: Any, **kwargs: Any
    ) -> Any:
        """Compile a template that pays for its work."""
        tree = self.parse(source, name, filename) if isinstance(source, str) else source
        return super().compile(metered(tree, filename or ""), name, filename, *args, **kwargs)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may have an attribute."""
        return super().is_safe_attribute(obj, attr, value) and may_read(obj, attr, value)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what ``obj.attribute`` is."""
        return _attribute(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return what ``obj[argument]`` is."""
        return _item(obj, argument)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002 -- Jinja's
        """Carry out an operator."""
        return carry_out(operator, left, right)

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Any:  # noqa: A002 -- Jinja's
        """Return a template; each time costs as much as entering one."""
        spend(100)
        return super().get_template(name, parent, globals)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template may call."""
        if isinstance(obj, Macro | LoopContext | BlockReference):
            spend(8 + len(args) + len(kwargs))
            if isinstance(obj, LoopContext) and args:
                args = (in_order(args[0]), *args[1:])
            deeper(1)
            output = context.call(obj, *args, **kwargs)
            deeper(-1)
            return Marked(output)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        if type(obj) is Offered:
            return obj.called(args, kwargs)
        if isinstance(obj, Undefined):
            return obj()
        name = getattr(obj, "__name__", type(obj).__name__)
        return carefully(f"{name}(…)", lambda *a, **k: call_method(obj, a, k), args, kwargs)


@pass_context
def _put_out(
    _context: Context, value: Any
) -> str:  # wanting the context, it is never applied while compiling
    text = said(value)
    spend(1 + len(text) // CHARACTERS)
    return text


@pass_context
def _put_out_escaped(context: Context, value: Any) -> str:
    return escape(_put_out(context, value))


@lru_cache(maxsize=64)
def environment(folder: TemplateFolder, *, page: bool = False) -> Sandbox:
    """
    Return the environment of a folder; it reads a template when it is first used.

    Args:
        folder: The folder.

        page: Its templates make pages of HTML: whatever they put out between ``{{ }}`` is escaped.
    """
    made = Sandbox(
        loader=FunctionLoader(lambda name: _source(folder, name)),
        undefined=Missing,
        finalize=_put_out_escaped if page else _put_out,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # optimising takes longer than what a template saves that is rendered once
    )
    made.filters = filters()
    made.tests = tests()
    made.globals = dict(functions())
    return made


def _source(folder: TemplateFolder, name: str) -> tuple[str, str, None] | None:
    text = folder.text(name)
    return None if text is None else (text, f"{folder.label}/{name}", None)
