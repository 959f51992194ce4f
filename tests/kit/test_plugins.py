"""Plugins that fail are named and set aside; what they gave before is taken back; the others go on."""

from __future__ import annotations

import json
import subprocess
import sys
import types
from concurrent.futures import ThreadPoolExecutor

import attrs
import click
import pytest

from unionkit import Kit, Pack, Section, hookimpl
from unionkit.errors import (
    IncompatiblePackError,
    NameClashError,
    PluginError,
    UnionkitError,
    UnknownHookError,
    UnknownPluginError,
)
from unionkit.model import Paragraph, Plan
from unionkit.readers import Reader
from unionkit.renderers import Renderer
from unionkit.rules import CONVENTION, Rule, Severity

PLAN = Plan(title="计划", content=[Paragraph(text="开展活动。")])
"""One in which the built-in rules find nothing."""


def plugin(name: str = "Plugin", **hooks: object) -> object:
    """An object whose hooks are these functions, or give these values."""

    def implementation(given: object) -> object:
        return hookimpl(given if isinstance(given, types.FunctionType) else lambda self: given)

    return type(name, (), {f"unionkit_{what}": implementation(given) for what, given in hooks.items()})()


def pack(name: str = "school", **fields: object) -> Pack:
    return Pack(name=name, package="x", title="甲", title_en="a", **fields)


def section(name: str = "own", **fields: object) -> Section:
    return Section(name=name, compose=lambda scope: (), **fields)


def renderer(name: str, *suffixes: str) -> Renderer:
    return Renderer(name=name, suffixes=suffixes, render=lambda document: None)


def rule(code: str) -> Rule:
    fields = {"code": code, "slug": "x", "title_zh": "甲", "title_en": "a", "severity": Severity.INFO}
    return type("Probe", (Rule,), {**fields, "basis": CONVENTION, "nodes": (Plan,), "wording": {}})()


def raising(self):
    raise ValueError("坏了")


def exiting(self):
    sys.exit(3)


def generating(self):
    yield section("generated")
    raise ValueError("半路坏了")


def asking_too_much(self, pack_names, weather):
    return ()


BROKEN = {
    "raises": {"sections": raising},
    "exits": {"rules": exiting},
    "breaks off": {"sections": generating},
    "cannot read": {"readers": raising},
    "returns None": {"sections": lambda self: None},
    "returns a text": {"sections": lambda self: "abc"},
    "returns a number": {"rules": lambda self: 3},
    "returns a mapping": {"renderers": lambda self: {"pdf": 1}},
    "returns something else": {"packs": lambda self: [section()]},
    "returns a class": {"rules": lambda self: [Rule]},
    "returns half a rule": {"rules": lambda self: [type("Half", (Rule,), {"code": "XX1"})()]},
    "returns no mapping": {"executors": lambda self: [("a", ThreadPoolExecutor)]},
    "returns no functions": {"executors": lambda self: {"a": 1}},
    "returns names that are none": {"executors": lambda self: {1: ThreadPoolExecutor}},
    "returns one suffix": {"renderers": lambda self: [attrs.evolve(renderer("pdf"), suffixes=".pdf")]},
    "makes an impossible pack": {"packs": lambda self: [pack("neutral")]},
    "needs an impossible version": {"packs": lambda self: [pack(requires="newest")]},
    "asks for what is not there": {"rules": asking_too_much},
    "misspells a hook": {"rule": lambda self: ()},
    "is for a newer core": {"packs": lambda self: [pack(requires="0.99")]},
    "is for another major version": {"packs": lambda self: [pack(requires="1.0")]},
}


@pytest.mark.parametrize("way", BROKEN)
def test_a_broken_plugin_is_set_aside_and_named(way):
    """Nothing of it is used, `found` says why, a check says so, and another plugin goes on."""
    hooks = {"sections": lambda self: [section("first")], "executors": {}, **BROKEN[way]}
    broken = plugin("Broken", **hooks)
    kit = Kit(discover=False, plugins=[broken, plugin("Sound", sections=[section("sound")])])

    report = kit.check(PLAN)
    _, about, sound = kit.found

    assert (about.name, sound.name, sound.error) == ("Broken", "Sound", None)
    assert isinstance(about.error, UnionkitError)
    assert kit.section("sound").name == "sound"
    assert [found.code for found in report] == ["UK901"]
    assert all("Broken" in report.findings[0].message(lang) for lang in ("zh", "en"))
    with pytest.raises(UnionkitError):
        kit.section("first")


