"""Files of almanac data: what each entry becomes, and how everything else is refused."""

from __future__ import annotations

import datetime as dt
import json
import re
import time
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from unionkit.almanac import (
    ALMANAC,
    Almanac,
    DayRule,
    Festival,
    FixedDay,
    HolidayRun,
    HolidayYear,
    ListedDays,
    LunarDay,
    NthWeekday,
    OnSolarTerm,
    SchoolYear,
    Season,
    SolarTerm,
    Windows,
    resolve,
)
from unionkit.errors import AlmanacFileError, Problem, UnionkitError, WrongTypeError
from unionkit.files import load_almanac
from unionkit.files._places import MAX_PROBLEMS
from unionkit.files._unstructure import key_of
from unionkit.model import Period, parse_schedule

from .marked import bars

HAN = re.compile(r"[\u4e00-\u9fff]")
SECOND_HALF = Period(year=2026, half=2)

DAYS_OFF = [
    ("元旦", "2027-01-01", "2027-01-03"),
    ("春节", "2027-02-05", "2027-02-11"),
    ("清明节", "2027-04-05", "2027-04-05"),
    ("劳动节", "2027-05-01", "2027-05-05"),
    ("端午节", "2027-06-09", "2027-06-09"),
    ("中秋节", "2027-09-15", "2027-09-15"),
    ("国庆节", "2027-10-01", "2027-10-07"),
]

GOOD = """\
almanac: 1
festivals:
  - {name: 开斋节, en: Eid al-Fitr, region: 宁夏回族自治区, day: [2026-03-20, 2027-03-10]}
  - {name: 校庆日, day: 10月18日, aliases: 校庆, since: 1956, half_day: 校友}
  - {name: 三月三, day: 农历三月初三, region: 广西壮族自治区, aliases: [歌圩节, 壮族三月三]}
  - {name: 感恩节, day: 11月第四个星期四}
  - {name: 丰收节, day: 秋分}
  - {name: 百年校庆, day: 2026-10-18}
seasons:
  - {name: 敬老月, from: 10月1日, to: 10月31日}
  - {name: 两节, festivals: [[元旦, 春节]], approximate: true}
school_years:
  - year: 2026
    region: 山东省
    autumn_from: 2026-09-01
    autumn_to: 2027-01-22
    spring_from: 2027-02-22
    spring_to: 2027-07-02
    source: 鲁教…
holidays:
  - year: 2027
    notice: 国办发明电〔2026〕…
    issued: 2026-11-25
    holidays:
      - {names: 元旦, from: 2027-01-01, to: 2027-01-03}
      - {names: 春节, from: 2027-02-05, to: 2027-02-11}
      - {names: 清明节, from: 2027-04-05, to: 2027-04-05}
      - {names: 劳动节, from: 2027-05-01, to: 2027-05-05}
      - {names: 端午节, from: 2027-06-09, to: 2027-06-09}
      - {names: 中秋节, from: 2027-09-15, to: 2027-09-15}
      - {names: 国庆节, from: 2027-10-01, to: 2027-10-07}
    workdays: [2027-02-20]
    source: 中国政府网
windows: {before: 10}
"""
LOADED = Almanac(
    festivals=(
        Festival(
            name="开斋节",
            en="Eid al-Fitr",
            region="宁夏回族自治区",
            rule=ListedDays((dt.date(2026, 3, 20), dt.date(2027, 3, 10))),
        ),
        Festival(name="校庆日", rule=FixedDay(10, 18), aliases=("校庆",), since=1956, half_day="校友"),
        Festival(
            name="三月三",
            rule=LunarDay(3, 3),
            region="广西壮族自治区",
            aliases=("歌圩节", "壮族三月三"),
        ),
        Festival(name="感恩节", rule=NthWeekday(11, 4, 4)),
        Festival(name="丰收节", rule=OnSolarTerm(SolarTerm("秋分"))),
        Festival(name="百年校庆", rule=ListedDays((dt.date(2026, 10, 18),))),
    ),
    seasons=(
        Season(name="敬老月", first=FixedDay(10, 1), last=FixedDay(10, 31)),
        Season(name="两节", festivals=(("元旦", "春节"),), approximate=True),
    ),
    school_years=(
        SchoolYear(
            year=2026,
            region="山东省",
            autumn_from=dt.date(2026, 9, 1),
            autumn_to=dt.date(2027, 1, 22),
            spring_from=dt.date(2027, 2, 22),
            spring_to=dt.date(2027, 7, 2),
            source="鲁教…",
        ),
    ),
    holiday_years=(
        HolidayYear(
            year=2027,
            notice="国办发明电〔2026〕…",
            issued=dt.date(2026, 11, 25),
            runs=tuple(
                HolidayRun(
                    names=(name,), first=dt.date.fromisoformat(first), last=dt.date.fromisoformat(last)
                )
                for name, first, last in DAYS_OFF
            ),
            workdays=(dt.date(2027, 2, 20),),
            source="中国政府网",
        ),
    ),
    windows=Windows(before=10),
)


