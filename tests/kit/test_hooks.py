"""Each hook, by a plugin in a few lines: what its return value does."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import click
import pytest

from unionkit import Kit, Pack, Section, hookimpl
from unionkit.document import Text
from unionkit.errors import NameClashError, PaperFormatError, PluginError, UnknownPackError
from unionkit.model import Paragraph, Plan, WelfareMeasure
from unionkit.readers import Reader, Reading
from unionkit.renderers import Rendered, Renderer
from unionkit.rules import CONVENTION, Rule, Severity

PACK = Pack(name="school", package="school", title="学校工会", title_en="school unions")


def plugin(name: str = "Plugin", **answers: object) -> object:
    """An object that answers the hooks with these values."""

    def hook(answer: object) -> object:
        return hookimpl(lambda self: answer)

    return type(name, (), {f"unionkit_{what}": hook(answer) for what, answer in answers.items()})()


def kit(**answers: object) -> Kit:
    """A Kit with one plugin."""
    return Kit(discover=False, strict=True, plugins=[plugin(**answers)])


class NoTitle(Rule):
    """Reports plans without a title of their own."""

    code = "XX001"
    slug = "no-title"
    title_zh = "没有标题"
    title_en = "no title"
    severity = Severity.WARNING
    basis = CONVENTION
    nodes = (Plan,)
    wording = {"zh": "没有标题。", "en": "No title."}  # noqa: RUF012 -- the base class declares it as ClassVar

    def check(self, node, check):
        if node.title is None:
            yield self.finding(("title",))


def test_hook_unionkit_packs():
    """A pack can be asked for by name, and its layout and vocabulary apply to the plans that name it."""
    of_school = Pack(
        name="school",
        package="school",
        title="学校工会",
        title_en="school unions",
        layout=["sign-off", "body"],
    )
    plan = Plan(title="", pack="school", signature="甲工会", content=[Paragraph(text="正文。")])

    assert kit(packs=[of_school]).pack("school") is of_school
    assert [type(block).__name__ for block in kit(packs=[of_school]).compose(plan).blocks] == [
        "AttachmentNote",
        "SignOff",
        "Attachment",
        "Text",
    ]
    with pytest.raises(UnknownPackError):
        Kit(discover=False).compose(plan)


def test_hook_unionkit_sections():
    """Layouts find a section by its name; one of the pack comes before one for every plan."""
    of_pack = Section(name="body", pack="school", compose=lambda scope: [Text("学校自己的正文。")])
    found = kit(packs=[PACK], sections=[of_pack])

    assert found.compose(Plan(title="", pack="school")).blocks == (Text("学校自己的正文。"),)
    assert found.compose(Plan(title="")).blocks == ()


def test_hook_unionkit_renderers():
    """A format is chosen by name or by the ending of the file, whatever its case."""
    count = Renderer(
        name="count",
        suffixes=(".Count",),
        render=lambda document: Rendered(str(len(document.blocks)).encode(), (0,)),
    )
    found = kit(renderers=[count])

    assert found.rendered(Plan(title="", content=[Paragraph(text="甲")]), "count").data == b"1"
    assert found.format_of("plan.COUNT") == "count"


@pytest.mark.parametrize("answer", [b"x", Rendered(b"x", ()), Rendered(b"x", (0, 0)), Rendered(b"x", (0, 1))])
def test_a_renderer_that_does_not_account_for_every_block_is_refused(answer):
    """Nothing of a plan is left out without a word."""
    found = kit(renderers=[Renderer(name="lazy", suffixes=(".lazy",), render=lambda _: answer)])

    with pytest.raises(PluginError, match="lazy"):
        found.rendered(Plan(title="", content=[Paragraph(text="甲")]), "lazy")


def test_a_format_made_from_the_plan_knows_no_papers():
    """Asking for a paper in it is refused, not ignored."""
    found = kit(renderers=[Renderer(name="p", suffixes=(".p",), render_plan=lambda _: Rendered(b"x", ()))])

    with pytest.raises(PaperFormatError):
        found.rendered(Plan(), "p", paper="notice")


def test_hook_unionkit_rules():
    """A rule looks at every plan that is checked; the names of all packs are known when it is made."""
    seen = []

    class Plugin:
        @hookimpl
        def unionkit_packs(self):
            return [PACK]

        @hookimpl
        def unionkit_rules(self, pack_names):
            seen.append(pack_names)
            return [NoTitle()]

    found = Kit(discover=False, plugins=[Plugin()])

    assert [each.code for each in found.check(Plan())] == ["XX001"]
    assert seen == [("school",)]


def test_hook_unionkit_readers(tmp_path):
    """A reader takes files by their ending."""

    def read(data: bytes, /, *, name: str, keep_noise: bool) -> Reading:
        text = data.decode()
        return Reading(plan=Plan(title=text), source=text, name=name, outline=(), noise=(), spans={})

    found = kit(readers=[Reader(name="wiki", suffixes=(".wiki",), read=read)])
    file = tmp_path / "plan.WIKI"
    file.write_text("计划", encoding="utf-8")

    assert found.read(file).plan == Plan(title="计划")


def test_hook_unionkit_executors():
    """An executor is made anew each time that it is asked for."""
    found = kit(executors={"two": lambda: ThreadPoolExecutor(2)})

    with found.executor("two") as first, found.executor("two") as second:
        assert first is not second
        assert first.submit(len, "甲乙").result() == 2


def test_hook_unionkit_commands():
    """Commands are asked for only when somebody wants them, and never take the name of a built-in one."""
    asked = []

    class Plugin:
        @hookimpl
        def unionkit_commands(self):
            asked.append(True)
            return [click.Command("calendar")]

    found = Kit(discover=False, plugins=[Plugin()])

    assert asked == []
    assert [command.name for command in found.commands()] == ["calendar"]
    assert [command.name for command in found.commands()] == ["calendar"]
    assert asked == [True]
    with pytest.raises(NameClashError) as error:
        found.commands(taken=["calendar"])
    assert (error.value.first, error.value.second) == ("unionkit", "Plugin")


def test_private_items_reach_no_renderer_of_plans():
    """A calendar or workbook is made without what concerns named persons."""
    names = Renderer(
        name="names",
        suffixes=(),
        render_plan=lambda scope: Rendered(
            ",".join(item.title for _, item in scope.plan.welfare()).encode(), ()
        ),
    )
    plan = Plan(content=[WelfareMeasure(title="看望王某", private=True), WelfareMeasure(title="慰问")])

    assert kit(renderers=[names]).rendered(plan, "names").data.decode() == "慰问"
