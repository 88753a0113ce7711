"""What asks for a source, and what only holds words that do so elsewhere."""

from __future__ import annotations

import pytest

from bot.question import parse_question

ASKS = [
    "市長が辞任したという噂の出どころは？",
    "この12%という割合はどこから来た数字？",
    "駅前の地価が2割上がったとありますが、典拠を教えてください",
    "漁獲量が半減したとあるけど、裏付けは？",
    "会長の発言はどの雑誌に載っていましたか",
    "橋が架かったという話、元の記事は何？",
    "この年表、何を参考に作られたの？",
    "署名が多かったというのは、どの史料に拠っていますか",
    "年に3億円かかるというのは、どの資料に書いてある数字？",
    "橋が落ちたという指摘、根拠の資料は？",
    "外相が辞めたっていうのは、どこに載ってた話？",
    "人口の数字は誰の推計？",
    "火事の件、どこが報じた？",
    "落札の件、当時の新聞のどれに載ってる？",
    "橋が長いというデータはどの報告書のもの？",
    "報じたのはどの新聞？",
    "橋が落ちたって話、ソースどこ",
    "人口が3割減ったって誰が調べたの",
    "塩分が2.1パーセントというのはどこが測った数字？",
    "橋が落ちたって話のURLください",
    "橋が長いってのは何が根拠なんですか",
    "橋の費用の根拠になってる媒体は？",
    "橋が落ちたのは夜だったって、どこ情報？",
    "橋の工事の記録映画ってどこに上がってるやつ？",
    "橋の竣工式の動画はどこで見られますか",
    "橋が落ちたって話、どこの新聞がいつ書いてた？",
    "橋の記録映画はどのURLで見られる？",
    "市長の発言って、どのメディアの何日の記事が元なの",
    "Where did the author get the 34 ton figure?",
    "Where does the writer take the death toll figure from?",
    "Which newspaper reported the fire at the mill?",
    "What is the estimate of 300 jobs based on?",
    "On what evidence does the paper say the bridge was unsafe?",
    "In which document is the figure of 40 tons given?",
    "What evidence is given for the claim that the dam leaked?",
    "Is there anything solid behind the story that he quit?",
    "how do we know the mayor was there",
    "Who put out the figure of 1,900 trips a week?",
    "What does the table of weekly trips draw on?",
    "文章说火灾造成三人死亡，根据的是哪家媒体的报道？",
    "去纪念塔献花那一段，依据的是谁发布的消息？",
    "公司被判赔款，文章依据的是什么文件？",
    "文中引用的数据来自哪里？",
    "作者是根据什么资料写的？",
    "修桥那段是引自谁发的？",
    "公司亏损三亿，有什么文件可以证明？",
    "시장이 사임했다는 소식은 어디서 나온 거예요?",
    "회담 내용은 언제 어디서 보도한 건가요?",
    "40톤이라는 수치는 어떤 자료에 근거한 건가요?",
    "이 표는 무엇을 바탕으로 만든 거야?",
    "위판량이 줄었다는 건 어느 조사 결과예요?",
]
ASKS_NOT = [
    "市長が手元の資料を見ていたのはいつの会議？",
    "地元の新聞を配ったのは誰？",
    "創業者の写真はどこで見つかった？",
    "日記はどこに置いてあった？",
    "橋の写真はどこで撮った？",
    "記録映画の試写会はどこであった",
    "情報公開の窓口はどこ？",
    "何が根拠で反対したの",
    "市の収入源は何ですか",
    "誰が魚の数を調べた？",
    "ソースの味を決めたのはどこの店？",
    "電源はどこから引いているの",
    "大臣はどの文書に署名した？",
    "何の調査を行ったのか",
    "社長が創刊したのは何という雑誌？",
    "出典のない記事は何を主張している？",
    "報告書は何を勧告している？",
    "元の校舎は何に使われている？",
    "どんな本の話をしましたか",
    "どの新聞に勤めていた？",
    "この壺はどこから来たものですか",
    "どの資料館に保管されている？",
    "この資料には何が書いてある？",
    "一覧に載っている人は何人？",
    "その根拠となる法律は何？",
    "What was the main source of income for the village?",
    "What energy sources does the island use?",
    "Which document did the minister sign?",
    "Where did she get her degree?",
    "Which report won the prize?",
    "What evidence was found at the scene?",
    "Where was the highest temperature recorded?",
    "Who told the police?",
    "What is behind the fall in numbers?",
    "Where was the letter written?",
    "Which book published in 1990 won the prize?",
    "村里的主要收入来源是什么？",
    "部长签署了哪份文件？",
    "代表团从哪里来？",
    "法院根据什么法律判决？",
    "没有出处的文章说了什么？",
    "장관은 어떤 문서에 서명했나요?",
    "대표단은 어디서 왔나요?",
    "출처 없는 글에서는 무엇을 말하나요?",
]


@pytest.mark.parametrize("text", ASKS)
def test_a_question_for_a_source_is_told_by_its_grammar(text: str) -> None:
    assert parse_question(text).kinds() == {"source"}


@pytest.mark.parametrize("text", ASKS_NOT)
def test_the_words_for_sources_ask_for_none_where_nothing_told_stands_beside_them(text: str) -> None:
    assert "source" not in parse_question(text).kinds()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("年に3億円かかるというのは、どの資料に書いてある数字？", ("資料", "数字", "書いて")),
        ("橋が架かったという話、元の記事は何？", ("話", "元", "記事")),
        ("Where did the author get the 34 ton figure?", ("author", "get", "figure")),
        ("去纪念塔献花那一段，依据的是谁发布的消息？", ("那一段", "依据", "消息")),
        ("회담 내용은 언제 어디서 보도한 건가요?", ("내용", "언제", "보도")),
    ],
)
def test_words_of_the_frame_are_no_content(text: str, left: tuple[str, ...]) -> None:
    question = parse_question(text)
    framed = {at for start, end in question.frame for at in range(start, end)}
    for word in left:
        start = text.index(word)
        assert set(range(start, start + len(word))) <= framed, word
