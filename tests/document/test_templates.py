"""Templates see data, make blocks, and can do nothing else."""

from __future__ import annotations

import datetime as dt
import sys
import textwrap
from decimal import Decimal
from pathlib import Path
from uuid import uuid4
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionkit.document import (
    Column,
    ColumnKind,
    Contents,
    Figure,
    Grid,
    Heading,
    List,
    ListItem,
    PageBreak,
    Ref,
    Scope,
    Text,
    folder_layouts,
    folder_sections,
    render_blocks,
    render_text,
    template_section,
)
from unionkit.errors import FileTooLargeError, NotUtf8Error, ReadAccessError, TemplateError
from unionkit.model import (
    Activity,
    Data,
    Goal,
    Money,
    Organization,
    Paragraph,
    Part,
    Period,
    Plan,
    Quantity,
    Target,
    parse_schedule,
)


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
    assert error.value.line == 2
    assert error.value.reason_zh
    assert error.value.reason_en
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

    with pytest.raises(TemplateError, match="没有可打印的文字"):
        render_blocks(name, "page.j2", scope(data=Data({"x": "y"})))


def test_templates_make_every_block(package):
    """Lists with lists in them, tables with all their parts, references, contents, page breaks, figures."""
    name = package(
        page="""
            {{ contents() }}{{ contents("内容", 3) }}
            {{ heading("总则", id="general") }}
            {{ item("其一", 3, "1.", id="first") }}
            {{ text("见第一部分和第1条。", refs={"第一部分": "general", "第1条": "first"}) }}
            {{ list(["甲", ["子一", ["孙"], "子二"], "乙"]) }}
            {{ list(["丙"], numbered=false) }}
            {{ list([]) }}
            {{ table(["一", "二"], [["1", 2]], totals=[["合计", 2]], above=[[], ["组"]], landscape=true) }}
            {{ figure("dot.png", "一个点", "图1 点", 20) }}
        """
    )
    (Path(sys.path[0]) / name / "templates" / "dot.png").write_bytes(DOT)

    assert render_blocks(name, "page.j2", scope()) == [
        Contents("目录"),
        Contents("内容", 3),
        Heading("总则", id="general"),
        Text("其一", "1.", 3, "first"),
        Text("见第一部分和第1条。", refs=(Ref("general", 1, 5), Ref("first", 6, 9))),
        List(
            (
                ListItem("甲", items=(ListItem("子一", items=(ListItem("孙"),)), ListItem("子二"))),
                ListItem("乙"),
            )
        ),
        List((ListItem("丙"),), numbered=False),
        Grid(
            (Column("一"), Column("二", above=("组",))),
            (("1", "2"),),
            totals=(("合计", "2"),),
            landscape=True,
        ),
        Figure(DOT, "一个点", "图1 点", 20),
    ]


def test_a_template_begins_a_new_page(package):
    """Where it says so."""
    name = package(page="甲{{ page_break() }}乙")

    assert list(map(type, render_blocks(name, "page.j2", scope()))) == [Text, PageBreak, Text]


DOT = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)
"""A picture of one dot."""

GIVEN = {
    "money": Money(Decimal("20000.50")),
    "when": parse_schedule("9月下旬"),
    "target": Target.parse(">= 90%"),
    "people": Quantity.parse("约120人"),
    "day": dt.date(2026, 7, 1),
    "cells": Decimal("12.345"),
}


