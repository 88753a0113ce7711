"""How Japanese asks for a source: what is told in, what is told, and how they are joined."""

from __future__ import annotations

from corpus.structure.patterns import any_of, before, maybe, not_after, not_before, words

_HAN = "[一-鿿]"
_STOP = "[?？、。]"
_MARK = "[?？]"

# What it is told in.
_MEDIUM = words("新聞 報道 記事 雑誌 媒体 資料 史料 文献 メディア 通信社 放送局 テレビ局? サイト ページ")
_WRITING = any_of(
    _MEDIUM,
    words("文書 公文書 論文 論考 書籍 書物 本 報告書 レポート 白書 年報 統計 データ 調査 記録 発表 証言"),
    words("声明 公報 官報 日記 書簡 判決文? 議事録 名簿 台帳 機関"),
)
# What is told.
_FACT = any_of(
    not_after(_HAN) + words("話 件 値 説"),
    words("情報 くだり 一節 一文 記述 説明 数字 数値 データ 金額 人数 うわさ 噂 主張 指摘"),
    words("引用 見方 記載 文言 発言 内容 部分 箇所"),
)
_TOLD = any_of(_FACT, words("もの やつ こと"))

# Which writing (どの新聞), of which day (何月何日の), by which name (何という雑誌).
_WHICH_ONE = words("どの 何の どこの 何という")
_WHICH = words("どの 何の どこの 何という なんという 何て なんて どういう どんな どういった いずれの 誰の いつの")
_DATED = maybe("いつの", "何" + words("年 月 日") + "+付?け?の")
_NAMED = maybe("何" + words("という の"))

# What is shown or can be read at an address.
_SHOWN = words("映像 動画 映画 写真 画像 原文 全文 本文 番組 ビデオ 記事 論文 論考 声明")

# How a writing is joined to what is told.
_JOINED = any_of(
    "に"
    + any_of(
        words("よ[るっり] 拠 依 因 基[づい] もとづ 書[いか] 載[っる] のっ 出て"),
        "あ[るりっ]" + not_before("ま?せん"),
        words("記さ 掲載 依拠 由来 準拠"),
    ),
    "から" + before(maybe(words("です でしょう な[のん]")) + "か?[?？。]?$"),
    "から"
    + any_of(
        words("引[いく用] 取っ 採っ 拾っ とっ 得た 転載 抜[いき粋] 来[たて] きた"),
        "の" + words("引用 情報 数字 話 データ"),
    ),
    "で" + words("報じ 報道 述べ 言[っわ] 伝え 書[いか] 確認 紹介 公表 裏付け"),
    "が"
    + maybe("いつ", "何日に", "いつの" + words("記事 紙面 号") + "で")
    + words("報じ 報道 伝え 出し 出所 元ネタ ネタ元 元 もと 根拠 出典 典拠 ソース 公表 調べ まとめ 言っ 書い"),
    "を" + words("見て 見た 読んで 参照 参考 引[いく用] 根拠 もと 元 基 出典 典拠 ソース 使って 踏まえ 下敷き"),
)

# The words for a source, and what says that there is none (出典のない記事).
_ORIGINAL = not_after("[手地足身国口家窓版網胸襟喉枕根]") + words("元 もと")  # 手元の資料 is no source
_BECAME = maybe("の", "に" + words("なる なった なっている した している"))
_NOUN = any_of(
    words("元ネタ ネタ元 出所 出どころ 出処 でどころ 出典 典拠 情報源 情報元 引用元 参照元"),
    words("原典 原資料 一次資料 一次史料 参考文献 参考資料 参考記事 裏[付づ]け"),
    _ORIGINAL + _BECAME + any_of(_WRITING, "情報"),
)
_WITHOUT = any_of(
    "な[いしくき]",
    "の?" + words("ない 無い なき 不明"),
    "が?" + words("ない 無い 不明な?") + before("[一-鿿ァ-ヶ]"),
)
_SERVED_AS = any_of(
    "の",
    "とな" + words("る った っている"),
    "と" + words("した している"),
    "に" + words("した している なった なって?い?る"),
)

