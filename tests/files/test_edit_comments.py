"""Comments stay, and stay with their entries, whatever is edited in a file that a person wrote."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.errors import ImpossibleValueError
from unionkit.files import PlanFile, from_dict
from unionkit.model import Path

TELLING = ("goal", "activity", "text", "heading")
FREE = ("owner", "marker")


class Writer:
    """
    Writes plain values as a person would: in changing styles, with comments.

    Attributes:
        comments: Of each comment what it stands within or behind: names of entries, and of keys of these.
    """

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._names = 0
        self.comments: dict[str, tuple[str, ...]] = {}
        self.lines: list[str] = []

    def chance(self, one_in: int) -> bool:
        return bool(self._draw(st.integers(0, one_in - 1)) == 1)

    def name(self) -> str:
        """A word unlike all others."""
        self._names += 1
        return chr(0x4E00 + 37 * self._names) * 4

    def entry(self, levels: int) -> Any:
        kind = self._draw(st.sampled_from(["", "goal", "activity", "text", "heading"][: 4 + (levels > 0)]))
        if not kind:
            return self.name()
        entry: dict[str, Any] = {kind: self.name()}
        if kind in ("goal", "activity"):
            entry |= {key: self.name() for key in FREE if self.chance(3)}
        if kind == "text":
            entry["facts"] = [{"goal": self.name()} for _ in range(self._draw(st.integers(1, 2)))]
        if kind == "heading":
            entry["content"] = self.entries(levels - 1)
        return entry

    def entries(self, levels: int) -> list[Any]:
        return [self.entry(levels) for _ in range(self._draw(st.integers(0, 4)))]

    def comment(self, within: tuple[str, ...], *, above: bool = False) -> str:
        """A comment, or none; one that ignores findings belongs to what it stands above."""
        if not self.chance(3):
            return ""
        number = len(self.comments)
        ignores = self.chance(2)
        text = f"# unionkit: ignore[X{number}X]" if ignores else f"# c{number}c"
        self.comments[text] = within[:-1] if above and not ignores else within
        return text

    def add(self, line: str, within: tuple[str, ...]) -> None:
        comment = self.comment(within)
        self.lines.append(f"{line}  {comment}" if comment else line)

    def add_above(self, indent: str, within: tuple[str, ...]) -> None:
        if self.chance(4):
            self.lines.append("")
        comment = self.comment(within, above=True)
        if comment:
            self.lines.append(indent + comment)

    def scalar(self, value: object) -> str:
        return self._draw(st.sampled_from(["{}", '"{}"', "'{}'"])).format(value)

    def mapping(self, value: dict[str, Any], indent: str, within: tuple[str, ...], *, first: str) -> None:
        """Write keys in lines, the first one behind `first`."""
        owner = within[-1] if within else ""
        for at, (key, entry) in enumerate(value.items()):
            inside = within if key in TELLING else (*within, f"{owner}.{key}")
            if at:
                self.add_above(indent, inside)
            label = f"{indent if at else first}{key}:"
            if entry == []:
                self.add(f"{label} []", within)
            elif key == "attachments" and self.chance(2):
                self.flow(label, entry, indent, within)
            elif isinstance(entry, list):
                self.add(label, within)
                self.list(entry, indent + self._draw(st.sampled_from(["", "  ", "    "])), within)
            elif isinstance(entry, dict):
                self.add(f"{label} {{name: {entry['name']}}}", inside)
            else:
                self.add(f"{label} {self.scalar(entry)}", inside)

    def flow(self, label: str, entries: list[Any], indent: str, within: tuple[str, ...]) -> None:
        """Write a list in brackets, each entry on a line."""
        self.lines.append(f"{label} [")
        for at, entry in enumerate(entries):
            inside = (*within, entry)
            self.add_above(indent + "    ", inside)
            self.add(f"{indent}    {entry}{',' if at < len(entries) - 1 else ''}", inside)
        self.lines.append(f"{indent}]")

    def list(self, entries: list[Any], indent: str, within: tuple[str, ...]) -> None:
        for entry in entries:
            inside = (*within, name_of(entry))
            self.add_above(indent, inside)
            if not isinstance(entry, dict):
                self.add(f"{indent}- {self.scalar(entry)}", inside)
            elif not any(isinstance(value, list) for value in entry.values()) and self.chance(3):
                inner = ", ".join(f"{key}: {value}" for key, value in entry.items())
                self.add(f"{indent}- {{{inner}}}", inside)
            elif self.chance(5):
                self.lines.append(f"{indent}-")
                self.mapping(entry, f"{indent}    ", inside, first=f"{indent}    ")
            else:
                self.mapping(entry, f"{indent}  ", inside, first=f"{indent}- ")


def name_of(entry: Any) -> str:
    return entry if isinstance(entry, str) else next(str(entry[key]) for key in TELLING if key in entry)


def lists(value: Any) -> Iterator[list[Any]]:
    """All lists of entries."""
    for key in ("content", "facts", "attachments"):
        if isinstance(value, dict) and key in value:
            yield value[key]
            for entry in value[key]:
                yield from lists(entry)


def names(value: Any) -> Iterator[str]:
    """What is there: entries by name, and their keys."""
    for entries in lists(value):
        for entry in entries:
            yield name_of(entry)
            if isinstance(entry, dict):
                yield from (f"{name_of(entry)}.{key}" for key, told in entry.items() if told is not None)
    yield from (f".{key}" for key, told in value.items() if told is not None)


def items(value: Any, path: Path = ()) -> Iterator[tuple[str, Path]]:
    """All entries that a finding may be about."""
    for key in ("content", "facts"):
        for at, entry in enumerate(value.get(key, ()) if isinstance(value, dict) else ()):
            yield name_of(entry), (*path, key, at)
            yield from items(entry, (*path, key, at))


def change(draw: st.DrawFn, writer: Writer, value: dict[str, Any]) -> None:
    """One edit that a person may make."""
    entries = draw(st.sampled_from(list(lists(value))))
    facts = any(entry is entries for holder in all_entries(value) for entry in [holder.get("facts")])
    op = draw(st.sampled_from(["insert", "remove", "move", "key", "title"]))
    if op == "insert":
        new: Any = writer.name()
        if facts:
            new = {"goal": new}
        elif entries is not value["attachments"]:
            new = writer.entry(1)
        entries.insert(draw(st.integers(0, len(entries))), new)
    elif op == "remove" and entries:
        entries.pop(draw(st.integers(0, len(entries) - 1)))
    elif op == "move" and len(entries) > 1 and entries is not value["attachments"]:  # those in brackets stay
        entries.insert(
            draw(st.integers(0, len(entries) - 1)), entries.pop(draw(st.integers(0, len(entries) - 1)))
        )
    elif op == "key" and entries:
        entry = draw(st.sampled_from(entries))
        if isinstance(entry, dict) and ("goal" in entry or "activity" in entry) and not facts:
            entry[draw(st.sampled_from(FREE))] = draw(st.sampled_from([None, writer.name()]))
    elif op == "title":
        value["title"] = draw(st.sampled_from([None, writer.name()]))


def all_entries(value: Any) -> Iterator[dict[str, Any]]:
    for entries in lists(value):
        yield from (entry for entry in entries if isinstance(entry, dict))


def edited(text: str, values: dict[str, Any]) -> str:
    """The text, with other values in it."""
    plan = from_dict(values)
    made = PlanFile.parse(text).edited(plan)

    assert PlanFile.parse(made).plan == plan
    return made


@given(data=st.data())
def test_comments_stay_with_their_entries(data: st.DataObject) -> None:
    """However many edits are made at once: what is not within or behind what is taken out stays, and where it was."""
    draw: Any = data.draw
    writer = Writer(draw)
    old: dict[str, Any] = {"unionkit": 1} if writer.chance(2) else {}
    old |= {"title": writer.name(), "organization": {"name": writer.name()}}
    old |= {
        "content": writer.entries(2),
        "attachments": [writer.name() for _ in range(draw(st.integers(0, 4)))],
    }
    writer.mapping(old, "", (), first="")
    break_ = draw(st.sampled_from(["\n", "\r\n"]))
    text = break_.join(writer.lines) + draw(st.sampled_from(["", break_]))
    new = copy.deepcopy(old)
    for _ in range(draw(st.integers(1, 5))):
        change(draw, writer, new)
    file = PlanFile.parse(text, name="plan.yaml")
    plan = from_dict(new)
    made = file.edited(plan)
    again = PlanFile.parse(made, name="plan.yaml")
    there = set(names(new))

    assert again.plan == plan
    for comment, within in writer.comments.items():
        if there.issuperset(within):
            assert comment in made
    before, after = dict(items(old)), dict(items(new))
    codes = [f"X{number}X" for number in range(len(writer.comments))]
    for name in before.keys() & after.keys():
        places = file.place(before[name]), again.place(after[name])

        assert [code for code in codes if file.is_ignored(code, places[0])] == [
            code for code in codes if again.is_ignored(code, places[1])
        ]


def content(*entries: Any) -> dict[str, Any]:
    return {"content": list(entries)}


LETTERS = """\
content:
- a  # A
# above b
- b  # B
- c  # C
- d  # D
"""
BRACKETS = """\
attachments: [
  a,  # A
  b,  # B
  c  # C
]
"""


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        (content("a", "c"), "content:\n- a  # A\n# above b\n- c  # C\n"),
        (content("c", "a", "b", "d"), "content:\n- c  # C\n- a  # A\n# above b\n- b  # B\n- d  # D\n"),
        (content("b", "a", "c", "d"), "content:\n# above b\n- b  # B\n- a  # A\n- c  # C\n- d  # D\n"),
        (content("x", "a", "c", "y", "d"), "content:\n- x\n- a  # A\n# above b\n- c  # C\n- y\n- d  # D\n"),
        (content("x"), "content:\n- x\n# above b\n"),
        ({}, "content: []\n# above b\n"),
    ],
)  # fmt: skip
def test_entries_keep_their_comments(values: dict[str, Any], wanted: str) -> None:
    """When others go, come or change places."""
    assert edited(LETTERS, values) == wanted


@pytest.mark.parametrize(
    ("entries", "wanted"),
    [
        ("ac", "[\n  a,  # A\n  c  # C\n]"),
        ("ab", "[\n  a,  # A\n  b  # B\n]"),
        ("a", "[\n  a  # A\n]"),
        ("abzc", "[\n  a,  # A\n  b,  # B\n  z,\n  c  # C\n]"),
        ("yabcz", "[\n  y,\n  a,  # A\n  b,  # B\n  c,  # C\n  z\n]"),
        ("axyz", "[\n  a,  # A\n  x,\n  y,\n  z\n]"),
        ("wxyz", "[\n  w,\n  x,\n  y,\n  z\n]"),
    ],
)
def test_entries_in_brackets_keep_their_lines(entries: str, wanted: str) -> None:
    """Each has a line and a comment of its own."""
    assert edited(BRACKETS, {"attachments": list(entries)}) == f"attachments: {wanted}\n"
    assert edited(BRACKETS.replace("C\n", "C\n  # end\n"), {"attachments": list(entries)}).endswith(
        "\n  # end\n]\n"
    )


GOAL = {"goal": "a"}


@pytest.mark.parametrize(
    ("text", "values", "wanted"),
    [
        (
            "content:\n- goal: a  # unionkit: ignore[UK301]\n- goal: b\n- goal: c\n",
            content({"goal": "z"}, GOAL, {"goal": "b"}, {"goal": "c", "owner": "d"}),
            "content:\n- {goal: z}\n- goal: a  # unionkit: ignore[UK301]\n- goal: b\n- goal: c\n  owner: d\n",
        ),
        (
            "content:\n# unionkit: ignore[UK1]\n- goal: a\n# unionkit: ignore[UK2]\n- goal: b\n- goal: c\n",
            content({"goal": "z"}, GOAL, {"goal": "c"}),
            "content:\n- {goal: z}\n# unionkit: ignore[UK1]\n- goal: a\n- goal: c\n",
        ),
        (
            "content:\n- heading: a  # A\n  content: [x]\n- heading: b  # B\n  content: [y]\n",
            content({"heading": "z"}, {"heading": "a", "content": ["x"]}, {"heading": "b", "content": ["y", "z"]}),
            "content:\n- {heading: z}\n- heading: a  # A\n  content: [x]\n- heading: b  # B\n  content: [y, z]\n",
        ),
        (
            "# head\nunionkit: 1  # v\n# about\ntitle: a  # t\n",
            {"signature": "b"},
            "# head\nunionkit: 1  # v\nsignature: b\n# about\n",
        ),
        ("# head\ntitle: a  # t\n# end", {"number": "b"}, "# head\nnumber: b\n# end"),
        ("title: a\n# about\nnumber: b", {"number": "b"}, "# about\nnumber: b"),
        ("title: a\n# about\nnumber: b\n", {}, "unionkit: 1\n# about\n"),
        ("# head\n{}  # e\n", {"title": "a", "number": "b"}, "# head\ntitle: a  # e\nnumber: b\n"),
        ("--- {}\n", {"title": "a"}, "--- \ntitle: a\n"),
        (
            "content:\n- text: 9月。  # keep me\n  facts:\n  - {activity: a}\n",
            content("9月。"),
            "content:\n- text: 9月。  # keep me\n",
        ),
        (
            "content:\n- 一段  # c\n- b\n",
            content({"text": "一段", "facts": [GOAL]}, "b"),
            "content:\n- text: 一段  # c\n  facts:\n    - {goal: a}\n- b\n",
        ),
        (
            "content:   # body\n  # to come\n  - a  # x\n  # more\ntitle: t\n",
            {"title": "t"},
            "content: []   # body\n  # to come\n  # more\ntitle: t\n",
        ),
        ("content:\n- a  # x\n# about t\ntitle: t\n", {"title": "t"}, "# about t\ntitle: t\n"),
        ("content: []  # c\n", content("a"), "content:  # c\n  - a\n"),
        ("title: |-  # t\n  甲\nnumber: b\n", {"title": "乙", "number": "b"}, "title: 乙  # t\nnumber: b\n"),
        (
            "content:\n- activity: a\n  partners:  # p\n  - 甲  # x\n",
            content({"activity": "a", "partners": ["甲", "乙"]}),
            "content:\n- activity: a\n  partners:  # p\n  - 甲  # x\n  - 乙\n",
        ),
        (
            "data:\n  a:\n  - b: 1  # b\n    # about c\n    c: 2\n",
            {"data": {"a": [{"c": 2}]}},
            "data:\n  a:\n  -\n    # about c\n    c: 2\n",
        ),
        ("data:\n  a:\n  - - 1\n    - 2\n", {"data": {"a": [[2]]}}, "data:\n  a:\n  - - 2\n"),
        ("data:\n  a:\n  - - 1\n    - 2\n", {"data": {"a": [[3, 1, 2]]}}, "data:\n  a:\n  - - 3\n    - 1\n    - 2\n"),
        ("data:\n  a:\n  - - 1\n    - 2\n", {"data": {"a": [[2, 1]]}}, "data:\n  a:\n  - - 2\n    - 1\n"),
        ("data:\n  a:\n  - - 1\n    - 2\n", {"data": {"a": [[]]}}, "data:\n  a:\n  - []\n"),
        ("data:\n  a:\n    - 1  # x\n    # y\n", {"data": {"a": []}}, "data:\n  a: []\n    # y\n"),
        ("data:\n  a:\n    b: 1  # x\n", {"data": {"a": {}}}, "data:\n  a: {}\n"),
        ("data: {a: [1, 2, 3]}  # d\n", {"data": {"a": [3, 1, 2]}}, "data: {a: [3, 1, 2]}  # d\n"),
        ("data: {a: [1, 2, 3]}  # d\n", {"data": {"a": []}}, "data: {a: []}  # d\n"),
        ("data: {a: [1,  # x\n 2, 3]}\n", {"data": {"a": [1, 3]}}, "data: {a: [1,  # x\n 3]}\n"),
        ("data: {a: [1,  # x, y\n 2, 3,]}\n", {"data": {"a": [1, 2, 3, 4]}}, "data: {a: [1,  # x, y\n 2, 3, 4,]}\n"),
        ("data: {a: [\n 1,\n 2,\n]}\n", {"data": {"a": [1]}}, "data: {a: [\n 1,\n]}\n"),
        ("data: {a: [\n 1,\n 2,\n]}\n", {"data": {"a": [1, 2, 3]}}, "data: {a: [\n 1,\n 2,\n 3,\n]}\n"),
        ("data:\n  a:\n  - b: 1\n    # about d\n    d: 2\n    # about c\n    c: 2\n", {"data": {"a": [{"c": 2}]}}, "data:\n  a:\n  -\n    # about d\n    # about c\n    c: 2\n"),
        ("data:\n  a:\n  -\n  - # - x\n  - b\n", {"data": {"a": [None, "c", "b"]}}, "data:\n  a:\n  -\n  - c # - x\n  - b\n"),
        ("data: {a: [\n # x\n 1\n]}\n", {"data": {"a": []}}, "data: {a: [\n # x\n]}\n"),
        ("data: {a: [\n 1\n]}\n", {"data": {"a": []}}, "data: {a: []}\n"),
        ("data: {a: [\n 1,\n 2, 3,\n 4\n]}\n", {"data": {"a": [1, "x", "y", "z", 4]}}, "data: {a: [\n 1,\n x,\n y,\n z,\n 4\n]}\n"),
        (
            "content: [{goal: a, ignore: UK1}, {goal: b, ignore: UK2}]\n",
            content({"goal": "b", "owner": "c"}, GOAL),
            "content: [{goal: b, owner: c, ignore: UK2}, {goal: a, ignore: UK1}]\n",
        ),
        ("content:\n- {text: a, ignore: UK1}\n", content("b"), "content:\n- {text: b, ignore: UK1}\n"),
        ("data:\n  a: [b]\n", {"data": {"a": "c"}}, "data:\n  a: c\n"),
        ("attachments: [\n  # x\n  a\n]\n", {}, "attachments: [\n  # x\n]\n"),
        ("title: a\ncontent:\n- b", {"title": "a"}, "title: a"),
        (
            "content:\n- activity: a\n  partners:\n  - 甲  # x\n  - 乙  # y\n",
            content({"activity": "a", "partners": "乙"}),
            "content:\n- activity: a\n  partners:\n  - 乙  # y\n",
        ),
        ("data: {a: [1, 2, 3, 4]}\n", {"data": {"a": ["x", "y"]}}, "data: {a: [x, y]}\n"),
        ("data: {a: [b, c]}\n", {"data": {"a": ["z", "b"]}}, "data: {a: [z, b]}\n"),
    ],
)  # fmt: skip
def test_comments_that_belong_to_what_stays_stay(text: str, values: dict[str, Any], wanted: str) -> None:
    """Examples of what a person would do by hand."""
    assert edited(text, values) == wanted


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (BRACKETS, {"attachments": ["b", "c", "a"]}),
        (
            "content:\n- owner: a  # unionkit: ignore[UK301]\n  goal: b\n",
            content({"goal": "b"}),
        ),
        (
            "content:\n# unionkit: ignore[UK301]\n- owner: a\n  # about b\n  goal: b\n",
            content({"goal": "b"}),
        ),
        (
            "content:\n- goal: b\n  target:\n    value: 3  # why\n    unit: 人\n",
            content({"goal": "b", "target": "= 4人"}),
        ),
        ("data: {a: [1, 2,  # x\n 3, 4]}\n", {"data": {"a": [1, 4]}}),
        (
            "content: [{goal: a, ignore: UK1}, {goal: b, ignore: UK2}, # x\n  c]\n",
            content({"goal": "b"}, GOAL, "c"),
        ),
        (
            "content:\n- {goal: a, target: {value: 3, ignore: UK1}}\n",
            content({"goal": "a", "target": "= 4人"}),
        ),
        ("data: {a: [\n 1,\n 2, 3,\n # x\n 4\n]}\n", {"data": {"a": [1, "x", "y", "z", 4]}}),
        ("data:\n  a:\n  - - 1  # x\n    - 2  # y\n", {"data": {"a": [[2, 1]]}}),
        ("data:\n  a:\n  - - 1\n    # x\n    - 2\n", {"data": {"a": [[]]}}),
    ],
)
def test_an_edit_that_would_lose_a_comment_is_refused(text: str, values: dict[str, Any]) -> None:
    """Or give it to something else."""
    file = PlanFile.parse(text)

    with pytest.raises(ImpossibleValueError, match="手工修改"):
        file.edited(from_dict(values))


def test_many_entries_are_edited_at_once() -> None:
    """Equal ones among them."""
    lines = [f"- {'一样' if at % 3 else f'第{at}项'}  # c{at}" for at in range(300)]
    values: list[Any] = ["一样" if at % 3 else f"第{at}项" for at in range(300)]
    for at in range(270, 0, -30):
        del values[at], lines[at]

    assert edited(
        "\n".join(["content:", *[f"- {'一样' if at % 3 else f'第{at}项'}  # c{at}" for at in range(300)]]),
        content(*values),
    ) == "\n".join(["content:", *lines])


def test_what_is_all_new_keeps_nothing() -> None:
    """Of many entries, none like another."""
    old = "".join(f"- {chr(0x4E00 + at) * 3}  # c{at}\n" for at in range(60))
    new = [chr(0x5E00 + at) * 3 for at in range(50)]

    assert edited(f"content:\n{old}", content(*new)) == "".join(
        ["content:\n", *(f"- {entry}\n" for entry in new)]
    )