@pytest.mark.parametrize(
    ("expression", "zh", "en"),
    [
        ("data.money|money", "20000.5元", "20000.5 yuan"),
        ("money(data.money, '万元')", "2.00005万元", "20000.5 yuan"),
        ("data.money|money(capital=true)", "贰万元伍角", "20000.5 yuan"),
        ("2000|money", "2000元", "2000 yuan"),
        ("data.cells|round(2)|money", "12.35元", "12.35 yuan"),
        ("none|money ~ none|date ~ none|numeral ~ none|schedule ~ none|target ~ none|quantity", "", ""),
        ("3|numeral", "三", "3"),
        ("numeral(121)", "一百二十一", "121"),
        ("3|numeral('circled')", "③", "③"),
        ("data.day|date", "2026年7月1日", "1 July 2026"),
        ("date(data.day)", "2026年7月1日", "1 July 2026"),
        ("data.when|schedule", "9月下旬", "late September"),
        ("data.target|target", "不低于90%", "at least 90%"),
        ("data.people|quantity", "约120人", "about 120人"),
        ("12|quantity", "12", "12"),
        ("[3, 1]|map('numeral')|join(say('、', ', '))", "三、一", "3, 1"),
        ("'%.1f%%' % 12.345", "12.3%", "12.3%"),
        ("'%s %s' % (1, data.money)", "1 20000.5元", "1 20000.5元"),
        ("['乙', '甲']|sort|join ~ ('a' * 3) ~ (7 // 2) ~ 2 ** 3 ~ (7 % 4)", "乙甲aaa383", "乙甲aaa383"),
        ("[1, 2, 3]|batch(2, 0)|map('join', '-')|join('/')", "1-2/3-0", "1-2/3-0"),
        ("[data.money, data.money]|sum(start=0)", "40001元", "40001元"),
        ("' 甲 '|trim ~ 'a,b'.split(',')|last ~ ('甲乙'[1:])", "甲b乙", "甲b乙"),
        ("data.cells|round(2)", "12.35", "12.35"),
        ("data.cells * 10 ~ '/' ~ 120|round(-2)", "123.450/100", "123.450/100"),
        (
            "'%(a)s%(b)03d' % {'a': '甲', 'b': 7} ~ '%s'|format('乙') ~ '%(a)s'|format(a=1)",
            "甲007乙1",
            "甲007乙1",
        ),
        ("'甲乙甲'|replace('甲', '丙') ~ 'a'.replace('a', 'b')", "丙乙丙b", "丙乙丙b"),
        ("[data, data]|sum('cells') ~ [data]|map(attribute='day.year')|first", "24.6902026", "24.6902026"),
        ("[1, 2, 3]|batch(2)|map('length')|join", "21", "21"),
        ("dict(items=3)['items'] ~ dict(a=1).a ~ {'b': 2}['b'] ~ [1, 2][1]", "3122", "3122"),
        ("1.25|round(1) ~ '/' ~ (1 / 3)|round(2)", "1.3/0.33", "1.3/0.33"),
        ("data['day'].year ~ data.get('none', 7)", "20267", "20267"),
        ("nothing|default('无')", "无", "无"),
        ("'有' if data.nothing is defined else '无'", "无", "无"),
    ],
)
def test_filters_word_values_in_both_languages(package, expression, zh, en):
    """They are functions as well."""
    name = package(page="“{{ " + expression + " }}”")

    for lang, words in (("zh", zh), ("en", en)):
        assert render_blocks(name, "page.j2", scope(data=GIVEN, lang=lang)) == [Text(f"“{words}”")]


