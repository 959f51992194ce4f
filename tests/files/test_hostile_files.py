"""Files that are no plan: each is refused with a code, a place and both languages, quickly."""

from __future__ import annotations

import re
import time

import pytest

from unionkit.errors import PlanFileError
from unionkit.files import PlanFile, load_plan
from unionkit.files._places import MAX_PROBLEMS

from .marked import bars

HAN = re.compile(r"[\u4e00-\u9fff]")
GOAL = "content:\n  - goal: 甲\n    "

# name, text of the file with a bar before each place that must be reported, and the codes in that order
HOSTILE: list[tuple[str, str, str]] = [
    # ---- not YAML, or more of it than a plan needs
    ("empty", "¦", "UK029"),
    ("blanks only", "¦ \n\n", "UK029"),
    ("comments only", "¦# 计划\n", "UK029"),
    ("null", "¦~\n", "UK029"),
    ("open quote", "title: ¦\"甲\n", "UK028"),
    ("open bracket", "content: ¦[甲\n", "UK028"),
    ("tab indentation", "period:\n¦\tyear: 2026\n", "UK028"),
    ("uneven indentation", "period:\n  year: 2026\n ¦half: 1\n", "UK028"),
    ("two colons", "title: 甲¦: 乙\n", "UK028"),
    ("reserved character", "title: ¦@甲\n", "UK028"),
    ("half an escape", "title: \"甲\\u¦d83d\"\n", "UK028"),
    ("anchor", "title: ¦&a 甲\n", "UK025"),
    ("anchor and alias", "title: ¦&a 甲\nsignature: ¦*a\n", "UK025 UK025"),
    ("alias instead of what is needed", "content:\n  - goal: ¦*a\n", "UK025"),
    ("alias of a list that holds it", "content: ¦&a [¦*a]\n", "UK025 UK025"),
    ("billion laughs", "¦a: ¦&a [x]\n¦b: ¦&b [¦*a, ¦*a]\n", "UK021 UK025 UK021 UK025 UK025 UK025"),
    ("merge key", "¦<<: {title: 甲}\n", "UK025"),
    ("tag that runs a program", "title: ¦!!python/object/apply:os.system [ls]\n", "UK026"),
    ("tag on a text", "title: ¦!!int 5\n", "UK026"),
    ("tag on a key", "¦!!str title: 甲\n", "UK026"),
    ("second document", "title: 甲\n¦---\ntitle: 乙\n", "UK028"),
    ("complex key", "? ¦[a]\n: 甲\n", "UK011"),
    ("mapping as key", "{¦{a: b}: c}\n", "UK011"),
    ("a thousand braces", "{¦" + "{" * 999, "UK011"),
    ("a hundred thousand brackets", "[" * 64 + "¦" + "[" * 100_000, "UK015"),
    ("a thousand dashes", "- " * 64 + "¦" + "- " * 1000, "UK015"),
    ("NUL", "title: 甲\nsignature: 乙¦\0丙\n", "UK013"),
    ("escape character", "title: ¦\x1b[31m\n", "UK013"),
    ("half a surrogate pair", "title: ¦\ud83d\n", "UK013"),
    # ---- not a plan
    ("a list", "¦- 甲\n", "UK011"),
    ("a text", "¦甲\n", "UK011"),
    ("duplicate key", "title: 甲\n¦title: 乙\n", "UK023"),
    ("duplicate key that is unknown too", "¦x: 1\n¦x: 2\n", "UK021 UK023"),
    ("unknown key", "¦tittle: 甲\n", "UK021"),
    ("number as key", "¦1: 甲\n", "UK021"),
    ("null as key", "¦~: 甲\n", "UK021"),
    ("empty key", "¦: 甲\n", "UK028"),
    ("future version", "unionkit: ¦2\ntittle: 甲\n", "UK027"),
    ("version that is no number", "unionkit: ¦[1]\n", "UK027"),
    ("unknown status", "status: ¦done\n", "UK017"),
    ("list as status", "status: ¦[draft]\n", "UK017"),
    ("mapping as title", "title: ¦{a: b}\n", "UK011"),
    ("text as organization", "organization: ¦清河中学工会\n", "UK011"),
    ("list as period", "period: ¦[2026]\n", "UK011"),
    ("text as content", "content: ¦甲\n", "UK011"),
    ("mapping as content", "content: ¦{goal: 甲}\n", "UK011"),
    ("text as data", "data: ¦甲\n", "UK011"),
    ("BOM in a text", "title: ¦甲\ufeff乙\n", "UK013"),
    ("text with a line break", "content:\n  - ¦\"甲\\n乙\"\n", "UK013"),
    ("block scalar", "content:\n  - ¦|\n    甲\n    乙\n", "UK013"),
    ("null in content", "content: [甲, ¦~]\n", "UK011"),
    ("list in content", "content:\n  - ¦- 甲\n", "UK011"),
    ("nothing told", "content:\n  - ¦owner: 甲\n", "UK024"),
    ("sentence with a colon", "content:\n  - ¦健全: 制度\n", "UK039"),
    ("two item keys, and more", "content:\n  - ¦{goal: 甲, activity: 乙, cost: ¦多, ¦bogus: 1}\n", "UK024 UK012 UK021"),
    ("telling key misspelt, and more", "content:\n  - {¦gaol: 甲, keep: ¦maybe}\n", "UK021 UK011"),
    ("telling key of a time misspelt", "content: [{activity: 甲, when: {wording: x, ¦festivl: 中秋节}}]\n", "UK021"),
    ("required key misspelt", "budget: {income: [{¦acount: 甲, amount: 1}]}\n", "UK021"),
    ("no code to ignore", "ignore: ¦{a: b}\n", "UK011"),
    ("two item keys", "content:\n  - ¦goal: 甲\n    activity: 乙\n", "UK024"),
    ("heading and text", "content:\n  - ¦{heading: 甲, text: 乙}\n", "UK024"),
    ("item without its text", "content:\n  - ¦goal:\n", "UK022"),
    ("blank item", "content:\n  - goal: ¦\"　\"\n", "UK011"),
    ("fact without kind", "content:\n  - {text: 甲, facts: [¦{owner: 乙}]}\n", "UK024"),
    ("text as fact", "content:\n  - {text: 甲, facts: [¦乙]}\n", "UK011"),
    ("text as facts", "content:\n  - {text: 甲, facts: ¦乙}\n", "UK011"),
    # ---- values that cannot be
    ("year 0", "period: {year: ¦0}\n", "UK014"),
    ("year 99999", "period: {year: ¦99999}\n", "UK014"),
    ("half 3", "period:\n  half: ¦3\n", "UK014"),
    ("30 February", "issued: ¦2026-02-30\n", "UK014"),
    ("31 September in words", "issued: ¦2026年9月31日\n", "UK014"),
    ("29 February of a common year", "issued: ¦2025-2-29\n", "UK014"),
    ("day of month 13", "issued: ¦2026-13-01\n", "UK014"),
    ("day 0", "issued: ¦2026-09-00\n", "UK014"),
    ("day of year 0", "issued: ¦0000-01-01\n", "UK014"),
    ("day without year", "issued: ¦9月10日\n", "UK012"),
    ("list as day", "issued: ¦[2026]\n", "UK011"),
    ("negative members", "organization:\n  members: ¦-1\n", "UK014"),
    ("more women than members", "organization:\n  members: 1\n  women: ¦2\n", "UK014"),
    ("a number of 5,000 digits", "organization:\n  members: ¦" + "9" * 5000, "UK011"),
    ("fraction of a person", "organization: {staff: ¦1.5}\n", "UK011"),
    ("target without a figure", GOAL + "target: ¦多\n", "UK012"),
    ("list as target", GOAL + "target: ¦[1]\n", "UK011"),
    ("target upside down", GOAL + "target: ¦90%-80%\n", "UK014"),
    ("target that is no number", GOAL + "target: {value: ¦nan}\n", "UK014"),
    ("infinite baseline", GOAL + "baseline: {value: ¦-Infinity}\n", "UK014"),
    ("number of many decimals", GOAL + "baseline:\n      value: ¦0." + "0" * 5000 + "1", "UK014"),
    ("exponent", GOAL + "baseline: {value: ¦1E+999999999}\n", "UK014"),
    ("small exponent", GOAL + "baseline: {value: ¦1E-999999999}\n", "UK014"),
    ("target of 5,000 digits", GOAL + "target: ¦" + "9" * 5000, "UK012"),
    ("both keep and target", GOAL + "keep: ¦true\n    target: 1\n", "UK014"),
    ("text as truth", GOAL + "keep: ¦vielleicht\n", "UK011"),
    ("nth 0", GOAL + "nth: ¦0\n", "UK014"),
    ("money that is no number", "content: [{activity: 甲, cost: ¦nan}]\n", "UK012"),
    ("parts of a fen", "content: [{activity: 甲, cost: ¦0.001}]\n", "UK014"),
    ("negative money", "content: [{activity: 甲, cost: ¦-1}]\n", "UK014"),
    ("mapping as money", "content: [{activity: 甲, cost: ¦{yuan: 1}}]\n", "UK011"),
    ("negative headcount", "content: [{welfare: 甲, headcount: ¦-1}]\n", "UK014"),
    ("unknown form", "content: [{welfare: 甲, form: ¦cash}]\n", "UK017"),
    ("day that no month has", "content: [{activity: 甲, when: ¦2月30日}]\n", "UK014"),
    ("month 13", "content: [{activity: 甲, when: ¦13月}]\n", "UK014"),
    ("list as time", "content: [{activity: 甲, when: ¦[9月]}]\n", "UK011"),
    ("two kinds of time", "content: [{activity: 甲, when: ¦{day: 1, every: yearly}}]\n", "UK024"),
    ("free text that is a date", "content: [{activity: 甲, when: {wording: ¦9月}}]\n", "UK014"),
    ("time of no month", "content: [{activity: 甲, when: {wording: x, day: 1, month: ¦0}}]\n", "UK014"),
    ("table without columns", "content: [{table: ¦[]}]\n", "UK014"),
    ("row that is too short", "content:\n  - table: [甲, 乙]\n    rows: ¦[[丙]]\n", "UK014"),
    ("empty cell", "content:\n  - table: [甲]\n    rows: [[¦~]]\n", "UK011"),
    ("text as row", "content:\n  - table: [甲]\n    rows: [¦乙]\n", "UK011"),
    ("the same id twice", "content:\n  - {goal: 甲, id: a}\n  - {goal: 乙, id: ¦a}\n", "UK016"),
    ("the same id twice, among other problems", "titel: 甲\ncontent:\n  - {goal: 甲, id: a}\n  - {goal: 乙, id: ¦a}\n".replace("titel", "¦titel"), "UK021 UK016"),
    ("half and quarter", "period: {half: 1, quarter: ¦2}\n", "UK014"),
    ("quarter 5", "period: {quarter: ¦5}\n", "UK014"),
    ("term 3", "period: {term: ¦3}\n", "UK014"),
    ("span without end", "period: ¦{from: 2026-09-01}\n", "UK014"),
    ("span that ends first", "period: {from: 2026-09-01, to: ¦2026-08-31}\n", "UK014"),
    ("span of days beside a year", "period: {year: 2026, from: ¦2026-09-01, to: 2026-12-31}\n", "UK014"),
    ("list as name", "organization: {name: ¦[清河]}\n", "UK011"),
    ("committee without a kind", "organization:\n  committees:\n    - ¦{size: 3}\n", "UK022"),
    ("more members than the committee has", "organization:\n  committees:\n    - {kind: audit, size: 1, members: ¦[{name: 甲}, {name: 乙}]}\n", "UK014"),
    ("member without a name", "organization:\n  committees:\n    - {kind: audit, members: [¦{role: 主任}]}\n", "UK022"),
    ("term of no years", "organization: {committees: [{kind: audit, term: ¦0}]}\n", "UK014"),
    ("elected on 31 April", "organization: {committees: [{kind: audit, elected: ¦2024-04-31}]}\n", "UK014"),
    ("more women than delegates", "organization: {delegates: {total: 10, women: ¦11}}\n", "UK014"),
    ("delegates without a total", "organization: {delegates: ¦{women: 1}}\n", "UK022"),
    ("retained share above all of it", "organization: {funds: {retained: ¦110%}}\n", "UK014"),
    ("negative payroll", "organization: {payroll: ¦-1万}\n", "UK014"),
    ("budget as a list", "budget: ¦[甲]\n", "UK011"),
    ("line without an amount", "budget: {income: [¦{account: 会费收入}]}\n", "UK022"),
    ("line without an account", "budget: {income: [¦{amount: 1}]}\n", "UK022"),
    ("infinite amount", "budget: {income: [{account: 会费收入, amount: ¦Infinity}]}\n", "UK012"),
    ("the same line twice", "budget: {expenditure: ¦[{account: 甲, amount: 1, id: a}, {account: 乙, amount: 1, id: a}]}\n", "UK014"),
    ("a budget of more than there is", "budget: {income: ¦[{account: 甲, amount: 999999999999999999}, {account: 乙, amount: 9}]}\n", "UK014"),
    ("text as attachments", "attachments: ¦甲\n", "UK011"),
    ("attachment without a name", "attachments: ¦['']\n", "UK011"),
    ("more winners than people", "content: [{activity: 甲, participants: 3, prizes: ¦4}]\n", "UK014"),
    ("trigger as a number", "content: [{welfare: 甲, trigger: [¦[illness]]}]\n", "UK011"),
    ("week 6", "content: [{activity: 甲, when: {wording: 甲, every: monthly, part: ¦第六周}}]\n", "UK017"),
    ("weekday 8", "content: [{activity: 甲, when: {wording: 甲, every: weekly, weekday: ¦8}}]\n", "UK014"),
    ("day 32 of each month", "content: [{activity: 甲, when: ¦每月32日}]\n", "UK014"),
    ("several that are one", "content: [{activity: 甲, when: {wording: 甲, members: ¦[9月]}}]\n", "UK014"),
    ("span upside down", "content: [{activity: 甲, when: {wording: 甲, start: 9月2日, end: ¦9月1日}}]\n", "UK014"),
    ("deadline of a recurrence", "content: [{activity: 甲, when: {wording: 甲, before: ¦每月}}]\n", "UK011"),
    ("control character in data", "data: {a: ¦\"\\0\"}\n", "UK013"),
    ("data nested too deep", "data: ¦{a: " + "[" * 40 + "]" * 40 + "}\n", "UK015"),
    ("endless key", "? ¦" + "a" * 1_000_000 + "\n: 甲\n", "UK021"),
    ("endless words", GOAL + "target: ¦'1" + " " * 100_000 + "家'\n", "UK012"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "codes"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_hostile_file_is_refused_with_the_place_of_each_problem(marked: str, codes: str) -> None:
    """No other exception comes out, both languages word it, and it takes no time to speak of."""
    began = time.perf_counter()
    with pytest.raises(PlanFileError) as caught:
        load_plan(marked.replace("¦", ""))
    took = time.perf_counter() - began

    problems = caught.value.problems
    assert [(each.place.line, each.place.column) for each in problems if each.place] == bars(marked)
    assert " ".join(each.code for each in problems) == codes
    assert all(HAN.search(each.error.message("zh")) for each in problems)
    assert all(each.error.message("en") != each.error.message("zh") for each in problems)
    assert took < 5


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        ("2026年9月31日", "9 月没有 31 日", "Month 9 has no day 31"),
        ("2026-09-31", "9 月没有 31 日", "Month 9 has no day 31"),
        ("2028/2/30", "2 月没有 30 日", "Month 2 has no day 30"),
        ("2025-02-29", "2025 年 2 月没有 29 日", "Month 2 of 2025 has no day 29"),
        ("2026-13-01", "没有 13 月", "no month 13"),
    ],
)
def test_a_day_that_does_not_exist_is_not_blamed_on_its_notation(day: str, zh: str, en: str) -> None:
    """Writing it in another way would not help."""
    with pytest.raises(PlanFileError) as caught:
        load_plan(f"issued: {day}\n")

    assert zh in caught.value.message("zh")
    assert en in caught.value.message("en")
    assert "2026-09-10" not in caught.value.message("zh")