@pytest.mark.parametrize("way", BROKEN)
def test_a_strict_kit_refuses_a_broken_plugin(way):
    """The error is the one that would have been kept."""
    with pytest.raises((PluginError, UnknownHookError, IncompatiblePackError)):
        Kit(discover=False, strict=True, plugins=[plugin("Broken", **BROKEN[way])])


WHEN_NEEDED = {
    "rules": lambda kit: kit.rules,
    "readers": lambda kit: kit.readers,
    "found": lambda kit: kit.found,
    "check": lambda kit: kit.check(PLAN),
    "format": lambda kit: kit.reader_of("old.txt"),
    "reading": lambda kit: kit.reads("一、指导思想"),
}


@pytest.mark.parametrize(
    ("hook", "needed"),
    [
        ("rules", ["rules", "found", "check"]),
        ("readers", ["readers", "found", "check", "format", "reading"]),
    ],
)
def test_rules_and_readers_are_asked_for_when_they_are_first_needed(hook, needed):
    """Once, by whatever needs them; printing does not."""
    asked = []
    given = plugin(**{hook: lambda self: asked.append(hook) or ()})
    for name, use in WHEN_NEEDED.items():
        asked.clear()
        kit = Kit(discover=False, plugins=[given])

        assert kit.rendered(PLAN, "txt").data
        assert kit.set_aside == {}
        assert asked == []
        use(kit)
        use(kit)
        assert asked == [hook] * (name in needed)


@pytest.mark.parametrize("hook", ["rules", "readers"])
def test_a_plugin_that_fails_late_is_set_aside_then(hook):
    """From then on nothing of it is used; those who only print never learn of it."""
    kit = Kit(discover=False, plugins=[plugin("Late", sections=[section()], **{hook: raising})])
    before, known = kit.section("own").name, kit.set_aside
    getattr(kit, hook)

    assert (before, known) == ("own", {})
    assert isinstance(kit.set_aside["Late"], PluginError)
    assert kit.found[1].error is kit.set_aside["Late"]
    with pytest.raises(UnionkitError):
        kit.section("own")


def test_a_check_uses_nothing_of_a_plugin_that_fails_late():
    """Also not the rules that it has given."""
    kit = Kit(discover=False, plugins=[plugin("Late", rules=[rule("XX001")], readers=raising)])

    assert "XX001" in [known.code for known in kit.rules]
    assert [found.code for found in kit.check(PLAN)] == ["UK901"]
    assert "XX001" not in [known.code for known in kit.rules]


def test_a_strict_kit_raises_each_time_that_commands_fail():
    """Commands alone are not asked for when it is made."""
    kit = Kit(
        discover=False,
        strict=True,
        plugins=[plugin("First", commands=[click.Command("one")]), plugin(commands=raising)],
    )

    for _ in range(2):
        with pytest.raises(PluginError):
            kit.commands()


def test_what_went_wrong_is_told():
    """Plugin, hook and reason; the nearest hook; the version that is asked for."""

    def error(way: str, lang: str) -> str:
        return Kit(discover=False, plugins=[plugin("Broken", **BROKEN[way])]).found[1].error.message(lang)

    assert "“Broken”" in error("raises", "zh")
    assert "unionkit_sections" in error("raises", "zh")
    assert "ValueError: 坏了" in error("raises", "en")
    assert "a list was expected, not 'abc' (str)" in error("returns a text", "zh")
    assert "Section was expected" not in error("returns something else", "en")
    assert "Pack was expected" in error("returns something else", "en")
    assert "unionkit_rules" in error("misspells a hook", "en")
    assert "0.99" in error("is for a newer core", "zh")


def test_a_generator_is_as_good_as_a_list():
    """Hooks may yield."""

    def sections(self):
        yield section("one")
        yield section("two")

    kit = Kit(discover=False, strict=True, plugins=[plugin(sections=sections)])

    assert kit.section("two").name == "two"


def test_a_hook_may_have_another_name():
    """pluggy's `specname` is honoured."""

    class Plugin:
        @hookimpl(specname="unionkit_sections")
        def my_sections(self):
            return [section()]

    kit = Kit(discover=False, strict=True, plugins=[Plugin()])

    assert kit.found[1].hooks == ("unionkit_sections",)
    assert kit.section("own").name == "own"


