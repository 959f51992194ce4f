"""The chapters and the notice that are made from the pack's data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from unionkit.document import Block, Scope, Section, render_blocks, template_section

_ENOUGH_FOR_DELEGATES: Final = 80
"""
Staff of a school that meets by delegates, at least; with fewer, all of the staff meet (学校教职工代表大会规定; UK563 of the
core judges by the same number).
"""


def _session(name: str, title: str, title_en: str, *, whole: bool) -> Section:
    """A chapter on the session, printed where the staff meet as a whole, or where they meet by delegates."""

    def compose(scope: Scope) -> Iterator[Block]:
        if _meets_as_a_whole(scope) is whole:
            yield from render_blocks(__package__, f"{name}.j2", scope)

    return Section(name=name, compose=compose, pack="school", title=title, title_en=title_en, headed=True)


def _meets_as_a_whole(scope: Scope) -> bool:
    """Whether all of the staff meet (教职工大会): the session is called so, or the school is small and has no delegates."""
    from ._data import SchoolData  # noqa: PLC0415 -- the types of the data are loaded when a section is printed

    congress = scope.data.congress if isinstance(scope.data, SchoolData) else None
    called = "" if congress is None else congress.session.lower()
    if called:
        return "教职工大会" in called or "meeting of all staff" in called
    staff = scope.plan.organization.staff
    delegates = None if congress is None else congress.delegates
    return staff is not None and staff < _ENOUGH_FOR_DELEGATES and not delegates


SECTIONS: Final = (
    _session("congress", "教职工代表大会安排", "The staff congress", whole=False),
    _session("staff-meeting", "教职工大会安排", "The meeting of all staff", whole=True),
    *(
        template_section(
            name,
            package=__package__,
            template=f"{name}.j2",
            pack="school",
            title=title,
            title_en=title_en,
            headed=headed,
        )
        for name, title, title_en, headed in (
            ("openness", "校务公开安排", "Open school affairs", True),
            ("openness-notice", "校务公开公示表", "Notice of open school affairs", False),
        )
    ),
)
"""All of them."""
