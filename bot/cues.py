"""The closed classes of four languages that ask.

Invariant: nothing here is about any subject; these are the words that a grammar lists. Within a language, the earlier
cue wins where two overlap.
"""

from __future__ import annotations

import re
from typing import Literal

from bot.sourcing import SOURCE
from corpus.structure.patterns import after, any_of, before, not_after, words
from corpus.structure.units import LASTS_DAYS, LASTS_YEARS

AskKind = Literal["when", "who", "where", "count", "why", "how", "said", "list", "source", "yes-no", "what"]
Lang = Literal["ja", "en", "zh", "ko"]

# The name that 叫什么名字 asks for is nobody's where such a noun stands before it: it is the name of a thing.
_THINGS = (
    "馆館校院厅廳店塔站庙寺桥橋"  # buildings
    "山河江湖岛島城市县縣村镇鎮街路园園场場"  # places
    "船舰艦车車器机機号號药藥"  # what is made
    "报報书書刊片剧歌曲"  # works
    "社团團所局部体體"  # bodies
    "法会會节節展赛賽"  # laws and occasions
)
_NO_THING = not_after(f"[{_THINGS}]")
# What 何 counts with. 何語 counts where what follows does (何語載る), and where words are what it is asked of
# (単語は何語); 公用語は何語 asks for a language.
_LANGUAGES = ("公用語", "共通語", "母語", "国語")
_COUNTED = any_of(
    words("通 頭 校 便 両 軒 曲 羽 匹 着 艘 丁 戸 棟 世帯 団体 議席 席 機 基 門 巻 行 字"),
    "語" + before("[多少載収増減入削追]", "あ[るりっ]"),
    after("語は何") + not_after(*(f"{language}は何" for language in _LANGUAGES)) + "語",
    words("人 名 か国 カ国 ヶ国 ヵ国 箇国 回 度目? 件 社 品目 種類 番目 倍 割 位 歳 才 本 冊 台 隻 枚"),
    words("時間 分 秒 日間 週間 か月 カ月 ヶ月 年間 年ぶり 年目 周年 パーセント ％ % ドル 円 元 ウォン ルーブル"),
    words("億 万 千 トン キロ メートル グラム リットル 票 点 ページ か所 カ所 ヶ所 箇所 つ"),
)
_HOLDERS = words("人物? 首脳 大統領 首相 議長 選手 委員 大臣 党首 知事 市長 社長 会長 監督 教授 議員 候補者? 指導者")
# 誰か来た asks whether anybody came; 来たのは誰か教えて asks who did, as 誰か does at the end.
_SOME = r"か(?!ら|[?？。\s]|$)"
_Written = tuple[tuple[AskKind, str], ...]
_JA: _Written = (
    (
        "why",
        any_of(
            "何のため|なんのため|何をしに",
            "何(?:が|を)したく(?:て|って)",
            "なぜ|何故|どうして",
            r"なんで(?![すしもは])",
            r"何で(?=[?？。]|$|[こそあ]ん|、(?![^、。]{0,8}(?:いくら|いくつ|何|いつ|どこ|誰|ど[のれ])))",
            "(?:理由|原因|背景|目的|狙い|ねらい|意図|わけ|訳)(?=は|を|が|と|に|って|も|[?？]|$)",
        ),
    ),
    (
        "said",
        any_of(
            words("何 なに なん どう どんなこと")
            + "(?:と|て|って|を)?"
            + words("言 いって 述べ 語(?=[っりるら]) 発言 話し 説明 コメント 伝え 表明 強調 約束 呼びかけ")
            + "[っいえうたてだりるれしま]{0,3}",
            "どんな(?:発言|言葉|コメント)",
            "(?:発言|コメント)(?:内容)?(?=は|を|って|[?？]|$)",
        ),
    ),
    ("source", SOURCE["ja"]),
    (
        "when",
        any_of(
            "いつ(?:ごろ|頃|から|まで)?(?!も)",
            rf"(?!{LASTS_YEARS})(?<!年で)何年(?:の?何月)?(?:の?何日)?(?!間|ぶり|目)",
            "何月(?:何日)?",
            rf"(?!{LASTS_DAYS})何日(?!間|目|ぶり)",
            "何曜日|何時(?!間)",
            "どの(?:時期|年|月|日)",
            "(?:日付|日時|予定日|開催日|期日|年月日|時期|日程)(?=は|を|が|って|[?？]|$)",
        ),
    ),
    (
        "count",
        any_of(
            LASTS_DAYS,
            LASTS_YEARS,
            "いくら|なんぼ|いくつ",
            "(?<=年で)何年",  # 始まってから2025年で何年
            "(?:どれ|どん)(?:くらい|ぐらい|ほど|だけ)",
            "どの(?:くらい|ぐらい|程度)",
            "何" + _COUNTED,
        ),
    ),
    (
        "who",
        any_of(
            "(?:何|なん)(?:て|という|(?:っ)?ていう)(?:人|方|ひと)",
            f"(?:(?<=[はが])|(?!(?:誰|だれ|どなた){_SOME}))(?:誰々|誰|だれ|どなた|何者)(?:と誰|たち|ら)?",
            "ど(?:の|っちの|ちらの)" + f"(?:{_HOLDERS})",
            "(?:人|方|相手|要人|首脳|指導者)(?:たち|達|々)?(?=を(?:全員|全部|すべて)?(?:教え|知り))",
            f"(?<=[たるい])(?!人|方)(?:{_HOLDERS})(?=(?:は|って)[?？。]?$)",
            "(?:著者|筆者|作者|書いた人|名前|氏名|人名)(?=は|を|って|なん|何|[?？]|$)",
        ),
    ),
    (
        "where",
        any_of(
            f"(?:(?<=[はが])|(?!(?:どこ|何処){_SOME}))(?:どこ|何処)",
            "どの(?:国|都市|場所|地域|街|町|県|施設|会場)",
            "何という(?:場所|国|街|町)",
            "(?:場所|会場)(?=は|って|[?？]|$)",
        ),
    ),
    (
        "how",
        "どのように|どうやって|どうやら|どういうふうに|どんなふうに|どんな風に|どう(?![しせか]|[^、。]{1,6}[おこごそとのぼもよろ]うと(?![しす思考]))",
    ),
    (
        "list",
        any_of(
            "挙げて?",
            "(?<=[を一-鿿ァ-ヶー])あげて(?=[?？。!！]?$|くだ|下さ|ほし|欲し|みて)",
            "列挙|一覧|リスト(?=を|は|に|[?？]|$)",
            "すべて|全て|(?:全部|ぜんぶ)(?!で)|全員",
            "(?:(?:一つ|ひとつ|一人|一件)(?:も|残らず)?)?残らず",
            "漏れなく|もれなく|漏らさず|余さず|一通り|ひと通り|並べ(?:て|上げ)",
            "メンバー|顔ぶれ|内訳|それぞれ",
            r"何と何|(?:どれ|どの\w{1,4})と(?:どれ|どの)",
        ),
    ),
    (
        "what",
        any_of(
            "どちら|どっち",
            "何(?!も|か(?!ら)|ら|度も|回も)",
            r"(?<=[はがを])何(?=か[?？。\s]*$)",
            "なに|なん(?=の|で|と|て|だ)",
            "どの|どれ|どんな|どういう|どのような|どういった",
        ),
    ),
)
_EN: _Written = (
    (
        "said",
        any_of(
            r"\bwhat (?:(?:exactly|precisely|else|specifically) )?(?=(?:did|does|do|had|has|have)\b.{0,60}?"
            + rf"\b{words('say said tell told declare state promise pledge express')}\b)",
            r"\bin (?:his|her|their) words\b|\bwhat was said\b",
        ),
    ),
    (
        "why",
        r"\bwhy\b|\bhow come\b|\bwhat for\b|\bfor what (?:reason|purpose)\b|\b(?:reasons?|purpose|cause|motive)\b",
    ),
    ("source", SOURCE["en"]),
    (
        "when",
        any_of(
            r"\bwhen\b|\bhow long ago\b",
            r"\b(?:what|which) (?:date|day|month|year|time)\b|\bon what (?:date|day)\b",
            r"\bdates?\b(?= of\b)",
        ),
    ),
    ("count", r"\bhow (?:many|much|long|often|large|big|far|old|high|tall)\b|\bwhat rank\b|\btotal\b(?=.*\?)"),
    (
        "who",
        any_of(
            r"\bwho(?:m|se)?\b|\bauthor\b",
            # whoever holds a post, also of somewhere or something (which Russian official, which member of the board)
            r"\bwhich (?:(?!(?:d(?:id|o|oes)|is|was|are|were|ha[sd]|have|will|would|can|could|the|an?|of)\b)"
            r"[\w’'-]+ ){0,3}?"
            r"(?:person|people|man|men|wom[ae]n|leaders?|officials?|officers?|presidents?|"
            r"premiers?|ministers?|secretar(?:y|ies)|ambassadors?|delegates?|envoys?|mayors?|governors?|directors?|researchers?|"
            r"scholars?|experts?|members? of)\b(?! (?:states?|countr(?:y|ies)|of the same)\b)",
        ),
    ),
    ("where", r"\bwhere\b|\b(?:what|which) (?:country|countries|city|place|location|venue)\b"),
    (
        "list",
        any_of(
            r"\blist(?:ed|ing)?\b(?! (?:price|of))|\benumerate\b",
            r"\bname (?:the|all|every|each)\b",
            r"\bevery (?!year|day|month|week|time|other)(?=\w)",
            r"\bwhich (?:\w+ )?(?:items|goods|countries|products|people|ones)\b",
            r"\ball (?:the|of)\b",
            r"(?<!how many )\bmembers\b",
        ),
    ),
    ("how", r"\bhow\b"),
    ("what", r"\bwhat\b|\bwhich\b"),
)
_ZH: _Written = (
    ("said", "(?:说|說|讲|表示|提)(?:了|过)?(?:些)?(?:什么|什麼|啥)|(?:怎么|如何)(?:说|表示|表态)"),
    (
        "why",
        any_of(
            "为什么|为何|為什麼|為何|为啥|何故|怎么会|凭什么",
            "干[嘛吗](?!呢|的)",
            "(?:原因|理由|目的|背景)(?=是|为|何|[?？]|$)",
        ),
    ),
    ("source", SOURCE["zh"]),
    (
        "when",
        any_of(
            "什么时候|什麼時候|何时|何時|啥时候",
            "哪(?:一)?(?:年|天|日|个月|月)",
            "几(?:月(?:几[日号])?|号|日)",
            "(?:日期|时间)(?=是|[?？]|$)",
        ),
    ),
    (
        "count",
        any_of(
            "多少|第几|占比|排名",
            "(?<!哪)几(?=个|人|名|次|家|国|种|项|年|天|小时|位|倍|成|艘|辆|座|起|条|件|吨|米|公里|岁|分钟|周)",
            "多(?:大|长|久|高|远|重|深|宽|厚|快)",
        ),
    ),
    ("what", "[把将被][^，。？?]{1,15}[叫称](?:做|作|为)?什么"),
    (
        "who",
        any_of(
            "谁|誰|何人",
            "哪(?:些|位|个)人|哪一?位",
            rf"{_NO_THING}叫(?:做|作)?什么(?=名字|[?？。，,呢啊呀]|$)(?:名字)?",
            rf"{_NO_THING}(?<!叫)什么名字",
        ),
    ),
    ("where", "哪里|哪裡|哪儿|何处|何地|什么地方|哪(?:个|座)(?:国家|城市|地方)|在哪"),
    (
        "list",
        "哪些|哪几(?=[个個家位项項种種座条名国])|列(?:出|举|全)(?:来)?|全部|所有(?=的)|都(?:有|是)?(?:什么|谁|啥)|"
        "分别是|有什么|包括什么|一一",
    ),
    ("how", "如何|怎么样?|怎样|怎麼"),
    ("yes-no", "是否|有没有|是不是|吗(?=[?？。]?$)|嗎(?=[?？。]?$)|没有(?=[?？]$)"),
    ("what", "什么|什麼|何种|哪(?:一|个|种|项)?|啥|何(?=物|事)"),
)
_KO: _Written = (
    ("said", "뭐라고|무슨 ?(?:말|발언)|어떤 ?(?:말|발언)|무엇이라고"),
    (
        "why",
        any_of(
            "왜|어째서|무슨 ?이유|무엇 ?때문|뭐 ?하러|무엇을 ?위해",
            "(?:이유|원인|목적|배경)(?=은|는|이|가|을|를|[?？]|$)",
        ),
    ),
    ("source", SOURCE["ko"]),
    (
        "when",
        any_of(
            "언제|몇 ?년(?! ?만)|몇 ?월",
            rf"(?!{LASTS_DAYS})며칠",
            "몇 ?일|몇 ?시(?! ?간)",
            "(?:날짜|시기)(?=은|는|가|[?？]|$)",
        ),
    ),
    (
        "count",
        any_of(
            LASTS_DAYS,
            "얼마나?",
            "몇 ?(?:명|개국|개|번|회|가지|건|시간|배|위|퍼센트|달러|톤|년 ?만|번째)",
            "몇 ?(?:프로|달|마리|군데|차례|대|장|권|층|석|표|편|곳|살|척|채|그루)"
            "(?=로?(?:[ ?？]|$)|[을를이가은는나까에쯤])",
            "몇 (?![월일시년분])(?=[가-힣])",
        ),
    ),
    ("who", "누구|누가|어느 ?분|누굴|이름이? ?(?:뭐|무엇)"),
    ("where", "어디|(?:어느|어떤) ?(?:나라|도시|곳|장소|지역)"),
    ("list", "모두|전부|빠짐없이|목록|나열|열거|어떤 ?것들|무엇무엇|누구누구"),
    ("how", "어떻게|어떤 ?식으로"),
    ("what", "무엇|뭐|뭘|무슨|어떤|어느"),
)
_LANGUAGE: dict[Lang, _Written] = {"ja": _JA, "en": _EN, "zh": _ZH, "ko": _KO}
CUES = {lang: tuple((kind, re.compile(cue, re.IGNORECASE)) for kind, cue in cues) for lang, cues in _LANGUAGE.items()}
