"""Every word of the interface in Japanese, English, Simplified Chinese and Korean.

Invariant: each key has all four wordings, with the same placeholders. Korean wordings put no particle straight after
a placeholder whose form would depend on the word's last sound; values are inserted as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

Lang = Literal["ja", "en", "zh", "ko"]
LANGS: tuple[Lang, ...] = get_args(Lang)

# What a question can ask for, and an answer can fail to find; each fits the {what} of `no_type` and `why_not_type`.
WhatKey = Literal[
    "time", "person", "place", "amount", "duration", "reason", "count", "rank", "purpose", "share", "organization",
    "means", "definition", "difference", "statement", "thing", "frequency", "whether",
]  # fmt: skip
Key = Literal[
    WhatKey,
    # the parts of an answer
    "footnotes", "missing", "nearest", "conflict", "announced", "calculation", "row", "abstained", "partial",
    "not_found", "no_type", "why_not_terms", "why_not_type", "why_not_related", "chat_hello", "chat_order",
    # a footnote: its grade, and the pieces of its head
    "sourced", "table", "author", "unsourced", "note", "section", "page", "undated", "title", "separator", "colon",
    "as_cited", "same_source", "and", "damaged", "candidate", "note_absent", "table_source", "table_no_source",
    # arithmetic
    "sum", "gap", "ratio", "growth", "average", "proportion",
    # running the program
    "error", "unexpected", "indexing", "index_ready", "loading", "searching", "empty_question", "too_long", "timeout",
    "busy", "attached", "more_footnotes", "ask_description", "ask_option",
    # the REPL
    "repl_welcome", "repl_help", "repl_new", "repl_no_answer", "repl_no_footnotes", "repl_stopped", "repl_unknown",
    "repl_no_history", "repl_filter", "repl_no_filter", "repl_filter_form",
    # filters
    "under_filter", "filter_none", "filter_document", "filter_author", "filter_kind", "filter_since", "filter_until",
]  # fmt: skip

_QUOTES: dict[Lang, tuple[str, str, str]] = {  # opening, closing, between two
    "ja": ("「", "」", ""),
    "en": ("“", "”", ", "),
    "zh": ("“", "”", "、"),
    "ko": ("‘", "’", ", "),
}

_WORDS: dict[Key, tuple[str, str, str, str]] = {  # in the order of LANGS: ja, en, zh, ko
    "time": ("時期", "the date", "时间", "시기"),
    "person": ("該当する人物", "who it was", "具体人物", "해당 인물"),
    "place": ("場所", "the place", "地点", "장소"),
    "amount": ("数値", "the figure", "具体数值", "수치"),
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
    "not_found": (
        "{terms}に触れた箇所は見つかりませんでした。",
        "No passage was found about {terms}.",
        "没有找到提及{terms}的段落。",
        "{terms}에 관한 대목은 찾지 못했습니다.",
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
    "sourced": ("原注あり", "noted in the original", "原文有注", "원문에 주석 있음"),
    "table": ("表", "table", "表格", "표"),
    "author": (
        "著者の記述（原注なし）",
        "the author’s own statement (no note)",
        "作者叙述（原文无注）",
        "저자의 서술(원문에 주석 없음)",
    ),
    "unsourced": ("出典を示さない資料", "document gives no sources", "资料未注明出处", "출처를 밝히지 않은 자료"),
    "note": ("注{marker}", "note {marker}", "注{marker}", "주 {marker}"),
    "section": ("節", "section", "章节", "절"),
    "page": ("p. {page}", "p. {page}", "第{page}页", "{page}쪽"),
    "undated": ("日付なし", "undated", "未注明日期", "날짜 미상"),
    "title": ("「{title}」", "“{title}”", "《{title}》", "「{title}」"),
    "separator": (" ／ ", " / ", " ／ ", " / "),
    "colon": ("：", ": ", "：", ": "),
    "as_cited": ("本文が引く出典", "source cited in the text", "正文引用的出处", "본문이 인용한 출처"),
    "same_source": ("[{n}]と同じ資料", "same source as [{n}]", "与[{n}]同一资料", "[{n}]번과 같은 자료"),
    "and": ("、", ", ", "、", ", "),
    "damaged": (
        "原注に乱れがあり、印刷のまま示しています",
        "the note is damaged in the original and is shown as printed",
        "原注有残缺或错乱，此处照原样显示",
        "원문의 주석이 손상되어 인쇄된 그대로 보입니다",
    ),
    "candidate": (
        "ページの境で切れた注の一部で、この注のものかもしれません",
        "half a note, cut by a page end, that may belong here",
        "被分页截断的半条注释，可能属于此注",
        "쪽 끝에서 잘린 주석의 일부로, 이 주석의 것일 수 있습니다",
    ),
    "note_absent": (
        "この番号の注は資料に見当たりません",
        "the document has no note of this number",
        "资料中没有此编号的注",
        "자료에 이 번호의 주석이 없습니다",
    ),
    "table_source": (
        "表の出典：{source}",
        "source of the table: {source}",
        "表格出处：{source}",
        "표의 출처: {source}",
    ),
    "table_no_source": (
        "表に出典の記載はありません",
        "the table prints no source",
        "表格未注明出处",
        "표에 출처 표기가 없습니다",
    ),
    "sum": ("合計", "total", "合计", "합계"),
    "gap": ("差", "difference", "差额", "차이"),
    "ratio": ("倍率", "ratio", "倍数", "배율"),
    "growth": ("増減率", "change", "增减率", "증감률"),
    "average": ("平均", "average", "平均值", "평균"),
    "proportion": ("構成比", "share", "占比", "구성비"),
    "error": ("エラー：{detail}", "Error: {detail}", "错误：{detail}", "오류: {detail}"),
    "unexpected": (
        "予期しないエラーが起きました：{detail}",
        "Something unexpected went wrong: {detail}",
        "发生了意外错误：{detail}",
        "예기치 않은 오류가 발생했습니다: {detail}",
    ),
    "indexing": ("索引を作成しています", "Building the index", "正在建立索引", "색인을 만드는 중입니다"),
    "index_ready": (
        "索引ができました（資料 {documents}、箇所 {passages}）。",
        "Index ready (documents: {documents}, passages: {passages}).",
        "索引已就绪（资料 {documents}，段落 {passages}）。",
        "색인이 준비되었습니다(자료 {documents}, 대목 {passages}).",
    ),
    "loading": (
        "資料を読み込んでいます…",
        "Loading the documents…",
        "正在加载资料…",
        "자료를 불러오는 중입니다…",
    ),
    "searching": ("調べています…", "Looking it up…", "正在查找…", "찾아보는 중입니다…"),
    "empty_question": ("質問をお書きください。", "Please write a question.", "请写下您的问题。", "질문을 적어 주세요."),
    "too_long": (
        "質問が長すぎます。{limit}文字以内でお願いします。",
        "The question is too long; please keep it within {limit} characters.",
        "问题过长，请控制在{limit}个字符以内。",
        "질문이 너무 깁니다. {limit}자 이내로 적어 주세요.",
    ),
    "timeout": (
        "時間内にお答えできませんでした。もう一度お試しください。",
        "The answer took too long. Please try again.",
        "未能及时作答，请再试一次。",
        "제시간에 답하지 못했습니다. 다시 시도해 주세요.",
    ),
    "busy": (
        "ほかの質問に答えています。少し待ってからお試しください。",
        "Other questions are being answered. Please try again in a moment.",
        "正在回答其他问题，请稍后再试。",
        "다른 질문에 답하는 중입니다. 잠시 후 다시 시도해 주세요.",
    ),
    "attached": (
        "全文は添付ファイルにあります。",
        "The full text is in the attached file.",
        "全文见附件。",
        "전문은 첨부 파일에 있습니다.",
    ),
    "more_footnotes": (
        "ほかに脚注が{count}件あります。",
        "Footnotes not shown here: {count}.",
        "另有{count}条脚注未显示。",
        "표시되지 않은 각주가 {count}개 있습니다.",
    ),
    "ask_description": (
        "資料に質問し、脚注付きの答えを得る",
        "Ask the documents; the answer carries footnotes",
        "向资料提问，得到附脚注的回答",
        "자료에 질문하고 각주가 달린 답을 받습니다",
    ),
    "ask_option": ("質問", "your question", "问题", "질문"),
    "repl_welcome": (
        "tenkyo（典拠） ── 資料について質問を入力してください。/help で使い方、Ctrl-D で終了します。",
        "tenkyo — type a question about the documents. /help shows the commands, Ctrl-D leaves.",
        "tenkyo（典拠）── 请输入有关资料的问题。/help 查看用法，Ctrl-D 退出。",
        "tenkyo(典拠) ── 자료에 관한 질문을 입력하세요. /help 로 사용법을 보고 Ctrl-D 로 끝냅니다.",
    ),
    "repl_help": (
        "/new      会話を新しく始める\n"
        "/sources  直前の答えの脚注をもう一度表示する\n"
        "/json     直前の答えを JSON で表示する\n"
        "/filter   資料を絞り込む（/filter author=堀田 since=2025-09、/filter で表示、/filter off で解除）\n"
        "/help     この説明\n"
        "/quit     終了する（Ctrl-D も同じ）\n"
        "Ctrl-C    入力中の行を消す、または答えを待つのをやめる",
        "/new      start a new conversation\n"
        "/sources  show the footnotes of the last answer again\n"
        "/json     print the last answer as JSON\n"
        "/filter   narrow the documents (/filter author=Hotta since=2025-09; /filter shows, /filter off ends)\n"
        "/help     this help\n"
        "/quit     leave (so does Ctrl-D)\n"
        "Ctrl-C    clear the line, or stop waiting for an answer",
        "/new      开始新的对话\n"
        "/sources  再次显示上一个回答的脚注\n"
        "/json     以 JSON 显示上一个回答\n"
        "/filter   筛选资料（/filter author=堀田 since=2025-09；/filter 查看，/filter off 取消）\n"
        "/help     显示本说明\n"
        "/quit     退出（Ctrl-D 亦可）\n"
        "Ctrl-C    清除当前输入，或停止等待回答",
        "/new      새 대화를 시작합니다\n"
        "/sources  직전 답변의 각주를 다시 보여 줍니다\n"
        "/json     직전 답변을 JSON으로 보여 줍니다\n"
        "/filter   자료를 좁힙니다(/filter author=Hotta since=2025-09, /filter 로 보기, /filter off 로 해제)\n"
        "/help     이 도움말을 보여 줍니다\n"
        "/quit     끝냅니다(Ctrl-D도 같습니다)\n"
        "Ctrl-C    입력 중인 줄을 지우거나 답변 대기를 멈춥니다",
    ),
    "repl_new": (
        "新しい会話を始めます。",
        "Starting a new conversation.",
        "开始新的对话。",
        "새 대화를 시작합니다.",
    ),
    "repl_no_answer": ("まだ答えがありません。", "There is no answer yet.", "还没有回答。", "아직 답변이 없습니다."),
    "repl_no_footnotes": (
        "直前の答えに脚注はありません。",
        "The last answer has no footnotes.",
        "上一个回答没有脚注。",
        "직전 답변에는 각주가 없습니다.",
    ),
    "repl_stopped": (
        "待つのをやめました。",
        "Stopped waiting for the answer.",
        "已停止等待。",
        "답변 대기를 멈췄습니다.",
    ),
    "repl_unknown": (
        "{command} というコマンドはありません。/help で一覧を表示します。",
        "There is no command {command}. /help lists the commands.",
        "没有 {command} 这个命令。/help 可查看命令列表。",
        "{command} 명령은 없습니다. /help 로 목록을 볼 수 있습니다.",
    ),
    "repl_no_history": (
        "入力履歴を {path} に保存できません（{detail}）。履歴なしで続けます。",
        "The input history cannot be kept in {path} ({detail}); going on without it.",
        "无法将输入历史保存到 {path}（{detail}），将不保存历史继续运行。",
        "입력 기록을 {path} 에 저장할 수 없습니다({detail}). 기록 없이 계속합니다.",
    ),
    "repl_filter": (
        "絞り込み：{filters}",
        "Filter: {filters}",
        "筛选条件：{filters}",
        "필터: {filters}",
    ),
    "repl_no_filter": (
        "絞り込みはありません。",
        "No filter is set.",
        "没有设置筛选条件。",
        "설정된 필터가 없습니다.",
    ),
    "repl_filter_form": (
        "/filter 名前=値 … の形で指定してください（名前：{names}）。例：/filter author=堀田 since=2025-09",
        "Write /filter name=value … (names: {names}), for example: /filter author=Hotta since=2025-09",
        "请写成 /filter 名称=值 …（名称：{names}）。例如：/filter author=堀田 since=2025-09",
        "/filter 이름=값 … 형식으로 적어 주세요(이름: {names}). 예: /filter author=Hotta since=2025-09",
    ),
    "under_filter": (
        "（絞り込み：{filters}）",
        "(filter: {filters})",
        "（筛选条件：{filters}）",
        "(필터: {filters})",
    ),
    "filter_none": (
        "絞り込み {filters} に合う資料がありません。近いもの：{nearest}",
        "No document matches the filter {filters}. The nearest: {nearest}",
        "没有符合筛选条件 {filters} 的资料。最接近的：{nearest}",
        "필터 {filters} 에 맞는 자료가 없습니다. 가까운 것: {nearest}",
    ),
    "filter_document": (
        "この ID の資料だけから答える",
        "answer from the document with this id alone",
        "只根据此 ID 的资料回答",
        "이 ID의 자료로만 답합니다",
    ),
    "filter_author": (
        "著者名にこの語を含む資料だけから答える",
        "answer from documents of this author alone (part of the name will do)",
        "只根据作者姓名含此内容的资料回答",
        "저자 이름에 이 말이 들어 있는 자료로만 답합니다",
    ),
    "filter_kind": (
        "この種類の箇所だけを引用する",
        "quote only passages of this kind",
        "只引用此类段落",
        "이 종류의 대목만 인용합니다",
    ),
    "filter_since": (
        "この日付以後の資料だけから答える（2025、2025-09、2025-09-03）",
        "answer from documents of this date or later (2025, 2025-09, 2025-09-03)",
        "只根据此日期及以后的资料回答（2025、2025-09、2025-09-03）",
        "이 날짜 이후의 자료로만 답합니다(2025, 2025-09, 2025-09-03)",
    ),
    "filter_until": (
        "この日付以前の資料だけから答える（2025、2025-09、2025-09-03）",
        "answer from documents of this date or earlier (2025, 2025-09, 2025-09-03)",
        "只根据此日期及以前的资料回答（2025、2025-09、2025-09-03）",
        "이 날짜 이전의 자료로만 답합니다(2025, 2025-09, 2025-09-03)",
    ),
}


def language(tag: str) -> Lang:
    """Return the interface language for a language tag (``ja``, ``zh-CN``, ``en_US``); English for any other."""
    primary = tag.replace("_", "-").split("-")[0].lower()
    return next((lang for lang in LANGS if lang == primary), "en")


def text(key: Key, lang: str, **values: object) -> str:
    """Word ``key`` in ``lang`` (see `language`) with ``values`` put in their places.

    Raises:
        KeyError: a placeholder of the wording was given no value.
    """
    return _WORDS[key][LANGS.index(language(lang))].format_map(values)


def quoted(terms: Iterable[str], lang: str) -> str:
    """Join terms, each in the quotation marks of ``lang``: the form that ``{terms}`` takes."""
    opening, closing, between = _QUOTES[language(lang)]
    return between.join(f"{opening}{term}{closing}" for term in terms)
