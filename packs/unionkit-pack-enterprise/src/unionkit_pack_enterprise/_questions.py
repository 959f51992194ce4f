"""What the starter plans ask for."""

from __future__ import annotations

from typing import Final

from unionkit import Question
from unionkit.model import Term

_LEAST: Final = 10
"""A union of so many members has work for a plan of its own."""

QUESTIONS: Final = (
    Question(
        name="name",
        title="工会全称",
        title_en="full name of the union",
        default="北岭机械有限公司工会",
        default_en="Trade Union of Beiling Machinery Company",
    ),
    Question(
        name="employer",
        title="企业全称",
        title_en="full name of the enterprise",
        default="北岭机械有限公司",
        default_en="Beiling Machinery Company",
    ),
    Question(
        name="region",
        title="所在省份（全称）",
        title_en="province (full name)",
        kind="region",
        default="山东省",
    ),
    Question(
        name="parent",
        title="上级工会",
        title_en="the union above",
        default="清河区总工会",
        default_en="Qinghe District Federation of Trade Unions",
    ),
    Question(
        name="staff",
        title="职工人数",
        title_en="number of employees",
        kind="count",
        default=420,
        least=_LEAST,
    ),
    Question(
        name="members",
        title="会员人数",
        title_en="number of members",
        kind="count",
        default=400,
        least=_LEAST,
        at_most="staff",
    ),
    Question(
        name="women",
        title="其中女会员人数",
        title_en="women among the members",
        kind="count",
        default=150,
        at_most="members",
    ),
    Question(
        name="hardship",
        title="建档的困难职工人数",
        title_en="workers in hardship on file",
        kind="count",
        default=6,
        at_most="members",
    ),
    Question(
        name="delegates",
        title="职工代表人数",
        title_en="delegates of the staff congress",
        kind="count",
        default=60,
        at_most="staff",
    ),
    Question(
        name="negotiators",
        title="集体协商每方代表人数",
        title_en="representatives on each side of collective talks",
        kind="count",
        default=5,
        least=3,
        most=10,
    ),
    Question(
        name="teams",
        title="班组数",
        title_en="number of teams",
        kind="count",
        default=24,
        least=1,
        most=2_000,
        at_most="staff",
    ),
    Question(
        name="activities",
        title="上半年的活动",
        title_en="activities from January to June",
        kind="choices",
        choices=(
            Term("spring", "迎新春职工联欢", "New Year party"),
            Term("lantern", "元宵节猜灯谜", "lantern riddles"),
            Term("women", "三八妇女节女职工健步走", "walk on Women's Day"),
            Term("models", "劳动节前先进表彰", "awards before Labour Day"),
            Term("youth", "青年节青工岗位创新交流", "young workers' meeting on Youth Day"),
            Term("games", "职工篮球赛", "basketball games"),
            Term("books", "世界读书日读书分享", "reading on World Book Day"),
            Term("safety", "安全生产月知识竞赛", "quiz in the month of work safety"),
        ),
        halves=(1,),
    ),
    Question(
        name="activities",
        title="下半年的活动",
        title_en="activities from July to December",
        kind="choices",
        choices=(
            Term("fitness", "全民健身日职工健步走", "walk on the National Fitness Day"),
            Term("skills", "职工技能比武", "skill contest"),
            Term("chorus", "迎国庆职工合唱", "chorus before the National Day"),
            Term("retired", "重阳节退休职工座谈", "meeting with the retired on the Double Ninth"),
            Term("fire", "消防日疏散演练", "fire drill on Fire Safety Day"),
            Term("law", "宪法宣传周劳动法律咨询", "advice on labour law in Constitution Week"),
            Term("games", "职工羽毛球赛", "badminton games"),
            Term("review", "年度先进班组评选", "teams of the year"),
        ),
        halves=(2,),
    ),
)
"""In the order in which they are asked; the activities of each half are a question of their own."""
