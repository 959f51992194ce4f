"""Running a contract without pytest: for programs that check packs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs
import pytest

from unionkit.errors import ImpossibleValueError
from unionkit.model import Value

from ._contract import Contract, checks_of, nearest


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Outcome(Value):
    """
    What came of one check of a contract.

    Attributes:
        check: Name of the check.

        promise: What it promises, in one line.

        problem: What is wrong, where, and what to do; None where nothing is.

        skipped: Why it was left out; empty where it was not.

        expected: Why it was declared to fail, and what it says; empty where it was not, or did not fail.
    """

    check: str
    promise: str
    problem: str | None = None
    skipped: str = ""
    expected: str = ""

    @property
    def passed(self) -> bool:
        """Whether nothing is to be done: it holds, was left out, or failed as declared."""
        return self.problem is None


def run_contract(contract: type[Contract], names: Iterable[str] | None = None) -> Iterator[Outcome]:
    """
    Run the checks of a contract, one by one, and yield what came of each; nothing that a pack does stops the others.

    Args:
        contract: A subclass of a contract, with its attribute.

        names: Which checks, in this order. None: all.

    Raises:
        ImpossibleValueError: It has no check of such a name.
    """
    known = checks_of(contract)
    chosen = tuple(known) if names is None else tuple(names)
    for name in chosen:
        if name not in known:
            near = nearest(name, known)
            raise ImpossibleValueError(
                f"{contract.__name__} 没有检查 {name}；最接近的是 {near}",
                f"{contract.__name__} has no check {name}; the nearest is {near}",
            )
    yield from (_outcome(contract, name, known[name]) for name in chosen)


def _outcome(contract: type[Contract], name: str, promise: str) -> Outcome:
    try:
        getattr(contract(), name)()
    except AssertionError as error:
        return Outcome(check=name, promise=promise, problem=str(error))
    except pytest.skip.Exception as skipped:
        return Outcome(check=name, promise=promise, skipped=str(skipped))
    except pytest.xfail.Exception as failed:
        return Outcome(check=name, promise=promise, expected=str(failed))
    return Outcome(check=name, promise=promise)
