"""Documents that a Kit makes: layouts and who says them, sections, papers, attachments; by the blocks, in any format."""

from __future__ import annotations

import pickle
from pathlib import Path

import attrs
import pytest

from unionkit import Kit, Pack, Paper, Plan, Section, hookimpl
from unionkit.document import (
    DEFAULT_LAYOUT,
    SECTIONS,
    Attachment,
    AttachmentNote,
    Block,
    Contents,
    Document,
    Grid,
    Heading,
    PageBreak,
    SignOff,
    Text,
    Title,
)
from unionkit.errors import (
    PaperAndSectionError,
    PaperFormatError,
    ReadAccessError,
    RepeatedSectionError,
    SectionFormatError,
    UnknownPaperError,
    UnknownSectionError,
)
from unionkit.model import Budget, BudgetLine, Money, Paragraph, Part
from unionkit.renderers import Rendered, Renderer

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
NEEDS_NO_DATA = ("body", "sign-off")


def saying(
    name: str, words: str, *, pack: str | None = None, title: str = "", headed: bool = False
) -> Section:
    """A section that prints some words."""
    return Section(name=name, compose=lambda scope: [Text(words)], pack=pack, title=title, headed=headed)


class Town:
    """A plugin with a pack, whose layout, papers and sections are its own."""

    @hookimpl
    def unionkit_packs(self):
        return [
            Pack(
                name="town",
                package="town",
                title="乡镇",
                title_en="towns",
                layout=("slogan", "body", "sign-off"),
                papers=(
                    Paper(name="notice", title="公示", sections=("slogan", "sign-off", "times")),
                    Paper(name="twice", title="重复", sections=("slogan", "slogan")),
                    Paper(name="misspelt", title="错字", sections=("slogen",)),
                ),
            ),
            Pack(name="careless", package="x", title="乙", title_en="b", layout=("body", "nothing")),
        ]

    @hookimpl
    def unionkit_sections(self):
        return [
            saying("slogan", "模板包的口号。", pack="town"),
            saying("times", "模板包的时间表。", pack="town", title="时间表"),
            saying("shared", "人人可用。"),
        ]

    @hookimpl
    def unionkit_renderers(self):
        return [Renderer(name="straight", suffixes=(), render_plan=lambda plan: Rendered(b"", ()))]


KIT = Kit(discover=False, strict=True, plugins=[Town()])


def words(blocks: Document) -> list[str]:
    """The paragraphs of a document."""
    return [block.text for block in blocks.blocks if isinstance(block, Text)]


def kinds(document: Document) -> list[type[Block]]:
    """Of which kinds its blocks are."""
    return [type(block) for block in document.blocks]


def folder_of(place: Path, **files: str) -> Path:
    """A folder of templates; `layout` is the layout, everything else a template of that name."""
    place.mkdir(exist_ok=True)
    for name, text in files.items():
        file = "layout.txt" if name == "layout" else f"{name.replace('_', '-')}.j2"
        (place / file).write_text(text, encoding="utf-8")
    return place


# ---------------------------------------------------------------- who says the layout


def test_the_layout_of_the_plan_wins_over_the_folder_the_pack_and_the_default(tmp_path):
    """In this order; each is asked only when those before it say nothing."""
    folder = folder_of(tmp_path / "t", layout="body\nslogan\n")
    with_folder = Kit(discover=False, plugins=[Town()], templates=folder)
    plan = Plan(pack="town", content=[Paragraph(text="正文。")])
    own = attrs.evolve(plan, layout=("shared", "body", "slogan"))

    assert words(with_folder.compose(own)) == ["人人可用。", "正文。", "模板包的口号。"]
    assert words(with_folder.compose(plan)) == ["正文。", "模板包的口号。"]
    assert words(KIT.compose(plan)) == ["模板包的口号。", "正文。"]
    assert words(KIT.compose(plan, pack="neutral")) == ["正文。"]
    assert words(KIT.compose(own)) == words(with_folder.compose(own))


