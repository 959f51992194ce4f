"""The work of ``unionkit check`` on one file; it may run in another process, and writes nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from unionkit.errors import ImpossibleValueError, UnionkitError, UnknownReaderError
from unionkit.files import FORMAT_VERSION, PlanFile, decoded, read_file
from unionkit.rules import (
    Change,
    Checked,
    Finding,
    Report,
    Settings,
    Severity,
    change_of,
    identities,
    known_of,
)

if TYPE_CHECKING:
    from unionkit.kit import Kit
    from unionkit.readers import Reading

_MARK: Final = "\ufeff".encode()
_OF_PLANS: Final = (".yaml", ".yml", ".json")
_LIKE_A_PLAN: Final = re.compile(
    r"(?:\s*(?:#[^\n]*|---[^\n]*)?\n)*\s*(?:\{|[a-z_]+\s*:(?:\s|$)|[\"'][a-z_]+[\"']\s*:)"
)

Known: TypeAlias = "Mapping[tuple[str, str], int]"


@attrs.frozen(kw_only=True)
class Wanted:
    """
    What is to be done with each file.

    Attributes:
        on: The day whose law applies, or None.

        pack: Check as plans of this pack, or None.

        settings: Which rules are asked.

        least: Least severity that is shown and mended.

        mends: Mend what can be mended.

        counts: Count the findings by code and identity, for a baseline.

        details: Work out identities and text edits, for SARIF.
    """

    on: dt.date | None = None
    pack: str | None = None
    settings: Settings = attrs.field(factory=Settings)
    least: Severity = Severity.WARNING
    mends: bool = False
    counts: bool = False
    details: bool = False


@attrs.frozen(kw_only=True)
class Outcome:
    """
    What came of one file.

    Attributes:
        checked: The file with its findings that are shown; those that are left, when it was mended.

        report: All findings, shown or not.

        is_mendable: It is a plan file of the newest format.

        old: Its text before it was mended.

        new: Its text when it was mended; None: it was not.

        mended: How many findings were mended.

        unwritten: Findings whose fix cannot be written into the file.

        unfit: Why the file cannot be mended at all, or None.

        counts: The findings by code and identity, with how many there are.
    """

    checked: Checked
    report: Report
    is_mendable: bool = False
    old: str = ""
    new: str | None = None
    mended: int = 0
    unwritten: tuple[Finding, ...] = ()
    unfit: UnionkitError | None = None
    counts: Known = attrs.field(factory=dict)


def check_file(
    kit: Kit, name: str, data: bytes | None, *, wanted: Wanted, known: Known | None = None
) -> Outcome:
    """
    Check one file.

    Args:
        kit: The Kit.

        name: Name of the file.

        data: What was read from standard input; None: the file is read.

        wanted: What is to be done.

        known: Findings to leave out.
    """
    subject, text = load_subject(kit, name, data)
    asked: dict[str, Any] = {
        "on": wanted.on,
        "pack": wanted.pack,
        "settings": wanted.settings,
        "known": known,
    }
    mended = 0
    unwritten: tuple[Finding, ...] = ()
    new: str | None = None
    unfit: UnionkitError | None = None
    before = text
    if wanted.mends and not isinstance(subject, PlanFile):
        unfit = ImpossibleValueError(
            "只有计划文件可以自动改；请先用 unionkit import 读成计划文件",
            "Only plan files can be mended; make one of it by unionkit import first",
        )
    if wanted.mends and isinstance(subject, PlanFile):
        try:
            outcome = kit.fix(subject, least=wanted.least, **asked)
        except ImpossibleValueError as error:
            unfit = error
        else:
            mended, unwritten = outcome.count, outcome.unwritten
            if outcome.text is not None and outcome.text != text:
                new = text = outcome.text
                subject = kit.loads(text, name=name)
    report = kit.check(subject, **asked)
    shown = tuple(found for found in report if found.severity.rank >= wanted.least.rank)
    return Outcome(
        checked=Checked(
            name=name,
            report=Report(findings=shown, silent=report.silent),
            source=text.removeprefix("\ufeff"),
            identities=tuple(identities(subject.plan, found) for found in shown) if wanted.details else (),
            changes=tuple(_change(subject, found) for found in shown) if wanted.details else (),
        ),
        report=report,
        is_mendable=isinstance(subject, PlanFile) and subject.version == FORMAT_VERSION,
        old=before,
        new=new,
        mended=mended,
        unwritten=unwritten,
        unfit=unfit,
        counts=known_of(subject.plan, report) if wanted.counts else {},
    )


def load_subject(kit: Kit, name: str, data: bytes | None) -> tuple[PlanFile | Reading, str]:
    """Load a plan file, or read what a reader takes; with the text."""
    given = read_file(name) if data is None else data
    if data is None and not _is_plan(name, given):
        try:
            reader = kit.reader_of(name)
        except UnknownReaderError:
            pass  # said to be a plan file
        else:
            reading = kit.reads(given, name=name, format=reader.name)
            return reading, reading.source
    text = given.decode("utf-8") if given.startswith(_MARK) and _is_utf8(given) else decoded(given, name)
    return kit.loads(text, name=name), text


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_plan(name: str, data: bytes) -> bool:
    """Whether a file is a plan file: by its ending, otherwise by how it begins."""
    if name.lower().endswith(_OF_PLANS):
        return True
    try:
        return _LIKE_A_PLAN.match(data[:4096].decode("utf-8-sig", "ignore")) is not None
    except ValueError:
        return False


def _change(subject: PlanFile | Reading, found: Finding) -> Change | None:
    """The text edit of the fix of a finding."""
    if found.fix is None or not isinstance(subject, PlanFile):
        return None
    plan = found.fix.applied(subject.plan)
    if plan is None or plan == subject.plan:
        return None
    try:
        text = subject.edited(plan)
    except ImpossibleValueError:
        return None
    return change_of(subject.text.removeprefix("\ufeff"), text.removeprefix("\ufeff"))
