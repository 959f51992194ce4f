"""
The register as a workbook: a sheet for each class of enterprises, a sheet for each ownership, and a summary.

A class has a row for each enterprise that the register names, and one for those that it counts and does not name; the
sheet of an ownership takes the totals of its classes, and the summary those of the ownerships, so that a figure that is
changed anywhere is changed everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from unionkit.almanac import Said
from unionkit.document import Scope, worded_schedule
from unionkit.errors import Lang
from unionkit.model import Schedule
from unionkit_pack_town._data import EnterpriseClass, Form, Ownership, Size, Task, TownData, UnionEntry
from unionkit_xlsx import Cell, Column, Difference, Share, Sheet, Sum, TotalOf, workbook

_TITLE: Final = Said("建会台账", "Register of unions to build")
_SUMMARY: Final = Said("汇总", "Summary")
_TOTAL: Final = Said("合计", "Total")
_UNIT: Final = Said("单位：家", "Unit: enterprises")
_BUILDING: Final = Said("新建工会", "Unions to build")
_STANDARDISING: Final = Said("规范化建设", "Bringing up to standard")
_UNNAMED: Final = Said("未列名的企业", "Enterprises not named")
_NOTE: Final = Said(
    "未列名的企业：已列入分类目标、尚未在台账中写出名称的。合计、还差、完成率都是公式，数字改动后自动重算。",
    "Enterprises not named: those that the class counts and the register does not name yet. Totals, what is left and"
    " shares are formulas: they follow when a figure is changed.",
)
_OWNERSHIPS: Final = {
    Ownership.PUBLIC: Said("公有制", "Public"),
    Ownership.PRIVATE: Said("非公有制", "Private"),
}
_SIZES: Final = {
    Size.LARGE: Said("100人及以上", "100 and more staff"),
    Size.MIDDLE: Said("25至99人", "25 to 99 staff"),
    Size.SMALL: Said("25人以下", "fewer than 25 staff"),
}
_TASKS: Final = {Task.BUILD: Said("新建", "build"), Task.STANDARDISE: Said("规范化", "bring up to standard")}
_FORMS: Final = {None: Said("", ""), Form.OWN: Said("单独", "own"), Form.JOINT: Said("联合", "joint")}
_COUNTED: Final = ("to_build", "built", "to_standardise", "standardised")
"""The columns that class, ownership and summary have in common, by the names of the attributes."""


def workbook_of(scope: Scope) -> bytes:
    """Return the bytes of the workbook."""
    data = scope.data if isinstance(scope.data, TownData) else TownData()
    name, lang = scope.plan.organization.name, scope.lang
    title = (
        _TITLE.message(lang) if not name else f"{name}{'' if lang == 'zh' else ': '}{_TITLE.message(lang)}"
    )
    sheets = [*_summed(data, title, lang), *_others(data, lang)]
    return workbook(sheets, title=title, author=name, lang=lang)


# ---------------------------------------------------------------- classes, ownerships, summary


def _summed(data: TownData, title: str, lang: Lang) -> Iterator[Sheet]:
    """Yield the summary, the ownerships that occur, and their classes."""
    classes = {
        ownership: [size for size in Size if _class(data, size, ownership) or data.entries(size, ownership)]
        for ownership in Ownership
    }
    owners = [ownership for ownership in Ownership if classes[ownership]]
    yield _sums(
        _SUMMARY.message(lang),
        title,
        Said("所有制", "Ownership"),
        [
            (_OWNERSHIPS[ownership].message(lang), _ownership_name(ownership, lang), None)
            for ownership in owners
        ],
        lang,
    )
    for ownership in owners:
        yield _sums(
            _ownership_name(ownership, lang),
            _OWNERSHIPS[ownership].message(lang) + Said("企业", " enterprises").message(lang),
            Said("企业规模", "Size"),
            [
                (
                    _SIZES[size].message(lang),
                    _class_name(size, ownership, lang),
                    _class(data, size, ownership),
                )
                for size in classes[ownership]
            ],
            lang,
        )
        for size in classes[ownership]:
            yield _of_class(data, size, ownership, lang)


def _class(data: TownData, size: Size, ownership: Ownership) -> EnterpriseClass | None:
    return next((each for each in data.classes if (each.size, each.ownership) == (size, ownership)), None)


def _ownership_name(ownership: Ownership, lang: Lang) -> str:
    return _OWNERSHIPS[ownership].message(lang)


def _class_name(size: Size, ownership: Ownership, lang: Lang) -> str:
    return f"{_OWNERSHIPS[ownership].message(lang)} {_SIZES[size].message(lang)}"


def _sums(
    name: str, title: str, first: Said, parts: list[tuple[str, str, EnterpriseClass | None]], lang: Lang
) -> Sheet:
    """Return a sheet that takes the totals of others; where there is a class, enterprises are counted by it."""

    def row(label: str, sheet: str, counted: EnterpriseClass | None) -> tuple[Cell, ...]:
        own: tuple[Cell, ...] = (
            (TotalOf(sheet, "enterprises"), TotalOf(sheet, "organised"))
            if name == _SUMMARY.message(lang)
            else (
                counted.enterprises if counted is not None else None,
                counted.organised if counted is not None else None,
            )
        )
        return (label, *own, *(TotalOf(sheet, key) for key in _COUNTED))

    def number(title: Said, key: str, above: Said | None = None) -> Column:
        over = () if above is None else (above.message(lang),)
        return Column(title.message(lang), kind="number", total=True, name=key, above=over)

    return Sheet(
        name=name,
        title=title,
        unit=_UNIT.message(lang),
        total=_TOTAL.message(lang),
        columns=(
            Column(first.message(lang), name="first"),
            number(Said("企业数", "Enterprises"), "enterprises"),
            number(Said("期初已建会", "With a union before"), "organised"),
            number(Said("目标", "Target"), "to_build", _BUILDING),
            number(Said("已完成", "Done"), "built", _BUILDING),
            *_standing(_BUILDING, "to_build", "built", lang),
            number(Said("目标", "Target"), "to_standardise", _STANDARDISING),
            number(Said("已达标", "Done"), "standardised", _STANDARDISING),
            *_standing(_STANDARDISING, "to_standardise", "standardised", lang),
            Column(
                Said("现已建会", "With a union now").message(lang),
                kind="number",
                total=True,
                formula=Sum("organised", "built"),
                name="now",
            ),
            Column(
                Said("建会率", "Coverage").message(lang),
                kind="percent",
                total=True,
                formula=Share("now", "enterprises"),
                name="coverage",
            ),
        ),
        rows=[row(*part) for part in parts],
        notes=(_NOTE.message(lang),),
    )


def _standing(above: Said | None, target: str, done: str, lang: Lang) -> tuple[Column, Column]:
    """Return the columns of what is left of a target, and what share of it is done."""
    over = () if above is None else (above.message(lang),)
    return (
        Column(
            Said("还差", "Left").message(lang),
            kind="number",
            total=True,
            formula=Difference(target, done),
            name=f"left of {target}",
            above=over,
        ),
        Column(
            Said("完成率", "Share").message(lang),
            kind="percent",
            total=True,
            formula=Share(done, target),
            name=f"share of {target}",
            above=over,
        ),
    )


def _of_class(data: TownData, size: Size, ownership: Ownership, lang: Lang) -> Sheet:
    """Return the sheet of a class: its enterprises by name, and those that are only counted."""
    entries = data.entries(size, ownership)
    rows = [_entry_row(entry, lang) for entry in entries]
    counted = _class(data, size, ownership)
    if counted is not None:
        rest = _unnamed(counted, entries)
        if any(rest) or not entries:
            rows.append((_UNNAMED.message(lang), None, None, "", "", "", "", *rest))

    def text(title: Said, key: str) -> Column:
        return Column(title.message(lang), name=key)

    def number(title: Said, key: str, above: Said | None = None, *, known: bool = True) -> Column:
        over = () if above is None else (above.message(lang),)
        return Column(title.message(lang), kind="number", total=known, name=key, above=over)

    return Sheet(
        name=_class_name(size, ownership, lang),
        title=_class_name(size, ownership, lang) + Said("企业", "").message(lang),
        unit=_UNIT.message(lang),
        total=_TOTAL.message(lang),
        columns=(
            text(Said("企业名称", "Enterprise"), "enterprise"),
            number(
                Said("职工数（人）", "Staff"),
                "staff",
                known=any(entry.staff is not None for entry in entries),
            ),
            number(
                Said("会员数（人）", "Members"),
                "members",
                known=any(entry.members is not None for entry in entries),
            ),
            text(Said("任务", "Task"), "task"),
            text(Said("建会形式", "Form"), "form"),
            text(Said("时间", "Time"), "when"),
            text(Said("责任单位", "Seen to by"), "responsible"),
            number(Said("目标", "Target"), "to_build", _BUILDING),
            number(Said("已完成", "Done"), "built", _BUILDING),
            number(Said("目标", "Target"), "to_standardise", _STANDARDISING),
            number(Said("已达标", "Done"), "standardised", _STANDARDISING),
        ),
        rows=rows,
    )


def _entry_row(entry: UnionEntry, lang: Lang) -> tuple[Cell, ...]:
    builds, done = entry.task is Task.BUILD, int(entry.done)
    figures: tuple[Cell, ...] = (1, done, None, None) if builds else (None, None, 1, done)
    return (
        entry.enterprise,
        entry.staff,
        entry.members,
        _TASKS[entry.task].message(lang),
        _FORMS[entry.form].message(lang),
        _time(entry.when, lang),
        entry.responsible,
        *figures,
    )


def _unnamed(counted: EnterpriseClass, entries: tuple[UnionEntry, ...]) -> tuple[int, int, int, int]:
    """What the class counts beyond what the register names; never below nought."""

    def named(task: Task, *, done: bool) -> int:
        return sum(entry.task is task and (entry.done or not done) for entry in entries)

    return (
        max(0, counted.to_build - named(Task.BUILD, done=False)),
        max(0, counted.built - named(Task.BUILD, done=True)),
        max(0, counted.to_standardise - named(Task.STANDARDISE, done=False)),
        max(0, counted.standardised - named(Task.STANDARDISE, done=True)),
    )


def _time(time: Schedule | None, lang: Lang) -> str:
    return "" if time is None else worded_schedule(time, lang)


# ---------------------------------------------------------------- joint unions, terms, other figures


def _others(data: TownData, lang: Lang) -> Iterator[Sheet]:
    """Yield the sheets of what else the plan holds for towns."""

    def column(title: Said, key: str, *, total: bool = False) -> Column:
        return Column(title.message(lang), kind="number", name=key, total=total)

    if data.joint:
        yield Sheet(
            name=Said("联合基层工会", "Joint unions").message(lang),
            title=Said("联合基层工会", "Joint unions of small enterprises").message(lang),
            total=_TOTAL.message(lang),
            columns=(
                Column(Said("名称", "Name").message(lang), name="name"),
                column(Said("已覆盖企业", "Enterprises"), "enterprises", total=True),
                column(Said("计划新增", "To join"), "to_join", total=True),
                column(Said("已新增", "Joined"), "joined", total=True),
                *_standing(None, "to_join", "joined", lang),
                column(
                    Said("会员人数", "Members"),
                    "members",
                    total=any(each.members is not None for each in data.joint),
                ),
            ),
            rows=[
                (each.name, each.enterprises, each.to_join, each.joined, each.members) for each in data.joint
            ],
        )
    if data.terms:
        yield Sheet(
            name=Said("换届", "Elections").message(lang),
            title=Said("基层工会届期和换届安排", "Terms and elections of the unions below").message(lang),
            columns=(
                Column(Said("工会", "Union").message(lang)),
                Column(Said("上次选举", "Last election").message(lang), kind="date"),
                Column(Said("任期（年）", "Term in years").message(lang), kind="number"),
                Column(Said("届满日期", "Ends on").message(lang), kind="date"),
                Column(Said("换届时间", "Elects anew").message(lang)),
            ),
            rows=[
                (each.union, each.elected, each.term, each.ends, _time(each.election, lang))
                for each in data.terms
            ],
        )
    rows: list[tuple[Cell, ...]] = [
        (
            Said(f"创建{each.level}职工之家（家）", f"Worker homes ({each.level})").message(lang),
            each.target,
            each.done,
        )
        for each in data.homes
    ]
    if data.chairs is not None:
        chairs = Said("培训基层工会主席（人）", "Chairs to be trained").message(lang)
        rows.append((chairs, data.chairs.to_train, data.chairs.trained))
    if rows:
        yield Sheet(
            name=Said("其他指标", "Other figures").message(lang),
            title=Said("其他指标进度", "Standing of other figures").message(lang),
            columns=(
                Column(Said("指标", "What").message(lang), name="what"),
                column(Said("目标", "Target"), "target"),
                column(Said("已完成", "Done"), "done"),
                *_standing(None, "target", "done", lang),
            ),
            rows=rows,
        )
