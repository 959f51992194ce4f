"""What downstream tests use: ``assert_clean``, the fixtures of the pytest plugin, golden documents."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings

from unionkit import Kit, Plan
from unionkit.model import Paragraph, Period
from unionkit.rules import Severity
from unionkit.testing import Golden, assert_clean, plans

KIT = Kit(discover=False)
DIRTY = KIT.loads(
    "unionkit: 1\nperiod: {year: 2026, half: 2}\ncontent:\n  - 做好20xx年的工作。\n", name="plan.yaml"
)


def test_a_clean_plan_passes():
    """Nothing is returned, and nothing raised."""
    plan = Plan(period=Period(year=2026, half=2), content=(Paragraph(text="工会把关心的事办实。"),))

    assert_clean(plan, kit=KIT)


def test_what_was_found_is_told_with_its_place():
    """Code, file, line and what to do."""
    with pytest.raises(AssertionError, match=r"plan\.yaml:4:\d+: warning UK701 .*20xx"):
        assert_clean(DIRTY, kit=KIT)


@settings(max_examples=20)
@given(plan=plans())
def test_it_fails_exactly_where_the_check_finds_something(plan):
    """Of the weight that is asked for."""
    for least in Severity:
        heavy = [found for found in KIT.check(plan, pack="neutral") if found.severity.rank >= least.rank]
        if not heavy:
            assert_clean(plan, kit=KIT, pack="neutral", least=least)
            continue
        with pytest.raises(AssertionError) as error:
            assert_clean(plan, kit=KIT, pack="neutral", least=least)
        assert [found.code for found in heavy if found.code not in str(error.value)] == []


def zipped(**files: str) -> bytes:
    """A zip file with these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("一\n二\n", "一\n三\n", "+三"),
        ("<a><b/></a>", "<a><c/></a>", "+<c/>"),
        (b"\xff\xfe", b"\xff\xfe\xfd", "+3 bytes"),
        (zipped(a="一", b="二"), zipped(a="一", b="三"), "+三"),
        (zipped(a="一", b="二"), zipped(a="一"), "b is gone"),
        (zipped(a="一"), zipped(a="一", b="二"), "b is new"),
    ],
)
def test_what_changed_in_a_golden_document_is_shown(tmp_path, first, second, told):
    """And how to accept it."""
    Golden(tmp_path, update=True)(first, "plan.x")
    compare = Golden(tmp_path, update=False)
    compare(first, "plan.x")

    with pytest.raises(AssertionError) as error:
        compare(second, "plan.x")

    assert told in str(error.value)
    assert "--update-golden" in str(error.value)


def test_how_well_a_zip_file_is_compressed_does_not_matter(tmp_path):
    """Only what is in it; an update leaves the file alone then."""
    loose, tight = io.BytesIO(), zipped(a="一" * 1000)
    with zipfile.ZipFile(loose, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a", "一" * 1000)
    Golden(tmp_path, update=True)(tight, "plan.docx")
    Golden(tmp_path, update=True)(loose.getvalue(), "plan.docx")
    Golden(tmp_path, update=False)(loose.getvalue(), "plan.docx")

    assert (tmp_path / "plan.docx").read_bytes() == tight


def test_a_golden_document_that_is_not_there_is_missed(tmp_path):
    """It is not made in passing, and never outside of its folder."""
    with pytest.raises(AssertionError, match="--update-golden"):
        Golden(tmp_path, update=False)("x", "plan.md")
    with pytest.raises(ValueError, match="stands in"):
        Golden(tmp_path, update=True)("x", "../plan.md")

    assert list(tmp_path.iterdir()) == []


pytest_plugins = ["pytester"]

DOWNSTREAM = """
def test_plan(kit, golden):
    plan = kit.loads("unionkit: 1\\ntitle: 甲\\ncontent:\\n  - {sentence}\\n")
    golden(kit.rendered(plan, "md").data, "plan.md")
"""


def test_the_fixtures_work_in_a_project_of_others(pytester):
    """The first run has nothing to compare with, an update writes it, a change is shown."""
    quiet = ("-p", "no:cacheprovider", "-q")
    pytester.makepyfile(DOWNSTREAM.replace("{sentence}", "做好工作。"))
    missing = pytester.runpytest_subprocess(*quiet)
    written = pytester.runpytest_subprocess(*quiet, "--update-golden")
    same = pytester.runpytest_subprocess(*quiet)
    pytester.makepyfile(DOWNSTREAM.replace("{sentence}", "做好大事。"))
    changed = pytester.runpytest_subprocess(*quiet)

    assert [result.ret for result in (missing, written, same, changed)] == [1, 0, 0, 1]
    assert (pytester.path / "golden" / "plan.md").is_file()
    changed.stdout.fnmatch_lines(["*+做好大事。*"])
