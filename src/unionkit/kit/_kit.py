"""The Kit: it finds packs and plugins and offers load, read, check, compose and render."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from unionkit.document import DEFAULT_LAYOUT, Document, Paper, Section, compose, compose_paper, render_text
from unionkit.errors import (
    Lang,
    MissingStarterError,
    PlanFileError,
    UnknownExecutorError,
    UnknownFormatError,
    UnknownPackError,
    UnknownPaperError,
    UnknownReaderError,
    UnknownSectionError,
)
from unionkit.files import PlanFile, read_text_file, write_file
from unionkit.hookspecs import Pack
from unionkit.model import CORE_VOCABULARY, Plan, Vocabulary

from ._packdata import data_faults, typed_data
from ._registry import Plugin, Registry
from ._subject import Subject, places_of, plan_of

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from unionkit.readers import Reader, Reading
    from unionkit.renderers import Rendered, Renderer
    from unionkit.rules import Finding, Report, Rule

NEUTRAL: Final = "neutral"
"""Given as `pack`: print and check without the plan's own pack."""

_SET_ASIDE: Final[Mapping[str, str]] = {
    "zh": "这次的结果没有用到它：{reason}",
    "en": "This was made without it: {reason}",
}


def _to_plugins(plugins: Iterable[object]) -> tuple[object, ...]:
    return tuple(plugins)


def _to_names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(names)


