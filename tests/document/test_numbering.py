"""Numbers are decided once, for all formats."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import Block, Column, Grid, Heading, Text, Title, chinese, circled, number, ordinal

MARKERS = st.none() | st.sampled_from(["", "一、", "（三）", "2.", "①", "一是", "第五，", "附", "1999."])
LEVELS = st.integers(1, 12)


def blocks() -> st.SearchStrategy[list[Block]]:
    """Documents of headings, prose, items and other blocks; shrinks to nothing."""
    block = st.one_of(
        st.builds(Heading, st.text(), LEVELS, MARKERS),
        st.builds(Text, st.text(), MARKERS, LEVELS),
        st.builds(Title, st.text()),
        st.just(Grid((Column("项目"),))),
    )
    return st.lists(block)


def markers(found: tuple[Block, ...]) -> list[str | None]:
    """The markers of headings and paragraphs, in order."""
    return [block.marker for block in found if isinstance(block, Heading | Text)]


@given(given_blocks=blocks(), renumber=st.booleans())
def test_numbering_changes_nothing_but_markers(given_blocks, renumber):
    """Texts, levels and order stay as they were, and nothing is left without a decision."""
    numbered = number(given_blocks, renumber=renumber)

    def unmarked(block):
        return attrs.evolve(block, marker="") if isinstance(block, Heading | Text) else block

    assert list(map(unmarked, numbered)) == list(map(unmarked, given_blocks))
    assert None not in markers(numbered)


@given(given_blocks=blocks())
def test_stored_markers_are_kept(given_blocks):
    """What an old plan printed is printed again."""
    before, after = markers(tuple(given_blocks)), markers(number(given_blocks))

    assert [new for old, new in zip(before, after, strict=True) if old is not None] == [
        old for old in before if old is not None
    ]


@given(given_blocks=blocks(), renumber=st.booleans())
def test_numbering_twice_is_numbering_once(given_blocks, renumber):
    """A numbered document has its numbers."""
    once = number(given_blocks, renumber=renumber)

    assert number(once, renumber=False) == once


def test_official_documents_have_five_levels():
    """一、（一）1.（1）①, each level restarting below a new number of the level above; deeper ones have none."""
    levels = [1, 2, 3, 4, 5, 6, 5, 3, 4, 2, 3, 1, 2]

    found = number(Heading(f"标题{at}", level) for at, level in enumerate(levels))

    assert markers(found) == [
        *("一、", "（一）", "1.", "（1）", "①", "", "②", "2.", "（1）", "（二）", "1.", "二、", "（一）")
    ]


def test_two_levels_skip_the_brackets():
    """Where a document has two levels only, 一、 is followed by 1. at once."""
    found = number(
        [Heading("甲", 1), Text("乙", None, 2), Text("丙", None, 2), Heading("丁", 1), Text("戊", None, 2)]
    )

    assert markers(found) == ["一、", "1.", "2.", "二、", "1."]


def test_prose_neither_has_a_number_nor_interrupts_the_numbering():
    """A paragraph without marker belongs to what stands above it."""
    found = number(
        [Heading("甲"), Text("一段话。"), Text("乙", None, 2), Text("又一段。"), Text("丙", None, 2)]
    )

    assert markers(found) == ["一、", "", "1.", "", "2."]


def test_numbering_goes_on_behind_a_stored_marker():
    """A new item among old ones gets the next number, also behind a marker that shows none."""
    found = number([Heading("甲", 1, "三、"), Heading("乙"), Heading("丙", 1, "附"), Heading("丁")])

    assert markers(found) == ["三、", "四、", "附", "六、"]


def test_a_heading_that_wants_no_number_starts_the_levels_below_anew():
    """An empty marker takes no number of its own level."""
    found = number(
        [Heading("甲"), Text("乙", None, 2), Heading("丙", 1, ""), Text("丁", None, 2), Heading("戊")]
    )

    assert markers(found) == ["一、", "1.", "", "1.", "二、"]


def test_renumbering_drops_stored_markers_but_numbers_no_prose():
    """What had a number gets a new one; what had none stays prose."""
    found = number([Heading("甲", 1, "五、"), Text("乙", "一是", 2), Text("丙", "", 2)], renumber=True)

    assert markers(found) == ["一、", "1.", ""]


def test_more_than_ninety_nine_headings_are_all_numbered():
    """Figures go on, and so do Chinese numerals."""
    headings = markers(number(Heading("甲") for _ in range(1001)))
    items = markers(number(Text("乙", None, 2) for _ in range(120)))

    assert headings[98:101] == ["九十九、", "一百、", "一百零一、"]
    assert headings[109:112] == ["一百一十、", "一百一十一、", "一百一十二、"]
    assert headings[998:] == ["九百九十九、", "1000、", "1001、"]
    assert items[99:101] == ["100.", "101."]
    assert len(set(headings)) == 1001


@pytest.mark.parametrize("value", [*range(1, 121), *range(190, 1001, 9)])
def test_chinese_numerals_are_read_back(value):
    """`ordinal` is the inverse of `chinese`, whatever stands around the numeral."""
    numeral = chinese(value)

    assert [ordinal(f"{numeral}、"), ordinal(f"（{numeral}）"), ordinal(f"第{numeral}，")] == [value] * 3


@pytest.mark.parametrize("value", range(1, 21))
def test_circled_numbers_are_read_back(value):
    """`ordinal` is the inverse of `circled`; from 21 on there are brackets."""
    assert ordinal(circled(value)) == value
    assert circled(value + 20) == f"({value + 20})"


@pytest.mark.parametrize(
    ("marker", "shown"),
    [
        ("十二是", 12),
        ("3．", 3),
        ("１、", 1),
        ("( 三)", 3),
        ("附", None),
        ("", None),
        ("一一、", None),
        ("●", None),
    ],
)
def test_the_number_that_a_marker_shows(marker, shown):
    """Old plans write numbers in many ways; what shows none counts on."""
    assert ordinal(marker) == shown
