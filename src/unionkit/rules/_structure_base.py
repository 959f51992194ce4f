"""What rules that look once at the whole plan have in common."""

from __future__ import annotations

from collections.abc import Iterator

from unionkit.model import Plan

from ._finding import Finding
from ._rule import Check, Rule


class PlanRule(Rule):
    """A rule that looks once at the whole plan, by the survey that all rules share."""

    nodes = (Plan,)

    def check(self, node: object, check: Check) -> Iterator[Finding]:  # noqa: ARG002 -- the node is the plan of `check`
        return self.whole(check)

    def whole(self, check: Check) -> Iterator[Finding]:
        """Yield what is wrong with the plan."""
        raise NotImplementedError
