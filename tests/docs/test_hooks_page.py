"""Every hook is explained, has a heading with its signature on the page, and a test that shows what it does."""

from __future__ import annotations

import inspect
import re

import pytest

from repository import ROOT
from unionkit import hookspecs

HOOKS = [name for name in hookspecs.__all__ if name.startswith("unionkit_")]
PAGE = (ROOT / "docs" / "reference" / "hooks.md").read_text(encoding="utf-8")
TESTS = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "tests" / "kit").glob("test_*.py"))]


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_says_what_it_is_for(hook: str) -> None:
    """Its docstring says when it is called and explains each argument."""
    function = getattr(hookspecs, hook)
    text = inspect.getdoc(function) or ""

    assert "Called " in text
    assert [name for name in inspect.signature(function).parameters if f"{name}:" not in text] == []


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_has_a_heading_with_its_signature(hook: str) -> None:
    """As it stands in the code, with an example below it."""
    heading = f"## `{hook}{inspect.signature(getattr(hookspecs, hook))}`".replace("'", "")
    section = PAGE.partition(f"{heading}\n")[2].partition("\n## ")[0]

    assert heading in PAGE.splitlines()
    assert "```python" in section
    assert re.search("^(Used by|Nothing in this repository)", section, flags=re.MULTILINE)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_has_a_test(hook: str) -> None:
    """A plugin in a few lines shows what the return value does."""
    assert any(f"def test_hook_{hook}(" in text for text in TESTS)


def test_the_page_has_no_other_hooks() -> None:
    """A hook that is gone is gone from the page."""
    assert sorted(re.findall(r"^## `(\w+)", PAGE, flags=re.MULTILINE)) == HOOKS
