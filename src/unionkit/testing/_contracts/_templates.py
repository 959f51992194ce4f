"""Checks: the templates of a pack, and what its code may not do."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from unionkit.document import TemplateFolder

from ._base import PackChecks
from ._contract import none_of
from ._examined import FOLDER

_RUNS_CODE: Final = frozenset(("eval", "exec", "compile", "__import__"))
_UNSAFE_MODULES: Final = frozenset(
    ("jinja2", "mako", "pickle", "marshal", "shelve", "ctypes", "code", "codeop")
)


class TemplateChecks(PackChecks):
    """Templates are data: well-formed, in their folder, in the sandbox."""

    def test_templates_are_well_formed(self) -> None:
        """Each file in `templates/` is a template that Jinja can read, whether it is used in a test or not."""
        problems = []
        for name, source in self.examined.templates.items():
            try:
                Environment(autoescape=True).parse(source)
            except TemplateSyntaxError as error:
                problems.append(f"{FOLDER}/{name}:{error.lineno}: {error.message}")
        none_of(problems)

    def test_templates_stay_in_their_folder(self) -> None:
        """What a template includes, imports or extends is a file in `templates/`; no link leads out of it."""
        problems = []
        for name, tree in self.examined.parsed.items():
            for line, wanted in _included(tree):
                if self._folder().text(wanted) is None:
                    problems.append(
                        f"{FOLDER}/{name}:{line}: there is no {wanted!r} in {FOLDER}/; nothing outside of it is read"
                    )
            if self._folder().text(name) is None:
                problems.append(f"{FOLDER}/{name} leads out of the folder; put the file itself there")
        none_of(problems)

    def test_templates_do_not_reach_into_python(self) -> None:
        """No template names what begins with an underscore, by which code could be run; not even where nobody gets."""
        problems = []
        for name, tree in self.examined.parsed.items():
            for node in tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Name)):
                reached = _reached(node)
                if reached.startswith("_"):
                    problems.append(
                        f"{FOLDER}/{name}:{node.lineno}: {reached} is inside of Python; no template may reach it"
                    )
        none_of(problems)

    def test_no_template_is_unused(self) -> None:
        """Each template is named by the pack, its code or another template."""
        said = {value for tree in self.examined.sources.values() for value in _texts(tree)}
        said |= {name for pack in self.examined.packs for name in pack.starters.values()}
        included = {wanted for tree in self.examined.parsed.values() for _, wanted in _included(tree)}
        none_of(
            [
                f"{FOLDER}/{name} is named nowhere; use it, or remove it"
                for name in self.examined.templates
                if not {name, name.rpartition(".")[0]} & said and name not in included
            ]
        )

    def test_its_code_runs_no_other_code(self) -> None:
        """No module calls eval, exec or compile, or imports Jinja or pickle: sections use the sandbox."""
        problems = []
        for name, tree in self.examined.sources.items():
            for node in ast.walk(tree):
                problems += [
                    f"{name}:{getattr(node, 'lineno', 1)}: {what}; unionkit.template_section runs templates in a sandbox"
                    for what in _runs(node)
                ]
        none_of(problems)

    def _folder(self) -> TemplateFolder:
        return TemplateFolder.of_package(self.examined.module.__name__)


def _included(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Line and name of each template that is taken in by a fixed name."""
    for node in tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        named = node.template  # type: ignore[attr-defined]
        consts = [named] if isinstance(named, nodes.Const) else list(named.find_all(nodes.Const))
        for const in consts:
            if isinstance(const.value, str):
                yield node.lineno, const.value
            elif isinstance(const.value, list | tuple):
                yield from ((node.lineno, str(value)) for value in const.value)


def _reached(node: nodes.Node) -> str:
    """The name that an expression looks up, where it is fixed."""
    if isinstance(node, nodes.Getattr):
        return node.attr
    if isinstance(node, nodes.Getitem):
        return node.arg.value if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str) else ""
    return node.name if isinstance(node, nodes.Name) else ""


def _texts(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _runs(node: ast.AST) -> Iterator[str]:
    """What a piece of code does that runs other code."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _RUNS_CODE:
        yield f"{node.func.id}() runs code"
    if isinstance(node, ast.Import):
        yield from (f"import {alias.name}" for alias in node.names if _is_unsafe(alias.name))
    if isinstance(node, ast.ImportFrom) and not node.level and _is_unsafe(node.module or ""):
        yield f"from {node.module} import …"


def _is_unsafe(module: str) -> bool:
    return module.partition(".")[0] in _UNSAFE_MODULES
