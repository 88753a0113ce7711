"""The eras by which the papers of old towns and houses are dated: 天保3年 is 1832, 光绪二十六年 1900, 광무 3년 1899.

Invariant: the year is the one that is commonly given; that its months ran later than ours changes nothing printed.
"""

from __future__ import annotations

from itertools import pairwise

_JAPAN = {
    "元亀": 1570, "天正": 1573, "文禄": 1592, "慶長": 1596, "元和": 1615, "寛永": 1624, "正保": 1644, "慶安": 1648,
    "承応": 1652, "明暦": 1655, "万治": 1658, "寛文": 1661, "延宝": 1673, "天和": 1681, "貞享": 1684, "元禄": 1688,
    "宝永": 1704, "正徳": 1711, "享保": 1716, "元文": 1736, "寛保": 1741, "延享": 1744, "寛延": 1748, "宝暦": 1751,
    "明和": 1764, "安永": 1772, "天明": 1781, "寛政": 1789, "享和": 1801, "文化": 1804, "文政": 1818, "天保": 1830,
    "弘化": 1844, "嘉永": 1848, "安政": 1854, "万延": 1860, "文久": 1861, "元治": 1864, "慶応": 1865, "明治": 1868,
}  # fmt: skip
_CHINA = {
    "洪武": 1368, "建文": 1399, "永乐": 1403, "洪熙": 1425, "宣德": 1426, "正统": 1436, "景泰": 1450, "天顺": 1457,
    "成化": 1465, "弘治": 1488, "正德": 1506, "嘉靖": 1522, "隆庆": 1567, "万历": 1573, "泰昌": 1620, "天启": 1621,
    "崇祯": 1628, "顺治": 1644, "康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796, "道光": 1821, "咸丰": 1851,
    "同治": 1862, "光绪": 1875, "宣统": 1909, "民国": 1912,
}  # fmt: skip
_TRADITIONAL = {
    "永樂": "永乐", "正統": "正统", "天順": "天顺", "隆慶": "隆庆", "萬曆": "万历", "天啟": "天启", "崇禎": "崇祯",
    "順治": "顺治", "嘉慶": "嘉庆", "咸豐": "咸丰", "光緒": "光绪", "宣統": "宣统", "民國": "民国",
}  # fmt: skip
_KOREA = {"건양": 1896, "광무": 1897, "융희": 1907}
_COUNTED = {"皇紀": -659, "단기": -2332, "檀紀": -2332}  # of thousands of years, none of which is an era of its own
_MODERN = {"明治": (1868, 1912), "大正": (1912, 1926), "昭和": (1926, 1989), "平成": (1989, 2019)}
_REPUBLIC = ("民国", "民國")


def _spans() -> dict[str, tuple[int, int]]:
    """Return the first and last year of every era: to the first of the next, in China to the one before."""
    spans = {name: (first, last) for (name, first), (_, last) in pairwise(_JAPAN.items())}
    spans |= {name: (first, last - 1) for (name, first), (_, last) in pairwise(_CHINA.items())}
    spans |= {name: spans[simple] for name, simple in _TRADITIONAL.items() if simple in spans}
    return spans | dict.fromkeys(_REPUBLIC, (1912, 1949)) | _MODERN


ERA_SPANS = _spans()
_CHINESE = _CHINA | {name: _CHINA[simple] for name, simple in _TRADITIONAL.items()}
OLD_ERAS = {name: first - 1 for name, first in (_JAPAN | _CHINESE | _KOREA | _COUNTED).items()}
_AFTER_ANY = [name for name in _CHINESE if _CHINESE[name] >= _CHINA["顺治"]]  # 清光绪, 前清乾隆, 于康熙
_APART = [name for name in OLD_ERAS if name not in _AFTER_ANY]
OLD_ERA = rf"(?:(?<![一-鿿가-힣])(?:{'|'.join(_APART)})|{'|'.join(_AFTER_ANY)})"  # 食文化3年 is none
