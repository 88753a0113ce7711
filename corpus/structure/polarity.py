"""Say whether a clause denies or hedges what it states.

Invariant: only closed-class morphology is listed here (negative and conjectural endings, particles, adverbs), never
words of a subject, so that a clause about anything is read alike.
"""

from __future__ import annotations

import re

from corpus.structure.languages import language_of
from corpus.structure.patterns import any_of

_JA_NAI = r"(?:ない|なかった|なかつた|なく|ず|ぬ|ん|ません)"
_NOT_DENIED = {
    "ja": re.compile(
        any_of(
            rf"かも(?:しれ|知れ){_JA_NAI}|に(?:違い|相違|ちがい)(?:{_JA_NAI}|ありません)|間違い(?:は)?(?:{_JA_NAI}|ありません)",
            rf"疑い(?:よう)?(?:の余地)?[はがも]?(?:{_JA_NAI}|ありません)|わけに[はも](?:いか|行か|ゆか|参り|まいり)(?:{_JA_NAI}|ません)",
            r"(?:では|じゃ)(?:ない|ありません|なかった|なかろう)(?:だろう|でしょう)?か(?!ら|ぎり|った)|な(?:い|かろ)(?:だろ|でしょ)うか",
            rf"(?:なけれ|なく(?:て)?|ね|ないと|なきゃ)(?:ば|は)?(?:なら|いけ|なり){_JA_NAI}|ざるを?(?:得|え){_JA_NAI}",
            rf"(?:ずに|ないで)は(?:いられ|おか|済ま){_JA_NAI}|に(?:ほか|他|外)なら{_JA_NAI}|に(?:過ぎ|すぎ){_JA_NAI}",
            rf"(?:だけ|のみ|ばかり)で?は?な(?:く|らず)|(?:否め|否定でき|否定し得|欠かせ|欠くことのでき){_JA_NAI}",
            r"な(?:い(?:こと|わけ|もの)[はも]|く[はも])(?:な|あり)|かねな(?:い|かった|く)|余儀なく|(?:間|ま)もなく|やむなく",
            r"少なく(?:ない|なかった|ありません)|(?:少|危|切|はか|儚|もったい|勿体|情け|とんでも|何気|さりげ|つまら|仕方)な(?:い|く|かった|から)|少なからず",
            r"(?:問わ|とわ|かかわら|関わら|拘ら|拘わら|相変わら|に限ら|のみなら|絶え)ず|(?<![はもと])思わず|必ず(?!しも)",
            r"(?<![一-鿿ぁ-ん])まず|わずか|はず|ずつ|ずっと|いずれ|死ぬ|すみません|(?<=[一-鿿ァ-ヶー])ないし(?![たてま])",
            r"(?:行|おこ|とも|伴|うし|失|まか|賄|そこ|損|おぎ|補|やし|養|つぐ|償|うら|占|いざ|担)ない(?=[、，ま])",
        )
    ),
    "en": re.compile(
        any_of(
            r"\bnot (?:only|just|merely|simply|least)\b|\bno (?:doubt|wonder|less than|fewer than|sooner)\b",
            r"\bnothing but\b|\bno\.\s?\d|\bwithout (?:a |any )?doubt\b|\bwhether or not\b",
            r"\b(?:cannot|can['’]t|could not) (?:help )?but\b",
        ),
        re.IGNORECASE,
    ),
    "zh": re.compile(
        any_of(
            "不[但仅僅只光过過论論管断斷同少久料禁愧]|不得不|不能不|不可不|[无無]不|[无無][论論疑非]|毫[无無]疑[问問]|未[来來婚成]",
            "非常|非洲|除非|[沉淹埋出]没|没[收落]|不可或缺|不可避免|(.)不\\1|有没有",
        )
    ),
    "ko": re.compile(
        any_of(
            "않을 수 없|지 않으면 안|수밖에 없|틀림없|다름없|끊임없|뿐(?:만)? 아니라|만 아니라|못지않|않을까",
            "아닐까|아닌가|지 않나|(?:상관|관계)없이|빠짐없이|의심할 여지가? 없|부인할 수 없",
        )
    ),
}
_DENIED = {
    "ja": re.compile(
        any_of(
            r"な(?:い|かった|かつた|かろう|くて|くな|く[、，はも]|く$|ければ|さそう|し[にで]|らぬ)|(?<=[はがもで])なく",
            r"無(?:い|く|かった|し[にで])|ません|まい(?<=[うるつくすむぶぬぐ]まい)(?=[。、と]|$)|言い(?:難|がた|にく)(?:い|く|かった)",
            r"[かがさざたなばまらわいきしじちにびみりえけげせぜてでねべめれこ一-鿿]ず(?=に|とも|[、，。]|$|して|じまい)",
            r"[かがさざたなばまらわえけげせてねべめれこ]ぬ(?![いきぐけるまか])",
        )
    ),
    "en": re.compile(
        r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|scarcely|unable to)\b"
        r"|\bfail(?:s|ed|ing)? to\b|n['’]t\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "不|没|沒|未|(?:并|毫|从)[无無]|[无無](?:法|力|权|權|须|須|需|人|意|缘|緣|从)|[并並絕绝而]非|非(?=是)|别(?=再|去)|勿"
    ),
    "ko": re.compile(
        r"않|못\s?[하했한할해]|(?:^|\s)못\s|없|아니[다라며었고요]|아닌|아닙|(?:^|\s)안\s|지 (?:말|마)[아라고]"
    ),
}
_HEDGED = {
    "ja": re.compile(
        any_of(
            r"かも(?:しれ|知れ)|よう(?:だ|である|です|であった|でした|でも?ある|にも?(?:見|み|窺|うかが|思|感じ|聞こ))|(?<![晴ば誇愛珍汚])らし(?:い|く|かった)(?!さ)",
            r"と[もは]?(?:み|見)(?:られ|て(?=[いお、。]|$))|と[もは]?(?:思わ|考え|推[測定察]さ|予想さ|分析さ|言わ|いわ)(?:れ|られ)|可能性",
            r"だろう|でしょう|であろう|(?:では|じゃ)(?:ない|なかろう|ありません)(?:だろう|でしょう)?か|とされ[るてた]",
            r"と(?:も)?(?:伝え|報じ)られ|とは限ら|(?:恐|おそ)れ[がも]|かねな|見(?:通し|込み)(?:だ|です|で|とな|という)|見込ま|はず[だで]|模様|公算|(?:窺|うかが)[えわ]",
            r"おそらく|恐らく|たぶん|どうやら|もしか|という(?=[。」）)]|$)|[たるい]そう[だで]|[い言]えそう|推[定測]",
        )
    ),
    "en": re.compile(
        any_of(
            r"\bmay\b(?! \d)",
            r"\b(?i:might|could|perhaps|maybe|possibl[ey]|possibility|probabl[ey]|likely|unlikely|reportedly|allegedly)\b",
            r"\b(?i:apparently|presumably|supposedly|purportedly|seem(?:s|ed|ingly)?|suggest(?:s|ed|ing)?)\b",
            r"\b(?i:appear(?:s|ed)? (?:to|that)|(?:is|are|was|were|be|been) (?:believed|thought|said|expected))\b",
            r"\b(?i:(?:is|are|was|were|be|been) (?:reported|rumou?red|estimated|understood))\b",
        )
    ),
    "zh": re.compile(
        any_of(
            "(?<!不)可能|也许|也許|或许|或許|大概|恐怕|据[说称报悉]|據[說稱報悉]|似乎|好像|看来|看來|看似|估[计計]",
            "[预預][计計]|疑似|或将|或將|有望",
        )
    ),
    "ko": re.compile(
        any_of(
            "것으로 (?:보|알려|전해|추정|예상|관측|전망|분석|풀이|추측|판단)|것 같|듯\\s?하|[할한] 듯",
            "수도 있|지도? 모[르른]|가능성|아마|추정|으?로 보[인입여이]|로 알려|다고 (?:전해|알려)",
            "않을까|아닐까|모양이|나 보다",
        )
    ),
}


def is_negated(clause: str) -> bool:
    """Say whether a clause holds a negation, by closed-class morphology; also one inside a quote or a relative clause.

    Forms that look negative and are not (かもしれない, に違いない, なければならない, not only …) do not count.
    """
    language = language_of(clause)
    return bool(_DENIED[language].search(_NOT_DENIED[language].sub("＿", clause)))


def is_hedged(clause: str) -> bool:
    """Say whether a clause marks what it states as possible, apparent or hearsay rather than as fact."""
    return bool(_HEDGED[language_of(clause)].search(clause))
