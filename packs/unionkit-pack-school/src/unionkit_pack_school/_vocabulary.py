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
    },
)
"""The school's own roles of parts and kinds of activities."""
