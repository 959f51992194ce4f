"""Lists, attachments, sign-off under a seal and page breaks in Word files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import (
    Attachment,
    AttachmentNote,
    Block,
    Column,
    Document,
    Grid,
    Heading,
    List,
    ListItem,
    PageBreak,
    SignOff,
    Text,
)
from unionkit.renderers._docx import render_docx
from unionkit.renderers._docx._attachment import name_indents
from unionkit.renderers._docx._sign_off import line_length, right_indents

from .ooxml import Element, trees, value, w

NAMES = st.text(alphabet="工会计划a1 ", min_size=1, max_size=60)


def body(*blocks: Block) -> list[Element]:
    """What stands in the body, but for the section at its end."""
    return list(trees(render_docx(Document(blocks=blocks)).data)["word/document.xml"][0])[:-1]


def styles(*blocks: Block) -> list[str | None]:
    return [value(paragraph, "pPr/pStyle") for paragraph in body(*blocks)]


def shown(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(w("t")))


def breaks(paragraph: Element) -> bool:
    return paragraph.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None


def keeps(paragraph: Element) -> bool:
    return paragraph.find(f"{w('pPr')}/{w('keepNext')}") is not None


def test_entries_of_a_list_are_paragraphs_farther_in_at_each_depth() -> None:
    """Two characters for each depth, the first line two more, as that of every paragraph."""
    deep = List((ListItem("甲", "1.", (ListItem("乙", "（1）"),)), ListItem("丙", "2.")))
    first, second, third = body(deep)

    assert [shown(entry) for entry in (first, second, third)] == ["1.甲", "（1）乙", "2.丙"]
    assert value(first, "pPr/ind", "leftChars") is value(third, "pPr/ind", "leftChars") is None
    assert (value(second, "pPr/ind", "leftChars"), value(second, "pPr/ind", "left")) == ("200", "640")
    assert value(second, "pPr/ind", "firstLineChars") == "200"


def test_the_deepest_entries_still_have_room() -> None:
    """However deep a list is, its lines hold at least eight characters."""
    item = ListItem("底", "①")
    for _ in range(40):
        item = ListItem("层", "①", (item,))
    lefts = [int(value(entry, "pPr/ind", "left") or 0) for entry in body(List((item,)))]

    assert lefts == sorted(lefts)
    assert 8844 - lefts[-1] - 640 > 7 * 315


def test_the_note_names_what_is_attached() -> None:
    """A blank line below the text, two characters in, numbers in Arabic figures, the signature on the same page."""
    note = AttachmentNote(("任务分工表", "会员名册"))
    blank, first, second, *_sign_off = body(note, SignOff("校工会"))

    assert shown(blank) == ""
    assert [shown(first), shown(second)] == ["附件：1. 任务分工表", "2. 会员名册"]
    assert all(keeps(paragraph) for paragraph in (blank, first, second))
    assert shown(body(AttachmentNote(("会员名册",)))[1]) == "附件：会员名册"
    assert body(AttachmentNote(())) == []


@pytest.mark.parametrize("last", [Text("结束。"), List((ListItem("甲"), ListItem("乙")))])
def test_the_last_words_stay_with_the_note(last: Block) -> None:
    """A page must not hold the note and the signature alone (GB/T 9704-2012, 7.3.5)."""
    for note, kept in ((AttachmentNote(("名册",)), True), (AttachmentNote(()), False), (SignOff(""), False)):
        *_, end = body(last, note)[: len(body(last))]
        assert keeps(end) is kept


def test_wrapped_names_line_up() -> None:
    """The lines of a name begin below its first character, and all names below each other."""
    (left, hanging), (second_left, second_hanging) = name_indents(AttachmentNote(("甲", "乙")))

    assert left - hanging == 2 * 315
    assert hanging == 3 * 315 + 155 + 2 * 75
    assert second_left == left
    assert second_hanging == 155 + 2 * 75


@given(label=NAMES, names=st.lists(NAMES, min_size=1, max_size=12))
def test_no_name_begins_before_the_margin(label: str, names: list[str]) -> None:
    """Whatever the label is, a name has half of the line, and no indent is negative."""
    for left, hanging in name_indents(AttachmentNote(tuple(names), label)):
        assert 0 <= hanging <= left <= 8844 // 2


def test_an_attachment_begins_a_page() -> None:
    """Its mark in the corner, its title on the third line, a blank line below; the title is in the outline."""
    blocks = (Text("正文"), Attachment("会员名册", marker="2"), Text("一"))
    _text, mark, blank, title, below, _one = body(*blocks)
    package = trees(render_docx(Document(blocks=blocks)).data)
    (style,) = [
        style
        for style in package["word/styles.xml"].iter(w("style"))
        if style.get(w("styleId")) == "AttachmentTitle"
    ]

    assert breaks(mark)
    assert [shown(paragraph) for paragraph in (mark, blank, title, below)] == ["附件2", "", "会员名册", ""]
    assert styles(*blocks)[1:4] == ["AttachmentMark", "Normal", "AttachmentTitle"]
    assert all(keeps(paragraph) for paragraph in (blank,))
    assert value(style, "pPr/outlineLvl") == "0"


@pytest.mark.parametrize(
    ("signature", "date", "indents"),
    [
        ("校工会", "2026年7月1日", (1260 + (3 * 315 + 6 * 155 - 3 * 315) // 2, 1260)),
        ("清河市第一实验中学工会", "2026年7月1日", (1260 + (3 * 315 + 6 * 155 - 11 * 315) // 2, 1260)),
        ("", "2026年7月1日", (1260, 1260)),
        ("校工会", "", (1260, 1260)),
        ("某" * 40, "2026年7月1日", (1260, 1260)),
    ],
)
def test_under_a_seal_the_signature_is_centred_on_the_date(
    signature: str, date: str, indents: tuple[int, int]
) -> None:
    """The date ends four characters before the margin."""
    assert right_indents(signature, date, sealed=True) == indents


@given(signature=NAMES, date=NAMES, sealed=st.booleans())
def test_nothing_passes_the_margin(signature: str, date: str, sealed: bool) -> None:
    """A long signature under a seal moves the date to the left, and stays centred on it."""
    indents = right_indents(signature, date, sealed=sealed)

    assert min(indents) >= 0
    if sealed and max(line_length(signature), line_length(date)) < 8844 - 1260:
        middles = [
            2 * indent + line_length(text) for indent, text in zip(indents, (signature, date), strict=True)
        ]
        assert abs(middles[0] - middles[1]) <= 1


def test_the_note_stands_below_the_date() -> None:
    """On the same page, two characters in, in the brackets that the author gave it."""
    *_text, date, note = body(SignOff("校工会", "2026年7月1日", note="（此件公开发布）"))

    assert keeps(date)
    assert shown(note) == "（此件公开发布）"
    assert styles(SignOff("校工会", "2026年7月1日", sealed=True)) == ["Closing", "Signature", "Date"]


@pytest.mark.parametrize(
    "block",
    [
        Text("甲"),
        Heading("甲"),
        List((ListItem("甲"),)),
        Attachment("甲"),
        SignOff("校工会"),
        Grid((Column("甲"),), caption="甲"),
    ],
)
def test_what_follows_a_page_break_begins_a_page(block: Block) -> None:
    """The paragraph carries it: no empty line is left at the foot or the head of a page."""
    alone = len(body(block))
    first, *rest = body(Text("前文"), PageBreak(), PageBreak(), block)

    assert not breaks(first)
    assert len(rest) == alone
    assert [breaks(paragraph) for paragraph in rest] == [True] + [False] * (alone - 1)


def test_a_table_after_a_page_break_begins_a_page() -> None:
    """A paragraph of one point carries the break; word processors differ about one in a cell."""
    _text, carrier, table, _end = body(Text("前文"), PageBreak(), Grid((Column("甲"),)))

    assert breaks(carrier)
    assert value(carrier, "pPr/pStyle") == "TableEnd"
    assert table.tag == w("tbl")


def test_a_page_break_at_the_end_prints_no_empty_page() -> None:
    """It is reported as skipped."""
    rendered = render_docx(Document(blocks=(Text("甲"), PageBreak(), PageBreak())))

    assert rendered.printed == (0,)
    assert [(skip.index, skip.reason) for skip in rendered.skipped] == [
        (1, "another page break follows at once"),
        (2, "nothing follows the page break"),
    ]


def test_a_break_before_nothing_that_is_printed_divides_nothing() -> None:
    """An empty list leaves no trace."""
    rendered = render_docx(Document(blocks=(Text("甲"), PageBreak(), List(()))))

    assert rendered.printed == (0, 2)
    assert [skipped.index for skipped in rendered.skipped] == [1]


@pytest.mark.parametrize(("columns", "printed"), [(63, True), (64, False)])
def test_a_table_that_word_could_not_open_is_not_written(columns: int, printed: bool) -> None:
    """It is told as skipped, with what to do."""
    rendered = render_docx(
        Document(blocks=(Text("甲"), Grid((Column("乙"),) * columns, (("丙",) * columns,))))
    )

    assert (rendered.printed == (0, 1)) is printed
    assert [skipped.index for skipped in rendered.skipped] == ([] if printed else [1])
    assert all("63" in skipped.reason and "63" in skipped.reason_zh for skipped in rendered.skipped)
