"""Templates see data, make blocks, and can do nothing else."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import (
    Column,
    ColumnKind,
    Grid,
    Heading,
    Scope,
    Text,
    render_blocks,
    render_text,
    template_section,
)
from unionkit.errors import TemplateError
from unionkit.model import Activity, Data, Goal, Organization, Paragraph, Part, Period, Plan, parse_schedule


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Make an importable package of templates from their names and texts."""

    def make(**templates: str) -> str:
        name = f"templates_{uuid4().hex}"
        folder = tmp_path / name / "templates"
        folder.mkdir(parents=True)
        (folder.parent / "__init__.py").touch()
        for template, text in templates.items():
            (folder / f"{template}.j2").write_text(textwrap.dedent(text), encoding="utf-8")
        return name

    monkeypatch.syspath_prepend(tmp_path)
    return make


def scope(**fields: object) -> Scope:
    """What a section is given, with a plan of some content."""
    plan = Plan(
        organization=Organization(name="清河中学工会"),
        period=Period(year=2026, half=2),
        content=[Activity(title="歌咏比赛", when=parse_schedule("9月"))],
    )
    return Scope(plan=plan, content=plan.content, **fields)


def test_a_template_makes_blocks(package):
    """Headings, items and tables by their functions; every other line is a paragraph."""
    name = package(
        page="""
            {{ heading("民主管理") }}
            召开{{ organization.name }}大会。

            {% for each in content %}
            {{ item(worded(each)) }}
            {% endfor %}
            {{ text("结束。") }}
            {{ table(["项目", "金额"], [["慰问", 300], ["活动", none]], kinds=["text", "number"], widths=[2], caption="预算", unit="元") }}
        """
    )

    assert render_blocks(name, "page.j2", scope()) == [
        Heading("民主管理"),
        Text("召开清河中学工会大会。"),
        Text("歌咏比赛（9月）。", None, 2),
        Text("结束。"),
        Grid(
            (Column("项目", width=2), Column("金额", ColumnKind.NUMBER)),
            (("慰问", "300"), ("活动", "")),
            "预算",
            "单位：元",
        ),
    ]


def test_blocks_come_through_macros_includes_and_variables(package):
    """A template may be cut into pieces."""
    name = package(
        page="""
            {% macro entry(words) %}{{ heading(words, 2) }}{{ item("其一") }}{% endmacro %}
            {% set kept = heading("总则") %}
            {{ kept }}
            {{ entry("分则") }}
            {% include "rest.j2" %}
        """,
        rest="""{{ text("余下的话") }}""",
    )

    assert render_blocks(name, "page.j2", scope()) == [
        Heading("总则"),
        Heading("分则", 2),
        Text("其一", None, 2),
        Text("余下的话"),
    ]


def test_a_template_section_is_a_section(package):
    """What `template_section` returns composes itself."""
    name = package(page="{{ data.school.principal }}")
    section = template_section("own", package=name, template="page.j2", roles=["work"], pack="school")

    blocks = list(section.compose(scope(data={"school": {"principal": "李校长"}})))

    assert (section.roles, section.pack) == (frozenset({"work"}), "school")
    assert blocks == [Text("李校长")]


