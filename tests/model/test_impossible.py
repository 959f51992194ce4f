"""A value that cannot exist cannot be built."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit import model
from unionkit.errors import (
    DuplicateIdError,
    ImpossibleValueError,
    InvalidTextError,
    InvalidValueError,
    NestingError,
    WrongTypeError,
)
from unionkit.model import (
    MAX_DEPTH,
    Activity,
    AtFestival,
    Budget,
    BudgetLine,
    Committee,
    Comparator,
    Data,
    Delegates,
    Every,
    FreeText,
    Funds,
    Goal,
    InMonths,
    Item,
    Money,
    MonthPart,
    OnDay,
    Organization,
    Paragraph,
    Part,
    Period,
    Person,
    Plan,
    Quantity,
    Result,
    Table,
    Target,
    WelfareMeasure,
    check_text,
)
from unionkit.testing import lines

MINIMAL: dict[type, dict[str, Any]] = {
    Activity: {"title": "甲"},
    AtFestival: {"wording": "中秋节", "festival": "中秋节"},
    Budget: {},
    BudgetLine: {"account": "职工活动支出", "amount": Money(1)},
    Committee: {"kind": "audit"},
    model.CrossReference: {"target": "work", "words": "第三部分"},
    Delegates: {"total": 1},
    model.Deadline: {"wording": "9月前", "before": model.parse_schedule("9月")},
    model.InHalf: {"wording": "上半年", "half": 1},
    model.InHoliday: {"wording": "暑假", "holiday": next(iter(model.Holiday))},
    model.InQuarter: {"wording": "第一季度", "quarter": 1},
    model.InSeason: {"wording": "安全生产月", "season": next(iter(model.SEASONS))},
    model.InTerm: {"wording": "本学期", "term": next(iter(model.SchoolTerm))},
    model.InYear: {"wording": "年底", "part": next(iter(model.YearPart))},
    model.OnPersonalDate: {"wording": "生日", "occasion": next(iter(model.Occasion))},
    model.Several: {
        "wording": "9月、10月",
        "members": [model.parse_schedule("9月"), model.parse_schedule("10月")],
    },
    model.Span: {
        "wording": "9月至10月",
        "start": model.parse_schedule("9月1日"),
        "end": model.parse_schedule("10月1日"),
    },
    Every: {"wording": "每年", "recurrence": model.Recurrence.YEARLY},
    FreeText: {"wording": "适时"},
    Funds: {},
    Goal: {"indicator": "甲"},
    InMonths: {"wording": "9月", "first": 9, "last": 9},
    Money: {"yuan": 1},
    OnDay: {"wording": "9月1日", "month": 9, "day": 1},
    Organization: {},
    Paragraph: {"text": "甲"},
    Part: {},
    Period: {},
    Person: {"name": "甲"},
    Plan: {},
    Quantity: {"value": 1},
    Result: {"indicator": "甲"},
    Table: {"head": ["甲"]},
    Target: {"value": 1},
    WelfareMeasure: {"title": "甲"},
}
DAY = dt.date(2026, 9, 1)
LINE = BudgetLine(account="职工活动支出", amount=Money(1), id="a")
FIELDS = [(cls, field.name) for cls in MINIMAL for field in attrs.fields(cls) if field.init]


class Stranger:
    """Nothing that a plan could hold."""

    def __repr__(self) -> str:
        return "Stranger()"


def test_every_type_of_the_model_is_tested() -> None:
    """Also those that are new."""
    types = {value for value in vars(model).values() if isinstance(value, type) and attrs.has(value)}

    assert types - MINIMAL.keys() == {Item, model.Term, model.Vocabulary}


@pytest.mark.parametrize(("cls", "name"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
@pytest.mark.parametrize(
    "value",
    [Stranger(), 1.5, b"x", {1.5}, [Stranger()], dt.datetime(2026, 1, 1, tzinfo=dt.UTC), "\0", "\ud800"],
)
def test_no_field_takes_a_value_of_another_type(cls: type, name: str, value: object) -> None:
    """What comes out is our own error, which is a ValueError and says so in both languages."""
    with pytest.raises(InvalidValueError) as caught:
        cls(**{**MINIMAL[cls], name: value})

    assert isinstance(caught.value, ValueError)
    assert caught.value.message("zh") != caught.value.message("en")


@pytest.mark.parametrize(("cls", "name"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_no_field_takes_none_unless_that_is_its_default(cls: type, name: str) -> None:
    """None means: not said."""
    default = attrs.fields_dict(cls)[name].default
    if default is None:
        assert getattr(cls(**{**MINIMAL[cls], name: None}), name) is None
        return
    with pytest.raises(InvalidValueError):
        cls(**{**MINIMAL[cls], name: None})


@pytest.mark.parametrize(("cls", "name"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_values_never_change(cls: type, name: str) -> None:
    """Every type is frozen, and its values can be kept in sets."""
    value = cls(**MINIMAL[cls])
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, name, getattr(value, name))

    assert isinstance(hash(value), int)


@pytest.mark.parametrize(
    ("build", "error"),
    [
        (lambda: Period(year=1948), ImpossibleValueError),
        (lambda: Period(year=2101), ImpossibleValueError),
        (lambda: Period(year=True), WrongTypeError),
        (lambda: Period(half=3), ImpossibleValueError),
        (lambda: Period(half=0), ImpossibleValueError),
        (lambda: Period(half=1, quarter=1), ImpossibleValueError),
        (lambda: Period(quarter=5), ImpossibleValueError),
        (lambda: Period(quarter=0), ImpossibleValueError),
        (lambda: Period(term=3), ImpossibleValueError),
        (lambda: Period(half=2, term=1), ImpossibleValueError),
        (lambda: Period(quarter=2, first=DAY, last=DAY), ImpossibleValueError),
        (lambda: Period(year=2026, first=DAY, last=DAY), ImpossibleValueError),
        (lambda: Period(first=DAY), ImpossibleValueError),
        (lambda: Period(last=DAY), ImpossibleValueError),
        (lambda: Period(first=DAY, last=DAY - dt.timedelta(days=1)), ImpossibleValueError),
        (lambda: Period(first=dt.date(1948, 12, 31), last=DAY), ImpossibleValueError),
        (lambda: Period(first=DAY, last=dt.date(2101, 1, 1)), ImpossibleValueError),
        (lambda: Budget(income=[LINE], expenditure=[LINE]), ImpossibleValueError),
        (lambda: Budget(expenditure=[LINE, LINE]), ImpossibleValueError),
        (lambda: Budget(income=[BudgetLine(account="甲", amount=Money(10**17))] * 10), ImpossibleValueError),
        (lambda: Budget(carried_over=Money(-1)), ImpossibleValueError),
        (lambda: Budget(income=LINE), WrongTypeError),
        (lambda: BudgetLine(account="", amount=Money(1)), WrongTypeError),
        (lambda: BudgetLine(account="甲", amount=Money(-1)), ImpossibleValueError),
        (lambda: BudgetLine(account="甲", amount=300), WrongTypeError),
        (lambda: BudgetLine(account="甲", amount=Money(1), limit=Money(-1)), ImpossibleValueError),
        (lambda: BudgetLine(account="甲", amount=Money(1), id=" "), WrongTypeError),
        (lambda: Person(name="\u3000"), WrongTypeError),
        (lambda: Person(name="甲", full_time=1), WrongTypeError),
        (lambda: Committee(kind=""), WrongTypeError),
        (lambda: Committee(kind="audit", size=-1), ImpossibleValueError),
        (lambda: Committee(kind="audit", size=0, members=[Person(name="甲")]), ImpossibleValueError),
        (lambda: Committee(kind="audit", members=["甲"]), WrongTypeError),
        (lambda: Committee(kind="audit", term=0), ImpossibleValueError),
        (lambda: Committee(kind="audit", term=11), ImpossibleValueError),
        (lambda: Committee(kind="audit", elected=dt.date(9999, 12, 31)), ImpossibleValueError),
        (lambda: Delegates(total=-1), ImpossibleValueError),
        (lambda: Delegates(total=1, women=2), ImpossibleValueError),
        (lambda: Delegates(total=1, workers=-1), ImpossibleValueError),
        (lambda: Delegates(total=1, agency=2), ImpossibleValueError),
        (lambda: Delegates(total=1, term=0), ImpossibleValueError),
        (lambda: Delegates(total=10**10), ImpossibleValueError),
        (lambda: Committee(kind="audit", entitled=9, present=10), ImpossibleValueError),
        (
            lambda: Committee(kind="audit", present=9, members=[Person(name="甲", votes=10)]),
            ImpossibleValueError,
        ),
        (
            lambda: Committee(kind="audit", entitled=9, members=[Person(name="甲", votes=10)]),
            ImpossibleValueError,
        ),
        (lambda: Organization(staff=1, women_staff=2), ImpossibleValueError),
        (lambda: Plan(issued=dt.date(1948, 12, 31)), ImpossibleValueError),
        (lambda: Plan(approved=dt.date(2101, 1, 1)), ImpossibleValueError),
        (lambda: Plan(attachments={"甲", "乙"}), WrongTypeError),
        (lambda: Goal(indicator="甲", due=dt.date(1, 1, 1)), ImpossibleValueError),
        (lambda: Activity(title="甲", participants=10**10), ImpossibleValueError),
        (lambda: Activity(title="甲", participants=Quantity("1.5", "人")), ImpossibleValueError),
        (lambda: Activity(title="甲", participants=Quantity(60, "%")), ImpossibleValueError),
        (lambda: Activity(title="甲", nth=10**18), ImpossibleValueError),
        (lambda: Activity(title="甲", when="9月"), WrongTypeError),
        (lambda: WelfareMeasure(title="甲", cost=Money(-1)), ImpossibleValueError),
        (lambda: WelfareMeasure(title="甲", headcount=Quantity(300, "元")), ImpossibleValueError),
        (lambda: Funds(dues=Money(-1)), ImpossibleValueError),
        (lambda: Funds(retained=Quantity(101, "%")), ImpossibleValueError),
        (lambda: Funds(retained=Quantity(-1, "%")), ImpossibleValueError),
        (lambda: Funds(retained=Quantity(11, "成")), ImpossibleValueError),
        (lambda: Funds(retained=Quantity(60, "元")), ImpossibleValueError),
        (lambda: Organization(payroll=Money(-1)), ImpossibleValueError),
        (lambda: Organization(members=-1), ImpossibleValueError),
        (lambda: Organization(staff=True), WrongTypeError),
        (lambda: Organization(members=1, women=2), ImpossibleValueError),
        (lambda: OnDay(wording="x", month=2, day=30), ImpossibleValueError),
        (lambda: OnDay(wording="x", month=0, day=1), ImpossibleValueError),
        (lambda: OnDay(wording="x", month=13, day=1), ImpossibleValueError),
        (lambda: OnDay(wording="x", month=2, day=29, year=2027), ImpossibleValueError),
        (lambda: OnDay(wording="x", month=1, day=1, year=0), ImpossibleValueError),
        (lambda: OnDay(wording="x", month=1, day=1, year=10000), ImpossibleValueError),
        (lambda: OnDay(wording=" ", month=1, day=1), WrongTypeError),
        (lambda: InMonths(wording="x", first=5, last=3), ImpossibleValueError),
        (lambda: InMonths(wording="x", first=3, last=5, part=MonthPart.END), ImpossibleValueError),
        (lambda: Target(value=1, upper=1), ImpossibleValueError),
        (lambda: Target(value=1, upper=2, comparator=Comparator.ABOUT), ImpossibleValueError),
        (lambda: Target(value=1, comparator=">="), WrongTypeError),
        (lambda: Goal(indicator="甲", keep=True, target=Target(value=1)), ImpossibleValueError),
        (lambda: Goal(indicator="\u3000"), WrongTypeError),
        (lambda: Goal(indicator="甲", nth=0), ImpossibleValueError),
        (lambda: Goal(indicator="甲", id=""), WrongTypeError),
        (lambda: Activity(title="甲", cost=Money(-1)), ImpossibleValueError),
        (lambda: Activity(title="甲", participants=-1), ImpossibleValueError),
        (lambda: Activity(title="甲", participants=True), WrongTypeError),
        (lambda: Activity(title="甲", due=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)), WrongTypeError),
        (lambda: Activity(title="甲", participants=1, prizes=2), ImpossibleValueError),
        (lambda: Activity(title="甲", prizes=-1), ImpossibleValueError),
        (lambda: Activity(title="甲", partners="后勤处"), WrongTypeError),
        (lambda: Activity(title="甲", partners=[""]), WrongTypeError),
        (lambda: Activity(title="甲", consent=0), WrongTypeError),
        (lambda: WelfareMeasure(title="甲", triggers="illness"), WrongTypeError),
        (lambda: WelfareMeasure(title="甲", triggers=[""]), WrongTypeError),
        (lambda: Plan(attachments=[""]), WrongTypeError),
        (lambda: Plan(attachments="名单"), WrongTypeError),
        (lambda: Plan(approved=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)), WrongTypeError),
        (lambda: Quantity(1, about=1), WrongTypeError),
        (lambda: WelfareMeasure(title="甲", per_head=Money(-1)), ImpossibleValueError),
        (lambda: WelfareMeasure(title="甲", headcount=-1), ImpossibleValueError),
        (lambda: WelfareMeasure(title="甲", form="goods"), WrongTypeError),
        (lambda: Paragraph(text="甲\n乙"), InvalidTextError),
        (lambda: Paragraph(text="甲", facts=[Paragraph(text="乙")]), WrongTypeError),
        (lambda: Table(head=[]), ImpossibleValueError),
        (lambda: Table(head=["甲"], rows=[["乙", "丙"]]), ImpossibleValueError),
        (lambda: Table(head="甲乙"), WrongTypeError),
        (lambda: Table(head=["甲"], rows=["乙"]), WrongTypeError),
        (lambda: Part(heading=""), WrongTypeError),
        (lambda: Part(content="甲"), WrongTypeError),
        (lambda: Part(content=["甲"]), WrongTypeError),
        (
            lambda: Plan(content=[Goal(indicator="甲", id="a"), Goal(indicator="乙", id="a")]),
            DuplicateIdError,
        ),
        (lambda: Plan(pack=""), WrongTypeError),
        (lambda: Data({1: 2}), WrongTypeError),
        (lambda: Data("甲"), WrongTypeError),
        (lambda: Data({"a": 0.5}), WrongTypeError),
        (lambda: Data({"a": {"b", "c"}}), WrongTypeError),
        (lambda: Data({"a": 10**18}), ImpossibleValueError),
        (lambda: Data({"a": Decimal("NaN")}), ImpossibleValueError),
        (lambda: Data({"a": "\ud800"}), InvalidTextError),
        (lambda: Data({"\0": 1}), InvalidTextError),
        (lambda: Data({"a" * 101: 1}), ImpossibleValueError),
    ],
)
def test_impossible_values_are_refused(build: Callable[[], object], error: type[Exception]) -> None:
    """Out of bounds, contradicting one another, or of a type that only looks right."""
    with pytest.raises(error):
        build()


def nested(levels: int) -> Part:
    """Parts within parts."""
    part = Part()
    for _ in range(levels - 1):
        part = Part(content=[part])
    return part


def test_parts_nest_twelve_deep() -> None:
    """The thirteenth level is refused."""
    assert nested(MAX_DEPTH).depth == MAX_DEPTH == 12

    with pytest.raises(NestingError):
        nested(MAX_DEPTH + 1)


def test_data_nests_32_deep_however_it_is_put_together() -> None:
    """Wrapping data that was built before counts like the rest."""
    data = Data({"a": 1})
    for _ in range(31):
        data = Data({"a": data})

    with pytest.raises(NestingError):
        Data({"a": data})
    with pytest.raises(NestingError):
        Data({"a": [[[data]]]})


@pytest.mark.parametrize(
    "character", ["\0", "\n", "\r", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\ud83d", "\ufeff", "\uffff"]
)
def test_characters_that_no_document_can_carry_are_refused(character: str) -> None:
    """With their notation and place."""
    with pytest.raises(InvalidTextError) as caught:
        check_text(f"计划{character}")

    assert (caught.value.character, caught.value.at) == (f"U+{ord(character):04X}", 2)
    assert "第 3 个字符" in str(caught.value)


@given(text=st.text())
def test_text_is_taken_unless_a_character_is_refused(text: str) -> None:
    """Whatever else it is."""
    bad = re.search("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]", text)
    if bad is None:
        assert check_text(text) == text
        return
    with pytest.raises(InvalidTextError) as caught:
        check_text(text)

    assert caught.value.at == bad.start()


@given(text=lines())
def test_lines_are_texts(text: str) -> None:
    """The strategy draws what the model takes."""
    assert check_text(text) == text
