"""A plan, a layout and sections become one document, and nothing is lost on the way."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from unionkit import Kit
from unionkit.document import (
    BODY,
    DEFAULT_LAYOUT,
    SECTIONS,
    Addressee,
    Attachment,
    AttachmentNote,
    Contents,
    Document,
    Grid,
    Heading,
    Options,
    PageBreak,
    Paper,
    Section,
    SignOff,
    Text,
    Title,
    compose,
    compose_paper,
    compose_section,
    content_blocks,
    without_private,
    worded,
)
from unionkit.errors import UnknownSectionError
from unionkit.model import (
    Activity,
    Budget,
    BudgetLine,
    CrossReference,
    Goal,
    Item,
    Money,
    Numbering,
    Organization,
    Paragraph,
    Part,
    Period,
    Plan,
    Table,
    texts,
)
from unionkit.testing import plans


def find(name: str) -> Section:
    """The built-in section of a name."""
    for section in SECTIONS:
        if section.name == name:
            return section
    raise UnknownSectionError(name, tuple(section.name for section in SECTIONS))


def said(document: Document) -> list[str]:
    """Every text of a document in reading order, markers included."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Title):
            found += [block.text, block.subtitle, block.number]
        elif isinstance(block, Addressee):
            found += [block.text.removesuffix("："), block.text]
        elif isinstance(block, Heading | Text):
            found += [block.marker or "", block.text]
        elif isinstance(block, Grid):
            found += [
                block.caption,
                block.unit.removeprefix("单位："),
                *(cell.title for row in block.head for cell in row),
            ]
            found += [cell for row in (*block.rows, *block.totals) for cell in row]
        elif isinstance(block, AttachmentNote):
            found += block.names
        elif isinstance(block, Attachment):
            found += [block.title]
        elif isinstance(block, SignOff):
            note = block.note
            found += [block.signature, block.date, note.removeprefix("（").removesuffix("）"), note]
    return found


def is_public(plan: Plan) -> bool:
    """The plan holds nothing about named persons."""
    return not any(isinstance(node, Item) and node.private for _, node in plan.walk())


LAYOUTS = st.lists(st.sampled_from([section.name for section in SECTIONS if not section.headed]), unique=True)
"""Layouts of sections that print the plan's own content."""


@given(plan=plans())
def test_every_text_of_a_plan_is_printed_in_reading_order(plan):
    """The default layout prints a plan as it stands; only numbers in references are those of the day."""
    assume(is_public(plan))
    references = {node.text for _, node in plan.walk() if isinstance(node, Paragraph) and node.refs}

    printed = iter(said(compose(plan, DEFAULT_LAYOUT, find)))

    expected = (text for _, text in texts(plan) if text and text not in references)
    assert [text for text in expected if text not in printed] == []


@given(plan=plans(), layout=LAYOUTS)
def test_no_layout_loses_or_repeats_anything(plan, layout):
    """Whatever a layout names, each text of the content is printed as often as it stands in the plan."""
    assume(is_public(plan))
    everything = compose(plan, (BODY,), find)
    document = compose(plan, layout, find)

    def counted(found: Document) -> list[str]:
        return sorted(text for text in said(attrs.evolve(found, blocks=of_content(found))) if text)

    def of_content(found: Document) -> tuple:
        unmarked = (
            attrs.evolve(each, marker="") if hasattr(each, "marker") else each for each in found.blocks
        )
        return tuple(each for each in unmarked if not isinstance(each, SignOff | Attachment | AttachmentNote))

    assert counted(document) == counted(everything)


@given(plan=plans())
def test_without_what_is_private_a_plan_has_no_private_items(plan):
    """What remains is the plan in its order, and a plan without private items is the same object."""
    shown = without_private(plan)

    assert is_public(shown)
    assert (shown is plan) == is_public(plan)


@given(plan=plans())
def test_any_plan_can_be_composed_and_numbered(plan):
    """Nothing a plan can hold keeps it from being printed, private or not, renumbered or not."""
    paper = Paper(name="all", title="全部", sections=(BODY, "sign-off"), private=True)

    assert (
        compose(plan, DEFAULT_LAYOUT, find, options=Options(renumber=True)).author == plan.organization.name
    )
    assert compose_paper(plan, paper, find).title.endswith("全部")


