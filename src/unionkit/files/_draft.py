"""A text that is being edited: where its lines and comments are, and the changes to make."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import Final

from unionkit.errors import ImpossibleValueError

from ._places import Branch, Leaf, span_of

_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_IGNORE: Final = re.compile(r"#\s*unionkit:\s*ignore\[")
_BLANKS: Final = " \t\ufeff"


def unfaithful() -> ImpossibleValueError:
    """What is wrong when an edit cannot be made without changing something else."""
    return ImpossibleValueError(
        "这处改动不能只改文件的这一处而不动别处，请手工修改",
        "This cannot be changed without changing something else in the file; edit it by hand",
    )


class Draft:
    """
    The text, and what is to stand instead of parts of it.

    Attributes:
        text: The text as it was.

        is_json: It is JSON: without comments, and never in block style.

        break_: How its lines end.
    """

    def __init__(self, text: str, places: Leaf | Branch, *, is_json: bool, keeps_all: bool) -> None:
        """With `keeps_all`, no comment is given up, not even with what is taken out."""
        self.text = text
        self.is_json = is_json
        self._keeps_all = keeps_all
        self._edits: list[tuple[int, int, str]] = []
        self._starts = [0, *(end.end() for end in _BREAK.finditer(text))]
        self._comments = [] if is_json or "#" not in text else list(_comments(text, places))
        self._cut_until = 0
        first = _BREAK.search(text)
        self.break_ = first.group() if first is not None and first.group() in ("\r\n", "\r") else "\n"

    # ------------------------------------------------------------ changes

    def put(self, start: int, end: int, instead: str) -> None:
        """
        Write something instead of a piece of the text.

        Raises:
            ImpossibleValueError: There are comments in it that do not stand in `instead` again.
        """
        if any(self.text[slice(*comment)] not in instead for comment in self.comments(start, end)):
            raise unfaithful()
        self._edits.append((start, end, instead))

    def take_out(self, start: int, end: int) -> None:
        """Take out a piece of the text with the comments in it."""
        if self._keeps_all and self.comments(start, end):
            raise unfaithful()
        self._edits.append((start, end, ""))

    def take_out_lines(self, start: int, end: int, *, moves: bool = False) -> None:
        """Take out the lines from that of `start` to that of `end`, with the comments in them; or have moved them."""
        line, behind = self.line_start(start), self.line_end(end)
        if line > self._cut_until:
            line = self._break_before(line)
        else:  # nothing is left before it, so the break behind it goes
            found = _BREAK.match(self.text, behind)
            behind = self._cut_until = behind if found is None else found.end()
        if moves:
            self._edits.append((line, behind, ""))
        else:
            self.take_out(line, behind)

    def moved(self, start: int, end: int, change: Callable[[], None]) -> str:
        """Return a piece of the text as `change` makes it, to be put elsewhere."""
        edits, self._edits = self._edits, []
        change()
        made = self.result(start, end)
        self._edits = edits
        return made

    def result(self, start: int = 0, end: int | None = None) -> str:
        """Return the text, or a piece of it, with all changes made."""
        made, at = [], start
        for begin, behind, instead in sorted(self._edits, key=lambda edit: edit[:2]):
            if begin < at:
                raise unfaithful()
            made += [self.text[at:begin], instead]
            at = behind
        return "".join([*made, self.text[at:end]])

    # ------------------------------------------------------------ where things stand

    def comments(self, start: int, end: int) -> list[Leaf]:
        """Where comments stand that begin within a piece of the text."""
        return self._comments[bisect_left(self._comments, (start, 0)) : bisect_left(self._comments, (end, 0))]

    def find(self, mark: str, start: int, end: int) -> int:
        """Where `mark` stands first in a piece of the text, outside of comments; -1 where it does not."""
        for begin, behind in [*self.comments(start, end), (end, end)]:
            at = self.text.find(mark, start, begin)
            if at >= 0:
                return at
            start = behind
        return -1

    def is_flow(self, node: Branch) -> bool:
        """Whether a list or mapping stands in brackets."""
        return self.is_json or self.text[node.start : node.start + 1] in ("{", "[")

    def end(self, node: Leaf | Branch) -> int:
        """Behind the last character of a value, without the line breaks that YAML counts in."""
        while isinstance(node, Branch) and not self.is_flow(node):
            inner = node.children
            node = inner[next(reversed(inner))] if isinstance(inner, dict) else inner[-1]
        start, end = span_of(node)
        if isinstance(node, Branch) or self.is_json:
            return end
        return start + len(self.text[start:end].rstrip())

    def column(self, index: int) -> int:
        """How far from the beginning of its line something stands."""
        return index - self.line_start(index)

    def line_start(self, index: int) -> int:
        """Where the line of something begins."""
        return self._starts[bisect_right(self._starts, index) - 1]

    def line_end(self, index: int) -> int:
        """Where the line of something ends, before its break."""
        line = bisect_right(self._starts, index)
        return self._break_before(self._starts[line]) if line < len(self._starts) else len(self.text)

    def indent(self, index: int) -> str:
        """The blanks at the beginning of a line."""
        line = self.text[self.line_start(index) : index]
        return line[: len(line) - len(line.lstrip(_BLANKS))]

    def is_first(self, index: int) -> bool:
        """Whether nothing stands before something on its line."""
        return not self.text[self.line_start(index) : index].strip(_BLANKS)

    def is_last(self, index: int) -> bool:
        """Whether nothing but a comment stands from here to the end of the line."""
        end = self.line_end(index)
        comments = self.comments(index, end)
        return not self.text[index : comments[0][0] if comments else end].strip()

    def lead(self, index: int) -> list[int]:
        """Where the comments begin that stand on lines of their own directly above something, from the top."""
        found: list[int] = []
        line = bisect_right(self._starts, index) - 2
        while line >= 0:
            comments = self.comments(self._starts[line], self._starts[line + 1])
            if not comments or not self.is_first(comments[0][0]):
                break
            found.append(comments[0][0])
            line -= 1
        return found[::-1]

    def has_tail(self, index: int, column: int) -> bool:
        """Whether a comment stands on the line below something, further to the right than `column`."""
        line = bisect_right(self._starts, index)
        if line == len(self._starts):
            return False
        comments = self.comments(self._starts[line], self.line_end(self._starts[line]))
        return bool(comments) and self.is_first(comments[0][0]) and self.column(comments[0][0]) > column

    def is_ignore(self, comment: int) -> bool:
        """Whether the comment that begins here says which findings to ignore."""
        return any(_IGNORE.search(self.text, *found) for found in self.comments(comment, comment + 1))

    def _break_before(self, line: int) -> int:
        return line - (2 if self.text[max(line - 2, 0) : line] == "\r\n" else 1)


def _comments(text: str, places: Leaf | Branch) -> Iterator[Leaf]:
    """Where comments stand: what begins with #, outside of all scalars."""
    spans = sorted(_scalars(text, places))
    at = text.find("#")
    while at >= 0:
        span = bisect_right(spans, (at, len(text))) - 1
        if span >= 0 and at < spans[span][1]:
            at = text.find("#", spans[span][1])
            continue
        found = _BREAK.search(text, at)
        end = found.start() if found is not None else len(text)
        yield at, end
        at = text.find("#", end)


def _scalars(text: str, node: Leaf | Branch) -> Iterator[Leaf]:
    """Where the scalars stand; of those in lines behind | or > only the lines, for a comment may follow the mark."""
    if isinstance(node, Branch):
        yield from node.keys.values()
        for child in node.children.values() if isinstance(node.children, dict) else node.children:
            yield from _scalars(text, child)
    elif text[node[0] : node[0] + 1] in ("|", ">"):
        first = _BREAK.search(text, *node)
        yield (node[1] if first is None else first.start(), node[1])
    else:
        yield node
