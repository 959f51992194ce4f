"""
When something happens (时间安排): a closed family, each member keeping the words it was written in.

:func:`unionkit.model.parse_schedule` reads the Chinese notation. What it does not know becomes :class:`FreeText`,
which is kept and says that it is no date. Nothing here knows on which dates a time falls.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias, get_args

import attrs

from unionkit.errors import ImpossibleValueError

from ._schedule_dates import InHalf, InMonths, InQuarter, InYear, OnDay, Span
from ._schedule_named import AtFestival, InHoliday, InSeason, InTerm, OnPersonalDate
from ._schedule_parts import EDGES, MonthPart, Recurrence, are_weekdays, is_from, is_nth
from ._value import Value
from .validators import are_all, is_a, is_filled_text, to_tuple


def _to_weekdays(values: Iterable[int]) -> tuple[int, ...]:
    return to_tuple(values)


def _to_schedules(values: Iterable[Schedule]) -> tuple[Schedule, ...]:
    return to_tuple(values)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Deadline(Value):
    """
    Not later than a time (11月30日前, 10月底前, 年底前, 暑假前).

    A day, and the end of a time, count as before it, as readers take it: 11月30日前 includes the 30th, 10月底前 the
    31st. Of a longer time it is the beginning: 9月前 ends with August, 暑假前 with the last day of term; its end is
    meant by 截至9月 (`through`). 国庆节前 is no deadline but a time near a festival (:class:`AtFestival`).

    Attributes:
        wording: The words as written.

        before: The time; it has no deadline or recurrence of its own.

        through: All of the time still counts (截至9月, 不迟于第三季度).
    """

    wording: str = attrs.field(validator=is_filled_text)
    before: Schedule = attrs.field(
        validator=is_a(OnDay, InMonths, InQuarter, InHalf, InYear, InTerm, InHoliday)
    )
    through: bool = attrs.field(default=False, validator=is_a(bool))


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Every(Value):
    """
    A recurrence (每月第一周, 每周二、四, 每月10日前, 每两年一次, 每学期末, 每年教师节, 下半年每季度).

    The hour (每周五下午) and words like 至少 are kept by the wording alone.

    Attributes:
        wording: The words as written.

        recurrence: How often; ``every`` in files.

        interval: Every how many of them (每两年, 每2个月).

        times: How many times in each of them (每学期两次).

        part: The part of each: any part of a month; beginning, middle or end of the others; None: any time.

        month_day: The day of each month, or None.

        weekdays: The days of each week, 1 (Monday) to 7, in order (每周二、四); ``weekday`` in files, where one stands
            alone. With `nth`, the one day of the week that is meant.

        nth: Which of these weekdays of each month (每月第一个周五), 1 to 4, or -1 for the last; None: all of them.

        by: `part`, `month_day` or the one weekday is the last moment (每月10日前).

        at: The time of each year, when it is none of its parts (每年教师节, 每年6月), or None.

        within: The stretch in which it recurs (9月—11月每月, 本学期每周, 暑假期间每周), or None.
    """

    wording: str = attrs.field(validator=is_filled_text)
    recurrence: Recurrence = attrs.field(metadata={"key": "every"}, validator=is_a(Recurrence))
    interval: int = attrs.field(default=1, validator=[is_a(int), is_from(1, 99)])
    times: int = attrs.field(default=1, validator=[is_a(int), is_from(1, 99)])
    part: MonthPart | None = attrs.field(default=None, validator=is_a(MonthPart))
    month_day: int | None = attrs.field(default=None, validator=[is_a(int), is_from(1, 31)])
    weekdays: tuple[int, ...] = attrs.field(
        default=(),
        converter=_to_weekdays,
        validator=are_weekdays,
        metadata={"key": "weekday", "single": True},
    )
    nth: int | None = attrs.field(default=None, validator=[is_a(int), is_nth])
    by: bool = attrs.field(default=False, validator=is_a(bool))
    at: Schedule | None = attrs.field(default=None)
    within: Schedule | None = attrs.field(
        default=None, validator=is_a(InMonths, Span, InQuarter, InHalf, InYear, InTerm, InHoliday)
    )

    @part.validator
    def _has_such_a_part(self, _attribute: attrs.Attribute[Any], part: MonthPart | None) -> None:
        if part is None or self.recurrence is Recurrence.MONTHLY:
            return
        if part not in EDGES or self.recurrence is Recurrence.DAILY:
            raise ImpossibleValueError(
                f"{part}不能与 {self.recurrence} 连用；请改 part 或 every",
                f"{part} is no part of {self.recurrence}; change `part` or `every`",
            )

    @nth.validator
    def _is_of_one_weekday(self, _attribute: attrs.Attribute[Any], nth: int | None) -> None:
        if nth is not None and len(self.weekdays) != 1:
            raise ImpossibleValueError(
                "nth 要与一个星期几（weekday）连用", "`nth` needs one day of the week: `weekday`"
            )

    @by.validator
    def _has_a_moment(self, _attribute: attrs.Attribute[Any], by: bool) -> None:  # noqa: FBT001 -- attrs calls it
        if by and self.part is None and self.month_day is None and len(self.weekdays) != 1:
            raise ImpossibleValueError(
                "by 要与部分（part）、日（month_day）或一个星期几（weekday）连用",
                "`by` needs a part, a day of the month or one weekday",
            )

    @at.validator
    def _is_one_detail(self, _attribute: attrs.Attribute[Any], at: Schedule | None) -> None:
        details = {
            "part": self.part is not None,
            "month_day": self.month_day is not None,
            "weekday": bool(self.weekdays),
            "at": at is not None,
        }
        if sum(details.values()) > 1:
            raise ImpossibleValueError(
                "部分、日、星期、时间只能写一个", "Only one of part, day, weekday and time"
            )
        weekly = Recurrence.WEEKLY if self.nth is None else Recurrence.MONTHLY
        needs = {"month_day": Recurrence.MONTHLY, "weekday": weekly, "at": Recurrence.YEARLY}
        for detail, recurrence in needs.items():
            if details[detail] and self.recurrence is not recurrence:
                raise ImpossibleValueError(
                    f"{detail} 只能与 {recurrence} 连用", f"{detail} goes with {recurrence} only"
                )
        if at is not None and not is_yearly(at):
            raise ImpossibleValueError(
                "这个时间不是每年都有的；请写不带年份的时间，如 9月、教师节",
                "That is no time that each year has; write one without a year, such as 9月 or 教师节",
            )
        if isinstance(at, Several) and self.times > 1:
            raise ImpossibleValueError(
                "几个时间各做几次，请写在 at 的 each，不写 times",
                "How many times at each of several times is told by `each` of `at`, not by `times`",
            )

    @within.validator
    def _recurs_within(self, _attribute: attrs.Attribute[Any], within: Schedule | None) -> None:
        if within is not None and self.recurrence is Recurrence.YEARLY:
            raise ImpossibleValueError(
                "每年一次的事不能写 within；请写 at", "What recurs yearly has no `within`; write `at`"
            )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Several(Value):
    """
    Several times (教师节、中秋节、重阳节; 春节、中秋节各一次; 3、6、9月; 母亲节；暑假前).

    What is told once for all of them is given to each (元旦、春节前). Behind a semicolon (；) each stands for itself.

    Attributes:
        wording: The words as written.

        members: At least two times, each with words that can be read alone; none of them free text or several
            itself. 每年春节、中秋节 is :class:`Every` year at several times, not the other way round.

        each: How many times at each of them (各一次), or None where the words do not say.
    """

    wording: str = attrs.field(validator=is_filled_text)
    members: tuple[Schedule, ...] = attrs.field(converter=_to_schedules)
    each: int | None = attrs.field(default=None, validator=[is_a(int), is_from(1, 99)])

    @members.validator
    def _can_stand_together(self, attribute: attrs.Attribute[Any], members: tuple[Schedule, ...]) -> None:
        are_all(*_KINDS)(self, attribute, members)
        if len(members) < 2:
            raise ImpossibleValueError(
                "至少要有两个时间；只有一个就直接写它",
                "Several are at least two; write a single one as it is",
            )
        for member in members:
            if isinstance(member, Several | FreeText) or (
                isinstance(member, Every) and member.at is not None
            ):
                raise ImpossibleValueError(
                    f"“{member.wording}”不能列入几个时间之中；请把各个时间分开写",
                    f"“{member.wording}” cannot be one of several times; write each time for itself",
                )


@attrs.frozen(kw_only=True, repr=False, eq=False)
class FreeText(Value):
    """
    Words about time that are no date (及时, 适时, 定期, 经常, 课余, 20xx年下半年); kept as written.

    Attributes:
        wording: The words. Words that :func:`unionkit.model.parse_schedule` understands cannot be built as free
            text.
    """

    wording: str = attrs.field(validator=is_filled_text)

    @wording.validator
    def _is_no_date(self, _attribute: attrs.Attribute[Any], wording: str) -> None:
        from ._schedule_notation import read  # noqa: PLC0415 -- it reads into the types of this module

        if read(wording) is not None:
            raise ImpossibleValueError(
                f"“{wording}”是确定的时间，不能当作自由文字",
                f"“{wording}” is a time that can be read, not free text",
            )


Schedule: TypeAlias = (
    OnDay
    | Span
    | InMonths
    | InQuarter
    | InHalf
    | InYear
    | AtFestival
    | InSeason
    | InTerm
    | InHoliday
    | Deadline
    | Every
    | OnPersonalDate
    | Several
    | FreeText
)
"""When something happens; every member has `wording`."""

_KINDS = get_args(Schedule)


def is_yearly(at: Schedule) -> bool:
    """Whether a time is one that each year has: without a year, and neither a recurrence nor a part of the year."""
    match at:
        case Several():
            return all(is_yearly(member) for member in at.members)
        case Deadline():
            return not isinstance(at.before, InYear) and is_yearly(at.before)
        case Span():
            return at.start.year is None
        case OnDay() | InMonths() | InQuarter() | InHalf() | AtFestival() | InHoliday():
            return at.year is None
        case _:
            return isinstance(at, InSeason)