# ---------------------------------------------------------------- good files


def test_each_entry_becomes_what_it_says() -> None:
    """All kinds of entries and of rules."""
    assert load_almanac(GOOD) == LOADED


def test_json_says_the_same() -> None:
    """By the name of the file, or by how the text begins; numbers and truths may be JSON's."""
    plain = yaml.load(GOOD, Loader=yaml.BaseLoader)
    plain["almanac"] = 1
    plain["festivals"][1]["since"] = 1956
    plain["seasons"][1]["approximate"] = True
    text = json.dumps(plain, ensure_ascii=False)

    assert load_almanac(text) == load_almanac(text, name="days.json") == LOADED


@pytest.mark.parametrize(
    "text", ["almanac: 1\n", "\ufeffalmanac: '1'\n", "almanac: 1\nfestivals:\nseasons: []\nwindows: ~\n"]
)
def test_an_almanac_may_be_empty(text: str) -> None:
    """Keys without a value were left to fill in later; no windows are told."""
    assert load_almanac(text) == Almanac()


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("校庆日", [(dt.date(2026, 10, 18),) * 2]),
        ("校庆", [(dt.date(2026, 10, 18),) * 2]),
        ("校庆日前", [(dt.date(2026, 10, 8), dt.date(2026, 10, 17))]),
        ("感恩节", [(dt.date(2026, 11, 26),) * 2]),
        ("丰收节", [(dt.date(2026, 9, 23),) * 2]),
        ("敬老月", [(dt.date(2026, 10, 1), dt.date(2026, 10, 31))]),
        ("百年校庆", [(dt.date(2026, 10, 18),) * 2]),
        ("教师节", [(dt.date(2026, 9, 10),) * 2]),
    ],
)
def test_times_find_what_was_added(words: str, days: list[tuple[dt.date, dt.date]]) -> None:
    """Beside what the core knows."""
    together = ALMANAC | load_almanac(GOOD)
    found = resolve(parse_schedule(words), SECOND_HALF, together)

    assert [(each.start, each.end) for each in found] == days


def test_entries_of_a_region_count_there_alone() -> None:
    """School years and festivals."""
    together = ALMANAC | load_almanac(GOOD)
    term = parse_schedule("第二学期")
    spring = Period(year=2027, half=1)

    (here,) = resolve(term, spring, together.for_region("山东省青岛市"))
    (elsewhere,) = resolve(term, spring, together.for_region("河北省"))

    assert (here.start, here.assumed) == (dt.date(2027, 2, 22), False)
    assert elsewhere.assumed
    assert together.for_region("宁夏回族自治区").festival("开斋节") is not None
    assert together.for_region("河北省").festival("开斋节") is None


def test_what_the_core_knows_is_replaced_under_any_of_its_names() -> None:
    """A known name is converted to the standing one, as it is in plans."""
    told = load_almanac(
        "almanac: 1\n"
        "festivals: [{name: 三八节, day: 3月7日}]\n"
        "seasons: [{name: 送温暖, from: 1月1日, to: 2月1日}]\n"
    )
    together = ALMANAC | told
    (day,) = resolve(parse_schedule("妇女节"), Period(year=2027, half=1), together)

    assert (told.festivals[0].name, told.seasons[0].name) == ("妇女节", "冬送温暖")
    assert day.start == dt.date(2027, 3, 7)


