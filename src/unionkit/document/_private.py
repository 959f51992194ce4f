"""What only papers that ask for it may print: facts about named persons (个人信息)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from unionkit.model import Content, Item, Paragraph, Part, Plan


def without_private(plan: Plan) -> Plan:
    """
    Return the plan without what concerns named persons.

    Private items are left out, and so are paragraphs with a private fact: nobody can say which of their words would
    give the person away. A part with nothing else in it goes with its heading.
    """
    if not any(isinstance(node, Item) and node.private for _, node in plan.walk()):
        return plan
    return attrs.evolve(plan, content=tuple(_public(plan.content)))


def _public(content: Iterable[Content]) -> Iterator[Content]:
    for node in content:
        if isinstance(node, Part):
            content = tuple(_public(node.content))
            if content or not node.content:
                yield attrs.evolve(node, content=content)
        elif isinstance(node, Paragraph):
            if not any(fact.private for fact in node.facts):
                yield node
        elif not (isinstance(node, Item) and node.private):
            yield node
