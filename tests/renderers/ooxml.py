"""Word files taken apart: their parts as trees, and the order that the schema wants of some elements."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = "etree._Element"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FONT_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")

# Children in the order of the schema (ECMA-376 part 1, annex A), as far as we write them and a few more.
ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
        " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
        " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
        " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish"
        " webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd"
        " tblBorders shd tblLayout tblCellMar tblLook"
    ),
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols"
        " formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid"
    ),
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal"
        " rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "styles": "docDefaults latentStyles style",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "settings": (
        "writeProtection view zoom removePersonalInformation mirrorMargins bordersDoNotSurroundHeader"
        " bordersDoNotSurroundFooter trackRevisions defaultTabStop autoHyphenation evenAndOddHeaders"
        " drawingGridHorizontalSpacing characterSpacingControl footnotePr endnotePr compat docVars rsids mathPr"
        " themeFontLang clrSchemeMapping decimalSymbol listSeparator"
    ),
    "compat": "spaceForUL ulTrailSpace doNotExpandShiftReturn adjustLineHeightInTable useFELayout compatSetting",
}


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def value(parent: Element, path: str, attribute: str = "val") -> str | None:
    """The attribute of the element at `path` (``pPr/jc``), None without one."""
    element = parent.find("/".join(map(w, path.split("/"))))
    return None if element is None else element.get(w(attribute))


def parts(data: bytes) -> dict[str, bytes]:
    """The members of a package; its checksums hold."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def trees(data: bytes) -> dict[str, Element]:
    """Every part as a tree."""
    return {name: etree.fromstring(part) for name, part in parts(data).items()}


def misplaced(tree: Element) -> Iterator[str]:
    """Elements that do not stand where the schema wants them, or that the table above does not know."""
    for parent in tree.iter(*map(w, ORDER)):
        name = etree.QName(parent).localname
        order = ORDER[name].split()
        children = [etree.QName(child).localname for child in parent]
        yield from (f"{name}/{child}" for child in children if child not in order)
        known = [order.index(child) for child in children if child in order]
        if known != sorted(known):
            yield f"{name}: {' '.join(children)}"
