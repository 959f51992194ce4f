"""Workbooks read back from their XML: what each cell holds, and what a reader sees."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from decimal import Decimal
from typing import NamedTuple
from xml.etree import ElementTree as ET

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Read(NamedTuple):
    """What a cell holds: its value as text or number, its formula, and what it shows."""

    value: str | Decimal
    formula: str
    shown: str


class Sheet:
    """A sheet: its name on the tab, its cells by their names, where links lead, and the XML itself."""

    def __init__(self, name: str, xml: bytes, strings: list[str], formats: list[str]) -> None:
        self.name = name
        self.xml = xml.decode()
        root = ET.fromstring(xml)
        self.cells: dict[str, Read] = {}
        for cell in root.iter(f"{_MAIN}c"):
            read = _cell(cell, strings, formats)
            if read is not None:
                self.cells[cell.get("r", "")] = read
        self.links = {
            link.get("ref", ""): re.fullmatch(r"'(.*)'!A1", link.get("location", ""))[1]
            for link in root.iter(f"{_MAIN}hyperlink")
        }

    def __getitem__(self, name: str) -> Read:
        return self.cells[name]

    def rows(self) -> list[list[str]]:
        """What the cells show, row by row."""
        rows: dict[int, list[str]] = {}
        for name, read in self.cells.items():
            rows.setdefault(int(re.sub(r"\D", "", name)), []).append(read.shown)
        return list(rows.values())

    def formulas(self) -> dict[str, str]:
        return {name: read.formula for name, read in self.cells.items() if read.formula}


def sheets(data: bytes) -> list[Sheet]:
    """The sheets of a workbook, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        strings = _strings(archive)
        formats = _formats(ET.fromstring(archive.read("xl/styles.xml")))
        parts = {
            each.get("Id"): each.get("Target")
            for each in ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        }
        book = ET.fromstring(archive.read("xl/workbook.xml"))
        return [
            Sheet(each.get("name", ""), archive.read(f"xl/{parts[each.get(_RELATION)]}"), strings, formats)
            for each in book.iter(f"{_MAIN}sheet")
        ]


def text_of(data: bytes) -> str:
    """What a reader sees who follows each link from the first sheet where it stands."""
    first, *others = sheets(data)
    named = {sheet.name: sheet for sheet in others}
    seen: list[str] = []
    for name, read in first.cells.items():
        seen += (
            [cell.shown for cell in named[first.links[name]].cells.values()]
            if name in first.links
            else [read.shown]
        )
    return "\n".join(seen)


def _strings(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = ET.fromstring(archive.read("xl/sharedStrings.xml"))
    return [
        re.sub(
            "_x([0-9A-F]{4})_",
            lambda found: chr(int(found[1], 16)),
            "".join(part.text or "" for part in each.iter(f"{_MAIN}t")),
        )
        for each in root.iter(f"{_MAIN}si")
    ]


def _formats(root: ET.Element) -> list[str]:
    """The number format of each style; those of Excel itself have numbers (ECMA-376, 18.8.30)."""
    own = {each.get("numFmtId"): each.get("formatCode", "") for each in root.iter(f"{_MAIN}numFmt")}
    known = {"0": "", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%", **own}
    styles = root.find(f"{_MAIN}cellXfs")
    return [known[each.get("numFmtId")] for each in styles]


def _cell(cell: ET.Element, strings: list[str], formats: list[str]) -> Read | None:
    value, formula = cell.find(f"{_MAIN}v"), cell.find(f"{_MAIN}f")
    if value is None:
        return None
    written = (formula.text or "") if formula is not None else ""
    if cell.get("t") == "s":
        text = strings[int(value.text)]
        return Read(text, written, text)
    if not value.text:
        return Read("", written, "")
    number = Decimal(value.text)
    return Read(number, written, _shown(number, formats[int(cell.get("s", "0"))]))


def _shown(number: Decimal, form: str) -> str:
    """The number as that format shows it."""
    if "yyyy" in form:
        return (dt.date(1899, 12, 30) + dt.timedelta(days=int(number))).isoformat()
    places = len(form.partition(".")[2].rstrip("%"))
    number = number * 100 if form.endswith("%") else number
    return f"{number:{',' if ',' in form else ''}.{places}f}{'%' if form.endswith('%') else ''}"