def test_the_sections_of_the_folder_win_over_those_of_the_pack_and_the_built_in_ones(tmp_path):
    """Of the same name; the others stay."""
    folder = folder_of(tmp_path / "t", slogan="自己的口号。", shared="自己的。", sign_off="自己的落款。")
    kit = Kit(discover=False, plugins=[Town()], templates=str(folder))
    plan = Plan(pack="town", signature="某工会", layout=("slogan", "shared", "times", "sign-off"))

    assert words(kit.compose(plan)) == ["自己的口号。", "自己的。", "模板包的时间表。", "自己的落款。"]
    assert words(KIT.compose(plan)) == ["模板包的口号。", "人人可用。", "模板包的时间表。"]
    assert words(kit.compose(plan, section="slogan")) == ["自己的口号。"]
    assert words(kit.compose(plan, paper="notice"))[0] == "自己的口号。"
    assert kit.sections("town")["slogan"].pack is None
    assert KIT.sections("town")["slogan"].pack == "town"


def test_a_pack_s_section_is_not_for_other_plans():
    """It is listed for the plans of its pack alone."""
    assert {"slogan", "times"} <= set(KIT.sections("town"))
    assert not {"slogan", "times"} & set(KIT.sections())
    with pytest.raises(UnknownSectionError):
        KIT.compose(Plan(), section="slogan")


def test_what_a_folder_holds_is_read_when_the_kit_is_made(tmp_path):
    """Later layouts and sections are not known to it; a Kit that is made anew, here or elsewhere, knows them."""
    folder = folder_of(tmp_path / "t", layout="slogan\nbody\n", slogan="口号。")
    kit = Kit(discover=False, templates=folder)
    folder_of(folder, layout="body\nlater\n", later="后来的。", slogan="改过的口号。")

    again = pickle.loads(pickle.dumps(kit))

    assert words(kit.compose(Plan())) == ["口号。"]
    assert "later" not in kit.sections()
    assert again.templates == kit.templates == folder
    assert words(again.compose(Plan())) == ["后来的。"]


def test_a_folder_may_hold_layouts_and_sections_for_one_pack(tmp_path):
    """They win over what it holds for every plan."""
    folder = folder_of(tmp_path / "t", layout="slogan\n", slogan="通用。", shared="通用的。")
    folder_of(folder / "town", layout="shared\nslogan\n", slogan="乡镇的。")
    kit = Kit(discover=False, plugins=[Town()], templates=folder)

    assert words(kit.compose(Plan(pack="town"))) == ["通用的。", "乡镇的。"]
    assert words(kit.compose(Plan(pack="careless"))) == words(kit.compose(Plan())) == ["通用。"]
    folder_of(folder / "town", layout="sloga\n")
    with pytest.raises(UnknownSectionError) as error:
        Kit(discover=False, plugins=[Town()], templates=folder).compose(Plan(pack="town"))
    assert error.value.source == (folder / "town" / "layout.txt").as_posix()


def test_where_the_folder_stands_does_not_show(tmp_path):
    """The same templates give the same bytes."""
    made = []
    for name in ("one", "another"):
        folder = folder_of(tmp_path / name, layout="slogan\n", slogan="口号。")
        made.append(Kit(discover=False, templates=folder).rendered(Plan(title="甲"), "docx").data)

    assert made[0] == made[1]


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    """At once, rather than printing without it."""
    with pytest.raises(ReadAccessError, match="nowhere"):
        Kit(discover=False, templates=tmp_path / "nowhere")


# ---------------------------------------------------------------- layouts that cannot be printed


def test_an_unknown_section_is_pointed_at_in_the_plan_file():
    """By file, line and column of that entry; what was meant is guessed, and all there are is listed."""
    text = "pack: town\nlayout:\n  - body\n  - calender\ncontent: []\n"

    with pytest.raises(UnknownSectionError) as error:
        KIT.compose(KIT.loads(text, name="plan.yaml"))

    assert (error.value.name, str(error.value.place)) == ("calender", "plan.yaml:4:5")
    assert error.value.place is not None
    assert error.value.place.end_column == 13
    assert set(error.value.known) == set(KIT.sections("town"))
    assert error.value.message().startswith(
        "plan.yaml:4:5: 没有名为“calender”的章节。是不是“calendar”？可用："
    )
    assert "Did you mean “calendar”? Known: " in error.value.message("en")
    with pytest.raises(UnknownSectionError) as error:
        KIT.compose(Plan(layout=["xyz"]))
    assert error.value.place is None
    assert error.value.message("en").startswith("There is no section called “xyz”. Known: ")


