"""The user's own data as far as they are sound; what is wrong is gathered, and the work goes on without it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unionkit.almanac import Almanac
    from unionkit.errors import UnionkitError
    from unionkit.rules import Law


def own_almanac(file: str, refused: list[UnionkitError]) -> Almanac | None:
    """
    Return the user's own almanac; None where the file is not as it should be.

    Args:
        file: Its name.

        refused: What is wrong is added to it.
    """
    from unionkit.errors import UnionkitError  # noqa: PLC0415 -- `--help` does without
    from unionkit.files import load_almanac, read_text_file  # noqa: PLC0415 -- most runs have no such file

    try:
        return load_almanac(read_text_file(file), name=file)
    except UnionkitError as error:
        refused.append(error)
        return None


def own_law(files: Iterable[str], refused: list[UnionkitError]) -> Law | None:
    """
    Return what is sound in the user's own parameter files, put together; None without such files.

    Args:
        files: Their names.

        refused: What is wrong is added to it.
    """
    from unionkit.errors import LawFileError, UnionkitError  # noqa: PLC0415 -- `--help` does without

    together: Law | None = None
    for file in files:
        from unionkit.files import read_text_file  # noqa: PLC0415 -- most runs have no such file
        from unionkit.kit import read_law  # noqa: PLC0415 -- as above

        try:
            law, problems = read_law(read_text_file(file), file)
        except UnionkitError as error:
            refused.append(error)
            continue
        if problems:
            refused.append(LawFileError(problems))
        together = law if together is None else together | law
    return together
