"""What was recognised in a source, as an object for JSON that other programs measure or show."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

import attrs

from unionkit.document import worded_date
from unionkit.model import Plan, texts

from ._base import Reading, Span

_FACTS = ("goals", "results", "activities", "welfare", "schedule_phrases", "masks", "amounts", "counts")


def recognised(reading: Reading, loaded: Plan) -> dict[str, object]:
    """
    What was recognised, and what of the source the plan carries.

    Args:
        reading: What was read.
        loaded: The plan of the reading as it was loaded back from its file.
    """
    return {
        "title": loaded.full_title,
        "sector": loaded.organization.sector or None,
        "period": {"year": loaded.period.year, "half": loaded.period.half},
        "outline": [attrs.asdict(entry) | {"span": list(entry.span)} for entry in reading.outline],
        **{name: [] for name in _FACTS},
        "noise": [{"text": noise.text, "span": list(noise.span)} for noise in reading.noise],
        "kept": [list(span) for span in _kept(reading, loaded)],
    }


def _kept(reading: Reading, loaded: Plan) -> Iterator[Span]:
    """The stretches of the source that the texts of the loaded plan hold, runs of them as one."""
    source = reading.source
    start, end = 0, 1 if source.startswith("\ufeff") else 0
    for place in _carried(reading, loaded):
        if source[end:place].strip():
            if end > start:
                yield start, end
            start = place
        end = place + 1
    if end > start:
        yield start, end


def _carried(reading: Reading, loaded: Plan) -> Iterator[int]:
    """The places of the visible characters that the loaded plan has, in order."""
    carried: set[int] = set()
    noise = {place for found in reading.noise for place in range(*found.span)}
    issued = [(("issued",), worded_date(loaded.issued))] if loaded.issued else []
    for path, text in (*texts(loaded), *issued):
        span = reading.spans.get(path)
        if span is not None:
            visible = [place for place in range(*span) if not reading.source[place].isspace()]
            carried.update(_aligned(reading.source, visible, noise, "".join(text.split())))
    return iter(sorted(carried))


def _aligned(source: str, places: list[int], noise: set[int], text: str) -> list[int]:
    """Which of the places hold the text; all, all but the noise, or else as many as can be matched in order."""
    for candidates in (places, [place for place in places if place not in noise]):
        if "".join(source[place] for place in candidates) == text:
            return candidates
    there = "".join(source[place] for place in places)
    blocks = SequenceMatcher(None, there, text, autojunk=False).get_matching_blocks()
    return [place for block in blocks for place in places[block.a : block.a + block.size]]
