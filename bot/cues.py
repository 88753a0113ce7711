"""The closed classes of four languages that ask, frame, point back and greet.

Invariant: nothing here is about any subject; these are the words that a grammar lists. Within a language, the earlier
line wins where two cues overlap. Patterns stand on one line each, to be read whole.
"""

from __future__ import annotations

import re
from typing import Literal

from bot.sourcing import SOURCE
from corpus.structure.patterns import after, any_of, before, not_after, words
from corpus.structure.units import LASTS_DAYS

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
# What 何 counts with. 何語 counts where what follows does (何語載る), and where words are what it is asked of (単語は何語);
# 公用語は何語 asks for a language.
_LANGUAGES = ("公用語", "共通語", "母語", "国語")
_COUNTED = any_of(
    words("通 頭 校 便 両 軒 曲 羽 匹 着 艘 丁 戸 棟 世帯 団体 議席 席 機 基 門 巻 行 字"),
    "語" + before("[多少載収増減入削追]", "あ[るりっ]"),
    after("語は何") + not_after(*(f"{language}は何" for language in _LANGUAGES)) + "語",
    words("人 名 か国 カ国 ヶ国 ヵ国 箇国 回 度目? 件 社 品目 種類 番目 倍 割 位 歳 才 本 冊 台 隻 枚"),
    words("時間 分 秒 日間 週間 か月 カ月 ヶ月 年間 年ぶり 年目 周年 パーセント ％ % ドル 円 元 ウォン ルーブル"),
    words("億 万 千 トン キロ メートル グラム リットル 票 点 ページ か所 カ所 ヶ所 箇所 つ"),
)

