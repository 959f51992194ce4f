"""The visit cards: read back with python-docx."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_community
from unionkit import Kit, Plan
from unionkit.model import Period
from unionkit.renderers import text_width
from unionkit_pack_community._forms._word import _INNER_MM, _cut, _fitting, _lines, _room, _width

KITS = {
    lang: Kit(discover=False, plugins=[unionkit_pack_community], strict=True, lang=lang)
    for lang in ("zh", "en")
}
MM = 36_000
"""English metric units of Word in a millimetre."""


def document_of(plan: Plan, lang: str = "zh") -> docx.document.Document:
    """The cards of a plan, opened again."""
    return docx.Document(io.BytesIO(KITS[lang].rendered(plan, "visit-cards").data))


def cards(plan: Plan, lang: str = "zh") -> list[str]:
    """The text of each card, in reading order."""
    (table,) = document_of(plan, lang).tables
    return [cell.text for row in table.rows for cell in row.cells]


def plan_with(**data: object) -> Plan:
    """A plan of the pack with this `data`."""
    return Plan(pack="community", period=Period(year=2026, half=2), data={"community": data})


VISITS = [
    {"occasion": "illness", "within": 3, "standard": "到家中探望", "per_head": 300, "responsible": "帮扶组"},
    {"occasion": "hardship", "within": 7, "standard": "核对情况", "responsible": "帮扶组"},
]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("plan", [Plan(pack="community"), plan_with(), plan_with(hardship=[])])
def test_a_plan_without_data_gives_a_sheet_of_blank_cards(plan, lang):
    """Eight of them, all the same."""
    made = cards(plan, lang)

    assert len(made) == 8
    assert len(set(made)) == 1
    assert {"zh": "五必访走访卡", "en": "Visit card"}[lang] in made[0]


@settings(deadline=None, max_examples=12)
@given(files=st.integers(0, 25), visits=st.integers(0, 2))
def test_the_sheets_are_full(files, visits):
    """One card for each file, then one for each occasion, then blank ones."""
    plan = plan_with(hardship=[{"number": f"KN-{n}"} for n in range(files)], visits=VISITS[:visits])
    made = cards(plan)
    needed = files + visits

    assert len(made) == max(8, -(-needed // 8) * 8)
    assert [f"编号：KN-{n}\n" in card for n, card in enumerate(made[:files])] == [True] * files
    assert len(set(made[needed:])) <= 1


def test_a_card_says_what_is_known_and_leaves_lines_for_the_rest():
    """A hardship file has the standard of its occasion, and a time of its own."""
    file = {"number": "KN-1", "kind": "deep", "when": "每季度", "name": "赵一"}
    hardship, illness, *_ = cards(plan_with(hardship=[file], visits=VISITS))

    assert hardship.splitlines()[:4] == [
        "五必访走访卡",
        "情形：生活困难\t编号：KN-1",
        "类别：深度困难\t时间：每季度",
        "要求：核对情况",
    ]
    assert illness.splitlines()[3] == "要求：到家中探望；慰问标准300元"
    assert "时间：得知后3日内" in illness
    assert "走访人：帮扶组" in illness
    for label in ("编号：", "走访日期：", "了解的情况：", "后续措施：", "签字："):
        assert f"{label}___" in illness
    assert "赵一" not in hardship


def test_the_english_cards_are_english():
    """Occasions, kinds and times too."""
    hardship, illness, *_ = cards(
        plan_with(hardship=[{"number": "KN-1", "kind": "deep", "when": "每季度"}], visits=VISITS), "en"
    )

    assert hardship.splitlines()[1:3] == [
        "Occasion: hardship\tNumber: KN-1",
        "Kind: deep hardship\tWhen: every quarter",
    ]
    assert "When: within 3 days" in illness
    assert "brought: 300 yuan" in illness


def test_what_stands_in_the_data_arrives_as_it_is():
    """Neither markup nor template syntax is read."""
    hostile = "<b>&{{ 7*7 }}"
    card = cards(plan_with(visits=[{"occasion": "illness", "standard": hostile}]))[0]

    assert f"要求：{hostile}" in card


@settings(deadline=None, max_examples=12)
@given(files=st.integers(0, 20))
def test_eight_cards_fit_on_a_sheet_of_a4(files):
    """Four rows of exact height are a page, and a fifth is not; no page ends within a card."""
    document = document_of(plan_with(hardship=[{"number": f"KN-{n}"} for n in range(files)]))
    (section,), (table,) = document.sections, document.tables
    room = section.page_height - section.top_margin - section.bottom_margin
    heights = {row.height for row in table.rows}

    assert (round(section.page_width / MM), round(section.page_height / MM)) == (210, 297)
    assert len(heights) == 1
    assert 4 * heights.pop() < room < 5 * table.rows[0].height
    assert all(row._tr.trPr.xpath("w:cantSplit") for row in table.rows)
    assert (
        sum(cell.width for cell in table.rows[0].cells)
        <= 210 * MM - section.left_margin - section.right_margin
    )


@given(text=st.text(st.characters(codec="gb2312", categories=["Lu", "Ll", "Lo", "Nd"]), max_size=400))
def test_a_long_standard_is_set_smaller_and_at_last_cut(text):
    """It never takes more room than the card has."""
    label = "要求："
    size = _fitting(label + text, _INNER_MM, 2)
    lines = _lines(size)
    said = _cut(text, label, _INNER_MM, size, lines)

    assert _width(label + said) <= _room(_INNER_MM, size) * lines
    assert said == text or (said.endswith("…") and text.startswith(said[:-1]) and size == 6)
    assert text_width(said) <= text_width(text) + 2


def test_only_plans_of_the_pack_have_cards():
    """The format is there by name, and for this pack alone."""
    renderer = unionkit_pack_community.VISIT_CARDS

    assert (renderer.pack, renderer.suffixes) == ("community", ())


def test_a_standard_longer_than_the_card_ends_in_an_ellipsis():
    """In the smallest type; what stands behind it keeps its place."""
    document = document_of(plan_with(visits=[{"occasion": "illness", "standard": "探望" * 200}]))
    card = document.tables[0].rows[0].cells[0]
    said = next(paragraph for paragraph in card.paragraphs if paragraph.text.startswith("要求："))

    assert said.text.endswith("探望…")
    assert said.runs[0].font.size.pt == 6
    assert card.paragraphs[-1].text.startswith("\t签字：___")


@pytest.mark.parametrize("number", ["K" * 60, "档" * 60])
def test_a_number_longer_than_its_line_is_cut(number):
    """It stays on its line."""
    line = cards(plan_with(hardship=[{"number": number}]))[0].splitlines()[1]

    assert line.startswith(f"情形：生活困难\t编号：{number[:10]}")
    assert line.endswith("…")
