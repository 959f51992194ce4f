"""What a program waits for when it finds the pack: its names, and nothing that only some plans need."""

from __future__ import annotations

import subprocess
import sys

import pytest

import unionkit_pack_agency
from unionkit import Kit, Plan
from unionkit.errors import PlanFileError
from unionkit.model import Goal
from unionkit_pack_agency import AGENCY

LOADED = """
import sys
from unionkit import Kit
Kit(discover=False)
before = set(sys.modules)
import unionkit_pack_agency
print(*sorted(set(sys.modules) - before))
"""


def test_the_import_brings_names_and_questions_only():
    """Types of data, sections, rules and forms wait until a plan needs them."""
    found = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)

    assert set(found.stdout.split()) == {
        "unionkit_pack_agency",
        "unionkit_pack_agency._questions",
        "unionkit_pack_agency._sections",
        "unionkit_pack_agency._vocabulary",
    }


def test_every_public_name_is_there():
    """Those that are loaded late as well, and no others."""
    assert all(getattr(unionkit_pack_agency, name) for name in unionkit_pack_agency.__all__)
    with pytest.raises(AttributeError, match=r"unionkit_pack_agency.*'Nothing'"):
        _ = unionkit_pack_agency.Nothing


def test_the_data_is_typed_when_a_plan_holds_some():
    """Its class is known by name until then."""
    kit = Kit(discover=False, plugins=[unionkit_pack_agency], strict=True)

    assert AGENCY.data is unionkit_pack_agency.AgencyData
    with pytest.raises(PlanFileError):
        kit.loads("unionkit: 1\npack: agency\ndata: {agency: {groups: 3}}\n")


@pytest.mark.parametrize("honour", AGENCY.vocabulary.honours.values(), ids=lambda term: term.name)
def test_an_honour_is_called_by_its_english_term(honour):
    """The plan names it in Chinese; in Chinese it stays as it is."""
    plan = Plan(pack="agency", content=(Goal(indicator=honour.zh, keep=True),))
    said = {
        lang: Kit(discover=False, plugins=[unionkit_pack_agency], strict=True, lang=lang)
        .rendered(plan, "txt")
        .data.decode("utf-8-sig")
        for lang in ("zh", "en")
    }

    assert f"保持{honour.zh}" in said["zh"]
    assert f"Keep {honour.en}" in said["en"]
