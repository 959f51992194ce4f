"""
What it costs to make the document of a plan.

    python benchmarks/documents.py [sections ...]

Plan → Word file, composing included, with the layout of the school pack, against

* the limit: strings joined into a body that holds the same texts in the plainest markup, and compressed at level 6 into
  a package whose other parts are compressed already;
* docxtpl, its template compiled for each file, as it always does it;
* python-docx the usual way, cell by cell (for the smallest size only: it takes seconds);

and Document → Markdown and text against a plain join of the same texts. All are run in turn, many times, each time with
another plan; the figures are medians, and only the ratios of one run mean anything. 6 sections are about 13 pages, 60
sections 110, and 600 sections 1,100. What is missing (docxtpl) is named and left out.
"""

from __future__ import annotations

import datetime as dt
import io
import math
import pickle
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

Texts: TypeAlias = list[tuple[str, Any]]
"""What a document says, piece by piece: a style and a text, or ``table`` and its rows."""

Render: TypeAlias = Callable[[Any], object]
"""Makes a file of what it was prepared for."""

ROUNDS: Final = {6: 30, 60: 15, 600: 7}
LIMIT: Final = 3.0
DOCXTPL: Final = {6: 11.0, 60: 4.5, 600: 4.5}
PYTHON_DOCX: Final = 100.0
EXPONENT: Final = 1.10
MEMORY: Final = 2.0
KIBIBYTES: Final = 24
JOIN: Final = 4.0

_CLAUSES: Final = (
    *(
        "坚持以职工为本",
        "围绕中心、服务大局",
        "结合本单位实际",
        "立足基层岗位",
        "健全长效机制",
        "突出问题导向",
    ),
    *("组织开展职工代表大会提案办理", "深入推进困难职工帮扶救助", "扎实做好职工疗休养安排"),
    *("规范管理工会经费预算执行", "确保按季度完成并报委员会审议", "责任到人、限时办结"),
    *("每月通报一次进展情况", "接受经费审查委员会监督"),
)
_LETTERS: Final = "".join(map(chr, range(0x4E00, 0x4E00 + 4000, 7)))
_HEAD: Final = ("序号", "活动名称", "时间", "地点", "责任部门", "参加人数")
_OWNERS: Final = ("办公室", "组织部", "宣教部", "权益保障部", "女职工委员会", "财务部")


# ---------------------------------------------------------------- the work item


def sentence(rng: random.Random, length: int) -> str:
    """Invented prose with about as many different characters as real prose has."""
    text = rng.choice(_CLAUSES)
    while len(text) < length:
        text += "，" + rng.choice(_CLAUSES) + "，" + "".join(rng.choices(_LETTERS, k=12))
    return text + "。"


def plan(sections: int, seed: int) -> Any:
    """A plan with six long paragraphs and a table of eleven rows in each section, goals, activities and a budget."""
    from unionkit.model import (  # noqa: PLC0415 -- the limit is measured in a process without it
        Activity,
        Budget,
        BudgetLine,
        Goal,
        Money,
        Organization,
        Paragraph,
        Part,
        Period,
        Plan,
        Table,
        parse_schedule,
    )

    rng = random.Random(f"{sections} {seed}")

    def part(_number: int) -> Part:
        prose = [
            Part(
                heading=sentence(rng, 14).rstrip("。"),
                content=[Paragraph(text=sentence(rng, 120), marker=f"{nth}.") for nth in range(1, 4)],
            )
            for _ in range(2)
        ]
        rows = [
            [
                *(str(row), sentence(rng, 8), f"{rng.randint(1, 12)}月", "第二会议室", rng.choice(_OWNERS)),
                str(rng.randint(8, 400)),
            ]
            for row in range(1, 12)
        ]
        return Part(heading=sentence(rng, 14).rstrip("。"), content=[*prose, Table(head=_HEAD, rows=rows)])

    goals = [Goal(indicator=sentence(rng, 20).rstrip("。"), keep=True) for _ in range(6)]
    activities = [
        Activity(
            title=sentence(rng, 8).rstrip("。"),
            when=parse_schedule(f"{rng.randint(7, 12)}月"),
            owner=rng.choice(_OWNERS),
        )
        for _ in range(6)
    ]
    lines = [
        BudgetLine(account=rng.choice(_OWNERS), item=f"项目{nth}", amount=Money(rng.randint(1000, 90000)))
        for nth in range(9)
    ]
    return Plan(
        pack="school",
        organization=Organization(name="某某学校工会", sector="school"),
        period=Period(year=2020 + seed % 60, half=2),
        content=[
            Paragraph(text=sentence(rng, 200)),
            Part(role="goals", heading="工作目标", content=goals),
            *map(part, range(sections)),
            Part(role="schedule", heading="活动安排", content=activities),
        ],
        budget=Budget(expenditure=lines),
        signature="某某学校工会委员会",
        issued=dt.date(2020 + seed % 60, 7, 1),
        data={
            "school": {
                "congress": {
                    "session": "第三届教职工代表大会",
                    "when": "9月下旬",
                    "delegates": 60,
                    "agenda": [sentence(rng, 12) for _ in range(4)],
                },
                "openness": [
                    {"topic": sentence(rng, 8), "form": "公示栏", "when": "9月", "responsible": "工会"}
                    for _ in range(5)
                ],
            }
        },
    )