def test_commands_that_fail_set_the_plugin_aside_when_they_are_asked_for():
    """From then on nothing of it is used."""
    kit = Kit(discover=False, plugins=[plugin(sections=[section()], commands=raising)])
    before = kit.section("own").name

    assert before == "own"
    assert kit.commands() == []
    assert isinstance(kit.found[1].error, PluginError)
    with pytest.raises(UnionkitError):
        kit.section("own")


CLASHES = {
    "pack": ({"packs": [pack()]}, {"packs": [pack()]}, "school"),
    "section": ({"sections": [section()]}, {"sections": [section()]}, "own"),
    "renderer": ({"renderers": [renderer("pdf")]}, {"renderers": [renderer("pdf")]}, "pdf"),
    "renderer suffix": (
        {"renderers": [renderer("pdf", ".pdf")]},
        {"renderers": [renderer("print", ".PDF")]},
        ".pdf",
    ),
    "rule": ({"rules": [rule("XX001")]}, {"rules": [rule("XX001")]}, "XX001"),
    "reader": (
        {"readers": [Reader(name="w", suffixes=(), read=print)]},
        {"readers": [Reader(name="w", suffixes=(), read=print)]},
        "w",
    ),
    "reader suffix": (
        {"readers": [Reader(name="w", suffixes=(".w",), read=print)]},
        {"readers": [Reader(name="v", suffixes=(".w",), read=print)]},
        ".w",
    ),
    "executor": ({"executors": {"x": print}}, {"executors": {"x": print}}, "x"),
}
BUILTIN = {
    "section": ({"sections": [section("body")]}, "body"),
    "renderer": ({"renderers": [renderer("docx")]}, "docx"),
    "renderer suffix": ({"renderers": [renderer("word", ".docx")]}, ".docx"),
    "rule": ({"rules": [rule("UK101")]}, "UK101"),
    "reader suffix": ({"readers": [Reader(name="w", suffixes=(".txt",), read=print)]}, ".txt"),
    "executor": ({"executors": {"serial": print}}, "serial"),
}


@pytest.mark.parametrize("what", CLASHES)
def test_two_plugins_of_one_mind_are_refused(what):
    """The error names both sides; disabling one of them helps."""
    first, second, name = CLASHES[what]
    plugins = [plugin("First", **first), plugin("Second", **second)]

    with pytest.raises(NameClashError) as error:
        Kit(discover=False, strict=True, plugins=plugins)

    facts = error.value
    assert (facts.what, facts.name, facts.first, facts.second) == (what, name, "First", "Second")
    assert Kit(discover=False, plugins=plugins, disabled="Second").found[-1].name == "First"


@pytest.mark.parametrize("what", BUILTIN)
def test_nobody_replaces_a_built_in_part(what):
    """The built-in parts come in by the same hooks."""
    answers, name = BUILTIN[what]

    with pytest.raises(NameClashError) as error:
        Kit(discover=False, strict=True, plugins=[plugin("Own", **answers)])

    assert (error.value.what, error.value.name, error.value.first) == (what, name, "unionkit")


@pytest.mark.parametrize("what", CLASHES)
def test_a_clash_is_told_no_later_than_it_matters(what):
    """That of rules or readers when they are needed, any other when the Kit is made."""
    *answers, _ = CLASHES[what]
    plugins = [plugin(name, **each) for name, each in zip(("First", "Second"), answers, strict=True)]

    if not what.startswith(("rule", "reader")):
        with pytest.raises(NameClashError):
            Kit(discover=False, plugins=plugins)
        return
    kit = Kit(discover=False, plugins=plugins)
    assert kit.rendered(PLAN, "txt").data
    with pytest.raises(NameClashError):
        kit.rules if what == "rule" else kit.readers  # noqa: B018 -- the properties do the work


def test_two_commands_of_one_name_are_refused():
    """When commands are asked for."""
    same = [plugin(name, commands=[click.Command("calendar")]) for name in ("First", "Second")]

    with pytest.raises(NameClashError):
        Kit(discover=False, plugins=same).commands()


def test_two_plugins_of_one_name_are_refused():
    """They could not be told apart in `disabled`."""
    with pytest.raises(NameClashError) as error:
        Kit(discover=False, plugins=[plugin("Same"), plugin("Same")])

    assert error.value.what == "plugin"