@pytest.mark.parametrize(
    ("expression", "said_zh", "said_en", "value"),
    [
        ("plan.organisation", "是不是“organization”？", "did you mean “organization”?", ""),
        ("organizaton.name", "是不是“organization”？", "did you mean “organization”?", ""),
        ("data.mony", "是不是“money”？", "did you mean “money”?", ""),
        ("content[0].qqq", "Activity 没有 “qqq”", "Activity has no “qqq”", ""),
        ("content[7]", "没有 7", "has no 7", ""),
        ("'三'|money", "金额", "money", "“三”"),
        ("1.5|money", "浮点数", "no float", "1.5"),
        ("1|money('角')", "单位", "units", "“角”"),
        ("data.cells|money", "两位", "two decimals", "12.345"),
        ("'3'|numeral", "整数", "whole number", "“3”"),
        ("21|numeral('circled')", "1 到 20", "1 to 20", "21"),
        ("3|numeral('roman')", "样式", "style", "“roman”"),
        ("'七月'|date", "日期", "date", "“七月”"),
        ("'9月'|schedule", "时间", "Schedule", "“9月”"),
        ("90|target", "指标值", "Target", "90"),
        ("'三'|quantity", "数量", "Quantity", "“三”"),
        ("'甲' + 1", "连接文字请用 ~", "joined by ~", "“甲”, 1"),
        ("1 / 0", "不能计算 /", "/ cannot be carried out", "1, 0"),
        ("heading('甲', 13)", "1 到 12", "1 to 12", "13"),
        ("heading('甲', true)", "1 到 12", "1 to 12", "true"),
        ("heading('甲', 1, 2)", "marker 是文字", "marker is a text", "2"),
        ("heading()", "heading(…)", "missing", ""),
        ("heading('甲', farbe=1)", "heading(…)", "farbe", "“甲”, 1"),
        ("heading(data)", "没有可打印的文字", "no words", "<dict>"),
        ("text('甲', refs={'乙': 'x'})", "不在段落里", "not in the text", "“乙”"),
        ("text('甲', refs=['甲'])", "映射", "mapping", "[“甲”]"),
        ("text('甲甲', refs={'甲甲': 'x', '甲': 'y'})", "已被引用", "taken", "“甲”"),
        ("list('甲乙')", "列表", "list", "“甲乙”"),
        ("list([['甲']])", "跟在一个条目后面", "follows an entry", "[“甲”]"),
        ("list(['1', ['2', ['3', ['4', ['5', ['6']]]]]])", "最多 5 层", "at most 5 levels", "[“6”]"),
        ("list([], numbered='no')", "true", "true", "“no”"),
        ("table(['甲'], [['一', '二']])", "有 2 格", "2 cells", "[“一”, “二”]"),
        ("table(['甲'], kinds=['nothing'])", "centred", "centred", "“nothing”"),
        ("table(['甲'], widths=['1'])", "整数", "whole number", "“1”"),
        ("table(['甲'], widths=[1, 2])", "比列数多", "more widths", "[1, 2]"),
        ("table('甲')", "列表", "list", "“甲”"),
        ("table(['甲'], landscape=1)", "landscape", "landscape", "1"),
        ("table(['甲'], 7)", "不能逐个取出", "gone through", "7"),
        ("figure('a.png', '图')", "没有这张图片", "no such picture", "“a.png”"),
        ("figure('page.j2', '图')", "PNG", "PNG", "“page.j2”, “图”"),
        ("contents(depth=99)", "1 到 12", "1 to 12", "99"),
        ("blocks(['甲'])", "计划的内容", "content of the plan", "“甲”"),
        ("worded('甲')", "一项", "activity", "“甲”"),
        ("'长' * 500 + 1", "不能计算", "carried out", "“" + "长" * 20 + "…" + "长" * 19 + "”, 1"),
        ("[1, 'a']|sort", "sort", "sort", "[1, “a”]"),
        ("7|length", "length", "length", "7"),
        ("range(10**9)", "100000", "100000", "1000000000"),
        ("7()", "模板不能调用", "cannot call", "7"),
        ("nothing()", "没有“nothing”", "no “nothing”", ""),
        ("'甲' - 1", "不能计算 -", "- cannot be carried out", "“甲”, 1"),
        ("'甲'|replace(1, 2)", "replace", "replace", "“甲”, 1, 2"),
        ("data.nothing.more", "没有 “nothing”", "has no “nothing”", ""),
        ("super()", "没有“super”", "no “super”", ""),
        ("9 ** 300", "太大", "too large", ""),
        ("none.x", "没有 “x”", "has no “x”", ""),
    ],
)
def test_an_error_names_template_line_and_value(package, expression, said_zh, said_en, value):
    """In both languages; long values are shortened."""
    name = package(page="一\n\n{{ " + expression + " }}\n")

    with pytest.raises(TemplateError) as error:
        render_blocks(name, "page.j2", scope(data=GIVEN))

    assert (error.value.template, error.value.line) == (f"{name}/page.j2", 3)
    assert said_zh in error.value.message("zh")
    assert said_en in error.value.message("en")
    assert error.value.value == value
    assert value[:100] in error.value.message("zh")


@pytest.mark.parametrize(
    "passing",
    ["{{ x ~ x }}", "{{ [x, x]|join('') }}", "{{ x + x }}", "{% set y %}{{ x }}{% endset %}{{ y }}{{ y|trim }}",
     "{% macro m() %}{{ caller() }}{{ x }}{% endmacro %}{% call m() %}{{ x }}{% endcall %}",
     "{{ (x ~ x)|default('') }}", "{% filter trim %} {{ x }}{{ x }} {% endfilter %}",
     "{% set n = namespace(y=x) %}{{ n.y ~ '\n' ~ n.y }}", "{% block b %}{{ x }}{% endblock %}{{ self.b() }}",
     "{% for a in [1, 2] recursive %}{{ x }}{{ loop([]) }}{% endfor %}"],
)  # fmt: skip
def test_blocks_survive_whatever_joins_text(package, passing):
    """They stand where the template puts them."""
    name = package(page="{% set x = heading('甲') %}" + passing)

    assert render_blocks(name, "page.j2", scope()) == [Heading("甲")] * 2