def texts(document: Any) -> Texts:
    """What a document says, in order."""
    return list(_texts(document.blocks))


def _texts(blocks: Any) -> Iterator[tuple[str, Any]]:
    from unionkit.document import Grid, Heading, SignOff, Text, Title  # noqa: PLC0415 -- as above

    for block in blocks:
        match block:
            case Text():
                yield "BodyText", f"{block.marker}{block.text}"
            case Heading():
                yield f"Heading{block.level}", f"{block.marker}{block.text}"
            case Title():
                yield "Title", block.text
            case SignOff():
                yield "Signature", block.signature
                yield "Date", block.date
            case Grid():
                for line in filter(None, (block.caption, block.unit)):
                    yield "Caption", line
                yield "table", [[column.title for column in block.columns], *block.rows, *block.totals]
            case _:
                raise TypeError(type(block))


# ---------------------------------------------------------------- the limit

_BODY: Final = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}'
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
)
_PARAGRAPH: Final = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'


def _paragraph(style: str, text: str) -> str:
    return _PARAGRAPH.format(style, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def _plainest(style: str, said: Any) -> str:
    if style != "table":
        return _paragraph(style, said)
    cell = '<w:tc><w:tcPr><w:tcW w:w="1474" w:type="dxa"/></w:tcPr>{}</w:tc>'
    rows = ("".join(cell.format(_paragraph("TableText", text)) for text in row) for row in said)
    grid = '<w:gridCol w:w="1474"/>' * len(said[0])
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{table}</w:tbl>"


def limit(package: Mapping[str, bytes]) -> Callable[[Texts], bytes]:
    """Return what writes the plainest file, with the other parts compressed beforehand."""
    ready = io.BytesIO()
    with zipfile.ZipFile(ready, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, part in package.items():
            if name != "word/document.xml":
                archive.writestr(name, part)

    def write(said: Texts) -> bytes:
        file = io.BytesIO()
        file.write(ready.getvalue())
        body = _BODY.format("".join(_plainest(style, text) for style, text in said))
        with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            archive.writestr("word/document.xml", body.encode())
        return file.getvalue()

    return write


def _package(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# ---------------------------------------------------------------- the others


_STYLES: Final = {
    "Title": "Title",
    "BodyText": "Body Text",
    "Caption": "Caption",
    **{f"Heading{level}": f"Heading {level}" for level in range(1, 6)},
    "Signature": "Normal",
    "Date": "Normal",
}
"""Our styles, and those of the template of python-docx that stand for them."""


def docxtpl() -> Callable[[Texts], bytes] | None:
    """Return what fills a template; None without the library."""
    try:
        from docxtpl import DocxTemplate  # noqa: PLC0415 -- here and below: each library when it is its turn
    except ImportError:
        return None
    import docx  # noqa: PLC0415

    template = docx.Document()
    template.add_paragraph("{%p for piece in pieces %}")
    word = "if"
    for style, shown in _STYLES.items():
        template.add_paragraph(f"{{%p {word} piece.style == '{style}' %}}")
        template.add_paragraph("{{ piece.text }}", style=shown)
        word = "elif"
    for columns in range(2, 9):
        template.add_paragraph(f"{{%p {word} piece.columns == {columns} %}}")
        table = template.add_table(rows=3, cols=columns, style="Table Grid")
        table.rows[0].cells[0].text = "{%tr for row in piece.rows %}"
        for index, cell in enumerate(table.rows[1].cells):
            cell.text = f"{{{{ row[{index}] }}}}"
        table.rows[2].cells[0].text = "{%tr endfor %}"
    for line in ("{%p endif %}", "{%p endfor %}"):
        template.add_paragraph(line)
    file = io.BytesIO()
    template.save(file)

    def write(said: Texts) -> bytes:
        pieces = [
            {"rows": piece, "columns": len(piece[0])} if style == "table" else {"style": style, "text": piece}
            for style, piece in said
        ]
        made, document = io.BytesIO(), DocxTemplate(io.BytesIO(file.getvalue()))
        document.render({"pieces": pieces}, autoescape=True)
        document.save(made)
        return made.getvalue()

    return write


def python_docx() -> Callable[[Texts], bytes]:
    """Return what writes a file as the manual of python-docx shows it: fonts on every run, cells one by one."""
    import docx  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    def add(paragraph: Any, text: str, font: str, size: float) -> None:
        run = paragraph.add_run(text)
        run.font.name, run.font.size = "Times New Roman", Pt(size)
        run._element.rPr.rFonts.set(qn("w:eastAsia"), font)  # noqa: SLF001 -- as everybody does it

    def write(said: Texts) -> bytes:
        document = docx.Document()
        for style, piece in said:
            if style == "table":
                table = document.add_table(rows=len(piece), cols=len(piece[0]))
                for at, row in enumerate(piece):
                    for column, text in enumerate(row):
                        add(table.cell(at, column).paragraphs[0], text, "仿宋_GB2312", 12)
            elif style.startswith("Heading"):
                add(document.add_heading("", int(style[-1])), piece, "黑体", 16)
            else:
                add(document.add_paragraph(), piece, "仿宋_GB2312", 16)
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()

    return write


def join_markdown(document: Any) -> bytes:
    """Join the texts of a document with the signs of Markdown: nothing escaped, tables not aligned."""
    pieces = []
    for style, piece in _texts(document.blocks):
        if style == "table":
            head, *rows = ("| " + " | ".join(row) + " |" for row in piece)
            pieces.append("\n".join([head, "|" + "---|" * len(piece[0]), *rows]))
        elif style.startswith("Heading"):
            pieces.append("#" * (int(style[-1]) + 1) + " " + piece)
        else:
            pieces.append(piece)
    return ("\n\n".join(pieces) + "\n").encode()


def join_text(document: Any) -> bytes:
    """Join the texts of a document, a line for each and for each row of a table, which is not aligned."""
    pieces = (
        "\n".join(" | ".join(row) for row in piece) if style == "table" else piece
        for style, piece in _texts(document.blocks)
    )
    return ("\n".join(pieces) + "\n").encode()


# ---------------------------------------------------------------- measuring


class Measured(NamedTuple):
    """Median and least time of one way, in seconds."""

    median: float
    least: float


def seconds(work: Render, given: object) -> float:
    """Time one file."""
    start = time.perf_counter()
    work(given)
    return time.perf_counter() - start


def measure(sections: int, rounds: int) -> tuple[dict[str, Measured], int]:
    """Run everything in turn; return the times of each way, and the size of our file."""
    from unionkit import Kit  # noqa: PLC0415 -- as above
    from unionkit.renderers import MARKDOWN, TEXT  # noqa: PLC0415

    kit = Kit()
    first = kit.rendered(plan(sections, 0), "docx").data
    documented: dict[str, Render] = {
        "plan to docx": lambda given: kit.rendered(given[0], "docx"),
        "document to md": lambda given: MARKDOWN.render and MARKDOWN.render(given[1]),
        "md join": lambda given: join_markdown(given[1]),
        "txt join": lambda given: join_text(given[1]),
        "document to txt": lambda given: TEXT.render and TEXT.render(given[1]),
    }
    others: dict[str, Callable[[Texts], bytes] | None] = {
        "limit": limit(_package(first)),
        "docxtpl": docxtpl(),
        "python-docx": python_docx() if sections <= min(ROUNDS) else None,
    }
    ways = documented | {
        name: (lambda given, write=write: write(given[2])) for name, write in others.items() if write
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for seed in range(rounds):
        made = plan(sections, seed)
        document = kit.compose(made)
        given = made, document, texts(document)
        for name, work in ways.items():
            if name != "python-docx" or seed < 3:
                times[name].append(seconds(work, given))
    return {name: Measured(statistics.median(found), min(found)) for name, found in times.items()}, len(first)


def memory(way: str, sections: int, file: str) -> None:
    """
    Take one step of measuring memory, in a process of its own that does nothing else; print its peak in KiB.

    ``flat`` writes what a document says to a file, ``limit`` makes the plainest Word file of that, ``ours`` makes ours of
    the plan. (A process begins with the peak of the one that started it, which must be small therefore.)
    """
    if way == "limit":
        with Path(file).open("rb") as stream:
            said, package = pickle.load(stream)
        limit(package)(said)
    else:
        from unionkit import Kit  # noqa: PLC0415

        kit = Kit()
        made = plan(sections, 0)
        if way == "ours":
            kit.rendered(made, "docx")
        else:
            package = _package(kit.rendered(plan(1, 0), "docx").data)
            with Path(file).open("wb") as stream:
                pickle.dump((texts(kit.compose(made)), package), stream)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def peaks(sections: int) -> tuple[int, int]:
    """Return the peak memory of ours and of the limit, each in a process that makes one file, in KiB."""
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "flat")
        command = [sys.executable, __file__, "--memory"]
        found = {
            way: int(
                subprocess.run([*command, way, str(sections), file], check=True, capture_output=True).stdout
            )
            for way in ("flat", "limit", "ours")
        }
    return found["ours"], found["limit"]


def report(sections: int, found: Mapping[str, Measured], size: int) -> bool:
    """Print the ratios of a size, and say whether the limits hold."""
    ours = found["plan to docx"].median
    ratios = {
        "limit": (ours / found["limit"].median, LIMIT, "at most"),
        "md / join": (found["document to md"].median / found["md join"].median, JOIN, "at most"),
        "txt / join": (found["document to txt"].median / found["txt join"].median, JOIN, "at most"),
    }
    if "docxtpl" in found:
        wanted = DOCXTPL.get(sections, min(DOCXTPL.values()))
        ratios["docxtpl"] = (found["docxtpl"].median / ours, wanted, "at least")
    if "python-docx" in found:
        ratios["python-docx"] = (found["python-docx"].median / ours, PYTHON_DOCX, "at least")
    print(f"{sections} sections: plan to docx {ours * 1000:.1f} ms, {size / 1024:.1f} KiB")
    for name, (ratio, wanted, how) in ratios.items():
        print(f"  {name:12} {ratio:7.2f}  ({how} {wanted:g})")
    return all(
        ratio <= wanted if how == "at most" else ratio >= wanted for ratio, wanted, how in ratios.values()
    )


def main() -> int:
    """Print the ratios for each size, and return 1 when a limit is missed."""
    if sys.argv[1:2] == ["--memory"]:
        memory(sys.argv[2], int(sys.argv[3]), sys.argv[4])
        return 0
    sizes = [int(size) for size in sys.argv[1:]] or list(ROUNDS)
    least: dict[int, float] = {}
    good = True
    ours, theirs = (
        peaks(max(ROUNDS)) if max(ROUNDS) in sizes else (0, 1)
    )  # before this process has grown itself
    for sections in sizes:
        found, size = measure(sections, ROUNDS.get(sections, 5))
        least[sections] = found["plan to docx"].least
        good &= report(sections, found, size)
        if sections <= min(ROUNDS):
            good &= size <= KIBIBYTES * 1024
        if "docxtpl" not in found:
            print("  docxtpl is not installed (pip install docxtpl): left out")
    if {60, 600} <= least.keys():
        exponent = math.log10(least[600] / least[60])
        print(f"growth from 60 to 600 sections, on minima: {exponent:.3f}  (at most {EXPONENT})")
        good &= exponent <= EXPONENT
    if ours:
        print(
            f"peak memory at {max(ROUNDS)} sections: {ours / 1024:.0f} MiB, / limit {ours / theirs:.2f}"
            f"  (at most {MEMORY:g})"
        )
        good &= ours / theirs <= MEMORY
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