@pytest.mark.parametrize(
    ("plan", "paper", "source"),
    [(Plan(pack="careless"), None, "careless"), (Plan(pack="town"), "misspelt", "town/misspelt")],
)
def test_an_unknown_section_of_a_pack_is_laid_at_its_door(plan, paper, source):
    """The pack and the paper are named."""
    with pytest.raises(UnknownSectionError) as error:
        KIT.compose(plan, paper=paper)

    assert error.value.source == source
    assert error.value.message("en").startswith(f"{source}: There is no section")


def test_an_unknown_section_of_a_folder_names_the_file(tmp_path):
    """So that one knows where to mend it."""
    folder = folder_of(tmp_path / "t", layout="body\nslogen\n", slogan="口号。")

    with pytest.raises(UnknownSectionError, match="是不是“slogan”") as error:
        Kit(discover=False, templates=folder).compose(Plan())

    assert Path(error.value.source) == folder / "layout.txt"
    assert "layout.txt: " in error.value.message()


def test_a_section_that_is_named_twice_is_refused():
    """Printed twice it would repeat the budget and the signature; which of the places is meant nobody can say."""
    text = "layout: [budget-table, body, sign-off, budget-table]\ncontent: []\n"

    with pytest.raises(RepeatedSectionError) as error:
        KIT.compose(KIT.loads(text, name="plan.yaml"))

    assert str(error.value.place) == "plan.yaml:1:40"
    assert error.value.message() == (
        "plan.yaml:1:40: 章节“budget-table”写了不止一次；每个章节只打印一次，请只留一处。"
    )
    with pytest.raises(RepeatedSectionError, match=r"^town/twice: "):
        KIT.compose(Plan(pack="town"), paper="twice")
    with pytest.raises(RepeatedSectionError, match=r"^章节“body”"):
        KIT.compose(Plan(layout=["body", "body"]))


# ---------------------------------------------------------------- what is printed where


def test_what_follows_the_sign_off_is_attached_and_listed():
    """Behind what the plan itself names, numbered where there are several; each begins anew."""
    file = KIT.loads(
        "pack: town\nsignature: 某工会\nattachments: [名册]\nlayout: [body, sign-off, times, slogan]\n"
        "content: [正文。]\n"
    )

    document = KIT.compose(file)

    assert kinds(document) == [Title, Text, AttachmentNote, SignOff, Attachment, Text, Attachment, Text]
    [note] = [block for block in document.blocks if isinstance(block, AttachmentNote)]
    attached = [block for block in document.blocks if isinstance(block, Attachment)]
    assert note.names == ("名册", "时间表", "slogan")
    assert [(block.title, block.mark) for block in attached] == [("时间表", "附件2"), ("slogan", "附件3")]
    [alone] = [
        block
        for block in KIT.compose(Plan(pack="town"), paper="notice").blocks
        if isinstance(block, Attachment)
    ]
    assert alone.mark == "附件"


