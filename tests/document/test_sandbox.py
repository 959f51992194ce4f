"""Templates that mean harm, or go wrong, end soon, small and with an error; what looks like code in data is text."""

from __future__ import annotations

import decimal
import html
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import attrs
import pytest

from unionkit import Kit
from unionkit.document import Scope, TemplateFolder, Text, _work, render_blocks, render_text
from unionkit.errors import TemplateError
from unionkit.model import Activity, Organization, Paragraph, Part, Plan

PLAN = Plan(
    organization=Organization(name="清河中学工会"),
    content=[Part(heading="工作", content=[Paragraph(text="一段话。"), Activity(title="歌咏比赛")])],
)
try:
    import resource
except ImportError:  # Windows
    resource = None

SECONDS = 20  # under coverage, on a slow computer; it takes two
MEBIBYTES = 320


@attrs.frozen
class Inside:
    """What a pack may have computed."""

    path: Path = Path("/etc/passwd")
    names: frozenset[str] = frozenset("甲乙丙丁")

    def count(self) -> int:
        return len(self.names)

    @classmethod
    def make(cls) -> Inside:
        return cls()


def render(folder: Path, text: str, **others: str) -> list[object]:
    """Render a template, with others beside it."""
    for name, source in {"page": text, **others}.items():
        (folder / f"{name}.j2").write_text(source, encoding="utf-8")
    return list(
        render_blocks(
            TemplateFolder(folder), "page.j2", Scope(plan=PLAN, content=PLAN.content, data=Inside())
        )
    )


def memory() -> int:
    """The most bytes that this process ever held."""
    if resource is None:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 2**10


