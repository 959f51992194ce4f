"""Breaking the rules about how prose is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from unionkit.model import Paragraph, Part, Plan

from ._base import Violation, with_content

_SENTENCE: Final = "每件事都有人负责。"


def _saying(*sentences: str) -> Violation:
    """Say one of some sentences in a paragraph of its own."""

    def violate(draw: st.DrawFn, plan: Plan) -> Plan:
        return with_content(plan, Paragraph(text=draw(st.sampled_from(sentences))))

    return violate


def _with(**choices: tuple[Any, ...]) -> Violation:
    """Give the plan one of some values of each attribute."""

    def violate(draw: st.DrawFn, plan: Plan) -> Plan:
        drawn = {name: draw(st.sampled_from(values)) for name, values in choices.items()}
        return attrs.evolve(plan, **drawn)

    return violate


def _heading(draw: st.DrawFn, plan: Plan) -> Plan:
    heading = draw(st.sampled_from(("文体活动", "会员服务"))) + draw(st.sampled_from("。：；，"))
    return with_content(plan, Part(heading=heading, content=[Paragraph(text=_SENTENCE)]))


def _title(draw: st.DrawFn, plan: Plan) -> Plan:
    return attrs.evolve(plan, title=plan.full_title + draw(st.sampled_from("。！；")))


def _number_of_another_year(draw: st.DrawFn, plan: Plan) -> Plan:
    year = (plan.period.year or 2026) - draw(st.integers(2, 9))
    return attrs.evolve(plan, number=f"清工〔{year}〕{draw(st.integers(1, 99))}号")


def _issued_early(draw: st.DrawFn, plan: Plan) -> Plan:
    first = plan.period.start or dt.date(2026, 1, 1)
    return attrs.evolve(plan, issued=first - dt.timedelta(days=draw(st.integers(185, 900))))


def _attachment(draw: st.DrawFn, plan: Plan) -> Plan:
    name = draw(st.sampled_from(("读书会名单。", "附件1：读书会名单", "《读书会名单》")))
    plan = attrs.evolve(plan, attachments=(name,))
    return with_content(plan, Paragraph(text="名单见附件。"))


def _impossible(draw: st.DrawFn, plan: Plan) -> Plan:
    month = draw(st.sampled_from((4, 6, 9, 11)))
    return with_content(plan, Paragraph(text=f"{month}月{draw(st.integers(31, 99))}日前报名。"))


def _range(draw: st.DrawFn, plan: Plan) -> Plan:
    low = draw(st.integers(1, 90))
    high = draw(st.integers(low + 1, 91))
    said = draw(st.sampled_from((f"{low}-{high}%的会员", f"{low}～{high}万名会员")))
    return with_content(plan, Paragraph(text=f"读书会面向{said}。"))


def _backwards(draw: st.DrawFn, plan: Plan) -> Plan:
    low = draw(st.integers(2, 40))
    high = draw(st.integers(low + 1, 90))
    return with_content(plan, Paragraph(text=f"每组{high}～{low}人。"))


VIOLATIONS: Final[Mapping[str, Violation]] = {
    "UK801": _heading,
    "UK802": _title,
    "UK803": _with(addressee=("各分会：", "各工会小组，")),
    "UK804": _saying("落实清工（2026）3号文件。", "落实清工[2026]12号文件。", "落实清工【2025】9号文件。"),
    "UK805": _saying("落实清工〔2026〕第3号文件。", "落实清工〔2026〕03号文件。", "落实清工〔26〕3号文件。"),
    "UK806": _number_of_another_year,
    "UK807": _saying("报名截至2026.9.5。", "报名截至2026-09-05。", "报名截至9月05日。"),
    "UK808": _saying("十一月份小结一次。", "二〇二六年有新气象。", "九月中旬小结一次。"),
    "UK809": _saying("26年下半年有新气象。", "26年9月有新气象。"),
    "UK810": _impossible,
    "UK811": _issued_early,
    "UK812": _attachment,
    "UK815": _saying("听取意见,及时答复。", "听取意见;当天答复。", "当天答复."),
    "UK816": _saying("会员(含分会)都可参加。", "会员(含分会）都可参加。"),
    "UK817": _saying("办好“读书会。", "办好读书》会。", "办好读书会（全年。"),
    "UK818": _saying('办好"读书会"。', '办好\\"读书会\\"。'),
    "UK819": _saying("围绕“”办好读书会。", "围绕‘’办好读书会。", "学习《》一书。"),
    "UK820": _saying("学习《朝花夕拾》、《边城》。", "办好“读书会”、“书画会”。"),
    "UK821": _saying("学习《读《边城》有感》。", "办好“全员“读书”会”。", "办好‘读书’会。"),
    "UK822": _saying("借阅小说、诗歌……等。", "借阅小说、诗歌等……。"),
    "UK823": _saying("办好读书会──小而实在。", "读书会越办越好...", "读书会越办越好…"),
    "UK824": _range,
    "UK825": _backwards,
    "UK826": _saying("每组有三、四人。", "读书会办三、五天。"),
    "UK827": _saying("每组约6人左右。", "每组不少于6人以上。", "会员约600余人。"),
    "UK828": _saying("到会率提高5%。", "满意率下降了2.5%。"),
    "UK829": _saying("购书资金2万，用在实处。", "购书经费共1.5万。"),
    "UK830": _saying("每本书¥30。", "每本书￥30元。"),
    "UK831": _saying("藏书12,000册，借出8000册。", "书价共3，500元。"),
    "UK832": _saying("学习中国工会章程。", "学习女职工劳动保护特别规定。"),
    "UK833": _saying("每件事 都有人负责。", "全年 4 次。", "听取意见， 当天答复。"),
    "UK834": _saying("全年４次。", "在Ａ座集合。"),
    "UK835": _saying(f"\u3000\u3000{_SENTENCE}", f"{_SENTENCE}  "),
    "UK836": _saying("⼯会当天答复。", "听取意见﹐当天答复。"),
    "UK837": _saying("会员喆老师领读。", "會员都可参加。"),
    "UK838": _saying("每件事\u200b都有人负责。", "每件事\u00ad都有人负责。"),
    "UK839": _saying("每件事\ufffd\ufffd有人负责。", "每件事锟斤拷。", "\ue000每件事都有人负责。"),
    "UK840": _saying("每件事都有人负责。。", "听取意见，，当天答复。", "听取意见、，当天答复。"),
    "UK841": _saying("统一到统一到服务上来。", "服务会员的的心意。", "读书读书会。"),
    "UK842": _saying(f"{_SENTENCE}工会当天答复", f"{_SENTENCE}每月办1次"),
    "UK843": _saying("借阅小说、诗歌、等。", "开放阅览室、和其他场所。"),
    "UK844": _saying("我将办好读书会。", "本学期，我认为应当办好读书会。"),
}
