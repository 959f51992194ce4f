"""The names that plans use for festivals, union days and seasons of union work, with the name that stands for all."""

from __future__ import annotations

from typing import Final

FESTIVALS: Final[dict[str, str]] = {
    **dict.fromkeys(("元旦", "元旦节", "元旦新年", "新年元旦"), "元旦"),
    "腊八节": "腊八节",
    "腊八": "腊八节",
    "小年": "小年",
    "除夕": "除夕",
    "春节": "春节",
    "新春": "春节",
    "元宵节": "元宵节",
    "元宵": "元宵节",
    **dict.fromkeys(("学雷锋日", "学雷锋纪念日", "雷锋日", "学雷锋志愿服务日"), "学雷锋日"),
    **dict.fromkeys(("妇女节", "三八", "三八节", "三八妇女节", "三八国际妇女节", "国际妇女节", "三八国际劳动妇女节", "国际劳动妇女节"), "妇女节"),
    "植树节": "植树节",
    "清明节": "清明节",
    "清明": "清明节",
    "国家安全教育日": "国家安全教育日",
    "世界读书日": "世界读书日",
    **dict.fromkeys(("劳动节", "五一", "五一节", "五一劳动节", "五一国际劳动节", "国际劳动节"), "劳动节"),
    **dict.fromkeys(("青年节", "五四", "五四青年节"), "青年节"),
    **dict.fromkeys(("护士节", "国际护士节", "512护士节"), "护士节"),
    "母亲节": "母亲节",
    "端午节": "端午节",
    "端午": "端午节",
    **dict.fromkeys(("儿童节", "六一", "六一节", "六一儿童节", "六一国际儿童节", "国际儿童节"), "儿童节"),
    "父亲节": "父亲节",
    **dict.fromkeys(("安全生产咨询日", "安全生产宣传咨询日", "安全咨询日"), "安全生产咨询日"),
    **dict.fromkeys(("建党节", "七一", "七一建党节", "建党日", "建党纪念日"), "建党节"),
    **dict.fromkeys(("建军节", "八一", "八一建军节"), "建军节"),
    "全民健身日": "全民健身日",
    "七夕节": "七夕节",
    "七夕": "七夕节",
    "医师节": "医师节",
    "中国医师节": "医师节",
    "教师节": "教师节",
    "中秋节": "中秋节",
    "中秋": "中秋节",
    **dict.fromkeys(("国庆节", "国庆", "十一", "十一国庆节"), "国庆节"),
    **dict.fromkeys(("重阳节", "重阳", "老年节", "敬老节"), "重阳节"),
    "记者节": "记者节",
    "消防日": "消防日",
    "全国消防日": "消防日",
    "冬至": "冬至",
    "冬至节": "冬至",
    "国家宪法日": "国家宪法日",
    "宪法日": "国家宪法日",
}  # fmt: skip
"""
Festivals and union days by each name that plans use, with the name that stands for all of them.

These are the names that the notation reads; :attr:`AtFestival.festival` may be any other. Festivals of national
minorities are not here: which of them counts depends on the region. 新年 alone is not here: it is 元旦 to some and
春节 to others.
"""

FESTIVAL_MONTHS: Final[dict[str, tuple[int, int]]] = {
    "元旦": (1, 1), "腊八节": (1, 1), "小年": (1, 2), "除夕": (1, 2), "春节": (1, 2), "元宵节": (2, 3), "学雷锋日": (3, 3), "妇女节": (3, 3), "植树节": (3, 3),
    "清明节": (4, 4), "国家安全教育日": (4, 4), "世界读书日": (4, 4), "劳动节": (5, 5), "青年节": (5, 5), "护士节": (5, 5),
    "母亲节": (5, 5), "端午节": (5, 6), "儿童节": (6, 6), "父亲节": (6, 6), "安全生产咨询日": (6, 6), "建党节": (7, 7), "建军节": (8, 8),
    "全民健身日": (8, 8), "七夕节": (7, 8), "医师节": (8, 8), "教师节": (9, 9), "中秋节": (9, 10), "国庆节": (10, 10),
    "重阳节": (10, 11), "记者节": (11, 11), "消防日": (11, 11), "冬至": (12, 12), "国家宪法日": (12, 12),
}  # fmt: skip
"""
The months in which a festival falls, the first and the last: enough to see whether a span that begins or ends with it
runs over the new year. (腊八节 has days in late December too, once in many years.) Dates are the almanac's affair.
"""

