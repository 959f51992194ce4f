"""Workbooks read back from their XML: what each cell holds, and the formula behind it."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from typing import NamedTuple
from xml.etree import ElementTree as ET

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Cell(NamedTuple):
    """What a cell holds, and its formula; empty for none."""

    value: str | Decimal
    formula: str


class Sheet:
    """A sheet: its cells by their names (``B7``)."""

    def __init__(self, xml: bytes, strings: list[str]) -> None:
        self.cells: dict[str, Cell] = {}
        for cell in ET.fromstring(xml).iter(f"{_MAIN}c"):
            value, formula = cell.find(f"{_MAIN}v"), cell.find(f"{_MAIN}f")
            if value is None:
                continue
            text = value.text or ""
            held = strings[int(text)] if cell.get("t") == "s" else Decimal(text) if text else ""
            self.cells[cell.get("r", "")] = Cell(held, "" if formula is None else formula.text or "")

    def rows(self) -> list[list[str | Decimal]]:
        """What its cells hold, row by row; blanks are left out."""
        rows: dict[int, list[str | Decimal]] = {}
        for name, cell in self.cells.items():
            rows.setdefault(int(re.sub(r"\D", "", name)), []).append(cell.value)
        return list(rows.values())

    def row(self, first: str) -> dict[str, Cell]:
        """The cells of the row that begins so, by the letters of their columns."""
        (number,) = (
            re.sub(r"\D", "", name)
            for name, cell in self.cells.items()
            if name[0] == "A" and cell.value == first
        )
        return {
            re.sub(r"\d", "", name): cell
            for name, cell in self.cells.items()
            if re.sub(r"\D", "", name) == number
        }


def read(data: bytes) -> dict[str, Sheet]:
    """The sheets of a workbook by their names, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        strings = []
        if "xl/sharedStrings.xml" in archive.namelist():
            shared = ET.fromstring(archive.read("xl/sharedStrings.xml"))
            strings = ["".join(part.text or "" for part in each.iter(f"{_MAIN}t")) for each in shared]
        names = [
            each.get("name", "")
            for each in ET.fromstring(archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
        ]
        return {
            name: Sheet(archive.read(f"xl/worksheets/sheet{nth}.xml"), strings)
            for nth, name in enumerate(names, 1)
        }