HOSTILE = {
    "nested ranges": "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% endfor %}{% endfor %}{% endfor %}",
    "loop over a product": "{% for a in range(100000) %}{% for b in range(100000) if false %}{% endfor %}{% endfor %}",
    "long body": "{% for a in range(100000) %}" + "{{ plan.status }}" * 500 + "{% endfor %}",
    "much output": "{% for a in range(100000) %}" + "字" * 5000 + "{% endfor %}",
    "macro without end": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "macro of many": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(45) }}",
    "macro with long body": "{% macro m() %}"
    + "{{ plan.status }}" * 999
    + "{% endmacro %}{% for a in range(99999) %}{{ m() }}{% endfor %}",
    "macro as argument": "{% macro m(f) %}{{ f(f) }}{% endmacro %}{{ m(m) }}",
    "call without end": "{% macro m() %}{{ caller() }}{% endmacro %}{% macro n() %}{% call m() %}{{ n() }}{% endcall %}{% endmacro %}{{ n() }}",
    "recursive loop": "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "recursive loop of many": "{% for a in [1, 2, 3] recursive %}{% if loop.depth < 40 %}{{ loop([1, 2, 3]) }}{% endif %}{% endfor %}",
    "block in itself": "{% block b %}{{ self.b() }}{% endblock %}",
    "template in itself": "{% include 'page.j2' %}",
    "template in itself twice": "{% set n = (n if n is defined else 40) - 1 %}{% if n %}{% include 'page.j2' %}{% include 'page.j2' %}{% endif %}",
    "import in a circle": "{% import 'page.j2' as p %}",
    "parents in a circle": "{% extends 'page.j2' %}",
    "many includes": "{% for a in range(100000) %}{% include 'other.j2' %}{% endfor %}",
    "text times": "{{ 'a' * 10**10 }}",
    "text times in steps": "{{ ('a' * 100000) * 100000 }}",
    "list times": "{{ ([0] * 10**10)|length }}",
    "list times list": "{{ ([0] * 100000 * 100000)|length }}",
    "tower": "{{ 10 ** (10 ** 10) }}",
    "tower of fractions": "{{ 10.5 ** 99999 }}",
    "negative power": "{{ 2 ** -99999 }}",
    "large number": "{% set n = namespace(x=9**300) %}{% for a in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "long number": "{{ 0x" + "f" * 9999 + " % 3 }}",
    "shown number": "{{ 9 ** 1000 }}",
    "centred": "{{ 'a'|center(10**10) }}",
    "centred by a method": "{{ 'a'.center(10**10) }}",
    "filled with noughts": "{{ 'a'.zfill(10**10) }}",
    "tabulators": "{{ '\\t'.expandtabs(10**10) }}",
    "format": "{{ '%99999999999d' % 1 }}",
    "format with a star": "{{ '%*d' % (9999999999, 1) }}",
    "format by name": "{{ '%(a)9999999999d' % {'a': 1} }}",
    "format filter": "{{ '%9999999999s'|format('a') }}",
    "format digits": "{{ '%.9999999999f' % 1 }}",
    "format of many": "{{ ('%99d' * 99999) % ([1] * 99999) }}",
    "format method": "{{ '{:>9999999999}'.format(1) }}",
    "format of attributes": "{{ '{0.__class__.__init__.__globals__}'.format(plan) }}",
    "doubled": "{% set n = namespace(s='字') %}{% for a in range(99) %}{% set n.s = n.s ~ n.s %}{% endfor %}",
    "doubled by plus": "{% set n = namespace(s='字') %}{% for a in range(99) %}{% set n.s = n.s + n.s %}{% endfor %}",
    "doubled by capturing": "{% set s = '字' %}" + "{% set s %}{{ s }}{{ s }}{% endset %}" * 60,
    "doubled by a filter": "{% set s = '字' * 999 %}" + "{% set s = [s, s]|join(s) %}" * 9,
    "replaced": "{% set s = 'a' * 100000 %}{{ s|replace('a', s) }}",
    "replaced by a method": "{% set s = 'a' * 100000 %}{{ s.replace('', s) }}",
    "joined": "{{ (range(100000)|map('string')|list)|join('字' * 100000) }}",
    "joined by a method": "{{ ('字' * 100000).join(['a'] * 100000) }}",
    "indented": "{{ 'a\\nb'|indent(10**10) }}",
    "batch": "{{ [1]|batch(10**9, 0)|list }}",
    "slices": "{{ [1]|slice(10**9)|list }}",
    "huge range": "{{ range(10**10)|list }}",
    "range to the end": "{{ range(0, 10**400)|length }}",
    "doubled list": "{% set n = namespace(x=[1]) %}{% for a in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "nested list compared": "{% set n = namespace(x=[], y=[]) %}{% for a in range(60) %}{% set n.x = [n.x, n.x] %}{% set n.y = [n.y, n.y] %}{% endfor %}{{ n.x == n.y }}",
    "nested list as a key": "{% set n = namespace(x=()) %}{% for a in range(60) %}{% set n.x = (n.x, n.x) %}{% endfor %}{{ {n.x: 1}|length }}",
    "nested list looked up": "{% set n = namespace(x=()) %}{% for a in range(60) %}{% set n.x = (n.x, n.x) %}{% endfor %}{{ {}[n.x] }}",
    "nested list sought": "{% set n = namespace(x=[]) %}{% for a in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ [n.x]|unique|list|length }}",
    "nested list printed": "{% set n = namespace(x=[]) %}{% for a in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x|string }}",
    "deep list compared": "{% set n = namespace(x=[], y=[]) %}{% for a in range(20000) %}{% set n.x = [n.x] %}{% set n.y = [n.y] %}{% endfor %}{{ n.x == n.y }}",
    "long texts compared": "{% set a = 'a' * 1000000 %}{% set b = a ~ '' %}{% for i in range(100000) %}{% if a == b %}{% endif %}{% endfor %}",
    "long text cut": "{% set a = 'a' * 1000000 %}{% for i in range(100000) %}{% set b = a[1:] %}{% endfor %}",
    "long text in capitals": "{% set a = 'a' * 1000000 %}{% for i in range(100000) %}{% set b = a|upper %}{% endfor %}",
    "long text by methods": "{% set a = 'a' * 1000000 %}{% for i in range(100000) %}{% set b = a.upper() %}{% endfor %}",
    "long text split": "{% set a = 'a ' * 1000000 %}{% for i in range(100000) %}{% set b = a.split() %}{% endfor %}",
    "long list sorted": "{% set a = range(100000)|list %}{% for i in range(100000) %}{% set b = a|sort %}{% endfor %}",
    "sum of lists": "{{ ([[1] * 1000] * 900)|sum(start=[]) }}",
    "rounding": "{{ 1.5|round(10**9) }}",
    "many blocks": "{% for i in range(100000) %}{{ blocks(content) }}{{ text('字' * 999) }}{% endfor %}",
    "wide table": "{{ table(['a'] * 99999, [[1] * 99999] * 99) }}",
    "more budget": "{% for i in range(100000) %}{{ [-100000]|map('#spend')|list }}{% endfor %}",
    "more budget by attribute": "{{ [-9]|map('#higher')|list }}",
    "deep expression": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "deep lists": "{{ " + "[" * 5000 + "]" * 5000 + " }}",
    "deep statements": "{% if true %}" * 300 + "{% endif %}" * 300,
    "long chain": "{{ plan" + ".a" * 20000 + " }}",
}