def test_captured_text_goes_through_filters(package):
    """Where there are no blocks in it, any of them; what a macro says can be the words of a block."""
    name = package(
        page="""
            {% macro named() %}a{{ organization.name }}{% endmacro %}
            {% set shout | trim | upper %} {{ named() }}
            {% endset %}
            {{ heading(shout) }}{{ item(named()) }}
            {% for a in [1] %}{{ loop.previtem is defined }}{{ loop.cycle("甲", "乙") }}{% endfor %}
        """
    )

    assert render_blocks(name, "page.j2", scope()) == [
        Heading("A清河中学工会"),
        Text("a清河中学工会", None, 2),
        Text("False甲"),
    ]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("{% for a in [1] %}{{ loop.previtem }}{% endfor %}", "previous item"),
        ("{% include 'broken.j2' %}", "UTF-8"),
        ("{% import 'own.j2' as o %}{{ o }}", "有块"),
        ("{% block b %}{{ super() }}{% endblock %}", "parent block"),
    ],
)
def test_what_jinja_finds_is_told_too(package, page, told):
    """In its own words where we have none."""
    name = package(page=f"一\n{page}", own="{{ heading('甲') }}")
    (Path(sys.path[0]) / name / "templates" / "broken.j2").write_bytes(b"\xff")

    with pytest.raises(TemplateError, match=told) as error:
        render_blocks(name, "page.j2", scope())

    assert error.value.line == 2


def test_a_package_in_an_archive_has_templates(tmp_path, monkeypatch):
    """Packs may be installed as zip files."""
    with ZipFile(tmp_path / "pack.zip", "w") as archive:
        archive.writestr("zipped_templates/__init__.py", "")
        archive.writestr("zipped_templates/templates/page.j2", "{% include 'parts/one.j2' %}")
        archive.writestr("zipped_templates/templates/parts/one.j2", "一")
        archive.writestr("zipped_templates/secret.j2", "秘密")
    monkeypatch.syspath_prepend(tmp_path / "pack.zip")

    assert render_blocks("zipped_templates", "page.j2", scope()) == [Text("一")]
    with pytest.raises(TemplateError):
        render_blocks("zipped_templates", "../secret.j2", scope())


def test_a_template_that_may_not_be_read_is_named(tmp_path, monkeypatch):
    """With what the system says."""
    write(tmp_path, {"page.j2": "一"})

    def refuse(error: OSError) -> str:
        def fail(*_arguments: object, **_options: object) -> object:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr(Path, "open", fail)
            with pytest.raises(ReadAccessError) as caught:
                folder_sections(tmp_path)
        return str(caught.value)

    assert "没有读取权限" in refuse(PermissionError())
    assert "系统报告：坏了" in refuse(OSError(5, "坏了"))


@pytest.mark.parametrize(
    "spoiling",
    ["x|upper", "x|replace('0', '1')", "x.upper()", "x[1:]", "text(x)", "heading('甲' ~ x)", "'%s' % x", "table([x])", "list([x])"],
)  # fmt: skip
def test_a_block_is_never_changed_as_if_it_were_text(package, spoiling):
    """Nor put into the words of another."""
    name = package(page="{% set x = heading('甲') %}{{ " + spoiling + " }}")

    with pytest.raises(TemplateError):
        render_blocks(name, "page.j2", scope())


def test_templates_extend_and_import_one_another(package):
    """Imported macros make blocks and see what the template sees."""
    name = package(
        page="""
            {% extends "base.j2" %}
            {% from "parts.j2" import entry %}
            {% block inside %}{{ entry("甲") }}{{ super() }}{% endblock %}
        """,
        base="{{ heading('始') }}{% block inside %}{{ text('终') }}{% endblock %}",
        parts="{% macro entry(words) %}{{ item(words ~ organization.name) }}{% endmacro %}",
    )

    assert render_blocks(name, "page.j2", scope()) == [
        Heading("始"),
        Text("甲清河中学工会", None, 2),
        Text("终"),
    ]