Cues = tuple[tuple[AskKind, str], ...]
CUES: dict[Lang, Cues] = {
    "ja": (
        (
            "why",
            r"何のため|なんのため|何をしに|何(?:が|を)したく(?:て|って)|なぜ|何故|どうして|なんで(?![すしもは])|何で(?=[?？。]|$|[こそあ]ん|、(?!いくら|いくつ|何|いつ|どこ|誰|ど[のれ]))|(?:理由|原因|背景|目的|狙い|ねらい|意図|わけ|訳)(?=(?:は|を|が|と|に|って|も|[?？]|$))",
        ),
        (
            "said",
            r"(?:何|なに|なん|どう|どんなこと)(?:と|て|って|を)?(?:言|いって|述べ|語(?=[っりるら])|発言|話し|説明|コメント|伝え|表明|強調|約束|呼びかけ)[っいえうたてだりるれしま]{0,3}|どんな(?:発言|言葉|コメント)|(?:発言|コメント)(?:内容)?(?=は|を|って|[?？]|$)",
        ),
        ("source", SOURCE["ja"]),
        (
            "when",
            r"いつ(?:ごろ|頃|から|まで)?(?!も)|何年(?:の?何月)?(?:の?何日)?(?!間|ぶり|目)|何月(?:何日)?|"
            rf"(?!{LASTS_DAYS})"
            r"何日(?!間|目|ぶり)|何曜日|何時(?!間)|どの(?:時期|年|月|日)|(?:日付|日時|予定日|開催日|期日|年月日)(?=は|を|が|って|[?？]|$)|時期(?=は|を|が|って|[?？]|$)|日程(?=は|を|が|って|[?？]|$)",
        ),
        (
            "count",
            rf"{LASTS_DAYS}|"
            r"いくら|なんぼ|いくつ|(?:どれ|どん)(?:くらい|ぐらい|ほど|だけ)|どの(?:くらい|ぐらい|程度)|何" + _COUNTED,
        ),
        (
            "who",
            r"(?:何|なん)(?:て|という|(?:っ)?ていう)(?:人|方|ひと)|(?:誰々|誰|だれ|どなた|何者)(?:と誰|たち|ら)?|どの(?:人物?|首脳|大統領|首相|議長|選手|委員)|(?:著者|筆者|作者|書いた人|名前|氏名|人名)(?=は|を|って|なん|何|[?？]|$)",
        ),
        (
            "where",
            r"どこ|何処|どの(?:国|都市|場所|地域|街|町|県|施設|会場)|何という(?:場所|国|街|町)|(?:場所|会場)(?=は|って|[?？]|$)",
        ),
        ("how", r"どのように|どうやって|どうやら|どういうふうに|どんなふうに|どんな風に|どう(?![しせか])"),
        (
            "list",
            r"挙げて?|(?<=[を一-鿿ァ-ヶー])あげて(?=[?？。!！]?$|くだ|下さ|ほし|欲し|みて)|列挙|一覧|リスト(?=を|は|に|[?？]|$)|すべて|全て|(?:全部|ぜんぶ)(?!で)|全員|(?:(?:一つ|ひとつ|一人|一件)(?:も|残らず)?)?残らず|漏れなく|もれなく|漏らさず|余さず|一通り|ひと通り|並べ(?:て|上げ)|メンバー|顔ぶれ|内訳|何と何|(?:どれ|どの\w{1,4})と(?:どれ|どの)|それぞれ",
        ),
        (
            "what",
            r"どちら|どっち|何(?!も|か(?!ら)|ら|度も|回も)|(?<=[はがを])何(?=か[?？。\s]*$)|なに|なん(?=の|で|と|て|だ)|どの|どれ|どんな|どういう|どのような|どういった",
        ),
    ),
    "en": (
        (
            "said",
            r"\bwhat (?=(?:did|does|do|had|has|have)\b.{0,60}?\b(?:say|said|tell|told|declare|state|promise|pledge|express)\b)|\bin (?:his|her|their) words\b|\bwhat was said\b",
        ),
        (
            "why",
            r"\bwhy\b|\bhow come\b|\bwhat for\b|\bfor what (?:reason|purpose)\b|\b(?:reasons?|purpose|cause|motive)\b",
        ),
        ("source", SOURCE["en"]),
        (
            "when",
            r"\bwhen\b|\b(?:what|which) (?:date|day|month|year|time)\b|\bon what (?:date|day)\b|\bhow long ago\b|\bdates?\b(?= of\b)",
        ),
        (
            "count",
            r"\bhow (?:many|much|long|often|large|big|far|old|high|tall)\b|\bwhat rank\b|\btotal\b(?=.*\?)",
        ),
        ("who", r"\bwho(?:m|se)?\b|\bwhich (?:person|people|leaders?|officials?|president)\b|\bauthor\b"),
        ("where", r"\bwhere\b|\b(?:what|which) (?:country|countries|city|place|location|venue)\b"),
        (
            "list",
            r"\blist(?:ed|ing)?\b(?! (?:price|of))|\benumerate\b|\bname (?:the|all|every|each)\b|\bevery (?!year|day|month|week|time|other)(?=\w)|\bwhich (?:\w+ )?(?:items|goods|countries|products|people|ones)\b|\ball (?:the|of)\b|(?<!how many )\bmembers\b",
        ),
        ("how", r"\bhow\b"),
        ("what", r"\bwhat\b|\bwhich\b"),
    ),
    "zh": (
        ("said", r"(?:说|說|讲|表示|提)(?:了|过)?(?:些)?(?:什么|什麼|啥)|(?:怎么|如何)(?:说|表示|表态)"),
        (
            "why",
            r"为什么|为何|為什麼|為何|为啥|何故|干[嘛吗](?!呢|的)|怎么会|凭什么|(?:原因|理由|目的|背景)(?=是|为|何|[?？]|$)",
        ),
        ("source", SOURCE["zh"]),
        (
            "when",
            r"什么时候|什麼時候|何时|何時|哪(?:一)?(?:年|天|日|个月|月)|几(?:月(?:几[日号])?|号|日)|啥时候|(?:日期|时间)(?=是|[?？]|$)",
        ),
        (
            "count",
            r"多少|几(?=个|人|名|次|家|国|种|项|年|天|小时|位|倍|成)|多(?:大|长|久|高|远|重|深|宽|厚|快)|第几|占比|排名",
        ),
        (
            "who",
            rf"谁|誰|哪(?:些|位|个)人|哪一?位|何人|{_NO_THING}叫(?:做|作)?什么(?=名字|[?？。，,呢啊呀]|$)(?:名字)?|{_NO_THING}(?<!叫)什么名字",
        ),
        ("where", r"哪里|哪裡|哪儿|何处|何地|什么地方|哪(?:个|座)(?:国家|城市|地方)|在哪"),
        ("list", r"哪些|列(?:出|举|全)(?:来)?|全部|所有(?=的)|都(?:有|是)?(?:什么|谁|啥)|分别是|有什么|包括什么|一一"),
        ("how", r"如何|怎么样?|怎样|怎麼"),
        ("yes-no", r"是否|有没有|是不是|吗(?=[?？。]?$)|嗎(?=[?？。]?$)|没有(?=[?？]$)"),
        ("what", r"什么|什麼|何种|哪(?:一|个|种|项)?|啥|何(?=物|事)"),
    ),
    "ko": (
        ("said", r"뭐라고|무슨 ?(?:말|발언)|어떤 ?(?:말|발언)|무엇이라고"),
        (
            "why",
            r"왜|어째서|무슨 ?이유|무엇 ?때문|(?:이유|원인|목적|배경)(?=은|는|이|가|을|를|[?？]|$)|뭐 ?하러|무엇을 ?위해",
        ),
        ("source", SOURCE["ko"]),
        (
            "when",
            r"언제|몇 ?년(?! ?만)|몇 ?월|"
            rf"(?!{LASTS_DAYS})"
            r"며칠|몇 ?일|몇 ?시(?! ?간)|(?:날짜|시기)(?=은|는|가|[?？]|$)",
        ),
        (
            "count",
            rf"{LASTS_DAYS}|"
            r"얼마나?|몇 ?(?:명|개국|개|번|회|가지|건|시간|배|위|퍼센트|달러|톤|년 ?만|번째)|몇 (?![월일시년분])(?=[가-힣])",
        ),
        ("who", r"누구|누가|어느 ?분|누굴|이름이? ?(?:뭐|무엇)"),
        ("where", r"어디|(?:어느|어떤) ?(?:나라|도시|곳|장소|지역)"),
        ("list", r"모두|전부|빠짐없이|목록|나열|열거|어떤 ?것들|무엇무엇|누구누구"),
        ("how", r"어떻게|어떤 ?식으로"),
        ("what", r"무엇|뭐|뭘|무슨|어떤|어느"),
    ),
}

