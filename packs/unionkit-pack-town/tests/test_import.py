"""What a program waits for when it imports the pack."""

from __future__ import annotations

import subprocess
import sys

import pytest

import unionkit_pack_town as pack
from unionkit import Kit, Plan
from unionkit.document import Text
from unionkit.model import Goal


def test_importing_the_pack_loads_neither_its_data_nor_its_rules_nor_its_forms():
    """Programs with several packs installed need not wait for the parts of all."""
    listed = "import sys, unionkit_pack_town as pack; print(*(name for name in sys.modules if name.startswith(pack.__name__)))"
    loaded = subprocess.run(
        [sys.executable, "-c", listed], capture_output=True, text=True, check=True
    ).stdout.split()

    assert {name.rpartition(".")[2] for name in loaded} == {
        "unionkit_pack_town",
        "_questions",
        "_vocabulary",
    }


@pytest.mark.parametrize("name", pack.__all__)
def test_what_is_public_is_there_when_asked_for(name):
    """Types of the data and formats are loaded then."""
    assert getattr(getattr(pack, name), "__name__", name) == name


def test_what_the_pack_does_not_have_is_an_attribute_error():
    """As with any module."""
    with pytest.raises(AttributeError, match=r"unionkit_pack_town.*no attribute 'Nothing'"):
        _ = pack.Nothing


@pytest.mark.parametrize("term", pack.TOWN.vocabulary.honours.values(), ids=lambda term: term.name)
def test_an_honour_is_called_by_its_english_term_in_english(term):
    """A goal may keep one."""
    kit = Kit(discover=False, plugins=[pack], strict=True, lang="en")
    plan = Plan(pack="town", content=(Goal(indicator=term.zh, keep=True),))

    assert [block.text for block in kit.compose(plan).blocks if isinstance(block, Text)] == [
        f"Keep {term.en}."
    ]
