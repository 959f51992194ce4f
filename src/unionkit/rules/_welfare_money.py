"""What the rules about welfare share: which measures lie ahead, whose money they cost, and how much comes to a person."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction
from typing import Final

import attrs

from unionkit.almanac import FixedDay, Position
from unionkit.model import (
    FESTIVALS,
    AtFestival,
    Every,
    OnDay,
    Organization,
    Path,
    Period,
    Quantity,
    Recurrence,
    Schedule,
    Several,
    Value,
    WelfareMeasure,
)

from ._finding import Basis, Worded
from ._law import Ruling
from ._rule import Check

FUNDS_2017: Final = Basis(
    title="《基层工会经费收支管理办法》",
    number="总工办发〔2017〕32号",
    article="第八条第四项",
    since=dt.date(2018, 1, 1),
)
"""
Measures on income and spending of grassroots unions, December 2017. Festival list and goods were confirmed in
November 2026 from a newspaper report of that December, not from the text itself; the day of the month is not known
to us, so the rule begins with the year that followed.
"""

LOCAL_CAPS: Final = Basis(title="各省级工会《基层工会经费收支管理办法》实施细则")
"""The rules of each province on what grassroots unions may spend; they set the figures, the national measures do not."""

VOUCHER: Final = r"(?<!文旅)(?<!旅游)(?<!电影)(?<!观影)(?<!体育)(?<!文体)(?<!文化)消费券"
"""The yearly consumption voucher of the union; vouchers for travel, films and sport are other things."""

_UNION: Final = re.compile("工会|会费")
_UNIT: Final = re.compile(
    "行政|财政|公用经费|公款|单位|学校经费|企业经费|公司|福利费|办公经费|劳动保护|劳保|捐|自筹|自费|个人"
)
_LARGE: Final = frozenset(("federation", "town", "community"))
_PEOPLE: Final = ("人", "名", "位", "人次")


def lies_ahead(measure: WelfareMeasure, check: Check, path: Path) -> bool:
    """Whether a measure is planned: what was given already, or stands in a review, is not."""
    return not measure.done and not check.calendar.looks_back(path)


def planned(check: Check) -> Iterator[tuple[Path, WelfareMeasure]]:
    """Yield every welfare measure that lies ahead, with its path."""
    return ((path, measure) for path, measure in check.survey.welfare if lies_ahead(measure, check, path))


def told_once(measures: Iterable[tuple[Path, WelfareMeasure]]) -> Iterator[tuple[Path, WelfareMeasure]]:
    """Leave out measures that only repeat another one: plans tell a gift among the work, and again in a table."""
    seen = set()
    for path, measure in measures:
        when = measure.when.wording if measure.when is not None else ""
        key = (measure.title, when, measure.per_head, measure.headcount, measure.cost)
        if key not in seen:
            seen.add(key)
            yield path, measure


def is_of_union(fund: str) -> bool:
    """Whether a fund (经费来源) names union money, and no other."""
    return bool(_UNION.search(fund)) and not _UNIT.search(fund)


def may_be_of_union(fund: str) -> bool:
    """Whether union money may pay: it is named, or nothing else is."""
    return bool(_UNION.search(fund)) or not _UNIT.search(fund)


def is_of_unit(fund: str) -> bool:
    """Whether a fund names public money of the unit (行政经费, 财政), and no union money."""
    public = re.search("行政|财政|公用经费|公款|单位|学校经费|办公经费", fund)
    return bool(public) and not re.search("工会|会费|福利费", fund)


def is_one_unit(organization: Organization) -> bool:
    """Whether its members all work in one unit; federations give to the members of the unions below them."""
    return organization.sector not in _LARGE


def people(headcount: Quantity | None) -> int | None:
    """Return how many people are meant exactly; None where the plan says households, or about how many."""
    if headcount is None or headcount.about:
        return None
    count, unit = headcount.measure()
    return int(count) if unit in _PEOPLE and count % 1 == 0 else None


def amount_per_head(measure: WelfareMeasure) -> Fraction | None:
    """Return what each receives at one time, in yuan: as the plan says, or the cost by the heads; None if unknown."""
    if measure.per_head is not None:
        return Fraction(measure.per_head.yuan)
    count = people(measure.headcount)
    return Fraction(measure.cost.yuan) / count if measure.cost is not None and count else None


def money_key(measure: WelfareMeasure) -> str:
    """Return the key that tells what each receives."""
    return "cost" if measure.per_head is None else "per_head"


def yuan(amount: Fraction) -> Worded:
    """Return an amount in words, to the fen; what is less than a fen is rounded up."""
    whole, fen = divmod(-(-amount * 100 // 1), 100)
    plain = f"{whole}.{fen:02}" if fen else str(whole)
    return Worded(f"{plain}元", f"{plain} yuan")


_UNITS_EN: Final = {"元": " yuan", "次": "", "天": " days", "晚": " nights", "%": "%"}


def limit_in_words(ruling: Ruling) -> Worded:
    """Return the figure of a limit with its unit: 300元, 300 yuan; English leaves out how often (4次)."""
    unit = _UNITS_EN.get(ruling.unit, ruling.unit)
    english = unit.removesuffix("s") if ruling.value == 1 else unit
    return Worded(ruling.said, ruling.said.removesuffix(ruling.unit) + english)


def counted(number: int, one: str) -> Worded:
    """Return how many: the bare number in Chinese, and in English with the word, of which `one` is the singular."""
    return Worded(str(number), f"{number} {one}" if number == 1 else f"{number} {one}s")


def names_in_words(names: Iterable[str]) -> Worded:
    """Return names as a list: 春节、中秋节 in Chinese, with commas in English."""
    told = tuple(names)
    return Worded("、".join(told), ", ".join(told))


def year_in_words(year: int) -> Worded:
    """Return a year as the beginning of a sentence has it; 0 is a year that the plan does not name."""
    return Worded(f"{year}年", f"In {year}") if year else Worded("全年", "In the year")


def whole_year(amount: Fraction, period: Period) -> Fraction:
    """
    Return the most that an amount of a budget can come to in a year.

    A plan of half a year may have the figures of the half, or those of the year; they are taken for those of the half.
    """
    if period.start is None or period.end is None:
        return amount
    days = (period.end - period.start).days + 1
    return amount * max(1, -(-360 // days))


# ---------------------------------------------------------------- how often


def occasions(when: Schedule | None, check: Check) -> tuple[tuple[int, str], ...]:
    """
    Return each time at which something is given: the calendar year (0 if unknown) and the festival (empty if none).

    What recurs each year is of the year in which the plan begins.
    """
    return tuple(_occasions(when, check))


def _occasions(when: Schedule | None, check: Check) -> Iterator[tuple[int, str]]:
    match when:
        case AtFestival():
            yield when.year or _year_of(when, check), when.festival
        case Several():
            for member in when.members:
                yield from tuple(_occasions(member, check)) * (when.each or 1)
        case Every() if when.recurrence is Recurrence.YEARLY:
            for _, festival in tuple(_occasions(when.at, check)) * when.times:
                yield _first_year(check), festival
        case Every():
            found = [each for each in check.calendar.days_of(when) for _ in range(each.times)]
            years = [getattr(each.start, "year", 0) for each in found] or [_first_year(check)] * when.times
            yield from ((year, "") for year in years)
        case None:
            yield _first_year(check), ""
        case _:
            yield _year_of(when, check), ""


def _first_year(check: Check) -> int:
    start = check.plan.period.start
    return start.year if start is not None else 0


def _year_of(when: Schedule, check: Check) -> int:
    """Return the year of a time; one outside of the period is likely of its year, and named without looking."""
    for each in check.calendar.days_of(when):
        if each.position is not Position.OUTSIDE:
            return getattr(each.start, "year", 0)
    return getattr(when, "year", None) or _first_year(check)


# ---------------------------------------------------------------- gifts


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Gift(Value):
    """
    One gift of one measure, at one time.

    Attributes:
        path: Where the measure stands.

        measure: The measure.

        year: The calendar year in which it is given; 0 if unknown.

        festival: The festival; empty for none.

        amount: What each receives, in yuan.
    """

    path: Path
    measure: WelfareMeasure
    year: int
    festival: str
    amount: Fraction

    @property
    def at(self) -> Path:
        """Where the plan tells the amount."""
        return (*self.path, money_key(self.measure))


_NEED: Final = frozenset(("hardship", "illness", "death", "bereavement"))


def is_for_need(measure: WelfareMeasure) -> bool:
    """Whether a festival gift by its kind is aid or consolation by its triggers."""
    return measure.kind == "festival-gift" and not _NEED.isdisjoint(measure.triggers)


def is_booked_as_gift(measure: WelfareMeasure) -> bool:
    """Whether union money may pay a measure as festival gift: its kind says so, and neither fund nor triggers another thing."""
    return measure.kind == "festival-gift" and may_be_of_union(measure.fund) and not is_for_need(measure)


def is_festival_gift(measure: WelfareMeasure) -> bool:
    """Whether a measure is a festival gift that union money may pay; consumption vouchers are a thing apart."""
    return is_booked_as_gift(measure) and not re.search(VOUCHER, measure.title)


_IN_TITLES: Final = FESTIVALS | dict.fromkeys(("过年", "年货", "迎新", "两节", "双节"), "春节")
"""What festivals are called in titles; 两节 and 双节 are two gift festivals, whichever."""
_NAMED: Final = re.compile(
    f"(?<!第)(?<!月)({'|'.join(sorted(_IN_TITLES, key=len, reverse=True))})(?![月日号\\d])"
)
_OTHER_REASON: Final = re.compile("清凉|高温|防暑|温暖|助学|生日|结婚|生育|退休|开学|春游|秋游|运动会")


def festivals_of(measure: WelfareMeasure, listed: Collection[str], check: Check) -> tuple[str, ...]:
    """
    Return the festivals that a gift is for and that are not among those `listed`, by their standing names.

    Its time tells, and its title; where neither names any festival, a date that is the fixed day of one. What is for a
    listed festival by its title, or by its time, is not looked at further: it may be handed out at another day.
    """
    when = tuple(dict.fromkeys(_festivals(measure.when)))
    title = tuple(dict.fromkeys(_IN_TITLES[match[1]] for match in _NAMED.finditer(measure.title)))
    known = any(name in listed for name in title)
    barred = tuple(name for name in when if name in FESTIVALS and name not in listed)
    if barred:
        only_handed_out = known and len(when) == 1 and all(name in listed for name in title)
        return () if only_handed_out else barred
    if known or any(name in listed for name in when):
        return ()
    return title or (
        () if when or _OTHER_REASON.search(measure.title) else _on_fixed_days(measure, listed, check)
    )


def _on_fixed_days(measure: WelfareMeasure, listed: Collection[str], check: Check) -> tuple[str, ...]:
    """Return the festivals on whose fixed days something is; none where one of the days is that of a listed one."""
    year = check.plan.period.year or (check.day.year if check.day is not None else 0)
    found: dict[str, None] = {}
    for each in measure.when.members if isinstance(measure.when, Several) else (measure.when,):
        if not isinstance(each, OnDay) or not (each.year or year):
            continue
        try:
            day = dt.date(each.year or year, each.month, each.day)
        except ValueError:
            continue
        for _, festival in check.almanac.festivals_between(day, day):
            if festival.name in listed:
                return ()
            if isinstance(festival.rule, FixedDay) and festival.name.endswith("节"):
                found[festival.name] = None
    return tuple(found)


def _festivals(when: Schedule | None) -> Iterator[str]:
    """Every festival that a time names (教师节、中秋节各一次, 每年教师节)."""
    match when:
        case AtFestival():
            yield when.festival
        case Several():
            for member in when.members:
                yield from _festivals(member)
        case Every():
            yield from _festivals(when.at)


WOMENS_DAY: Final = "妇女节"
"""No gift festival; what is given at it is often booked as labour protection or as souvenirs of an activity."""


def festival_gifts(check: Check) -> tuple[tuple[Gift, ...], tuple[Path, ...]]:
    """Return the festival gifts that lie ahead, in reading order, and the measures that do not say how much each receives."""
    found: list[Gift] = []
    unknown = []
    for path, measure in told_once(planned(check)):
        if is_festival_gift(measure):
            times = occasions(measure.when, check)
            amount = _amount(measure, len(times))
            if amount is None:
                unknown.append(path)
                continue
            found += (
                Gift(path=path, measure=measure, year=year, festival=festival, amount=amount)
                for year, festival in times
            )
    return tuple(found), tuple(unknown)


def _amount(measure: WelfareMeasure, times: int) -> Fraction | None:
    """Return what each receives at one of several times; a cost that is reckoned once is for all of them."""
    amount, count = amount_per_head(measure), people(measure.headcount)
    if amount is None or measure.cost is None or count is None:
        return amount
    return amount / times if amount * count == Fraction(measure.cost.yuan) else amount


def for_one_person(gifts: Iterable[Gift], members: int | None) -> Fraction:
    """
    Return what one member receives of gifts.

    Gifts at one festival that together reach no more than all members are for different people: the largest counts.
    """
    by_festival: dict[object, list[Gift]] = {}
    for at, gift in enumerate(gifts):
        by_festival.setdefault(gift.festival or at, []).append(gift)
    total = Fraction(0)
    for same in by_festival.values():
        counts = [people(gift.measure.headcount) for gift in same]
        known = [count for count in counts if count is not None]
        apart = members is not None and len(known) == len(same) and sum(known) <= members
        total += max(gift.amount for gift in same) if apart else sum(gift.amount for gift in same)
    return total


def spent_on(measure: WelfareMeasure, check: Check) -> Fraction | None:
    """Return what a measure costs in all in the plan, in yuan; None if unknown."""
    if measure.cost is not None:
        return Fraction(measure.cost.yuan)
    if measure.per_head is None or measure.headcount is None or measure.headcount.about:
        return None
    count = Fraction(measure.headcount.measure()[0])
    return Fraction(measure.per_head.yuan) * count * len(occasions(measure.when, check))
