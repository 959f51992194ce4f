"""The measures of GB/T 9704-2012 in the Word file; what a page then looks like is measured in `tests/office`."""

from __future__ import annotations

import pytest

from unionkit.document import (
    Addressee,
    Block,
    Column,
    ColumnKind,
    Document,
    Grid,
    Heading,
    SignOff,
    Text,
    Title,
)
from unionkit.renderers._docx import render_docx
from unionkit.renderers._docx._sign_off import line_length, right_indents

from .ooxml import FONT_SLOTS, Element, R, trees, value, w


def package(*blocks: Block) -> dict[str, Element]:
    return trees(render_docx(Document(blocks=blocks)).data)


def body(*blocks: Block) -> list[Element]:
    return list(package(*blocks)["word/document.xml"][0])


def attributes(element: Element | None) -> dict[str, str]:
    assert element is not None
    return {str(name).rpartition("}")[2]: str(text) for name, text in element.attrib.items()}


@pytest.fixture(scope="module")
def styles() -> dict[str, Element]:
    """The styles by their id."""
    return {style.get(w("styleId"), ""): style for style in package()["word/styles.xml"].iter(w("style"))}


def test_the_page_is_a4_with_official_margins() -> None:
    """210 × 297 mm; 37 mm above, 28 mm at the binding, 26 and 35 mm; a grid of 22 lines."""
    (section,) = body()

    assert attributes(section.find(w("pgSz"))) == {"w": "11906", "h": "16838"}
    assert attributes(section.find(w("pgMar"))) == {
        "top": "2098",
        "right": "1474",
        "bottom": "1984",
        "left": "1588",
        "header": "851",
        "footer": "1417",
        "gutter": "0",
    }
    assert attributes(section.find(w("docGrid"))) == {"type": "lines", "linePitch": "579"}


def test_body_text_is_fangsong_on_exact_lines(styles: dict[str, Element]) -> None:
    """三号 仿宋, 28.95 pt a line, a quarter point tighter, both edges straight, two characters in."""
    normal = styles["Normal"]

    assert value(normal, "rPr/sz") == value(normal, "rPr/szCs") == "32"
    assert value(normal, "rPr/spacing") == "-5"
    assert attributes(normal.find(f"{w('pPr')}/{w('spacing')}")) == {
        "before": "0",
        "after": "0",
        "line": "579",
        "lineRule": "exact",
    }
    assert value(normal, "pPr/jc") == "both"
    assert value(styles["BodyText"], "pPr/ind", "firstLineChars") == "200"


@pytest.mark.parametrize(
    ("style", "face"),
    [
        ("Normal", "仿宋_GB2312"),
        ("BodyText", "仿宋_GB2312"),
        ("Heading1", "黑体"),
        ("Heading2", "楷体_GB2312"),
        ("Heading3", "仿宋_GB2312"),
        ("Heading4", "仿宋_GB2312"),
        ("Title", "方正小标宋简体"),
        ("Subtitle", "楷体_GB2312"),
        ("DocumentNumber", "仿宋_GB2312"),
        ("AttachmentMark", "黑体"),
        ("AttachmentTitle", "方正小标宋简体"),
        ("AttachmentNote", "仿宋_GB2312"),
        ("Footer", "宋体"),
        ("Caption", "黑体"),
        ("TableHead", "黑体"),
        ("TableText", "仿宋_GB2312"),
        ("TableTotal", "黑体"),
        ("TableTotalNumberTiny", "黑体"),
        ("TableTextSmall", "仿宋_GB2312"),
        ("TOC1", "仿宋_GB2312"),
    ],
)
def test_each_style_has_its_face(styles: dict[str, Element], style: str, face: str) -> None:
    """The East Asian face is always written."""
    assert value(styles[style], "rPr/rFonts", "eastAsia") == face


def test_all_four_font_slots_are_always_written() -> None:
    """A face that is missing in one slot would come from the theme, and there is none."""
    for fonts in package()["word/styles.xml"].iter(w("rFonts")):
        assert set(FONT_SLOTS) == set(attributes(fonts))


