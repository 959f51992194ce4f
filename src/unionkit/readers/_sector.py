"""The sector of a union body (单位类型), told by how its plan speaks of the body itself and of its surroundings."""

from __future__ import annotations

import re

_CIRCUMSTANCE = re.compile("(?:在|以|按|根据|围绕|贯彻)[^，。；]*[，。；]")
"""Under whose guidance, by whose orders: names there are of other bodies."""

_NAME_WITHIN = 40
"""How far into the text below the title a body still names itself."""

_NAMES = {
    "federation": re.compile(r"[省市县区州盟旗](?:教育|卫生|财贸|建设|交通|农林|产业|总)工会|我[省市县区]"),
    "town": re.compile("[乡镇](?:总)?工会|街道(?:总)?工会|我[乡镇]|本[乡镇]"),
    "community": re.compile("社区(?:联合)?工会|我社区|本社区"),
    "agency": re.compile("机关(?:直属)?工会|[局厅委]工会|我[局厅委]"),
    "enterprise": re.compile("(?:公司|集团|厂|矿|企业)工会|我(?:公司|厂|矿)|本公司"),
    "school": re.compile("(?:学校|中学|小学|大学|学院|幼儿园|一中|二中|校)工会|[我本]校|我[园院]"),
}

_CUES = {
    "federation": re.compile("[全我][省市县区州]|[市县区]委|[市县区]教育工会|[市县]总工会"),
    "town": re.compile("[全我本][乡镇]|乡镇|[乡镇](?:总)?工会|[乡镇]党委|街道|村"),
    "community": re.compile("社区|居委会|居务|居民"),
    "agency": re.compile("机关|处室|科室|公务员"),
    "enterprise": re.compile("公司|车间|班组|我[厂矿]|本企业|厂区|生产线"),
    "school": re.compile("学校|校务|校园|校长|教师|教职工|教工|教代会|我校|学生"),
}

_FEWEST_CUES = 2


def sector(title: str, opening: str, text: str) -> str:
    """
    The sector, or an empty text where nothing tells it.

    A body that names itself in the title or the first words is believed; otherwise the sector is the one of whose
    surroundings the text speaks most.
    """
    for where in (title, _CIRCUMSTANCE.sub("", opening)[:_NAME_WITHIN]):
        named = [name for name, pattern in _NAMES.items() if pattern.search(where)]
        if named:
            return named[0]
    counts = {name: sum(1 for _ in pattern.finditer(text)) for name, pattern in _CUES.items()}
    likeliest = max(counts, key=lambda name: counts[name])
    return likeliest if counts[likeliest] >= _FEWEST_CUES else ""
