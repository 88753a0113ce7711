"""The eras of Japan before 1868, by which the papers of old towns and houses are dated: 天保3年 is 1832.

Invariant: the year is the one that is commonly given; that its months ran later than ours changes nothing printed.
"""

from __future__ import annotations

_FIRST_YEARS = {
    "慶長": 1596, "元和": 1615, "寛永": 1624, "正保": 1644, "慶安": 1648, "承応": 1652, "明暦": 1655, "万治": 1658,
    "寛文": 1661, "延宝": 1673, "天和": 1681, "貞享": 1684, "元禄": 1688, "宝永": 1704, "正徳": 1711, "享保": 1716,
    "元文": 1736, "寛保": 1741, "延享": 1744, "寛延": 1748, "宝暦": 1751, "明和": 1764, "安永": 1772, "天明": 1781,
    "寛政": 1789, "享和": 1801, "文化": 1804, "文政": 1818, "天保": 1830, "弘化": 1844, "嘉永": 1848, "安政": 1854,
    "万延": 1860, "文久": 1861, "元治": 1864, "慶応": 1865,
}  # fmt: skip
OLD_ERAS = {name: first - 1 for name, first in _FIRST_YEARS.items()}
OLD_ERA = rf"(?<![一-鿿])(?:{'|'.join(OLD_ERAS)})"  # 食文化3年 is none
