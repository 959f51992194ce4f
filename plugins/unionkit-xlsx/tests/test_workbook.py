"""Sheets that reckon: their formulas, the values beside these, and what they refuse."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
import zipfile
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.model import Money
from unionkit_xlsx import Column, Difference, Share, Sheet, Sum, TotalOf, workbook

from .reading import sheets

COLUMNS = (
    Column("单位"),
    Column("目标", kind="number", total=True),
    Column("已完成", kind="number", total=True),
    Column("还差", kind="number", total=True, formula=Difference("目标", "已完成")),
    Column("完成率", kind="percent", total=True, formula=Share("已完成", "目标")),
)
COUNTS = st.none() | st.integers(0, 10**9) | st.just("—")
ROWS = st.lists(st.tuples(st.text("甲乙=+@-'<&", max_size=5), COUNTS, COUNTS), max_size=6)
TEXTS = (
    "=1+1",
    "+1",
    "@SUM(A1)",
    "{=A1}",
    "http://example.org",
    "mailto:a@example.org",
    "007",
    "<b>&",
    "\x01_x0041_",
)


def register(rows: object, name: str = "台账", total: str = "合计") -> Sheet:
    return Sheet(name=name, columns=COLUMNS, rows=rows, total=total)


def number(value: object) -> int:
    return value if isinstance(value, int) else 0


@given(ROWS)
def test_the_values_beside_the_formulas_are_what_they_come_to(rows):
    """Rows and totals alike; text and blanks count as nothing, and a share of nothing shows nothing."""
    (found,) = sheets(workbook([register(rows)]))

    sums = [sum(number(row[nth]) for row in rows) for nth in (1, 2)]
    for at, row in enumerate([*rows, ("合计", *sums)], 2):
        target, done = number(row[1]), number(row[2])
        both_blank = not isinstance(row[1], int) and not isinstance(row[2], int)
        assert found[f"D{at}"].formula == f'IF(COUNT(B{at},C{at})=0,"",N(B{at})-N(C{at}))'
        assert found[f"D{at}"].value == ("" if both_blank else target - done)
        assert found[f"E{at}"].formula == f'IF(N(B{at})=0,"",N(C{at})/B{at})'
        if target:
            assert float(found[f"E{at}"].value) == pytest.approx(done / target)
        else:
            assert found[f"E{at}"].value == ""
    if rows:
        assert found[f"B{len(rows) + 2}"].formula == f"SUM(B2:B{len(rows) + 1})"
    assert [found[f"{letter}{len(rows) + 2}"].value for letter in "BC"] == sums


@given(st.lists(ROWS, min_size=1, max_size=4))
def test_a_summary_adds_up_with_what_it_sums_up(all_rows):
    """Each of its cells is the total of another sheet, and its totals are sums of these."""
    parts = [register(rows, f"第{nth}类") for nth, rows in enumerate(all_rows)]
    rows = [(part.name, TotalOf(part.name, "目标"), TotalOf(part.name, "已完成")) for part in parts]

    found, *_ = sheets(workbook([register(rows, "汇总"), *parts]))

    told = [sum(number(row[1]) for row in part.rows) for part in parts]
    assert [found[f"B{nth + 2}"].value for nth in range(len(parts))] == told
    assert found["B2"].formula == f"'第0类'!B{len(all_rows[0]) + 2}"
    assert found[f"B{len(parts) + 2}"].value == sum(told)


def test_money_adds_up_to_the_fen():
    """0.1 and 0.2 are 0.3."""
    columns = (
        Column("项目"),
        Column("金额", kind="money", total=True),
        Column("两倍", formula=Sum("金额", "又"), kind="money"),
        Column("又", kind="money"),
    )
    rows = [("甲", Money("0.1"), Money("0.1")), ("乙", Money("0.2"), None)]

    (found,) = sheets(workbook([Sheet(name="经费", columns=columns, rows=rows, total="合计")]))

    assert (found["B4"].value, found["B4"].shown) == (Decimal("0.3"), "0.30")
    assert (found["C2"].formula, found["C2"].shown) == ('IF(COUNT(B2,D2)=0,"",SUM(B2,D2))', "0.20")


@pytest.mark.parametrize("text", TEXTS)
def test_text_is_text_whatever_it_begins_with(text):
    """No formula, no link, no number; what XML forbids is left out."""
    (found,) = sheets(
        workbook([Sheet(name=text, title=text, columns=[Column(text)], rows=[[text]], notes=[text])])
    )

    kept = text.replace("\x01", "")
    assert list(found.rows()) == [[kept]] * 4
    assert found.formulas() == {}
    assert not found.links


def test_days_are_days():
    """Days before 1900 are none for spreadsheet programs, and stand as text."""
    days = [(dt.date(2026, 7, 1),), (dt.date(1899, 5, 1),), ("待定",)]

    (found,) = sheets(workbook([Sheet(name="日期", columns=[Column("日期", kind="date")], rows=days)]))

    assert [row[0] for row in found.rows()] == ["日期", "2026-07-01", "1899-05-01", "待定"]
    assert found["A2"].value == 46204


def test_a_number_of_too_many_digits_is_text():
    """A program would change its last digits; it then counts for nothing in sums."""
    columns = [Column("号"), Column("数", kind="number", total=True)]

    (found,) = sheets(
        workbook([Sheet(name="数", columns=columns, rows=[("甲", 2**60), ("乙", 1)], total="合计")])
    )

    assert (found["B2"].value, found["B4"].value) == (str(2**60), 1)


def test_numbers_of_a_column_have_as_many_decimals_as_the_longest():
    """At most six, and two where they are reckoned."""
    columns = [
        Column("号"),
        Column("数", kind="number", total=True),
        Column("商", kind="number", formula=Share("数", "数")),
    ]

    (found,) = sheets(
        workbook([Sheet(name="数", columns=columns, rows=[("甲", 1000), ("乙", Decimal("0.25"))])])
    )

    assert [found[f"B{row}"].shown for row in (2, 3)] == ["1,000.00", "0.25"]


def test_titles_above_neighbours_share_a_cell():
    """The head is frozen, and repeated on each page."""
    columns = [Column("单位"), Column("目标", above=["建会"]), Column("完成", above=["建会"])]

    (found,) = sheets(workbook([Sheet(name="台账", title="建会台账", unit="单位：家", columns=columns)]))

    assert found.rows() == [["建会台账"], ["单位：家"], ["单位", "建会"], ["目标", "完成"]]
    for expected in (
        '<mergeCell ref="B3:C3"/>',
        '<mergeCell ref="A3:A4"/>',
        'ySplit="4"',
        'paperSize="9" fitToHeight="0" orientation="landscape"',
    ):
        assert expected in found.xml


def test_tabs_hold_what_programs_allow():
    """No marks of formulas, 31 characters, told apart whatever the case; references follow the names."""
    names = ["a/b[c]:*?'", "A b c", "长" * 40, "", "History", "😀" * 20]
    parts = [Sheet(name=name, columns=COLUMNS, total="合计", rows=[("甲", 1, 1)]) for name in names]
    summary = register([(name, TotalOf(name, "目标"), None) for name in names], "汇总")

    found = sheets(workbook([*parts, summary]))

    assert [sheet.name for sheet in found] == [
        "a b c",
        "A b c (2)",
        "长" * 31,
        "表",
        "History (2)",
        "😀" * 15,
        "汇总",
    ]
    assert [found[-1][f"B{row}"].formula for row in (2, 5)] == ["'a b c'!B3", "'表'!B3"]


def test_a_workbook_without_sheets_is_one():
    """Programs refuse to open one that has none."""
    assert [sheet.name for sheet in sheets(workbook([], lang="en"))] == ["Sheet"]


def test_title_and_author_are_properties_of_the_file():
    """Escaped, and with a moment that never changes."""
    with zipfile.ZipFile(io.BytesIO(workbook([], title="台账<1>\x01", author="清河镇总工会"))) as archive:
        core = archive.read("docProps/core.xml").decode()

    assert "<dc:title>台账&lt;1&gt;</dc:title>" in core
    assert "<dc:creator>清河镇总工会</dc:creator>" in core
    assert core.count("2000-01-01T00:00:00Z") == 2


def test_other_processes_give_the_same_bytes():
    """Whatever the hash seed and the time zone."""
    program = (
        "import hashlib; from unionkit_xlsx import *; "
        "s = Sheet(name='a', columns=[Column('b'), Column('c', kind='number', total=True)], rows=[('x', 1)], total='t'); "
        "print(hashlib.sha256(workbook([s], title='a')).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "XXX-05:45"))
    }

    assert len(told) == 1


BAD_SHEETS = {
    "no column": {"columns": []},
    "two columns": {"columns": [Column("a"), Column("a")]},
    "no column of days": {"columns": [Column("a", kind="date"), Column("b", formula=Sum("a"))]},
    "an unknown column": {"columns": [Column("a", formula=Sum("b"))]},
    "a circle": {"columns": [Column("a", formula=Sum("b")), Column("b", formula=Sum("a"))]},
    "itself": {"columns": [Column("a", formula=Sum("a"))]},
    "too few cells": {"columns": [Column("a"), Column("b")], "rows": [("x",)]},
    "a cell for a formula": {"columns": [Column("a"), Column("b", formula=Sum("a"))], "rows": [("x", 1)]},
    "a float": {"columns": [Column("a")], "rows": [(0.5,)]},
    "a truth": {"columns": [Column("a")], "rows": [(True,)]},
    "no number": {"columns": [Column("a")], "rows": [(Decimal("NaN"),)]},
    "a moment": {"columns": [Column("a", kind="date")], "rows": [(dt.datetime(2026, 1, 1, tzinfo=dt.UTC),)]},
    "a day among numbers": {"columns": [Column("a", kind="number")], "rows": [(dt.date(2026, 1, 1),)]},
    "a number among days": {"columns": [Column("a", kind="date")], "rows": [(1,)]},
    "a total where its word stands": {"columns": [Column("a", kind="number", total=True)], "total": "合计"},
}


@pytest.mark.parametrize("bad", BAD_SHEETS.values(), ids=BAD_SHEETS)
def test_a_sheet_that_cannot_be_is_refused(bad):
    """With the name of the sheet, and what is wrong."""
    with pytest.raises(ValueError, match=r"sheet '坏表'"):
        Sheet(name="坏表", **bad)


def test_there_is_no_total_of_text_and_no_unknown_kind():
    """Both are refused with the column."""
    for told in ({"kind": "text", "total": True}, {"kind": "date", "total": True}, {"kind": "float"}):
        with pytest.raises(ValueError, match=r"text|date|float"):
            Column("甲", **told)


def test_references_that_lead_nowhere_are_refused():
    """A sheet, a column or a total that there is not, a circle, and two sheets of one name."""
    own = register([("甲", TotalOf("台账", "目标"), None)])
    for bad in (
        [register([("甲", TotalOf("没有", "目标"), None)])],
        [register([("甲", TotalOf("乙表", "没有"), None)]), register([], "乙表")],
        [register([("甲", TotalOf("乙表", "目标"), None)]), register([], "乙表", total="")],
        [register([("甲", TotalOf("乙表", "单位"), None)]), register([], "乙表")],
        [own],
        [register([]), register([])],
    ):
        with pytest.raises(ValueError, match=r"called|refer|itself"):
            workbook(bad)
