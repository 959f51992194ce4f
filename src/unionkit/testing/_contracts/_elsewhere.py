"""Checks: what a pack prints depends on the plan alone, and it does nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from ._base import PackChecks
from ._contract import none_of
from ._examined import Examined
from ._probing import probed
from ._wheel import from_wheel, usable_wheel


class ElsewhereChecks(PackChecks):
    """What a pack prints depends on the plan alone; seen in other processes."""

    def test_the_same_bytes_everywhere(self) -> None:
        """What it makes is the same, byte for byte, under another hash seed, locale, time zone and folder."""
        here, there = probed(self.examined).digests, _elsewhere(self.examined)
        none_of(
            [
                f"{name} differs in another process, with another hash seed, time zone, locale and folder; "
                "sort what comes from sets, and draw nothing at random"
                for name in here
                if here[name] != there.get(name)
            ]
        )

    def test_the_clock_is_not_asked(self) -> None:
        """No code of the pack asks what time or day it is: that is said by the plan."""
        self._nothing_of("clock", "asks the clock by {}; take the day from the plan's period")

    def test_the_environment_is_not_asked(self) -> None:
        """No code of the pack looks at environment variables, the locale or the working folder."""
        self._nothing_of("environment", "asks for {}, which differs from machine to machine")

    def test_nothing_is_written(self) -> None:
        """No code of the pack writes, makes or removes a file: what it makes, it returns."""
        self._nothing_of("writes", "writes by {}; return what is made")

    def test_nothing_else_is_read(self) -> None:
        """No code of the pack reads a file or a folder outside of its package."""
        self._nothing_of(
            "reads", "reads by {}; put the file into the package, and read it by importlib.resources"
        )

    def test_nobody_is_called(self) -> None:
        """No code of the pack opens a connection or starts a program."""
        self._nothing_of(
            "calls", "calls {}; a plan is printed without the network and without other programs"
        )

    def _nothing_of(self, kind: str, said: str) -> None:
        events = probed(self.examined).events
        none_of([f"{where}: {said.format(what)}" for seen, what, where in events if seen == kind])


def _elsewhere(known: Examined) -> Mapping[str, str]:
    """What is made elsewhere: from the wheel where there is one that works, otherwise from the tree."""
    try:
        usable_wheel(known)
        known.taken()
    except pytest.skip.Exception:
        return probed(known, elsewhere=True).digests
    made: Mapping[str, str] = from_wheel(known).get("digests", {})
    return made or probed(known, elsewhere=True).digests
