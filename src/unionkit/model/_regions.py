"""The provinces (省级行政区) by their full names, by which regional limits go."""

from __future__ import annotations

import re
from typing import Final

from unionkit.errors import ImpossibleValueError

PROVINCES: Final = (
    *("北京市", "天津市", "河北省", "山西省", "内蒙古自治区", "辽宁省", "吉林省", "黑龙江省", "上海市"),
    *("江苏省", "浙江省", "安徽省", "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省"),
    *("广西壮族自治区", "海南省", "重庆市", "四川省", "贵州省", "云南省", "西藏自治区", "陕西省", "甘肃省"),
    *("青海省", "宁夏回族自治区", "新疆维吾尔自治区", "香港特别行政区", "澳门特别行政区", "台湾省"),
    "新疆生产建设兵团",
)
"""The 34 provinces, and the corps of Xinjiang (兵团), which has a federation of its own."""

_SHORT: Final = {
    **{re.sub("(?:壮族|回族|维吾尔)?自治区$|特别行政区$|[省市]$", "", name): name for name in PROVINCES},
    "内蒙": "内蒙古自治区",
    "新疆兵团": "新疆生产建设兵团",
    "兵团": "新疆生产建设兵团",
}
_OTHER_ENDING: Final = re.compile("(?:壮族|回族|维吾尔)?自治区|特别行政区|特区|省")
_OF_ELSEWHERE: Final = re.compile(".?$|市|.?.?族自治|[大中]?[路街道]")
"""What makes another name of a short one: 吉林市, 河南县, 海南藏族自治州, 河北区, 北京路街道."""


def full_region(name: str) -> str:
    """
    Return a region with the full name of its province in front: 山东 → 山东省, 山东济南市 → 山东省济南市.

    A region that begins so already is returned as it is; where the province cannot be told (济南市, 吉林市), an empty text.
    """
    if name.startswith(PROVINCES):
        return name
    bare = name.strip()
    if bare.startswith(PROVINCES):
        return bare
    for short in sorted(_SHORT, key=len, reverse=True):
        if bare.startswith(short):
            rest = bare.removeprefix(short)
            ending = _OTHER_ENDING.match(rest)
            if ending is not None:
                rest = rest[ending.end() :]
            elif rest and _OF_ELSEWHERE.match(rest):
                continue
            return _SHORT[short] + rest
    return ""


def check_region(name: str) -> str:
    """
    Return the name of a region that begins with the full name of a province.

    Raises:
        ImpossibleValueError: It does not; limits of that region would apply to nobody.
    """
    full = full_region(name)
    if full == name:
        return name
    if full:
        raise ImpossibleValueError(
            f"没有地区“{name}”，是不是 {full}？地区以省份全称开头",
            f"There is no region “{name}”; did you mean {full}? A region begins with the full name of its province",
        )
    raise ImpossibleValueError(
        f"没有地区“{name}”；地区以省份全称开头，如 山东省、山东省济南市",
        f"There is no region “{name}”; a region begins with the full name of its province, such as 山东省 or 山东省济南市",
    )
