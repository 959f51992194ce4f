"""What the starter plans of schools ask for."""

from __future__ import annotations

from typing import Final

from unionkit import Question
from unionkit.model import Term

QUESTIONS: Final = (
    Question(
        name="name",
        title="工会全称",
        title_en="Full name of your union",
        default="清河中学工会",
        default_en="Qinghe Middle School Union",
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
        default="清河区教育工会",
        default_en="Education Union of Qinghe District",
    ),
    Question(
        name="staff",
        title="教职工人数",
        title_en="Number of staff",
        kind="count",
        default=190,
        least=1,
    ),
    Question(
        name="members",
        title="会员人数",
        title_en="Number of members",
        kind="count",
        default=186,
        least=1,
        at_most="staff",
    ),
    Question(
        name="women",
        title="其中女会员人数",
        title_en="Women among the members",
        kind="count",
        default=112,
        at_most="members",
    ),
    Question(
        name="delegates",
        title="教代会代表人数（教职工不足80人的学校开教职工大会，填0；人数未定的也填0）",
        title_en="Delegates of the staff congress (0: fewer than 80 staff, who meet without delegates, or not known yet)",
        kind="count",
        default=60,
        at_most="staff",
    ),
    Question(
        name="hardship",
        title="建档的困难教职工人数",
        title_en="Staff in hardship on file",
        kind="count",
        default=6,
        at_most="members",
    ),
    Question(
        name="activities",
        title="上半年的活动",
        title_en="Activities from January to June",
        kind="choices",
        choices=(
            Term("new-year-party", "迎新年联欢（学期计划不含）", "New Year party (not in plans for a term)"),
            Term("lesson-contest", "优质课评选", "contest for the best lessons"),
            Term("reading-circle", "青年教师读书会", "reading circle of young teachers"),
            Term("womens-day-walk", "三八妇女节健步走", "Women's Day walk"),
            Term("spring-hike", "春季登山", "spring hike"),
            Term("group-awards", "优秀工会小组评选", "awards for the best union groups"),
            Term("table-tennis", "乒乓球赛", "table tennis contest"),
            Term("tour", "教代会代表巡视", "tour of inspection by delegates"),
        ),
        halves=(1,),
    ),
    Question(
        name="activities",
        title="下半年的活动",
        title_en="Activities from July to December",
        kind="choices",
        choices=(
            Term("skills-contest", "青年教师基本功比赛", "contest in teaching skills for young teachers"),
            Term(
                "teachers-day",
                "教师节新老教师交流会",
                "Teachers' Day meeting of experienced and new teachers",
            ),
            Term("choir", "迎国庆合唱展演", "choir performance for National Day"),
            Term(
                "double-ninth",
                "重阳节退休教师座谈会",
                "meeting of retired teachers at the Double Ninth Festival",
            ),
            Term("fun-games", "趣味运动会", "fun games"),
            Term("winter-run", "冬季长跑", "winter run"),
            Term("tour", "教代会代表巡视", "tour of inspection by delegates"),
        ),
        halves=(2,),
    ),
)
"""In the order in which they are asked."""
