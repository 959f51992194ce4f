"""The Kit: one object that does the work, never changes, and crosses threads and processes."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import types
from concurrent.futures import ThreadPoolExecutor

import attrs
import pytest
from hypothesis import given

import unionkit
from unionkit import Kit, Pack, Paper, Plan, Section, dump_plan, hookimpl, template_section
from unionkit.document import Text
from unionkit.errors import (
    MissingStarterError,
    NotUtf8Error,
    PlanFileError,
    PluginError,
    ReadAccessError,
    TemplateError,
    UnknownExecutorError,
    UnknownFormatError,
    UnknownPackError,
    UnknownPaperError,
    UnknownReaderError,
    UnknownSectionError,
    WriteAccessError,
)
from unionkit.model import Paragraph, Term, Vocabulary
from unionkit.readers import Reader
from unionkit.renderers import Renderer
from unionkit.testing import plans

PLAN = "unionkit: 1\ntitle: 计划\ncontent:\n  - {activity: 会, when: 适时}\n"


@attrs.frozen(kw_only=True)
class SchoolData:
    """What the pack of these tests keeps under `data`."""

    principal: str
    pupils: int = attrs.field(default=0, validator=attrs.validators.ge(0))


class School:
    """A plugin with a pack that has everything."""

    @hookimpl
    def unionkit_packs(self):
        return [
            Pack(
                name="school",
                package="school_of_these_tests",
                title="学校工会",
                title_en="school unions",
                layout=("principal", "body"),
                papers=(Paper(name="notice", title="公示", sections=("principal",)),),
                starters={(2, "zh"): "starter.yaml"},
                vocabulary=Vocabulary(activity_kinds={"fair": Term("fair", "集市", "fair")}),
                data=SchoolData,
            )
        ]

    @hookimpl
    def unionkit_sections(self):
        principal = template_section(
            "principal", package="school_of_these_tests", template="p.j2", pack="school"
        )
        return [principal, Section(name="broken", compose=lambda scope: 1 / 0)]


@pytest.fixture
def school(tmp_path, monkeypatch):
    """A Kit with that plugin, whose templates stand in a package of their own."""
    folder = tmp_path / "school_of_these_tests" / "templates"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    (folder / "p.j2").write_text("校长{{ data.principal }}，学生{{ data.pupils }}人。", encoding="utf-8")
    (folder / "starter.yaml").write_text(
        "unionkit: 1\nperiod: {year: {{ year }}, half: {{ half }}}\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    return Kit(discover=False, strict=True, plugins=[School()])


def test_a_plan_is_loaded_checked_composed_and_printed(tmp_path):
    """The main job, method by method."""
    kit = Kit(discover=False)
    source, target = tmp_path / "plan.yaml", tmp_path / "plan.md"
    source.write_text(PLAN, encoding="utf-8")

    file = kit.load(source)
    report = kit.check(file)

    assert file == kit.loads(PLAN, name=str(source))
    assert [(each.code, each.place.line) for each in report] == [("UK101", 4)]
    assert kit.compose(file).blocks[-1] == Text("会（适时）。", "一、")
    assert kit.render(file, target) == target
    assert target.read_bytes() == kit.rendered(file, "md").data == kit.rendered(file.plan, "md").data
    assert kit.render(file, tmp_path / "word", format="docx").read_bytes()[:2] == b"PK"


def test_prose_is_read(tmp_path):
    """From a file or from a text."""
    kit = Kit(discover=False)
    source = tmp_path / "old.txt"
    source.write_text(
        "工会工作计划\n一、目标\n满意度达到90%。\n二、措施\n遇到难处先找工会。\n", encoding="utf-8"
    )

    reading = kit.read(source)

    assert reading.plan == kit.reads(source.read_text(encoding="utf-8")).plan
    assert reading.name == str(source)
    assert kit.check(reading).findings == ()
    assert "一、目标" in kit.rendered(reading, "txt").data.decode()


@given(plan=plans())
def test_any_plan_can_be_checked_and_printed(plan):
    """Once in every built-in format, with every block accounted for; a layout may name what is not installed."""
    kit = Kit(discover=False)
    kit.check(plan, pack="neutral")
    plan = attrs.evolve(plan, layout=())

    for name in kit.renderers:
        rendered = kit.rendered(plan, name, pack="neutral", renumber=True)

        assert len(rendered.printed) + len(rendered.skipped) == len(kit.compose(plan, pack="neutral").blocks)


def test_what_is_not_there_is_told(tmp_path):
    """Each look-up has an error of its own, which says what would have worked."""
    kit = Kit(discover=False)
    plan = Plan(title="计划")

    with pytest.raises(ReadAccessError):
        kit.load(tmp_path / "none.yaml")
    with pytest.raises(PlanFileError):
        kit.loads("titel: x")
    with pytest.raises(UnknownReaderError, match="pdf"):
        kit.read(tmp_path / "old.pdf")
    with pytest.raises(UnknownPackError, match="school"):
        kit.check(Plan(pack="school"))
    with pytest.raises(UnknownPackError):
        kit.compose(plan, pack="school")
    with pytest.raises(UnknownPackError):
        kit.new("school", year=2026, half=1)
    with pytest.raises(UnknownPaperError):
        kit.compose(plan, paper="notice")
    with pytest.raises(UnknownFormatError, match="docx"):
        kit.rendered(plan, "pdf")
    with pytest.raises(UnknownFormatError):
        kit.render(plan, tmp_path / "plan")
    with pytest.raises(UnknownSectionError):
        kit.section("nothing")
    with pytest.raises(UnknownExecutorError, match="serial"):
        kit.executor("cluster")
    with pytest.raises(WriteAccessError):
        kit.render(plan, tmp_path / "none" / "plan.md")


def test_a_pack_brings_its_layout_papers_data_and_vocabulary(school):
    """All that its plans need."""
    file = school.loads(
        "pack: school\ntitle: ''\ndata: {school: {principal: 李某, pupils: 900}}\n"
        "content: [{activity: 集市, kind: fair, owner: 工会, when: 适时}]"
    )

    assert [block.text for block in school.compose(file).blocks] == [
        "校长李某，学生900人。",
        "集市（适时，工会负责）。",
    ]
    assert [block.text for block in school.compose(file, paper="notice").blocks] == [
        "公示",
        "校长李某，学生900人。",
    ]
    assert [block.text for block in school.compose(file, pack="neutral").blocks] == [
        "集市（适时，工会负责）。"
    ]
    assert school.check(file).findings == ()
    with pytest.raises(UnknownPaperError) as error:
        school.compose(file, paper="list")
    assert error.value.known == ("notice",)


def test_a_starter_plan_is_filled_in(school):
    """For the halves that the pack has one for."""
    assert school.loads(school.new("school", year=2026, half=2)).plan.period.year == 2026
    with pytest.raises(MissingStarterError):
        school.new("school", year=2026, half=1)


@pytest.mark.parametrize(
    ("data", "code", "column"),
    [
        ("{principle: 李某}", "UK021", 17),
        ("{principal: 李某, pupils: 多}", "UK011", 40),
        ("{principal: 李某, pupils: -1}", "UK014", 40),
    ],
)
def test_data_that_the_pack_does_not_understand_is_refused_with_its_place(school, data, code, column):
    """Like everything else in a plan file, also where the class refuses it in its own words."""
    with pytest.raises(PlanFileError) as error:
        school.loads(f"data: {{school: {data}}}\ncontent: []")

    assert code in [problem.code for problem in error.value.problems]
    assert column in [problem.place.column for problem in error.value.problems]


def test_problems_of_the_plan_and_of_its_data_come_to_light_together(school):
    """Whoever mends a file wants to know all of it."""
    with pytest.raises(PlanFileError) as error:
        school.loads("titel: 甲\nperiod: {half: 3}\ndata: {school: {principle: 李某}, other: {a: 1}}")

    assert [(problem.code, problem.path) for problem in error.value.problems] == [
        ("UK021", "$.titel"),
        ("UK014", "$.period.half"),
        ("UK021", "$.data.school.principle"),
    ]


def test_data_that_is_missing_shows_when_it_is_needed(school):
    """A plan of the pack can be loaded and checked without."""
    file = school.loads("pack: school\ncontent: []")

    assert school.check(file).findings == ()
    with pytest.raises(PlanFileError, match="principal"):
        school.compose(file)


def test_what_a_plugin_contributed_is_blamed_on_it(tmp_path):
    """A section, renderer or reader that fails at work is named with its plugin; templates say it themselves."""

    def fail(*_arguments, **_options):
        raise RuntimeError("坏了")

    class Faulty:
        @hookimpl
        def unionkit_sections(self):
            return [
                Section(name="faulty", compose=fail),
                template_section("t", package="nowhere", template="t.j2"),
            ]

        @hookimpl
        def unionkit_renderers(self):
            return [
                Renderer(name="d", suffixes=(), render=fail),
                Renderer(name="p", suffixes=(), render_plan=fail),
            ]

        @hookimpl
        def unionkit_readers(self):
            return [Reader(name="r", suffixes=(".md",), read=fail)]

        @hookimpl
        def unionkit_packs(self):
            papers = [Paper(name=name, title="", sections=[name]) for name in ("faulty", "t")]
            return [Pack(name="x", package="x", title="甲", title_en="a", papers=papers)]

    kit = Kit(discover=False, plugins=[Faulty()])
    plan = Plan()
    old = tmp_path / "old.md"
    old.write_text("计划", encoding="utf-8")

    for work in (
        lambda: kit.compose(plan, pack="x", paper="faulty"),
        lambda: kit.rendered(plan, "d"),
        lambda: kit.rendered(plan, "p"),
        lambda: kit.read(old),
    ):
        with pytest.raises(PluginError, match="Faulty") as error:
            work()
        assert "RuntimeError: 坏了" in error.value.reason
    with pytest.raises(TemplateError):
        kit.compose(plan, pack="x", paper="t")


def test_a_fault_of_our_own_is_not_blamed_on_anybody(monkeypatch):
    """It must be seen as it is."""
    kit = Kit(discover=False)
    monkeypatch.setattr("unionkit.renderers._markdown.render_markdown", lambda document: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        kit.rendered(Plan(), "md")


def test_two_kits_do_not_disturb_each_other():
    """There is no global plugin manager."""
    with_school, without = Kit(discover=False, plugins=[School()]), Kit(discover=False)

    assert list(with_school.packs) == ["school"]
    assert list(without.packs) == []
    assert "fair" not in without.vocabulary.activity_kinds


def test_a_kit_cannot_be_changed():
    """It is frozen, and what it lists are copies."""
    kit = Kit(discover=False)

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        kit.lang = "en"
    kit.renderers.clear()
    kit.readers.clear()

    assert "docx" in kit.renderers
    assert "txt" in kit.readers
    with pytest.raises(ValueError, match="lang"):
        Kit(discover=False, lang="fr")


def test_a_kit_is_shared_between_threads():
    """Its parts are asked once, whoever comes first."""
    asked = []

    class Slow:
        @hookimpl
        def unionkit_commands(self):
            asked.append(True)
            return []

    kit = Kit(discover=False, plugins=[Slow()])
    with ThreadPoolExecutor(8) as pool:
        results = list(
            pool.map(lambda _: (kit.commands(), kit.rendered(Plan(title="甲"), "txt").data), range(40))
        )

    assert asked == [True]
    assert len({data for _, data in results}) == 1


def test_a_kit_is_pickled_as_its_arguments(monkeypatch):
    """Modules among its plugins cross by name."""
    module = types.ModuleType("module_of_this_test")
    module.unionkit_packs = hookimpl(lambda: [Pack(name="town", package="x", title="甲", title_en="a")])
    monkeypatch.setitem(sys.modules, "module_of_this_test", module)
    kit = Kit(discover=False, plugins=[module], lang="en")

    again = pickle.loads(pickle.dumps(kit))

    assert again.plugins == (module,)
    assert (again.discover, again.lang, list(again.packs)) == (False, "en", ["town"])


@pytest.mark.parametrize("name", ["serial", "threads", "processes"])
def test_any_executor_runs_a_batch(name):
    """Reports and errors come back whole."""
    kit = Kit(discover=False)
    with kit.executor(name) as pool:
        good = pool.submit(kit.check, Plan(content=[Paragraph(text="xx年")]))
        bad = pool.submit(kit.loads, "titel: x", name="p.yaml")

        assert [each.message("en") for each in good.result()] == [
            each.message("en") for each in kit.check(Plan(content=[Paragraph(text="xx年")]))
        ]
        with pytest.raises(PlanFileError) as error:
            bad.result()

    assert error.value.message("zh").startswith("p.yaml:1:1: UK021")


def test_the_serial_executor_hands_errors_to_the_future():
    """As every executor does."""
    with Kit(discover=False).executor("serial") as pool:
        future = pool.submit(int, "x")

    with pytest.raises(ValueError, match="x"):
        future.result()


def test_printing_imports_only_what_it_needs():
    """Neither python-docx, lxml and hypothesis, nor readers, rules and the template engine."""
    script = (
        "import sys; from unionkit import Kit; kit = Kit(discover=False)\n"
        f"kit.rendered(kit.loads({PLAN!r}), 'docx')\n"
        "wanted = {'docx', 'lxml', 'hypothesis', 'jinja2', 'pytest', 'unionkit.rules', 'unionkit.readers', 'unionkit.cli'}\n"
        "print(sorted(wanted & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "[]"


def test_public_names_are_loaded_when_they_are_used():
    """`import unionkit` is quick, and an unknown name is an ordinary AttributeError."""
    assert {name: getattr(unionkit, name) for name in unionkit.__all__}
    assert unionkit.load_plan(dump_plan(Plan(title="甲"))) == Plan(title="甲")
    with pytest.raises(AttributeError, match="plan"):
        unionkit.plan  # noqa: B018


def test_a_kit_speaks_its_language():
    """Findings and what is generated; the author's own words stay as they are."""
    text = (
        "organization: {name: 甲工会}\nperiod: {year: 2026, half: 2}\nissued: 2026-07-01\n"
        "content: [开展活动。, {goal: 覆盖面, target: '>= 90%', owner: 甲}, {activity: 会, when: 9月, participants: 30, cost: 100},"
        " {welfare: 慰问, form: goods, per_head: 300, headcount: 2}, {result: 会员, value: 20人}, {goal: 称号, keep: true}, {goal: 制度}]"
    )
    kit = Kit(discover=False, lang="en")
    file = kit.loads(text)

    assert kit.rendered(file, "txt").data.decode().split("\n") == [
        "Work plan of 甲工会 for the second half of 2026",
        "",
        "开展活动。",
        "1.覆盖面: at least 90% (responsible: 甲).",
        "2.会 (September, 30 people, budget 100 yuan).",
        "3.慰问 (goods, 300 yuan each, 2 people, 600 yuan in all).",
        "4.会员: 20人.",
        "5. Keep 称号.",
        "6. Complete 制度.",
        "",
        "1 July 2026",
        "",
    ]
    assert [finding.message() for finding in kit.check(file) if finding.code == "UK301"] == [
        "Nobody can tell when the goal “制度” is reached; give a target, keep, a time or a due date."
    ]


def test_a_reader_gets_the_bytes():
    """So that files of any kind can be read."""
    seen = []

    class Plugin:
        @hookimpl
        def unionkit_readers(self):
            return [Reader(name="bin", suffixes=(".bin",), read=lambda data, **_: seen.append(data))]

    Kit(discover=False, plugins=[Plugin()]).reads(b"\xff\x00", format="bin")

    assert seen == [b"\xff\x00"]


def test_half_a_character_is_refused_not_replaced():
    """What cannot be a text is not read as another one."""
    with pytest.raises(NotUtf8Error):
        Kit(discover=False).reads("计划\ud800")
