"""Reading Word files: what Word shows becomes text, with its numbers, and nothing of it is lost."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from unionkit import Kit
from unionkit.errors import FileTooLargeError, NotDocxError
from unionkit.model import texts
from unionkit.readers import read_docx, read_text
from unionkit.testing import lines

WORDS = st.lists(lines(filled=True), min_size=1, max_size=8)


def bare(text: str) -> str:
    """Without white space."""
    return re.sub(r"\s", "", text)


def saved(document) -> bytes:
    """The bytes of a Word file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def written(*paragraphs: str) -> bytes:
    """A Word file of some paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


@given(words=WORDS)
def test_paragraphs_are_read_as_the_lines_of_a_text(words):
    """The same plan comes of both."""
    try:
        data = written(*words)
    except ValueError:  # characters that no Word file holds
        return
    reading = read_docx(data, name="old.docx")
    as_text = read_text("\n".join(reading.source.splitlines()), name="old.docx")

    assert bare(reading.source) == bare("".join(words))
    assert reading.plan == as_text.plan


@given(data=st.binary(max_size=200) | st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail))
def test_what_is_no_word_file_is_refused(data):
    """Whatever the bytes are: in words, and never with a traceback."""
    with pytest.raises(NotDocxError, match=re.escape("old.docx")):
        read_docx(data, name="old.docx")


def test_a_file_that_unpacks_to_more_than_anyone_writes_is_refused():
    """Before any of it is unpacked."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (65 * 1024 * 1024))

    with pytest.raises(FileTooLargeError):
        read_docx(file.getvalue(), name="old.docx")


@pytest.mark.parametrize("cut", [10, 300, 2000])
def test_a_damaged_word_file_is_refused(cut):
    """Cut off anywhere."""
    with pytest.raises(NotDocxError):
        read_docx(written("工作计划")[:-cut], name="old.docx")


def test_what_was_printed_is_read_back():
    """A plan printed by unionkit has the same words when its Word file is read."""
    kit = Kit(discover=False)
    plan = kit.loads(
        "unionkit: 1\ntitle: 清河工会工作计划\ncontent:\n"
        "  - heading: 主要工作\n    content:\n      - heading: 民主管理\n        content: [每季度开一次座谈会。]\n"
        "      - 年底前逐项对照。\n"
    )
    printed = kit.rendered(plan, "docx").data
    reading = kit.reads(printed, name="plan.docx", format="docx")

    assert bare("".join(text for _, text in texts(reading.plan))) == bare(
        kit.rendered(plan, "txt").data.decode()
    )


NUMBERING = """
<w:abstractNum {ns} w:abstractNumId="77">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1-%3."/></w:lvl>
  <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>
</w:abstractNum>
"""


def numbered(*entries: tuple[int, str], style: str = "") -> bytes:
    """A Word file with paragraphs of a list, by level."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING.format(ns=nsdecls("w"))))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level, text in entries:
        paragraph = document.add_paragraph(text)
        if level >= 0:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
            )
    return saved(document)


def test_numbers_that_word_makes_are_written_out():
    """Counted by level; a level begins anew under the next heading, and bullets are no numbers."""
    data = numbered(
        *(
            (0, "指导思想"),
            (0, "主要工作"),
            (1, "民主管理"),
            (1, "文体活动"),
            (2, "赛"),
            (2, "演"),
            (3, "点"),
        ),
        *((-1, "正文"), (0, "保障"), (1, "经费")),
    )

    told = read_docx(data, name="old.docx").source.splitlines()

    assert told == [
        *("一、指导思想", "二、主要工作", "（一）民主管理", "（二）文体活动", "二-3.赛", "二-4.演", "点"),
        *("正文", "三、保障", "（一）经费"),
    ]


def test_numbers_of_a_style_are_written_out_too():
    """Headings are often numbered by their style."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING.format(ns=nsdecls("w"))))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    style = document.styles["Heading 1"].element.get_or_add_pPr()
    style.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="77"/></w:numPr>'))
    for text in ("甲", "乙"):
        document.add_paragraph(text, style="Heading 1")

    assert read_docx(saved(document), name="old.docx").source.splitlines() == ["一、甲", "二、乙"]


RUNS = {
    "inserted": ("<w:ins><w:r><w:t>新增</w:t></w:r></w:ins>", "新增"),
    "struck out": ("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", ""),
    "moved away": ("<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>", ""),
    "link": ("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "链接"),
    "content control": ("<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>", "控件"),
    "field": (
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r>",
        "3",
    ),
    "line break": ("<w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r>", "上\n下"),
    "page break": ("<w:r><w:t>上</w:t><w:br w:type='page'/><w:t>下</w:t></w:r>", "上下"),
    "text box": (
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
        "\n框",
    ),
}


@pytest.mark.parametrize(("xml", "read"), RUNS.values(), ids=RUNS)
def test_what_word_shows_is_read(xml, read):
    """And what it does not show is not."""
    document = docx.Document()
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")
    document.element.body.insert(0, paragraph)

    assert read_docx(saved(document), name="old.docx").source.rstrip("\n") == read


def test_the_rows_of_a_table_are_lines():
    """With tabs between the cells, also those of a table within a cell."""
    document = docx.Document()
    document.add_paragraph("安排")
    table = document.add_table(2, 2)
    for row, texts_of_row in zip(table.rows, (("时间", "活动"), ("9月", "")), strict=True):
        for cell, text in zip(row.cells, texts_of_row, strict=True):
            cell.text = text
    inner = table.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "赛", "演"

    told = read_docx(saved(document), name="old.docx").source.splitlines()

    assert told == ["安排", "时间\t活动", "9月\t赛\t演"]


def test_a_kit_reads_word_files_by_their_ending(tmp_path):
    """Places are numbers of paragraphs."""
    file = tmp_path / "old.docx"
    file.write_bytes(written("清河工会工作计划", "一、主要工作", "20xx年开一次会。"))

    kit = Kit(discover=False)
    (masked,) = [found for found in kit.check(kit.read(file)) if found.code == "UK701"]

    assert masked.place.line == 3
    assert kit.read(file).plan.title == "清河工会工作计划"
