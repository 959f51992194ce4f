"""Numbers are decided once, for all formats."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import (
    SCHEMES,
    Attachment,
    Block,
    Column,
    Contents,
    ContentsEntry,
    Grid,
    Heading,
    List,
    ListItem,
    Ref,
    Text,
    Title,
    circled,
    number,
    ordinal,
)
from unionkit.model import Numbering, chinese_number

MARKERS = st.none() | st.sampled_from(["", "一、", "（三）", "2.", "①", "一是", "第五，", "附", "1999."])
LEVELS = st.integers(1, 12)


def items() -> st.SearchStrategy[ListItem]:
    """Entries of a list, up to two deep."""
    inner = st.builds(ListItem, st.text(), MARKERS)
    return st.builds(ListItem, st.text(), MARKERS, st.lists(inner, max_size=2).map(tuple))


def blocks() -> st.SearchStrategy[list[Block]]:
    """Documents of headings, prose, items and other blocks; shrinks to nothing."""
    block = st.one_of(
        st.builds(Heading, st.text(), LEVELS, MARKERS, numbering=st.none() | st.sampled_from(Numbering)),
        st.builds(Text, st.text(), MARKERS, LEVELS),
        st.builds(Title, st.text()),
        st.just(Grid((Column("项目"),))),
        st.builds(List, st.lists(items(), max_size=2).map(tuple), st.booleans()),
        st.builds(Attachment, st.text(), marker=st.none() | st.just("7")),
    )
    return st.lists(block)


def markers(found: tuple[Block, ...]) -> list[str | None]:
    """The markers of all blocks that have one, in order."""
    return [marker for block in found for marker in _markers(block)]


def _markers(block: Block) -> list[str | None]:
    if isinstance(block, List):
        return [item.marker for _, item in block.walk()]
    return [block.marker] if isinstance(block, Heading | Text | Attachment) else []


def unmarked(block):
    """The block without its markers."""
    if isinstance(block, List):
        return attrs.evolve(block, items=tuple(map(unmarked, block.items)))
    if isinstance(block, ListItem):
        return attrs.evolve(block, marker="", items=tuple(map(unmarked, block.items)))
    return attrs.evolve(block, marker="") if isinstance(block, Heading | Text | Attachment) else block


ANY_NUMBERING = st.none() | st.sampled_from(Numbering)


@given(given_blocks=blocks(), numbering=ANY_NUMBERING, renumber=st.booleans())
def test_numbering_changes_nothing_but_markers(given_blocks, numbering, renumber):
    """Texts, levels and order stay as they were, and nothing is left without a decision."""
    numbered = number(given_blocks, numbering=numbering, renumber=renumber)

    assert list(map(unmarked, numbered)) == list(map(unmarked, given_blocks))
    assert None not in markers(numbered)


@given(given_blocks=blocks(), numbering=ANY_NUMBERING)
def test_stored_markers_are_kept(given_blocks, numbering):
    """What an old plan printed is printed again."""
    before, after = markers(tuple(given_blocks)), markers(number(given_blocks, numbering=numbering))

    assert [new for old, new in zip(before, after, strict=True) if old is not None] == [
        old for old in before if old is not None
    ]


@given(given_blocks=blocks(), renumber=st.booleans())
def test_numbering_twice_is_numbering_once(given_blocks, renumber):
    """A numbered document has its numbers."""
    once = number(given_blocks, renumber=renumber)

    assert number(once) == once


TREE = (1, 2, 3, 4, 5, 6, 5, 2, 1, 2)
"""Levels of headings, one after the other."""


@pytest.mark.parametrize(
    ("numbering", "expected"),
    [
        (Numbering.OFFICIAL, "一、|（一）|1.|（1）|①||②|（二）|二、|（一）"),
        (Numbering.TWO_LEVELS, "一、|1.|（1）|①||||2.|二、|1."),
        (Numbering.CHAPTERS, "第一章　|第一节　|一、|（一）|1.|（1）|2.|第二节　|第二章　|第一节　"),
        (Numbering.POINTS, "一是|（1）|①|||||（2）|二是|（1）"),
        (
            Numbering.DECIMAL,
            "1.|1.1 |1.1.1 |1.1.1.1 |1.1.1.1.1 |1.1.1.1.1.1 |1.1.1.1.2 |1.2 |2.|2.1 ",
        ),
        (Numbering.NONE, "|||||||||"),
    ],
)
def test_each_way_of_numbering_has_its_markers(numbering, expected):
    """Level by level, as the type says."""
    found = number((Heading("甲", level) for level in TREE), numbering=numbering)

    assert "|".join(filter(lambda marker: marker is not None, markers(found))) == expected


def test_every_way_of_numbering_is_known():
    """None of the closed list is forgotten."""
    assert set(SCHEMES) == set(Numbering)


@pytest.mark.parametrize(
    ("numbering", "expected"),
    [
        (Numbering.POINTS, ["一、", "一是", "（1）", "二是", "二、", "（一）", "1."]),
        (Numbering.DECIMAL, ["一、", "1.", "1.1 ", "2.", "二、", "（一）", "1."]),
        (Numbering.NONE, ["一、", "", "", "", "二、", "（一）", "1."]),
        (Numbering.TWO_LEVELS, ["一、", "1.", "（1）", "2.", "二、", "（一）", "1."]),
    ],
)
def test_a_part_may_be_numbered_otherwise(numbering, expected):
    """Down to its end; the parts around it go on as if it were not."""
    found = number(
        [
            Heading("甲", 1, numbering=numbering),
            *(Text("乙", None, level) for level in (2, 3, 2)),
            Heading("丙", 1),
            *(Text("丁", None, level) for level in (2, 3)),
        ]
    )

    assert markers(found) == expected


def test_what_is_numbered_otherwise_does_not_make_a_document_deep():
    """Where all others have two levels, they are 一、 and 1."""
    found = number(
        [
            Heading("甲", 1),
            Heading("乙", 2, numbering=Numbering.POINTS),
            Text("丙", None, 3),
            Text("丁", None, 4),
            Heading("戊", 2),
        ]
    )

    assert markers(found) == ["一、", "1.", "一是", "（1）", "2."]


def test_a_list_counts_for_itself_below_the_heading_above_it():
    """What stands around it counts on as if it were not there."""
    entries = (ListItem("甲"), ListItem("乙", None, (ListItem("丙"),)), ListItem("丁"))
    found = number(
        [
            Heading("甲"),
            Text("乙", None, 2),
            List(entries),
            Text("丙", None, 2),
            List(entries, numbered=False),
        ]
    )

    assert markers(found) == [
        *("一、", "（一）", "（一）", "（二）", "1.", "（三）", "（二）", "• ", "• ", "• ", "• ")
    ]


def test_each_attachment_is_numbered_for_itself():
    """One alone has no number; what stands in it begins anew, in an order that fits it."""
    deep = [Heading("甲"), Heading("乙", 2), Heading("丙", 3)]
    one, two = number([*deep, Attachment("表"), *deep[:2]]), number([Attachment("表"), Attachment("册")])

    assert markers(one) == ["一、", "（一）", "1.", "", "一、", "1."]
    assert [block.mark for block in two] == ["附件1", "附件2"]
    assert [block.mark for block in one if isinstance(block, Attachment)] == ["附件"]


REFERRED = (
    Heading("甲", 1),
    Heading("乙", 1, id="乙"),
    *(Heading("丙", 2), Text("丁", None, 3), Text("戊", None, 3, id="戊")),
    *(Heading("己", 1, "十二、", id="己"), Text("庚", "", 2, id="庚"), Text("辛", "附", 1, id="辛")),
    *(Attachment("表"), Attachment("册", id="册")),
)


@pytest.mark.parametrize(
    ("target", "words", "said"),
    [
        ("乙", "第九部分", "第二部分"),
        ("乙", "九、经费", "二、经费"),
        ("乙", "part 9", "part 2"),
        ("戊", "第九部分（三）7", "第二部分（一）2"),
        ("戊", "第7项", "第2项"),
        ("戊", "⑦", "②"),
        ("戊", "9.9.9", "2.1.2"),
        ("己", "第三部分", "第十二部分"),
        ("册", "附件9", "附件2"),
        ("庚", "第3段", "第3段"),
        ("辛", "第十三", "第十三"),
        ("壬", "第九部分", "第九部分"),
    ],
)
def test_a_reference_keeps_its_words_and_names_the_right_number(target, words, said):
    """Its last number is that of the target, the one before that of what holds it, in the numerals that it was in."""
    text = f"一、见{words}。"
    found = number([Text(text, refs=(Ref(target, 3, 3 + len(words)),)), *REFERRED])

    assert found[0] == Text(f"一、见{said}。")


def test_the_contents_list_headings_and_attachments():
    """Down to their depth, with the numbers of the day; what has no words is left out."""
    found = number([Contents(depth=2), *REFERRED, Heading("", 1, "")])

    assert found[0] == Contents(
        depth=2,
        entries=(
            ContentsEntry("一、甲", 1, 1),
            ContentsEntry("二、乙", 1, 2),
            ContentsEntry("（一）丙", 2, 3),
            ContentsEntry("十二、己", 1, 6),
            ContentsEntry("附件1 表", 1, 9),
            ContentsEntry("附件2 册", 1, 10),
        ),
    )


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
    assert headings[998:] == ["九百九十九、", "一千、", "一千零一、"]
    assert items[99:101] == ["100.", "101."]
    assert len(set(headings)) == 1001


@pytest.mark.parametrize("value", [*range(1, 121), *range(190, 1001, 9)])
def test_chinese_numerals_are_read_back(value):
    """`ordinal` is the inverse of `chinese_number`, whatever stands around the numeral."""
    numeral = chinese_number(value)

    assert [ordinal(f"{numeral}、"), ordinal(f"（{numeral}）"), ordinal(f"第{numeral}，")] == [value] * 3


@pytest.mark.parametrize("value", range(1, 21))
def test_circled_numbers_are_read_back(value):
    """`ordinal` is the inverse of `circled`; from 21 on there are brackets."""
    assert ordinal(circled(value)) == value
    assert circled(value + 20) == f"（{value + 20}）"


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


@pytest.mark.parametrize(
    ("stored", "following"),
    [("（一）", "（二）"), ("1、", "2、"), ("(3)", "(4)"), ("①", "②"), ("九．", "十．"), ("第一条", "2.")],
)
def test_what_is_new_is_written_like_what_is_stored(stored, following):
    """At the same level, also under another heading; a marker that is none of ours in form leaves the usual one."""
    found = number([Heading("甲", 1, "一、"), Text("乙", stored, 2), Text("丙", None, 2)])
    elsewhere = number([Text("乙", stored, 2), Heading("甲", 1), Text("丙", None, 2)])
    if following != "2.":
        assert markers(found) == ["一、", stored, following]
        assert markers(elsewhere)[-1] == following.translate(str.maketrans("二2四②十4", "一1一①一1"))
    else:
        assert markers(found) == ["一、", stored, "1."]


def test_points_of_prose_do_not_count_with_headings():
    """一是 and 二是 begin sentences."""
    found = number(
        [Heading("甲"), Text("抓学习。", "一是", 2), Text("抓落实。", "二是", 2), Heading("乙", 2)]
    )

    assert markers(found) == ["一、", "一是", "二是", "1."]


def test_what_has_no_number_gets_none_by_renumbering():
    """A heading like any paragraph."""
    found = number([Heading("前言", 1, ""), Heading("甲", 1, "五、"), Text("乙", "", 2)], renumber=True)

    assert markers(found) == ["", "一、", ""]


def test_a_number_and_a_figure_do_not_run_together():
    """A blank stands between them; a stored marker is printed as it is."""
    found = number([Heading("甲"), Text("5月节", None, 2), Text("会", None, 2), Text("2026年", "3.", 2)])

    assert markers(found) == ["一、", "1. ", "2.", "3."]


@pytest.mark.parametrize(
    ("target", "words", "said"),
    [
        ("乙", "按第九部分统一要求", "按第二部分统一要求"),
        ("戊", "2025年通知第九部分第（三）项", "2025年通知第一部分第（二）项"),
        ("戊", "清工〔2026〕3号第（九）项", "清工〔2026〕3号第（二）项"),
        ("乙", "九个一百的第五部分", "九个一百的第二部分"),
        ("册", "附件", "附件2"),
    ],
)
def test_only_numbers_of_parts_are_written_anew(target, words, said):
    """Years, document numbers and other numerals in the words stay."""
    text = f"见{words}。"
    found = number([Text(text, refs=(Ref(target, 1, 1 + len(words)),)), *REFERRED])

    assert found[0] == Text(f"见{said}。")


def test_a_reference_to_the_only_attachment_names_no_number():
    """As its own page has none."""
    found = number([Text("见附件1。", refs=(Ref("册", 1, 4),)), Attachment("册", id="册")])

    assert found[0] == Text("见附件。")