def test_no_part_refers_to_a_theme() -> None:
    """Theme fonts beat the faces written beside them."""
    for name, tree in package(Title("工作计划"), Text("正文")).items():
        names = {attribute for element in tree.iter() for attribute in element.attrib}
        assert not [attribute for attribute in names if "Theme" in str(attribute)], name


@pytest.mark.parametrize("level", range(1, 10))
def test_headings_are_real_headings(styles: dict[str, Element], level: int) -> None:
    """They stand in the outline under the names by which Word knows them, and are not bold."""
    style = styles[f"Heading{level}"]

    assert value(style, "name") == f"heading {level}"
    assert value(style, "pPr/outlineLvl") == str(level - 1)
    assert value(style, "rPr/b") == "0"


@pytest.mark.parametrize(
    ("level", "style"), [(1, "Heading1"), (4, "Heading4"), (9, "Heading9"), (12, "Heading9")]
)
def test_a_heading_has_the_style_of_its_level(level: int, style: str) -> None:
    """Word has nine levels; deeper ones share the last."""
    assert value(body(Heading("主要工作", level, "一、"))[0], "pPr/pStyle") == style


@pytest.mark.parametrize(
    ("marker", "level", "style", "face"),
    [
        ("一、", 1, None, "黑体"),
        ("（一）", 2, None, "楷体_GB2312"),
        ("1.", 3, None, "仿宋_GB2312"),
        ("（1）", 4, None, "仿宋_GB2312"),
        ("1.", 2, "HeadingFangsong", "仿宋_GB2312"),
        ("1.", 1, "HeadingFangsong", "仿宋_GB2312"),
        ("（1）", 2, "HeadingFangsong", "仿宋_GB2312"),
        ("（一）", 1, "HeadingKaiti", "楷体_GB2312"),
        ("（十二）", 3, "HeadingKaiti", "楷体_GB2312"),
        ("二十一、", 2, "HeadingHeiti", "黑体"),
        ("第一章　", 1, None, "黑体"),
        ("", 2, None, "楷体_GB2312"),
        (None, 3, None, "仿宋_GB2312"),
    ],
)
def test_the_face_of_a_heading_follows_its_marker(
    styles: dict[str, Element], marker: str | None, level: int, style: str | None, face: str
) -> None:
    """一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋; without one of these, that of its level, which it keeps anyway."""
    heading = body(Heading("主要“工作”", level, marker))[0]

    assert value(heading, "pPr/pStyle") == f"Heading{level}"
    assert value(heading, "r/rPr/rStyle") == style
    assert value(styles[style or f"Heading{level}"], "rPr/rFonts", "eastAsia") == face
    assert value(heading, "r/rPr/rFonts", "hint") == "eastAsia"


def test_an_empty_title_is_no_line() -> None:
    """Its subtitle begins the page; without one, nothing does."""
    assert [value(p, "pPr/pStyle") for p in body(Title("", "（草案）"))[:-1]] == ["Subtitle", "Normal"]
    assert len(body(Title(""))) == 1


def test_the_title_is_large_centred_and_followed_by_a_blank_line(styles: dict[str, Element]) -> None:
    """二号 小标宋, not bold."""
    title, subtitle, document_number, blank, _section = body(
        Title("工作计划", "（草案）", "清工发〔2026〕5号")
    )

    assert value(styles["Title"], "rPr/sz") == "44"
    assert value(styles["Title"], "rPr/b") == "0"
    assert value(styles["Title"], "pPr/jc") == "center"
    assert value(title, "pPr/pStyle") == "Title"
    assert value(subtitle, "pPr/pStyle") == "Subtitle"
    assert value(document_number, "pPr/pStyle") == "DocumentNumber"
    assert value(styles["DocumentNumber"], "pPr/jc") == "center"
    assert value(blank, "pPr/pStyle") == "Normal"
    assert blank.find(w("r")) is None


