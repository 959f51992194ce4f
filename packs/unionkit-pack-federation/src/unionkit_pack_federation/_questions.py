"""What the starter plans of federations ask for."""

from __future__ import annotations

from typing import Final

from unionkit import Question
from unionkit.model import Term

_FEW: Final = 3
"""The starters list so many bodies below, each of which has a task."""

_MOST_PEOPLE: Final = 9_999_999

_ACTIVITIES_1: Final = (
    Term("job-fair", "春季职工招聘会", "Spring job fair"),
    Term("womens-rights", "女职工权益宣传月", "Month of women workers' rights"),
    Term("organizing-drive", "集中建会行动", "Organizing drive"),
    Term("occupational-health", "职业病防治法宣传周", "Week of the law on occupational diseases"),
    Term("model-workers", "五一表彰大会", "May Day award ceremony"),
    Term("young-workers", "青年职工演讲比赛", "Speech contest of young workers"),
    Term("skill-contest", "职工技能竞赛初赛", "First round of the skill contest"),
    Term("safety-month", "安全生产月职工查隐患活动", "Workers' search for hazards in the safety month"),
)

_ACTIVITIES_2: Final = (
    Term("cool-summer", "高温一线走访", "Visits to those who work in the heat"),
    Term("fitness-day", "职工健步走", "Workers' walk"),
    Term("bargaining-drive", "集体协商要约行动", "Collective bargaining drive"),
    Term("national-day-singing", "迎国庆职工歌咏会", "Workers' choirs for National Day"),
    Term("model-worker-talks", "重阳节老劳模座谈会", "Talks with retired model workers"),
    Term("skill-contest", "职工技能竞赛决赛", "Final of the skill contest"),
    Term("reading", "职工读书分享会", "Workers' reading circle"),
    Term("legal-service", "宪法日职工法律服务", "Legal service for workers on Constitution Day"),
)

QUESTIONS: Final = (
    Question(
        name="name",
        title="工会全称",
        title_en="Full name of the federation",
        default="清河县总工会",
        default_en="Qinghe County Federation of Trade Unions",
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
        title_en="The federation above",
        default="北岭市总工会",
        default_en="Beiling City Federation of Trade Unions",
    ),
    Question(
        name="staff",
        title="辖区职工人数",
        title_en="Number of employees in the area",
        kind="count",
        default=86_000,
        least=1000,
        most=_MOST_PEOPLE,
    ),
    Question(
        name="members",
        title="会员人数",
        title_en="Number of members",
        kind="count",
        default=64_000,
        least=500,
        most=_MOST_PEOPLE,
        at_most="staff",
    ),
    Question(
        name="women",
        title="其中女会员人数",
        title_en="Women among the members",
        kind="count",
        default=27_000,
        least=1,
        most=_MOST_PEOPLE,
        at_most="members",
    ),
    Question(
        name="public_units",
        title="国有、集体及其控股的单位数",
        title_en="State-owned and collective units, and those that they control",
        kind="count",
        default=120,
    ),
    Question(
        name="public_covered",
        title="其中已实行厂务公开的单位数",
        title_en="Those of them that make their affairs known",
        kind="count",
        default=117,
        at_most="public_units",
    ),
    Question(
        name="private_units",
        title="非公有制单位数",
        title_en="Private units",
        kind="count",
        default=1400,
    ),
    Question(
        name="private_covered",
        title="其中已实行厂务公开的单位数（非公有制）",
        title_en="Those private units that make their affairs known",
        kind="count",
        default=1060,
        at_most="private_units",
    ),
    Question(
        name="new_unions",
        title="半年内新建工会的企业数",
        title_en="Enterprises in which a union is to be set up in the half year",
        kind="count",
        default=60,
        least=_FEW,
    ),
    Question(
        name="new_members",
        title="半年内新增会员人数",
        title_en="New members in the half year",
        kind="count",
        default=2400,
        least=_FEW,
        at_most="staff",
    ),
    Question(
        name="contracts",
        title="半年内签订工资专项集体合同的份数",
        title_en="Wage agreements to be signed in the half year",
        kind="count",
        default=45,
        least=_FEW,
    ),
    Question(
        name="trainees",
        title="三年培训技术工人的总任务",
        title_en="Skilled workers to be trained in three years",
        kind="count",
        default=3000,
        least=2 * _FEW,
    ),
    Question(
        name="hardship",
        title="在档困难职工户数",
        title_en="Workers in hardship on file",
        kind="count",
        default=320,
        least=1,
        at_most="members",
    ),
    Question(
        name="students",
        title="金秋助学的学生人数",
        title_en="Students to be supported in autumn",
        kind="count",
        default=90,
        least=1,
        at_most="members",
        halves=(2,),
    ),
    Question(
        name="activities",
        title="上半年的活动",
        title_en="Activities from January to June",
        kind="choices",
        choices=_ACTIVITIES_1,
        halves=(1,),
    ),
    Question(
        name="activities",
        title="下半年的活动",
        title_en="Activities from July to December",
        kind="choices",
        choices=_ACTIVITIES_2,
        halves=(2,),
    ),
)
"""All of them; the activities of each half year are a question of their own."""