def test_windows_of_a_file_count_as_a_whole() -> None:
    """What it does not say has the default, whatever the almanac before it said."""
    before = Almanac(windows=Windows(after=20))

    assert (before | load_almanac("almanac: 1\n")).chosen_windows.after == 20
    assert (before | load_almanac("almanac: 1\nwindows: {before: 10}\n")).chosen_windows == Windows(before=10)


def test_the_same_name_may_be_told_for_two_regions() -> None:
    """And the same school year, and the same alias."""
    text = """\
almanac: 1
festivals:
  - {name: 小年, day: 农历腊月廿三, aliases: 祭灶}
  - {name: 小年, day: 农历腊月廿四, region: 湖南省, aliases: [祭灶, 祭灶]}
school_years:
  - &SPAN {year: 2026, autumn_from: 2026-09-01, autumn_to: 2027-01-22, spring_from: 2027-02-22, spring_to: 2027-07-02}
""".replace("&SPAN ", "")
    text += text.splitlines()[-1].replace("2026,", "2026, region: 湖南省,") + "\n"

    assert len(load_almanac(text).festivals) == len(load_almanac(text).school_years) == 2


# ---------------------------------------------------------------- broken files

FESTIVAL = "almanac: 1\nfestivals:\n  - {name: 甲, day: 1月1日, "
DAY = "almanac: 1\nfestivals:\n  - name: 甲\n    day: "
SEASON = "almanac: 1\nseasons:\n  - {name: 甲, "
YEAR = "almanac: 1\nschool_years:\n  - {year: 2026, "
TERMS = "autumn_from: 2026-09-01, autumn_to: 2027-01-22, spring_from: 2027-02-22, spring_to: 2027-07-02"
NOTICE = "almanac: 1\nholidays:\n  - {year: 2027, source: 甲, "
LAUGHS = "¦a: ¦&a [哈]\n" + "".join(
    f"¦{b}: ¦&{b} [¦*{a}, ¦*{a}]\n" for a, b in zip("abcd", "bcde", strict=True)
)