def test_a_plan_becomes_title_addressee_content_and_sign_off():
    """The order of an official document."""
    plan = Plan(
        organization=Organization(name="清河中学工会"),
        period=Period(year=2026, half=2),
        addressee="各分会",
        content=[
            Part(heading="主要工作", content=[Paragraph(text="开展活动。")]),
            Goal(indicator="满意度", marker=""),
            Table(head=["项目", "金额"], rows=[["慰问", "300"]], caption="预算", unit="元"),
        ],
        signature="清河中学工会",
        issued=dt.date(2026, 7, 1),
    )

    document = compose(plan, DEFAULT_LAYOUT, find)

    assert document == Document(
        title="清河中学工会2026年下半年工作计划",
        author="清河中学工会",
        blocks=(
            Title("清河中学工会2026年下半年工作计划"),
            Addressee("各分会："),
            Heading("主要工作", 1, "一、"),
            Text("开展活动。", "", 2),
            Text("完成满意度。", "", 1),
            *content_blocks([plan.content[2]]),
            SignOff("清河中学工会", "2026年7月1日"),
        ),
    )


def test_a_part_without_heading_does_not_indent_what_stands_under_it():
    """Only headings make levels."""
    plan = Plan(title="", content=[Part(role="goals", content=[Goal(indicator="甲")]), Goal(indicator="乙")])

    assert compose(plan, DEFAULT_LAYOUT, find).blocks == (Text("完成甲。", "一、"), Text("完成乙。", "二、"))


def test_a_number_without_heading_is_printed_too():
    """An old plan may have a number with nothing behind it."""
    plan = Plan(title="", content=[Part(marker="三、", content=[Goal(indicator="甲")])])

    assert compose(plan, DEFAULT_LAYOUT, find).blocks == (Heading("", 1, "三、"), Text("完成甲。", "1.", 2))


def test_an_empty_title_is_not_printed():
    """A plan can do without."""
    assert compose(Plan(title=""), DEFAULT_LAYOUT, find).blocks == ()


def test_a_layout_puts_parts_in_its_own_order():
    """A section prints the parts of its roles; the rest comes where the layout names the body, or last."""
    plan = Plan(
        title="",
        content=[Part(role="work", heading="工作"), Part(heading="其他"), Part(role="goals", heading="目标")],
    )

    def order(*layout: str) -> list[str]:
        return [block.text for block in compose(plan, layout, find).blocks]

    assert order("goals", "body", "work") == ["目标", "其他", "工作"]
    assert order("goals") == ["目标", "工作", "其他"]
    assert order("work", "goals", "work", "body", "body") == ["工作", "目标", "其他"]


def test_what_two_sections_claim_is_printed_by_the_first():
    """A pack may claim a role for a section of its own and still name the built-in one."""
    own = Section(name="own", compose=lambda scope: content_blocks(scope.content), roles=["goals"])
    plan = Plan(title="", content=[Part(role="goals", heading="目标")])

    document = compose(plan, ("own", "goals"), lambda name: own if name == "own" else find(name))

    assert document.blocks == (Heading("目标", 1, "一、"),)


def test_a_paper_prints_what_its_sections_claim_once():
    """Without `body`, the rest of the plan is none of its business; with it, nothing comes twice."""
    plan = Plan(
        organization=Organization(name="甲工会"),
        period=Period(year=2026),
        content=[Part(role="goals", heading="目标"), Paragraph(text="正文。")],
    )

    def printed(*sections: str) -> list[str]:
        paper = Paper(name="p", title="公示", sections=sections)
        return [text for text in said(compose_paper(plan, paper, find)) if text]

    assert printed("goals") == ["甲工会2026年公示", "一、", "目标"]
    assert printed("goals", "body") == ["甲工会2026年公示", "一、", "目标", "正文。"]


def private_plan() -> Plan:
    """A plan with a private item alone, one inside a part, and a paragraph with a private fact."""
    visit = Activity(title="看望王某", private=True)
    return Plan(
        title="",
        content=[
            Paragraph(text="公开的话。"),
            visit,
            Part(heading="慰问", content=[visit, Activity(title="慰问困难职工")]),
            Paragraph(text="王某住院，工会前往看望。", facts=[visit]),
        ],
    )


@pytest.mark.parametrize(("private", "named"), [(True, 3), (False, 0)])
def test_papers_print_named_persons_only_when_they_ask(private, named):
    """Private items, and paragraphs that state one, are left out of all other papers."""
    paper = Paper(name="p", title="名册", sections=(BODY,), private=private)

    printed = said(compose_paper(private_plan(), paper, find))

    assert sum("王某" in text for text in printed) == named
    assert "公开的话。" in printed
    assert "慰问困难职工。" in printed


