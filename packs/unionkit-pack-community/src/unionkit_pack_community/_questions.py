"""What the starters ask for."""

from __future__ import annotations

from typing import Final

from unionkit import Question
from unionkit.model import Term

_ACTIVITIES_1: Final = (
    Term("spring-jobs", "春风行动招聘会", "spring job fair"),
    Term("lanterns", "元宵节灯谜会", "lantern riddles"),
    Term("womens-day", "三八妇女节健康讲座", "Women's Day lecture"),
    Term("trees", "植树节添绿活动", "tree planting"),
    Term("spring-hike", "春季健步走", "spring walk"),
    Term("reading", "世界读书日邻里读书会", "reading circle"),
    Term("labour-day", "庆五一邻里运动会", "Labour Day games"),
    Term("children", "六一亲子活动", "Children's Day event"),
)
_ACTIVITIES_2: Final = (
    Term("cooling", "夏送清凉", "cool drinks for outdoor workers"),
    Term("fitness", "全民健身日健步走", "fitness day walk"),
    Term("study-aid", "金秋助学座谈", "talk on aid to students"),
    Term("autumn-jobs", "金秋招聘会", "autumn job fair"),
    Term("mid-autumn", "中秋邻里联欢", "Mid-Autumn party"),
    Term("chorus", "迎国庆合唱", "National Day chorus"),
    Term("elders", "重阳节敬老活动", "event for the elderly"),
    Term("fire-drill", "消防演练", "fire drill"),
)

QUESTIONS: Final = (
    Question(
        name="name",
        title="工会全称",
        title_en="full name of the union",
        default="清河街道北岭社区工会",
        default_en="Beiling Community Union of Qinghe",
    ),
    Question(
        name="region",
        title="地区（以省份全称开头）",
        title_en="region (in Chinese, beginning with the full name of the province)",
        kind="region",
        default="山东省",
    ),
    Question(
        name="parent",
        title="上级工会",
        title_en="the union above",
        default="清河街道总工会",
        default_en="Qinghe Subdistrict Federation of Trade Unions",
    ),
    Question(
        name="staff",
        title="辖区职工人数",
        title_en="employees in the community",
        kind="count",
        default=420,
        least=1,
    ),
    Question(
        name="members",
        title="会员人数",
        title_en="members",
        kind="count",
        default=260,
        least=1,
        at_most="staff",
    ),
    Question(
        name="women",
        title="其中女会员",
        title_en="women among them",
        kind="count",
        default=140,
        at_most="members",
    ),
    Question(
        name="jobless",
        title="登记的失业会员人数",
        title_en="members registered as jobless",
        kind="count",
        default=24,
        at_most="members",
    ),
    Question(
        name="hardship",
        title="困难会员档案数（户）",
        title_en="hardship files (households)",
        kind="count",
        default=8,
        most=200,
        at_most="members",
    ),
    Question(
        name="activities",
        title="上半年要办的活动",
        title_en="activities of January to June",
        kind="choices",
        choices=_ACTIVITIES_1,
        halves=(1,),
    ),
    Question(
        name="activities",
        title="下半年要办的活动",
        title_en="activities of July to December",
        kind="choices",
        choices=_ACTIVITIES_2,
        halves=(2,),
    ),
)
"""In the order in which they are asked."""
