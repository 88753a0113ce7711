"""The closed classes of four languages that frame a question, point back from it, and greet.

Invariant: nothing here is about any subject; these words ask or point, and no document has to support them.
"""

from __future__ import annotations

import re

from bot.cues import Lang
from corpus.structure.patterns import any_of, words

_DOCUMENT = ("文章", "文書", "資料", "記事", "論文", "論考")
_MORE = any_of(  # いくら多いか: by how much, and no property of anything
    "多[いくか]|少な[いくか]|[高低安長短][いくか]",
    "増[えや]|減[っりら]|伸び|膨ら[みん]|縮[んま]",
    "上回[っりる]|下回[っりる]|残[っりる]|余[っりる]|足り",
)

# Words that ask or point at the documents, and say nothing that a document would have to support.
_FRAMES: dict[Lang, str] = {
    "ja": any_of(
        "(?:筆者|著者|作者)(?:によ(?:ると|れば)|は|の(?:考え|見方|見解|分析)(?:では|は)?)",
        "教えて(?:ください|下さい|ほしい|くれ(?:る|ます)?|もらえ(?:る|ます)?)?",
        "ください|下さい|知りたい(?:です)?|お願い(?:します)?",
        "について|に関して",
        words("ですか ますか でしたか ましたか でしょうか だろうか なのか のか"),
        "(?:かな|っけ|って|らしい(?:けど|が)?|(?:だ|です)?よね)(?=[?？。、]|$)",
        rf"(?:この中の|ここの)?(?:どの|どちらの|どっちの){any_of(*_DOCUMENT)}(?=で|に|です|か|なの|[?？]|$)",
        "(?:この|その|本)?(?:資料|文書|記事|論文|論考|レポート|コメンタリー|報告書?|ブログ)"
        + "(?:による?と?|に|で|の中|の|では|には|によ(?:れば|ると))",
        "説明して|述べ(?:て|よ)|(?<=に)触れて(?:い)?る(?=の|もの|箇所|ところ)",
        "(?:具体的|簡単)に|詳しく",
        "ちなみに|すみません|ところで|では(?=、)|じゃあ|誰か",
        "答えて|調べて|まとめて|という|とは(?=[?？]|$)",
        "正しいですか|本当(?:です|な|に)",
        "こと(?=は|が|を|も|って|[?？]|$)|内容|もの(?=は|が|を|って|[?？]|$)",
        "合計|総額|差額|差(?=は|を|が|[?？]|$)|割合|比率",
        r"比べ\w*|比較\w*|より(?=も|どれ|いくら|何|多|少)|どちら\w*",
        r"全部で|ぜんぶで|そもそも|よろしく(?:お願い\w*)?",
        "差し引[きくい](?:で|すると)?|計算(?=(?:です|になります)?か?[?？。]?$|上|すると|では)",
        "足[しす](?:て|たら|と)|足し合わせ(?:て|ると|たら)|合わせ(?:て|ると|たら)",
        "(?:で|だけ|から)見(?:ると|れば|た|て(?=も))",
        "(?:いくら|どれ(?:だけ|くらい|ぐらい|ほど)|どの(?:くらい|程度))(?:ほど|くらい|ぐらい|も|の|分)?"
        + _MORE
        + r"(?:[^\W\d_]{0,2}?(?:済[むみん]|なっ|た|て|る))?",
        "(?:金額|額|人数|件数|回数|数量)(?=は|を|が|って|、|[?？]|$)",
        "いちばん|一番|最も|最大|最小|上位|下位|首位|トップ|順位",
        "どの|書いてあ(?:る|り)|書かれて",
    ),
    "en": any_of(
        r"\b"
        + any_of(
            words("please tell me about does do did is are was were has have had the a an of in on at to for by with"),
            words("from and or that this these those it its there any be been can could would you i documents?"),
            words("articles? texts? says? said say according explain describe give show as than between during into"),
            words("their his her he she they them him not if many much more most less total sum difference"),
            words("percentage share ratio rank ranked value compared? largest biggest highest number amount"),
            words("proportion smallest lowest top kind sort happen(?:ed)? took take place"),
        )
        + r"\b",
        rf"\b{words('what who where when how why which that there here it he she we you they i')}"
        + r"['’](?:s|re|d|ll|ve|m)\b",
        rf"\b{words('is are was were do does did has have had ca could wo would should')}n['’]t\b",
        r"\b(?:called|named)(?=\W*$)",
        r"\bnames? of\b|(?<=['’]s )names?(?=\W*$)",
    ),
    "zh": any_of(
        "请问?|告诉我?|说明|一下|麻烦|来",
        "的?名[字称](?=是|叫|[?？]|$)",
        "关于|根据|文章|文件|资料",
        words("的 了 是 在 有 和 与 吗 呢 把 被 对 就 都 也 过 最 谁"),
        "总共|一共|合计|差额|比例(?=是)|总额(?=是)|比较|相比|比",
    ),
    "ko": any_of(
        r"(?:이름|명칭)(?=이|은|을|\s|[?？]|$)",
        "알려 ?(?:줘|주세요|줄래)|말해 ?(?:줘|주세요)|설명해?",
        "대해(?:서)?|관해(?:서)?|문서|자료|기사",
        "무엇인가요?|인가요?|입니까|습니까|했나요?|했습니까|나요|까요",
        "합계|차이|(?:총액|금액|비율|순위)(?=은|는|이|[?？]|$)|비교|가장|제일",
    ),
}
FRAMES = {lang: re.compile(form, re.IGNORECASE) for lang, form in _FRAMES.items()}

