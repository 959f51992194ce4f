"""The roster of recuperation: a workbook read back from its XML, cell by cell."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_agency
from unionkit import Kit, Plan
from unionkit.errors import UnionkitError
from unionkit.model import Organization, Period

KITS = {
    lang: Kit(discover=False, plugins=[unionkit_pack_agency], strict=True, lang=lang) for lang in ("zh", "en")
}
NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def plan_of(recuperation: dict | None) -> Plan:
    """A plan of the pack with these stays."""
    return Plan(
        pack="agency",
        period=Period(year=2026, half=2),
        organization=Organization(name="北岭市水务局机关工会"),
        data={"agency": {} if recuperation is None else {"recuperation": recuperation}},
    )


class Book:
    """A workbook: of each sheet the cells, by their names, as (formula, value)."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.text = "".join(archive.read(name).decode() for name in archive.namelist())
            strings = []
            if "xl/sharedStrings.xml" in archive.namelist():
                root = ET.fromstring(archive.read("xl/sharedStrings.xml"))
                strings = ["".join(each.itertext()) for each in root.iterfind("m:si", NS)]
            sheets = ET.fromstring(archive.read("xl/workbook.xml")).iterfind(".//m:sheet", NS)
            self.sheets = {
                sheet.get("name"): self._cells(archive.read(f"xl/worksheets/sheet{nth}.xml"), strings)
                for nth, sheet in enumerate(sheets, start=1)
            }

    @staticmethod
    def _cells(data: bytes, strings: list[str]) -> dict[str, tuple[str, str]]:
        cells = {}
        for cell in ET.fromstring(data).iterfind(".//m:c", NS):
            formula, value = cell.findtext("m:f", "", NS), cell.findtext("m:v", "", NS)
            cells[cell.get("r")] = (formula, strings[int(value)] if cell.get("t") == "s" else value)
        return cells

    def row(self, sheet: str, number: int) -> list[str]:
        """The values of a row; blank ones are empty."""
        told = {
            name: value
            for name, (_, value) in self.sheets[sheet].items()
            if re.fullmatch(rf"[A-Z]+{number}", name)
        }
        return [told[name] for name in sorted(told)]

    def formula(self, sheet: str, cell: str) -> str:
        """The formula of a cell; empty for none."""
        return self.sheets[sheet][cell][0]


def book(recuperation: dict | None, lang: str = "zh") -> Book:
    """The roster of a plan with these stays."""
    return Book(KITS[lang].rendered(plan_of(recuperation), "recuperation-roster").data)


STAYS = {
    "quota": 10,
    "used": 4,
    "budget": 30_000,
    "spent": 8_000,
    "batches": [
        {
            "title": "第一批",
            "when": "9月中旬",
            "days": 5,
            "place": "疗休养院",
            "people": 3,
            "per_head": 1900,
            "travel": 200,
        },
        {"when": "10月", "days": 2, "people": 2, "per_head": "700.50"},
    ],
}


def test_each_batch_has_a_sheet_and_all_are_summed_up():
    """The summary comes first, then the year, then a sheet for each batch."""
    made = book(STAYS)

    assert list(made.sheets) == ["批次汇总", "年度名额", "1 第一批", "2 第二批"]
    assert made.row("批次汇总", 3) == [
        "批次",
        "时间",
        "天数",
        "地点",
        "人次",
        "人天",
        "食宿等费用",
        "交通费",
        "费用合计",
    ]
    assert made.row("批次汇总", 4)[:4] == ["第一批", "9月中旬", "5", "疗休养院"]
    assert [float(value) for value in made.row("批次汇总", 4)[4:]] == [3, 15, 5700, 600, 6300]
    assert [float(value or 0) for value in made.row("批次汇总", 5)[4:]] == [2, 4, 1401, 0, 1401]
    assert [float(value) for value in made.row("批次汇总", 6)[4:]] == [5, 19, 7101, 600, 7701]


def test_the_sums_are_formulas():
    """Of each batch, of all batches, and of what is left."""
    made = book(STAYS)

    assert made.formula("1 第一批", "D7") == "SUM(D4:D6)"
    assert "SUM(F4,G4)" in made.formula("1 第一批", "H4")
    assert made.formula("批次汇总", "E4") == "'1 第一批'!D7"
    assert made.formula("批次汇总", "E6") == "SUM(E4:E5)"
    assert made.formula("年度名额", "D3") == "'批次汇总'!E6"
    assert all(made.formula("年度名额", f"{column}3") for column in "EFG")


