"""What a program waits for when it imports the pack."""

from __future__ import annotations

import subprocess
import sys

import pytest

import unionkit_pack_community as pack
from unionkit import Kit, Plan
from unionkit.document import Text
from unionkit.model import Goal

LISTED = "; print(*(name.rpartition('.')[2] for name in sys.modules if name.startswith(pack.__name__)))"


def loaded(program: str) -> set[str]:
    """The modules of the pack that a program has loaded at its end."""
    program = f"import sys, unionkit_pack_community as pack; {program}{LISTED}"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_importing_the_pack_loads_neither_its_data_nor_its_rules_nor_its_forms():
    """Programs with several packs installed need not wait for the parts of all."""
    assert loaded("pass") == {"unionkit_pack_community", "_questions", "_vocabulary"}


def test_a_plan_without_such_data_is_printed_without_the_types_of_the_data():
    """Sections and formats of the pack load them when they are first asked."""
    program = "from unionkit import Kit, Plan; Kit(discover=False, plugins=[pack]).rendered(Plan(), 'txt')"

    assert loaded(program) & {"_data", "_rules", "_forms", "_board", "_shown"} == set()


@pytest.mark.parametrize("name", pack.__all__)
def test_what_is_public_is_there_when_asked_for(name):
    """Types of the data and formats are loaded then."""
    assert getattr(getattr(pack, name), "__name__", name) == name


def test_what_the_pack_does_not_have_is_an_attribute_error():
    """As with any module."""
    with pytest.raises(AttributeError, match=r"unionkit_pack_community.*no attribute 'Nothing'"):
        _ = pack.Nothing


@pytest.mark.parametrize("term", pack.COMMUNITY.vocabulary.honours.values(), ids=lambda term: term.name)
def test_honours_of_the_sector_have_english_names_in_sentences(term):
    """A goal may keep one."""
    kit = Kit(discover=False, plugins=[pack], strict=True, lang="en")
    plan = Plan(pack="community", content=(Goal(indicator=term.zh, keep=True),))

    assert [block.text for block in kit.compose(plan).blocks if isinstance(block, Text)] == [
        f"Keep {term.en}."
    ]