def test_the_addressee_stands_flush_left(styles: dict[str, Element]) -> None:
    """It has no indent, not even an inherited one."""
    addressee = body(Addressee("各分会："))[0]

    assert value(addressee, "pPr/pStyle") == "Salutation"
    assert [text.text for text in addressee.iter(w("t"))] == ["各分会："]
    assert value(styles["Salutation"], "basedOn") == "Normal"
    assert value(styles["Normal"], "pPr/ind", "firstLineChars") is None


def test_chinese_marks_ask_for_the_chinese_face() -> None:
    """Quotation marks, dashes and ellipses are in the Latin faces too, and would be taken from there."""
    plain, marked, _section = body(Text("开展活动"), Text("“三八”活动"))

    assert value(plain, "r/rPr/rFonts", "hint") is None
    assert value(marked, "r/rPr/rFonts", "hint") == "eastAsia"


@pytest.mark.parametrize(("part", "side"), [("word/footer1.xml", "right"), ("word/footer2.xml", "left")])
def test_page_numbers_stand_at_the_outer_edge(styles: dict[str, Element], part: str, side: str) -> None:
    """四号 宋体 between dashes, one character in, odd pages at the right and even pages at the left."""
    (paragraph,) = package()[part]
    instructions = [element.text for element in paragraph.iter(w("instrText"))]
    marks = [element.get(w("fldCharType")) for element in paragraph.iter(w("fldChar"))]

    assert instructions == [" PAGE "]
    assert marks == ["begin", "separate", "end"]
    assert "".join(text.text or "" for text in paragraph.iter(w("t")))[::4] == "——"
    assert value(paragraph, "pPr/jc") == side
    assert value(paragraph, "pPr/ind", f"{side}Chars") == "100"
    assert set(attributes(styles["Footer"].find(f"{w('rPr')}/{w('rFonts')}")).values()) == {"宋体"}
    assert value(styles["Footer"], "rPr/sz") == "28"


def test_odd_and_even_pages_differ() -> None:
    """The setting is on, and the page refers to a footer of each kind."""
    files = package()
    targets = {
        relation.get("Id"): relation.get("Target") for relation in files["word/_rels/document.xml.rels"]
    }
    footers = {
        footer.get(w("type")): targets[footer.get(f"{{{R}}}id")]
        for footer in files["word/document.xml"].iter(w("footerReference"))
    }

    assert files["word/settings.xml"].find(w("evenAndOddHeaders")) is not None
    assert footers == {"default": "footer1.xml", "even": "footer2.xml"}


def test_the_language_is_chinese() -> None:
    """Spelling, line breaks and fonts follow it."""
    languages = [attributes(lang) for lang in package()["word/styles.xml"].iter(w("lang"))]

    assert languages
    assert {(lang["val"], lang["eastAsia"]) for lang in languages} == {("en-US", "zh-CN")}


def test_word_does_not_open_it_in_an_older_mode() -> None:
    """Mode 15 is that of Word 2013 and later."""
    modes = [
        setting.get(w("val"))
        for setting in package()["word/settings.xml"].iter(w("compatSetting"))
        if setting.get(w("name")) == "compatibilityMode"
    ]

    assert modes == ["15"]


def test_every_face_has_a_stand_in() -> None:
    """Machines without the official faces have others of the same kind."""
    stand_ins = {font.get(w("name")): value(font, "altName") for font in package()["word/fontTable.xml"]}
    faces = {fonts.get(w("eastAsia")) for fonts in package()["word/styles.xml"].iter(w("rFonts"))}

    assert faces <= set(stand_ins)
    assert all(stand_ins[face] for face in faces)


@pytest.mark.parametrize(("suffix", "size"), [("", "24"), ("Small", "21"), ("Tiny", "18")])
def test_tables_have_three_sizes_of_type(styles: dict[str, Element], suffix: str, size: str) -> None:
    """小四, 五号 and 小五, each with all its kinds of cells."""
    for kind in ("Text", "Number", "Centred", "Head", "Total", "TotalNumber", "TotalCentred"):
        style = styles[f"Table{kind}{suffix}"]
        based = styles[value(style, "basedOn") or ""]
        assert (value(style, "rPr/sz") or value(based, "rPr/sz")) == size


