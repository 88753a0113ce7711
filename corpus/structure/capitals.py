"""What capitals are called in Japanese, English, Chinese and Korean, and which countries a text tells of in any way.

Invariant: names are language, not subject matter: one closed table, by the codes of `corpus.structure.countries`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.structure.countries import COUNTRIES, bounded, named_countries
from corpus.structure.patterns import compiled

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
    "lao": "ビエンチャン|万象|Vientiane|비엔티안",
    "khm": "プノンペン|金边|Phnom Penh|프놈펜",
    "mmr": "ネピドー|内比都|Naypyidaw|네피도",
    "mys": "クアラルンプール|吉隆坡|Kuala Lumpur|쿠알라룸푸르",
    "npl": "カトマンズ|加德满都|Kathmandu|카트만두",
    "lka": "コロンボ|科伦坡|Colombo|콜롬보",
    "bgd": "ダッカ|达卡|Dhaka|다카(?=에서|를|의|로|에 )",
    "pak": "イスラマバード|伊斯兰堡|Islamabad|이슬라마바드",
    "afg": "カブール|喀布尔|Kabul|카불",
    "uzb": "タシケント|塔什干|Tashkent|타슈켄트",
    "kgz": "ビシケク|比什凯克|Bishkek|비슈케크",
    "tjk": "ドゥシャンベ|杜尚别|Dushanbe|두샨베",
    "tkm": "アシガバート|アシハバード|阿什哈巴德|Ashgabat|아시가바트",
    "aze": "バクー|巴库|Baku|바쿠",
    "arm": "エレバン|埃里温|Yerevan|예레반",
    "geo": "トビリシ|第比利斯|Tbilisi|트빌리시",
    "sau": "リヤド|利雅得|Riyadh|리야드",
    "are": "アブダビ|阿布扎比|Abu Dhabi|아부다비",
    "qat": "ドーハ|多哈|Doha|도하(?=에서|를|의|로|에 )",
    "irq": "バグダッド|巴格达|Baghdad|바그다드",
    "syr": "ダマスカス|大马士革|Damascus|다마스쿠스",
    "lbn": "ベイルート|贝鲁特|Beirut|베이루트",
    "jor": "アンマン|安曼|Amman|암만(?=에서|을|의|으로|에 )",
    "grc": "アテネ|雅典|Athens|아테네",
    "prt": "リスボン|里斯本|Lisbon|리스본",
    "bel": "ブリュッセル|布鲁塞尔|Brussels|브뤼셀",
    "nld": "アムステルダム|阿姆斯特丹|Amsterdam|암스테르담",
    "aut": "ウィーン|维也纳|Vienna|빈(?=에서|을 방문)",
    "irl": "ダブリン|都柏林|Dublin|더블린",
    "nor": "オスロ|奥斯陆|Oslo|오슬로",
    "swe": "ストックホルム|斯德哥尔摩|Stockholm|스톡홀름",
    "dnk": "コペンハーゲン|哥本哈根|Copenhagen|코펜하겐",
    "fin": "ヘルシンキ|赫尔辛基|Helsinki|헬싱키",
    "pol": "ワルシャワ|华沙|Warsaw|바르샤바",
    "cze": "プラハ|布拉格|Prague|프라하",
    "hun": "ブダペスト|布达佩斯|Budapest|부다페스트",
    "rou": "ブカレスト|布加勒斯特|Bucharest|부쿠레슈티",
    "bgr": "ソフィア|索非亚|Sofia|소피아",
    "srb": "ベオグラード|贝尔格莱德|Belgrade|베오그라드",
    "ken": "ナイロビ|内罗毕|Nairobi|나이로비",
    "eth": "アディスアベバ|亚的斯亚贝巴|Addis Ababa|아디스아바바",
    "cub": "ハバナ|哈瓦那|Havana|아바나",
    "mex": "メキシコシティ|墨西哥城|Mexico City|멕시코시티",
    "bra": "ブラジリア|巴西利亚|Bras[íi]lia|브라질리아",
    "arg": "ブエノスアイレス|布宜诺斯艾利斯|Buenos Aires|부에노스아이레스",
    "per": "リマ(?![ァ-ヶー])|利马|Lima|리마",
    "col": "ボゴタ|波哥大|Bogot[áa]|보고타",
    "ven": "カラカス|加拉加斯|Caracas|카라카스",
    "nzl": "ウェリントン|惠灵顿|Wellington|웰링턴",
}  # fmt: skip


@lru_cache(4096)
def countries_of_capitals(words: str) -> frozenset[str]:
    """Return the codes of the countries whose capitals words name: who goes there goes to the country.

    Who goes to a country need not go to its capital.
    """
    return frozenset(
        code for code, names in _CAPITALS.items() if compiled(rf"(?<![一-鿿ァ-ヺ가-힣]){bounded(names)}").search(words)
    )


@lru_cache(256)
def countries_told(text: str) -> frozenset[str]:
    """Return the codes of the countries that a text names in any way, by a sign (訪中, 日米韓) or a capital, too."""
    signs = {sign for match in _SIGNED.finditer(text) for sign in match.group()}
    return named_countries(text) | countries_of_capitals(text) | {_SIGNS[sign] for sign in signs}


_SIGNS = {sign: code for code, (_, short) in COUNTRIES.items() for sign in short.split("|") if sign}
_ANY = "".join(_SIGNS)
# A sign alone is part of any word (中央, 加わる): it stands for a country beside another, before an office or a body of
# the state, or behind a word for towards it.
_SIGNED = re.compile(
    rf"(?<![一-鿿])[{_ANY}]{{2,4}}|[{_ANY}](?=大統領|首相|外相|国防|政府|当局|軍|側|議会|大使|総督|国王)|"
    rf"(?<=[訪対駐在反親抗])[{_ANY}]"
)
