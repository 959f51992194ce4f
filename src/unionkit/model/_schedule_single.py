"""The Chinese notation of single times: days, spans, months, quarters, festivals, terms, holidays, deadlines."""

from __future__ import annotations

import re

from ._festivals import FESTIVALS, SEASONS
from ._schedule import Deadline, Schedule
from ._schedule_dates import (
    InHalf,
    InMonths,
    InQuarter,
    InYear,
    OnDay,
    Span,
    SpanEnd,
    edge,
    is_reversed,
)
from ._schedule_named import AtFestival, InHoliday, InSeason, InTerm, OnPersonalDate
from ._schedule_parts import MonthPart, Nearness, SchoolTerm, YearPart
from ._schedule_wording import LUNAR_DAYS, LUNAR_MONTHS
from ._schedule_words import (
    DASH_CHARACTERS,
    DASHES,
    DAY,
    EDGE_WORDS,
    HALF,
    HOLIDAYS,
    ISO_DAY,
    LUNAR_DAY,
    MONTH,
    MONTHS,
    NAMED,
    NEARNESS,
    NEXT_YEAR,
    NUMBER,
    OCCASIONS,
    PART_WORDS,
    PERSONAL,
    QUARTER,
    STRETCH,
    TERM,
    TERM_IN_HALF,
    TERMS,
    UNTIL,
    WHOLE_YEAR,
    YEAR,
    begins_name,
    matched,
    number_of,
)


def read_single(text: str, wording: str) -> Schedule | None:
    """Return the day, span, month … that words name; no deadline, recurrence or list."""
    text = re.sub("^[在于]", "", text)
    found = _read_named(text, wording) or _read_date(text, wording)
    if found is None and (within := matched("(.+?)(?:期间|之内|以内|内|里)", text, "期内里")):
        found = None if re.fullmatch(rf"(?:{STRETCH})(?:之|以)?内", text) else _read_date(within[1], wording)
        if isinstance(found, OnDay):
            return None
    return found


def read_deadline(text: str, wording: str) -> Deadline | None:
    """Return the deadline that words name."""
    until = matched(UNTIL, text, "前截最不")
    if until is None or re.fullmatch(STRETCH, until["before"] or ""):
        return None
    said = until["by"] or until["before"]
    before = read_single(said, said)
    if isinstance(before, OnDay | InMonths | InQuarter | InHalf | InYear | InTerm | InHoliday):
        return Deadline(wording=wording, before=before, through=until["by"] is not None)
    return None


def _read_date(text: str, wording: str) -> Schedule | None:
    return (
        _read_day(text, wording)
        or _read_months(text, wording)
        or _read_part_of_year(text, wording)
        or _read_span(text, wording)
        or _read_term(text, wording)
    )


def _year(found: re.Match[str]) -> int | None:
    said = found["year"]
    if said is None or said.isdecimal():
        return int(said) if said else None
    return int("".join(str("零一二三四五六七八九".index(digit.replace("〇", "零"))) for digit in said))


def _read_day(text: str, wording: str) -> OnDay | None:
    if (lunar := matched(LUNAR_DAY, text, "初十廿")) and text[-1] != "日":
        month = {"冬": "十一", "腊": "十二", "一": "正"}.get(lunar["month"], lunar["month"])
        day = re.sub("^二(?!十$)十", "廿", lunar["day"])
        # 九月十五 may be either; 九月初九 and 正月十五 are said of the lunar calendar only.
        told = lunar["lunar"] or lunar["leap"]
        if told or lunar["month"] in "正冬腊" or lunar["day"][0] in "初廿":
            return OnDay(
                wording=wording,
                year=_year(lunar),
                month=LUNAR_MONTHS.index(f"{month}月") + 1,
                day=LUNAR_DAYS.index(day) + 1,
                lunar=True,
                leap=lunar["leap"] is not None,
            )
    found = matched(DAY, text, "日号") or matched(ISO_DAY, text, "-")
    if found is None:
        return None
    return OnDay(
        wording=wording, year=_year(found), month=number_of(found["month"]), day=number_of(found["day"])
    )


def _read_months(text: str, wording: str) -> InMonths | None:
    if found := matched(MONTH, text, "月"):
        month, part = number_of(found["first"]), PART_WORDS.get(found["part"] or "")
        return InMonths(wording=wording, year=_year(found), first=month, last=month, part=part)
    found = matched(MONTHS, text, DASH_CHARACTERS)
    if found is None:
        return None
    year, first, last = _year(found), number_of(found["first"]), number_of(found["last"])
    later = found["next"] is not None
    if found["until"]:
        if year is None or later or int(found["until"]) - year not in {0, 1}:
            return None
        later = int(found["until"]) > year
    later = later or _over_the_new_year(first, last)
    return InMonths(wording=wording, year=year, first=first, last=last, next_year=later)


def _over_the_new_year(first: int, last: int) -> bool:
    """11月—2月 runs into the next year; 5月—3月 would be eleven months, and is rather a slip."""
    return last < first and (last - first) % 12 <= 6


def _read_part_of_year(text: str, wording: str) -> InQuarter | InHalf | InYear | None:
    if found := matched(QUARTER, text, "季"):
        part = EDGE_WORDS.get(found["part"] or "")
        return InQuarter(wording=wording, year=_year(found), quarter=number_of(found["quarter"]), part=part)
    if found := matched(HALF, text, "半"):
        return InHalf(wording=wording, year=_year(found), half=1 if found["half"] in "上前" else 2)
    found = matched(WHOLE_YEAR, text, "年岁")
    if found is None or not (found["year"] or found["this"] or found["part"][:1] in {"年", "岁", "全"}):
        return None
    edge = {
        "初": YearPart.BEGINNING,
        "中": YearPart.MIDDLE,
        "底": YearPart.END,
        "末": YearPart.END,
        "终": YearPart.END,
    }
    return InYear(wording=wording, year=_year(found), part=edge.get(found["part"][-1:], YearPart.WHOLE))


