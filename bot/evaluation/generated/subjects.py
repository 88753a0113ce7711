"""What the generated tables are about: six subjects, the names of their rows, what is measured and in which units.

Invariant: nothing here is a figure, and no two subjects share the name of a row or of a measure in the same units.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.messages import Lang


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in four languages."""

    ja: str
    en: str
    zh: str
    ko: str

    def to(self, lang: Lang) -> str:
        """Return the words in a language."""
        return {"ja": self.ja, "en": self.en, "zh": self.zh, "ko": self.ko}[lang]


@dataclass(frozen=True, slots=True)
class Measure:
    """What a column measures: its name, the units it may be printed in, and the range and decimals of its figures.

    ``degree`` says how it is compared (多い, 大きい, 高い); figures that are not ``additive`` are never added up.
    """

    name: Words
    units: tuple[str, ...]
    low: int
    high: int
    places: int = 0
    degree: Literal["many", "large", "high"] = "many"
    additive: bool = True


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject field. ``places`` are what its documents are about: towns' counties, shops' companies, countries.

    ``pairs`` are rows one of whose names holds the other's; ``code`` is the name of the code column and how many
    digits a code has, ``period`` how its periods are printed, ``shape`` which tables a document of it has.
    """

    key: str
    title: str
    rows: Words
    counter: str
    items: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    measures: tuple[Measure, ...]
    places: tuple[str, ...]
    period: tuple[Literal["year", "half", "fiscal", "era"], ...]
    shape: Literal["directions", "apart", "beside"]
    code: Words | None = None
    digits: int = 0


COUNTRIES: tuple[Words, ...] = (
    Words("日本", "Japan", "日本", "일본"),
    Words("カナダ", "Canada", "加拿大", "캐나다"),
    Words("ブラジル", "Brazil", "巴西", "브라질"),
    Words("ベトナム", "Vietnam", "越南", "베트남"),
    Words("フランス", "France", "法国", "프랑스"),
    Words("インド", "India", "印度", "인도"),
)

TRADE = Subject(
    "trade",
    "{place}の貿易の動き",
    Words("品目", "item", "商品", "품목"),
    "品目",
    (
        "冷凍えび", "天然ゴム", "銅鉱石", "アルミ合金", "セメント", "化学肥料", "乗用車", "光学レンズ", "革靴",
        "陶磁器", "医薬品（小売用）", "印刷用紙 A4、80 g", "綿織物で、重量の85%以上が綿のもの",
        "20トンを超える貨物自動車", "トマト缶 400 g, 無塩", "その他の玩具", "液晶表示のテレビ受像機", "炭化ケイ素",
    ),
    (("砂糖", "砂糖菓子"), ("大豆", "大豆油"), ("タイヤ", "自転車用タイヤ"), ("緑茶", "緑茶の粉末")),
    (
        Measure(Words("金額", "value", "金额", "금액"), ("米ドル", "千円"), 1_000_000, 300_000_000, 0, "large"),
        Measure(Words("金額", "value", "金额", "금액"), ("億円",), 30, 9_000, 1, "large"),
        Measure(Words("数量", "quantity", "数量", "수량"), ("トン",), 2_500, 900_000, 0),
    ),
    (),
    ("half", "year"),
    "directions",
    Words("HSコード", "HS", "HS编码", "HS코드"),
    8,
)  # fmt: skip
TOWNS = Subject(
    "towns",
    "{place}の人口と世帯",
    Words("町村", "town", "町村", "마을"),
    "町村",
    (
        "緑野町", "潮見町", "大橋町", "白石村", "若草町", "鷹取村", "千鳥町", "桜井町", "岩瀬村", "七里町", "一ノ宮町",
        "三本松町", "湯の里町", "古川村",
    ),
    (("川上町", "東川上町"), ("松原村", "西松原村"), ("清水町", "清水町飛地")),
    (
        Measure(Words("人口", "population", "人口", "인구"), ("人",), 2_500, 80_000),
        Measure(Words("世帯数", "number of households", "户数", "세대수"), ("世帯",), 2_500, 40_000),
        Measure(
            Words("高齢化率", "ageing rate", "老龄化率", "고령화율"), ("%",), 15, 60, 1, "high", additive=False
        ),
    ),
    ("北浜郡", "南原郡", "霧里郡", "青野郡"),
    ("year",),
    "beside",
    Words("団体コード", "municipality code", "团体代码", "단체 코드"),
    5,
)  # fmt: skip
LIBRARIES = Subject(
    "library",
    "{place}の利用状況",
    Words("館", "library", "馆", "도서관"),
    "館",
    (
        "港館", "緑ヶ丘館", "大学通り館", "城址公園館", "移動図書館 1号車", "移動図書館 10号車", "市民会館内図書室",
        "第3コミュニティ館", "こども館", "病院内文庫",
    ),
    (("中央館", "中央館分室"), ("駅前館", "新駅前館"), ("海岸館", "海岸館 2階")),
    (
        Measure(Words("貸出冊数", "number of loans", "借阅册数", "대출 권수"), ("冊",), 3_000, 600_000),
        Measure(Words("来館者数", "number of visitors", "到馆人数", "방문자 수"), ("人",), 3_000, 400_000),
    ),
    ("若宮市立図書館", "湊川市立図書館", "日向台市立図書館"),
    ("era", "fiscal"),
    "apart",
)  # fmt: skip
ENERGY = Subject(
    "energy",
    "{place}の発電のあらまし",
    Words("電源", "power source", "电源", "전원"),
    "種類",
    (
        "石炭", "LNG", "石油", "地熱", "木質チップ", "一般廃棄物", "風力（陸上）", "風力（洋上）", "潮力", "黒液, 廃材",
        "燃料電池 5 kW超",
    ),
    (("太陽光", "太陽光（住宅用）"), ("水力", "揚水式水力"), ("バイオマス", "バイオマス 10 MW未満")),
    (
        Measure(Words("発電量", "power output", "发电量", "발전량"), ("GWh",), 30, 9_000, 1),
        Measure(
            Words("設備利用率", "capacity factor", "设备利用率", "설비 이용률"), ("%",), 5, 95, 1, "high", False
        ),
    ),
    ("瑞穂県", "朝霧県", "東雲県"),
    ("fiscal", "era"),
    "apart",
)  # fmt: skip
SHOPS = Subject(
    "shops",
    "{place}の店舗の業績",
    Words("店舗", "shop", "门店", "점포"),
    "店舗",
    (
        "空港 T2 店", "大通店", "モール, 北棟店", "港南店", "1丁目店", "21丁目店", "学園前店", "城下町店",
        "ターミナル店", "高原アウトレット店",
    ),
    (("本店", "本店 別館"), ("駅前店", "新駅前店"), ("東口店", "東口店 2号")),
    (
        Measure(Words("売上高", "sales", "销售额", "매출액"), ("千円", "百万円"), 2_500, 900_000, 0, "large"),
        Measure(Words("従業員数", "number of employees", "员工人数", "종업원 수"), ("人",), 5, 900),
        Measure(Words("返品率", "return rate", "退货率", "반품률"), ("%",), 1, 40, 1, "high", additive=False),
    ),
    ("まるや商店", "つばめ堂", "三日月百貨店"),
    ("fiscal",),
    "beside",
    Words("店番", "shop no.", "门店编号", "점포 번호"),
    4,
)  # fmt: skip
HARVEST = Subject(
    "harvest",
    "{place}の作物統計",
    Words("作物", "crop", "作物", "작물"),
    "作物",
    (
        "小麦", "じゃがいも", "さつまいも", "玉ねぎ", "りんご 3号, 早生", "みかん", "そば", "ピーマン", "茶（荒茶）",
        "なたね", "ビート",
    ),
    (("米", "米（もち米）"), ("小豆", "小豆（白）"), ("トマト", "トマト 大玉 L"), ("ねぎ", "ねぎ坊主")),
    (
        Measure(Words("収穫量", "harvest", "收获量", "수확량"), ("トン",), 2_500, 700_000),
        Measure(Words("作付面積", "planted area", "种植面积", "재배 면적"), ("ヘクタール",), 30, 60_000, 0, "large"),
    ),
    ("若狭野県", "桑原県", "笹川県"),
    ("era", "year"),
    "apart",
)  # fmt: skip
SUBJECTS = (TRADE, TOWNS, LIBRARIES, ENERGY, SHOPS, HARVEST)