@pytest.mark.parametrize("template", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_template_ends_soon_small_and_with_an_error(template, tmp_path, monkeypatch):
    """The budget is counted in steps; time and memory follow from it."""
    works: list[_work.Work] = []
    make = _work.Work
    monkeypatch.setattr(_work, "Work", lambda *facts: works.append(make(*facts)) or works[-1])
    begun, size = time.process_time(), memory()

    with pytest.raises(TemplateError) as error:
        render(tmp_path, template, other="")

    assert time.process_time() - begun < SECONDS
    assert memory() - size < MEBIBYTES * 2**20
    assert -1 <= works[-1].left <= _work.STEPS
    assert not isinstance(error.value.__cause__, MemoryError)
    assert error.value.reason_zh
    assert len(str(error.value)) < 600
    assert " at 0x" not in str(error.value)


REACHING = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ ['']|map(attribute='__class__')|list }}",
    "{{ ['']|map('attr', '__class__')|list }}",
    "{{ ['']|groupby('__class__') }}",
    "{{ ['']|sum('__class__') }}",
    "{{ ['']|join(',', '__class__') }}",
    "{{ [data]|selectattr('__class__')|list }}",
    "{{ dict.mro() }}",
    "{{ range.__class__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ heading.called }}",
    "{{ heading.name }}",
    "{{ text._function }}",
    "{{ self._TemplateReference__context }}",
    "{% macro m() %}{% endmacro %}{{ m._environment }}",
    "{% macro m() %}{% endmacro %}{{ m.name }}",
    "{% for a in [1] %}{{ loop._iterable }}{{ loop }}{% endfor %}",
    "{% block b %}{{ self.b._context }}{% endblock %}",
    "{{ self.b }}",
    "{{ joiner() }}{{ cycler(1) }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ config.items() }}",
    "{{ request.application.__globals__ }}",
    "{{ plan.replace_at('$.title', '改') }}",
    "{{ plan.insert('$.content[0]', '改') }}",
    "{{ plan.remove('$.content[0]') }}",
    "{{ plan.content[0].evolve }}",
    "{{ plan.walk().gi_frame }}",
    "{{ plan.walk.__func__ }}",
    "{{ plan.walk.__self__ }}",
    "{{ data.path.read_text() }}",
    "{{ data.path.open }}",
    "{{ data.make() }}",
    "{{ data.count.__globals__ }}",
    "{{ plan.issued.today() }}",
    "{{ 'a'.encode() }}",
    "{{ 'a'.format_map({}) }}",
    "{{ 'a'.translate({97: 'b'}) }}",
    "{{ 'a'.maketrans('a', 'b') }}",
    "{{ (1).to_bytes(10**9, 'big') }}",
    "{{ (1).from_bytes }}",
    "{{ (1).__add__(1) }}",
    "{{ [].append(1) }}",
    "{{ {}.update({}) }}",
    "{{ [1].sort() }}",
    "{{ {}.setdefault('a', 1) }}",
    "{{ 'a'|random }}{{ [1, 2]|random }}",
    "{{ 'a'|safe }}{{ 'a'|tojson }}{{ 'a'|pprint }}",
    "{{ 'a'|escape }}",
    "{% autoescape true %}{{ 'a' }}{% endautoescape %}",
    "{% set data.path = 1 %}",
    "{% set content = 1 %}{% set plan.title = content %}",
    "{{ debug }}{% debug %}",
    "{% include data.path|string %}",
    "{% include ['../a.j2', '/etc/passwd'] %}",
    "{% include 'C:/a.j2' %}",
    "{% include 'a\\\\..\\\\b.j2' %}",
    "{% include './other.j2' %}",
    "{% include 'other.j2/' %}",
    "{% include 'a\\x00.j2' %}",
    "{% from 'other.j2' import __name__ as n %}{{ n }}",
    "{% import 'other.j2' as o %}{{ o.__init__ }}",
    "{% import 'other.j2' as o %}{{ o._body_stream }}",
    "{{ figure('../page.j2', '图') }}",
    "{{ figure('/etc/passwd', '图') }}",
    "{{ figure('page.j2', '图') }}",
]