@pytest.mark.parametrize("role", ["budget", ""])
@pytest.mark.parametrize(
    "layout",
    [
        (),
        ("sign-off",),
        ("body",),
        ("budget", "body", "sign-off"),
        ("body", "sign-off", "budget"),
        ("budget-table", "body", "sign-off"),
        ("body", "sign-off", "budget-table"),
        ("budget", "budget-table"),
        ("sign-off", "body", "budget-table", "budget"),
        ("calendar", "goals", "sign-off", "welfare-table"),
    ],
)
def test_the_budget_is_printed_once_whatever_the_layout(layout, role):
    """With a part about it and without."""
    prose = Paragraph(text="经费从严掌握。")
    plan = Plan(
        layout=layout,
        signature="某工会",
        content=[Part(role=role, heading="经费", content=[prose]) if role else prose],
        budget=Budget(expenditure=[BudgetLine(account="职工活动支出", amount=Money(6000))]),
    )

    document = KIT.compose(plan)
    cells = [
        cell
        for block in document.blocks
        if isinstance(block, Grid)
        for row in (*block.rows, *block.totals)
        for cell in row
    ]

    assert sum("职工活动支出" in cell for cell in cells) == 1
    assert words(document) == ["经费从严掌握。"]
    assert kinds(document).count(SignOff) <= 1


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", [section.name for section in SECTIONS])
def test_every_built_in_section_can_be_printed_alone(name, example):
    """Of every example; what it prints stands in the document of a layout that names it."""
    kit = Kit(discover=False)
    file = kit.load(example)
    layout = dict.fromkeys((name, *DEFAULT_LAYOUT))

    alone = kit.compose(file, section=name, pack="neutral", renumber=True)
    whole = kit.compose(attrs.evolve(file.plan, layout=tuple(layout)), pack="neutral")

    grids = [block for block in alone.blocks if isinstance(block, Grid)]
    assert [grid for grid in grids if grid not in whole.blocks] == []
    assert [each for each in words(alone) if each not in words(whole)] == []
    [section] = [section for section in SECTIONS if section.name == name]
    if section.headed:
        whose = f"{file.plan.organization.name}{file.plan.period}"
        assert alone.title == alone.blocks[0].text == f"{whose}{section.title}"
        assert Heading not in kinds(alone)[:1]


def test_contents_come_first_on_request():
    """For the plan, a paper and a section."""
    plan = Plan(pack="town", content=[Part(role="work", heading="工作")])
    wanted = ({}, {"paper": "notice"}, {"section": "work"})

    documents = [KIT.compose(plan, contents=True, **chosen) for chosen in wanted]

    assert [kinds(document)[:2] for document in documents] == [[Contents, PageBreak]] * 3
    assert [document.blocks[2:] for document in documents] == [
        KIT.compose(plan, **chosen).blocks for chosen in wanted
    ]
    assert [[entry.text for entry in document.blocks[0].entries] for document in documents] == [
        ["一、工作"],
        ["附件 时间表"],
        ["一、工作"],
    ]


@pytest.mark.parametrize("name", ["docx", "md", "txt"])
def test_a_paper_and_a_section_are_printed_in_every_format(tmp_path, name):
    """With every block accounted for, and into a file as well."""
    plan = Plan(pack="town", title="计划", content=[Paragraph(text="正文。")])

    for chosen in ({"paper": "notice"}, {"section": "slogan"}, {"contents": True}):
        rendered = KIT.rendered(plan, name, **chosen)
        document = KIT.compose(plan, **chosen)
        target = KIT.render(plan, tmp_path / f"out.{name}", **chosen)

        assert len(rendered.printed) + len(rendered.skipped) == len(document.blocks)
        assert target.read_bytes() == rendered.data
        if name != "docx":
            assert "模板包的口号。" in rendered.data.decode()


# ---------------------------------------------------------------- wrong requests


def test_a_paper_and_a_section_exclude_each_other(tmp_path):
    """Whichever way they are asked for; nothing is written."""
    for work in (
        lambda: KIT.compose(Plan(), paper="notice", section="body"),
        lambda: KIT.rendered(Plan(), "docx", paper="notice", section="body"),
        lambda: KIT.render(Plan(), tmp_path / "x.docx", paper="notice", section="body"),
    ):
        with pytest.raises(PaperAndSectionError, match="只能打印一种") as error:
            work()
        assert (error.value.paper, error.value.section) == ("notice", "body")
    assert list(tmp_path.iterdir()) == []


def test_a_format_made_straight_from_the_plan_prints_neither():
    """And says so."""
    with pytest.raises(PaperFormatError):
        KIT.rendered(Plan(pack="town"), "straight", paper="notice")
    with pytest.raises(SectionFormatError, match="straight") as error:
        KIT.rendered(Plan(pack="town"), "straight", section="slogan")

    assert error.value.section == "slogan"
    assert KIT.rendered(Plan(), "straight", contents=True, renumber=True).data == b""


def test_unknown_names_are_told():
    """With what would have worked."""
    with pytest.raises(UnknownPaperError, match="notice"):
        KIT.compose(Plan(pack="town"), paper="list")
    with pytest.raises(UnknownSectionError, match="是不是“budget”") as error:
        KIT.compose(Plan(pack="town"), section="budge")

    assert error.value.place is None
    assert "slogan" in error.value.known
