"""What all contracts share: named checks, declared expected failures, and messages that name the author's own code."""

from __future__ import annotations

import inspect
import site
import sysconfig
import traceback
from collections.abc import Callable, Mapping
from functools import cache, wraps
from pathlib import Path
from typing import Any, ClassVar, Final, NoReturn

import pytest

from unionkit import errors
from unionkit.errors import ImpossibleValueError, UnionkitError

PREFIX: Final = "test_"
"""How names of checks begin, so that pytest collects them."""

_CORE: Final = Path(errors.__file__).resolve().parent.parent


class Contract:
    """
    Named checks to inherit: each method ``test_…`` is one promise, which its docstring says.

    Attributes:
        expected_failures: Why checks must fail, by their names. One that passes all the same is a failure.

    Raises:
        ImpossibleValueError: A subclass expects a check to fail that does not exist.
    """

    expected_failures: ClassVar[Mapping[str, str]] = {}

    def __init_subclass__(cls, **arguments: Any) -> None:
        """Guard the checks that the class defines."""
        super().__init_subclass__(**arguments)
        for name, check in list(vars(cls).items()):
            if name.startswith(PREFIX) and inspect.isfunction(check):
                setattr(cls, name, _guarded(check))
        known = checks_of(cls)
        for name in cls.expected_failures:
            if name not in known:
                near = nearest(name, known)
                raise ImpossibleValueError(
                    f"{cls.__name__}.expected_failures 里的 {name} 不是它的检查；最接近的是 {near}",
                    f"{cls.__name__}.expected_failures names {name}, which is no check of it; the nearest is {near}",
                )


def checks_of(contract: type) -> dict[str, str]:
    """Return the checks of a contract in the order in which they are written, with the promise of each."""
    bases = [base for base in contract.__mro__ if base is not contract] + [contract]
    names = dict.fromkeys(name for base in bases for name in vars(base) if name.startswith(PREFIX))
    return {
        name: (inspect.getdoc(check) or "").partition("\n")[0]
        for name in names
        if callable(check := getattr(contract, name))
    }


def nearest(name: str, known: Mapping[str, object]) -> str:
    """Return the known name that was probably meant."""
    from difflib import get_close_matches  # noqa: PLC0415 -- only a mistake pays for it

    return "".join(get_close_matches(name, known, n=1, cutoff=0))


def fail(message: str) -> NoReturn:
    """
    Let a check fail.

    Raises:
        AssertionError: Always, with the message.
    """
    raise AssertionError(message)


def skip(reason: str) -> NoReturn:
    """Leave a check out, visibly."""
    pytest.skip(reason)


def none_of(problems: list[str], *, most: int = 8) -> None:
    """
    Let a check fail where there are problems, and show the first of them, one a line.

    Raises:
        AssertionError: There are some.
    """
    if problems:
        distinct = list(dict.fromkeys(problems))
        more = [f"… and {len(distinct) - most} more"] if len(distinct) > most else []
        fail("\n".join([*distinct[:most], *more]))


def told(error: BaseException) -> str:
    """Say what was raised, and where in code that is neither ours nor a library's; no traceback."""
    message = error.message("en") if isinstance(error, UnionkitError) else str(error)
    where = place_of(error)
    return f"{type(error).__name__}: {message}{f' ({where})' if where else ''}"


def place_of(error: BaseException) -> str:
    """Return file and line of the author's code that raised, or called what raised; empty where there is none."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if is_own(frame.filename)]
    return f"{short(own[-1].filename)}:{own[-1].lineno}" if own else ""


def short(file: str) -> str:
    """Return the file name from its top package on: the same on every machine."""
    path = Path(file)
    top = path.parent
    while (top / "__init__.py").is_file():
        top = top.parent
    return path.relative_to(top).as_posix()


@cache
def is_own(file: str) -> bool:
    """Whether a file holds the author's code: neither the core, nor the standard library, nor what is installed."""
    path = Path(file)
    if not path.is_file():
        return False
    path = path.resolve()
    return not any(path.is_relative_to(folder) for folder in _others())


@cache
def _others() -> tuple[Path, ...]:
    libraries = [sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"), *site.getsitepackages()]
    return (_CORE, *(Path(folder).resolve() for folder in libraries))


def _guarded(check: Callable[[Any], None]) -> Callable[[Any], None]:
    """Let a check that is declared to fail fail, and word what it raised for the author."""

    @wraps(check)
    def guarded(self: Any) -> None:
        why = type(self).expected_failures.get(check.__name__)
        try:
            check(self)
        except AssertionError as error:
            if why is not None:
                pytest.xfail(f"{why} ({error})")
            raise
        except Exception as error:
            if why is not None:
                pytest.xfail(f"{why} ({told(error)})")
            raise AssertionError(told(error)) from error
        if why is not None:
            fail(f"was declared to fail ({why}), but passes: take it out of expected_failures")

    return guarded
