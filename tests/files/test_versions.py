"""Old plan files load for ever."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from unionkit.errors import ImpossibleValueError, PlanFileError
from unionkit.files import FORMAT_VERSION, PlanFile, dump_plan, from_dict, load_plan, to_dict
from unionkit.model import (
    Activity,
    CrossReference,
    Goal,
    Money,
    Numbering,
    Paragraph,
    Part,
    Plan,
    Result,
    Target,
    WelfareMeasure,
)

GOLDEN = Path(__file__).parent / "golden"

# Type by type, what is not for a file to say.
DERIVED = {"depth"}


def test_a_golden_file_keeps_what_documents_need() -> None:
    """Layout, numbering and references came later than the rest, without a new version."""
    file = PlanFile.parse((GOLDEN / "version-1.documents.yaml").read_text(encoding="utf-8"))
    plan = file.plan
    work = plan.content[0]

    assert file.version == 1
    assert (plan.subtitle, plan.note, plan.sealed) == ("（讨论稿）", "此件公开发布", True)
    assert (plan.layout, plan.numbering) == (("body", "sign-off", "calendar"), Numbering.TWO_LEVELS)
    assert isinstance(work, Part)
    assert (work.id, work.numbering) == ("work", Numbering.POINTS)
    assert isinstance(work.content[1], Paragraph)
    assert work.content[1].refs == (
        CrossReference(target="games", words="第一部分第一项"),
        CrossReference(target="games", words="一", nth=3),
    )
    assert load_plan(dump_plan(plan)) == load_plan(dump_plan(plan, "json")) == plan


@pytest.mark.parametrize("name", ["version-1.json", "version-1.yaml"])
def test_a_golden_file_loads(name: str) -> None:
    """As the same plan, whatever the version, in YAML and JSON."""
    file = PlanFile.parse((GOLDEN / name).read_text(encoding="utf-8"), name=name)
    plan = file.plan

    assert file.version == int(name.removeprefix("version-").split(".")[0])
    assert plan.title == "柳溪实验学校工会2027年下半年工作计划"
    assert [goal.indicator for _, goal in plan.goals()][:2] == ["教代会提案答复率", "教职工体检率"]
    assert [len(list(walk())) for walk in (plan.goals, plan.results, plan.activities, plan.welfare)] == [
        7,
        2,
        5,
        3,
    ]
    assert next(plan.goals())[1].target == Target.parse("= 100%")
    assert plan.budget is not None
    assert plan.budget.total_expenditure == Money(33600)
    assert plan.organization.payroll == Money(21_800_000)
    assert plan.data["school"]["ratio"] == Decimal("3.80")  # type: ignore[index, call-overload]
    assert (
        load_plan(dump_plan(plan)) == load_plan(dump_plan(plan, "json")) == from_dict(to_dict(plan)) == plan
    )


def test_there_is_a_golden_file_of_every_version() -> None:
    """A new version brings one."""
    names = {file.name for file in GOLDEN.iterdir()}

    assert {f"version-{version}.yaml" for version in range(1, FORMAT_VERSION + 1)} <= names


def test_the_golden_file_uses_every_key() -> None:
    """Each attribute of each type has a value in one of them that is not its default."""
    waiting: list[Any] = [load_plan(file.read_text(encoding="utf-8")) for file in GOLDEN.glob("*.yaml")]
    used: dict[type, set[str]] = {}
    while waiting:
        value = waiting.pop()
        if isinstance(value, tuple):
            waiting += value
        elif attrs.has(type(value)):
            for field in attrs.fields(type(value)):
                told = getattr(value, field.name)
                waiting.append(told)
                if told not in (None, "", (), False) and told != field.default:
                    used.setdefault(type(value), set()).add(field.name)
    shared = {"id", "words", "nth", "text", "marker", "owner", "due", "private"}
    items = (Goal, Result, Activity, WelfareMeasure)
    missing = {
        kind.__name__: {field.name for field in attrs.fields(kind)}
        - names
        - DERIVED
        - (shared if kind in items else set())
        for kind, names in used.items()
        if kind.__module__.rpartition(".")[2]
        in ("_plan", "_content", "_items", "_budget", "_organization", "_people")
    }
    assert {name: keys for name, keys in missing.items() if keys} == {}
    assert shared <= set().union(*(used[kind] for kind in items))


def renamed(old: Mapping[str, object]) -> Mapping[str, object]:
    """A step from a version that never was: a key was called otherwise, and goals stood apart."""
    made = {{"name": "title"}.get(key, key): value for key, value in old.items() if key != "goals"}
    goals, content = old.get("goals"), old.get("content")
    if isinstance(goals, list):
        made["content"] = [
            *({"goal": goal} for goal in goals),
            *(content if isinstance(content, list) else []),
        ]
    return made


STEPS = {0: renamed}
OLDER = """\
# 旧格式
unionkit: 0  # version
name: 甲     # old key
goals: [提案办结率, 体检率]
content:
  - activity: 运动会  # kept
    when: 11月
