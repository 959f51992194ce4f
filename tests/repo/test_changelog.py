"""Changelog fragments are named and worded so that a release can collect them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from repository import ROOT

NAME = re.compile(r"[1-9]\d*\.(?:added|changed|fixed|removed)\.md")
FRAGMENTS = sorted(file for file in (ROOT / "changelog").iterdir() if file.name != "README.md")


@pytest.mark.parametrize("file", FRAGMENTS, ids=lambda file: file.name)
def test_a_fragment_is_one_whole_sentence(file: Path) -> None:
    """`<number>.<kind>.md` holds a sentence that begins with a capital and ends with a full stop."""
    text = " ".join(file.read_text(encoding="utf-8").split())

    assert NAME.fullmatch(file.name)
    assert text[:1].isupper() or text[:1] == "`"
    assert text.endswith(".")
    assert not re.search(r"[.!?] [A-Z]", text)
