"""Breaking the rules about structure and numbering, and those about facts and references."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

import attrs
from hypothesis import strategies as st

from unionkit.model import (
    Activity,
    Content,
    CrossReference,
    Goal,
    Paragraph,
    Part,
    Plan,
    Status,
    Table,
    parse_schedule,
)

from ._base import Violation, with_content, with_organization

_HEADING: Final = "自身建设"
_TEXTS: Final = (
    "工会小组按时碰头，听一听大家的想法。",
    "谁提的意见就给谁回话，不让意见落空。",
    "把经验写下来，让新来的委员学着做。",
    "办事的经过都留记录，方便大家查看。",
    "每位委员联系一个小组，常去走一走。",
    "会员提的小事也记在本上，逐件销号。",
    "请老委员讲一讲当年是怎样做好工作的。",
    "把办公室的门打开，欢迎会员来坐。",
)


def _texts(draw: st.DrawFn, count: int) -> list[str]:
    return list(draw(st.permutations(_TEXTS))[:count])


def _numbered(draw: st.DrawFn, *markers: str) -> list[Content]:
    """Paragraphs with these markers."""
    texts = _texts(draw, len(markers))
    return [Paragraph(marker=marker, text=text) for marker, text in zip(markers, texts, strict=True)]


def _part(*content: Content, heading: str = _HEADING, marker: str | None = None) -> Part:
    return Part(heading=heading, marker=marker, content=content)


def _list_of(*choices: tuple[str, ...]) -> Violation:
    """Adds a part with a list that is numbered in one of these ways."""

    def violate(draw: st.DrawFn, plan: Plan) -> Plan:
        markers = draw(st.sampled_from(choices))
        return with_content(plan, _part(*_numbered(draw, *markers)))

    return violate


def _text_of(*choices: str) -> Violation:
    """Adds a part with one of these paragraphs."""

    def violate(draw: st.DrawFn, plan: Plan) -> Plan:
        return with_content(plan, _part(Paragraph(text=draw(st.sampled_from(choices)))))

    return violate


def _activity(title: str, plan: Plan, owner: str = "宣传委员") -> Activity:
    when = parse_schedule("9月" if plan.period.half == 2 else "4月")
    return Activity(title=title, kind="culture-sport", when=when, owner=owner)


def _without_owner(draw: st.DrawFn, plan: Plan) -> Plan:
    activity = _activity(
        draw(st.sampled_from(("围棋赛", "歌咏会"))), plan, owner=draw(st.sampled_from(("", " ")))
    )
    return with_content(plan, _part(activity))


def _words_elsewhere(draw: st.DrawFn, plan: Plan) -> Plan:
    nth = draw(st.sampled_from((1, 2)))
    words = "书架" if nth == 1 else "书屋"
    goal = Goal(indicator="书屋", keep=True, owner="宣传委员", words=words, nth=nth)
    return with_content(plan, _part(Paragraph(text="书屋照常开放，欢迎大家来坐。", facts=(goal,))))


def _unknown_name(draw: st.DrawFn, plan: Plan) -> Plan:
    kind = draw(st.sampled_from(("culture-sports", "chess")))
    return with_content(plan, _part(attrs.evolve(_activity("围棋赛", plan), kind=kind)))


def _unknown_region(draw: st.DrawFn, plan: Plan) -> Plan:
    return with_organization(plan, region=draw(st.sampled_from(("山东", "山东济南市", "济南市", "火星省"))))


def _lost_reference(draw: st.DrawFn, plan: Plan) -> Plan:
    target = draw(st.sampled_from(("budget", "目标")))
    ref = CrossReference(target=target, words="第一部分")
    return with_content(plan, _part(Paragraph(text="考核的依据是第一部分。", refs=(ref,))))


def _skipped_level(draw: st.DrawFn, plan: Plan) -> Plan:
    markers = draw(st.sampled_from((("（1）", "（2）"), ("①", "②"))))
    return with_content(plan, _part(*_numbered(draw, *markers), marker="三、"))


def _uneven(draw: st.DrawFn, plan: Plan) -> Plan:
    one, *other = draw(st.permutations((("1.", "2."), ("（一）", "（二）"), ("（1）", "（2）"))))
    texts = _numbered(draw, *one, *other[0])
    return with_content(plan, _part(*texts[:2]), _part(*texts[2:], heading="作风建设"))


def _heading_inside(draw: st.DrawFn, plan: Plan) -> Plan:
    first, second = _texts(draw, 2)
    marker, after, rest = draw(st.sampled_from((("一、", "二、", "二、"), ("（一）", "（二）", "（二）"))))
    holder = Paragraph(text=f"{first}{after}{second}", marker=marker)
    last = Paragraph(text="其余的事由办公室一件件办妥。", marker=rest)
    return with_content(plan, _part(holder, last))


def _unheaded_list(draw: st.DrawFn, plan: Plan) -> Plan:
    texts = _numbered(draw, "1.", "2.", "1.", "2.")
    return with_content(plan, _part(*texts[:2], _part(*texts[2:], heading="作风建设", marker="")))


def _no_headings(draw: st.DrawFn, plan: Plan) -> Plan:
    return attrs.evolve(plan, content=[Paragraph(text=text) for text in _texts(draw, 8)])


def _unnumbered_heading(draw: st.DrawFn, plan: Plan) -> Plan:
    one, two, *listed = _texts(draw, 4)
    numbered = [
        _part(Paragraph(text=one), heading="队伍建设", marker="一、"),
        _part(Paragraph(text=two), heading="作风建设", marker="二、"),
    ]
    entries = [Paragraph(marker=f"{at}.", text=text) for at, text in enumerate(listed, start=1)]
    return with_content(plan, _part(*numbered, _part(*entries, heading="制度建设", marker="")))


def _heading_or_text(draw: st.DrawFn, plan: Plan) -> Plan:
    one, two, three = _texts(draw, 3)
    headed = _part(Paragraph(text=two), Paragraph(text=three), heading="作风建设", marker="二、")
    return with_content(plan, _part(Paragraph(marker="一、", text=one), headed))


def _empty_part(draw: st.DrawFn, plan: Plan) -> Plan:
    return with_content(plan, Part(heading=draw(st.sampled_from(("自身建设", "经费管理")))))


def _deep(draw: st.DrawFn, plan: Plan) -> Plan:
    texts = _texts(draw, 5)
    part = _part(Paragraph(text=texts[0]), heading="第五层的事")
    for text, heading in zip(texts[1:], ("制度建设", "作风建设", "队伍建设", "自身建设"), strict=True):
        part = _part(Paragraph(text=text), part, heading=heading)
    return with_content(plan, part)


def _same_heading(draw: st.DrawFn, plan: Plan) -> Plan:
    one, two = _texts(draw, 2)
    return with_content(plan, _part(Paragraph(text=one)), _part(Paragraph(text=two)))


def _same_text(draw: st.DrawFn, plan: Plan) -> Plan:
    (text,) = _texts(draw, 1)
    again = draw(st.sampled_from((text, f"先说要紧的。{text}")))
    return with_content(plan, _part(Paragraph(text=text), Paragraph(text=again)))


def _broken_off(draw: st.DrawFn, plan: Plan) -> Plan:
    one, two = draw(
        st.sampled_from(
            (
                ("工会依靠上级组织和单位党组织", "的支持，把每件事办好。"),
                ("工会把职工的心声听全，", "有人牵头，件件落实。"),
            )
        )
    )
    return with_content(plan, _part(Paragraph(text=one), Paragraph(text=two)))


def _without_content(draw: st.DrawFn, plan: Plan) -> Plan:
    return attrs.evolve(plan, content=(), title=draw(st.sampled_from((None, f"{plan.full_title}"))))


def _other_period(draw: st.DrawFn, plan: Plan) -> Plan:
    year, half = plan.period.year or 2026, plan.period.half
    ours, others = ("下", "上") if half == 2 else ("上", "下")
    said = draw(st.sampled_from((f"{year + 1}年{ours}半年", f"{year}年{others}半年")))
    return attrs.evolve(plan, title=f"{plan.organization.name}{said}工作计划")


def _promise(draw: st.DrawFn, plan: Plan) -> Plan:
    word = draw(st.sampled_from(("工作总结和工作计划", "工作计划和经费预算")))
    return attrs.evolve(plan, title=f"{plan.organization.name}{plan.period}{word}")


def _other_signature(draw: st.DrawFn, plan: Plan) -> Plan:
    return attrs.evolve(plan, signature=draw(st.sampled_from(("南湖中学工会", "塔山工会委员会"))))


def _early(draw: st.DrawFn, plan: Plan) -> Plan:
    approved = (plan.period.start or dt.date(2026, 1, 1)) + dt.timedelta(days=draw(st.integers(3, 20)))
    issued = approved - dt.timedelta(days=draw(st.integers(1, 3)))
    return attrs.evolve(plan, status=Status.APPROVED, approved=approved, issued=issued)


def _final_draft(draw: st.DrawFn, plan: Plan) -> Plan:
    if draw(st.booleans()):
        return attrs.evolve(plan, status=Status.APPROVED, subtitle="（讨论稿）")
    return attrs.evolve(plan, status=Status.DRAFT, sealed=True)


def _loose_attachment(draw: st.DrawFn, plan: Plan) -> Plan:
    return attrs.evolve(plan, attachments=(draw(st.sampled_from(("任务分工表", "书目"))),))


def _wrong_total(draw: st.DrawFn, plan: Plan) -> Plan:
    counts = draw(st.lists(st.integers(1, 90), min_size=2, max_size=5))
    wrong = sum(counts) + draw(st.sampled_from((-1, 1)))
    rows = [(f"第{at}小组", str(count)) for at, count in enumerate(counts, start=1)]
    table = Table(head=("小组", "书籍册数"), rows=(*rows, ("合计", str(wrong))))
    return with_content(plan, _part(table))


def _empty_table(draw: st.DrawFn, plan: Plan) -> Plan:
    rows = draw(st.sampled_from(((), (("", ""),))))
    return with_content(plan, _part(Table(head=("小组", "书籍册数"), rows=rows)))


def _same_work(draw: st.DrawFn, plan: Plan) -> Plan:
    work = draw(st.sampled_from(("围棋象棋赛", "读书演讲会")))
    return with_content(
        plan,
        _part(
            Paragraph(marker="1.", text=f"筹备{work}，早些定下场地。"),
            Paragraph(marker="2.", text=f"举办{work}，请大家报名。"),
        ),
    )


VIOLATIONS: Final[Mapping[str, Violation]] = {
    "UK101": _without_owner,
    "UK102": _words_elsewhere,
    "UK103": _unknown_name,
    "UK104": _unknown_region,
    "UK111": _lost_reference,
    "UK121": _skipped_level,
    "UK122": _list_of(("2.", "3."), ("（二）", "（三）")),
    "UK123": _list_of(("1.", "3."), ("（一）", "（二）", "（四）"), ("①", "③")),
    "UK124": _list_of(("1.", "2.", "2."), ("（一）", "（二）", "（一）", "（二）")),
    "UK125": _list_of(("1、", "2、"), ("1。", "2。")),
    "UK126": _list_of(("一.", "二."), ("一，", "二，")),
    "UK127": _list_of(("（1）、", "（2）、"), ("（一）.", "（二）."), ("①、", "②、")),
    "UK128": _list_of(("(1)", "(2)"), ("1)", "2)"), ("(一)", "(二)")),
    "UK129": _list_of(("（ 1）", "（2）"), ("1 .", "2 .")),
    "UK131": _list_of(("一、", "2."), ("1.", "2.", "（三）")),
    "UK132": _uneven,
    "UK133": _list_of(("1.",), ("（一）",)),
    "UK134": _text_of("工会把心用在服务上。一是把心声听全。", "其次把关心的事办实。"),
    "UK135": _text_of("一是，把心声听全；二是，把事办实。", "首先、把心声听全。其次、把事办实。"),
    "UK136": _heading_inside,
    "UK137": _unheaded_list,
    "UK138": _no_headings,
    "UK139": _unnumbered_heading,
    "UK141": _heading_or_text,
    "UK142": _empty_part,
    "UK143": _deep,
    "UK144": _same_heading,
    "UK145": _same_text,
    "UK147": _broken_off,
    "UK148": _without_content,
    "UK149": _other_period,
    "UK151": _promise,
    "UK152": _other_signature,
    "UK153": _early,
    "UK154": _final_draft,
    "UK155": _text_of("任务分工见附表。", "任务分工详见第九部分。"),
    "UK156": _loose_attachment,
    "UK157": _wrong_total,
    "UK158": _empty_table,
    "UK159": _same_work,
}
