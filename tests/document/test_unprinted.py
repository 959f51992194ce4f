"""What a document leaves out of a plan is told."""

from __future__ import annotations

import attrs
from hypothesis import given

from unionkit.document import DEFAULT_LAYOUT, SECTIONS, Section, compose, unprinted
from unionkit.model import Activity, CrossReference, Goal, Paragraph, Part, Plan, Table
from unionkit.testing import plans

FOUND = {section.name: section for section in SECTIONS}


def left(plan: Plan, *layout: str, own: Section | None = None) -> list[str]:
    """The texts of a plan that its document in some layout does not say."""
    find = FOUND | ({own.name: own} if own else {})
    document = compose(plan, layout or DEFAULT_LAYOUT, find.__getitem__)
    return [text for _, text in unprinted(plan, document)]


@given(plan=plans())
def test_the_usual_layout_leaves_nothing_out(plan):
    """Whatever the plan holds."""
    assert left(attrs.evolve(plan, layout=())) == []


def test_a_layout_without_sign_off_leaves_out_who_signs():
    """In reading order, with its path."""
    plan = Plan(title="计划", signature="清河中学工会", note="公开", content=[Paragraph(text="正文。")])

    assert left(plan, "body") == ["清河中学工会", "公开"]
    document = compose(plan, ("body",), FOUND.__getitem__)
    assert [path for path, _ in unprinted(plan, document)] == [("signature",), ("note",)]


def test_a_section_that_claims_a_part_and_prints_something_else_is_found_out():
    """With all that stood in the part."""
    own = Section(name="own", compose=lambda _: (), roles=["work"])
    table = Table(head=["项目"], rows=[["慰问"]], caption="表")
    plan = Plan(
        title="", content=[Part(role="work", heading="工作", content=[Paragraph(text="走访。"), table])]
    )

    assert left(plan, "own", "body", own=own) == ["工作", "走访。", "表", "项目", "慰问"]


def test_what_is_private_or_in_other_words_is_not_missed():
    """Named persons are left out on purpose, and references name the number of the day."""
    plan = Plan(
        title="",
        content=[
            Paragraph(text="看望王某。", facts=[Activity(title="看望王某", private=True)]),
            Paragraph(text="见第九部分。", refs=[CrossReference(target="work", words="第九部分")]),
            Part(heading="工作", id="work", content=[Goal(indicator="满意度")]),
        ],
    )

    assert left(plan) == []