# Words that ask or point at the documents, and say nothing that a document would have to support.
FRAMES: dict[Lang, str] = {
    "ja": r"(?:筆者|著者|作者)(?:によ(?:ると|れば)|は|の(?:考え|見方|見解|分析)(?:では|は)?)|教えて(?:ください|下さい|ほしい|くれ(?:る|ます)?|もらえ(?:る|ます)?)?|ください|下さい|知りたい(?:です)?|お願い(?:します)?|"
    r"について|に関して|ですか|ますか|でしたか|ましたか|でしょうか|だろうか|なのか|のか|(?:かな|っけ|って|らしい(?:けど|が)?|(?:だ|です)?よね)(?=[?？。、]|$)|"
    r"(?:この中の|ここの)?(?:どの|どちらの|どっちの)(?:文章|文書|資料|記事|論文|論考)(?=で|に|です|か|なの|[?？]|$)|(?:この|その|本)?(?:資料|文書|記事|論文|論考|レポート|コメンタリー|報告書?|ブログ)(?:による?と?|に|で|の中|の|では|には|によ(?:れば|ると))|説明して|述べ(?:て|よ)|(?<=に)触れて(?:い)?る(?=の|もの|箇所|ところ)|"
    r"(?:具体的|簡単)に|詳しく|ちなみに|すみません|ところで|では(?=、)|じゃあ|誰か|答えて|調べて|まとめて|という|とは(?=[?？]|$)|"
    r"正しいですか|本当(?:です|な|に)|こと(?=は|が|を|も|って|[?？]|$)|内容|もの(?=は|が|を|って|[?？]|$)|"
    r"合計|総額|差額|差(?=は|を|が|[?？]|$)|割合|比率|比べ\w*|比較\w*|より(?=も|どれ|いくら|何|多|少)|どちら\w*|"
    r"全部で|ぜんぶで|そもそも|よろしく(?:お願い\w*)?|差し引[きくい](?:で|すると)?|計算(?=(?:です|になります)?か?[?？。]?$|上|すると|では)|足[しす](?:て|たら|と)|足し合わせ(?:て|ると|たら)|合わせ(?:て|ると|たら)|(?:で|だけ|から)見(?:ると|れば|た|て(?=も))|"
    r"(?:いくら|どれ(?:だけ|くらい|ぐらい|ほど)|どの(?:くらい|程度))(?:ほど|くらい|ぐらい|も|の|分)?(?:多[いくか]|少な[いくか]|[高低安長短][いくか]|増[えや]|減[っりら]|伸び|膨ら[みん]|縮[んま]|上回[っりる]|下回[っりる]|残[っりる]|余[っりる]|足り)(?:[^\W\d_]{0,2}?(?:済[むみん]|なっ|た|て|る))?|"
    r"(?:金額|額|人数|件数|回数|数量)(?=は|を|が|って|、|[?？]|$)|いちばん|一番|最も|最大|最小|上位|下位|首位|トップ|順位|どの|書いてあ(?:る|り)|書かれて|教えて",
    "en": r"\b(?:please|tell|me|about|does|do|did|is|are|was|were|has|have|had|the|a|an|of|in|on|at|to|for|by|with|from|and|or|"
    r"that|this|these|those|it|its|there|any|be|been|can|could|would|you|i|documents?|articles?|texts?|says?|said|say|"
    r"according|explain|describe|give|show|as|than|between|during|into|their|his|her|he|she|they|them|him|not|if|"
    r"many|much|more|most|less|total|sum|difference|percentage|share|ratio|rank|ranked|value|compared?|largest|biggest|highest|"
    r"number|amount|proportion|smallest|lowest|top|kind|sort|happen(?:ed)?|took|take|place)\b|"
    r"\b(?:what|who|where|when|how|why|which|that|there|here|it|he|she|we|you|they|i)['’](?:s|re|d|ll|ve|m)\b|"
    r"\b(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should)n['’]t\b|"
    r"\b(?:called|named)(?=\W*$)|\bnames? of\b|(?<=['’]s )names?(?=\W*$)",
    "zh": r"请问?|的?名[字称](?=是|叫|[?？]|$)|告诉我?|关于|根据|文章|文件|资料|说明|一下|的|了|是|在|有|和|与|吗|呢|把|被|对|就|都|也|过|最|谁|"
    r"总共|一共|合计|差额|比例(?=是)|总额(?=是)|比较|相比|比|麻烦|来",
    "ko": r"(?:이름|명칭)(?=이|은|을|\s|[?？]|$)|알려 ?(?:줘|주세요|줄래)|말해 ?(?:줘|주세요)|대해(?:서)?|관해(?:서)?|문서|자료|기사|설명해?|무엇인가요?|인가요?|입니까|"
    r"습니까|했나요?|했습니까|나요|까요|합계|차이|(?:총액|금액|비율|순위)(?=은|는|이|[?？]|$)|비교|가장|제일",
}
DEICTIC: dict[Lang, str] = {
    "ja": r"それ|その|これ|この(?!資料|文書|記事)|そこ|あれ|あの|彼|彼女|同(?:氏|社|国|年|月)|^(?:では|じゃあ?|で、|なら|ちなみに|あと|また)|"
    r"(?:は|の方は|なら)[?？]?$|先ほど|さっき|もう一(?:つ|度)|他には|ほかに",
    "en": r"\b(?:it|its|he|she|they|them|him|her|his|their|that|those|these|this|there|one|ones|then|same|else|other)\b|^(?:and|what about|how about|so|but|then)\b",
    "zh": r"他|她|它|那|这|其|该|^(?:呢|还|另外)|呢[?？]?$|同样|还有",
    "ko": r"그|이것|저것|거기|그럼|그러면|은요|는요|또",
}
SHORT_FOLLOW_UP: dict[Lang, int] = {"ja": 14, "en": 32, "zh": 10, "ko": 14}