# What points back to an earlier question.
_DEICTIC: dict[Lang, str] = {
    "ja": any_of(
        "それ(?!ぞれ)|その(?!他)|これ|この(?!資料|文書|記事)|そこ|あれ|あの",
        "彼|彼女|同(?:氏|社|国|年|月)",
        "^(?:では|じゃあ?|で、|なら|ちなみに|あと|また)",
        "(?:は|の方は|なら)[?？]?$",
        "先ほど|さっき|もう一(?:つ|度)|他には|ほかに",
    ),
    "en": any_of(
        rf"\b{words('it its he she they them him her his their that those these this there one ones')}\b",
        r"\b(?:then|same|else|other)\b(?!-)",
        r"^(?:and|what about|how about|so|but|then)\b",
    ),
    "zh": "(?<!其)他(?!国)|她|它|那|这|(?<!土耳)(?<![极尤])其(?![他中余实次])|该|^(?:呢|还|另外)|呢[?？]?$|同样|还有",
    "ko": any_of(
        r"(?<![가-힣])(?:그(?=[는가의를도와]|\s|것|건|걸|게|거|들|곳|때|분|녀|쪽|런|랬)|또(?=\s|한))",
        "이것|저것|거기|그럼|그러면|은요|는요",
    ),
}
DEICTIC = {lang: re.compile(form, re.IGNORECASE) for lang, form in _DEICTIC.items()}
SHORT_FOLLOW_UP: dict[Lang, int] = {"ja": 14, "en": 32, "zh": 10, "ko": 14}
"""Characters up to which a question leans on what was said before."""

GREETINGS = re.compile(
    "^"
    + any_of(
        "こん(?:にち|ばん)[はわ]|おはよう(?:ございます)?|はじめまして|やあ",
        "ありがとう(?:ございます|ございました)?|どうも|よろしく(?:お願いします)?",
        "おやすみ(?:なさい)?|お疲れ(?:様|さま)(?:です|でした)?|元気(?:です)?か?",
        "hello|hi|hey|thanks?(?: you)?|thank you(?: very much)?",
        "good (?:morning|afternoon|evening|night)|bye|how are you",
        "你好|您好|谢谢|多谢|早上好|晚上好|再见",
        "안녕(?:하세요|하십니까)?|감사합니다|고마워요?",
        # what the assistant is, and how it is used
        "(?:あなた|きみ|君)(?:は|って)?(?:誰|だれ|何)(?:ですか|なの|者)?",
        "何ができ(?:ます|る)か?|使い方(?:を教えて(?:ください)?)?|(?:ヘルプ|help)",
        "who are you|what (?:can|do) you do",
        "你是谁|你能做什么",
        "넌? ?누구(?:야|세요|니)?|뭘 할 수 있(?:어|나요)",
    )
    + r"[\s!！。.、,?？〜~ー☺😊🙏^w]*$",
    re.IGNORECASE,
)
