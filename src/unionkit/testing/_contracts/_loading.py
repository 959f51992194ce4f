"""Checks: how a pack comes in."""

from __future__ import annotations

from unionkit._version import __version__

from ._base import PackChecks
from ._contract import nearest, none_of, told
from ._contributed import HOOKS
from ._probing import probed


class LoadingChecks(PackChecks):
    """How a pack comes in: its import, its hooks, the core that it asks for."""

    def test_importing_it_warns_of_nothing(self) -> None:
        """The import of its module gives no warning: users of packs run with warnings as errors."""
        none_of([f"importing it warns: {warning}" for warning in probed(self.examined).warnings])

    def test_importing_it_loads_only_what_it_needs(self) -> None:
        """The import of its module loads neither click nor docx, hypothesis, pytest, jinja2, nor the rules."""
        none_of(
            [
                f"importing it imports {name}: import that within the hook or function that needs it"
                for name in probed(self.examined).loaded
            ]
        )

    def test_hooks_are_spelt_right(self) -> None:
        """Each hook that it implements exists."""
        known = dict.fromkeys(HOOKS)
        none_of(
            [
                f"there is no hook {name}; rename it, perhaps to {nearest(name, known)}"
                for name in self.examined.found.hooks
                if name not in known
            ]
        )

    def test_hooks_return_what_they_should(self) -> None:
        """Each hook returns, without raising, a list of what it is named for, and there is a pack."""
        found = self.examined.found
        problems = [f"{hook} raised {told(error)}" for hook, error in found.errors.items()]
        problems += found.problems
        if not (found.packs or problems):
            problems.append("there is no pack: implement unionkit_packs in the module, and return one")
        for rule in found.of("unionkit_rules"):
            lacking = [name for name in _told_by_a_rule() if not hasattr(rule, name)]
            if lacking:
                problems.append(f"{type(rule).__name__} says no {', '.join(lacking)}")
        none_of(problems)

    def test_it_asks_for_a_core_that_there_is(self) -> None:
        """Its `requires` is a version of this major, not newer than this core."""
        have = tuple(int(step) for step in __version__.split(".")[:2])
        problems = []
        for pack in self.examined.found.packs:
            wanted = tuple(int(step) for step in pack.requires.split("."))
            if wanted[0] != have[0] or wanted > have:
                problems.append(
                    f"the pack {pack.name!r} requires {pack.requires}, and this core is {__version__}"
                )
        none_of(problems)


def _told_by_a_rule() -> list[str]:
    from unionkit.rules import Rule  # noqa: PLC0415 -- a pack need not have rules

    return [*Rule.__annotations__]
