"""Breaking the rules about the union itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

import attrs
from hypothesis import strategies as st

from unionkit.model import Activity, Committee, Paragraph, Person, Plan, parse_schedule

from ._base import Violation, with_content, with_organization

_PEOPLE: Final = ("李明", "周宁", "陈静", "王芳", "赵磊")
_BASE: Final = ("school", "enterprise", "agency")
_BANDS: Final = ((25, 200, 3, 7), (201, 1000, 7, 15), (1001, 5000, 15, 21), (10001, 50000, 29, 37))
_OWNER: Final = ("content", 0, "content", 0, "owner")


def _with_committees(plan: Plan, *committees: Committee, **fields: object) -> Plan:
    return with_organization(plan, committees=committees, **fields)


def _month(plan: Plan) -> int:
    return 3 if plan.period.half == 1 else 10


def _no_committee(draw: st.DrawFn, plan: Plan) -> Plan:
    plan = plan.replace_at(_OWNER, "宣传委员")  # an owner 工会委员会 would show that there is one
    return _with_committees(plan, Committee(kind="women", size=3), members=draw(st.integers(25, 900)))


def _no_womens_committee(draw: st.DrawFn, plan: Plan) -> Plan:
    women = draw(st.integers(10, 300))
    return _with_committees(plan, Committee(kind="committee"), Committee(kind="audit"), women=women)


def _no_audit_committee(draw: st.DrawFn, plan: Plan) -> Plan:
    return _with_committees(plan, Committee(kind="committee"), members=draw(st.integers(25, 900)))


def _committee_size(draw: st.DrawFn, plan: Plan) -> Plan:
    first, last, least, most = draw(st.sampled_from(_BANDS))
    size = draw(st.sampled_from((least - 1, most + 1)))
    union, audit = Committee(kind="committee", size=size), Committee(kind="audit")
    sector, members = draw(st.sampled_from(_BASE)), draw(st.integers(first, last))
    return _with_committees(plan, union, audit, sector=sector, members=members)


def _audit_size(draw: st.DrawFn, plan: Plan) -> Plan:
    audit = Committee(kind="audit", size=draw(st.sampled_from((1, 2, 12, 13))))
    fields = {"sector": draw(st.sampled_from(_BASE)), "members": draw(st.integers(25, 900))}
    return _with_committees(plan, Committee(kind="committee"), audit, **fields)


def _auditor_is_officer(draw: st.DrawFn, plan: Plan) -> Plan:
    name, other = draw(st.permutations(_PEOPLE))[:2]
    role = draw(st.sampled_from(("主席", "副主席", "常务委员", "财务委员")))
    union = Committee(kind="committee", members=[Person(name=name, role=role)])
    audit = Committee(kind="audit", members=[Person(name=other, role="主任"), Person(name=name)])
    return _with_committees(plan, union, audit)


def _chair_not_one(draw: st.DrawFn, plan: Plan) -> Plan:
    roles = draw(st.sampled_from((("主席", "主席", "委员"), ("副主席", "委员", "委员"))))
    people = [Person(name=name, role=role) for name, role in zip(_PEOPLE, roles, strict=False)]
    return _with_committees(plan, Committee(kind="committee", size=len(people), members=people))


def _member_twice(draw: st.DrawFn, plan: Plan) -> Plan:
    names = draw(st.permutations(_PEOPLE))[:3]
    people = [Person(name=name) for name in (*names, names[0])]
    kind = draw(st.sampled_from(("committee", "audit", "women")))
    return _with_committees(plan, Committee(kind=kind, members=people))


def _old_line(draw: st.DrawFn, plan: Plan) -> Plan:
    number = draw(st.sampled_from(("25", "20", "二十五")))
    return with_content(plan, Paragraph(text=f"女会员{number}人以上的分工会建立女职工委员会。"))


def _term(draw: st.DrawFn, plan: Plan) -> Plan:
    sector, term = draw(st.sampled_from((("enterprise", 4), ("school", 2), ("federation", 3), ("agency", 6))))
    kind = draw(st.sampled_from(("committee", "audit")))
    return _with_committees(plan, Committee(kind=kind, term=term), sector=sector)


def _terms_differ(draw: st.DrawFn, plan: Plan) -> Plan:
    kind = draw(st.sampled_from(("audit", "women")))
    one, other = draw(st.permutations((3, 5)))
    sector = draw(st.sampled_from(_BASE))
    return _with_committees(
        plan, Committee(kind="committee", term=one), Committee(kind=kind, term=other), sector=sector
    )


def _elected_apart(draw: st.DrawFn, plan: Plan) -> Plan:
    day = draw(st.dates(dt.date(2022, 1, 1), dt.date(2024, 6, 30)))
    later = day + dt.timedelta(days=draw(st.integers(7, 300)))
    return _with_committees(
        plan, Committee(kind="committee", elected=day), Committee(kind="audit", elected=later)
    )


def _ending(draw: st.DrawFn, plan: Plan, year: int) -> Plan:
    term = draw(st.sampled_from((3, 5)))
    elected = dt.date(year - term, _month(plan), draw(st.integers(2, 28)))
    sector = draw(st.sampled_from(_BASE))
    return _with_committees(plan, Committee(kind="committee", elected=elected, term=term), sector=sector)


def _year(plan: Plan) -> int:
    return plan.period.year or 2026


def _term_is_over(draw: st.DrawFn, plan: Plan) -> Plan:
    return _ending(draw, plan, _year(plan) - 1)


def _term_ends(draw: st.DrawFn, plan: Plan) -> Plan:
    return _ending(draw, plan, _year(plan))


def _election_early(draw: st.DrawFn, plan: Plan) -> Plan:
    title = draw(st.sampled_from(("工会委员会换届选举", "工会换届大会")))
    when = parse_schedule(f"{_month(plan)}月")
    election = Activity(title=title, kind="election", when=when, owner="组织委员")
    return with_content(_ending(draw, plan, _year(plan) + draw(st.integers(1, 2))), election)


def _votes(draw: st.DrawFn, plan: Plan) -> Plan:
    half = draw(st.integers(20, 60))
    people = [
        Person(name=name, votes=votes)
        for name, votes in zip(_PEOPLE, (half + 1, half, half + 9), strict=False)
    ]
    kind = draw(st.sampled_from(("committee", "audit", "women")))
    return _with_committees(plan, Committee(kind=kind, entitled=2 * half, members=people))


def _quorum(draw: st.DrawFn, plan: Plan) -> Plan:
    third = draw(st.integers(10, 60))
    kind = draw(st.sampled_from(("committee", "audit", "women")))
    return _with_committees(plan, Committee(kind=kind, entitled=3 * third, present=2 * third - 1))


def _candidates(draw: st.DrawFn, plan: Plan) -> Plan:
    size = draw(st.integers(3, 20))
    union = Committee(kind="committee", size=size, candidates=size)
    return _with_committees(plan, union, sector=draw(st.sampled_from(_BASE)))


def _members_above_staff(draw: st.DrawFn, plan: Plan) -> Plan:
    staff = draw(st.integers(30, 900))
    return with_organization(plan, sector=draw(st.sampled_from(_BASE)), staff=staff, members=staff + 1)


def _women_do_not_add_up(draw: st.DrawFn, plan: Plan) -> Plan:
    women = draw(st.integers(20, 90))
    plan = with_organization(plan, sector=draw(st.sampled_from(_BASE)))
    if draw(st.booleans()):
        return with_organization(plan, women=women + 1, women_staff=women)
    ours = attrs.evolve(plan.organization, staff=200, members=200, women=women - 1, women_staff=women)
    return attrs.evolve(plan, organization=ours)


VIOLATIONS: Final[Mapping[str, Violation]] = {
    "UK651": _no_committee,
    "UK652": _no_womens_committee,
    "UK653": _no_audit_committee,
    "UK654": _committee_size,
    "UK655": _audit_size,
    "UK656": _auditor_is_officer,
    "UK657": _chair_not_one,
    "UK658": _member_twice,
    "UK659": _old_line,
    "UK661": _term,
    "UK662": _terms_differ,
    "UK663": _elected_apart,
    "UK664": _term_is_over,
    "UK665": _term_ends,
    "UK666": _election_early,
    "UK671": _votes,
    "UK672": _quorum,
    "UK673": _candidates,
    "UK674": _members_above_staff,
    "UK675": _women_do_not_add_up,
}
