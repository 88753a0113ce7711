"""What the countries are called in Japanese, English, Chinese and Korean.

Invariant: names are language, not subject matter: one closed table, by ISO 3166 codes of three letters in small.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.structure.patterns import compiled

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
    "mng": ("(?<!内)モンゴル|Mongolian?s?|(?<!内)蒙古|(?<!내)몽골", ""),
    "vnm": ("ベトナム|Viet ?nam(?:ese)?|越南|베트남", "越"),
    "tha": ("(?<![ァ-ヶー])タイ(?:王国|国)?(?=[のがはかへにとを向人産側政、。・]|$)|Thailand|Thai|泰国|태국", ""),
    "mys": ("マレーシア|Malaysian?s?|马来西亚|말레이시아", ""),
    "sgp": ("シンガポール|Singapore|新加坡|싱가포르", ""),
    "idn": ("インドネシア|Indonesian?s?|印度尼西亚|印尼|인도네시아", ""),
    "phl": ("フィリピン|Philippines?|Filipino|菲律宾|필리핀", "比"),
    "ind": ("インド(?!ネシア|ア[^ァ-ヶ]|アプ|シナ)|India(?!na)n?s?|印度(?!尼)|인도(?!네시아|적|주의|[하되])", "印"),
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
    "pol": ("ポーランド|Poland|(?-i:Polish)|波兰|폴란드", ""),
    "ukr": ("ウクライナ|Ukraine|Ukrainian|乌克兰|우크라이나", ""),
    "blr": ("ベラルーシ|Belarus(?:ian)?|白俄罗斯|벨라루스", ""),
    "can": ("カナダ|Canad(?:a|ian)s?|加拿大|캐나다", "加"),
    "mex": ("メキシコ|Mexic(?:o|an)s?|墨西哥|멕시코", ""),
    "bra": ("ブラジル|Brazil(?:ian)?s?|巴西|브라질", ""),
    "arg": ("アルゼンチン|Argentin(?:a|e|ian)s?|阿根廷|아르헨티나", ""),
    "chl": ("(?<![ァ-ヶー])チリ(?=[のがはかへにとを人産側政、・]|$)|Chile(?:an)?s?|智利|칠레", ""),
    "aus": ("オーストラリア|豪州|Australian?s?|澳大利亚|호주|오스트레일리아", "豪|澳"),
    "nzl": ("ニュージーランド|New Zealand|新西兰|뉴질랜드", ""),
    "lao": ("ラオス|Lao(?:s|tians?)?|老挝|寮国|라오스", ""),
    "khm": ("カンボジア|Cambodian?s?|柬埔寨|캄보디아", ""),
    "mmr": ("ミャンマー|ビルマ|Myanmar|Burm(?:a|ese)|缅甸|미얀마", ""),
    "brn": ("ブルネイ|Brunei(?:an)?s?|文莱|汶莱|브루나이", ""),
    "tls": ("東ティモール|Timor-Leste|East Timor(?:ese)?|东帝汶|동티모르", ""),
    "npl": ("ネパール|Nepal(?:i|ese)?|尼泊尔|네팔", ""),
    "btn": ("ブータン|Bhutan(?:ese)?|不丹|부탄(?!가스)", ""),
    "lka": ("スリランカ|Sri Lankan?s?|斯里兰卡|스리랑카", ""),
    "mdv": ("モルディブ|Maldiv(?:es|ian)s?|马尔代夫|몰디브", ""),
    "afg": ("アフガニスタン|Afghan(?:istan|s)?|阿富汗|아프가니스탄", ""),
    "uzb": ("ウズベキスタン|Uzbek(?:istan|s)?|乌兹别克斯坦|우즈베키스탄", ""),
    "kgz": ("キルギス|Kyrgyz(?:stan)?|吉尔吉斯斯坦|키르기스(?:스탄)?", ""),
    "tjk": ("タジキスタン|Tajik(?:istan|s)?|塔吉克斯坦|타지키스탄", ""),
    "tkm": ("トルクメニスタン|Turkmen(?:istan|s)?|土库曼斯坦|투르크메니스탄", ""),
    "aze": ("アゼルバイジャン|Azerbaijan(?:i|is)?|阿塞拜疆|아제르바이잔", ""),
    "arm": ("アルメニア|Armenian?s?|亚美尼亚|아르메니아", ""),
    "geo": ("ジョージア|グルジア|Georgian?s?|格鲁吉亚|조지아", ""),
    "syr": ("シリア|Syrian?s?|叙利亚|시리아", ""),
    "lbn": ("レバノン|Leban(?:on|ese)|黎巴嫩|레바논", ""),
    "jor": ("ヨルダン|Jordan(?:ian)?s?|约旦|요르단", ""),
    "kwt": ("クウェート|Kuwait(?:i|is)?|科威特|쿠웨이트", ""),
    "qat": ("カタール|Qatar(?:i|is)?|卡塔尔|카타르", ""),
    "bhr": ("バーレーン|Bahrain(?:i|is)?|巴林|바레인", ""),
    "omn": (r"オマーン|Oman(?:i|is)?|阿曼|오만(?=[의과]\s|에서|산\s|만\s|\s?(?:정부|국왕))", ""),
    "yem": ("イエメン|Yemen(?:i|is)?|也门|예멘", ""),
    "pse": ("パレスチナ|Palestin(?:e|ian)s?|巴勒斯坦|팔레스타인", ""),
    "grc": ("ギリシャ|ギリシア|Greece|Greeks?|希腊|그리스(?!도)", ""),
    "prt": ("ポルトガル|Portug(?:al|uese)|葡萄牙|포르투갈", ""),
    "bel": ("ベルギー|Belgi(?:um|an)s?|比利时|벨기에", ""),
    "lux": ("ルクセンブルク|Luxembourg|卢森堡|룩셈부르크", ""),
    "aut": ("オーストリア|Austrian?s?|奥地利|오스트리아", ""),
    "irl": ("アイルランド|Ireland|Irish|爱尔兰|아일랜드", ""),
    "isl": ("アイスランド|Iceland(?:ic|ers?)?|冰岛|아이슬란드", ""),
    "nor": ("ノルウェー|Norw(?:ay|egian)s?|挪威|노르웨이", ""),
    "dnk": ("デンマーク|Denmark|Danish|丹麦|덴마크", ""),
    "fin": ("フィンランド|Finland|Finnish|芬兰|핀란드", ""),
    "est": ("エストニア|Estonian?s?|爱沙尼亚|에스토니아", ""),
    "lva": ("ラトビア|Latvian?s?|拉脱维亚|라트비아", ""),
    "ltu": ("リトアニア|Lithuanian?s?|立陶宛|리투아니아", ""),
    "cze": ("チェコ|Czech(?:ia| Republic|s)?|捷克|체코", ""),
    "svk": ("スロバキア|Slovak(?:ia|ian|s)?|斯洛伐克|슬로바키아", ""),
    "hun": ("ハンガリー|Hungar(?:y|ian)s?|匈牙利|헝가리", ""),
    "rou": ("ルーマニア|Romanian?s?|罗马尼亚|루마니아", ""),
    "bgr": ("ブルガリア|Bulgarian?s?|保加利亚|불가리아", ""),
    "srb": ("セルビア|Serb(?:ia|ian|s)?|塞尔维亚|세르비아", ""),
    "hrv": ("クロアチア|Croatian?s?|克罗地亚|크로아티아", ""),
    "svn": ("スロベニア|Sloven(?:ia|ian|e)s?|斯洛文尼亚|슬로베니아", ""),
    "bih": ("ボスニア・?ヘルツェゴビナ|Bosnian?s?(?: and Herzegovina)?|波斯尼亚|波黑|보스니아(?: ?헤르체고비나)?", ""),
    "mkd": ("北マケドニア|North Macedonian?s?|北马其顿|북마케도니아", ""),
    "alb": ("アルバニア|Albanian?s?|阿尔巴尼亚|알바니아", ""),
    "mne": ("モンテネグロ|Montenegr(?:o|in)s?|黑山|몬테네그로", ""),
    "mda": ("モルドバ|Moldovan?s?|摩尔多瓦|몰도바", ""),
    "cyp": ("キプロス|Cypr(?:us|iots?)|塞浦路斯|키프로스", ""),
    "mlt": ("マルタ|Malt(?:a|ese)|马耳他|몰타", ""),
    "vat": ("バチカン|Vatican|梵蒂冈|바티칸", ""),
    "lby": ("(?<!ボ)リビア|Libyan?s?|利比亚|(?<!볼)리비아", ""),
    "dza": ("アルジェリア|Algerian?s?|阿尔及利亚|알제리", ""),
    "mar": ("モロッコ|Morocc(?:o|an)s?|摩洛哥|모로코", ""),
    "tun": ("チュニジア|Tunisian?s?|突尼斯|튀니지", ""),
    "sdn": (
        r"(?<!南)スーダン|(?<!South )Sudan(?:ese)?|(?<!南)苏丹|(?<!남)수단(?=[의과]\s|에서|\s?(?:정부|내전|공화국))",
        "",
    ),
    "ssd": ("南スーダン|South Sudan(?:ese)?|南苏丹|남수단", ""),
    "eth": ("エチオピア|Ethiopian?s?|埃塞俄比亚|에티오피아", ""),
    "som": ("ソマリア|Somali(?:a|s)?|索马里|소말리아", ""),
    "dji": ("ジブチ|Djibouti|吉布提|지부티", ""),
    "eri": ("エリトリア|Eritrean?s?|厄立特里亚|에리트레아", ""),
    "ken": ("ケニア|Kenyan?s?|肯尼亚|케냐", ""),
    "tza": ("タンザニア|Tanzanian?s?|坦桑尼亚|탄자니아", ""),
    "uga": ("ウガンダ|Ugandan?s?|乌干达|우간다", ""),
    "rwa": ("ルワンダ|Rwandan?s?|卢旺达|르완다", ""),
    "bdi": ("ブルンジ|Burundi(?:an)?s?|布隆迪|부룬디", ""),
    "cod": ("コンゴ民主共和国|Democratic Republic of (?:the )?Congo|DRC|刚果民主共和国|刚果（金）|콩고민주공화국", ""),
    "cog": ("コンゴ共和国|Republic of (?:the )?Congo|刚果共和国|刚果（布）|콩고공화국", ""),
    "ago": ("アンゴラ|Angolan?s?|安哥拉|앙골라", ""),
    "zmb": ("ザンビア|Zambian?s?|赞比亚|잠비아", ""),
    "zwe": ("ジンバブエ|Zimbabwe(?:an)?s?|津巴布韦|짐바브웨", ""),
    "moz": ("モザンビーク|Mozambi(?:que|can)s?|莫桑比克|모잠비크", ""),
    "mwi": ("マラウイ|Malawi(?:an)?s?|马拉维|말라위", ""),
    "nam": ("ナミビア|Namibian?s?|纳米比亚|나미비아", ""),
    "bwa": ("ボツワナ|Botswana|博茨瓦纳|보츠와나", ""),
    "mdg": ("マダガスカル|Madagascar|Malagasy|马达加斯加|마다가스카르", ""),
    "mus": ("モーリシャス|Mauriti(?:us|an)s?|毛里求斯|모리셔스", ""),
    "syc": ("セーシェル|Seychelles|塞舌尔|세이셸", ""),
    "gha": (r"ガーナ|Ghana(?:ian)?s?|加纳|가나(?=[의과]\s|에서|산\s|\s?(?:정부|대통령))", ""),
    "civ": ("コートジボワール|Ivory Coast|C[ôo]te d['’]Ivoire|Ivorians?|科特迪瓦|코트디부아르", ""),
    "sen": ("セネガル|Senegal(?:ese)?|塞内加尔|세네갈", ""),
    "mli": (r"マリ共和国|マリ(?=[のはがへにで])|Mali(?:an)?s?|马里(?![亚兰])|말리(?=의\s|에서|\s?(?:정부|공화국))", ""),
    "ner": ("ニジェール|Niger(?!ia)(?:ien)?s?|尼日尔|니제르", ""),
    "bfa": ("ブルキナファソ|Burkina Faso|布基纳法索|부르키나파소", ""),
    "tcd": ("チャド|Chad(?:ian)?s?|乍得|차드", ""),
    "cmr": ("カメルーン|Cameroon(?:ian)?s?|喀麦隆|카메룬", ""),
    "gab": ("ガボン|Gabon(?:ese)?|加蓬|가봉", ""),
    "ben": ("ベナン|Benin(?:ese)?|贝宁|베냉", ""),
    "tgo": ("トーゴ|Togo(?:lese)?|多哥|토고", ""),
    "gin": (
        r"(?<!赤道)(?<!ニュー)ギニア(?!・?ビサウ)|(?<!Equatorial )(?<!New )Guinea(?!-)|"
        r"(?<![新道])几内亚(?!比绍)|기니(?=의\s|에서|\s?정부)",
        "",
    ),
    "sle": ("シエラレオネ|Sierra Leone(?:an)?s?|塞拉利昂|시에라리온", ""),
    "lbr": ("リベリア|Liberian?s?|利比里亚|라이베리아", ""),
    "mrt": ("モーリタニア|Mauritanian?s?|毛里塔尼亚|모리타니", ""),
    "caf": ("中央アフリカ(?:共和国)?|Central African Republic|中非共和国|중앙아프리카공화국", ""),
    "cub": ("キューバ|Cuban?s?|古巴|쿠바", ""),
    "jam": ("ジャマイカ|Jamaican?s?|牙买加|자메이카", ""),
    "hti": (r"ハイチ|Haiti(?:an)?s?|海地|아이티(?=의\s|에서|\s?(?:정부|대통령))", ""),
    "dom": ("ドミニカ共和国|Dominican Republic|多米尼加共和国|도미니카공화국", ""),
    "gtm": ("グアテマラ|Guatemalan?s?|危地马拉|과테말라", ""),
    "hnd": ("ホンジュラス|Hondur(?:as|an)s?|洪都拉斯|온두라스", ""),
    "slv": ("エルサルバドル|El Salvador|Salvador(?:an|ean)s?|萨尔瓦多|엘살바도르", ""),
    "nic": ("ニカラグア|Nicaraguan?s?|尼加拉瓜|니카라과", ""),
    "cri": ("コスタリカ|Costa Rican?s?|哥斯达黎加|코스타리카", ""),
    "pan": ("パナマ|Panama(?:nian)?s?|巴拿马|파나마", ""),
    "col": ("コロンビア|Colombian?s?|哥伦比亚|콜롬비아", ""),
    "ven": ("ベネズエラ|Venezuelan?s?|委内瑞拉|베네수엘라", ""),
    "ecu": ("エクアドル|Ecuador(?:ian|ean)?s?|厄瓜多尔|에콰도르", ""),
    "per": ("ペルー|Peru(?:vian)?s?|秘鲁|페루", ""),
    "bol": ("ボリビア|Bolivian?s?|玻利维亚|볼리비아", ""),
    "pry": ("パラグアイ|Paraguay(?:an)?s?|巴拉圭|파라과이", ""),
    "ury": ("ウルグアイ|Uruguay(?:an)?s?|乌拉圭|우루과이", ""),
    "guy": ("ガイアナ|Guyan(?:a|ese)|圭亚那|가이아나", ""),
    "sur": ("スリナム|Surinam(?:e|ese)|苏里南|수리남", ""),
    "png": ("パプアニューギニア|Papua New Guinean?s?|巴布亚新几内亚|파푸아뉴기니", ""),
    "fji": (r"フィジー|Fiji(?:an)?s?|斐济|피지(?=[의과]\s|에서|\s?(?:정부|총리))", ""),
    "slb": ("ソロモン諸島|Solomon Island(?:s|ers?)|所罗门群岛|솔로몬제도", ""),
    "vut": ("バヌアツ|Vanuatu|瓦努阿图|바누아투", ""),
    "wsm": ("サモア|Samoan?s?|萨摩亚|사모아", ""),
    "ton": ("トンガ|Tongan?s?|汤加|통가", ""),
    "kir": ("キリバス|Kiribati|基里巴斯|키리바시", ""),
    "tuv": ("ツバル|Tuvalu(?:an)?s?|图瓦卢|투발루", ""),
    "nru": ("ナウル|Nauru(?:an)?s?|瑙鲁|나우루", ""),
    "plw": ("パラオ|Palau(?:an)?s?|帕劳|팔라우", ""),
    "fsm": ("ミクロネシア連邦|Micronesian?s?|密克罗尼西亚|미크로네시아", ""),
    "mhl": ("マーシャル諸島|Marshall(?: Islands|ese)|马绍尔群岛|마셜제도", ""),
    "eur": ("欧州連合|EU|European Union|欧盟|유럽연합", ""),
}


@lru_cache(1024)
def bounded(names: str) -> str:
    """Keep Latin names from matching inside words, and take them in any case.

    So with Hangul of two syllables, which many words end in (국립공원이란), unless a prefix stands there (대이란 제재).
    """
    kept = "|".join(f"{_BEGINS}{name}" if _SHORT_HANGUL.match(name) else name for name in _alternatives(names))
    return rf"(?i:(?<![A-Za-z])(?:{kept})(?![A-Za-z]))"


def _alternatives(names: str) -> list[str]:
    """Return the alternatives of a pattern that stand outside brackets."""
    found, depth = [""], 0
    for sign in names:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found


_SHORT_HANGUL = re.compile("[가-힣]{2}(?![가-힣])(?<![국한])")
_BEGINS = "(?:(?<![가-힣])|(?<=[대주친반재전탈북남]))"


@lru_cache(20_000)
def country_called(name: str) -> str:
    """Return the code of the country that a name is of; "" for any other name."""
    return next((code for code, (names, _) in COUNTRIES.items() if compiled(names, re.IGNORECASE).fullmatch(name)), "")


@lru_cache(4096)
def countries_in(words: str) -> tuple[tuple[str, int, int], ...]:
    """Return the codes of the countries that words name, each with its place, by country in the order of the table."""
    named = ((code, compiled(bounded(names))) for code, (names, _) in COUNTRIES.items())
    return tuple((code, *match.span()) for code, names in named for match in names.finditer(words))


def named_countries(words: str) -> frozenset[str]:
    """Return the codes of the countries that words name."""
    return frozenset(code for code, _, _ in countries_in(words))


# Where a text is written it need not say that it is there.
HOME = {
    "ja": frozenset(("jpn",)),
    "ko": frozenset(("kor",)),
    "zh": frozenset(("chn",)),
    "en": frozenset(("usa", "gbr")),
}
