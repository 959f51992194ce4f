"""Editing by path: a new plan, which differs at one place."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unionkit.errors import (
    DuplicateIdError,
    InvalidValueError,
    NotationError,
    PathError,
    RequiredValueError,
    WrongTypeError,
)
from unionkit.model import (
    Activity,
    Budget,
    BudgetLine,
    Committee,
    Data,
    Goal,
    Money,
    Organization,
    Paragraph,
    Part,
    Path,
    Person,
    Plan,
    Table,
    Value,
    WelfareMeasure,
    format_path,
)
from unionkit.testing import free_lines, paragraphs, plans

PLAN = Plan(
    title="计划",
    organization=Organization(
        committees=[Committee(kind="audit", members=[Person(name="甲"), Person(name="乙")])]
    ),
    content=[
        Part(
            heading="福利",
            content=[
                Paragraph(
                    text="体检。", facts=[WelfareMeasure(title="体检", triggers=["illness", "birthday"])]
                ),
                Table(head=["项目", "元"], rows=[["体检", "300"]]),
            ],
        ),
        Activity(title="运动会", id="a", partners=["后勤处"], due=dt.date(2026, 10, 1)),
    ],
    budget=Budget(expenditure=[BudgetLine(account="职工活动支出", amount=Money(300))]),
    attachments=["名单"],
    data={"school": {"grades": [1, 2, {"a": None}]}},
)


def key_of(field: attrs.Attribute[Any]) -> str:
    """The name of an attribute in plan files."""
    return str(field.metadata.get("key", field.name))


def places(value: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    """Every place that a path can lead to, with what stands there."""
    found: list[tuple[Path, Any]] = [(path, value)]
    if isinstance(value, Value):
        for field in attrs.fields(type(value)):
            if field.init:
                found += places(getattr(value, field.name), (*path, key_of(field)))
    elif isinstance(value, Data):
        for key, entry in value.items():
            found += places(entry, (*path, key))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            found += places(entry, (*path, index))
    return found


@given(plan=plans(max_depth=2), data=st.data())
@example(plan=PLAN, data=None)
def test_putting_back_what_stood_there_changes_nothing(plan: Plan, data: Any) -> None:
    """At every place, whether the path is given as steps or as text."""
    everywhere = places(plan)
    chosen = everywhere if data is None else [data.draw(st.sampled_from(everywhere))]
    for path, value in chosen:
        assert plan.replace_at(path, value) == plan
        assert plan.replace_at(format_path(path), value) == plan


@given(plan=plans(max_depth=2), new=paragraphs(), data=st.data())
def test_what_is_inserted_can_be_removed_again(plan: Plan, new: Paragraph, data: Any) -> None:
    """In the content of a plan and of its parts, in front, between and at the end; all else keeps its value."""
    owners = [((), plan), *((path, node) for path, node in plan.walk() if isinstance(node, Part))]
    owner, node = data.draw(st.sampled_from(owners))
    index = data.draw(st.integers(0, len(node.content)))
    path = (*owner, "content", index)
    more = plan.insert(path, new)

    assert dict(more.walk())[path] == new
    assert len(list(more.walk())) == len(list(plan.walk())) + 1 + len(new.facts)
    assert more.remove(path) == plan


@given(plan=plans(max_depth=2), data=st.data())
def test_only_the_place_itself_changes(plan: Plan, data: Any) -> None:
    """Every path that does not lead to it, or through it, leads to what stood there before."""
    edited = plan.insert(("content", 0), Paragraph(text="旧"))
    path = data.draw(st.sampled_from([(), *(path for path, node in edited.walk() if isinstance(node, Part))]))
    path = (*path, "content")
    edited = edited.replace_at(path, [Paragraph(text="新")])
    before = dict(places(plan.insert(("content", 0), Paragraph(text="旧"))))
    after = dict(places(edited))

    assert after[(*path, 0, "text")] == "新"
    for at, value in before.items():
        if at[: len(path)] != path and path[: len(at)] != at:
            assert after[at] == value


@given(
    plan=plans(max_depth=2),
    path=st.lists(
        st.sampled_from(
            ["content", "facts", "data", "depth", "organization", "members", "goal", "title", "budget"]
        )
        | free_lines()
        | st.integers(-3, 3),
        max_size=5,
    ).map(tuple),
)
@example(plan=PLAN, path=("content", 0, "depth"))
@example(plan=PLAN, path=("content", -1))
def test_a_path_that_leads_nowhere_is_a_path_error(plan: Plan, path: Path) -> None:
    """Whatever its steps; a place that exists takes a value or refuses it, and nothing else happens."""
    known = dict(places(plan))
    for edit in (plan.remove, lambda path: plan.replace_at(path, None), lambda path: plan.insert(path, None)):
        try:
            edit(path)
        except PathError:
            continue
        except InvalidValueError:
            assert path in known or path[:-1] in known


@pytest.mark.parametrize(
    "path",
    [
        *(
            "$.x",
            "$.content[9]",
            "$.content[2]",
            "$.content.heading",
            "$.title.a",
            "$.title[0]",
            "$.content[0].depth",
        ),
        *("$.content[0].table", "$.organization.committees[0].members[2].name", "$.content[1].activity[0]"),
        *("$.data.x.y", "$.data.school.grades[9]", "$.data.school.grades.a"),
        *(
            ("content", -1),
            ("content", -1, "title"),
            ("content", "0"),
            (0,),
            ("data", "school", "grades", -1),
            ("content", 1.0),
            ("content", True),
        ),
    ],
    ids=str,
)
def test_wrong_paths(path: Path | str) -> None:
    """Too far, too deep, before the first, with a name that is none, or no path at all."""
    for edit in (PLAN.remove, lambda path: PLAN.replace_at(path, "新")):
        with pytest.raises(PathError):
            edit(path)


@pytest.mark.parametrize(
    "path", ["$", "$.title", "$.content", "$.content[3]", "$.data.school", "$.budget.income[1]"]
)
def test_only_lists_take_more(path: str) -> None:
    """And none further than behind their end."""
    with pytest.raises(PathError):
        PLAN.insert(path, Paragraph(text="新"))


@pytest.mark.parametrize(
    "path", ["$", "$.content[1].activity", "$.content[0].content[1].table", "$.budget.expenditure[0].amount"]
)
def test_what_must_stand_there_is_not_removed(path: str) -> None:
    """Such as the name of an activity; the error says so, and not that it is not there."""
    with pytest.raises(RequiredValueError, match=re.escape(path)):
        PLAN.remove(path)


@pytest.mark.parametrize("path", ["content[0]", "", "$..a", 5, None])
def test_what_is_no_path_is_a_notation_error(path: Any) -> None:
    """With an example of one."""
    with pytest.raises(NotationError, match=re.escape("$.content[2].owner")):
        PLAN.remove(path)


def test_the_error_names_what_there_is() -> None:
    """The key of a title is `activity` in files, and in paths too."""
    with pytest.raises(PathError) as of_keys:
        PLAN.replace_at("$.content[1].title", "新")
    with pytest.raises(PathError) as of_entries:
        PLAN.remove("$.content[9]")

    assert "activity" in of_keys.value.known
    assert of_entries.value.known == ("[0]", f"[{len(PLAN.content) - 1}]")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("$", Paragraph(text="甲")),
        ("$.title", 1),
        ("$.content[0]", "甲"),
        ("$.content[0].content[1].table", ["甲"]),
        ("$.organization", None),
        ("$.content[1].prizes", -1),
        ("$.data", 1),
        ("$.data.school", 0.5),
    ],
)
def test_a_value_that_cannot_stand_there_is_refused(path: str, value: object) -> None:
    """As it is when the plan is built."""
    with pytest.raises(InvalidValueError):
        PLAN.replace_at(path, value)


def test_edits_keep_the_plan_whole() -> None:
    """An id that is in the plan already cannot come in a second time; only a plan stands at the root."""
    with pytest.raises(DuplicateIdError):
        PLAN.insert("$.content[0]", Goal(indicator="甲", id="a"))
    with pytest.raises(WrongTypeError):
        PLAN.replace_at("$", "甲")

    assert PLAN.replace_at("$", Plan()) == Plan()


def test_names_in_paths_are_those_of_plan_files() -> None:
    """The key of a trigger is `trigger`, though there may be several."""
    path = "$.content[0].content[0].facts[0].trigger"
    without = PLAN.remove(f"{path}[0]")

    assert without.replace_at(path, ["illness", "birthday"]) == PLAN
    assert next(PLAN.remove(path).welfare())[1].triggers == ()
    assert PLAN.replace_at("$.data.school.pupils", 900).data["school"]["pupils"] == 900  # type: ignore[index, call-overload]
    assert PLAN.remove("$.data.school").data == Data()
    assert (
        PLAN.insert("$.organization.committees[0].members[2]", Person(name="丙"))
        .organization.committees[0]
        .size
        is None
    )
    assert PLAN.remove("$.content[1].due").remove("$.organization").organization == Organization()
