"""The register as a workbook: every enterprise is on one sheet, and the summary adds up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unionkit_pack_town
from unionkit import Kit, Plan
from unionkit.document import Scope
from unionkit.errors import UnionkitError
from unionkit.model import Organization, Period
from unionkit_pack_town import UNION_REGISTER

from .reading import Sheet, read

KITS = {
    lang: Kit(discover=False, plugins=[unionkit_pack_town], strict=True, lang=lang) for lang in ("zh", "en")
}
SIZES = ("large", "middle", "small")
FIGURES = ("to_build", "built", "to_standardise", "standardised")


def book(lang: str = "zh", **town: object) -> dict[str, Sheet]:
    plan = Plan(
        pack="town",
        organization=Organization(name="清河镇总工会"),
        period=Period(year=2026, half=2),
        data={"town": town},
    )
    return read(KITS[lang].rendered(plan, "union-register").data)


def counts(size: str, ownership: str) -> st.SearchStrategy[dict[str, object]]:
    """A class of enterprises whose figures can be."""
    number = st.integers(0, 40)
    return st.fixed_dictionaries(
        {"size": st.just(size), "ownership": st.just(ownership), "enterprises": st.just(40)},
        optional=dict.fromkeys(("organised", *FIGURES), number),
    )


CLASSES = st.tuples(
    *(st.none() | counts(size, ownership) for ownership in ("public", "private") for size in SIZES)
).map(lambda told: [each for each in told if each])
ENTRIES = st.lists(
    st.fixed_dictionaries(
        {"enterprise": st.sampled_from(["甲厂", "=1+1", "<b>乙</b>"]), "size": st.sampled_from(SIZES)},
        optional={
            "ownership": st.sampled_from(["public", "private"]),
            "task": st.sampled_from(["build", "standardise"]),
            "staff": st.integers(0, 500),
            "done": st.booleans(),
        },
    ),
    max_size=5,
)


def figures(classes: list[dict], entries: list[dict]) -> list[int]:
    """What the four figures come to: those of a class or, where more are named, these."""
    sums = [0, 0, 0, 0]
    for size in SIZES:
        for ownership in ("public", "private"):
            counted = next(
                (each for each in classes if (each["size"], each["ownership"]) == (size, ownership)), {}
            )
            named = [
                each
                for each in entries
                if (each["size"], each.get("ownership", "private")) == (size, ownership)
            ]
            for nth, key in enumerate(FIGURES):
                task = "build" if nth < 2 else "standardise"
                these = [each for each in named if each.get("task", "build") == task]
                done = [each for each in these if each.get("done")] if nth % 2 else these
                sums[nth] += max(counted.get(key, 0), len(done))
    return sums


@settings(deadline=None, max_examples=40)
@given(classes=CLASSES, entries=ENTRIES)
def test_the_summary_adds_up_with_classes_and_names(classes, entries):
    """Whatever is counted, whatever is named."""
    summary = book(classes=classes, register=entries)["汇总"]
    total = summary.row("合计")

    assert [total[column].value for column in "DEHI"] == figures(classes, entries)
    assert total["B"].value == 40 * len(classes)
    if classes or entries:
        assert [total[column].formula[:4] for column in "BCDEHI"] == ["SUM("] * 6


@settings(deadline=None, max_examples=20)
@given(entries=ENTRIES)
def test_every_enterprise_stands_on_the_sheet_of_its_class(entries):
    """As text, whatever it begins with."""
    sheets = book(register=entries)
    named = [row[0] for name, sheet in sheets.items() if " " in name for row in sheet.rows()]

    assert sorted(cell for cell in named if cell in {"甲厂", "=1+1", "<b>乙</b>"}) == sorted(
        each["enterprise"] for each in entries
    )


def test_the_sheets_lead_up_to_the_summary():
    """Class, ownership, summary; each takes the totals of those before it."""
    sheets = book(
        classes=[{"size": "middle", "enterprises": 46, "organised": 44, "to_build": 3, "built": 1}],
        register=[
            {"enterprise": "甲厂", "size": "middle", "staff": 52, "form": "own", "when": "10月", "done": True}
        ],
    )

    assert list(sheets) == ["汇总", "非公有制", "非公有制 25至99人"]
    assert sheets["汇总"].row("非公有制")["D"].formula == "'非公有制'!D6"
    assert sheets["非公有制"].row("25至99人")["D"].formula == "'非公有制 25至99人'!H7"
    own = sheets["非公有制 25至99人"]
    assert [cell.value for cell in own.row("甲厂").values()] == ["甲厂", 52, "新建", "单独", "10月", "", 1, 1]
    assert [own.row("未列名的企业")[column].value for column in "HI"] == [2, 0]
    coverage = sheets["汇总"].row("合计")["M"]
    assert round(float(coverage.value), 4) == round(45 / 46, 4)
    assert coverage.formula == 'IF(N(B6)=0,"",N(L6)/B6)'


def test_what_else_the_plan_holds_has_sheets_of_its_own():
    """Joint unions, elections, worker homes and training."""
    sheets = book(
        joint=[{"name": "河东片区联合工会", "enterprises": 84, "to_join": 12, "joined": 3}],
        terms=[{"union": "甲厂工会", "elected": "2021-10-18", "term": 5, "election": "10月上旬"}],
        homes=[{"level": "三星级", "target": 5, "done": 1}],
        chairs={"number": 96, "to_train": 60, "trained": 15},
    )

    assert list(sheets) == ["汇总", "联合基层工会", "换届", "其他指标"]
    assert [cell.value for cell in sheets["联合基层工会"].row("河东片区联合工会").values()][1:5] == [
        84,
        12,
        3,
        9,
    ]
    assert [cell.value for cell in sheets["换届"].row("甲厂工会").values()][2:] == [5, 46312, "10月上旬"]
    assert [cell.value for cell in sheets["其他指标"].row("培训基层工会主席（人）").values()][1:4] == [
        60,
        15,
        45,
    ]


def test_in_english_the_workbook_is_english():
    """But for what the plan itself says."""
    sheets = book(
        "en",
        classes=[{"size": "small", "enterprises": 9, "to_build": 1}],
        register=[{"enterprise": "Corner shop", "size": "small", "when": "9月下旬"}],
        terms=[{"union": "Works union", "elected": "2021-10-18", "term": 5, "election": "10月上旬"}],
        chairs={"number": 9},
    )

    assert list(sheets) == ["Summary", "Private", "Private fewer than 25 staff", "Elections", "Other figures"]
    said = "".join(str(cell) for sheet in sheets.values() for row in sheet.rows() for cell in row)
    assert [
        character for character in said.replace("清河镇总工会", "") if "\u4e00" <= character <= "\u9fff"
    ] == []


def test_without_data_there_is_an_empty_summary():
    """The form to fill in by hand."""
    for scope in (Scope(plan=Plan()), Scope(plan=Plan(), data="nothing that a town knows")):
        sheets = read(UNION_REGISTER.render_plan(scope).data)

        assert list(sheets) == ["汇总"]
        assert [cell.value for cell in sheets["汇总"].row("合计").values()][1:3] == [0, 0]


def test_plans_of_other_packs_have_no_such_form():
    """It is the town's."""
    with pytest.raises(UnionkitError):
        KITS["zh"].rendered(Plan(), "union-register")