PAYLOADS = [
    "{{ ''.__class__.__mro__ }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ plan.__init__.__globals__ }}",
    "{{ heading.__self__ }}",
    "{{ heading.__func__.__globals__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ plan.walk().gi_frame.f_globals }}",
    "{{ '{0.__class__}'.format(plan) }}",
    "{{ '{p.__init__.__globals__}'.format_map({'p': plan}) }}",
    "{{ ('%s{0.__class__}'|format('')).format(plan) }}",
    "{% include '../../../etc/passwd' %}",
    "{% include '/etc/passwd' %}",
    "{% include '..\\\\secret.j2' %}",
    "{% include '' %}",
    "{% import 'os' as os %}{{ os.name }}",
    "{% extends 'os' %}",
    "{% set plan.title = '改' %}",
    "{% do plan.content.append(1) %}",
    "{{ values.append(1) }}",
    "{{ values.sort() }}",
    "{{ mapping.update({'a': 1}) }}",
    "{{ mapping.clear() }}",
    "{{ range(10**9) }}",
    "{{ lipsum() }}",
    "{{ values|random }}",
    "{{ nothing }}",
    "{{ plan.nothing }}",
    "{{ data.nothing.deeper }}",
    "{% if %}",
    "{{ heading('甲', 0) }}",
    "{{ heading('甲', '2') }}",
    "{{ item('甲', 13) }}",
    "{{ heading(heading('甲')) }}",
    "{{ table([], []) }}",
    "{{ table(['甲'], [['一', '二']]) }}",
    "{{ table(['甲'], [], kinds=['nothing']) }}",
    "{{ table(['甲'], [], widths=[0]) }}",
    "{{ 1 / 0 }}",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_leads_out_of_the_sandbox_is_refused(payload, package):
    """Nothing runs; the error names the template, the line and the reason."""
    name = package(page=f"第一行\n{payload}\n")
    mapping, values = {"a": 0}, [2, 1]
    given_scope = scope(data=mapping)

    def render() -> object:
        if "values" in payload or "mapping" in payload:
            return render_text(name, "page.j2", values=values, mapping=mapping)
        return render_blocks(name, "page.j2", given_scope)

    with pytest.raises(TemplateError) as error:
        render()

    assert error.value.template == f"{name}/page.j2"
    assert error.value.line == (
        1 if "{% set" in payload else 2
    )  # Jinja counts an assignment to the line before
    assert error.value.reason
    assert (mapping, values) == ({"a": 0}, [2, 1])


def test_a_template_that_is_not_there_is_named(package):
    """So is one whose package is not there."""
    name = package()

    for where in (name, "no_such_package_at_all"):
        with pytest.raises(TemplateError) as error:
            render_text(where, "page.j2")

        assert error.value.template == f"{where}/page.j2"
        assert error.value.line == 0


def test_an_error_names_the_innermost_template(package):
    """The line is one of the template that is named."""
    name = package(
        page="一\n二\n{% include 'inner.j2' %}",
        inner="一\n{{ nothing }}",
        broken="一\n二\n{% include 'bad.j2' %}",
        bad="{% if %}",
    )

    def place(template: str) -> tuple[str, int]:
        with pytest.raises(TemplateError) as error:
            render_text(name, template)
        return error.value.template.rpartition("/")[2], error.value.line

    assert place("page.j2") == ("inner.j2", 2)
    assert place("broken.j2")[0].endswith("bad.j2")


@pytest.mark.parametrize(
    ("data", "printed"),
    [
        ("{{ 7*7 }}", "{{ 7*7 }}"),
        ("{% include 'x' %}", "{% include 'x' %}"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("⟦0:0⟧", "⟦0:0⟧"),
        ("%s {0} $x", "%s {0} $x"),
    ],
)
def test_data_stays_data(data, printed, package):
    """What looks like a template, a mark of ours or a new line is put into its line as it is."""
    name = package(page="{{ heading('甲') }}\n{{ data.value }}\n{{ heading(data.value) }}")

    assert render_blocks(name, "page.j2", scope(data=Data({"value": data}))) == [
        Heading("甲"),
        Text(printed),
        Heading(printed),
    ]


@pytest.mark.parametrize("value", ["\x000\x00", "一\n二", "一\u2028二", "一\r\n二\x85三"])
def test_control_characters_of_a_packs_own_objects_become_a_space(value, package):
    """Plans cannot hold them, but what a pack computes may."""
    name = package(page="{{ heading('甲') }}\n首{{ data.value }}尾\n{{ heading(data.value) }}")

    first, line, last = render_blocks(name, "page.j2", scope(data={"value": value}))

    assert [type(block) for block in (first, line, last)] == [Heading, Text, Heading]
    assert not any(character in f"{line.text}{last.text}" for character in "\x00\n\r\x85\u2028")


@given(value=st.text())
def test_no_data_makes_a_block_or_a_line(value, tmp_path_factory):
    """Whatever stands between the braces, there is one paragraph at most."""
    folder = tmp_path_factory.getbasetemp() / "any_data_templates"
    if not folder.exists():
        (folder / "templates").mkdir(parents=True)
        (folder / "templates" / "page.j2").write_text("{{ data }}", encoding="utf-8")
        (folder / "__init__.py").touch()
    if str(folder.parent) not in sys.path:
        sys.path.insert(0, str(folder.parent))

    blocks = render_blocks("any_data_templates", "page.j2", scope(data=value))

    assert len(blocks) <= 1
    assert all(isinstance(block, Text) and block.marker == "" for block in blocks)


def test_none_prints_nothing(package):
    """What is not said leaves no word."""
    name = package(page="甲{{ none }}乙")

    assert render_text(name, "page.j2") == "甲乙"


def test_folders_below_the_templates_can_be_used(package, tmp_path):
    """Only names that lead out of the folder are none."""
    name = package(page="{% include 'parts/one.j2' %}")
    inner = Path(sys.path[0]) / name / "templates" / "parts"
    inner.mkdir()
    (inner / "one.j2").write_text("一", encoding="utf-8")

    assert render_text(name, "page.j2") == "一"


def test_a_section_prints_the_content_that_it_claims(package):
    """With stored markers, and nested parts at their level."""
    name = package(
        page="{{ heading('工作', marker='一、') }}\n{{ blocks(content, 2) }}\n{{ text('段', marker='一是') }}"
    )
    content = (
        Part(
            heading="内",
            marker="（一）",
            content=[Paragraph(text="甲", marker="1."), Goal(indicator="乙", keep=True)],
        ),
    )

    assert render_blocks(name, "page.j2", Scope(plan=Plan(), content=content, lang="en")) == [
        Heading("工作", 1, "一、"),
        Heading("内", 2, "（一）"),
        Text("甲", "1.", 3),
        Text("Keep 乙.", None, 3),
        Text("段", "一是"),
    ]


@pytest.mark.parametrize("what", ["content", "content[0]", "plan", "data"])
def test_what_has_no_words_is_not_printed(package, what):
    """A list or an item in a line would put Python into an official document."""
    name = package(page="{{ " + what + " }}")

    with pytest.raises(TemplateError, match="no words"):
        render_blocks(name, "page.j2", scope(data=Data({"x": "y"})))
