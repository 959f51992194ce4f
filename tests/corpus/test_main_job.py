"""The main job on real plans: old text in, checked, printed; and the old text comes out again."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from markdown_it import MarkdownIt

from unionkit import Kit, dump_plan
from unionkit.kit import NEUTRAL

from .sources import SOURCES, needs_corpus

KIT = Kit(discover=False)
PLANTED = (
    "本会将于十月举办一次读书分享会。",
    "工会另设意见箱一处，每周开启一次。",
    "以上各项由工会委员会负责解释。",
)


def docx_text(data: bytes) -> str:
    return "".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def markdown_text(data: bytes) -> str:
    tokens = MarkdownIt("commonmark").parse(data.decode())
    return "".join(child.content for token in tokens for child in token.children or ())


def plain_text(data: bytes) -> str:
    return data.decode()


FORMATS: dict[str, Callable[[bytes], str]] = {"docx": docx_text, "md": markdown_text, "txt": plain_text}


def printed(source: str, kind: str, **how: bool) -> str:
    """What stands in the document after import, a round through the plan file, and printing; without white space."""
    file = KIT.loads(dump_plan(KIT.reads(source, **how).plan))

    return "".join(FORMATS[kind](KIT.rendered(file, kind).data).split())


def planted(source: str) -> str:
    """The source with a new sentence as its first line, between two lines in the middle, and as its last line."""
    lines = source.splitlines()
    middle = len(lines) // 2
    return "\n".join((PLANTED[0], *lines[:middle], PLANTED[1], *lines[middle:], PLANTED[2]))


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_new_sentences_are_found_in_order(source: Path, kind: str) -> None:
    """What is planted at the head, in the middle and at the end stands in the document, in that order."""
    text = printed(planted(source.read_text(encoding="utf-8")), kind)
    places = [text.find(sentence) for sentence in PLANTED]

    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_sentences_glued_to_a_line_are_found_too(source: Path) -> None:
    """A foreign sentence right behind the title, behind a full stop and behind the last word survives."""
    text = source.read_text(encoding="utf-8").rstrip("\n")
    head, rest = text.split("\n", 1)
    stop = rest.index("。", len(rest) // 2) + 1
    glued = f"{head}\n{PLANTED[0]}{rest[:stop]}{PLANTED[1]}{rest[stop:]}{PLANTED[2]}"
    places = [printed(glued, "txt").find(sentence) for sentence in PLANTED]

    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_an_imported_plan_prints_as_it_was(source: Path, kind: str) -> None:
    """White space apart, printing gives the text back; what a website left in it too, when it is kept."""
    text = source.read_text(encoding="utf-8")

    assert printed(text, kind, keep_noise=True) == "".join(text.split())


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_an_imported_plan_can_be_checked(source: Path) -> None:
    """A check finds no error in it, and what it finds stands where it says, in the source and in the plan file."""
    reading = KIT.read(source)
    file = KIT.loads(dump_plan(reading.plan), name="plan.yaml")

    for subject, text in ((reading, reading.source), (file, file.text)):
        for finding in KIT.check(subject, pack=NEUTRAL):
            assert finding.severity != "error"
            assert finding.place is not None
            line = text.splitlines()[finding.place.line - 1]
            assert line[finding.place.column - 1 :].startswith(finding.words)


@needs_corpus
def test_the_real_plans_are_there() -> None:
    """Where they are not, this one is skipped for all to see; the others then run on the example alone."""
    assert len(SOURCES) == 13
