"""Documents that printing has broken on somewhere, or is likely to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from unionkit.document import (
    MAX_LEVEL,
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
    Column,
    ColumnKind,
    Contents,
    Document,
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

from ._images import jpeg, png

_TEXTS: Final[dict[str, Sequence[str]]] = {
    "words of 10,000 characters": ("a" * 10_000, "工" * 10_000, "🙂" * 10_000),
    "marks from right to left": (
        "\u200f工会\u202e计划\u202c",
        "\u2066abc\u2069",
        "مرحبا 工会 שלום",
        "\u202e",
    ),
    "emoji": ("👩‍👧", "🇨🇳", "👍🏽", "❤️", "1️⃣"),
    "rare characters": ("𠮷野家", "㐂", "\U000e0001", "\ue000", "\U0001fffe", "ﷺ", "　"),
    "combining marks": ("e\u0301", "\u0301", "g" + "\u0301\u0308" * 200, "か\u3099", "ก็"),
    "markup of XML": (
        "]]>",
        "<w:p>&amp;</w:p>",
        "<!-- 注 -->",
        "&#65;&copy;&",
        "<b>粗</b>",
        "<![CDATA[",
        "<?xml?>",
    ),
    "markup of templates": ("{{ 7 * 7 }}", "{% raw %}", "{# 注 #}", "${7*7}", "%s %(x)s {0}", "<%= 7 * 7 %>"),
    "markup of fields": (
        '=HYPERLINK("http://example.org")',
        "+1",
        "@SUM(A1)",
        "BEGIN:VCALENDAR",
        "a,b;c",
        '"引号"',
    ),
    "markup of lines": (
        "# 标题 #",
        "1. 开展",
        "12) 开展",
        "- 项目",
        "---",
        "===",
        "***",
        "> 引文",
        "~~~",
        "    四格",
    ),
    "markup of words": (
        "*强调* __粗__ ~~删~~",
        "[链接](http://example.org)",
        "![图](a.png)",
        "[名]: a",
        "`代码` ```",
    ),
    "markup of tables and formulas": (
        "| a | b |",
        "|---|",
        ":-:",
        "反斜线\\",
        "\\|",
        "$E=mc^2$",
        "\\documentclass",
    ),
    "what no document can carry": (
        "\x00",
        "a\x0bb",
        "\x1f",
        "a\x85b",
        "\ud800",
        "\udfff",
        "\ufffe",
        "\uffff",
        "\x7f",
    ),
    "line breaks": ("a\nb", "a\r\nb", "\n", "a\u2028b", "a\n\nb", "\r", "甲\n# 乙\n- 丙"),
    "blanks": (" ", "　　", "  a  ", "\u00a0", "\u200b", "\t", "a\tb"),
}


def hostile_documents() -> dict[str, Document]:
    """Documents by what is hard about them; the empty one first."""
    return {name: _document(blocks) for name, blocks in _blocks()}


def complete_document() -> Document:
    """A document with every kind of block in its usual place."""
    return _document(_complete())


def _document(blocks: Sequence[Block]) -> Document:
    title = next((block.text for block in blocks if isinstance(block, Title)), "")
    return Document(blocks=number(blocks), title=title, author=title)


def _blocks() -> Iterator[tuple[str, Sequence[Block]]]:
    yield "nothing", ()
    yield "every kind of block", _complete()
    yield "an order that makes no sense", _complete()[::-1]
    yield "blocks without text", _with("")
    for name, texts in _TEXTS.items():
        yield name, [block for text in texts for block in _with(text)]
    yield "a title of 200 characters", (Title("工会工作计划" * 33 + "草案", "副" * 200, "号" * 200),)
    levels = range(1, MAX_LEVEL + 1)
    yield "headings of all levels", [Heading(f"第{level}层", level, None) for level in levels]
    yield "lists in lists", (List((_nested(6),)), List((_nested(6),), numbered=False), List(()))
    columns = tuple(Column(f"列{nth}", list(ColumnKind)[nth % 3]) for nth in range(40))
    yield "40 columns", (Grid(columns, (tuple(f"格{nth}" for nth in range(40)),) * 3, "宽表"),)
    rows = tuple((f"行{nth}", str(nth), "—") for nth in range(1000))
    yield "1,000 rows", (Grid(columns[:3], rows, "长表"),)
    yield (
        "tables side by side",
        (Grid(columns[:2]), Grid(columns[:1], (("",),)), Grid(columns[:1], (("甲",),))),
    )
    yield (
        "breaks and nothing between",
        (PageBreak(), PageBreak(), Attachment("甲"), Attachment("乙"), PageBreak()),
    )
    numbered = [Text(f"第{nth}段。", None if nth % 2 else "", nth % 5 + 1) for nth in range(1000)]
    yield "1,000 paragraphs", numbered


def _with(text: str) -> list[Block]:
    """A block of most kinds with this text in all its fields."""
    items = (ListItem(text, None, (ListItem(text),)),)
    columns = (Column(text), Column(text, ColumnKind.NUMBER, above=(text,)))
    return [
        Title(text, text, text),
        Addressee(text),
        Heading(text, 1, None),
        Heading(text, 9, ""),
        Text(text),
        Text(text, None, 3),
        List(items),
        List(items, numbered=False),
        Grid(columns, ((text, text),), text, text, ((text, text),)),
        Figure(png(1, 1), f"图{text}", text),
        AttachmentNote((text, text)),
        SignOff(text, text, note=text),
        Attachment(text),
    ]


def _nested(levels: int) -> ListItem:
    inner = (_nested(levels - 1),) if levels > 1 else ()
    return ListItem(f"还有{levels}层", None, inner)


def _complete() -> tuple[Block, ...]:
    columns = (
        Column("项目"),
        Column("会费", ColumnKind.NUMBER, above=("收入",)),
        Column("拨款", ColumnKind.NUMBER, above=("收入",)),
        Column("月份", ColumnKind.CENTRED),
    )
    rows = (("慰问", "55800", "3000", "9"), ("体检", "12000", "0", "11"))
    exercise = ListItem("健康体检", None, (ListItem("女教职工专项"),))
    return (
        Contents(),
        PageBreak(),
        Title("清河中学工会2026年下半年工作计划", "（讨论稿）", "清工〔2026〕3号"),
        Addressee("各工会小组："),
        Heading("主要工作", 1, None, "work"),
        Heading("民主管理", 2, None),
        Text("开学后第一个月完成代表培训。", None, 3),
        Text("以下事项提交教职工代表大会审议："),
        List((ListItem("奖励办法", None, (ListItem("修订说明"),)), ListItem("校务公开情况"))),
        Heading("关心教职工生活", 2, None),
        List((ListItem("走访困难职工"), exercise), numbered=False),
        Grid(columns, rows, "经费预算表", "单位：元", (("合计", "67800", "4000", "全年"),)),
        Figure(jpeg(16, 9), "近三年活动参加人数的折线图", "参加人数", 80),
        AttachmentNote(("活动安排表", "任务分工表")),
        SignOff("清河中学工会委员会", "2026年7月1日", sealed=True, note="（此件公开发布）"),
        Attachment("活动安排表", id="calendar"),
        Grid((Column("时间"), Column("活动")), (("九月下旬", "代表大会"),)),
        Attachment("任务分工表"),
        Text("办公室负责统筹。"),
    )
