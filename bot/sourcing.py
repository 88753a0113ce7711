"""The closed classes of four languages by which one asks for the source of what is told.

Invariant: only words for those who tell, for what is told and for what it is told in are listed here, and the verbs
that join them; a word that has other uses (source, 根拠, 来源, 어디서) counts only beside one of these.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# --- Japanese: what is told in, how it is joined to what is told, and what is told.
_MEDIUM_JA = r"(?:新聞|報道|記事|雑誌|媒体|資料|史料|文献|メディア|通信社|放送局|テレビ局?|サイト|ページ)"
_WRITING_JA = (
    rf"(?:{_MEDIUM_JA}|文書|公文書|論文|論考|書籍|書物|本|報告書|レポート|白書|年報|統計|データ|調査|記録|発表|証言|"
    r"声明|公報|官報|日記|書簡|判決文?|議事録|名簿|台帳|機関)"
)
_WHICH_JA = r"(?:どの|何の|どこの|何という|なんという|何て|なんて|どういう|どんな|どういった|いずれの|誰の|いつの)"
_FACT_JA = (
    r"(?:(?<![一-鿿])(?:話|件|値|説)|情報|くだり|一節|一文|記述|説明|数字|数値|データ|金額|人数|うわさ|噂|主張|指摘|"
    r"引用|見方|記載|文言|発言|内容|部分|箇所)"
)
_TOLD_JA = rf"(?:{_FACT_JA}|もの|やつ|こと)"
_JOINED_JA = (
    r"(?:に(?:よ[るっり]|拠|依|因|基[づい]|もとづ|書[いか]|載[っる]|のっ|出て|あ[るりっ](?!ま?せん)|記さ|掲載|依拠|由来|準拠)|"
    r"から(?=(?:です|でしょう|な[のん])?か?[?？。]?$)|から(?:引[いく用]|取っ|採っ|拾っ|とっ|得た|転載|抜[いき粋]|来[たて]|きた|の(?:引用|情報|数字|話|データ))|"
    r"で(?:報じ|報道|述べ|言[っわ]|伝え|書[いか]|確認|紹介|公表|裏付け)|"
    r"が(?:報じ|報道|伝え|出し|出所|元ネタ|ネタ元|元|もと|根拠|出典|典拠|ソース|公表|調べ|まとめ|言っ|書い)|"
    r"を(?:見て|見た|読んで|参照|参考|引[いく用]|根拠|もと|元|基|出典|典拠|ソース|使って|踏まえ|下敷き))"
)
_SOURCE_NOUN_JA = (
    r"(?:元ネタ|ネタ元|出所|出どころ|出処|でどころ|出典|典拠|情報源|情報元|引用元|参照元|原典|原資料|一次資料|一次史料|"
    r"参考文献|参考資料|参考記事|裏[付づ]け|"
    rf"(?:元|もと)(?:の|に(?:なる|なった|なっている|した|している))?(?:{_WRITING_JA}|情報))"
)
_WITHOUT_JA = r"な[いしくき]|の?(?:ない|無い|なき|不明)|が?(?:ない|無い|不明な?)(?=[一-鿿ァ-ヶ])"
_DATED_JA = r"(?:いつの|何(?:年|月|日)+付?け?の)?"
_SOURCE_JA = (
    # the words for a source themselves
    rf"{_SOURCE_NOUN_JA}(?!{_WITHOUT_JA})(?!(?:は|って|が)?(?:何と何|どれとどれ|いくつ))(?=[はをがもにってかだなの]|です|ど[れのこ]|何|誰|いつ|書|示|[?？、。]|$)|"
    rf"ソース(?!{_WITHOUT_JA})(?=は|を|が|って|ある|も|だ|です|[?？、。]|$)|"
    rf"(?<!法的)(?<!法的な)(?:根拠|裏[付づ]け)(?:(?:の|とな(?:る|った|っている)|と(?:した|している)|に(?:した|している)){_WRITING_JA}(?=[はをがもっか]|何|[?？、。]|$)|(?=は|を|が|って|ある|も|[?？]|$))|"
    rf"(?:URL|リンク)(?:[つ付]きで|(?=は|が|を|って|ある|知|[?？]|$))|(?:元|もと)(?:は|って|の)(?:どこ|何|誰)(?:の{_WRITING_JA})?|"
    # what it rests on
    r"何に(?:基づ[いくきけ]|もとづ[いくきけ]|[拠依よ]っ|依拠|準拠|載っ)|何を見て|どこの誰|誰の(?:言い分|主張|証言|推計|試算|推定|計算)|"
    r"何を(?:根拠|もと|元|基|下敷き|参考|典拠|出典)に(?:し(?:て|た))?(?:(?:作|書|まと|述|言|い|載)(?:って|いて|めて|べて|せて|った|いた|めた|べた|せた|られ|われ|かれ)+(?:る|た|いる|いた|ある|あった)?)?|"
    r"何から(?:引[いくか用]|採[っら]|取[っら]れ?た|拾[っわ]|転載|抜[いか粋])|どこから(?:引用|転載|抜粋)|"
    rf"どこから(?:(?:来|き|出|出て来|出てき|得|聞い|取っ|持って来|持ってき)た|の){_FACT_JA}|"
    # which writing, where a verb joins it to what is told
    rf"(?:どの|何の|どこの|何という){_DATED_JA}{_WRITING_JA}の(?:{_TOLD_JA}|発表|調べ|報道|記事|統計)|"
    rf"{_WHICH_JA}{_DATED_JA}(?:何(?:という|の))?{_WRITING_JA}{_JOINED_JA}|何(?:新聞|通信)(?:の{_DATED_JA}{_MEDIUM_JA}|{_JOINED_JA})|"
    rf"(?<!たのは)(?<!るのは)(?<!たのって)(?<!るのって){_WHICH_JA}{_DATED_JA}(?:何(?:という|の))?{_MEDIUM_JA}(?=で?(?:すか|しょう|しょ|したか)|な[んの]|だ[っろよ]|か[?？。]|か$|[?？、。]|$|は|を)|"
    rf"{_MEDIUM_JA}の(?:どれ|どこ|どの(?:記事|号|面|巻))に(?:載|書|出て|あ[るっ])|何で(?:確認|確かめ|裏[付づ]け)(?:でき|られ|れ)(?:る|ます|た)|"
    rf"(?:報じ|伝え|書い|言っ|報道し|載せ|載っ|取り上げ|公表し|指摘し)(?:た|て(?:い)?る)の(?:は|って)、?{_WHICH_JA}{_MEDIUM_JA}|"
    # who tells
    rf"どこ(?:が|の)(?:出し|調べ|発表|まとめ)(?:(?:た|て(?:い)?る)(?:{_WRITING_JA}|{_TOLD_JA}))?|(?:どこ|誰)が(?:報じ|報道|伝え|公表)|どこで(?:報じ|報道|伝え)|どこに(?:(?:書いて|記して|載って|載せて)(?:あ|い|た|る)|書かれ|記され|載った)|"
    rf"(?:誰|どこ)[がの](?:[ぁ-ん一-鿿]{{1,5}}た|計算|試算|推計|発表|調べ|見立て)(?:の)?(?:数字|数値|データ|統計|情報|話|説|試算|推計|推定)(?=なの|です|だ|か|[?？。]|$)"
)
_CLAIMED_JA = (
    rf"(?:っていう|という|といった|との|とする|って)(?:の|噂|点|割合|額|ところ|{_TOLD_JA})(?=[はがをもの、,に]|って|$)|"
    r"ってのは?|"
    rf"{_TOLD_JA}(?=、|って|の(?:元|もと|出|ソース|根拠|典拠|情報源|引用元|参照元|原典|裏付)|(?:な[のん]|です|だっけ|でしょう|か)?[?？。]?$)|"
    rf"{_TOLD_JA}(?=は(?:、)?(?:どこ|何|誰|どの|いつ|なに)|[はが](?:、)?[^、。]{{0,8}}(?:出典|典拠|元|もと|根拠|ソース|出どころ|出所))|"
    r"言って(?:る|いる)(?:の(?=は))?|(?:書い|書かれ|載せ|記され|引かれ)(?:て(?:る|いる|ある)|た)|載って(?:た|いた|る|いる)?|"
    r"(?:拠|依)って(?:い)?(?:る|ます)|基づいて(?:い)?(?:る|ます)|"
    r"ちゃんとした|見たい(?:んだけど|のですが)?|わかれば|のタイトルと?|(?:紙名|誌名|媒体名|掲載紙|掲載日|日付|年月日)(?:も|まで|と)?|いつの|(?:元|もと)(?=[はの])"
)

# --- English
_TELLER_EN = (
    r"(?:(?:the|this|that|its)\s+)?(?:\w+\s+)?(?:authors?|writers?|articles?|piece|papers?|documents?|reports?|commentary|"
    r"texts?|essay|briefs?|bulletin|study|reporter|journalist|post|blog|page|column|memo|feature|yearbook)"
)
_TOLD_EN = (
    r"(?:claims?|figures?|numbers?|statements?|information|info|statistics?|stats?|data|estimates?|quot(?:es?|ations?)|"
    r"assertions?|allegations?|stor(?:y|ies)|details?|facts?|rumou?rs?|account|percentages?|count|remarks?|bit|part|passage|line|sentence|news)"
)
_WRITING_EN = (
    r"(?:outlets?|newspapers?|papers?|magazines?|articles?|reports?|documents?|publications?|stud(?:y|ies)|agenc(?:y|ies)|broadcasters?|"
    r"websites?|sites?|books?|journals?|surveys?|datasets?|archives?|records?|media|medium|broadcasts?|press releases?|texts?)"
)
_TELLS_EN = (
    r"(?:report(?:s|ed)?|sa(?:ys?|id)|stat(?:es?|ed)|g(?:ives?|ave)|carri(?:es|ed)|claim(?:s|ed)?|mention(?:s|ed)?|"
    r"back(?:s|ed)?|support(?:s|ed)?|cit(?:es?|ed)|quot(?:es?|ed)|ran|broke|shows?)"
)
_SOURCE_EN = (
    rf"\bwhere (?:does|did|do|has|have) (?=(?:{_TELLER_EN}\b.*|.*\b{_TOLD_EN}\b.*)\b(?:get|got|gotten|take|taken|draw|drawn|obtain|obtained|find|found|pull|pulled|lift|lifted)\b|"
    rf"[\w\s.'’-]+?\b(?:get|got|gotten|take|taken|draw|drawn|obtain|obtained|find|found|pull|pulled|lift|lifted)\b.*\b{_TOLD_EN}\b)|"
    r"\bwhere (?=(?:does|do)\b.*\bget\b.*\bfrom\b)|"
    r"\b(?:based|resting|rests?|relying|rel(?:y|ies)) (?:up)?on (?:what|which)\b|\btrace[sd]?\b(?=.*\bto\b)|"
    rf"\b(?:what|which|whose|any|an?|the|its|their|his|her|your|no|primary|original|cited|official|named|given|give|gives|have|has|there|actual|real|exact|external|data|news) sources?\b(?! of (?!(?:this|that|it|these|those)\b|(?:the |a |an |that |this |its |\w+['’]s )?(?:[\w$.,%-]+ ){{0,6}}{_TOLD_EN}\b|the \d))|"
    r"^sources?\b|\bsources? (?=(?:for|behind|given|cited|named|listed|used)\b)|\bsourced\b(?= (?:from|to)|[?]|$)|"
    r"\baccording to (?:what|whom|which|who)\b|\bwhere (?=(?:does|did|do)\b.*\bcome from\b)|\bwhat\b(?=.*\b(?:based|rest(?:s|ing)?) (?:up)?on\b)|"
    r"\bon what (?:basis|evidence|grounds|authority)\b(?=.*\b(?:say|says|claim|claims|state|states|write|writes|report|assert|asserts|give|gives)\b)|"
    rf"\bwhat (?:evidence|proof|basis|backing|documentation)\b(?=.*\b(?:given|cited|offered|provided|{_TOLD_EN})\b)|"
    rf"\b(?:anything|something|evidence|proof|sources?)\b.{{0,20}} behind (?:the|this|that) (?:[\w$.,%-]+ ){{0,3}}{_TOLD_EN}\b|"
    r"\bhow (?:do|does|did|can|could) (?:we|they|you|the (?:author|writer|article|piece|paper|report|text|document)) know\b|"
    r"\breferences?\b(?! to)|\bfootnoted\b|"
    r"\bwho (?:reported|says)\b|\burls?\b|\blinks?\b(?= to| for|[?]|$)|"
    rf"\b(?:which|what) (?:\w+ )?{_WRITING_EN}(?: (?:is|was|are|were|has|had|actually|first|originally))? (?:{_TELLS_EN}\b|(?:the|this|that|it|its)\b.{{0,60}}\b(?:from|in|based on|taken from|drawn from)[?]?$)|"
    rf"\b(?:which|what) (?:\w+ )?{_WRITING_EN} (?=(?:does|did|do)\b.*\b(?:come|comes|appear|cite|quote|rely|draw|use|take|get|rest)\b)|"
    rf"\b(?:in|from|by) (?:which|what) {_WRITING_EN}\b(?=.*\b(?:{_TELLS_EN}|given|taken|drawn|appears?)\b)|"
    rf"\b{_TOLD_EN}\b(?= from (?:which|what) )|"
    r"\b(?:which|what) (?:newspaper|paper|magazine|agency|site|website|journal) published\b|\bwhich (?:outlet|media)\b|\bwhich (?:report|article)\b(?= (?:is|was|does|did|do|has)\b)|"
    rf"\bwho (?:put out|compiled|calculated|came up with|supplied|estimated) (?=.*\b{_TOLD_EN}\b)|\bwhat (?=(?:does|do|did)\b.*\b(?:draw|rely|rest) (?:up)?on\b)|"
    r"\bwhere(?:['’]s| is| was| were| are) (?=(?:it|this|that)\b.{1,80}\bwritten\b|.{1,80}\b(?:reported|stated|cited|documented)\b)|\bcit(?:ed|es|ation)\b"
)
_CLAIMED_EN = (
    r"\b(?:some(?:one|body) told me(?: that)?|what is that|(?:claims?|figures?|numbers?|statements?|information|details?|stor(?:y|ies)|bit|part|piece|report|idea) (?:come from )?(?:that|about)\b|claims?|claimed|bit|piece|documented|"
    r"figures?|numbers?|statements?|statistics?|information|quot(?:e|ation)s?|assertion|back|come|comes|get|gets|got|take|taken|takes|draw|drawn|draws|obtain(?:ed)?|"
    r"give|gives|given|gave|based|evidence|trace[sd]?|reported|stated|cited|quoted|any|headlines?|authors?|writers?)\b"
)

# --- Chinese
_TOLD_ZH = r"(?:数据|数字|数目|说法|消息|信息|情报|这段|那段|这句|那句|这一段|那一段|这段话|那段话|一段|一句|内容|金额|部分|记述|描述|结论|论断|引文|引语|统计|事|话|这点|这一点)"
_WRITING_ZH = (
    r"(?:文件|文书|文献|资料|材料|史料|档案|报道|报导|报告|报纸|新闻|消息|媒体|文章|论文|书籍|书|数据|统计|声明|公告|通报|"
    r"通讯社|网站|网页|机构|单位|部门|判决书|记录|记载|调查|说法|年鉴|杂志|期刊|证词)"
)
_WHICH_ZH = r"(?:什么|什麼|啥|何种|哪(?:一)?(?:份|篇|家|个|本|些|部|条|则|种|项)?|谁|誰|何人)"
_RESTS_ZH = r"(?:依据|根据|基于|参考|参照|引用|引自|援引|取自|摘自|源自|出自|来自|见于|载于|刊于|转引自?|依托|凭)(?:的|了)?(?:是|自)?"
_SOURCE_ZH = (
    rf"{_RESTS_ZH}(?:{_WHICH_ZH}(?:发布|公布|发表|提供|报道|写|说|发|出)?的?{_WRITING_ZH}|(?:什么|什麼|谁|誰|何|哪里|哪儿|哪)(?:来?(?:写|说|得出|发布|报道)(?:的)?)?(?=[?？。，,呢]|$))|"
    r"(?:出处|消息来源|资料来源|信息来源|数据来源|引文来源|信源|依据|凭据|原始出处)(?=是|在|为|呢|吗|什么|哪|有|[?？，,]|$)|"
    rf"(?<=的)来源(?=是|在|为|呢|吗|什么|哪|[?？]|$)|(?:{_TOLD_ZH}|^|[，,。])来源(?=是|在|为|呢|什么|哪|[?？]|$)|(?:注明|标明|标注|给出|交代|写明|说明)(?:了)?(?:出处|来源)|"
    r"(?<!没)有(?:没有)?(?:任何)?(?:出处|来源|依据|根据)(?!的)|谁说的|(?:网址|链接)|出處|來源|"
    rf"(?:从|由)哪(?:里|儿)?(?:引|摘|抄|取|查|看到|听来|得知|得来)(?:用|来|自|的)*|{_TOLD_ZH}[^，。,?？]{{0,4}}从哪(?:里|儿)?(?:来|得|取|找)(?:的)?|"
    rf"(?:谁|哪里|哪儿|哪(?:家|个|些)?{_WRITING_ZH})(?:最先|首先|最早)?(?:报道|报导|发布|公布|统计|披露|记载|提供|测算|估算)(?:出来)?的(?:{_WRITING_ZH}|{_TOLD_ZH})?|"
    rf"{_TOLD_ZH}[^，。,?？]{{0,3}}(?:出自|来自|引自|见于)|"
    rf"有(?:什么|哪些|没有|何)?{_WRITING_ZH}(?:可以|能|能够)?(?:证明|佐证|支持|为证)|"
    rf"哪(?:家|篇)(?:媒体|报道|文章|通讯社|报纸|新闻)|哪个(?:媒体|通讯社|网站)|"
    rf"(?:在)?(?:哪|什么)(?:一)?(?:份|篇|个|本|种|部)?{_WRITING_ZH}(?:里|中|上)(?:有|写|说|提|记|讲)(?:到|明|载|的)*|"
    rf"{_TOLD_ZH}[^，。,?？]{{0,6}}(?:是|出自|来自)?哪(?:一)?(?:份|篇|个|本|家){_WRITING_ZH}|哪(?:份|篇|个|本)(?:资料|文件|报告|文献)(?:说|写|提|记载|给)(?:到|的)?"
)
_CLAIMED_ZH = (
    rf"(?:的)?{_TOLD_ZH}(?=[，,。?？]|的?(?:出处|来源|依据|根据)|是|有|$)|数据|说法|写的?|这是|这段|那一?段|引用?的?|提到的?|哪天的?|"
    r"(?:文章|文中|作者|原文|报告|资料)(?:里|中)?(?=[，,的是依根引参援来出])|(?:依据|根据|引用|参考)(?:的|了)?|发布(?:的)?|消息|出处|来源"
)

# --- Korean
_TOLD_KO = r"(?:얘기|이야기|말|정보|내용|수치|숫자|주장|소문|대목|부분|데이터|금액|통계|설명|기록|인용|구절|거|것|건|소식|지적)"
_MEDIUM_KO = r"(?:언론사?|매체|보도|기사|신문|방송|통신사?|자료|사료|문헌|사이트|뉴스)"
_WRITING_KO = rf"(?:{_MEDIUM_KO}|문서|문건|보고서|통계|논문|책|기록|조사|발표|판결문?|데이터|연감|백서)"
_WORD_KO = r"[가-힣]*"
_SOURCE_KO = (
    rf"(?:출처|출전|원문|원출처|정보원|참고 ?(?:문헌|자료))(?!로 |가? ?없는|가? ?미상|도 ?없는){_WORD_KO}|(?<!법적 )근거(?!리| ?없는)(?:자료)?{_WORD_KO}|링크{_WORD_KO}|"
    rf"어디서 ?(?:나온|나왔|온 ?{_TOLD_KO}|보도|인용|가져온|따온|퍼온|전한|들은|확인){_WORD_KO}|어디에 ?(?:나온|나와|실린|실려|적힌|적혀|쓰여|기록되|기록돼){_WORD_KO}|"
    rf"누가 ?(?:낸|만든|집계한|조사한|추산한|계산한) ?(?:통계|수치|숫자|조사|추산|추정|계산){_WORD_KO}|"
    rf"(?<=[다라]는 )건 ?(?:어느|어떤|무슨) ?{_WRITING_KO}(?: ?결과)?{_WORD_KO}|"
    rf"누가 ?(?:한 )?말|누구 ?(?:말|주장)|누가 ?(?:보도|전한|집계|추산|조사)한?(?: ?{_TOLD_KO})?{_WORD_KO}|"
    rf"(?:무엇|뭐|뭣|뭘|무얼|무엇을|뭐를|무엇에|뭐에)(?:을|를|에)? ?(?:근거|바탕|토대|기초|보고|참고|인용|기반|의거){_WORD_KO}(?: (?:확인|쓴|썼|쓰|적|말|한 |작성|만든)[가-힣]*(?: (?:거|것|건)[가-힣]*)?)?|"
    rf"(?:어느|어떤|무슨|어디) ?{_MEDIUM_KO}{_WORD_KO}(?: 며칠 ?자)?(?: {_MEDIUM_KO}{_WORD_KO})?(?=[?]?$|[,?]| (?:나[온오왔]|실|적|쓰|보도|인용|근거|출처|말|내용|따|의하|참고|있))|"
    rf"(?:어느|어떤|무슨|어디) ?{_WRITING_KO}(?:(?:을|를) ?(?:근거|바탕|토대|인용|참고|보고)|에(?:서)? ?(?:나[온오왔]|실|적|쓰여|근거|따|의하|의거|기반|언급|있는)|(?:이|가) ?(?:출처|근거|보도|전한)){_WORD_KO}"
)
_CLAIMED_KO = (
    r"(?:얘기|이야기|내용|정보|수치|숫자|주장|소문|대목|부분|지적|소식)(?:은|는|이|가|을|를|의|에)?(?![가-힣])|나온|(?<=[는던] )(?:건|게|것은|것이)(?= )|(?<= )거(?=[,\s?]|$)|며칠자|(?<= )말(?=[,\s]|$)|"
    r"(?:한|된|온|쓴|나온) ?(?:건가요|거예요|거야|것인가요|것입니까|건지|거죠|겁니까)|(?:기사|자료|보도|문서)(?:에서?|는|은|을|를)?(?![가-힣])"
)

SOURCE: Mapping[str, str] = {"ja": _SOURCE_JA, "en": _SOURCE_EN, "zh": _SOURCE_ZH, "ko": _SOURCE_KO}
# Words by which a question for a source points at what the source is to be of: they are no part of it.
CLAIMED: Mapping[str, str] = {"ja": _CLAIMED_JA, "en": _CLAIMED_EN, "zh": _CLAIMED_ZH, "ko": _CLAIMED_KO}
# The source of a whole table is asked for.
OF_A_TABLE = re.compile(
    r"一覧表?|リスト|名簿|(?<![発代公])表(?=[のはがにをって、\d）)]|$)|\b(?:lists?|tables?)\b|名单|列表|表格|명단|목록|표(?=[의는가에\d])",
    re.I,
)
# When a source was published, not when something happened.
OF_THE_SOURCE = re.compile(r"いつの|日付|年月日|哪(?:一?天|年|日)的|日期|며칠 ?자|날짜|\bdates?\b", re.IGNORECASE)
