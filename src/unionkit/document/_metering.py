"""
Templates that pay for their work: the syntax tree of a template, changed before it is compiled.

- What can run more than once (the template, the body of a loop, macro, call or block) begins by spending steps: one for
  each four of its nodes.
- What goes through large values without calling anything is led through filters of ours: comparisons, slices, keys, the
  list of a loop. (Operators and calls come to the environment by themselves, and ``~`` by :class:`Generator`.)
- Includes, imports and parents count how deep they stand in one another.
- What has been captured (``{% set x %}…{% endset %}``) stays known as output of the template.
- Imports and includes always see what the template sees; Jinja would keep them from one rendering to the next.

The names of these filters begin with ``#``, so that no template can name them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from jinja2 import nodes
from jinja2.compiler import CodeGenerator

from ._said import RefusalError
from ._work import CHARACTERS, within_bounds

_NODES: Final = 4


def metered(template: nodes.Template, filename: str) -> nodes.Template:
    """
    Return the tree of a template that spends steps wherever it runs.

    Raises:
        RefusalError: It switches escaping on or off, or holds a number of more than a thousand digits.
    """
    try:
        weight = _fields(template)
    except RefusalError as error:
        error.filename = filename
        raise
    template.body[:0] = [_spending(weight, template)]
    return template


class Generator(CodeGenerator):
    """Writes ``~`` as a call of the environment. (As a filter, it would make large trees of small templates.)"""

    def visit_Concat(self, node: nodes.Concat, frame: Any) -> None:  # noqa: N802 -- Jinja's name
        """Write what joins the words of values."""
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


def _fields(node: nodes.Node) -> int:
    """Change what stands in a node; return its weight: itself, and what runs as often as it."""
    weight = 1
    for name in node.fields:
        value = getattr(node, name, None)
        if isinstance(value, nodes.Node):
            more, (changed_one,) = _visited(value)
            weight += more
            if changed_one is not value:
                setattr(node, name, changed_one)
        elif value and isinstance(value, list) and isinstance(value[0], nodes.Node):
            made: list[nodes.Node] = []
            for child in value:
                more, changed = _visited(child)
                weight += more
                made += changed
            value[:] = made
    return weight


def _visited(node: nodes.Node) -> tuple[int, list[nodes.Node]]:
    """The weight of a node, and what takes its place."""
    change = _CHANGES.get(type(node))
    if change is not None:
        return change(node)
    return _fields(node), [node]


def _filter(name: str, node: nodes.Expr | None, at: nodes.Node) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=at.lineno)


def _statement(name: str, node: nodes.Expr, at: nodes.Node) -> nodes.Stmt:
    return nodes.ExprStmt(_filter(name, node, at), lineno=at.lineno)


def _steps(weight: int, at: nodes.Node) -> nodes.Const:
    return nodes.Const(1 + weight // _NODES, lineno=at.lineno)


def _spending(weight: int, at: nodes.Node) -> nodes.Stmt:
    return _statement("#spend", _steps(weight, at), at)


def _through(name: str, node: nodes.Expr) -> nodes.Expr:
    return node if isinstance(node, nodes.Const) else _filter(name, node, node)


def _for(node: Any) -> tuple[int, list[nodes.Node]]:
    parts = {name: nodes.Template(getattr(node, name), lineno=node.lineno) for name in ("body", "else_")}
    weights = {name: _fields(part) for name, part in parts.items()}
    node.body = [_spending(weights["body"], node), *parts["body"].body]
    node.else_ = parts["else_"].body
    weight, (iterated,) = _visited(node.iter)
    node.iter = _filter("#in_order", iterated, node)  # type: ignore[arg-type]
    if node.test is not None:
        more, (test,) = _visited(node.test)
        node.test = nodes.And(_filter("#spend", _steps(more, test), test), test, lineno=test.lineno)
    return 2 + weight + weights["else_"], [node]


def _body(node: Any) -> tuple[int, list[nodes.Node]]:
    """A macro, a call with a body, or a block."""
    body = nodes.Template(node.body, lineno=node.lineno)
    node.body = []
    outside = _fields(node)
    node.body = [_spending(_fields(body), node), *body.body]
    return outside, [node]


def _compare(node: Any) -> tuple[int, list[nodes.Node]]:
    weight = _fields(node)
    node.expr = _through("#weighed", node.expr)
    for operand in node.ops:
        operand.expr = _through("#weighed", operand.expr)
    return weight, [node]


def _getitem(node: Any) -> tuple[int, list[nodes.Node]]:
    weight = _fields(node)
    if isinstance(node.arg, nodes.Slice):
        node.node = _through("#sliced", node.node)
    return weight, [node]


def _pair(node: Any) -> tuple[int, list[nodes.Node]]:
    weight = _fields(node)
    node.key = _through("#weighed", node.key)
    return weight, [node]


def _other_template(node: Any) -> tuple[int, list[nodes.Node]]:
    weight = _fields(node)
    one = nodes.Const(1, lineno=node.lineno)
    if isinstance(node, nodes.Extends):
        return weight, [_statement("#deeper", one, node), node]
    node.with_context = True
    return weight, [_statement("#deeper", one, node), node, _statement("#higher", one, node)]


def _captured(node: Any) -> tuple[int, list[nodes.Node]]:
    weight = _fields(node)
    if node.filter is None:
        node.filter = _filter("#marked", None, node)
    else:
        innermost = node.filter
        while innermost.node is not None:
            innermost = innermost.node
        innermost.node = _filter("#marked", None, node)
    return weight, [node]


def _assign(node: Any) -> tuple[int, list[nodes.Node]]:
    weight = _fields(node)
    if isinstance(node.target, nodes.Name):
        return weight, [node]
    names = dict.fromkeys(
        ref.name for ref in (node.target, *node.target.find_all(nodes.NSRef)) if isinstance(ref, nodes.NSRef)
    )
    checks = [_statement("#namespace", nodes.Name(name, "load", lineno=node.lineno), node) for name in names]
    return weight, [*checks, node]


def _data(node: Any) -> tuple[int, list[nodes.Node]]:
    return 1 + len(node.data) * _NODES // CHARACTERS, [node]


def _const(node: Any) -> tuple[int, list[nodes.Node]]:
    try:
        within_bounds(node.value)
    except RefusalError as error:
        error.lineno = node.lineno
        raise
    return 1, [node]


def _no_escaping(node: Any) -> tuple[int, list[nodes.Node]]:
    error = RefusalError(
        "模板输出的不是 HTML，没有 autoescape", "Templates do not make HTML; there is no autoescape"
    )
    error.lineno = node.lineno
    raise error


_CHANGES: Final[dict[type, Callable[[Any], tuple[int, list[nodes.Node]]]]] = {
    nodes.For: _for,
    nodes.Macro: _body,
    nodes.CallBlock: _body,
    nodes.Block: _body,
    nodes.Compare: _compare,
    nodes.Getitem: _getitem,
    nodes.Pair: _pair,
    nodes.Include: _other_template,
    nodes.Import: _other_template,
    nodes.FromImport: _other_template,
    nodes.Extends: _other_template,
    nodes.AssignBlock: _captured,
    nodes.FilterBlock: _captured,
    nodes.Assign: _assign,
    nodes.TemplateData: _data,
    nodes.Const: _const,
    nodes.EvalContextModifier: _no_escaping,
    nodes.ScopedEvalContextModifier: _no_escaping,
}