def test_the_plan_itself_never_names_persons():
    """Neither do the sections get to see them: a template cannot print by mistake what is not there."""
    seen = []
    spy = Section(name="spy", compose=lambda scope: seen.append(scope) or ())

    printed = said(
        compose(private_plan(), ("spy", "body"), lambda name: spy if name == "spy" else find(name))
    )

    assert not any("王某" in text for text in printed)
    assert "王某" not in repr(seen)


def test_a_layout_that_names_an_unknown_section_is_refused():
    """The error says what would have worked."""
    with pytest.raises(UnknownSectionError) as error:
        compose(Plan(), ("bodi",), find)

    assert error.value.name == "bodi"


def test_the_words_of_an_item_stand_where_it_stands():
    """A typed item is printed by its own wording."""
    goal = Goal(indicator="满意度")
    plan = Plan(title="", content=[Part(heading="目标", content=[goal])])

    assert compose(plan, DEFAULT_LAYOUT, find).blocks[1] == Text(worded(goal), "1.", 2)


# ---------------------------------------------------------------- what surrounds the content


def kinds(document: Document) -> list[str]:
    """The kinds of blocks, in order."""
    return [type(block).__name__ for block in document.blocks]


def section(name: str, *blocks: str, headed: bool = False, title: str = "") -> Section:
    """A section that prints some lines."""
    return Section(name=name, compose=lambda _: map(Text, blocks), headed=headed, title=title)


def among(*own: Section):
    """Find sections of our own before the built-in ones."""
    return lambda name: next((each for each in own if each.name == name), None) or find(name)


def test_subtitle_number_seal_and_note_are_printed_where_they_belong():
    """Under the title, and at the end."""
    plan = Plan(
        title="工作计划",
        subtitle="（讨论稿）",
        number="清工〔2026〕3号",
        signature="清河中学工会",
        sealed=True,
        note="此件公开发布",
    )

    assert compose(plan, DEFAULT_LAYOUT, find).blocks == (
        Title("工作计划", "（讨论稿）", "清工〔2026〕3号"),
        SignOff("清河中学工会", "", sealed=True, note="（此件公开发布）"),
    )


def test_what_follows_the_sign_off_is_attached_and_listed_before_it():
    """Each section under its title on a page of its own; what the plan names as attached keeps its number."""
    plan = Plan(
        title="", attachments=["名册", "分工"], signature="清河中学工会", content=[Paragraph(text="正文。")]
    )
    own = section("division", "甲", headed=True, title="分工"), section("times", "乙", title="时间")

    document = compose(plan, ("body", "sign-off", "times", "division"), among(*own))

    assert document.blocks == (
        Text("正文。"),
        AttachmentNote(("名册", "分工", "时间")),
        SignOff("清河中学工会"),
        Attachment("分工", "附件", "2", "division"),
        Text("甲"),
        Attachment("时间", "附件", "3", "times"),
        Text("乙"),
    )


def test_a_section_that_prints_nothing_is_neither_headed_nor_attached():
    """A plan without activities has no calendar."""
    own = section("none", headed=True, title="无"), section("also", title="也无")

    document = compose(Plan(title=""), ("body", "none", "sign-off", "also"), among(*own))

    assert document.blocks == ()


def test_a_headed_section_has_its_title_as_the_heading_of_a_part():
    """It is numbered with the others."""
    own = section("times", "甲", headed=True, title="时间")
    plan = Plan(title="", content=[Part(heading="工作")])

    assert compose(plan, ("body", "times"), among(own)).blocks == (
        Heading("工作", 1, "一、"),
        Heading("时间", 1, "二、", "times"),
        Text("甲"),
    )


@pytest.mark.parametrize(
    ("layout", "role", "expected"),
    [
        (("body", "sign-off"), "", ["Text", "Heading", "Grid", "SignOff"]),
        (("body", "sign-off"), "budget", ["Heading", "Text", "Grid", "SignOff"]),
        (("budget", "body", "sign-off"), "budget", ["Heading", "Text", "Grid", "SignOff"]),
        (("budget-table", "body", "sign-off"), "budget", ["Heading", "Grid", "Heading", "Text", "SignOff"]),
        (
            ("body", "sign-off", "budget-table"),
            "",
            ["Text", "AttachmentNote", "SignOff", "Attachment", "Grid"],
        ),
        ((), "", ["Text", "Heading", "Grid"]),
    ],
)
def test_the_budget_of_a_plan_is_printed_once(layout, role, expected):
    """Where the layout names it; otherwise at the end of the part about it, or before the sign-off."""
    prose = Paragraph(text="经费从严掌握。")
    plan = Plan(
        title="",
        signature="清河中学工会",
        content=[Part(role=role, heading="经费", content=[prose]) if role else prose],
        budget=Budget(expenditure=[BudgetLine(account="职工活动支出", amount=Money(6000))]),
    )

    assert kinds(compose(plan, layout, find)) == expected


