"""Names that plans of schools use besides those of the core."""

from __future__ import annotations

from typing import Final

from unionkit.model import Term, Vocabulary

VOCABULARY: Final = Vocabulary(
    roles={
        "democracy": Term("democracy", "民主管理", "democratic management"),
        "teaching": Term("teaching", "师德与教学", "ethics and teaching"),
    },
    activity_kinds={
        "teachers-day": Term("teachers-day", "教师节活动", "Teachers' Day"),
        "teaching-contest": Term("teaching-contest", "教学竞赛", "teaching contest"),
        "tour": Term("tour", "民主巡视", "tour of inspection"),
        "club": Term("club", "教工社团", "staff club"),
    },
    honours={
        "teacher-ethics-model": Term("teacher-ethics-model", "师德标兵", "model of teachers' ethics"),
        "role-model-teacher": Term("role-model-teacher", "教书育人楷模", "role model of teaching"),
        "model-teachers-home": Term("model-teachers-home", "模范教工之家", "model teachers' home"),
        "advanced-teachers-home": Term("advanced-teachers-home", "先进教工之家", "advanced teachers' home"),
    },
)
"""
The school's own roles of parts, kinds of activities and honours. 教书育人楷模 is granted by the Ministry of Education each year
since 2010 (news of several years, read in November 2026); the other honours are those of unions and offices of education,
from general knowledge.
"""
