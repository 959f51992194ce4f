"""What is installed: packs, rules, renderers, readers and all the rest, by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from unionkit.document import Block, Scope, Section, check_block
from unionkit.errors import (
    AmbiguousSectorError,
    IncompatiblePackError,
    Lang,
    Place,
    UnionkitError,
    UnknownExecutorError,
    UnknownFormatError,
    UnknownPackError,
    UnknownReaderError,
    UnservedSectorError,
)
from unionkit.hookspecs import Pack
from unionkit.model import CORE_VOCABULARY, Vocabulary

from ._dated import Almanacs, Laws, almanacs, laws
from ._layouts import Folder, Layout
from ._plugin import Plugin
from ._registry import Registry

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from unionkit.almanac import Almanac
    from unionkit.readers import Reader
    from unionkit.renderers import Renderer
    from unionkit.rules import Law, Rule


def _to_plugins(plugins: Iterable[object]) -> tuple[object, ...]:
    return tuple(plugins)


def _to_almanac(almanac: Almanac | Path | str | None) -> Almanac | Path | None:
    return Path(almanac) if isinstance(almanac, str) else almanac


def _to_law(law: Law | Path | str | None) -> Law | Path | None:
    return Path(law) if isinstance(law, str) else law


def _to_path(path: Path | str | None) -> Path | None:
    return None if path is None else Path(path)


def _to_names(names: Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


@attrs.frozen(kw_only=True, eq=False)
class Installed:
    """The plugins of a Kit, and what they contribute (see :class:`Kit` for the attributes)."""

    discover: bool = True
    plugins: tuple[object, ...] = attrs.field(default=(), converter=_to_plugins)
    disabled: tuple[str, ...] = attrs.field(default=(), converter=_to_names)
    strict: bool = False
    lang: Lang = attrs.field(default="zh", validator=attrs.validators.in_(("zh", "en")))
    templates: Path | None = attrs.field(default=None, converter=_to_path)
    almanac: Almanac | Path | None = attrs.field(default=None, converter=_to_almanac)
    law: Law | Path | None = attrs.field(default=None, converter=_to_law)
    _folder: Folder = attrs.field(init=False, repr=False)
    _registry: Registry = attrs.field(init=False, repr=False)
    _almanacs: Almanacs = attrs.field(init=False, repr=False)
    _laws: Laws = attrs.field(init=False, repr=False)

    @_folder.default
    def _read_folder(self) -> Folder:
        return Folder.read(self.templates)

    @_registry.default
    def _find(self) -> Registry:
        return Registry(
            discover=self.discover, plugins=self.plugins, disabled=self.disabled, strict=self.strict
        )

    @_almanacs.default
    def _read_almanac(self) -> Almanacs:
        return almanacs(self.almanac)

    @_laws.default
    def _read_law(self) -> Laws:
        return laws(self.law)

    @property
    def found(self) -> tuple[Plugin, ...]:
        """
        Every plugin that was found, the built-in one first; one that was set aside says why.

        All are asked first for what was not needed yet, commands excepted.
        """
        return self._registry.plugins

    @property
    def set_aside(self) -> Mapping[str, UnionkitError]:
        """
        Why plugins were set aside so far, by name.

        These are the ones without which output was made: unlike :attr:`found`, this asks none of them for what was not
        needed yet.
        """
        return self._registry.set_aside

    @property
    def unread_almanacs(self) -> Mapping[str, UnionkitError]:
        """Why almanac data of packs could not be read so far, by name of the pack; output was made without them."""
        return self._almanacs.unread

    @property
    def packs(self) -> Mapping[str, Pack]:
        """The packs by name, sorted."""
        return {
            pack.name: pack
            for pack in sorted(self._registry.all("unionkit_packs"), key=lambda pack: pack.name)
        }

    def almanac_for(self, pack: str | None = None) -> Almanac:
        """
        Return when festivals, seasons, terms and holidays are: as the core knows it, a pack, and the user's own data.

        Data of a pack that cannot be read are left out, and told by :attr:`unread_almanacs`.

        Args:
            pack: For plans of this pack. None: of plans without a pack.

        Raises:
            UnknownPackError: It is not installed.
            AlmanacFileError, ReadAccessError: The data of the pack cannot be read, and `strict` is true.
        """
        return self._almanacs.of(None if pack is None else self.pack(pack), strict=self.strict)

    def law_for(self, pack: str | None = None) -> Law:
        """
        Return the limits and duties that rules go by: those that the core knows, of a pack, and the user's own.

        Data of a pack that cannot be read are left out, and told by :attr:`unread_laws`.

        Args:
            pack: For plans of this pack. None: of plans without a pack.

        Raises:
            UnknownPackError: It is not installed.
            LawFileError, ReadAccessError: The data of the pack cannot be read, and `strict` is true.
        """
        return self._laws.of(None if pack is None else self.pack(pack), strict=self.strict)

    @property
    def unread_laws(self) -> Mapping[str, UnionkitError]:
        """Why parameters of packs could not be read so far, by name of the pack; checks were made without them."""
        return self._laws.unread

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

    def commands(self, taken: Iterable[str] = ()) -> Sequence[Any]:
        """
        Return the commands that plugins add to the command line (click commands).

        Args:
            taken: Names of the built-in commands.

        Raises:
            NameClashError: A plugin contributes a command of such a name, or two contribute the same.
        """
        return self._registry.commands(taken)

    def pack(self, name: str) -> Pack:
        """
        Return a pack.

        Raises:
            UnknownPackError: It is not installed.
            IncompatiblePackError: It is, and made for a newer core.
        """
        if name not in self.packs:
            raise self._no_pack(name, None)
        return self.packs[name]

    def _no_pack(self, name: str, place: Place | None) -> UnionkitError:
        """Why there is no pack of a name: nobody has installed it, or it was set aside."""
        for error in self.set_aside.values():
            if isinstance(error, IncompatiblePackError) and error.pack == name:
                return error
        return UnknownPackError(name, tuple(self.packs), place)

    def pack_of(self, sector: str) -> Pack:
        """
        Return the pack that serves a sector.

        Raises:
            UnservedSectorError: None does.
            AmbiguousSectorError: Several do.
        """
        serving = sorted(pack.name for pack in self.packs.values() if pack.sector and pack.sector == sector)
        if not serving:
            served = sorted({pack.sector for pack in self.packs.values() if pack.sector})
            raise UnservedSectorError(sector, tuple(served))
        if len(serving) > 1:
            raise AmbiguousSectorError(sector, tuple(serving))
        return self.packs[serving[0]]

    def executor(self, name: str) -> Executor:
        """
        Make an executor for a batch; the caller shuts it down.

        Raises:
            UnknownExecutorError: Nobody contributes it.
        """
        executors = dict[str, Any](self._registry.all("unionkit_executors"))
        if name not in executors:
            raise UnknownExecutorError(name, tuple(sorted(executors)))
        made: Executor = executors[name]()  # what it raises, it raises to the caller
        return made

    def format_of(self, path: str | Path) -> str:
        """
        Return the name of the format that a file's ending stands for.

        Raises:
            UnknownFormatError: It stands for none.
        """
        suffix = Path(path).suffix.lower()
        for renderer in self.renderers.values():
            if suffix in map(str.lower, renderer.suffixes):
                return renderer.name
        raise UnknownFormatError(suffix or str(path), tuple(self.renderers))

    def reader_of(self, path: str | Path) -> Reader:
        """
        Return the reader that takes files of this ending.

        Raises:
            UnknownReaderError: None does.
        """
        suffix = Path(path).suffix.lower()
        for reader in self.readers.values():
            if suffix in map(str.lower, reader.suffixes):
                return reader
        known = (ending for reader in self.readers.values() for ending in reader.suffixes)
        raise UnknownReaderError(suffix or str(path), tuple(known))

    def sections(self, pack: str | None = None) -> Mapping[str, Section]:
        """
        Return the sections that layouts may name, by name.

        Of several of one name, the one of the user's own folder of templates is taken, else the pack's, else the one
        for every plan.

        Args:
            pack: Of plans of this pack. None: of plans without a pack.
        """
        given: list[Section] = self._registry.all("unionkit_sections")
        return {
            section.name: section
            for sections in (given, self._folder.sections)
            for owner in dict.fromkeys((None, pack))
            for section in sections
            if section.pack == owner
        }

    def section(self, name: str, *, pack: str | None = None) -> Section:
        """
        Return a section: the one of the user's own folder of templates, else the pack's, else one for every plan.

        Raises:
            UnknownSectionError: Nobody contributes it.
        """
        known = self.sections(pack)
        Layout(names=(name,)).check(known)
        return self._blamed(known[name])

    def _blamed(self, section: Section) -> Section:
        """A section for whose failure the plugin that brought it is named."""
        return attrs.evolve(section, compose=partial(self._compose_section, section))

    def _compose_section(self, section: Section, scope: Scope) -> Iterator[Block]:
        with self._registry.blaming("unionkit_sections", section, f"section {section.name}"):
            for block in section.compose(scope):
                yield check_block(block)
