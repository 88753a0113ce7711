"""What a question asks for, read from its closed-class words alone.

Invariant: nothing here knows any document. Interrogatives, counters and the phrases that frame a question are small
closed classes of each language; everything else in a question is content that the documents have to support.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from corpus.structure.dates import DateMention, find_dates
from corpus.structure.quantities import unit_of_question

AskKind = Literal["when", "who", "where", "count", "why", "how", "list", "source", "yes-no", "what"]
Lang = Literal["ja", "en", "zh", "ko"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked for; ``unit`` is what a count is counted in, ``start``/``end`` where the question says so."""

    kind: AskKind
    start: int
    end: int
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart.

    ``text`` is what was asked; ``query`` what is searched for (with the words an elliptical follow-up leaves out);
    ``inherited`` the stretch of ``query`` that came from earlier turns. ``frame`` are the stretches of ``query`` that
    only ask (教えて, when, …) and which therefore no document needs to support.
    """

    text: str
    lang: Lang
    query: str
    asks: tuple[Ask, ...]
    frame: tuple[tuple[int, int], ...]
    dates: tuple[DateMention, ...]
    inherited: tuple[int, int] = (0, 0)

    def kinds(self) -> frozenset[AskKind]:
        """Return the kinds of things asked for."""
        return frozenset(ask.kind for ask in self.asks)


def language(text: str, default: Lang = "ja") -> Lang:
    """Tell the language of a question by its script, and Chinese from kana-less Japanese by its function words."""
    if re.search(r"[\u3040-\u30ff]", text):
        return "ja"
    if re.search(r"[\uac00-\ud7a3]", text):
        return "ko"
    if re.search(r"[\u4e00-\u9fff]", text):
        return "zh" if _CHINESE.search(text) else default if default in ("ja", "zh") else "ja"
    return "en" if re.search(r"[A-Za-z]", text) else default


# Simplified characters and function words that Japanese does not write.
_CHINESE = re.compile(
    r"[这那哪吗呢么谁说对为从给让还没个们访问战产关于发东车时会议领导]|[的了是在]|什麼|多少|何时|如何|是否|哪|請|请"
)

_Cues = tuple[tuple[AskKind, str], ...]
_CUES: dict[Lang, _Cues] = {
    "ja": (
        (
            "why",
            r"何のため|なんのため|何をしに|なぜ|何故|どうして|(?:理由|原因|背景|目的|狙い|ねらい|意図)(?=(?:は|を|が|と|に|って|も|[?？]|$))",
        ),
        (
            "source",
            r"出典|典拠|情報源|ソース(?=は|を|が|って|[?？]|$)|一次資料|何に基づ\w*|(?:どの|何の|どこの)(?:報道|記事|媒体|資料|文書|メディア|通信社)|どこが報じ\w*|誰が報じ\w*|どこに書いて\w*",
        ),
        (
            "when",
            r"いつ(?:ごろ|頃|から|まで)?(?!も)|何年(?:の?何月)?(?:の?何日)?(?!間|ぶり|目)|何月(?:何日)?|何日(?!間|目|ぶり)|何曜日|何時(?!間)|どの(?:時期|年|月|日)|日付|時期(?=は|を|が|って|[?？]|$)|日程(?=は|を|が|って|[?？]|$)",
        ),
        (
            "count",
            r"いくら|いくつ|どれ(?:くらい|ぐらい|ほど|だけ)|どの(?:くらい|ぐらい|程度)|(?:金額|総額|額|人数|件数|回数|順位|割合|比率|合計|差額|数量)(?=は|を|が|って|[?？]|$)|何(?:人|名|か国|カ国|ヶ国|ヵ国|箇国|回|度目?|件|社|品目|種類|番目|倍|割|位|歳|才|本|冊|台|隻|枚|時間|分|秒|日間|週間|か月|カ月|ヶ月|年間|年ぶり|年目|周年|パーセント|％|%|ドル|円|元|ウォン|ルーブル|億|万|千|トン|キロ|メートル|グラム|リットル|票|点|ページ|か所|カ所|ヶ所|箇所|つ)",
        ),
        (
            "who",
            r"(?:誰々|誰|だれ|どなた|何者)(?:と誰|たち|ら)?|どの(?:人物?|首脳|大統領|首相|議長|選手|委員)|(?:著者|筆者|作者|書いた人)(?=は|って|[?？]|$)",
        ),
        (
            "where",
            r"どこ|何処|どちら|どの(?:国|都市|場所|地域|街|町|県|施設|会場)|何という(?:場所|国|街|町)|(?:場所|会場)(?=は|って|[?？]|$)",
        ),
        ("how", r"どのように|どうやって|どうやら|どういうふうに|どんなふうに|どんな風に|どう(?!して|か)"),
        (
            "list",
            r"挙げて?|列挙|一覧|リスト(?=を|は|に|[?？]|$)|すべて|全て|全部|全員|メンバー|顔ぶれ|内訳|何と何|それぞれ",
        ),
        (
            "what",
            r"何(?!も|か(?!ら)|ら|度も|回も)|なに|なん(?=の|で|と|て|だ)|どの|どれ|どんな|どういう|どのような|どういった",
        ),
    ),
    "en": (
        ("why", r"\bwhy\b|\bwhat for\b|\bfor what (?:reason|purpose)\b|\b(?:reasons?|purpose|cause|motive)\b"),
        (
            "source",
            r"\bsources?\b|\baccording to (?:what|whom|which)\b|\bwho reported\b|\bwhich (?:outlet|report|article|media)\b|\bwhere (?:is|was) (?:it|this|that) (?:reported|written)\b|\bcit(?:ed|es|ation)\b",
        ),
        (
            "when",
            r"\bwhen\b|\b(?:what|which) (?:date|day|month|year|time)\b|\bon what (?:date|day)\b|\bhow long ago\b|\bdates?\b(?= of\b)",
        ),
        (
            "count",
            r"\bhow (?:many|much|long|often|large|big|far|old|high|tall)\b|\bwhat (?:rank|percentage|share|proportion|number|amount|is the (?:total|value|difference|sum|ratio))\b|\btotal\b(?=.*\?)",
        ),
        ("who", r"\bwho(?:m|se)?\b|\bwhich (?:person|people|leaders?|officials?|president)\b|\bauthor\b"),
        ("where", r"\bwhere\b|\b(?:what|which) (?:country|countries|city|place|location|venue)\b"),
        (
            "list",
            r"\blist\b|\bname (?:the|all|every|each)\b|\bwhich (?:\w+ )?(?:items|goods|countries|products|people|ones)\b|\ball (?:the|of)\b|\bmembers\b",
        ),
        ("how", r"\bhow\b"),
        ("what", r"\bwhat\b|\bwhich\b"),
    ),
    "zh": (
        ("why", r"为什么|为何|為什麼|為何|为啥|何故|(?:原因|理由|目的|背景)(?=是|为|何|[?？]|$)"),
        ("source", r"出处|来源|依据|消息来源|哪(?:家|篇|个)(?:媒体|报道|文章|通讯社)|根据(?:什么|谁)|出處|來源"),
        (
            "when",
            r"什么时候|什麼時候|何时|何時|哪(?:一)?(?:年|天|日|个月|月)|几(?:月(?:几[日号])?|号|日)|啥时候|(?:日期|时间)(?=是|[?？]|$)",
        ),
        (
            "count",
            r"多少|几(?=个|人|名|次|家|国|种|项|年|天|小时|位|倍|成)|多(?:大|长|久|高|远)|第几|占比|比例(?=是)|总额(?=是)|排名",
        ),
        ("who", r"谁|誰|哪(?:些|位|个)人|哪位|何人"),
        ("where", r"哪里|哪裡|哪儿|何处|何地|什么地方|哪(?:个|座)(?:国家|城市|地方)|在哪"),
        ("list", r"哪些|列出|列举|全部|分别是|有什么|包括什么"),
        ("how", r"如何|怎么样?|怎样|怎麼"),
        ("yes-no", r"是否|有没有|是不是|吗(?=[?？。]?$)|嗎(?=[?？。]?$)|没有(?=[?？]$)"),
        ("what", r"什么|什麼|何种|哪(?:一|个|种|项)?|啥|何(?=物|事)"),
    ),
    "ko": (
        ("why", r"왜|무슨 ?이유|무엇 ?때문|(?:이유|원인|목적|배경)(?=은|는|이|가|을|를|[?？]|$)|뭐 ?하러|무엇을 ?위해"),
        ("source", r"출처|근거|(?:어느|어떤) ?(?:언론|매체|보도|기사)|누가 ?보도"),
        ("when", r"언제|몇 ?년(?! ?만)|몇 ?월|며칠|몇 ?일|몇 ?시(?! ?간)|(?:날짜|시기)(?=은|는|가|[?？]|$)"),
        (
            "count",
            r"얼마나?|몇 ?(?:명|개국|개|번|회|가지|건|시간|배|위|퍼센트|달러|톤|년 ?만|번째)|(?:총액|금액|합계|비율|순위)(?=은|는|이|[?？]|$)",
        ),
        ("who", r"누구|누가|어느 ?분|누굴"),
        ("where", r"어디|(?:어느|어떤) ?(?:나라|도시|곳|장소|지역)"),
        ("list", r"모두|전부|목록|나열|어떤 ?것들|무엇무엇|누구누구"),
        ("how", r"어떻게|어떤 ?식으로"),
        ("what", r"무엇|뭐|뭘|무슨|어떤|어느"),
    ),
}

# Words that ask or point at the documents, and say nothing that a document would have to support.
_FRAMES: dict[Lang, str] = {
    "ja": r"教えて(?:ください|下さい|ほしい|くれ(?:る|ます)?|もらえ(?:る|ます)?)?|ください|下さい|知りたい(?:です)?|お願い(?:します)?|"
    r"について|に関して|ですか|ますか|でしたか|ましたか|でしょうか|だろうか|なのか|のか|かな|っけ|って(?=[?？]|$)|"
    r"(?:この|その|本)?(?:資料|文書|記事|論文|レポート|コメンタリー)(?:に|で|による|の|では|には|によ)|説明して|述べ(?:て|よ)|"
    r"(?:具体的|簡単)に|詳しく|ちなみに|すみません|ところで|では(?=、)|じゃあ|誰か|答えて|調べて|まとめて|という|とは(?=[?？]|$)|"
    r"正しいですか|本当(?:です|な|に)|こと(?=は|が|を|も|って|[?？]|$)|内容|もの(?=は|が|を|って|[?？]|$)|"
    r"合計|総額|差額|差(?=は|を|が|[?？]|$)|割合|比率|比べ\w*|比較\w*|より(?=も|どれ|いくら|何|多|少)|どちら\w*|"
    r"いちばん|一番|最も|最大|最小|上位|下位|首位|トップ|順位|どの",
    "en": r"\b(?:please|tell|me|about|does|do|did|is|are|was|were|has|have|had|the|a|an|of|in|on|at|to|for|by|with|from|and|or|"
    r"that|this|these|those|it|its|there|any|be|been|can|could|would|you|i|documents?|articles?|texts?|says?|said|say|"
    r"according|explain|describe|give|show|as|than|between|during|into|their|his|her|he|she|they|them|him|not|if|"
    r"many|much|more|most|less|total|sum|difference|percentage|share|ratio|rank|ranked|value|compared?|largest|biggest|highest|"
    r"smallest|lowest|top|kind|sort|happen(?:ed)?|took|take|place)\b",
    "zh": r"请问?|告诉我?|关于|根据|文章|文件|资料|说明|一下|的|了|是|在|有|和|与|吗|呢|把|被|对|就|都|也|过|最|谁|"
    r"总共|一共|合计|差额|比较|相比|比",
    "ko": r"알려 ?(?:줘|주세요|줄래)|말해 ?(?:줘|주세요)|대해(?:서)?|관해(?:서)?|문서|자료|기사|설명해?|무엇인가요?|인가요?|입니까|"
    r"습니까|했나요?|했습니까|나요|까요|합계|차이|비교|가장|제일",
}
_POLITE_TAIL = re.compile(r"[?？!！。.\s]+$")


def parse_question(text: str, turns: tuple[str, ...] = (), default_lang: Lang = "ja") -> Question:
    """Take a question apart; earlier turns fill in what an elliptical follow-up leaves out."""
    text = " ".join(text.split())
    lang = language(text, default_lang)
    own_asks = _asks(text, lang)
    query, inherited = text, (0, 0)
    asks = own_asks
    if turns and _is_elliptical(text, lang):
        earlier = _without(turns[-1], find_dates(turns[-1]) if find_dates(text) else ())
        query = f"{text} {earlier}"
        inherited = (len(text) + 1, len(query))
        explicit = [ask for ask in own_asks if ask.kind not in ("yes-no", "what") or ask.end > ask.start]
        asks = own_asks if explicit else _asks(turns[-1], language(turns[-1], default_lang), at=None)
    frame = _frame(query, lang)
    return Question(text, lang, query, asks, frame, find_dates(query), inherited)


def _asks(text: str, lang: Lang, at: int | None = 0) -> tuple[Ask, ...]:
    """Return what is asked, in the order of the question; the earlier cue of a table wins where cues overlap.

    With ``at=None`` the places are dropped: the asks were inherited and stand nowhere in this question.
    """
    found: list[Ask] = []
    for kind, pattern in _CUES[lang]:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            if not match.group() or any(match.start() < ask.end and ask.start < match.end() for ask in found):
                continue
            unit = unit_of_question(text) if kind == "count" else ""
            found.append(Ask(kind, match.start(), match.end(), unit))
    if not found:
        found.append(Ask("yes-no", 0, 0) if _is_closed(text, lang) else Ask("what", 0, 0))
    if any(ask.kind != "what" for ask in found):  # 何 beside a sharper word adds nothing
        found = [ask for ask in found if ask.kind != "what"]
    found.sort(key=lambda ask: ask.start)
    return tuple(Ask(ask.kind, 0, 0, ask.unit) if at is None else ask for ask in found)


def _is_closed(text: str, lang: Lang) -> bool:
    """Say whether a question without an interrogative asks for yes or no."""
    bare = _POLITE_TAIL.sub("", text)
    if lang == "ja":
        return bool(re.search(r"(?:か|の|かな|っけ|よね|ね)$", bare))
    if lang == "en":
        return bool(
            re.match(
                r"(?:and |so |but )?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b",
                bare,
                re.I,
            )
        )
    if lang == "ko":
        return bool(re.search(r"(?:나요|까|니|어요|아요|죠|지|습니까)$", bare))
    return bool(re.search(r"(?:吗|嗎|么|吧)$", bare))


_DEICTIC: dict[Lang, str] = {
    "ja": r"それ|その|これ|この(?!資料|文書|記事)|そこ|あれ|あの|彼|彼女|同(?:氏|社|国|年|月)|^(?:では|じゃあ?|で、|なら|ちなみに|あと|また)|"
    r"(?:は|の方は|なら)[?？]?$|先ほど|さっき|もう一(?:つ|度)|他には|ほかに",
    "en": r"\b(?:it|its|he|she|they|them|him|her|his|their|that|those|these|this|there|one|ones|then|same|else|other)\b|^(?:and|what about|how about|so|but|then)\b",
    "zh": r"他|她|它|那|这|其|该|^(?:呢|还|另外)|呢[?？]?$|同样|还有",
    "ko": r"그|이것|저것|거기|그럼|그러면|은요|는요|또",
}
_SHORT_FOLLOW_UP: dict[Lang, int] = {"ja": 14, "en": 32, "zh": 10, "ko": 14}


def _is_elliptical(text: str, lang: Lang) -> bool:
    """Say whether a follow-up leans on earlier turns: it points back, or is too short to stand alone."""
    return len(text) <= _SHORT_FOLLOW_UP[lang] or bool(re.search(_DEICTIC[lang], text, re.IGNORECASE))


def _without(text: str, mentions: tuple[DateMention, ...]) -> str:
    for mention in reversed(mentions):
        text = text[: mention.start] + " " + text[mention.end :]
    return " ".join(text.split())


def _frame(text: str, lang: Lang) -> tuple[tuple[int, int], ...]:
    spans = [m.span() for _, pattern in _CUES[lang] for m in re.finditer(pattern, text, re.IGNORECASE) if m.group()]
    spans += [m.span() for m in re.finditer(_FRAMES[lang], text, re.IGNORECASE) if m.group()]
    return tuple(sorted(spans))


_GREETINGS = re.compile(
    r"^(?:こん(?:にち|ばん)[はわ]|おはよう(?:ございます)?|はじめまして|やあ|ありがとう(?:ございます|ございました)?|どうも|よろしく(?:お願いします)?|"
    r"おやすみ(?:なさい)?|お疲れ(?:様|さま)(?:です|でした)?|元気(?:です)?か?|"
    r"hello|hi|hey|thanks?(?: you)?|thank you(?: very much)?|good (?:morning|afternoon|evening|night)|bye|how are you|"
    r"你好|您好|谢谢|多谢|早上好|晚上好|再见|안녕(?:하세요|하십니까)?|감사합니다|고마워요?|"
    r"(?:あなた|きみ|君)(?:は|って)?(?:誰|だれ|何)(?:ですか|なの|者)?|何ができ(?:ます|る)か?|使い方(?:を教えて(?:ください)?)?|(?:ヘルプ|help)|"
    r"who are you|what (?:can|do) you do|你是谁|你能做什么|넌? ?누구(?:야|세요|니)?|뭘 할 수 있(?:어|나요))"
    r"[\s!！。.、,?？〜~ー☺😊🙏^w]*$",
    re.IGNORECASE,
)


def is_small_talk(text: str) -> bool:
    """Say whether a message only greets, thanks, or asks what the assistant is."""
    parts = [part for part in re.split(r"[、,!！。\n]+\s*", text.strip()) if part.strip()]
    return bool(parts) and all(_GREETINGS.match(part.strip()) for part in parts)
