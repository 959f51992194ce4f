import json

import attrs
from hypothesis import given
from hypothesis import strategies as st

from unionkit.model import Paragraph
from unionkit.readers import read_text, recognised

_texts = st.text() | st.lists(
    st.sampled_from(["一、", "走访", "。", "\n", " ", "[由某站整理]", "\x00", "\ufeff", "1、", "，"])
).map("".join)


def _kept(reading, loaded):
    return {place for start, end in recognised(reading, loaded)["kept"] for place in range(start, end)}


def _visible(source):
    start = 1 if source.startswith("\ufeff") else 0
    return {place for place in range(start, len(source)) if not source[place].isspace()}


@given(source=_texts)
def test_all_but_the_noise_is_kept(source):
    """The plan carries every visible character that is no noise, and no other."""
    reading = read_text(source, name="old.txt")

    noise = {place for found in reading.noise for place in range(*found.span)}
    assert _kept(reading, reading.plan) & _visible(source) == _visible(source) - noise


def test_kept_noise_counts_as_kept():
    """Where noise was left in, the plan carries it."""
    reading = read_text("工作计划\n走访[由某站整理]会员。", name="old.txt", keep_noise=True)

    assert recognised(reading, reading.plan)["kept"] == [[0, len(reading.source)]]


def test_what_was_lost_on_the_way_is_not_kept():
    """`kept` speaks of the plan as it was loaded, not as it was read."""
    reading = read_text("工作计划\n走访会员。\n慰问老人。", name="old.txt")
    loaded = attrs.evolve(reading.plan, content=(Paragraph(text="走访员。"),))

    assert recognised(reading, loaded)["kept"] == [[0, 7], [8, 10]]


def test_texts_from_elsewhere_are_not_kept():
    """What the loaded plan has and the source has not, the source cannot have given."""
    reading = read_text("工作计划", name="old.txt")
    loaded = attrs.evolve(reading.plan, content=(Paragraph(text="走访会员。"),))

    assert recognised(reading, loaded)["kept"] == [[0, 4]]


def test_recognised_is_plain_data():
    """It can be written as JSON, with every list there."""
    reading = read_text("2026年某厂工会下半年计划\n1.走访[由某站整理]会员。慰问老人。", name="old.txt")

    assert json.loads(json.dumps(recognised(reading, reading.plan))) == {
        "title": "2026年某厂工会下半年计划",
        "sector": "enterprise",
        "period": {"year": 2026, "half": 2},
        "outline": [{"level": 1, "marker": "1.", "text": "走访", "inline": True, "span": [15, 19]}],
        "goals": [],
        "results": [],
        "activities": [],
        "welfare": [],
        "schedule_phrases": [],
        "masks": [],
        "amounts": [],
        "counts": [],
        "noise": [{"text": "[由某站整理]", "span": [19, 26]}],
        "kept": [[0, 19], [26, 34]],
    }