@attrs.frozen(kw_only=True, eq=False)
class Kit:
    """
    Everything that is installed, ready to work with plans.

    A Kit never changes, may be shared between threads, and is pickled as its arguments. Two Kits do not disturb each
    other.

    Attributes:
        discover: Find installed packs and plugins by their entry points (group ``unionkit``).

        plugins: Further plugins: modules or objects that implement hooks.

        disabled: Names of plugins or distributions to leave out.

        strict: Raise when a plugin fails, instead of setting it aside.

        lang: Language of messages and of generated wording.

    Raises:
        NameClashError: Two plugins contribute the same name.
        UnknownPluginError: `disabled` names a plugin that is not there.
        PluginError, UnknownHookError, IncompatiblePackError: A plugin failed, and `strict` is true.
    """

    discover: bool = True
    plugins: tuple[object, ...] = attrs.field(default=(), converter=_to_plugins)
    disabled: tuple[str, ...] = attrs.field(default=(), converter=_to_names)
    strict: bool = False
    lang: Lang = "zh"
    _registry: Registry = attrs.field(init=False, repr=False)

    @_registry.default
    def _find(self) -> Registry:
        return Registry(
            discover=self.discover, plugins=self.plugins, disabled=self.disabled, strict=self.strict
        )

    def __reduce__(self) -> tuple[Callable[..., Kit], tuple[()]]:
        arguments = {field.name: getattr(self, field.name) for field in attrs.fields(Kit) if field.init}
        return partial(Kit, **arguments), ()

    # ------------------------------------------------------------ what is installed

    @property
    def found(self) -> tuple[Plugin, ...]:
        """Every plugin that was found, the built-in one first; one that was set aside says why."""
        return self._registry.plugins

    @property
    def packs(self) -> Mapping[str, Pack]:
        """The packs by name, sorted."""
        return {
            pack.name: pack
            for pack in sorted(self._registry.all("unionkit_packs"), key=lambda pack: pack.name)
        }

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule, sorted by code."""
        return sorted(self._registry.all("unionkit_rules"), key=lambda rule: rule.code)

    @property
    def renderers(self) -> Mapping[str, Renderer]:
        """The renderers by name of their format."""
        return {renderer.name: renderer for renderer in self._registry.all("unionkit_renderers")}

    @property
    def readers(self) -> Mapping[str, Reader]:
        """The readers by name."""
        return {reader.name: reader for reader in self._registry.all("unionkit_readers")}

    @property
    def vocabulary(self) -> Vocabulary:
        """The names that the core and all packs know."""
        together = CORE_VOCABULARY
        for pack in self.packs.values():
            together |= pack.vocabulary
        return together

    def commands(self) -> Sequence[Any]:
        """Return the commands that plugins add to the command line (click commands)."""
        return self._registry.ask_commands()

    def pack(self, name: str) -> Pack:
        """
        Return a pack.

        Raises:
            UnknownPackError: It is not installed.
        """
        try:
            return self.packs[name]
        except KeyError:
            raise UnknownPackError(name, tuple(self.packs)) from None

    def executor(self, name: str) -> Executor:
        """
        Make an executor for a batch; the caller shuts it down.

        Raises:
            UnknownExecutorError: Nobody contributes it.
        """
        executors = dict[str, Any](self._registry.all("unionkit_executors"))
        if name not in executors:
            raise UnknownExecutorError(name, tuple(sorted(executors)))
        made: Executor = executors[name]()
        return made

    # ------------------------------------------------------------ plans in

    def load(self, path: str | Path) -> PlanFile:
        """
        Load a plan file.

        Raises:
            ReadAccessError, FileTooLargeError, NotUtf8Error: It cannot be read.
            PlanFileError: It is no plan file; the error lists every problem with its line and column.
        """
        return self.loads(read_text_file(path), name=str(path))

    def loads(self, text: str, *, name: str = "-") -> PlanFile:
        """
        Load the text of a plan file; what stands under `data` is checked by the packs that understand it.

        Raises:
            PlanFileError: It is no plan file; the error lists every problem with its line and column.
        """
        file = PlanFile.parse(text, name=name)
        found = [
            file.problem(error, ("data", pack.name, *path))
            for pack in self.packs.values()
            if pack.data is not None and pack.name in file.plan.data
            for error, path in data_faults(file.plan.data[pack.name], pack.data)
        ]
        if found:
            raise PlanFileError(tuple(found))
        return file

    def read(self, path: str | Path, *, keep_noise: bool = False) -> Reading:
        """
        Read a plan from prose.

        Raises:
            ReadAccessError, FileTooLargeError, NotUtf8Error: It cannot be read.
            UnknownReaderError: No reader takes this kind of file.
        """
        reader = self._reader(Path(path).suffix)
        return reader.read(read_text_file(path), name=str(path), keep_noise=keep_noise)

    def reads(self, text: str, *, name: str = "-", keep_noise: bool = False) -> Reading:
        """Read a plan from prose that is at hand."""
        return self._reader(".txt").read(text, name=name, keep_noise=keep_noise)

    def new(self, pack: str, *, year: int, half: int) -> str:
        """
        Return the text of a pack's starter plan, to be filled in.

        Raises:
            UnknownPackError: It is not installed.
            MissingStarterError: It has none for that half year.
        """
        chosen = self.pack(pack)
        if half not in chosen.starters:
            raise MissingStarterError(pack, half)
        return render_text(chosen.package, chosen.starters[half], year=year, half=half)

    # ------------------------------------------------------------ checking

    def check(self, subject: Subject, *, on: dt.date | None = None, pack: str | None = None) -> Report:
        """
        Check a plan against the rules.

        Args:
            subject: A plan, a plan file or a reading; findings of the latter two say file, line and column.

            on: The day whose law applies. None: the last day of the plan's period.

            pack: Check as a plan of this pack; ``neutral``: of none. None: the pack that the plan names.

        Raises:
            UnknownPackError: The pack is not installed.
        """
        from unionkit.rules import Report, check_plan  # noqa: PLC0415 -- programs that only render do not load rules

        plan = self._as_of_pack(plan_of(subject), pack)
        report = check_plan(plan, self.rules, on=on, vocabulary=self.vocabulary)
        placed = _placed(subject, (*self._set_aside(), *report.findings))
        return Report(findings=tuple(placed), silent=report.silent)

    def _set_aside(self) -> list[Finding]:
        from unionkit.rules import Finding, Severity  # noqa: PLC0415 -- as above

        return [
            Finding(
                code="UK901",
                slug="plugin-set-aside",
                severity=Severity.WARNING,
                path=(),
                facts={"reason": plugin.error.message},
                wording=_SET_ASIDE,
            )
            for plugin in self.found
            if plugin.error is not None
        ]

    # ------------------------------------------------------------ documents out

    def compose(
        self, subject: Subject, *, paper: str | None = None, pack: str | None = None, renumber: bool = False
    ) -> Document:
        """
        Make the document of a plan.

        Args:
            subject: A plan, a plan file or a reading.

            paper: Name of one of the pack's papers. None: the plan itself.

            pack: Print with this pack; ``neutral``: with none. None: with the pack that the plan names.

            renumber: Drop stored markers and number everything anew.

        Raises:
            UnknownPackError: The pack is not installed.
            UnknownPaperError: The pack has no such paper.
            UnknownSectionError: The layout or paper names a section that nobody contributes.
            PlanFileError: What stands under `data` is not what the pack understands.
            TemplateError: A template cannot be rendered.
        """
        plan = self._as_of_pack(plan_of(subject), pack)
        chosen = self.pack(plan.pack) if plan.pack else None
        find = partial(self._section, pack=plan.pack)
        data = typed_data(plan, chosen)
        if paper is not None:
            return compose_paper(plan, _paper(chosen, paper), find, data=data)
        return compose(plan, chosen.layout if chosen else DEFAULT_LAYOUT, find, data=data, renumber=renumber)

    def rendered(
        self,
        subject: Subject,
        format: str,  # noqa: A002 -- the word of the field, and of the command line
        *,
        paper: str | None = None,
        pack: str | None = None,
        renumber: bool = False,
    ) -> Rendered:
        """
        Print a plan and return the bytes, with an account of every block.

        Raises:
            UnknownFormatError: No renderer writes this format.
            As :meth:`compose` does.
        """
        if format not in self.renderers:
            raise UnknownFormatError(format, tuple(self.renderers))
        renderer = self.renderers[format]
        if renderer.render_plan is not None:
            return renderer.render_plan(plan_of(subject))
        assert renderer.render is not None  # noqa: S101 -- a renderer has one of the two
        return renderer.render(self.compose(subject, paper=paper, pack=pack, renumber=renumber))

    def render(
        self,
        subject: Subject,
        path: str | Path,
        *,
        format: str | None = None,  # noqa: A002 -- as above
        paper: str | None = None,
        pack: str | None = None,
        renumber: bool = False,
    ) -> Path:
        """
        Print a plan to a file; the ending of its name says in which format, unless `format` does.

        Raises:
            WriteAccessError: The file cannot be written; what stood there is unchanged.
            As :meth:`rendered` does.
        """
        chosen = format or self.format_of(path)
        rendered = self.rendered(subject, chosen, paper=paper, pack=pack, renumber=renumber)
        return write_file(path, rendered.data)

    def format_of(self, path: str | Path) -> str:
        """
        Return the name of the format that a file's ending stands for.

        Raises:
            UnknownFormatError: It stands for none.
        """
        suffix = Path(path).suffix.lower()
        for renderer in self.renderers.values():
            if suffix in renderer.suffixes:
                return renderer.name
        raise UnknownFormatError(suffix or str(path), tuple(self.renderers))

    # ------------------------------------------------------------ finding things by name

    def _as_of_pack(self, plan: Plan, pack: str | None) -> Plan:
        name = plan.pack if pack is None else pack
        if name == NEUTRAL:
            return attrs.evolve(plan, pack=None)
        if name is not None:
            self.pack(name)
        return attrs.evolve(plan, pack=name) if name != plan.pack else plan

    def _section(self, name: str, *, pack: str | None) -> Section:
        sections: dict[tuple[str | None, str], Section] = {
            (section.pack, section.name): section for section in self._registry.all("unionkit_sections")
        }
        found = sections.get((pack, name)) or sections.get((None, name))
        if found is None:
            raise UnknownSectionError(
                name, tuple(sorted({known for owner, known in sections if owner in (None, pack)}))
            )
        return found

    def _reader(self, suffix: str) -> Reader:
        for reader in self.readers.values():
            if suffix.lower() in reader.suffixes:
                return reader
        raise UnknownReaderError(
            suffix, tuple(ending for reader in self.readers.values() for ending in reader.suffixes)
        )


def _paper(pack: Pack | None, name: str) -> Paper:
    papers = {paper.name: paper for paper in pack.papers} if pack else {}
    if name not in papers:
        raise UnknownPaperError(name, tuple(papers))
    return papers[name]


def _placed(subject: Subject, findings: Sequence[Finding]) -> list[Finding]:
    find = places_of(subject)
    placed = [attrs.evolve(found, place=find(found.path, found.words, found.nth)) for found in findings]
    if not isinstance(subject, PlanFile):
        return placed
    return [
        found for found in placed if found.place is None or not subject.is_ignored(found.code, found.place)
    ]