period: {half: 2}
"""


def test_an_older_file_is_migrated_when_loaded() -> None:
    """Silently; the file remembers its version."""
    file = PlanFile.parse(OLDER, steps=STEPS)

    assert file.version == 0
    assert file.plan == load_plan(
        "title: 甲\ncontent: [{goal: 提案办结率}, {goal: 体检率}, {activity: 运动会, when: 11月}]\nperiod: {half: 2}"
    )


def test_places_are_lost_only_where_a_step_changed_something() -> None:
    """What moved is still found where it was written."""
    file = PlanFile.parse(OLDER, steps=STEPS)

    assert str(file.place(("content", 2, "activity"))) == "-:6:15"
    assert str(file.place(("period", "half"))) == "-:8:16"
    assert str(file.place(("title",))) == "-:3:7"
    with pytest.raises(PlanFileError) as caught:
        PlanFile.parse(OLDER.replace("half: 2", "half: 3").replace("when", "wenn"), steps=STEPS)
    assert [str(problem.place) for problem in caught.value.problems] == ["-:7:5", "-:8:16"]


def test_a_migrated_text_keeps_its_comments() -> None:
    """Only what the step changed is written anew, and it is then of the newest version."""
    made = PlanFile.parse(OLDER, steps=STEPS).migrated(steps=STEPS)

    assert made == (
        "# 旧格式\n"
        "unionkit: 1  # version\n"
        "title: 甲     # old key\n"
        "content:\n"
        "  - {goal: 提案办结率}\n"
        "  - {goal: 体检率}\n"
        "  - activity: 运动会  # kept\n"
        "    when: 11月\n"
        "period: {half: 2}\n"
    )
    assert PlanFile.parse(made).migrated() == made


def reworded(old: Mapping[str, object]) -> Mapping[str, object]:
    """A step as the next versions may have them: keys get other names and other homes."""
    made: dict[str, object] = {}
    for key, value in old.items():
        if key == "org":
            made["organization"] = {"name": value} | ({"members": old["members"]} if "members" in old else {})
        elif key == "content" and isinstance(value, list):
            made[key] = [
                {{"indicator": "goal", "by": "owner"}.get(name, name): told for name, told in entry.items()}
                if isinstance(entry, dict)
                else entry
                for entry in value
                if entry != "obsolete"
            ]
        elif key == "no":
            made["number"] = "第七号"
        elif key == "files":
            made["attachments"] = [value]
        elif key not in {"members", "obsolete"}:
            made[{"name": "title"}.get(key, key)] = value
    return made


@pytest.mark.parametrize(
    ("older", "wanted"),
    [
        (
            "unionkit: 0\nname: 甲  # t\norg: 清河  # o\n",
            "unionkit: 1\ntitle: 甲  # t\norganization: {name: 清河}  # o\n",
        ),
        (
            "unionkit: 0\norg: 清河  # o\nmembers: 3\nnumber: x\n",
            "unionkit: 1\norganization: {name: 清河, members: 3}  # o\nnumber: x\n",
        ),
        (
            "unionkit: 0\ncontent:\n- indicator: b  # B\n  # t\n  target: 3  # T\n- obsolete\n- 丙\n",
            "unionkit: 1\ncontent:\n- goal: b  # B\n  # t\n  target: 3  # T\n- 丙\n",
        ),
        (
            '{\n  "unionkit": 0,\n  "name": "甲",\n  "obsolete": [],\n  "org": "清河"\n}\n',
            '{\n  "unionkit": 1,\n  "title": "甲",\n  "organization": {"name": "清河"}\n}\n',
        ),
        ("unionkit: 0\nno: 7  # n\n", "unionkit: 1\nnumber: 第七号  # n\n"),
        ("unionkit: 0\nfiles: 3  # n\n", "unionkit: 1\nattachments:  # n\n  - 3\n"),
        ("unionkit: 0\nobsolete: x\n# about\ntitle: a\n", "unionkit: 1\n# about\ntitle: a\n"),
    ],
)
def test_a_key_gets_another_name_where_it_stands(older: str, wanted: str) -> None:
    """Its comments stay, and figures get no quotes."""
    steps = {0: reworded}

    assert PlanFile.parse(older, steps=steps).migrated(steps=steps) == wanted


@pytest.mark.parametrize("older", ["obsolete: x  # why\ntitle: a\n", "content:\n- obsolete  # why\n- 甲\n"])
def test_a_migration_gives_up_no_comment(older: str) -> None:
    """Not even one about what is no longer there."""
    steps = {0: reworded}

    with pytest.raises(ImpossibleValueError, match="手工修改"):
        PlanFile.parse(f"unionkit: 0\n{older}", steps=steps).migrated(steps=steps)


@pytest.mark.parametrize(
    ("entries", "wanted"),
    [
        ("- indicator: a\n- indicator: b\n  by: [c]\n", ["-:4:7"]),
        ("- obsolete\n- indicator: a\n- indicator: b\n  by: [c]\n- 丙\n", ["-:5:7"]),
        ("- obsolete\n- indicator: b\n  oops: c\n", ["-:4:3"]),
        ("- indicator: b\n  colour: c\n", ["-:3:3"]),
    ],
)
def test_problems_in_changed_entries_are_told_where_they_are(entries: str, wanted: list[str]) -> None:
    """Whatever the steps made of them."""
    with pytest.raises(PlanFileError) as caught:
        PlanFile.parse(f"content:\n{entries}unionkit: 0\n", steps={0: reworded})

    assert [str(problem.place) for problem in caught.value.problems] == wanted


def test_a_key_with_another_name_has_its_place() -> None:
    """Where it is not known, the key itself is pointed at."""
    with pytest.raises(PlanFileError) as caught:
        PlanFile.parse("unionkit: 0\nnmae: 甲\n", steps={0: lambda old: {"titel": old["nmae"]}})

    assert [str(problem.place) for problem in caught.value.problems] == ["-:2:1"]


def test_an_older_file_is_not_edited() -> None:
    """It has to be migrated first."""
    file = PlanFile.parse(OLDER, steps=STEPS)

    with pytest.raises(ImpossibleValueError, match="unionkit migrate"):
        file.edited(Plan())


@pytest.mark.parametrize("version", ["0", "2", "-1", "1.0", "01", "x", "[1]", "true", "9" * 5000])
def test_a_version_without_steps_is_refused(version: str) -> None:
    """An older one that never was, a newer one, and what is no version."""
    with pytest.raises(PlanFileError) as caught:
        load_plan(f"title: 甲\nunionkit: {version}\n")

    assert [(problem.code, str(problem.place)) for problem in caught.value.problems] == [("UK027", "-:2:11")]
