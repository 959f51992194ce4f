"""Sections and layouts from a folder of the user's own templates, which override those of the packs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from unionkit.errors import ReadAccessError, TemplateError, UnknownNameError
from unionkit.model import CORE_VOCABULARY

from ._said import shown
from ._section import Scope, Section
from ._template_folder import ENDING, TemplateFolder, unreadable
from ._templates import render_blocks
from ._tree import Block

LAYOUT_FILE: Final = "layout.txt"
"""The file of a folder of templates that holds a layout."""

_COMMENT: Final = re.compile(r"\s*\{#-?(?P<inside>.*?)-?#\}", re.DOTALL)
_ROLE: Final = re.compile(r"[^\W_][\w-]*")
_FIELDS: Final = ("title", "roles", "headed")


def folder_sections(path: Path) -> tuple[Section, ...]:
    """
    Return the sections that a folder of templates makes, sorted by pack and name.

    ``NAME.j2`` is the section NAME of every plan, ``PACK/NAME.j2`` that of plans of one pack; what begins with ``_`` is
    only for including. A template may begin with ``{# title: 标题 / English; roles: work, goals; headed #}``.

    Raises:
        ReadAccessError: The folder, or a template, is not there or cannot be read.
        NotUtf8Error: A template is not UTF-8.
        FileTooLargeError: A template is larger than 1 MiB.
        TemplateError: The first line of a template says something else than title, roles and headed.
    """
    names = _names(Path(path), _is_template)
    folder = TemplateFolder(path).read()
    return tuple(_section(folder, name) for name in names)


def folder_layouts(path: Path) -> Mapping[str | None, tuple[str, ...]]:
    """
    Return the layouts of a folder of templates by pack; None: that of all others.

    ``layout.txt`` and ``PACK/layout.txt`` name a section on each line; what follows ``#`` is a comment.

    Raises:
        ReadAccessError: The folder, or a layout, is not there or cannot be read.
        NotUtf8Error: A layout is not UTF-8.
        FileTooLargeError: A layout is larger than 1 MiB.
        TemplateError: A layout names nothing, a section twice, or more than one on a line.
    """
    folder = TemplateFolder(path)
    names = _names(Path(path), lambda file: file.name == LAYOUT_FILE)
    return {_pack(name): tuple(_layout(folder, name)) for name in names}


def _is_template(file: Path) -> bool:
    return file.name.endswith(ENDING) and not file.name.startswith(("_", "."))


def _names(path: Path, wanted: Callable[[Path], bool]) -> list[str]:
    """Names of the files of a folder and of its folders, one level deep."""
    try:
        found = sorted(path.iterdir())
        below = [file for folder in found if _is_packs(folder) for file in sorted(folder.iterdir())]
    except OSError as error:
        raise unreadable(str(path), error) from error
    files = [file for file in (*found, *below) if wanted(file) and not file.is_dir()]
    return [file.relative_to(path).as_posix() for file in files]


def _is_packs(folder: Path) -> bool:
    return folder.is_dir() and not folder.name.startswith(("_", "."))


def _pack(name: str) -> str | None:
    return name.rpartition("/")[0] or None


def _read(folder: TemplateFolder, name: str) -> str:
    text = folder.text(name)
    if text is None:
        raise ReadAccessError(
            f"{folder.label}/{name}",
            "它是一个链接，指向模板文件夹外面或不存在的文件",
            "it is a link that leads out of the folder of templates, or nowhere",
        )
    return text


def _section(folder: TemplateFolder, name: str) -> Section:
    said = _said(folder, name)
    zh, _, en = said.get("title", "").partition("/")
    return Section(
        name=name.rpartition("/")[2].removesuffix(ENDING),
        compose=partial(_compose, folder, name),
        roles=_roles(folder, name, said.get("roles", "")),
        pack=_pack(name),
        title=zh.strip(),
        title_en=en.strip(),
        headed="headed" in said,
    )


def _compose(folder: TemplateFolder, name: str, scope: Scope) -> Iterator[Block]:
    return iter(render_blocks(folder, name, scope))


def _said(folder: TemplateFolder, name: str) -> dict[str, str]:
    """What the comment at the beginning says; a comment that begins with none of our words is any comment."""
    comment = _COMMENT.match(_read(folder, name))
    told: dict[str, str] = {}
    for entry in re.split(r"[;；\n]", comment["inside"] if comment else ""):
        key, *values = re.split(r"\s*[:：]\s*", entry.strip(), maxsplit=1)
        if not key or (not told and key not in _FIELDS):
            continue
        if key not in _FIELDS or key in told or bool(values) == (key == "headed"):
            raise TemplateError(
                f"{folder.label}/{name}",
                1,
                "开头的注释只写 title: 标题 / English、roles: 角色, 角色 和 headed，用分号隔开",
                "The comment at the beginning says title: TITLE / ENGLISH, roles: ROLE, ROLE, and headed, with semicolons "
                "between",
                shown(entry.strip()),
            )
        told[key] = "".join(values)
    return told


def _roles(folder: TemplateFolder, name: str, said: str) -> frozenset[str]:
    """The roles that a template claims; only those of a pack can be others than the core knows."""
    roles = re.split(r"[\s,，、]+", said) if said else []
    for role in roles:
        if role not in CORE_VOCABULARY.roles and not (_pack(name) and _ROLE.fullmatch(role)):
            error = UnknownNameError(role, tuple(CORE_VOCABULARY.roles), ())
            raise TemplateError(
                f"{folder.label}/{name}", 1, error.message("zh"), error.message("en"), shown(role)
            )
    return frozenset(roles)


def _layout(folder: TemplateFolder, name: str) -> Iterator[str]:
    found: set[str] = set()
    for nth, line in enumerate(_read(folder, name).splitlines(), 1):
        section = line.partition("#")[0].strip()
        if section in found or len(section.split()) > 1:
            raise TemplateError(
                f"{folder.label}/{name}",
                nth,
                "版式每行写一个章节的名称，不能重复",
                "A layout names one section on each line, and none twice",
                f"“{section}”",
            )
        if section:
            found.add(section)
            yield section
    if not found:
        raise TemplateError(f"{folder.label}/{name}", 0, "版式里没有章节", "The layout names no section", "")
