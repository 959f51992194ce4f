"""Cards as a Word file: A4, two across and four down, with lines to cut along and lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import docx
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from unionkit.errors import Lang
from unionkit.renderers import text_width

from ._cards import Card
from ._package import packed

_ACROSS: Final = 2
_WIDTH_MM, _HEIGHT_MM, _EDGE_MM = 97.0, 69.5, 7.0
_INNER_MM: Final = 89.0
"""The width of a line within a card."""
_GAP_MM: Final = 3.0
"""What stays free behind a field."""
_POINTS_A_MM: Final = 72 / 25.4
_SIZE: Final = 10.5
"""Size of the type in points (五号)."""
_SMALLEST: Final = 6.0
_STEP: Final = 0.5
_LINE_POINTS: Final = 18.0
"""Height of a line that is printed or written on."""
_STANDARD_LINES: Final = 2
"""How many lines of the usual size the standard may take."""

_LABELS: Final[dict[Lang, dict[str, str]]] = {
    "zh": {
        "title": "五必访走访卡",
        "occasion": "情形：",
        "number": "编号：",
        "kind": "类别：",
        "when": "时间：",
        "standard": "要求：",
        "visitors": "走访人：",
        "day": "走访日期：",
        "findings": "了解的情况：",
        "follow_up": "后续措施：",
        "signature": "签字：",
    },
    "en": {
        "title": "Visit card",
        "occasion": "Occasion: ",
        "number": "Number: ",
        "kind": "Kind: ",
        "when": "When: ",
        "standard": "Standard: ",
        "visitors": "Visitors: ",
        "day": "Day of visit: ",
        "findings": "Findings: ",
        "follow_up": "Follow-up: ",
        "signature": "Signature: ",
    },
}


def word_file(cards: Sequence[Card], *, lang: Lang) -> bytes:
    """
    Return the cards as the bytes of a Word file, the same for the same cards.

    Args:
        cards: The cards, a multiple of what stands side by side.

        lang: Language of what is printed besides the cards' own words.
    """
    document = docx.Document()
    _set_page(document, _LABELS[lang]["title"])
    rows = len(cards) // _ACROSS
    table = document.add_table(rows=rows, cols=_ACROSS)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _border(table)
    for column in table.columns:
        column.width = Mm(_WIDTH_MM)
    for at, row in enumerate(table.rows):
        row.height = Mm(_HEIGHT_MM)
        row.height_rule = WD_ROW_HEIGHT_RULE.EXACTLY
        _keep_whole(row)
        for cell, card in zip(row.cells, cards[at * _ACROSS :], strict=False):
            cell.width = Mm(_WIDTH_MM)
            _fill(cell, card, _LABELS[lang])
    _end(document)
    return packed(document)


def _set_page(document: Any, title: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(_EDGE_MM)
    section.top_margin = section.bottom_margin = Mm(_EDGE_MM)
    section.header_distance = section.footer_distance = Mm(_EDGE_MM)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(_SIZE)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), "宋体")
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    style.element.get_or_add_rPr().append(language)


def _border(table: Any) -> None:
    """Draw dashed lines about all cards: to cut along."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "dashed"), ("sz", "4"), ("space", "0"), ("color", "808080")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties = table._tbl.tblPr  # noqa: SLF001 -- python-docx has no other way to borders
    properties.insert_element_before(
        borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription"
    )


