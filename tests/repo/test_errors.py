"""What every error of unionkit keeps to."""

from __future__ import annotations

import builtins
import inspect
import pickle
import re
import typing

import pytest

from unionkit import errors
from unionkit.errors import Place, Problem, UnionkitError

HAN = re.compile(r"[\u4e00-\u9fff]")
BUILTINS = tuple(
    value
    for value in vars(builtins).values()
    if inspect.isclass(value) and issubclass(value, Exception) and value is not Exception
)


def tree(base: type[UnionkitError] = UnionkitError) -> list[type[UnionkitError]]:
    """All error classes of the core, the root first."""
    below = [each for cls in base.__subclasses__() for each in tree(cls)]
    return [base, *(cls for cls in dict.fromkeys(below) if cls.__module__.startswith(errors.__name__))]


ABSTRACT = [cls for cls in tree() if cls.__subclasses__()]
CONCRETE = [cls for cls in tree() if not cls.__subclasses__()]
SAMPLES: dict[object, object] = {
    str: "x-1",
    int: 3,
    tuple[str, ...]: ("a", "b"),
    Place | None: Place(file="plan.yaml", line=2, column=3, end_line=2, end_column=4),
    tuple[Problem, ...]: (Problem(error=errors.EmptyFileError(), path="$"),),
}


def sample(cls: type[UnionkitError]) -> UnionkitError:
    """An error of the class, built from facts of the annotated types."""
    kinds = typing.get_type_hints(cls)
    return cls(*("不行" if name.endswith("_zh") else SAMPLES[kinds[name]] for name in cls._facts))


def test_codes_are_unique() -> None:
    """Each error that is raised has a code of its own."""
    codes = [cls.code for cls in CONCRETE]

    assert sorted(set(codes)) == sorted(codes)
    assert [code for code in codes if not re.fullmatch(r"UK0\d\d", code)] == []
    assert [cls.__name__ for cls in CONCRETE if "code" not in vars(cls)] == []


def test_public_errors_are_listed() -> None:
    """`__all__` names every error without an underscore."""
    names = {cls.__name__ for cls in tree() if not cls.__name__.startswith("_")}

    assert names - set(errors.__all__) == set()


@pytest.mark.parametrize("cls", tree(), ids=lambda cls: cls.__name__)
def test_an_error_says_when_it_is_raised(cls: type[UnionkitError]) -> None:
    """Its docstring is there, and its name ends in Error."""
    assert (cls.__doc__ or "").strip()
    assert cls.__name__.endswith("Error")


@pytest.mark.parametrize("cls", CONCRETE, ids=lambda cls: cls.__name__)
def test_an_error_stands_under_the_builtin_that_a_caller_expects(cls: type[UnionkitError]) -> None:
    """`except ValueError` and the like catch it too."""
    assert issubclass(cls, BUILTINS)


@pytest.mark.parametrize("cls", CONCRETE, ids=lambda cls: cls.__name__)
def test_an_error_is_worded_in_both_languages(cls: type[UnionkitError]) -> None:
    """The Chinese message is Chinese, the English one is not, and `str()` is always the Chinese one."""
    error = sample(cls)

    assert HAN.search(error.message("zh"))
    assert error.message("en")
    assert not HAN.search(error.message("en"))
    assert str(error) == error.message("zh")


@pytest.mark.parametrize("cls", CONCRETE, ids=lambda cls: cls.__name__)
def test_an_error_can_be_pickled(cls: type[UnionkitError]) -> None:
    """It crosses a process with its facts."""
    error = sample(cls)
    again = pickle.loads(pickle.dumps(error))

    assert type(again) is cls
    assert repr(vars(again)) == repr(vars(error))
    assert again.message("zh") == error.message("zh")
    assert again.message("en") == error.message("en")
