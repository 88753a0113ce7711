"""How a question asks: of what happened, for all there is, of each of several things, or comparing them.

Invariant: nothing here is about any subject; these are closed classes of four languages, whatever is asked for.
"""

from __future__ import annotations

import re

from corpus.structure.patterns import any_of

# The question asks what happened, not what is planned.
HAPPENED = re.compile(
    any_of(
        "(?:た|だった|でした)(?:か|の|ん|[?？。」]|$)",
        r"\b(?:did|was|were|had)\b",
        "[了过過](?!去)",
        "[았었했됐였렸졌][습나는을던]",
    ),
    re.IGNORECASE,
)

# The question asks for the one that is still to come (次の会談はいつ), not for one after another (その次の会談).
NEXT = re.compile(
    any_of(
        "(?<!の)次(?:の(?!うち|中[でかに]|どれ|日|表)|に(?!続|次|多|大|高|低|長|早|良)|回|は、?)",
        "今度(?:の|は|、)",
        r"\bnext\b(?! (?:day|morning|to|largest|most|biggest|highest))|\bupcoming\b",
        "下(?:一[次届回个]|次|届)|接下来",
        "다음(?!으로|날| ?중)|차기",
    ),
    re.IGNORECASE,
)

# The question wants all there is, whatever it is: words that say how many answers, not which.
ALL = re.compile(
    any_of(
        "(?:全部|ぜんぶ)(?!で)|すべて|全て|残らず|漏れなく|もれなく|漏らさず|余さず|一通り|ひと通り",
        "挙げ|列挙|並べ(?:て|上げ)|まとめ(?:て(?=[?？。]?$|くだ|下さ|ほし|欲し|くれ|もら|教え|お)|ると)",
        "どんな(?:の|もの|こと|点)が",
        "(?:人|方|者|首脳|要人)(?:たち|達|々)を(?:教え|知り)",
        r"[二三四五六七八九十\d]+(?:つ|点|人|件|個|本|社|項目|[かカヶ]所|[かカヶ]国)とも(?!に)",
        r"(?:세|네|다섯|[3-9]) ?(?:가지|명|곳|개) ?다|[三四五六七八九十]\S都(?=[告说列讲])",
        "(?:誰|だれ)(?:々|と?(?:誰|だれ))|(?:どこ|何|なに|どれ)と(?:どこ|何|なに|どれ)",
        r"\b(?:list|enumerate)\b",
        r"\bevery (?!year|day|month|week|time|other)",
        r"\ball (?:the|of|those|these|two|three|four|five|six)\b",
        r"\bname (?:all|every|each)\b",
        "列(?:出|举|全)|全部(?!で)|所有的|一一",
        "哪些|哪[几幾]|都有(?:哪|什么|谁)|都.{0,6}(?:了些什么|哪些)",
        "모두|전부|빠짐없이|나열|열거|누구누구|어디어디|뭐뭐|무엇무엇",
    ),
    re.IGNORECASE,
)

# The question wants an answer for each of several things.
EACH = re.compile(r"それぞれ|別々|分别|分別|各自|\beach\b|\brespectively\b|\bboth\b|각각", re.IGNORECASE)

# The question sets things against each other and wants to hear of both; not which of them is meant (どちら).
SETS_AGAINST = re.compile(
    any_of(
        "比べ|くらべ|比較|対比|違[いうっ]|ちが[いうっ]|差は|どう変わ|並べて|双方|両方|両者",
        r"\b(?:compar\w+|differ\w*|versus|vs\.?)\b",
        "相比|比较|區別|区别|不同|不一样",
        "비교|차이|다르|다른|달라",
    ),
    re.IGNORECASE,
)

# The question sets several things, or what several documents say, against each other; or asks which of them it is.
COMPARES = re.compile(
    any_of(
        SETS_AGAINST.pattern,
        "どちら|どっち|食い違|矛盾|一致|合ってな|合わな|どれが正し|正しいの",
        r"\b(?:contradict\w*|disagree\w*|agree|conflict\w*|inconsisten\w*|same|which is right)\b",
        "比較|不一致|分歧|正确|哪个|哪一个",
        "엇갈|모순|어느 쪽|일치",
    ),
    re.IGNORECASE,
)
