"""The indicator workbook, read back from its XML: what each cell holds, and that formulas and their values agree."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_federation
from unionkit import Kit, Plan
from unionkit.errors import PackFormatError
from unionkit.model import Organization, WelfareMeasure

KITS = {
    lang: Kit(discover=False, plugins=[unionkit_pack_federation], strict=True, lang=lang)
    for lang in ("zh", "en")
}
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SOME = settings(max_examples=25, deadline=None)

numbers = st.none() | st.integers(0, 500)
words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8)


class Read(NamedTuple):
    """A cell: what it shows, and its formula."""

    value: str
    formula: str


def read(data: bytes) -> dict[str, dict[str, Read]]:
    """The cells of each sheet, by the name on its tab and that of the cell."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        strings = []
        if "xl/sharedStrings.xml" in archive.namelist():
            root = ET.fromstring(archive.read("xl/sharedStrings.xml"))
            strings = ["".join(entry.itertext()) for entry in root]
        book = ET.fromstring(archive.read("xl/workbook.xml"))
        names = [sheet.get("name", "") for sheet in book.iter(f"{MAIN}sheet")]
        return {
            name: dict(_cells(ET.fromstring(archive.read(f"xl/worksheets/sheet{nth}.xml")), strings))
            for nth, name in enumerate(names, start=1)
        }


def _cells(root: ET.Element, strings: list[str]) -> Any:
    for cell in root.iter(f"{MAIN}c"):
        value, formula = cell.findtext(f"{MAIN}v", ""), cell.findtext(f"{MAIN}f", "")
        shown = strings[int(value)] if cell.get("t") == "s" else value
        if shown or formula:
            yield cell.get("r", ""), Read(shown, formula)


def book(data: dict[str, Any], lang: str = "zh", name: str = "清河县总工会") -> dict[str, dict[str, Read]]:
    """The workbook of a plan with this data, read back."""
    plan = Plan(pack="federation", organization=Organization(name=name), data={"federation": data})
    return read(KITS[lang].rendered(plan, "indicator-workbook").data)


def values(sheet: dict[str, Read]) -> list[str]:
    """All that a sheet shows."""
    return [cell.value for cell in sheet.values()]


DATA = {
    "indicators": [
        {"name": "新建工会", "group": "组织建设", "unit": "家", "target": 14},
        {"name": "工资协议", "group": "劳动关系", "target": 9},
    ],
    "bodies": [
        {"name": "清河镇总工会", "tasks": [{"indicator": "新建工会", "target": 8, "done": 3}]},
        {"name": "北岭镇总工会", "tasks": [{"indicator": "新建工会", "target": 6, "done": 6}]},
    ],
    "coverage": [
        {"subject": "厂务公开", "ownership": "public", "units": 8, "covered": 6, "target": ">= 95%"}
    ],
    "training": [{"title": "轮训", "years": [{"year": 2026, "target": 40, "done": 50}]}],
}


def test_there_is_a_sheet_for_each_group_behind_the_summary():
    """Then coverage and training."""
    assert list(book(DATA)) == ["汇总", "组织建设", "劳动关系", "覆盖面", "培训"]
    assert list(book(DATA, "en")) == ["Summary", "组织建设", "劳动关系", "Coverage", "Training"]


def test_rows_and_totals_are_formulas_with_their_values():
    """The share of a body, the sum of a column, the share of the sums."""
    sheet = book(DATA)["组织建设"]

    assert [sheet[name].value for name in ("A4", "B4", "C4")] == ["清河镇总工会", "8", "3"]
    assert float(sheet["D4"].value) == pytest.approx(0.375)
    assert (sheet["A6"].value, sheet["B6"], sheet["C6"]) == (
        "合计",
        Read("14.0", "SUM(B4:B5)"),
        Read("9.0", "SUM(C4:C5)"),
    )
    assert "/B6" in sheet["D6"].formula
    assert float(sheet["D6"].value) == pytest.approx(9 / 14)


def test_the_summary_takes_its_sums_from_the_other_sheets():
    """What is not shared out is the target without the tasks."""
    sheet = book(DATA)["汇总"]

    assert sheet["E3"] == Read("14.0", "'组织建设'!B6")
    assert sheet["F3"] == Read("9.0", "'组织建设'!C6")
    assert float(sheet["G3"].value) == 0
    assert float(sheet["G4"].value) == 9


@pytest.mark.parametrize(("lang", "aim"), [("zh", "不低于95%"), ("en", "at least 95%")])
def test_the_aim_of_a_coverage_is_in_words(lang, aim):
    """As the chapter of the plan has it."""
    sheet = book(DATA, lang)[{"zh": "覆盖面", "en": "Coverage"}[lang]]

    assert sheet["F3"].value == aim