@pytest.mark.parametrize("template", REACHING)
def test_a_template_reaches_nothing_that_is_not_listed(template, tmp_path):
    """Neither the inside of Python nor files, the clock, or what changes data."""
    with pytest.raises(TemplateError) as error:
        render(tmp_path, f"第一行\n{template}", other="内")

    assert error.value.line == 2
    assert " at 0x" not in str(error.value)
    assert PLAN.full_title != "改"


PYTHONIC = [
    "plan",
    "plan.walk",
    "plan.walk()",
    "content",
    "data",
    "data.names",
    "data.count",
    "range",
    "heading",
    "self",
]
PYTHONIC += [
    "{}",
    "{}.items()",
    "namespace()",
    "[]",
    "(1,)",
    "plan.goals()|list",
    "[1]|map('string')",
    "[data]",
]


@pytest.mark.parametrize("value", PYTHONIC)
@pytest.mark.parametrize(
    "how", ["{{ %s }}", "{{ '' ~ (%s) }}", "{{ '%%s' %% [%s] }}", "{{ (%s)|string }}", "{{ heading(%s) }}"]
)
def test_what_only_python_has_words_for_is_not_printed(value, how, tmp_path):
    """Its words would tell where it lies in memory, or put code into an official document."""
    with pytest.raises(TemplateError):
        render(tmp_path, how % value)


