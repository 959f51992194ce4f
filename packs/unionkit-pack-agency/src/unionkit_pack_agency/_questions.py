"""What the starter plans of agencies ask for."""

from __future__ import annotations

from typing import Final

from unionkit import Question
from unionkit.model import Term

_FIRST_HALF: Final = (
    Term("womens-day-walk", "三八妇女节女职工健步走", "walk on Women's Day"),
    Term("reading-day", "世界读书日分享会", "sharing of books on World Book Day"),
    Term("spring-outing", "春季踏青（当日往返）", "spring outing, back on the same day"),
    Term("youth-forum", "五四青年节青年论坛", "forum of young staff on Youth Day"),
    Term("badminton", "羽毛球赛", "badminton contest"),
    Term("etiquette", "公务礼仪讲座", "talk on official etiquette"),
    Term("civility", "文明处室创建", "campaign for civil departments"),
    Term("donation", "慈善捐赠", "donation"),
)
_SECOND_HALF: Final = (
    Term("summer-courses", "暑期职工子女托管志愿服务", "volunteers for children of the staff in summer"),
    Term("choir", "迎国庆合唱", "choir for National Day"),
    Term("double-ninth", "重阳节退休干部座谈", "meeting of retired staff at the Double Ninth Festival"),
    Term("autumn-outing", "秋季登山（当日往返）", "autumn hike, back on the same day"),
    Term("table-tennis", "乒乓球赛", "table tennis contest"),
    Term("counselling", "心理健康讲座", "talk on mental health"),
    Term("constitution-day", "宪法宣传日普法活动", "law reading on Constitution Day"),
    Term("donation", "慈善捐赠", "donation"),
)

QUESTIONS: Final = (
    Question(
        name="name",
        title="工会全称",
        title_en="Full name of your union",
        default="北岭市水务局机关工会",
        default_en="Beiling Water Bureau Union",
    ),
    Question(
        name="region",
        title="所在地区（以省份全称开头）",
        title_en="Region, beginning with the full name of the province in Chinese",
        kind="region",
        default="山东省",
    ),
    Question(
        name="parent",
        title="上级工会",
        title_en="The union above yours",
        default="北岭市直机关工会联合会",
        default_en="Federation of Office Unions of Beiling City",
    ),
    Question(name="staff", title="职工人数", title_en="Number of staff", kind="count", default=86, least=10),
    Question(
        name="members",
        title="会员人数",
        title_en="Number of members",
        kind="count",
        default=84,
        least=10,
        at_most="staff",
    ),
    Question(
        name="women",
        title="其中女会员人数",
        title_en="Women among the members",
        kind="count",
        default=36,
        at_most="members",
    ),
    Question(
        name="recuperation",
        title="本期安排疗休养的人数（0：不安排）",
        title_en="How many go on recuperation in this half year (0: nobody)",
        kind="count",
        default=12,
        at_most="members",
    ),
    Question(
        name="hardship",
        title="建档的困难职工人数",
        title_en="Staff in hardship on file",
        kind="count",
        default=2,
        at_most="members",
    ),
    Question(
        name="activities",
        title="上半年的活动",
        title_en="Activities from January to June",
        kind="choices",
        choices=_FIRST_HALF,
        halves=(1,),
    ),
    Question(
        name="activities",
        title="下半年的活动",
        title_en="Activities from July to December",
        kind="choices",
        choices=_SECOND_HALF,
        halves=(2,),
    ),
)
"""In the order in which they are asked."""