SEASONS: Final[dict[str, str]] = {
    "两节": "两节",
    "双节": "双节",
    "春送岗位": "春送岗位",
    "春风行动": "春送岗位",
    "女职工维权行动月": "女职工维权行动月",
    "职业病防治法宣传周": "职业病防治法宣传周",
    "职业病防治宣传周": "职业病防治法宣传周",
    "民族团结教育月": "民族团结教育月",
    "民族团结进步教育月": "民族团结教育月",
    "民族团结宣传月": "民族团结宣传月",
    "民族团结进步宣传月": "民族团结宣传月",
    "安全生产月": "安全生产月",
    "全国安全生产月": "安全生产月",
    "夏送清凉": "夏送清凉",
    "送清凉": "夏送清凉",
    "金秋助学": "金秋助学",
    "冬送温暖": "冬送温暖",
    "送温暖": "冬送温暖",
    "两节送温暖": "冬送温暖",
    "宪法宣传周": "宪法宣传周",
}
"""
Seasons of union work by each name; :attr:`InSeason.season` may be any other. Their days are the almanac's affair; so
is which two festivals 两节 and 双节 are (元旦 and 春节 in winter, 中秋 and 国庆 in autumn).
"""

FESTIVALS_EN: Final[dict[str, str]] = {
    "元旦": "New Year's Day", "腊八节": "Laba Festival", "小年": "Little New Year", "除夕": "Lunar New Year's Eve",
    "春节": "Spring Festival", "元宵节": "Lantern Festival", "学雷锋日": "Learn from Lei Feng Day", "妇女节": "Women's Day", "植树节": "Arbor Day",
    "清明节": "Qingming Festival", "国家安全教育日": "National Security Education Day", "世界读书日": "World Book Day",
    "劳动节": "Labour Day", "青年节": "Youth Day", "护士节": "Nurses' Day", "母亲节": "Mother's Day",
    "端午节": "Dragon Boat Festival", "儿童节": "Children's Day", "父亲节": "Father's Day", "安全生产咨询日": "Work Safety Advice Day", "建党节": "Party Founding Day",
    "建军节": "Army Day", "全民健身日": "National Fitness Day", "七夕节": "Qixi Festival", "医师节": "Doctors' Day",
    "教师节": "Teachers' Day", "中秋节": "Mid-Autumn Festival", "国庆节": "National Day", "重阳节": "Double Ninth Festival",
    "记者节": "Journalists' Day", "消防日": "Fire Safety Day", "冬至": "the winter solstice",
    "国家宪法日": "National Constitution Day",
}  # fmt: skip
"""What festivals are called in English, by their standing names; others keep the name that they have."""

SEASONS_EN: Final[dict[str, str]] = {
    "两节": "the two festivals",
    "双节": "the two festivals",
    "春送岗位": "Jobs in Spring",
    "女职工维权行动月": "Women Workers' Rights Month",
    "职业病防治法宣传周": "Occupational Diseases Prevention Week",
    "民族团结教育月": "Ethnic Unity Education Month",
    "民族团结宣传月": "Ethnic Unity Publicity Month",
    "安全生产月": "Work Safety Month",
    "夏送清凉": "Coolness in Summer",
    "金秋助学": "Autumn Aid to Students",
    "冬送温暖": "Warmth in Winter",
    "宪法宣传周": "Constitution Week",
}
"""What seasons of union work are called in English, as with festivals."""