# name, text of the file with a bar before each place that must be reported, and the codes in that order
BROKEN: list[tuple[str, str, str]] = [
    # ---- not YAML, or more of it than a file needs
    ("empty", "¦", "UK029"),
    ("comments only", "¦# 历书\n", "UK029"),
    ("open quote", "almanac: ¦\"1\n", "UK028"),
    ("tab indentation", "almanac: 1\nwindows:\n¦\tbefore: 3\n", "UK028"),
    ("second document", "almanac: 1\n¦---\nalmanac: 1\n", "UK028"),
    ("billion laughs", "almanac: 1\n" + LAUGHS, "UK021 UK025" + " UK021 UK025 UK025 UK025" * 4),
    ("alias", FESTIVAL + "en: ¦&a 甲, half_day: ¦*a}\n", "UK025 UK025"),
    ("alias instead of what is needed", DAY + "¦*a\n", "UK025"),
    ("merge key", "almanac: 1\n¦<<: {windows: {before: 1}}\n", "UK025"),
    ("tag that runs a program", DAY + "¦!!python/object/apply:os.system [¦ls]\n", "UK026 UK012"),
    ("tag on a date", DAY + "[¦!!timestamp 2026-01-01]\n", "UK026"),
    ("complex key", "? ¦[a]\n: 甲\n", "UK011"),
    ("a hundred thousand brackets", "[" * 64 + "¦" + "[" * 100_000, "UK015"),
    ("half a surrogate pair", FESTIVAL + "en: ¦\ud83d}\n", "UK013"),
    # ---- not an almanac
    ("a list", "¦- almanac: 1\n", "UK011"),
    ("a text", "¦甲\n", "UK011"),
    ("no version", "¦festivals: []\n", "UK022"),
    ("no version and more", "¦festivals: [{name: 甲, ¦dya: 1月1日}]\n", "UK022 UK021"),
    ("empty version", "¦almanac:\n", "UK022"),
    ("misspelt version", "¦almanach: 1\n", "UK021"),
    ("future version", "almanac: ¦2\nfestivels: []\n", "UK027"),
    ("version 0", "almanac: ¦0\n", "UK027"),
    ("version that is no number", "almanac: ¦[1]\n", "UK027"),
    ("a plan", "¦¦unionkit: 1\n¦title: 甲\n", "UK021 UK022 UK021"),
    ("unknown key", "almanac: 1\n¦festival: []\n", "UK021"),
    ("duplicate key", "almanac: 1\nseasons: []\n¦seasons: []\n", "UK023"),
    ("region of all", "almanac: 1\n¦region: 山东省\n", "UK021"),
    ("findings to ignore", FESTIVAL + "¦ignore: UK101}\n", "UK021"),
    ("data", "almanac: 1\n¦data: {a: 1}\n", "UK021"),
    ("text as festivals", "almanac: 1\nfestivals: ¦甲\n", "UK011"),
    ("mapping as festivals", "almanac: 1\nfestivals: ¦{name: 甲, day: 1月1日}\n", "UK011"),
    ("text as festival", "almanac: 1\nfestivals: [¦甲]\n", "UK011"),
    ("null as festival", "almanac: 1\nfestivals: [¦~]\n", "UK011"),
    ("list as windows", "almanac: 1\nwindows: ¦[10]\n", "UK011"),
    # ---- days
    ("festival without a day", "almanac: 1\nfestivals: [¦{name: 甲}]\n", "UK022"),
    ("festival without a name", "almanac: 1\nfestivals: [¦{day: 1月1日}]\n", "UK022"),
    ("days instead of day", "almanac: 1\nfestivals: [{name: 甲, ¦days: [2026-01-01]}]\n", "UK021"),
    ("30 February", DAY + "¦2月30日\n", "UK014"),
    ("month 13", DAY + "¦13月1日\n", "UK014"),
    ("Monday of month 13", DAY + "¦13月第一个星期一\n", "UK014"),
    ("fifth Monday", DAY + "¦5月第五个星期一\n", "UK012"),
    ("leap month", DAY + "¦农历闰三月初三\n", "UK012"),
    ("a month", DAY + "¦十月\n", "UK012"),
    ("another festival", DAY + "¦国庆节\n", "UK012"),
    ("no word", DAY + "¦''\n", "UK012"),
    ("half a pair in a rule", DAY + "\"\\u¦d83d\"\n", "UK028"),
    ("endless words", DAY + "¦" + "初" * 200_000 + "\n", "UK012"),
    ("mapping as day", DAY + "¦{month: 1}\n", "UK011"),
    ("no dates", DAY + "¦[]\n", "UK014"),
    ("date that does not exist", DAY + "¦2026-02-30\n", "UK014"),
    ("date written otherwise", DAY + "¦2026/3/1\n", "UK012"),
    ("date and more", DAY + "¦2026-03-01起\n", "UK012"),
    ("rule among dates", DAY + "[2026-03-01, ¦3月1日, ¦[2026-03-02], ¦~]\n", "UK012 UK011 UK011"),
    ("date of another age", DAY + "[¦1948-12-31, 1949-01-01, 2100-12-31, ¦2101-01-01]\n", "UK014 UK014"),
    ("dates twice", DAY + "[2026-03-01, 2027-03-01, ¦2026-03-01]\n", "UK014"),
    # ---- festivals
    ("blank around a name", "almanac: 1\nfestivals: [{name: ¦'甲 ', day: 1月1日}]\n", "UK014"),
    ("name without a sign", "almanac: 1\nfestivals: [{name: ¦'　', day: 1月1日}]\n", "UK014"),
    ("line break in a name", "almanac: 1\nfestivals: [{name: ¦\"甲\\n乙\", day: 1月1日}]\n", "UK013"),
    ("blank region", FESTIVAL + "region: ¦' '}\n", "UK014"),
    ("mapping as aliases", FESTIVAL + "aliases: ¦{乙: 丙}}\n", "UK011"),
    ("list in aliases", FESTIVAL + "aliases: [乙, ¦[丙]]}\n", "UK011"),
    ("empty alias", FESTIVAL + "aliases: ¦['']}\n", "UK014"),
    ("year 0", FESTIVAL + "since: ¦0}\n", "UK014"),
    ("year of 5,000 digits", FESTIVAL + "since: ¦" + "9" * 5000 + "}\n", "UK011"),
    ("year in words", FESTIVAL + "since: ¦去年}\n", "UK011"),
    ("whether somebody has half of it off", FESTIVAL + "half_day: ¦[妇女]}\n", "UK011"),
    # ---- seasons
    ("season without days", "almanac: 1\nseasons: [¦{name: 甲}]\n", "UK014"),
    ("season without an end", "almanac: 1\nseasons: [¦{name: 甲, from: 1月1日}]\n", "UK014"),
    ("season without a beginning", SEASON + "to: ¦1月1日}\n", "UK014"),
    ("season told twice", SEASON + "from: 1月1日, to: 1月2日, festivals: ¦[[元旦]]}\n", "UK014"),
    ("season from no day", SEASON + "from: ¦岁末, to: ¦2月30日}\n", "UK012 UK014"),
    ("season of festivals in one list", SEASON + "festivals: [¦元旦, ¦春节]}\n", "UK011 UK011"),
    ("season of no festivals", SEASON + "festivals: ¦[[]]}\n", "UK014"),
    ("season of a festival without a name", SEASON + "festivals: ¦[['']]}\n", "UK014"),
    ("maybe approximate", SEASON + "from: 1月1日, to: 1月2日, approximate: ¦大概}\n", "UK011"),
    # ---- school years
    ("usual school year", YEAR + TERMS + ", ¦usual: true}\n", "UK021"),
    ("school year without terms", "almanac: 1\nschool_years: [¦¦¦¦{year: 2026}]\n", "UK022 UK022 UK022 UK022"),
    ("school year without a year", "almanac: 1\nschool_years: [¦{" + TERMS + "}]\n", "UK022"),
    ("school year as two years", "almanac: 1\nschool_years: [{year: ¦2026-2027, " + TERMS + "}]\n", "UK011"),
    ("school year of another age", "almanac: 1\nschool_years: [{year: ¦1900, " + TERMS + "}]\n", "UK014"),
    ("day without a year", YEAR + TERMS.replace("2026-09-01", "¦9月1日") + "}\n", "UK012"),
    ("autumn upside down", YEAR + TERMS.replace("2027-01-22", "¦2026-08-31") + "}\n", "UK014"),
    ("spring upside down", YEAR + TERMS.replace("2027-07-02", "¦2027-02-21") + "}\n", "UK014"),
    ("spring before autumn ends", YEAR + TERMS.replace("2027-02-22", "¦2027-01-21") + "}\n", "UK014"),
    ("no winter holiday", YEAR + TERMS.replace("2027-02-22", "¦2027-01-23") + "}\n", "UK014"),
    ("no summer holiday", YEAR + TERMS.replace("2027-07-02", "¦2027-08-31") + "}\n", "UK014"),
    ("days of the year before", YEAR + TERMS.replace("2026-09-01", "¦2025-09-01") + "}\n", "UK014"),
    ("all of it wrong", YEAR + "autumn_from: ¦甲, autumn_to: ¦[], spring_from: ¦{}, spring_to: ¦2027-02-29}\n", "UK012 UK011 UK011 UK014"),
    # ---- holidays
    ("not all days off of the law", NOTICE + "holidays: ¦[{names: 元旦, from: 2027-01-01, to: 2027-01-03}]}\n", "UK014"),
    ("holidays without a year", "almanac: 1\nholidays: [¦{source: 甲, holidays: []}]\n", "UK022"),
    ("holidays of another age", "almanac: 1\nholidays: [{year: ¦1, source: 甲, holidays: []}]\n", "UK014"),
    ("days off without a name", NOTICE + "holidays: [¦{from: 2027-01-01, to: 2027-01-03}]}\n", "UK022"),
    ("days off upside down", NOTICE + "holidays: [{names: 元旦, from: 2027-01-03, to: ¦2027-01-01}]}\n", "UK014"),
    ("days off of another year", NOTICE + "holidays: ¦[{names: 元旦, from: 2026-01-01, to: 2026-01-03}]}\n", "UK014"),
    ("days off that meet", NOTICE + "holidays: ¦[{names: 甲, from: 2027-01-01, to: 2027-01-03}, {names: 乙, from: 2027-01-03, to: 2027-01-03}]}\n", "UK014"),
    ("working on a Monday", NOTICE + "holidays: [], workdays: ¦[2027-02-08]}\n", "UK014"),
    ("workdays that do not exist", NOTICE + "holidays: [], workdays: [¦2027-02-30, ¦2月7日]}\n", "UK014 UK012"),
    ("issued on no day", NOTICE + "holidays: [], issued: ¦2026-11-31}\n", "UK014"),
    # ---- windows
    ("window of no days", "almanac: 1\nwindows: {before: ¦0, after: ¦-1, around: ¦61, during: ¦1.5, opening: ¦甲, middle: ¦[], closing: ¦true}\n", "UK014 UK014 UK014 UK011 UK011 UK011 UK011"),
    ("unknown window", "almanac: 1\nwindows: {¦befor: 3}\n", "UK021"),
    # ---- entries that tell the same
    ("the same festival twice", "almanac: 1\nfestivals:\n- {name: 甲, day: 1月1日}\n- {name: ¦甲, day: 1月2日, region: ~}\n", "UK014"),
    ("the same festival under two names", "almanac: 1\nfestivals:\n- {name: 国庆, day: 10月1日}\n- {name: ¦国庆节, day: 10月1日}\n", "UK014"),
    ("a name that is an alias elsewhere", "almanac: 1\nfestivals:\n- {name: 甲, day: 1月1日, aliases: [乙, 丙]}\n- {name: ¦乙, day: 1月2日, aliases: ¦丙}\n- {name: 丁, day: 1月2日, aliases: [戊, ¦甲]}\n", "UK014 UK014 UK014"),
    ("the same festival twice, among other problems", "almanac: 1\nfestivals:\n- {name: 甲, day: ¦初一}\n- {name: ¦甲, ¦dya: 1月2日}\n", "UK012 UK014 UK021"),
    ("the same season twice", SEASON + "from: 1月1日, to: 1月2日}\n  - {name: ¦甲, festivals: [[元旦]]}\n", "UK014"),
    ("the same school year twice", YEAR + TERMS + "}\n  - {year: ¦2026, " + TERMS + "}\n", "UK014"),
    ("the same notice twice", NOTICE + "holidays: []}\n  - {year: ¦'2027', source: 乙, holidays: []}\n", "UK014"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "codes"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_file_is_refused_with_the_place_of_each_problem(marked: str, codes: str) -> None:
    """No other exception comes out, both languages word it, and it takes no time to speak of."""
    text = marked.replace("¦", "")
    began = time.perf_counter()
    with pytest.raises(AlmanacFileError) as caught:
        load_almanac(text)
    took = time.perf_counter() - began

    problems = caught.value.problems
    assert " ".join(each.code for each in problems) == codes
    assert [(each.place.line, each.place.column) for each in problems if each.place] == bars(marked)
    assert all(HAN.search(each.error.message("zh")) for each in problems)
    assert all(each.error.message("en") != each.error.message("zh") for each in problems)
    assert str(caught.value) == caught.value.message("zh")
    assert took < 5


@pytest.mark.parametrize(
    ("line", "codes"),
    [("# 历书\n", ["UK034"]), ("- {name: x, day: 1月1日}\n", ["UK034"]), ("x", ["UK034"])],
)
def test_30_mb_are_refused_unread(line: str, codes: list[str]) -> None:
    """Of whatever; a file of that size is not even opened."""
    began = time.perf_counter()
    with pytest.raises(AlmanacFileError) as caught:
        load_almanac("almanac: 1\nfestivals:\n" + line * (30_000_000 // len(line)))

    assert [problem.code for problem in caught.value.problems] == codes
    assert time.perf_counter() - began < 1


def test_a_file_of_too_many_entries_is_refused() -> None:
    """A quarter of a million values: about 40,000 festivals."""
    with pytest.raises(AlmanacFileError) as caught:
        load_almanac("almanac: 1\nfestivals:\n" + "- {name: x, day: 1月1日}\n" * 50_000)

    (problem,) = caught.value.problems
    assert problem.code == "UK014"
    assert problem.place is not None
    assert problem.place.line > 49_000


def test_problems_come_in_the_order_of_the_file_with_what_to_do() -> None:
    """On one line each: place, code, message and path."""
    text = (
        "almanac: 1\n"
        "festivals:\n"
        "  - {name: 校庆日, dya: 10月18日}\n"
        "  - {name: 校庆日, day: 十月}\n"
        "windows: {before: 100}\n"
    )

    with pytest.raises(AlmanacFileError) as caught:
        load_almanac(text, name="days.yaml")

    assert caught.value.message("zh").splitlines() == [
        "days.yaml:3:17: UK021 不认识的键“dya”，是不是“day”？ ($.festivals[0].dya)",
        "days.yaml:4:12: UK014 第 3 行已经写了“校庆日”；请只留一处，或者给两处写上不同的 region。 ($.festivals[1].name)",
        "days.yaml:4:22: UK012 “十月”读不成每年的日期；可以写成：9月10日、农历九月初九、5月第二个星期日、清明。 ($.festivals[1].day)",
        "days.yaml:5:19: UK014 before 是 1 到 60 的天数，不能是 100。 ($.windows.before)",
    ]
    assert caught.value.message("en").splitlines()[1] == (
        "days.yaml:4:12: UK014 Line 3 tells “校庆日” already; keep one of them, or give them different regions. "
        "($.festivals[1].name)"
    )


def test_many_problems_are_told_as_far_as_anyone_reads() -> None:
    """Whatever they are."""
    for entry in ("{name: 甲, day: 1月1日}", "{name: 甲, dya: 1月1日}", "{name: &a 甲, day: 1月1日}"):
        with pytest.raises(AlmanacFileError) as caught:
            load_almanac("almanac: 1\nfestivals:\n" + f"- {entry}\n" * 20_000)

        assert len(caught.value.problems) == MAX_PROBLEMS + 1
        assert caught.value.problems[-1].code == "UK030"


def test_only_text_is_loaded() -> None:
    """Bytes and paths are a mistake in a program, not in a file."""
    with pytest.raises(WrongTypeError):
        load_almanac(b"almanac: 1")  # type: ignore[arg-type]


# ---------------------------------------------------------------- anything at all

LISTS: dict[str, Any] = {
    "festivals": Festival,
    "seasons": Season,
    "school_years": SchoolYear,
    "holidays": HolidayYear,
}
KEYS = [(section, key_of(field)) for section, kind in LISTS.items() for field in attrs.fields(kind)]
NONSENSE: dict[str, Any] = {
    "a bool": True,
    "a number": -1,
    "a float": 1.5,
    "no text": "",
    "a text": "甲",
    "a line break": "甲\n乙",
    "a list of lists": [[]],
    "a list of nulls": [None],
    "an empty mapping": {},
    "a mapping": {"甲": {"乙": "丙"}},
    "a number of 5,000 digits": "9" * 5000,
}


@pytest.mark.parametrize(("section", "key"), KEYS)
def test_what_cannot_stand_at_a_key_is_refused_there(section: str, key: str) -> None:
    """Nearly all of these are wrong at each key; what is wrong besides is only what is missing."""
    wrong = set()
    for name, value in NONSENSE.items():
        told = problems({"almanac": 1, section: [{key: value}]})
        assert {code for code, path in told if path == f"$.{section}[0]"} <= {"UK022"}, name
        if any(path.startswith(f"$.{section}[0].{key}") for _, path in told):
            wrong.add(name)

    assert len(wrong) >= 4


def problems(value: object) -> list[tuple[str, str]]:
    """Codes and paths of what is wrong in a value, written as YAML and as JSON, worded in both languages."""
    told: list[tuple[str, str]] = []
    for text, name in (
        (yaml.safe_dump(value, allow_unicode=True), "days.yaml"),
        (json.dumps(value), "days.json"),
    ):
        told += [(problem.code, problem.path) for problem in refused(text, name)]
    return told


def refused(text: str, name: str = "-") -> tuple[Problem, ...]:
    """What is wrong in a text, worded in both languages; nothing else than an almanac or a refusal comes out."""
    loaded: Almanac | None = None
    found: tuple[Problem, ...] = ()
    try:
        loaded = load_almanac(text, name=name)
    except AlmanacFileError as error:
        found = error.problems
    assert isinstance(loaded, Almanac) or found
    assert all(problem.place and problem.message("zh") and problem.message("en") for problem in found)
    return found


words = st.sampled_from(
    [
        "2026",
        "2027-01-01",
        "2026-09-01",
        "9月10日",
        "农历腊月最后一天",
        "5月第二个星期日",
        "清明",
        "元旦",
        "甲",
        " ",
    ]
)
plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | words
    | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([key for _, key in KEYS]) | st.text(), inner, max_size=6)
    ),
    max_leaves=20,
)
entry = st.dictionaries(st.sampled_from(sorted({key for _, key in KEYS})), plain, max_size=8)
files = plain | st.fixed_dictionaries(
    {"almanac": st.just(1)},
    optional={
        **{section: st.lists(entry, max_size=4) for section in LISTS},
        "windows": entry,
        "region": plain,
    },
)


@given(value=files)
def test_whatever_can_be_written_loads_or_is_refused(value: object) -> None:
    """Also with keys that mean something; nothing else happens."""
    assert all(code.startswith("UK") and path.startswith("$") for code, path in problems(value))


@given(text=st.text())
def test_any_text_loads_or_is_refused(text: str) -> None:
    """Whatever it is."""
    prefixes = ("", "almanac: 1\n", "almanac: 1\nfestivals: ")

    assert all(problem.place for prefix in prefixes for problem in refused(prefix + text))


# ---------------------------------------------------------------- in programs


@pytest.mark.parametrize(
    "make",
    [
        lambda: Festival(name="甲", rule="1月1日"),  # type: ignore[arg-type]
        lambda: Festival(name=3, rule=FixedDay(1, 1)),
        lambda: Festival(name="甲", rule=FixedDay(1, 1), aliases=3),  # type: ignore[arg-type]
        lambda: Festival(name="甲", rule=FixedDay(1, 1), since="1949"),  # type: ignore[arg-type]
        lambda: Festival(name="甲", rule=FixedDay(1, 1), en=None),  # type: ignore[arg-type]
        lambda: Season(name="甲", first="1月1日", last=FixedDay(1, 1)),  # type: ignore[arg-type]
        lambda: Season(name="甲", festivals="元旦"),
        lambda: attrs.evolve(LOADED.school_years[0], spring_to=dt.datetime(2027, 7, 2)),  # noqa: DTZ001
        lambda: attrs.evolve(LOADED.school_years[0], year=2026.0),  # type: ignore[arg-type]
    ],
)
def test_programs_are_refused_what_files_are(make: Any) -> None:
    """With errors of ours, in both languages."""
    with pytest.raises(UnionkitError) as caught:
        make()

    assert HAN.search(caught.value.message("zh"))
    assert not HAN.search(
        caught.value.message("en").replace("甲", "").replace("元旦", "").replace("1月1日", "")
    )


def test_every_kind_of_rule_can_be_written() -> None:
    """The example above has each."""
    assert {type(each.rule) for each in LOADED.festivals} == set(DayRule.__args__)
