"""The plan (工作计划)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, TypeVar, get_args

import attrs

from unionkit.errors import DuplicateIdError, NotationError, WrongTypeError

from ._budget import Budget
from ._content import Content, Numbering, Paragraph, Part, Table, to_content
from ._data import Data, to_data
from ._edit import inserted, removed, replaced, value_at
from ._items import Activity, Goal, Item, Result, WelfareMeasure
from ._organization import Organization
from ._path import Path, format_path, parse_path
from ._period import Period
from ._value import Value
from .validators import (
    are_all,
    are_filled_texts,
    is_a,
    is_filled_text,
    is_optional_text,
    is_plausible_day,
    is_text,
    to_texts,
)

Node = Content
"""What :func:`walk` visits: everything among the content, and the facts of paragraphs."""

_Item = TypeVar("_Item", bound=Item)


class Status(StrEnum):
    """How far a plan has got: a draft (草案), or approved (已通过)."""

    DRAFT = "draft"
    APPROVED = "approved"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Plan(Value):
    """
    A work plan (工作计划): prose in reading order with the hard facts in it. A value; it never changes.

    Attributes:
        pack: The template pack whose layout, vocabulary and rules apply; None: the neutral default.

        status: Draft or approved; None when not said.

        title: The title. None: made from organization and period; empty: none is printed.

        subtitle: What stands under the title (副标题): 讨论稿, ——为了每一位会员; empty for none.

        number: Document number (文号), such as 清工〔2026〕3号; empty for none.

        addressee: To whom it is sent (主送机关), without colon.

        organization: The union body whose plan it is.

        period: The time that it is for.

        content: Parts, paragraphs, typed items and tables, in reading order.

        budget: Money in and out (经费预算), or None.

        attachments: Names of what is attached (附件), in order.

        signature: Who signs (署名).

        issued: Date of issue (成文日期), or None.

        sealed: It goes out with a seal over signature and date (加盖印章), which then stand farther in.

        note: What is to be known about the document itself (附注), such as 此件公开发布; empty for none.

        approved: The day on which it was approved (通过日期), or None.

        layout: Names of the sections to print, in order (版式); what follows ``sign-off`` is attached. Empty: as the
            pack has it.

        numbering: How headings and items are numbered (编号方式). None: as official documents do.

        data: What only a pack understands, by pack; kept verbatim.
    """

    pack: str | None = attrs.field(default=None, validator=attrs.validators.optional(is_filled_text))
    status: Status | None = attrs.field(default=None, validator=is_a(Status))
    title: str | None = attrs.field(default=None, validator=is_optional_text)
    subtitle: str = attrs.field(default="", validator=is_text)
    number: str = attrs.field(default="", validator=is_text)
    addressee: str = attrs.field(default="", validator=is_text)
    organization: Organization = attrs.field(factory=Organization, validator=is_a(Organization))
    period: Period = attrs.field(factory=Period, validator=is_a(Period))
    content: tuple[Content, ...] = attrs.field(
        default=(), converter=to_content, validator=are_all(*get_args(Content))
    )
    budget: Budget | None = attrs.field(default=None, validator=is_a(Budget))
    attachments: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=are_filled_texts)
    signature: str = attrs.field(default="", validator=is_text)
    issued: dt.date | None = attrs.field(default=None, validator=[is_a(dt.date), is_plausible_day])
    sealed: bool = attrs.field(default=False, validator=is_a(bool))
    note: str = attrs.field(default="", validator=is_text)
    approved: dt.date | None = attrs.field(default=None, validator=[is_a(dt.date), is_plausible_day])
    layout: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=are_filled_texts)
    numbering: Numbering | None = attrs.field(default=None, validator=is_a(Numbering))
    data: Data = attrs.field(factory=Data, converter=to_data)

    @content.validator
    def _ids_are_unique(self, _attribute: attrs.Attribute[Any], content: tuple[Content, ...]) -> None:
        names = list(_ids(content))
        if len(names) == len(set(names)):
            return
        seen: dict[str, Path] = {}
        for path, node in _walk(content, ("content",)):
            if isinstance(node, Item | Part) and node.id is not None:
                if node.id in seen:
                    raise DuplicateIdError(node.id, format_path(seen[node.id]), format_path(path))
                seen[node.id] = path

    @property
    def full_title(self) -> str:
        """The title as given, or one made from organization and period."""
        if self.title is not None:
            return self.title
        return (
            f"{self.organization.name}{self.period}工作计划"
            if self.organization.name
            else f"{self.period}工会工作计划"
        )

    def walk(self) -> Iterator[tuple[Path, Node]]:
        """Visit everything in reading order, with its path: parts before their content, paragraphs before their facts."""
        return _walk(self.content, ("content",))

    def goals(self) -> Iterator[tuple[Path, Goal]]:
        """Every goal, standing alone or stated by a paragraph, in reading order, with its path."""
        return self._items(Goal)

    def results(self) -> Iterator[tuple[Path, Result]]:
        """Every result, in reading order, with its path."""
        return self._items(Result)

    def activities(self) -> Iterator[tuple[Path, Activity]]:
        """Every activity, in reading order, with its path."""
        return self._items(Activity)

    def welfare(self) -> Iterator[tuple[Path, WelfareMeasure]]:
        """Every welfare measure, in reading order, with its path."""
        return self._items(WelfareMeasure)

    def value_at(self, path: Path | str) -> object:
        """
        Return what stands at `path`: an item, a text, a figure; the plan itself where the path is empty.

        Args:
            path: Keys and indexes, or the text of a path such as ``$.content[2].owner``; names are those of files.

        Raises:
            NotationError: The path cannot be read.
            PathError: There is no such place; the error names what there is.
        """
        return value_at(self, _path(path))

    def replace_at(self, path: Path | str, value: object) -> Plan:
        """
        Return a plan with `value` at `path`.

        Args:
            path: Keys and indexes, or the text of a path such as ``$.content[2].owner``; names are those of files.

            value: What is to stand there: a value of the type that stood there, or a whole new item.

        Raises:
            NotationError: The path cannot be read.
            PathError: There is no such place; the error names what there is.
            InvalidValueError: The value cannot stand there.
        """
        return _whole(replaced(self, _path(path), value))

    def insert(self, path: Path | str, value: object) -> Plan:
        """
        Return a plan with `value` inserted in a list, before what stands at `path`; one behind the last index appends.

        Raises:
            PathError: There is no such list.
            InvalidValueError: The value cannot stand there.
        """
        return _whole(inserted(self, _path(path), value))

    def remove(self, path: Path | str) -> Plan:
        """
        Return a plan without what stands at `path`: an entry of a list, or an optional attribute.

        Raises:
            PathError: There is no such place.
            RequiredValueError: Something must stand there.
        """
        return _whole(removed(self, _path(path)))

    def _items(self, kind: type[_Item]) -> Iterator[tuple[Path, _Item]]:
        return ((path, node) for path, node in self.walk() if isinstance(node, kind))


def _path(path: Path | str) -> Path:
    if isinstance(path, str):
        return parse_path(path)
    if not isinstance(path, tuple | list):
        raise NotationError("计划中的位置", "a place in a plan", repr(path), "$.content[2].owner")
    return tuple(path)


def _whole(plan: object) -> Plan:
    """What stands at ``$`` is a plan."""
    if not isinstance(plan, Plan):
        raise WrongTypeError("计划", "a plan", type(plan).__name__)
    return plan


def _walk(content: tuple[Content, ...], path: Path) -> Iterator[tuple[Path, Node]]:
    for index, node in enumerate(content):
        here = (*path, index)
        yield here, node
        if isinstance(node, Part):
            yield from _walk(node.content, (*here, "content"))
        elif isinstance(node, Paragraph):
            yield from (((*here, "facts", nth), fact) for nth, fact in enumerate(node.facts))


def _ids(content: tuple[Content, ...]) -> Iterator[str]:
    for node in content:
        if isinstance(node, Part):
            if node.id is not None:
                yield node.id
            yield from _ids(node.content)
        elif isinstance(node, Paragraph):
            for fact in node.facts:
                if fact.id is not None:
                    yield fact.id
        elif isinstance(node, Item) and node.id is not None:
            yield node.id


def texts(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Every text of the plan that is printed as it stands, in reading order, with its path; none is empty."""
    if plan.title:
        yield ("title",), plan.title
    if plan.subtitle:
        yield ("subtitle",), plan.subtitle
    if plan.addressee:
        yield ("addressee",), plan.addressee
    for path, node in plan.walk():
        if isinstance(node, Table):
            yield from (((*path, *step), text) for step, text in _texts_of_table(node) if text)
        elif "facts" not in path[-2:]:
            if node.marker:
                yield (*path, "marker"), node.marker
            if isinstance(node, Part):
                if node.heading is not None:
                    yield (*path, "heading"), node.heading
            elif node.text:
                yield (*path, "text"), node.text
    yield from ((("attachments", index), name) for index, name in enumerate(plan.attachments))
    if plan.signature:
        yield ("signature",), plan.signature
    if plan.note:
        yield ("note",), plan.note


def _texts_of_table(table: Table) -> Iterator[tuple[Path, str]]:
    yield ("caption",), table.caption
    yield ("unit",), table.unit
    yield from ((("table", index), cell) for index, cell in enumerate(table.head))
    for line, row in enumerate(table.rows):
        yield from ((("rows", line, index), cell) for index, cell in enumerate(row))
