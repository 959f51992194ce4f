"""Any document as a workbook."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

import unionkit_xlsx
from unionkit import Kit
from unionkit.document import Column, ColumnKind, Document, Grid, Heading, PageBreak, Text, Title
from unionkit.model import Budget, BudgetLine, Money, Period, Plan
from unionkit.testing import RendererContract
from unionkit_xlsx import XLSX
from unionkit_xlsx._grid import read

from .reading import sheets, text_of

KIT = Kit(discover=False, plugins=[unionkit_xlsx], strict=True)
NUMBER = ColumnKind.NUMBER


class TestXlsx(RendererContract):
    renderer = XLSX

    def text_of(self, data: bytes) -> str:
        return text_of(data)


def table(*amounts: str, total: str, more: tuple[str, ...] = ()) -> Grid:
    return Grid(
        (Column("科目"), Column("金额", NUMBER)),
        tuple(("会费", amount) for amount in amounts),
        "预算",
        totals=(("合计", total), *(("另", each) for each in more)),
    )


def last(grid: Grid, nth: int = 0) -> tuple[str, object]:
    """Formula and value of the last cell, or of the nth before it."""
    cells = list(sheets(XLSX.render(Document(blocks=(grid,))).data)[1].cells.values())
    found = cells[-1 - 2 * nth]
    return found.formula, found.value


def test_prose_stands_on_the_first_sheet_and_each_table_on_its_own():
    """In the order of the document; the first sheet leads to the tables."""
    grid = Grid((Column("事项"),), (("会议",),), "安排")
    blocks = (Title("计划"), Heading("一、目标", 1, ""), grid, Text("完。"), grid, PageBreak())

    first, *tables = sheets(XLSX.render(Document(blocks=blocks)).data)

    assert first.name == "正文"
    assert [sheet.name for sheet in tables] == ["安排", "安排 (2)"]
    assert [row[0] for row in first.rows()] == [
        "计划",
        "一、目标",
        "（见工作表“安排”）",
        "完。",
        "（见工作表“安排 (2)”）",
    ]
    assert list(first.links.values()) == ["安排", "安排 (2)"]
    assert tables[0].rows() == [["安排"], ["事项"], ["会议"]]


def test_the_workbook_of_an_english_document_is_english():
    """What the workbook itself says is."""
    grid = Grid((Column("Item"),), (("Talk",),))

    first, second = sheets(XLSX.render(Document(blocks=(grid,), lang="en")).data)

    assert (first.name, second.name) == ("Text", "Table 1")
    assert first.rows() == [["(see sheet “Table 1”)"]]


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=6))
def test_a_total_that_is_the_sum_of_its_rows_is_a_formula(amounts):
    """With its value, so that who does not reckon sees it too."""
    grid = table(*(f"{amount:,}" for amount in amounts), total=f"{sum(amounts):,}")

    assert last(grid) == (f"SUM(B3:B{2 + len(amounts)})", sum(amounts))


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=6), st.integers(1, 9))
def test_a_total_that_is_no_sum_is_left_as_it_is(amounts, wrong):
    """The workbook corrects nobody's figures."""
    total = sum(amounts) + wrong

    assert last(table(*map(str, amounts), total=str(total))) == ("", total)


def test_a_total_below_others_sums_them_up():
    """What is carried over is no income, but may be spent."""
    grid = table("10", "20", total="30", more=("5", "35"))

    assert last(grid) == ("SUM(B5:B6)", 35)
    assert last(grid, 1) == ("", 5)
    assert last(grid, 2) == ("SUM(B3:B4)", 30)


def test_rows_that_say_more_than_a_number_have_no_formula_below():
    """“约30” would count as nothing."""
    assert last(table("约30", "20", total="20")) == ("", 20)


def test_the_budget_of_a_plan_adds_up_by_formulas():
    """Amounts and shares."""
    lines = [BudgetLine(account="职工活动支出", amount=Money(each)) for each in (3000, 1000)]
    plan = Plan(period=Period(year=2026, half=2), budget=Budget(expenditure=lines))

    found = sheets(KIT.rendered(plan, "xlsx").data)[-1]

    assert set(found.formulas().values()) >= {"SUM(B3:B4)", "SUM(C3:C4)"}
    assert found.rows()[-1] == ["合计", "4000", "100.0%"]


@given(
    st.decimals(-(10**9), 10**9, allow_nan=False, places=2),
    st.sampled_from(["{}", "{:,}", "{}%", "{:.1f}", "{:.0f}%"]),
)
def test_a_figure_is_a_number_that_looks_as_it_did(number, form):
    """Thousands, decimals and per cent are shown as they are printed elsewhere."""
    written = form.format(number)
    found = read(written)

    assert found is not None or written.startswith("-0")
    if found is not None:
        assert found.value == Decimal(written.replace(",", "").rstrip("%")) / (100 if "%" in written else 1)


def test_what_only_looks_like_a_figure_stays_text():
    """Leading zeros, two points, other digits, signs, more digits than a program keeps."""
    for text in (
        "007",
        "1,23",
        "1.2.3",
        "３０",
        "+5",
        "-0",
        "1e5",
        "1234567890123456",
        "1 000",
        "¥5",
        "=1+1",
        "%",
    ):
        assert read(text) is None, text


def test_a_cell_too_long_for_a_workbook_is_told():
    """A table with it is skipped, with the reason; its title stands among the prose."""
    rendered = XLSX.render(Document(blocks=(Text("前"), Grid((Column("长"),), (("字" * 40_000,),), "表"))))

    assert rendered.printed == (0,)
    assert "32767" in rendered.skipped[0].reason_zh
    assert sheets(rendered.data)[0].rows() == [["前"], ["表"]]


def test_a_long_paragraph_goes_on_in_the_next_row():
    """Nothing of it is cut off."""
    assert (
        text_of(XLSX.render(Document(blocks=(Text("长" * 70_000),))).data).replace("\n", "") == "长" * 70_000
    )


def test_wide_tables_are_printed_across_and_their_head_on_every_page():
    """A4, as wide as the page."""
    narrow = Grid((Column("甲"),), (("1",),))
    wide = Grid(tuple(Column(f"列{nth}") for nth in range(8)), (("1",) * 8,), "宽")

    _, first, second = sheets(XLSX.render(Document(blocks=(narrow, wide))).data)

    assert 'orientation="portrait"' in first.xml
    assert 'orientation="landscape"' in second.xml
    assert 'ySplit="2"' in second.xml
    assert 'fitToHeight="0"' in second.xml