GREETINGS = re.compile(
    r"^(?:こん(?:にち|ばん)[はわ]|おはよう(?:ございます)?|はじめまして|やあ|ありがとう(?:ございます|ございました)?|どうも|よろしく(?:お願いします)?|"
    r"おやすみ(?:なさい)?|お疲れ(?:様|さま)(?:です|でした)?|元気(?:です)?か?|"
    r"hello|hi|hey|thanks?(?: you)?|thank you(?: very much)?|good (?:morning|afternoon|evening|night)|bye|how are you|"
    r"你好|您好|谢谢|多谢|早上好|晚上好|再见|안녕(?:하세요|하십니까)?|감사합니다|고마워요?|"
    r"(?:あなた|きみ|君)(?:は|って)?(?:誰|だれ|何)(?:ですか|なの|者)?|何ができ(?:ます|る)か?|使い方(?:を教えて(?:ください)?)?|(?:ヘルプ|help)|"
    r"who are you|what (?:can|do) you do|你是谁|你能做什么|넌? ?누구(?:야|세요|니)?|뭘 할 수 있(?:어|나요))"
    r"[\s!！。.、,?？〜~ー☺😊🙏^w]*$",
    re.IGNORECASE,
)

# The question asks what happened, not what is planned.
HAPPENED = re.compile(
    r"(?:た|だった|でした)(?:か|の|ん|[？?。」]|$)|\b(?:did|was|were|had)\b|[了过過](?!去)|[았었했됐였렸졌][습나는을던]",
    re.IGNORECASE,
)