def test_an_english_document_is_marked_as_english() -> None:
    """Latin text is English in every document; its properties name the language of the whole."""
    package = trees(render_docx(Document(blocks=(Text("Plan"),), lang="en")).data)
    languages = {lang.get(w("val")) for lang in package["word/styles.xml"].iter(w("lang"))}

    assert languages == {"en-US"}
    assert "en" in [element.text for element in package["docProps/core.xml"]]


def test_stand_ins_are_single_names_that_word_takes(styles: dict[str, Element]) -> None:
    """Word reads the whole value as one name of at most 31 characters ([MS-OE376], altName), whatever the standard says."""
    for font in package()["word/fontTable.xml"]:
        name = value(font, "altName") or ""
        assert "," not in name
        assert len(name) <= 31


def test_a_table_has_a_head_on_every_page_and_rows_in_one_piece() -> None:
    """Caption and unit above it; figures to the right, short words centred."""
    columns = (Column("项目"), Column("金额", ColumnKind.NUMBER), Column("月份", ColumnKind.CENTRED))
    caption, table, end, _section = body(Grid(columns, (("慰问", "300", "9月"),), "预算表", "单位：元"))
    head, row = table.findall(w("tr"))

    assert [value(p, "pPr/pStyle") for p in (caption, end)] == ["Caption", "TableEnd"]
    assert [value(run, "rPr/rStyle") for run in caption.iter(w("r")) if run.find(w("t")) is not None] == [
        None,
        "TableUnitCharacter",
    ]
    assert value(table, "tblPr/tblLayout", "type") == "fixed"
    assert head.find(f"{w('trPr')}/{w('tblHeader')}") is not None
    assert all(line.find(f"{w('trPr')}/{w('cantSplit')}") is not None for line in (head, row))
    assert [value(cell, "p/pPr/pStyle") for cell in head.iter(w("tc"))] == ["TableHead"] * 3
    assert [value(cell, "p/pPr/pStyle") for cell in row.iter(w("tc"))] == [
        "TableText",
        "TableNumber",
        "TableCentred",
    ]
    assert {value(cell, "tcPr/vAlign") for cell in table.iter(w("tc"))} == {"center"}


def test_a_table_without_titles_has_no_head() -> None:
    """And one without rows either is no table."""
    rows = body(Grid((Column(""), Column("")), (("甲", "乙"),)))[0].findall(w("tr"))

    assert len(rows) == 1
    assert [element.tag for element in body(Grid((Column(""),)))] == [w("sectPr")]


@pytest.mark.parametrize(
    ("signature", "date", "indents"),
    [
        ("清河市第一实验中学工会委员会", "2026年7月1日", (630, 14 * 315 - (3 * 315 + 6 * 155))),
        ("校工会", "2026年12月31日", (1260 + (3 * 315 + 8 * 155) - 3 * 315, 630)),
        ("", "2026年7月1日", (630, 630)),
        ("清河中学工会", "", (630, 630)),
        ("某" * 40, "2026年7月1日", (630, 630)),
    ],
)
def test_the_date_begins_two_characters_after_the_signature(
    signature: str, date: str, indents: tuple[int, int]
) -> None:
    """The longer of both ends two characters before the margin."""
    found = right_indents(signature, date)

    assert found == indents
    if signature and date and len(signature) < 28:
        begins = [line_length(text) + indent for text, indent in zip((signature, date), found, strict=True)]
        assert begins[0] - begins[1] == 2 * 315


def test_the_sign_off_stays_with_its_date(styles: dict[str, Element]) -> None:
    """The last words, a blank line, the signature and the date are not parted by the end of a page."""
    text, blank, signature, date, _section = body(Text("结束。"), SignOff("清河中学工会", "2026年7月1日"))

    assert text.find(f"{w('pPr')}/{w('keepNext')}") is not None
    assert [value(p, "pPr/pStyle") for p in (blank, signature, date)] == ["Closing", "Signature", "Date"]
    assert all(
        styles[style].find(f"{w('pPr')}/{w('keepNext')}") is not None for style in ("Closing", "Signature")
    )
    assert len(body(SignOff("", ""))) == 1