def test_packs_may_have_sections_of_the_same_name():
    """Each is found by the plans of its pack."""
    both = [section("own", pack="school"), section("own", pack="town")]

    assert (
        Kit(discover=False, strict=True, plugins=[plugin(sections=both)]).section("own", pack="town").pack
        == "town"
    )


def test_a_plugin_that_is_disabled_is_not_even_asked():
    """An unknown name is refused: it may be a misspelt one."""
    given = plugin(packs=raising)

    assert [each.name for each in Kit(discover=False, plugins=[given], disabled=["Plugin"]).found] == [
        "unionkit"
    ]
    with pytest.raises(UnknownPluginError) as error:
        Kit(discover=False, plugins=[given], disabled=["Plugim"])
    assert error.value.known == ("Plugin",)


DISTRIBUTIONS = {
    "sound": "from unionkit import hookimpl, Pack\n"
    "@hookimpl\ndef unionkit_packs():\n"
    "    return [Pack(name='sound', package=__name__, title='甲', title_en='a')]\n",
    "missing": "import no_such_module\n",
    "exiting": "import sys\nsys.exit('bye')\n",
    "broken": "def :\n",
}
SCRIPT = """
import json, sys
from unionkit import Kit
kit = Kit(disabled=json.loads(sys.argv[1]))
told = lambda e: [e.message('en'), e.message('zh')] if e else []
print(json.dumps([[p.name, p.distribution, p.version, *told(p.error)] for p in kit.found]))
"""
CLASHING = """
from unionkit import Kit
from unionkit.errors import NameClashError
try:
    Kit()
except NameClashError as error:
    print(error.message("zh"))
    print(error.message("en"))
"""


def install(folder, name: str, source: str, *, entry: str) -> None:
    """Put a distribution with one plugin into the folder."""
    (folder / f"plugin_{name}.py").write_text(source, encoding="utf-8")
    info = folder / f"plugin_{name}-1.2.dist-info"
    info.mkdir(exist_ok=True)
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: dist-{name}\nVersion: 1.2\n", encoding="utf-8"
    )
    (info / "entry_points.txt").write_text(f"[unionkit]\n{entry} = plugin_{name}\n", encoding="utf-8")


def run(folder, script: str, *arguments: str) -> str:
    """What a fresh process with the folder on its path prints."""
    path = [str(folder), *sys.path]
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", f"import sys; sys.path[:] = {path!r}\n{script}", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def discover(folder, *disabled: str) -> dict[str, list]:
    """What is found there, by the name of the plugin."""
    for name, source in DISTRIBUTIONS.items():
        install(folder, name, source, entry=name)
    return {name: rest for name, *rest in json.loads(run(folder, SCRIPT, json.dumps(disabled)))}


def test_installed_plugins_are_found_by_their_entry_points(tmp_path):
    """With the distribution that brought them; one that cannot be imported is set aside, even if it tries to exit."""
    found = discover(tmp_path)

    assert found["sound"] == ["dist-sound", "1.2"]
    assert "no_such_module" in found["missing"][2]
    assert found["missing"][2].startswith("The plugin “missing” (dist-missing 1.2) failed in import: ")
    assert found["missing"][3].startswith("插件“missing”（dist-missing 1.2）在导入时出错：")
    assert "SystemExit: bye" in found["exiting"][2]
    assert "SyntaxError" in found["broken"][2]


def test_installed_plugins_are_disabled_by_their_name_or_distribution(tmp_path):
    """Either will do."""
    found = discover(tmp_path, "sound", "dist-missing")

    assert {"sound", "missing"}.isdisjoint(found)
    assert {"exiting", "broken"} <= set(found)


def test_installed_plugins_of_one_name_are_told_apart_by_their_distributions(tmp_path):
    """Their own names would not say which to leave out."""
    for name in ("first", "second"):
        install(tmp_path, name, "", entry="same")

    zh, en = run(tmp_path, CLASHING).splitlines()

    assert zh.startswith("插件“dist-first 1.2”与“dist-second 1.2”都提供名为“same”的 plugin")
    assert en.startswith(
        "The plugins “dist-first 1.2” and “dist-second 1.2” both contribute a plugin called “same”"
    )