_BY_ITS_NAME = any_of(
    # 出典は
    _NOUN
    + not_before(_WITHOUT)
    + not_before(maybe(words("は って が")) + words("何と何 どれとどれ いくつ"))
    + before("[はをがもにってかだなの]", "です", "ど[れのこ]", words("何 誰 いつ 書 示"), _STOP, "$"),
    "ソース" + not_before(_WITHOUT) + before(words("は を が って ある も だ です 何 ど[れのこ] くれ"), _STOP, "$"),
    # 根拠となった資料は, 根拠は
    not_after("法的", "法的な")
    + words("根拠 裏[付づ]け")
    + any_of(
        _SERVED_AS + _WRITING + before("[はがをもっか]", "何", _STOP, "$"),
        before(words("は が を って ある も"), _MARK, "$"),
    ),
    _WHICH_ONE + words("URL リンク アドレス サイト ページ") + "[でに]",
    words("URL リンク")
    + any_of("[つ付]きで", before(words("は が を って ある 知 ください 下さい 教え お願い 貼"), _MARK, "$")),
    # 元はどこの新聞
    _ORIGINAL + words("は って の") + words("どこ 何 誰") + maybe("の" + _WRITING),
    # どこ情報, どこ調べ
    "どこ" + words("情報 調べ 発表 ソース 発(?=の|で|な|[?？]|$)"),
    # 映像ってどこで見られる, どこに上がってる
    _SHOWN
    + any_of(words("は って"), "、")
    + words("どこ どのサイト どこの" + "サイト")
    + any_of(
        "[でに]" + words("見[られ] 観[られ] 読[めま] 上が アップ 掲載 載って のって"),
        "から" + words("見[られ] 読[めま]"),
    ),
)
_MADE = (
    words("作 書 まと 述 言 い 載")
    + words("って いて めて べて せて った いた めた べた せた られ われ かれ")
    + "+"
    + maybe(words("る た いる いた ある あった"))
)
_BY_WHAT_IT_RESTS_ON = any_of(
    # 何が根拠なんですか
    "何が"
    + maybe(_FACT + "の")
    + words("根拠 典拠 出典 裏付け ソース")
    + before("[?？]", "$", "です", "でしょ", "な[のん]", "だ"),
    "何に" + words("基づ[いくきけ] もとづ[いくきけ] [拠依よ]っ 依拠 準拠 載っ"),
    "何を見て",
    "どこの誰",
    "誰の" + words("言い分 主張 証言 推計 試算 推定 計算"),
    # 何をもとに書かれた
    "何を" + words("根拠 もと 元 基 下敷き 参考 典拠 出典") + "に" + maybe("し[てた]") + maybe(_MADE),
    "何から" + words("引[いくか用] 採[っら] 取[っら]れ?た 拾[っわ] 転載 抜[いか粋]"),
    "どこから" + words("引用 転載 抜粋"),
    # どこから出た話
    "どこから" + any_of(words("来 き 出 出て来 出てき 得 聞い 取っ 持って来 持ってき") + "た", "の") + _FACT,
)
_TOLD_ABOUT = words("報じ 伝え 書い 言っ 報道し 載せ 載っ 取り上げ 公表し 指摘し") + words("た てい?る")
_BY_WHICH_WRITING = any_of(
    # どの報告書の数字
    _WHICH_ONE + _DATED + _WRITING + "の" + any_of(_TOLD, words("発表 調べ 報道 記事 統計")),
    # 何という雑誌に載った
    _WHICH + _DATED + _NAMED + _WRITING + maybe("の" + _DATED + _MEDIUM) + _JOINED,
    "何" + words("新聞 通信") + any_of("の" + _DATED + _MEDIUM, _JOINED),
    # どの新聞ですか, but not of a thing that is one (創刊したのは何という雑誌)
    not_after("たのは", "るのは", "たのって", "るのって")
    + _WHICH
    + _DATED
    + _NAMED
    + _MEDIUM
    + before(
        "で?" + words("すか しょう しょ したか"), words("な[んの] だ[っろよ] か[?？。] か$"), _STOP, "$", "は", "を"
    ),
    # 新聞のどれに載って
    _MEDIUM + "の" + any_of("どれ", "どこ", "どの" + words("記事 号 面 巻")) + "に" + words("載 書 出て あ[るっ]"),
    "何で" + words("確認 確かめ 裏[付づ]け") + words("でき られ れ") + words("る ます た"),
    # 報じたのはどの新聞
    _TOLD_ABOUT + "の" + words("は って") + "、?" + _WHICH + _MEDIUM,
)
_BY_WHO_TELLS = any_of(
    # どこが出した資料
    "どこ" + words("が の") + words("出し 調べ 発表 まとめ") + maybe(words("た てい?る") + any_of(_WRITING, _TOLD)),
    words("どこ 誰") + "が" + words("報じ 報道 伝え 公表"),
    "どこで" + words("報じ 報道 伝え"),
    # 1.8ミリグラムって誰が調べた
    words("って と")
    + maybe(words("のは いうのは"))
    + words("どこ 誰")
    + "が"
    + words("調べ 測[っり] 計[っり] 数え 調査 推計 試算 集計 算出"),
    "どこに" + any_of(words("書いて 記して 載って 載せて") + words("あ い た る"), words("書かれ 記され 載った")),
    # 誰の推計の数字
    words("誰 どこ")
    + "[がの]"
    + words("[ぁ-ん一-鿿]{1,5}た 計算 試算 推計 発表 調べ 見立て")
    + "の?"
    + words("数字 数値 データ 統計 情報 話 説 試算 推計 推定")
    + before(words("なの です だ か"), "[?？。]", "$"),
)
SOURCE = any_of(_BY_ITS_NAME, _BY_WHAT_IT_RESTS_ON, _BY_WHICH_WRITING, _BY_WHO_TELLS)

_SAID = words("出典 典拠 元 もと 根拠 ソース 出どころ 出所")
CLAIMED = any_of(
    # 減ったという話は
    words("っていう という といった との とする って")
    + any_of(words("の 噂 点 割合 額 ところ"), _TOLD)
    + before("[はがをもの、,に]", "って", "$"),
    "ってのは?",
    # 話の出どころ
    _TOLD
    + before(
        "、",
        "って",
        "の" + words("元 もと 出 ソース 根拠 典拠 情報源 引用元 参照元 原典 裏付"),
        maybe(words("な[のん] です だっけ でしょう か")) + "[?？。]?$",
    ),
    # 話は誰が
    _TOLD + before("は、?" + words("どこ 何 誰 どの いつ なに"), "[はが]、?[^、。]{0,8}" + _SAID),
    "言って" + words("る いる") + maybe("の" + before("は")),
    words("書い 書かれ 載せ 記され 引かれ") + any_of("て" + words("る いる ある"), "た"),
    "載って" + maybe(words("た いた る いる")),
    words("拠 依") + "ってい?" + words("る ます"),
    "基づいてい?" + words("る ます"),
    "ちゃんとした",
    "見たい" + maybe(words("んだけど のですが")),
    "わかれば",
    "のタイトルと?",
    words("紙名 誌名 媒体名 掲載紙 掲載日 日付 年月日") + maybe(words("も まで と")),
    "いつの",
    _ORIGINAL + before("[はの]"),
)
