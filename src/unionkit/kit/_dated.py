"""The almanacs and the law of a Kit: what the core knows, what packs add, and the user's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ._packfiles import PackFiles

if TYPE_CHECKING:
    from unionkit.almanac import Almanac
    from unionkit.errors import Problem
    from unionkit.rules import Law

Almanacs: TypeAlias = "PackFiles[Almanac]"
Laws: TypeAlias = "PackFiles[Law]"


def almanacs(own: Almanac | Path | None) -> Almanacs:
    """Return the almanacs of a Kit, with the user's own data."""
    return PackFiles(own, core=_core_almanac, load=_load_almanac, file_of=lambda pack: pack.almanac)


def laws(own: Law | Path | None) -> Laws:
    """Return the law that a Kit goes by, with the user's own parameters."""
    return PackFiles(own, core=_core_law, load=load_law, file_of=lambda pack: pack.law)


def load_law(text: str, name: str = "-") -> Law:
    """
    Turn the text of a parameter file (参数文件), YAML or JSON, into law; ``built_in_law() | loaded`` adds it to ours.

    Args:
        text: The text.

        name: Name of the file, for messages.

    Raises:
        LawFileError: The text is no such file; the error lists every problem with its line and column.
    """
    from unionkit.errors import LawFileError  # noqa: PLC0415 -- most programs have no such file

    law, problems = read_law(text, name)
    if problems:
        raise LawFileError(problems)
    return law


def read_law(text: str, name: str = "-") -> tuple[Law, tuple[Problem, ...]]:
    """
    Return what is sound in a parameter file, and every problem of it: entries that are wrong are left out.

    Args:
        text: The text.

        name: Name of the file, for messages.
    """
    from unionkit.files import read_entries  # noqa: PLC0415 -- most programs have no such file
    from unionkit.rules import Law, built_in_law, law_of  # noqa: PLC0415 -- as above

    law, problems = read_entries(
        text, lambda values, spoilt: law_of(values, known=built_in_law(), spoilt=spoilt), name=name
    )
    return law or Law(), problems


# Imported when first needed: a program that only renders knows no dates and no law.


def _core_almanac() -> Almanac:
    from unionkit.almanac import ALMANAC  # noqa: PLC0415

    return ALMANAC


def _load_almanac(text: str, name: str) -> Almanac:
    from unionkit.files import load_almanac  # noqa: PLC0415

    return load_almanac(text, name=name)


def _core_law() -> Law:
    from unionkit.rules import built_in_law  # noqa: PLC0415

    return built_in_law()
