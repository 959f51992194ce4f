"""What a check tells about itself: plugins and data set aside, rules that failed, and requests to ignore."""

from __future__ import annotations

from typing import Final

import attrs

from unionkit.model import Value

from ._finding import Basis, Confidence, Severity

_OURS: Final = Basis(confidence=Confidence.CONVENTION)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Notice(Value):
    """
    A kind of finding that no rule makes, but the check itself.

    Attributes:
        code: Stable code.

        slug: The same in words.

        title_zh: What it tells, in Chinese, for lists.

        title_en: What it tells, in English.

        severity: How much it weighs.
    """

    code: str
    slug: str
    title_zh: str
    title_en: str
    severity: Severity = Severity.WARNING

    @property
    def basis(self) -> Basis:
        """It rests on no regulation."""
        return _OURS

    @property
    def family(self) -> str:
        """The family of all notices."""
        return "check"

    @property
    def fixable(self) -> bool:
        """Nothing of the plan mends it."""
        return False


UNUSED_IGNORE: Final = Notice(
    code="UK904",
    slug="unused-ignore",
    title_zh="不再需要的 ignore",
    title_en="request to ignore that nothing needs",
    severity=Severity.INFO,
)
UNKNOWN_IGNORE: Final = Notice(
    code="UK905",
    slug="unknown-ignore",
    title_zh="ignore 里写了不存在的规则",
    title_en="request to ignore a rule that does not exist",
)
NOTICES: Final[tuple[Notice, ...]] = (
    Notice(
        code="UK901",
        slug="plugin-set-aside",
        title_zh="检查时没有用到某个插件",
        title_en="check made without a plugin",
    ),
    Notice(code="UK902", slug="rule-failed", title_zh="规则自身出错", title_en="rule that failed"),
    Notice(
        code="UK903",
        slug="almanac-set-aside",
        title_zh="没有用到模板包的历书数据",
        title_en="almanac data of a pack not used",
    ),
    UNUSED_IGNORE,
    UNKNOWN_IGNORE,
    Notice(
        code="UK906",
        slug="law-set-aside",
        title_zh="没有用到模板包的参数（法规限额）",
        title_en="parameters of a pack not used",
    ),
)
"""All of them, by code."""
