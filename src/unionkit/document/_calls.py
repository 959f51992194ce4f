"""Calling what templates are offered: functions and filters, with errors that name them and the values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2.exceptions import UndefinedError

from unionkit.errors import UnionkitError

from ._said import RefusalError
from ._work import TooDeepError, TooMuchWorkError, spend, touched


class Offered:
    """
    A function that templates may call.

    Attributes:
        name: Its name in templates.
    """

    __slots__ = ("_function", "name")

    def __init__(self, name: str, function: Callable[..., Any]) -> None:
        self.name = name
        self._function = function

    def called(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """
        Call it, after taking what that costs.

        Raises:
            RefusalError: It refuses the values.
        """
        spend(4)
        for value in (*args, *kwargs.values()):
            touched(value)
        return carefully(f"{self.name}(…)", self._function, args, kwargs)


def carefully(name: str, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """
    Call a function; what it refuses is told with its name and the values.

    Raises:
        RefusalError: It refuses the values.
    """
    values = (*args, *kwargs.values())
    try:
        return function(*args, **kwargs)
    except (TooMuchWorkError, TooDeepError, UndefinedError, RecursionError, MemoryError):
        raise
    except RefusalError as error:
        told = RefusalError(f"{name}：{error.zh}", f"{name}: {error.en}", *values[:3])
        told.value = error.value or told.value
        raise told from error
    except UnionkitError as error:
        raise RefusalError(
            f"{name}：{error.message('zh')}", f"{name}: {error.message('en')}", *values[:3]
        ) from error
    except (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RuntimeError) as error:
        said = f"{name}: {type(error).__name__}: {error}".replace("Makers.", "")
        raise RefusalError(said, said, *values[:3]) from error
