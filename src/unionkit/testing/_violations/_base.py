"""What the violations share: how to put something into a plan that has none of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import attrs
from hypothesis import strategies as st

from unionkit.model import Content, Plan

Violation: TypeAlias = Callable[[st.DrawFn, Plan], Plan]
"""Makes of a plan in which no rule finds anything one in which exactly one does."""


def with_content(plan: Plan, *content: Content) -> Plan:
    """The plan with more at the end of its content."""
    return attrs.evolve(plan, content=(*plan.content, *content))


def with_organization(plan: Plan, **fields: Any) -> Plan:
    """The plan of an organization that says more of itself."""
    return attrs.evolve(plan, organization=attrs.evolve(plan.organization, **fields))
