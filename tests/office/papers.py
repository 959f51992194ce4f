"""The documents that the office program prints for the tests, all in one go."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping

from unionkit.document import (
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
    Column,
    ColumnKind,
    Contents,
    Figure,
    Grid,
    Heading,
    List,
    ListItem,
    PageBreak,
    SignOff,
    Text,
    Title,
    number,
)

UNION = "清河市第一实验中学工会委员会"
LONG_TITLE = "东湖区总工会关于推进新就业形态劳动者入会和服务工作的三年行动计划（2026—2028年）"
MIXED = (
    "组织教职工代表开展民主评议，落实“三公开”要求，2026年9月底前完成；全年预算12000元，其中慰问3500元（含困难职工28人）。"
    "各分会——包括第1、2分会……按照《工作细则》执行：做到“有计划、有检查、有总结”，参与率达到95%以上，KTV、APP等词语不拆开。"
)
NAMES = ("困难职工帮扶救助工作任务分解表以及各分会全年重点工作责任清单和完成时限要求", "经费预算表")
SECTIONS = 600
ROWS = 1000
COLUMNS = 40
TITLE_OF_200 = "清河市总工会关于进一步加强和改进新形势下基层工会规范化建设工作" * 6 + "的实施方案和计划"


def picture(across: int, down: int) -> bytes:
    """A red rectangle as a PNG file."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    dots = (b"\0" + b"\xc0\x20\x20" * across) * down
    head = struct.pack(">IIBBBBB", across, down, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(dots))
        + chunk(b"IEND", b"")
    )


def _plan() -> tuple[Block, ...]:
    return (
        Title(LONG_TITLE, "（讨论稿）"),
        Addressee("各街道总工会、各系统（行业）工会联合会、区直机关各单位工会、新就业形态劳动者工会联合会："),
        Heading("总体要求", 1, "一、"),
        Heading("指导思想", 2, "（一）"),
        Heading("基本原则", 3, "1."),
        Heading("坚持服务大局", 4, "（1）"),
        Text("认真组织开展各项活动，切实做好服务职工的工作。" * 4),
        List((ListItem("列举甲", "（一）"), ListItem("列举乙", "（二）", (ListItem("列举丙", "1."),)))),
        Grid(
            (Column("项目", width=2), Column("金额", ColumnKind.NUMBER)),
            (("慰问", "300"),),
            "预算表",
            "单位：元",
        ),
    )


def _attached(*names: str) -> tuple[Block, ...]:
    marks = [""] if len(names) == 1 else [str(nth + 1) for nth in range(len(names))]
    attachments = (
        block
        for name, mark in zip(names, marks, strict=True)
        for block in (Attachment(name, marker=mark), Text("附件正文。"))
    )
    return (Text("正文。"), AttachmentNote(names), SignOff(UNION, "二〇二六年七月一日"), *attachments)


def _long_table() -> tuple[Block, ...]:
    columns = (
        Column("项目", above=("重点工作",), width=2),
        Column("金额", ColumnKind.NUMBER, above=("重点工作",)),
        Column("备注"),
    )
    rows = tuple((f"事项{row}号", str(row), "无") for row in range(60))
    return (
        Text("前文。"),
        Grid(columns, rows, "重点工作表", "单位：元", totals=(("合计", "1770", ""),)),
        Text("后文。"),
    )


def _wide_table(rows: int) -> Grid:
    columns = tuple(Column(f"栏目{column}") for column in range(12))
    cells = tuple(tuple(f"职工活动安排{row}之{column}" for column in range(12)) for row in range(rows))
    return Grid(columns, cells, "全年安排表", landscape=True)


def _listed(*between: Block) -> tuple[Block, ...]:
    """A table of contents, and parts of several pages each."""
    headings = [Heading(f"第{nth}部分", 1, f"{nth}、") for nth in range(1, 9)]
    parts = (
        block
        for nth, heading in enumerate(headings, 1)
        for block in (heading, Heading(f"分项{nth}", 2, f"（{nth}）"), *[Text(MIXED)] * (2 * nth))
    )
    attached = (Attachment("安排表", marker=""), Text("附件正文。"))
    return number((Title("工作计划"), Contents(), *parts, *between, *attached))


def _in_pages() -> tuple[Block, ...]:
    return (Text("甲。"), PageBreak(), Text("乙。"), PageBreak(), Heading("丙", 1, "一、"))


def _sections() -> tuple[Block, ...]:
    return tuple(
        block for nth in range(SECTIONS) for block in (Heading(f"部分{nth}号", 1, ""), Text(f"内容{nth}号。"))
    )


def _signed(paragraphs: int) -> Callable[[], tuple[Block, ...]]:
    return lambda: (
        *(Text(f"第{nth}段。") for nth in range(paragraphs)),
        SignOff("清河中学工会", "2026年7月1日"),
    )


