"""Sections are somebody's code: what they make is looked at, and who made it is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from unionkit import Kit, Pack, Plan, Section, hookimpl
from unionkit.document import Column, Grid, Heading, Text
from unionkit.errors import PluginError, UnknownFormatError
from unionkit.model import Term, Vocabulary, WelfareMeasure
from unionkit.renderers import Rendered, Renderer


def kit(compose: Callable[[Any], Iterable[Any]]) -> Kit:
    """A Kit with a plugin of one section."""

    class Careless:
        @hookimpl
        def unionkit_sections(self):
            return (Section(name="careless", compose=compose),)

    return Kit(discover=False, plugins=[Careless()])


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ("文字", "a section yields blocks"),
        (None, "a section yields blocks"),
        (Heading("甲", 0), "levels go from 1 to 12"),
        (Heading("甲", 13), "levels go from 1 to 12"),
        (Text("甲", None, -3), "levels go from 1 to 12"),
        (Text(5), "is a str"),
        (Grid((Column("甲"),), ((5,),)), "is a str|are str"),
    ],
)
@pytest.mark.parametrize("form", ["docx", "md", "txt"])
def test_what_is_no_whole_block_is_refused_with_the_name_of_the_plugin(made, told, form):
    """No renderer meets it."""
    with pytest.raises(PluginError, match="Careless") as error:
        kit(lambda _: [made]).rendered(Plan(), form, section="careless")

    assert "在生成章节 careless 时出错" in error.value.message("zh")
    assert "failed in section careless" in error.value.message("en")
    assert any(part in str(error.value) for part in told.split("|"))


def test_a_document_is_printed_as_it_was_composed():
    """Once composed, in any format of documents; one that is made from plans takes none."""
    plain = Kit(discover=False)
    plan = Plan(title="计划", signature="清河中学工会")
    straight = Renderer(name="ics", suffixes=(".ics",), render_plan=lambda _: Rendered(b"", ()))

    class Calendars:
        @hookimpl
        def unionkit_renderers(self):
            return (straight,)

    document = plain.compose(plan)

    assert plain.rendered_document(document, "txt") == plain.rendered(plan, "txt")
    for form in ("ics", "odt"):
        with pytest.raises(UnknownFormatError):
            Kit(discover=False, plugins=[Calendars()]).rendered_document(document, form)


@pytest.mark.parametrize("names", ["body", "sign-off"])
def test_a_layout_is_a_list(names):
    """A text would be taken letter by letter."""
    with pytest.raises(TypeError, match="list of names"):
        Pack(name="x", package="x", title="某", title_en="some", layout=names)


def test_triggers_of_a_pack_are_called_by_its_own_terms():
    """In the sentence that is made of a measure, as in its tables."""
    vocabulary = Vocabulary(triggers={"heat": Term("heat", "高温", "heat")})

    class Plugin:
        @hookimpl
        def unionkit_packs(self):
            return [Pack(name="p", package="p", title="样例", title_en="sample", vocabulary=vocabulary)]

    measure = WelfareMeasure(title="送清凉", kind="other", triggers=("heat",))
    printed = {
        lang: Kit(discover=False, plugins=[Plugin()], lang=lang)
        .rendered(Plan(pack="p", content=(measure,)), "txt")
        .data.decode()
        for lang in ("zh", "en")
    }

    assert "遇高温时" in printed["zh"]
    assert "occasion: heat" in printed["en"]
