"""
Measures of the official page that the body needs, in twentieths of a point.

The rest of the measures stands in the parts, which cannot carry comments of their own:

* `styles.xml`: type of 三号 (16 pt) set 0.25 pt tighter, on lines of exactly 28.95 pt. GB/T 9704-2012 wants 22 lines
  of 28 characters in 225 × 156 mm; Word's 三号 is a quarter point too wide for that, and 29 pt a trifle too high.
* `footer-odd.xml`, `footer-even.xml`: 四号 宋体, one character in from the outer edge.
* `footer-landscape-odd.xml`, `footer-landscape-even.xml`: the same line in a box that lies where the foot of the
  upright sheet is, turned with the sheet (`_landscape.py`).
* `document.xml`: A4, margins 37, 28, 26 and 35 mm; the footer stands 25 mm from the edge, so that the dash of the
  page number lies 7 mm below the type area.
"""

from __future__ import annotations

TYPE_AREA = 8844
"""Width of the type area (版心), 156 mm (GB/T 9704-2012, 5.2.1)."""

PAGE_HEIGHT = 12756
"""Height of the type area, 225 mm (GB/T 9704-2012, 5.2.1); on a landscape page it is the width."""

LINE = 579
"""A line of the page (行): 22 of them fill its height."""

TITLE_LINE_HEIGHT = 640
"""A line of the title: 32 pt under 二号."""

CHARACTER = 315
"""Room of a character of body text on its line: 16 pt less the 0.25 pt that let 28 of them fit."""

HALF_CHARACTER = 155
"""Room of a Latin letter or digit: 8 pt less the same 0.25 pt."""

FULL_CHARACTER = 320
"""The character in which ``w:leftChars`` and its kin count, in hundredths: 16 pt."""

TITLE_LINE = 20
"""Characters of 二号 (22 pt) that a line of the title holds: 156 mm / 7.76 mm."""

SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
    '<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1417" w:gutter="0"/>'
    '<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
)
"""The page: A4, the margins, the two page numbers, the grid of 22 lines (GB/T 9704-2012, 5.1 to 5.2)."""

LANDSCAPE_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="even" r:id="rId7"/>'
    '<w:type w:val="nextPage"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1588" w:right="2098" w:bottom="1474" w:left="1984" w:header="851" w:footer="851" w:gutter="0"/>'
    '<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
)
"""
The same page turned clockwise for a wide table (横排表格): what was left is now above, so that the head of the table
lies at the binding on odd pages and at the cut on even ones (GB/T 9704-2012, 7.5).
"""
