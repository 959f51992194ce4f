"""What was printed as Markdown or text is read again as the same plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from unionkit import Kit, dump_plan
from unionkit.readers import Reading

ROOT = Path(__file__).parents[2]
REAL = sorted((ROOT.parent / "shared" / "corpus").glob("plan-*.txt"))
SOURCES = [ROOT / "examples" / "old-plan.txt", *REAL]
KIT = Kit(discover=False)


def plain(data: bytes) -> str:
    return data.decode()


def parsed(data: bytes) -> str:
    """What a parser of Markdown shows, line by line."""
    tokens = MarkdownIt("commonmark").enable("table").parse(data.decode())
    inlines = [token.children or () for token in tokens if token.type == "inline"]
    return "\n".join("".join(child.content for child in line) for line in inlines)


FORMATS: dict[str, Callable[[bytes], str]] = {"txt": plain, "md": parsed}


def outline(reading: Reading) -> list[tuple[int, str, str]]:
    """Headings and items; whether the line goes on is left out, as prose behind a heading is printed below it."""
    return [(entry.level, entry.marker, entry.text) for entry in reading.outline]


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("keep_noise", [False, True])
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_what_was_printed_is_read_as_the_same_plan(source: Path, keep_noise: bool, kind: str) -> None:
    """The outline and the plan are the same, and so is what is printed of that."""
    first = KIT.reads(source.read_text(encoding="utf-8"), keep_noise=keep_noise)
    printed = KIT.rendered(KIT.loads(dump_plan(first.plan)), kind).data
    second = KIT.reads(FORMATS[kind](printed), keep_noise=keep_noise)

    assert outline(second) == outline(first)
    assert second.plan == first.plan
    assert KIT.rendered(second.plan, kind).data == printed


@pytest.mark.skipif(not REAL, reason="the corpus of real plans is not beside the checkout")
def test_the_real_plans_are_there() -> None:
    """Where they are not, this one is skipped for all to see; the others then run on the example alone."""
    assert len(SOURCES) == 13