def test_a_folder_of_templates_makes_sections(tmp_path):
    """By file name; a comment at the beginning says more; what begins with an underscore is only included."""
    write(
        tmp_path,
        {
            "notice.j2": "{#- title: 公示 / Notice; roles: work, goals; headed -#}\n{% include '_line.j2' %}",
            "plain.j2": "{# any: comment #}{{ text('一') }}",
            "_line.j2": "{{ text(plan.organization.name) }}",
            "readme.txt": "no template",
            "school/openness.j2": "{# roles：custom-role #}{% include '_line.j2' %}",
            "school/_inner.j2": "",
            ".hidden/x.j2": "",
            "_drafts/x.j2": "",
        },
    )

    notice, plain, openness = folder_sections(tmp_path)

    assert (notice.name, notice.pack, notice.title, notice.title_en) == ("notice", None, "公示", "Notice")
    assert (notice.roles, notice.headed) == (frozenset({"work", "goals"}), True)
    assert (plain.name, plain.roles, plain.headed, plain.title) == ("plain", frozenset(), False, "")
    assert (openness.name, openness.pack, openness.roles) == (
        "openness",
        "school",
        frozenset({"custom-role"}),
    )
    for section in (notice, openness):
        assert list(section.compose(scope())) == [Text("清河中学工会")]


def test_a_folder_is_read_once(tmp_path):
    """A program that runs for long prints the same, whoever edits the folder; what is read anew is printed anew."""
    write(tmp_path, {"page.j2": "{% include 'deep/_part.j2' %}", "deep/_part.j2": "一"})
    (section,) = folder_sections(tmp_path)
    write(tmp_path, {"page.j2": "改了。", "deep/_part.j2": "二三"})

    assert list(section.compose(scope())) == [Text("一")]
    assert [list(again.compose(scope())) for again in folder_sections(tmp_path)] == [[Text("改了。")]]


def test_a_folder_of_templates_has_layouts(tmp_path):
    """One section on each line, for all plans and for those of a pack."""
    write(
        tmp_path, {"layout.txt": "# 布局\nbody\n\nnotice  # 公示\n", "school/layout.txt": "body\r\nsign-off"}
    )

    assert folder_layouts(tmp_path) == {None: ("body", "notice"), "school": ("body", "sign-off")}
    assert folder_layouts(tmp_path / "school") == {None: ("body", "sign-off")}


@pytest.mark.parametrize(
    ("files", "kind", "told"),
    [
        ({"a.j2": b"\xff"}, NotUtf8Error, "a.j2"),
        ({"layout.txt": b"a\xff"}, NotUtf8Error, "layout.txt"),
        ({"a.j2": b"a" * (2**20 + 1)}, FileTooLargeError, "a.j2"),
        ({"a.j2": "{# roles: wrok #}"}, TemplateError, "第 1 行出错：不认识“wrok”"),
        ({"a.j2": "{# title: 甲; colour: 红 #}"}, TemplateError, "colour"),
        ({"a.j2": "{# title: 甲; title: 乙 #}"}, TemplateError, "title: 乙"),
        ({"a.j2": "{# headed: yes #}"}, TemplateError, "headed"),
        ({"a.j2": "{# title #}"}, TemplateError, "title"),
        ({"x/a.j2": "{# roles: a/b #}"}, TemplateError, "a/b"),
        ({"layout.txt": "a\nb c"}, TemplateError, "第 2 行"),
        ({"layout.txt": "a\na"}, TemplateError, "第 2 行"),
        ({"x/layout.txt": "# nothing"}, TemplateError, "x/layout.txt"),
    ],
)
def test_what_is_wrong_in_a_folder_is_named(tmp_path, files, kind, told):
    """With its file, and the line where there is one."""
    write(tmp_path, files)

    with pytest.raises(kind) as error:
        folder_sections(tmp_path), folder_layouts(tmp_path)

    assert told in str(error.value)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    """So is a file in its place, and a link that leads nowhere."""
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.j2").symlink_to(tmp_path / "nowhere")

    for path in (tmp_path / "nothing", tmp_path / "file", tmp_path / "folder"):
        with pytest.raises(ReadAccessError, match=r"没有|不是文件夹|是一个链接"):
            folder_sections(path)


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
