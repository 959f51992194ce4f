"""The Chinese notation of several times: 教师节、中秋节各一次; 七、八月份; 9月10、11日; 母亲节；暑假前."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

import attrs

from ._festivals import FESTIVALS, SEASONS
from ._schedule import Deadline, Every, Schedule, Several
from ._schedule_dates import InHalf, InMonths, InQuarter, InYear, OnDay, edge
from ._schedule_named import AtFestival, InHoliday, InSeason, InTerm
from ._schedule_parts import Nearness
from ._schedule_words import COUNT, NEAR, NUMBER, PART_WORDS, YEAR, begins_name, matched, number_of

_Read: TypeAlias = Callable[[str, str], Schedule | None]

_SEPARATORS: Final = r"以及|[、，,和与及/]"
_STRONG: Final = "[；;]"
_IN_LISTS: Final = "、，,和与及/；;旬半"
_EACH: Final = rf"(.+?)各(?:开展|举办|举行|组织|召开|进行|慰问)?({COUNT})次"
_AND_MORE: Final = r"等(?:重大|重要|传统|法定)?(?:节日|节假日|节庆)?"
_UNTIL: Final = "(?:之前|以前|前)"
_SHARED_UNIT: Final = rf"(?:月份?(?:的?(?:{'|'.join(PART_WORDS)}))?|[日号]|季度[初中末底]?){_UNTIL}?"
_BEFORE_NUMERAL: Final = {"月": "(?:.*年)?", "日": ".*月", "号": ".*月", "季": "(?:.*年)?第?"}
_MAY_END: Final = (OnDay, InMonths, InQuarter, InHalf, InYear, InTerm, InHoliday)
_EACH_UNIT: Final = "[^每]*每个?(?:月|季度?|学期|半年|年度?)"


def read_list(text: str, wording: str, read_alone: _Read) -> Schedule | None:
    """Return the times that a list names; `read_alone` reads one of them."""
    if not any(character in text for character in _IN_LISTS) and not _is_named(text):
        return None
    each = matched(_EACH, text, "各")
    times = number_of(each[2]) if each is not None else None
    listed = each[1] if each is not None and times else text
    if len(parts := re.split(_STRONG, listed)) > 1:
        members = _independent(parts, read_alone)
    else:
        members, shorthand = _connected(listed, read_alone)
        if shorthand and times is None and (months := _in_a_row(members, wording)):
            return months
    if len(members) < 2 or any(isinstance(member, Every) and member.at is not None for member in members):
        return None
    return Several(wording=wording, members=members, each=times)


def _is_named(text: str) -> bool:
    """Whether festivals or seasons may stand in a text, of which two need nothing between them."""
    return any(character in text for character in begins_name())


def _independent(parts: Sequence[str], read_alone: _Read) -> list[Schedule]:
    """Read what stands between semicolons: nothing is shared. None of them when one is no time."""
    members: list[Schedule] = []
    for part in parts:
        found = (read_alone(part, part) or read_list(part, part, read_alone)) if part else None
        if found is None or (isinstance(found, Several) and found.each is not None):
            return []
        members += found.members if isinstance(found, Several) else [found]
    return members


def _connected(listed: str, read_alone: _Read) -> tuple[list[Schedule], bool]:
    """
    Read a list whose members may share what they have in common, which is said once.

    Returns:
        The members, none when they are no times or it is not clear what they share; and whether a unit was shared.
    """
    listed = re.sub(rf"{_AND_MORE}(?={NEAR}$|$)", "", listed)
    pieces = list(_parted(listed))
    if len(pieces) < 2 or not all(pieces):
        return [], False
    complete, shorthand = _with_units(pieces)
    shared = _with_nearness(_with_halves(complete))
    carried = None if shared is None else _with_beginnings(pieces, shared)
    members: list[Schedule] = []
    for piece in carried or ():
        found = read_alone(piece, piece)
        if found is None:
            return [], False
        members.append(found)
    return ([] if carried is None or _is_unclear(members, shared or [], carried) else members), shorthand


def _is_unclear(members: Sequence[Schedule], before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a reader may take a list for another one than that of its members."""
    recurring = [member for member in members if isinstance(member, Every)]
    within = [member for member in recurring if member.within is not None]
    # 9月、10月每月, 每学期初、期末, 暑假每周、每月: what stands before or behind may go for both.
    if len(recurring) not in {0, len(members)} or len(within) not in {0, len(members)}:
        return True
    for at, (one, other) in enumerate(pairwise(members), start=1):
        # 6月底、12月底前 may be two deadlines or one; so 9月底、国庆节前.
        if isinstance(one, _MAY_END) and _is_before(other):
            return True
        # 2026年12、1月 and 9月30、1日 begin anew.
        if before[at] != after[at] and (earlier := _order(one)) and earlier >= (_order(other) or earlier):
            return True
    return False


def _is_before(time: Schedule) -> bool:
    near = time.nearness if isinstance(time, AtFestival | InSeason) else None
    return isinstance(time, Deadline) or near is Nearness.BEFORE


def _order(time: Schedule) -> tuple[int, int] | None:
    """What grows in a list whose members have the year or month of the one before; None for other times."""
    dated = time.before if isinstance(time, Deadline) else time
    return edge(dated, 0) if isinstance(dated, OnDay | InMonths | InQuarter) else None


# ---------------------------------------------------------------- what is said once


