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
from unionkit.model import Plan
from unionkit.readers import Reader
from unionkit.renderers import Renderer
from unionkit.rules import CONVENTION, Rule, Severity


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

    report = kit.check(Plan(title="计划"))
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
        Kit(discover=False, plugins=plugins)

    facts = error.value
    assert (facts.what, facts.name, facts.first, facts.second) == (what, name, "First", "Second")
    assert Kit(discover=False, plugins=plugins, disabled="Second").found[-1].name == "First"


@pytest.mark.parametrize("what", BUILTIN)
def test_nobody_replaces_a_built_in_part(what):
    """The built-in parts come in by the same hooks."""
    answers, name = BUILTIN[what]

    with pytest.raises(NameClashError) as error:
        Kit(discover=False, plugins=[plugin("Own", **answers)])

    assert (error.value.what, error.value.name, error.value.first) == (what, name, "unionkit")


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
print(json.dumps([[p.name, p.distribution, p.version, p.error and p.error.message('en')] for p in kit.found]))
"""


def discover(folder, *disabled: str) -> dict[str, list]:
    """What a fresh process with the folder on its path finds, by the name of the plugin."""
    for name, source in DISTRIBUTIONS.items():
        (folder / f"plugin_{name}.py").write_text(source, encoding="utf-8")
        info = folder / f"plugin_{name}-1.2.dist-info"
        info.mkdir(exist_ok=True)
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: dist-{name}\nVersion: 1.2\n", encoding="utf-8"
        )
        (info / "entry_points.txt").write_text(f"[unionkit]\n{name} = plugin_{name}\n", encoding="utf-8")
    path = [str(folder), *sys.path]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:] = {path!r}\n{SCRIPT}", json.dumps(disabled)],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name: rest for name, *rest in json.loads(done.stdout)}


def test_installed_plugins_are_found_by_their_entry_points(tmp_path):
    """With the distribution that brought them; one that cannot be imported is set aside, even if it tries to exit."""
    found = discover(tmp_path)

    assert found["sound"] == ["dist-sound", "1.2", None]
    assert "no_such_module" in found["missing"][2]
    assert "dist-missing 1.2" in found["missing"][2]
    assert "SystemExit: bye" in found["exiting"][2]
    assert "SyntaxError" in found["broken"][2]


def test_installed_plugins_are_disabled_by_their_name_or_distribution(tmp_path):
    """Either will do."""
    found = discover(tmp_path, "sound", "dist-missing")

    assert {"sound", "missing"}.isdisjoint(found)
    assert {"exiting", "broken"} <= set(found)
