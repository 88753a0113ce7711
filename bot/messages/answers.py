"""What an answer says of its own beside the words it quotes."""

from __future__ import annotations

from typing import Literal

from bot.messages.languages import Wordings

# What a question can ask for, and an answer can fail to find; each fits the {what} of `no_type` and `why_not_type`.
WhatKey = Literal[
    "time", "person", "place", "amount", "duration", "length", "reason", "count", "rank", "purpose", "share",
    "organization", "means", "definition", "difference", "statement", "thing", "frequency", "whether",
]  # fmt: skip

AnswerKey = Literal[
    WhatKey,
    "footnotes", "missing", "nearest", "conflict", "announced", "calculation", "row", "abstained", "partial",
    "part_lacking", "unsourced_here", "noted_after", "not_together", "not_found", "not_stated", "no_type",
    "why_not_terms", "why_not_type", "why_not_related", "why_not_another", "why_not_legible", "of_others", "chat_hello",
    "chat_order",
    # arithmetic
    "sum", "gap", "ratio", "growth", "average", "proportion",
]  # fmt: skip

ANSWERS: dict[AnswerKey, Wordings] = {
    "time": ("時期", "the date", "时间", "시기"),
    "person": ("該当する人物", "who it was", "具体人物", "해당 인물"),
    "place": ("場所", "the place", "地点", "장소"),
    "amount": ("数値", "the figure", "具体数值", "수치"),
    "length": ("長さ", "how long it is", "长度", "길이"),
    "duration": ("時間の長さ", "how long it lasted", "持续时间", "걸린 시간"),
    "reason": ("理由", "the reason", "原因", "이유"),
    "count": ("数", "the number", "数量", "개수나 인원"),
    "rank": ("順位", "the rank", "排名", "순위"),
    "purpose": ("目的", "the purpose", "目的", "목적"),
    "share": ("割合", "the percentage", "所占比例", "비율"),
    "organization": ("該当する組織", "which organization it was", "具体机构", "해당 기관"),
    "means": ("方法", "how it was done", "方式", "방법"),
    "definition": ("意味", "what it means", "含义", "뜻"),
    "difference": ("違い", "the difference", "差异", "차이"),
    "statement": ("発言の内容", "what was said", "讲话内容", "발언 내용"),
    "thing": ("該当する事柄", "what it was", "具体内容", "해당 내용"),
    "frequency": ("頻度", "how often it happened", "频率", "빈도"),
    "whether": ("そうであるかどうか", "whether this is so", "是否属实", "사실 여부"),
    "footnotes": ("脚注", "Footnotes", "脚注", "각주"),
    "missing": ("資料にない点", "Not in the documents", "资料中没有的内容", "자료에 없는 내용"),
    "nearest": ("近い箇所", "Nearest passages", "最接近的段落", "가까운 대목"),
    "announced": ("発表時点の予定", "announced beforehand", "事前公布的计划", "사전에 발표된 계획"),
    "conflict": (
        "資料によって記述が異なります",
        "The documents differ",
        "各资料的说法不一致",
        "자료에 따라 내용이 다릅니다",
    ),
    "calculation": ("計算", "Calculation", "计算", "계산"),
    "row": ("{row}行目", "row {row}", "第{row}行", "{row}행"),
    "abstained": (
        "この資料からは答えられません。",
        "These documents do not answer this question.",
        "根据这些资料无法回答这个问题。",
        "이 자료로는 답할 수 없습니다.",
    ),
    "partial": (
        "資料から答えられるのは一部だけです。",
        "The documents answer only part of this question.",
        "这些资料只能回答其中一部分。",
        "자료로 답할 수 있는 것은 일부뿐입니다.",
    ),
    "part_lacking": (
        "{number}つ目の問い{asked}については、{why}",
        "On question {number}, {asked}: {why}",
        "关于第{number}个问题{asked}：{why}",
        "{number}번째 질문 {asked}: {why}",
    ),
    "not_together": (
        "{terms}に触れた箇所はありますが、この質問に答えるものは見つかりませんでした。",
        "Passages mention {terms}, but none was found that answers this.",
        "有段落提到{terms}，但没有找到能回答这个问题的内容。",
        "{terms}에 관한 대목은 있지만, 이 질문에 답하는 것은 찾지 못했습니다.",
    ),
    "unsourced_here": (
        "資料はこの記述に出典の注を付けていません。",
        "The documents give no source for this.",
        "资料没有为此注明出处。",
        "자료는 이 서술에 출처를 달지 않았습니다.",
    ),
    "noted_after": (
        "この文そのものに出典の注はありません。上の注は、同じ段落の近くの文に付いたものです。",
        "This sentence carries no note of its own; the note above belongs to a sentence near it in its paragraph.",
        "这句话本身没有注明出处；上面的注属于同一段中邻近的句子。",
        "이 문장 자체에는 출처 주가 없습니다. 위의 주는 같은 문단의 가까운 문장에 달린 것입니다.",
    ),
    "not_found": (
        "{terms}に触れた箇所は見つかりませんでした。",
        "No passage was found about {terms}.",
        "没有找到提及{terms}的段落。",
        "{terms}에 관한 대목은 찾지 못했습니다.",
    ),
    "not_stated": (
        "{what}を述べた箇所は見つかりませんでした。",
        "No passage states {what}.",
        "没有找到说明{what}的段落。",
        "{what}에 대해 밝힌 대목은 찾지 못했습니다.",
    ),
    "no_type": (
        "{terms}の記述はありますが、{what}を述べた箇所がありません。",
        "Some passages mention {terms}, but none states {what}.",
        "资料提到了{terms}，但没有说明{what}。",
        "{terms}에 관한 서술은 있지만, {what}에 대해 밝힌 대목은 없습니다.",
    ),
    "why_not_terms": (
        "{terms}に触れていません",
        "does not mention {terms}",
        "没有提及{terms}",
        "{terms}에 관한 언급이 없습니다",
    ),
    "why_not_type": (
        "{what}を述べていません",
        "does not state {what}",
        "没有说明{what}",
        "{what}에 대해 밝히지 않았습니다",
    ),
    "why_not_legible": (
        "{what}とみられる{terms}には誤植の疑いがあります",
        "{what} may be what {terms} stands for, which is probably misprinted",
        "{terms}可能是{what}，但疑有误印",
        "{what}(으)로 보이는 {terms}은(는) 오식일 수 있습니다",
    ),
    "why_not_another": (
        "問われた人や場所とは別のことです",
        "tells of somebody or some place else than asked about",
        "说的是另外的人或地方",
        "질문한 사람이나 장소와는 다른 내용입니다",
    ),
    "of_others": (
        "近い箇所が述べているのは、問われた人や場所とは別のことです。",
        "What the nearest passages tell is of somebody or some place else.",
        "最接近的段落说的是另外的人或地方。",
        "가까운 대목은 질문한 사람이나 장소와는 다른 내용입니다.",
    ),
    "why_not_related": (
        "質問との関わりが弱い箇所です",
        "only loosely related to the question",
        "与问题的关联较弱",
        "질문과의 관련성이 낮습니다",
    ),
    "chat_order": (
        "手元の資料についての質問にだけお答えしています。資料に書かれていることをお尋ねください。",
        "I only answer questions about the documents on the shelf. Ask me what they say.",
        "我只回答与现有资料有关的问题。请询问资料中写到的内容。",
        "보유한 자료에 관한 질문에만 답합니다. 자료에 적힌 내용을 물어보세요.",
    ),
    "chat_hello": (
        "こんにちは。tenkyo（典拠）です。手元の資料に書かれていることだけを、確かめられる脚注を付けてお答えします。"
        "人物・時期・場所・数値・理由などをお尋ねください。",
        "Hello, this is tenkyo. I answer only from the documents on the shelf, with footnotes you can check. "
        "Ask me who, when, where, how much or why.",
        "您好，我是 tenkyo（典拠）。我只依据现有资料作答，并附上可供核对的脚注。"
        "您可以询问人物、时间、地点、数值、原因等。",
        "안녕하세요, tenkyo(典拠)입니다. 보유한 자료에 적힌 내용만을 확인 가능한 각주와 함께 답해 드립니다. "
        "인물, 시기, 장소, 수치, 이유 등을 물어보세요.",
    ),
    "sum": ("合計", "total", "合计", "합계"),
    "gap": ("差", "difference", "差额", "차이"),
    "ratio": ("倍率", "ratio", "倍数", "배율"),
    "growth": ("増減率", "change", "增减率", "증감률"),
    "average": ("平均", "average", "平均值", "평균"),
    "proportion": ("構成比", "share", "占比", "구성비"),
}