def test_spending_is_titled_within_a_part_and_not_below_a_title_of_its_own():
    """Whether that stands above it in the text, on its attachment or on a document of its own."""
    plan = Plan(
        title="",
        content=[Part(role="budget", heading="经费")],
        budget=Budget(expenditure=[BudgetLine(account="职工活动支出", amount=Money(6000))]),
    )

    def captions(document: Document) -> list[str]:
        return [block.caption for block in document.blocks if isinstance(block, Grid)]

    assert captions(compose(plan, ("body",), find)) == ["支出预算"]
    assert captions(compose(plan, ("body", "budget-table"), find)) == [""]
    assert captions(compose(plan, ("body", "sign-off", "budget-table"), find)) == [""]
    alone = compose_section(
        attrs.evolve(plan, organization=Organization(name="甲工会")), find("budget-table")
    )
    assert (alone.title, captions(alone)) == ("甲工会经费预算表", [""])


def test_the_title_of_a_table_alone_says_whose_and_of_what_time():
    """In one line, in both languages; what nobody knows is left out."""
    plan = Plan(
        organization=Organization(name="清河中学工会"),
        period=Period(year=2027, half=1),
        content=[Activity(title="座谈会")],
    )
    zh, en = (compose_section(plan, find("calendar"), options=Options(lang=lang)) for lang in ("zh", "en"))

    assert zh.blocks[0] == Title(zh.title)
    assert zh.title == "清河中学工会2027年上半年活动安排表"
    assert en.title == "Calendar of activities: 清河中学工会, the first half of 2027"
    bare = compose_section(Plan(content=plan.content), find("calendar"), options=Options(lang="en"))
    assert bare.title == "Calendar of activities"


def test_a_letter_has_whose_it_is_below_its_title():
    """Before 致全体会员 or 关于…的通知 it would be no Chinese."""
    plan = Plan(organization=Organization(name="甲工会"), period=Period(year=2026))

    for title in ("致全体会员", "关于开展读书活动的通知"):
        document = compose_paper(plan, Paper(name="p", title=title, sections=()), find)
        assert document.blocks == (Title(title, "甲工会2026年"),)
        assert document.title == title


def test_a_section_that_claims_the_part_about_the_budget_need_not_know_of_its_tables():
    """They follow what it makes of the part, in the plan and printed alone."""
    own = Section(name="own", compose=lambda scope: content_blocks(scope.content), roles=["budget"])
    plan = Plan(
        title="",
        content=[Part(role="budget", heading="经费")],
        budget=Budget(expenditure=[BudgetLine(account="职工活动支出", amount=Money(6000))]),
    )

    assert kinds(compose(plan, ("own", "body"), among(own))) == ["Heading", "Grid"]
    assert kinds(compose_section(plan, own)) == ["Heading", "Grid"]
    assert kinds(compose_section(plan, find("budget"))) == ["Heading", "Grid"]
    assert kinds(compose_section(plan, find("work"))) == []


def test_the_contents_stand_on_a_page_of_their_own():
    """They list headings down to the second level, and attachments."""
    plan = Plan(
        title="计划",
        content=[Part(heading="工作", content=[Part(heading="活动", content=[Part(heading="文体")])])],
        signature="清河中学工会",
    )
    own = section("times", "甲", title="时间安排")

    document = compose(plan, ("body", "sign-off", "times"), among(own), options=Options(contents=True))
    contents = document.blocks[0]

    assert isinstance(contents, Contents)
    assert isinstance(document.blocks[1], PageBreak)
    assert [(entry.level, entry.text) for entry in contents.entries] == [
        (1, "一、工作"),
        (2, "（一）活动"),
        (1, "附件 时间安排"),
    ]
    assert [type(document.blocks[entry.block]) for entry in contents.entries] == [
        Heading,
        Heading,
        Attachment,
    ]


def test_a_section_alone_is_a_document():
    """Under its title where it is headed, otherwise with the headings that it brings."""
    plan = Plan(
        organization=Organization(name="甲工会"),
        period=Period(year=2026),
        content=[Part(role="goals", heading="目标"), Part(role="work", heading="工作")],
        attachments=["名册"],
    )
    own = section("times", "甲", headed=True, title="时间")

    assert compose_section(plan, own).blocks == (Title("甲工会2026年时间"), Text("甲"))
    assert compose_section(plan, find("work")).blocks == (Heading("工作", 1, "一、"),)
    assert [block.text for block in compose_section(plan, find("body")).blocks] == ["目标", "工作"]


