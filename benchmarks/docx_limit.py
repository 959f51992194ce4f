"""
How close a Word file comes to the least that it can cost.

    python benchmarks/docx_limit.py [sections ...]

The least is this: join strings into a body that holds the same texts in the plainest markup, and compress it at
level 6 into a package whose other parts are compressed already. Both are done in turn, many times, for plans of
6 and 60 sections (about 13 and 110 pages); the figures are medians, and only their ratio means anything.
"""

from __future__ import annotations

import io
import random
import statistics
import sys
import time
import zipfile
from collections.abc import Callable, Iterator

from unionkit.document import Block, Column, ColumnKind, Document, Grid, Heading, SignOff, Text, Title
from unionkit.renderers._docx import render_docx

ROUNDS = 40
SIZES = (6, 60)

_CLAUSES = (
    *(
        "坚持以职工为本",
        "围绕中心、服务大局",
        "结合本单位实际",
        "立足基层岗位",
        "健全长效机制",
        "突出问题导向",
    ),
    *(
        "组织开展职工代表大会提案办理",
        "深入推进困难职工帮扶救助",
        "扎实做好职工疗休养安排",
        "规范管理工会经费预算执行",
    ),
    *("确保按季度完成并报委员会审议", "责任到人、限时办结", "每月通报一次进展情况", "接受经费审查委员会监督"),
)
_LETTERS = "".join(map(chr, range(0x4E00, 0x4E00 + 4000, 7)))
_COLUMNS = (
    Column("序号", ColumnKind.CENTRED, 1),
    Column("活动名称", width=5),
    Column("时间", ColumnKind.CENTRED, 2),
    Column("地点", width=3),
    Column("责任部门", width=3),
    Column("参加人数", ColumnKind.NUMBER, 2),
)


def sentence(rng: random.Random, length: int) -> str:
    """Invented prose with about as many different characters as real prose has."""
    text = rng.choice(_CLAUSES)
    while len(text) < length:
        text += "，" + rng.choice(_CLAUSES) + "，" + "".join(rng.choices(_LETTERS, k=12))
    return text + "。"


def plan(sections: int, seed: int) -> Document:
    """A work plan with six long paragraphs and a table of eleven rows in each section."""
    return Document(
        blocks=tuple(_blocks(sections, random.Random(seed))), title="年度工作计划", author="某某工会"
    )


def _blocks(sections: int, rng: random.Random) -> Iterator[Block]:
    yield Title("某某公司工会委员会年度工作计划")
    yield Text(sentence(rng, 200))
    for number in range(1, sections + 1):
        yield Heading(sentence(rng, 14), 1, f"{number}、")
        for _ in range(2):
            yield Heading(sentence(rng, 14), 2, "（一）")
            yield from (Text(sentence(rng, 120), f"{item}.") for item in range(1, 4))
        rows = (
            (
                str(row),
                sentence(rng, 8),
                f"{rng.randint(1, 12)}月",
                "第二会议室",
                "权益保障部",
                str(rng.randint(8, 400)),
            )
            for row in range(1, 12)
        )
        yield Grid(_COLUMNS, tuple(rows))
    yield SignOff("某某公司工会委员会", "2026年7月1日")


_BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}'
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
)
_PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'


def _paragraph(style: str, text: str) -> str:
    return _PARAGRAPH.format(style, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def _plainest(block: Block) -> str:
    match block:
        case Text():
            return _paragraph("BodyText", f"{block.marker}{block.text}")
        case Heading():
            return _paragraph(f"Heading{block.level}", f"{block.marker}{block.text}")
        case Title():
            return _paragraph("Title", block.text)
        case SignOff():
            return _paragraph("Signature", block.signature) + _paragraph("Date", block.date)
        case Grid():
            cell = '<w:tc><w:tcPr><w:tcW w:w="1474" w:type="dxa"/></w:tcPr>{}</w:tc>'
            head = tuple(column.title for column in block.columns)
            rows = (
                "".join(cell.format(_paragraph("TableText", text)) for text in row)
                for row in (head, *block.rows)
            )
            grid = '<w:gridCol w:w="1474"/>' * len(block.columns)
            table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
            return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{table}</w:tbl>"
        case _:
            raise NotImplementedError


def limit() -> Callable[[Document], bytes]:
    """Return what writes the plainest file, with the other parts compressed beforehand."""
    source = zipfile.ZipFile(io.BytesIO(render_docx(Document(blocks=())).data))
    ready = io.BytesIO()
    with source, zipfile.ZipFile(ready, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name in source.namelist():
            if name != "word/document.xml":
                package.writestr(name, source.read(name))

    def write(document: Document) -> bytes:
        file = io.BytesIO()
        file.write(ready.getvalue())
        body = _BODY.format("".join(map(_plainest, document.blocks)))
        with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
            package.writestr("word/document.xml", body.encode())
        return file.getvalue()

    return write


def seconds(write: Callable[[Document], object], document: Document) -> float:
    """Time one file."""
    start = time.perf_counter()
    write(document)
    return time.perf_counter() - start


def measure(sections: int, rounds: int = ROUNDS) -> tuple[float, float, int]:
    """Return the medians of our renderer and of the limit, and the size of our file."""
    least = limit()
    ours: list[float] = []
    theirs: list[float] = []
    for seed in range(rounds):
        document = plan(sections, seed)
        ours.append(seconds(render_docx, document))
        theirs.append(seconds(least, document))
    return statistics.median(ours), statistics.median(theirs), len(render_docx(plan(sections, 0)).data)


def main() -> None:
    """Print a line for each size."""
    for sections in map(int, sys.argv[1:] or SIZES):
        ours, least, size = measure(sections)
        print(
            f"{sections:4} sections: {ours * 1000:7.2f} ms, least {least * 1000:7.2f} ms, "
            f"ratio {ours / least:.2f}, {size / 1024:.1f} KiB"
        )


if __name__ == "__main__":
    main()