def parts(levels: int) -> str:
    """Parts nested in one another."""
    return "content: [" + "{content: [" * levels + "]}" * levels + "]\n"


def test_parts_nest_twelve_deep() -> None:
    """Twelve levels load; the thirteenth is refused, not a crash at some other depth."""
    assert load_plan(parts(12)).content

    with pytest.raises(PlanFileError) as caught:
        load_plan(parts(13))

    assert [problem.code for problem in caught.value.problems] == ["UK015"]


@pytest.mark.parametrize("levels", [30, 31, 200, 20_000])
def test_parts_nested_far_too_deep_are_refused(levels: int) -> None:
    """Whatever the depth, it is the same problem."""
    with pytest.raises(PlanFileError) as caught:
        load_plan(parts(levels))

    assert [problem.code for problem in caught.value.problems] == ["UK015"]


def test_all_problems_of_a_file_are_reported_at_once_and_in_its_order() -> None:
    """Also those that only a validator sees, beside those of type and spelling."""
    text = (
        "tittle: 甲\n"
        "period: {half: 3, year: 1}\n"
        "content:\n"
        "  - welfare: 甲\n"
        "    per_head: -1\n"
        "    headcount: 多\n"
        "    when: 2月30日\n"
        "  - {goal: &a 乙, wordz: 丙}\n"
        "issued: 昨天\n"
    )

    with pytest.raises(PlanFileError) as caught:
        PlanFile.parse(text, name="plan.yaml")

    assert [str(problem.place) for problem in caught.value.problems] == [
        "plan.yaml:1:1",
        "plan.yaml:2:16",
        "plan.yaml:2:25",
        "plan.yaml:5:15",
        "plan.yaml:6:16",
        "plan.yaml:7:11",
        "plan.yaml:8:12",
        "plan.yaml:8:18",
        "plan.yaml:9:9",
    ]
    assert caught.value.message("en").splitlines()[0] == (
        "plan.yaml:1:1: UK021 Unknown key “tittle”; did you mean “title”? ($.tittle)"
    )


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_lines_may_end_as_on_any_system(newline: str) -> None:
    """Lines and columns are those of an editor."""
    lines = ["title: 甲", "content:", "  - goal: 乙", "    wordz: 丙"]

    with pytest.raises(PlanFileError) as caught:
        load_plan(newline.join(lines))
    file = PlanFile.parse(newline.join(lines[:3]))

    place = caught.value.problems[0].place
    assert place is not None
    assert (place.line, place.column, place.end_line, place.end_column) == (4, 5, 4, 10)
    assert str(file.place(("content", 0, "goal"))) == "-:3:11"
    assert str(file.place(("content", 0), words="乙")) == "-:3:11"


def test_a_byte_order_mark_at_the_start_is_fine() -> None:
    """Windows editors write one."""
    assert load_plan("\ufefftitle: 甲\n").title == "甲"


def test_a_mark_of_format_version_may_be_left_empty_or_out() -> None:
    """The newest version is meant."""
    assert (
        load_plan("unionkit:\ntitle: 甲\n")
        == load_plan("title: 甲\n")
        == load_plan("unionkit: 1\ntitle: 甲\n")
    )


def test_many_problems_take_no_longer_than_their_number() -> None:
    """Each costs about the same, wherever it stands and however many there are."""
    text = "".join(f"key{number}: 甲\n" for number in range(100_000))
    began = time.perf_counter()

    with pytest.raises(PlanFileError) as caught:
        load_plan(text)

    assert len(caught.value.problems) == MAX_PROBLEMS + 1
    assert caught.value.problems[-1].code == "UK030"
    assert time.perf_counter() - began < 30
