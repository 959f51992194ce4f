"""A new template pack: the files in the folder ``new_pack``, with the names of the sector put in."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, Self

import attrs

from unionkit._version import __version__
from unionkit.errors import ImpossibleValueError, WriteAccessError
from unionkit.files import write_file
from unionkit.hookspecs import NEUTRAL
from unionkit.model import CORE_VOCABULARY, check_text

_ENDING: Final = ".txt"
"""Behind the name of every file: no tool takes them for modules or projects before they are written out."""


@attrs.frozen(kw_only=True)
class Details:
    """
    What a new pack is called.

    Attributes:
        name: Its name, as plans give it.

        title: What it is for, in Chinese.

        title_en: The same in English.

        sector: The sector that it serves.

        prefix: What the codes of its rules begin with.
    """

    name: str
    title: str
    title_en: str
    sector: str
    prefix: str

    @classmethod
    def of(
        cls, name: str, *, title: str | None, title_en: str | None, sector: str | None, prefix: str | None
    ) -> Self:
        """
        Return the details, made from the name where they are not given.

        Raises:
            ImpossibleValueError: One cannot be used.
        """
        if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name) or name == NEUTRAL:
            raise ImpossibleValueError(
                f"“{name}”不能作模板包的名称；用小写字母、数字和连字符，如 hospital",
                f"“{name}” cannot be the name of a pack; use small letters, digits and hyphens, such as hospital",
            )
        code = prefix or name.replace("-", "").upper()[:3].ljust(3, "X")
        if not re.fullmatch(r"[A-Z]{3}", code):
            raise ImpossibleValueError(
                f"“{code}”不能作规则编号的字头；写三个大写字母，如 --prefix HOS",
                f"Rule codes cannot begin with “{code}”; give three capitals, such as --prefix HOS",
            )
        served = sector or name
        known = CORE_VOCABULARY.sectors.get(served)
        words = name.replace("-", " ")
        return cls(
            name=name,
            title=_usable(title or (f"{known.zh}工会" if known else f"{name}工会")),
            title_en=_usable(title_en or f"unions of the sector {words}"),
            sector=_usable(served),
            prefix=code,
        )

    @property
    def package(self) -> str:
        """Its import name."""
        return f"unionkit_pack_{self.name.replace('-', '_')}"

    @property
    def distribution(self) -> str:
        """The name of its distribution."""
        return f"unionkit-pack-{self.name}"

    def placed(self, text: str) -> str:
        """Put the names into a text."""
        major, minor = __version__.split(".")[:2]
        constant = self.name.replace("-", "_").upper()
        known = self.sector in CORE_VOCABULARY.sectors
        term = f'    sectors={{"{self.sector}": Term("{self.sector}", "{self.title}", "{self.title_en}")}},\n'
        names = {
            "DISTRIBUTION": self.distribution,
            "PACKAGE": self.package,
            "SECTOR_TERM": "" if known else term,
            "SECTOR": self.sector,
            "TITLE_ZH": self.title,
            "TITLE_EN": self.title_en,
            "CONSTANT": f"{constant}_PACK" if keyword.iskeyword(constant.lower()) else constant,
            "CLASS": "".join(word.capitalize() for word in self.name.split("-")),
            "PREFIX": self.prefix,
            "CORE_LEAST": f"{major}.{minor}",
            "CORE_BELOW": f"{major}.{int(minor) + 1}",
            "NAME": self.name,
        }
        return re.sub("|".join(names), lambda found: names[found[0]], text)


def _usable(text: str) -> str:
    """A title that can stand in every file of the pack."""
    if not check_text(text).strip() or re.search(r'["\\{}#:]', text):
        raise ImpossibleValueError(
            f"名称“{text}”不能为空，也不能有引号、反斜杠、花括号、# 和冒号",
            f"The title “{text}” cannot be empty, nor hold quotes, backslashes, braces, # and colons",
        )
    return text.strip()


def write_pack(details: Details, folder: Path) -> Path:
    """
    Write the pack into a new folder within `folder`, and return it.

    Raises:
        WriteAccessError: A file cannot be written, or the new folder is there already.
    """
    target = folder / details.distribution
    if target.exists():
        raise WriteAccessError(str(target), "已经存在", "it exists already")
    for name, text in _files(files(__package__) / "new_pack", ""):
        file = target / details.placed(name)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteAccessError(str(file), str(error), str(error)) from error
        write_file(file, details.placed(text).encode())
    return target


def _files(folder: Traversable, above: str) -> Iterator[tuple[str, str]]:
    """The files of a new pack, with their names within it."""
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        name = f"{above}{entry.name}"
        if entry.is_dir():
            yield from _files(entry, f"{name}/")
        elif name.endswith(_ENDING):
            yield name.removesuffix(_ENDING), entry.read_text(encoding="utf-8")