def _read_span(text: str, wording: str) -> Span | None:
    if not any(dash in text for dash in DASH_CHARACTERS):
        return None
    # The dashes in days such as 2026-09-10 are the last to part them.
    ends = next((parts for dash in DASHES if len(parts := re.split(dash, text)) > 1), [])
    if len(ends) != 2 or not all(ends):
        return None
    first, last = ends
    next_year = re.match(NEXT_YEAR[:-1], last) is not None
    last = re.sub(f"^{NEXT_YEAR}", "", last)
    # What they share is said once: 9月1—15日, 9月上旬至中旬, 一至三季度.
    month = re.match(rf"{YEAR}({NUMBER}月)", first)
    if month and re.fullmatch(rf"{NUMBER}[日号]|[上中下]旬|[初中末底]", last):
        last = month[3] + last
    if re.fullmatch(rf".*{NUMBER}月{NUMBER}", first) and last[-1:] in {"日", "号"}:
        first += last[-1]
    elif re.fullmatch(rf"{YEAR}第?[1-4一二三四]", first) and re.search("季度[初中末底]?$", last):
        first += "季度"
    start, end = _read_end(first), _read_end(last)
    if start is None or end is None:
        return None
    next_year = next_year or (end.year is None and _runs_over(start, end))
    if start.year is not None and end.year is None:
        end, next_year = _read_end(f"{start.year + next_year:04}年{last}"), False
    if end is None or (_is_whole(start) and _is_whole(end)):
        return None
    if (start.year is None) != (end.year is None) or (next_year and end.year is not None):
        return None
    return Span(wording=wording, start=start, end=end, next_year=next_year)


def _read_end(text: str) -> SpanEnd | None:
    end = (
        _read_day(text, text)
        or _read_months(text, text)
        or _read_part_of_year(text, text)
        or _read_named(text, text)
    )
    match end:
        case OnDay(lunar=False) | InQuarter() | AtFestival(nearness=Nearness.ON):
            return end
        case InMonths() if end.first == end.last and not end.next_year:
            return end
        case InYear() if end.part is not YearPart.WHOLE:
            return end
        case _:
            return None


def _runs_over(start: SpanEnd, end: SpanEnd) -> bool:
    """Whether a span runs into the next year though the words do not say so."""
    return is_reversed(start, end) and _over_the_new_year(_month(start, 0), _month(end, 1))


def _month(end: SpanEnd, side: int) -> int:
    found = edge(end, side)
    return found[0] if found else 0


def _is_whole(end: SpanEnd) -> bool:
    return isinstance(end, InMonths) and end.part is None


def _read_term(text: str, wording: str) -> InTerm | None:
    if halves := matched(TERM_IN_HALF, text, "(（"):
        return InTerm(
            wording=wording, term=SchoolTerm.SPRING if halves["half"] == "上" else SchoolTerm.AUTUMN
        )
    found = matched(TERM, text, "学期")
    if found is None:
        return None
    named = (found["term"] or found["season"] or "").removeprefix("第")[:1]
    year, school_year = _year(found), found["from"]
    # 上学期 is the last term or the first; 一学期 a length of time; the second term of a year begins in the next.
    certain = found["year"] is found["this"] is None and (found["term"] or "").startswith("第")
    if named and named in "上下一二12" and not school_year and not certain:
        return None
    term = SchoolTerm.SPRING if named in {"二", "2", "下"} else TERMS.get(named, SchoolTerm.THIS)
    if school_year:
        if year is not None or term is SchoolTerm.THIS or int(found["to"]) != int(school_year) + 1:
            return None
        year = int(school_year) + (term is SchoolTerm.SPRING)
    if term is SchoolTerm.THIS and year is not None:
        return None
    said, nth = found["part"] or "", "1" if found["first_week"] else found["week"]
    week = number_of(nth) if nth else None
    opening = "开" in said or "初" in said or "始" in said
    part = (
        MonthPart.BEGINNING
        if opening
        else MonthPart.MIDDLE
        if "中" in said
        else MonthPart.END
        if said
        else None
    )
    if week is not None:
        if not 1 <= week <= 30 or not (opening or not said):
            return None
        part = None
    return InTerm(wording=wording, year=year, term=term, part=part, week=week)


def _read_named(text: str, wording: str) -> Schedule | None:
    holiday = matched(rf"{YEAR}(?P<name>.+?)(?:期间|里|内)?", text, "假期末休")
    if holiday is not None and holiday["name"] in HOLIDAYS:
        return InHoliday(wording=wording, year=_year(holiday), holiday=HOLIDAYS[holiday["name"]])
    personal = (
        text
        if text in OCCASIONS
        else (found["what"] if (found := matched(PERSONAL, text, "生逢会休")) else "")
    )
    if personal in OCCASIONS:
        return OnPersonalDate(wording=wording, occasion=OCCASIONS[personal])
    named = matched(NAMED, text, begins_name())
    if named is None:
        return None
    near = named["near"] or ""
    nearness = next((nearness for word, nearness in NEARNESS if word in near), None)
    if named["name"] in FESTIVALS:
        festival = FESTIVALS[named["name"]]
        return AtFestival(
            wording=wording, year=_year(named), festival=festival, nearness=nearness or Nearness.ON
        )
    if named["name"] in SEASONS and not named["year"] and (nearness or not near):
        return InSeason(wording=wording, season=SEASONS[named["name"]], nearness=nearness or Nearness.DURING)
    return None
