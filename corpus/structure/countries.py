"""What the countries and their capitals are called in Japanese, English, Chinese and Korean.

Invariant: names are language, not subject matter: one closed table, by ISO 3166 codes of three letters in small.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Country → its names in Japanese, English, Chinese and Korean, with the adjective where it differs; then the
# one-character forms that only count where a table's caption is about that country.
COUNTRIES: dict[str, tuple[str, str]] = {
    "prk": (
        "北朝鮮|朝鮮民主主義人民共和国|北韓|朝鮮(?!半島|戦争|労働党|総督|学校|人参|中央|王朝|民族|語)|"
        "North Korean?s?|N\\. ?Korea|NK|DPRK|朝鲜(?!半岛|战争|劳动党|族|语)|北韩|북한|조선(?!족|왕조|소)|북조선",
        "北|朝",
    ),
    "kor": ("韓国|大韓民国|South Korean?s?|Republic of Korea|韩国|南韩|한국|대한민국|남한", "韓|韩"),
    "chn": ("中国|中華人民共和国|China|Chinese|中华人民共和国|중국", "中|华"),
    "jpn": ("日本|Japan(?:ese)?|일본", "日"),
    "usa": ("アメリカ(?:合衆国)?|米国|United States|U\\.S\\.A?\\.?|USA|American?s?|美国|미국", "米|美"),
    "rus": ("ロシア|Russian?s?|俄罗斯|俄国|러시아", "露|ロ|俄"),
    "twn": ("台湾|Taiwan(?:ese)?|台灣|대만|타이완", "台"),
    "hkg": ("香港|Hong Kong|홍콩", ""),
    "mng": ("モンゴル|Mongolian?s?|蒙古|몽골", ""),
    "vnm": ("ベトナム|Viet ?nam(?:ese)?|越南|베트남", "越"),
    "tha": ("タイ(?:王国|国)?(?=[のがはかへにを向産側、。]|$)|Thailand|Thai|泰国|태국", ""),
    "mys": ("マレーシア|Malaysian?s?|马来西亚|말레이시아", ""),
    "sgp": ("シンガポール|Singapore|新加坡|싱가포르", ""),
    "idn": ("インドネシア|Indonesian?s?|印度尼西亚|印尼|인도네시아", ""),
    "phl": ("フィリピン|Philippines?|Filipino|菲律宾|필리핀", "比"),
    "ind": ("インド(?!ネシア)|India(?!na)n?s?|印度(?!尼)|인도(?!네시아)", "印"),
    "pak": ("パキスタン|Pakistan[is]*|巴基斯坦|파키스탄", ""),
    "bgd": ("バングラデシュ|Bangladesh[is]*|孟加拉国?|방글라데시", ""),
    "kaz": ("カザフスタン|Kazakhstan|哈萨克斯坦|카자흐스탄", ""),
    "irn": ("イラン|Iran(?:ian)?s?|伊朗|이란", ""),
    "irq": ("イラク|Iraq[is]*|伊拉克|이라크", ""),
    "sau": ("サウジアラビア|Saudi(?: Arabia)?|沙特(?:阿拉伯)?|사우디(?:아라비아)?", ""),
    "are": ("アラブ首長国連邦|UAE|United Arab Emirates|阿联酋|아랍에미리트", ""),
    "isr": ("イスラエル|Israel[is]*|以色列|이스라엘", ""),
    "tur": ("トルコ|Türkiye|Turkey|Turkish|土耳其|튀르키예|터키", ""),
    "egy": ("エジプト|Egypt(?:ian)?s?|埃及|이집트", ""),
    "zaf": ("南アフリカ|South African?s?|南非|남아프리카(?:공화국)?|남아공", ""),
    "nga": ("ナイジェリア|Nigerian?s?|尼日利亚|나이지리아", ""),
    "deu": ("ドイツ|German(?:y|s)?|德国|독일", "独|德"),
    "fra": ("フランス|France|French|法国|프랑스", "仏|法"),
    "gbr": ("イギリス|英国|United Kingdom|U\\.?K\\.?|Britain|British|영국", "英"),
    "ita": ("イタリア|Ital(?:y|ian)s?|意大利|이탈리아", "伊"),
    "esp": ("スペイン|Spain|Spanish|西班牙|스페인", ""),
    "nld": ("オランダ|Netherlands|Dutch|荷兰|네덜란드", "蘭"),
    "che": ("スイス|Switzerland|Swiss|瑞士|스위스", ""),
    "swe": ("スウェーデン|Sweden|Swedish|瑞典|스웨덴", ""),
    "pol": ("ポーランド|Poland|Polish|波兰|폴란드", ""),
    "ukr": ("ウクライナ|Ukraine|Ukrainian|乌克兰|우크라이나", ""),
    "blr": ("ベラルーシ|Belarus(?:ian)?|白俄罗斯|벨라루스", ""),
    "can": ("カナダ|Canad(?:a|ian)s?|加拿大|캐나다", "加"),
    "mex": ("メキシコ|Mexic(?:o|an)s?|墨西哥|멕시코", ""),
    "bra": ("ブラジル|Brazil(?:ian)?s?|巴西|브라질", ""),
    "arg": ("アルゼンチン|Argentin(?:a|e|ian)s?|阿根廷|아르헨티나", ""),
    "chl": ("チリ(?=[のがはかへに])|Chile(?:an)?s?|智利|칠레", ""),
    "aus": ("オーストラリア|豪州|Australian?s?|澳大利亚|호주|오스트레일리아", "豪|澳"),
    "nzl": ("ニュージーランド|New Zealand|新西兰|뉴질랜드", ""),
    "eur": ("欧州連合|EU|European Union|欧盟|유럽연합", ""),
}

_CAPITALS = {
    "chn": "北京|Beijing|베이징", "prk": "平壌|平壤|Pyongyang|평양", "rus": "モスクワ|莫斯科|Moscow|모스크바",
    "jpn": "東京|东京|Tokyo|도쿄", "kor": "ソウル|首尔|Seoul|서울",
    "usa": "ワシントン|华盛顿|Washington|워싱턴", "gbr": "ロンドン|伦敦|London|런던",
    "deu": "ベルリン|柏林|Berlin|베를린", "fra": "パリ|巴黎|Paris|파리",
    "ind": "ニューデリー|新德里|New Delhi|뉴델리", "aus": "キャンベラ|堪培拉|Canberra|캔버라",
    "twn": "台北|Taipei|타이베이", "vnm": "ハノイ|河内|Hanoi|하노이",
    "mng": "ウランバートル|乌兰巴托|Ulaanbaatar|울란바토르", "tha": "バンコク|曼谷|Bangkok|방콕",
    "idn": "ジャカルタ|雅加达|Jakarta|자카르타", "phl": "マニラ|马尼拉|Manila|마닐라",
    "blr": "ミンスク|明斯克|Minsk|민스크", "kaz": "アスタナ|阿斯塔纳|Astana|아스타나",
    "irn": "テヘラン|德黑兰|Tehran|테헤란", "ukr": "キーウ|キエフ|基辅|Kyiv|Kiev|키이우",
    "ita": "ローマ|罗马|Rome|로마", "esp": "マドリード|马德里|Madrid|마드리드",
    "can": "オタワ|渥太华|Ottawa|오타와", "egy": "カイロ|开罗|Cairo|카이로",
    "tur": "アンカラ|安卡拉|Ankara|앙카라",
}  # fmt: skip


def bounded(names: str) -> str:
    """Keep Latin names from matching inside words, and take them in any case."""
    return rf"(?i:(?<![A-Za-z])(?:{names})(?![A-Za-z]))"


def country_called(name: str) -> str:
    """Return the code of the country that a name is of; "" for any other name."""
    return next((code for code, (names, _) in COUNTRIES.items() if re.fullmatch(names, name, re.IGNORECASE)), "")


@lru_cache(4096)
def named_countries(words: str) -> frozenset[str]:
    """Return the codes of the countries that words name."""
    return frozenset(code for code, (names, _) in COUNTRIES.items() if re.search(bounded(names), words))


@lru_cache(4096)
def countries_of_capitals(words: str) -> frozenset[str]:
    """Return the codes of the countries whose capitals words name: who goes there goes to the country.

    Who goes to a country need not go to its capital.
    """
    return frozenset(
        code for code, names in _CAPITALS.items() if re.search(rf"(?<![一-鿿ァ-ヺ]){bounded(names)}", words)
    )