def _parted(text: str) -> Iterator[str]:
    """Yield the parts of a list; festivals also without anything between them (中秋国庆期间)."""
    for piece in re.split(_SEPARATORS, text):
        if halves := re.fullmatch(r"(.*月份?)(上|中)(中|下)旬", piece):
            yield f"{halves[1]}{halves[2]}旬"
            yield f"{halves[1]}{halves[3]}旬"
            continue
        if halves := re.fullmatch(r"(.*)上下半年", piece):
            yield f"{halves[1]}上半年"
            yield f"{halves[1]}下半年"
            continue
        names = list(_festivals(piece))
        rest = piece[sum(map(len, names)) :]
        if len(names) > 1 and re.fullmatch(f"(?:{NEAR})?", rest):
            yield from names[:-1]
            yield names[-1] + rest
        else:
            yield piece


def _festivals(text: str) -> Iterator[str]:
    """Yield the festivals with which a text begins, the longest names first."""
    at = 0
    while name := next((text[at:end] for end in range(at + 9, at + 1, -1) if text[at:end] in FESTIVALS), ""):
        yield name
        at += len(name)


def _with_units(pieces: Sequence[str]) -> tuple[list[str], bool]:
    """Give each numeral the unit of the next one: 七、八月份; 9月10、11日前."""
    complete, shorthand = list(pieces), False
    festive = sum(piece in FESTIVALS for piece in pieces) > 1  # 五一、十一、12月
    for index in range(len(pieces) - 2, -1, -1):
        piece = complete[index]
        unit = re.fullmatch(rf"第?{NUMBER}({_SHARED_UNIT})", complete[index + 1])
        numeral = unit and re.fullmatch(rf"{_BEFORE_NUMERAL[unit[1][0]]}{NUMBER}", piece)
        if unit and numeral and not (festive and piece in FESTIVALS):
            complete[index] += unit[1]
            shorthand = True
    return complete, shorthand


def _with_halves(pieces: Sequence[str]) -> list[str]:
    """Complete 上、中旬, 上、下半年 and 寒、暑假."""
    complete = list(pieces)
    for index in range(len(pieces) - 2, -1, -1):
        piece, following = complete[index], complete[index + 1]
        tens = re.fullmatch(rf"(.*)(旬{_UNTIL}?)", following)
        # 9月中、10月上旬 is the middle of September.
        if tens and (piece.endswith("上") or (piece.endswith("中") and tens[1] == "下")):
            complete[index] += tens[2]
        elif piece.endswith("上") and following.startswith("下半年"):
            complete[index] += "半年"
        elif piece in {"寒", "暑"} and following[1:2] == "假":
            complete[index] += following[1:]
    return complete


def _with_nearness(pieces: Sequence[str]) -> list[str] | None:
    """Give festivals the nearness behind the last of them: 元旦、春节前. None where it is not clear which have it."""
    complete, near = list(pieces), [_nearness(piece) for piece in pieces]
    last = near[-1]
    for index in range(len(pieces) - 2, -1, -1):
        if not last or near[index] != "":
            break
        complete[index] += last
    # 春节、中秋前夕、9月: 前夕 may be said of both festivals.
    bare = (index for index, piece in enumerate(complete) if _nearness(piece) == "")
    first = next(bare, len(pieces))
    return None if any(near[first:]) else complete


def _nearness(piece: str) -> str | None:
    """What is said of the days near a festival or season; nothing for itself; None for other times."""
    name = re.sub(YEAR, "", piece, count=1)
    if name in FESTIVALS or name in SEASONS:
        return ""
    found = re.fullmatch(rf"(.+?)({NEAR})", name)
    return found[2] if found and (found[1] in FESTIVALS or found[1] in SEASONS) else None


def _with_beginnings(pieces: Sequence[str], complete: Sequence[str]) -> list[str]:
    """Give days, parts and numbers the month or year of the one before: 9月10日、15日; 2026年3、6月; 每月5日、15日."""
    carried = list(complete)
    for index in range(1, len(pieces)):
        before, piece = carried[index - 1], carried[index]
        month = re.match(rf"(.*?{NUMBER}月)(?:{NUMBER}[日号]|.旬|[初中末底])", before)
        each = re.match(_EACH_UNIT, before)
        year = re.match(r"\d{4}年", before)
        if month and re.fullmatch(rf"(?:{NUMBER}[日号]|[上中下]旬|[初中末底]){_UNTIL}?", piece):
            carried[index] = month[1] + piece
        elif each and re.fullmatch(rf"(?:{NUMBER}[日号]|[上中下]旬|期?[初中末底]){_UNTIL}?", piece):
            carried[index] = each[0] + piece
        elif (
            year and complete[index - 1] != pieces[index - 1] and re.match(rf"第?{NUMBER}(?:月|季度)", piece)
        ):
            carried[index] = year[0] + piece
    return carried


def _in_a_row(members: Sequence[Schedule], wording: str) -> InMonths | None:
    """七、八月份 is two months in a row; 3、6、9月 are three times."""
    whole = [member for member in members if isinstance(member, InMonths) and member.part is None]
    if not whole or len(whole) < len(members) or any(month.first != month.last for month in whole):
        return None
    if any(after.first != before.first + 1 for before, after in pairwise(whole)):
        return None
    return attrs.evolve(whole[0], wording=wording, last=whole[-1].last)