@pytest.mark.parametrize(
    "how",
    [
        "{% for a in data.names %}{{ a }}{% endfor %}",
        "{{ data.names|join }}",
        "{{ data.names|list|join }}",
        "{{ data.names|first }}",
        "{{ {'a': 1, 'b': 2}.keys() - [] }}",
    ],
)
def test_a_set_wants_sorting(how, tmp_path):
    """Its order is another at each run."""
    with pytest.raises(TemplateError):
        render(tmp_path, how)

    assert [block.text for block in render(tmp_path, "{{ data.names|sort|join }}{{ data.count() }}")] == [
        "丁丙乙甲4"
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links want rights there")
def test_a_link_out_of_the_folder_leads_nowhere(tmp_path):
    """Within the folder, links are as good as files."""
    folder = tmp_path / "templates"
    (folder / "sub").mkdir(parents=True)
    (tmp_path / "secret.j2").write_text("秘密", encoding="utf-8")
    (folder / "sub" / "one.j2").write_text("一", encoding="utf-8")
    (folder / "link.j2").symlink_to(folder / "sub" / "one.j2")
    (folder / "out.j2").symlink_to(tmp_path / "secret.j2")
    (folder / "away").symlink_to(tmp_path)
    (folder / "round.j2").symlink_to(folder / "round.j2")

    assert [block.text for block in render(folder, "{% include 'link.j2' %}")] == ["一"]
    for name in ("out.j2", "away/secret.j2", "round.j2"):
        with pytest.raises(TemplateError):
            render(folder, "{% include '" + name + "' %}")


def test_a_rendering_does_not_depend_on_the_ones_before(tmp_path):
    """Nothing is kept between two renderings, imported templates included; the caller's decimals do not count."""
    page = "{% import 'other.j2' as o %}{{ o.m() }}{{ o.kept }}{{ 10 / 3 }}{{ plan.content|length / 7 }}"
    other = "{% macro m() %}{{ heading(plan.organization.name) }}{% endmacro %}{% set kept = heading('甲') %}"
    first = render(tmp_path, page, other=other)

    with decimal.localcontext(decimal.Context(prec=2)):
        again = [render(tmp_path, page, other=other) for _ in range(3)]

    assert again == [first] * 3
    assert [block.text for block in first[:2]] == ["清河中学工会", "甲"]


PAYLOADS = [
    "{{ 7*7 }}",
    "{{ [].__class__.__base__.__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.popen('touch HACKED').read() }}",
    "{{ lipsum.__globals__['os'].system('touch HACKED') }}",
    "{% for c in ().__class__.__base__.__subclasses__() %}{{ c }}{% endfor %}",
    "{%p if true %}{%tr for a in b %}{{r plan }}{%r endif %}",
    "{{ ''.join(['a'] * 3) }}{# 注释 #}",
    "${7*7} #{7*7} <%= 7*7 %> *{7*7} @(7*7)",
    "%7B%7B7*7%7D%7D &#123;&#123;7*7}}",
    "\ufdd00\ufdd1",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payloads_in_data_are_printed_as_they_are(payload, tmp_path, monkeypatch):
    """In title, headings, text, tables, attachments, sign-off and properties, in every format."""
    from unionkit_pack_school import SchoolData  # noqa: F401 -- the pack is installed

    monkeypatch.chdir(tmp_path)
    plan = Plan(
        pack="school",
        title=payload,
        organization=Organization(name=payload),
        signature=payload,
        addressee=payload,
        content=[
            Part(
                role="work",
                heading=payload,
                content=[Paragraph(text=payload), Activity(title=payload, owner=payload)],
            )
        ],
        data={
            "school": {
                "congress": {"session": payload, "agenda": [payload]},
                "openness": [{"topic": payload, "form": payload}],
            }
        },
    )
    kit = Kit()

    word = BytesIO(kit.rendered(plan, "docx").data)
    with ZipFile(word) as parts:
        xml = {name: parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")}
    texts = {name: html.unescape(re.sub("<[^>]+>", "\n", part)) for name, part in xml.items()}
    plain = kit.rendered(plan, "txt").data.decode()
    shown = payload.replace("\ufdd0", " ").replace("\ufdd1", " ")

    assert texts["word/document.xml"].count(payload) >= 4
    assert texts["docProps/core.xml"].count(payload) >= 2
    assert plain.count(payload) >= 4
    assert plain.count(shown.strip()) >= 7
    assert "49" not in plain + texts["word/document.xml"].replace(payload, "") or "49" in payload
    for word_of in re.findall(r"\w{4,}", payload):
        assert word_of in kit.rendered(plan, "md").data.decode().replace("\\", "")
    assert not (tmp_path / "HACKED").exists()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payloads_in_data_stay_data_in_templates(payload, tmp_path):
    """However a template passes them on."""
    (tmp_path / "page.j2").write_text(
        "{{ say(data, data) }}{% set kept %}{{ data }}{% endset %}|{{ kept }}|{{ [data]|join }}|{{ data ~ '' }}|{{ '%s' % data }}",
        encoding="utf-8",
    )
    printed = payload.replace("\ufdd0", " ").replace("\ufdd1", " ").strip()

    (block,) = render_blocks(TemplateFolder(tmp_path), "page.j2", Scope(plan=Plan(), data=payload))

    assert [part.strip() for part in block.text.split("|") if part] == [printed] * 5


SCRIPT = """
import sys
from unionkit.document import Scope, TemplateFolder, render_blocks
from unionkit.errors import TemplateError
from unionkit.model import Plan

try:
    render_blocks(TemplateFolder(sys.argv[1]), "page.j2", Scope(plan=Plan()))
except TemplateError as error:
    print(error.message("en"))
"""


@pytest.mark.parametrize(
    "name", ["nested ranges", "macro of many", "recursive loop", "doubled", "template in itself"]
)
def test_the_budget_ends_at_the_same_place_everywhere(name, tmp_path):
    """Whatever the hash seed, and however deep the caller stands."""
    (tmp_path / "page.j2").write_text(HOSTILE[name], encoding="utf-8")

    def ended(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    def deep(levels: int) -> str:
        if levels:
            return deep(levels - 1)
        with pytest.raises(TemplateError) as error:
            render_blocks(TemplateFolder(tmp_path), "page.j2", Scope(plan=Plan()))
        return f"{error.value.message('en')}\n"

    assert ended("1") == ended("2") == deep(0) == deep(200)


def test_ordinary_templates_stay_far_below_the_budget(tmp_path, monkeypatch):
    """A plan of 600 sections with 3600 activities, printed whole, takes less than a fifth."""
    works: list[_work.Work] = []
    make = _work.Work
    monkeypatch.setattr(_work, "Work", lambda *facts: works.append(make(*facts)) or works[-1])
    (tmp_path / "page.j2").write_text("{{ blocks(content) }}", encoding="utf-8")
    prose = [
        Paragraph(text="坚持服务大局，服务职工。" * 9),
        *[Activity(title="职工运动会", owner="宣传部")] * 6,
    ]
    plan = Plan(content=[Part(heading="加强民主管理", content=prose)] * 600)

    blocks = render_blocks(TemplateFolder(tmp_path), "page.j2", Scope(plan=plan, content=plan.content))

    assert len(blocks) == 600 * 8
    assert _work.STEPS - works[-1].left < _work.STEPS / 5


def test_text_without_blocks_is_rendered_within_the_same_bounds(tmp_path):
    """Starter plans and the like."""
    (tmp_path / "page.j2").write_text(
        "{% for a in range(99999) %}{{ 'a' * 9999 }}{% endfor %}", encoding="utf-8"
    )

    with pytest.raises(TemplateError, match="工作量太大"):
        render_text(TemplateFolder(tmp_path), "page.j2")


def test_keys_of_data_are_found_beside_forbidden_methods(tmp_path):
    """A key that is called like a method which changes data is a key."""
    (tmp_path / "page.j2").write_text("{{ data.clear }}{{ data['pop'] }}{{ data.update }}", encoding="utf-8")
    data = {"clear": "甲", "pop": "乙", "update": "丙"}

    assert render_blocks(TemplateFolder(tmp_path), "page.j2", Scope(plan=Plan(), data=data)) == [
        Text("甲乙丙")
    ]


def test_what_jinja_itself_asks_is_answered_by_the_same_list(tmp_path):
    """Whichever way Jinja reaches for an attribute."""
    from unionkit.document._sandbox import environment

    sandbox = environment(TemplateFolder(tmp_path))

    assert sandbox.is_safe_attribute("甲", "upper", "甲".upper)
    assert not sandbox.is_safe_attribute("甲", "format", "甲".format)
    assert not sandbox.is_safe_attribute("甲", "__class__", str)
    assert not sandbox.is_safe_attribute(PLAN, "_private", None)


def test_threads_have_budgets_of_their_own(tmp_path):
    """One that exhausts its own does not touch the others."""
    (tmp_path / "page.j2").write_text(HOSTILE["nested ranges"], encoding="utf-8")
    (tmp_path / "good.j2").write_text(
        "{% for a in range(20000) %}{% endfor %}{{ text('好') }}", encoding="utf-8"
    )

    def work(nth: int) -> str:
        try:
            return render_blocks(
                TemplateFolder(tmp_path), "page.j2" if nth % 2 else "good.j2", Scope(plan=Plan())
            )[0].text
        except TemplateError as error:
            return error.reason_en[:13]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(8))) == ["好", "Too much work"] * 4
