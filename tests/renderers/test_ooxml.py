"""The checker of Word files can fail: each fault below is found and named."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given

from unionkit.document import Document, Text, Title
from unionkit.renderers._docx import render_docx

from .documents import anything, documents
from .ooxml import misplaced, problems, trees
from .ooxml_schema import DRAWING, MAIN, OFFICE, PACKAGE, PACKED, PREFIXES, SIMPLE, WORD

W, R, WP, A, PIC, WPS, MC = (PREFIXES[prefix] for prefix in ("w", "r", "wp", "a", "pic", "wps", "mc"))

FONTS = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF _Toc1 </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="900" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/>'
    '<w:tblCaption w:val="分工表"/><w:tblDescription w:val="分工"/></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="400"/><w:gridCol w:w="300"/><w:gridCol w:w="200"/></w:tblGrid>'
    "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    '<w:tc><w:tcPr><w:tcW w:w="400" w:type="dxa"/><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc>'
    '<w:tc><w:tcPr><w:tcW w:w="500" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr>'
    '<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="400" w:type="dxa"/><w:vMerge/></w:tcPr><w:p/></w:tc>'
    '<w:tc><w:tcPr><w:tcW w:w="300" w:type="dxa"/></w:tcPr><w:p/></w:tc>'
    '<w:tc><w:tcPr><w:tcW w:w="200" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>末</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
)
PICTURE = (
    f'<w:drawing><wp:inline xmlns:wp="{WP}"><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="图 1" descr="合影"/>'
    f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}"><pic:nvPicPr><pic:cNvPr id="1" name="1"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId5"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing>"
)
BOX = (
    f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps"><w:drawing><wp:inline xmlns:wp="{WP}">'
    f'<wp:extent cx="9" cy="9"/><wp:docPr id="2" name="框"/><a:graphic xmlns:a="{A}"><a:graphicData uri="{WPS}"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent><w:p/></w:txbxContent></wps:txbx><wps:bodyPr vert="vert"/>'
    "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent>"
)
SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId4"/>'
    '<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1417" w:gutter="0"/>'
    '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
)
DOCUMENT = (
    f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:wps="{WPS}" xmlns:mc="{MC}" mc:Ignorable="wps"><w:body>'
    '<w:p><w:pPr><w:pStyle w:val="Normal"/><w:keepNext/><w:spacing w:line="579" w:lineRule="exact"/>'
    '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr>'
    '<w:bookmarkStart w:id="1" w:name="_Toc1"/><w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>'
    '<w:t xml:space="preserve">正文 </w:t><w:br/></w:r><w:bookmarkEnd w:id="1"/></w:p>'
    f'<w:p><w:hyperlink w:anchor="_Toc1">{FIELD}</w:hyperlink></w:p>{TABLE}<w:p/>'
    f"<w:p><w:r>{PICTURE}</w:r><w:r>{BOX}</w:r></w:p>{SECTION}</w:body></w:document>"
)
STYLES = (
    f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{FONTS}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Next"><w:name w:val="Next"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
    "</w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="Font"><w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Normal Table"/></w:style></w:styles>'
)
RELATIONS = "".join(
    f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
    for number, (kind, target) in enumerate(
        {
            "styles": "styles.xml",
            "settings": "settings.xml",
            "fontTable": "fontTable.xml",
            "footer": "footer1.xml",
            "image": "media/image1.png",
        }.items(),
        1,
    )
)
OVERRIDES = "".join(
    f'<Override PartName="/{name}" ContentType="{kind}"/>'
    for name, kind in {
        "word/document.xml": f"{MAIN}.wordprocessingml.document.main+xml",
        "word/styles.xml": f"{MAIN}.wordprocessingml.styles+xml",
        "word/settings.xml": f"{MAIN}.wordprocessingml.settings+xml",
        "word/fontTable.xml": f"{MAIN}.wordprocessingml.fontTable+xml",
        "word/footer1.xml": f"{MAIN}.wordprocessingml.footer+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }.items()
)
GOOD = {
    "[Content_Types].xml": (
        f'<Types xmlns="{PREFIXES["ct"]}"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{OVERRIDES}</Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{PREFIXES["rel"]}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{PACKED}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>"
    ),
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{PREFIXES["rel"]}">{RELATIONS}</Relationships>',
    "word/document.xml": DOCUMENT,
    "word/styles.xml": STYLES,
    "word/settings.xml": f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:evenAndOddHeaders/></w:settings>',
    "word/fontTable.xml": f'<w:fonts xmlns:w="{W}"><w:font w:name="宋体"><w:charset w:val="86"/></w:font></w:fonts>',
    "word/footer1.xml": f'<w:ftr xmlns:w="{W}"><w:p/></w:ftr>',
    "word/media/image1.png": "\x89PNG\r\n\x1a\n",
    "docProps/core.xml": (
        f'<cp:coreProperties xmlns:cp="{PREFIXES["cp"]}" xmlns:dc="{PREFIXES["dc"]}"><dc:title>计划</dc:title>'
        "</cp:coreProperties>"
    ),
}
"""A small file in which everything that we write occurs once."""


def packed(members: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, text in members.items():
            package.writestr(name, text.encode("latin-1" if name.endswith("png") else "utf-8"))
    return file.getvalue()


def broken(part: str, old: str, new: str) -> bytes:
    assert old in GOOD[part], old
    return packed(GOOD | {part: GOOD[part].replace(old, new, 1)})


DOC, STY, SET, FON, FOO, TYP, REL, COR = (
    "word/document.xml",
    "word/styles.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/footer1.xml",
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
)


def test_a_good_file_has_no_problems() -> None:
    assert list(problems(packed(GOOD))) == []


@pytest.mark.parametrize(
    ("part", "old", "new", "fault"),
    [
        # order, number and names of elements
        (DOC, '<w:keepNext/><w:spacing w:line="579" w:lineRule="exact"/>', '<w:spacing w:line="579"/><w:keepNext/>', "late"),
        (DOC, "<w:keepNext/>", "<w:keepNext/><w:keepNext/>", "more than 1 times"),
        (DOC, "<w:keepNext/>", "<w:keepWithNext/>", "unknown element w:keepWithNext"),
        (DOC, "<w:keepNext/>", '<w:keepNext/><w:numPr><w:numId w:val="1"/></w:numPr>', "unknown element w:numPr"),
        (DOC, "<w:keepNext/>", "<keepNext/>", "unknown element keepNext"),
        (DOC, "<w:tblGrid>", "<w:tblGrid/><w:tblGrid>", "more than 1 times"),
        (DOC, TABLE, '<w:tbl><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid></w:tbl>', "no w:tblPr where it belongs"),
        (DOC, "<w:cantSplit/>", "<w:keepLines/>", "unknown element w:keepLines"),
        (DOC, SECTION, "", "no w:sectPr where it belongs"),
        (DOC, '<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>',
         '<w:pgSz w:w="11906" w:h="16838"/><w:type w:val="nextPage"/>', "w:type stands too late"),
        (DOC, '<w:type w:val="nextPage"/>', '<w:type w:val="nextPage"/><w:footerReference w:type="first" r:id="rId4"/>',
         "w:footerReference stands too late"),
        (DOC, '<w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="分工表"/>',
         '<w:tblCaption w:val="分工表"/><w:tblLook/>', "w:tblLook stands too late"),
        (DOC, '<wp:extent cx="360000" cy="360000"/>', "", "no wp:extent where it belongs"),
        (DOC, '<wps:bodyPr vert="vert"/>', "", "no wps:bodyPr where it belongs"),
        (DOC, "<w:br/></w:r>", "<w:br/>松散</w:r>", "text '松散'"),
        (DOC, "<w:keepNext/>", "<!-- 注 --><w:keepNext/>", "a comment or instruction"),
        (STY, '<w:name w:val="Next"/><w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Normal"/><w:name w:val="Next"/>', "late"),
        (STY, '<w:name w:val="Next"/>', "", "no w:name where it belongs"),
        (SET, '<w:zoom w:percent="100"/><w:evenAndOddHeaders/>', '<w:evenAndOddHeaders/><w:zoom w:percent="100"/>', "late"),
        (FON, '<w:charset w:val="86"/>', '<w:charset w:val="86"/><w:altName w:val="某"/>', "w:altName stands too late"),
        (FOO, "<w:p/>", "", "no w:p or"),
        (FOO, GOOD[FOO], f'<w:footer xmlns:w="{W}"/>', "w:footer: no root of a part that we write"),
        (COR, "<dc:title>", "<dc:author/><dc:title>", "unknown element dc:author"),
        # attributes and their values
        (DOC, 'w:line="579"', 'w:line="28.95pt"', "w:line='28.95pt' is no SignedTwips"),
        (DOC, 'w:lineRule="exact"', 'w:lineRule="exactly"', "is no LineRule"),
        (DOC, '<w:sz w:val="32"/>', '<w:sz w:val="0"/>', "is no HalfPoints"),
        (DOC, '<w:sz w:val="32"/>', "<w:sz/>", "no attribute w:val"),
        (DOC, '<w:sz w:val="32"/>', '<w:sz val="32"/>', "unknown attribute val"),
        (DOC, '<w:sz w:val="32"/>', '<w:sz w:val="32" w:unit="pt"/>', "unknown attribute w:unit"),
        (DOC, "<w:keepNext/>", '<w:keepNext w:val="yes"/>', "is no OnOff"),
        (DOC, '<w:sz w:val="32"/>', '<w:color w:val="black"/>', "is no Color"),
        (DOC, 'w:hint="eastAsia"', 'w:hint="eastAsia" w:eastAsiaTheme="minorEastAsia"', "unknown attribute w:eastAsiaTheme"),
        (DOC, '<w:jc w:val="both"/>', '<w:jc w:val="justify"/>', "is no Jc"),
        (DOC, '<w:vMerge w:val="restart"/>', '<w:vMerge w:val="start"/>', "is no Merge"),
        (DOC, 'w:name="_Toc1"', 'w:name="一 二"', "is no Bookmark"),
        (DOC, 'xml:space="preserve">正', 'xml:space="keep">正', "is no Space"),
        (DOC, '<w:pStyle w:val="Normal"/>', '<w:pStyle w:val=""/>', "is no Filled"),
        (DOC, 'w:w="11906"', 'w:w="40000"', "is no Twips"),
        (DOC, 'cx="360000"', 'cx="-1"', "is no Size"),
        (DOC, 'vert="vert"', 'vert="down"', "is no Vert"),
        (DOC, ' name="图 1"', "", "no attribute name"),
        (FON, 'w:val="86"', 'w:val="134"', "is no Hex1"),
        (SET, 'w:percent="100"', 'w:val="none"', "no attribute w:percent"),
        # styles and fonts
        (DOC, '<w:pStyle w:val="Normal"/>', '<w:pStyle w:val="Body"/>', "Body is no paragraph style"),
        (DOC, '<w:pStyle w:val="Normal"/>', '<w:pStyle w:val="Table"/>', "Table is no paragraph style"),
        (STY, '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Body"/>', "basedOn Body is no style"),
        (STY, '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Next"/>', "Next is based on itself"),
        (STY, '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Font"/>', "a style of another type"),
        (STY, 'w:styleId="Next"', 'w:styleId="Normal"', "styleId Normal twice"),
        (STY, '<w:name w:val="Next"/>', '<w:name w:val="Normal"/>', "style name Normal twice"),
        (STY, 'w:default="1" w:styleId="Normal"', 'w:styleId="Normal"', "no default style of type paragraph"),
        (STY, ' w:styleId="Next"', ' w:default="1" w:styleId="Next"', "2 default styles of type paragraph"),
        (STY, ' w:cs="宋体"', "", "only ascii eastAsia hAnsi"),
        (DOC, 'w:hint="eastAsia"', 'w:ascii="宋体" w:hAnsi="宋体"', "only ascii hAnsi"),
        (STY, 'w:cs="宋体"', 'w:cs="Arial"', "Arial is not in the font table"),
        (STY, 'w:eastAsia="zh-CN"', 'w:eastAsia="ja-JP"', "Japanese"),
        (STY, 'w:eastAsia="zh-CN"', 'w:eastAsia="zh-TW"', "language zh-TW"),
        # tables
        (DOC, '<w:gridCol w:w="300"/>', '<w:gridCol w:w="301"/>', "is 900 wide, its columns 901"),
        (DOC, '<w:tcW w:w="500"', '<w:tcW w:w="300"', "is 300 wide, its columns 500"),
        (DOC, '<w:tcW w:w="500" w:type="dxa"/>', "", "has no width"),
        (DOC, '<w:gridSpan w:val="2"/>', "", "has 2 of 3 columns"),
        (DOC, '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="0"/>', "spans 0 columns"),
        (DOC, '<w:vMerge w:val="restart"/>', "", "continues no cell above it"),
        (DOC, "<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>", "a head row below others"),
        (DOC, f"{TABLE}<w:p/>", TABLE + TABLE, "no paragraph follows"),
        (DOC, "<w:p><w:r><w:t>末</w:t></w:r></w:p>", "", "no w:p or"),
        (DOC, "<w:p><w:r><w:t>末</w:t></w:r></w:p>", f"<w:p/>{TABLE}", "does not end with a paragraph"),
        # fields, bookmarks, links
        (DOC, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", "1 fields without an end"),
        (DOC, '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "", "outside the instruction of a field"),
        (DOC, 'w:fldCharType="begin"', 'w:fldCharType="end"', "end of no field"),
        (DOC, " PAGEREF _Toc1 ", " ", "a field without an instruction"),
        (DOC, " PAGEREF _Toc1 ", " PAGEREF _Toc2 ", "a field refers to _Toc2"),
        (DOC, 'w:anchor="_Toc1"', 'w:anchor="_Toc2"', "_Toc2 is no bookmark"),
        (DOC, ' w:anchor="_Toc1"', "", "leads nowhere"),
        (DOC, '<w:bookmarkEnd w:id="1"/>', "", "bookmark without an end"),
        (DOC, '<w:bookmarkEnd w:id="1"/>', '<w:bookmarkEnd w:id="2"/>', "the end of no bookmark"),
        (DOC, '<w:bookmarkEnd w:id="1"/>', '<w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="1" w:name="x"/>', "id 1 twice"),
        (DOC, '<w:bookmarkEnd w:id="1"/>',
         '<w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="2" w:name="_TOC1"/><w:bookmarkEnd w:id="2"/>', "_toc1 twice"),
        # sections
        (DOC, '<w:footerReference w:type="even"', '<w:footerReference w:type="default"', "w:footerReference default twice"),
        (DOC, '<w:footerReference w:type="even" r:id="rId4"/>', "", "evenAndOddHeaders is not as the sections have it"),
        (SET, "<w:evenAndOddHeaders/>", "", "evenAndOddHeaders is not as the sections have it"),
        (DOC, 'w:h="16838"', 'w:h="16838" w:orient="landscape"', "landscape but 11906 × 16838"),
        (DOC, 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"', "None but 16838 × 11906"),
        (DOC, '<w:pgSz w:w="11906" w:h="16838"/>', "", "no page size or no margins"),
        (DOC, 'w:right="1474"', 'w:right="10474"', "no room between the margins"),
        # drawings
        (DOC, ' descr="合影"', "", "a picture without alternative text"),
        (DOC, '<wp:docPr id="2"', '<wp:docPr id="1"', "docPr id 1 2 times"),
        (DOC, f'uri="{PIC}"', f'uri="{WPS}"', "pic:pic is not what its uri says"),
        (DOC, ' r:embed="rId5"', "", "shows no picture of the package"),
        (DOC, 'cx="360000"', 'cx="36000000"', "36000000 wide"),
        (DOC, 'cy="360000"', 'cy="0"', "0 high"),
        (DOC, 'mc:Ignorable="wps"', 'mc:Ignorable="wps w14"', "the prefix w14 is not declared"),
        (DOC, 'Requires="wps"', 'Requires="wpg"', "the prefix wpg is not declared"),
        (DOC, BOX, re.findall("<w:drawing>.*</w:drawing>", BOX)[0], "outside mc:AlternateContent"),
        # texts
        (DOC, ' xml:space="preserve">正文', ">正文", "spaces at an end that are not kept"),
        (DOC, "正文 ", "正\n文 ", "a tab or line feed that is no element"),
        # the package
        (REL, "media/image1.png", "media/image2.png", "leads to word/media/image2.png, which is no part"),
        (REL, "media/image1.png", "media/image2.png", "word/media/image1.png: no relationship leads to it"),
        (REL, 'Id="rId5"', 'Id="rId6"', "rId5 is no relationship"),
        (REL, 'Id="rId5"', 'Id="rId6"', "nothing refers to rId6"),
        (REL, 'Id="rId5"', 'Id="rId4"', "Id rId4 twice"),
        (REL, f"{OFFICE}/image", f"{OFFICE}/picture", "of the unknown type"),
        (REL, "footer1.xml", "styles.xml", "which is no w:ftr"),
        (DOC, 'r:embed="rId5"', 'r:embed="rId4"', "rId4 is of type"),
        (TYP, '<Default Extension="png" ContentType="image/png"/>', "", "word/media/image1.png: has no content type"),
        (TYP, "image/png", "text/plain", "leads to word/media/image1.png of type text/plain"),
        (TYP, "footer+xml", "header+xml", "leads to word/footer1.xml of type"),
        (TYP, "/word/footer1.xml", "/word/footer2.xml", "/word/footer2.xml is no part"),
        (TYP, '<Default Extension="png"', '<Default Extension="rels"', "rels twice"),
        ("word/media/image1.png", "PNG", "GIF", "is not what its ending says"),
        (STY, "</w:styles>", "", "the file cannot be read"),
    ],
)  # fmt: skip
def test_a_fault_is_found(part: str, old: str, new: str, fault: str) -> None:
    """Whatever is spoilt in the good file, the checker says so."""
    assert [problem for problem in problems(broken(part, old, new)) if fault in problem]


@pytest.mark.parametrize(
    ("missing", "fault"),
    [
        ("[Content_Types].xml", "[Content_Types].xml: missing"),
        ("_rels/.rels", "_rels/.rels: missing"),
        ("word/document.xml", "word/_rels/document.xml.rels: belongs to no part"),
    ],
)
def test_a_missing_part_is_found(missing: str, fault: str) -> None:
    members = {name: text for name, text in GOOD.items() if name != missing}

    assert fault in list(problems(packed(members)))


def test_a_file_that_begins_otherwise_is_found() -> None:
    """Programs that guess the type of a file look at its first member."""
    found = list(problems(packed(dict(reversed(GOOD.items())))))

    assert "[Content_Types].xml: not the first member" in found


def test_what_is_no_package_is_no_word_file() -> None:
    assert list(problems(b"PK")) == ["the file cannot be read: File is not a zip file"]


def test_a_problem_names_part_and_path() -> None:
    """So that it can be found in a file of a thousand paragraphs."""
    found = problems(broken(DOC, '<w:tcW w:w="300" w:type="dxa"/>', '<w:tcW w:w="3cm" w:type="dxa"/>'))

    assert (
        next(found)
        == "word/document.xml/w:body/w:tbl/w:tr[2]/w:tc[2]/w:tcPr/w:tcW: w:w='3cm' is no SignedTwips"
    )


def test_every_row_of_the_tables_can_be_read() -> None:
    """Each child has a type, and each attribute a simple type."""
    from .ooxml import kind_of

    rows = [*WORD, *DRAWING, *PACKAGE]
    kinds = {name: kind_of(name) for name in rows}

    assert len(rows) == len(kinds)
    children = {name for kind in kinds.values() for item in kind.items for name in item.types.values()}
    assert children <= set(rows)
    assert {name for kind in kinds.values() for name, _ in kind.attributes.values()} <= set(SIMPLE)


@given(document=documents(anything))
def test_our_files_have_no_problems(document: Document) -> None:
    """Whatever the texts hold, the schema and the other parts agree with every part."""
    assert list(problems(render_docx(document).data)) == []


@given(document=documents(anything))
def test_misplaced_finds_the_same_in_one_part(document: Document) -> None:
    """It is the first half of the checker."""
    for tree in trees(render_docx(document).data).values():
        assert list(misplaced(tree)) == []


@pytest.mark.parametrize("text", ["\x0b 甲", "甲 \x00", "\ud800 甲", "甲\x00 \x00乙"])
def test_a_space_beside_what_xml_forbids_is_kept(text: str) -> None:
    """It comes to stand at the end of its run, when what is forbidden is left out."""
    assert list(problems(render_docx(Document(blocks=(Text(text), Title(text, text)))).data)) == []
