"""The words that drawn plans are made of, as unions use them; none is taken from a plan."""

from __future__ import annotations

from typing import Final

VERBS: Final = ("开展", "组织", "举办", "落实", "推进", "完善", "做好", "走访慰问", "表彰", "指导")
OBJECTS: Final = (
    *("劳动竞赛", "技能培训", "困难职工帮扶", "女职工关爱", "厂务公开", "集体协商", "文体活动"),
    *("会员实名登记", "安全生产检查", "健康讲座", "经费审查", "职工书屋建设", "志愿服务", "普法宣传"),
    *("“送清凉”活动", "《工会法》学习", "先进（个人）", "职代会提案办理", "春 游"),
)
PHRASES: Final = tuple(verb + matter for verb in VERBS for matter in OBJECTS)
"""What unions do."""

BEGINNINGS: Final = (
    *("", "9月下旬，", "教师节前后，", "每季度", "全年", "第一、", "（一）", "一是", "1."),
    *("根据上级工会安排，", "按照《职工代表大会条例》，", "由女职工委员会牵头，", "在“五一”期间"),
)
ENDINGS: Final = (
    *("。", "；", "，覆盖率不低于90%。", "，不少于2次。", "，预算3.5万元。", "，惠及约120人次。"),
    *("，人均300元；", "（9月30日前完成）。", "，参加率95%以上，满意率同比提高2个百分点。", "：", "……"),
)
_SHAPES: Final = (len(BEGINNINGS), len(PHRASES), len(ENDINGS))
SENTENCES: Final = _SHAPES[0] * _SHAPES[1] * _SHAPES[2]
"""How many sentences there are."""


def sentence(number: int) -> str:
    """Return the sentence of a number from 0."""
    rest, beginning = divmod(number, len(BEGINNINGS))
    ending, phrase = divmod(rest, len(PHRASES))
    return BEGINNINGS[beginning] + PHRASES[phrase] + ENDINGS[ending]


HEADINGS: Final = (
    *("指导思想", "工作目标", "主要工作", "组织建设", "民主管理", "维权服务", "文体活动", "女工工作"),
    *("经费预算", "保障措施", "2026年上半年工作回顾", "9—12月工作安排", "暖心工程：关爱与帮扶"),
)
TITLES: Final = ("工会工作计划", "2026年工会工作要点", "清河中学工会2026—2027学年第一学期工作计划", "")
MARKERS: Final = ("1.", "一、", "（一）", "①", "一是", "第一，", "1.2", "")
PART_IDS: Final = ("guidance", "work", "budget", "第六部分")
NUMBERED: Final = ("第一部分", "第三部分第（二）项", "六、", "（一）", "section 3.1", "①")
SUBTITLES: Final = ("（讨论稿）", "——为每一位会员办实事")
NOTES: Final = ("此件公开发布", "联系人在办公室")
LAYOUT: Final = ("body", "sign-off", "calendar", "budget-table", "我的章节")
PACKS: Final = ("school", "enterprise", "我的模板")
UNIONS: Final = ("清河中学工会", "东湖机械厂工会委员会", "柳林街道总工会", "第三人民医院工会（筹）")
NUMBERS: Final = ("清工〔2026〕3号", "柳总工发〔2027〕12号")
REGIONS: Final = ("山东省", "北京市", "内蒙古自治区", "新疆维吾尔自治区")
OWNERSHIPS: Final = ("国有", "民营", "外商投资", "事业单位")
PEOPLE: Final = ("李明", "王秀英", "欧阳 丽", "阿依古丽·买买提")
POSTS: Final = ("主席", "副主席", "委员", "经审主任")
OWNERS: Final = ("组织部", "生活保障部", "女职工委员会", "财务室、各分会", "李明")
PLACES: Final = ("职工活动中心", "二楼会议室", "体育馆", "线上")
EVENTS: Final = ("座谈会", "职工运动会", "“安康杯”竞赛", "读书分享会", "五四青年联谊", "消防演练")
MEASURES: Final = ("节日慰问", "困难职工帮扶", "住院慰问", "生日蛋糕券", "女职工体检", "金秋助学")
INDICATORS: Final = ("入会率", "职工满意率", "集体合同签订率", "培训场次", "“模范职工之家”称号", "提案办结率")
SCOPES: Final = ("全体教职工", "国有企业", "25人以上企业", "农民工")
FUNDS: Final = ("工会经费", "行政福利费", "上级专项补助", "会费")
ATTACHMENTS: Final = ("活动安排表", "2026年预算表", "困难职工名册（内部）")
COLUMNS: Final = ("序号", "时间", "活动内容", "责任部门", "经费（元）", "备注")
CELLS: Final = ("1", "9月", "3,500.00", "—", "合计", "")
CAPTIONS: Final = ("工作安排表", "表1 经费预算", "单位：元")
UNITS: Final = ("", "%", "家", "名", "人次", "万元", "%", "个百分点")