def _keep_whole(row: Any) -> None:
    """Never let a page end within a card."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 -- python-docx has no other way to this property
    properties.insert(0, OxmlElement("w:cantSplit"))


def _fill(cell: Any, card: Card, labels: dict[str, str]) -> None:
    title = cell.paragraphs[0]
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _line(title)
    title.paragraph_format.space_before = Pt(6)
    run = title.add_run(labels["title"])
    run.bold = True
    run.font.size = Pt(12)
    run.font.name = "Times New Roman"
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "黑体")  # noqa: SLF001 -- as above
    _two(cell, (labels["occasion"], card.occasion), (labels["number"], card.number))
    _two(cell, (labels["kind"], card.kind), (labels["when"], card.when))
    _standard(cell, labels["standard"], card.standard)
    _two(cell, (labels["day"], ""), (labels["visitors"], card.visitors))
    _written(cell, labels["findings"])
    _written(cell, "")
    _written(cell, labels["follow_up"])
    _two(cell, ("", None), (labels["signature"], ""))


def _line(paragraph: Any, points: float = _LINE_POINTS) -> None:
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(points)


def _two(cell: Any, *fields: tuple[str, str | None]) -> None:
    """Print two fields beside each other; an empty one has a line to write on, one that is None nothing."""
    paragraph = cell.add_paragraph()
    _line(paragraph)
    half = _INNER_MM / 2
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(half))
    for at, (label, text) in enumerate(fields):
        if at:
            paragraph.add_run("\t")
        if text is None:
            continue
        size = _fitting(label + text, half - _GAP_MM, 1)
        said = _cut(text, label, half - _GAP_MM, size, 1) or _blank(label, half - _GAP_MM)
        _run(paragraph, label + said, size)


def _standard(cell: Any, label: str, text: str) -> None:
    """Print what the visit asks for on two lines; in smaller type, and at last cut off, where it is long."""
    if not text:
        _written(cell, label)
        _written(cell, "")
        return
    paragraph = cell.add_paragraph()
    size = _fitting(label + text, _INNER_MM, _STANDARD_LINES)
    lines = _lines(size)
    _line(paragraph, _LINE_POINTS * _STANDARD_LINES / lines)
    _run(paragraph, label + _cut(text, label, _INNER_MM, size, lines), size)
    needed = -(-_width(label + text) // _room(_INNER_MM, size))
    if needed < lines:
        paragraph.paragraph_format.space_after = Pt(_LINE_POINTS * _STANDARD_LINES * (lines - needed) / lines)


def _written(cell: Any, label: str) -> None:
    """Print a line to write on behind a label."""
    paragraph = cell.add_paragraph()
    _line(paragraph)
    _run(paragraph, label + _blank(label, _INNER_MM - _GAP_MM), _SIZE)


def _blank(label: str, width: float) -> str:
    """Return a line to write on that fills a line behind its label. (Leaders of tabs at its end are not drawn everywhere.)"""
    return "_" * (_room(width, _SIZE) - text_width(label))


def _run(paragraph: Any, text: str, size: float) -> None:
    run = paragraph.add_run(text)
    if size != _SIZE:
        run.font.size = Pt(size)


def _width(text: str) -> int:
    """Return how wide a text is in half characters; Latin letters, which are narrower, count for less."""
    latin = sum(character.isascii() for character in text)
    return text_width(text) - latin * 3 // 20


def _room(width: float, size: float) -> int:
    """How many half characters a line has room for."""
    return int(width * _POINTS_A_MM / size * 2) - 1


def _lines(size: float) -> int:
    """How many lines of that size take the place of the two of the standard."""
    return int(_LINE_POINTS * _STANDARD_LINES / (size * 1.25))


def _fitting(text: str, width: float, usual: int) -> float:
    """Return the size in which a text fits; the smallest, where none does."""
    size = _SIZE
    while size > _SMALLEST and _width(text) > _room(width, size) * (1 if usual == 1 else _lines(size)):
        size -= _STEP
    return size


def _cut(text: str, label: str, width: float, size: float, lines: int) -> str:
    """Return as much of a text as fits, with an ellipsis where some of it is gone."""
    most = _room(width, size) * lines - _width(label)
    if _width(text) <= most:
        return text
    while text and _width(text) > most - 2:
        text = text[:-1]
    return text + "…"


def _end(document: Any) -> None:
    """Make the paragraph that Word wants behind a table so small that it begins no page."""
    paragraph = document.add_paragraph()
    _line(paragraph, 1)
    paragraph.paragraph_format.line_spacing = Pt(1)
    run = paragraph.add_run("")
    run.font.size = Pt(1)
