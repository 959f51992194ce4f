"""Rules about the files of members in need (困难会员档案)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, cast

from unionkit.almanac import Cause, Position
from unionkit.model import Path, Plan, Schedule, Term
from unionkit.rules import CONVENTION, Basis, Check, Finding, Rule, Severity, Worded
from unionkit_pack_community._data import CommunityData, HardshipFile, community_data
from unionkit_pack_community._lexicon import LEXICON
from unionkit_pack_community._vocabulary import HARDSHIP_KINDS

REGISTER: Final = Basis(title="全国总工会关于困难职工档案管理的规定")
"""
Filing rules of the national federation: three groups, and older names that they replaced. Restated by a city's federation
(https://pdsgh.org/index.php/node/16762) that was read in November 2026.
"""


def files_of(node: object) -> tuple[CommunityData | None, tuple[HardshipFile, ...]]:
    """Return what the plan holds for communities, and its hardship files."""
    data = community_data(cast("Plan", node))
    return data, () if data is None else data.hardship


def path_of(check: Check, at: int, key: str, table: str = "hardship") -> Path:
    """Return where an attribute of the nth file, or record, stands."""
    return (*check.path, "data", "community", table, at, key)


class FileNumberTwice(Rule):
    """
    Reports two hardship files (困难会员档案) of one number.

    ## Why is this bad?

    The number stands for the household on cards and records, which name nobody. With one number for two households the
    visit of one counts for the other, and the money may be paid twice.

    ## Example

    ```yaml
    data:
      community:
        hardship:
          - {number: KN-001, kind: deep, when: 每季度}
          - {number: KN-001, kind: relative, when: 9月}
    ```

    Use instead:

    ```yaml
    data:
      community:
        hardship:
          - {number: KN-001, kind: deep, when: 每季度}
          - {number: KN-002, kind: relative, when: 9月}
    ```

    ## Known limits

    Blanks and the case of letters do not tell numbers apart. Whether two numbers stand for one household, nobody can tell
    from the plan.
    """

    code = "COM201"
    slug = "hardship-file-number-twice"
    title_zh = "困难会员档案编号重复"
    title_en = "number of a hardship file used twice"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    pack = "community"
    wording = {
        "zh": "档案编号“{number}”已经用于第 {first} 份档案；一户一档，请改成不同的编号。",
        "en": "The number “{number}” is that of file {first} already; each household has a file and a number of its own.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        first: dict[str, int] = {}
        for at, file in enumerate(files_of(node)[1]):
            key = same(file.number)
            if key in first:
                yield self.finding(path_of(check, at, "number"), number=file.number, first=first[key] + 1)
            first.setdefault(key, at)


def same(number: str) -> str:
    """Return a number of a file as it is compared: without blanks, in capitals."""
    return "".join(number.split()).upper()


class FileWithoutVisit(Rule):
    """
    Reports a hardship file for which the plan has no visit, or fewer visits than asked for, in its half year.

    ## Why is this bad?

    A file is opened so that somebody goes there. Households change within months; one that nobody visits for half a year
    is helped by what was written down long ago.

    ## Example

    ```yaml
    data:
      community:
        hardship:
          - {number: KN-001, kind: deep}
    ```

    Use instead:

    ```yaml
    data:
      community:
        hardship:
          - {number: KN-001, kind: deep, when: 每季度}
    ```

    ## Known limits

    Visits are those under `when`, and those recorded with the number of the file. A time that is no date (需要时) may be
    within the half year and passes; a plan for less than half a year is not judged. How often it must be is our own
    convention, no regulation says it; a parameter file of one's own may ask for more.
    """

    code = "COM202"
    slug = "hardship-file-without-visit"
    title_zh = "困难会员档案没有安排走访"
    title_en = "hardship file without a visit"
    severity = Severity.WARNING
    basis = CONVENTION
    parameters = ("hardship-visits",)
    nodes = (Plan,)
    pack = "community"
    needs_year = True
    wording = {
        "zh": "档案 {number} 在计划期内只有 {visits} 次走访，半年至少 {least} 次；请写上走访时间（when）。",
        "en": "File {number} has {visits} visits in the period; it should have at least {least} in half a year: say "
        "when it is visited.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data, files = files_of(node)
        first, last = check.plan.period.start, check.plan.period.end
        if data is None or first is None or last is None or (last - first).days < _HALF_YEAR:
            return
        ruling = check.rulings["hardship-visits"]
        for at, file in enumerate(files):
            planned = _visits(file.when, check)
            if planned is None:
                continue
            made = sum(
                same(each.number) == same(file.number) and (each.day is None or first <= each.day <= last)
                for each in data.records
            )
            if planned + made < ruling.number:
                yield self.finding(
                    path_of(check, at, "when") if file.when is not None else path_of(check, at, "number"),
                    number=file.number,
                    visits=planned + made,
                    least=int(ruling.number),
                )


_HALF_YEAR: Final = 180
"""Days from which on a period counts as half a year."""


def _visits(when: Schedule | None, check: Check) -> int | None:
    """How many visits of a time lie in the period; None where that cannot be told."""
    if when is None:
        return 0
    resolution = check.calendar.days_of(when)
    if any(each.cause is not Cause.NO_OCCURRENCE for each in resolution.undated):
        return None
    return sum(each.times for each in resolution.occurrences if each.position is not Position.OUTSIDE)


class UnknownHardshipKind(Rule):
    """
    Reports a hardship file whose kind is none of the three groups of the register of workers in need (困难职工档案).

    ## Why is this bad?

    The register knows 深度困难, 相对困难 and 意外致困. A file under another name is sent back by the office above, and
    aid that goes by the group does not reach it.

    ## Example

    ```yaml
    data:
      community:
        hardship:
          - {number: KN-001, kind: 低保边缘户, when: 每季度}
    ```

    Use instead:

    ```yaml
    data:
      community:
        hardship:
          - {number: KN-001, kind: relative, when: 每季度}
    ```

    ## Known limits

    What the older names are called now is in the lexicon of the pack; where a name is not there, the three groups are
    told. A file without kind passes. Old names in the prose are reported by UK236.
    """

    code = "COM203"
    slug = "unknown-hardship-kind"
    title_zh = "困难类别不是现行的三类"
    title_en = "hardship file of an unknown kind"
    severity = Severity.WARNING
    basis = REGISTER
    nodes = (Plan,)
    pack = "community"
    wording = {
        "zh": "困难类别“{kind}”不是现行的名称；{hint}。",
        "en": "The kind “{kind}” is none of the register; {hint}.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        for at, file in enumerate(files_of(node)[1]):
            kind = file.kind.strip()
            if kind and kind not in HARDSHIP_KINDS:
                known = [word.right for word in LEXICON.words("kinds") if re.search(word.wrong, kind)]
                hint = _called_now(HARDSHIP_KINDS[known[0]]) if known else _GROUPS
                yield self.finding(path_of(check, at, "kind"), kind=file.kind, hint=hint)


def _called_now(group: Term) -> Worded:
    return Worded(f"现在写 {group.name}（{group.zh}）", f"write {group.name} ({group.en}) now")


_GROUPS: Final = Worded(
    "可写 " + "、".join(f"{group.name}（{group.zh}）" for group in HARDSHIP_KINDS.values()),
    "write " + " or ".join(f"{group.name} ({group.en})" for group in HARDSHIP_KINDS.values()),
)
"""What groups there are."""


class RecordOfUnknownFile(Rule):
    """
    Reports a record of a visit to a member in need whose number is that of no hardship file.

    ## Why is this bad?

    The number is all that joins a record to its household. A visit under a number that does not exist is missing from
    the file, and the file looks as if nobody had come.

    ## Example

    ```yaml
    data:
      community:
        hardship:
          - {number: KN-001, kind: deep, when: 每季度}
        records:
          - {occasion: hardship, number: KN-010, day: 2026-07-20}
    ```

    Use instead:

    ```yaml
    data:
      community:
        hardship:
          - {number: KN-001, kind: deep, when: 每季度}
        records:
          - {occasion: hardship, number: KN-001, day: 2026-07-20}
    ```

    ## Known limits

    Only records of hardship, and only where the plan lists files; other occasions have numbers of their own.
    """

    code = "COM204"
    slug = "record-of-unknown-file"
    title_zh = "走访记录的编号没有对应的档案"
    title_en = "record of a visit to no known file"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    pack = "community"
    wording = {
        "zh": "走访记录的编号“{number}”没有对应的困难会员档案；请核对编号，或补上档案。",
        "en": "No hardship file has the number “{number}” of this record; correct the number, or add the file.",
    }

    def check(self, node: object, check: Check) -> Iterator[Finding]:
        data, files = files_of(node)
        known = {same(file.number) for file in files}
        for at, record in enumerate(() if data is None else data.records):
            number = same(record.number)
            if record.occasion == "hardship" and known and number and number not in known:
                yield self.finding(path_of(check, at, "number", "records"), number=record.number)


HARDSHIP_RULES: Final[tuple[Rule, ...]] = (
    FileNumberTwice(),
    FileWithoutVisit(),
    UnknownHardshipKind(),
    RecordOfUnknownFile(),
)