# The question wants all there is, whatever it is: words that say how many answers, not which.
ALL = re.compile(
    r"(?:全部|ぜんぶ)(?!で)|すべて|全て|残らず|漏れなく|もれなく|漏らさず|余さず|一通り|ひと通り|挙げ|列挙|並べ(?:て|上げ)|まとめ(?:て(?=[?？。]?$|くだ|下さ|ほし|欲し|くれ|もら|教え|お)|ると)|どんな(?:の|もの|こと|点)が|(?:誰|だれ)と(?:誰|だれ)|"
    r"(?:どこ|何|なに|どれ)と(?:どこ|何|なに|どれ)|\b(?:list|enumerate)\b|\bevery (?!year|day|month|week|time|other)|\ball (?:the|of|those|these|two|three|four|five|six)\b|"
    r"\bname (?:all|every|each)\b|列(?:出|举|全)|全部(?!で)|所有的|都有(?:哪|什么|谁)|都.{0,6}(?:了些什么|哪些)|一一|모두|전부|빠짐없이|나열|열거",
    re.IGNORECASE,
)

# The question wants an answer for each of several things.
EACH = re.compile(r"それぞれ|別々|分别|分別|各自|\beach\b|\brespectively\b|\bboth\b|각각", re.IGNORECASE)

# The question sets several things, or what several documents say, against each other.
COMPARES = re.compile(
    r"比べ|くらべ|比較|対比|違[いうっ]|ちが[いうっ]|差は|どう変わ|どちら|どっち|食い違|矛盾|一致|合ってな|合わな|どれが正し|正しいの|並べて|双方|両方|両者|"
    r"\b(?:compar\w+|differ\w*|versus|vs\.?|contradict\w*|disagree\w*|agree|conflict\w*|inconsisten\w*|same|which is right)\b|"
    r"相比|比较|比較|区别|區別|不同|不一致|不一样|分歧|正确|哪个|哪一个|비교|차이|다르|다른|엇갈|모순|어느 쪽|일치",
    re.IGNORECASE,
)

# The question sets things against each other and wants to hear of both; not which of them is meant (どちら).
SETS_AGAINST = re.compile(
    r"比べ|くらべ|比較|対比|違[いうっ]|ちが[いうっ]|差は|どう変わ|並べて|双方|両方|両者|"
    r"\b(?:compar\w+|differ\w*|versus|vs\.?)\b|相比|比较|區別|区别|不同|不一样|비교|차이|다르|다른|달라",
    re.IGNORECASE,
)
