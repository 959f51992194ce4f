"""
What a pack's module contributes, taken from its hooks one by one, and a plugin of all of it that a Kit can take.

A Kit refuses the whole of a plugin in which one thing is wrong. A contract has a check for that one thing, and wants to
look at all the others: so names that are taken are left out here, and layouts name only what there is. Imports nothing
but the standard library and the core: the programs of other processes use it as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import ModuleType
from typing import Any, Final

import attrs

from unionkit import hookspecs
from unionkit.document import SECTIONS, Paper, Section
from unionkit.hookspecs import PROJECT, Pack, hookimpl
from unionkit.kit import Kit
from unionkit.model import CORE_VOCABULARY, Vocabulary

HOOKS: Final = tuple(name for name in hookspecs.__all__ if name.startswith("unionkit_"))
"""Names of all hooks."""


@attrs.frozen(kw_only=True, eq=False)
class Contributed:
    """
    What came of asking a module, hook by hook.

    Attributes:
        hooks: Names of the hooks that it claims to implement, those that do not exist included.

        entries: What each hook returned that is of the right type.

        problems: What was raised or of a wrong type, with the name of the hook.

        errors: What was raised, by hook.
    """

    hooks: tuple[str, ...]
    entries: Mapping[str, tuple[Any, ...]]
    problems: tuple[str, ...]
    errors: Mapping[str, Exception]

    def of(self, hook: str) -> tuple[Any, ...]:
        """Return what one hook contributed."""
        return self.entries.get(hook, ())

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs."""
        return self.of("unionkit_packs")

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections."""
        return self.of("unionkit_sections")


def contributed(module: object) -> Contributed:
    """Ask each hook that a module implements; what one raises does not stop the others."""
    found = dict(_implementations(module))
    entries: dict[str, tuple[Any, ...]] = {}
    problems: list[str] = []
    errors: dict[str, Exception] = {}
    for hook in sorted(found.keys() & set(HOOKS), key=HOOKS.index):
        names = tuple(pack.name for pack in entries.get("unionkit_packs", ()))
        try:
            answer = _called(found[hook], {"pack_names": names})
        except Exception as error:  # a pack is someone's code; the other hooks go on
            errors[hook] = error
            continue
        entries[hook], wrong = _sorted_out(hook, answer)
        problems += wrong
    return Contributed(hooks=tuple(sorted(found)), entries=entries, problems=tuple(problems), errors=errors)


def _implementations(module: object) -> Iterable[tuple[str, Callable[..., Any]]]:
    for name in dir(module):
        function = getattr(module, name, None)
        options = getattr(function, f"{PROJECT}_impl", None)
        if isinstance(options, dict) and callable(function):
            yield options.get("specname") or name, function


def _called(function: Callable[..., Any], arguments: Mapping[str, object]) -> Any:
    code = getattr(function, "__code__", None)
    wanted = code.co_varnames[: code.co_argcount] if code is not None else ()
    return function(**{name: value for name, value in arguments.items() if name in wanted})


def _sorted_out(hook: str, answer: object) -> tuple[tuple[Any, ...], list[str]]:
    """What of an answer is of the right type, and what is said of the rest."""
    if hook == "unionkit_executors":
        if not isinstance(answer, Mapping):
            return (), [f"{hook} returns a mapping of names to functions, not {answer!r:.80}"]
        return tuple(answer.items()), []
    kind = _kind(hook)
    if isinstance(answer, str | Mapping) or not isinstance(answer, Iterable):
        return (), [f"{hook} returns a list of {kind.__name__}, not {answer!r:.80}"]
    found = tuple(answer)
    wrong = [entry for entry in found if not isinstance(entry, kind)]
    right = tuple(entry for entry in found if isinstance(entry, kind))
    return right, [f"{hook} returns a list of {kind.__name__}, with {entry!r:.80} in it" for entry in wrong]


def _kind(hook: str) -> type:
    match hook:
        case "unionkit_packs":
            return Pack
        case "unionkit_sections":
            return Section
        case "unionkit_renderers":
            from unionkit.renderers import Renderer  # noqa: PLC0415 -- here and below: what a pack has not, it need not wait for

            return Renderer
        case "unionkit_rules":
            from unionkit.rules import Rule  # noqa: PLC0415

            return Rule
        case "unionkit_readers":
            from unionkit.readers import Reader  # noqa: PLC0415

            return Reader
        case _:
            import click  # noqa: PLC0415

            return click.Command


# ---------------------------------------------------------------- a plugin that a Kit takes


class Tolerated:
    """A plugin with all that a module contributes and no Kit would refuse."""

    def __init__(self, found: Contributed) -> None:
        """Leave out what bears a name that is taken."""
        self._found = found
        self.packs = tuple(_unlike(found.packs, lambda pack: [pack.name]))
        core = [section.name for section in SECTIONS]
        self.sections = tuple(
            _unlike(found.sections, lambda each: [f"{each.pack or ''}/{each.name}"], core_of(core))
        )
        from unionkit.renderers import DOCX, MARKDOWN, TEXT  # noqa: PLC0415 -- who asks for no renderer

        ours = [name for each in (DOCX, MARKDOWN, TEXT) for name in (each.name, *each.suffixes)]
        renderers = found.of("unionkit_renderers")
        self.renderers = tuple(_unlike(renderers, lambda each: [each.name, *each.suffixes], ours))

    @hookimpl
    def unionkit_packs(self) -> Sequence[Pack]:
        """Return the packs, with layouts of what there is."""
        known = {section.name for section in (*SECTIONS, *self.sections)}
        return [_repaired(pack, known) for pack in self.packs]

    @hookimpl
    def unionkit_sections(self) -> Sequence[Section]:
        """Return the sections."""
        return self.sections

    @hookimpl
    def unionkit_renderers(self) -> Sequence[Any]:
        """Return the renderers."""
        return self.renderers

    @hookimpl
    def unionkit_rules(self) -> Sequence[Any]:
        """Return the rules, but for those under a code of the core."""
        from unionkit.rules import RULES, Rule  # noqa: PLC0415 -- who asks for no rules

        rules = [
            rule
            for rule in self._found.of("unionkit_rules")
            if all(hasattr(rule, name) for name in Rule.__annotations__)
        ]
        return list(_unlike(rules, lambda rule: [rule.code], [rule.code for rule in RULES]))


def core_of(names: Iterable[str]) -> list[str]:
    """Return the names under which sections of the core are known here."""
    return [f"/{name}" for name in names]


def _unlike(
    entries: Iterable[Any], names: Callable[[Any], list[str]], taken: Iterable[str] = ()
) -> Iterable[Any]:
    """The entries whose names nobody took before."""
    seen = set(taken)
    for entry in entries:
        if seen.isdisjoint(names(entry)):
            seen.update(names(entry))
            yield entry


def _repaired(pack: Pack, known: set[str]) -> Pack:
    papers = _unlike(pack.papers, lambda paper: [paper.name])
    return attrs.evolve(
        pack,
        requires="0.1",
        layout=tuple(name for name in dict.fromkeys(pack.layout) if name in known) or ("body",),
        papers=tuple(attrs.evolve(paper, sections=_once(paper, known)) for paper in papers),
        vocabulary=_without_ours(pack.vocabulary),
    )


def _once(paper: Paper, known: set[str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(paper.sections) if name in known)


def _without_ours(vocabulary: Vocabulary) -> Vocabulary:
    fields = {
        field.name: {
            name: term
            for name, term in getattr(vocabulary, field.name).items()
            if name not in getattr(CORE_VOCABULARY, field.name)
        }
        for field in attrs.fields(Vocabulary)
    }
    return Vocabulary(**fields)


def kit_of(module: ModuleType, lang: Any = "zh") -> Kit:
    """Return a Kit with the core and one module, as far as it is any good."""
    return Kit(discover=False, plugins=[Tolerated(contributed(module))], lang=lang)