@pytest.mark.parametrize(("indicators", "target"), [(2, 8), (5, 8), (5, 123_456_789)])
def test_columns_have_room_for_their_figures(indicators, target):
    """However many there are on the page, and however long the name of the indicator is."""
    names = [f"新就业形态劳动者第{nth}项任务指标" for nth in range(indicators)]
    data = {
        "indicators": [{"name": name} for name in names],
        "bodies": [
            {"name": "清河镇总工会", "tasks": [{"indicator": name, "target": target} for name in names]}
        ],
    }
    told = KITS["zh"].rendered(Plan(pack="federation", data={"federation": data}), "indicator-workbook").data
    with zipfile.ZipFile(io.BytesIO(told)) as archive:
        root = ET.fromstring(archive.read("xl/worksheets/sheet2.xml"))
    *_, width = (float(column.get("width", 0)) for column in root.iter(f"{MAIN}col"))

    assert width > len(f"{target:,}")
    assert (width > 12) == (indicators == 2 or target > 8)


@SOME
@given(targets=st.lists(st.tuples(numbers, numbers), min_size=1, max_size=5), whole=numbers)
def test_the_workbook_adds_up(targets, whole):
    """Whatever the figures are: the cached values are what the formulas come to."""
    data = {
        "indicators": [{"name": "新建工会", "group": "组织", **({} if whole is None else {"target": whole})}],
        "bodies": [
            {
                "name": f"第{nth}工会",
                "tasks": [
                    {
                        "indicator": "新建工会",
                        **({} if target is None else {"target": target}),
                        **({} if done is None else {"done": done}),
                    }
                ],
            }
            for nth, (target, done) in enumerate(targets)
        ],
    }
    sheets = book(data)
    last = 4 + len(targets)
    shared, done = (sum(each[at] or 0 for each in targets) for at in (0, 1))

    assert float(sheets["组织"][f"B{last}"].value) == shared
    assert float(sheets["组织"][f"C{last}"].value) == done
    assert float(sheets["汇总"]["E3"].value) == shared
    assert float(sheets["汇总"]["G3"].value) == (whole or 0) - shared


@pytest.mark.parametrize("plan", [Plan(pack="federation"), Plan(pack="federation", data={"federation": {}})])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_data_the_summary_is_empty(plan, lang):
    """A workbook that opens, with the head of the table."""
    sheets = read(KITS[lang].rendered(plan, "indicator-workbook").data)
    (cells,) = sheets.values()

    assert {"zh": "总任务", "en": "Target"}[lang] in values(cells)
    assert not any(cell.formula for cell in cells.values())


@SOME
@given(name=words, text=st.sampled_from(["=1+1", "+1", "@x", "-1", "<b>&amp;", "{{ 7*7 }}"]), body=words)
def test_words_stay_words(name, text, body):
    """Nothing that is written becomes a formula, XML or a template."""
    data = {
        "indicators": [{"name": text, "group": name, "unit": text}],
        "bodies": [{"name": body, "tasks": [{"indicator": text, "target": 1}]}],
    }
    sheets = book(data, name=text)
    second = list(sheets.values())[1]

    assert second["A4"].value == body
    assert any(text in value for value in values(second))
    assert {cell.formula for sheet in sheets.values() for cell in sheet.values()}.isdisjoint({text, text[1:]})


@pytest.mark.parametrize("group", ["汇总", "覆盖面", "培训", "任务指标", "a/b", "甲" * 60])
def test_groups_may_be_called_what_other_sheets_are_called(group):
    """Tabs have names of their own, short enough and without what programs refuse."""
    data = {
        **DATA,
        "indicators": [{"name": "新建工会", "group": group}, {"name": "另一个"}],
    }
    names = list(book(data))

    assert len({name.lower() for name in names}) == len(names) == 5
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)


def test_nothing_private_is_in_it():
    """Facts about named persons are no part of a workbook."""
    secret = WelfareMeasure(title="探望李师傅", kind="condolence-visit", private=True)
    plan = Plan(pack="federation", content=(secret,), data={"federation": DATA})
    cells = read(KITS["zh"].rendered(plan, "indicator-workbook").data)

    assert not any("李师傅" in value for sheet in cells.values() for value in values(sheet))


@SOME
@given(name=words)
def test_the_same_plan_gives_the_same_bytes(name):
    """There is no clock in it."""
    plan = Plan(pack="federation", organization=Organization(name=name), data={"federation": DATA})
    first, second = (KITS["zh"].rendered(plan, "indicator-workbook").data for _ in range(2))

    assert first == second


def test_other_plans_have_no_such_workbook():
    """It knows what only plans of federations hold."""
    with pytest.raises(PackFormatError):
        KITS["zh"].rendered(Plan(), "indicator-workbook")
