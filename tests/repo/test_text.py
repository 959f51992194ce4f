"""What the files of the repository say, and must not say."""

from __future__ import annotations

import importlib
import inspect
import re

import pytest

from repository import Member

MACHINE_PATH = re.compile(
    r"(?<![\w.~*)\]}/-])(?:/(?:home|root|Users|work|tmp|opt|mnt|srv)/[\w.]|[A-Z]:\\[A-Za-z])"
)
REGISTRY = re.compile(
    r"pypi\.(?:org|python)|pythonhosted\.|registry\.npm|artifactory|(?:extra-)?index-url|find-links"
    r"|https?://(?:localhost|\d+\.\d+\.\d+\.\d+)",
    re.IGNORECASE,
)
PIN = re.compile(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.+!]*(?: *;.*)?")
OWN = "tests/repo/test_text.py"


def lines_with(pattern: re.Pattern[str], texts: dict[str, str]) -> list[str]:
    """Where a pattern is found, as file:line: text."""
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in texts.items()
        if name != OWN
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_file_names_a_path_of_a_machine(texts: dict[str, str]) -> None:
    """Paths are relative to the repository."""
    assert lines_with(MACHINE_PATH, texts) == []


def test_no_file_names_a_package_registry(texts: dict[str, str]) -> None:
    """Where packages come from is the machine's own setting."""
    assert lines_with(REGISTRY, texts) == []


def test_constraints_hold_names_and_versions_only(texts: dict[str, str]) -> None:
    """Pins work with every registry."""
    lines = texts["constraints.txt"].splitlines()

    assert [line for line in lines if not line.startswith("#") and not PIN.fullmatch(line)] == []


def test_files_end_their_lines_plainly(texts: dict[str, str]) -> None:
    """Line feeds only, and one at the end."""
    assert [name for name, text in texts.items() if "\r" in text and "golden" not in name] == []
    assert [
        name for name, text in texts.items() if text and not text.endswith("\n") and "golden" not in name
    ] == []


def public_modules(member: Member) -> list[str]:
    """Modules without an underscore in their dotted name."""
    return [name for name in member.modules() if not any(part.startswith("_") for part in name.split("."))]


def test_public_names_exist_and_explain_themselves(member: Member) -> None:
    """What an `__all__` lists is there, and classes and functions have docstrings of their own."""
    wrong = []
    for name in public_modules(member):
        module = importlib.import_module(name)
        if not module.__doc__:
            wrong.append(name)
        for public in getattr(module, "__all__", ()):
            value = getattr(module, public)
            if (inspect.isclass(value) or inspect.isroutine(value)) and not (value.__doc__ or "").strip():
                wrong.append(f"{name}.{public}")

    assert wrong == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see /" + "home/someone/plan.yaml", True),
        ("C:" + "\\Users", True),
        ("https://example.org/work/plan", False),
        ("packs/x/src", False),
    ],
)
def test_a_path_of_a_machine_is_told_from_others(text: str, found: bool) -> None:
    """Addresses and relative paths pass."""
    assert bool(MACHINE_PATH.search(text)) is found
