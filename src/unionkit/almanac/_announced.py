"""
The holidays that were announced (国务院办公厅关于……部分节假日安排的通知), one row for each year from 2004.

A year is added when its notice is out, and never before. A row is what was done in the end: where a second notice
changed the first, the days are those after the change, and the note names it.

The days of every row agree, day by day, with holidays 0.109 (MIT), and with chinesecalendar 1.11.0 (MIT) but for
31 December 2005, which the notice for 2006 has worked. "Notice read" means that a stored copy of its full text was read on
22 November 2026 and gives the same days, number and date; otherwise the source says what is second-hand.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from ._holidays import HolidayRun, HolidayYear


def _year(
    year: int, notice: str, issued: str, off: str, worked: str, source: str, note: str = ""
) -> HolidayYear:
    """Make a row from days written as month and day; those of the December before have eight digits."""
    runs = []
    for run in off.split("; "):
        names, days = run.split(" ")
        first, _, last = days.partition("-")
        begin = _day(year, first)
        end = _day(year, last) if last else begin
        runs.append(HolidayRun(names=tuple(names.split("、")), first=begin, last=end))
    return HolidayYear(
        year=year,
        notice=notice,
        issued=dt.date.fromisoformat(issued) if issued else None,
        runs=tuple(runs),
        workdays=tuple([_day(year, day) for day in worked.split()]),
        source=source,
        note=note,
    )


def _day(year: int, digits: str) -> dt.date:
    return dt.date.fromisoformat(digits if len(digits) == 8 else f"{year}{digits}")


BUILT_IN: Final[tuple[HolidayYear, ...]] = (
    _year(
        2004,
        "国办发明电〔2003〕53号",
        "2003-12-18",
        "元旦 0101; 春节 0122-0128; 劳动节 0501-0507; 国庆节 1001-1007",
        "0117 0118 0508 0509 1009 1010",
        "Notice not read. Days: both libraries, and the notice as quoted in public code. Number: two public repositories,"
        " one of which also gives the date and cites a copy at www.shaanxi.gov.cn (t20080626_1641120).",
    ),
    _year(
        2005,
        "国办发明电〔2004〕52号",
        "2004-12-17",
        "元旦 0101-0103; 春节 0209-0215; 劳动节 0501-0507; 国庆节 1001-1007",
        "0205 0206 0430 0508 1008 1009",
        "Notice not read. Days: both libraries; 春节 also in a notice of Xinjiang (fymate.net/html/text/lar/169611)."
        " Number: two public repositories, one of which also gives the date.",
    ),
    _year(
        2006,
        "国办发明电〔2005〕35号",
        "2005-12-16",
        "元旦 0101-0103; 春节 0129-0204; 劳动节 0501-0507; 国庆节 1001-1007",
        "20051231 0128 0205 0429 0430 0930 1008",
        "Notice read: zh.wikisource.org.",
    ),
    _year(
        2007,
        "国办发明电〔2006〕49号",
        "2006-12-14",
        "元旦 0101-0103; 春节 0218-0224; 劳动节 0501-0507; 国庆节 1001-1007",
        "20061230 20061231 0217 0225 0428 0429 0929 0930",
        "Notice read: zw.china.com.cn/2016-05/09/content_38413913.htm.",
    ),
    _year(
        2008,
        "国办发明电〔2007〕52号",
        "",
        "元旦 20071230-0101; 春节 0206-0212; 清明节 0404-0406; 劳动节 0501-0503; 端午节 0607-0609;"
        " 中秋节 0913-0915; 国庆节 0929-1005",
        "20071229 0202 0203 0504 0927 0928",
        "Days: the notice as reported by 中新网 on 18 December 2007 (news.cdc.net.cn/article/12481.html and others)."
        " Number: two public repositories. The day of signing is not confirmed (one gives 2007-12-15).",
    ),
    _year(
        2009,
        "国办发明电〔2008〕42号",
        "",
        "元旦 0101-0103; 春节 0125-0131; 清明节 0404-0406; 劳动节 0501-0503; 端午节 0528-0530;"
        " 国庆节、中秋节 1001-1008",
        "0104 0124 0201 0531 0927 1010",
        "Notice read, without its end: space.foodmate.net/13634 and www.xixik.com (number)."
        " The day of signing is not confirmed (a public repository gives 2008-12-04; it was published on 10 December).",
    ),
    _year(
        2010,
        "国办发明电〔2009〕27号",
        "2009-12-07",
        "元旦 0101-0103; 春节 0213-0219; 清明节 0403-0405; 劳动节 0501-0503; 端午节 0614-0616;"
        " 中秋节 0922-0924; 国庆节 1001-1007",
        "0220 0221 0612 0613 0919 0925 0926 1009",
        "Notice read: by.caiyes.cn/thread-16212-1-1.html and others.",
    ),
    _year(
        2011,
        "国办发明电〔2010〕40号",
        "2010-12-09",
        "元旦 0101-0103; 春节 0202-0208; 清明节 0403-0405; 劳动节 0430-0502; 端午节 0604-0606;"
        " 中秋节 0910-0912; 国庆节 1001-1007",
        "0130 0212 0402 1008 1009",
        "Notice read: zh.wikisource.org.",
    ),
    _year(
        2012,
        "国办发明电〔2011〕45号",
        "2011-12-05",
        "元旦 0101-0103; 春节 0122-0128; 清明节 0402-0404; 劳动节 0429-0501; 端午节 0622-0624;"
        " 中秋节、国庆节 0930-1007",
        "20111231 0121 0129 0331 0401 0428 0929",
        "Notice read: mudaan.com/wikiid/29677.html and others.",
    ),
    _year(
        2013,
        "国办发明电〔2012〕33号",
        "2012-12-08",
        "元旦 0101-0103; 春节 0209-0215; 清明节 0404-0406; 劳动节 0429-0501; 端午节 0610-0612;"
        " 中秋节 0919-0921; 国庆节 1001-1007",
        "0105 0106 0216 0217 0407 0427 0428 0608 0609 0922 0929 1012",
        "Notice read: www.opticsky.cn/read-htm-tid-64629.html and others.",
    ),
    _year(
        2014,
        "国办发明电〔2013〕28号",
        "2013-12-11",
        "元旦 0101; 春节 0131-0206; 清明节 0405-0407; 劳动节 0501-0503; 端午节 0602; 中秋节 0908;"
        " 国庆节 1001-1007",
        "0126 0208 0504 0928 1011",
        "Notice read: qydsj.cn/news/show-3796.html and others.",
    ),
    _year(
        2015,
        "国办发明电〔2014〕28号",
        "2014-12-16",
        "元旦 0101-0103; 春节 0218-0224; 清明节 0405-0406; 劳动节 0501; 端午节 0620-0622;"
        " 抗战胜利纪念日 0903-0905; 中秋节 0927; 国庆节 1001-1007",
        "0104 0215 0228 0906 1010",
        "Notice read: news.hd.zhijia.com/2014/1217/73809.shtml, number: newton.com.tw and others;"
        " second notice read: m.mpfi.com.cn/news978.html and others.",
        "国发明电〔2015〕1号（2015-05-13）：9月3日至5日为中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日放假，9月6日上班。",
    ),
    _year(
        2016,
        "国办发明电〔2015〕18号",
        "2015-12-10",
        "元旦 0101; 春节 0207-0213; 清明节 0404; 劳动节 0501-0502; 端午节 0609-0611; 中秋节 0915-0917;"
        " 国庆节 1001-1007",
        "0206 0214 0612 0918 1008 1009",
        "Notice read: www.gov.cn/zhengce/content/2015-12/10/content_10394.htm.",
    ),
    _year(
        2017,
        "国办发明电〔2016〕17号",
        "2016-12-01",
        "元旦 0101-0102; 春节 0127-0202; 清明节 0402-0404; 劳动节 0501; 端午节 0528-0530;"
        " 中秋节、国庆节 1001-1008",
        "0122 0204 0401 0527 0930",
        "Notice read: zh.wikisource.org.",
    ),
    _year(
        2018,
        "国办发明电〔2017〕12号",
        "2017-11-30",
        "元旦 0101; 春节 0215-0221; 清明节 0405-0407; 劳动节 0429-0501; 端午节 0618; 中秋节 0924;"
        " 国庆节 1001-1007",
        "0211 0224 0408 0428 0929 0930",
        "Notice read: zh.wikisource.org.",
    ),
    _year(
        2019,
        "国办发明电〔2018〕15号",
        "2018-12-04",
        "元旦 20181230-0101; 春节 0204-0210; 清明节 0405; 劳动节 0501-0504; 端午节 0607; 中秋节 0913;"
        " 国庆节 1001-1007",
        "20181229 0202 0203 0428 0505 0929 1012",
        "Notice read: czj.gnzrmzf.gov.cn/info/1282/12573.htm;"
        " second notice read: csglxh.com (copy of 首都之窗) and others.",
        "国办发明电〔2019〕3号（2019-03-22）：劳动节由5月1日一天改为5月1日至4日，4月28日、5月5日上班。",
    ),
    _year(
        2020,
        "国办发明电〔2019〕16号",
        "2019-11-21",
        "元旦 0101; 春节 0124-0202; 清明节 0404-0406; 劳动节 0501-0505; 端午节 0625-0627;"
        " 国庆节、中秋节 1001-1008",
        "0119 0426 0509 0628 0927 1010",
        "Both notices read: gansulong.com/c/0Q25M3X2022_2.html; kaixinit.com/news/3681.html (the first),"
        " www.farmer.com.cn/2020/01/27/99847578.html (the second).",
        "国办发明电〔2020〕1号（2020-01-26）：春节假期由1月30日延长至2月2日，原定2月1日上班取消。",
    ),
    _year(
        2021,
        "国办发明电〔2020〕27号",
        "2020-11-25",
        "元旦 0101-0103; 春节 0211-0217; 清明节 0403-0405; 劳动节 0501-0505; 端午节 0612-0614;"
        " 中秋节 0919-0921; 国庆节 1001-1007",
        "0207 0220 0425 0508 0918 0926 1009",
        "Notice read: www.cncaprc.cn and others.",
    ),
    _year(
        2022,
        "国办发明电〔2021〕11号",
        "2021-10-25",
        "元旦 0101-0103; 春节 0131-0206; 清明节 0403-0405; 劳动节 0430-0504; 端午节 0603-0605;"
        " 中秋节 0910-0912; 国庆节 1001-1007",
        "0129 0130 0402 0424 0507 1008 1009",
        "Notice read: www.beijing.gov.cn/zhengce/zhengcefagui/202110/t20211026_2520500.html.",
    ),
    _year(
        2023,
        "国办发明电〔2022〕16号",
        "2022-12-08",
        "元旦 20221231-0102; 春节 0121-0127; 清明节 0405; 劳动节 0429-0503; 端午节 0622-0624;"
        " 中秋节、国庆节 0929-1006",
        "0128 0129 0423 0506 0625 1007 1008",
        "Notice read: zh.m.wikisource.org.",
    ),
    _year(
        2024,
        "国办发明电〔2023〕7号",
        "2023-10-25",
        "元旦 0101; 春节 0210-0217; 清明节 0404-0406; 劳动节 0501-0505; 端午节 0610; 中秋节 0915-0917;"
        " 国庆节 1001-1007",
        "0204 0218 0407 0428 0511 0914 0929 1012",
        "Notice read: zh.wikisource.org; also 人民日报 of 26 October 2023.",
    ),
    _year(
        2025,
        "国办发明电〔2024〕12号",
        "2024-11-12",
        "元旦 0101; 春节 0128-0204; 清明节 0404-0406; 劳动节 0501-0505; 端午节 0531-0602;"
        " 国庆节、中秋节 1001-1008",
        "0126 0208 0427 0928 1011",
        "Notice read: m.gmw.cn/2024-11/12/content_1303894933.htm; number in other copies.",
    ),
    _year(
        2026,
        "国办发明电〔2025〕7号",
        "2025-11-04",
        "元旦 0101-0103; 春节 0215-0223; 清明节 0404-0406; 劳动节 0501-0505; 端午节 0619-0621;"
        " 中秋节 0925-0927; 国庆节 1001-1007",
        "0104 0214 0228 0509 0920 1010",
        "Notice read: politics.gmw.cn/2025-11/04/content_38391083.htm; number in other copies.",
    ),
)
"""The announced years, the oldest first."""
