"""The closed classes with which four languages ask about tables: what columns are called, and what to do with figures.

Invariant: nothing here names a subject. Every pattern reads the light form of a text (`light`), which keeps places.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

from bot.compose.tables.calendar import FIRST_HALF, SECOND_HALF
from corpus.structure.hangul_numbers import NATIVE

Concept = Literal[
    "item", "name", "code", "rank", "money", "price", "number", "quantity", "person", "role", "export", "import", "trade",
    "year", "month", "country", "region", "cost", "income", "author", "state", "date", "rate", "area",
    "first-half", "second-half",
]  # fmt: skip
Intent = Literal[
    "difference", "growth", "percent", "ratio", "share", "sum", "average", "most", "least", "rank-of", "count", "common",
    "only", "list", "code", "value", "name", "both-ends", "whole", "above", "below",
]  # fmt: skip


def light(text: str) -> str:
    """Return a text in lower case with full-width forms made plain; every character keeps its place."""
    return "".join(_light(character) for character in text)


@cache
def _light(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character).lower()
    if plain in "‐‑‒–—―−":
        return "-"
    return plain if len(plain) == 1 else character


_CONCEPTS: dict[Concept, str] = {
    "item": r"品目|商品|製品|品名|品(?=名|は|の|を|が|で|に|、|$)|項目|費目|\b(?:items?|goods|products?|commodit(?:y|ies)|articles?|merchandise)\b|产品|項目|项目|"
    r"货物|품목|상품|제품|물품|항목",
    "name": r"名称|名前|\bnames?\b|名字|이름|명칭",
    "code": r"コード|番号|(?<=[店品型社局館])番(?![号目地組])|(?<![a-z])(?:hs|no\.?|codes?|id)(?![a-z])|代码|编号|编码|編號|코드|번호",
    "rank": r"順位|ランク(?!イン)|位次|\brank(?:ing)?\b|\bpos\b|排名|名次|순위",
    "money": r"金額|(?<!差)(?:総|価|取引|輸出|輸入|貿易|販売)?額|\b(?:values?|amounts?|worth|dollars?|money)\b|金额|价值|额|總額|금액|액수?(?![가-힣])|어치",
    "price": r"価格|値段|単価|料金|運賃|\b(?:prices?|tolls?|fares?|fees?|charges?|rates?)\b|价格|單價|单价|费率|가격|요금|단가",
    "number": r"(?:人|件|個|台|隻|冊|戸|校|館|社|店|回|者|員|点|本|枚|票|日)?数(?!量|字|年|日|人の)|\bnumbers?\b|数量|个数|數量|인원|건수|개수|수량|(?<=[가-힣]) ?수(?=[가는를의도와]|이(?!상|하|내)|\s|$)",
    "quantity": r"数量|重量|分量|(?<=[一-鿿])量|\b(?:quantit(?:y|ies)|volumes?|weights?|tonnage|catch|output)\b|重量|물량|수량|중량|(?<=[가-힣])량(?=[은이을의도과]|\s|$)",
    "person": r"人物|(?<=[たいるの])人(?:々|たち|達)?(?=[はをがも全]|って|[?？。、]|$)|面々|顔ぶれ|\b(?:everyone|everybody|those who)\b|(?<=[的了])人(?=[有是都?？]|$)|사람들?|氏名|人名|メンバー|出席者|参加者|同行者|\b(?:persons?|people|members?|delegates?|attendees?)\b|姓名|人员|成员|인물|성명|인사|명단",
    "role": r"肩書き?|役職|職名|職位|職務|官職|ポスト|地位|\b(?:posts?|positions?|titles?|roles?|offices?|jobs?|rank)\b|职务|职位|头衔|職銜|직책|직함|직위|보직",
    "export": r"輸出|出て(?:い[くっ]|行[くっ])|\bexport(?:s|ed|ing)?\b|出口|수출",
    "import": r"輸入|入って[くき来]|\bimport(?:s|ed|ing)?\b|进口|進口|수입",
    "trade": r"貿易|取引|交易|\btrade\b|贸易|무역|교역",
    "year": r"年度?(?=別|$|は|が|、)|\byears?\b|年份|연도|해(?=[가는])",
    "month": r"月(?=別|$|は|が|、)|\bmonths?\b|月份|달(?=[이은])|월(?=은|이|$)",
    "country": r"国名|相手国|国(?=別|は|が|$)|\b(?:countr(?:y|ies)|nations?|states?)\b|国家|국가|나라",
    "region": r"地域|地区|区(?=は|が|$)|\b(?:regions?|areas?|districts?)\b|地区|城区|지역|구역",
    "cost": r"費用|経費|支出|歳出|(?<=[一-鿿])費|\b(?:costs?|spend(?:ing)?|spent|expenditures?|expenses?)\b|费用|支出|经费|비용|지출|세출",
    "income": r"収入|売上高?|歳入|\b(?:revenues?|incomes?|sales|earnings)\b|收入|销售额|매출|수익|세입",
    "author": r"作者|著者|作家|筆者|\b(?:authors?|artists?|painters?|writers?)\b|作者|저자|작가",
    "state": r"現状|状況|状態|結果|\b(?:status|states?|results?)\b|现状|状态|结果|상태|현황|결과",
    "rate": r"率(?!い)|割合|\b(?:rates?|ratios?|percentages?)\b|比例|[율률](?![가-힣]{2})",
    "area": r"面積|\bareas?\b|面积|면적",
    "first-half": rf"{FIRST_HALF}|(?<![一-鿿])前半(?:期|(?:の)?(?:6|六|半)[かカヶケ箇]月)?(?![戦部一-鿿])|"
    r"\b(?:first (?:half|six months)|h1)\b",
    "second-half": rf"{SECOND_HALF}|(?<![一-鿿])[後后]半(?:期|(?:の)?(?:6|六|半)[かカヶケ箇]月)?(?![戦部一-鿿])|"
    r"\b(?:(?:second|latter) half|(?:second|last) six months|h2)\b",
    "date": r"日付|年月日|期日|日時|\bdates?\b|日期|날짜",
}
_CONCEPT_PATTERNS = {name: re.compile(pattern) for name, pattern in _CONCEPTS.items()}


def concept_spans(text: str) -> list[tuple[Concept, int, int]]:
    """Return the concepts that a text names, with their places."""
    plain = light(text)
    return [(name, *match.span()) for name, pattern in _CONCEPT_PATTERNS.items() for match in pattern.finditer(plain)]


@cache
def concepts_of(text: str) -> frozenset[Concept]:
    """Return the concepts that a text names."""
    return frozenset(name for name, _, _ in concept_spans(text))


_MORE = r"(?:多|大き|大|高|長|重|広|上)"
_LESS = r"(?:少な|少|小さ|小|低|短|軽|安|狭|下)"
_END = r"(?:かった|かつた|かっ|い|く|な|さ)?"
_ROW = r"(?:行|段|欄|項目|やつ|品目|もの|人|国)"
_STANDS = r"(?:載|の[っる]|来|く|並|書|あ)[ぁ-ん]{0,3}"
_JUST = r"(?:すぐ|ひとつ|[一1](?:つ|個|段|行))"
_INTENTS: dict[Intent, str] = {
    "below": rf"(?:の|より)?(?:{_JUST}の?)*(?:下|次)(?:の{_ROW}|に{_STANDS})|(?:の|より){_JUST}の?下|"
    r"\b(?:row|line|entry|item|one) (?:(?:right|just|directly|immediately) )?(?:below|under|beneath|after)\b|"
    r"\b(?:right|just|directly|immediately) (?:below|under|beneath|after)\b|"
    r"下(?:面|方|边|一)的?那?一?(?:行|项|个|条|种)(?!月)|바로 (?:아래|밑|다음)(?:에|의)?(?: ?(?:행|줄|항목|품목))?",
    "above": rf"(?:の|より)?(?:{_JUST}の?)*(?:上|手前)(?:の{_ROW}|に{_STANDS})|(?:の|より){_JUST}の?上|"
    r"\b(?:row|line|entry|item|one) (?:(?:right|just|directly|immediately) )?(?:above|before|over)\b|"
    r"\b(?:right|just|directly|immediately) (?:above|before|over)\b|"
    r"上(?:面|方|边|一)的?那?一?(?:行|项|个|条|种)(?!月)|바로 (?:위|앞)(?:에|의)?(?: ?(?:행|줄|항목|품목))?",
    "difference": r"負け[ぁ-ん]{0,2}|余[っり][ぁ-ん]{0,2}|差し?引[いくけ][ぁ-ん]{0,2}|(?<=を)引[いくけ][ぁ-ん]{0,2}|差額?(?=[はがをもで?？]|$|いく|どれ|何)|の差|差がある|(?:違|ちが)[いうっ]|開き|(?:どれ(?:だけ|くらい|ぐらい|ほど)|どの(?:くらい|ぐらい|程度)|いくら|何(?!番|位)(?:[ァ-ヶー]{2,9}|\S{1,4}?))(?:の|分)?"
    rf"{_MORE}{_END}|(?:どれ(?:だけ|くらい|ぐらい|ほど)|どの(?:くらい|ぐらい|程度)|いくら|何(?!番|位)(?:[ァ-ヶー]{{2,9}}|\S{{1,4}}?)){_LESS}{_END}|上回\w{{1,3}}|下回\w{{1,3}}|"
    r"(?:比|くら)べ[ぁ-ん]{0,2}|比較(?:し[ぁ-ん]{0,2}|すると)?|に対し|より(?:も)?\S{0,12}?(?:多|少な|大き|小さ|高|低)[ぁ-ん]{0,3}|"
    r"\bdiffer(?:ence|ences|s|ed)?\b|\bgap\b|\bexceed(?:s|ed)?\b|\bcompared? (?:with|to)\b|\bcompare\b|\bversus\b|\bvs\.?|"
    r"\bhow (?:much|many)\b.{0,60}?\b(?:more|less|fewer|higher|lower|larger|smaller|greater)\b|\bby how (?:much|many)\b|"
    r"\b(?:more|less|fewer|higher|lower|larger|smaller|greater)\b(?=.{1,80}\bthan\b)|\bthan\b|"
    r"减去|减(?=[一-鿿]{2,8}(?:还|剩|等于|是))|剩(?:下|余)?多少|差额|差距|相差|差(?=多少|值|了)|(?:多|少|高|低)(?:了|出)?多少|高出|多出|低于|相比|比较|比(?=.{1,30}(?:多|少|高|低))|차이|차액|보다|비교|(?<![가-힣])뺀|(?<![가-힣])빼[면고]",
    "growth": r"割れ(?=[したてのは])|マイナス(?=[にのは])|増え[ぁ-ん]{0,3}|アップ|ダウン(?!ロ)|値[上下]げ(?![前後])|縮小|拡大|落ち[込んたてぁ-ん]{0,3}|削ら[ぁ-ん]{0,2}|増加(?:し[ぁ-ん]{0,2}|額|量|数|分)?|増減(?:額)?|増(?=[はがで?？]|$)|減っ[ぁ-ん]{0,2}|減り[ぁ-ん]{0,2}|減少(?:し[ぁ-ん]{0,2}|額|量|数|分)?|減(?=[はがで?？]|$)|伸び[ぁ-ん]{0,2}|[上下]が[っりる][ぁ-ん]{0,2}|上昇|下落|下降|変化(?:し[ぁ-ん]{0,2})?|変わ[ぁ-ん]{0,3}|"
    r"\b(?:increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|gr(?:ow|ows|ew|own|owth)|chang(?:e|es|ed|ing)|ros?e|risen|rise|fell|falls?|"
    r"fallen|dropp?(?:s|ed)?|shr[aiu]nk|(?:go(?:es|ne)?|went|going) (?:up|down)(?! or)|climb(?:s|ed|ing)?)\b|升(?![级級])|降(?![水雨])|增加了?|增长了?|增长|增多|减少了?|下降了?|降低|上升|变化|涨|跌|깎[가-힣]{0,2}|증가[가-힣]{0,3}|감소[가-힣]{0,3}|늘[가-힣]{0,3}|줄[가-힣]{0,3}|변화|변동|변[한했하]\S{0,2}",
    "percent": r"何(?:%|パーセント|割)|(?:増加|減少|増減|伸び|成長|変化)率|パーセント|\bpercent(?:age)?\b|\bper cent\b|\bwhat %|百分之(?:多少|[几幾])|[几幾]成|百分比|(?:增长|下降|增减|变化)率|[增降]幅|"
    r"몇 ?(?:%|퍼센트|프로)|(?:증가|감소|증감|변화|성장)율",
    "ratio": r"何倍|何分の(?:[一1１]|いくつ)|[几幾]分之[一几幾]|몇 ?분의 ?(?:[일1]|몇)|倍率|(?<=の)倍|\bhow many times(?: (?:as \w+|more|larger|higher|greater|bigger))?\b(?: (?:as|than)\b)?|\btimes (?:as|more|larger|higher|greater|bigger)\b|\bratio\b|[几幾]倍|多少倍|몇 ?배",
    "share": r"割合|比率|シェア|占め[ぁ-ん]{0,3}|占有率|構成比|\bshares?\b|\bproportions?\b|\bfractions?\b|\baccount(?:s|ed)? for\b|\bmade? up\b|占比|比例|占(?=了?多少|百分|[几幾]成|[全总])|比重|份额|비율|비중|차지\S{0,3}|점유율",
    "sum": r"合計(?:額|金額|値|数)?|総計|総額|総数|総和|合算|合わせ[ぁ-ん]{0,3}|あわせ[ぁ-ん]{0,3}|足し[ぁ-ん]{0,5}|足す|トータル|全部で|総(?=\S{0,6}?(?:額|数|量|高|計|費|人口|面積))|計(?=[はいで?？]|$)|"
    r"\btotals?\b|\bplus\b|\btotall?ed\b|\bsum(?:s|med)?\b|\baltogether\b|\bcombined\b|\bin all\b|\badd(?:ed)? (?:up|together)\b|\btogether\b|"
    r"合计|合計|总计|总共|一共|总额|总和|总量|总数|总(?=\S{0,4}?(?:额|数|量|值))|加起来|共(?=多少|有|计)|합계|총액|총합|(?<![가-힣])합(?:치면|하면|친)|(?<![가-힣])합(?=은|이|계|$)|모두 합\S{0,3}|모두(?= ?(?:몇|얼마))|합치\S{0,2}|더하[면여]\S?|더한|총(?=\s?[가-힣])",
    "average": r"平均(?:値|額)?|\baverages?\b|\bmean\b(?! by)|평균",
    "rank-of": r"より(?:も)?[上下]の順位|より(?:も)?順位が[上下高低][いの]?|第?何位|何番目?|順位|\b(?:what|which) (?:rank|place|position)\b|\bhow (?:is|are|was|were|does|did|do)\b.{0,60}\brank\b|\bwhere\b.{0,60}\brank(?:s|ed)?\b|\branking\b|"
    r"第[几幾](?:位|名)?|[名位]次|排名?第?[几幾]?(?:位|名)?(?=[?？]|$|是)|排在第[几幾]位?|몇 ?위|몇 ?번째|순위",
    "count": r"いくつ|何(?:品目|種類?|項目|個|件|つ|か所|カ所|ヶ所|箇所|館|支所|人|名|か国|カ国|ヶ国|社|店|校|区|か月|カ月|ヶ月)(?!目|位)|\bhow many\b|有?[几幾](?:个|種|种|项|名|家|位)|多少(?:个|种|项|名|家|人)|몇 ?(?:개|가지|종|품목|명|곳)",
    "common": r"にも[^。？?]{1,14}にも|(?<=\ufffc)も[、\s]?\ufffc+も|년에도[^?]{1,14}년에도|共通[ぁ-ん]{0,3}|両方|双方|どちらの?[ぁ-ん]{0,4}にも|いずれにも|\bboth\b|\bin common\b|\bcommon to\b|共同|共有(?!多少)|(?:都|均)(?:出现|上榜|有|在|进|排进|入围)|공통\S{0,2}|둘 ?다|양쪽",
    "only": r"(?<!れ)(?<!の位)(?:だけ(?!で(?![はもなしす]))|のみ|しか)|新たに|なくなった|消えた|姿を消し\w|には(?:ない|なく|なかった|ある|あって|あった)|\bonly in\b|\bbut not in\b|\bnot in\b|\bdropped out\b|\bnewly\b|\bnew (?:in|on|among|entr\w+|items?)\b|\b(?:is|are|was|were) new\b|只(?:在|有|出现)|仅(?:在|有)?|但不在|没有?(?:出现)?在|에만|새로",
    "list": r"挙げ[ぁ-ん]{0,4}|列挙[ぁ-ん]{0,4}|一覧|すべて|全て|全部(?!で)|全員|それぞれ|内訳|\b(?:everyone|everybody)\b|\blist(?: of)?\b|\bname (?:the|all)\b|\ball (?:the|of)\b|列出|列举|全部|哪些|모두|전부|나열\S{0,3}|목록",
    "both-ends": r"最大と最小|最多と最少|最高と最低|1位と最下位|\b(?:largest|highest|biggest|most) and (?:the )?(?:smallest|lowest|least|fewest)\b|最(?:大|多|高)(?:值)?[和与]最(?:小|少|低)|최대와? ?최소",
    "code": r"(?:hs)?コード(?=[はがを?？も]|$)|\b(?:what|which)\b.{0,20}\bcodes?\b|\bcodes? (?:is|are|of|for)\b|(?:代码|编码|编号)(?=[是?？]|$)|코드(?=[는가를?]|$)",
    "value": r"いくら|なんぼ|(?:金|総|価|輸出|輸入|取引|販売)?額(?=[はがをも?？]|$)|どれ(?:くらい|ぐらい|ほど|だけ)|どの(?:くらい|ぐらい|程度)|何(?:ドル|円|元|ウォン|ユーロ|トン|キロ|人|名|件|冊|台|隻|本|日|万|億|千|%|パーセント|票|点|回|戸)|(?<=数)[はが]|"
    r"\bhow (?:much|many|large|big|high)\b|\bwhat (?:is|was|were|are) the (?:value|amount|number|figure|price|toll|cost|total)\b|\bworth\b|\bvalue\b|多少|[几幾](?:万|亿|吨|美元|元|辆|件|次|人|个)|얼마|몇 ?(?:달러|원|톤|명|건|대|권|개|만|억)|금액|어치",
    "name": r"何(?![度回])|なに|なん(?=の|で|と|て|だ)|(?:どの|どれ|どこ|どちら|どんな)|誰|いつ|\bwhich\b|\bwhat\b|\bwho\b|\bwhen\b|\bwhere\b|哪|什么|什麼|谁|誰|무엇|뭐|뭘|무슨|어느|어떤|누구|언제|어디",
    "whole": r"ひっくるめ[ぁ-ん]{0,2}|総額|総輸[出入]|総貿易|総量|全体|全輸[出入]|\btotal (?:value|exports?|imports?|trade|amount|volume|sales)\b|\boverall\b|\bwhole\b|\b(?:all|entire) (?:exports?|imports?|trade)\b|总额|总(?:出口|进口|贸易)|[进出]口总|全部(?:出口|进口)|전체|총(?:수출|수입|액| ?무역)",
}
INTENTS = {name: re.compile(pattern) for name, pattern in _INTENTS.items()}

# A superlative is a marker and, somewhere behind it, an adjective that says which end is meant.
SUPERLATIVE = re.compile(
    r"最も|もっとも|いちばん|一番(?!目|先|早|初め|最初)|最(?=[多少大小高低長短上下])|首位|筆頭|ナンバー(?:ワン|1)|トップ(?!\s?\d|\s?[二三四五六七八九十])|ワースト(?!\s?\d)|"
    r"\b(?:largest|biggest|highest|greatest|most|leading|maximum|max|longest|heaviest|costliest|busiest|best|worst|top|tops|topped|smallest|lowest|least|fewest|minimum|min|shortest|"
    r"lightest|cheapest|bottom|main)\b(?!\s\d)|最(?=[多少大小高低长短])|居首|榜首|垫底|가장|제일|최(?=[대소고저다])|꼴찌|선두"
)
_LOW = re.compile(
    r"最[少小低下短]|最下位|ワースト|(?:最も|もっとも|いちばん|一番).{0,20}?(?:少な|小さ|低[いくか]|短[いくか]|軽[いくか]|安[いくか]|悪[いくか]|遅[いくか]|下[のだでは]|[少小低]$)|"
    r"\b(?:smallest|lowest|least|fewest|minimum|min|shortest|lightest|cheapest|worst|bottom)\b|垫底|(?:가장|제일).{0,14}?(?:적|작|낮|짧)|최[소저]|꼴찌"
)
ADJECTIVE = re.compile(
    r"(?:(?<![一-鿿])|(?<=一番))(?:多|大き|高|長|少な|小さ|低|短|安|軽|重|広)(?:かった|かつた|い|く)|"
    rf"(?:(?<![一-鿿])|(?<=一番))(?:多|大き|高|長|少な|小さ|低|短|安|軽|重|広){_END}(?=[\s　はがをのでとに、。?？品項商人国館月年区支魚作]|$)|(?<![一-鿿])[多大高长少小低短](?=[的是])|(?<=最)[多大高长少小低短]|更[多大高长少小低短]|[多大高少小低](?=[?？。]|$)|많\S{{0,2}}|크\S?|큰|컸\S?|높\S?|적은|적었\S?|작\S{{0,2}}|낮\S{{0,2}}|"
    r"\b(?:valuable|expensive|large|big|high|small|low|many|much)\b|(?<=最)(?:大|小|高|低|多|少|上|下)(?:値|位)?(?=[はのがをだで]|$)"
)


def polarity(text: str, match: re.Match[str]) -> Literal["most", "least"]:
    """Say which end a superlative means, from the words behind its marker."""
    return "least" if _LOW.match(text, match.start()) else "most"


_KANJI = "一二三四五六七八九十"
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_CARDINALS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "twenty",
]
_CARDINAL_VALUES = {"one": 1, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20} | {
    w: n for n, w in enumerate(_CARDINALS[:9], 2)
}
_NATIVE = NATIVE | {"첫": 1, "열": 10}
_N = rf"(\d{{1,3}}|[{_KANJI}]{{1,3}})"

TOP = re.compile(
    rf"(?:上位|トップ|ベスト|上から)\s*{_N}(?!番目)(?:位まで|位以内|位|品目|項目|件|社|つ|か国|カ国|館|人|名|種|種類)?|"
    rf"\b(?:top|first|leading|largest|biggest|highest)\s+(\d{{1,3}}|{'|'.join(_CARDINALS)})\b|\bthe (\d{{1,3}}|{'|'.join(_CARDINALS)}) (?:\w+ )?(?:with|having) the (?:largest|biggest|highest|most|greatest)\b|\b(\d{{1,3}}|{'|'.join(_CARDINALS)})\s+(?:largest|biggest|highest|most|leading|top)\b|"
    rf"前\s*([\d{_KANJI}两]{{1,3}})\s*(?:大|位|名|个|种|项|的|(?=商品|产品|货物|品类|品目|总|合|[?？。，]|$))|最[多大高]的([\d{_KANJI}两]{{1,3}})(?:个|种|项|样|件|家|位|名|国|类)|상위\s*(\d{{1,3}})\s*(?:개|위|품목)?"
)
BOTTOM = re.compile(
    rf"(?:下位|ワースト)\s*{_N}(?:位|品目|項目|件|つ|館|人|種)?|\bthe (\d{{1,3}}|{'|'.join(_CARDINALS)}) (?:\w+ )?(?:with|having) the (?:smallest|lowest|fewest|least)\b|\b(?:bottom|smallest|lowest|last)\s+(\d{{1,3}}|{'|'.join(_CARDINALS)})\b|"
    rf"后\s*([\d{_KANJI}]{{1,3}})\s*(?:位|名|个|种|项)|하위\s*(\d{{1,3}})\s*(?:개|위|품목)?"
)
BETWEEN = re.compile(
    rf"{_N}\s*(?:位|番目)?\s*(?:から|-|~|〜|～|到|至)\s*{_N}\s*(?:位|番目|名)|\branks? (\d{{1,3}})\s*(?:-|to|through)\s*(\d{{1,3}})\b|(\d{{1,3}})\s*위?\s*(?:부터|에서|~|-)\s*(\d{{1,3}})\s*위"
)
RANKS_LISTED = re.compile(rf"{_N}(?:位|番目)?\s*[・、,，と及]\s*(?={_N}\s*(?:位|番目|名))")
RANK = re.compile(
    rf"(下から|後ろから)?(?:第|上から)?\s*{_N}\s*(?:位|番目|番手|等賞)(?!以|まで)|ナンバー\s*(\d{{1,2}})|\b(?:ranked|rank|ranks|number|no\.|#)\s*(\d{{1,3}}|one|two|three|four|five|six|seven|eight|nine|ten)\b|"
    r"\b(\d{1,3})(?:st|nd|rd|th)\b(?!\s+(?:century|anniversary|of))|"
    rf"\b(?:rank(?:ed|s)?|placed|c[ao]mes?|finished)\s+({'|'.join(_ORDINALS)})\b|"
    rf"\b({'|'.join(_ORDINALS)})(?=[- ](?:largest|biggest|highest|most|greatest|smallest|lowest|least|fewest|shortest|place|ranked|rank|item|on the list|in the|among|overall|by (?:value|volume|weight|amount|size))\b|\?|$)|"
    rf"第\s*([\d{_KANJI}]{{1,3}})(?=位|名|大|多|高|的|是|[?？]|$)|(\d{{1,3}})\s*위(?!안)|({'|'.join(_NATIVE)})\s*번째|(\d{{1,3}})\s*번째"
)
LAST_RANK = re.compile(r"最下位|\b(?:ranked last|last place|came last)\b|最后一(?:位|名)|꼴찌|최하위|一番下|いちばん下")

TABLE_LABEL = re.compile(
    r"(?:付|参考|補)?(?:図表|表)\s*(\d{1,3}(?:[-.]\d{1,2})?|[一二三四五六七八九十](?![一-鿿])|[a-z](?![a-z]))|\btables?\s+(\d{1,3}(?:\.\d{1,2})?|[a-z]\b|[ivx]{1,4}\b)|"
    r"图表\s*(\d{1,3})|표\s*(\d{1,3})"
)
FIGURE_LABEL = re.compile(
    r"(?<![一-鿿])(?:図|图|圖)(?=\s*\d|の|に|は|で|を|中|里|上)|\b(?:figure|chart|fig\.)\s+\d|\b(?:in|on|from) the (?:figure|chart|graph)\b|(?<![가-힣])그림\s*\d"
)
# Words that point at the table or say that something stands there; no document has to support them.
TABLE_FRAME = re.compile(
    r"(?:この|その|上の|下の)?(?:表|一覧表?|リスト|ランキング|ランクイン[ぁ-ん]{0,2}|統計|データ|数字|数値)(?=[はがをにのでと、で見み中内上によ]|$)|(?:統計|表)上|掲載[ぁ-ん]{0,3}|挙が[ぁ-ん]{0,3}|載っ[ぁ-ん]{0,3}|示さ[ぁ-ん]{0,3}|占め[ぁ-ん]{0,3}|"
    r"達し[ぁ-ん]{0,3}|上っ[ぁ-ん]{0,2}|のぼ[ぁ-ん]{0,3}|上る|計上[ぁ-ん]{0,3}|記録し[ぁ-ん]{0,2}|並[びんぶ][ぁ-ん]{0,2}|[当あ]た[るり](?!前)|該当[ぁ-ん]{0,2}|相当[ぁ-ん]{0,2}|示し|入っ[ぁ-ん]{0,3}|ランク[ぁ-ん]{0,2}|含ま[ぁ-ん]{0,3}|なっ[ぁ-ん]{0,3}|当たり|あたり|分(?=[はがを?？だで]|$)|うち|(?<![一-鿿])中で|なか|(?<![一-鿿])間(?=に|で)|時点|現在|"
    r"およそ|(?<=[ただるいうくすつぬぶむぐ])物(?=[ぁ-ん、。?？]|$)|[費項税科]目|\bthings?\b|(?:样)?东西|물건|(?<![一-鿿])約|だいたい|ちょうど|正確\w?|実際\w?|(?<![一-鿿])(?:欄|行|列|値|各|別|全\S{0,2}(?=で)|順(?=に|で))(?![一-鿿])|セル|年間|月間|それ|同じ|ほか|他に|"
    r"(?<![a-z])fy(?=\s?\d)|\b(?:tables?|lists?|listed|fiscal|financial|moved?|moves|names?|needs?|entire|rankings?|data|figures?|statistics|records?|recorded|reach(?:es|ed)?|amount(?:s|ed)?|shown?|shows|appear(?:s|ed)?|account(?:s|ed)?|"
    r"total(?:l?ed|s)?|numbers?|entr(?:y|ies)|rows?|columns?|cells?|each|every|per|about|roughly|exactly|approximately|respectively|terms|overall|come|came|comes|there|among|"
    r"which|whose|go|went|year|years)\b|[那这這该該]?[张張]表|表格|表中|数据|数字|达到?|记录|列表|排行|其中|变为|所列|列了?|排在?|大约|大概|每|各|当中|标准|统计|표|실[린려]\S{0,2}|되었\S{0,2}|전체|통계|자료|수치|기록\S{0,3}|달하\S{0,2}|이르\S{0,2}|각각|약|대략|중(?=에|$|\s)|가운데|중에서"
)
YEARS_AGO = re.compile(
    rf"{_N}\s*年前|(?:この|過去|ここ)?{_N}\s*年(?:間?で|の(?:間|あいだ)に)|(?:この|過去|ここ){_N}\s*年|"
    rf"\b(?:over|in|within|during) (?:the )?(?:last |past )?(\d{{1,3}}|{'|'.join(_CARDINALS)}) years\b|"
    rf"(?:这|近|过去)?{_N}\s*年(?:间|来|里)|(\d{{1,3}})\s*년\s*(?:동안|간|새|사이)|\b(\d{{1,3}}|{'|'.join(_CARDINALS)})\s+years?\s+(?:ago|earlier|before)\b|{_N}\s*年之?前|(\d{{1,3}})\s*년\s*전"
)
YEAR_BEFORE = re.compile(
    r"前年度?(?:比|同期)?|前の年度?|一年前|\b(?:the )?(?:previous|preceding|prior) (?:financial |fiscal )?year\b|\byear[- ]on[- ]year\b|\bthe year before\b|上一?年度?(?=[比的相]|$)|同比|전년\S{0,2}"
)


def ordinal(groups: tuple[str | None, ...]) -> int | None:
    """Return the number in the one filled group of a match of `TOP`, `BOTTOM` or `RANK`."""
    printed = next((group for group in groups if group and group not in ("下から", "後ろから")), None)
    if printed is None:
        return None
    if printed.isdigit():
        return int(printed)
    words = _CARDINAL_VALUES | _NATIVE | {word: n for n, word in enumerate(_ORDINALS, 1)} | {"两": 2}
    if printed in words:
        return words[printed]
    tens, ten, ones = printed.rpartition("十")
    value = (_KANJI.index(tens) + 1 if tens else 1) * 10 if ten else 0
    return value + (_KANJI.index(ones) + 1 if ones else 0)
