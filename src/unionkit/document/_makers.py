"""What templates call to make blocks; the output holds a mark where each is to stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from unionkit.errors import Lang
from unionkit.model import Content, Fact, Paragraph, Part, Table, Vocabulary

from ._said import CLOSE, NOT_IN_A_LINE, OPEN, Marked, RefusalError, mark, words
from ._section import content_blocks
from ._template_folder import TemplateFolder
from ._tree import (
    MAX_LEVEL,
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
    Ref,
    Text,
)
from ._wording import worded
from ._wording_figures import worded_unit
from ._work import in_order, spend, weighed

_BLOCK: Final = f"{OPEN}(\\d+){CLOSE}"
_DEEPEST_LIST: Final = 5
_NODES: Final = Part | Paragraph | Table | Fact


class Makers:
    """The blocks that a template has made so far, and what makes them."""

    def __init__(self, lang: Lang, folder: TemplateFolder, vocabulary: Vocabulary) -> None:
        self._lang: Lang = lang
        self._folder = folder
        self._vocabulary = vocabulary
        self._blocks: list[Block] = []

    def functions(self) -> dict[str, Callable[..., Any]]:
        """All that templates call, by name."""
        return {
            "heading": self.heading,
            "item": self.item,
            "text": self.text,
            "list": self.list,
            "table": self.table,
            "figure": self.figure,
            "page_break": self.page_break,
            "contents": self.contents,
            "blocks": self.blocks,
            "say": self.say,
            "worded": self.worded,
        }

    def heading(self, text: object, level: int = 1, marker: str | None = None, id: str = "") -> Marked:  # noqa: A002
        """Make the heading of a part; without a marker it is numbered."""
        return self._mark(Heading(words(text), _level(level), _marker(marker), _text(id, "id")))

    def item(self, text: object, level: int = 2, marker: str | None = None, id: str = "") -> Marked:  # noqa: A002
        """Make a numbered paragraph."""
        return self._mark(Text(words(text), _marker(marker), _level(level), _text(id, "id")))

    def text(self, text: object, marker: str = "", refs: Mapping[str, str] | None = None) -> Marked:
        """Make a paragraph; `refs` says which words of it name the number of what has the id."""
        said = words(text)
        return self._mark(Text(said, _text(marker, "marker"), refs=tuple(_refs(said, refs or {}))))

    def list(self, items: Iterable[object], numbered: bool = True) -> Marked:  # noqa: FBT001, FBT002 -- a template's argument
        """Make a list; a list among its entries holds what stands under the entry before it."""
        if not isinstance(numbered, bool):
            raise _wrong("numbered 是 true 或 false", "numbered is true or false", numbered)
        entries = _items(items, 1)
        return self._mark(List(entries, numbered)) if entries else Marked("")

    def table(
        self,
        head: Iterable[object],
        rows: Iterable[Iterable[object]] = (),
        kinds: Iterable[str] = (),
        widths: Iterable[int] = (),
        caption: object = "",
        unit: object = "",
        totals: Iterable[Iterable[object]] = (),
        above: Iterable[Iterable[str]] = (),
        landscape: bool | None = None,  # noqa: FBT001 -- a template's argument
    ) -> Marked:
        """
        Make a table.

        Args:
            head: The title of each column.

            rows: Its rows, each a list with a cell for every column.

            kinds: What each column holds: ``text``, ``number`` or ``centred``; text where nothing is said.

            widths: The width of each column relative to the others; 1 where nothing is said.

            caption: The title above it.

            unit: The unit of its figures.

            totals: The rows that sum up the others.

            above: For each column, the titles in the head rows above its own, the uppermost first.

            landscape: Whether it stands across a page of its own; where nothing is said, the format decides.
        """
        titles = [words(title) for title in _listed(head, "head")]
        kinds, widths, over = (
            [*_listed(given, name)]
            for given, name in ((kinds, "kinds"), (widths, "widths"), (above, "above"))
        )
        for given, name in ((kinds, "kinds"), (widths, "widths"), (over, "above")):
            if len(given) > len(titles):
                raise _wrong(f"{name} 比列数多", f"There are more {name} than columns", given)
        if landscape is not None and not isinstance(landscape, bool):
            raise _wrong("landscape 是 true 或 false", "landscape is true or false", landscape)
        columns = tuple(
            Column(
                title,
                _kind(kinds[nth]) if nth < len(kinds) else ColumnKind.TEXT,
                _whole(widths[nth], "widths") if nth < len(widths) else 1,
                tuple(words(each) for each in _listed(over[nth], "above")) if nth < len(over) else (),
            )
            for nth, title in enumerate(titles)
        )
        cells, sums = _rows(rows, "rows", len(titles)), _rows(totals, "totals", len(titles))
        return self._mark(
            Grid(columns, cells, words(caption), worded_unit(words(unit), self._lang), sums, landscape)
        )

    def figure(
        self, file: str, description: object, caption: object = "", width: int | None = None
    ) -> Marked:
        """Make a figure of a PNG or JPEG file in the folder of the templates."""
        image = self._folder.figure(_text(file, "file"))
        if image is None:
            raise _wrong("模板文件夹里没有这张图片", "The folder of the templates has no such picture", file)
        spend(len(image) // 1024)
        wide = None if width is None else _whole(width, "width")
        return self._mark(Figure(image, words(description), words(caption), wide))

    def page_break(self) -> Marked:
        """Begin a new page."""
        return self._mark(PageBreak())

    def contents(self, title: object = None, depth: int = 2) -> Marked:
        """Make the table of contents, of headings down to a level."""
        named = self.say("目录", "Contents") if title is None else title
        return self._mark(Contents(words(named), _level(depth)))

    def blocks(self, content: Iterable[Content], level: int = 1) -> Marked:
        """Print content of the plan as it stands, from a level downwards."""
        entries = tuple(content) if isinstance(content, tuple | list) else (content,)
        for entry in entries:
            if not isinstance(entry, _NODES):
                raise _wrong("这里要计划的内容（content）", "This wants content of the plan", entry)
        made = content_blocks(entries, level=_level(level), lang=self._lang, vocabulary=self._vocabulary)
        return Marked("".join(self._mark(weighed(block)) for block in made))

    def say(self, zh: object, en: object) -> object:
        """Choose by the language of the document."""
        return zh if self._lang == "zh" else en

    def worded(self, item: Fact) -> str:
        """Return the words of an item as a whole sentence: its own, or made from its data."""
        if not isinstance(item, Fact):
            raise _wrong(
                "这里要一项活动、目标、完成情况或福利措施",
                "This wants an activity, goal, result or welfare measure",
                item,
            )
        return worded(item, self._lang, self._vocabulary)

    def _mark(self, block: Block) -> Marked:
        spend(2)
        self._blocks.append(block)
        return mark(len(self._blocks) - 1)

    def in_order(self, output: str) -> Iterator[Block]:
        """The blocks of an output; each line between them is a paragraph."""
        for index, piece in enumerate(re.split(_BLOCK, output)):
            if index % 2:
                yield self._blocks[int(piece)]
            else:
                lines = (re.sub(NOT_IN_A_LINE, " ", line).strip() for line in piece.splitlines())
                yield from (Text(line) for line in lines if line)


def _wrong(zh: str, en: str, value: object) -> RefusalError:
    return RefusalError(zh, en, value)


def _level(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MAX_LEVEL:
        raise _wrong(
            f"层次是 1 到 {MAX_LEVEL} 的整数", f"A level is a whole number from 1 to {MAX_LEVEL}", value
        )
    return value


def _whole(value: object, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise _wrong(f"{name} 是不小于 1 的整数", f"{name} is a whole number from 1", value)
    return value


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise _wrong(f"{name} 是文字", f"{name} is a text", value)
    return words(value)


def _marker(value: object) -> str | None:
    return None if value is None else _text(value, "marker")


def _kind(value: object) -> ColumnKind:
    names = [str(kind) for kind in ColumnKind]
    if value not in names:
        raise _wrong(f"kinds 可以是 {'、'.join(names)}", f"kinds are {', '.join(names)}", value)
    return ColumnKind(str(value))


def _listed(values: Any, name: str) -> tuple[Any, ...]:
    if isinstance(values, str | Mapping):
        raise _wrong(f"{name} 是列表", f"{name} is a list", values)
    return tuple(in_order(values))


def _rows(rows: Any, name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    made = tuple(tuple(words(cell) for cell in _listed(row, name)) for row in _listed(rows, name))
    for row in made:
        if len(row) != columns:
            raise _wrong(
                f"{name} 的一行有 {len(row)} 格，表格有 {columns} 列",
                f"A row of {name} has {len(row)} cells, the table {columns} columns",
                row,
            )
    spend(sum(map(len, made)))
    return made


def _items(entries: Any, depth: int) -> tuple[ListItem, ...]:
    if depth > _DEEPEST_LIST:
        raise _wrong(f"列表最多 {_DEEPEST_LIST} 层", f"A list has at most {_DEEPEST_LIST} levels", entries)
    made: list[ListItem] = []
    for entry in _listed(entries, "items"):
        if isinstance(entry, list | tuple):
            if not made or made[-1].items:
                raise _wrong("下一层的列表要跟在一个条目后面", "A list within a list follows an entry", entry)
            made[-1] = ListItem(made[-1].text, items=_items(entry, depth + 1))
        else:
            made.append(ListItem(words(entry)))
    return tuple(made)


def _refs(text: str, refs: Mapping[str, str]) -> Iterator[Ref]:
    if not isinstance(refs, Mapping):
        raise _wrong("refs 是“文字: 编号”的映射", "refs is a mapping of words to ids", refs)
    taken: set[int] = set()
    for quoted, target in refs.items():
        found, target_id = _text(quoted, "refs"), _text(target, "refs")
        start = text.find(found) if found else -1
        span = range(start, start + len(found))
        if start < 0 or not taken.isdisjoint(span):
            raise _wrong(
                "refs 中的文字不在段落里，或者已被引用",
                "Words of refs are not in the text, or were taken",
                found,
            )
        taken.update(span)
        yield Ref(target_id, span.start, span.stop)