def _turned(paragraphs: int, rows: int) -> Callable[[], tuple[Block, ...]]:
    return lambda: (*[Text("前文。" * 30)] * paragraphs, _wide_table(rows))


def _register() -> tuple[Block, ...]:
    """A table that needs a page across, and nothing but its head."""
    grid = _wide_table(2)
    return (
        Title("困难教职工名册", "2026年下半年"),
        Addressee("各分会："),
        Text("困难教职工情况见下表。"),
        grid,
    )


SPILLS = range(17, 24)
"""Rows, or lines, of which some fill a page just so that what follows does not fit on it."""

_THINGS = (Column("项目"), Column("金额", ColumnKind.NUMBER))


def _things(rows: int, **more: tuple[tuple[str, ...], ...]) -> Grid:
    return Grid(_THINGS, tuple((f"事项{row}号", "1") for row in range(rows)), **more)


def _ended(rows: int) -> Callable[[], tuple[Block, ...]]:
    end = (AttachmentNote(("名册",)), SignOff("清河中学工会", "2026年7月1日"))
    return lambda: (_things(rows), *end)


def _totalled(rows: int) -> Callable[[], tuple[Block, ...]]:
    return lambda: (_things(rows, totals=(("小计", "1"), ("合计", "1"))), Text("后文。"))


def _captioned(lines: int) -> Callable[[], tuple[Block, ...]]:
    grid = Grid(_THINGS, (("慰问", "1"),) * 9, "经费预算表", "单位：元")
    return lambda: (*[Text("前文。")] * lines, Heading("安排", 1, "一、"), grid)


def _needs() -> tuple[Block, ...]:
    titles = ("序号", "项目", "限额", "责任部门", "出生年月", "说明")
    note = "困难职工帮扶救助资金使用管理情况说明及其他需要报告的内容"
    row = ("1", "困难职工帮扶", "", "民主管理委员会", "1980年5月", note)
    return (Text("前文。"), Grid(tuple(map(Column, titles)), (row,) * 3), Text("后文。"))


def _captions() -> tuple[Block, ...]:
    names = ("预算表", "表" * 24, "表" * 40)
    return tuple(Grid(_THINGS, (("慰问", "1"),), name, "单位：元") for name in names)


TURNED = tuple(f"turned-{before}-{rows}" for before in (0, 1, 9, 18) for rows in (1, 9))

PAPERS: Mapping[str, Callable[[], tuple[Block, ...]]] = {
    "empty": lambda: (),
    "prose": lambda: (Text("国" * 2000),),
    "mixed": lambda: (Text(MIXED * 30),),
    "plan": _plan,
    "signed": lambda: (Text("结束。"), SignOff(UNION, "二〇二六年七月一日", note="（此件公开）")),
    "signed-shortly": lambda: (Text("结束。"), SignOff("校工会", "二〇二六年十二月三十一日")),
    "sealed": lambda: (Text("结束。"), SignOff(UNION, "二〇二六年七月一日", sealed=True)),
    "attachments": lambda: _attached(*NAMES),
    "attachment": lambda: _attached(NAMES[0]),
    "long-table": _long_table,
    "wide-table": lambda: (Heading("安排", 1, "一、"), Text(MIXED), _wide_table(30), Text("后文。")),
    "listed": _listed,
    "listed-with-table": lambda: _listed(
        *_long_table(), _wide_table(30), Heading("最后", 1, "九、"), Text("后文。")
    ),
    "figure": lambda: (Text("前文。"), Figure(picture(600, 300), "红色矩形", "图1　红色"), Text("后文。")),
    "in-pages": _in_pages,
    "rows": lambda: (
        Grid((Column("项目"), Column("说明")), tuple((f"事项{row}号", "说明") for row in range(ROWS))),
    ),
    "columns": lambda: (
        Grid(
            tuple(Column(f"栏{column}", ColumnKind.CENTRED) for column in range(COLUMNS)),
            (tuple(f"值{column}" for column in range(COLUMNS)),),
        ),
    ),
    "sections": _sections,
    "title-of-200": lambda: (Title(TITLE_OF_200), Text("正文。")),
    "register": _register,
    "two-levels": lambda: (Heading("总体要求", 1, "一、"), Heading("指导思想", 2, "1."), Text("正文。")),
    "needs": _needs,
    "captions": _captions,
    **{name: _turned(*map(int, name.split("-")[1:])) for name in TURNED},
    **{f"ended-{rows}": _ended(rows) for rows in SPILLS},
    **{f"totalled-{rows}": _totalled(rows) for rows in SPILLS},
    **{f"captioned-{lines}": _captioned(lines) for lines in SPILLS},
    **{f"signed-below-{count}": _signed(count) for count in (20, 21, 22)},
}
"""Each document by its name; built when it is printed."""