def test_a_plan_says_how_it_is_numbered_as_a_whole_and_part_by_part():
    """The numbering of a part is that of what stands in it."""
    goals = [Goal(indicator="甲"), Goal(indicator="乙")]
    plan = Plan(
        title="",
        numbering=Numbering.CHAPTERS,
        content=[Part(heading="目标", numbering=Numbering.POINTS, content=goals), Part(heading="附则")],
    )

    assert said(compose(plan, DEFAULT_LAYOUT, find)) == [
        *("第一章　", "目标", "一是", "完成甲。", "二是", "完成乙。", "第二章　", "附则")
    ]


def test_a_reference_names_the_number_of_the_day():
    """Also where the layout moves the part that is meant."""
    plan = Plan(
        title="",
        content=[
            Paragraph(
                text="经费见第六部分，第六部分以外的另报。",
                refs=[CrossReference(target="money", words="第六部分", nth=2)],
            ),
            Part(role="work", heading="工作", content=[Activity(title="运动会", id="games")]),
            Part(role="budget", heading="经费", id="money"),
            Paragraph(text="见第二部分第9项。", refs=[CrossReference(target="games", words="第二部分第9项")]),
        ],
    )

    def prose(*layout: str) -> list[str]:
        blocks = compose(plan, layout, find).blocks
        return [block.text for block in blocks if isinstance(block, Text) and not block.marker]

    assert prose("body") == ["经费见第六部分，第二部分以外的另报。", "见第一部分第1项。"]
    assert prose("budget", "body") == ["经费见第六部分，第一部分以外的另报。", "见第二部分第1项。"]


@pytest.mark.parametrize(
    "ref",
    [
        CrossReference(target="nobody", words="第六部分"),
        CrossReference(target="work", words="第九部分"),
        CrossReference(target="work", words="第六部分", nth=2),
        CrossReference(target="work", words="部分"),
    ],
)
def test_a_reference_that_leads_nowhere_leaves_the_words_as_they_are(ref):
    """No such part, no such words, not so often, no number in them."""
    plan = Plan(
        title="", content=[Paragraph(text="见第六部分。", refs=[ref]), Part(heading="工作", id="work")]
    )

    assert compose(plan, DEFAULT_LAYOUT, find).blocks[0] == Text("见第六部分。")


def test_a_section_alone_names_the_numbers_of_the_plan():
    """What a reference leads to stands elsewhere, under the number that it has there."""
    kit = Kit(discover=False)
    plan = Plan(
        title="",
        content=[
            Part(role="work", heading="工作"),
            Part(role="budget", heading="经费", id="money"),
            Part(
                role="safeguards",
                heading="保障",
                content=[
                    Paragraph(text="见第九部分。", refs=[CrossReference(target="money", words="第九部分")])
                ],
            ),
        ],
    )

    alone = kit.compose(plan, section="safeguards").blocks

    assert alone == (Heading("保障", 1, "一、"), Text("见第二部分。", "", 2))


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (Plan(title="", addressee="各小组"), Addressee("各小组：")),
        (Plan(title="", addressee="各小组："), Addressee("各小组：")),
        (Plan(title="", note="公开"), SignOff("", note="（公开）")),
        (Plan(title="", note="（公开）"), SignOff("", note="（公开）")),
    ],
)
def test_a_mark_that_the_author_wrote_is_not_doubled(plan, expected):
    """Colons and brackets."""
    assert compose(plan, DEFAULT_LAYOUT, find).blocks == (expected,)


def test_the_budget_is_not_lost_with_a_part_that_is_private():
    """It stands as a part of its own then."""
    plan = Plan(
        title="",
        content=[Part(role="budget", heading="经费", content=[Activity(title="看望", private=True)])],
        budget=Budget(expenditure=[BudgetLine(account="职工活动支出", amount=Money(6000))]),
    )

    assert kinds(compose(plan, DEFAULT_LAYOUT, find)) == ["Heading", "Grid"]


def test_a_part_that_held_nothing_but_private_facts_is_left_out():
    """Its heading may name the person; a part that was empty from the start stays."""
    plan = Plan(
        title="",
        content=[
            Part(
                heading="慰问张三",
                content=[Part(heading="经过", content=[Activity(title="看望", private=True)])],
            ),
            Part(heading="其他"),
        ],
    )

    assert compose(plan, DEFAULT_LAYOUT, find).blocks == (Heading("其他", 1, "一、"),)