def test_what_is_left_of_quota_and_money_is_told():
    """Of the year, before, now, so far, left, and the share that is used."""
    made = book(STAYS)

    assert [float(value) for value in made.row("年度名额", 3)[1:]] == [10, 4, 5, 9, 1, 0.9]
    assert [float(value) for value in made.row("年度名额", 4)[1:]] == pytest.approx(
        [30_000, 8_000, 7_701, 15_701, 14_299, 15_701 / 30_000]
    )


def test_a_batch_has_a_row_for_each_place():
    """To be filled in by hand: department, name and signature are blank."""
    made = book(STAYS)

    assert [made.row("1 第一批", row)[0] for row in (4, 5, 6, 7)] == ["1", "2", "3", "合计"]
    assert made.row("1 第一批", 4) == ["1", "", "", "1", "5", "1900", "200", "2100.0", ""]


def test_a_large_batch_ends_with_the_rest_in_one_row():
    """Three hundred rows are enough for one sheet; the sums are those of all."""
    made = book({"batches": [{"people": 1_000, "days": 5, "per_head": 100}]})

    assert made.row("1 第一批", 303)[0] == "其余 701 人"
    assert [float(value) for value in made.row("1 第一批", 304)[3:6]] == [1_000, 5_000, 100_000]


@settings(max_examples=25, deadline=None)
@given(
    batches=st.lists(
        st.fixed_dictionaries(
            {"people": st.integers(0, 400)},
            optional={
                "days": st.integers(1, 10),
                "per_head": st.integers(0, 5_000),
                "travel": st.integers(0, 900),
            },
        ),
        max_size=3,
    ),
    quota=st.integers(0, 2_000),
)
def test_the_cached_values_are_the_sums(batches, quota):
    """What a program shows before it reckons is what it will reckon."""
    made = book({"quota": quota, "batches": batches})
    people = sum(each["people"] for each in batches)
    cost = sum(each["people"] * (each.get("per_head", 0) + each.get("travel", 0)) for each in batches)
    totals = made.row("批次汇总", 4 + len(batches))

    assert Decimal(totals[4]) == people
    assert Decimal(totals[8] or 0) == cost
    assert [Decimal(value) for value in made.row("年度名额", 3)[1:6]] == [
        quota,
        0,
        people,
        people,
        quota - people,
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("stays", [None, {}, {"batches": []}])
def test_without_batches_the_sheet_is_empty_and_well_formed(lang, stays):
    """The head and a row of zeros."""
    made = book(stays, lang)

    assert list(made.sheets) == [{"zh": "批次汇总", "en": "Batches"}[lang]]


def test_in_english_it_says_nothing_in_chinese():
    """Times, titles and sums are worded; what the author wrote stays."""
    made = book({"quota": 4, "batches": [{"when": "9月中旬", "people": 2}]}, "en")
    cells = "".join(value for sheet in made.sheets.values() for _, value in sheet.values())

    assert list(made.sheets) == ["Batches", "Year", "1 Batch 1"]
    assert "mid-September" in cells
    assert re.findall("[一-鿿]+", cells.replace("北岭市水务局机关工会", "")) == []


def test_nobody_is_named_in_it():
    """Who goes stands on the private paper."""
    made = book({"batches": [{"people": 2, "participants": [{"name": "李明远"}]}]})

    assert "李明远" not in made.text


def test_what_looks_like_a_formula_is_text():
    """A place that begins with an equals sign is not reckoned."""
    made = book({"batches": [{"title": "=1+1", "place": "=HYPERLINK(1)", "people": 1}]})

    assert made.sheets["批次汇总"]["D4"] == ("", "=HYPERLINK(1)")
    assert made.sheets["批次汇总"]["A4"] == ("", "=1+1")


def test_only_plans_of_the_pack_have_a_roster():
    """A plan of no pack is refused with a message."""
    with pytest.raises(UnionkitError):
        KITS["zh"].rendered(Plan(), "recuperation-roster")
